"""A passage in Apertium's stream format, and an answer back out of it.

In the format `[…]` is a blank that is carried along untouched ("superblank"),
`[[…]]word[[/]]` a note that stays with its word wherever the word goes ("word-bound blank",
https://wiki.apertium.org/wiki/Word-bound_blanks). Marks of held spans are given as

- names, nouns and codes: as words, see `units`;
- opening and closing markup: as a word-bound blank on all words between them;
- points, such as a footnote reference: as a word-bound blank on the word before;
- blanks, such as an image: as a superblank;
- breaks, and the line breaks of the text itself: as the end of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...passage import Held, Passage
from .capitals import runs, small

Run = tuple[str, frozenset[int]]
"""A stretch of text, and the word-bound spans it belongs to."""
_RESERVED = re.compile(r"[\[\]^$/\\@<>{}*#+]")
_CARRIED = re.compile(r"~+|(?P<line>(?:(?<![ \t])[ \t]+)?[\n\r\v\f\x1c-\x1e\x85\u2028\u2029][\s]*)|\S{250,}")
"""What travels as a superblank: tildes, line breaks, and runs no word is as long as."""
SHOUTED = 9_999_999
"""Number of the span that stretches in capitals are bound to; higher than those of held spans."""
STOP = Held("Zqxjstop", "", "", "break")
"""A word before each line break, which `units` makes the end of a sentence, so that no word crosses it."""
PAUSE = Held("Zqxjpause", "", "", "pause")
"""The same where the sentence goes on behind the line break: a comma, so to speak."""
_STOP = re.compile(rf"[ ]?(?:{STOP.mark}|{PAUSE.mark})", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*[«“\"(¿¡]*[a-záéíóúñü]")
_LAST_WORD = re.compile(r"(?<!\w)\w+$")
_TOKEN = re.compile(r"\[\[(/|[0-9; ]+)\]\]|\[((?:[^\]\\]|\\.)*)\]|\\(.)|([^\[\\]+)|(.)", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class StreamSpan:
    """Held spans that are word-bound: by what they are called in the stream."""

    before: str
    """Mark to put before the first word bound; empty for a point."""
    after: str
    """Mark to put after the last word bound."""


def escape(text: str) -> str:
    """Plain text without meaning for the format."""
    return _RESERVED.sub(r"\\\g<0>", text.replace("\0", " "))


def _plain(text: str, around: Sequence[int] = ()) -> str:
    """Text with what cannot be translated as superblanks, and what is in capitals in small letters, bound to say so."""
    out, at = [], 0
    for start, end in runs(text):
        heads = not text[:start].strip() or text[:start].rstrip()[-1] in ".:!?"
        out += [_carried(text[at:start]), "[[/]]" if around else "", _bound((*around, SHOUTED))]
        out += [escape(small(text[start:end], heads)), "[[/]]", _bound(around)]
        at = end
    out.append(_carried(text[at:]))
    return "".join(out)


def _carried(text: str) -> str:
    out, at = [], 0
    for match in _CARRIED.finditer(text):
        stop = f" {breaking(text, match.start(), match.end()).mark}" if match["line"] else ""
        out += [escape(text[at : match.start()]), stop, "[", escape(match[0]), "]"]
        at = match.end()
    out.append(escape(text[at:]))
    return "".join(out)


def _bound(numbers: Sequence[int]) -> str:
    """The opening of a stretch bound to these spans; empty for none."""
    return f"[[{'; '.join(map(str, numbers))}]]" if numbers else ""


def breaking(text: str, start: int, end: int) -> Held:
    """What a line break from `start` to `end` is to the words around it: the end of a sentence, or not quite."""
    ended = text[:start].rstrip().endswith((".", ":", "!", "?", "…", ";")) if start else True
    return PAUSE if not ended and _GOES_ON.match(text, end) else STOP


def spans(held: Iterable[Held]) -> dict[int, StreamSpan]:
    """Word-bound spans by number: the place of the opening mark (or point) among the held."""
    found: dict[int, StreamSpan] = {}
    opened: list[tuple[int, str]] = []
    for n, item in enumerate(held):
        if item.noun == "open":
            opened.append((n, item.mark))
        elif item.noun == "close" and opened:
            start, mark = opened.pop()
            found[start] = StreamSpan(mark, item.mark)
        elif item.noun == "point":
            found[n] = StreamSpan("", item.mark)
    return found


def encode(passage: Passage, *, bound: bool = True, spanish: bool = True) -> str:
    """The passage's text in stream format.

    Without `bound`, markup and points are superblanks too: less exact, but every version of
    Apertium and every pair takes them. Of a `spanish` text runs of capitals go as small letters.
    """
    if not (bound and spanish):
        return _encoded(passage, bound, lambda text, around: _carried(text))
    return _encoded(passage, bound, _plain)


def _encoded(passage: Passage, bound: bool, plain: Callable[[str, Sequence[int]], str]) -> str:
    known = spans(passage.held) if bound else {}
    closing = {span.after: n for n, span in known.items()}
    out: list[str] = []
    around: list[int] = []
    at = 0
    for n, item in enumerate(passage.held):
        place = passage.text.find(item.mark, at)
        if place < 0:
            continue
        before = passage.text[at:place]
        at = place + len(item.mark)
        if item.noun == "open" and n in known:
            out += [plain(before, around), "[[/]]" if around else "", _bound([*around, n])]
            around.append(n)
            at += passage.text.startswith(" ", at)
        elif item.noun == "close" and item.mark in closing:
            around = [number for number in around if number != closing[item.mark]]
            out += [plain(before.removesuffix(" "), [*around, closing[item.mark]]), "[[/]]", _bound(around)]
        elif item.noun == "point" and n in known and (word := _LAST_WORD.search(before.removesuffix(" "))):
            out += [plain(before[: word.start()], around), "[[/]]" if around else "", _bound([*around, n])]
            out += [escape(word[0]), "[[/]]", _bound(around)]
        elif item.noun in ("open", "close", "point", "blank"):
            out += [plain(before, around), "[", escape(item.mark), "]"]
        else:
            out += [plain(before, around), item.mark]
    out.append(plain(passage.text[at:], around))
    return "".join(out)


def decode(answer: str, passage: Passage) -> str:
    """The text of an answer in stream format, each mark of a word-bound span back in its place."""
    parts = _loud(list(_runs(answer)))
    if not any(bound for _, bound in parts):
        return "".join(text for text, _ in parts)
    before: dict[int, list[str]] = {}
    after: dict[int, list[str]] = {}
    placed: list[tuple[int, int]] = []
    known = spans(passage.held)
    hulls = {n: [i for i, (text, bound) in enumerate(parts) if n in bound and text.strip()] for n in known}
    for n, places in sorted(hulls.items(), key=lambda hull: (len(hull[1]), -hull[0])):
        if not places:
            continue
        first, last = places[0], places[-1]
        span = known[n]
        if span.before:
            if any(a < first <= b < last or first < a <= last < b for a, b in placed):
                continue  # would cross another span's markup: left out, and so seen as lost
            placed.append((first, last))
            before.setdefault(first, []).insert(0, span.before + " ")
        after.setdefault(last, []).append(" " + span.after)
    return "".join(
        "".join(before.get(i, ())) + text + "".join(after.get(i, ())) for i, (text, _) in enumerate(parts)
    )


def _loud(runs: list[Run]) -> list[Run]:
    """The stretches that were in capitals in capitals again, and what English puts between two of them."""
    loud = [n for n, (_, bound) in enumerate(runs) if SHOUTED in bound]
    if not loud:
        return runs
    between = {n for a, b in pairwise(loud) for n in range(a, b) if b - a == 2}
    return [
        (text.upper() if n in between or SHOUTED in bound else text, bound - {SHOUTED})
        for n, (text, bound) in enumerate(runs)
    ]


def _runs(answer: str) -> Iterable[Run]:
    """Stretches of text and the word-bound spans each belongs to."""
    bound: frozenset[int] = frozenset()
    text: list[str] = []
    if STOP.mark in answer or PAUSE.mark in answer:
        answer = _STOP.sub("", answer)
    for note, blank, escaped, run, stray in _TOKEN.findall(answer):
        if note:
            if text:
                yield "".join(text), bound
                text = []
            bound = frozenset() if note == "/" else frozenset(int(n) for n in note.split(";"))
        else:
            text.append(_ESCAPED.sub(r"\1", blank) or escaped or run or stray)
    if text:
        yield "".join(text), bound
