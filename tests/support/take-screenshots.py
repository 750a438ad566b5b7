# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the pictures of data/screenshots from the real program. Run under tests/support/private-session:
    PALPATE_PROGRAM=… GSETTINGS_SCHEMA_DIR=… tests/support/private-session python3 tests/support/take-screenshots.py
"""
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(__file__))
from desktop import Program, dismiss_safety_note  # noqa: E402

FOLDER = os.path.join(os.path.dirname(__file__), '..', '..', 'data', 'screenshots')


def save(program, name):
    program.xdotool('mousemove', '1500', '1000')
    program.rest()
    path = os.path.join(FOLDER, name)
    subprocess.run(['import', '-window', program.window, path], check=True)
    subprocess.run(['mogrify', '-strip', '-quality', '95', '-colors', '200', path], check=True)


def walk(names, environment):
    program = Program(environment=environment)
    dismiss_safety_note(program)
    program.resize()
    if 'start' in names:
        save(program, names['start'])
    program.key('alt+3', 'F6')
    button = max(program.all('button', 'Back of the neck, left'), key=lambda b: program.box_of(b)[2])
    program.click(button)
    program.find('heading', 'Back of the neck, left')
    program.click(program.find('list item', 'Upper trapezius, point 1'), inside=(0.3, 0.5))
    program.find('heading', 'Upper trapezius, point 1, left')
    save(program, names['point'])
    program.close()


if __name__ == '__main__':
    walk({'start': 'start.png', 'point': 'point.png'}, {})
    walk({'point': 'dark.png'}, {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'})
