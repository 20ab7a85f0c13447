"""Texts for social networks: the title, a text of at most 280 characters and one of at most 500, texts for images."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from ..markup.notes import PlaceNote
from ..model import CONFIRMED, Edition, Kind
from ..typeset.corpus import corpus, one_line
from ..typeset.telling import telling
from . import Output, messages

_TAG = re.compile(r"(?<![\w&/#])#[^\W\d_]\w*")
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
    passages = list(telling(edition))
    images = [p.target for p in read if p.unit.segment.note.startswith(PlaceNote.IMAGE_TEXT)]
    parts = [f"== title\n{title}"]
    parts += [f"== {most}\n{_post(title, passages, tags, most)}" for most in _LENGTHS]
    if images:
        parts.append("== alt\n" + "\n".join(f"- {one_line(image)}" for image in images))
    if tags:
        parts.append("== hashtags\n" + " ".join(tags))
    return ("\n\n".join(parts) + "\n").encode()


def _post(title: str, passages: Sequence[Sequence[str]], tags: Sequence[str], most: int) -> str:
    """The title and the first passage of which the beginning fits, with what follows it, then the hashtags that still do;
    empty if nothing fits.

    A passage is never begun in its middle, where sentences speak of what was said before them.
    """
    ending = " ".join(tag for tag in _fitting(tags, most // 3, " ") if tag not in title)
    room = most - (len(ending) + 2 if ending else 0)
    body = title if _length(title) <= room else ""
    told: list[str] = []

    def fits(sentence: str) -> bool:
        text = " ".join([*told, sentence])
        return _length(f"{body}\n\n{text}" if body else text) <= room

    for passage in passages:
        whole = True
        for sentence in passage:
            if not (whole := fits(sentence)):
                break
            told.append(sentence)
        if told and not whole:
            break
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
