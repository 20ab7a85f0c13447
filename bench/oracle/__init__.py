"""What other programs read in rebuilt documents, word by word, beside what they read in the originals.

    python -m bench.oracle FOLDER…

Every file of the folders that is a statement is read; each word `w` of its segments becomes `wq`, and the file is built.
Both files are read by somebody else: DOCX and ODT by LibreOffice (as PDF and as text), HTML by Lexbor's parser, Markdown
by Python-Markdown and that parser, text as it is. Printed are, for each file with a difference, the words `left` as they
were, `lost`, `doubled`, `moved` to another place of the text, and `hidden`: in the file, but not to be seen; and the
blocks and marks that are `changed`. Words that `add` reports as not offered are not counted. The exit code is 1 if there
is any difference.
"""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from . import office, written
from .words import KINDS, Difference

FIXTURES = Path(__file__).parents[2] / "tests" / "fixtures" / "formats"
_PROGRAMS = {"soffice": "libreoffice-writer", "pdftotext": "poppler-utils"}


def found(folders: Iterable[Path]) -> list[Path]:
    """The files that can be compared, in the folders and below."""
    files = (p for f in folders for p in ([f] if f.is_file() else sorted(f.rglob("*"))))
    return [p for p in files if p.suffix.lower() in (*office.SUFFIXES, *written.SUFFIXES)]


def compared(files: Sequence[Path], soffice: str = "soffice") -> Iterator[Difference]:
    """Compare each file with what is built of it. Raises OSError if LibreOffice or pdftotext is needed and not there."""
    yield from written.compared([f for f in files if f.suffix.lower() in written.SUFFIXES])
    if documents := [f for f in files if f.suffix.lower() in office.SUFFIXES]:
        yield from office.compared(documents, soffice)


def main(arguments: Sequence[str] = (str(FIXTURES),)) -> int:
    """Print what differs."""
    print("oracle: rebuilt files as others read them, word by word")
    files = found(map(Path, arguments))
    for program, package in _PROGRAMS.items():
        if any(f.suffix.lower() in office.SUFFIXES for f in files) and shutil.which(program) is None:
            print(f"{program} is not installed (Debian: {package})")
            return 2
    count: Counter[str] = Counter()
    for one in compared(files):
        count["refused" if one.refused else "different" if one.bad else "right"] += 1
        if one.refused:
            print(f"{one.file}: {one.refused}")
        for name in KINDS:
            words: tuple[str, ...] = getattr(one, name)
            count[name] += len(words)
            if words:
                print(f"{one.file}: {len(words)} {name}: {' '.join(words[:20])}")
    print(", ".join(f"{count[name]} {name}" for name in ("right", "different", "refused")), end="; words: ")
    print(", ".join(f"{count[name]} {name}" for name in KINDS))
    return int(count["different"] > 0)


def run() -> None:
    """The program."""
    sys.exit(main(sys.argv[1:] or (str(FIXTURES),)))
