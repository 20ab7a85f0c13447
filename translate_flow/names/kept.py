"""What of a Spanish text's names English keeps, and what a translation has of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from ..language import of
from ..language.dictionary import is_conjugated, is_english, is_spanish, is_verb_form
from ..language.spans import Spans
from ..language.text import fold
from ..language.words import Span, TextWords, folded, once
from .capitals import Capitals, CapitalWord, is_roman, is_translated_acronym
from .name import Name
from .people import is_given, is_surname
from .places import is_local, is_respelt
from .spelling import akin, respelt, slip

_PART = re.compile(r"[^\W\d_]+")
_ACRONYM = 4
"""Letters of an acronym that one letter more or less does not make another one."""
_OWN_ACRONYM = 6
"""Letters of one of which other languages make none of their own."""
_INFLECTED = re.compile(r"..(?:[aei]mos|[ai]d[oa]s?|aron|ieron|[ai]endo|ando)$")
"""Ends as forms of verbs do that no dictionary needs to have: *Adjuntamos*, *Entrevistada*. Folded."""


@cache
def _titles() -> frozenset[str]:
    """What English writes before a surname, in small letters: *Ms Campos* is *Luz Campos*."""
    return of("en").words("names", "titles")


@cache
def _spanish_titles() -> frozenset[str]:
    return frozenset(map(fold, of("es").words("names", "titles", "roles")))


@cache
def _loose() -> frozenset[str]:
    """Heads of bodies that English often names in its own words: such a name is kept in drafts, and may be translated."""
    return of("es").words("names", "translated_bodies")


@cache
def _seas() -> frozenset[str]:
    """Nouns of waters, folded, which every language names in its own way: *Mar Egeo*, Aegean Sea."""
    return frozenset(map(fold, of("es").words("names", "seas")))


@cache
def _nouns() -> frozenset[str]:
    """Nouns that names of places begin with, folded: *plaza*, *río*."""
    return frozenset(map(fold, of("es").words("names", "place_heads", "places")))


def keeps_names(tag: str) -> bool:
    """Whether a language writes surnames and places of Spanish speakers as they are."""
    return bool(of(tag).table("names").get("kept"))


@dataclass(frozen=True, slots=True)
class WantedName:
    """A name that the translation should have."""

    start: int
    text: str
    """As in the source."""
    words: tuple[str, ...]
    """Those of its words that should be there, as in the source."""
    sure: bool
    """Whether a sign shows it, so that each word of it is wanted; else it is a word that no dictionary has."""
    kind: str = ""
    """As in `Name`; empty for a word."""


def wanted(capitals: Capitals, names: Sequence[Name], taken: Sequence[Span]) -> Iterator[WantedName]:
    """The names of a Spanish text outside the stretches `taken` (terms of the glossary), in text order."""
    done, before = list(taken), Spans(taken)
    for name in names:
        loose = name.sign != "gazetteer" and name.text.split(" ", 1)[0].lower() in _loose()
        if name.gives_way(before) or loose:
            done.append((name.start, name.end))
            continue
        words = tuple(part for part in _parts(name.text) if not is_respelt(part) or is_given(part))
        if name.sign == "points":
            words = (name.text.replace(".", "").replace(" ", ""),)  # F.E.R.T.U.
        if words and not is_respelt(name.text):
            done.append((name.start, name.end))
            yield WantedName(name.start, name.text, words, True, name.kind)
    if capitals.shouted:
        return
    text, taken_up = capitals.text, Spans(done)
    if not any(_may_be_kept(word) and not taken_up.touch(word.start, word.end) for word in capitals.words):
        return  # as in most texts
    for group in _groups(capitals.words, taken_up):
        if any(word.low in _seas() for word in group) or _is_told(group, capitals) or _is_money(group, text):
            continue
        kept = tuple(part for word in group if is_kept(word) for part in _parts(word.text))
        if kept and not (
            len(group) == 1 and is_english(kept[0]) and not kept[0].isupper() and not _ours(kept[0])
        ):
            while (
                len(group) > 1 and group[0].opens and not any(part in kept for part in _parts(group[0].text))
            ):
                group = group[1:]
            first, last = group[0], group[-1]
            yield WantedName(first.start, text[first.start : last.end], kept, False)


@lru_cache(maxsize=1 << 15)
def _parts(text: str) -> tuple[str, ...]:
    """The capitalised words of a name, cut at hyphens, without initials."""
    return tuple(m[0] for m in _PART.finditer(text) if m[0][0].isupper() and len(m[0]) > 1)


def _groups(words: Iterable[CapitalWord], taken: Spans) -> Iterator[list[CapitalWord]]:
    group: list[CapitalWord] = []
    for word in words:
        if taken.touch(word.start, word.end):
            if group:
                yield group
            group = []
            continue
        if group and word.gap not in (" ", "de", "del", "de la", "de los", "von", "van", "da", "-"):
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def _is_told(group: Sequence[CapitalWord], capitals: Capitals) -> bool:
    """Whether the one capital opens a sentence whose verb the word is, though people are called so: *Evita los riesgos.*

    Before another verb it is who does that: *Evita firmó.*
    """
    word = group[0]
    if len(group) > 1 or not word.opens or not is_conjugated(word.text):
        return False
    behind = capitals.all.low[word.number + 1 : word.number + 2]
    return not (behind and is_conjugated(behind[0]))


def _is_money(group: Sequence[CapitalWord], text: str) -> bool:
    """Whether the one word is the code of a currency beside an amount: *2 600 000 USD*, of which English makes *$2,600,000*."""
    word = group[0]
    if len(group) > 1 or word.text not in of("es").table("currencies"):
        return False
    before, after = text[max(0, word.start - 2) : word.start], text[word.end : word.end + 2]
    return any(char.isdigit() for char in before + after)


def _ours(word: str) -> bool:
    """Whether Spanish speakers are called so: English leaves the name as it is."""
    return is_given(word) or is_surname(word)


def _may_be_kept(word: CapitalWord) -> bool:
    """What `is_kept` asks first of all."""
    return (word.shouted or not word.ordinary) and not word.foreign and len(word.text) > 2


def is_kept(word: CapitalWord) -> bool:
    """Whether English keeps a capitalised word by itself: it is in no dictionary and has no other English form."""
    if word.low in _spanish_titles():
        return False  # Sra., that English writes in its own way
    if word.opens and not word.known and (is_verb_form(word.text) or _INFLECTED.search(word.low)):
        return False
    if len(word.text) < 3 or word.foreign or all(map(is_roman, _PART.findall(word.text))):
        return False
    if word.shouted:
        return (not word.ordinary or len(word.text) == 3) and not is_translated_acronym(word.text)
    if word.ordinary:
        return False
    return not word.opens or word.known or not is_verb_form(word.text)


_JOINED = " y "


class There:
    """What a translation has of names."""

    def __init__(self, words: TextWords, parts: frozenset[str], source: frozenset[str]) -> None:
        self.target = words.text
        self._words = words
        self._parts = parts
        """Its folded words."""
        self._source = source
        """The source's."""
        self._new: frozenset[str] | None = None
        self._letters = ""
        self._runs = 0
        """How many pairs of new words stand side by side."""

    @once
    def _capitals(self) -> list[tuple[str, int, int]]:
        """Its capitalised words and their places."""
        return [word for word in self._words.capitalised if len(word[0]) > 1]

    @property
    def new(self) -> frozenset[str]:
        """Its capitalised words that the source does not have, folded."""
        if self._new is None:
            found = [(folded(word), start, end) for word, start, end in self._capitals]
            new = {low for low, _, _ in found} - self._source
            self._runs = 0
            for (one, _, end), (two, start, _) in pairwise(found):
                if one in new and two in new and self.target[end:start] == " ":
                    new.add(one + two)  # Norteamérica, North America
                    self._runs += 1
            self._new = frozenset(new)
        return self._new

    def has(self, low: str, person: bool = False) -> bool:
        """Whether a folded word is there, be it with an English plural or joined to another.

        With a letter more at its end it is another `person`'s: *Wilbert* is not *Wilber*.
        """
        if low in self._parts or low + "s" in self._parts or low.removesuffix("s") in self._parts:
            return True
        if "ß" in low:
            return self.has(low.replace("ß", "ss"))
        if "ñ" in low:
            return self.has(low.replace("ñ", "n"))  # as English without the sign on its keys
        if len(low) >= 5:
            self._letters = self._letters or re.sub(r"[^a-zñ]", "", fold(self.target))
            return low in self._letters and not (person and self._extended(low))
        return len(low) > 2 and ".".join(low) in self.target.lower()  # C.G.T.P.

    def _extended(self, low: str) -> bool:
        """Whether all that has a folded word in it are names that have a letter more: *Roldana*."""
        more = sum(len(new) == len(low) + 1 and new.startswith(low) for new in self.new)
        return bool(more) and more >= self._letters.count(low)

    @once
    def _shared(self) -> frozenset[str]:
        """Capitalised words of the translation that the source has, folded."""
        return self._source.intersection(folded(other) for other, _, _ in self._capitals)

    def half(self, name: str) -> bool:
        """Whether a name is there with an English word between its own: *Sol and Tierra*."""
        return name not in self.target and name.replace(_JOINED, " and ") in self.target

    def reigns(self, name: str) -> bool:
        """Whether a king or pope has another language's name there, and the same numeral: *Isabel II*, *Elizabeth II*."""
        given, _, numeral = name.partition(" ")
        ruler = is_roman(numeral) and given[:1].isupper()
        return ruler and any(
            word == numeral and before[:1].isupper() and self.target[end:start] == " "
            for (before, _, end), (word, start, _) in pairwise(self._capitals)
        )

    def has_given(self, words: Sequence[str], surname: str) -> bool:
        """Whether a given name before a surname is there as the source writes it: English leaves the surname, too."""
        return any(
            is_given(word) and word in self._words.written
            for word in words[: words.index(surname)]
            if len(word) > 2
        )

    def elsewhere(self, word: str) -> bool:
        """Whether the source itself spells a word in another way, and the translation has that: *Pitman*, *Pittman*."""
        low = folded(word)
        if word.isupper() or len(low) < 5:
            return False
        shared = self._shared - {low}
        return slip(low, shared) is not None or any(respelt(low, other) for other in shared)

    def slip(self, word: str, strict: bool) -> str | None:
        """A new word of the translation that is this one with a letter or two wrong, as it stands there."""
        low = folded(word)
        found = None if word.isupper() else slip(low, self.new, strict=strict)
        if found is None:
            return None
        return next((other for other, _, _ in self._capitals if folded(other) == found), None)

    def acronym_slip(self, word: str) -> str | None:
        """A new acronym that is this one with a letter other, more or less: *CGTP*, *CTP*; as it stands there.

        Two letters that changed places are what English often makes of one.
        """
        if len(word) < 3:
            return None
        low = folded(word)
        short = len(word) < _ACRONYM  # of so few letters one more makes another acronym
        return next(
            (
                other
                for other, _, _ in self._capitals
                if other.isupper()
                and len(other) > 2
                and folded(other) in self.new
                and not (short and (len(other) != len(word) or other[0] != word[0]))  # SCT, MCT
                and Levenshtein.distance(low, folded(other), score_cutoff=1) == 1
            ),
            None,
        )

    def respells(self, word: str) -> bool:
        """Whether a new word is what English writes for it: *Gorbachov*, *Gorbachev*."""
        return any(respelt(folded(word), new) for new in self.new)

    def akin(self, word: str) -> bool:
        """Whether a new word may be what English writes for it; for an acronym any new acronym or longer name."""
        if word.isupper():
            # CIDH is IACHR; so long an acronym is a name by itself, of which nobody makes another
            other_one = len(word) < _OWN_ACRONYM and any(
                other.isupper() and folded(other) in self.new for other, _, _ in self._capitals
            )
            return other_one or bool(self.new and self._runs)
        others = [new for new in self.new if not is_local(new.title())] if is_local(word) else self.new
        return akin(folded(word), others)  # Tarapacá is no English for Tarabuco

    def replaced(self, words: Sequence[str], missing: Sequence[str]) -> bool:
        """Whether more is missing of a person's name than given names, or another word is before the surname.

        *Ms Campos* is *Luz Campos*; *Luz* is not, nor *Light Campos*.
        """
        kept = [word for word in words if word not in missing]
        if not kept or words[-1] in missing or not all(is_given(word.title()) for word in missing):
            return True
        for (before, _, end), (word, start, _) in pairwise(self._capitals):
            if folded(word) == folded(kept[0]) and self.target[end:start] == " ":
                # Jaime Cruz, James Cruz: a given name in another language's form is no other name
                adapted = is_given(before) or is_given(folded(before).title())
                return folded(before) in self.new and not adapted and before.lower() not in _titles()
        return False


def lost(name: WantedName, there: There) -> tuple[tuple[str, ...], str | None]:
    """The words of a name that are not in the translation, and what is there misspelt for one of them."""
    person = name.kind == "person"
    missing = tuple(word for word in name.words if not there.has(folded(word), person))
    if not missing and name.sure and _JOINED in name.text and there.half(name.text):
        return name.words, None
    if missing and missing[0].isupper() and (near := there.acronym_slip(missing[0])):
        return missing[:1], near
    if name.kind == "acronym" and missing and there.akin(missing[0]):
        return (), None
    if not missing or (is_respelt(name.text) and not name.sure) or there.reigns(name.text):
        return (), None
    missing = tuple(word for word in missing if not there.elsewhere(word))
    if not missing:
        return (), None
    for word in missing:
        near = there.slip(word, _ours(word.title()) or (person and there.has_given(name.words, word)))
        if near is not None:
            return missing, near
    if not name.kind:
        return tuple(word for word in missing if not there.akin(word)), None
    # Indo, Indus: a river or region abroad that Spanish spells in its own way
    own = name.kind != "place"
    left = tuple(w for w in missing if _ours(w.title()) or (own and is_spanish(w)) or not there.respells(w))
    if name.kind == "place" and 0 < len(left) < len(missing) and _nouns().issuperset(map(folded, left)):
        return (
            (),
            None,
        )  # Plaza Sésamo, Sesame Street: where English has the name in its own way, so has it the noun
    if name.kind == "person" and left and not there.replaced(name.words, left):
        return (), None
    return left, None


def translated(name: WantedName, missing: Sequence[str], near: str | None) -> bool:
    """Whether what is missing of an organisation's or thing's name are words of the dictionary: it may be translated."""
    return near is None and name.kind in ("organisation", "name") and all(map(is_spanish, missing))
