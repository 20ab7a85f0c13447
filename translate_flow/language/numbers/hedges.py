"""What says that a figure is not exact: *al menos*, *más de*, *almost*, *up to*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..knowledge import of
from ..words import WORD, folded

UP = frozenset({"least", "more"})
"""The true number is the figure or above it."""
DOWN = frozenset({"less", "most", "nearly"})
"""It is the figure or below it."""
_ABOUT = frozenset({"about", "nearly"})
"""It is near the figure."""
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]*)?|[^\w\s]")
_DIGIT = re.compile(r"\d")
_REACH = 44
"""Characters before a figure among which its hedge is looked for."""
_LONGEST = 5
_PASSED = frozenset("$€£¥/*_~")
"""Characters between a hedge and its figure: of a currency, of markup."""
_MONEY = frozenset({"us", "s", "r"})
"""Letters of such characters: `US$`, `S/`, `R$`."""


@dataclass(frozen=True, slots=True)
class Hedges:
    """A language's hedges: each phrase with what it says of the figure."""

    before: Mapping[str, str]
    """Those that stand before a figure: `least`, `more`, `less`, `most`, `nearly`, `about`, `barely`."""
    after: Mapping[str, str]
    """Those behind it."""
    times: Mapping[str, str]
    """Those before a time of day alone: *a eso de las tres*, *sobre las tres*."""
    loose: frozenset[str]
    """Phrases that often mean something else, so that one that is missing proves nothing: *hasta*, *over*."""
    contracted: frozenset[str]
    """Prepositions with an article in them: the *del* of *más del 40 %*."""
    of: str
    """The preposition without it."""
    between: frozenset[str]
    """Small words between hedge and figure."""
    anywhere: re.Pattern[str]
    """Any of them that is nothing else, wherever it is; those that say *few* apart."""
    few: re.Pattern[str]
    """Any of these: *apenas*, *only*."""
    marks: frozenset[str]
    """The longest word of each, folded: a text without any of these has no hedge, which is seen at once."""

    time_marks: frozenset[str]
    """The same for those that stand before a time of day alone."""
    lasts: frozenset[str]
    """Last tokens of the phrases that stand before."""
    nearest: frozenset[str]
    """These, and what may stand between them and their figure."""
    firsts: frozenset[str]
    """First tokens of those that stand behind."""
    behind: re.Pattern[str]
    """Any of them."""
    marks_behind: frozenset[str]
    """The longest word of each of those that stand behind, folded: without one of these in the text none does."""

    def may_be_in(self, text: str, vocabulary: frozenset[str]) -> bool:
        """Whether a text, given its folded words, can have a hedge at all."""
        return not vocabulary.isdisjoint(self.marks) or "+" in text

    def may_be_behind(self, vocabulary: frozenset[str]) -> bool:
        """Whether a text, given its folded words, can have a hedge behind a figure, a plus sign aside."""
        return not vocabulary.isdisjoint(self.marks_behind)


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge at a figure."""

    kind: str
    """`least`, `more`, `less`, `most`, `nearly`, `about`, `barely`."""
    form: str
    """As it is looked up: small letters."""
    loose: bool
    """It may mean something else."""


@lru_cache(maxsize=64)
def hedges(tag: str) -> Hedges | None:
    """The hedges of a language; None if it has none listed."""
    known = of(tag)
    table = known.table("hedges")
    if not table:
        return None
    before = {_apart(p): kind for kind in _KINDS for p in known.phrases("hedges", kind)}
    after = {_apart(p): kind for kind in ("least", "most") for p in known.phrases("hedges", f"{kind}_after")}
    times = {_apart(p): "about" for p in known.phrases("hedges", "about_times")}
    listed = (*_KINDS, "least_after", "most_after")
    phrases = sorted(known.phrases("hedges", *listed), key=lambda p: -len(p))
    loose = set(known.phrases("hedges", "loose"))
    few = set(known.phrases("hedges", "barely"))
    pattern = _any(p for p in phrases if p not in loose and p not in few)
    lasts = frozenset(phrase.rpartition(" ")[2] for phrase in (*before, *times))
    lasts |= known.words("hedges", "contracted")
    between = known.words("hedges", "between")
    return Hedges(
        before,
        after,
        times,
        frozenset(map(_apart, known.phrases("hedges", "loose"))),
        known.words("hedges", "contracted"),
        next(iter(known.phrases("numerals", "of")), ""),
        between,
        pattern,
        _any(few),
        _marks(phrases),
        _marks(known.phrases("hedges", "about_times")),
        lasts,
        lasts | between | _PASSED | _MONEY,
        firsts := frozenset(phrase.partition(" ")[0] for phrase in after),
        re.compile("|".join(map(re.escape, sorted(firsts))) or "(?!)", re.IGNORECASE),
        _marks(after),
    )


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    some = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in phrases) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{some})(?!\w)", re.IGNORECASE)


def _marks(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(folded(max(words, key=len)) for p in phrases if (words := WORD.findall(p)))


def _apart(phrase: str) -> str:
    """A phrase as its tokens are looked up: *au - dessous de*."""
    return " ".join(_TOKEN.findall(phrase.lower()))


_KINDS = ("barely", "about", "nearly", "most", "less", "more", "least", "none")
"""Rows of the table; where a phrase is in two, the later counts. `none` says that the number is exact after all."""


def hedge(
    text: str, start: int, end: int, known: Hedges, *, time: bool = False, behind: bool = True
) -> Hedge | None:
    """What is at a figure and says that it is not exact; of a time of day that is *about* or nothing.

    `behind` is whether the text may have one behind a figure (`Hedges.may_be_behind`).
    """
    before = text[max(0, start - _REACH) : start].lower()
    near = before.rsplit(None, 1)[-1:]
    if near and near[0].isalpha() and near[0] not in known.nearest:
        found = []  # as at most: an ordinary word
    else:
        found = _TOKEN.findall(_DIGIT.split(before)[-1])
    if found and found[-1] == ",":
        found.pop()
    while found:
        last = found[-1]
        for length in range(min(_LONGEST, len(found)), 0, -1) if last in known.lasts else ():
            phrase = " ".join(found[-length:])
            kind = known.before.get(phrase)
            if kind is None and last in known.contracted:
                kind = known.before.get(" ".join([*found[-length:-1], known.of]))
            if time and (phrase in known.times or kind in _ABOUT):
                return Hedge("about", phrase, False)
            if kind:
                exact = time or kind == "none"
                return None if exact else Hedge(kind, phrase, phrase in known.loose)
        if last not in known.between and last not in _PASSED and last not in _MONEY:
            break
        found.pop()
    if time:
        return None
    if text[end : end + 1] == "+":
        return Hedge("least", "+", True)
    if not behind or known.behind.search(text, end, end + _REACH) is None:
        return None
    following = _TOKEN.findall(text[end : end + _REACH].lower())[: _LONGEST + 1]
    if known.firsts.isdisjoint(following):
        return None
    for first in range(min(4, len(following))):
        if not following[first][0].isalpha():
            if following[first] == ",":
                continue
            break
        for length in range(1, _LONGEST):
            phrase = " ".join(following[first : first + length])
            if kind := known.after.get(phrase):
                return Hedge(kind, phrase, phrase in known.loose)
    return None
