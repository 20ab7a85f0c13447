"""Inclusive forms of Spanish read as the word they stand for: `comuner@s`, `los(as)`, `lxs`, `detenidos/as`.

Their other halves and characters are distinguished from the letters around them; no list of words is needed. Forms
in *-e* (`les comuneres`) are words like others: the inflection of nouns that name people knows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from .dictionary import is_spanish
from .knowledge import of

_ENDING = r"(?:[oaOA][sS]?|[eE][sS]?|[rR][aeAE][sS]?)"
_SIGN = re.compile(
    r"[(/@xX*](?:"  # by which `re` passes over all else at once
    rf"(?<=\()(?:{_ENDING}|[lL][aoAO][sS]?)\)|(?<=/)(?:{_ENDING}|[lL][aoAO][sS]?)(?![\w/])"
    r"|(?<=@)(?=[sS]?(?![\w@]|\.\w))|(?<=[xX])(?=[sS]?(?!\w))|(?<=\*)(?=[sS](?!\w)))"
)
_ADDRESS = re.compile(r"(?:://|www\.|@\w+\.)\S*$|\S/\S*\.\w*$|\.\w+/\S*$")
"""What is before a slash in an address or a path."""
_IN_E = re.compile(r"\b((?:[Ll]es|[Uu]nes?) )?([a-záéíóúñA-ZÁÉÍÓÚÑ][a-záéíóúñ]{2,})(es?)\b")
_ARTICLES = {"les": "los", "une": "un", "unes": "unos"}
_BEFORE_X = frozenset("bcdfghjklmnñpqrstvzíBCDFGHJKLMNÑPQRSTVZÍ")
"""No Spanish word ends in one of these and *x*, but for names such as Marx."""


def inclusive(text: str) -> Iterator[tuple[int, int, str]]:
    """Stretches of a Spanish text that make a word inclusive: where they are and the letter that takes their place.

    The letter is empty where the word is whole without the stretch: the `(as)` of `los(as)`.
    """
    for found in _SIGN.finditer(text):
        start, end = found.span()
        before = text[max(0, start - 2) : start]
        if text[start] == "/" and _ADDRESS.search(text, max(0, start - 100), start):
            continue
        if not before[-1:].isalpha():
            continue
        if end - start > 1 or text[start] == "*":
            if not before.isalpha() or len(before) < 2:
                continue  # the a) of a list, a/c
        elif text[start] in "xX" and before[-1] not in _BEFORE_X:
            continue
        letter = "o" if end - start == 1 else ""
        yield start, end, letter.upper() if before[-1].isupper() else letter


def plainly(text: str) -> str:
    """A Spanish text with its inclusive forms as plain words, for engines that know no others.

    A word in *-x* is taken for one only in the plural: *Marx* and *Bronx* stay.
    """
    out: list[str] = []
    at = 0
    for start, end, letter in inclusive(text):
        if text[start] in "xX" and text[end : end + 1] not in ("s", "S"):
            continue
        out += (text[at:start], letter)
        at = end
    return _neutral("".join(out) + text[at:] if out else text)


def _neutral(text: str) -> str:
    """Forms in *-e* that no dictionary has, as the ones in *-o*: *les compañeres*, *todes*."""
    if not _IN_E.search(text):
        return text

    return _IN_E.sub(lambda match: _as_in_o(match[0], match[1] or "", match[2], match[3]), text)


@lru_cache(maxsize=20_000)
def _as_in_o(form: str, article: str, stem: str, ending: str) -> str:
    """The form in *-o*; the same form where it is a word, or no word in *-o* is known."""
    other = article.strip().lower() == "les" and ending == "e"  # les respete
    alone = (not article or other) and stem.lower() not in _in_e()  # Tumbes; que se respete
    if alone or is_spanish(stem + ending) or not is_spanish(stem + "o" + ending[1:]):
        return form
    return f"{_capital(_ARTICLES.get(article.lower().strip(), ''), article)}{' ' if article else ''}{stem}o{ending[1:]}"


def _capital(word: str, like: str) -> str:
    return word.capitalize() if like[:1].isupper() else word


@cache
def _in_e() -> frozenset[str]:
    return of("es").words("inclusive", "in_e")
