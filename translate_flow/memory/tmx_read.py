"""TMX files of any size, read a unit at a time (LISA OSCAR, TMX 1.4b; OmegaT's own properties).

Any two of a unit's languages can be asked for, whichever the file calls its source. Text of
inline elements that hold the native code of formatting (`bpt ept ph it ut`) is left out, that
of `hi` is kept, and that of `sub` (a footnote, an alternative text) makes a pair of its own. A code
that breaks the line leaves a line break, another one between two words a blank. Document types are not fetched, and a file that declares entities is refused.
Control characters, which XML forbids, are dropped and counted.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from ..catalogue import outside
from ..errors import MemoryStoreError
from ..files.messages import cause
from . import messages
from .codes import between, joined
from .unit import APPROVED, IMPORTED, TRANSLATED, StoredPair
from .words import normal

_CHUNK = 1 << 16
_LONGEST = 1_000_000
"""Characters of one unit; more is not a translation unit."""
_CODE = frozenset({"bpt", "ept", "ph", "it", "ut"})
_BYTES = bytes(set(range(32)) - set(b"\t\n\r"))
_REFERENCE = re.compile(rb"&#(?:x0*([0-9a-fA-F]{1,2})|0*([0-9]{1,2}));")
_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\Z")
_HASH = re.compile(r"-?\d{1,19}\Z", re.ASCII)
_RANKS = {"approved": APPROVED, "translated": TRANSLATED}
_MACHINE = "MT!"
"""How the trade's programs sign a unit that a machine made and nobody changed."""
UNREAD = frozenset({"draft", "stale", "missing", "kept"})
"""Values of our own `x-state` that name no text a person confirmed."""


@dataclass
class ImportTally:
    """What became of a file's units."""

    taken: int = 0
    """Pairs given."""
    other_languages: int = 0
    """Units without both languages."""
    unconfirmed: int = 0
    """Units that say of themselves that no person confirmed them."""
    dropped: int = 0
    """Characters that XML does not allow."""


@dataclass
class _Variant:
    tag: str
    attributes: dict[str, str]
    notes: list[str] = field(default_factory=list)
    properties: list[tuple[str, str]] = field(default_factory=list)
    text: str = ""
    subs: list[str] = field(default_factory=list)
    """Texts inside its codes, such as footnotes."""
    marked: str = ""
    """Its content as XML, where it has elements."""


@dataclass
class _Unit:
    attributes: dict[str, str]
    notes: list[str] = field(default_factory=list)
    properties: list[tuple[str, str]] = field(default_factory=list)
    variants: list[_Variant] = field(default_factory=list)


class _Reader:
    """Handlers of the XML parser; finished units gather in `units`."""

    def __init__(self, file: Path, encoding: str | None = None) -> None:
        self.file = file
        self.units: list[_Unit] = []
        self.unit: _Unit | None = None
        self.variant: _Variant | None = None
        self.seen = False
        self._text: list[str] = []
        self._size = 0
        self._codes: list[list[str]] = []
        self._subs: list[list[str]] = []
        self._marked: list[str] = []
        self._elements = False
        self._property = ""
        self._inside = ""
        self.parser = expat.ParserCreate(None if encoding is None else encoding)
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.EntityDeclHandler = self._entity

    def _entity(self, *_: Any) -> None:
        line = self.parser.CurrentLineNumber
        raise MemoryStoreError(messages.ENTITIES(file=str(self.file), line=line))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self.seen:
            if name != "tmx":
                raise MemoryStoreError(messages.NOT_TMX(file=str(self.file), name=name))
            self.seen = True
        elif name == "tu":
            self.unit, self._size = _Unit(attributes), 0
        elif self.unit is None:
            return
        elif name == "tuv":
            tag = attributes.pop("xml:lang", "") or attributes.pop("lang", "")
            self.variant = _Variant(tag.replace("_", "-"), attributes)
            self.unit.variants.append(self.variant)
        elif name in ("seg", "note", "prop"):
            self._inside, self._text, self._codes, self._subs = name, [], [], []
            self._marked, self._elements = [], False
            self._property = attributes.get("type", "")
        elif self._inside == "seg":
            self._elements = True
            self._marked.append(f"<{name}{''.join(f' {n}={quoteattr(v)}' for n, v in attributes.items())}>")
            if name in _CODE:
                self._codes.append([name, attributes.get("type", "")])
            elif name == "sub":
                self._subs.append([])

    def _characters(self, text: str) -> None:
        if self._inside:
            self._size += len(text)
            if self._size > _LONGEST:
                line = self.parser.CurrentLineNumber
                raise MemoryStoreError(
                    messages.UNIT_TOO_LONG(file=str(self.file), line=line, n=f"{_LONGEST:,}")
                )
            self._marked.append(escape(text))
            if self._subs:
                self._subs[-1].append(text)
            elif self._codes:
                self._codes[-1].append(text)
            else:
                self._text.append(text)

    def _end(self, name: str) -> None:
        if self._inside == "seg" and name != "seg":
            self._marked.append(f"</{name}>")
            if name in _CODE and self._codes:
                kind, type, *code = self._codes.pop()
                if not self._codes:
                    self._text.append(f"\0{between(kind, type, ''.join(code))}\0")
            elif name == "sub" and self._subs and self.variant is not None:
                self.variant.subs.append("".join(self._subs.pop()))
        elif name == self._inside and self.unit is not None:
            text, holder = "".join(self._text), self.variant or self.unit
            if name == "seg" and self.variant is not None:
                self.variant.text = joined(text)
                self.variant.marked = "".join(self._marked) if self._elements else ""
            elif name == "note":
                holder.notes.append(text)
            elif name == "prop":
                holder.properties.append((self._property, text))
            self._inside = ""
        elif name == "tuv":
            self.variant = None
        elif name == "tu" and self.unit is not None:
            self.units.append(self.unit)
            self.unit = None


def read(
    path: Path, name: str, source: str, targets: tuple[str, ...], tally: ImportTally | None = None
) -> Iterator[StoredPair]:
    """The pairs of a file, in its order, for each target language it has.

    `name` is what the pairs' document is called where the file does not say; `source` and
    `targets` are the workspace's tags. A tag fits if it is the same, or the same but for the
    region. Raises MemoryStoreError naming file and line.
    """
    tally = ImportTally() if tally is None else tally
    try:
        with path.open("rb") as stream:
            wide = _wide(stream.read(2))
            stream.seek(0)
            reader = _Reader(path, "utf-8" if wide else None)
            for chunk, last in _chunks(stream, wide, tally):
                try:
                    reader.parser.Parse(chunk, last)
                except expat.ExpatError as error:
                    why = expat.errors.messages[error.code]
                    raise MemoryStoreError(
                        messages.NOT_XML(file=str(path), line=error.lineno, cause=why)
                    ) from error
                except (LookupError, ValueError) as error:
                    raise MemoryStoreError(messages.NOT_UTF_8(file=str(path), cause=str(error))) from error
                for unit in reader.units:
                    yield from _pairs(unit, name, source, targets, tally)
                reader.units.clear()
    except OSError as error:
        raise MemoryStoreError(messages.CANNOT_BE_READ(file=str(path), cause=cause(error))) from error


def _wide(head: bytes) -> str:
    """The codec of a file in UTF-16; empty for any other."""
    return {b"\xff\xfe": "utf-16-le", b"<\0": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\0<": "utf-16-be"}.get(
        head, ""
    )


def _chunks(stream: Any, wide: str, tally: ImportTally) -> Iterator[tuple[bytes, bool]]:
    """The bytes, of a UTF-16 file as UTF-8, without what XML forbids; a reference is never cut in two."""
    decoder = codecs.getincrementaldecoder(wide or "latin-1")()

    def narrow(piece: bytes, last: bool) -> bytes:
        return decoder.decode(piece, last).removeprefix("\ufeff").encode() if wide else piece

    rest = b""
    while more := stream.read(_CHUNK):
        whole = rest + narrow(more, False)
        mark = whole.rfind(b"&", -12)
        cut = mark if mark >= 0 else len(whole)
        piece, rest = whole[:cut], whole[cut:]
        yield _allowed(piece, tally), False
    yield _allowed(rest + narrow(b"", True), tally), True


def _allowed(piece: bytes, tally: ImportTally) -> bytes:
    plain = piece.translate(None, _BYTES)
    tally.dropped += len(piece) - len(plain)

    def kept(found: re.Match[bytes]) -> bytes:
        value = int(found[1], 16) if found[1] else int(found[2])
        if value >= 32 or value in (9, 10, 13):
            return found[0]
        tally.dropped += 1
        return b""

    return _REFERENCE.sub(kept, plain) if b"&#" in plain else plain


def _pairs(
    unit: _Unit, name: str, source: str, targets: tuple[str, ...], tally: ImportTally
) -> Iterator[StoredPair]:
    properties = dict(unit.properties)
    if properties.get("x-state") in UNREAD or _unread(unit):
        tally.unconfirmed += 1
        return
    left = _fitting(unit.variants, source)
    found = [(t, v) for t in targets if (v := _fitting(unit.variants, t)) is not None and v is not left]
    if left is None or not found:
        tally.other_languages += 1
        return
    for target, right in found:
        if left.text.strip() and right.text.strip():
            tally.taken += 1
            yield _pair(unit, left, right, target, name, properties)
            if len(left.subs) == len(right.subs):
                for one, other in zip(left.subs, right.subs, strict=True):
                    if one.strip() and other.strip():
                        tally.taken += 1
                        yield StoredPair(one, other, target, document=name)


def _unread(unit: _Unit) -> bool:
    """Whether another program says that nobody has confirmed the unit, or that a machine made it."""
    properties = [*unit.properties, *(p for v in unit.variants for p in v.properties)]
    said = {outside.tmx(name, value) for name, value in properties}
    makers = [unit.attributes, *(v.attributes for v in unit.variants)]
    machine = any(
        m.get("creationid", "") == _MACHINE and m.get("changeid", _MACHINE) == _MACHINE for m in makers
    )
    if outside.Said.DONE in said:
        said -= {outside.Said.MACHINE}  # made by a machine, and confirmed since
    return machine or bool(said & outside.UNFINISHED)


def _pair(
    unit: _Unit, left: _Variant, right: _Variant, language: str, name: str, properties: dict[str, str]
) -> StoredPair:
    known = {**unit.attributes, **right.attributes}
    extras: dict[str, Any] = {
        "tags": [left.tag, right.tag],
        "unit": [unit.attributes, unit.notes, unit.properties],
        "source": [left.attributes, left.notes, left.properties],
        "target": [right.attributes, right.notes, right.properties],
    }
    if left.marked or right.marked:
        extras["marked"] = [left.marked, right.marked]
    if normal(left.text) != left.text:
        extras["text"] = left.text
    return StoredPair(
        source=left.text,
        target=right.text,
        language=language,
        rank=_RANKS.get(properties.get("x-state", ""), IMPORTED),
        key=unit.attributes.get("tuid", ""),
        # OmegaT writes `file`, and `prev` and `next` with the text of the neighbours.
        document=properties.get("x-document") or properties.get("file") or name,
        person=known.get("changeid") or known.get("creationid") or "",
        at=_time(known.get("changedate") or known.get("creationdate") or ""),
        previous=_around("prev", properties),
        following=_around("next", properties),
        extras=json.dumps(extras, ensure_ascii=False, separators=(",", ":")),
    )


def _around(name: str, properties: dict[str, str]) -> str | int | None:
    number = properties.get(f"x-{name}", "")
    if _HASH.match(number) and -(2**63) <= int(number) < 2**63:
        return int(number)
    return properties.get(name)


def _fitting(variants: list[_Variant], tag: str) -> _Variant | None:
    """The variant in that very language, else the first that differs in the region alone."""
    wanted = tag.lower()
    same = [v for v in variants if v.tag.lower() == wanted]
    near = [v for v in variants if v.tag.lower().split("-")[0] == wanted.split("-")[0]]
    return (same or near or [None])[0]  # type: ignore[list-item]


def _time(stamp: str) -> str:
    found = _TIME.match(stamp)
    return "{}-{}-{}T{}:{}:{}Z".format(*found.groups()) if found else ""
