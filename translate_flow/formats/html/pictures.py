"""Images that a web page shows in its text."""

from __future__ import annotations

from collections.abc import Mapping

from ...files.images import is_data, kind
from ...language.whole import as_read
from ...markup.inline import written
from ...model import Kind, Setting
from .found import Block
from .runs import SPACE
from .tokens import Attribute, Token

_LATER = ("data-src", "data-lazy-src", "data-original")
"""Where pages that load their images late keep the address."""
_SIGNS = frozenset({"emoji", "wp-smiley", "avatar"})
"""Classes of images that stand for a sign, or for a person who writes."""


def shown(values: Mapping[str, Attribute]) -> str:
    """The address of an image; empty if it is one that nobody sees, or none that pages can show."""
    classes = values["class"].value.lower().split() if "class" in values else []
    if (
        not _SIGNS.isdisjoint(classes)
        or "hidden" in values
        or any(_tiny(values, k) for k in ("width", "height"))
    ):
        return ""
    named = [values[key].value.strip() for key in (*_LATER, "src") if key in values]
    return next((address for address in named if is_data(address) or kind(address)), "")


def _tiny(values: Mapping[str, Attribute], key: str) -> bool:
    """Whether it is a point that counts visitors."""
    return key in values and values[key].value.strip().removesuffix("px") in ("0", "1")


def placed(
    token: Token,
    values: Mapping[str, Attribute],
    around: tuple[Kind, str, int, int, int, int],
    inside: tuple[str, ...],
    *,
    continues: bool,
) -> Block:
    """The place of an image, whose text is what is said in its stead.

    `around`: what the elements around make of it (`Surroundings.around`); `continues`: whether an item of a list that
    is open has had a block.
    """
    sort, _, level, group, row, column = around
    if sort not in (Kind.CELL, Kind.QUOTE) and not (sort is Kind.ITEM and continues):
        sort, level, group, row, column = Kind.CAPTION, 0, 0, 0, 0
    words = as_read(SPACE.sub(" ", values["alt"].value).strip()) if "alt" in values else ""
    return Block(
        written([words]) if words else "",
        token.start,
        token.end,
        sort,
        "",
        level,
        group,
        row,
        column,
        inside,
        setting=Setting(continues=continues),
    )
