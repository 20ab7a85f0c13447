"""Organisations, companies, cases and what is in quotation marks, by their nouns and suffixes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..language import of
from ..language.dictionary import is_conjugated, is_spanish
from ..language.text import fold
from .capitals import BODY, BODY_LINKS, PERSON_LINKS, Capitals, CapitalWord, is_translated_acronym
from .name import Name
from .places import english

_ACRONYM = re.compile(r"[ \u00a0]*(?:\(|[–—-][ \u00a0])([A-ZÑ][A-Za-zÑ.\d-]{1,14})\)?(?![^\W_])")
_QUOTED = re.compile(r"[«“\"‘]([A-ZÁÉÍÓÚÜÑ][^«»“”\"‘’\n]{2,60})[»”\"’]")
_PART = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_LETTERS = re.compile(r"[^\W\d_]+")
_POINTED = re.compile(r"(?<![\w.])(?:[A-ZÑ]\.){3,}(?:[A-ZÑ]\b)?")
_POINTS = re.compile(r"\.(?<=[A-ZÑ]\.)[A-ZÑ]\.")
"""In such an acronym: told at once, as `re` looks for the point."""
_ADJECTIVE = re.compile(
    r"(?:al|ales|ar|ic[oa]s?|iv[oa]s?|an[oa]s?|enses?|istas?|ari[oa]s?|e[oa]s?|eñ[oa]s?|ec[oa])$"
)
_DATED = re.compile(r"[ \u00a0]\d{1,2} de [A-ZÁÉÍÓÚ][^\W\d_]+")
_DATED_BEHIND = re.compile(r" del? \d{1,2} de [A-ZÁÉÍÓÚ][^\W\d_]+")
"""A day by which a body is called, with its month in capitals."""
_CLOSING = {"“": "”", '"': '"', "«": "»"}


@cache
def _row(key: str) -> frozenset[str]:
    return of("es").words("names", key)


@cache
def _folded(*keys: str) -> frozenset[str]:
    return frozenset(fold(word) for key in keys for word in _row(key))


@cache
def _suffix() -> re.Pattern[str]:
    forms = "|".join(of("es").phrases("names", "suffixes"))
    return re.compile(rf",?[ \u00a0]+(?:{forms})(?!\w)")


@cache
def _suffix_words() -> frozenset[str]:
    """First words of the suffixes, without one of which no company is named."""
    return frozenset(_LETTERS.findall(form)[0] for form in of("es").phrases("names", "suffixes"))


def companies(text: Capitals) -> Iterator[Name]:
    """*Palmas del Ucayali S.A.*: the capitalised words before a company's suffix, and that."""
    written = text.all.written
    if _suffix_words().isdisjoint(map(written.__getitem__, text.all.large)):
        return
    for suffix in _suffix().finditer(text.text):
        last = next(
            (n for n in range(len(text.words) - 1, -1, -1) if text.words[n].end <= suffix.start()), -1
        )
        if last < 0 or text.words[last].end != suffix.start():
            continue
        at = last
        while at and text.words[at].gap in BODY_LINKS | {" "} and text.words[at].gap != ",":
            at -= 1
        first = text.words[at]
        if first.opens and first.low in ("la", "el", "las", "los", "empresa", "minera") and at < last:
            at += 1
        if first.opens and at < last and is_conjugated(first.text):
            at += 1  # *Firmó Agua Rica S.A.*
        while at < last and text.words[at].low in _folded("organisation_words") and text.words[at].opens:
            at += 1
        start, end = text.words[at].start, suffix.end()
        yield Name(start, end, text.text[start:end], "company", "suffix")


def quotations(text: Capitals) -> Iterator[Name]:
    """*«Sinchi Warmi»*: what is in quotation marks and has a capital at each word, small ones excepted."""
    if not any(sign in text.text for sign in '«“"‘'):
        return
    for found in _QUOTED.finditer(text.text):
        if text.shouted:
            continue
        words = _PART.findall(found[1])
        named = [word for word in words if word[0].isupper()]
        small = [word for word in words if not word[0].isupper() and not word.isdigit()]
        if len(named) < 2 or len(words) > 7 or not all(word in _LINK_WORDS for word in small):
            continue
        noun = text.before(found.start(), 24)[-1:]
        headed = bool(noun) and fold(noun[0]) in _folded("organisation_words", "organisations", "places")
        if not headed and all(is_spanish(word) for word in named):
            continue  # a title or saying
        if found[1][-1] in ".,!?…" or found[1].isupper() or not _before_quotation(text, found.start()):
            continue
        yield Name(*found.span(1), found[1], "name", "quotation marks")


_LINK_WORDS = frozenset(word for link in BODY_LINKS for word in link.split()) | {"la", "el", "los", "las"}


def _before_quotation(text: Capitals, at: int) -> bool:
    """Whether the quotation is inside a sentence, and nobody says it."""
    before = text.text[max(0, at - 3) : at].rstrip("*_ \u00a0")
    return bool(before) and before[-1] not in ":.!?…\n"


def pointed(text: Capitals) -> Iterator[Name]:
    """*A.D.E.P.A.*: an acronym with points."""
    if text.text.count(".") < 3 or _POINTS.search(text.text) is None:
        return
    for found in _POINTED.finditer(text.text):
        if not _suffix().match(" " + found[0]):
            yield Name(*found.span(), found[0], "acronym", "points")


def body(text: Capitals, at: int, cue: int = BODY) -> tuple[int, Name] | None:
    """The organisation whose name begins at that capitalised word, and the number of the word after it.

    `cue` is what the word before shows, if that is known: without a noun for organisations there is none to be behind.
    """
    return _headed(text, at) or (_behind(text, at) if cue & BODY else None)


def _headed(text: Capitals, at: int) -> tuple[int, Name] | None:
    words = text.words
    first = words[at]
    if first.low not in _folded("organisations"):
        return None
    if (dated := _DATED.match(text.text, first.end)) and not text.shouted:
        start, stop = first.start, dated.end()  # Movimiento 9 de Enero
        return at + 2, Name(start, stop, text.text[start:stop], "organisation", "head noun")
    end = at + 1
    if end < len(words) and (words[end].gap or "").split(" ")[0] in ("y", "e", ",", "a", "en", "con"):
        return None
    while end < len(words) and _links(text, words, end):
        end += 1
    while end - 1 > at and words[end - 1].gap == ",":
        end -= 1
    run = words[at + 1 : end]
    if not run or not all(word.low not in _folded("not_kept", "state") for word in run):
        return None
    if text.shouted:
        return None
    start, stop = first.start, words[end - 1].end
    if dated := _DATED_BEHIND.match(text.text, stop):
        stop, end = dated.end(), end + 1  # … de Víctimas del 15 de Diciembre
    if english(text.text[start:stop]):
        return None
    own = [word for word in run if word.unknown]
    acronym = _ACRONYM.match(text.text, _closed(text, start, stop))
    short = acronym[1] if acronym and _stands_for(acronym[1], text.text[start:stop]) else ""
    if short and is_translated_acronym(short):
        return None  # the Organisation for Economic Co-operation and Development (OECD)
    if first.low in _folded("general_bodies") and not (own or short):
        return None
    if "nacional" in {word.low for word in run} and not short and not own:
        return None
    if run[0].low in _folded("sports"):
        return None
    if first.low in ("comite", "comision", "junta") and run[0].low in _folded("portfolios"):
        return None
    if words[at + 1].gap == " " and len(run) == 1 and run[0].ordinary and not short:
        return None
    stop = _closed(text, start, stop)
    return end, Name(start, stop, text.text[start:stop], "organisation", "head noun", short)


def _links(text: Capitals, words: list[CapitalWord], at: int) -> bool:
    word = words[at]
    if (
        word.gap == " "
        and words[at - 1].gap not in (None, " ")
        and word.given
        and at + 1 < len(words)
        and words[at + 1].gap == " "
    ):
        return False  # a person's name behind it
    if word.gap == " ":
        return not (
            word.shouted and not words[at - 1].shouted and word.ordinary is False and len(word.text) < 3
        )
    if word.gap in BODY_LINKS:
        # two organisations, not one
        return not (
            word.gap.split(" ")[0] in ("y", "e", ",", "a", "en", "con") and not _part_of_list(words, at)
        )
    return bool(
        word.gap and word.gap[-1] in _CLOSING and (word.gap[:-1].strip() in BODY_LINKS or len(word.gap) == 1)
    )


def _part_of_list(words: list[CapitalWord], at: int) -> bool:
    """Whether *y* or a comma goes on with the name (*Asociación de Mujeres y Jóvenes*), not with another one."""
    word, gap = words[at], words[at].gap or ""
    if word.shouted or word.low in _folded("organisations", "state") or word.foreign:
        return False
    alone = at + 1 == len(words) or words[at + 1].gap != " "
    if word.known and not (word.ordinary and words[at - 1].ordinary and alone):
        return False  # Asociación Paz y Esperanza; Asociación de Vecinos y Rosa Quispe
    if not gap.startswith(("y", "e", ",")):
        return False
    if gap == ",":
        return word.ordinary and any(w.gap in ("y", "e") for w in words[at + 1 : at + 3])
    return word.ordinary


def _closed(text: Capitals, start: int, stop: int) -> int:
    """The end of a name, with the quotation mark that closes one inside it."""
    for opening, closing in _CLOSING.items():
        piece = text.text[start:stop]
        if (
            piece.count(opening) > (opening != closing and piece.count(closing))
            and text.text[stop : stop + 1] == closing
        ):
            return stop + 1
    return stop


def _behind(text: Capitals, at: int) -> tuple[int, Name] | None:
    """Behind a noun in small letters, nothing between: *la organización Sinchi Warmi*, *el caso Los Cabitos*."""
    words = text.words
    first = words[at]
    if text.shouted or first.shouted:
        return None
    before = text.before(first.start, 30)
    if not before or before[-1].strip('(«“"*_') not in _row("organisation_words"):
        return None
    start = text.unmarked(first.start)
    if text.text[start - 1 : start] not in (" ", "\u00a0"):
        return None
    if first.low in _folded("not_kept", "state", "organisations") or first.foreign:
        return None
    if at and words[at - 1].low in _folded("organisations") and words[at - 1].end + 1 == first.start:
        return (
            None  # its own name begins with the noun, or is translated: Federación Nacional de Trabajadores
        )
    end = at + 1
    while end < len(words) and (
        words[end].gap in PERSON_LINKS
        or (words[end].gap == " " and not words[end].shouted)
        or (words[end].gap in ("y", "e") and end == at + 1 and first.ordinary and _part_of_list(words, end))
    ):
        end += 1
    unkept = _folded("not_kept", "state")
    for word in words[at:end]:
        if word.low in unkept:
            return None
    if end - at == 1 and first.ordinary and _ADJECTIVE.search(first.low):
        return None  # *la asociación Cívica*
    start, stop = first.start, words[end - 1].end
    return end, Name(start, stop, text.text[start:stop], "organisation", "noun")


def _stands_for(acronym: str, name: str) -> bool:
    """Whether an acronym's letters stand in a name in that order, the first of them at its beginning."""
    letters, low = fold(acronym).replace(".", ""), fold(name)
    if (not acronym[1:2].isupper() and acronym[1:2] != ".") or len(letters) < 2 or acronym in name:
        return False
    initials = [word[0] for word in re.findall(r"[^\W\d_]+", low)]
    if letters[0] not in initials[:2]:
        return False
    place = low.index(letters[0])
    for letter in letters:
        place = low.find(letter, place) + 1
        if not place:
            return False
    return True
