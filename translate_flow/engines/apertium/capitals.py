"""Text in capitals, given to Apertium in small letters, and its answer in capitals again.

The dictionaries take a word in capitals for another than in small ones (*NINGÚN* stays unread, *MI* comes back half Spanish), so
titles, slogans and whatever is shouted inside a sentence go through as the same words in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...language import of
from ...language.dictionary import is_spanish
from ...language.text import fold
from ...names.places import countries, english, is_local, is_unaccented
from ...passage import Passage

_UPPER = "A-ZÁÉÍÓÚÜÑ"
_SHOUTED = rf"[{_UPPER}]{{2,}}(?![\w.])|[{_UPPER}]{{2,}}(?=\.(?!\w))|(?<![\w.])[AEOUY](?![\w.])"
_RUN = re.compile(rf"(?<![\w.@#/-])(?:{_SHOUTED})(?:[ ,;]+(?:{_SHOUTED}))*")
_WORD = re.compile(r"[^\W\d_]+")
_MAYBE = re.compile(rf"[{_UPPER}]{{2}}")
_LOWER = re.compile(r"[a-záéíóúüñ]")
_ASTRAY = re.compile(r"([“\"«(:–—-] ?)(i|h|s|t|w)((?:t|e|he|hey|here) )([A-Z])(?=[a-z])")
_SMALL = of("en").words("grammar", "in_titles")


def manner(passage: Passage) -> str:
    """How a whole passage is written: `upper` in capitals, `title` with a capital on each word; empty for neither."""
    text = _outside(passage)
    words = _WORD.findall(text)
    if _MAYBE.search(text) and not _LOWER.search(text):
        ordinary = [word for word in words if _ordinary(word)]
        return "upper" if ordinary and 3 * len(ordinary) >= len(words) else ""
    if len(words) < 3 or not all(word[0].isupper() for word in words):
        return ""
    small = _function_words()
    return "title" if any(word.lower() in small for word in words[1:] if word[1:].islower()) else ""


def lowered(passage: Passage, how: str) -> str:
    """The text of a passage in small letters, but for the first of each sentence, names of places, and what is held."""
    out: list[str] = []
    at, first = 0, True
    for start, end in _places(passage):
        out.append(small(passage.text[at:start], first, titled=how == "title"))
        first = first and not out[-1].strip() and start == end
        out.append(passage.text[start:end])
        at = end
    out.append(small(passage.text[at:], first, titled=how == "title"))
    return "".join(out)


def raised(answer: str, how: str) -> str:
    """The answer in capitals again: all of it, or the first letter of each word but the small ones."""
    if how == "upper":
        return answer.upper()
    first = True

    def word(match: re.Match[str]) -> str:
        nonlocal first
        here, first = first, False
        found = match[0]
        low = found.lower()
        return low if not here and low in _SMALL else found[:1].upper() + found[1:]

    return re.sub(r"[^\W\d_][\w’']*", word, answer)


def steady(answer: str) -> str:
    """The answer with the capital that went astray behind a pronoun which English puts before a verb: *“it Is*."""
    answer = answer.replace("can not ", "cannot ")
    return _ASTRAY.sub(lambda m: m[1] + m[2].upper() + m[3] + m[4].lower(), answer)


def runs(text: str) -> Iterator[tuple[int, int]]:
    """Stretches in capitals inside a text that has small letters too: two words or more, or one that denies."""
    if not _MAYBE.search(text):
        return
    for match in _RUN.finditer(text):
        words = _WORD.findall(match[0])
        if len(words) == 1:
            if words[0].lower() in _denying():
                yield match.span()
            continue
        long = [word for word in words if len(word) > 1]
        ordinary = [word for word in long if _ordinary(word)]
        if len(ordinary) > 1 and 2 * len(ordinary) > len(long):
            yield match.span()


def small(text: str, first: bool, *, titled: bool = False) -> str:
    """A text in small letters; `first` if a sentence begins with it. Names of places and acronyms keep theirs."""
    begins = first

    def word(match: re.Match[str]) -> str:
        nonlocal begins
        found, low = match[0], match[0].lower()
        before = text[: match.start()].rstrip(" «“\"'(¡¿*_")
        here = (begins and not before) or before[-1:] in (".", "!", "?")
        begins = False
        if not titled and low in _acronyms():
            return found
        return low.capitalize() if here or _place(low) else low

    return _WORD.sub(word, text)


def _outside(passage: Passage) -> str:
    out, at = [], 0
    for start, end in _places(passage):
        out.append(passage.text[at:start])
        at = end
    return " ".join([*out, passage.text[at:]])


def _places(passage: Passage) -> Iterator[tuple[int, int]]:
    at = 0
    for held in passage.held:
        start = passage.text.find(held.mark, at)
        if start >= 0:
            at = start + len(held.mark)
            yield start, at


@cache
def _ordinary(word: str) -> bool:
    return is_spanish(word) or word.lower() in _function_words()


@cache
def _place(word: str) -> bool:
    known = english(word) or is_unaccented(word.capitalize()) or fold(word) in countries()[0]
    return bool(known) or (is_local(word) and not is_spanish(word))


@cache
def _function_words() -> frozenset[str]:
    spanish = of("es")
    return spanish.words(
        "function_words", "articles", "prepositions", "conjunctions", "pronouns", "adverbs", "verbs"
    )


@cache
def _denying() -> frozenset[str]:
    return of("es").words("negation", "negators", "without", "agreeing", "joining")


@cache
def _acronyms() -> frozenset[str]:
    return of("es").words("names", "translated_acronyms")
