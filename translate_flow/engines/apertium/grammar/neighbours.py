"""Words whose sense the words near them show, by a table: *las pensiones de la universidad* (fees), *la crisis golpea* (hits).

The table (`[by_company_in_english]`) has for a lemma its English and the lemmas of which one has to be within a few words of it. A noun has its
English in both numbers; what is behind the first word of a verb's English goes behind the verb. A preposition in the table's key
has to follow, and goes.
"""

from __future__ import annotations

from collections.abc import Mapping

from ....language import of
from ..supplement import inflected, supplement
from .sentence import Word, drop, made

_REACH = 6
_Sense = tuple[str, str, frozenset[str]]


def _table() -> Mapping[str, tuple[_Sense, ...]]:
    found: dict[str, tuple[_Sense, ...]] = {}
    for key, value in of("es").table("by_company_in_english").items():
        lemma, _, behind = key.partition(" ")
        for sense in str(value).split("; "):
            english, _, company = sense.partition(": ")
            found[lemma] = (*found.get(lemma, ()), (english, behind, frozenset(company.split())))
    return found


_SENSES = _table()
_DIRECT = of("es").words("grammar", "direct")


def neighbours(words: list[Word]) -> None:
    """Give such words the English of their company."""
    n = 0
    while n < len(words):
        for english, behind, company in _SENSES.get(words[n].base, ()):
            if (not behind or _follows(words, n, behind)) and not company.isdisjoint(_near(words, n)):
                _say(words, n, english, dropped=bool(behind))
                break
        n += 1


def _follows(words: list[Word], n: int, preposition: str) -> bool:
    return n + 1 < len(words) and words[n + 1].base == preposition and words[n + 1].kind == "pr"


def _near(words: list[Word], n: int) -> set[str]:
    """The lemmas around a word, as far as its sentence goes."""
    first, last = n, n
    while first and n - first < _REACH and words[first - 1].kind != "sent":
        first -= 1
    while last + 1 < len(words) and last - n < _REACH and words[last + 1].kind != "sent":
        last += 1
    return {
        part.rstrip("#") for word in (*words[first:n], *words[n + 1 : last + 1]) for part in word.base.split()
    }


def _say(words: list[Word], n: int, english: str, *, dropped: bool) -> None:
    word = words[n]
    one, sign, several = english.partition("|")
    if sign:
        said = several if word.has("pl") else one
        if word.kind == "n" and said:
            if f"{word.base}<n>".encode() in supplement().english:
                word.name(word.lemma + " así")  # the table of words has another English
            word.say(said, "<n><pl>" if word.has("pl") else "<n><sg>")
        return
    if word.kind == "adj":
        word.say(english)
    if word.kind != "vblex":
        return
    first, _, behind = english.partition(" ")
    if first.endswith("*"):  # the generator does not know it
        tags = word.targets[0].partition(">")[2].replace("<sep>", "").replace("<pron>", "")
        first = inflected(first[:-1], tags, negated=n > 0 and words[n - 1].base == "no")
    if word.base in _DIRECT and _follows(words, n, "a"):
        dropped = True
    word.name(word.lemma + " así")
    word.say(first, "<vblex>" + word.tags.partition(">")[2].replace("<pron>", ""))
    if dropped:
        drop(words, n + 1)
    if behind:
        words.insert(n + 1, made(behind, "<adv>", behind))
