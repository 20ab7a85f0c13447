"""In what is made of a statement each of its texts is once, and none of the marks it was laid out by."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from translate_flow import outputs
from translate_flow.formats import format_for
from translate_flow.markup import inline
from translate_flow.model import Edition, Kind, Segment, State

from .editions import read

FIXTURES = Path(__file__).parent.parent / "fixtures" / "formats"
FILES = sorted(path for end in ("txt", "html", "docx", "odt") for path in FIXTURES.rglob(f"*.{end}"))


def lettered(at: int, segment: Segment, form: str) -> str:
    """A word of its own for each text, and the text's marks."""
    word = "Zq" + "".join(chr(ord("a") + int(digit)) for digit in f"{at:03}") + "qz"
    if form == "plain":
        return word
    parts = [part if isinstance(part, str) else part.sign for part in inline.tokens(segment.text)]
    first = next(n for n, part in enumerate(parts) if any(map(str.isalpha, part)) and part[0] != "<")
    kept = [part if part[0] == "<" else "" for part in parts]
    return "".join([*kept[:first], word, *kept[first + 1 :]])


def edition(path: Path) -> Edition:
    """A file with those texts."""
    reader = format_for(path.name)
    data = path.read_bytes()
    segments = reader.read(data, "a").segments
    texts = [lettered(at, segment, reader.name) for at, segment in enumerate(segments)]
    return read(data, f"a.es{path.suffix}", [(State.APPROVED, text) for text in texts])


@pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(FIXTURES)) for path in FILES])
def test_each_text_is_there_once(path: Path) -> None:
    made = edition(path)
    text = outputs.load("txt").make(made).decode()
    assert not re.search("[\ufdd0-\ufdef]", text)
    found = re.findall(r"Zq[a-j]{3}qz", text)
    assert len(found) == len(set(found)), [word for word in found if found.count(word) > 1]
    running = [
        re.findall(r"Zq[a-j]{3}qz", unit.target)[0]
        for unit in made.units
        if unit.segment.kind in (Kind.PARAGRAPH, Kind.HEADING, Kind.QUOTE, Kind.FOOTNOTE)
        and not unit.segment.setting.outside
    ]
    assert set(running) <= set(found)
