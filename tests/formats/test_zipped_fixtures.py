"""Every DOCX and ODT fixture is read as written down beside it, rebuilt part by part."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from translate_flow.formats import format_for
from translate_flow.markup import inline
from translate_flow.model import Document

from .fixtures import FOLDER, listing

FILES = sorted(
    p
    for kind in ("docx", "odt")
    if (FOLDER / kind).exists()
    for p in (FOLDER / kind).iterdir()
    if p.suffix != ".segments"
)

by_name = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


def revowelled(document: Document) -> dict[str, str]:
    """A translation of each segment: its words with other vowels, its marks as they are."""
    return {
        segment.key: inline.written(
            part.translate(str.maketrans("aeo", "àèò")) if isinstance(part, str) else part
            for part in inline.tokens(segment.text)
        )
        for segment in document.segments
    }


def parts(data: bytes) -> dict[str, bytes]:
    """A zip file's parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def entries(data: bytes) -> list[tuple[str, tuple[int, ...], int]]:
    """Names, dates and kinds of compression of a zip file's entries, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(info.filename, info.date_time, info.compress_type) for info in archive.infolist()]


@by_name
def test_a_document_rebuilt_with_its_own_texts_is_identical(path: Path) -> None:
    data = path.read_bytes()
    form = format_for(path.name)
    document = form.read(data, path.stem)
    own = {segment.key: segment.text for segment in document.segments}
    assert form.rebuild(data, document, own) == data
    assert form.rebuild(data, document, {}) == data


@by_name
def test_a_translated_document_reads_as_its_translation_with_untouched_parts_untouched(path: Path) -> None:
    data = path.read_bytes()
    form = format_for(path.name)
    document = form.read(data, path.stem)
    texts = revowelled(document)
    rebuilt = form.rebuild(data, document, texts)
    again = form.read(rebuilt, path.stem)
    assert [segment.text for segment in again.segments] == list(texts.values())
    facts = [(s.note, s.level, s.group, s.row, s.marker) for s in document.segments]
    assert [(s.note, s.level, s.group, s.row, s.marker) for s in again.segments] == facts
    assert entries(rebuilt) == entries(data)
    written = ("document", "notes", "header", "footer", "content", "styles", "core", "meta")
    before, after = parts(data), parts(rebuilt)
    for name, old in before.items():
        if not any(Path(name).stem.startswith(part) or Path(name).stem.endswith(part) for part in written):
            assert after[name] == old, name
    assert form.rebuild(data, document, texts) == rebuilt


@by_name
def test_one_changed_text_changes_one_part(path: Path) -> None:
    data = path.read_bytes()
    form = format_for(path.name)
    document = form.read(data, path.stem)
    texts = revowelled(document)
    for segment in document.segments:
        rebuilt = form.rebuild(data, document, {segment.key: texts[segment.key] + " x"})
        before, after = parts(data), parts(rebuilt)
        assert sum(before[name] != after[name] for name in before) == 1
        again = [s.text for s in form.read(rebuilt, path.stem).segments]
        assert again == [texts[s.key] + " x" if s is segment else s.text for s in document.segments]


@by_name
def test_a_document_has_the_segments_written_down_beside_it(
    path: Path, request: pytest.FixtureRequest
) -> None:
    expected = path.with_name(f"{path.name}.segments")
    found = listing(format_for(path.name).read(path.read_bytes(), path.stem))
    if request.config.getoption("--accept", default=False):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")
