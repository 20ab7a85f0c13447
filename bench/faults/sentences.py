"""Sentences and clauses lost, added, left in Spanish or taken from the neighbour."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate_flow.language import sentences

from .pair import Faulty, Pair

_CLAUSE = re.compile(r",( [^,.;:!?]+)(?=[,.;])")


def _both(pair: Pair) -> tuple[list[str], list[str]]:
    return sentences.split(pair.source, "es"), sentences.split(pair.target, "en")


def _made(pair: Pair, parts: list[str]) -> Faulty:
    return Faulty(pair.source, pair.target, " ".join(parts))


def dropped(pair: Pair) -> Iterator[Faulty]:
    there, here = _both(pair)
    if 1 < len(here) == len(there):
        for at in range(len(here)):
            yield _made(pair, here[:at] + here[at + 1 :])


def short_dropped(pair: Pair) -> Iterator[Faulty]:
    there, here = _both(pair)
    if 1 < len(here) == len(there):
        for at, sentence in enumerate(here):
            if 2 <= len(sentence.split()) < 9:
                yield _made(pair, here[:at] + here[at + 1 :])


def added(pair: Pair) -> Iterator[Faulty]:
    there, here = _both(pair)
    more = sentences.split(pair.next[1], "en")
    if more and len(here) == len(there):
        yield _made(pair, [*here, more[-1]])


def twice(pair: Pair) -> Iterator[Faulty]:
    _, here = _both(pair)
    for at, sentence in enumerate(here):
        if len(sentence.split()) > 3:
            yield _made(pair, [*here[: at + 1], *here[at:]])


def tail(pair: Pair) -> Iterator[Faulty]:
    words = pair.target.split(" ")
    if len(words) >= 10:
        kept = " ".join(words[: round(len(words) * 0.6)]).rstrip(",;:.")
        yield Faulty(pair.source, pair.target, kept + pair.target[-1])


def clause(pair: Pair) -> Iterator[Faulty]:
    for found in pair.places(_CLAUSE):
        if len(found[1].split()) >= 4:
            yield pair.without(*found.span())


def left(pair: Pair) -> Iterator[Faulty]:
    there, here = _both(pair)
    if len(there) == len(here) > 1:
        for at, sentence in enumerate(there):
            if len(sentence.split()) > 3:
                yield _made(pair, [*here[:at], sentence, *here[at + 1 :]])


def six_words(pair: Pair) -> Iterator[Faulty]:
    there, here = pair.source.split(" "), pair.target.split(" ")
    if len(there) >= 15 and len(here) >= 15:
        for at in range(2, len(there) - 8, 3):
            place = round(at * len(here) / len(there))
            yield _made(pair, [*here[:place], *there[at : at + 6], *here[place + 6 :]])


def whole(pair: Pair) -> Iterator[Faulty]:
    if len(pair.source.split()) >= 6:
        yield Faulty(pair.source, pair.target, pair.source)


def neighbour(pair: Pair) -> Iterator[Faulty]:
    if pair.next[1] and len(pair.target.split()) > 4 and len(pair.next[1].split()) > 4:
        yield Faulty(pair.source, pair.target, pair.next[1])


def neighbours_sentence(pair: Pair) -> Iterator[Faulty]:
    there, here = _both(pair)
    more = sentences.split(pair.next[1], "en")
    if more and len(there) == len(here) > 1:
        for at in range(len(here)):
            yield _made(pair, [*here[:at], more[0], *here[at + 1 :]])
