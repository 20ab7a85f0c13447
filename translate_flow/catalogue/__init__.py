"""PO files: one catalogue per statement and target language.

Read by rspolib (strict, and several times faster), written by polib without
wrapping, which is byte for byte what `msgcat --no-wrap` writes; entries that are just
their texts, as most are, by hand (`plain`). Neither's objects leave this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import CatalogueError
from ..files.disk import write_atomically
from ..model import Kind
from . import plain
from .entry import Entry

__all__ = ["MERGE_COMMAND", "Catalogue", "Entry", "keys", "parse", "standard_header"]


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
            data = path.read_bytes()
        except OSError as error:
            raise CatalogueError(f"{path}: cannot be read: {error.strerror}") from error
        return parse(data, path)

    def to_bytes(self) -> bytes:
        """The file's bytes: what `msgcat --no-wrap` would write."""
        import polib

        po = polib.POFile(wrapwidth=0)
        po.header = self.head_comment
        po.metadata = dict(self.header)
        parts = [f"{po}"]
        parts += [plain.written(e) or _by_polib(e) for e in (*self.entries, *self.obsolete)]
        return "\n".join(parts).encode()

    def save(self) -> None:
        """Write the file, unless it holds just this already. Raises CatalogueError."""
        data = self.to_bytes()
        if not self.path.exists() or self.path.read_bytes() != data:
            write_atomically(self.path, data)


MERGE_COMMAND = "translate-flow merge-driver %O %A %B %P"
"""What git runs to merge two versions of a catalogue."""
_CONFLICT = re.compile(r"^<{7} ", re.MULTILINE)
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{1,2}|[0-7]{1,3}|.)")
_RARE = re.compile(r"\\[^nrt\"\\]")
_CONTROLS = {"a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_HEADER = re.compile(r'(?:#.*\n)*msgid ""\nmsgstr ""(?:\n".*")+')
_APART = re.compile(
    r'(?:#(?!~).*\n)*(?:msgctxt ".*"(?:\n".*")*\n)?msgid ".*"(?:\n".*")*\nmsgstr ".*"(?:\n".*")*'
    r'|(?:#(?!~).*\n)*#~ msg(?:ctxt|id) ".*"(?:\n#~ .*")+'
)
"""Lines between two blank ones that are one entry, present or obsolete, and nothing else."""
_LINE = re.compile(r"at line (\d+)[^:]*:?\s*(.*)", re.DOTALL)


def parse(data: bytes, path: Path) -> Catalogue:
    """A catalogue from a PO file's bytes; `path` is for messages and saving. Raises CatalogueError."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CatalogueError(f"{path}:{line}: not UTF-8; save it as UTF-8 in the PO editor") from error
    if "\r" in text:
        # An entry's text never holds a raw line end, so this only undoes an editor's choice.
        text = text.replace("\r\n", "\n")
    if not text.strip():
        raise CatalogueError(
            f"{path}: is empty; restore it from git, or delete it and add the statement again"
        )
    mark = _CONFLICT.search(text) if "<<<<<<< " in text else None
    if mark:
        line = text.count("\n", 0, mark.start()) + 1
        raise CatalogueError(
            f"{path}:{line}: git's conflict marks stand in the file; let the merge driver decide: run "
            f"git config merge.translate-flow.driver '{MERGE_COMMAND}', then git checkout --merge -- {path}"
        )
    return _mostly_plain(text, path) or _any(text, path)


def _mostly_plain(text: str, path: Path) -> Catalogue | None:
    """The catalogue, if its entries stand apart as they should: only those that are more than their texts
    are left to rspolib. None if anything is doubtful; `_any` then finds out and says where."""
    head, *blocks = text.removesuffix("\n").split("\n\n")
    read = [plain.read(block) for block in blocks]
    rest = [block for block, entry in zip(blocks, read, strict=True) if entry is None]
    if not (_HEADER.fullmatch(head) and all(map(_APART.fullmatch, rest))):
        return None
    try:
        po = _by_rspolib("\n\n".join([head, *rest, ""]), path)
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


def _any(text: str, path: Path) -> Catalogue:
    """The catalogue in any PO file. Raises CatalogueError naming line and remedy."""
    po = _by_rspolib(text, path)
    entries: list[Entry] = []
    obsolete: list[Entry] = []
    seen: dict[str, int] = {}
    for item in po.get_entries():
        entry = _from_rspolib(item)
        if entry.obsolete:
            obsolete.append(entry)
            continue
        if not entry.key:
            raise CatalogueError(
                f"{path}:{item.linenum}: an entry without msgctxt; the file is not one of this tool's "
                "catalogues: move it away and add the statement again"
            )
        if entry.key in seen:
            raise CatalogueError(
                f"{path}:{item.linenum}: {entry.key} stands in the file twice (first in line "
                f"{seen[entry.key]}); delete one of the two entries"
            )
        seen[entry.key] = item.linenum
        entries.append(entry)
    return Catalogue(path, dict(po.get_metadata()), tuple(entries), tuple(obsolete), po.header or "")


def _by_rspolib(text: str, path: Path) -> Any:
    """What rspolib makes of the text. Raises CatalogueError."""
    import rspolib

    text = _ESCAPE.sub(_plain_escape, text) if _RARE.search(text) else text
    try:
        return rspolib.pofile(text if "\n" in text else text + "\n")
    except BaseException as error:
        # A panic of the Rust reader is no Exception; everything else passes.
        if isinstance(error, KeyboardInterrupt | SystemExit | GeneratorExit | MemoryError):
            raise
        found = _LINE.search(str(error))
        place, what = (f":{found[1]}", found[2].strip()) if found else ("", "")
        raise CatalogueError(
            f"{path}{place}: broken PO file{f' ({what})' if what else ''}; "
            "mend the line in a text editor, restore the file from git, or delete it and add the statement "
            "again (the journal has the texts)"
        ) from error


def _plain_escape(found: re.Match[str]) -> str:
    """Escapes that rspolib reads wrongly, as the characters they mean; the usual ones as they are."""
    code = found[1]
    if code in _CONTROLS:
        return _CONTROLS[code]
    if code[0] == "x" and len(code) > 1:
        return chr(int(code[1:], 16))
    if code[0] in "01234567":
        return chr(int(code, 8))
    return found[0] if code in 'nrt"\\' else code


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
        fuzzy="fuzzy" in flags,
        previous=get("previous_msgid") or "",
        note=note,
        comment=get("tcomment") or "",
        flags=tuple(f for f in flags if f != "fuzzy"),
        obsolete=get("obsolete"),
    )


def _by_polib(entry: Entry) -> str:
    import polib

    made = polib.POEntry(
        msgctxt=entry.key,
        msgid=entry.source,
        msgstr=entry.target,
        comment=f"{entry.kind}\n{entry.note}" if entry.note else str(entry.kind),
        tcomment=entry.comment,
        flags=[*(["fuzzy"] if entry.fuzzy else []), *entry.flags],
        previous_msgid=entry.previous or None,
        obsolete=entry.obsolete,
    )
    return str(made.__unicode__(wrapwidth=0))


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
