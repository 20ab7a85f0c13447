"""What translation programs put into XLIFF 1.2 besides the standard: states, comments, tracked changes. Read only.

Trados Studio: `sdl:seg`, `rev-def`, `cmt-def` and the kinds of `mrk` that begin with `x-sdl-`; memoQ: `mq:status` and
`mq:comment`; Phrase: `m:confirmed`, `m:trans-origin`, and codes as words between braces; Wordfast: `gs4tr:editStatus`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from ...catalogue.outside import Said, memoq, phrase, trados, wordfast, worst
from ..sheet import CellAtom, CodeRef, Hand, Remark
from .parts import every, foreign, local, native, said_in

_SDL = "http://sdl.com/FileTypes/SdlXliff/1.0"
_PHRASE = "http://www.memsource.com/mxlf/"
_CHANGES = {
    "x-sdl-added": "put",
    "x-sdl-feedback-added": "put",
    "x-sdl-deleted": "cut",
    "x-sdl-feedback-deleted": "cut",
}


@dataclass(frozen=True, slots=True)
class Defined:
    """What a file defines once, and its units point to by number."""

    hands: dict[str, Hand] = field(default_factory=dict)
    """Who made a tracked change, and when."""
    comments: dict[str, tuple[Remark, ...]] = field(default_factory=dict)
    """The comments of one place."""


def defined(root: etree._Element) -> Defined:
    """The definitions of Trados Studio in a file."""
    hands = {n.get("id", ""): (n.get("author", ""), n.get("date", "")) for n in every(root, "rev-def")}
    comments = {
        node.get("id", ""): tuple(
            Remark(c.get("user", ""), said_in(c)) for c in every(node, "Comment") if said_in(c)
        )
        for node in every(root, "cmt-def")
    }
    return Defined(hands, comments)


def change(mark: etree._Element, known: Defined) -> tuple[str, Hand] | None:
    """Whether a `mrk` holds text that was put in (`put`) or deleted (`cut`), and by whom; None if neither."""
    way = _CHANGES.get(mark.get("mtype", ""))
    return (way, known.hands.get(foreign(mark, "revid"), ("", ""))) if way else None


def states(unit: etree._Element) -> Said:
    """What memoQ, Phrase or Wordfast, or Trados Studio for each sentence, says of a unit; nothing if none of them does."""
    target = unit.find("{*}target")
    stated = target is not None and bool(target.get("state"))
    found = [
        memoq(foreign(unit, "status")),
        phrase(foreign(unit, "confirmed"), foreign(unit, "trans-origin")),
        Said.NOTHING if stated else wordfast(foreign(unit, "editStatus")),
    ]
    # One without a level is one that nobody has touched since the file was prepared.
    for node in unit.iter(f"{{{_SDL}}}seg"):
        level = node.get("conf", "")
        said = trados(level or "Unspecified", node.get("origin", ""))
        found.append(Said.UNREAD if not level and said is Said.OPEN else said)
    return worst([said for said in found if said is not Said.NOTHING])


def remarks(unit: etree._Element, known: Defined) -> list[Remark]:
    """The comments of those programs on a unit, and the standard's own on a stretch of text, each once."""
    found: list[Remark] = []
    for node in unit.iter(etree.Element):
        if local(node) == "mrk":
            found += known.comments.get(foreign(node, "cid"), ())
            if node.get("comment", "").strip():
                found.append(Remark("", node.get("comment", "").strip()))
        elif local(node) == "comment" and node.get("creatoruser") and node.get("deleted") != "true":
            found.append(Remark(node.get("creatoruser", ""), said_in(node)))
    return [remark for remark in dict.fromkeys(found) if remark.text]


_BRACED = re.compile(r"\{(\d+|[A-Za-z])>|<(\d+|[A-Za-z])\}|\{(\d+)\}")


def braced_marks(unit: etree._Element) -> dict[str, str] | None:
    """What stands for each code of a unit in a file of Phrase, by number; None for a file of another program."""
    if not any(str(uri).startswith(_PHRASE) for uri in unit.nsmap.values()):
        return None
    return {
        mark.get("id", ""): native(content)
        for mark in unit.iterfind("{*}tunit-metadata/{*}mark")
        for content in mark.iterfind("{*}content")
    }


def braced(atoms: Sequence[CellAtom], marks: Mapping[str, str]) -> list[CellAtom]:
    """The text with the codes of Phrase, which are words there: `{1}` alone, `{b>` and `<b}` around what they hold."""
    every_word = "".join(atom.text for atom in atoms)
    made: list[CellAtom] = []
    for atom in atoms:
        at = 0
        for found in _BRACED.finditer(atom.text):
            opened, closed, single = found.groups()
            id = opened or closed or single
            if id not in marks and (single or not {f"{{{id}>", f"<{id}}}"} <= set(_tokens(every_word))):
                continue
            role = "open" if opened else "close" if closed else "single"
            hint = "" if closed else marks.get(id, "")
            made.append(replace(atom, text=atom.text[at : found.start()]))
            made.append(replace(atom, text="", code=CodeRef(id, role, hint)))
            at = found.end()
        made.append(replace(atom, text=atom.text[at:]) if at else atom)
    return made


def _tokens(text: str) -> list[str]:
    return [found[0] for found in _BRACED.finditer(text)]
