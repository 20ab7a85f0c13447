"""XLIFF 1.2 (OASIS standard, 2008) for translation programs: written and read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from .. import __version__
from ..catalogue.outside import UNFINISHED, Said, xliff
from ..errors import BuildError, ReadError
from ..language.text import digest, squeeze
from ..model import State
from . import messages
from .sheet import Back, BackRow, CellAtom, Remark, ReviewSheet, SheetRow

_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_US = "translate-flow"
_STATES = {
    State.DRAFT: "needs-review-translation",
    State.STALE: "needs-adaptation",
    State.TRANSLATED: "translated",
    State.APPROVED: "signed-off",
    State.KEPT: "final",
}
_READ, _OPEN = "read", "open"
"""Whether a person had confirmed the translation when the file was made; stands beside its digest."""
_CONTENT = re.compile(rb"<!-- content ([0-9a-f]{16}) -->\s*\Z")
_DEEPEST = 60


def write(sheet: ReviewSheet) -> bytes:
    """The sheet as XLIFF; the machine's draft stands beside a text that people changed.

    Raises BuildError, naming the segment, for a character that XML cannot hold.
    """
    root = etree.Element("xliff", {"version": "1.2"}, nsmap={None: _NAMESPACE})  # type: ignore[dict-item]
    file = etree.SubElement(
        root,
        "file",
        {
            "original": sheet.statement,
            "source-language": sheet.source_language,
            "target-language": sheet.target_language,
            "datatype": "plaintext",
            "tool-id": _US,
        },
    )
    header = etree.SubElement(file, "header")
    phases = etree.SubElement(header, "phase-group")
    phase = {"phase-name": "review", "process-name": "review", "job-id": sheet.journal, "tool-id": _US}
    etree.SubElement(phases, "phase", {k: v for k, v in phase.items() if v})
    hands = {
        last: f"h{n}" for n, last in enumerate(dict.fromkeys(r.last for r in sheet.rows if r.last[0]), 1)
    }
    for (by, at), name in hands.items():
        done = {"phase-name": name, "process-name": "translation", "contact-name": by, "date": at}
        etree.SubElement(phases, "phase", {k: v for k, v in done.items() if v})
    tool = {"tool-id": _US, "tool-name": _US, "tool-version": __version__}
    etree.SubElement(header, "tool", tool)
    body = etree.SubElement(file, "body")
    for row in sheet.rows:
        try:
            _unit(body, row, sheet, hands.get(row.last, ""))
        except ValueError as cause:
            problem = messages.CONTROL_CHARACTER(statement=sheet.statement, key=row.key, format="XLIFF")
            raise BuildError(problem) from cause
    etree.indent(root)
    data = etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"
    return data + f"<!-- content {digest(data.decode())} -->\n".encode()


def _unit(body: etree._Element, row: SheetRow, sheet: ReviewSheet, phase: str) -> None:
    done = row.state in (State.TRANSLATED, State.APPROVED, State.KEPT)
    unit = etree.SubElement(
        body,
        "trans-unit",
        {
            "id": row.key,
            "approved": "yes" if row.state is State.APPROVED else "no",
            "restype": f"x-{row.kind}",
            "extradata": f"{row.base} {_READ if done else _OPEN}",
            _SPACE: "preserve",
        },
    )
    etree.SubElement(unit, "source", {_LANG: sheet.source_language}).text = row.source
    if row.target:
        state = {_LANG: sheet.target_language, "state": _STATES.get(row.state, "needs-translation")}
        if phase:
            state["phase-name"] = phase
        etree.SubElement(unit, "target", state).text = row.target
    if row.draft != row.target:
        other = etree.SubElement(unit, "alt-trans", {"origin": "machine draft"})
        etree.SubElement(other, "target", {_LANG: sheet.target_language}).text = row.draft
    for note in row.notes:
        etree.SubElement(unit, "note", {"from": _US}).text = note.text
    for remark in row.remarks:
        etree.SubElement(unit, "note", {"from": remark.by or "?"}).text = remark.text


def untouched(data: bytes) -> bool:
    """Whether the file is byte for byte as it was written."""
    found = _CONTENT.search(data)
    return found is not None and digest(data[: found.start()].decode("utf-8", "replace")) == found[1].decode()


def read(data: bytes, name: str) -> Back:
    """What came back in an XLIFF file, of 1.2 or an older 1.x. Raises ReadError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as cause:
        said = str(cause).splitlines()[0] if str(cause) else "no XML"
        raise ReadError(messages.NOT_XML(file=name, cause=said)) from cause
    if _local(root) != "xliff":
        raise ReadError(messages.NOT_XLIFF(file=name))
    if not root.get("version", "1.2").startswith("1."):
        raise ReadError(messages.OTHER_XLIFF(file=name, version=str(root.get("version"))))
    rows = tuple(_row(node) for node in _all(root, "trans-unit"))
    file = next(_all(root, "file"), root)
    phase = next(_all(root, "phase"), root)
    return Back(
        rows,
        file.get("original", ""),
        file.get("target-language", ""),
        phase.get("job-id", ""),
        phase.get("contact-name", ""),
        tool=_tool(root),
    )


def _tool(root: etree._Element) -> str:
    """The program that wrote the file, if it is not this one."""
    names = (node.get("tool-name") or node.get("tool-id") or "" for node in _all(root, "tool"))
    return next((name for name in names if name and name != _US), "")


def _local(node: etree._Element) -> str:
    return node.tag.rsplit("}", 1)[-1] if isinstance(node.tag, str) else ""


def _all(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return (node for node in root.iter() if _local(node) == name)


def _row(unit: etree._Element) -> BackRow:
    source = target = state = qualifier = ""
    remarks = []
    for node in unit:
        match _local(node):
            case "source":
                source = _text(node)
            case "target":
                target, state, qualifier = _text(node), node.get("state", ""), node.get("state-qualifier", "")
            case "note" if node.get("from") != _US and _text(node).strip():
                remarks.append(Remark(node.get("from", ""), _text(node).strip()))
    base, _, before = unit.get("extradata", "").partition(" ")
    if before == _OPEN and unit.get("approved") == "yes" and not qualifier:
        state = ""  # It went out as not approved: some programs set this and leave the state alone.
    said = xliff(state, qualifier, unit.get("approved", ""))
    return BackRow(
        unit.get("id", ""),
        (CellAtom(target),) if target else (),
        source,
        base,
        tuple(remarks),
        said,
        {_READ: Said.DONE, _OPEN: Said.OPEN}.get(before, Said.NOTHING),
        copied=said in UNFINISHED and squeeze(source) == squeeze(target),
    )


def _text(node: etree._Element) -> str:
    """An element's text with that of the inline elements a program put into it."""
    return "".join(map(str, node.itertext()))
