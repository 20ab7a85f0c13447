"""TBX-Basic (ISO 30042) written: version 2, and version 3 in DCA or DCT style.

What TBX-Basic has no data category for (the policy, the kind, the article, the grammatical number, that a term is
found in this form alone) is in a note of the concept, so that nothing is lost on the way back.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from lxml import etree

from ..model import Policy, Term
from .tbx import GENDERS, LANG, OWN

STYLES = ("2", "3", "3-dct")
"""Version, and where it is not the usual one, style."""
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
    """The terms as TBX-Basic: synonyms, forbidden renderings (deprecated), gender, definition, note.

    `style` is one of STYLES.
    """
    third = style != "2"
    namespace = f"{{{_ISO}}}" if third else ""
    names = ("tbx", "tbxHeader", "conceptEntry", "langSec", "termSec") if third else (
        "martif", "martifHeader", "termEntry", "langSet", "tig"
    )  # fmt: skip
    root_name, header_name, entry_name, section_name, group_name = (namespace + n for n in names)
    spaces: dict[str | None, str] = {}
    if third:
        spaces = {None: _ISO}
        if style == "3-dct":
            spaces |= {"min": "http://www.tbxinfo.net/ns/min", "basic": "http://www.tbxinfo.net/ns/basic"}
    root = etree.Element(root_name, {"type": "TBX-Basic", LANG: source}, nsmap=spaces or None)  # type: ignore[arg-type]
    if third:
        root.set("style", "dct" if style == "3-dct" else "dca")
    header = etree.SubElement(root, header_name)
    about = etree.SubElement(etree.SubElement(header, f"{namespace}fileDesc"), f"{namespace}sourceDesc")
    etree.SubElement(about, f"{namespace}p").text = "translate-flow glossary"
    if not third:
        encoding = etree.SubElement(etree.SubElement(header, "encodingDesc"), "p", type="XCSURI")
        encoding.text = "TBXBasicXCSV02.xcs"
    body = etree.SubElement(etree.SubElement(root, f"{namespace}text"), f"{namespace}body")
    say = _dct if style == "3-dct" else _dca(namespace)
    for number, term in enumerate(terms, 1):
        entry = etree.SubElement(body, entry_name, id=f"c{number}")
        if term.note:
            etree.SubElement(entry, f"{namespace}note").text = term.note
        etree.SubElement(entry, f"{namespace}note").text = OWN + _own(term)
        variants = [v for v in dict.fromkeys(term.variants) if v != term.es]
        ranked = [(term.es, _PREFERRED if variants else ""), *((v, _ADMITTED) for v in variants)]
        section = etree.SubElement(entry, section_name, {LANG: source})
        for place, (text, status) in enumerate(ranked):
            group = _group(section, group_name, namespace, text)
            gender = next((n for n, v in GENDERS.items() if v == term.gender), "")
            if place == 0 and gender:
                say(group, "termNote", "grammaticalGender", gender)
            if status:
                say(group, "termNote", "administrativeStatus", status)
        several = bool(term.accepted or term.forbidden)
        ranked = [(term.target, _PREFERRED if several else "")]
        ranked += [(text, _ADMITTED) for text in term.accepted]
        ranked += [(text, _DEPRECATED) for text in term.forbidden]
        section = etree.SubElement(entry, section_name, {LANG: language})
        if term.gloss:
            say(section, "descrip", "definition", term.gloss)
        for text, status in ranked:
            group = _group(section, group_name, namespace, text)
            if status:
                say(group, "termNote", "administrativeStatus", status)
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


def _own(term: Term) -> str:
    """What TBX-Basic has no place for, as JSON."""
    facts = {
        "policy": term.policy.value,
        "kind": term.kind,
        "number": term.number,
        "article": term.article,
        "alone": term.es in term.variants,
    }
    kept = {k: v for k, v in facts.items() if v or (k == "article" and term.policy is Policy.TRANSLATE)}
    return json.dumps(kept, ensure_ascii=False)
