"""What an engine's English needs after the translation: articles before names, signs, capitals.

All but `capitals` work on the answer while the marks are still in it, so that held text is
never touched.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..model import Held, Passage
from ..text import fold
from .numerals import spanish_numbers

_DETERMINERS = frozenset({
    "the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "our", "my", "your",
    "no", "any", "each", "every", "some", "such", "another", "both", "all", "which", "whose", "new",
    "own", "same", "former", "so-called", "said",
})  # fmt: skip
_SPANISH_LINKS = frozenset({
    "de", "ante", "bajo", "con", "contra", "desde", "en", "entre", "hacia", "hasta", "para", "por",
    "según", "sin", "sobre", "tras", "que", "como", "al", "del", "a",
})  # fmt: skip
_ALWAYS_CAPITAL = frozenset({
    "I", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    "Spanish", "English", "Quechua", "Aymara", "God",
})  # fmt: skip
_NO_NATIONS = frozenset(
    {"human", "humans", "urban", "humanitarian", "civilian", "civilians", "publish", "abolish"}
)
_QUOTES = str.maketrans({"«": "“", "»": "”", "¿": None, "¡": None})
_SPACE_BEFORE = re.compile(r"(?<=\S)[ \t]+(?=[,;!?…)”’]|[.:](?![\w.]))")
_SPACE_PERCENT = re.compile(r"(?<=\d)[ \t\xa0\u202f](?=%(?!\w))")
_SPACE_AFTER = re.compile(r"(?<=[(“])[ \t]+(?=\S)")
_SPACES = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")
_SENTENCE_START = re.compile(r"([.!?…][\"”’)\]*_]*[ \t]+[\"“«‘(\[*_]*)([^\W\d_])")
_FIRST_LETTER = re.compile(r"^[\s\"“«‘'(\[*_#>—–-]*([^\W\d_])")
_VOWEL = re.compile(r"(?!(?:uni|use|usu|eu|one|once)\w*)[aeiouáéíóú]", re.IGNORECASE)


def signs(source: str, answer: str) -> str:
    """Punctuation, quotes, blanks and numbers the English way; outer white space as in the source."""
    text = answer.translate(_QUOTES)
    if not _SPACE_BEFORE.search(source):
        text = _SPACE_BEFORE.sub("", text)
    text = _SPACE_PERCENT.sub("", _SPACE_AFTER.sub("", text))
    text = _SPACES.sub(" ", text)
    out, at = [], 0
    for start, end, number in spanish_numbers(text):
        out += [text[at:start], number]
        at = end
    text = "".join(out) + text[at:]
    core = source.strip()
    if not core:
        return source
    start = source.index(core)
    return source[:start] + text.strip() + source[start + len(core) :]


def articles(passage: Passage, answer: str) -> str:
    """*the* before a name where the glossary says so, and nowhere else; *a* or *an* as the name sounds."""
    for held in passage.held:
        if held.noun in ("name", "noun"):
            answer = _before(held.mark).sub(lambda m, held=held: _article(passage, held, m), answer, count=1)  # type: ignore[misc]
    return answer


@lru_cache(maxsize=1024)
def _before(mark: str) -> re.Pattern[str]:
    """The word before a mark, and opening signs and marks between."""
    stem = re.escape(mark[:3])
    return re.compile(
        rf"(?P<word>(?<![\w’'-])[^\W\d_]+[ \t]+)?(?P<open>(?:[\"“«(]|{stem}[a-z]+[ \t]+)*)(?P<mark>{re.escape(mark)})",
        re.IGNORECASE,
    )


def _article(passage: Passage, held: Held, match: re.Match[str]) -> str:
    word, between = match["word"] or "", match["open"]
    opened = {h.mark.lower() for h in passage.held if h.noun == "open"}
    marks = re.findall(r"[a-z]+", between.lower())
    if any(mark not in opened for mark in marks) or word.strip().lower() in {
        h.mark.lower() for h in passage.held
    }:
        return match[0]
    article = word.strip().lower()
    if article == "the" and held.noun == "name" and not held.article:
        word = ""
    elif article in ("a", "an"):
        sound = "an" if _VOWEL.match(held.target) else "a"
        word = (sound.capitalize() if word[0].isupper() else sound) + " "
    elif held.article and article not in _DETERMINERS and _wants_article(passage, held):
        word = f"{word}the "
    return word + between + match["mark"]


def _wants_article(passage: Passage, held: Held) -> bool:
    """Whether the term opens a noun phrase in running text: a preposition or conjunction stands before it."""
    before = passage.text[: passage.text.index(held.mark)].split()
    return bool(before) and before[-1].strip('"“«(*_').lower() in _SPANISH_LINKS


def small_opening(passage: Passage, source: str, answer: str) -> str:
    """A small letter at the beginning where the source has one; engines take every text for a sentence.

    Left alone are held spans, words in capitals, months, days, and words that look like the
    English of a nationality.
    """
    first, own = _FIRST_LETTER.match(source), _FIRST_LETTER.match(answer)
    if not first or not own or not first[1].islower() or not own[1].isupper():
        return answer
    at = own.start(1)
    word = re.match(r"[\w’'-]+", answer[at:])
    if (
        word is None
        or any(c.isupper() for c in word[0][1:])
        or _has_capital(word[0], source[first.start(1) :])
    ):
        return answer
    if any(answer[at:].lower().startswith(held.mark.lower()) for held in passage.held):
        return answer
    return answer[:at] + own[1].lower() + answer[at + 1 :]


def _has_capital(word: str, source: str) -> bool:
    if word in _ALWAYS_CAPITAL or word.startswith(("I'", "I’")):
        return True
    like = fold(word)[:3] == fold(source)[:3]
    return like and re.search(r"(?:ans?|ese|ish|ch)$", word) is not None and word.lower() not in _NO_NATIONS


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
    word = text[start:].split(maxsplit=1)[0]
    return bool(re.search(r"[@/#]|\w\.\w", word)) or any(c.isupper() for c in word[1:])


def _abbreviated(match: re.Match[str]) -> bool:
    """Whether the point before is that of an abbreviation: *No. 3*, *p.m. on*."""
    return bool(
        re.search(r"(?:\b[a-z]\.[a-z]|\b(?:No|Dr|Mr|Mrs|Ms|St|vs|etc|art))$", match.string[: match.start()])
    )
