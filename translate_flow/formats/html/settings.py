"""What the elements around a block say of its place in the page: numbers of lists, menus and running heads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .tokens import Attribute

_FORMS = frozenset("1aAiI")
_ALWAYS = frozenset({"nav", "menu", "search", "dialog"})
"""Elements that hold what a page offers, never what a statement says."""
_FRAME = frozenset({"header", "footer", "aside"})
"""Elements that are the page's own head, foot and margin, unless they stand in its article."""
_ARTICLE = frozenset({"main", "article"})


def outside_page(names: Sequence[str]) -> bool:
    """Whether a block is not part of what the page has to say; `names`: the elements around, outermost first."""
    if not _ALWAYS.isdisjoint(names):
        return True
    framed = [at for at, name in enumerate(names) if name in _FRAME]
    return bool(framed) and _ARTICLE.isdisjoint(names[: framed[0]])


def in_menu(places: Sequence[str]) -> bool:
    """Whether a block is in a menu or the like; `places`: the elements around as `name:ordinal`."""
    return not _ALWAYS.isdisjoint(place.partition(":")[0] for place in places)


def listed(values: Mapping[str, Attribute]) -> tuple[list[int], str]:
    """Of an ordered list: the number before its first and the step; and how it writes them."""
    form = values["type"].value.strip() if "type" in values else "1"
    step = -1 if "reversed" in values else 1
    start = values["start"].value.strip() if "start" in values else ""
    return [(int(start) if whole_number(start) else 1) - step, step], form if form in _FORMS else "1"


def whole_number(said: str) -> bool:
    """Whether an attribute is a whole number of a size that lists have."""
    return said.removeprefix("-").isdecimal() and len(said) < 8
