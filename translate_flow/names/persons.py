"""People, by a given name, a title or initials before ordinary words: *Rosa Guerra Paredes*, *la señora Cruz*."""

from __future__ import annotations

from functools import cache

from ..language import of
from ..language.dictionary import is_conjugated
from ..language.text import fold
from .capitals import PERSON_LINKS, Capitals, CapitalWord, is_roman
from .name import Name
from .places import is_local


@cache
def _titles() -> tuple[frozenset[str], frozenset[str]]:
    known = of("es")
    return known.words("names", "titles"), known.words("names", "roles")


@cache
def _no_surnames() -> frozenset[str]:
    """Words that stand behind titles with a capital and are no names: *Señor Presidente*, *Fiscal General*; folded."""
    rows = ("titles", "roles", "not_kept", "places", "organisations", "state", "offices")
    return frozenset(map(fold, of("es").words("names", *rows)))


@cache
def _devotions() -> frozenset[str]:
    """What follows *de* in given names, folded: *Juan de Dios*."""
    return frozenset(map(fold, of("es").words("names", "devotions")))


@cache
def _eras() -> tuple[str, ...]:
    """What is behind a year and ends like an initial: *a. C.*."""
    return of("es").phrases("names", "eras")


def person(text: Capitals, at: int) -> tuple[int, Name] | None:
    """The person whose name begins at that capitalised word, and the number of the word after it."""
    words = text.words
    first = words[at]
    if len(first.text) == 1:
        return _initials(text, at)
    title = _title(text, first)
    if first.shouted and not text.shouted and (inverted := _inverted(text, at)):
        return inverted
    if title and (first.surname or first.low not in _no_surnames()):
        end = _run(text, at)
        run = words[at:end] if end > 0 else []
        strong = title == "title" and len(run) > 1
        if strong or (
            any(word.known or (word.unknown and title == "title") for word in run)
            and (len(run) > 1 or first.known or (first.unknown and title == "title"))
        ):
            return _name(text, at, end, "title")
    if first.given:
        return _given(text, at)
    if first.surname and not first.opens and not text.shouted:
        return _surnames(text, at)
    if inverted := _inverted(text, at):
        return inverted
    return None


def _title(text: Capitals, word: CapitalWord) -> str:
    """`title` or `role` if one is right before the word; empty if not."""
    start = text.unmarked(word.start)
    before = text.text[max(0, start - 20) : start]
    if before[-1:] not in (" ", "\u00a0"):
        return ""
    last = before[:-1].replace("\u00a0", " ").rsplit(" ", 1)[-1].strip('(«“"*_').lower()
    if last.endswith("."):
        if len(last) > 5:
            return ""  # the sentence ends there, it is no abbreviation
        last = last[:-1]
    titles, roles = _titles()
    return "title" if last in titles else "role" if last in roles else ""


def _given(text: Capitals, at: int) -> tuple[int, Name] | None:
    words = text.words
    first = words[at]
    end = _run(text, at)
    if end < 0:
        return None
    run = words[at:end]
    if len(run) < 2:
        return None
    second = run[1]
    # Luz Verde, Paz Social: a given name that is a word as well needs a second sign
    if first.ordinary and not (second.known or second.unknown or any(word.known for word in run[1:])):
        return None
    if (
        second.gap != " "
        and second.low not in _devotions()
        and not (second.known and (not first.ordinary or any(w.surname for w in run[2:])))
    ):
        return None
    if all(word.foreign for word in run[1:]):
        return None
    return _name(text, at, end, "given name")


def _surnames(text: Capitals, at: int) -> tuple[int, Name] | None:
    """*Guerra Paredes*: surnames alone, two of them at least; with the given name behind a comma, that too."""
    words = text.words
    end = at + 1
    while end < len(words) and words[end].gap == " " and (words[end].known or words[end].unknown):
        end += 1
    if end - at < 2:
        return None
    if inverted := _inverted(text, at):
        return inverted
    if end < len(words) and words[end].gap == " ":
        return None
    return _name(text, at, end, "surnames") if all(word.surname for word in words[at:end]) else None


def _inverted(text: Capitals, at: int) -> tuple[int, Name] | None:
    """*GUERRA PAREDES, Rosa*, as the United Nations list people; *Guerra Paredes, Rosa* if nothing follows."""
    words = text.words
    end = at + 1
    first = words[at]
    while (
        end < len(words)
        and words[end].gap in (" ", "de", "de la", "del")
        and words[end].shouted == first.shouted
    ):
        end += 1
    alone = end == at + 1 and not (first.surname or first.ordinary)
    if alone or is_roman(first.text):
        return None  # *UE, Milena …* is an acronym
    if (
        end >= len(words)
        or words[end].gap != ","
        or not words[end].given
        or words[end].shouted != text.shouted
    ):
        return None
    if not (first.shouted and not text.shouted) and not all(w.surname for w in words[at:end]):
        return None
    last = end + 1
    while last < len(words) and words[last].gap == " " and words[last].given:
        last += 1
    stop = text.text[words[last - 1].end :].lstrip("*_ ")[:1]
    if not (first.shouted and not text.shouted) and stop not in ("", ".", ";", "\n", ")", "("):
        return None
    return last, _name(text, at, last, "given name")[1]


def _initials(text: Capitals, at: int) -> tuple[int, Name] | None:
    """*R. Guerra Paredes*, *J. M. Campos*."""
    words = text.words
    end = at
    while (
        end < len(words)
        and len(words[end].text) == 1
        and text.text[words[end].end : words[end].end + 1] == "."
    ):
        if end > at and words[end].gap not in (".", ". "):
            return None
        end += 1
    if text.text.endswith(_eras(), 0, words[at].end + 1):
        return None  # en 323 a. C. Nadie lo supo
    if end == at or end >= len(words) or words[end].gap != "." or len(words[end].text) < 3:
        return None
    if text.text[words[end - 1].end : words[end].start] not in (". ", ".\u00a0"):
        return None
    surname = words[end]
    if not surname.known and (not surname.unknown or is_conjugated(surname.text)):
        return None  # *el punto X. Verifiqué* is a sentence's end
    last = _run(text, end)
    return None if last < 0 else _name(text, at, last, "initials")


def _run(text: Capitals, at: int) -> int:
    """One past the last word of a person's name that begins at that word; -1 for a ruler, whom English names otherwise."""
    words = text.words
    end = at + 1
    while end < len(words):
        word = words[end]
        initial = len(word.text) == 1 and text.text[word.end : word.end + 1] == "."
        if word.gap == " " and is_roman(word.text) and not initial and not text.shouted:
            return -1
        if not _goes_on(text, words, at, end):
            break
        end += 1
    return end


def _goes_on(text: Capitals, words: list[CapitalWord], at: int, end: int) -> bool:
    word, last = words[end], words[end - 1]
    first = words[at]
    if len(word.text) == 1:  # Rosa Guerra P.
        return (word.gap in (" ", ".") and text.text[word.end : word.end + 1] == ".") or (
            is_roman(word.text) and word.gap == " "
        )
    if word.gap == ".":
        return len(last.text) == 1 and end - 1 > at and not _ends(text, last, word)
    if word.gap == ". de" or word.gap == ". de la":
        return last.low == "vda"
    if word.gap != " ":
        return word.gap in PERSON_LINKS and _linked(words, at, end)
    if text.shouted:
        return word.known or word.unknown
    if word.shouted and not first.shouted:
        return word.surname or len(word.text) > 5 or word.ordinary
    if first.shouted and not word.shouted:
        return False
    return word.known or word.low not in _no_surnames()


def _linked(words: list[CapitalWord], at: int, end: int) -> bool:
    """Whether a word behind *de*, *del* or *de la* is part of the name: *Pérez de Cuéllar*, *Campos del Valle*."""
    word, more = words[end], end + 1 < len(words) and words[end + 1].gap == " "
    if end == at + 1 and more and words[at].given and word.low in _devotions():
        return True  # Juan de Dios Guerra, María del Pilar Ríos
    if word.surname and not more and end > at + 1 and words[end - 1].surname:
        return True  # Luz Rosales Guerra de Paz
    if word.gap == "de" and word.given:
        # Flor de María Paraná; Rosa de María would be whose daughter she is
        return end == at + 1 and words[at].given and more
    if word.surname and (word.low not in _no_surnames() or (word.gap != "de" and not more and end > at + 1)):
        return True
    if word.given:
        return word.low not in _no_surnames()
    # Montes de Oca; Ana Ruiz de Lima is from there
    ordinary = word.ordinary and not (word.foreign or word.heads or is_local(word.text))
    return (
        word.gap == "de"
        and ordinary
        and not more
        and end > at + 1
        and words[end - 1].surname
        and word.low not in _no_surnames()
    )


def _ends(text: Capitals, last: CapitalWord, word: CapitalWord) -> bool:
    """Whether a sentence ends between an initial and the next word."""
    return not (word.known or word.unknown)


def _name(text: Capitals, at: int, end: int, sign: str) -> tuple[int, Name]:
    words = text.words
    start, stop = words[at].start, words[end - 1].end
    if len(words[end - 1].text) == 1 and text.text[stop : stop + 1] == ".":
        stop += 1
    return end, Name(start, stop, text.text[start:stop], "person", sign)
