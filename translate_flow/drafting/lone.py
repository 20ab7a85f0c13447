"""Marks inside a text that are not words: what each one is to an engine, and words that a mark cuts in two.

A footnote's reference belongs to the word before it, a line break or a tab parts what is around it, an image
is between words. What the numbered marks are is said in the segment's note (`x1: tab`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..markup.pairs import lone_tags, pairs
from ..markup.plain import HIDDEN

_NOTED = re.compile(r"(?:^|; )([afx]\d+): ([^;]*)")
_PARTING = re.compile(r"(?:tab|line break|break|page break|column break)\b")
_BREAK = re.compile(r"<(?:br|hr)\b[^<>]*>", re.IGNORECASE)
_WORD_PARTED = re.compile(r"<wbr\b[^<>]*>", re.IGNORECASE)
_NAME = re.compile(r"<([\w-]+)")
_LANGUAGE = re.compile(r"""\blang=["']?([A-Za-z]{2,3})\b""")
_INSIDE = "place where a word may be parted"


def noted(note: str) -> dict[str, str]:
    """What a segment's note says of its numbered marks, by their names."""
    return dict(_NOTED.findall(note)) if note else {}


def lone(text: str, said: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Marks without partner in a text: where they are, and their kind (`break`, `point` or `blank`, see `Held.noun`)."""
    for start, end in lone_tags(text):
        name = _name(text[start:end])
        if _BREAK.match(text, start, end) or _PARTING.match(said.get(name, "")):
            yield start, end, "break"
            continue
        before, after = text[start - 1 : start], text[end : end + 1]
        belongs = bool(before) and not before.isspace() and not after.isalnum()
        yield start, end, "point" if belongs else "blank"


def foreign(text: str, said: Mapping[str, str], language: str) -> Iterator[tuple[int, int, str]]:
    """Stretches between marks that name another language than the text's: where they are, and that language's tag."""
    for pair in pairs(text):
        opening = text[pair.start : pair.inner]
        if not opening.startswith("<"):
            continue
        found = _LANGUAGE.search(opening) or _LANGUAGE.search(said.get(_name(opening), ""))
        if found and found[1].lower() != language and text[pair.inner : pair.outer].strip():
            yield pair.inner, pair.outer, found[1].lower()


def whole_words(text: str, said: Mapping[str, str]) -> str:
    """A text with the marks that cut a word in two at the word's edges: `<b>E</b>l` is `<b>El</b>`.

    Invisible characters inside a word, such as soft hyphens, are left out.
    """
    if any(sign in text for sign in HIDDEN):
        text = re.sub(rf"(?<=[^\W\d_])[{HIDDEN}]+(?=[^\W\d_])", "", text)
    if "<" not in text and "*" not in text and "_" not in text:
        return text
    cuts: dict[int, tuple[int, str]] = {}
    for pair in pairs(text):
        raised = _name(text[pair.start : pair.inner]) in ("sup", "sub")  # N<sup>o</sup>
        cuts[pair.start] = pair.inner, "other" if raised else "open"
        cuts[pair.outer] = pair.end, "other" if raised else "close"
    for start, end in lone_tags(text):
        parted = _WORD_PARTED.match(text, start, end) or said.get(_name(text[start:end])) == _INSIDE
        cuts[start] = end, "parted" if parted else "other"
    out: list[str] = []
    at = 0
    for start in sorted(cuts):
        if start < at or not _inside_word(text, start, cuts):
            continue
        begin, word, opened, closed, end = _word_around(text, start, cuts)
        if begin < at:
            continue
        out += [text[at:begin], *opened, word, *closed]
        at = end
    return "".join(out) + text[at:] if out else text


def _name(tag: str) -> str:
    found = _NAME.match(tag)
    return found[1] if found else ""


def _inside_word(text: str, start: int, cuts: Mapping[int, tuple[int, str]]) -> bool:
    """Whether a mark has letters of one word on both sides; after a whole word a capital begins another."""
    end, kind = cuts[start]
    if kind == "other" or not text[start - 1 : start].isalpha() or start == 0:
        return False
    while end in cuts and cuts[end][1] != "other":
        end = cuts[end][0]
    after = text[end : end + 1]
    single = not text[start - 2 : start - 1].isalpha() if start > 1 else True
    return after.isalpha() and (after.islower() or single or text[start - 1].isupper())


def _word_around(
    text: str, start: int, cuts: Mapping[int, tuple[int, str]]
) -> tuple[int, str, list[str], list[str], int]:
    """The word a mark is in: where it begins, its letters, marks to stand before and behind it, where it ends."""
    ends = {end: begin for begin, (end, kind) in cuts.items() if kind != "other"}
    begin = start
    while begin > 0:
        if text[begin - 1].isalpha():
            begin -= 1
        elif begin in ends and text[ends[begin] - 1 : ends[begin]].isalpha():
            begin = ends[begin]
        else:
            break
    if begin in ends and cuts[ends[begin]][1] == "open":
        begin = ends[begin]
    word: list[str] = []
    opened: list[str] = []
    closed: list[str] = []
    at = begin
    while at < len(text):
        if at in cuts and cuts[at][1] != "other":
            end, kind = cuts[at]
            more = end
            while more in cuts and cuts[more][1] != "other":
                more = cuts[more][0]
            if word and not text[more : more + 1].isalpha() and kind != "close":
                break
            (opened if kind == "open" else closed).append(text[at:end])
            at = end
        elif text[at].isalpha():
            word.append(text[at])
            at += 1
        else:
            break
    return begin, "".join(word), opened, closed, at
