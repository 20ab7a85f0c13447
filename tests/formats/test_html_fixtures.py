"""Every HTML fixture is read as written down beside it, rebuilt byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_flow.formats.html import read, rebuild
from translate_flow.markup import inline
from translate_flow.model import Document

from .fixtures import FOLDER, listing

FILES = sorted(path for path in (FOLDER / "html").iterdir() if path.suffix != ".segments")

by_name = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


def shouted(document: Document) -> dict[str, str]:
    """A translation of each segment: its words with other vowels, its marks as they are."""
    return {
        segment.key: inline.written(
            part.translate(str.maketrans("aeo", "àèò")) if isinstance(part, str) else part
            for part in inline.tokens(segment.text)
        )
        for segment in document.segments
    }


@by_name
def test_a_page_rebuilt_with_its_own_texts_is_identical(path: Path) -> None:
    data = path.read_bytes()
    document = read(data, path.stem)
    own = {segment.key: segment.text for segment in document.segments}
    assert rebuild(data, document, own, language="en") == data
    assert rebuild(data, document, {}) == data


@by_name
def test_a_translated_page_reads_as_its_translation(path: Path) -> None:
    data = path.read_bytes()
    document = read(data, path.stem)
    texts = shouted(document)
    again = read(rebuild(data, document, texts), path.stem)
    assert [segment.text for segment in again.segments] == list(texts.values())
    assert [segment.kind for segment in again.segments] == [segment.kind for segment in document.segments]


@by_name
def test_a_page_has_the_segments_written_down_beside_it(path: Path, request: pytest.FixtureRequest) -> None:
    expected = path.with_name(f"{path.name}.segments")
    found = listing(read(path.read_bytes(), path.stem))
    if request.config.getoption("--accept", default=False):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")
