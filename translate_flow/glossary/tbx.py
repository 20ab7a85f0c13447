"""TBX (ISO 30042) read, in the flavours met in the trade: TBX 2 and TBX 3 of any dialect, in DCA and DCT style.

TBX 2 has `martif`, `termEntry`, `langSet`, `tig` (or `ntig` with a `termGrp`), TBX 3 `tbx`, `conceptEntry`, `langSec`,
`termSec`; TBX-Min of 2014 `TBX`, `entry`, `langGroup`, `termGroup`. In DCA style an attribute `type` names the data category, in DCT style the element itself does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from ..catalogue.outside import Said, in_words
from ..errors import GlossaryError
from ..language.detect import language_between
from ..language.tags import primary
from . import messages as said

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
OWN = "translate-flow "
"""How a note begins that says what TBX-Basic has no place for."""
GENDERS = {"masculine": "m", "feminine": "f"}
_NUMBERS = {"singular": "sg", "plural": "pl"}
_CONCEPT = frozenset({"termEntry", "conceptEntry", "entry"})
_LANGUAGE = frozenset({"langSet", "langSec", "langGroup"})
_TERM = frozenset({"tig", "ntig", "termSec", "termGroup"})
_GROUPS = frozenset({"termGrp", "termNoteGrp", "descripGrp", "adminGrp", "noteGrp"})
_STATUS = frozenset({"administrativestatus", "normativeauthorization", "termstatus", "usagestatus", "status"})
"""Categories that say how far a term is recommended, without blanks and in small letters."""
_EXPLAINS = frozenset({"definition", "descrip", "explanation"})
"""Categories that say what a concept is. Some programs write a `descrip` without a type."""
_REMARKS = ("note", "Usage note", "usageNote", "context", "example", "translationNote")
_RANKS = ("preferred", "", "admitted", "deprecated", "superseded", "obsolete", "forbidden", "notrecommended",
          "prohibited", "rejected", "nonstandardized", "donotuse")  # fmt: skip
_WRONG = 3
"""Place in `_RANKS` from which on a term is one that must not be used."""


_YES_NO = frozenset({"yes", "no"})


@dataclass(slots=True)
class _Told:
    """A word of a concept, or the concept itself, and what is said of it."""

    text: str = ""
    language: str = ""
    facts: dict[str, list[str]] = field(default_factory=dict)
    """By data category."""

    def first(self, category: str) -> str:
        return next(iter(self.facts.get(category, ())), "")

    def remarks(self) -> list[str]:
        """What is said of it besides, but for what only says whether it is translated."""
        return [
            n
            for c in _REMARKS
            for n in self.facts.get(c, ())
            if c != "translationNote" or n.casefold() not in _YES_NO
        ]

    def statuses(self) -> list[str]:
        """What is said of how far it is recommended."""
        return [
            said[0]
            for category, said in self.facts.items()
            if said and category.replace(" ", "").casefold() in _STATUS
        ]

    @property
    def unread(self) -> bool:
        """Whether nobody has approved it yet."""
        return any(in_words(status) is Said.OPEN for status in self.statuses())

    @property
    def rank(self) -> int:
        """How far it is recommended: place in `_RANKS`."""
        if any(self.first(c).casefold() == "true" for c in self.facts if c.casefold().endswith("forbidden")):
            return _WRONG
        word = next((v.casefold().replace(" ", "") for v in self.statuses() if v), "")
        return next((n for n, rank in enumerate(_RANKS) if rank and word.startswith(rank)), _RANKS.index(""))


def read_tbx(data: bytes, name: str, source: str, language: str) -> Iterator[dict[str, Any]]:
    """Fields of a ForeignEntry for each concept that has a term in the source language.

    The preferred word of each language comes first; deprecated and superseded renderings are forbidden ones. A
    definition in the target language explains the term there, one in another language is a note. Raises
    GlossaryError for a file that is not TBX.
    """
    root = _parsed(data, name)
    usual = primary(root.get(LANG, ""))
    for number, concept in enumerate((n for n in root.iter(etree.Element) if _local(n) in _CONCEPT), 1):
        about, words = _concept(concept)
        sources = _ranked(w for w in words if primary(w.language) == primary(source))
        if not sources:
            yield {"row": number, "es": "", "problem": said.NO_SOURCE(language=source)}
            continue
        targets = _ranked(w for w in words if primary(w.language) == primary(language))
        right = [w.text for w in targets if w.rank < _WRONG and not w.unread]
        wrong = [w.text for w in targets if w.rank >= _WRONG]
        own = _own(about)
        wrong += [str(text) for text in own.get("forbidden") or ()]
        here, there = _definitions(about, usual, source, language)
        remarks = [*about.remarks(), *there, *(n for w in (*sources, *targets) for n in w.remarks())]
        remarks = [" ".join(r.split()) for r in remarks if not r.startswith(OWN)]
        alone = [sources[0].text] if own.get("alone") else []
        yield {
            "row": number,
            "es": sources[0].text,
            "variants": [*(w.text for w in sources[1:]), *alone],
            "targets": right,
            "forbidden": wrong,
            "gloss": next(iter(here), "") or own.get("gloss", ""),
            "note": "; ".join(dict.fromkeys(remarks)),
            "gender": GENDERS.get(sources[0].first("grammaticalGender"), "") or own.get("gender", ""),
            "number": _NUMBERS.get(sources[0].first("grammaticalNumber"), "") or own.get("number", ""),
            "kept": any(
                _is_no(w, "Translation needed", "translationNote") for w in (about, *sources, *targets)
            ),
            "kind": own.get("kind", ""),
            "policy": own.get("policy", ""),
            "article": own.get("article"),
            "alone": bool(alone),
            "waiting": not (right or wrong or own),
        }


def _is_no(told: _Told, *categories: str) -> bool:
    return any(told.first(category).strip().lower() == "no" for category in categories)


def _parsed(data: bytes, name: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as cause:
        line = cause.lineno or 1
        problem = said.NOT_XML(cause=" ".join(str(cause.msg).split()))
        raise GlossaryError(said.AT_ROW(file=name, row=line, problem=problem)) from cause
    etree.strip_elements(root, etree.Entity, with_tail=False)  # undefined or pointing elsewhere
    if _local(root) not in ("martif", "tbx", "TBX"):
        raise GlossaryError(said.NOT_TBX(file=name, root=_local(root)))
    return root


def _local(node: Any) -> str:
    return str(etree.QName(node).localname) if isinstance(node.tag, str) else ""


def _concept(node: Any) -> tuple[_Told, list[_Told]]:
    """What is said of a concept, definitions with their languages, and its words in the file's order."""
    about = _Told()
    words: list[_Told] = []
    _gather(node, about, "")
    for section in (n for n in node if _local(n) in _LANGUAGE):
        tag = section.get(LANG) or section.get("lang") or ""
        _gather(section, about, tag)
        for group in (n for n in section if _local(n) in _TERM):
            word = _Told(language=tag)
            _gather(group, word, tag)
            word.text = word.first("term")
            if word.text:
                words.append(word)
            for category, texts in word.facts.items():
                if category.startswith("definition"):
                    about.facts.setdefault(f"definition {category[11:] or tag}", []).extend(texts)
    return about, words


def _gather(node: Any, told: _Told, tag: str) -> None:
    """The data categories right below a node; groups are looked through."""
    for child in node:
        local = _local(child)
        if local in _GROUPS:
            _gather(child, told, tag)
        elif local and local not in _LANGUAGE | _TERM | _CONCEPT:
            category = child.get("type") or local
            text = " ".join("".join(map(str, child.itertext())).split())
            if category in _EXPLAINS:
                category = f"definition {child.get(LANG, '') or tag}"
            if text:
                told.facts.setdefault(category, []).append(text)


def _ranked(words: Iterable[_Told]) -> list[_Told]:
    """Words from the most to the least recommended, else in the file's order, each once."""
    made: dict[str, _Told] = {}
    for word in sorted(words, key=lambda w: w.rank):
        made.setdefault(word.text, word)
    return list(made.values())


def _definitions(about: _Told, usual: str, source: str, language: str) -> tuple[list[str], list[str]]:
    """Definitions in the target language, and the others. Where the concept's has no language of its own, its
    words tell; else it is in the file's."""
    here: list[str] = []
    there: list[str] = []
    for category, texts in about.facts.items():
        kind, _, tag = category.partition(" ")
        if kind != "definition":
            continue
        for text in texts:
            spoken = primary(tag) or language_between(text, source, language) or usual
            (here if spoken == primary(language) else there).append(text)
    return here, there


def _own(about: _Told) -> dict[str, Any]:
    """What this program wrote into a note."""
    for note in about.facts.get("note", ()):
        if note.startswith(OWN):
            try:
                found = json.loads(note.removeprefix(OWN))
            except ValueError:
                return {}
            return found if isinstance(found, dict) else {}
    return {}
