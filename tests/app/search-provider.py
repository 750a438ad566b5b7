# SPDX-License-Identifier: GPL-3.0-or-later
"""The search of the desktop: a real D-Bus client asks a program that does not run; the bus starts it. Prints how long
the answers took."""
import json
import os
import subprocess
import sys
import tempfile
import time
import types

sys.path.insert(0, os.path.join(os.environ['PALPATE_SOURCE_DIR'], 'tests/support'))

PROGRAM_DEBUG = os.environ.pop('G_DEBUG', '')   # warnings of the program are fatal, not those of the test's own libraries

import gi  # noqa: E402

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

ID = 'io.github.palpate.Palpate'
SEARCH_ID = ID + '.SearchProvider'
PATH = '/io/github/palpate/Palpate'
INTERFACE = 'org.gnome.Shell.SearchProvider2'


class Bus:
    """A session bus that can start the program, by the service file that is installed."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        for name, folder in ((ID, 'src'), (SEARCH_ID, 'src/search-provider')):
            self.install_service(name, os.path.join(os.environ['PALPATE_BUILD_DIR'], folder))
        configuration = os.path.join(self.folder.name, 'bus.conf')
        with open(configuration, 'w', encoding='utf-8') as file:
            file.write('<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>'
                       '<servicedir>%s</servicedir><policy context="default"><allow send_destination="*" eavesdrop="true"/>'
                       '<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>' % self.folder.name)
        self.log = open(os.path.join(self.folder.name, 'log'), 'w+', encoding='utf-8')
        settings = os.path.join(self.folder.name, 'glib-2.0/settings/keyfile')
        os.makedirs(os.path.dirname(settings))
        with open(settings, 'w', encoding='utf-8') as file:
            file.write('[io/github/palpate/Palpate]\nsafety-read=true\n')   # not the first start
        environment = dict(os.environ, GTK_A11Y='none', G_DEBUG=PROGRAM_DEBUG, GSETTINGS_BACKEND='keyfile',
                           XDG_CONFIG_HOME=self.folder.name)   # as on a desktop without a screen reader
        self.daemon = subprocess.Popen(['dbus-daemon', '--nofork', '--print-address=1', '--config-file=' + configuration],
                                       stdout=subprocess.PIPE, stderr=self.log, text=True, env=environment)
        address = os.environ['DBUS_SESSION_BUS_ADDRESS'] = self.daemon.stdout.readline().strip()
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def install_service(self, name, folder):
        """The installed one, of the program that was built."""
        with open(os.path.join(os.environ['PALPATE_BUILD_DIR'], 'data', name + '.service'), encoding='utf-8') as file:
            command = next(line for line in file if line.startswith('Exec=')).removeprefix('Exec=').split()
        command[0] = os.path.join(folder, os.path.basename(command[0]))
        with open(os.path.join(self.folder.name, name + '.service'), 'w', encoding='utf-8') as file:
            file.write('[D-BUS Service]\nName=%s\nExec=%s\n' % (name, ' '.join(command)))

    def call(self, method, arguments, interface=INTERFACE, path=PATH + '/SearchProvider', name=SEARCH_ID):
        """Returns the answer and the milliseconds it took."""
        begin = time.monotonic()
        answer = self.connection.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 60000, None)
        return answer.unpack(), (time.monotonic() - begin) * 1000

    def ask_bus(self, method, arguments):
        answer, _ = self.call(method, arguments, 'org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus')
        return answer[0] if answer else None

    def runs(self, name=ID):
        return self.ask_bus('NameHasOwner', GLib.Variant('(s)', (name,)))

    def end_program(self):
        if self.runs():
            self.call('ActivateAction', GLib.Variant('(sava{sv})', ('quit', [], {})), 'org.freedesktop.Application', PATH, ID)
        wait_for('the program to end', lambda: not self.runs())

    def complaints(self):
        self.log.flush()
        self.log.seek(0)
        return [line for line in self.log if 'WARNING' in line or 'CRITICAL' in line or 'ERROR' in line]


def wait_for(what, condition, patience=20):
    end = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < end, 'waited in vain for ' + what
        time.sleep(0.05)


def windows():
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', '.'], capture_output=True, text=True, check=False)
    names = [subprocess.run(['xdotool', 'getwindowname', window], capture_output=True, text=True, check=False).stdout.strip()
             for window in found.stdout.split()]
    return [name for name in names if name]


def find(bus, *words):
    (results,), took = bus.call('GetInitialResultSet', GLib.Variant('(as)', (list(words),)))
    return results, took


def describe(bus, results):
    (metas,), took = bus.call('GetResultMetas', GLib.Variant('(as)', (results,)))
    return metas, took


def test_cold_start(bus):
    """Everyday words to places, muscles and points, from a program that does not run, and without a window."""
    assert not bus.runs(SEARCH_ID)
    results, cold = find(bus, 'stiff', 'neck')
    assert 'complaint/stiff-neck' in results and 'place/back-of-neck-left' in results, results
    assert {result.split('/')[0] for result in results} >= {'point', 'muscle'}, results
    metas, first = describe(bus, results)
    assert [meta['id'] for meta in metas] == results
    for meta in metas:
        assert meta['name'] and meta['description'], meta
        assert Gio.Icon.deserialize(GLib.Variant('(sv)', (meta['icon'][0], GLib.Variant('as', meta['icon'][1])))).get_names()[0] == ID
    print('cold start to the first answer %.0f ms, its descriptions %.1f ms' % (cold, first))
    assert windows() == [] and not bus.runs(), windows()


def test_answers_are_quick(bus):
    """While somebody types, every letter is answered."""
    worst = 0
    for text in ['headache at the temple', 'lower back pain', 'QL', 'golfers elbow', 'shoulder blade left', 'sternocleidomastoid']:
        for length in range(1, len(text) + 1):
            results, took = find(bus, *text[:length].split())
            _, described = describe(bus, results[:5])
            worst = max(worst, took, described)
    print('slowest answer while typing %.1f ms' % worst)


def test_what_is_found(bus):
    for words, wanted in [(['temple', 'left'], 'place/temple-left'), (['temple'], 'place/temple-right'), (['breastbone'], 'place/breastbone'),
                          (['SCM'], 'muscle/scm-sternal/left'), (['levator'], 'muscle/levator-scapulae/left')]:
        results, _ = find(bus, *words)
        assert wanted in results, (words, results)
    assert 'place/temple-right' not in find(bus, 'temple', 'left')[0]
    assert find(bus, 'xyzzy')[0] == []
    assert describe(bus, ['place/nowhere', 'muscle/none/left', 'flag/none', 'learn', ''])[0] == []
    (narrower,), _ = bus.call('GetSubsearchResultSet', GLib.Variant('(asas)', (find(bus, 'tem')[0], ['temple'])))
    assert 'place/temple-left' in narrower, narrower


def test_signs_come_first(bus):
    results, _ = find(bus, 'chest', 'pain')
    flags = [result for result in results if result.startswith('flag/')]
    assert flags and results[0] == flags[0], results


def open_by(bus, role, name, method, arguments, interface=INTERFACE, path=PATH + '/SearchProvider', owner=SEARCH_ID):
    """Calls a program that does not run; its window shows what was wanted."""
    import desktop

    bus.end_program()
    bus.ask_bus('UpdateActivationEnvironment', GLib.Variant('(a{ss})', ({'GTK_A11Y': 'atspi'},)))
    bus.call(method, arguments, interface, path, owner)
    wait_for('the program to start', bus.runs)
    program = desktop.Program.__new__(desktop.Program)   # one that the bus started
    program.process = types.SimpleNamespace(pid=bus.ask_bus('GetConnectionUnixProcessID', GLib.Variant('(s)', (ID,))))
    program.application = desktop.wait_for('the program', program.find_application)
    # what the window keeps but does not show has no extent
    desktop.wait_for('a %s “%s” that is shown' % (role, name), lambda: [item for item in program.all(role, name) if program.box_of(item)[2] > 0])
    return program


def test_result_opens_its_page(bus):
    result = GLib.Variant('(sasu)', ('point/levator-scapulae-TrP1/right', ['neck'], 0))
    name = describe(bus, ['point/levator-scapulae-TrP1/right'])[0][0]['name']
    open_by(bus, 'heading', name + ', right', 'ActivateResult', result)
    open_by(bus, 'heading', 'Temple and side of the head, left', 'ActivateResult', GLib.Variant('(sasu)', ('place/temple-left', ['temple'], 0)))
    open_by(bus, 'heading', 'Get help first', 'ActivateResult', GLib.Variant('(sasu)', ('flag/cauda-equina', ['back'], 0)))
    open_by(bus, 'heading', 'Where does it hurt?', 'ActivateResult', GLib.Variant('(sasu)', ('muscle/nobody/left', [], 0)))


def test_search_goes_on_in_the_window(bus):
    program = open_by(bus, 'heading', 'Search', 'LaunchSearch', GLib.Variant('(asu)', (['stiff', 'neck'], 0)))
    program.find('list item', 'Stiff neck, hard to turn')


def test_action_of_a_notification(bus):
    """What a notification holds is the same action, in a closed program."""
    arguments = GLib.Variant('(sava{sv})', ('open', [GLib.Variant('s', 'learn/how-to-press')], {}))
    open_by(bus, 'heading', 'How to press', 'ActivateAction', arguments, 'org.freedesktop.Application', PATH, ID)


def test_actions_of_the_desktop_file(bus):
    # a page that was never shown has no extent, and that of a sheet is not even made
    for action, role, name in (('new-session', 'label', 'Ready-made'), ('print-sheet', 'label', 'Save PDF')):
        open_by(bus, role, name, 'ActivateAction', GLib.Variant('(sava{sv})', (action, [], {})), 'org.freedesktop.Application', PATH, ID)


def open_file(bus, text, role, name):
    path = os.path.join(bus.folder.name, 'sheet.palpate')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    uris = GLib.Variant('(asa{sv})', ([Gio.File.new_for_path(path).get_uri()], {}))
    return open_by(bus, role, name, 'Open', uris, 'org.freedesktop.Application', PATH, ID)


def test_sheet_file_opens(bus):
    """From the file manager, in a closed program; a damaged one opens a page that says why."""
    sheet = {'format': 1, 'kind': 'palpate-sheet', 'title': 'Neck of Tuesday', 'tasks': [{'point': 'levator-scapulae-TrP1', 'side': 'left'}]}
    open_file(bus, json.dumps(sheet), 'image', 'Preview, page 1 of 1: Neck of Tuesday')
    open_file(bus, '{"format": 1, "kind": ', 'label', 'This sheet could not be opened')


def main():
    bus = Bus()
    try:
        for name, test in list(globals().items()):
            if name.startswith('test_'):
                test(bus)
                print('ok', name)
        bus.end_program()
        assert not bus.complaints(), bus.complaints()
    finally:
        bus.daemon.terminate()


if __name__ == '__main__':
    main()
