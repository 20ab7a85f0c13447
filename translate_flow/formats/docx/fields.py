"""Fields of WordprocessingML (ECMA-376 part 1, 17.16): which of them show words that are to be translated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from lxml import etree

from ...office.spans import Hyperlink
from .names import W

LINK_CODE = re.compile(r"\s*HYPERLINK\s+(?:\\l\s+)?\"?([^\"]*)", re.IGNORECASE)
_BUTTON = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+(?:\"[^\"]*\"|\S+)\s?(.*)", re.IGNORECASE | re.DOTALL)
_PART = f"{W}fldCharType"


class Use(Enum):
    """What becomes of a field when its paragraph is written with other words."""

    AROUND = "around"
    """Its words are text, and it stays around them."""
    FREED = "freed"
    """Its words are text; the field goes, since its next update would bring the source back."""
    BUTTON = "button"
    """Its words stand in its code; they become text."""
    INDEX = "index"
    """It shows nothing where it is."""
    FIXED = "fixed"
    """It stays as it is."""


_USES = {
    **dict.fromkeys(("FORMTEXT", "TOC", "INDEX", "TOA", "BIBLIOGRAPHY"), Use.AROUND),
    **dict.fromkeys(
        "QUOTE DOCPROPERTY DOCVARIABLE TITLE SUBJECT KEYWORDS COMMENTS INFO FILLIN IF INCLUDETEXT AUTOTEXT"
        " AUTOTEXTLIST ADDRESSBLOCK GREETINGLINE".split(" "),
        Use.FREED,
    ),
    **dict.fromkeys(("MACROBUTTON", "GOTOBUTTON"), Use.BUTTON),
    **dict.fromkeys(("XE", "TC", "RD", "TA"), Use.INDEX),
}
DATES = frozenset("DATE TIME CREATEDATE SAVEDATE PRINTDATE EDITTIME".split(" "))
"""Fields that word processors fill with a date in the language of the text, sooner or later."""
NAMES = frozenset(
    "PAGE NUMPAGES SECTION SECTIONPAGES SEQ = NOTEREF PAGEREF LISTNUM AUTONUM AUTONUMLGL AUTONUMOUT AUTHOR"
    " USERNAME USERINITIALS USERADDRESS LASTSAVEDBY FILENAME SYMBOL EQ FORMCHECKBOX FORMDROPDOWN ADVANCE".split(
        " "
    )
)
"""Fields whose result is a number, a name or a sign, which no translation changes, or is offered elsewhere."""


@dataclass(slots=True)
class Atom:
    """One child of a run, or a child of the paragraph that is not a run."""

    node: etree._Element
    run: etree._Element | None
    """Its run's properties; None if it has none, or is in no run."""
    link: Hyperlink | None
    name: str
    """The element's name without its namespace."""
    free: bool = False
    """Whether it is in no run."""


def kind(code: str) -> str:
    """Which field the code is of, in capitals; empty if it says nothing."""
    words = code.split(None, 1)
    return words[0].upper() if words else ""


def use(code: str) -> Use:
    """What becomes of a field of that code."""
    return _USES.get(kind(code), Use.FIXED)


def button(code: str) -> str:
    """The words that a button shows."""
    match = _BUTTON.match(code)
    return match[1].strip() if match else ""


def separator(atoms: Sequence[Atom]) -> int | None:
    """Where the code of the outermost field ends and its shown words begin."""
    level = 0
    for at, atom in enumerate(atoms):
        mark = _mark(atom)
        level += (mark == "begin") - (mark == "end")
        if mark == "separate" and level == 1:
            return at
    return None


def ends(atoms: Sequence[Atom]) -> dict[int, int]:
    """Where each field that begins and ends in the paragraph ends."""
    begun: list[int] = []
    found: dict[int, int] = {}
    for at, atom in enumerate(atoms):
        if atom.name != "fldChar":
            continue
        mark = _mark(atom)
        if mark == "begin":
            begun.append(at)
        elif mark == "end" and begun:
            found[begun.pop()] = at
    return found


def begun(atoms: Sequence[Atom], at: int) -> int:
    """How many atoms from there on are the code of a field that ends in a later paragraph; 0 if none does."""
    if _mark(atoms[at]) != "begin":
        return 0
    split = separator(atoms[at:])
    return 0 if split is None else split + 1


def _mark(atom: Atom) -> str:
    return atom.node.get(_PART, "") if atom.name == "fldChar" else ""
