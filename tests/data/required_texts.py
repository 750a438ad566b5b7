# SPDX-License-Identifier: GPL-3.0-or-later
"""Which texts of data/content every language must have: all but the titles of sources and the words that only the search
knows; of these, those that lead to a warning sign or to the care profile. What is not translated falls back to English, item by item.
    python3 tests/data/required_texts.py     counts them, by file
"""
import glob
import json
import os

CONTENT = os.path.join(os.path.dirname(__file__), '..', '..', 'data', 'content')

# Members that are shown to the reader, by file. A file that is not named here is required whole.
SHOWN = {'sources': set()}
# Never shown as such: ids, references, words for the search.
HIDDEN = {'id', 'synonyms', 'sources', 'address', 'kind', 'grade', 'format', '$schema'}
# The file whose words for the search keep people safe.
SAFE_WORDS = 'cautions'


def texts_of(node, context, wanted, hidden=HIDDEN):
    """Yields (context, text) for every text below an item."""
    if isinstance(node, dict):
        context = node.get('id', context)
        for member, value in node.items():
            if member in hidden:
                continue
            if isinstance(value, str):
                if wanted is None or member in wanted:
                    yield context, value
            elif isinstance(value, list) and value and all(isinstance(v, str) for v in value):
                if wanted is None or member in wanted:
                    for text in value:
                        yield context, text
            else:
                yield from texts_of(value, context, wanted, hidden)
    elif isinstance(node, list):
        for item in node:
            yield from texts_of(item, context, wanted, hidden)


def required(known):
    """The (context, text) pairs that must be translated; known is what the template holds."""
    result = {}
    for path in sorted(glob.glob(os.path.join(CONTENT, '**', '*.json'), recursive=True)):
        name = os.path.relpath(path, CONTENT)
        stem = name.split('/')[0].removesuffix('.json')
        with open(path, encoding='utf-8') as f:
            content = json.load(f)
        for pair in texts_of(content, None, SHOWN.get(stem), HIDDEN - {'synonyms'} if stem == SAFE_WORDS else HIDDEN):
            if pair in known:
                result[pair] = name
    return result


def read_template(path):
    """The (context, text) pairs of a .po or .pot file with their translations, by gettext's own reader."""
    import re
    import subprocess
    text = subprocess.run(['msgcat', '--no-wrap', path], capture_output=True, text=True, check=True).stdout
    entries = {}
    for block in text.split('\n\n'):
        fields = {}
        current = None
        for line in block.split('\n'):
            match = re.match(r'(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) "(.*)"$', line)
            if match:
                current = match.group(1)
                fields[current] = match.group(2)
            elif line.startswith('"') and current:
                fields[current] += line[1:-1]
        if fields.get('msgid'):
            unescape = lambda s: s.replace('\\n', '\n').replace('\\"', '"').replace('\\\\', '\\') if s is not None else None
            key = (unescape(fields.get('msgctxt')), unescape(fields['msgid']))
            entries[key] = {k: unescape(v) for k, v in fields.items()} | {'fuzzy': '#, fuzzy' in block, 'located': '\n#: ' in '\n' + block}
    return entries


if __name__ == '__main__':
    import collections
    import sys
    known = read_template(sys.argv[1])
    counts = collections.Counter(required(set(known)).values())
    for name, count in counts.items():
        print(f'{count:5} {name}')
    print(f'{sum(counts.values()):5} of content, {sum(e["located"] for e in known.values())} of the interface')
