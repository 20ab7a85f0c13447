"""Texts for social networks: the title, a text of at most 280 characters and one of at most 500, texts for images."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from ..formats.plain.lines import is_addressee
from ..language.sentences import split
from ..markup.notes import PlaceNote
from ..model import CONFIRMED, Edition, Kind, Segment
from ..typeset.corpus import corpus, one_line
from . import Output, messages

_TAG = re.compile(r"(?<![\w&/#])#[^\W\d_]\w*")
_TEXTS = frozenset({Kind.PARAGRAPH, Kind.QUOTE})
_ENDED = re.compile(r"[.!?…][^\w:;]*$")
_LENGTHS = (280, 500)
"""Characters of a post on X, and on Mastodon, Threads and others."""


def make(edition: Edition) -> bytes:
    """Plain text in sections, from sentences that a person has confirmed; none is cut short.

    Hashtags of the statement stand at the end of each text.
    """
    read = [pair for pair in corpus(edition) if pair.unit.state in CONFIRMED and pair.target]
    title = next((one_line(p.target) for p in read if p.unit.segment.kind is Kind.TITLE), "")
    running = [p for p in read if not p.unit.segment.setting.outside]
    tags = list(dict.fromkeys(tag for p in running for tag in _TAG.findall(p.target)))
    sentences = list(_sentences([p.target for p in running if _tells(p.unit.segment)], edition))
    images = [p.target for p in read if p.unit.segment.note.startswith(PlaceNote.IMAGE_TEXT)]
    parts = [f"== title\n{title}"]
    parts += [f"== {most}\n{_post(title, sentences, tags, most)}" for most in _LENGTHS]
    if images:
        parts.append("== alt\n" + "\n".join(f"- {one_line(image)}" for image in images))
    if tags:
        parts.append("== hashtags\n" + " ".join(tags))
    return ("\n\n".join(parts) + "\n").encode()


def _tells(segment: Segment) -> bool:
    """Whether it may tell something: running text, and not the lines that say to whom a letter goes."""
    return segment.kind in _TEXTS and not is_addressee(segment.text.split("\n"))


def _sentences(texts: Sequence[str], edition: Edition) -> Iterator[str]:
    """The sentences of the texts that end as sentences do: a line of place and date, a form of address, what comes
    before a list tell nothing by themselves."""
    for text in filter(_ENDED.search, texts):
        for sentence in split(one_line(text), edition.target_language):
            if len(sentence.split()) > 2:
                yield sentence


def _post(title: str, sentences: Sequence[str], tags: Sequence[str], most: int) -> str:
    """The title and the first sentences that fit, then the hashtags that still do; empty if nothing fits."""
    ending = " ".join(tag for tag in _fitting(tags, most // 3, " ") if tag not in title)
    room = most - (len(ending) + 2 if ending else 0)
    body = title if _length(title) <= room else ""
    told: list[str] = []
    for sentence in sentences:
        text = " ".join([*told, sentence])
        whole = f"{body}\n\n{text}" if body else text
        if _length(whole) > room:
            if told:
                break
            continue  # one too long for the post: the next that fits
        told.append(sentence)
    text = "\n\n".join(filter(None, (body, " ".join(told))))
    kept = " ".join(tag for tag in ending.split() if tag not in text)
    return "\n\n".join(filter(None, (text, kept)))


def _fitting(words: Sequence[str], most: int, between: str) -> list[str]:
    found: list[str] = []
    for word in words:
        if _length(between.join([*found, word])) <= most:
            found.append(word)
    return found


def _length(text: str) -> int:
    """Characters as networks count them: composed."""
    return len(unicodedata.normalize("NFC", text))


SOCIAL = Output("social", "social.txt", messages.SOCIAL(), make)
