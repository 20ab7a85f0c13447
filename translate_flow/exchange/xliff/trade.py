"""What translation programs put into XLIFF 1.2 besides the standard: states, comments, tracked changes. Read only.

Trados Studio: `sdl:seg`, `rev-def`, `cmt-def` and the kinds of `mrk` that begin with `x-sdl-`; memoQ: `mq:status` and
`mq:comment`; Phrase: `m:confirmed` and `m:trans-origin`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from ...catalogue.outside import Said, memoq, phrase, trados, worst
from ..sheet import Hand, Remark
from .parts import every, foreign, local, said_in

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
    """What memoQ or Phrase, or Trados Studio for each sentence, says of a unit; nothing if none of them does."""
    found = [
        memoq(foreign(unit, "status")),
        phrase(foreign(unit, "confirmed"), foreign(unit, "trans-origin")),
    ]
    found += [
        trados(node.get("conf", ""), node.get("origin", ""))
        for node in unit.iter("{*}seg")
        if node.get("conf")
    ]
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
