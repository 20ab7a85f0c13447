"""What a text puts in quotation marks, of whatever form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .words import Span

_SIGNS = frozenset("«»“”„\"'‘’‹›")
_QUOTED = re.compile(
    r"«(?P<a>[^«»]*)»|[“„](?P<b>[^“”„]*)[”“]|(?<!\d)\"(?P<c>[^\"]+)\"|‹(?P<d>[^‹›]*)›"
    r"|(?<!\w)['‘](?P<e>(?=\S)[^'’‘]*(?:['’]\w[^'’‘]*)*(?<=\S))['’](?!\w)"
)
_SINGLE = re.compile(r"(?<!\w)['‘](?=\w)")


def quotations(text: str) -> Iterator[Span]:
    """Where each stretch between quotation marks is, without them; a mark without its partner quotes nothing."""
    if _SIGNS.isdisjoint(text):
        return
    for found in _QUOTED.finditer(text):
        yield found.span(found.lastgroup or 0)


def has_quotation_marks(text: str) -> bool:
    """Whether anything in a text may be a quotation mark; apostrophes are none."""
    if '"' in text or "“" in text or "«" in text or "”" in text or "»" in text or "„" in text or "‹" in text:
        return True
    return ("'" in text or "‘" in text) and _SINGLE.search(text) is not None
