"""Is a list item or table cell nothing but a name? Names are kept; everything else is translated.

A heuristic on capitals, connectors, head nouns and acronyms, tuned to err towards
"no": a name that goes through drafting is still held by the glossary, a demand that is
kept untranslated is a gap in the statement. Bodies of the state ("Consejo de Ministros")
and countries are no names in this sense: they have an English of their own.
"""

from __future__ import annotations

import re
from functools import cache

from ..language import of
from ..language.calendar import month_pattern
from ..language.text import fold
from .words import line_words

_MARKUP = (
    (re.compile(r"!?\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[\^[^\[\]]+\]"), ""),
    (re.compile(r"[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}"), ""),
)
_LINK = re.compile(r"https?:|www\.|@|\S\.(?:org|com|pe|net)\b")
_SENTENCE = re.compile(r"[?!¿¡:;…]|(?<![^\W\d_])[^\W\d_]{4,}\.\s|\.[-–—]")
_WORD = re.compile(r"[^\W_]+(?:[’'&.-][^\W_]+)*")
_DAY = re.compile(r"(?<!\d)\d{1,2}[ \u00a0]+de[ \u00a0]+[A-Za-z]{4,10}(?!\w)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_QUOTED = re.compile(r"[“«\"‘]\s*[A-ZÁÉÍÓÚÜÑ][^”»\"’]*[”»\"’]")
_COUNTRY_TAIL = re.compile(r"(?<!\s)\s*(?:[,–—-]\s*|\()([^\W\d_][^\d,()–—]*)\)?$")
_MOST_WORDS = 25
_MOST_BLANKS = 2 * _MOST_WORDS
"""With this many, whatever is between them, it is running text."""
_LONGEST = 400
_SIGNS = frozenset("[*_`~")
_MOST_ORDINARY = 4

_NOMINAL = re.compile(r"(?:cion|sion|miento|encia|ancia|anza|aje|idad|ismo|ura)(?:es|s)?$")
"""Endings of nouns for acts and states; a list item that begins with one asks for something."""
_ADJECTIVE = re.compile(
    r"(?:al|ales|ar|ares|ic[oa]s?|in[oa]s?|an[oa]s?|enses?|istas?|iv[oa]s?|[aiu]d[oa]s?|iles?|igenas?|or[ea]s?|os|as|es)$"
)
_VERB_END = re.compile(r"(?:[aei]mos|aron|ieron|[ai]endo|ando)$")


def names_only(text: str) -> bool:
    """Whether a list item, line or cell holds only the name of an organisation or person.

    Markdown marks, a final stop and a country or place after the name do not matter.
    A single ordinary capitalised word ("Región", "Puno") is not a name: it cannot be distinguished
    from a noun that opens a cell.
    """
    if len(text) > _LONGEST or text.count(" ") > _MOST_BLANKS:
        return False
    if not _SIGNS.isdisjoint(text):
        for pattern, plain in _MARKUP:
            text = pattern.sub(plain, text)
    text = " ".join(text.split()).rstrip(".,; ")
    if not text or _LINK.search(text) or _SENTENCE.search(text) or _dated(text):
        return False
    words = _WORD.findall(text)
    if not words or len(words) > _MOST_WORDS or not (_capital(words[0]) or words[0][0].isdigit()):
        return False
    if _is_country(text) or _names_country_in_spanish(text):
        return False
    if (
        sum(word[0].islower() and word.lower() not in line_words("connectors") for word in words)
        > _MOST_ORDINARY
    ):
        return False
    folded = [word.lower() if word.isascii() else fold(word) for word in words]
    if not line_words("verbal").isdisjoint(word.lower() for word in words[1:]) or folded[0] in ("no", "si"):
        return False
    from ..language.dictionary import is_conjugated

    if any(
        word[0].islower() and word.lower() not in line_words("connectors") and is_conjugated(word)
        for word in words[1:]
    ):
        return False
    if not any(_capital(word) for word in words):
        return False
    return _looks_like_name(text, words, folded)


def _dated(text: str) -> bool:
    """Whether a line says when something is; a body may be called after a day (*Asociación 18 de Octubre*)."""
    if not month_pattern("es", "en").search(text) or not any(char.isdigit() for char in text):
        return False
    return not _called_after_a_day(text)


def _called_after_a_day(text: str) -> bool:
    """Whether a body's noun is before a day without a year: *Comité de Familiares del 15 de diciembre*."""
    day = _DAY.search(text)
    if day is None or _YEAR.search(text):
        return False
    before = [fold(word) for word in _WORD.findall(text[: day.start()])]
    if not before or before[0] not in line_words("heads") - line_words("weak_heads"):
        return False
    own = [word for word in before[1:] if word not in line_words("connectors")]
    return bool(own) or before[-1] in line_words("heads")


def _is_country(text: str) -> bool:
    return all(
        fold(part.strip()) in line_words("countries")
        for part in re.split(r"[,/()–]| y ", text)
        if part.strip()
    )


def _names_country_in_spanish(text: str) -> bool:
    """Whether a country that is called otherwise in English is behind the name."""
    parts = re.split(r"[,/()–—]|\s[ye]\s", text)
    return any(part.strip().lower() in line_words("translated_countries") for part in parts[1:])


def _capital(word: str) -> bool:
    return word[0].isupper()


def _acronym(word: str) -> bool:
    """CEAS, CNDDHH, MiningWatch, CooperAcción: capitals where an ordinary word has none."""
    letters = [char for char in word if char.isalpha()]
    return len(letters) > 1 and any(char.isupper() for char in letters[1:]) and "-" not in word


def _looks_like_name(text: str, words: list[str], folded: list[str]) -> bool:
    if _addressed(folded):
        return False
    shouted = len(words) > 1 and text.upper() == text
    start = 1 if len(words) > 1 and folded[0] in line_words("openers") else 0
    headed = folded[start] in line_words("heads")
    if shouted and not headed:
        return False
    if folded[0] in line_words("connectors") - line_words("openers") or folded[start] in line_words("state"):
        return False
    if not headed and _opens_demand(words[start], folded[start]):
        return False
    if any(
        word[0].islower() and plain not in line_words("connectors")
        for word, plain in zip(words, folded, strict=True)
    ):
        return _descriptive_name(words, folded, start, headed)
    named = [
        n for n, word in enumerate(words) if _capital(word) and folded[n] not in line_words("connectors")
    ]
    if _QUOTED.search(text) or (not shouted and _has_acronym(words, folded, headed)):
        return len(named) > 1 or not headed
    if headed:
        own = [
            n
            for n in named
            if n > start and folded[n] not in line_words("common") and not _NOMINAL.search(folded[n])
        ]
        return len(named) > 1 and (bool(own) or folded[start] not in line_words("weak_heads"))
    late = next((n for n in named if folded[n] in line_words("heads")), 0)
    if late > (folded[start] in line_words("common")) and line_words("connectors").isdisjoint(folded[1:late]):
        return True
    return _bare_name(text, words, folded)


@cache
def _offices() -> frozenset[str]:
    """Forms of address and offices, folded, and the bodies they are held in."""
    spanish = of("es")
    held = spanish.words("names", "titles", "roles", "offices") | spanish.words("grammar", "offices")
    return frozenset(map(fold, held)) | line_words("state") | line_words("connectors")


def _addressed(folded: list[str]) -> bool:
    """Whether a line names an office and nobody who holds it: *Señor Fiscal*, *Señora Presidenta del Congreso*."""
    if len(folded) < 2 or folded[0] in line_words("connectors"):
        return False
    return all(
        not _offices().isdisjoint((word, word.removesuffix("s"), word.removesuffix("es"))) for word in folded
    )


def _opens_demand(word: str, folded: str) -> bool:
    """Whether the first word is that of a demand, an act or a state of things."""
    return not _acronym(word) and len(folded) > 5 and _NOMINAL.search(folded) is not None


def _has_acronym(words: list[str], folded: list[str], headed: bool) -> bool:
    """Whether an acronym stands for the whole, not for what an act is done to ("Visita de la CIDH")."""
    if not headed and folded[0] in line_words("common") and len(words) < 4:
        return False
    return any(
        _acronym(word) and (headed or n == 0 or folded[n - 1] not in line_words("connectors"))
        for n, word in enumerate(words)
    )


def _descriptive_name(words: list[str], folded: list[str], start: int, headed: bool) -> bool:
    """A name with ordinary words in it ("Comité de víctimas de Juliaca"): a head first, a proper noun after.

    Without a head only "Los autoconvocados del Distrito de …" and its like. Each
    ordinary word has to follow a connector or look like an adjective, and none like a verb.
    """
    for n, word in enumerate(words):
        if word[0].islower() and folded[n] not in line_words("connectors"):
            loose = folded[n - 1] not in line_words("connectors") and not _ADJECTIVE.search(folded[n])
            purpose = folded[n - 1] == "para" and folded[n].endswith(("ar", "er", "ir"))
            if loose or purpose or _VERB_END.search(folded[n]) or folded[n] in line_words("state"):
                return False
    if headed:
        if folded[start] in line_words("weak_heads"):
            return False
    elif (
        folded[0] not in ("los", "las")
        or folded[1] in line_words("common")
        or line_words("places").isdisjoint(folded)
    ):
        return False
    later = zip(words[start + 1 :], folded[start + 1 :], strict=True)
    return any(
        _capital(word) and plain not in line_words("state") | line_words("common") for word, plain in later
    )


def _bare_name(text: str, words: list[str], folded: list[str]) -> bool:
    """Capitalised words without head noun or acronym: "Alberto Otárola", "Kuskalla Abya Yala"."""
    tail = _COUNTRY_TAIL.search(text)
    if tail and fold(tail[1].strip()) in line_words("countries"):
        count = len(_WORD.findall(text[: tail.start()]))
        words, folded = words[:count], folded[:count]
    linked = [word for word in folded[1:] if word in line_words("connectors")]
    named = [
        n for n, word in enumerate(words) if _capital(word) and folded[n] not in line_words("connectors")
    ]
    common = [n for n in named if folded[n] in line_words("common") | line_words("state")]
    if any(word not in line_words("soft_connectors") for word in linked) or len(named) < (3 if linked else 2):
        return False
    if linked and folded[0] not in line_words("given") and folded[1] in line_words("connectors"):
        return False
    return named[0] not in common and len(common) * 2 < len(named)
