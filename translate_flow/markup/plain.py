"""A text as its reader sees it, without inline markup, and where each of its characters is in the text."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from .pairs import MarkPair, lone_tags, pairs
from .raised import in_plain

HIDDEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Characters that are not seen: soft hyphen, zero-width blanks and joiners."""

_MARKED = re.compile(rf"[\[<*_~\\&{{{HIDDEN}\u0300-\u036f]")
_SMALL = re.compile(
    rf"(?P<escape>\\(?=[!-/:-@\[-`{{-~\n]))|(?P<entity>&(?:[a-zA-Z]{{2,8}}|#\d{{2,6}}|#x[0-9a-fA-F]{{2,5}});)"
    rf"|(?P<hidden>[{HIDDEN}])|(?P<parted>[^\W\d_][\u0300-\u036f]+)"
)
_MAY_BE_SMALL = re.compile(rf"[\\&{HIDDEN}\u0300-\u036f]")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_RAISED = ("<sup", "<sub", "<SUP", "<SUB")
_FIXED = re.compile(
    r"\[\^[^\[\]\s]+\]"
    r"|\{::comment\}.*?\{:/(?:comment)?\}|\{::?/?[^{}\n]*\}"  # kramdown: remarks, attributes
    r"|(?<=[)\]*_`])\{[.#][\w-][^{}\n]*\}"  # attributes of a span or link (Pandoc)
    r"|\{\{<[^\n]*?>\}\}|\{\{%[^\n]*?%\}\}|\{%[^\n]*?%\}",  # Hugo, Liquid
    re.DOTALL,
)

Cut = tuple[int, int, str]
"""A stretch of a text, and what a reader sees in its place."""


@dataclass(frozen=True, slots=True)
class Plain:
    """What a reader sees of a text."""

    text: str
    """The words and punctuation without markup, escapes and invisible characters; accents composed (NFC)."""
    starts: tuple[int, ...] | None = None
    """Where each character begins in the marked text; None if both are the same."""
    ends: tuple[int, ...] | None = None
    """Where it ends there; beyond its own end if it stands for more, as the *s* of `los(as)` may."""
    around: tuple[MarkPair, ...] = ()
    """Pairs of marks in the marked text."""
    marks: tuple[int, ...] = ()
    """Where a mark of a pair begins there, in order."""
    fixed: tuple[tuple[int, int], ...] = ()
    """Things there that are no text and stand alone: tags without partner, references to notes."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the marked text that is seen as the characters from `start` to `end`."""
        if self.starts is None or self.ends is None:
            return start, end
        if start == end:
            at = self.starts[start] if start < len(self.starts) else self.ends[-1] if self.ends else 0
            return at, at
        return self.starts[start], self.ends[end - 1]

    def whole(self, start: int, end: int) -> tuple[int, int] | None:
        """A stretch of the marked text with the marks that begin and end inside it or at its edges.

        None if a mark begins or ends inside it whose partner is elsewhere: `**La Red** Muqui`.
        A stretch with no mark inside is given as it is.
        """
        first = bisect_right(self.marks, start)
        if first == len(self.marks) or self.marks[first] >= end:
            return start, end
        near = [pair for pair in self.around if pair.start < end and start < pair.end]
        for pair in near:
            opens, closes = start <= pair.inner <= end, start <= pair.outer <= end
            if opens and closes:
                start, end = min(start, pair.start), max(end, pair.end)
            elif start < pair.start < end or start < pair.outer < end:
                return None
        return start, end


@lru_cache(maxsize=1 << 14)
def plain(text: str, more: tuple[Cut, ...] = ()) -> Plain:
    """What a reader sees of a text with Markdown emphasis and links, HTML tags, numbered marks.

    `more` are further stretches to be read otherwise; where one has nothing in its place, it belongs
    to the character before it. Where two cross, the one that begins first is taken.
    """
    if _MARKED.search(text) is None:
        return _made(text, more, (), ()) if more else Plain(text)
    around = tuple(pairs(text))
    fixed = (*lone_tags(text), *(m.span() for m in _FIXED.finditer(text)))
    cuts: list[Cut] = [(start, end, _between(text, start, end)) for start, end in fixed]
    for pair in around:
        cuts += [(pair.start, pair.inner, ""), (pair.outer, pair.end, "")]
        if text.startswith(_RAISED, pair.start):
            cuts += _raised(text, pair)
    if _MAY_BE_SMALL.search(text):
        cuts += _small(text)
    if not cuts and not more:
        return Plain(text, around=around)
    return _made(text, (*cuts, *more), around, fixed, frozenset(more))


def _between(text: str, start: int, end: int) -> str:
    """What stands for a thing that is not text: a newline for a line break, a blank if it keeps words apart."""
    if _BREAK.fullmatch(text, start, end):
        return "\n"
    apart = text[start] == "<" and text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()
    return " " if apart else ""


def _raised(text: str, pair: MarkPair) -> Iterator[Cut]:
    """Figures that are raised or lowered, in characters that are so by themselves."""
    name = text[pair.start + 1 : pair.start + 4].lower()
    shown = in_plain(text[pair.inner : pair.outer], name)
    for at, (character, seen) in enumerate(
        zip(text[pair.inner : pair.outer], shown, strict=True), pair.inner
    ):
        if character != seen:
            yield at, at + 1, seen


def _small(text: str) -> Iterator[Cut]:
    """Escapes, entities, invisible characters, and letters whose accents are characters of their own."""
    for found in _SMALL.finditer(text):
        seen = ""
        if found.lastgroup == "entity":
            seen = html.unescape(found[0])
            if seen == found[0] or len(seen) != 1:
                continue
            seen = "" if seen in HIDDEN else seen
        elif found.lastgroup == "parted":
            seen = unicodedata.normalize("NFC", found[0])
            if len(seen) != 1:
                continue
        yield found.start(), found.end(), seen


def _made(
    text: str,
    cuts: Iterable[Cut],
    around: tuple[MarkPair, ...],
    fixed: tuple[tuple[int, int], ...],
    belonging: frozenset[Cut] | None = None,
) -> Plain:
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for cut in sorted(cuts, key=lambda c: c[:2]):
        start, end, seen = cut
        if start < at:
            continue
        out.append(text[at:start])
        starts += range(at, start)
        ends += range(at + 1, start + 1)
        if seen:
            out.append(seen)
            starts += [start] * len(seen)
            ends += [end] * len(seen)
        elif ends and (belonging is None or cut in belonging):
            ends[-1] = end
        at = end
    out.append(text[at:])
    starts += range(at, len(text))
    ends += range(at + 1, len(text) + 1)
    marks = tuple(sorted(place for pair in around for place in (pair.start, pair.outer)))
    return Plain("".join(out), tuple(starts), tuple(ends), around, marks, fixed)
