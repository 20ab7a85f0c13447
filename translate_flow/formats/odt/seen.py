"""What a reader sees of a text's formatting: a value that its paragraph has anyway is not seen."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...office.quiet import QUIET

QUIET_ALWAYS = frozenset({"letter-spacing", "letter-kerning", "text-scale", "use-window-font-color"})
"""Properties that part no text, whatever their value."""
_NOTHING = {
    "background-color": frozenset({"transparent", "#ffffff"}),
    "color": frozenset({"#000000"}),
    "font-size": frozenset({"100%"}),
    "font-size-rel": frozenset({"0pt"}),
    "text-transform": frozenset({"none"}),
    "font-variant": frozenset({"normal"}),
    "text-shadow": frozenset({"none"}),
    "text-outline": frozenset({"false"}),
    "text-position": frozenset({"0% 100%"}),
    "font-relief": frozenset({"none"}),
    "text-blinking": frozenset({"false"}),
    "text-emphasize": frozenset({"none"}),
    "text-overline-style": frozenset({"none"}),
    "hyphenate": frozenset({"true", "false"}),
    "hyphenation-remain-char-count": frozenset(),
    "hyphenation-push-char-count": frozenset(),
}
"""Values of which nothing is seen where the paragraph says nothing else."""
_UNSEEN = frozenset(name for name in _NOTHING if name.startswith("hyphen"))
_FONTS = {"font-name": "font-family", "font-family": "font-name"}
_GENERIC = frozenset({"font-family-generic", "font-pitch", "font-charset", "font-style-name"})
"""What is said about a font beside its name."""
_POINTS = re.compile(r"(\d+(?:\.\d+)?)pt$")
_STEP = 0.5
"""Points by which a size may differ before it is seen."""


def visible(found: Mapping[str, str], has: Mapping[str, str]) -> dict[str, str]:
    """Of a text's properties those that are seen in a paragraph that `has` others; the rest quiet or left out."""
    if "style" in found:
        return {(QUIET + key if key in QUIET_ALWAYS else key): value for key, value in found.items()}
    out: dict[str, str] = {}
    for key, value in found.items():
        if key in QUIET_ALWAYS:
            out[QUIET + key] = value
        elif key in _UNSEEN or key in _GENERIC or has.get(key) == value or _is_off(key, has):
            continue
        elif key not in has and value in _NOTHING.get(key, ()):
            if key in ("color", "background-color"):
                out[QUIET + key] = value
        elif _same_font(key, value, has) or (key == "font-size" and _same_size(value, has.get(key, ""))):
            out[QUIET + key] = value
        else:
            out[key] = value
    return out


def _is_off(key: str, has: Mapping[str, str]) -> bool:
    """Whether a property says of something that it is not, and it is not anyway."""
    letter = {"not bold": "b", "not italic": "i", "not underlined": "u", "not struck": "s"}.get(key)
    return letter is not None and letter not in has


def _same_font(key: str, value: str, has: Mapping[str, str]) -> bool:
    other = has.get(_FONTS.get(key, ""), "")
    return bool(other) and other.strip("'\"").lower() == value.strip("'\"").lower()


def _same_size(value: str, had: str) -> bool:
    one, two = _POINTS.match(value), _POINTS.match(had)
    return one is not None and two is not None and abs(float(one[1]) - float(two[1])) <= _STEP
