# SPDX-License-Identifier: GPL-3.0-or-later
"""Painting where it hurts, with a real pointer: brush, eraser, undo, and what the panel says of it."""
import os
import sys
import time

sys.path.insert(0, os.path.join(os.environ['PALPATE_SOURCE_DIR'], 'tests', 'support'))
from desktop import Program, dismiss_safety_note, pyatspi, wait_for  # noqa: E402

BLADE = 'Shoulder blade, left'
LOW = 'Low back, right'


# Objects of the views that are shown, and their places: to look through all is slow.
KNOWN = {}


def show(program, key):
    """Other views."""
    program.key(key)
    KNOWN.clear()
    program.rest()


def widest(program, name):
    """The button of a place, in the view that shows most of it."""
    if name not in KNOWN:
        KNOWN[name] = find_widest(program, name)
    return KNOWN[name]


def find_widest(program, name):
    return wait_for('the place ' + name, lambda: max(program.all('button', name), key=lambda i: program.box_of(i)[2], default=None))


def drag(program, stops, button='1', modifiers=()):
    """Presses at the first place on the screen, and moves as a hand does."""
    program.xdotool('mousemove', *map(str, stops[0]))
    time.sleep(0.1)
    for key in modifiers:
        program.xdotool('keydown', key)
    program.xdotool('mousedown', button)
    for (x0, y0), (x1, y1) in zip(stops, stops[1:]):
        for step in range(1, 9):
            program.xdotool('mousemove', str(int(x0 + (x1 - x0) * step / 8)), str(int(y0 + (y1 - y0) * step / 8)))
            time.sleep(0.01)
    program.xdotool('mouseup', button)
    for key in modifiers:
        program.xdotool('keyup', key)


def corner_of(program, name, inside):
    """Where a part of a place is on the screen; views stand still while they are painted on."""
    key = (name, inside)
    if key not in KNOWN:
        KNOWN[key] = wait_for('the corner of ' + name, lambda: program.place_of(widest(program, name), inside))
    return KNOWN[key]


def rub(program, name, **how):
    """Paints over the middle of a place."""
    drag(program, [corner_of(program, name, inside) for inside in ((0.3, 0.4), (0.7, 0.4), (0.7, 0.6), (0.3, 0.6))], **how)


def is_marked(program, name):
    return widest(program, name).description.endswith(' Marked.')


def wait_marked(program, name, marked=True):
    wait_for('%s to be %s' % (name, 'marked' if marked else 'unmarked'), lambda: is_marked(program, name) == marked)


def accent(picture):
    """How many pixels have the colour of a mark's outline."""
    return int((abs(picture - [0x1c, 0x71, 0xd8]).sum(axis=2) < 12).sum())


def aside(program):
    """The picture of the body and of what is beside it; the header, where the pointer waits, lights up under it."""
    program.xdotool('mousemove', '640', '20')
    return program.rest()[60:]


def is_same(one, other):
    """But for a pixel at the edge of a letter, which not every toolkit sets alike each time."""
    return int((one != other).any(axis=2).sum()) < 8


def is_on(program, name):
    if name not in KNOWN:
        KNOWN[name] = program.find('button', name, showing=False)
    state = KNOWN[name].getState()
    return state.contains(pyatspi.STATE_PRESSED) or state.contains(pyatspi.STATE_CHECKED)


def with_the_tool(program):
    show(program, 'alt+3')                              # from the back
    before = accent(aside(program))
    assert not is_on(program, 'Paint')
    program.key('ctrl+b')
    wait_for('the brush', lambda: is_on(program, 'Paint'))

    program.key('Tab')
    focus = wait_for('a focus', program.focused).name
    rub(program, BLADE)
    program.find('heading', 'Painted area')
    program.find('label', BLADE)
    wait_marked(program, BLADE)
    focused = wait_for('a focus', program.focused).name   # painting takes it from nothing
    assert focused == focus, 'the focus went from %s to %s' % (focus, focused)
    after = accent(aside(program))
    assert after > before + 50, 'nothing is to be seen of the painting: %d, %d before' % (after, before)
    texts = program.texts()
    assert any('of what you painted' in text for text in texts), texts
    assert any(text.endswith(' of it') for text in texts), texts

    rub(program, LOW)                                   # elsewhere too
    wait_marked(program, LOW)
    assert any(BLADE in text and LOW in text for text in program.texts()), 'the panel does not name both places'
    program.key('ctrl+z')
    wait_marked(program, LOW, False)
    wait_marked(program, BLADE)
    program.key('ctrl+shift+z')
    wait_marked(program, LOW)

    rub(program, LOW, button='3')                       # the other button takes away
    rub(program, LOW, button='3')
    wait_marked(program, LOW, False)
    wait_marked(program, BLADE)
    program.key('ctrl+e')                               # and so does the eraser
    wait_for('the eraser', lambda: is_on(program, 'Take paint away'))
    rub(program, BLADE)
    rub(program, BLADE)
    program.find('heading', 'Where does it hurt?')
    wait_marked(program, BLADE, False)
    program.key('ctrl+z', 'ctrl+z')
    wait_marked(program, BLADE)


def beside_the_body(program):
    """Painting on nothing is nothing, not even a step to take back."""
    program.key('ctrl+b', 'ctrl+b')                     # the eraser is put down with the brush
    wait_for('the brush', lambda: is_on(program, 'Paint') and not is_on(program, 'Take paint away'))
    show(program, 'ctrl+0')                             # all of the body, with room beside it
    x, y = corner_of(program, LOW, (0.5, 0.5))
    before = aside(program)
    drag(program, [(60, y), (100, y + 40)])
    assert is_same(aside(program), before), 'painting beside the body changes something'
    drag(program, [(60, y), (x, y)])                    # from there onto the body: it is painted as far as it is body
    assert not is_same(aside(program), before), 'painting over the edge of the body changes nothing'
    program.key('ctrl+z')


def stepping_out(program):
    program.key('Escape')                               # the brush first
    wait_for('the brush to be put down', lambda: not is_on(program, 'Paint'))
    wait_marked(program, BLADE)
    program.find('heading', 'Painted area')
    program.key('Delete')
    program.find('heading', 'Where does it hurt?')
    wait_marked(program, BLADE, False)
    program.key('ctrl+z')
    wait_marked(program, BLADE)
    program.key('Delete')
    wait_marked(program, BLADE, False)


def without_the_tool(program):
    """Shift paints at once; a click without it marks a place as ever, and forgets the painting."""
    rub(program, BLADE, modifiers=('shift',))
    program.find('heading', 'Painted area')
    wait_marked(program, BLADE)
    program.click(widest(program, LOW))
    program.find('heading', LOW)
    wait_marked(program, BLADE, False)
    program.key('Escape')
    wait_marked(program, LOW, False)


def both_bodies(program):
    show(program, 'alt+1')
    program.key('ctrl+b')
    for name in ('Front of the thigh, left', 'Calf, left'):
        rub(program, name)
        wait_marked(program, name)
    wait_marked(program, 'Front of the thigh, left')
    program.key('Escape', 'Escape')
    KNOWN.clear()
    program.find('heading', 'Where does it hurt?')


def nearer(program):
    """With the brush, the middle button still moves the body, and paints nothing."""
    program.key('ctrl+b')
    program.key('ctrl+plus', 'ctrl+plus', 'ctrl+plus')
    before = aside(program)
    drag(program, [(400, 400), (460, 330)], button='2')
    assert not is_same(aside(program), before), 'the body did not move'
    program.find('heading', 'Where does it hurt?')
    program.key('Escape')


def main():
    program = Program()
    dismiss_safety_note(program)
    program.resize()
    with_the_tool(program)
    beside_the_body(program)
    stepping_out(program)
    without_the_tool(program)
    both_bodies(program)
    nearer(program)
    program.close()


main()
