"""Sentences of a text: the one splitter, for those who count them and those who translate them one by one.

Own rules rather than a library: they pass the Spanish suites of pySBD, pragmatic_segmenter and LanguageTool but for
what is about cleaning (`make bench SUITES=…`). pySBD 0.3.4, the one with Spanish rules and no model, cuts
after *p.* in *p. m.*, *av.* and *p. ej.*, and takes a millisecond for a paragraph; these rules
take a small part of that and know the abbreviations of Peruvian statements.

A boundary is where a run of end characters, with the quotes, brackets and markup that close after
it, is followed by white space and by something that can open a sentence. A line break always
is one: it is kept in translations, so that nothing reaches across it. The full stop of Chinese and
Japanese needs no white space after it. Abbreviations and the words that open sentences are data
(tables `[abbreviations]` and `[sentences]`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .calendar import months
from .dictionary import is_spanish
from .knowledge import of

_CLOSERS = r"[\"'”’»)\]}*_~]"
_NOTES = r"(?:\[\^[^\[\]\s]+\]|\[\d{1,3}\]|[¹²³⁴-⁹⁰]|</\w+>|<x\d{1,4}/>)"
_LOWERED = r"(?:(?:(?<=[^\W\d_]{3}[.!?…])|(?<=[\"”’»)\]][.!?…]))(?:\d{1,3}(?:[,–-]\d{1,3})*+(?=\s)))?"
"""The number of a note that has come down to the line, right behind a full stop: *calló.3 Luego*."""
_SIGNS = rf"([.!?…](?<![.!?…]{{2}})[.!?…]*+)({_LOWERED}{_CLOSERS}*+{_NOTES}*+{_CLOSERS}*+)"
"""The first sign before the look behind it: so `re` passes over all else at once."""
_END = re.compile(rf"(?:{_SIGNS}|(?<=\n))(\s+)|(?<!\s)(\s*\n\s*)")
_END_IN_A_LINE = re.compile(rf"{_SIGNS}(\s+)")
"""The same for a text without line breaks, found four times as fast."""
_WIDE_SIGNS = "。！？"
_LAST_WORD = re.compile(r"(?:^|[\s(¿¡“«\"'‘\[*_/—–-])((?:[^\W\d_]+\.)*[^\W\d_]+)\Z")
_NEXT_WORD = re.compile(r"(?:[¿¡“«\"'‘`(*_—–\s-]|\[\^[^\[\]\s]{1,40}\]|\[|<[a-z]{1,6}\d{0,4}/?>)*+([^\W_]+)")
_WORD = re.compile(r"[^\W_]")
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_INITIALS = re.compile(rf"(?:{_CAPITAL}\.)*{_CAPITAL}\Z")
_DOUBLED = re.compile(rf"({_CAPITAL})\1\Z")
_ORDINAL = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,3}\.?[°º]\Z")
"""*N°*, *Nros.º*: letters and the sign of an ordinal, unlike *40°*."""
_ENUMERATOR = re.compile(r"[*_(\s•·▪◦‣⁃–—-]*(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})(?:\.\d{1,3})*\Z")
_LABEL = re.compile(r"(?:[^\s(][:,;]\s+|\s)\(?(\d{1,2}|[a-z])\Z")
"""A number or letter at the end, as of a demand in running text: *Pedimos: 1.*, *agua 2.*"""
_LONGEST_LABEL = 5
"""Letters of a numeral that numbers a point of a list: *xviii*."""
_SHORT = 8
"""Characters that such a label and what is before it take at most."""
_QUOTES = '"”’»'
_LISTED = 400
"""Characters in which another point of a list is looked for."""
_CITED = re.compile(r"\([^()\n]{0,80}\d[^()\n]{0,80}\)[.,;:]")
"""Where words were taken from, behind them and before the full stop of their sentence."""
_NUMBERED = re.compile(r"([^\W\d_]+) \d{1,2}\Z")
"""A short number and the word before it."""
_LONGEST = 80
"""Characters before a full stop that are looked at: more than any abbreviation or enumerator has."""
_ITEM = re.compile(r"[a-z]\.?\) ")
_ROMAN = re.compile(r"[IVXLC]+\Z")
_CENTURY = re.compile(r"(?=[IVXL]{2})X{0,4}L?X{0,4}(?:IX|IV|V?I{0,4})\Z")
"""A Roman numeral of two letters or more, as of centuries and popes."""
_DAY_HALF = re.compile(r"\b[ap]\.?\s?m\Z", re.IGNORECASE)
_ERA = re.compile(r"\b[ad]\.?\s?[CJ]\Z")


@dataclass(frozen=True, slots=True)
class _Rules:
    """What a language's file says of its full stops: tables `[abbreviations]` and `[sentences]`."""

    before_more: frozenset[str]
    """Abbreviations that a name, a number or a further word follows."""
    before_digits: frozenset[str]
    """What is an abbreviation before a number and otherwise a word: *No. 5*, *No. Nunca.*"""
    may_end: frozenset[str]
    """Abbreviations that may close a sentence: they do before a word that opens one."""
    openers: frozenset[str]
    """Words that, with a capital, open a sentence rather than carry on a name."""
    opening: tuple[str, ...]
    """Endings of such words."""
    places: frozenset[str]
    """Abbreviated names of countries: they close a sentence before any ordinary word."""

    money: tuple[str, ...]
    """Currencies by signs (*S/*, *$*)."""
    numbered: frozenset[str]
    """Words that a Roman numeral of one letter follows: *siglo V*, unlike *V. Pérez*."""
    zones: frozenset[str] = frozenset()
    """What is behind an hour and begins no sentence: *6 p.m. GMT*."""
    ordinals: frozenset[str] = frozenset()
    """Words behind which a full stop makes an ordinal of a number: *am 20. Januar*."""

    def opens(self, word: str) -> bool:
        """Whether a word with a capital opens a sentence."""
        low = word.lower()
        return word[0].isupper() and (low in self.openers or (len(low) > 6 and low.endswith(self.opening)))


@cache
def _rules(base: str) -> _Rules:
    language = of(base)
    if not language.table("abbreviations"):
        spanish, english = _rules("es"), _rules("en")
        return _Rules(
            spanish.before_more & english.before_more,
            spanish.before_digits & english.before_digits,
            spanish.may_end | english.may_end,
            spanish.openers | english.openers,
            (),
            frozenset(),
            spanish.money,
            frozenset(),
            spanish.zones | english.zones,
        )
    small = language.words("function_words")
    short = language.words("short_months", *filter(str.isdigit, language.table("short_months"))) - months(
        base
    )
    before_digits = language.words("abbreviations", "before_digits") | short
    before_digits |= language.words("short_weekdays", *language.table("short_weekdays"))
    return _Rules(
        language.words("abbreviations", "before_more") - before_digits,
        before_digits,
        language.words("abbreviations", "may_end"),
        language.words("sentences", "openers") | {word for word in small if len(word) > 1},
        tuple(language.words("sentences", "opening")),
        language.words("abbreviations", "places"),
        tuple(sign for sign in language.phrases("currencies") if not sign[-1].isalnum() and sign[-1] != "."),
        language.words("sentences", "numbered"),
        language.words("sentences", "zones"),
        language.words("sentences", "ordinals"),
    )


_DOTTED = frozenset("p.ej e.g i.e v.g v.gr op.cit ob.cit loc.cit".split())


def spans(text: str, language: str = "es") -> list[tuple[int, int]]:
    """First character and end of each sentence, white space between them left out.

    `language` is a BCP 47 tag; a language without abbreviations gets those that Spanish and English share.
    """
    base = language.split("-")[0].lower()
    found: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip())
    for end in _boundaries(text):
        if end.start() < start:
            continue
        broken = "\n" in end[0] or not end[0]
        if not broken and (end[1] is None or not _ends(text, start, end, base)):
            continue
        close = end.start(end.lastindex or 0)
        if close > start:
            found.append((start, close))
        start = end.end()
    close = len(text.rstrip())
    if close > start:
        found.append((start, close))
    return found


def split(text: str, language: str = "es") -> list[str]:
    """The sentences of a text, without the white space between them."""
    return [text[start:end] for start, end in spans(text, language)]


@cache
def _wide_end() -> re.Pattern[str]:
    return re.compile(rf"{_END.pattern}|(?<=[{_WIDE_SIGNS}])(?=[^\s{_WIDE_SIGNS}」』）])()")


def _boundaries(text: str) -> Iterator[re.Match[str]]:
    """Where sentences may end; the last group is the white space between them."""
    if any(sign in text for sign in _WIDE_SIGNS):
        return _wide_end().finditer(text)
    return (_END if "\n" in text else _END_IN_A_LINE).finditer(text)


def _ends(text: str, start: int, end: re.Match[str], base: str) -> bool:
    """Whether the end characters at this place close a sentence that began at `start`."""
    following = _NEXT_WORD.match(text, end.end())
    after = text[end.end() : end.end() + 1]
    if following is None:
        return not after or (after in "¿¡“«\"'‘([—–*_…" and _WORD.search(text, end.end()) is not None)
    word = following[1]
    if word[0].islower() and after not in "¿¡`" and not _ITEM.match(text, end.end()):
        return False
    if after == "(" and end[2][-1:] in _QUOTES and _CITED.match(text, end.end()):
        return False
    if end[1] != ".":
        return True
    return _dot_ends(text, start, end, following, base)


def _dot_ends(text: str, start: int, end: re.Match[str], following: re.Match[str], base: str) -> bool:
    """The same for a single full stop, given the word after it."""
    closed, word = bool(end[2]), following[1]
    digits = word[0].isdigit()
    if not digits and _is_behind_a_word(text[max(start, end.start() - _LONGEST) : end.start()], base):
        return True  # as most
    before = text[start : end.start()]
    rules = _rules(base)
    if end[2] in ("", ")") and (
        (len(before) < _LONGEST and _ENUMERATOR.fullmatch(before)) or _is_label(text, before, end)
    ):
        return False
    if digits and not closed and before.endswith(rules.money):
        return False
    # The last words tell; a search from the start of a long sentence would be most of the work.
    before = before[-_LONGEST:]
    if (
        not closed
        and rules.ordinals
        and (number := _NUMBERED.search(before))
        and number[1].lower() in rules.ordinals
    ):
        return False
    if before[-1:] in "°º" and digits and _ORDINAL.search(before):
        return False
    found = _LAST_WORD.search(before, max(before.rfind(" "), 0))
    if found is None:
        return True
    last = found[1]
    low = last.lower()
    if low in rules.before_digits and (
        digits or (closed and end[2][0].isdigit()) or _ROMAN.match(word) or _ITEM.match(text, end.end())
    ):
        return False  # "lit. b)" too
    if (low in ("a", "d") and word in ("C", "J")) or (low == "s" and _ROMAN.match(word)):
        return False  # "a. C.", "s. XX"
    if low in _DOTTED or (low == "ej" and before.rstrip()[:-2].rstrip().lower().endswith("p.")):
        return False
    if _closes_a_date(before):
        return (not digits or closed) and word not in rules.zones
    capital = last[-1].isupper()
    if (capital and _CENTURY.match(last)) or _is_numbered(before, last, rules):
        return True
    if low in rules.may_end or (capital and _DOUBLED.search(last)):
        return rules.opens(word) or closed or (low in rules.places and _goes_on(text, following))
    if low in rules.before_more:
        return False
    if capital and _INITIALS.fullmatch(last):
        # "J. Pérez", "D.S. 044", "EE. UU. La": a name or a number goes on, a sentence begins anew.
        return rules.opens(word) and (len(last) > 1 or not _initial_of_a_name(before))
    return True


def _is_behind_a_word(before: str, base: str) -> bool:
    """Whether what is before a full stop ends with a word in small letters that is too long for a label and no abbreviation."""
    last = before[before.rfind(" ") + 1 :]
    return len(last) > _LONGEST_LABEL and last.isalpha() and last.islower() and last not in _short(base)


@cache
def _short(base: str) -> frozenset[str]:
    """All abbreviations."""
    rules = _rules(base)
    return rules.before_more | rules.before_digits | rules.may_end | _DOTTED


def _is_label(text: str, before: str, end: re.Match[str]) -> bool:
    """Whether a number or letter begins a point of a list in running text: the first, if a second follows, or a later one."""
    found = _LABEL.search(before[-_SHORT:])
    if found is None:
        return False
    label = found[1]
    if label in ("1", "a"):
        second = "2" if label == "1" else "b"
        after = text[end.end() : end.end() + _LISTED]
        return found[0][1] in ":,;" and re.search(rf"\s\(?{second}\.\)?\s", after) is not None
    earlier = str(int(label) - 1) if label.isdecimal() else chr(ord(label) - 1)
    return re.search(rf"(?<!\S)\(?{earlier}\.\)?\s", before[-_LISTED:]) is not None


def _is_numbered(before: str, last: str, rules: _Rules) -> bool:
    """Whether a single letter is a Roman numeral, by the word before it."""
    words = before.split() if last in ("I", "V", "X", "L") else ()
    return len(words) > 1 and words[-2].lower() in rules.numbered


def _goes_on(text: str, following: re.Match[str]) -> bool:
    """Whether an ordinary word with a small one after it follows, and not a name."""
    second = _NEXT_WORD.match(text, following.end())
    return is_spanish(following[1]) and second is not None and not second[1][0].isupper()


def _closes_a_date(before: str) -> bool:
    """Whether *p. m*, *a. C* or the like is before the full stop: the last letter alone tells most others."""
    last = before[-1:]
    return (last in "mM" and bool(_DAY_HALF.search(before))) or (last in "CJ" and bool(_ERA.search(before)))


def _initial_of_a_name(before: str) -> bool:
    """Whether a single capital is after a capitalised word or alone, as an initial does."""
    words = before.split()
    return len(words) < 2 or words[-2][:1].isupper()
