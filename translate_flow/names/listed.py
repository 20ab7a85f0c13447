"""Names that a statement lists (signatories, the dead) as terms: what stays in the list stays in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model import Kind, Segment, Term

_MARKUP = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|\[\^[^\[\]]+\]|[*_`~]+|</?[a-z]+\d*/?>")
_PLACE = re.compile(r"(?<!\s)\s*(?:\((?=[^()]*[a-záéíóúñ])[^()]*\)|,[^,]*)\s*$")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 12


def listed_terms(segments: Iterable[Segment]) -> list[Term]:
    """The names among a statement's list items, to be kept; a country or place behind them is not part.

    One word alone is left out, unless it has capitals inside: *Puno* in a table is not a reason to
    take it for a name elsewhere, *CooperAcción* is.
    """
    found: dict[str, Term] = {}
    for segment in segments:
        if segment.kind is not Kind.NAME:
            continue
        name = " ".join(_MARKUP.sub(r"\1", segment.text).split()).rstrip(".,; ")
        while (shorter := _PLACE.sub("", name)) != name:
            name = shorter
        words = _WORD.findall(name)
        if words and len(words) <= _MOST_WORDS and (len(words) > 1 or any(c.isupper() for c in name[1:])):
            found.setdefault(name, Term(name, "", "organisation"))
    return list(found.values())
