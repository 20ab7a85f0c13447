"""What the lines of a plain text tell about themselves: markers, rules, dates, capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ...language import knowledge
from ...language.calendar import month_pattern
from ...language.whole import unspaced

_QUOTE = re.compile(r"[ \t]*>[> \t]*")
_SIGNS = "•●▪◦‣■□◆◇○▸▹►▶➢➤➔→⇒☐☑✓✔✗✘·§\uf0b7\uf0a7\uf0d8\uf0fc"
"""Characters of lists; the last four are Word's, of its font Wingdings."""
_BULLET = re.compile(rf"[{_SIGNS}]\ufe0f?\s*|[-*+–—»]\s+|o(?:\t|\s{{2,}})\s*")
_NUMBER = re.compile(
    r"""(?:\(?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[A-Za-z]|[ivx]{1,4}|[IVX]{1,4})\)[.:]?[-–—]?   # 1) (a) B) IV)
      | \d{1,3}(?:\.\d{1,2}){0,3}(?:[.:][-–—]?|[-–—])                                     # 1. 1: 1.- 1-
      | \d{1,3}\.?[°ºª](?:[.:)][-–—]?|[-–—])                                              # 1º. 1.º) 1º.-
      | \d{1,3}\.?[°ºª](?=\s+[«“"¿¡(]?[A-ZÁÉÍÓÚÑ])                                        # 1º Exigir
      | \d{1,2}(?:\.\d{1,2}){1,3}(?=\s+[«“"¿¡(]?[A-ZÁÉÍÓÚÑ])                             # 1.1 Exigir
      | (?:[IVX]{1,4}|[A-Za-z])\.?[-–—] | [IVX]{1,4}\. | (?:[a-z]|[ivx]{2,4})\.)\s+                     # II.- A.- a. IV.
    """,
    re.VERBOSE,
)
_LETTERED = frozenset(".)")
"""What is behind a letter or Roman number that marks an item."""
_DRAWN = re.compile(r"(?<=[^\s_=])\s*[_=]{3,}\s*$")
_NOTE = re.compile(r"\[\d{1,3}\]\s+")
_MARK_WORD = re.compile(
    rf"[{_SIGNS}].*|[-*+–—»>o]|"
    r"\(?\w{1,4}\)[.:]?[-–—]?|\d[\d.]{0,8}(?:[°ºª][.:)]?[-–—]?|[.:)][-–—]?|[-–—])|\d{1,2}(?:\.\d{1,2})+|(?:[IVX]{1,4}|[ivx]{2,4}|\w)\.[-–—]?|\w[-–—]"
    r"|\[\d{1,3}\]|\[\d.*|[A-ZÁÉÍÓÚÑ]{4,}:|\w+\.[-–—]"
)
_POINT = re.compile(r"[A-ZÁÉÍÓÚÑ]{4,}(?: [A-ZÁÉÍÓÚÑ]+)?:\s|[A-ZÁÉÍÓÚÑ](?:\S+\s){0,3}?\S{0,20}\.[-–—](?:\s|$)")
"""*PRIMERO:*, *Segundo.-*, *Artículo 4.-*: how the points of resolutions and petitions begin."""
_STAMP = re.compile(r"\[\d{1,4}[-/.]\d|\[?\d{1,2}:\d\d(?::\d\d)?\]?\s|\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d\d")
"""The time before a message of a chat."""
_ALWAYS = re.compile(r"\S*[-–—]\s")
"""How a marker ends that is never a number of the sentence."""
_YEAR = re.compile(r"\b\d{4}\b")
_MAIL_HEAD = re.compile(
    r"(?:De|Para|CC|CCO|Asunto|Fecha|Enviado(?: el)?|Responder a|Datos adjuntos|Adjuntos?|From|To|Cc|Bcc|Subject|Date|Sent|Reply-To):\s"
)
_ADDRESS = re.compile(r"https?:|www\.|\S@\S")
_STOPS = (".", "!", "?", "…", ".”", ".»", '."', "?”", "!”", ".)")


class TextLine(NamedTuple):
    """One line that is not blank."""

    number: int
    """From 0."""
    begin: int
    """Where the line begins in the text."""
    start: int
    """Where its words begin, behind indent, quote marks and list marker."""
    end: int
    """Where its words end."""
    words: str
    """The text between."""
    mark: str = ""
    """bullet dash number note, or empty."""
    depth: int = 0
    """How many `>` stand before it, as in a quoted e-mail."""
    indent: int = 0
    """Characters before its marker or words."""
    plain_start: int = 0
    """Where its words begin if the marker is none."""

    @property
    def length(self) -> int:
        """Characters of the line, without blanks at its end."""
        return self.end - self.begin


def row(text: str, number: int, begin: int, end: int) -> TextLine | None:
    """What is in a line, or None if it is blank."""
    line = text[begin:end]
    words = line.strip()
    if not words:
        return None
    first = words[0]
    if first.isalpha() and first != "o" and words[-1] not in "_=" and _LETTERED.isdisjoint(words[1:5]):
        # Neither quoted nor marked, as most lines are.
        start = begin if len(words) == len(line) else begin + len(line) - len(line.lstrip())
        return TextLine(number, begin, start, start + len(words), words, "", 0, start - begin, start)
    if words[-1] in "_=" and (drawn := _DRAWN.search(line)):
        end = begin + drawn.start()
        line = text[begin:end]
        words = line.strip()
    start, depth = begin + len(line) - len(line.lstrip()), 0
    if words[0] == ">" and (quote := _QUOTE.match(line)):
        depth, start = quote[0].count(">"), begin + quote.end()
        words = text[start:end].strip()
    start += len(text[start:end]) - len(text[start:end].lstrip())
    last = start + len(words)
    mark, after = _marker(text, start, last)
    return TextLine(number, begin, after, last, text[after:last], mark, depth, start - begin, start)


def _marker(text: str, start: int, end: int) -> tuple[str, int]:
    first = text[start : min(start + 1, end)]
    if first.isalpha() and first != "o" and _LETTERED.isdisjoint(text[start + 1 : start + 5]):
        return "", start
    for name, pattern in (("bullet", _BULLET), ("number", _NUMBER), ("note", _NOTE)):
        if (found := pattern.match(text, start, end)) and found.end() < end:
            return ("dash" if name == "bullet" and found[0][0] in "-*+–—" else name), found.end()
    return "", start


def unmarked(found: TextLine, text: str) -> TextLine:
    """The same line with its marker taken for words."""
    start = found.plain_start
    return TextLine(
        found.number,
        found.begin,
        start,
        found.end,
        text[start : found.end],
        "",
        found.depth,
        found.indent,
        start,
    )


def is_certain(found: TextLine, text: str) -> bool:
    """Whether a line's marker is one wherever the line is: *2.-* or *II.-*, but not *2.* or a dash."""
    return found.mark == "number" and _ALWAYS.match(text, found.plain_start, found.start) is not None


def is_rule(words: str) -> bool:
    """Whether a line is drawn, not written: `=====`, `* * *`, `_____`."""
    return not words[:1].isalnum() and not any(map(str.isalnum, words))


def is_marker(word: str) -> bool:
    """Whether a word at the beginning of a line would be taken for a list marker."""
    return _MARK_WORD.fullmatch(word) is not None


def ends_sentence(words: str) -> bool:
    """Whether a line ends with a final stop."""
    return words.endswith(_STOPS)


def is_dated(words: str) -> bool:
    """Whether a line holds a month or a year, such as "Lima, 12 de enero de 2023"."""
    return any(map(str.isdigit, words)) and (
        _YEAR.search(words) is not None or month_pattern("es").search(words) is not None
    )


def is_address(words: str) -> bool:
    """Whether a line holds a link or an e-mail address."""
    return _ADDRESS.search(words) is not None


def is_mail_head(words: str) -> bool:
    """Whether a line is one of those above an e-mail's text, such as "Asunto: Pronunciamiento"."""
    return _MAIL_HEAD.match(words) is not None


_SHORT = 25
"""Lines of fewer characters end where they end because they are meant to."""


@cache
def _letter_words(row: str) -> frozenset[str]:
    return frozenset().union(*(knowledge.of(tag).words("letters", row) for tag in knowledge.known()))


def is_point(words: str) -> bool:
    """Whether a line begins a point of a resolution, or a message with its time before it."""
    return _POINT.match(words) is not None or _STAMP.match(words) is not None


def is_addressee(lines: Sequence[str]) -> bool:
    """Whether lines say to whom a letter goes: they begin with a title by itself, or end with "Presente"."""
    if len(lines) < 2 or any(ends_sentence(words) for words in lines[:-1] if len(words) > _SHORT):
        return False
    first, last = unspaced(lines[0]), unspaced(lines[-1])
    begins = first.split(" ")[0].strip(".:,()ea/").lower() in _letter_words("titles")
    closes = len(lines) > 2 or len(last) < _SHORT
    if begins and len(first) < _SHORT and closes:
        return True
    return last.split(" ")[0].strip(".,-–—:").lower() in _letter_words("places") and len(last) < _SHORT


def is_closing(words: str) -> bool:
    """Whether a line is one that ends a letter, such as "Atentamente", or tells where it is to be handed in."""
    found = unspaced(words).lower().split(maxsplit=4)
    word = found[0].strip(".,:;–—-") if found else ""
    return 0 < len(found) < 5 and (
        word in _letter_words("closings") or (len(found) == 1 and word in _letter_words("places"))
    )


def is_shouted(words: str) -> bool:
    """Whether a line is written in capitals throughout, with at least two words or five letters."""
    return words.isupper() and (" " in words or len(words) > 4)


def starts_low(words: str) -> bool:
    """Whether a line goes on with a small letter, behind opening characters."""
    return words.lstrip("(«“\"'‘[")[:1].islower()
