"""What LibreOffice shows of rebuilt documents, word by word, beside what it shows of the originals.

    python -m bench.oracle FOLDER…

Every DOCX and ODT file of the folders is read; each word `w` of its segments becomes `wq`, the file is
built, and LibreOffice writes original and result as PDF and as text. Printed are, for each file with a
difference, the words `left` as they were, `lost`, `doubled`, `moved` to another place of the text, and
`hidden`: in the file, but not to be seen. Words that `add` reports as not offered are not counted. The exit code is 1
if any other word is left, lost, doubled, moved or hidden.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
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

FIXTURES = Path(__file__).parent.parent / "tests" / "fixtures" / "formats"
SUFFIXES = (".docx", ".docm", ".odt", ".ott")
LETTER = "q"
"""What every translated word ends in."""
_WORD = re.compile(r"[a-zA-ZÀ-ɏ]+")
"""Words of Latin letters: a page shows others in the order they are read in, from right to left."""
_ENDS = re.compile(r"(?<=[a-zA-ZÀ-ɏ])(?![a-zA-ZÀ-ɏ\xad\u0300-\u036f])")
_NUMERAL = re.compile(r"[ivxlcdm]+|.")
_TEXT = "txt:Text (encoded):UTF8"
_AT_ONCE = 100
"""Files given to one LibreOffice: of some hundreds it leaves the last out, and says nothing."""
_NOWHERE = frozenset({PlaceNote.STORED_TITLE, PlaceNote.IMAGE_TEXT, PlaceNote.IMAGE_TITLE, PlaceNote.TOOLTIP})
"""Places that a page does not show."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What LibreOffice shows otherwise in one rebuilt file, words in order."""

    file: Path
    left: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    """Left as they were, and reported by `add`."""
    refused: str = ""
    """Why the file could not be read or built."""

    @property
    def bad(self) -> bool:
        """Whether anything is not as it should be."""
        return any((self.left, self.lost, self.doubled, self.moved, self.hidden))


def marked(document: Document) -> dict[str, str]:
    """A translation of each segment: every word with a letter behind it."""
    return {segment.key: _lettered(segment.text) for segment in document.segments}


def _lettered(text: str) -> str:
    tokens = inline.tokens(text)
    plain = [t if isinstance(t, str) else " " if t.role == "single" else "" for t in tokens]
    out: list[inline.Token] = []
    for at, token in enumerate(tokens):
        if isinstance(token, str):
            after = "".join(plain[at + 1 :])[:1]
            joined = _ENDS.sub(LETTER, token + after)
            # A word that goes on behind a mark ends there.
            token = joined[: len(joined) - len(_ENDS.sub(LETTER, after))] if after else joined
        out.append(token)
    return inline.written(out)


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
    told = set(_words(place for omission in document.omitted for place in omission.places))
    plain = [_stripped(word) for word in new]
    left = [word for word in new if _is_left(word) and not _is_marked(word)]
    # Page headers stand on each page, and there may be more pages now.
    running = set(
        _words(
            inline.plain(s.text)
            for s in document.segments
            if s.note.startswith((PlaceNote.PAGE_HEADER, PlaceNote.PAGE_FOOTER))
        )
    )
    gone = _surplus(old, plain, running)
    inside = _xml(folder / f"{at}-new{path.suffix}")
    before, after = _flat(folder, f"{at}-old"), [_stripped(word) for word in _flat(folder, f"{at}-new")]
    return Difference(
        path,
        left=tuple(word for word in left if word not in told),
        lost=tuple(word for word in gone if word not in told and f"{word}{LETTER}" not in inside),
        doubled=tuple(word for word in _surplus(plain, old, running) if word not in told),
        # What is hidden goes to the end of its paragraph.
        moved=tuple(word for word in _moved(before, after) if word in old),
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
    return list(_words([done.stdout.decode("utf-8", "replace")]))


def _flat(folder: Path, stem: str) -> list[str]:
    file = folder / "txt" / f"{stem}.txt"
    return list(_words([file.read_text("utf-8-sig", "replace")])) if file.exists() else []


def _xml(path: Path) -> set[str]:
    """All words in the XML parts of a file, whether they are seen or not."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        parts = [archive.read(n).decode("utf-8", "replace") for n in archive.namelist() if n.endswith(".xml")]
    return set(_words(re.sub(r"<[^>]*>", "", part) for part in parts))


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        text = unicodedata.normalize("NFC", text)
        for match in _WORD.finditer(re.sub(r"[\xad\u200b]|-\n(?=[a-zà-ÿ])", "", text)):
            yield match[0].casefold()


def _is_marked(word: str) -> bool:
    return word.endswith(LETTER)


def _stripped(word: str) -> str:
    return word.removesuffix(LETTER) if len(word) > 1 else word


def _is_left(word: str) -> bool:
    """Whether it is a word at all: no number, and not one of an automatic list."""
    return not _NUMERAL.fullmatch(word)


def _surplus(these: Sequence[str], those: Sequence[str], running: set[str]) -> list[str]:
    """Words that one reading has more often than the other, those of page headers left out if both have them."""
    more = Counter(word for word in these if _is_left(word))
    more.subtract(Counter(those))
    return [w for w, n in more.items() if n > 0 and not (w in running and w in those) for _ in range(n)]


def _moved(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """Words of both that stand in another order."""
    if Counter(old) != Counter(new):
        return
    for what, start, end, *_ in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what in ("delete", "replace"):
            yield from old[start:end]


def found(folders: Iterable[Path]) -> list[Path]:
    """The files that can be compared, in the folders and below."""
    files = (p for f in folders for p in ([f] if f.is_file() else sorted(f.rglob("*"))))
    return [p for p in files if p.suffix.lower() in SUFFIXES]


def main(arguments: Sequence[str] = (str(FIXTURES),)) -> int:
    """Print what differs."""
    print("oracle: LibreOffice's reading of rebuilt files, word by word")
    for program in ("soffice", "pdftotext"):
        if shutil.which(program) is None:
            print(f"{program} is not installed (Debian: libreoffice-writer, poppler-utils)")
            return 2
    files = found(map(Path, arguments))
    count: Counter[str] = Counter()
    for one in compared(files):
        count["refused" if one.refused else "different" if one.bad else "right"] += 1
        if one.refused:
            print(f"{one.file}: {one.refused}")
        for name in ("left", "lost", "doubled", "moved", "hidden", "told"):
            words: tuple[str, ...] = getattr(one, name)
            count[name] += len(words)
            if words:
                print(f"{one.file}: {len(words)} {name}: {' '.join(words[:20])}")
    print(", ".join(f"{count[name]} {name}" for name in ("right", "different", "refused")), end="; words: ")
    print(", ".join(f"{count[n]} {n}" for n in ("left", "lost", "doubled", "moved", "hidden", "told")))
    return int(count["different"] > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or (str(FIXTURES),)))
