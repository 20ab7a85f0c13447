"""PO files: one catalogue per statement and target language.

Read by rspolib (strict, and several times faster), written by polib without
wrapping, which is byte for byte what `msgcat --no-wrap` writes; entries that are just
their texts, as most are, by hand (`plain`). Neither's objects leave this module.
"""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..errors import CatalogueError
from ..files.conflict import first_mark
from ..files.disk import write_atomically
from ..files.messages import CANNOT_BE_READ
from ..files.messages import cause as because
from ..files.regular import bytes_of
from ..messages import Message
from ..model import Kind
from . import messages as said
from . import plain
from .entry import Entry
from .marked import both_sides
from .reading import UNDECIDED, as_usual, declared, decoded, settled
from .silence import quiet

__all__ = ["Catalogue", "Entry", "Lines", "MarkedError", "keys", "parse", "standard_header"]


@dataclass(frozen=True)
class Catalogue:
    """A PO file's content. Change it by `dataclasses.replace`."""

    path: Path
    """The file."""
    header: Mapping[str, str] = field(default_factory=dict)
    """Header fields."""
    entries: tuple[Entry, ...] = ()
    """Entries in document order."""
    obsolete: tuple[Entry, ...] = ()
    """Entries no longer in the statement."""
    head_comment: str = ""
    """Comment above the header."""

    @classmethod
    def load(cls, path: Path) -> Catalogue:
        """Read the file. Raises CatalogueError naming file, line and remedy."""
        try:
            data = bytes_of(path)
        except OSError as error:
            raise CatalogueError(CANNOT_BE_READ(file=str(path), cause=because(error))) from error
        return parse(data, path)

    def to_bytes(self, known: Lines | None = None) -> bytes:
        """The file's bytes: what `msgcat --no-wrap` would write.

        `known` are the lines of entries written before: they are taken from there, and new ones put in.
        """
        import polib

        po = polib.POFile(wrapwidth=0)
        po.header = self.head_comment
        po.metadata = dict(self.header)
        return b"\n".join([f"{po}".encode(), *_lines_of((*self.entries, *self.obsolete), known)])

    def save(self) -> None:
        """Write the file, unless it holds just this already. Raises CatalogueError."""
        data = self.to_bytes()
        if not self.path.exists() or self.path.read_bytes() != data:
            write_atomically(self.path, data)


Lines = dict[str, tuple[Entry, bytes]]
"""Lines of the file by key, with the entry they are of."""


def _lines_of(entries: Iterable[Entry], known: Lines | None) -> Iterator[bytes]:
    """The lines of each entry; of one that is the very same as before, from what is known."""
    for entry in entries:
        if known is not None and (before := known.get(entry.key)) is not None and before[0] is entry:
            yield before[1]
            continue
        lines = (plain.written(entry) or _by_polib(entry)).encode()
        if known is not None:
            known[entry.key] = entry, lines
        yield lines


_MSGID = re.compile(r"\s*(?:#~\s*)?msgid[\s\"]")
_CONTEXT = re.compile(r"\s*(?:#~\s*)?msgctxt[\s\"]")
_HEAD_ENTRY = re.compile(r'^[^\S\n]*msgid\s*""[^\S\n]*\n\s*msgstr', re.MULTILINE)
_HEADER = re.compile(r'(?:#.*\n)*msgid ""\nmsgstr ""(?:\n".*")+')
_APART = re.compile(
    r'(?:#(?!~).*\n)*(?:msgctxt ".*"(?:\n".*")*\n)?msgid ".*"(?:\n".*")*\nmsgstr ".*"(?:\n".*")*'
    r'|(?:#(?!~).*\n)*#~ msg(?:ctxt|id) ".*"(?:\n#~ .*")+'
)
"""Lines between two blank ones that are one entry, present or obsolete, and nothing else."""
_FORM_NUMBER = re.compile(r"^.{0,9}msgstr\[\s*\d{3,}", re.MULTILINE)
"""A number of a plural form that rspolib would make room for, however high: of all the machine's memory."""
_ACCENTED = re.compile(r"[A-Za-z][\u0300-\u036f]+")
_LINE = re.compile(r"at line (\d+)[^:]*:?\s*(.*)", re.DOTALL)


def parse(data: bytes, path: Path, *, foreign: bool = False) -> Catalogue:
    """A catalogue from a PO file's bytes; `path` is for messages and saving. Raises CatalogueError.

    `foreign`: it may have been through a program that drops the keys or cuts entries in two; what it says is only read.
    """
    text = decoded(data, path)
    if not text.strip():
        raise CatalogueError(said.EMPTY(file=str(path)))
    line = first_mark(text)
    if line:
        raise MarkedError(said.CONFLICT_MARKS(file=str(path), line=line), both_sides(text, path, parse))
    usual = declared(data) == "utf-8-sig"
    # In UTF-8 every accent that is a sign of its own begins with one of two bytes.
    if not (usual and b"\xcc" not in data and b"\xcd" not in data) and not unicodedata.is_normalized(
        "NFC", text
    ):
        # Some programs write letters and their accents as two signs: no change of the text.
        text = _ACCENTED.sub(lambda match: unicodedata.normalize("NFC", match[0]), text)
    if UNDECIDED in text:
        text = settled(text, path)
    made = _mostly_plain(text, path) or _any(text, path, foreign=foreign)
    if usual:
        return made
    # It is written as UTF-8, whatever it was.
    return replace(made, header={**made.header, "Content-Type": "text/plain; charset=UTF-8"})


class MarkedError(CatalogueError):
    """A file with git's conflict marks."""

    def __init__(self, message: Message, sides: tuple[Catalogue, Catalogue] | None) -> None:
        """`sides`: what either side has; None if that cannot be determined."""
        super().__init__(message)
        self.sides = sides


def _mostly_plain(text: str, path: Path) -> Catalogue | None:
    """The catalogue, if its entries stand apart as they should: only those that are more than their texts
    are left to rspolib. None if anything is doubtful; `_any` then finds out and says where."""
    head, *blocks = text.removesuffix("\n").split("\n\n")
    read = [plain.plain_entry(block) for block in blocks]
    rest = [block for block, entry in zip(blocks, read, strict=True) if entry is None]
    if not (_HEADER.fullmatch(head) and all(map(_APART.fullmatch, rest))):
        return None
    try:
        po = _by_rspolib(as_usual("\n\n".join([head, *rest, ""]), path), path, sure=True)
    except CatalogueError:
        return None
    others = [_from_rspolib(item) for item in po.get_entries()]
    if len(others) != len(rest):
        return None
    waiting = iter(others)
    entries = [entry or next(waiting) for entry in read]
    present = tuple(entry for entry in entries if not entry.obsolete)
    if len({entry.key for entry in present} - {""}) != len(present):
        return None
    obsolete = tuple(entry for entry in others if entry.obsolete)
    return Catalogue(path, dict(po.get_metadata()), present, obsolete, po.header or "")


def _any(text: str, path: Path, *, foreign: bool = False) -> Catalogue:
    """The catalogue in any PO file; see `parse`. Raises CatalogueError naming line and remedy."""
    po = _by_rspolib(as_usual(text, path), path)
    entries: list[Entry] = []
    obsolete: list[Entry] = []
    seen: dict[str, int] = {}
    items = po.get_entries()
    for item, line in zip(items, _lines(text, len(items), path), strict=True):
        if item.msgid_plural:
            raise CatalogueError(said.WITH_PLURALS(file=str(path), line=line))
        entry = _from_rspolib(item)
        if entry.obsolete:
            obsolete.append(entry)
            continue
        if foreign:
            entries += [entry] if entry.source else []  # a program may have kept two heads
            continue
        if not entry.key:
            raise CatalogueError(said.WITHOUT_KEY(file=str(path), line=line))
        if entry.key in seen:
            raise CatalogueError(
                said.KEY_TWICE(file=str(path), line=line, key=entry.key, first=seen[entry.key])
            )
        seen[entry.key] = line
        entries.append(entry)
    return Catalogue(path, dict(po.get_metadata()), tuple(entries), tuple(obsolete), po.header or "")


def _lines(text: str, count: int, path: Path) -> list[int]:
    """The line in which each entry begins, for as many as were read.

    Raises CatalogueError if the text holds entries that were not read: they would be lost at the next writing.
    """
    found: list[int] = []
    last = context = 0
    for number, line in enumerate(text.split("\n"), 1):
        if _CONTEXT.match(line):
            context = number
        elif _MSGID.match(line):
            last = number
            found.append(context or number)
            context = 0
    if _HEAD_ENTRY.search(text):
        del found[0]
    if len(found) > count:
        raise CatalogueError(said.NOT_ALL_READ(file=str(path), n=len(found), read=count, line=last))
    return [*found, *[last or 1] * (count - len(found))]


def _by_rspolib(text: str, path: Path, *, sure: bool = False) -> Any:
    """What rspolib makes of the text; `sure` says that its entries are well formed. Raises CatalogueError."""
    import rspolib

    if "msgstr[" in text and (form := _FORM_NUMBER.search(text)):
        line = text.count("\n", 0, form.start()) + 1
        raise CatalogueError(said.TOO_MANY_PLURALS(file=str(path), line=line))
    try:
        # The reader itself prints what it thinks of some broken lines, before it gives up.
        with contextlib.nullcontext() if sure else quiet():
            return rspolib.pofile(text if "\n" in text else text + "\n")
    except BaseException as error:
        # A panic of the Rust reader is no Exception; everything else passes.
        if isinstance(error, KeyboardInterrupt | SystemExit | GeneratorExit | MemoryError):
            raise
        found = _LINE.search(str(error))
        place, what = (f":{found[1]}", found[2].strip()) if found else ("", "")
        raise CatalogueError(said.BROKEN(file=f"{path}{place}", what=f" ({what})" if what else "")) from error


def _from_rspolib(item: object) -> Entry:
    get = item.__getattribute__
    kind, _, note = (get("comment") or "").partition("\n")
    try:
        known = Kind(kind)
    except ValueError:
        known, note = Kind.PARAGRAPH, get("comment") or ""
    flags = get("get_flags")()
    return Entry(
        key=get("msgctxt") or "",
        source=get("msgid"),
        target=get("msgstr") or "",
        kind=known,
        # gettext knows it in small letters only; who wrote it otherwise meant the same.
        fuzzy=any(flag.casefold() == "fuzzy" for flag in flags),
        previous=get("previous_msgid") or "",
        note=note,
        comment=get("tcomment") or "",
        flags=tuple(f for f in flags if f.casefold() != "fuzzy"),
        obsolete=get("obsolete"),
    )


_BREAKS = "\v\f\x1c\x1d\x1e\x85\u2028\u2029"
"""What Python takes for line ends and gettext does not."""
_STAND_INS = "".join(map(chr, [*range(0xFDD0, 0xFDF0), *range(0xE000, 0xE100)]))


def _by_polib(entry: Entry) -> str:
    import polib

    every = "".join((entry.source, entry.target, entry.note, entry.comment, entry.previous))
    hide: dict[int, str] = {}
    if any(sign in every for sign in _BREAKS):
        free = (sign for sign in _STAND_INS if sign not in every)
        hide = {ord(sign): next(free) for sign in _BREAKS}
    show = {ord(there): {"\v": "\\v", "\f": "\\f"}.get(chr(sign), chr(sign)) for sign, there in hide.items()}
    comment = f"{entry.kind}\n{entry.note}" if entry.note else str(entry.kind)
    made = polib.POEntry(
        msgctxt=entry.key,
        msgid=entry.source.translate(hide),
        msgstr=entry.target.translate(hide),
        comment=comment.translate(hide),
        tcomment=entry.comment.translate(hide),
        flags=[*(["fuzzy"] if entry.fuzzy else []), *entry.flags],
        previous_msgid=entry.previous.translate(hide) or None,
        obsolete=entry.obsolete,
    )
    return str(made.__unicode__(wrapwidth=0)).translate(show)


def standard_header(old: Mapping[str, str], fields: Mapping[str, str]) -> dict[str, str]:
    """Header fields of a catalogue: the standard ones, those given, and others' own, kept."""
    made = {
        "Project-Id-Version": "statements",
        "Language-Team": "none",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Generator": "translate-flow",
    }
    return {**made, **old, "Content-Type": made["Content-Type"], **fields}


def keys(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Entries by key."""
    return {e.key: e for e in entries}
