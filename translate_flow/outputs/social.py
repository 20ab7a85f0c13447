"""Texts for social networks: the title, a text of at most 280 characters and one of at most 500, texts for images."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from ..markup.notes import PlaceNote
from ..model import CONFIRMED, Edition, Kind
from ..typeset.corpus import corpus, one_line
from ..typeset.prose import URL
from ..typeset.telling import telling
from . import Output, messages

_TAG = re.compile(r"(?<![\w&/#])#[^\W\d_]\w*")
_EMOJI = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}|{0}(?:\u200d{0})*".replace(
        "{0}", "[\u2190-\u2bff\u3030-\u3299\U0001f000-\U0001faff][\ufe0f\U0001f3fb-\U0001f3ff]*"
    )
)
_NARROW = re.compile("[\0-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")
"""Characters that X counts as one, others as two (developer documentation, *Counting characters*)."""
_LINK = 23
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
    ending = " ".join(tag for tag in _fitting(tags, most // 3, most) if tag not in title)
    room = most - (_length(ending, most) + 2 if ending else 0)
    body = title if _length(title, most) <= room else ""
    told: list[str] = []

    def fits(sentence: str) -> bool:
        text = " ".join([*told, sentence])
        return _length(f"{body}\n\n{text}" if body else text, most) <= room

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


def _fitting(words: Sequence[str], room: int, most: int) -> list[str]:
    found: list[str] = []
    for word in words:
        if _length(" ".join([*found, word]), most) <= room:
            found.append(word)
    return found


def _length(text: str, most: int) -> int:
    """Characters as networks count them: composed, an emoji as two however many signs it is made of, as is whatever
    is not of a script in which two take the room of one; a web address as 23, where posts are long at least that."""
    text = unicodedata.normalize("NFC", text)
    count = 0
    for url in URL.findall(text):
        count += _LINK if most == _LENGTHS[0] else max(len(url), _LINK)
    text, emoji = _EMOJI.subn("", URL.sub("", text))
    return count + 2 * emoji + sum(1 if _NARROW.match(sign) else 2 for sign in text)


SOCIAL = Output("social", "social.txt", messages.SOCIAL(), make)
