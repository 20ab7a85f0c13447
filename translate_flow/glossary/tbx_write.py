"""TBX (ISO 30042) written: Basic of version 2, and of version 3 Basic and Min in DCA or DCT style, and Core.

What a dialect has no data category for (the policy, the kind, the article, the grammatical number, that a term is
found in this form alone; in Min gender and definition; in Core the status, too) is in a note of the concept, so that nothing
is lost on the way back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

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
_SECOND = {
    "tbx": "martif",
    "tbxHeader": "martifHeader",
    "conceptEntry": "termEntry",
    "langSec": "langSet",
    "termSec": "tig",
}
"""What elements of version 3 are called in version 2."""
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


@dataclass(frozen=True, slots=True)
class _Dialect:
    """How one of STYLES is written."""

    name: str
    third: bool
    """Whether it is of version 3."""
    dct: bool
    """Whether data categories are elements of their own, and not attributes."""
    says: frozenset[str]
    """The data categories it has."""

    @classmethod
    def of(cls, style: str) -> _Dialect:
        name = _DIALECTS.get(style.removesuffix("-dct"), "TBX-Basic")
        return cls(name, style != "2", style.endswith("-dct"), _SAYS[name])

    def tag(self, name: str) -> str:
        """An element's name in this version, given that of version 3."""
        return f"{{{_ISO}}}{name}" if self.third else _SECOND.get(name, name)

    def spaces(self) -> dict[str | None, str] | None:
        """The namespaces of the root."""
        if not self.third:
            return None
        own: dict[str | None, str] = (
            {_MODULES[c].rsplit("/", 1)[-1]: _MODULES[c] for c in sorted(self.says)} if self.dct else {}
        )
        return {None: _ISO, **own}

    def add(
        self, parent: etree._Element, name: str, text: str | None = None, **attributes: str
    ) -> etree._Element:
        """A new element at the end of `parent`."""
        element = etree.SubElement(parent, self.tag(name), attributes)
        element.text = text
        return element

    def say(self, parent: etree._Element, element: str, category: str, value: str) -> None:
        """A data category, where there is a value and the dialect has the category."""
        if not value or category not in self.says:
            return
        if self.dct:
            etree.SubElement(parent, f"{{{_MODULES[category]}}}{category}").text = value
        else:
            self.add(parent, element, value, type=category)


def write_tbx(terms: Iterable[Term], source: str, language: str, style: str = "2") -> bytes:
    """The terms as TBX: synonyms, forbidden renderings (deprecated), gender, definition, note.

    `style` is one of STYLES. A dialect without a status has the forbidden renderings in its note alone, so that nobody
    takes them for synonyms.
    """
    dialect = _Dialect.of(style)
    root = etree.Element(dialect.tag("tbx"), {"type": dialect.name, LANG: source}, nsmap=dialect.spaces())  # type: ignore[arg-type]
    if dialect.third:
        root.set("style", "dct" if dialect.dct else "dca")
    header = dialect.add(root, "tbxHeader")
    about = dialect.add(dialect.add(header, "fileDesc"), "sourceDesc")
    dialect.add(about, "p", "translate-flow glossary")
    if not dialect.third:
        dialect.add(dialect.add(header, "encodingDesc"), "p", "TBXBasicXCSV02.xcs", type="XCSURI")
    body = dialect.add(dialect.add(root, "text"), "body")
    for number, term in enumerate(terms, 1):
        entry = dialect.add(body, "conceptEntry", id=f"c{number}")
        if term.note:
            dialect.add(entry, "note", term.note)
        dialect.add(entry, "note", OWN + _own(term, dialect.says))
        _source(dialect, dialect.add(entry, "langSec", **{LANG: source}), term)
        _target(dialect, dialect.add(entry, "langSec", **{LANG: language}), term)
    etree.indent(root)
    head = _HEAD if dialect.third else _HEAD + _DOCTYPE
    return head.encode() + etree.tostring(root, encoding="utf-8") + b"\n"


def _source(dialect: _Dialect, section: etree._Element, term: Term) -> None:
    """The term, with its gender, and its variants."""
    variants = [v for v in dict.fromkeys(term.variants) if v != term.es]
    first = dialect.add(section, "termSec")
    dialect.add(first, "term", term.es)
    gender = next((n for n, v in GENDERS.items() if v == term.gender), "")
    dialect.say(first, "termNote", "grammaticalGender", gender)
    dialect.say(first, "termNote", "administrativeStatus", _PREFERRED if variants else "")
    _terms(dialect, section, variants, _ADMITTED)


def _target(dialect: _Dialect, section: etree._Element, term: Term) -> None:
    """The explanation, the rendering, others that are accepted, and those that are forbidden."""
    several = bool(term.accepted or term.forbidden)
    dialect.say(section, "descrip", "definition", term.gloss)
    _terms(dialect, section, [term.target], _PREFERRED if several else "")
    _terms(dialect, section, term.accepted, _ADMITTED)
    if "administrativeStatus" in dialect.says:
        _terms(dialect, section, term.forbidden, _DEPRECATED)


def _terms(dialect: _Dialect, section: etree._Element, texts: Iterable[str], status: str) -> None:
    for text in texts:
        group = dialect.add(section, "termSec")
        dialect.add(group, "term", text)
        dialect.say(group, "termNote", "administrativeStatus", status)


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
