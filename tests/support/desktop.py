# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program as a person would: real mouse and keys, read back through the accessibility bus and by
looking at the screen. Needs a display and a session bus of its own (tests/support/private-session)."""
import atexit
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

# Warnings of the program are fatal; those of the test's own libraries and of the accessibility bus are not ours.
PROGRAM_DEBUG = os.environ.pop('G_DEBUG', None)

LAUNCHERS = ['/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi2-core/at-spi-bus-launcher',
             '/usr/lib/at-spi-bus-launcher', '/usr/libexec/at-spi2/at-spi-bus-launcher']
PATIENCE = 20.0
FUNCTION_KEYS = [*(str(code) for code in range(67, 77)), '95', '96']


def start_accessibility():
    """Starts the accessibility bus of this session. Must run before pyatspi is imported."""
    launcher = next((p for p in LAUNCHERS if os.path.exists(p)), None)
    if launcher is None:
        sys.exit('at-spi-bus-launcher is not installed')
    # an earlier bus of this display left its address there, and newer toolkits believe it
    subprocess.run(['xprop', '-root', '-remove', 'AT_SPI_BUS'], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    # its children must not hold on to our output, or whoever reads that waits for them
    process = subprocess.Popen([launcher, '--launch-immediately'], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    atexit.register(process.terminate)
    time.sleep(0.5)
    return process


BUS = start_accessibility()
import pyatspi  # noqa: E402


def role_of(item):
    """The role's name, the same at both ends of the toolkit."""
    return {'push button': 'button', 'toggle button': 'button'}.get(item.getRoleName(), item.getRoleName())


def wait_for(what, condition, patience=PATIENCE):
    """Returns the first true value of condition(); fails, naming what was waited for, when patience ends."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            value = condition()
        except Exception:  # an object that went away while it was looked at
            value = None
        if value:
            return value
        time.sleep(0.05)
    raise AssertionError('waited in vain for ' + what)


class Program:
    """The running program and its window."""

    def __init__(self, width=1280, height=800, arguments=(), environment=None):
        self.log = tempfile.NamedTemporaryFile('w+', prefix='palpate-log-')
        env = dict(os.environ, GTK_A11Y='atspi', **(environment or {}))
        env.pop('GTK_MODULES', None)
        if PROGRAM_DEBUG is not None:
            env['G_DEBUG'] = PROGRAM_DEBUG
        self.process = subprocess.Popen([os.environ['PALPATE_PROGRAM'], *arguments], env=env, stdout=self.log, stderr=self.log)
        atexit.register(self.process.kill)  # a test that failed leaves nothing running that its reader would wait for
        self.size = (width, height)
        try:
            self.window = wait_for('the window', lambda: self.x_window('^Palpate$'))
            self.application = wait_for('the program on the accessibility bus', self.find_application)
        except AssertionError as missing:
            raise AssertionError('%s; the program (%s) said:\n%s' % (missing, self.process.poll(), self.said())) from None

    def x_window(self, name):
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', name], capture_output=True, text=True)
        return found.stdout.split()[0] if found.stdout.split() else None

    def find_application(self):
        desktop = pyatspi.Registry.getDesktop(0)
        for i in range(desktop.childCount):
            child = desktop.getChildAtIndex(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def resize(self):
        self.xdotool('windowsize', '--sync', self.window, *map(str, self.size))
        time.sleep(0.4)

    @staticmethod
    def xdotool(*arguments):
        subprocess.run(['xdotool', *arguments], check=True, capture_output=True)

    def key(self, *keys):
        for key in keys:
            # xdotool holds Alt for function keys with newer keyboard data: they go by their codes
            self.xdotool('key', re.sub(r'\bF(\d+)$', lambda name: FUNCTION_KEYS[int(name.group(1)) - 1], key))
            time.sleep(0.08)

    def type(self, text):
        self.xdotool('type', '--delay', '30', text)

    def click(self, accessible, *modifiers, inside=(0.5, 0.5)):
        """Moves the real pointer onto an object and presses its button."""
        x, y = self.place_of(accessible, inside)
        self.xdotool('mousemove', str(x), str(y))
        time.sleep(0.15)
        for modifier in modifiers:
            self.xdotool('keydown', modifier)
        self.xdotool('click', '1')
        for modifier in modifiers:
            self.xdotool('keyup', modifier)
        time.sleep(0.1)

    def move_to(self, accessible, inside=(0.5, 0.5)):
        x, y = self.place_of(accessible, inside)
        self.xdotool('mousemove', str(x), str(y))

    def place_of(self, accessible, inside=(0.5, 0.5)):
        """Where an object is on the screen, told by where the window's content is, inside the drawn border."""
        box = self.box_of(accessible)
        shell = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', self.window], capture_output=True, text=True).stdout
        geometry = dict(line.split('=') for line in shell.split() if '=' in line)
        content = self.box_of(self.all('frame', 'Palpate')[0].getChildAtIndex(0))
        border = (int(geometry['WIDTH']) - content[2]) // 2
        return (int(geometry['X']) + border + int(box[0] - content[0] + box[2] * inside[0]),
                int(geometry['Y']) + border + int(box[1] - content[1] + box[3] * inside[1]))

    @staticmethod
    def box_of(accessible):
        box = accessible.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        return box.x, box.y, box.width, box.height

    def all(self, role=None, name=None, showing=True, root=None):
        """Every object of the tree with that role and a name that begins so."""
        found = []
        stack = [root or self.application]
        while stack:
            item = stack.pop()
            if item is None:
                continue
            try:
                good = (role is None or role_of(item) == role) and (name is None or item.name.startswith(name))
                # GTK 4.8 tells SHOWING of windows only; what is not visible hides all below it
                if showing and item is not self.application and not item.getState().contains(pyatspi.STATE_VISIBLE):
                    continue
                if good:
                    found.append(item)
                stack.extend(item.getChildAtIndex(i) for i in reversed(range(item.childCount)))
            except Exception:
                continue
        return found

    def find(self, role=None, name=None, patience=PATIENCE, showing=True):
        return wait_for('a %s “%s”' % (role or 'thing', name),
                        lambda: (self.all(role, name, showing) or [None])[0], patience)

    def texts(self):
        return [i.name for i in self.all() if i.name]

    def focused(self):
        for item in self.all():
            if item.getState().contains(pyatspi.STATE_FOCUSED):
                return item
        return None

    def picture(self, path=None):
        """A screenshot as an array of height × width × 3."""
        import numpy
        name = path or os.path.join(tempfile.gettempdir(), 'palpate-shot-%d.ppm' % os.getpid())
        subprocess.run(['import', '-window', 'root', '-depth', '8', name], check=True)
        if path:
            return None
        with open(name, 'rb') as f:
            data = f.read()
        os.unlink(name)
        header = data.split(b'\n', 3)
        width, height = map(int, header[1].split())
        return numpy.frombuffer(header[3], numpy.uint8, width * height * 3).reshape(height, width, 3).astype(int)

    def rest(self):
        """Waits until the picture no longer changes."""
        last = self.picture()
        for _ in range(60):
            time.sleep(0.15)
            now = self.picture()
            if (now == last).all():
                return now
            last = now
        return last

    def said(self):
        """What the program wrote to its log until now."""
        with open(self.log.name, encoding='utf-8') as log:
            return log.read()

    def close(self):
        """Ends the program; fails if it crashed or said anything of a warning."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
        said = self.said()
        bad = [line for line in said.splitlines() if 'WARNING' in line or 'CRITICAL' in line or 'ERROR' in line]
        assert self.process.returncode in (0, -signal.SIGTERM), 'the program ended with %s:\n%s' % (self.process.returncode, said)
        assert not bad, 'the program complained:\n' + '\n'.join(bad)


def dismiss_safety_note(program):
    """The first thing a new user does. The note is a window of its own at the old end of the toolkit only."""
    program.find('button', 'I have read this')
    time.sleep(0.3)
    program.key('Return')
    wait_for('the safety note to go', lambda: not program.all('button', 'I have read this'))
