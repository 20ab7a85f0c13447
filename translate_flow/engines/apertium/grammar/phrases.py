"""Noun phrases among the words of a sentence."""

from __future__ import annotations

import re

from ....language import of
from .sentence import Word, capital, heads, small

_GOVERNING = of("es").words("grammar", "governing")
_BEFORE = frozenset(("num", "adj", "predet"))
COMPLEMENTED = "~"
"""Behind the lemma of an adjective that something belongs to, see `complemented`."""
_NUMBER = re.compile(r"( \[Xqz[a-z]+\])(?!\w)")
_NUMBER_AND_BLANK = re.compile(r"( \[Xqz[a-z]+\])(?= )")
"""A held number, which is among the blanks; a mark that opens has none behind it, and one that closes none before it."""
ROUGHLY = frozenset(
    ("más de", "menos de", "casi", "unos", "apenas", "cerca de", "alrededor de", "al menos", "por lo menos")
)


def phrase(words: list[Word], start: int) -> int:
    """One past the last word of the noun phrase that begins there; `start` itself if none does.

    A determiner, numerals and adjectives, a noun or name, adjectives, and more of that behind *de*; or *los* and a participle that
    stands for those of whom it is said (*los expulsados*).
    """
    at = start
    if at + 1 < len(words) and words[at].base in ROUGHLY and words[at + 1].kind == "num":
        at += 1  # más de treinta heridos
    if at + 1 < len(words) and words[at].kind == "predet" and words[at + 1].kind == "det":
        at += 1  # todas las bases
    if at < len(words) and words[at].kind == "det":
        at += 1
    while at < len(words) and words[at].kind in _BEFORE:
        at += 1
    if at >= len(words) or not (words[at].kind in ("n", "np") or (at > start and _those(words, at))):
        return start
    head = words[at].base
    at += 1
    while at < len(words) and words[at].kind in ("adj", "np"):
        at += 1
    if at < len(words) and words[at].base.endswith(COMPLEMENTED):
        return max(at + 1, phrase(words, at + 2))
    joined = words[at].base if at + 1 < len(words) else ""
    if joined == "de" or (joined == "a" and head in _GOVERNING):
        some = at + 2 < len(words) and words[at + 1].kind == "num" and words[at + 2].base == "de"
        more = phrase(words, at + 3 if some else at + 1)  # el paradero de dos de los detenidos
        if more > at + 1 + 2 * some:
            return more
    return at


def _those(words: list[Word], at: int) -> bool:
    """*Los caídos*, *a las expulsadas*: whether a participle behind *los* stands for people."""
    article, done = words[at - 1], words[at]
    if not (done.kind == "vblex" and done.has("pp", "pl") and article.has("det", "def", "pl")):
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    return done.has("m") == article.has("m") and (after is None or after.kind not in ("n", "adj", "a"))


def thing(words: list[Word], start: int) -> int:
    """One past the noun phrase, number or date that begins there; `start` itself if none does."""
    end = phrase(words, start)
    if end > start:
        return end
    at = start + (start < len(words) and words[start].kind == "det")
    if at >= len(words) or words[at].kind != "num":
        return start
    at += 1
    while at + 1 < len(words) and words[at].base == "de" and words[at + 1].kind in ("n", "num"):
        at += 2
    return at


def number(words: list[Word], start: int, end: int) -> str:
    """`pl` or `sg` of a noun phrase."""
    for word in words[start:end]:
        if word.kind in ("n", "np", "prn") or word.has("pp", "pl"):
            return (
                "pl"
                if word.has("pl") or any(w.kind == "num" and w.base != "uno" for w in words[start:end][:2])
                else "sg"
            )
    return "sg"


def movable(words: list[Word], start: int, end: int) -> bool:
    """Whether the words from `start` to `end` have nothing between them that must stay where it is."""
    return all(word.before in (" ", "") for word in words[start + 1 : end])


def governed(words: list[Word], at: int) -> None:
    """*Depende de nosotros*, *se oponen a ellos*: on us, them, behind a preposition that has become part of the verb."""
    if at < len(words) and words[at].has("prn", "tn"):
        words[at].targets = [target.replace("<subj>", "<obj>") for target in words[at].targets]


def swap(words: list[Word], start: int, middle: int, end: int) -> None:
    """Exchange the words before and behind `middle`. Blanks stay in their places, a capital at the head too."""
    number = _numbered(words, middle, end)
    blanks = [word.before for word in words[start:end]]
    first = words[start]
    words[start:end] = words[middle:end] + words[start:middle]
    for word, blank in zip(words[start:end], blanks, strict=True):
        word.before = blank
    if heads(words, start):
        capital(words[start], first)
    if first.lemma[:1].isupper() and first.kind not in ("np", "n"):
        small(first)
    if number:
        words[start + end - middle].before = f"{number} "


def _numbered(words: list[Word], start: int, end: int) -> str:
    """The number, out of the blank behind it, of what is numbered and goes elsewhere: *el Decreto Supremo N.º 28*."""
    after = words[end] if end < len(words) else None
    if after is None or words[end - 1].kind not in ("n", "adj", "np"):
        return ""
    found = _NUMBER.match(after.before) if after.ends else _NUMBER_AND_BLANK.match(after.before)
    if found is None:
        return ""
    after.before = after.before[found.end() :]
    return found[1]
