"""XLIFF 1.2 for translation programs: written and read, what Trados Studio and memoQ add to it included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lxml import etree

from ... import __version__
from ...catalogue.outside import UNFINISHED, UNTOUCHED, Said, worst, xliff
from ...errors import BuildError
from ...language.text import squeeze
from ...markup.codes import InlineCode, Part, coded, nested
from ...model import State, Term
from .. import messages
from ..sheet import Back, BackRow, CellAtom, CodeRef, Remark, ReviewSheet, SheetRow
from . import trade
from .parts import (
    DEEPEST,
    LANG,
    SPACE,
    US,
    Marked,
    every,
    indent,
    local,
    native,
    said_in,
    say,
    sealed,
    together,
    with_terms,
)

_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_STATES = {
    State.DRAFT: "needs-review-translation",
    State.STALE: "needs-adaptation",
    State.TRANSLATED: "translated",
    State.APPROVED: "signed-off",
    State.KEPT: "final",
}
_TYPES = {"docx": "x-docx", "odt": "x-odt", "html": "html", "markdown": "x-markdown", "plain": "plaintext"}
_PAIRED = frozenset({"bold", "italic", "underlined", "link"})
_SINGLE = {"image": "image", "break": "lb"}
_APPROVED, _READ, _OPEN = "approved", "read", "open"
"""How far the translation was when the file was made; is beside its digest."""
_BEFORE = {_APPROVED: Said.DONE, _READ: Said.DONE, _OPEN: Said.OPEN}


def write(sheet: ReviewSheet) -> bytes:
    """The sheet as XLIFF; the machine's draft is beside a text that people changed.

    Raises BuildError, naming the segment, for a character that XML cannot hold.
    """
    root = etree.Element("xliff", {"version": "1.2"}, nsmap={None: _NAMESPACE})  # type: ignore[dict-item]
    facts = {
        "original": sheet.statement,
        "source-language": sheet.source_language,
        "target-language": sheet.target_language,
        "datatype": _TYPES.get(sheet.format, "plaintext"),
        "tool-id": US,
    }
    file = etree.SubElement(root, "file", facts)
    header = etree.SubElement(file, "header")
    phases = etree.SubElement(header, "phase-group")
    _phase(phases, {"phase-name": "review", "process-name": "review", "job-id": sheet.journal, "tool-id": US})
    hands = {
        last: f"h{n}" for n, last in enumerate(dict.fromkeys(r.last for r in sheet.rows if r.last[0]), 1)
    }
    for (by, at), name in hands.items():
        _phase(phases, {"phase-name": name, "process-name": "translation", "contact-name": by, "date": at})
    _glossary(header, sheet)
    etree.SubElement(header, "tool", {"tool-id": US, "tool-name": US, "tool-version": __version__})
    body = etree.SubElement(file, "body")
    for row in sheet.rows:
        try:
            _unit(body, row, sheet, hands.get(row.last, ""))
        except ValueError as cause:
            problem = messages.CONTROL_CHARACTER(statement=sheet.statement, key=row.key, format="XLIFF")
            raise BuildError(problem) from cause
    indent(root)
    return sealed(root)


def _phase(group: etree._Element, said: dict[str, str]) -> None:
    etree.SubElement(group, "phase", {k: v for k, v in said.items() if v})


def _glossary(header: etree._Element, sheet: ReviewSheet) -> None:
    """The glossary's terms of these segments, as TBX inside the file."""
    terms: dict[str, Term] = {spot.term.es: spot.term for row in sheet.rows for spot in row.terms}
    if terms:
        from ...glossary.tbx_write import write_tbx

        inside = etree.SubElement(
            etree.SubElement(header, "glossary"), "internal-file", form="application/x-tbx"
        )
        inside.text = write_tbx(terms.values(), sheet.source_language, sheet.target_language).decode()


def _unit(body: etree._Element, row: SheetRow, sheet: ReviewSheet, phase: str) -> None:
    done = _READ if row.state in (State.TRANSLATED, State.KEPT) else _OPEN
    said = {
        "id": row.key,
        "approved": "yes" if row.state is State.APPROVED else "no",
        "restype": f"x-{row.kind}",
        "extradata": f"{row.base} {_APPROVED if row.state is State.APPROVED else done}",
        SPACE: "preserve",
    }
    if row.state is State.KEPT:
        said["translate"] = "no"
    unit = etree.SubElement(body, "trans-unit", said)
    source = coded(row.source, sheet.format)
    _fill(etree.SubElement(unit, "source", {LANG: sheet.source_language}), with_terms(row, sheet.format))
    if row.target:
        state = {LANG: sheet.target_language, "state": _STATES.get(row.state, "needs-translation")}
        if phase:
            state["phase-name"] = phase
        _fill(etree.SubElement(unit, "target", state), coded(row.target, sheet.format, source))
    if row.draft != row.target:
        other = etree.SubElement(unit, "alt-trans", {"origin": "machine draft"})
        _fill(
            etree.SubElement(other, "target", {LANG: sheet.target_language}),
            coded(row.draft, sheet.format, source),
        )
    for note in row.notes:
        etree.SubElement(unit, "note", {"from": US}).text = note.text
    for remark in row.remarks:
        etree.SubElement(unit, "note", {"from": remark.by or "?"}).text = remark.text


def _fill(element: etree._Element, parts: Sequence[Part | Marked]) -> None:
    """Words, codes and terms as the content of an element."""
    whole = nested([p.text if isinstance(p, Marked) else p for p in parts])
    ends = set(whole.values())
    crossing = _halves([p for n, p in enumerate(parts) if n not in ends and n not in whole])
    at = element
    for place, part in enumerate(parts):
        if isinstance(part, str):
            say(at, part)
        elif isinstance(part, Marked):
            etree.SubElement(at, "mrk", {"mtype": "protected" if part.kept else "term"}).text = part.text
        elif place in whole:
            at = etree.SubElement(at, "g", {"id": part.id, "ctype": _paired(part)})
        elif place in ends:
            parent = at.getparent()
            assert parent is not None
            at = parent
        elif part.role == "single":
            kind = _SINGLE.get(part.kind, f"x-{part.kind}")
            etree.SubElement(at, "x", {"id": part.id, "ctype": kind, "equiv-text": part.sign})
        elif part.id in crossing:
            said = {"id": part.id, "rid": part.id, "equiv-text": part.sign}
            if part.role == "open":
                said["ctype"] = _paired(part)
            etree.SubElement(at, "bx" if part.role == "open" else "ex", said)
        else:
            etree.SubElement(at, "it", {"id": part.id, "pos": part.role}).text = part.sign


def _paired(code: InlineCode) -> str:
    return code.kind if code.kind in _PAIRED else f"x-{code.kind}"


def _halves(parts: Sequence[Any]) -> set[str]:
    """Numbers of codes of which both halves are there, if not nested."""
    roles = [(p.id, p.role) for p in parts if isinstance(p, InlineCode)]
    return {id for id, role in roles if role == "open" and (id, "close") in roles}


_HEADER = "x-gettext-domain-header"
"""What converters from PO call a unit that holds the file's head."""


def read(root: etree._Element) -> Back:
    """What came back in a file of 1.2 or an older 1.x, which may hold several statements."""
    known = trade.defined(root)
    return together(
        [_file(file, _tool(root), known) for file in every(root, "file")] or [_file(root, "", known)]
    )


def _file(file: etree._Element, tool: str, known: trade.Defined) -> Back:
    phase = next(every(file, "phase"), file)
    return Back(
        tuple(_row(node, known) for node in every(file, "trans-unit") if node.get("restype") != _HEADER),
        file.get("original", ""),
        file.get("target-language") or _spoken(file),
        phase.get("job-id", ""),
        phase.get("contact-name", ""),
        tuple(_notes(file.find("{*}header"))),
        tool=tool,
    )


def _spoken(file: etree._Element) -> str:
    """The language of the translations where only they tell."""
    return next((tag for node in every(file, "target") if (tag := node.get(LANG, ""))), "")


def _tool(root: etree._Element) -> str:
    """The program that wrote the file, if it is not this one."""
    names = (node.get("tool-name") or node.get("tool-id") or "" for node in every(root, "tool"))
    return next((name for name in names if name and name != US), "")


def _row(unit: etree._Element, known: trade.Defined) -> BackRow:
    source: list[CellAtom] = []
    target: list[CellAtom] = []
    state = qualifier = ""
    for node in unit:
        match local(node):
            case "source":
                source = _taken(node, known)
            case "target":
                target = _taken(node, known)
                state, qualifier = node.get("state", ""), node.get("state-qualifier", "")
    if (marks := trade.braced_marks(unit)) is not None:
        source, target = trade.braced(source, marks), trade.braced(target, marks)
    base, _, before = unit.get("extradata", "").partition(" ")
    row = BackRow(
        unit.get("id", ""),
        tuple(a for a in target if a.text or a.code),
        "".join(a.text for a in source),
        base,
        (*_notes(unit), *trade.remarks(unit, known)),
        trade.states(unit) or _said(state, qualifier, unit.get("approved", ""), before),
        _BEFORE.get(before, Said.NOTHING),
        codes=tuple(a.code for a in source if a.code),
    )
    # Some programs leave out the translations that nobody has worked on, or write them as empty and new.
    left_out = not row.text.strip() and (unit.find("{*}target") is None or state in UNTOUCHED)
    if _half(unit):
        row = replace(row, said=worst((row.said, Said.OPEN)))
    copied = row.said in UNFINISHED and squeeze(row.source) == squeeze(row.text)
    return replace(row, copied=left_out or copied)


def _half(unit: etree._Element) -> bool:
    """Whether a unit that a program has cut into sentences is translated in some of them only."""
    words = [bool(native(n).strip()) for n in unit.iterfind("{*}target/{*}mrk") if n.get("mtype") == "seg"]
    return any(words) and not all(words)


def _said(state: str, qualifier: str, approved: str, before: str) -> Said:
    """What a unit says of its translation: some programs change `approved` alone, others leave out what they do not know."""
    if before == _APPROVED and approved == "no" and not qualifier:
        return Said.OPEN
    if before == _OPEN and approved == "yes" and not qualifier:
        return Said.DONE
    if before == _READ and approved == "no":
        approved = ""  # as it went out
    return xliff(state, qualifier, approved)


def _notes(node: etree._Element | None) -> list[Remark]:
    """What people say of a unit or a file; not what this program said."""
    notes = [] if node is None else node.findall("{*}note")
    return [Remark(n.get("from", ""), said) for n in notes if n.get("from") != US and (said := said_in(n))]


def _taken(node: etree._Element, known: trade.Defined, depth: int = 0) -> list[CellAtom]:
    """The words and codes in an element, with the changes they stand in; native code that a program has put into one is
    what the code stands for."""
    made = [CellAtom(node.text or "")]
    for child in node:
        name, id = local(child), child.get("id", "")
        if depth > DEEPEST or not name:
            pass
        elif name == "g":
            made += [_code(id, "open"), *_taken(child, known, depth + 1), _code(id, "close")]
        elif name in ("bx", "ex", "bpt", "ept"):
            role = "open" if name in ("bx", "bpt") else "close"
            made.append(_code(child.get("rid") or id, role, child.get("equiv-text") or native(child)))
        elif name in ("x", "ph", "it"):
            made.append(_code(id, child.get("pos") or "single", child.get("equiv-text") or native(child)))
        else:
            inside = _taken(child, known, depth + 1)
            if name == "mrk" and (changed := trade.change(child, known)):
                way, hand = changed
                inside = [
                    replace(a, put=a.put | {hand}) if way == "put" else replace(a, cut=a.cut | {hand})
                    for a in inside
                ]
            made += inside
        made.append(CellAtom(child.tail or _between(child)))
    return made


def _between(mark: etree._Element) -> str:
    """What parts a segment from the next one where a program has left it out: what is there in `seg-source`."""
    following = mark.getnext()
    if following is None or {mark.get("mtype"), following.get("mtype")} != {"seg"}:
        return ""
    words, more = ("".join(map(str, node.itertext())) for node in (mark, following))
    if not words or words[-1].isspace() or not more or more[0].isspace():
        return ""
    unit = mark.getparent().getparent()  # type: ignore[union-attr]
    source = unit.find("{*}seg-source") if unit is not None else None
    mid = mark.get("mid")
    same = [] if source is None else [n for n in source.iter("{*}mrk") if n.get("mid") == mid]
    return (same[0].tail or "") if same else " "


def _code(id: str, role: str, hint: str = "") -> CellAtom:
    return CellAtom("", code=CodeRef(id, role, hint))
