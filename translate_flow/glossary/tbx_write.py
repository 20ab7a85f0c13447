"""TBX (ISO 30042) written: Basic of version 2, and of version 3 Basic and Min in DCA or DCT style, and Core.

What a dialect has no data category for (the policy, the kind, the article, the grammatical number, that a term is
found in this form alone; in Min gender and definition; in Core the status, too) is in a note of the concept, so that nothing
is lost on the way back.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from lxml import etree

from ..model import Policy, Term
from .tbx import GENDERS, LANG, OWN

STYLES = ("2", "3", "3-dct", "min", "min-dct", "core")
"""Version 2, and of version 3 the dialects: `3` is Basic. All are in DCA style but those that say otherwise."""
_DIALECTS = {"min": "TBX-Min", "core": "TBX-Core"}
_SAYS = {
    "TBX-Basic": frozenset({"administrativeStatus", "definition", "grammaticalGender"}),
    "TBX-Min": frozenset({"administrativeStatus"}),
    "TBX-Core": frozenset(),
}
"""The data categories that a dialect has, of those used here."""
_ISO = "urn:iso:std:iso:30042:ed-2"
_MODULES = {
    "administrativeStatus": "http://www.tbxinfo.net/ns/min",
    "definition": "http://www.tbxinfo.net/ns/basic",
    "grammaticalGender": "http://www.tbxinfo.net/ns/basic",
}
_PREFERRED, _ADMITTED, _DEPRECATED = (
    f"{word}Term-admn-sts" for word in ("preferred", "admitted", "deprecated")
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_DOCTYPE = '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n'

_Say = Callable[[etree._Element, str, str, str], None]


def write_tbx(terms: Iterable[Term], source: str, language: str, style: str = "2") -> bytes:
    """The terms as TBX: synonyms, forbidden renderings (deprecated), gender, definition, note.

    `style` is one of STYLES. A dialect without a status has the forbidden renderings in its note alone, so that nobody
    takes them for synonyms.
    """
    third = style != "2"
    dct = style.endswith("-dct")
    dialect = _DIALECTS.get(style.removesuffix("-dct"), "TBX-Basic")
    says = _SAYS[dialect]
    namespace = f"{{{_ISO}}}" if third else ""
    names = ("tbx", "tbxHeader", "conceptEntry", "langSec", "termSec") if third else (
        "martif", "martifHeader", "termEntry", "langSet", "tig"
    )  # fmt: skip
    root_name, header_name, entry_name, section_name, group_name = (namespace + n for n in names)
    spaces: dict[str | None, str] = {}
    if third:
        spaces = {None: _ISO}
        if dct:
            spaces |= {_MODULES[name].rsplit("/", 1)[-1]: _MODULES[name] for name in sorted(says)}
    root = etree.Element(root_name, {"type": dialect, LANG: source}, nsmap=spaces or None)  # type: ignore[arg-type]
    if third:
        root.set("style", "dct" if dct else "dca")
    header = etree.SubElement(root, header_name)
    about = etree.SubElement(etree.SubElement(header, f"{namespace}fileDesc"), f"{namespace}sourceDesc")
    etree.SubElement(about, f"{namespace}p").text = "translate-flow glossary"
    if not third:
        encoding = etree.SubElement(etree.SubElement(header, "encodingDesc"), "p", type="XCSURI")
        encoding.text = "TBXBasicXCSV02.xcs"
    body = etree.SubElement(etree.SubElement(root, f"{namespace}text"), f"{namespace}body")
    tell = _dct if dct else _dca(namespace)

    def say(parent: etree._Element, element: str, category: str, value: str) -> None:
        if value and category in says:
            tell(parent, element, category, value)

    for number, term in enumerate(terms, 1):
        entry = etree.SubElement(body, entry_name, id=f"c{number}")
        if term.note:
            etree.SubElement(entry, f"{namespace}note").text = term.note
        etree.SubElement(entry, f"{namespace}note").text = OWN + _own(term, says)
        variants = [v for v in dict.fromkeys(term.variants) if v != term.es]
        ranked = [(term.es, _PREFERRED if variants else ""), *((v, _ADMITTED) for v in variants)]
        section = etree.SubElement(entry, section_name, {LANG: source})
        for place, (text, status) in enumerate(ranked):
            group = _group(section, group_name, namespace, text)
            gender = next((n for n, v in GENDERS.items() if v == term.gender), "")
            if place == 0:
                say(group, "termNote", "grammaticalGender", gender)
            say(group, "termNote", "administrativeStatus", status)
        several = bool(term.accepted or term.forbidden)
        ranked = [(term.target, _PREFERRED if several else "")]
        ranked += [(text, _ADMITTED) for text in term.accepted]
        if "administrativeStatus" in says:
            ranked += [(text, _DEPRECATED) for text in term.forbidden]
        section = etree.SubElement(entry, section_name, {LANG: language})
        say(section, "descrip", "definition", term.gloss)
        for text, status in ranked:
            say(_group(section, group_name, namespace, text), "termNote", "administrativeStatus", status)
    etree.indent(root)
    return (_HEAD + ("" if third else _DOCTYPE)).encode() + etree.tostring(root, encoding="utf-8") + b"\n"


def _group(section: etree._Element, name: str, namespace: str, text: str) -> etree._Element:
    group = etree.SubElement(section, name)
    etree.SubElement(group, f"{namespace}term").text = text
    return group


def _dca(namespace: str) -> _Say:
    def say(parent: etree._Element, element: str, category: str, value: str) -> None:
        etree.SubElement(parent, namespace + element, type=category).text = value

    return say


def _dct(parent: etree._Element, element: str, category: str, value: str) -> None:
    del element
    etree.SubElement(parent, f"{{{_MODULES[category]}}}{category}").text = value


def _own(term: Term, says: frozenset[str]) -> str:
    """What the dialect has no place for, as JSON."""
    facts = {
        "policy": term.policy.value,
        "kind": term.kind,
        "number": term.number,
        "article": term.article,
        "alone": term.es in term.variants,
        "gender": "" if "grammaticalGender" in says else term.gender,
        "gloss": "" if "definition" in says else term.gloss,
        "forbidden": [] if "administrativeStatus" in says else list(term.forbidden),
    }
    kept = {k: v for k, v in facts.items() if v or (k == "article" and term.policy is Policy.TRANSLATE)}
    return json.dumps(kept, ensure_ascii=False)
