"""What LibreOffice shows of rebuilt Word and LibreOffice documents, word by word."""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree

from translate_flow.errors import TranslateFlowError
from translate_flow.formats import format_for
from translate_flow.formats.docx.accepted import accept
from translate_flow.formats.odt import tracked
from translate_flow.formats.odt.names import TEXT
from translate_flow.markup import inline
from translate_flow.markup.notes import PlaceNote
from translate_flow.model import Document

from .words import LETTER, Difference, is_marked, is_word, marked, moved_words, stripped, surplus, words

SUFFIXES = (".docx", ".docm", ".odt", ".ott")
_TEXT = "txt:Text (encoded):UTF8"
_AT_ONCE = 100
"""Files given to one LibreOffice: of some hundreds it leaves the last out, and says nothing."""
_NOWHERE = frozenset({PlaceNote.STORED_TITLE, PlaceNote.IMAGE_TEXT, PlaceNote.IMAGE_TITLE, PlaceNote.TOOLTIP})
"""Places that a page does not show."""


def compared(files: Sequence[Path], soffice: str = "soffice") -> Iterator[Difference]:
    """Compare each file with what is built of it. Raises OSError if LibreOffice or pdftotext is not there."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        documents: dict[int, Document] = {}
        refused: dict[int, str] = {}
        for at, path in enumerate(files):
            try:
                documents[at] = _write(path, folder, at)
            except TranslateFlowError as error:
                refused[at] = str(error)
        made = sorted(p for p in folder.iterdir() if p.is_file())
        for kind in (_TEXT, "pdf"):
            _convert(soffice, made, kind, folder)
        for at, path in enumerate(files):
            if at in refused:
                yield Difference(path, refused=refused[at])
            else:
                yield _difference(path, documents[at], folder, at)


def _write(path: Path, folder: Path, at: int) -> Document:
    data = path.read_bytes()
    form = format_for(path.name)
    document = form.read(data, path.name)
    (folder / f"{at}-old{path.suffix}").write_bytes(_accepted(data))
    (folder / f"{at}-new{path.suffix}").write_bytes(
        form.rebuild(data, document, marked(document), language="en")
    )
    return document


def _accepted(data: bytes) -> bytes:
    """The file with its tracked changes accepted, as a build leaves it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {info: archive.read(info) for info in archive.infolist()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for info, part in parts.items():
            made.writestr(info, _without_changes(part) if info.filename.endswith(".xml") else part)
    return out.getvalue()


def _without_changes(part: bytes) -> bytes:
    if b"tracked-changes" not in part and b":del " not in part and b":moveFrom " not in part:
        return part
    root = etree.fromstring(part)
    accept(root)
    tracked.accept(root, {tracked.change_of(n) for n in root.iter(*(f"{TEXT}{m}" for m in tracked.MARKS))})
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _convert(soffice: str, files: Sequence[Path], kind: str, folder: Path) -> None:
    """Convert the files, many in one process; what LibreOffice cannot open is missing afterwards."""
    out = folder / kind.split(":")[0]
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [soffice, profile, "--headless", "--convert-to", kind, "--outdir", str(out)]
    for start in range(0, len(files), _AT_ONCE):
        some = files[start : start + _AT_ONCE]
        subprocess.run(
            [*command, *map(str, some)], check=False, capture_output=True, timeout=60 + 20 * len(some)
        )


def _difference(path: Path, document: Document, folder: Path, at: int) -> Difference:
    old, new = _pdf(folder, f"{at}-old"), _pdf(folder, f"{at}-new")
    if old is None or new is None:
        return Difference(path, refused="LibreOffice does not open it")
    told = set(words(place for omission in document.omitted for place in omission.places))
    plain = [stripped(word) for word in new]
    left = [word for word in new if is_word(word) and not is_marked(word)]
    # Page headers stand on each page, and there may be more pages now.
    running = set(
        words(
            inline.plain(s.text)
            for s in document.segments
            if s.note.startswith((PlaceNote.PAGE_HEADER, PlaceNote.PAGE_FOOTER))
        )
    )
    gone = surplus(old, plain, running)
    inside = _xml(folder / f"{at}-new{path.suffix}")
    before, after = _flat(folder, f"{at}-old"), [stripped(word) for word in _flat(folder, f"{at}-new")]
    return Difference(
        path,
        left=tuple(word for word in left if word not in told),
        lost=tuple(word for word in gone if word not in told and f"{word}{LETTER}" not in inside),
        doubled=tuple(word for word in surplus(plain, old, running) if word not in told),
        # What is hidden goes to the end of its paragraph.
        moved=tuple(word for word in moved_words(before, after) if word in old),
        hidden=tuple(word for word in gone if word not in told and f"{word}{LETTER}" in inside),
        told=tuple(word for word in left if word in told),
    )


def _pdf(folder: Path, stem: str) -> list[str] | None:
    file = folder / "pdf" / f"{stem}.pdf"
    if not file.exists():
        return None
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(file), "-"], check=False, capture_output=True, timeout=60
    )
    return list(words([done.stdout.decode("utf-8", "replace")]))


def _flat(folder: Path, stem: str) -> list[str]:
    file = folder / "txt" / f"{stem}.txt"
    return list(words([file.read_text("utf-8-sig", "replace")])) if file.exists() else []


def _xml(path: Path) -> set[str]:
    """All words in the XML parts of a file, whether they are seen or not."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        parts = [archive.read(n).decode("utf-8", "replace") for n in archive.namelist() if n.endswith(".xml")]
    return set(words(re.sub(r"<[^>]*>", "", part) for part in parts))
