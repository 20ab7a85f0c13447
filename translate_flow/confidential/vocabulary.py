"""The words by which people mark a text, of all languages together: a mark is looked for before the language is known."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from ..language import knowledge

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SIGNS = re.compile(r"[\W_]+")
_SPACED = re.compile(r"(?<!\w)(?:[^\W_][ \t.·_-]{1,3}){6,40}[^\W_](?!\w)")
"""C O N F I D E N T I A L, C-O-N-F-I-D-E-N-T-I-A-L"""
_BETWEEN = re.compile(r"[ \t.·_-]+")
_ALIKE = {"i": "i1l|!", "l": "l1i|!", "o": "o0", "e": "e3", "a": "a4@", "s": "s5$", "t": "t7"}
"""Signs that are typed for a letter, or that a reader takes for it: *CONFlDENClAL*, *c0nfidential*."""
_LIKE = str.maketrans(
    "асеокрхуітвнмгАСЕОКРХУІТВНМοειαρτνκΟΕΙΑΡΤΝΚ", "aceokpxyitbhmrACEOKPXYITBHMoeiaptvkOEIAPTNK"
)
"""Cyrillic and Greek letters that look like Latin ones."""
_LOCKS = re.compile("[\N{LOCK}\N{CLOSED LOCK WITH KEY}\N{LOCK WITH INK PEN}]")


def plain(text: str) -> str:
    """A text with its letters as they are usually written: no wide or bold ones, no accents, nothing invisible."""
    if text.isascii():
        return _letters(text)
    parted = unicodedata.normalize("NFKD", text)
    for sign in set(parted):  # of a text's many characters a few dozen are different
        if not sign.isascii() and (unicodedata.combining(sign) or unicodedata.category(sign) == "Cf"):
            parted = parted.replace(sign, "")
    return _letters(_LOCKS.sub(" CONFIDENTIAL: ", parted.translate(_LIKE)))


def _letters(text: str) -> str:
    """A text whose signs that look like letters of the word are these letters."""
    return _alike().sub(_as_meant, text)


def _as_meant(found: re.Match[str]) -> str:
    said = found[0].casefold()
    word = next(w for w in _longest() if len(w) == len(said) and re.fullmatch(_like(w), said))
    capitals = sum(letter.isupper() for letter in found[0])
    return word.upper() if 2 * capitals > len(word) else word


@cache
def _alike() -> re.Pattern[str]:
    return re.compile("|".join(map(_like, _longest())), re.IGNORECASE)


@cache
def _longest() -> tuple[str, ...]:
    """The word and its beginnings, the longest first."""
    return tuple(sorted(words("marks") | words("stems"), key=lambda word: (-len(word), word)))


def _like(word: str) -> str:
    return "".join(f"[{re.escape(_ALIKE[c])}]" if c in _ALIKE else re.escape(c) for c in word)


def closed(text: str) -> str:
    """The same, with words that were spaced out letter by letter put together."""
    return _SPACED.sub(lambda found: _BETWEEN.sub("", found[0]), text)


def tokens(text: str) -> tuple[str, ...]:
    """The words of a key or a short text, in small letters without accents; `isPrivate` is two."""
    return tuple(_SIGNS.sub(" ", _CAMEL.sub(" ", plain(text))).casefold().split())


def folded(word: str) -> str:
    """A word or key in small letters without accents, punctuation and blanks."""
    return "".join(c for c in plain(word).casefold() if c.isalnum())


def _bare(word: str) -> str:
    """A word of a table as `folded`: nothing in it is meant for something else."""
    parted = unicodedata.normalize("NFKD", word).casefold()
    return "".join(c for c in parted if c.isalnum())


@cache
def words(row: str) -> frozenset[str]:
    """The words of a row of `[confidential]`, of every language, folded."""
    tables = knowledge.everywhere("confidential").values()
    return frozenset(_bare(entry) for table in tables for entry in knowledge.entries(table.get(row, "")))


@cache
def phrases() -> frozenset[tuple[str, ...]]:
    """Phrases that mark a text, as tokens."""
    tables = knowledge.everywhere("confidential").values()
    return frozenset(
        tokens(entry) for table in tables for entry in knowledge.entries(table.get("phrases", ()))
    )


@cache
def stem() -> re.Pattern[str]:
    """What every form of the word holds, and its usual misspellings."""
    return re.compile("|".join([*sorted(map(re.escape, words("stems"))), "confiden[tcz]i"]))


@cache
def hint() -> re.Pattern[str]:
    """What a line must hold (folded to small letters, without accents) to be worth a closer look."""
    firsts = {phrase[0] for phrase in phrases()}
    every = words("words") | words("open") | words("levels") | firsts
    found = "|".join(map(re.escape, sorted(every, key=len, reverse=True)))
    return re.compile(rf"{stem().pattern}|confid|\b(?:{found})")


@cache
def adjective() -> str:
    """A pattern for the word in a stamp."""
    return "(?:" + "|".join(map(re.escape, sorted(words("marks"), key=len, reverse=True))) + ")"
