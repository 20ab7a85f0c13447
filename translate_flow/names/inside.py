"""Words of one name that have changed places: *Rosa Alva de Ruiz*, *Rosa Ruiz de Alva*."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from ..language.words import Span, TextWords, folded
from .name import Name
from .order import capitalised_once, parts_of_one

_CAPITAL = re.compile(r"[A-ZÁÉÍÓÚÜÑ][^\W\d_]+")
_HUSBAND = re.compile(r" (?:viuda )?de(?: la| los| las|l)? [A-ZÁÉÍÓÚÜÑ][^\W\d_]+")
"""What a married woman's name may have behind it, or where somebody is from."""


@dataclass(frozen=True, slots=True)
class Turned:
    """Two words of a name, in the order of the source."""

    name: str
    """As the source writes it."""
    first: str
    second: str
    span: Span
    """Where the translation has the second one: before the first."""


def turned_inside(source: str, names: Iterable[Name], there: TextWords) -> Turned | None:
    """Two words of a person's name that changed places in a translation, given as its words; None if there are none.

    Surnames put before the given names, or behind them, are in their order still.
    """
    theirs: dict[str, Span] | None = None
    for name in names:
        if name.kind != "person":
            continue
        more = _HUSBAND.match(source, name.end)
        text = name.text + (more[0] if more else "")
        words = _CAPITAL.findall(text)
        if len(words) < 3:
            continue
        theirs = capitalised_once(there) if theirs is None else theirs
        spans = [theirs[low] for word in words if (low := folded(word)) in theirs]
        if len(set(spans)) < len(words) or spans == sorted(spans):
            continue
        order = sorted(range(len(words)), key=spans.__getitem__)
        begin = order.index(0)
        if order[begin:] + order[:begin] == list(range(len(words))):
            continue
        if all(parts_of_one(there.text, spans[a], spans[b]) for a, b in pairwise(order)):
            at = next(n for n, place in enumerate(order) if n != place)
            return Turned(text, words[at], words[order[at]], spans[order[at]])
    return None
