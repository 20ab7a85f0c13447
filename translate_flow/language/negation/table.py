"""The table `[negation]` of a language, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from .. import knowledge
from ..words import TextWords

_GAP = r"(?:[^\s.,;:?!]+\s+){0,4}?"
"""What `…` in a phrase stands for: up to four words of one part of a sentence. *No … sino* is *only*; *no …, sino* is *not …, but*."""
_NUMBER = r"\bno?\.?\s*[ºo°]?\.?\s*(?=\d)|\bn(?:o\.|\.?[º°]):\s*(?=\d)"
"""*No. 14*, *n.º 14*, *Case no.: 14*: a number's sign."""


@dataclass(frozen=True, slots=True)
class NegationTable:
    """The table of one language, compiled."""

    words: re.Pattern[str]
    """Group `excused`, `either`, `restricted`, `lasting`, `without`, `hard`, `concord`: the first that fits a place."""
    negators: frozenset[str]
    restrictive: frozenset[str]
    """Words that say *only*."""
    joining: frozenset[str]
    """Those that join a further part to one that is denied: *ni*, *nor*."""
    clauses: frozenset[str]
    """Words that begin another clause, which may deny by itself: *y*, *que*; none where they are not known."""
    shortened: tuple[str, ...]
    faint: re.Pattern[str]
    prefixed: re.Pattern[str] | None
    """A word that denies what its group holds."""
    alone: re.Pattern[str] | None
    """Those that do without the plain word beside them."""
    unprefixed: frozenset[str]
    openings: Openings

    def denies(self, words: TextWords) -> bool:
        """Whether one of the words denies by itself. Most texts have none: that is seen quickly."""
        if not self.negators.isdisjoint(words.vocabulary):
            return True
        low = words.text.lower() if self.shortened else ""
        return any(ending in low or ending.replace("'", "’") in low for ending in self.shortened)

    def places(self, low: str, words: TextWords) -> Iterator[re.Match[str]]:
        """What `words` finds in a text in small letters: tried only where something of it can begin."""
        end = 0
        for at in self.openings.places(low, words):
            if at >= end and (found := self.words.match(low, at)):
                yield found
                end = found.end()


@dataclass(frozen=True, slots=True)
class Openings:
    """How negations and the phrases about them begin, so that a text's other words are passed over at once."""

    words: Mapping[str, frozenset[str] | None]
    """By the first word, those that may come next; None if any may."""
    stems: tuple[str, ...]
    """Beginnings of first words whose ending is open."""
    signs: frozenset[str]
    """Characters that phrases begin with."""

    @classmethod
    def of(cls, words: Iterable[str], phrases: Iterable[str]) -> Openings:
        """Those of some words and phrases."""
        firsts: dict[str, frozenset[str] | None] = dict.fromkeys((*words, *_NUMBER_WORDS))
        stems, signs = set[str](), set[str]()
        for phrase in phrases:
            opening = _OPENING.match(phrase)
            if opening is None:
                signs.add(phrase[0])
            elif opening["open"]:
                stems.add(opening["first"])
            else:
                first, second = opening["first"], opening["second"]
                known = firsts.get(first, _NO_WORDS)
                firsts[first] = None if known is None or not second else known | {second}
        return cls(firsts, tuple(stems), frozenset(signs - {"*"}))

    def places(self, low: str, words: TextWords) -> list[int]:
        """Where in a text in small letters something may begin, in order; `words` are the text's."""
        firsts, tokens = self.words, words.low
        last = len(tokens) - 1
        chosen = [
            n
            for n, token in enumerate(tokens)
            if token in firsts and ((after := firsts[token]) is None or (n < last and tokens[n + 1] in after))
        ]
        if any(map(low.__contains__, self.stems)):
            chosen += [n for n, token in enumerate(tokens) if token.startswith(self.stems)]
        if "'" in low or "’" in low:
            chosen += [
                n for n, gap in enumerate(words.pieces[2::2]) if gap != " " and gap[:1] in _APOSTROPHES
            ]
        ends = words.ends
        found = [ends[2 * n] for n in chosen]
        for sign in self.signs:
            at = low.find(sign)
            while at >= 0:
                found.append(at)
                at = low.find(sign, at + 1)
        found.sort()
        return found


_NO_WORDS: frozenset[str] = frozenset()
_APOSTROPHES = frozenset("'’")
_NUMBER_WORDS = ("n", "no", "nº", "noº", "noo")
"""How `_NUMBER` begins."""
_OPENING = re.compile(r"(?P<first>\w+)(?:(?P<open>\*)|\s+(?P<second>\w+)(?![\w*'’]))?")


@lru_cache(maxsize=64)
def of(tag: str) -> NegationTable | None:
    language = knowledge.of(tag)
    table = "negation"
    negators, concord = language.words(table, "negators"), language.words(table, "agreeing", "joining")
    without = language.words(table, "without")
    if not negators:
        return None
    shortened = tuple(language.phrases(table, "shortened"))
    endings = "".join(rf"|\b\w+{_letters(ending)}(?!\w)" for ending in shortened)
    hard = rf"\b(?:{_any(negators)})\b{endings}"
    goes = rf"\b(?:{_any(concord)})\b" if concord else r"(?!)"
    groups = (
        ("excused", "|".join([_phrases(language.phrases(table, "excused")), _NUMBER])),
        ("either", _phrases(language.phrases(table, "either"))),
        ("restricted", _phrases(language.phrases(table, "restricted"))),
        ("lasting", _phrases(language.phrases(table, "lasting"))),
        ("without", rf"\b(?:{_any(without)})\b" if without else r"(?!)"),
        ("hard", hard),
        ("concord", goes),
    )
    return NegationTable(
        re.compile("|".join(f"(?P<{name}>{body})" for name, body in groups)),
        negators | concord | without,
        language.words(table, "restrictive"),
        language.words(table, "joining"),
        language.words("function_words", "conjunctions") | language.words(table, "opening"),
        shortened,
        re.compile(
            "|".join(re.escape(w).replace(r"\*", r"\w*") for w in language.phrases(table, "faint")) or "(?!)"
        ),
        *_prefixed(language),
        language.words(table, "unprefixed"),
        Openings.of(
            negators | concord | without,
            language.phrases(table, "excused", "restricted", "either", "lasting"),
        ),
    )


def _prefixed(language: knowledge.Language) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    always, mostly, endings, lacking = (
        _any(language.words("negation", key))
        for key in ("prefixes", "adjective_prefixes", "adjective_endings", "lacking")
    )
    ways, alone = [], []
    if always:
        ways.append(rf"(?:{always})(\w{{3,}})")
        alone.append(rf"(?:{always})\w{{3,}}")
    if mostly:
        ways.append(rf"(?:{mostly})(\w{{3,}})")
        alone.append(rf"(?:{mostly})\w{{2,}}(?:{endings})")
    if lacking:
        ways.append(rf"(\w{{3,}})(?:{lacking})")
        alone.append(rf"\w{{3,}}(?:{lacking})")
    return (re.compile("|".join(ways)), re.compile("|".join(alone))) if ways else (None, None)


def _any(words: frozenset[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w))))


def _phrases(phrases: tuple[str, ...]) -> str:
    """An expression for any of the phrases, the longest first."""
    ordered = sorted(phrases, key=lambda p: (-len(p), p))
    # Those that begin with a letter share one word boundary: the engine then tells by the first letter
    # whether a phrase can begin at a place, which is most of the time spent.
    inside = "|".join(_phrase(p) for p in ordered if p[0].isalnum())
    others = [_phrase(p) for p in ordered if not p[0].isalnum()]
    return "|".join([*others, *([rf"\b(?:{inside})"] if inside else [])]) or "(?!)"


def _phrase(phrase: str) -> str:
    parts = [_GAP if part == "…" else _letters(part) for part in phrase.split()]
    body = ""
    for n, part in enumerate(parts):
        body += part if n == 0 or parts[n - 1] == _GAP else rf"\s+{part}"
    return body + (r"\b" if phrase[-1].isalnum() else "")


def _letters(part: str) -> str:
    return re.escape(part).replace("'", "['’]").replace(r"\*", r"\w*")
