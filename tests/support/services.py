# SPDX-License-Identifier: GPL-3.0-or-later
"""Services of a desktop on a private bus: notifications, the session manager's inhibitors, and the portal that a sandbox
asks for leave to wait in the background and to notify, and a newer toolkit to keep the screen awake. Every call is written as one line of JSON to the file that is
named; `Services` starts it beside a test and reads that file.

    python3 services.py LOG [allow|deny]   with a portal that allows or denies
"""
import atexit
import json
import os
import re
import subprocess
import sys
import tempfile
import time

INTERFACES = '''
<node>
  <interface name="org.freedesktop.Notifications">
    <method name="Notify">
      <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
      <arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
      <arg type="u" direction="out"/>
    </method>
    <method name="CloseNotification"><arg type="u" direction="in"/></method>
    <method name="GetCapabilities"><arg type="as" direction="out"/></method>
    <method name="GetServerInformation">
      <arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/>
    </method>
    <method name="Press"><arg type="u" direction="in"/><arg type="s" direction="in"/></method>
    <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
    <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
  </interface>
  <interface name="org.gnome.SessionManager">
    <method name="RegisterClient"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="o" direction="out"/></method>
    <method name="UnregisterClient"><arg type="o" direction="in"/></method>
    <method name="Inhibit">
      <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="u" direction="in"/>
      <arg type="u" direction="out"/>
    </method>
    <method name="Uninhibit"><arg type="u" direction="in"/></method>
    <property name="SessionIsActive" type="b" access="read"/>
    <property name="InhibitedActions" type="u" access="read"/>
  </interface>
  <interface name="org.gnome.SessionManager.ClientPrivate">
    <method name="EndSessionResponse"><arg type="b" direction="in"/><arg type="s" direction="in"/></method>
  </interface>
  <interface name="org.freedesktop.portal.Background">
    <method name="RequestBackground">
      <arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/>
    </method>
  </interface>
  <interface name="org.freedesktop.portal.Inhibit">
    <method name="Inhibit">
      <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/>
    </method>
    <method name="CreateMonitor"><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
    <property name="version" type="u" access="read"/>
  </interface>
  <interface name="org.freedesktop.portal.Request"><method name="Close"/></interface>
  <interface name="org.freedesktop.portal.Notification">
    <method name="AddNotification"><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/></method>
    <method name="RemoveNotification"><arg type="s" direction="in"/></method>
  </interface>
</node>'''
PORTAL = '/org/freedesktop/portal/desktop'


def serve(path, *wishes):
    from gi.repository import Gio, GLib

    log = open(path, 'a', buffering=1)
    interfaces = {i.name: i for i in Gio.DBusNodeInfo.new_for_xml(INTERFACES).interfaces}
    state = {'next': 1, 'inhibitors': {}, 'owned': 0}

    def write(what, **details):
        log.write(json.dumps(dict(details, what=what, time=time.monotonic())) + '\n')

    def called(connection, sender, object_path, interface, method, parameters, invocation):
        arguments = parameters.unpack()
        answer = None
        if method == 'Notify':
            number = arguments[1] or state['next']
            state['next'] = max(state['next'], number + 1)
            write('notify', id=number, replaces=arguments[1], title=arguments[3], body=arguments[4], actions=arguments[5])
            answer = GLib.Variant('(u)', (number,))
        elif method == 'CloseNotification':
            write('close', id=arguments[0])
        elif method == 'GetCapabilities':
            answer = GLib.Variant('(as)', (['actions', 'body'],))
        elif method == 'GetServerInformation':
            answer = GLib.Variant('(ssss)', ('test', 'test', '1', '1.2'))
        elif method == 'Press':
            connection.emit_signal(None, '/org/freedesktop/Notifications', 'org.freedesktop.Notifications', 'ActionInvoked', parameters)
        elif method == 'RegisterClient':
            answer = GLib.Variant('(o)', ('/org/gnome/SessionManager/Client1',))
        elif method == 'Inhibit' and interface == 'org.freedesktop.portal.Inhibit':   # what newer toolkits ask
            request = '%s/request/%d' % (PORTAL, state['next'])
            state['next'] += 1
            state['inhibitors'][request] = sender
            connection.register_object(request, interfaces['org.freedesktop.portal.Request'], called, None, None)
            write('inhibit', cookie=request, flags=arguments[1], reason=arguments[2]['reason'])
            answer = GLib.Variant('(o)', (request,))
        elif method == 'CreateMonitor':
            answer = GLib.Variant('(o)', (PORTAL + '/session/1',))
        elif method == 'Close' and state['inhibitors'].pop(object_path, None):
            write('uninhibit', cookie=object_path)
        elif method == 'Inhibit':
            cookie = state['next']
            state['next'] += 1
            state['inhibitors'][cookie] = sender
            write('inhibit', cookie=cookie, flags=arguments[3], reason=arguments[2])
            answer = GLib.Variant('(u)', (cookie,))
        elif method == 'Uninhibit':
            state['inhibitors'].pop(arguments[0], None)
            write('uninhibit', cookie=arguments[0])
        elif method == 'RequestBackground':
            options = arguments[1]
            request = '%s/request/%s/%s' % (PORTAL, sender[1:].replace('.', '_'), options['handle_token'])
            write('background', autostart=options['autostart'], command=options['commandline'], reason=options['reason'])
            answer = GLib.Variant('(o)', (request,))
            granted = 'deny' not in wishes
            results = {'background': GLib.Variant('b', granted), 'autostart': GLib.Variant('b', granted and options['autostart'])}
            GLib.idle_add(lambda: connection.emit_signal(sender, request, 'org.freedesktop.portal.Request', 'Response',
                                                         GLib.Variant('(ua{sv})', (0 if granted else 1, results))) and False)
        elif method == 'AddNotification':
            write('portal-notify', id=arguments[0], title=arguments[1]['title'], buttons=arguments[1].get('buttons', []))
        invocation.return_value(answer)

    def read_property(connection, sender, object_path, interface, name):
        return GLib.Variant('b', True) if name == 'SessionIsActive' else GLib.Variant('u', 3 if name == 'version' else 0)

    def owner_changed(connection, sender, object_path, interface, signal, parameters):
        # what a session manager does when a client is gone
        name, _before, after = parameters.unpack()
        for cookie in [c for c, owner in state['inhibitors'].items() if owner == name and not after]:
            del state['inhibitors'][cookie]
            write('uninhibit', cookie=cookie, gone=True)

    def acquired(connection, name):
        state['owned'] += 1
        if state['owned'] == len(names):
            write('ready')

    names = ['org.freedesktop.Notifications', 'org.gnome.SessionManager']
    if wishes:
        names.append('org.freedesktop.portal.Desktop')
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for object_path, interface in (('/org/freedesktop/Notifications', 'org.freedesktop.Notifications'),
                                   ('/org/gnome/SessionManager', 'org.gnome.SessionManager'),
                                   ('/org/gnome/SessionManager/Client1', 'org.gnome.SessionManager.ClientPrivate'),
                                   (PORTAL, 'org.freedesktop.portal.Background'),
                                   (PORTAL, 'org.freedesktop.portal.Inhibit'), (PORTAL, 'org.freedesktop.portal.Notification')):
        bus.register_object(object_path, interfaces[interface], called, read_property, None)
    bus.signal_subscribe('org.freedesktop.DBus', 'org.freedesktop.DBus', 'NameOwnerChanged', None, None, Gio.DBusSignalFlags.NONE, owner_changed)
    for name in names:
        Gio.bus_own_name_on_connection(bus, name, Gio.BusNameOwnerFlags.NONE, acquired, None)
    GLib.MainLoop().run()


def portal_environment():
    """What has the program use the portal beside a test: newer toolkits look whether the bus could start one."""
    version = subprocess.run([os.environ['PALPATE_PROGRAM'], '--version'], capture_output=True, text=True, check=True).stdout
    return {'GDK_DEBUG': 'portals'} if int(re.search(r'GTK 4\.(\d+)', version).group(1)) >= 18 else {}


class Services:
    """The services beside a test; with a portal if that is to `allow` or to `deny`."""

    def __init__(self, *wishes):
        self.log = tempfile.NamedTemporaryFile('r', prefix='palpate-services-')
        self.process = subprocess.Popen([sys.executable, os.path.abspath(__file__), self.log.name, *wishes], stdin=subprocess.DEVNULL)
        atexit.register(self.process.kill)  # a test that failed leaves nothing running that its reader would wait for
        end = time.monotonic() + 10
        while not self.lines('ready'):
            assert time.monotonic() < end and self.process.poll() is None, 'the services did not start'
            time.sleep(0.05)

    def lines(self, *kinds):
        with open(self.log.name, encoding='utf-8') as file:
            entries = [json.loads(line) for line in file if line.endswith('\n')]
        return [entry for entry in entries if not kinds or entry['what'] in kinds]

    @staticmethod
    def press(notification, action):
        """Presses a button of a notification."""
        subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.freedesktop.Notifications', '--object-path',
                        '/org/freedesktop/Notifications', '--method', 'org.freedesktop.Notifications.Press',
                        str(notification), action], check=True, capture_output=True)

    def inhibitors(self):
        """How many there are now."""
        return len(self.lines('inhibit')) - len(self.lines('uninhibit'))

    def close(self):
        self.process.terminate()
        self.process.wait()


if __name__ == '__main__':
    serve(*sys.argv[1:])
