"""Every HTML fixture is read as written down beside it, rebuilt byte for byte, and survives damage."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from translate_flow import inline
from translate_flow.errors import BuildError, ReadError
from translate_flow.formats.html import read, rebuild
from translate_flow.model import Document

from .fixtures import FOLDER, listing
from .test_mutations import mutated

FILES = sorted(path for path in (FOLDER / "html").iterdir() if path.suffix != ".segments")
ROUNDS = 150

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


@pytest.mark.parametrize("seed", range(3))
def test_a_damaged_page_is_identical_when_rebuilt_or_refused_in_one_line(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(ROUNDS):
        path = chance.choice(FILES)
        data = mutated(path.read_bytes(), chance)
        try:
            document = read(data, path.stem)
        except ReadError as error:
            assert str(error).startswith(path.stem)
            assert "\n" not in str(error)
            continue
        own = {segment.key: segment.text for segment in document.segments}
        assert rebuild(data, document, own) == data
        try:
            texts = shouted(document)
            again = read(rebuild(data, document, texts), path.stem)
        except BuildError as error:
            assert "segment" in str(error)
        else:
            assert [segment.text for segment in again.segments] == list(texts.values())
