"""Images that a web page shows in its text."""

from __future__ import annotations

from collections.abc import Mapping

from ...files.images import is_data, kind
from .tokens import Attribute

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
