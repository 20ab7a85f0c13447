"""What denies in one text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from .. import knowledge
from ..dictionary import is_english, is_spanish
from ..words import Span, TextWords
from .table import of

_DICTIONARIES = {"es": is_spanish, "en": is_english}
_REACH = 60
"""Characters between a negation and a word behind it that goes along with it."""
_CLAUSE = re.compile(r"[.;:?!()\n]")
LETTERS = re.compile(r"[^\W\d_]{3,}(?:-[^\W\d_]+)?")
"""Words that may deny by their meaning."""


@dataclass(frozen=True, slots=True)
class Negations:
    """What denies in one text."""

    hard: tuple[Span, ...] = ()
    """Where each negation is; those that go along with another are not counted."""
    either: int = 0
    """Phrases that may stand for a negation, or for none, and words that go along with one and may deny another clause."""
    undone: tuple[Span, ...] = ()
    """Where a denial is denied (*no faltará*, *don't forget*): said without either as often."""
    without: tuple[Span, ...] = ()
    """Where a thing is denied: *sin*, *without*."""

    restricted: tuple[Span, ...] = ()
    """Where a negation says *only* (*no … hasta*, *not … until*); counted among `either` too."""
    excused: tuple[Span, ...] = ()
    """Phrases that deny nothing, whatever words are in them: *no obstante*, *hace poco*."""

    @property
    def any(self) -> bool:
        """Whether there is a denial of whatever kind, faint ones apart."""
        return self is not _NONE

    def same(self, other: Negations) -> bool:
        """Whether both texts deny as often."""
        return self.count == other.count and self.doubled == other.doubled

    @property
    def doubled(self) -> int:
        """How often the text denies a denial."""
        return len(self.undone)

    @property
    def count(self) -> int:
        """How often the text denies in so many words."""
        return len(self.hard)


def known(tag: str) -> bool:
    """Whether the language's negations are known."""
    return bool(knowledge.of(tag).words("negation", "negators"))


@lru_cache(maxsize=4096)
def negations(text: str, tag: str) -> Negations:
    """What denies in a text without marks. Nothing is found in a language whose negations are not known."""
    return negations_of(TextWords(text), tag)


def negations_of(words: TextWords, tag: str) -> Negations:
    """The same, given the text's words."""
    table = of(tag)
    return _scanned(words, tag) if table is not None and table.denies(words) else _NONE


def denials(words: TextWords, tag: str) -> list[int]:
    """Where a text's words that deny by themselves begin, and the shortened ones: a stretch without one denies nothing."""
    table = of(tag)
    if table is None:
        return []
    found = [words.span(n)[0] for n, word in enumerate(words.low) if word in table.negators]
    low = words.text.lower() if table.shortened else ""
    for ending in table.shortened:
        for form in {ending, ending.replace("'", "’")}:
            at = low.find(form)
            while at >= 0:
                found.append(at)
                at = low.find(form, at + 1)
    return sorted(found)


def scan(text: str, tag: str) -> Negations:
    """The same with the phrases of a text that has no negation in so many words."""
    return _scanned(TextWords(text), tag)


def excuses(text: str, tag: str) -> list[Span]:
    """Where words that deny stand in a phrase that need not: *no solo*, *not only*, *No. 14*."""
    table = of(tag)
    low = text.lower()
    if table is None or len(low) != len(text):
        return []
    found = (m for m in table.places(low, TextWords(text)) if m.lastgroup in _EXCUSED)
    return [m.span() for m in found if not _denies_a_number(text, m)]


_EXCUSED = frozenset({"excused", "either"})


def _scanned(words: TextWords, tag: str) -> Negations:
    table = of(tag)
    if table is None:
        return _NONE
    text = words.text
    hard: list[Span] = []
    without: list[Span] = []
    undone: list[Span] = []
    restricted: list[Span] = []
    excused: list[Span] = []
    either = 0
    last = -1
    low = text.lower()
    if len(low) != len(text):
        low = "".join(char.lower()[:1] for char in text)
    for found in table.places(low, words):
        kind = found.lastgroup
        if kind in ("either", "restricted"):
            either += 1
            if kind == "restricted":
                restricted.append(found.span())
            last = found.end()
        elif kind == "excused" and not _denies_a_number(text, found):
            excused.append(found.span())
        elif (
            kind == "concord"
            and last >= 0
            and _goes_along(text, last, found.start(), found[0] in table.joining)
        ):
            joins = found[0] in table.joining
            either += joins or _may_be_another(low[last : found.start()], table.clauses)
            last = found.end()
        elif kind == "without":
            without.append(found.span())
            last = found.end()
        elif (
            last >= 0
            and text[last : found.start()].isspace()
            and text[last - len(found[0]) : last] == found[0]
        ):
            last = found.end()  # the same word twice in a row: a slip, or said with force
        else:
            last = found.end()
            if _denies_a_denial(text, last, tag):
                undone.append(found.span())
            else:
                hard.append(found.span())
    return Negations(tuple(hard), either, tuple(undone), tuple(without), tuple(restricted), tuple(excused))


_NONE = Negations()


def may_restrict(text: str, tag: str) -> bool:
    """Whether a text has a word that says *only*, as one language does where another says *not … until*."""
    table = of(tag)
    return table is None or not table.restrictive.isdisjoint(TextWords(text).vocabulary)


def is_negator(word: str, tag: str) -> bool:
    """Whether a word denies by itself: *no*, *nobody*, *didn't*."""
    table = of(tag)
    low = word.lower().replace("’", "'")
    return table is not None and (low in table.negators or low.endswith(table.shortened or ("\0",)))


@lru_cache(maxsize=1 << 15)
def is_faint(word: str, tag: str) -> bool:
    """Whether a word can say a denial without denying in form: *fail*, *absent*, *unjust*, *beardless*."""
    table = of(tag)
    if table is None:
        return False
    low = word.lower()
    if table.faint.fullmatch(low):
        return True
    return bool(table.alone and table.alone.fullmatch(low) and denied(low, tag))


@lru_cache(maxsize=1 << 15)
def denied(word: str, tag: str) -> str:
    """What a word with a prefix or an ending denies: the *lawful* of *unlawful*; empty if it has none."""
    table = of(tag)
    low = word.lower()
    if table is None or table.prefixed is None or low in table.unprefixed:
        return ""
    found = table.prefixed.fullmatch(low)
    if found is None:
        return ""
    plain = next(filter(None, found.groups()))
    ordinary = _DICTIONARIES.get(knowledge.of(tag).tag)
    return plain if ordinary is None or ordinary(plain) else ""


def may_deny(word: str, tag: str) -> bool:
    """Whether a word denies, or would beside its plain form."""
    return is_negator(word, tag) or bool(denied(word, tag))


def denying_words(words: Iterable[str], tag: str) -> list[str]:
    """Those of the words that deny by themselves, in order; of a language not known, those of any language."""
    tags = (tag,) if known(tag) else tuple(filter(known, knowledge.known()))
    return [word for word in words if any(is_negator(word, each) for each in tags)]


_NEXT = re.compile(r"\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?")


def _denies_a_denial(text: str, end: int, tag: str) -> bool:
    """Whether one of the two words after a negation denies too: *no faltará*, *don't forget*, *not uncommon*."""
    found = _NEXT.match(text, end)
    return found is not None and any(word and is_faint(word, tag) for word in found.groups())


_CONTRAST = frozenset(",;–—-")


def _denies_a_number(text: str, found: re.Match[str]) -> bool:
    """Whether a *no* denies the number behind it, rather than being its sign: *2.975, no 64*; *la ley no 64*, *Jr. Puno, No 64*."""
    start = found.start()
    if found[0].strip() != "no" or text[start] != "n":
        return False
    return start > 1 and text[start - 2 : start].strip() in _CONTRAST


def _may_be_another(between: str, clauses: frozenset[str]) -> bool:
    """Whether a denial may be one of its own, given what is before it and behind the last: *no llegó y nadie habló*, not *no llegó nadie*."""
    return "," in between or not clauses.isdisjoint(between.split())


def _goes_along(text: str, last: int, start: int, joins: bool) -> bool:
    """Whether a word belongs to the denial before it; one that joins does so however long the parts it joins are."""
    return (joins or start - last <= _REACH) and not _CLAUSE.search(text, last, start)
