"""A name of the translation that the source does not have, in the place of one that it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from ..language import of
from ..language.dictionary import is_english, is_spanish
from ..language.text import fold
from ..language.words import Span, TextWords, folded
from .capitals import Capitals, CapitalWord, is_roman
from .kept import WantedName, is_kept
from .near import distance
from .people import is_given, is_surname
from .places import is_respelt
from .spelling import akin, respelt

_LEAST = 4
"""Letters of a name: shorter words are abbreviations."""
_SHOWN = frozenset({"person", "place"})
"""Kinds of names that English does not translate word by word."""


def strange(
    capitals: Capitals, names: Iterable[WantedName], target: TextWords, source: frozenset[str]
) -> tuple[str, Span, str] | None:
    """A name that only the translation has, its place there, and the source's name that is there less often than it should.

    Such a name is in no dictionary and like no word of the source (*Pekín*, *Beijing* are in one). It counts only where
    a name of the source is missing once, which may be anywhere else: *Chocó* of which one of two became *Solingen*.
    `source` are the source's folded words.
    """
    found = _only_there(capitals, target, source)
    if not found:
        return None
    often = Counter(word.low for word in capitals.words)
    letters = fold(target.text).replace("ñ", "n")
    shown = {word for name in names if name.kind in _SHOWN for word in name.words}
    strangers = {folded(word) for word, _ in found}
    for n, word in enumerate(capitals.words):
        if not (word.text in shown or _is_name(capitals, n)):
            continue
        if letters.count(word.low.replace("ñ", "n")) < often[word.low] and not akin(word.low, strangers):
            return *found[0], word.text
    return None


def slipped(capitals: Capitals, target: TextWords, source: frozenset[str]) -> tuple[str, Span, str] | None:
    """A word of the translation that no dictionary has, one letter away from a capitalised ordinary word of the source.

    *Zapatero*, *Sirena* are words as well as names; what makes *Zapabero*, *Sirbna* of them is a slip. Given are also its
    place and the source's word, which is not in the translation. `source` are the source's folded words.
    """
    meant = {
        w.low: w for w in capitals.words if w.ordinary and len(w.low) >= _LONG and w.low not in target.folded
    }
    if not meant:
        return None
    for word, start, end in target.capitalised:
        low = folded(word)
        if len(low) < _LONG or not word.istitle() or low in source or is_english(word) or is_spanish(word):
            continue
        if is_given(word) or is_surname(word) or is_respelt(word):
            continue
        for right in meant.values():
            if distance(low, right.low, 1) == 1 and not respelt(right.low, low):
                return word, (start, end), right.text
    return None


_LONG = 5
"""Letters of a word that is not another one by chance."""


def added(capitals: Capitals, target: TextWords, source: frozenset[str]) -> list[str]:
    """Names that only the translation has: in no dictionary, or of persons, and like no word of the source.

    What stands for a name of the source is among them (*Pekín*, *Tokyo* are in a dictionary), so that it is doubted only of a text
    that nobody has looked at yet. `source` are the source's folded words.
    """
    return [word for word, _ in _only_there(capitals, target, source)]


def dropped(capitals: Capitals, target: TextWords, source: frozenset[str]) -> list[str]:
    """Names of the source for which a translation has nothing: in no dictionary, and like no word of it.

    Where the translation has a name that the source does not have, that may stand for one of them: none is told then. A person may
    leave a name out on purpose, so that this is doubted only of a text that nobody has looked at yet.
    """
    gone = [word for word in capitals.words if _is_strange(word) and word.low not in target.folded]
    if not gone or _only_there(capitals, target, source):
        return []
    letters = fold(target.text)
    return [
        word.text
        for word in gone
        if word.low not in letters
        and not any(low[:3] == word.low[:3] or respelt(low, word.low) for low in target.folded)
        and not akin(word.low, target.folded)
    ]


def _is_strange(word: CapitalWord) -> bool:
    """Whether a word is a name by its capital alone, since no dictionary has it and English writes it in no other way."""
    if word.opens or word.ordinary or word.shouted or word.foreign or word.heads or len(word.text) < _LEAST:
        return False
    text = word.text
    return text.isalpha() and text[1:].islower() and not (is_roman(text) or is_respelt(text))


def _only_there(capitals: Capitals, target: TextWords, source: frozenset[str]) -> list[tuple[str, Span]]:
    """The capitalised words of a translation that are names, and no words of the source in whatever spelling."""
    found: list[tuple[str, Span]] = []
    letters = ""
    for word, start, end in target.capitalised:
        low = folded(word)
        if end - start < _LEAST or low in source or word.isupper() or not word.isalpha() or is_english(word):
            continue
        if word[1:] != word[1:].lower() or is_roman(word.rstrip("th")):
            continue  # AfCFTA, XXth
        if is_spanish(word) and not (is_given(word) or is_surname(word)):
            continue
        letters = letters or fold(capitals.text)
        if low in letters or low.removesuffix("s") in letters or _said(low, capitals, source):
            continue
        found.append((word, (start, end)))
    return found


def _said(low: str, capitals: Capitals, source: frozenset[str]) -> bool:
    """Whether a word of the translation may be what English writes for a name or a people of the source."""
    if any(word[:3] == low[:3] or respelt(word, low) for word in source):
        return True  # sijes, Sikhs
    return any(akin(word.low, (low,)) for word in capitals.words)


def _is_name(capitals: Capitals, at: int) -> bool:
    """Whether a capitalised word of the source is a name that English leaves as it is, as far as can be told."""
    word = capitals.words[at]
    if len(word.text) < 3 or word.shouted or word.foreign or is_roman(word.text):
        return False
    if word.known or not word.ordinary:
        return is_kept(word) or word.known
    if word.opens or word.heads or word.low in _small_words():
        return False
    return _alone(capitals.words, at) and not _determined(capitals, word)


def _alone(words: Sequence[CapitalWord], at: int) -> bool:
    """Whether no other capitalised word is joined to one, as in names of bodies: *Libre Comercio*, *Banco de Crédito*."""
    joined = words[at].gap is not None and words[at].gap in _JOINTS
    after = words[at + 1].gap if at + 1 < len(words) else None
    return not joined and not (after is not None and after in _JOINTS)


_JOINTS = frozenset({" ", "de", "del", "de la", "de los", "de las", "y"})


def _determined(capitals: Capitals, word: CapitalWord) -> bool:
    """Whether an article or the like is before a word: *el Gobierno*, *su Presidente* are no names."""
    before = capitals.before(word.start)
    return bool(before) and before[-1] in of("es").words("function_words", "articles", "pronouns")


@cache
def _small_words() -> frozenset[str]:
    return frozenset(map(fold, of("es").words("function_words")))
