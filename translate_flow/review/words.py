"""The tokens a diff is made of: words, numbers, addresses and punctuation, never parts of them.

Finer than a reader's eye is no help, coarser hides the change: a number keeps its
points and commas, a word its combining accents, an address all its parts, so that
none of them is ever shown half changed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable, Sequence
from functools import cache, lru_cache
from itertools import accumulate

from rapidfuzz.distance import Levenshtein


@cache
def _marks() -> str:
    """Combining marks and emoji modifiers as ranges of a regular expression's class."""
    # `\w` leaves combining marks out, so that a decomposed "á" would be cut in two.
    codes = [c for c in range(0x300, 0x1F000) if unicodedata.category(chr(c))[0] == "M"]
    codes += [0xAD, 0x200C, *range(0x1F3FB, 0x1F400), *range(0xE0100, 0xE01F0)]
    codes.sort()
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


@cache
def _pattern(mail: bool, tags: bool) -> re.Pattern[str]:
    word = rf"[\w{_marks()}]"
    letter = rf"[^\W\d_][{_marks()}]*"
    # Repetitions before a sign that may not come are bounded, or a long run would be scanned from each point.
    address = rf"|[\w.+-]{{1,64}}@{word}[\w-]{{0,63}}(?:\.\w[\w-]{{0,63}}){{1,8}}" if mail else ""
    element = r"|</?[A-Za-z][A-Za-z0-9-]{0,20}(?:\s[^<>]{0,200})?>" if tags else ""
    return re.compile(
        # Most words are plain letters before a blank or comma, most signs stand at their end: found at once,
        # without the long way below.
        rf"\s+|[A-Za-z]+(?=[ ,;]|\.?(?!\S))|[.,;:](?!\S){element}"
        rf"|(?:https?://|www\.)[^\s<>\"”»]{{0,2000}}[\w/]{address}"
        rf"|(?:{letter}\.){{2,12}}(?!{word})"
        rf"|{word}+(?:(?:[’'·-]|(?<=\d)[.,:/](?=\d)){word}+)*"
        r"|[\U0001F1E6-\U0001F1FF]{2}"
        rf"|(?:.[{_marks()}]*\u200d)*.[{_marks()}]*",
        re.DOTALL,
    )


def cut(text: str) -> list[str]:
    """The text as words, numbers, addresses, elements, white space and characters; joined again it is the text."""
    return _pattern("@" in text, "<" in text).findall(text)


def is_word(token: str) -> bool:
    """Whether a token of `cut` has a letter or digit: no sign, no white space, no HTML element."""
    first = token[0]
    return first.isalnum() or (
        len(token) > 1 and first != "<" and not first.isspace() and any(map(str.isalnum, token))
    )


def letters(text: str) -> list[str]:
    """The characters of a text, each with its combining marks; joined again they are the text."""
    return re.findall(rf".[{_marks()}]*", text, re.DOTALL)


def word_tokens(text: str) -> list[str]:
    """The words and numbers of a text, as `cut` sees them."""
    return list(filter(is_word, cut(text)))


def word_spans(text: str) -> list[tuple[int, int]]:
    """Where each of them begins and ends."""
    tokens = cut(text)
    starts = accumulate(map(len, tokens), initial=0)
    return [(at, at + len(token)) for at, token in zip(starts, tokens, strict=False) if is_word(token)]


@lru_cache(maxsize=1 << 12)
def solid(text: str) -> tuple[str, ...]:
    """The words and punctuation of a text, without its white space."""
    return tuple(t for t in cut(text) if not t.isspace())


def distance(left: Sequence[Hashable], right: Sequence[Hashable]) -> int:
    """Levenshtein distance between two sequences of tokens: insertions, deletions, substitutions.

    By rapidfuzz, bit-parallel after Hyyrö, "A bit-vector algorithm for computing
    Levenshtein and Damerau edit distances" (2003).
    """
    return Levenshtein.distance(left, right)


@lru_cache(maxsize=1 << 12)
def similarity(left: str, right: str) -> int:
    """How alike two texts are, in percent, rounded down; 100 only if they are the same text.

    Levenshtein distance over words and punctuation against the longer text, as OmegaT
    scores fuzzy matches.
    """
    return 100 if left == right else likeness(solid(left), solid(right))


def likeness(left: Sequence[str], right: Sequence[str]) -> int:
    """The same for two different texts, given their words and punctuation."""
    longer = max(len(left), len(right))
    return min(99, 100 * (longer - distance(left, right)) // longer) if longer else 99
