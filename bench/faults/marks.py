"""Bold, italic, links, footnote references and addresses.

News has none of them, so they are put around words that both sides share, on both sides, before one is spoilt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations

from .pair import Faulty, Pair

_SHARED = re.compile(r"(?<![\w.,*\[/^-])(?:[A-ZÁÉÍÓÚÑ][^\W\d_]{3,}|\d[\d]*)(?![\w.,\]*/]\w|[\w*\]/])")
_OTHER = re.compile(r"(?<![\w*\[\]])[a-z]{5,}(?![\w*\[\]])")
_ADDRESS = re.compile(r"https?://[\w./-]+\w")


def _shared(pair: Pair) -> list[str]:
    """Words that stand once on both sides."""
    if any(sign in pair.source + pair.target for sign in "*[<_"):
        return []
    found = [m[0] for m in _SHARED.finditer(pair.target)]
    return [w for w in found if pair.source.count(w) == 1 and pair.target.count(w) == 1]


def _set(text: str, word: str, before: str, after: str) -> str:
    return text.replace(word, f"{before}{word}{after}")


def _spoilt(pair: Pair, before: str, after: str, spoil: Callable[[str, str], str]) -> Iterator[Faulty]:
    for word in _shared(pair):
        right = _set(pair.target, word, before, after)
        yield Faulty(_set(pair.source, word, before, after), right, spoil(pair.target, word))


def bold_lost(pair: Pair) -> Iterator[Faulty]:
    yield from _spoilt(pair, "**", "**", lambda text, _: text)


def italic_lost(pair: Pair) -> Iterator[Faulty]:
    yield from _spoilt(pair, "*", "*", lambda text, _: text)


def link_lost(pair: Pair) -> Iterator[Faulty]:
    yield from _spoilt(pair, "[", "](https://ejemplo.org/a1)", lambda text, _: text)


def footnote_lost(pair: Pair) -> Iterator[Faulty]:
    yield from _spoilt(pair, "", "[^2]", lambda text, _: text)


def bold_italic(pair: Pair) -> Iterator[Faulty]:
    yield from _spoilt(pair, "**", "**", lambda text, word: _set(text, word, "*", "*"))


def bold_moved(pair: Pair) -> Iterator[Faulty]:
    for word in _shared(pair):
        right = _set(pair.target, word, "**", "**")
        at = pair.target.index(word)
        for found in _OTHER.finditer(pair.target):
            if abs(found.start() - at) > 25:
                wrong = f"{pair.target[: found.start()]}**{found[0]}**{pair.target[found.end() :]}"
                yield Faulty(_set(pair.source, word, "**", "**"), right, wrong)
                break


def links_crossed(pair: Pair) -> Iterator[Faulty]:
    for one, two in combinations(_shared(pair), 2):
        ends = "](https://ejemplo.org/a1)", "](https://ejemplo.org/b2)"
        if one in two or two in one:
            continue
        source, right = (
            _set(_set(t, one, "[", ends[0]), two, "[", ends[1]) for t in (pair.source, pair.target)
        )
        wrong = _set(_set(pair.target, one, "[", ends[1]), two, "[", ends[0])
        if source.count("](") == right.count("](") == 2:
            yield Faulty(source, right, wrong)


def address(pair: Pair) -> Iterator[Faulty]:
    for found in _ADDRESS.finditer(pair.target):
        if found[0] in pair.source:
            yield pair.without(found.end() - 1, found.end(), "x")
    for word in _shared(pair)[:1]:
        ends = "](https://ejemplo.org/acta-12)", "](https://ejemplo.org/acta-21)"
        yield Faulty(
            *(
                _set(t, word, "[", e)
                for t, e in ((pair.source, ends[0]), (pair.target, ends[0]), (pair.target, ends[1]))
            )
        )
