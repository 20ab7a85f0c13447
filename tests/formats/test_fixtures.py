"""Every fixture is read as written down beside it, and rebuilt byte for byte."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from translate_flow.formats import FORMATS, format_for, load

from .fixtures import FILES, FOLDER, listing

OTHER = str.maketrans("aeoAEO", "àèòÀÈÒ")

by_name = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


@by_name
def test_a_file_rebuilt_with_its_own_texts_is_identical(path: Path) -> None:
    data = path.read_bytes()
    form = format_for(path.name)
    document = form.read(data, path.stem)
    assert form.rebuild(data, document, {segment.key: segment.text for segment in document.segments}) == data
    assert form.rebuild(data, document, {}) == data


@by_name
def test_a_file_whose_texts_are_written_anew_keeps_its_segments(path: Path) -> None:
    """Each text is written with other vowels of the same width, then as it was: the blocks stay the same."""
    form = format_for(path.name)
    data = path.read_bytes()
    document = form.read(data, path.stem)
    texts = {segment.key: segment.text.translate(OTHER) for segment in document.segments}
    rebuilt = form.rebuild(data, document, texts)
    again = form.read(rebuilt, path.stem)
    assert [segment.text for segment in again.segments] == list(texts.values())
    back = form.rebuild(
        rebuilt,
        again,
        {new.key: old.text for new, old in zip(again.segments, document.segments, strict=True)},
    )
    assert [segment.text for segment in form.read(back, path.stem).segments] == [
        segment.text for segment in document.segments
    ]


@by_name
def test_a_file_has_the_segments_written_down_beside_it(path: Path, request: pytest.FixtureRequest) -> None:
    expected = FOLDER / f"{path.name}.segments"
    found = listing(format_for(path.name).read(path.read_bytes(), path.stem))
    if request.config.getoption("--accept", default=False):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@by_name
def test_start_and_end_point_at_the_segment_in_the_decoded_text(path: Path) -> None:
    """Places rise, do not overlap, and lie on the line that the segment names."""
    form = format_for(path.name)
    document = form.read(path.read_bytes(), path.stem)
    places = [(segment.start, segment.end) for segment in document.segments]
    assert places == sorted(places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))
    assert len({segment.key for segment in document.segments}) == len(document.segments)


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_says_what_it_is_and_has_fixtures(name: str) -> None:
    form = load(name)
    assert form.name == name
    assert form.description
    assert any(path.suffix in form.extensions for path in FOLDER.rglob("*"))
