"""Two names that have changed places: *Ana Ruiz acusó a Rosa Paz*, *Rosa Paz accused Ana Ruiz*."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ..language import of
from ..language.cognates import beginnings
from ..language.text import fold
from ..language.words import Span, TextWords, folded
from .capitals import PERSON_LINKS, is_roman

_FIGURE = re.compile(r"\d+")
_LIST = re.compile(r"[\s,;]*(?:\b(?:y|e|and)\b)?[\s,;]*")
_BEFORE = re.compile(r"[^\W\d_]+|[^\w\s*_\[\]’'“”\"«»-]")
_POSSESSIVE = re.compile(r"[*_]*(?:['’]s\b|(?<=s)['’](?!\w))")
_SIGN = re.compile(r"[,.;:!?()«»“”\"]")
"""Ends what belongs to a name."""
_WINDOW = 40
"""Characters before a name in which its preposition is looked for."""
_REACH = 3
"""TextWords: *con el señor presidente Ruiz*."""
_TITLE = 5
"""TextWords: *New South Wales chief inspector*."""
_NONE, _OF = frozenset({""}), frozenset({"of"})
_TOWARDS = re.compile(r" (?:al?|hasta) ")
_NOUN = re.compile(r" [a-z]{3}")
_OBJECT_FIRST = re.compile(r"(?<!\w)[Aa]l? $")
_WORD = re.compile(r",? ([a-z]+)")
_ONE_NAME = re.compile(
    r"(?:\s+(?:(?:del?|de la|de los|de las)\s+)?[A-ZÁÉÍÓÚÑ][^\W\d_]*)+\s+(?:(?:del?|de la|de los|de las)\s+)?"
)
"""Between two words of one name: others with capitals, and what joins them."""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """Two names, in the order of the source."""

    first: str
    """As the source writes it."""
    second: str
    """As the source writes it."""
    span: Span
    """Where the translation has the second one: before the first."""
    listed: bool
    """Whether they are neighbours in a list, whose order says little."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A name that is in both texts, once in each."""

    source: Span
    target: Span
    name: bool
    """Whether it is one; else a figure, which shows whether clauses moved."""


def exchanged(
    here: TextWords,
    there: TextWords,
    languages: tuple[str, str],
    starts: Callable[[], tuple[Sequence[int], Sequence[int]]] | None = None,
) -> Exchanged | None:
    """Two names in each other's place, unless what relates them to the sentence moved with them; None if there are none.

    Given are the words of a source and of its translation. `starts` gives where the sentences of each begin, if they go
    together one by one; then names in each other's sentence are found as well.

    Compared are capitalised words that are in either text once; everything else, figures too, has to be in the order of
    the source around them, so that a sentence whose clauses were inverted is left alone. A name that took its preposition along (*en Lima* …
    *in Lima*), a passive made active or the other way round (*por*, *by*), a possessive, an apposition (*Ruiz, jefa de
    Alfa*, *the head of Alfa, Ruiz*) and the order of a list say nothing.
    """
    ours, theirs = capitalised_once(here), capitalised_once(there)
    order = [theirs[low] for low in ours if low in theirs]
    if order == sorted(order):
        return None  # as in most texts
    source, target = here.text, there.text
    crossed = _across(ours, theirs, languages, starts()) if starts is not None else None
    if crossed is not None:
        ahead, behind, place = crossed
        return Exchanged(source[slice(*ahead)], source[slice(*behind)], place, False)
    ours, theirs = _with_figures(source, ours), _with_figures(target, theirs)
    places = _places(source, ours, theirs, languages)
    frames = _Frames(source, target, languages)
    for first, second in _turned(places):
        if not frames.moved(first, second):
            one, two = source[slice(*first.source)], source[slice(*second.source)]
            return Exchanged(one, two, second.target, frames.listed(first, second))
    return None


def _across(
    ours: dict[str, Span],
    theirs: dict[str, Span],
    languages: tuple[str, str],
    starts: tuple[Sequence[int], Sequence[int]],
) -> tuple[Span, Span, Span] | None:
    """Two names each of which is in the other's sentence, while every other one is in its own.

    Given are their places in the source, and that of the second one in the translation.
    """
    if len(starts[0]) < 2 or len(starts[0]) != len(starts[1]):
        return None
    moved: dict[tuple[int, int], str] = {}
    for low in ours:
        if low in theirs and low not in _small(languages):
            way = bisect_right(starts[0], ours[low][0]), bisect_right(starts[1], theirs[low][0])
            if way[0] != way[1]:
                moved.setdefault(way, low)
    if len(moved) != 2:
        return None
    (way, first), (back, second) = moved.items()
    return (ours[first], ours[second], theirs[second]) if back == way[::-1] else None


@cache
def _small(languages: tuple[str, str]) -> frozenset[str]:
    """Words of both languages that are no names, whatever their capital; folded."""
    return frozenset(fold(word) for tag in languages for word in of(tag).words("function_words")) | {"no"}


def capitalised_once(words: TextWords) -> dict[str, Span]:
    """The capitalised words that are in a text once, folded, those that a hyphen joins as one, in text order."""
    found: dict[str, Span] = {}
    again: set[str] = set()
    pieces, written, ends = words.pieces, words.written, words.ends
    done, last = -1, len(written) - 1
    for n in words.large:
        word = written[n]
        if n <= done or len(word) < 2:
            continue
        gap = pieces[2 * n][-1:]
        if gap != " " and (gap in _GLUED or gap.isalnum()):
            continue
        done = n
        if pieces[2 * n + 2][:1] not in _APART:
            while done < last and pieces[2 * done + 2] == "-":
                done += 1
            while done >= n and (pieces[2 * done + 2][:1].isalnum() or pieces[2 * done + 2][:1] == "_"):
                done -= 1  # B-52
            if done < n:
                continue
            if done > n:
                word = words.text[ends[2 * n] : ends[2 * done + 1]]
        start, end = ends[2 * n], ends[2 * done + 1]
        low = folded(word)
        if low in found:
            again.add(low)
        found[low] = start, end
    return {low: span for low, span in found.items() if low not in again} if again else found


_GLUED = frozenset("’'-_")
"""Characters before a word that make a part of another one of it."""
_APART = frozenset((" ", ",", "."))
"""Those behind one that join nothing to it, as most."""


def _with_figures(text: str, names: dict[str, Span]) -> dict[str, Span]:
    """The names and the figures that are in a text once."""
    found: dict[str, Span] = {}
    again: set[str] = set()
    for match in _FIGURE.finditer(text):
        if match[0] in found:
            again.add(match[0])
        found[match[0]] = match.span()
    return names | {figure: span for figure, span in found.items() if figure not in again}


def _places(
    source: str, ours: dict[str, Span], theirs: dict[str, Span], languages: tuple[str, str]
) -> list[_Place]:
    shared = sorted((low for low in ours if low in theirs), key=lambda low: ours[low])
    shared = [low for low in shared if low not in _small(languages) and not is_roman(low.upper())]
    rank = {low: n for n, low in enumerate(sorted(shared, key=lambda low: theirs[low]))}
    found: list[_Place] = []
    before = ""
    for low in shared:
        last = found[-1] if found else None
        if (
            last is not None
            and abs(rank[low] - rank[before]) == 1  # English may turn surnames round
            and parts_of_one(source, last.source, ours[low])
        ):
            found[-1] = _Place(
                (last.source[0], ours[low][1]),
                (min(last.target[0], theirs[low][0]), max(last.target[1], theirs[low][1])),
                last.name,
            )
        else:
            found.append(_Place(ours[low], theirs[low], low[0].isalpha()))
        before = low
    return found


_WITH_ARTICLE = (" El ", " La ", " Los ", " Las ")
"""Between two words of one name: *Diario El Comercio*."""


def parts_of_one(text: str, one: Span, two: Span) -> bool:
    """Whether two words are parts of one name."""
    between = text[one[1] : two[0]]
    return between in (" ", "-", ". ") or between.strip() in PERSON_LINKS or between in _WITH_ARTICLE


def _turned(places: list[_Place]) -> Iterator[tuple[_Place, _Place]]:
    """Two that changed places, while everything between them is in the order of the source."""
    theirs = sorted(places, key=lambda place: place.target)
    rank = {place.source: n for n, place in enumerate(theirs)}
    wrong: list[int] = []
    reach = -1
    for n, place in enumerate(places):
        at = rank[place.source]
        reach = max(reach, at)
        if at != n:
            wrong.append(n)
        if reach == n:  # what comes before is in either text the same
            if len(wrong) == 2 and all(places[w].name for w in wrong):
                yield places[wrong[0]], places[wrong[1]]
            wrong = []


@cache
def _prepositions(language: str) -> dict[str, frozenset[str]]:
    """The rows of [relations] that a word belongs to."""
    known = of(language)
    found: dict[str, set[str]] = {}
    for row in known.table("relations"):
        for word in known.words("relations", row):
            found.setdefault(word, set()).add("" if row == "none" else row)
    return {word: frozenset(rows) for word, rows in found.items()}


class _Frames:
    """What relates names to their sentences, on both sides."""

    def __init__(self, source: str, target: str, languages: tuple[str, str]) -> None:
        self.source, self.target = source, target
        self._ours, self._theirs = map(_prepositions, languages)
        self._tags = languages

    def listed(self, first: _Place, second: _Place) -> bool:
        """Whether nothing but commas and *y* is between them, on both sides."""
        ours, theirs = self._between(first, second)
        return bool(_LIST.fullmatch(ours) and _LIST.fullmatch(theirs))

    def moved(self, first: _Place, second: _Place) -> bool:
        """Whether the translation turned the sentence round with both names where they belong in it."""
        ours, theirs = self._between(first, second)
        if parts_of_one(self.source, first.source, second.source) or _ONE_NAME.fullmatch(ours):
            return True  # Tribunal Supremo Electoral: the Supreme Electoral Tribunal
        if (ours.strip(), theirs) == (",", " "):
            return True  # Alva Ruiz, Rosa: Rosa Alva Ruiz
        if self.listed(first, second):
            return False
        here, there = (
            [_speaks(text, span, tag) for span in spans]
            for text, tag, spans in (
                (self.source, self._tags[0], (first.source, second.source)),
                (self.target, self._tags[1], (first.target, second.target)),
            )
        )
        if here[0] is not here[1] and there[0] is not there[1]:
            return here == there  # who says it on one side says it on the other
        here_by, there_by = (_is_by(text, tag) for tag, text in zip(self._tags, (ours, theirs), strict=True))
        if here_by is not there_by:
            return True  # a passive of what was active, or the other way round
        a, b = (_relation(self.source, place.source, self._ours, self._tags[0]) for place in (first, second))
        c, d = (
            _relation(self.target, place.target, self._theirs, self._tags[1]) for place in (first, second)
        )
        if "according" in a and "according" in c | d:
            return "according" in c  # según Ruiz, …: according to Alva, …
        if "of" in a and _TOWARDS.fullmatch(ours):
            b -= _NONE  # de Alfa a Beta: it is no object
        if "in" in a and theirs.strip("*_ ") == "of":
            return True  # en Alfa, … el barrio de Beta: the Beta of Alfa
        if "of" in b and self._apposed(first, theirs):
            return True  # Ruiz, jefa de Alfa: the head of Alfa, Ruiz
        if _OBJECT_FIRST.search(self.source, first.source[0] - 3, first.source[0]) and self._doubled(first):
            return True  # a Ruiz lo sustituirá Alva: Alva will replace Ruiz
        stay, swap = a & c and b & d, a & d and b & c
        kept = ("" in a) is ("" in c) and ("" in b) is ("" in d) and ("" in a) is not ("" in b)
        if kept and not swap:
            return True  # con Ruiz, dijo Alva, …: Alva said … in Ruiz
        return bool(stay and not swap) or self._accompanied(first, second)

    def _doubled(self, first: _Place) -> bool:
        """Whether a pronoun behind the first name takes it up as what somebody does something to."""
        behind = _WORD.match(self.source, first.source[1])
        return behind is not None and behind[1] in of("es").words("grammar", "clitics")

    def _accompanied(self, first: _Place, second: _Place) -> bool:
        """Whether words that both languages share moved with the names: *la comunidad de Alfa*, *the Alfa community*."""
        own = beginnings(" ".join(self.source[slice(*place.source)] for place in (first, second)))
        stay = swap = 0
        for one, other in ((first, second), (second, first)):
            here = _beside(self.source, one.source, _SIGN)
            stay += len((here & _beside(self.target, one.target, _SIGN)) - own)
            wider = _beside(self.source, one.source, None)
            swap += len((wider & _beside(self.target, other.target, None)) - own)
        return stay > swap

    def _between(self, first: _Place, second: _Place) -> tuple[str, str]:
        return (
            self.source[first.source[1] : second.source[0]],
            self.target[second.target[1] : first.target[0]],
        )

    def _apposed(self, first: _Place, between: str) -> bool:
        """Whether the first name is behind the noun that says what it is: *Alfa chief inspector Ruiz*."""
        if between.rstrip("*_ ").endswith(",") and self.source.startswith(",", first.source[1]):
            return True
        words = between.lower().split()
        small = any(word in _small(("en", "en")) for word in words)
        return not small and len(words) <= _TITLE and not any(word.endswith("ed") for word in words)


_CLAUSE_END = re.compile(r"[;:.?!] ")


def _is_by(between: str, language: str) -> bool:
    """Whether it says between two names that something is done by the second: *por la ministra de Justicia*, not *por la calle hacia*."""
    by = of(language).words("relations", "by")
    known = _prepositions(language)
    words = _CLAUSE_END.split(between)[-1].split()
    telling = (word for word in reversed(words) if not known.get(word, _OF) <= _OF and word not in _IN_TITLES)
    return next(telling, None) in by


_IN_TITLES = frozenset({"para", "for"})
"""As prepositions of titles and bodies are: *la ministra para la paz*."""


def _speaks(text: str, span: Span, language: str) -> bool:
    """Whether a verb of saying is right before or behind a name: *dijo Ruiz*, *Ruiz said*."""
    verbs = of(language).words("saying")
    before = _LAST_WORD.search(text, max(0, span[0] - _WINDOW), span[0])
    behind = _FIRST_WORD.match(text, span[1])
    return bool((before and before[1] in verbs) or (behind and behind[1] in verbs))


_LAST_WORD = re.compile(r"([^\W\d_]+)[ *_]+$")
_FIRST_WORD = re.compile(r"(?:[*_]*+,)?+[ *_]++([^\W\d_]++)")


def _beside(text: str, span: Span, end: re.Pattern[str] | None) -> frozenset[str]:
    """What the words right before and behind a name may have in common with those of another language.

    `end` is where they end at the latest.
    """
    before, behind = text[max(0, span[0] - _WINDOW) : span[0]], text[span[1] : span[1] + _WINDOW]
    if end is not None:
        before, behind = end.split(before)[-1], end.split(behind)[0]
    return beginnings(" ".join((*before.split()[-_REACH:], *behind.split()[:_REACH])))


@cache
def _before_nouns(language: str) -> frozenset[str]:
    """Words of a language that writes names before nouns, as English does, which may stand before such a pair."""
    known = of(language)
    determiners = known.words("grammar", "determiners")
    return determiners | known.words("function_words", "articles") if determiners else determiners


def _relation(
    text: str, span: Span, prepositions: dict[str, frozenset[str]], language: str
) -> frozenset[str]:
    """How the name at that place belongs to its sentence: rows of [relations], or the empty one."""
    if _POSSESSIVE.match(text, span[1]) and "of" in prepositions:
        return _OF
    before = _BEFORE.findall(text[max(0, span[0] - _WINDOW) : span[0]])[-_REACH:]
    attributive = before and before[-1].lower() in _before_nouns(language) and _NOUN.match(text, span[1])
    found = _OF if attributive else _NONE  # the Alfa network
    for n, word in enumerate(reversed(before)):
        if not word[0].isalpha() or (n and word[0].isupper() and word.lower() not in prepositions):
            break  # another name; right before it a title
        if word.lower() in prepositions:
            near = prepositions[word.lower()]
            return near | found if attributive else near
    return found
