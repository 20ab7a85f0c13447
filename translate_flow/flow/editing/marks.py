"""The inline marks of a source that a translation has to have as well."""

from __future__ import annotations

import re

from ...markup import pairs as markup
from ...markup.inline import FORMATS

_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]+\]")
_TAG = re.compile(r"<(/?)(b|i|u|s|sub|sup|[afx][1-9][0-9]{0,3})(?: ?(/))?>")
PLAIN = frozenset({"plain"})
"""Formats whose texts have no marks."""


def marks_of_source(format_name: str, source: str) -> list[tuple[str, str]]:
    """Opening and closing mark of each pair in the source, in order; a single mark closes with nothing."""
    if format_name in PLAIN:
        return []
    if format_name in FORMATS:
        found = [(m[0], f"</{m[2]}>" if not m[3] else "") for m in _TAG.finditer(source) if not m[1]]
    else:
        pairs = sorted(markup.pairs(source), key=lambda p: p.start)
        places = [(p.start, source[p.start : p.inner], source[p.outer : p.end]) for p in pairs]
        places += [(start, source[start:end], "") for start, end in markup.lone_tags(source)]
        places += [(m.start(), m[0], "") for m in _FOOTNOTE.finditer(source)]
        found = [(opening, closing) for _, opening, closing in sorted(places)]
    return list(dict.fromkeys(found))
