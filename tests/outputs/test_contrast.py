"""Text in every colour of the design tokens can be read: WCAG 2.2, contrast of 4.5 to 1 at least."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

_SHEET = files("translate_flow.pages").joinpath("static", "tokens.css").read_text("utf-8")
_TEXT = [
    "ink",
    "soft",
    "faint",
    "accent",
    "missing",
    "draft",
    "stale",
    "translated",
    "approved",
    "kept",
    "term",
    "term-unused",
    "term-forbidden",
    "ins",
    "del",
    "move",
]
_PAPER = ["paper", "card", "sunk"]
_PAIRS = [(text, paper) for text in _TEXT for paper in _PAPER] + [
    ("ins", "ins-bg"),
    ("del", "del-bg"),
    ("move", "move-bg"),
    ("accent", "accent-soft"),
    *(
        (text, f"{state}-soft")
        for state in ("draft", "stale", "missing")
        for text in ("ink", "soft", "faint", state)
    ),
    *((text, "draft-soft") for text in ("accent", "approved")),
]


def _tokens(scheme: str) -> dict[str, str]:
    """Colours by token name; those of the dark scheme, and of high contrast, replace the light ones."""
    found: dict[str, str] = {}
    for condition, block in re.findall(r"(@media[^{]*\{\s*)?:root \{(.*?)\}", _SHEET, re.DOTALL):
        wanted = not condition or (
            "screen" in condition
            and ("dark" not in condition or "dark" in scheme)
            and ("contrast" not in condition or "contrast" in scheme)
        )
        if wanted:
            found |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", block))
    return found


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark", "light contrast", "dark contrast"])
def test_text_can_be_read(scheme: str) -> None:
    tokens = _tokens(scheme)
    low = {pair: round(_contrast(*(tokens[name] for name in pair)), 2) for pair in _PAIRS}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 4.5} == {}


def test_high_contrast_is_higher() -> None:
    """Who asks for more contrast gets at least 7 to 1 for running text."""
    for scheme in ("light contrast", "dark contrast"):
        tokens = _tokens(scheme)
        assert all(_contrast(tokens[text], tokens["paper"]) >= 7 for text in ("ink", "soft", "faint"))


def test_contrast_is_computed_as_the_standard_says() -> None:
    assert round(_contrast("#000", "#ffffff"), 1) == 21.0
    assert round(_contrast("#777777", "#ffffff"), 2) == 4.48
