"""Every DOCX and ODT fixture is read as written down beside it, rebuilt part by part, and survives damage."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest

from translate_flow import inline
from translate_flow.errors import BuildError, ReadError
from translate_flow.formats import format_for
from translate_flow.model import Document

from .fixtures import FOLDER, listing
from .test_mutations import mutated
from .wordfiles import zipped

FILES = sorted(
    p
    for kind in ("docx", "odt")
    if (FOLDER / kind).exists()
    for p in (FOLDER / kind).iterdir()
    if p.suffix != ".segments"
)
ROUNDS = 60

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


def damaged(path: Path, chance: random.Random) -> bytes:
    """The file with bytes changed, either of the zip or of one XML part in it."""
    data = path.read_bytes()
    if chance.random() < 0.3:
        return mutated(data, chance)
    files = parts(data)
    name = chance.choice([part for part in files if part.endswith((".xml", ".rels"))])
    files[name] = mutated(files[name], chance)
    if chance.random() < 0.6:
        # a cut between elements, so that more than the parser is tried
        pieces = parts(data)[name].split(b"<")
        at = chance.randrange(1, len(pieces))
        pieces[at : at + chance.randrange(3)] = chance.choice(
            [[], [pieces[chance.randrange(1, len(pieces))]]]
        )
        files[name] = b"<".join(pieces)
    return zipped(files, stored=("mimetype",))


@pytest.mark.parametrize(
    "kind", [kind for kind in ("docx", "odt") if any(p.suffix == f".{kind}" for p in FILES)]
)
@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_document_is_rebuilt_right_or_refused_in_one_line(kind: str, seed: int) -> None:
    chance = random.Random(seed)
    form = format_for(f"x.{kind}")
    for _ in range(ROUNDS):
        path = chance.choice([path for path in FILES if path.suffix == f".{kind}"])
        data = damaged(path, chance)
        try:
            document = form.read(data, path.stem)
        except ReadError as error:
            assert str(error).startswith(path.stem)
            assert "\n" not in str(error)
            continue
        own = {segment.key: segment.text for segment in document.segments}
        assert form.rebuild(data, document, own) == data
        texts = revowelled(document)
        try:
            again = form.read(form.rebuild(data, document, texts), path.stem)
        except (BuildError, ReadError) as error:
            assert "\n" not in str(error)
        else:
            assert [segment.text for segment in again.segments] == list(texts.values())
