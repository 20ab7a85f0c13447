"""The guides by role name the pages' buttons, filters and headings as the pages do, in both languages."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import polib
import pytest

from .test_words import messages

DOCS = Path(__file__).resolve().parents[2] / "docs"
GUIDES = sorted([*DOCS.glob("desk-*.md"), *(DOCS / "es").glob("escritorio-*.md")])
NAMED = re.compile(r"(?<![*\w])\*([^*\[\]]+)\*(?!\*)")
"""Something of a page, in italics."""


def on_pages(tag: str) -> set[str]:
    """Everything that the pages say in that language."""
    if tag == "en":
        return {form for message in messages() for form in message}
    place = files("translate_flow").joinpath("locale", tag, "LC_MESSAGES", "translate_flow.po")
    said: set[str] = set()
    for entry in polib.pofile(place.read_text("utf-8")):
        said |= {entry.msgstr, *entry.msgstr_plural.values()}
    return said


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_what_a_guide_says_to_press_is_on_a_page(guide: Path) -> None:
    said = on_pages("es" if guide.parent.name == "es" else "en")
    # A number that the page puts in is left out in the guide.
    plain = {re.sub(r"\{\w*\}|%\(\w+\)s", "…", text) for text in said}
    text = re.sub(r"\*\[.*?\]\(.*?\)\*", "", guide.read_text("utf-8"))  # the way to the other language
    named = {" ".join(found.split()) for found in NAMED.findall(text)}
    assert named
    assert named - plain == set()
