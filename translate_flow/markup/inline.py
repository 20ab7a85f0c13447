"""Inline marks: formatting, links and fixed things inside a segment of a DOCX, ODT or HTML statement.

| in the segment | means |
|---|---|
| `<b>…</b> <i>…</i> <u>…</u> <s>…</s> <sub>…</sub> <sup>…</sup>` | bold, italic, underlined, struck, lowered, raised |
| `<f1>…</f1>` | another formatting; the segment's note says which |
| `<a2>…</a2>` | a link |
| `<x3/>` | something that is not text: footnote reference, image, field, tab |
| a newline | a line break |
| `&lt;` `&amp;` | `<` and `&`, only where they would be taken for one of the above |

Marks may move with their words and change order. What a translation lacks or has too
much of is put right where that is certain (`repaired`), and reported otherwise (`problems`).
Pure functions on text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..messages import Message
from .messages import CROSSED, EXTRA, MISSING, TWICE, UNCLOSED

FORMATS = frozenset({"docx", "odt", "html"})
"""Formats whose segments have these marks."""
FORMATTING = ("b", "i", "u", "s", "sub", "sup")
"""Marks that need no number: they mean the same everywhere."""

_NAME = r"(?:b|i|u|s|sub|sup|[afx][1-9][0-9]{0,3})"
_MARK = re.compile(rf"<(?:({_NAME})|/({_NAME})|({_NAME})[ ]?/)>")
_LOOKS = re.compile(rf"<(?=/?{_NAME}[ ]?/?>)|&(?=(?:lt|amp);)")
_ESCAPED = re.compile(r"&(lt|amp);")


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark in a text."""

    name: str
    """Such as `b`, `a1`, `x2`."""
    role: str
    """`open`, `close` or `single`."""

    @property
    def sign(self) -> str:
        """As it is written."""
        return {"open": f"<{self.name}>", "close": f"</{self.name}>", "single": f"<{self.name}/>"}[self.role]


Token = str | Mark


_PROBLEMS = {
    "missing": MISSING,
    "extra": EXTRA,
    "twice": TWICE,
    "crossed": CROSSED,
    "unclosed": UNCLOSED,
}


@dataclass(frozen=True, slots=True)
class Problem:
    """A difference between the marks of a source and its translation."""

    kind: str
    """`missing`, `extra`, `twice`, `crossed` or `unclosed`."""
    mark: str
    """Name of the mark."""
    grave: bool
    """Whether a link or a fixed thing is concerned, so that the document cannot be built with it."""

    @property
    def message(self) -> Message:
        """What is wrong, for a translator."""
        shown = f"<{self.mark}/>" if self.mark[0] == "x" else f"<{self.mark}>…</{self.mark}>"
        return _PROBLEMS[self.kind](mark=shown)


def escape(text: str) -> str:
    """Plain text as it stands in a segment: only what looks like a mark or an escape is escaped."""
    return (
        _LOOKS.sub(lambda m: "&lt;" if m[0] == "<" else "&amp;", text) if "<" in text or "&" in text else text
    )


def unescape(text: str) -> str:
    """The plain text of a stretch without marks."""
    return _ESCAPED.sub(lambda m: "<" if m[1] == "lt" else "&", text) if "&" in text else text


def tokens(text: str) -> list[Token]:
    """A segment's text cut into plain text and marks."""
    if "<" not in text:
        return [unescape(text)] if text else []
    found: list[Token] = []
    done = 0
    for match in _MARK.finditer(text):
        if match.start() > done:
            found.append(unescape(text[done : match.start()]))
        if match[1]:
            found.append(Mark(match[1], "single" if match[1][0] == "x" else "open"))
        elif match[3]:
            found.append(Mark(match[3], "single"))
        elif match[2][0] != "x":  # `<x1></x1>` is what some engines make of `<x1/>`
            found.append(Mark(match[2], "close"))
        done = match.end()
    if done < len(text):
        found.append(unescape(text[done:]))
    return found


def written(parts: Iterable[Token]) -> str:
    """The segment text of plain texts and marks; `tokens` gives them back, adjoining texts joined."""
    out: list[str] = []
    plain = ""
    for part in parts:
        if isinstance(part, str):
            plain += part
        else:
            out += (escape(plain), part.sign)
            plain = ""
    out.append(escape(plain))
    return "".join(out)


def plain(text: str) -> str:
    """The words of a segment, without marks."""
    return "".join(part for part in tokens(text) if isinstance(part, str))


def marks(text: str) -> list[str]:
    """Names of the marks in a text, in order, each pair once."""
    return [part.name for part in tokens(text) if isinstance(part, Mark) and part.role != "close"]


def problems(source: str, target: str) -> list[Problem]:
    """How the marks of a translation differ from the source's, in the order of the marks."""
    if "<" not in source and "<" not in target:
        return []
    there, here = Counter(marks(source)), Counter(marks(target))
    found = [Problem("missing", name, _needed(name)) for name in there if not here[name]]
    for name, count in here.items():
        if not there[name]:
            found.append(Problem("extra", name, name not in FORMATTING))
        elif count > 1 and name[0] in "ax":
            found.append(Problem("twice", name, name[0] == "x"))
    parts, unclosed = _paired(tokens(target))
    found += [Problem("unclosed", name, _needed(name)) for name in unclosed]
    found += [Problem("crossed", name, False) for name in _crossed(parts)]
    return found


def repaired(source: str, target: str) -> tuple[list[Token], list[Problem]]:
    """The tokens of a translation with its marks put right where that is certain, and what is left.

    Certain: formatting that is not closed, or lost, goes; crossed marks are nested
    anew, over the same words; a fixed thing that is at an edge of the source and
    is missing comes back at that edge. Left are problems that are grave: a lost,
    doubled or unknown `x`, a lost or unclosed link, a number the source does not have.
    The tokens are properly nested if nothing is left.
    """
    parts, unclosed = _paired(tokens(target))
    there = marks(source)
    if not there and all(isinstance(part, str) for part in parts):
        return parts, []
    parts = _emptied(parts)
    if _crossed(parts):
        parts = _nested(parts)
    parts = _edges(tokens(source), parts)
    here = Counter(part.name for part in parts if isinstance(part, Mark) and part.role != "close")
    left = [Problem("unclosed", name, True) for name in unclosed if _needed(name)]
    told = {problem.mark for problem in left}
    left += [
        Problem("missing", n, True)
        for n in dict.fromkeys(there)
        if not here[n] and _needed(n) and n not in told
    ]
    for name, count in here.items():
        if name not in there and name not in FORMATTING:
            left.append(Problem("extra", name, True))
        elif count > 1 and name[0] == "x":
            left.append(Problem("twice", name, True))
    return parts, left


def _needed(name: str) -> bool:
    """Whether a mark must not get lost: a link or a fixed thing."""
    return name[0] in "ax"


def _paired(parts: Sequence[Token]) -> tuple[list[Token], list[str]]:
    """The tokens without marks that lack their other half, or double one already open; names of those."""
    opened: dict[str, int] = {}
    doubled: Counter[str] = Counter()
    drop: set[int] = set()
    unclosed = []
    for at, part in enumerate(parts):
        if isinstance(part, str):
            continue
        if part.role == "single" and part.name[0] != "x":
            drop.add(at)
            unclosed.append(part.name)
        elif part.role == "open":
            if part.name in opened:
                doubled[part.name] += 1
                drop.add(at)
            else:
                opened[part.name] = at
        elif part.role == "close":
            if doubled[part.name]:
                doubled[part.name] -= 1
                drop.add(at)
            elif opened.pop(part.name, None) is None:
                drop.add(at)
                unclosed.append(part.name)
    drop.update(opened.values())
    unclosed += opened
    return [part for at, part in enumerate(parts) if at not in drop], list(dict.fromkeys(unclosed))


def _crossed(parts: Sequence[Token]) -> list[str]:
    """Names of paired marks that are not properly nested."""
    stack: list[str] = []
    found = []
    for part in parts:
        if isinstance(part, str) or part.role == "single":
            continue
        if part.role == "open":
            stack.append(part.name)
        else:
            if stack[-1] != part.name:
                found.append(part.name)
            stack.remove(part.name)
    return found


def _nested(parts: Sequence[Token]) -> list[Token]:
    """Crossed marks nested anew over the same words, links outermost, so that no link is cut by formatting."""
    out: list[Token] = []
    stack: list[str] = []
    around: list[str] = []

    def settle(wanted: list[str]) -> None:
        same = 0
        while same < min(len(stack), len(wanted)) and stack[same] == wanted[same]:
            same += 1
        while len(stack) > same:
            out.append(Mark(stack.pop(), "close"))
        for name in wanted[same:]:
            out.append(Mark(name, "open"))
            stack.append(name)

    for part in parts:
        if isinstance(part, Mark) and part.role == "open":
            around.append(part.name)
        elif isinstance(part, Mark) and part.role == "close":
            around.remove(part.name)
        else:
            settle(sorted(around, key=lambda name: name[0] != "a"))
            out.append(part)
    settle([])
    return out


def _emptied(parts: list[Token]) -> list[Token]:
    """The tokens without pairs that hold nothing."""
    out: list[Token] = []
    for part in parts:
        last = out[-1] if out else None
        if isinstance(part, Mark) and part.role == "close" and last == Mark(part.name, "open"):
            out.pop()
        else:
            out.append(part)
    return out


def _edges(source: Sequence[Token], parts: list[Token]) -> list[Token]:
    """The tokens with lost `x` marks put back that stand first or last in the source."""
    here = {part.name for part in parts if isinstance(part, Mark)}

    def lost(run: Iterable[Token]) -> list[Token]:
        found: list[Token] = []
        for part in run:
            if isinstance(part, str) or part.name[0] != "x":
                break
            found.append(part)
        return [part for part in found if isinstance(part, Mark) and part.name not in here]

    return [*lost(source), *parts, *reversed(lost(reversed(source)))]


class Naming:
    """Gives the marks of one segment their names and explanations, in order of appearance."""

    def __init__(self) -> None:
        self._number = 0
        self._names: dict[tuple[str, object], str] = {}
        self._explained: list[str] = []

    def formatting(self, kind: str, identity: object, explanation: str) -> str:
        """Name of a formatting: `kind` for its first identity, a number of its own for others.

        `kind` is one of `FORMATTING`, or empty for formatting that has no letter.
        """
        known = self._names.get((kind, identity))
        if known is not None:
            return known
        if kind and kind not in self._names.values():
            self._names[kind, identity] = kind
            return kind
        return self._names.setdefault((kind, identity), self.numbered("f", explanation))

    def numbered(self, letter: str, explanation: str) -> str:
        """A name for a link (`a`), fixed thing (`x`) or other formatting (`f`) that is used once."""
        self._number += 1
        name = f"{letter}{self._number}"
        self._explained.append(f"{name}: {explanation}" if explanation else name)
        return name

    @property
    def note(self) -> str:
        """What the numbered marks are, for the segment's note."""
        return "; ".join(self._explained)
