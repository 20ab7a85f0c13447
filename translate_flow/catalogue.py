"""PO files: one catalogue per statement and target language.

Read by rspolib (strict, and several times faster), written by polib without
wrapping, which is byte for byte what `msgcat --no-wrap` writes. Neither's objects
leave this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .disk import write_atomically
from .errors import CatalogueError
from .model import Kind


@dataclass(frozen=True, slots=True)
class Entry:
    """One PO entry."""

    key: str
    """msgctxt: the segment's key."""
    source: str
    """msgid."""
    target: str = ""
    """msgstr."""
    kind: Kind = Kind.PARAGRAPH
    """First line of the extracted comment."""
    fuzzy: bool = False
    """Not yet confirmed by a person."""
    previous: str = ""
    """Previous msgid, when the source changed under the translation."""
    note: str = ""
    """Further lines of the extracted comment."""
    comment: str = ""
    """Translator's comment."""
    flags: tuple[str, ...] = ()
    """Flags of other programs; kept."""
    obsolete: bool = False
    """No longer in the statement; kept in case it comes back."""


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
        parts += [_plainly(e) or _by_polib(e) for e in (*self.entries, *self.obsolete)]
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
_LINE = re.compile(r"at line (\d+)[^:]*:?\s*(.*)", re.DOTALL)


def parse(data: bytes, path: Path) -> Catalogue:
    """A catalogue from a PO file's bytes; `path` is for messages and saving. Raises CatalogueError."""
    import rspolib

    try:
        # An entry's text never holds a raw line end, so this only undoes an editor's choice.
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CatalogueError(f"{path}:{line}: not UTF-8; save it as UTF-8 in the PO editor") from error
    if not text.strip():
        raise CatalogueError(
            f"{path}: is empty; restore it from git, or delete it and add the statement again"
        )
    mark = _CONFLICT.search(text)
    if mark:
        line = text.count("\n", 0, mark.start()) + 1
        raise CatalogueError(
            f"{path}:{line}: git's conflict marks stand in the file; let the merge driver decide: run "
            f"git config merge.translate-flow.driver '{MERGE_COMMAND}', then git checkout --merge -- {path}"
        )
    text = _ESCAPE.sub(_plain_escape, text) if _RARE.search(text) else text
    try:
        po = rspolib.pofile(text if "\n" in text else text + "\n")
        raw = po.get_entries()
        header = dict(po.get_metadata())
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
    entries: list[Entry] = []
    obsolete: list[Entry] = []
    seen: dict[str, int] = {}
    for item in raw:
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
    return Catalogue(path, header, tuple(entries), tuple(obsolete), po.header or "")


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


_SPECIAL = re.compile('[\\x00-\\x1f\\x7f\\x85\\u2028\\u2029\\\\"]')
"""What is escaped in a PO file, or where it begins a new line."""


def _plainly(entry: Entry) -> str:
    """The entry's lines if they are just its texts, as most are: polib takes eight times as long.

    Empty for an entry with anything to escape, break or comment; that is polib's.
    """
    if entry.comment or entry.flags or entry.previous or entry.obsolete or "\n" in entry.note:
        return ""
    if _SPECIAL.search(f"{entry.key}{entry.source}{entry.target}"):
        return ""
    note = f"#. {entry.note}\n" if entry.note else ""
    fuzzy = "#, fuzzy\n" if entry.fuzzy else ""
    return (
        f'#. {entry.kind}\n{note}{fuzzy}msgctxt "{entry.key}"\nmsgid "{entry.source}"\n'
        f'msgstr "{entry.target}"\n'
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
