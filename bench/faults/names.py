"""Names of people, places and bodies, and glossary terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from translate_flow.language.dictionary import is_english
from translate_flow.language.text import fold

from .pair import Faulty, Pair

_RUN = re.compile(
    r"(?<![\w’'-])[A-ZÁÉÍÓÚÜÑÖÅŠČŽ][\w’'-]+(?: (?:(?:de|del|la|las|los|y|da|von|van) ){0,2}[A-ZÁÉÍÓÚÜÑÖÅŠČŽ][\w’'-]+)*(?![\w])"
)
_WORD = re.compile(r"[^\W\d_]+")


def runs(source: str, target: str) -> list[re.Match[str]]:
    """Names that stand in the translation as they stand in the source, and that hold a word English does not know."""
    found = []
    for run in _RUN.finditer(target):
        if run[0].removesuffix("'s").removesuffix("’s") != run[0] or run[0] not in source or len(run[0]) < 4:
            continue
        words = _WORD.findall(run[0])
        if run[0].isupper() or all(len(w) < 4 or is_english(w) for w in words):
            continue
        if not re.search(rf"(?<![\w]){re.escape(run[0])}(?![\w])", source):
            continue
        found.append(run)
    return found


def _once(pair: Pair) -> Iterator[re.Match[str]]:
    """Those that stand once."""
    for run in runs(pair.source, pair.target):
        if pair.target.count(run[0]) == 1:
            yield run


def letter(pair: Pair) -> Iterator[Faulty]:
    for run in _once(pair):
        for word in _WORD.finditer(run[0]):
            if len(word[0]) >= 5 and word[0].istitle() and not is_english(word[0]):
                at = run.start() + word.start() + len(word[0]) // 2
                char = pair.target[at]
                after = pair.target[at + 1]
                yield pair.without(at, at + 1)
                if char != after:
                    yield pair.without(at, at + 2, after + char)
                yield pair.without(at, at + 1, "b" if char != "b" else "f")


def dropped(pair: Pair) -> Iterator[Faulty]:
    for run in _once(pair):
        yield pair.without(*run.span())


def other(pair: Pair) -> Iterator[Faulty]:
    for run in _once(pair):
        fitting = [
            n
            for n in pair.others
            if n.count(" ") == run[0].count(" ") and n not in pair.target and n not in pair.source
        ]
        for name in fitting[:1]:
            yield pair.without(*run.span(), name)


def exchanged(pair: Pair) -> Iterator[Faulty]:
    for one, two in combinations(_once(pair), 2):
        if one[0] not in two[0] and two[0] not in one[0]:
            text = pair.target
            yield Faulty(
                pair.source,
                text,
                f"{text[: one.start()]}{two[0]}{text[one.end() : two.start()]}{one[0]}{text[two.end() :]}",
            )


def accent(pair: Pair) -> Iterator[Faulty]:
    for run in _once(pair):
        for word in _WORD.finditer(run[0]):
            bare = fold(word[0]).capitalize()
            if bare.lower() != word[0].lower() and word[0].istitle():
                yield pair.without(run.start() + word.start(), run.start() + word.end(), bare)


def last_word(pair: Pair) -> Iterator[Faulty]:
    for run in _once(pair):
        cut = run[0].rsplit(" ", 1)
        if len(cut) == 2:
            shorter = re.sub(r"(?: (?:de|del|la|las|los|y|da|von|van))+$", "", cut[0])
            yield pair.without(run.start() + len(shorter), run.end())


def term(pair: Pair) -> Iterator[Faulty]:
    for _, form in pair.terms:
        for found in pair.places(re.compile(rf"(?<!\w){re.escape(form)}(?!\w)", re.IGNORECASE)):
            yield pair.without(*found.span(), "other matters")
            break
