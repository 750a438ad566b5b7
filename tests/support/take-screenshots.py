# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the pictures of data/screenshots from the real program, at two device pixels a pixel, with the rounded corners
and the shadow that a desktop gives a window. Run under tests/support/private-session, on a screen that is large enough:
    PALPATE_SCREEN=2400x1800x24 PALPATE_PROGRAM=… GSETTINGS_SCHEMA_DIR=… \\
      tests/support/private-session python3 tests/support/take-screenshots.py
"""
import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(__file__))
from desktop import Program, dismiss_safety_note  # noqa: E402

FOLDER = os.path.join(os.path.dirname(__file__), '..', '..', 'data', 'screenshots')
ID, PATH = 'io.github.palpate.Palpate', '/io/github/palpate/Palpate'
WIDTH, HEIGHT = 1880, 1280    # with the shadow, 2000 × 1400: what stores show whole
BORDER = 10                   # drawn round a window where nothing composites: not part of it
CORNER = 24

PICTURES = {
    'start.png': ('start', {}, ()),
    'places.png': ('place/back-of-neck-left', {}, ()),
    'point.png': ('point/trapezius-upper-TrP1/left', {}, ()),
    'session.png': ('point/levator-scapulae-TrP1/left', {}, ('ctrl+t', 'Right')),
    'sheet.png': ('point/trapezius-upper-TrP1/left', {}, ('ctrl+p',)),
    'dark.png': ('point/infraspinatus-TrP1/left', {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}, ()),
}


def open_page(location):
    subprocess.run(['gdbus', 'call', '--session', '--dest', ID, '--object-path', PATH, '--method',
                    'org.freedesktop.Application.ActivateAction', 'open', "[<'%s'>]" % location, '{}'], check=True,
                   stdout=subprocess.DEVNULL)


def take(name, location, environment, keys):
    program = Program(WIDTH + 2 * BORDER, HEIGHT + 2 * BORDER, environment={'GDK_SCALE': '2', **environment})
    dismiss_safety_note(program)
    program.resize()
    open_page(location)
    program.rest()
    for key in keys:
        program.key(key)
        time.sleep(1.5)
    program.xdotool('mousemove', '2390', '1790')
    if name == 'session.png':
        time.sleep(1)   # a session never rests
    else:
        program.rest()
    decorate(program.window, os.path.join(FOLDER, name))
    program.close()


def decorate(window, path):
    corners = 'roundrectangle 0,0 %d,%d %d,%d' % (WIDTH - 1, HEIGHT - 1, CORNER, CORNER)
    subprocess.run(['import', '-window', window, path], check=True)
    subprocess.run(['convert', path, '-shave', '%dx%d' % (BORDER, BORDER), '-alpha', 'set', '(', '-size', '%dx%d' % (WIDTH, HEIGHT),
                    'xc:none', '-fill', 'white', '-draw', corners, ')', '-compose', 'DstIn', '-composite', '(', '+clone',
                    '-background', 'black', '-shadow', '40x20+0+12', ')', '+swap', '-background', 'none', '-compose', 'Over',
                    '-layers', 'merge', '+repage', '-gravity', 'center', '-extent', '2000x1400', '-strip', '-quality', '95',
                    '-colors', '250', path], check=True)


if __name__ == '__main__':
    for picture in sys.argv[1:] or PICTURES:
        take(picture, *PICTURES[picture])
