"""One block of an HTML text: its texts and inline tags as a segment with marks."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from ...language.whole import across_lines, words_of
from ...markup.inline import Mark, Naming, Token
from ...markup.notes import QUOTED, PlaceNote
from . import elements
from .tokens import CDATA

BLANK = " \t\n\f\r"
"""White space by the HTML standard; a no-break space is none."""

SPACE = re.compile(r"[ \t\n\f\r]+")
_UNSHOWN = ("\n", "  ", "\t", "\r", "\f")
NEWLINE = re.compile(r"\r\n|\r|\n")

WORDED = re.compile(
    rf"[\s\"'](?:title|aria-label|aria-description|alt|placeholder|{elements.SHOWN_BY_SCRIPTS.pattern})\s*=",
    re.IGNORECASE,
)
"""A tag that has words of its own."""

Place = tuple[int, int]


@dataclass(slots=True)
class Item:
    """A part of a block: text, or something with a mark."""

    type: str
    """`text`, `open`, `close`, `fixed` (an image, code …), `break` or `unseen` (a comment, a tag that shows nothing)."""
    start: int
    end: int
    name: str = ""
    """Element."""
    note: str = ""
    """Fixed things: what it is."""
    mate: int = -1
    """Open and close: place of the other half in the run."""
    language: str = ""
    """Open: the language its words are said to be in."""
    plain: bool = False
    """Open and unseen: a tag that may go when the words do, for it shows nothing."""


@dataclass(slots=True)
class Named:
    """The parts of a segment, and what its marks stand for."""

    parts: list[Token] = field(default_factory=list)
    """Texts and marks."""
    note: str = ""
    """What the numbered marks are."""
    raw: dict[str, tuple[Place, Place]] = field(default_factory=dict)
    """Where the tags of each mark stand; for an `x`, the whole of it, twice."""
    tail: list[Place] = field(default_factory=list)
    """What is among the words, is not seen and must not be lost."""
    targets: list[tuple[str, str]] = field(default_factory=list)
    """Addresses of the links."""


def leading(text: str) -> int:
    return len(text) - len(text.lstrip(BLANK))


def mated(run: list[Item]) -> list[Item]:
    """Tags paired within the run; one without its other half becomes a fixed thing."""
    opened: list[int] = []
    waiting: Counter[str] = Counter()
    for at, item in enumerate(run):
        if item.type == "open":
            opened.append(at)
            waiting[item.name] += 1
        elif item.type == "close" and waiting[item.name]:
            for deep in range(len(opened) - 1, -1, -1):
                if run[opened[deep]].name == item.name:
                    item.mate, run[opened[deep]].mate = opened[deep], at
                    waiting.subtract(run[place].name for place in opened[deep:])
                    del opened[deep:]
                    break
    for item in run:
        if item.type in ("open", "close") and item.mate < 0:
            item.note = f"{'end' if item.type == 'close' else 'start'} of {item.name}"
            item.type = "fixed"
    return run


def whole(run: list[Item], text: str) -> list[Item]:
    """The run with each pair that has no text made one fixed thing, and places of mates set right."""
    out: list[Item] = []
    at = 0
    places: dict[int, int] = {}
    full = [0]
    for item in run:
        words = item.type == "text" and bool(text[item.start : item.end].strip(BLANK))
        full.append(full[-1] + (1 if words else 0))
    while at < len(run):
        item = run[at]
        if item.type == "open" and full[item.mate] == full[at]:
            inner = [i.note for i in run[at + 1 : item.mate] if i.type == "fixed"]
            kind = "unseen" if item.plain and not inner else "fixed"
            out.append(Item(kind, item.start, run[item.mate].end, item.name, "; ".join(inner) or item.name))
            at = item.mate + 1
            continue
        if item.type == "open":
            places[at] = len(out)
        elif item.type == "close":
            item.mate = places[item.mate]
            out[item.mate].mate = len(out)
        out.append(item)
        at += 1
    return out


def bare(run: list[Item], text: str, around: list[Item] | None = None) -> list[Item]:
    """The run without what is around all of its words; pairs of tags taken away go to `around`."""
    low, high = 0, len(run)
    while low < high:
        first, last = run[low], run[high - 1]
        if first.type in ("fixed", "break", "unseen") or _is_blank(first, text):
            low += 1
        elif last.type in ("fixed", "break", "unseen") or _is_blank(last, text):
            high -= 1
        elif first.type == "open" and first.mate == high - 1:
            low, high = low + 1, high - 1
            if around is not None:
                around.append(first)
        else:
            break
    for item in run[low:high]:
        if item.type == "unseen" and item.mate >= 0 and not low <= item.mate < high:
            item.plain = False  # the other half stays where it is, and needs this one
    return [_shifted(item, low) for item in run[low:high]]


def _shifted(item: Item, by: int) -> Item:
    item.mate -= by
    return item


def _is_blank(item: Item, text: str) -> bool:
    return item.type == "text" and not text[item.start : item.end].strip(BLANK)


def named(run: list[Item], text: str, keeps: bool) -> Named:
    """A run as a segment; with `keeps` its white space counts, as in `pre`."""
    naming = Naming()
    found = Named()
    names: dict[int, str] = {}
    around: list[str] = []
    for item in run:
        if item.type == "text":
            words = text[item.start : item.end]
            if words.startswith(CDATA):
                words = words.removeprefix(CDATA).removesuffix("]]>")
            else:
                words = html.unescape(words)
            found.parts.append(NEWLINE.sub("\n", words) if keeps else _shown(words, text))
        elif item.type == "break":
            found.parts.append("\n")
        elif item.type == "unseen":
            if not item.plain:
                found.tail.append((item.start, item.end))
        elif item.type == "fixed":
            name = naming.numbered("x", item.note)
            found.raw[name] = ((item.start, item.end), (item.start, item.end))
            found.parts.append(Mark(name, "single"))
        elif item.type == "open":
            name = _name(naming, item, text, around)
            names[item.start] = name
            around.append(name)
            mate = run[item.mate]
            found.raw.setdefault(name, ((item.start, item.end), (mate.start, mate.end)))
            if item.name == "a" and item.note:
                found.targets.append((name, item.note))
            elif item.name == "q":
                found.targets.append((name, QUOTED))
            found.parts.append(Mark(name, "open"))
        else:
            name = names[run[item.mate].start]
            around.remove(name)
            found.parts.append(Mark(name, "close"))
    if not keeps:
        found.parts = _squeezed(found.parts)
    found.note = naming.note
    return found


@lru_cache(maxsize=2)
def _words(page: str) -> frozenset[str]:
    return words_of(page)


def _shown(words: str, page: str) -> str:
    """The text with each run of white space as one blank; most have none that is not."""
    if "-\n" in words:
        words = across_lines(words, lambda: _words(page))
    return SPACE.sub(" ", words) if any(sign in words for sign in _UNSHOWN) else words


def _name(naming: Naming, item: Item, text: str, around: list[str]) -> str:
    tag = text[item.start : item.end]
    if item.name == "a":
        where = f"link to {item.note}" if item.note else PlaceNote.LINK_TARGET
        return naming.numbered("a", where)
    said = SPACE.sub(" ", tag[1:-1]).strip()
    if WORDED.search(tag):
        # Its words are a segment of their own: two of them side by side must not become one.
        return naming.numbered("f", said[:80])
    name = naming.formatting(elements.MARKS.get(item.name, ""), tag, said[:80])
    return naming.numbered("f", said[:80]) if name in around else name


def _squeezed(parts: list[Token]) -> list[Token]:
    """The parts with white space as a browser shows it: one blank between words, none at breaks and ends."""
    out: list[Token] = []
    blank = True  # whether white space here would follow white space
    for part in parts:
        if isinstance(part, str):
            if part == "\n":
                _strip_end(out)
                blank = True
                out.append(part)
                continue
            if blank and part[:1] == " ":
                part = part[1:]
            if part:
                blank = part[-1] == " "
                out.append(part)
        else:
            out.append(part)
            if part.role == "single":
                blank = False
    _strip_end(out)
    return out


def _strip_end(parts: list[Token]) -> None:
    """Take away a blank that ends the text so far, marks after it or not."""
    for at in range(len(parts) - 1, -1, -1):
        part = parts[at]
        if isinstance(part, str):
            if part != "\n":
                parts[at] = part[:-1] if part.endswith(" ") else part
            if parts[at] == "" and part == " ":
                continue
            return
        if part.role == "single":
            return
