# SPDX-License-Identifier: GPL-3.0-or-later
"""No string escapes translation, and a right-to-left interface mirrors everything but the body."""
import glob
import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.environ['PALPATE_SOURCE_DIR'], 'tests', 'support'))
import pseudo  # noqa: E402
from desktop import Program, dismiss_safety_note, role_of, wait_for  # noqa: E402

# Not for translators: Latin names, numbers and letters, names of sources, the toolkit's own words.
UNTRANSLATED = {'Palpate', 'Close', 'Minimize', 'Maximize', '•', '', 'A', 'B'}
with open(os.path.join(os.environ['PALPATE_SOURCE_DIR'], 'data/content/sources.json'), encoding='utf-8') as f:
    UNTRANSLATED |= {source['title'] for source in json.load(f)['sources']}
READ = {'label', 'heading', 'button', 'list item', 'check box', 'entry', 'page tab'}


def is_bare(text):
    return (text not in UNTRANSLATED and '⟦' not in text and not text.isdigit() and 'Musculus' not in text
            and 'Musculi' not in text and not text.startswith(('Gtk', 'Adw')))


def bare_texts(program, page):
    found = []
    for item in program.all():
        if role_of(item) in READ and (is_bare(item.name) or (item.description and is_bare(item.description))):
            if item.description not in ('Close the window', 'Minimize the window', 'Maximize the window', 'Toggle maximize the window'):
                found.append('%s: %s “%s” “%s”' % (page, role_of(item), item.name, item.description))
    return found


def start(locale, language):
    # newer C libraries do not translate in the locale C; one is made, since none need be there
    name = {'xx': 'en_US', 'ar': 'ar_AE'}[language]
    subprocess.run(['localedef', '-i', name, '-f', 'UTF-8', os.path.join(locale, name + '.UTF-8')], check=True)
    program = Program(environment={'LANGUAGE': language, 'PALPATE_LOCALE_DIR': locale, 'LOCPATH': locale, 'LC_ALL': name + '.UTF-8'})
    wait_for('the safety note', lambda: [h for h in program.all('heading') if h.name.startswith('⟦')])
    return program


def every_text_is_marked(locale):
    program = start(locale, 'xx')
    bare = bare_texts(program, 'safety note')
    wait_for('focus', program.focused)
    program.key('Return')
    program.resize()
    bare += bare_texts(program, 'start')
    program.key('Home')
    wait_for('all areas', lambda: [h for h in program.all('heading') if 'Åll' in h.name])
    bare += bare_texts(program, 'all areas')
    program.key('Escape', 'ctrl+f')
    program.type('SCM')
    row = wait_for('a result', lambda: [i for i in program.all('list item') if 'ŠÇM' in i.name])[0]
    bare += bare_texts(program, 'search')
    program.click(row, inside=(0.3, 0.5))
    wait_for('the muscle', lambda: [h for h in program.all('heading') if 'ŠÇM' in h.name])
    bare += bare_texts(program, 'muscle')
    place = wait_for('the neck', lambda: [b for b in program.all('button') if pseudo.pseudo('Back of the neck') in b.name])[0]
    program.click(place)
    wait_for('sources', lambda: [i for i in program.all('label') if 'Möšţ' in i.name])
    bare += bare_texts(program, 'place')
    row = wait_for('a source', lambda: [i for i in program.all('list item') if 'ţråpézîûš' in i.name])[0]
    program.click(row, inside=(0.3, 0.5))
    wait_for('the point', lambda: [h for h in program.all('heading') if 'ţråpézîûš' in h.name])
    bare += bare_texts(program, 'point')
    program.close()
    assert not bare, 'never marked for translation:\n' + '\n'.join(sorted(set(bare)))


def body_is_not_mirrored(locale):
    program = start(locale, 'ar')
    wait_for('focus', program.focused)
    program.key('Return')
    program.resize()
    search = program.place_of(wait_for('search', lambda: program.all('entry'))[0])
    sides = sorted((program.place_of(b)[0], b.name) for b in program.all('button') if pseudo.pseudo('Back of the neck') in b.name)
    assert search[0] < sides[0][0], 'the panel is not at the left'
    assert len(sides) == 2, sides
    assert 'léfţ' in sides[0][1] and 'rîghţ' in sides[-1][1], 'the back view is mirrored: %s' % sides
    if len(sys.argv) > 1:
        program.rest()
        program.picture(sys.argv[1])
    program.close()


def content_point(name):
    for path in glob.glob(os.path.join(os.environ['PALPATE_SOURCE_DIR'], 'data/content/muscles/*.json')):
        with open(path, encoding='utf-8') as f:
            for point in (p for muscle in json.load(f)['muscles'] for p in muscle['points']):
                if point['id'] == name:
                    return point
    raise AssertionError('no point ' + name)


def open_point(program, name, shown):
    """Opens a point's page and waits for a text of it."""
    subprocess.run(['gdbus', 'call', '--session', '--dest', 'io.github.palpate.Palpate', '--object-path', '/io/github/palpate/Palpate',
                    '--method', 'org.freedesktop.Application.ActivateAction', 'open', "[<'point/%s/left'>]" % name, '{}'],
                   check=True, stdout=subprocess.DEVNULL)
    wait_for('the page of ' + name, lambda: [i for i in program.all('label') if i.name == shown])


def tags(program, name):
    return [i for i in program.all('label') if i.name == name]


def what_is_not_translated_says_so(_locale):
    point, other = content_point('trapezius-upper-TrP1'), content_point('soleus-TrP1')
    left_out = {(point['id'], text) for text in (point['where'], point['essentialText'], *point['find'])}
    english = pseudo.pseudo('English')
    with tempfile.TemporaryDirectory() as folder:
        pseudo.main(os.path.join(os.environ['PALPATE_BUILD_DIR'], 'po', 'palpate.pot'), folder, 'ar', left_out)
        program = start(folder, 'ar')
        wait_for('focus', program.focused)
        program.key('Return')
        program.resize()
        open_point(program, other['id'], pseudo.pseudo(other['where']))
        assert not tags(program, english), 'a tag where everything is translated'
        open_point(program, point['id'], point['where'])
        found = tags(program, english)
        assert [t.description for t in found] == [pseudo.pseudo('Not translated yet: this text is in English')] * 2, found
        # one at the row that is in English beside one that is not, one at the head of the section that is so throughout
        texts = [t for t in program.texts() if t in (english, point['essentialText'], pseudo.pseudo(point['spilloverText']),
                                                     pseudo.pseudo('How to find it'), point['where'])]
        texts = [t for i, t in enumerate(texts) if i == 0 or t != texts[i - 1]]
        assert texts == [point['essentialText'], english, pseudo.pseudo(point['spilloverText']), pseudo.pseudo('How to find it'),
                         english, point['where']], texts
        program.key('ctrl+t')
        wait_for('the session', lambda: program.all('button', pseudo.pseudo('Stop')))
        # the old end of the toolkit tells what the page behind holds, too
        behind = tags(program, english)
        assert len(behind) in (0, len(found)), 'a tag at the first step, which is translated'
        program.key('Right')
        wait_for('how to get into position', lambda: [i for i in program.all('label') if i.name == point['where']])
        wait_for('a tag at a step in English', lambda: tags(program, english)[len(behind):])
        program.close()


def english_has_no_tags(_locale):
    program = Program()
    dismiss_safety_note(program)
    program.resize()
    point = content_point('trapezius-upper-TrP1')
    open_point(program, point['id'], point['where'])
    assert not tags(program, 'English'), 'a tag in English'
    program.close()


if __name__ == '__main__':
    with tempfile.TemporaryDirectory() as folder:
        for language in ('xx', 'ar'):
            pseudo.main(os.path.join(os.environ['PALPATE_BUILD_DIR'], 'po', 'palpate.pot'), folder, language)
        for check in (every_text_is_marked, body_is_not_mirrored, what_is_not_translated_says_so, english_has_no_tags):
            check(folder)
            print('ok - ' + check.__name__, flush=True)
