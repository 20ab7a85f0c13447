"""What an engine's English needs after the translation: characters, numbers, capitals.

All but `capitals` work on the answer while the marks are still in it, so that held text is
never touched.
"""

from __future__ import annotations

import re

from ..language import of
from ..language.calendar import months, weekdays
from ..language.text import fold
from ..passage import Passage
from .numerals import spanish_numbers

_WITH_CAPITAL = of("en").words("grammar", "with_capital")
_NO_PEOPLES = of("en").words("grammar", "no_peoples")
_QUOTES = str.maketrans({"«": "“", "»": "”", "¿": None, "¡": None})
_SPANISH_SIGN = re.compile("[«»¿¡]")
_SPACE_BEFORE = re.compile(r"(?<=\S)[ \t]+(?=[,;!?…)”’]|[.:](?![\w.]))")
_SPACE_PERCENT = re.compile(r"(?<=\d)[ \t\xa0\u202f](?=%(?!\w))")
_SPACE_AFTER = re.compile(r"(?<=[(“])[ \t]+(?=\S)")
_SPACES = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")
_MARK = r"</?[a-z]{1,3}\d{0,4}/?>"
"""An inline mark; a footnote's reference is behind the stop, a mark of bold before the first word."""
_SENTENCE_START = re.compile(
    rf"([.!?…](?:[\"”’)\]*_]|{_MARK}|\[\^[^\[\]\s]{{1,40}}\])*[ \t]+(?:[\"“«‘(\[*_]|{_MARK})*)([^\W\d_])"
)
_WORD = re.compile(r"[\w’'-]+")
_FIRST_LETTER = re.compile(rf"^(?:{_MARK}|[\s\"“«‘'(\[*_#>—–-])*([^\W\d_])")
_QUANTITY = re.compile(r"\d[., \xa0\u202f\u2009]\d")
_ADDRESS = re.compile(r"[@/#]|\w\.\w")
_STRETCH = re.compile(r"[^\s<]+")
_REACH = 12
"""Characters that tell an abbreviation, with room for what is before it."""
_ABBREVIATION = re.compile(r"(?:\b[a-z]\.[a-z]|\b(?:No|Dr|Mr|Mrs|Ms|St|vs|etc|art))$")


def signs(source: str, answer: str) -> str:
    """Punctuation, quotes, blanks and numbers the English way; outer white space as in the source."""
    text = answer.translate(_QUOTES) if _SPANISH_SIGN.search(answer) else answer
    if not _SPACE_BEFORE.search(source):
        text = _SPACE_BEFORE.sub("", text)
    text = _SPACE_PERCENT.sub("", _SPACE_AFTER.sub("", text))
    text = _SPACES.sub(" ", text)
    out, at = [], 0
    for start, end, number in spanish_numbers(text) if _QUANTITY.search(text) else ():
        out += [text[at:start], number]
        at = end
    text = "".join(out) + text[at:]
    core = source.strip()
    if not core:
        return source
    start = source.index(core)
    return source[:start] + text.strip() + source[start + len(core) :]


def small_opening(passage: Passage, source: str, answer: str) -> str:
    """A small letter at the beginning where the source has one; engines take every text for a sentence.

    Left alone are held spans, words in capitals, months, days, and words that look like the
    English of a nationality.
    """
    first, own = _FIRST_LETTER.match(source), _FIRST_LETTER.match(answer)
    if not first or not own or not first[1].islower() or not own[1].isupper():
        return answer
    at = own.start(1)
    word = _WORD.match(answer, at)
    if (
        word is None
        or any(c.isupper() for c in word[0][1:])
        or _has_capital(word[0], source[first.start(1) :][:_REACH])
    ):
        return answer
    if any(answer[at : at + len(held.mark)].lower() == held.mark.lower() for held in passage.held):
        return answer
    return answer[:at] + own[1].lower() + answer[at + 1 :]


def _has_capital(word: str, source: str) -> bool:
    if word in _WITH_CAPITAL or (word.istitle() and word.lower() in months("en") | weekdays("en")):
        return True
    if word.startswith(("I'", "I’")):
        return True
    like = fold(word)[:3] == fold(source)[:3]
    return like and re.search(r"(?:ans?|ese|ish|ch)$", word) is not None and word.lower() not in _NO_PEOPLES


def capitals(source: str, text: str) -> str:
    """Capital letters at the beginning of the text and of its sentences where the source has them."""
    first, own = _FIRST_LETTER.match(source), _FIRST_LETTER.match(text)
    if first and own and first[1].isupper() and own[1].islower() and not _is_address(text, own.start(1)):
        text = text[: own.start(1)] + own[1].upper() + text[own.end(1) :]
    if any(match[2].islower() for match in _SENTENCE_START.finditer(source)):
        return text
    return _SENTENCE_START.sub(
        lambda m: m[0] if _is_address(text, m.start(2)) or _abbreviated(m) else m[1] + m[2].upper(), text
    )


def _is_address(text: str, start: int) -> bool:
    word = _STRETCH.match(text, start)
    return word is not None and (
        _ADDRESS.search(word[0]) is not None or any(c.isupper() for c in word[0][1:])
    )


def _abbreviated(match: re.Match[str]) -> bool:
    """Whether the point before is that of an abbreviation: *No. 3*, *p.m. on*."""
    return _ABBREVIATION.search(match.string, max(0, match.start() - _REACH), match.start()) is not None
