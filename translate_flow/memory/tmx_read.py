"""TMX files of any size, read a unit at a time (LISA OSCAR, TMX 1.4b; OmegaT's own properties).

Any two of a unit's languages can be asked for, whichever the file calls its source. Text of
inline elements that hold the native code of formatting (`bpt ept ph it ut`) is left out, that
of `hi` is kept, and that of `sub` (a footnote, an alternative text) makes a pair of its own. A code
that breaks the line leaves a line break, another one between two words a blank. Document types are not fetched, and a file that declares entities is refused.
Control characters, which XML forbids, are dropped and counted.
"""

from __future__ import annotations

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
from ..language.tags import primary
from . import messages
from .codes import between, joined
from .tmx_bytes import chunks, wide_codec
from .unit import APPROVED, IMPORTED, TRANSLATED, StoredPair
from .words import normal

_LONGEST = 1_000_000
"""Characters of one unit; more is not a translation unit."""
_CODE = frozenset({"bpt", "ept", "ph", "it", "ut"})
_TIME = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)[T ](\d\d):?(\d\d):?(\d\d)(?:\.\d+)?Z?\Z")
_INDENT = re.compile(r"[ \t]*\n[ \t]{2,}")
"""A line break that a program has put into a text to indent its file."""
_HASH = re.compile(r"-?\d{1,19}\Z", re.ASCII)
_RANKS = {"approved": APPROVED, "translated": TRANSLATED}
_MACHINES = frozenset({"MT!", "MT", "NMT"})
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
class Variant:
    """A unit in one language."""

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
class TmxUnit:
    """A unit with its languages."""

    attributes: dict[str, str]
    start: int = 0
    """Where it begins, in bytes of the file as it is read (`chunks`),"""
    close: int = 0
    """and where its closing tag does."""
    notes: list[str] = field(default_factory=list)
    properties: list[tuple[str, str]] = field(default_factory=list)
    variants: list[Variant] = field(default_factory=list)


class _Reader:
    """Handlers of the XML parser; finished units gather in `units`."""

    def __init__(self, file: Path, encoding: str | None = None) -> None:
        self.file = file
        self.units: list[TmxUnit] = []
        self.unit: TmxUnit | None = None
        self.variant: Variant | None = None
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
            self.unit, self._size = TmxUnit(attributes, self.parser.CurrentByteIndex), 0
        elif self.unit is None:
            return
        elif name == "tuv":
            tag = attributes.pop("xml:lang", "") or attributes.pop("lang", "")
            self.variant = Variant(tag.replace("_", "-"), attributes)
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
            self.unit.close = self.parser.CurrentByteIndex
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
    dropped: list[int] = []
    for unit in units(path, dropped):
        yield from _pairs(unit, name, source, targets, tally)
    tally.dropped += sum(dropped)


def units(path: Path, dropped: list[int] | None = None) -> Iterator[TmxUnit]:
    """The units of a file, in its order; how many characters were left out is added to `dropped`. Raises MemoryStoreError naming file and line."""
    try:
        with path.open("rb") as stream:
            wide = wide_codec(stream.read(2))
            stream.seek(0)
            reader = _Reader(path, "utf-8" if wide else None)
            for chunk, last in chunks(stream, wide, [] if dropped is None else dropped):
                try:
                    reader.parser.Parse(chunk, last)
                except expat.ExpatError as error:
                    why = expat.errors.messages[error.code]
                    raise MemoryStoreError(
                        messages.NOT_XML(file=str(path), line=error.lineno, cause=why)
                    ) from error
                except (LookupError, ValueError) as error:
                    raise MemoryStoreError(messages.NOT_UTF_8(file=str(path), cause=str(error))) from error
                yield from reader.units
                reader.units.clear()
    except OSError as error:
        raise MemoryStoreError(messages.CANNOT_BE_READ(file=str(path), cause=cause(error))) from error


def _pairs(
    unit: TmxUnit, name: str, source: str, targets: tuple[str, ...], tally: ImportTally
) -> Iterator[StoredPair]:
    properties = dict(unit.properties)
    if properties.get("x-state") in UNREAD or _unread(unit):
        tally.unconfirmed += 1
        return
    left = next(iter(_fitting(unit.variants, source)), None)
    found = [(t, v) for t in targets for v in _fitting(unit.variants, t) if v is not left]
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


def _unread(unit: TmxUnit) -> bool:
    """Whether another program says that nobody has confirmed the unit, or that a machine made it."""
    properties = [*unit.properties, *(p for v in unit.variants for p in v.properties)]
    said = {outside.tmx(name, value) for name, value in properties}
    makers = [unit.attributes, *(v.attributes for v in unit.variants)]
    machine = any(
        (by := m.get("creationid", "")) in _MACHINES and m.get("changeid", by) in _MACHINES for m in makers
    )
    if outside.Said.DONE in said:
        said -= {outside.Said.MACHINE}  # made by a machine, and confirmed since
    return machine or bool(said & outside.UNFINISHED)


def _pair(
    unit: TmxUnit, left: Variant, right: Variant, language: str, name: str, properties: dict[str, str]
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
    source = _INDENT.sub(" ", left.text)
    if normal(source) != left.text:
        extras["text"] = left.text
    return StoredPair(
        source=source,
        target=right.text,
        language=language,
        rank=_RANKS.get(properties.get("x-state", ""), IMPORTED),
        key=unit.attributes.get("tuid", ""),
        # OmegaT writes `file`, and `prev` and `next` with the text of the neighbours.
        document=properties.get("x-document") or properties.get("file") or name,
        person=known.get("changeid") or known.get("creationid") or "",
        at=moment(known.get("changedate") or known.get("creationdate") or ""),
        previous=_around("prev", properties),
        following=_around("next", properties),
        extras=json.dumps(extras, ensure_ascii=False, separators=(",", ":")),
    )


def _around(name: str, properties: dict[str, str]) -> str | int | None:
    number = properties.get(f"x-{name}", "")
    if _HASH.match(number) and -(2**63) <= int(number) < 2**63:
        return int(number)
    return properties.get(name)


def _fitting(variants: list[Variant], tag: str) -> list[Variant]:
    """The variants in that very language, else those that differ in the region alone; each text once."""
    wanted = tag.lower()
    same = [v for v in variants if v.tag.lower() == wanted]
    near = [v for v in variants if primary(v.tag) == primary(wanted)]
    return list({v.text: v for v in reversed(same or near)}.values())[::-1]


def moment(stamp: str) -> str:
    """A time as TMX writes it in RFC 3339; empty if it is none."""
    found = _TIME.match(stamp)
    return "{}-{}-{}T{}:{}:{}Z".format(*found.groups()) if found else ""
