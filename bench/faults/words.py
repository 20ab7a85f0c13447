"""Small words that turn a sentence round, and signs that come in pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translate_flow.language.dictionary import is_english
from translate_flow.language.quotations import quotations

from .pair import Faulty, Pair

_DENIED = re.compile(r"\b(?:no|ni|nunca|jamás|tampoco|nadie|nada|ning[uú]n[oa]?s?)\b", re.IGNORECASE)
_AUXILIARY = r"(?:is|are|was|were|will|has|have|had|can|could|should|would|must|may|might|do|does|did)"
_IDIOM = r"(?!(?:only|just|merely|simply|least|doubt|matter|sooner|more|less|to mention)\b)"
_DROPPED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"(?<= )(?<!whether or )not {_IDIOM}"), ""),
    (re.compile(r"(?<=is|re|as|ve|ad|es|id|do|ld)n['’]t\b"), ""),
    (re.compile(r"\bcannot\b"), "can"),
    (re.compile(r"\bcan['’]t\b"), "can"),
    (re.compile(r"\bwon['’]t\b"), "will"),
    (re.compile(rf"\bno (?=[a-z]){_IDIOM}(?!one\b|longer\b)"), ""),
    (re.compile(r"\bno longer "), ""),
    (re.compile(r"\bnever "), ""),
    (re.compile(r"\b[Nn]o ?one\b|\b[Nn]obody\b"), "everyone"),
    (re.compile(r"\b[Nn]one\b"), "all"),
)
_BARELY = "only|just|merely|simply|solely|rarely|barely|hardly|scarcely|seldom|little|few|also|perhaps|almost|nearly"
"""Words before which nobody puts a *not* that denies the sentence."""
_ADDED = re.compile(
    rf"\b{_AUXILIARY}\b(?=(?: [a-z]+){{2}})(?! (?:not|no|never|the|a|an|he|she|they|we|it|you|{_BARELY})\b)"
)
_OPPOSITES = (
    ("dead", "injured"), ("died", "were injured"), ("deaths", "injuries"), ("more", "less"), ("men", "women"),
    ("before", "after"), ("increased", "decreased"), ("rose", "fell"), ("won", "lost"), ("first", "last"), ("boys", "girls"),
    ("mother", "father"), ("son", "daughter"), ("buy", "sell"), ("bought", "sold"), ("north", "south"), ("rich", "poor"),
)  # fmt: skip
_PERSONS = (
    ("mother", "father"), ("wife", "husband"), ("son", "daughter"), ("sons", "daughters"), ("brother", "sister"),
    ("brothers", "sisters"), ("uncle", "aunt"), ("grandfather", "grandmother"), ("Mr", "Mrs"), ("man", "woman"),
)  # fmt: skip
_JUSTICE = (
    ("charged", "convicted"), ("accused", "acquitted"), ("sentenced", "acquitted"), ("arrested", "released"),
    ("detained", "freed"), ("judge", "prosecutor"), ("victim", "attacker"), ("police", "soldiers"), ("legal", "illegal"),
    ("peaceful", "violent"), ("guilty", "innocent"),
)  # fmt: skip
_STANDS = (
    ("allowed", "forbidden"), ("allow", "prohibit"), ("permitted", "prohibited"), ("granted", "denied"), ("approved", "rejected"),
    ("accepted", "rejected"), ("supported", "opposed"), ("support", "oppose"), ("accept", "reject"), ("approve", "reject"),
)  # fmt: skip
_TURNED = {**dict(_OPPOSITES), **{b: a for a, b in _OPPOSITES}}
_OPPOSITE = re.compile(rf"\b(?:{'|'.join(_TURNED)})\b")


def negation_dropped(pair: Pair) -> Iterator[Faulty]:
    if not _DENIED.search(pair.source):
        return
    for pattern, put in _DROPPED:
        for found in pair.places(pattern):
            yield pair.without(*found.span(), put)


def negation_added(pair: Pair) -> Iterator[Faulty]:
    if "?" in pair.target:
        return
    for found in pair.places(_ADDED):
        yield pair.without(found.end(), found.end(), " not")


def opposite(pair: Pair) -> Iterator[Faulty]:
    for found in pair.places(_OPPOSITE):
        yield pair.without(*found.span(), _TURNED[found[0]])


def _either_way(pairs: Sequence[tuple[str, str]], pair: Pair) -> Iterator[Faulty]:
    table = {**dict(pairs), **{b: a for a, b in pairs}}
    for found in pair.places(re.compile(rf"\b(?:{'|'.join(table)})\b")):
        yield pair.without(*found.span(), table[found[0]])


def person(pair: Pair) -> Iterator[Faulty]:
    yield from _either_way(_PERSONS, pair)


def justice(pair: Pair) -> Iterator[Faulty]:
    yield from _either_way(_JUSTICE, pair)


def stand(pair: Pair) -> Iterator[Faulty]:
    yield from _either_way(_STANDS, pair)


def unquoted(pair: Pair) -> Iterator[Faulty]:
    """All quotation marks gone, of texts that quote four words or more."""
    quoted = [span for span in quotations(pair.target) if len(pair.target[slice(*span)].split()) > 3]
    if quoted and quotations(pair.source):
        text = re.sub(r"[“”«»\"]", "", pair.target)
        yield Faulty(pair.source, pair.target, text)


def word_left(pair: Pair) -> Iterator[Faulty]:
    """A word of the source where one of the translation stood, at about the same place."""
    there, here = pair.source.split(" "), pair.target.split(" ")
    for at, word in enumerate(there):
        if len(word) > 4 and word.isalpha() and word.islower() and not is_english(word) and len(here) > 3:
            place = round(at * (len(here) - 1) / max(1, len(there) - 1))
            if here[place].isalpha() and here[place].islower():
                yield Faulty(pair.source, pair.target, " ".join([*here[:place], word, *here[place + 1 :]]))


def quote(pair: Pair) -> Iterator[Faulty]:
    for found in pair.places(re.compile(r"[“”«»]")):
        yield pair.without(*found.span())
    straight = list(pair.places(re.compile('(?<!\\d)"')))
    if len(straight) % 2 == 0:
        for found in straight:
            yield pair.without(*found.span())


def bracket(pair: Pair) -> Iterator[Faulty]:
    if pair.target.count("(") == pair.target.count(")"):
        for found in pair.places(re.compile(r"(?<!\])[()]")):
            yield pair.without(*found.span())


def doubled(pair: Pair) -> Iterator[Faulty]:
    for found in pair.places(re.compile(r"(?<=[a-z] )[a-z]+(?= [a-z])")):
        if found[0] not in ("that", "had", "very", "so", "no"):
            yield pair.without(found.end(), found.end(), f" {found[0]}")
