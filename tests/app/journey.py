# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, end to end, twice: with the mouse, and by the keyboard alone."""
import os
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.environ['PALPATE_SOURCE_DIR'], 'tests', 'support'))
from desktop import Program, dismiss_safety_note, pyatspi, role_of, wait_for  # noqa: E402

PLACE = 'Back of the neck, left'
SOURCES = {'Upper trapezius', 'Shoulder-blade lifter'}


def navy(picture):
    """How many pixels have the colour of an essential zone."""
    return int((abs(picture - [0x1b, 0x2a, 0x5c]).sum(axis=2) < 12).sum())


def accent(picture):
    """How many pixels have the colour of a marked place's outline."""
    return int((abs(picture - [0x1c, 0x71, 0xd8]).sum(axis=2) < 12).sum())


def place_button(program, name=PLACE):
    """The place's button on the back view, the widest one of that name."""
    def widest():
        found = program.all('button', name)
        return max(found, key=lambda i: program.box_of(i)[2]) if found else None
    return wait_for('the place ' + name, widest)


def check_sources(program):
    program.find('label', 'May come from')
    texts = program.texts()
    after = texts[texts.index('May come from'):]
    first = next(t for t in after if any(s in t for s in SOURCES) or 'point' in t)
    assert any(s in first for s in SOURCES), 'the first source is ' + first


def with_mouse():
    program = Program()
    dismiss_safety_note(program)
    program.resize()
    before = program.rest()
    assert accent(before) < 200, 'something is marked at the start: %d pixels' % accent(before)

    button = place_button(program)
    assert role_of(button) == 'button'
    assert 'possible source' in button.description, button.description
    program.move_to(button)
    program.find('label', PLACE)                       # its name before the click
    program.click(button)
    program.find('heading', PLACE)
    check_sources(program)
    # the muscle's second point stands below the first, and is heard with its whole name
    program.find('label', 'Also: point 2')
    program.find('list item', 'Upper trapezius, point 2')
    marked = program.rest()
    assert accent(marked) > accent(before) + 300, 'the marked place is not outlined: %d pixels' % accent(marked)

    program.click(program.find('list item', 'Upper trapezius, point 1'), inside=(0.3, 0.5))
    program.find('heading', 'Upper trapezius, point 1, left')
    painted = program.rest()
    assert navy(painted) > 3000, 'the zone of upper trapezius is not painted: %d pixels' % navy(painted)
    assert navy(painted) > 4 * navy(marked) + 1000

    program.key('ctrl+f')
    program.find('heading', 'Search')
    program.type('SCM')
    program.click(program.find('list item', 'Front neck strap (SCM)'), inside=(0.3, 0.5))
    program.find('heading', 'Front neck strap (SCM)')

    program.key('alt+Left')
    program.find('heading', 'Search')
    program.key('alt+Left')
    program.find('heading', 'Upper trapezius, point 1, left')
    program.key('Escape')
    program.find('heading', PLACE)
    program.key('Escape')
    program.find('heading', 'Where does it hurt?')
    program.xdotool('mousemove', '640', '20')
    cleared = program.rest()
    assert accent(cleared) < 200, 'Escape did not clear the mark'
    program.close()


def tab_to(program, role, name, most=25):
    """Tab from group to group, Down inside a list, as a person does."""
    walked = []
    for _ in range(most):
        focus = program.focused()
        if focus is not None and role_of(focus) == role and focus.name.startswith(name):
            return focus
        walked.append('%s “%s”' % (role_of(focus), focus.name) if focus is not None else 'nothing')
        program.key('Down' if focus is not None and role_of(focus) == 'list item' else 'Tab')
    raise AssertionError('keys never reach the %s “%s”, only %s' % (role, name, ', '.join(walked)))


def print_by_keys(program):
    """From the point to its home-care sheet, to the PDF, and back."""
    path = os.path.join(tempfile.mkdtemp(prefix='palpate-journey-'), 'sheet.pdf')
    program.key('ctrl+p')
    page = program.find(None, 'Preview, page 1 of 1: My home care')
    assert 'Stop if' in page.description and 'Upper trapezius, left' in page.description, page.description
    program.key('ctrl+s')
    wait_for('the dialog', lambda: program.x_window('^Save PDF$'))
    program.key('ctrl+a')
    program.type(path)
    program.key('Return')
    wait_for('the PDF', lambda: os.path.exists(path) and os.path.getsize(path) > 0)
    program.xdotool('windowfocus', program.window)     # as a window manager does when a dialog is gone; here is none
    text = subprocess.run(['pdftotext', path, '-'], check=True, capture_output=True, text=True).stdout
    assert 'Upper trapezius, left' in text and 'Tick when done' in text, text
    program.key('Escape')
    program.find('heading', 'Upper trapezius, point 1, left')


def with_keys():
    program = Program()
    dismiss_safety_note(program)
    program.resize()
    program.key('alt+3')                               # the view from the back
    program.key('F6')
    for _ in range(6):                                 # to the chart
        focus = program.focused()
        if focus is not None and 'possible source' in (focus.description or ''):
            break
        program.key('F6')
    assert 'possible source' in program.focused().description

    seen = set()
    for _ in range(80):                                # arrows, in a walk that a person would do
        focus = program.focused()
        if focus.name == PLACE:
            break
        seen.add(focus.name)
        x, y = program.place_of(focus)
        target = program.place_of(place_button(program))
        dx, dy = target[0] - x, target[1] - y
        program.key(('Right' if dx > 0 else 'Left') if abs(dx) > abs(dy) else ('Down' if dy > 0 else 'Up'))
        after = program.focused()
        if after is not None and after.name == focus.name:
            program.key(('Down' if dy > 0 else 'Up') if abs(dx) > abs(dy) else ('Right' if dx > 0 else 'Left'))
    assert program.focused().name == PLACE, 'arrows lead to ' + ', '.join(sorted(seen))
    program.key('Return')
    program.find('heading', PLACE)
    check_sources(program)

    program.key('F6')
    tab_to(program, 'list item', 'Upper trapezius, point 1')
    program.key('Return')
    program.find('heading', 'Upper trapezius, point 1, left')
    assert navy(program.rest()) > 3000
    print_by_keys(program)

    program.key('slash')
    program.find('heading', 'Search')
    program.type('SCM')
    program.find('list item', 'Front neck strap (SCM)')
    program.key('Down')
    wait_for('the keyboard on the first hit', lambda: 'SCM' in program.focused().name)
    program.key('Return')
    program.find('heading', 'Front neck strap (SCM)')
    program.key('alt+Left', 'alt+Left')
    program.find('heading', 'Upper trapezius, point 1, left')
    program.key('y')                                   # pressing brings my pain on
    wait_for('the answer', lambda: program.all('button', 'Yes')[0].getState().contains(pyatspi.STATE_PRESSED))
    program.key('Escape')
    program.find('heading', PLACE)
    program.key('Escape')
    program.find('heading', 'Where does it hurt?')
    program.key('ctrl+z')                              # nothing is lost
    program.close()


if __name__ == '__main__':
    for journey in (with_mouse, with_keys):
        start = time.monotonic()
        journey()
        print('ok - %s (%.1f s)' % (journey.__name__, time.monotonic() - start), flush=True)
