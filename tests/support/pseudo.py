# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a translation of everything into ⟦åççéñţéð⟧ text: what shows without brackets was never marked for translation.

usage: pseudo.py POT LOCALE-FOLDER LANGUAGE
"""
import os
import re
import subprocess
import sys

ACCENTS = str.maketrans('aceinostuyACEINOSTUY', 'åçéîñöšţûýÅÇÉÎÑÖŠŢÛÝ')
PLACEHOLDER = re.compile(r'(%(?:\d+\$)?[-+ #0]*\d*(?:\.\d+)?(?:l|ll|z)?[diufsc%]|<[^>]*>|&[a-z]+;|\\.)')


def pseudo(text):
    body = re.fullmatch(r'((?:\\n)*)(.*?)((?:\\n)*)', text)
    parts = PLACEHOLDER.split(body.group(2))
    return body.group(1) + '⟦' + ''.join(p if i % 2 else p.translate(ACCENTS) for i, p in enumerate(parts)) + '⟧' + body.group(3)


def string_of(lines):
    return ''.join(re.findall(r'"(.*)"', line)[0] for line in lines)


def translate(pot, left_out):
    """Yields the lines of a .po in which every message is pseudo-translated, but those that nobody got to."""
    for block in re.split(r'\n\n', pot)[1:]:
        lines = [line for line in block.split('\n') if line and not line.startswith('#')]
        fields, name = {}, None
        for line in lines:
            match = re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) (".*")', line)
            if match:
                name = match.group(1)
                fields[name] = [match.group(2)]
            else:
                fields[name].append(line)
        if not string_of(fields['msgid']) or (string_of(fields.get('msgctxt', [])), string_of(fields['msgid'])) in left_out:
            continue
        if 'msgctxt' in fields:
            yield 'msgctxt "%s"' % string_of(fields['msgctxt'])
        yield 'msgid "%s"' % string_of(fields['msgid'])
        if 'msgid_plural' in fields:
            yield 'msgid_plural "%s"' % string_of(fields['msgid_plural'])
            yield 'msgstr[0] "%s"' % pseudo(string_of(fields['msgid']))
            yield 'msgstr[1] "%s"' % pseudo(string_of(fields['msgid_plural']))
        else:
            yield 'msgstr "%s"' % pseudo(string_of(fields['msgid']))
        yield ''


def main(pot_path, locale_folder, language, left_out=()):
    """left_out: (context, text) of what is not translated."""
    folder = os.path.join(locale_folder, language, 'LC_MESSAGES')
    os.makedirs(folder, exist_ok=True)
    po = os.path.join(folder, 'palpate.po')
    with open(pot_path, encoding='utf-8') as f:
        pot = f.read()
    with open(po, 'w', encoding='utf-8') as f:
        f.write('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n')
        f.write('\n'.join(translate(pot, left_out)) + '\n')
    subprocess.run(['msgfmt', '-o', os.path.join(folder, 'palpate.mo'), po], check=True)


if __name__ == '__main__':
    main(*sys.argv[1:])
