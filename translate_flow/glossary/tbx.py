"""TBX (ISO 30042) through Translate Toolkit, in the flavours met in the trade.

The toolkit reads TBX-Basic as Weblate writes it (`martif`, `termEntry`, `langSet`, `tig`). Trados
and MultiTerm nest terms deeper (`ntig`, `termGrp`) and TBX 3 has other names (`conceptEntry`,
`langSec`, `termSec`); both are brought into the first form before it reads them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree
from translate.storage.tbx import tbxfile

from ..errors import GlossaryError
from ..model import Policy, Term
from . import messages as said

_File: Any = tbxfile  # the toolkit has only some of its types
_NEW_NAMES = {
    "tbx": "martif",
    "tbxHeader": "martifHeader",
    "conceptEntry": "termEntry",
    "langSec": "langSet",
    "termSec": "tig",
    "ntig": "tig",
}
_GENDER = {"masculine": "m", "feminine": "f"}
_NUMBER = {"singular": "sg", "plural": "pl"}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_WRONG = "deprecatedTerm-admn-sts"


def read_tbx(data: bytes, name: str, source: str, language: str) -> Iterator[dict[str, Any]]:
    """Fields of an Entry for each concept that has a term in the source language.

    Raises GlossaryError for a file that is no TBX.
    """
    root = _parsed(data, name)
    _to_basic(root, source, language)
    store = _File.parsestring(etree.tostring(root, encoding="utf-8"), source, language)
    for unit in store.units:
        sources = [t for t in unit.get_source_terms() if t.text.strip()]
        if not sources:
            continue
        targets = [t for t in unit.get_target_terms(language) if t.text.strip()]
        notes = [*unit.get_common_notes(source=True), *unit.get_common_notes(), *sources[0].notes]
        notes += [note for target in targets for note in target.notes]
        yield {
            "es": sources[0].text,
            "variants": [" ".join(t.text.split()) for t in sources[1:]],
            "targets": [" ".join(t.text.split()) for t in targets if not _wrong(t)],
            "forbidden": [" ".join(t.text.split()) for t in targets if _wrong(t)],
            "gloss": next(
                (n.text for n in notes if n.origin == "definition" and n.category == "definition"), ""
            ),
            "note": next((n.text for n in notes if n.origin not in ("definition", "pos") and n.text), ""),
            "gender": _GENDER.get(_category(sources[0], "grammaticalGender"), ""),
            "number": _NUMBER.get(_category(sources[0], "grammaticalNumber"), ""),
            "kept": not unit.istranslatable(),
        }


def _parsed(data: bytes, name: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as cause:
        line = cause.lineno or 1
        problem = said.NOT_XML(cause=" ".join(str(cause.msg).split()))
        raise GlossaryError(said.AT_ROW(file=name, row=line, problem=problem)) from cause
    etree.strip_elements(root, etree.Entity, with_tail=False)  # undefined or pointing elsewhere
    if etree.QName(root).localname not in ("martif", "tbx"):
        raise GlossaryError(said.NOT_TBX(file=name, root=etree.QName(root).localname))
    return root


def _to_basic(root: Any, source: str, language: str) -> None:
    """Elements renamed, unwrapped and freed of their namespace; `es-PE` is `es` if that is what is asked for."""
    for node in list(root.iter(etree.Element)):
        local = etree.QName(node).localname
        node.tag = _NEW_NAMES.get(local, local)
        if node.tag == "langSet":
            tag = (node.get(_LANG) or node.get("lang") or "").replace("_", "-")
            for wanted in (source, language):
                if tag.lower().split("-")[0] == wanted.lower():
                    tag = wanted
            node.set(_LANG, tag)
    for group in list(root.iter("termGrp", "termNoteGrp", "descripGrp")):
        parent = group.getparent()
        place = parent.index(group)
        for child in reversed(list(group)):
            parent.insert(place, child)
        parent.remove(group)
    etree.cleanup_namespaces(root)


def _wrong(term: Any) -> bool:
    return bool(term.deprecated)


def _category(term: Any, category: str) -> str:
    return next((n.text.strip() for n in term.notes if n.category == category), "")


def write_tbx(terms: Iterable[Term], source: str, language: str) -> bytes:
    """TBX-Basic with synonyms, forbidden renderings (deprecated), gender, number, definition and note."""
    store = _File(sourcelanguage=source, targetlanguage=language)
    for term in terms:
        unit = store.addsourceunit(term.es)
        unit.set_source_terms([term.es, *term.variants], source)
        unit.set_target_terms([term.target, *term.accepted, *term.forbidden], language)
        _mark(unit, term, source, language)
        if term.gloss:
            unit.set_common_note(term.gloss, source=True)
        if term.note:
            unit.addnote(term.note, origin="translator")
        if term.policy is not Policy.TRANSLATE:
            needed = etree.Element(unit.namespaced("descrip"), type="Translation needed")
            needed.text = "no"
            unit.xmlelement.insert(0, needed)
    return bytes(store)


def _mark(unit: Any, term: Term, source: str, language: str) -> None:
    """Grammar of the source term, status of the forbidden translations."""
    for code, tig in [(lang.get(_LANG), tig) for lang in unit.getlanguageNodes() for tig in lang]:
        text = tig.findtext(unit.namespaced("term"))
        if code == source and text == term.es:
            for category, names, value in (
                ("grammaticalGender", _GENDER, term.gender),
                ("grammaticalNumber", _NUMBER, term.number),
            ):
                if value:
                    _note(unit, tig, category, next(n for n, v in names.items() if v == value))
        if code == language and text in term.forbidden:
            _note(unit, tig, "administrativeStatus", _WRONG)


def _note(unit: Any, tig: Any, category: str, value: str) -> None:
    node = etree.SubElement(tig, unit.namespaced("termNote"), type=category)
    node.text = value
