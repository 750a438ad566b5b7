# SPDX-License-Identifier: GPL-3.0-or-later
"""Small pieces of SVG text."""
import curves


def group(ident, parts):
    return '<g id="%s">\n%s\n</g>' % (ident, '\n'.join(p for p in parts if p))


def path(cls, d, ident='', more=''):
    if not d:
        return ''
    return '<path%s class="%s"%s d="%s"/>' % (' id="%s"' % ident if ident else '', cls, more, d)


def many(cls, pen, scale=1):
    """One class for many small paths."""
    if not pen.out:
        return ''
    more = '' if scale == 1 else ' transform="scale(%s)"' % curves.number(scale, 3)
    return '<g class="%s"%s>%s</g>' % (cls, more, ''.join('<path d="%s"/>' % d for d in pen.columns()))


def both(body, ident, parts):
    """The near half, and its mirror image by reference."""
    inner = ''.join(p for p in parts if p)
    if not inner or not body.halves:
        return inner
    return '<g id="%s">%s</g><use href="#%s" transform="scale(-1 1)"/>' % (ident, inner, ident)


def enlarged(body, text):
    """What was drawn enlarged (close-ups), brought back to the chart's units."""
    if body.zoom == 1 or not text:
        return text
    return '<g transform="scale(%s)">%s</g>' % (curves.number(1 / body.zoom, 5), text)
