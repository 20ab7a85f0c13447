"""Places, by a noun before ordinary words, a saint, or the gazetteer: *comunidad Nuevo Amanecer*, *Puente Piedra*."""

from __future__ import annotations

import re
from functools import cache

from ..language import of
from ..language.dictionary import is_english, is_verb_form
from ..language.text import fold
from .capitals import PERSON_LINKS, PLACE, Capitals, CapitalWord
from .name import Name
from .places import countries, english, is_elsewhere, is_local, is_respelt

_LOCATIVE = frozenset({"en", "de", "a", "desde", "hacia", "hasta", "por", "y"})
_WHERE = frozenset({"en", "desde", "hacia", "hasta"})
_JOINING = frozenset({"y", "e", ",", "y de", "e de", ", de"})
_ABSTRACT = re.compile(r"(?:ci[oó]n|dad|encia|anza|ones)$")
"""*Constitución*, *Independencia*: towns are called so, but far more often the word is meant."""
_ARTICLES = frozenset({"el", "la", "los", "las"})
_DEFINITE = _ARTICLES | {"al", "del"}
_ADJECTIVE = re.compile(
    r"(?:al|ales|ar|ic[oa]s?|iv[oa]s?|an[oa]s?|enses?|istas?|ari[oa]s?|e[oa]s?|eñ[oa]s?)$"
)
_INFLECTED = re.compile(r"[ai]d[oa]s?$")
_DATED = re.compile(r"\d{1,2}[ \u00a0]+de[ \u00a0]+$")


@cache
def _row(key: str) -> frozenset[str]:
    return of("es").words("names", key)


@cache
def _folded(*keys: str) -> frozenset[str]:
    return frozenset(fold(word) for key in keys for word in _row(key))


@cache
def _no_places() -> frozenset[str]:
    """Words that no place is called by alone: *Ni*, *Aquí*."""
    return of("es").words("function_words", "adverbs", "pronouns")


def _adjective(word: CapitalWord) -> bool:
    """Whether a word behind a noun may go with it: *el estadio Nacional*."""
    return word.ordinary and _ADJECTIVE.search(word.low) is not None


def place(text: Capitals, at: int, cue: int = PLACE) -> tuple[int, Name] | None:
    """The place whose name begins at that capitalised word, and the number of the word after it.

    `cue` is what the words before show, if that is known: without a noun for places there is none to be behind.
    """
    words = text.words
    first = words[at]
    if english(first.text) and not (at + 1 < len(words) and words[at + 1].gap == " "):
        return None
    found = (_saint(text, at) or _headed(text, at)) if first.heads else None
    if not found and cue & PLACE:
        found = _behind(text, at)
    return found or (_small(text, at) if first.heads else None) or _listed(text, at)


def _saint(text: Capitals, at: int) -> tuple[int, Name] | None:
    """Called after a saint: *San Juan de Lurigancho*, *Santa Rosa*."""
    words = text.words
    if words[at].low not in _row("saints") or at + 1 >= len(words):
        return None
    following = words[at + 1]
    if following.gap != " " or following.low in _folded("no_saints") or _translated(text, at, at + 2):
        return None
    end = at + 2
    while end < len(words) and (
        words[end].gap in PERSON_LINKS or (words[end].gap == " " and (words[end].known or words[end].unknown))
    ):
        end += 1
    return _name(text, at, end, "saint")


def _headed(text: Capitals, at: int) -> tuple[int, Name] | None:
    """A noun with a capital of its own: *Quebrada Honda*, *Avenida Los Incas*."""
    words = text.words
    first = words[at]
    if first.low not in _folded("place_heads") or at + 1 >= len(words):
        return None
    if first.low in _row("juniors") and first.gap == " " and not words[at - 1].ordinary:
        return None  # Rosa Quispe Jr. habló
    gap = words[at + 1].gap
    if gap not in (" ", ".") or (gap == "." and first.low not in ("av", "avda", "jr", "urb")):
        return None
    if first.shouted and not text.shouted and not words[at + 1].shouted:
        return None
    end = _run(text, at + 1)
    if end - at == 2 and len(words[at + 1].text) == 1:
        return None  # Anexo A
    if text.shouted and not any(word.unknown or word.known for word in words[at + 1 : end]):
        end = min(end, at + 2 + (words[at + 1].low in _folded("place_heads")))
    if words[at + 1].low in _folded("not_kept") or words[at + 1].low in _folded("place_adjectives"):
        return None
    return None if _translated(text, at, end) else _name(text, at, end, "head noun")


def _behind(text: Capitals, at: int) -> tuple[int, Name] | None:
    """Behind a noun in small letters: *la comunidad Nuevo Amanecer*, *el distrito de Río Tambo*."""
    word = text.words[at]
    if text.shouted:
        return None
    dated = _DATED.search(text.text, max(0, word.start - 10), word.start)
    start = dated.start() if dated else word.start
    before = text.before(start)
    linked = plural = False
    if len(before) > 1 and before[-1] in ("de", "del"):
        before.pop()
        linked = True
    elif len(before) > 2 and before[-1] in _ARTICLES and before[-2] == "de":
        plural = before[-1] in ("los", "las")
        del before[-2:]
        linked = True
    while before and before[-1] in _row("place_adjectives"):
        before.pop()
        if before and before[-1] in ("centro", "asentamiento"):
            before.append("poblado")
            break
    if before and before[-1].rstrip('*_)]”»"').endswith(".") and (len(before[-1]) > 5 or word.opens):
        return None  # *Huyó de la ciudad. Los vecinos …*; *habló Rosa Quispe Jr. Ayer …*
    if not before or (head := before[-1].strip('(«“"*_,.')) not in _row("places"):
        return None
    if word.low in _folded("not_kept", "state", "offices") or (not linked and _adjective(word)):
        return None
    if word.text.lower() in _no_places():
        return None  # Ni Una Mina Más
    if (
        not linked
        and head not in _folded("place_heads")
        and _is_capital_before(text, at)
        and _INFLECTED.search(word.low)
    ):
        return None  # el Valle Sagrado: English has both words, or neither
    if not linked and at and word.gap == " " and text.words[at - 1].low == head and head.endswith("s"):
        return None  # Unión de Comunidades Indígenas de la Zona Norte: a body's name goes on
    end = _run(text, at)
    if _translated(text, at, end):
        return None
    if end - at == 1 and not dated:
        if word.unknown or word.foreign:
            return None  # no engine changes a word it does not know
        if plural or word.low in _folded("places") or (linked and head in _row("wide_places")):
            return None  # valle de los Reyes, juez de distrito
    _, name = _name(text, at, end, "head noun")
    return end, (Name(start, name.end, text.text[start : name.end], "place", "head noun") if dated else name)


def _is_capital_before(text: Capitals, at: int) -> bool:
    """Whether the word right before has a capital of its own."""
    return at > 0 and text.words[at - 1].end + 1 == text.words[at].start and not text.words[at - 1].opens


def _small(text: Capitals, at: int) -> tuple[int, Name] | None:
    """An adjective or article that opens names of places: *Alto Perené*, *en Los Olivos*."""
    words = text.words
    first = words[at]
    if first.low not in _row("small_places") or at + 1 >= len(words) or words[at + 1].gap != " ":
        return None
    if text.shouted and first.low == "pueblo":
        return None  # EL PUEBLO EXIGE
    end = at + 2
    if first.low in _ARTICLES:
        if is_respelt(f"{first.text} {words[at + 1].text}"):
            return None  # La Meca
        before = text.text[max(0, first.start - 10) : first.start].split(" ")[-2:-1]
        article = first.opens or text.shouted or not before or before[0] not in _LOCATIVE
        if (
            article
            or words[at + 1].low in _folded("state", "offices", "not_kept")
            or _translated(text, at, end)
        ):
            return None
    elif _translated(text, at, end):
        return None
    elif first.low in ("nuevo", "nueva"):
        # en Nuevo Mundo; la Nueva Constitución, or a sentence's first words, are not
        before = text.before(first.start, 10)
        if first.opens or text.shouted or not before or before[-1] not in _LOCATIVE | {"con"}:
            return None
        following = words[at + 1]
        if following.foreign or not following.ordinary or is_english(following.text):
            return None  # Nuevo México, Nueva Jersey
        if following.low in _folded("state", "offices", "not_kept"):
            return None
    elif not words[at + 1].unknown:
        return None
    while end < len(words) and words[end].gap == " " and words[end].unknown:
        end += 1
    return _name(text, at, end, "small word")


def _listed(text: Capitals, at: int) -> tuple[int, Name] | None:
    """A place of two words or more that the gazetteer has, without an article: *en Puerto Nuevo*."""
    words = text.words
    first = words[at]
    if at + 1 >= len(words) or (first.opens and first.ordinary) or first.low in _ARTICLES:
        return None
    if words[at + 1].gap != " " and words[at + 1].gap not in PERSON_LINKS:
        return None
    for stop in range(min(len(words), at + 4), at + 1, -1):
        run = words[at + 1 : stop]
        if all(word.gap == " " or word.gap in PERSON_LINKS for word in run):
            form = text.text[first.start : words[stop - 1].end]
            if is_local(form) and not english(form):
                before = text.before(first.start, 6)
                if before and before[-1] in _DEFINITE:
                    return None  # *la Casa Blanca* is not the town
                return _name(text, at, stop, "gazetteer")
    return None


def town(text: Capitals, at: int) -> tuple[int, Name] | None:
    """A place of the gazetteer that is an ordinary word, where places are said: *en Comas*, *los vecinos de Ventanilla*, *de Manta y Vilca*.

    With an article (*la Constitución*), at the head of a sentence, beside another capitalised word or in capitals it is the word; and
    a country's name is the country (*Islandia*), whatever town is called after it.
    """
    words = text.words
    word = words[at]
    if not word.ordinary or word.opens or word.shouted or text.shouted or len(word.text) < 4:
        return None
    beside = at + 1 < len(words) and (words[at + 1].gap == " " or words[at + 1].gap in PERSON_LINKS)
    if beside or not is_local(word.text) or is_elsewhere(word.text) or _ABSTRACT.search(word.low):
        return None
    if fold(word.text) in countries()[0]:
        return None
    if word.low in _folded(
        "state", "offices", "not_kept", "no_saints", "devotions", "written_otherwise"
    ) or not _said_of(text, at):
        return None
    return _name(text, at, at + 1, "gazetteer")


def _said_of(text: Capitals, at: int) -> bool:
    """Whether what is before a word says that it is a place: *en*, *desde*; *de* behind people or what has a place; *y* behind a place."""
    before = text.before(text.words[at].start)
    if not before:
        return False
    if before[-1] in _WHERE:
        return True
    if before[-1] == "de" and len(before) > 1 and fold(before[-2]) in _of_places():
        return True
    gap = text.words[at].gap
    return at > 0 and gap in _JOINING and not text.words[at - 1].opens and _said_of(text, at - 1)


@cache
def _of_places() -> frozenset[str]:
    """What is said with *de* and a place: people, offices, and what has its place somewhere."""
    grammar = of("es").words("grammar", "people")
    heads = _folded("titles", "roles", "organisations", "places", "place_heads")
    found = {fold(word) for word in grammar} | heads | {fold(word) for word in _row("somewhere")}
    return frozenset(found | {f"{word}s" for word in found} | {f"{word}es" for word in found})


def explained(text: Capitals, at: int) -> tuple[int, Name] | None:
    """The place whose name is that capitalised word, by its province or district behind it: *en Tinta, provincia de Canchis*.

    Also the number of the word after it.
    """
    word = text.words[at]
    if word.opens or text.shouted or not _province().match(text.text, word.end):
        return None
    before = text.before(word.start, 8)
    if (
        not before
        or before[-1] not in _LOCATIVE | {"del"}
        or word.low in _folded("places", "state", "offices")
    ):
        return None
    return None if _translated(text, at, at + 1) else _name(text, at, at + 1, "province")


@cache
def _province() -> re.Pattern[str]:
    """What is behind a place: the kind of the larger one, and its name."""
    kinds = "|".join(sorted(_row("place_kinds")))
    return re.compile(rf", (?:en (?:el|la) )?(?:{kinds}) (?:del? )?(?:la |los |las )?[A-ZÁÉÍÓÚÑ]")


def _run(text: Capitals, at: int) -> int:
    words = text.words
    end = at + 1
    while end < len(words):
        word = words[end]
        if word.gap not in PERSON_LINKS and not (word.gap == " " and _same(words[end - 1], word, text)):
            break
        headed = words[end - 1].low in _folded("place_heads")
        if text.shouted and not (headed or word.known) and (word.ordinary or is_verb_form(word.text)):
            break  # PUERTO NUEVO EXIGE JUSTICIA: where all is in capitals, the next word may be any
        end += 1
    return end


def _same(last: CapitalWord, word: CapitalWord, text: Capitals) -> bool:
    """Whether both are in capitals or neither: an acronym behind a name is none of its words."""
    return text.shouted or last.shouted == word.shouted or len(last.text) == 1


def _translated(text: Capitals, at: int, end: int) -> bool:
    """Whether the words, or some of the first, are a place that English writes otherwise."""
    words = text.words
    return any(english(text.text[words[at].start : words[stop - 1].end]) for stop in range(at + 1, end + 1))


def _name(text: Capitals, at: int, end: int, sign: str) -> tuple[int, Name]:
    start, stop = text.words[at].start, text.words[end - 1].end
    return end, Name(start, stop, text.text[start:stop], "place", sign)
