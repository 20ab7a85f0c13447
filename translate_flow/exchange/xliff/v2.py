"""XLIFF 2.0, 2.1 and 2.2: core, glossary, translation candidates and change tracking, written and read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from lxml import etree

from ...catalogue.outside import UNFINISHED, UNTOUCHED, Said, worst
from ...errors import ReadError
from ...language.text import squeeze
from ...markup.codes import InlineCode, Part, coded, nested
from ...model import State
from .. import messages
from ..sheet import Back, BackRow, CodeRef, ReviewSheet, SheetRow
from .parts import (
    DEEPEST,
    SPACE,
    US,
    Marked,
    atoms,
    every,
    foreign,
    indent,
    line_of,
    local,
    native,
    plain,
    say,
    sealed,
    together,
    with_terms,
)
from .v2_said import CHANGES, READ, newest, remarks, state_of, with_metadata

NAMESPACES = {f"2.{n}": f"urn:oasis:names:tc:xliff:document:2.{0 if n < 2 else 2}" for n in range(3)}
"""Version and namespace of its core; 2.1 has that of 2.0."""
_GLOSSARY = "urn:oasis:names:tc:xliff:glossary:2.0"
_MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
_OWN = "urn:translate-flow:review:1"
_PREFIXES = {"gls": _GLOSSARY, "mtc": _MATCHES, "ctr": CHANGES, "tf": _OWN}
_STATES = {State.TRANSLATED: "translated", State.APPROVED: "reviewed", State.KEPT: "final"}
_TYPES = {"bold": ("fmt", "xlf:b"), "italic": ("fmt", "xlf:i"), "underlined": ("fmt", "xlf:u"),
          "break": ("fmt", "xlf:lb"), "struck": ("fmt", ""), "subscript": ("fmt", ""), "superscript": ("fmt", ""),
          "link": ("link", ""), "image": ("image", "")}  # fmt: skip
_OPEN = "open"
_SEGMENT = "s1"


def _write(sheet: ReviewSheet, version: str) -> bytes:
    """The sheet as XLIFF of that version; what people changed since the draft is tracked."""
    core = NAMESPACES[version]
    root = etree.Element(
        f"{{{core}}}xliff",
        {"version": version, "srcLang": sheet.source_language, "trgLang": sheet.target_language},
        nsmap={None: core, **_PREFIXES},  # type: ignore[dict-item]
    )
    said = {"id": "f1", "original": sheet.statement, "canResegment": "no"}
    file = etree.SubElement(root, f"{{{core}}}file", said)
    if sheet.journal:
        file.set(f"{{{_OWN}}}journal", sheet.journal)
    for row in sheet.rows:
        _UnitWriter(core, sheet).write(file, row)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["tf"])
    indent(root)
    return sealed(root)


write_20, write_21, write_22 = (partial(_write, version=version) for version in NAMESPACES)


class _UnitWriter:
    """Writes one unit: what stands for its codes is kept once, and terms are numbered."""

    def __init__(self, core: str, sheet: ReviewSheet) -> None:
        self.core, self.sheet = core, sheet
        self.terms: list[Marked] = []

    def write(self, file: etree._Element, row: SheetRow) -> None:
        """The unit at the end of the file."""
        done = row.state in _STATES
        unit = self._element(file, "unit", id=row.key, type=f"{US}:{row.kind}")
        unit.set(SPACE, "preserve")
        unit.set(f"{{{_OWN}}}base", f"{row.base} {READ if done else _OPEN}")
        if row.state is State.KEPT:
            unit.set("translate", "no")
        source = coded(row.source, self.sheet.format)
        shown = with_terms(row, self.sheet.format)
        target = coded(row.target, self.sheet.format, source)
        self.terms = [p for p in shown if isinstance(p, Marked)]
        self._glossary(unit)
        self._candidates(unit, row, source)
        self._changes(unit, row)
        self._notes(unit, row)
        data = self._data(unit, [*source, *target])
        apart = _apart(source) | _apart(target)
        state = {"id": _SEGMENT, "state": _STATES.get(row.state, "initial")}
        if row.state in (State.DRAFT, State.STALE):
            state["subState"] = f"{US}:{row.state}"
        segment = self._element(unit, "segment", **state)
        self._fill(self._element(segment, "source"), shown, data, apart)
        if row.target:
            self._fill(self._element(segment, "target"), target, data, apart)

    def _element(self, parent: etree._Element, name: str, **said: str) -> etree._Element:
        return etree.SubElement(parent, f"{{{self.core}}}{name}", said)

    def _glossary(self, unit: etree._Element) -> None:
        if not self.terms:
            return
        glossary = etree.SubElement(unit, f"{{{_GLOSSARY}}}glossary")
        for number, marked in enumerate(self.terms, 1):
            term = marked.term
            entry = etree.SubElement(
                glossary, f"{{{_GLOSSARY}}}glossEntry", {"id": f"g{number}", "ref": f"#m{number}"}
            )
            self._words(etree.SubElement(entry, f"{{{_GLOSSARY}}}term"), term.es)
            for rendering in (term.target, *term.accepted):
                self._words(etree.SubElement(entry, f"{{{_GLOSSARY}}}translation"), rendering)
            if term.gloss:
                self._words(etree.SubElement(entry, f"{{{_GLOSSARY}}}definition"), term.gloss)

    def _candidates(self, unit: etree._Element, row: SheetRow, source: Sequence[Part]) -> None:
        """The machine's draft, where people have changed it."""
        first = next((v for v in row.versions if v.machine), None)
        if first is None or first.text == row.target:
            return
        matches = etree.SubElement(unit, f"{{{_MATCHES}}}matches")
        said = {"id": "c1", "ref": f"#{_SEGMENT}", "type": "mt" if first.score is None else "tm"}
        if first.score is not None:
            said["matchQuality"] = str(min(first.score, 100))
        if first.hand[0]:
            said["origin"] = first.hand[0]
        match = etree.SubElement(matches, f"{{{_MATCHES}}}match", said)
        target = coded(first.text, self.sheet.format, source)
        data = self._data(match, [*source, *target])
        apart = _apart(source) | _apart(target)
        self._fill(self._element(match, "source"), source, data, apart)
        self._fill(self._element(match, "target"), target, data, apart)

    def _changes(self, unit: etree._Element, row: SheetRow) -> None:
        """The translation's past; the newest version is the present one."""
        if len(row.versions) < 2:
            return
        track = etree.SubElement(unit, f"{{{CHANGES}}}changeTrack")
        said = {"appliesTo": "target", "currentVersion": f"v{len(row.versions)}"}
        revisions = etree.SubElement(track, f"{{{CHANGES}}}revisions", said)
        for number, version in reversed(list(enumerate(row.versions, 1))):
            by, at = version.hand
            known = {"author": by, "datetime": at, "version": f"v{number}"}
            revision = etree.SubElement(
                revisions, f"{{{CHANGES}}}revision", {k: v for k, v in known.items() if v}
            )
            item = etree.SubElement(revision, f"{{{CHANGES}}}item", {"property": "content"})
            item.text = _without_controls(version.text)

    def _notes(self, unit: etree._Element, row: SheetRow) -> None:
        if not row.notes and not row.remarks:
            return
        notes = self._element(unit, "notes")
        for number, note in enumerate(row.notes, 1):
            self._element(notes, "note", id=f"n{number}", category=f"{US}-{note.tone}").text = note.text
        for number, remark in enumerate(row.remarks, 1):
            made = self._element(notes, "note", id=f"r{number}", category="comment")
            made.set(f"{{{_OWN}}}by", remark.by or "?")
            made.text = _without_controls(remark.text)

    def _data(self, parent: etree._Element, parts: Sequence[Part]) -> dict[str, str]:
        """What each code stands for, written once, and the number it is referred to by."""
        signs = dict.fromkeys(p.sign for p in parts if isinstance(p, InlineCode))
        data = {sign: f"d{number}" for number, sign in enumerate(signs, 1)}
        if data:
            kept = self._element(parent, "originalData")
            for sign, id in data.items():
                self._element(kept, "data", id=id).text = sign
        return data

    def _fill(
        self, element: etree._Element, parts: Sequence[Part | Marked], data: dict[str, str], apart: set[str]
    ) -> None:
        """Words, codes and terms as the content of an element; pairs whose number is in `apart` as two halves."""
        words = [p.text if isinstance(p, Marked) else p for p in parts]
        whole = {a: b for a, b in nested(words).items() if _id(words[a]) not in apart}
        ends = {end: start for start, end in whole.items()}
        rest = [
            p for n, p in enumerate(parts) if isinstance(p, InlineCode) and n not in whole and n not in ends
        ]
        opened = {p.id for p in rest if p.role == "open"} & {p.id for p in rest if p.role == "close"}
        number = 0
        at = element
        for place, part in enumerate(parts):
            if isinstance(part, str):
                self._words(at, part)
            elif isinstance(part, Marked):
                number += 1
                said = {"id": f"m{number}", "type": "term", **({"translate": "no"} if part.kept else {})}
                self._words(self._element(at, "mrk", **said), part.text)
            elif place in whole:
                end = parts[whole[place]]
                assert isinstance(end, InlineCode)
                said = {"dataRefStart": data[part.sign], "dataRefEnd": data[end.sign]}
                at = self._element(at, "pc", id=part.id, **_type(part), **said)
            elif place in ends:
                parent = at.getparent()
                assert parent is not None
                at = parent
            elif part.role == "single":
                self._element(at, "ph", id=part.id, **_type(part), dataRef=data[part.sign])
            elif part.role == "open":
                alone = {} if part.id in opened else {"isolated": "yes"}
                self._element(at, "sc", id=part.id, **_type(part), **alone, dataRef=data[part.sign])
            elif part.id in opened:
                self._element(at, "ec", startRef=part.id, dataRef=data[part.sign])
            else:
                self._element(at, "ec", id=part.id, isolated="yes", dataRef=data[part.sign])

    def _words(self, element: etree._Element, text: str) -> None:
        """Words; a character that XML cannot hold as `cp`, which the standard has for it."""
        stretch = ""
        for char in text:
            if not _forbidden(char):
                stretch += char
                continue
            say(element, stretch)
            stretch = ""
            self._element(element, "cp", hex=f"{ord(char):04X}")
        say(element, stretch)


def _id(part: Part) -> str:
    return "" if isinstance(part, str) else part.id


def _apart(parts: Sequence[Part]) -> set[str]:
    """Numbers of pairs that do not hold whole pairs only. The same code is the same element in source and translation."""
    whole = nested(parts)
    kept = {*whole, *whole.values()}
    return {_id(p) for n, p in enumerate(parts) if n not in kept and _id(p) and _role(p) != "single"}


def _role(part: Part) -> str:
    return "" if isinstance(part, str) else part.role


def _type(code: InlineCode) -> dict[str, str]:
    kind, sub = _TYPES.get(code.kind, ("other", ""))
    return {"type": kind, **({"subType": sub} if sub else {})}


def _forbidden(char: str) -> bool:
    return (char < " " and char not in "\t\n\r") or "\ud800" <= char <= "\udfff" or char in "\ufffe\uffff"


def _without_controls(text: str) -> str:
    return "".join("\ufffd" if _forbidden(char) else char for char in text)


def read(root: etree._Element, name: str) -> Back:
    """What came back. Raises ReadError for a unit without a segment, or a file without a source language."""
    if etree.QName(root).namespace not in NAMESPACES.values() or not root.get("srcLang"):
        raise ReadError(messages.BROKEN_XLIFF(file=name, line=line_of(root), what="xliff"))
    files = list(every(root, "file"))
    if not files:
        raise ReadError(messages.BROKEN_XLIFF(file=name, line=line_of(root), what="xliff"))
    language = root.get("trgLang", "")
    return together([_file(file, language, name) for file in files])


def _file(file: etree._Element, language: str, name: str) -> Back:
    rows = tuple(_row(unit, name) for unit in every(file, "unit"))
    aside = tuple(remark for node in (file, *every(file, "group")) for remark in remarks(node))
    return Back(rows, file.get("original", ""), language, foreign(file, "journal"), remarks=aside)


def _row(unit: etree._Element, name: str) -> BackRow:
    data = {d.get("id", ""): "".join(map(str, d.itertext())) for d in unit.findall("{*}originalData/{*}data")}
    base, _, before = foreign(unit, "base").partition(" ")
    pieces: list[tuple[int, list[str | CodeRef], list[str | CodeRef] | None, Said]] = []
    parts = [node for node in unit if local(node) in ("segment", "ignorable")]
    for number, node in enumerate(parts, 1):
        source, target = node.find("{*}source"), node.find("{*}target")
        if source is None:
            raise ReadError(messages.BROKEN_XLIFF(file=name, line=line_of(node), what=local(node)))
        place = target.get("order", "") if target is not None else ""
        there = _taken(source, data)
        here = _taken(target, data) if target is not None else there if local(node) == "ignorable" else None
        said = state_of(node, before) if local(node) == "segment" else Said.DONE
        pieces.append((int(place) if place.isdecimal() else number, there, here, said))
    if not any(local(node) == "segment" for node in parts):
        raise ReadError(messages.BROKEN_XLIFF(file=name, line=line_of(unit), what="unit"))
    source_words = "".join(plain(there) for _, there, _, _ in pieces)
    # A segment without words is one that nobody has translated yet; a unit has a translation if one of them has.
    segments = [n for n in parts if local(n) == "segment"]
    done = [
        bool(t is not None and (native(t).strip() or len(t))) for t in (n.find("{*}target") for n in segments)
    ]
    left_out = not any(done) and all(
        n.find("{*}target") is None or n.get("state", "initial") in UNTOUCHED for n in segments
    )
    target_parts = [p for _, _, here, _ in sorted(pieces, key=lambda p: p[0]) for p in here or []]
    said = worst([*(state for _, _, _, state in pieces), *([] if all(done) else [Said.OPEN])])
    said = with_metadata(said, segments, unit)
    hand = newest(unit)
    made = atoms(target_parts)
    if hand:
        made = tuple(replace(atom, put=frozenset({hand})) for atom in made)
    return BackRow(
        unit.get("id", ""),
        () if left_out else made,
        source_words,
        base,
        tuple(remarks(unit)),
        said,
        {READ: Said.DONE, _OPEN: Said.OPEN}.get(before, Said.NOTHING),
        copied=left_out or (said in UNFINISHED and squeeze(source_words) == squeeze(plain(target_parts))),
        codes=tuple(p for _, there, _, _ in pieces for p in there if isinstance(p, CodeRef)),
    )


def _taken(node: etree._Element, data: dict[str, str], depth: int = 0) -> list[str | CodeRef]:
    """The words and codes in an element, each code with what it stands for."""
    made: list[str | CodeRef] = [node.text or ""]
    for child in node:
        name, id = local(child), child.get("id", "")
        # A copy of another code stands for the same.
        id = child.get("copyOf") or id
        if depth > DEEPEST or not name:
            pass
        elif name == "pc":
            made.append(CodeRef(id, "open", data.get(child.get("dataRefStart", ""), "")))
            made += _taken(child, data, depth + 1)
            made.append(CodeRef(id, "close", data.get(child.get("dataRefEnd", ""), "")))
        elif name in ("ph", "sc", "ec"):
            role = {"ph": "single", "sc": "open", "ec": "close"}[name]
            id = _start(child) if child.get("startRef") else id
            made.append(CodeRef(id, role, data.get(child.get("dataRef", ""), "")))
        elif name == "cp":
            value = child.get("hex", "")
            made.append(chr(int(value, 16)) if len(value) <= 6 and value.isalnum() and _hex(value) else "")
        else:
            made += _taken(child, data, depth + 1)
        made.append(child.tail or "")
    return made


def _start(end: etree._Element) -> str:
    """The number of the code that an `ec` closes; of a copy, that of what it is a copy of."""
    wanted = end.get("startRef", "")
    around = next((n for n in end.iterancestors() if local(n) in ("source", "target")), end)
    starts = (n for n in around.iter("{*}sc") if n.get("id") == wanted)
    return next((n.get("copyOf") or wanted for n in starts), wanted)


def _hex(value: str) -> bool:
    return all(c in "0123456789abcdefABCDEF" for c in value) and int(value, 16) < 0x110000
