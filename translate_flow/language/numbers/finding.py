"""Finding all figures of a text."""

from __future__ import annotations

import re
from decimal import Decimal
from operator import attrgetter

from ..text import fold
from ..words import TextWords
from .digits import clock, numbers, plain
from .figure import Figure, FigureKind
from .hours import times
from .named import named_days
from .romans import romans
from .tables import NumberWord, Tables, tables
from .words import NumberToken, numerals

_WORD = re.compile(r"[^\W\d_]+")
_MILLE = re.compile(r"(.*)mila(.*)|mille(.+)")
_SHARED = re.compile(r"\d{1,6}(?:\.\d{1,6})?")
_ADDRESS = re.compile(
    r"\[\^[^\[\]\s]+\]|&#x?[0-9a-fA-F]+;|</?[a-zA-Z][\w-]*(?:\s[^<>]*)?/?>|\]\([^()\s]*\)|https?://[^\s<>()\"»”]+|www\.[^\s<>()\"»”]+|(?<![^\s<>@()])[^\s<>@()]+@[^\s<>@()]+\.\w+|(?<!\w)[@#]\w*[^\W\d]\w*"
    r"|(?<![\w./%-])[\w./%-]*\.(?:pdf|docx?|odt|xlsx?|pptx?|csv|txt|html?|md|zip|jpe?g|png|gif|mp[34])\b"
    r"|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:org|com|net|info|edu|gob|gov|pe)(?:\.\w\w)?\b(?:/[^\s<>()\"»”]*)?",
    re.IGNORECASE,
)
_MARK = re.compile(r"\[\^[^\[\]\s]+\]|</?[a-zA-Z][\w-]*(?:\s[^<>]*)?/?>|\]\([^()\s]*\)")
"""Those of them that are in a text without addresses and names of files, found much faster."""
_NAMED = re.compile(
    r"\.(?:(?:pdf|docx?|odt|xlsx?|pptx?|csv|txt|html?|md|zip|jpe?g|png|gif|mp[34]|org|com|net|info|edu|gob|gov|pe)\b|(?<=www\.))",
    re.IGNORECASE,
)
"""In the names of files and sites: without it or one of the characters of addresses there is none in the text."""


def figures(text: str, language: str, words: TextWords | None = None) -> list[Figure]:
    """All figures of a text, in text order.

    `language` is a BCP 47 tag. Numbers in words, months and weekdays are known in the languages that
    have a file; in others only digits are read, as Spanish or English would. What is in an
    address or a file's name, or in a mark (the
    reference to a note), is not a figure. `words` are the text's, if they are known already.
    """
    known = tables(language)
    if known is None:
        return _either(text)
    hidden = _ADDRESS if _may_have_address(text) else _MARK if _may_have_mark(text) else None
    if hidden is not None:
        shown = hidden.sub(_blot, text)
        if shown != text:
            text, words = shown, None
    words = words or TextWords(text)
    found = numbers(text, known, words)
    if not known.triggers.isdisjoint(words.vocabulary) or (known.glued and "mil" in text.lower()):
        some = _known_words(words, known)
        if found and some:
            some = _outside(some, found)
        found += numerals(text, some, known)
    found += romans(text, known, words)
    if told := list(times(text, known, words)):
        found = [f for f in found if not any(t.start < f.end and f.start < t.end for t in told)] + told
    if days := list(named_days(text, known.language, words)):
        others = [f for f in found if not any(d.start <= f.start and f.end <= d.end for d in days)]
        if not any(f.kind is FigureKind.MONTH for f in others):  # else it may be that month which is wrong
            found = others + days
    if len(found) < 2:
        return found
    found.sort(key=_place)
    for i in range(len(found) - 1):
        if found[i + 1].start - found[i].end < 6 and not found[i + 1].form.isdigit():
            found[i] = _share_scale(text, found[i], found[i + 1], known)
            _make_day(text, found, i, known)
    return found


_place = attrgetter("start", "end")


def _outside(words: list[NumberToken], found: list[Figure]) -> list[NumberToken]:
    """The words that do not begin inside one of the figures; both in text order."""
    some: list[NumberToken] = []
    ends = iter(found)
    figure: Figure | None = next(ends)
    for word in words:
        while figure is not None and figure.end <= word.start:
            figure = next(ends, None)
        if figure is None or word.start < figure.start:
            some.append(word)
    return some


def _may_have_address(text: str) -> bool:
    return (
        "@" in text or "#" in text or "://" in text or _NAMED.search(text) is not None  # www. among them
    )


def _may_have_mark(text: str) -> bool:
    return "](" in text or "[^" in text or "<" in text


def _known_words(words: TextWords, known: Tables) -> list[NumberToken]:
    """Those words of a text that can be part of a number, in text order."""
    entries = known.words
    if not known.glued:
        ends = words.ends
        return [
            NumberToken(word, ends[2 * n], ends[2 * n + 1], entries[word])
            for n, word in enumerate(words.low)
            if word in entries
        ]
    some = []
    for n, word in enumerate(words.low):
        entry = entries.get(word)
        if entry is None and "mil" in word and (value := _thousands(word, known)):
            entry = NumberWord(cardinal=value)
        if entry is not None:
            some.append(NumberToken(word, *words.span(n), entry))
    return some


def _thousands(word: str, known: Tables) -> int:
    """A number above a thousand that is one word: *duemilaventitré*; 0 if it is none."""
    parts = _MILLE.fullmatch(word)
    if parts is None:
        return 0
    values = []
    for part in (parts[1], parts[2] or parts[3]):
        # undicimilatré: the accent is of the end of the word
        entry = (known.words.get(part) or known.words.get(fold(part))) if part else NumberWord(cardinal=0)
        if entry is None or entry.cardinal is None:
            return 0
        values.append(entry.cardinal)
    return (values[0] or 1) * 1000 + values[1]


def _blot(found: re.Match[str]) -> str:
    return "_" * len(found[0])


def _either(text: str) -> list[Figure]:
    """Figures of a text whose language is not known: digits, as one language or another reads them."""
    shown = _ADDRESS.sub(_blot, text)
    words = TextWords(shown)
    spanish, english = tables("es"), tables("en")
    if spanish is None or english is None:
        return []
    other = {f.start: f for f in numbers(shown, spanish, words)}
    return [
        f._replace(readings=f.readings | other.get(f.start, f).readings | _hour(f.form))
        for f in numbers(shown, english, words)
    ]


def _hour(form: str) -> frozenset[str]:
    """What digits mean as an hour, in a language whose word for it is not known: *15 Uhr*."""
    return clock(int(form), "00") if form.isdecimal() and len(form) < 3 and int(form) <= 24 else frozenset()


def _make_day(text: str, found: list[Figure], i: int, known: Tables) -> None:
    """An ordinal beside a month is its day, as sure as in digits: *primero de mayo*, *the first of May*, *May first*."""
    first, second = found[i], found[i + 1]
    if {first.kind, second.kind} != {FigureKind.ORDINAL, FigureKind.MONTH}:
        return
    between = text[first.end : second.start]
    if between.isspace() or (first.kind is FigureKind.ORDINAL and known.of.fullmatch(between)):
        at = i if first.kind is FigureKind.ORDINAL else i + 1
        found[at] = found[at]._replace(kind=FigureKind.NUMBER, certain=True)


def _share_scale(text: str, left: Figure, right: Figure, known: Tables) -> Figure:
    """The left end of *5 a 6 millones*: it may mean five or five million."""
    if right.start - left.end > 5 or not known.to.fullmatch(text, left.end, right.start):
        return left
    power, own = (
        sum(e.scale for w in _WORD.findall(f.form.lower()) if (e := known.words.get(w)))
        for f in (right, left)
    )
    if not power or own:
        return left
    shared = [r for r in left.readings if _SHARED.fullmatch(r)]
    return left._replace(readings=left.readings | {plain(Decimal(r).scaleb(power)) for r in shared})
