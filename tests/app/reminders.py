# SPDX-License-Identifier: GPL-3.0-or-later
"""Reminders by the real program, beside a notification service and a portal of its own: it waits without a window, reminds
once, snoozes, starts the minute; off means nothing; the desktop is asked only when they are switched on."""
import atexit
import os
import re
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'support'))
from services import Services, portal_environment  # noqa: E402

TITLE = 'Time for a minute of stretches'
WAITS = 'Palpate still waits for your reminders'
AUTOSTART = 'autostart/io.github.palpate.Palpate.desktop'


def wait_for(what, condition, patience=40):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.05)
    raise AssertionError('waited in vain for ' + what)


class Program:
    """The program with settings in a file, in a time zone where the reminder is due in so many seconds."""

    def __init__(self, *arguments, reminders, due=8, **environment):
        self.home = tempfile.TemporaryDirectory()
        self.config = os.path.join(self.home.name, 'config')
        self.settings = os.path.join(self.config, 'glib-2.0/settings/keyfile')
        os.makedirs(os.path.dirname(self.settings))
        self.switch(reminders)
        # any minute of the day can be made the next one by a zone that is off by some seconds
        ahead = int(10 * 3600 - due - time.time() % 86400) % 86400 - 43200
        zone = 'TST%s%02d:%02d:%02d' % ('-' if ahead >= 0 else '+', abs(ahead) // 3600, abs(ahead) // 60 % 60, abs(ahead) % 60)
        self.minute = (10 * 3600 - 43200) % 86400 // 60
        self.switch(reminders)
        env = dict(os.environ, GSETTINGS_BACKEND='keyfile', XDG_CONFIG_HOME=self.config, XDG_DATA_HOME=self.home.name,
                   TZ=zone, GTK_A11Y='none', **environment)
        self.log = open(os.path.join(self.home.name, 'log'), 'w+', encoding='utf-8')
        self.process = subprocess.Popen([os.environ['PALPATE_PROGRAM'], *arguments], env=env, stdout=self.log, stderr=self.log)
        atexit.register(self.process.kill)

    def switch(self, on):
        """Writes the settings, as the preferences do."""
        minute = getattr(self, 'minute', 0)
        text = "[io/github/palpate/Palpate]\nsafety-read=true\nreminders=%s\nreminder-times=['%02d:%02d']\n" % (
            'true' if on else 'false', minute // 60, minute % 60)
        text += "reminder-days=['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']\n"
        with open(self.settings + '.new', 'w', encoding='utf-8') as file:
            file.write(text)
        os.replace(self.settings + '.new', self.settings)

    def wakes_in(self):
        """Seconds until its timer by the wall clock is due; 0 while it is not set; None where there is none."""
        for number in os.listdir('/proc/%d/fdinfo' % self.process.pid):
            try:
                with open('/proc/%d/fdinfo/%s' % (self.process.pid, number), encoding='utf-8') as file:
                    text = file.read()
            except OSError:
                continue
            if 'clockid: 0' in text:
                return int(re.search(r'it_value: \((\d+),', text).group(1))
        return None

    def has_window(self):
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', '^Palpate$'], capture_output=True, text=True)
        return bool(found.stdout.split())

    def autostart(self):
        path = os.path.join(self.config, AUTOSTART)
        if not os.path.exists(path):
            return None
        with open(path, encoding='utf-8') as file:
            return file.read()

    def said(self):
        self.log.flush()
        with open(self.log.name, encoding='utf-8') as file:
            return file.read()

    def close(self):
        self.process.terminate()
        self.process.wait(10)
        assert 'CRITICAL' not in self.said() and 'WARNING' not in self.said(), self.said()
        atexit.unregister(self.process.kill)


def reminders(services):
    return [line for line in services.lines('notify') if line['title'] == TITLE]


def reminds_and_snoozes():
    services = Services()
    program = Program('--gapplication-service', reminders=True)
    sent = wait_for('the reminder', lambda: reminders(services))
    assert not program.has_window(), 'a reminder opened a window'
    assert program.autostart() is None, 'nobody switched anything on, and yet the desktop was asked'
    buttons = dict(zip(sent[0]['actions'][1::2], sent[0]['actions'][::2]))
    assert {'Start', 'In 10 minutes'} <= set(buttons), buttons
    assert sent[0]['body'], 'it does not say what is to be done'
    time.sleep(2.5)
    assert len(reminders(services)) == 1, 'it reminds again and again'
    assert 85000 < program.wakes_in() <= 86400, 'the next time is tomorrow, not in %d s' % program.wakes_in()
    services.press(sent[0]['id'], buttons['In 10 minutes'])
    wait_for('the snooze', lambda: 590 <= program.wakes_in() <= 600)
    wait_for('the notification to go', lambda: services.lines('close'))
    assert not program.has_window() and program.process.poll() is None
    program.close()
    services.close()


def snooze_ends():
    """The same reminder once more when the snooze is over, and then not again."""
    services = Services()
    program = Program('--gapplication-service', reminders=True, PALPATE_SNOOZE_SECONDS='3')
    sent = wait_for('the reminder', lambda: reminders(services))
    buttons = dict(zip(sent[0]['actions'][1::2], sent[0]['actions'][::2]))
    services.press(sent[0]['id'], buttons['In 10 minutes'])
    again = wait_for('the second reminder', lambda: reminders(services)[1:])
    assert again[0]['time'] - sent[0]['time'] > 1.9, (sent, again)
    assert again[0]['body'] == sent[0]['body'] and again[0]['actions'] == sent[0]['actions'], again
    wait_for('the time of tomorrow', lambda: 85000 < program.wakes_in() <= 86400)
    time.sleep(4)
    assert len(reminders(services)) == 2, 'it snoozes by itself'
    services.press(again[0]['id'], buttons['In 10 minutes'])   # as often as one likes
    wait_for('the third reminder', lambda: reminders(services)[2:])
    assert not program.has_window() and program.process.poll() is None
    program.close()
    services.close()


def starts():
    services = Services('allow')   # newer toolkits ask the portal to keep the screen awake
    program = Program('--gapplication-service', reminders=True, **portal_environment())
    sent = wait_for('the reminder', lambda: reminders(services))[0]
    buttons = dict(zip(sent['actions'][1::2], sent['actions'][::2]))
    services.press(sent['id'], buttons['Start'])
    wait_for('the window', program.has_window)
    wait_for('the session', lambda: services.inhibitors() == 1)
    program.close()
    services.close()


def switching():
    services = Services()
    program = Program(reminders=False, due=12)
    wait_for('the window', program.has_window)
    assert program.wakes_in() == 0 and program.autostart() is None
    program.switch(True)
    text = wait_for('the file that starts it', program.autostart)
    assert re.search(r'^Exec=.*palpate"? --gapplication-service$', text, re.MULTILINE), text
    subprocess.run(['desktop-file-validate', os.path.join(program.config, AUTOSTART)], check=True)
    subprocess.run(['gdbus', 'call', '--session', '--dest', 'io.github.palpate.Palpate', '--object-path', '/io/github/palpate/Palpate',
                    '--method', 'org.freedesktop.Application.ActivateAction', 'quit', '[]', '{}'], check=True, stdout=subprocess.DEVNULL)
    wait_for('the window to go', lambda: not program.has_window())
    told = wait_for('a word that it still waits', lambda: [line for line in services.lines('notify') if line['title'] == WAITS])
    assert len(told) == 1
    wait_for('the reminder without a window', lambda: reminders(services))
    program.switch(False)
    wait_for('the file to go', lambda: program.autostart() is None)
    program.process.wait(10)   # nothing is left to wait for
    assert program.process.returncode == 0
    program.close()
    services.close()


def by_portal(wish):
    services = Services(wish)
    program = Program(reminders=False, due=8, GTK_USE_PORTAL='1')
    wait_for('the window', program.has_window)
    assert not services.lines('background'), 'asked before anybody wanted reminders'
    program.switch(True)
    asked = wait_for('the request', lambda: services.lines('background'))
    assert len(asked) == 1 and asked[0]['autostart'] and asked[0]['command'] == ['palpate', '--gapplication-service'], asked
    assert asked[0]['reason'] and program.autostart() is None
    if wish == 'deny':
        wait_for('the answer', lambda: 'does not let' in program.said())
    else:
        # newer GLib asks the portal in a sandbox only
        sent = wait_for('the reminder', lambda: [line for line in services.lines('portal-notify') if line['title'] == TITLE]
                        or reminders(services))
        assert len(sent[0].get('buttons', [1, 2])) == 2
    program.switch(False)
    given_back = wait_for('the request to be taken back', lambda: services.lines('background')[1:])
    assert not given_back[0]['autostart']
    program.close()
    services.close()


def off():
    """Returns what ends by itself, soon: a program that was started for nothing."""
    return Program('--gapplication-service', reminders=False), time.monotonic()


if __name__ == '__main__':
    for name, scenario in (('reminds_and_snoozes', reminds_and_snoozes), ('snooze_ends', snooze_ends), ('starts', starts), ('switching', switching),
                           ('portal_allows', lambda: by_portal('allow')), ('portal_denies', lambda: by_portal('deny'))):
        began = time.monotonic()
        scenario()
        print('ok - %s (%.1f s)' % (name, time.monotonic() - began), flush=True)
    services = Services()
    program, began = off()
    time.sleep(4)
    assert program.wakes_in() == 0 and not program.has_window() and not services.lines('notify')
    program.process.wait(30)
    assert not services.lines('notify', 'portal-notify') and program.autostart() is None
    print('ok - off (%.1f s)' % (time.monotonic() - began), flush=True)
