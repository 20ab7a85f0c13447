"""Where the first lines of a text mark it: `Confidential: yes`, or the word as a stamp. Pure."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice

from ..messages import Message
from .messages import FIRST_LINE, FIRST_LINES, FOOTNOTE, LAST_LINES
from .vocabulary import adjective, closed, hint, phrases, plain, tokens, words
from .words import (
    in_property,
    is_alone,
    is_dated,
    is_mark,
    is_weak,
    names_it,
    says_no,
    weak_until,
)

HEAD_LINES = 40
"""Lines at the head of a text in which a mark is looked for."""
_TOP = 5
"""Of these, those in which a word counts that means other things as well (*reservado*)."""
_END = 3
"""Lines at the end of a text that may be a stamp."""
_LONGEST = 15
"""Words of a line that may be a stamp in its middle."""
_KEY = 6
"""Words of a key at most."""

_KEYED = re.compile(r"[\W_]*(?P<key>[^:=]{1,80})[:=](?P<value>.*)", re.DOTALL)
_COMMENT = re.compile(r"\s#.*|<!--.*|-->.*")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_ATTRIBUTE = re.compile(r"""([\w:.-]{1,40})\s*=\s*("[^"<>]*"|'[^'<>]*'|[^\s<>"']+)""")
_PARTS = re.compile(r"\s[-–—]+\s|[–—()\[\]|/·:*!¡]")
_BRACKETS = re.compile(r"[(\[](?P<in>[^()\[\]]{4,60})[)\]]|\s[-–—]\s(?P<after>.{4,60})\Z")
_SENTENCES = re.compile(r"[.!;]\s")
_LIQUID = re.compile(r"\{%[^%]{0,100}%\}")
_FIRST = re.compile(r"\s[-–—]|[–—(|/,;!.]")


@cache
def _stamp() -> re.Pattern[str]:
    """A line that is the word alone, or begins with it and a sign: "CONFIDENCIAL - NO PUBLICAR"."""
    beside, until = ("|".join(map(re.escape, sorted(words(row)))) for row in ("beside", "until"))
    word = adjective()
    return re.compile(
        rf"[\W_]*(?:(?:{beside}|{'|'.join(map(re.escape, sorted(words('words'))))})\b[\W_]+){{0,6}}{word}\b"
        rf"(?:[\W_]*$|[\W_]*[-–—/(|,;!.][\W_]*\w|\s+(?:{until})\b)",
        re.IGNORECASE,
    )


@cache
def _shouted() -> re.Pattern[str]:
    return re.compile(rf"[\W_]*{adjective().upper()}\b")


@cache
def _tagged() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)#{adjective()}\b", re.IGNORECASE)


def in_lines(lines: Iterable[str], *, stamps: bool = True, weak: bool = True) -> Message | None:
    """Where the first lines mark the text: `Confidential: yes`, or (`stamps`) "CONFIDENCIAL" as a line.

    `weak`: words that mean other things as well count too, where they are a line at the top.
    """
    for number, line in enumerate(islice(lines, HEAD_LINES)):
        said_first = _LIQUID.sub(" ", html.unescape(line[:1000]).replace("*", ""))
        clear = closed(plain(_TAG.sub(" ", said_first)))
        if not hint().search(clear.casefold()) and "<" not in line:
            continue
        if any(_in_tag(found[0]) for found in _TAG.finditer(line[:1000])):
            return FIRST_LINES() if number else FIRST_LINE()
        said = _keyed(clear, weak)
        if said is None:
            said = stamps and (is_stamp(clear) or (weak and number < _TOP and _weak(clear)))
        if said:
            return FIRST_LINES() if number else FIRST_LINE()
    return None


def in_end(lines: Sequence[str]) -> Message | None:
    """Where the last of a text's lines mark it, by a stamp alone."""
    return LAST_LINES() if in_lines(lines[-_END:], weak=False) else None


def in_notes(notes: Iterable[str]) -> Message | None:
    """Where a footnote marks the text: by the word, or by a phrase such as *do not publish*."""
    for note in notes:
        if in_lines([note], weak=False) or _in_brackets(plain(note[:1000])):
            return FOOTNOTE()
    return None


def _in_tag(tag: str) -> bool:
    """Whether a tag in a line, as Markdown may have them, says so: `<meta name="confidential">`, or a class."""
    found = {key.lower(): value.strip("\"'") for key, value in _ATTRIBUTE.findall(tag)}
    name = found.get("name") or found.get("property")
    return bool(name and in_property(name, found.get("content", ""))) or any(
        word.isalpha() and names_it(word) for key in ("class", "id") for word in found.get(key, "").split()
    )


def is_stamp(line: str) -> bool:
    """Whether a line is the word, begins with it and a sign, or has it for itself between characters."""
    if _stamp().match(line) or _shouted().match(line) or _tagged().search(line):
        return True
    said = tokens(line)
    if len(said) == 1 and is_mark(said[0]):
        return True
    return len(said) <= _LONGEST and any(map(is_alone, _PARTS.split(line)))


def _weak(line: str) -> bool:
    """Whether a line says *reserved*, *do not publish* or the like, and at most until when."""
    said = list(tokens(_FIRST.split(line, maxsplit=1)[0]) or tokens(line))
    while said and said[0] in words("beside") and not is_weak(tuple(said)):
        del said[0]
    while said and said[-1] in words("beside") and not is_weak(tuple(said)):
        del said[-1]
    return (
        weak_until(tuple(said))
        or is_dated(tuple(said))
        or any(_in_brackets(part["in"] or part["after"]) for part in _BRACKETS.finditer(line))
        or any(map(_is_phrase, _SENTENCES.split(line)))
    )


def _is_phrase(part: str) -> bool:
    """Whether a sentence is a phrase such as *do not publish*, and goes on with small words at most: *nor quote*."""
    said = tokens(part)
    return any(
        said[:end] in phrases() and (end == len(said) or said[end] in words("until"))
        for end in range(2, len(said) + 1)
    )


def _in_brackets(part: str) -> bool:
    """Whether brackets, or what comes after a dash, hold a phrase such as *do not publish*, or say until when."""
    said = tokens(part)
    return said in phrases() or (weak_until(said) and not is_weak(said))


def _keyed(line: str, weak: bool) -> bool | None:
    """Whether a line that is a key and a value, as in the head of a letter, says so; None if it is not such a line."""
    found = _KEYED.match(line)
    if found is None:
        return None
    key, value = tokens(found["key"]), _COMMENT.sub("", found["value"])
    if not 0 < len(key) <= _KEY:
        return None
    around = words("beside") | words("labels") | words("words")
    if any(map(is_mark, key)) and all(is_mark(word) or word in around for word in key):
        return not says_no(value)
    return is_stamp(value) or (_keyed_weakly(key, value) if weak else None)


def _keyed_weakly(key: tuple[str, ...], value: str) -> bool | None:
    said = tokens(value)
    if (*key, *said) in phrases():
        return True
    if is_weak(key) or ({*key} & words("levels") and {*key} <= words("levels") | words("beside")):
        if says_no(value):
            return False
        return (bool(said) and (said[0] in words("yes") | words("until") or _degree(key, said))) or None
    if len(key) == 1 and key[0] in words("open"):
        return says_no(value) or None
    return (key[-1] in words("labels") and names_it(value)) or None


def _degree(key: tuple[str, ...], said: tuple[str, ...]) -> bool:
    """Whether what a degree of privacy is given as means that it is high, or an embargo's day."""
    if not {*key} & words("levels"):
        return False
    return {*said} <= words("high") | words("words") or (said[0][0].isdigit() and len(said) <= _KEY)
