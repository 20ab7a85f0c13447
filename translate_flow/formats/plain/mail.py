"""The heads of e-mails in a plain text: from whom, to whom, when and about what.

They are about the message and no part of the statement, and hold addresses that are nobody else's business: they are
not offered for translation, and left out of the translated file. Only the subject may serve as the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...language.text import has_letters
from ...markup.splice import lines_of
from ...model import Omission
from . import messages
from .blocks import Block
from .blocks import blocks as blocks_of
from .lines import is_mail_head

_SENT = re.compile(r"\S@\S|\b\d{1,2}:\d\d\b")
"""An address or a time: a memorandum's head has neither."""
_FORWARDED = re.compile(r"-{4,} ?\S.{3,60}\S ?-{4,}")
_LETTER = re.compile(r"[^\r\n]")
_SUBJECT = re.compile(r"(?:Asunto|Subject):\s*+(?:(?:RE|RV|FW|FWD|ENC):\s*+)*", re.IGNORECASE)


Piece = tuple[int, int, str]
"""A stretch of the text, and what is written there."""


@dataclass(frozen=True, slots=True)
class MailHead:
    """The lines above one message."""

    begin: int
    """Where the first begins in the text."""
    end: int
    """Where the text below begins."""
    blocks: range
    """Its lines, by their number among the blocks of the text."""
    subject: tuple[int, int] | None = None
    """Where the subject's words are, without `RE:` and the like."""


def may_hold_heads(text: str) -> bool:
    """Whether a text begins with a line of a head, or a message is forwarded in it; quickly."""
    first = text.lstrip("\ufeff \t\r\n").split("\n", 1)[0]
    return is_mail_head(first) or _FORWARDED.match(first) is not None or "\n----" in text


def mail_heads(blocks: Sequence[Block], text: str) -> Iterator[MailHead]:
    """The heads in a text: at its beginning, and below a line that says that a message is forwarded."""
    at = 0
    while at < len(blocks):
        forwarded = _FORWARDED.fullmatch(blocks[at].text) is not None
        end = at + forwarded
        while end < len(blocks) and is_mail_head(blocks[end].text):
            end += 1
        count = end - at - forwarded
        sent = any(_SENT.search(block.text) for block in blocks[at:end])
        if count > 1 and end < len(blocks) and (forwarded or (at == 0 and sent)):
            yield MailHead(
                blocks[at].rows[0].begin,
                blocks[end].rows[0].begin,
                range(at, end),
                _subject(blocks[at:end], text),
            )
        at = max(end, at + 1)


def _subject(blocks: Sequence[Block], text: str) -> tuple[int, int] | None:
    for block in blocks:
        row = block.rows[0]
        found = _SUBJECT.match(text, row.start, row.end)
        if found and has_letters(text[found.end() : row.end]):
            return found.end(), row.end
    return None


def hidden_heads(text: str) -> str:
    """The text with blanks in the place of its heads, so that all else is where it was."""
    if not may_hold_heads(text):
        return text
    for head in mail_heads(list(blocks_of(text)), text):
        text = text[: head.begin] + _LETTER.sub(" ", text[head.begin : head.end]) + text[head.end :]
    return text


def left_out(heads: Sequence[MailHead], blocks: Sequence[Block]) -> tuple[Omission, ...]:
    """What is said of the heads."""
    lines = tuple(blocks[at].text for head in heads for at in head.blocks)
    return (Omission(messages.MAIL_HEADS(n=len(lines)), len(lines), lines),) if lines else ()


def without_heads(
    heads: Sequence[MailHead], title: tuple[int, str] | None, end_of_line: str
) -> Iterator[Piece]:
    """What is written in the place of heads: nothing, or the subject as a title.

    `title` is where the subject begins, and its translation.
    """
    for head in heads:
        titled = title is not None and head.begin <= title[0] < head.end
        words = end_of_line.join(lines_of(title[1])) + 2 * end_of_line if titled and title else ""
        yield head.begin, head.end, words
