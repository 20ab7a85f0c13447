"""Small words of English and Spanish, and spellings that are both right, for the classes of edits."""

from __future__ import annotations

import re

from ..language import of
from ..language.calendar import months, weekdays
from ..language.dictionary import is_english
from ..language.negation import is_negator, may_deny
from ..language.text import fold

_TABLES = [of(tag) for tag in ("en", "es")]
_FUNCTION = frozenset().union(*(known.words("function_words") for known in _TABLES))
_PIECES = frozenset("st")
"""What an apostrophe leaves behind it: *it's*, *don't*."""


_VARIANTS = (
    (re.compile(r"is(e|es|ed|ing|ation|ations|er|ers)$"), r"iz\1"),
    (re.compile(r"ys(e|es|ed|ing)$"), r"yz\1"),
    (re.compile(r"our(s|ed|ing|ite|ites|able|ably|hood|ly|er|ers|al)?$"), r"or\1"),
    (re.compile(r"([bt])re(s|d)?$"), r"\1er\2"),
    (re.compile(r"ence$"), "ense"),
    (re.compile(r"ll(ed|ing|er|ers|ors?)$"), r"l\1"),
    (re.compile(r"ogue(s)?$"), r"og\1"),
    (re.compile(r"aemi|aemo"), "emi"),
    (re.compile(r"mme(s)?$"), r"m\1"),
)
_VARIED = re.compile("|".join(pattern.pattern for pattern, _ in _VARIANTS))


def is_function(word: str) -> bool:
    """Whether a word is an article, preposition, pronoun or auxiliary: nothing is said or left unsaid by it."""
    low = word.lower().replace("’", "'")
    return low in _FUNCTION or low in _PIECES or (low.endswith("'s") and low[:-2] in _FUNCTION)


def may_deny_somewhere(word: str) -> bool:
    """Whether a word denies, or would beside its plain form, in one language or another."""
    return may_deny(word, "en") or is_negator(word, "es")


def is_date_word(word: str) -> bool:
    """Whether an English word names a month or a day of the week, by its capital too."""
    return word[:1].isupper() and (word.lower() in months("en") or word.lower() in weekdays("en"))


_NUMBERS = frozenset(
    word
    for known in _TABLES
    for table in ("cardinals", "scales", "rounds", "fractions")
    for words in known.table(table).values()
    for word in str(words).lower().split()
    if len(word) > 1
).union(*(known.words("numerals", "doubling") for known in _TABLES))
_TENS = frozenset().union(*(of("en").words("cardinals", str(ten)) for ten in range(20, 100, 10)))
_NUMBER = re.compile(r"half-\w+|[mdclxvi]{2,}|.*\d.*", re.DOTALL)


def is_numeric(word: str) -> bool:
    """Whether a word is a number, or part of one or of a date."""
    low = word.lower()
    head, hyphen, _ = low.partition("-")  # twenty-one, forty-second
    return (
        low in _NUMBERS
        or bool(hyphen and head in _TENS)
        or bool(_NUMBER.fullmatch(low))
        or is_date_word(word)
    )


def is_capital(word: str) -> bool:
    """Whether a word can be a name by its capital."""
    if not word[0].isupper() or word == "I" or not any(map(str.isalpha, word)):
        return False
    return not is_function(word) and not is_negator(word, "en")


def date_abbreviations(word: str) -> tuple[str, str]:
    """What a month or day of the week is shortened to: *nov*, *sept*."""
    low = word.lower()
    return low[:3], low[:4]


def one_spelling(word: str) -> str:
    """The word without accents and in American spelling: two spellings of one word become the same."""
    plain = fold(word).replace("’", "'").replace("-", "")
    if not _VARIED.search(plain):
        return plain
    for pattern, replacement in _VARIANTS:
        plain = pattern.sub(replacement, plain)
    return plain


def signless(word: str) -> str:
    """The word without the characters in it."""
    return re.sub(r"[^\w]", "", word.replace("’", "'").replace("‑", "-")) if not word.isalnum() else word


def loosely(word: str) -> str:
    """What words have in common that differ in capitals, in punctuation or in spelling only."""
    return one_spelling(signless(word.casefold()))


def is_known(word: str, language: str) -> bool:
    """Whether the word list has a word; True for languages without a list, where nothing can be said."""
    return language != "en" or is_english(word)
