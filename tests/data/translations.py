# SPDX-License-Identifier: GPL-3.0-or-later
"""Each language of po/LINGUAS has every text of the interface and all that required_texts.py names, keeps what is filled in
at run time, and holds nothing that is no longer in the program."""
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(__file__))
from required_texts import read_template, required  # noqa: E402

SOURCE = os.environ['PALPATE_SOURCE_DIR']
TEMPLATE = os.path.join(os.environ['PALPATE_BUILD_DIR'], 'po', 'palpate.pot')
PLACEHOLDER = re.compile(r'%(?:\d+\$)?[-+0 #]*\d*(?:\.\d+)?(?:ll|l|z)?[sdufixc]|%%')
# Of the required texts of the content, so many must be there; the interface must be whole.
CONTENT_SHARE = 0.98


def placeholders(text):
    return sorted(re.sub(r'\d+\$', '', found) for found in PLACEHOLDER.findall(text))


def forms_of(entry):
    return [text for member, text in entry.items() if member.startswith('msgstr')] if entry else []


def check_entry(key, template, entry):
    """Yields what is wrong with a translation that is there."""
    wanted = [placeholders(template['msgid'])]
    if 'msgid_plural' in template:
        # a form for exactly one or two may say the number in words
        wanted += [placeholders(template['msgid_plural']), placeholders(template['msgid_plural'])[1:]]
    for form in forms_of(entry):
        if placeholders(form) not in wanted:
            yield f'“{key[1]}” has the placeholders {wanted[0]}, its translation {placeholders(form)}: “{form}”'
        if key[1].count('_') == 1 and re.search(r'_\w', key[1]) and ' ' not in key[1].strip('_') and form.count('_') != 1:
            yield f'“{key[1]}” has a mnemonic, its translation “{form}” has none'


def check_language(language, template):
    path = os.path.join(SOURCE, 'po', language + '.po')
    with tempfile.NamedTemporaryFile() as mo:
        result = subprocess.run(['msgfmt', '--check', '-o', mo.name, path], capture_output=True, text=True)
    problems = [] if result.returncode == 0 else [result.stderr]
    entries = read_template(path)
    needed = required(set(template))
    missing = [key for key in needed if not all(forms_of(entries.get(key))) or not entries.get(key)]
    for key, text in template.items():
        entry = entries.get(key)
        if text['located'] and (not entry or not all(forms_of(entry))):
            problems.append(f'not translated: “{key[1]}”')
        if entry and entry['fuzzy']:
            problems.append(f'fuzzy: “{key[1]}”')
        if entry and all(forms_of(entry)):
            problems += check_entry(key, text, entry)
    problems += [f'no longer in the program: “{key[1]}”' for key in entries if key not in template]
    if len(missing) > (1 - CONTENT_SHARE) * len(needed):
        problems += [f'not translated ({needed[key]}, {key[0]}): “{key[1]}”' for key in missing]
    print(f'{language}: {len(needed) - len(missing)} of {len(needed)} required texts of the content, '
          f'{len(entries)} texts in all of {len(template)}')
    return [f'{language}.po: {problem}' for problem in problems]


def main():
    template = read_template(TEMPLATE)
    with open(os.path.join(SOURCE, 'po', 'LINGUAS'), encoding='utf-8') as f:
        languages = [line.strip() for line in f if line.strip() and not line.startswith('#')]
    problems = [problem for language in languages for problem in check_language(language, template)]
    for problem in problems[:60]:
        print('problem: ' + problem, file=sys.stderr)
    if len(problems) > 60:
        print(f'and {len(problems) - 60} more', file=sys.stderr)
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
