"""A bracket or quotation mark without its partner."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import itemgetter

from ..facts.gathered import Gathering
from ..messages import Message
from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, messages, quoted
from .messages import ADD_PARTNER, WRITE, about, explain, remedy

_PAIRS = {"(": ")", "[": "]", "{": "}", "“": "”", "«": "»", "‹": "›"}
_CLOSING = {close: open for open, close in _PAIRS.items()}
_SIGN = re.compile(r"[()\[\]{}“”«»‹›]")
_ENUMERATION = re.compile(r"(?:^|(?<=[\s;,.:]))(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})\)|[:;]-?[()]")


def _loose(text: str) -> list[tuple[str, int]]:
    """Brackets and quotation marks without partner, and where they stand; a straight quote needs a second."""
    open_at: dict[str, list[int]] = {char: [] for char in _PAIRS}
    loose: list[tuple[str, int]] = []
    for found in _SIGN.finditer(text):
        char, at = found[0], found.start()
        if char in _PAIRS:
            open_at[char].append(at)
        elif open_at[_CLOSING[char]]:
            open_at[_CLOSING[char]].pop()
        else:
            loose.append((char, at))
    waiting = sorted(((char, at) for char, places in open_at.items() for at in places), key=itemgetter(1))
    if text.count('"') % 2 and not re.search(r'\d"', text):
        waiting.append(('"', text.rindex('"')))
    loose += waiting
    if loose:
        excused = {i for match in _ENUMERATION.finditer(text) for i in range(*match.span())}
        loose = [(char, at) for char, at in loose if char not in "()" or at not in excused]
    return loose


_QUOTES = frozenset('“”«»‹›"')
_FAR = 8
"""Paragraphs over which a quotation runs at most."""


def _given(unit: Unit, scene: Scene) -> str | None:
    """`o` for a quotation that a translation opens and leaves open, `c` for one that it only closes."""
    text = unit.target
    if _QUOTES.isdisjoint(text):
        return None
    quotes = [(char, at) for char, at in _loose(text) if char in _QUOTES]
    if len(quotes) != 1:
        return None
    char = quotes[0][0]
    if char == '"':  # the first where it opens the text, else the last
        first = text.index(char)
        opens = not text[:first].strip("*_# ") and not text[first + 1 : first + 2].isspace()
        return "o" if opens and (text.count(char) == 1 or not text.rstrip().endswith(char)) else "c"
    return "o" if char in _PAIRS else "c"


def _together(given: Iterable[tuple[Unit, str | None]], scene: Scene) -> frozenset[str]:
    """The keys of paragraphs whose open quotation another one closes; each of them may open it again, as English does."""
    found: set[str] = set()
    waiting: list[tuple[int, str]] = []
    for at, (unit, sign) in enumerate(given):
        waiting = [(n, key) for n, key in waiting if at - n <= _FAR]
        if sign == "o":
            waiting.append((at, unit.key))
        elif sign == "c" and waiting:
            found.update([unit.key, *(key for _, key in waiting)])
            waiting = []
    return frozenset(found)


_RUNNING: Gathering[frozenset[str]] = Gathering(
    "unbalanced-quotations",
    _given,
    _together,
    lambda running, unit, given: unit.key in running if given else None,
)
"""Quotations that run over several paragraphs of the translation."""


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    loose = _loose(unit.target)
    if not loose or _loose(unit.segment.text):
        return  # a quotation that runs over several paragraphs is open in the source too
    if unit.key in _RUNNING.of(scene):
        loose = [(char, at) for char, at in loose if char not in _QUOTES]
    for char, at in loose:
        partner = _PAIRS.get(char) or _CLOSING.get(char) or char
        owned = _possessive(unit.target) if char == '"' and scene.target_language == "en" else None
        hint: Message = ADD_PARTNER(partner=partner, mark=char)
        if owned is not None:
            at = owned.end() - 1
            hint = WRITE(form=quoted(owned[0][:-1] + "’"))
        runs_on = (
            char in _QUOTES and _at_edge(unit.target, char, at) and not _QUOTED.search(unit.segment.text)
        )
        yield Finding(
            "unbalanced",
            Severity.INFO if owned is not None or runs_on else Severity.WARNING,
            unit.key,
            messages.UNBALANCED(mark=char, partner=partner),
            span=(at, at + 1),
            hint=hint,
        )


_QUOTED = re.compile(r"[\"“”„«»‹›‘’']")
_PLURAL = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}s\"(?= [^\W_])")


def _possessive(text: str) -> re.Match[str] | None:
    """A possessive plural with a quotation mark for its apostrophe, if that is the only one without partner: *the victims" families*."""
    return next((m for m in _PLURAL.finditer(text) if text.count('"', 0, m.end()) % 2), None)


def _at_edge(text: str, char: str, at: int) -> bool:
    """Whether a mark opens a text or closes it, so that what is quoted may begin or end in a neighbour, as in speech cut into sentences."""
    if char in _CLOSING or char == '"':
        closes = not text[at + 1 :].strip("*_.,;:!?) ")
        if closes or char in _CLOSING:
            return closes
    return not text[: text.index(char) if char == '"' else at].strip("*_#(¡¿- ")


UNBALANCED = Check(
    "unbalanced",
    about.UNBALANCED(),
    _run,
    explain=explain.UNBALANCED(),
    remedy=remedy.UNBALANCED(),
    example=Example(
        "La Federación (Puno) firmó.",
        "The Federation (Puno signed.",
        "The Federation (Puno) signed: a) today, b) here.",
    ),
    formal=True,
    scope=Scope.STATEMENT,
    gathers=(_RUNNING,),
)
