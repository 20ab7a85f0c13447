"""Names in Spanish text that no glossary lists: people, places, organisations, companies.

Engines translate the words of a name when a dictionary has them: *Rosa Guerra Paredes* becomes *Pink War Walls*,
*Frente de Defensa* *Front of Defence*. What is found here is kept as it stands, and wanted in the translation. A name
counts with a sign beyond its capitals: a given name or title before it, a noun for places or organisations, a company's
suffix, quotation marks, an acronym in brackets, or the same name elsewhere in the statement.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from ..language.spans import Spans, apart
from ..language.text import fold, squeeze
from ..language.words import folded
from ..model import Segment
from .bodies import body, companies, pointed, quotations
from .capitals import BODY, PERSON, PERSON_LINKS, PLACE, Capitals
from .listed import listed_terms
from .located import explained, place, town
from .name import Name
from .people import is_given, is_surname
from .persons import person

_PART = re.compile(r"[^\W_]+")
_SHORTEST = 4
_ARTICLES = (["el"], ["la"], ["los"], ["las"], ["al"], ["del"], ["un"], ["una"])


def found(text: str, known: Known | None = None) -> tuple[Name, ...]:
    """The names in a Spanish text, in text order, not overlapping: of two that overlap the longer one.

    `known` are the names of the statement: those count wherever they stand, and so do their short forms.
    """
    shown = _shown(text)
    return with_known(Capitals(text), shown, known) if known else shown


def with_known(capitals: Capitals, shown: tuple[Name, ...], known: Known) -> tuple[Name, ...]:
    """The names a text shows, and those of its statement that come again in it."""
    again = tuple(known.again(capitals, shown))
    return _apart((*shown, *again)) if again else shown


@lru_cache(maxsize=4096)
def _shown(text: str) -> tuple[Name, ...]:
    return shown_by(Capitals(text))


def shown_by(capitals: Capitals) -> tuple[Name, ...]:
    """The names that the capitalised words of a text show, in text order, not overlapping."""
    text = capitals.text
    if not capitals.words:
        return ()
    names = [*companies(capitals), *quotations(capitals), *pointed(capitals)]
    at = 0
    while at < len(capitals.words):
        hits = _hits(capitals, at)
        best = max(hits, key=lambda hit: hit[1].end - hit[1].start) if hits else None
        if best is None:
            at += 1
            continue
        at, name = best
        names.append(name)
        if name.acronym:
            start = text.index(name.acronym, name.end)
            names.append(Name(start, start + len(name.acronym), name.acronym, "acronym", "long form"))
    return _apart(names)


def _hits(text: Capitals, at: int) -> list[tuple[int, Name]]:
    """The names that may begin at a capitalised word; looked for where something shows one, as at few words."""
    word, cue = text.words[at], text.cue(at)
    found = []
    if word.known or cue & PERSON or len(word.text) == 1 or text.inverted:
        found.append(person(text, at))
    if word.heads or cue & PLACE or _goes_on(text, at):
        found.append(place(text, at, cue))
    elif text.text.startswith(", ", word.end):
        found.append(explained(text, at))
    if word.ordinary and not word.opens:
        found.append(town(text, at))
    if word.heads or cue & BODY:
        found.append(body(text, at, cue))
    return [hit for hit in found if hit]


def _goes_on(text: Capitals, at: int) -> bool:
    """Whether another capitalised word follows at once, or behind *de*."""
    gap = text.words[at + 1].gap if at + 1 < len(text.words) else None
    return gap == " " or gap in PERSON_LINKS


def _apart(names: Iterable[Name]) -> tuple[Name, ...]:
    """Those that do not overlap, the longer ones first chosen, in text order."""
    return tuple(apart(names, lambda n: (n.start - n.end, n.start)))


class Known:
    """The names of one statement, and the short forms under which they come again."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._forms: dict[str, list[tuple[tuple[str, ...], Name]]] = {}
        """By their first word, folded: the words of each form, folded, the longest first."""
        self._words: set[str] = set()
        for name in names:
            for form in _forms(name):
                entry = (form, name)
                forms = self._forms.setdefault(form[0], [])
                if all(form != other for other, _ in forms):
                    forms.append(entry)
                self._words.update(form)
        for forms in self._forms.values():
            forms.sort(key=lambda entry: -len(entry[0]))

    def __bool__(self) -> bool:
        return bool(self._forms)

    def about(self, words: Iterable[str]) -> object:
        """All that is known here of a text with these capitalised words, folded, written out."""
        here = [word for word in words if word in self._words]
        forms = [
            [" ".join(form), name.kind, name.text.isupper()]
            for word in here
            for form, name in self._forms.get(word, ())
        ]
        return [here, forms] if here else None

    def again(self, capitals: Capitals, shown: tuple[Name, ...]) -> Iterator[Name]:
        """Where a name is once more, whole or short, outside the ones that show themselves."""
        text = capitals.text
        places: Spans | None = None
        done = 0
        for at, word in enumerate(capitals.words):
            if word.start < done or word.low not in self._forms:
                continue
            if places is None:
                places = Spans([(n.start, n.end) for n in shown])
            for form, name in self._forms[word.low]:
                alone = len(form) == 1 and word.text.isalpha() and len(word.text) > 1
                end = word.end if alone else _end(text, word.start, form)
                if (
                    end
                    and not places.hold(word.start, end)
                    and not (alone and text[end : end + 1].isalnum())
                    and self._stands(capitals, at, form)
                    and (name.kind != "acronym" or text[word.start : end].isupper() == name.text.isupper())
                ):
                    yield Name(word.start, end, text[word.start : end], name.kind, "elsewhere")
                    done = end
                    break

    def _stands(self, capitals: Capitals, at: int, form: tuple[str, ...]) -> bool:
        """Whether one word alone is the name there and no ordinary word: *Guerra* is not *Guerra Fría*."""
        if len(form) > 1:
            return True
        word = capitals.words[at]
        if word.opens and word.ordinary:
            return False
        if word.ordinary and capitals.before(word.start, 8)[-1:] in _ARTICLES:
            return False  # *la Luna* is not Mr Luna
        beside = [w for w in capitals.words[max(0, at - 1) : at + 2] if w is not word]
        after = next((w for w in beside if w.start > word.start and w.gap == " "), None)
        before = word.gap == " "
        previous = capitals.words[at - 1] if at else None
        if capitals.shouted and word.ordinary:
            return False
        if after is not None and after.low not in self._words:
            return not word.ordinary
        return not (before and previous is not None and previous.low not in self._words and word.ordinary)


def known(texts: Iterable[str], listed: Iterable[str] = ()) -> Known:
    """The names that the texts of one statement show, and those it `listed` (its signatories), to be found in all of them."""
    return known_of((name for text in texts for name in _shown(text)), listed)


def known_of(shown: Iterable[Name], listed: Iterable[str] = ()) -> Known:
    """The same, given the names that the texts show."""
    return Known([*shown, *(Name(0, len(form), form, "organisation", "list") for form in listed)])


def finder(segments: Iterable[Segment], language: str) -> Callable[[str], tuple[Name, ...]]:
    """Finds the names in any text of a statement, given all its segments; none where its language is not Spanish."""
    if language.split("-")[0].lower() != "es":
        return lambda text: ()
    segments = list(segments)
    names = known((s.text for s in segments), (term.es for term in listed_terms(segments)))
    return lambda text: found(text, names)


def _end(text: str, start: int, form: tuple[str, ...]) -> int:
    """Where a form that begins there ends; 0 if it does not stand there. Characters and blanks between words are as they may be."""
    end = start
    for n, part in enumerate(form):
        found = _PART.search(text, end)
        if found is None or (found.start() - end > (2 if n else 0)) or folded(found[0]) != part:
            return 0
        if found.start() > end and "\n\n" in text[end : found.start()]:
            return 0
        end = found.end()
    if form[-1] and len(form[-1]) == 1 and text[end : end + 1] == ".":
        end += 1
    return end


def _forms(name: Name) -> Iterator[tuple[str, ...]]:
    """A name's words, folded, and those of its short forms."""
    words = _PART.findall(name.text)
    low = tuple(map(fold, words))
    if not low:
        return
    yield low
    if name.kind == "person" and len(words) > 1:
        surnames = [
            n for n, word in enumerate(words) if word[0].isupper() and (n or not is_given(word.title()))
        ]
        if "," in name.text:
            return
        first = words[0]

        last = [n for n in surnames if is_surname(words[n].title()) or not is_given(words[n].title())]
        for n in last:
            if len(low[n]) >= _SHORTEST:
                yield (low[n],)
        if len(last) > 1:
            yield low[last[0] :]
        if len(words) > 2 and is_given(first.title()) and last:
            yield low[0], low[last[0]]
    elif name.kind == "company":
        bare = re.split(r",? (?=(?:S|E|C|Ltda|Inc|Corp|Cía|SAC|SAA|SRL)\b\.?)", squeeze(name.text))[0]
        short = tuple(map(fold, _PART.findall(bare)))
        if len(short) > 1 or (short and len(short[0]) >= _SHORTEST):
            yield short
    elif name.kind == "organisation" and len(words) > 3:
        # Frente de Defensa de los Intereses de Espinar comes again as Frente de Defensa
        cuts = [
            n for n, word in enumerate(words) if word[0].islower() and n > 2 and words[n - 1][0].isupper()
        ]
        if cuts:
            yield low[: cuts[0]]
