# SPDX-License-Identifier: GPL-3.0-or-later
"""A real session, by keys alone, beside a notification service and a session manager of its own: every cue comes once,
the screen is kept awake only while it runs, closing the window keeps time, the notification's buttons work.
    session.py keys|routine|kept"""
import os
import sqlite3
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'support'))
from desktop import Program, dismiss_safety_note, pyatspi, wait_for  # noqa: E402
from services import Services, portal_environment  # noqa: E402
from gi.repository import GLib  # noqa: E402  not before the accessibility bus is there

POINT = 'Upper trapezius, point 1'
HOLD = 'Squeeze the muscle and hold, on the left'


def labels(program, beginning):
    for _ in range(5):
        try:
            return [name for name in program.texts() if name.startswith(beginning)]
        except GLib.GError:
            time.sleep(0.2)                            # rows that are made anew go while they are read
    raise AssertionError('the program does not stand still')


def seconds_left(program):
    """The number in the ring."""
    for unit in program.all('label', 'second'):
        number = unit.parent.getChildAtIndex(0).name
        if unit.name in ('second left', 'seconds left') and number.isdigit():
            return int(number)
    return None


def open_point(program):
    """As a notification or the desktop's search would; that the keys lead here is shown by journey.py."""
    subprocess.run(['gdbus', 'call', '--session', '--dest', 'io.github.palpate.Palpate', '--object-path', '/io/github/palpate/Palpate',
                    '--method', 'org.freedesktop.Application.ActivateAction', 'open', "[<'point/trapezius-upper-TrP1/left'>]", '{}'],
                   check=True, stdout=subprocess.DEVNULL)
    program.find('heading', POINT + ', left')


def prepare():
    program = Program(environment=portal_environment())
    dismiss_safety_note(program)
    program.resize()
    open_point(program)
    program.key('ctrl+t')
    program.find('heading', 'Get everything ready')
    wait_for('the keys on Start', lambda: program.focused().name == 'Start')
    assert seconds_left(program) is None and labels(program, 'Warmth first')
    return program


def start():
    program = prepare()
    program.key('space')
    program.find('heading', 'Rest the sore arm')
    wait_for('the keys on Pause', lambda: program.focused().name == 'Pause')
    return program


def keys_and_inhibit(services):
    program = start()
    wait_for('the inhibitor', lambda: services.inhibitors() == 1)
    assert services.lines('inhibit')[-1]['flags'] == 8, 'the idle state is not what is inhibited'
    began = time.monotonic()
    program.key('Right')
    program.find('heading', HOLD)
    first = wait_for('the number', lambda: seconds_left(program))
    assert 58 - (time.monotonic() - began) <= first <= 60, first
    wait_for('the second hand', lambda: seconds_left(program) < first)
    program.key('space')
    program.find('button', 'Go on')
    wait_for('the inhibitor to go', lambda: services.inhibitors() == 0)
    paused = seconds_left(program)
    time.sleep(2.2)
    assert seconds_left(program) == paused, 'a paused session goes on'
    program.key('space')
    program.find('button', 'Pause')
    wait_for('the inhibitor again', lambda: services.inhibitors() == 1)
    before = seconds_left(program)
    program.key('plus', 'plus')
    wait_for('30 seconds more', lambda: seconds_left(program) > before + 20)
    before = seconds_left(program)
    program.key('plus')                                # 90 seconds are the most
    time.sleep(0.3)
    assert seconds_left(program) <= before
    program.key('Left')
    program.find('heading', 'Rest the sore arm')
    program.key('Left')                                # what waits needs no screen
    program.find('heading', 'Get everything ready')
    wait_for('the inhibitor to go', lambda: services.inhibitors() == 0)
    program.key('Right')
    program.find('heading', 'Rest the sore arm')
    wait_for('the inhibitor again', lambda: services.inhibitors() == 1)
    program.key('Escape')
    wait_for('the inhibitor to go', lambda: services.inhibitors() == 0)
    wait_for('the point again, where the keys were', lambda: program.focused().name == 'Keep this point')
    program.close()


def cues_and_notification(services):
    program = start()
    program.key('Right')
    program.find('heading', HOLD)
    program.key('ctrl+w')                              # the window goes, the time does not
    wait_for('the window to go', lambda: not program.x_window('^Palpate$'))
    assert program.process.poll() is None
    sent = wait_for('the notification', lambda: [n for n in services.lines('notify') if n['title'] == HOLD])[-1]
    number = sent['id']
    buttons = dict(zip(sent['actions'][1::2], sent['actions'][::2]))
    assert {'Pause', 'Next', 'Stop'} <= set(buttons), buttons
    assert services.inhibitors() == 1

    def titles():
        return [n['title'] for n in services.lines('notify')]

    count = len(titles())
    time.sleep(2.5)
    assert len(titles()) == count, 'a notification came without news: %s' % titles()
    services.press(number, buttons['Next'])            # to the rest
    wait_for('the next step', lambda: titles()[-1] == 'Let go and rest')
    assert len(titles()) == count + 1
    services.press(number, buttons['Pause'])
    wait_for('the pause', lambda: services.inhibitors() == 0)
    wait_for('its other button', lambda: 'Go on' in services.lines('notify')[-1]['actions'])
    services.press(number, buttons['Pause'])           # the same action goes on
    wait_for('going on', lambda: services.inhibitors() == 1 and 'Pause' in services.lines('notify')[-1]['actions'])
    count = len(titles())
    begin = services.lines('notify')[-1]['time']
    wait_for('the rest to end by itself', lambda: titles()[-1] == HOLD, 40)
    assert len(titles()) == count + 1, 'one cue for one step: %s' % titles()[count:]
    lasted = services.lines('notify')[-1]['time'] - begin
    assert lasted < 26, 'the rest of 20 s lasted %.1f s without a window' % lasted

    # a second start leads back to the session
    subprocess.run([os.environ['PALPATE_PROGRAM']], check=True, timeout=30, env=dict(os.environ, G_DEBUG=''))
    program.window = wait_for('the window again', lambda: program.x_window('^Palpate$'))
    program.find('heading', HOLD)
    assert seconds_left(program) in range(20, 61)
    program.key('ctrl+w')
    wait_for('the window to go', lambda: not program.x_window('^Palpate$'))
    number = wait_for('a notification', lambda: services.lines('notify')[-1])['id']
    services.press(number, buttons['Stop'])
    program.process.wait(10)                           # nothing keeps it alive any more
    assert services.inhibitors() == 0
    program.close()


def crash_lets_go(services):
    program = start()
    wait_for('the inhibitor', lambda: services.inhibitors() == 1)
    program.process.kill()
    program.process.wait()
    wait_for('the inhibitor to go with its program', lambda: services.inhibitors() == 0)


def routine_by_keys(services):
    program = Program(environment=portal_environment())
    dismiss_safety_note(program)
    program.resize()
    open_point(program)
    program.key('ctrl+r')
    program.key('ctrl+r')   # a second time changes nothing
    program.key('ctrl+2')
    program.find('heading', 'My routine')
    program.find('list item', POINT)
    assert labels(program, '1 point') and not labels(program, '2 points')
    for _ in range(40):
        focus = program.focused()
        if focus is not None and focus.name == 'Desk neck':
            break
        program.key('Down' if focus is not None and focus.getRoleName() == 'list item' else 'Tab')
    program.key('Return')
    program.find('heading', 'Desk neck')
    assert labels(program, '2 points')
    for _ in range(40):
        focus = program.focused()
        if focus is not None and focus.name == 'Start':
            break
        program.key('Tab')
    program.key('Return')
    program.find('heading', 'Get everything ready')
    wait_for('the keys on Start in the session', lambda: program.focused().name == 'Start' and labels(program, 'Position'))
    program.key('Return')
    program.find('button', 'Pause')
    wait_for('the inhibitor', lambda: services.inhibitors() == 1)
    program.key('F11')
    program.find('label', 'Space: pause')
    program.key('space')
    wait_for('the pause', lambda: services.inhibitors() == 0)
    program.key('F11', 'Escape')
    wait_for('the inhibitor to go', lambda: services.inhibitors() == 0)
    wait_for('the routine again, where the keys were', lambda: program.focused().name == 'Start')
    program.close()


def tab_to(program, name, key='Tab'):
    """Only what the keys reach, and what the accessibility bus names, counts."""
    for _ in range(60):
        focus = program.focused()
        if focus is not None and focus.name.endswith(name):   # with the mnemonic before it, at the old end
            return focus
        program.key(key)
    raise AssertionError('the keys do not lead to “%s”' % name)


def kept_and_rated_by_keys(services):
    program = Program(environment=portal_environment())
    dismiss_safety_note(program)
    program.resize()
    open_point(program)
    program.key('ctrl+r', 'ctrl+2')
    program.find('list item', POINT)                   # in whatever routine was open last
    tab_to(program, 'Keep with a Name…')
    program.key('Return')
    wait_for('the name to be asked for', lambda: program.all('button', 'Keep'))
    program.key('ctrl+a')
    program.type('Monday neck')
    program.key('Return')
    program.find('list item', 'Monday neck')
    wait_for('the dialog to go', lambda: not program.x_window('^Keep the Routine$'))
    program.xdotool('windowfocus', program.window)     # as a window manager does when a dialog is gone; here is none
    tab_to(program, 'Start')
    program.key('Return')
    program.find('heading', 'Get everything ready')
    for _ in range(80):
        if program.all('heading', 'Done for now'):
            break
        program.key('Right')
        time.sleep(0.2)
    program.find('heading', 'Done for now')
    wait_for('the keys on Close', lambda: program.focused().name == 'Close')
    tab_to(program, 'Better', 'shift+Tab')
    program.key('space', 'Escape')
    journal = sqlite3.connect('file:%s/palpate/journal.db?mode=ro' % os.environ['XDG_DATA_HOME'], uri=True)
    wait_for('the answer in the journal', lambda: journal.execute('SELECT effect FROM session').fetchall()[-1] == ('better',))
    journal.close()
    program.close()


def answers_by_space(services):
    """Space answers the question that has the keys, and the keys are not lost when the question goes."""
    program = prepare()
    tab_to(program, 'Pain before: 4 of 10')
    program.key('space')
    wait_for('the answer', lambda: program.focused().getState().contains(pyatspi.STATE_PRESSED))
    assert labels(program, 'Get everything ready'), 'an answer started the session'
    program.key('space')                               # an answer that is given already asks for nothing
    program.find('heading', 'Rest the sore arm')
    wait_for('the keys on Pause', lambda: program.focused().name == 'Pause')
    program.key('Right')
    program.find('heading', HOLD)
    tab_to(program, 'About right')
    program.key('space')
    wait_for('the answer about the pressure', lambda: program.focused().getState().contains(pyatspi.STATE_PRESSED))
    assert program.all('button', 'Pause'), 'an answer halted the session'
    tab_to(program, 'Too much', 'shift+Tab')
    program.key('space')                               # ends the hold, and the question with it
    program.find('heading', 'Let go and rest')
    wait_for('the keys on Pause again', lambda: program.focused().name == 'Pause')
    program.close()


SCENARIOS = {
    'keys': (keys_and_inhibit, cues_and_notification, crash_lets_go),
    'routine': (routine_by_keys,),
    'kept': (kept_and_rated_by_keys,),
    'answers': (answers_by_space,),
}

if __name__ == '__main__':
    for scenario in SCENARIOS[sys.argv[1]]:
        began = time.monotonic()
        service = Services('allow')
        scenario(service)
        service.close()
        print('ok - %s (%.1f s)' % (scenario.__name__, time.monotonic() - began), flush=True)
