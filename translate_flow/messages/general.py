"""What every room may say: words of others as they are, several messages as one, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from .message import Message, Table, Value

define = Table("messages")

VERBATIM = define("verbatim", "{text}")
ONE_AND_MORE = define("one-and-more", "{first}; {second}")
DID_YOU_MEAN = define("did-you-mean", "; did you mean {word}?")


def verbatim(text: str) -> Message:
    """Words of another program, shown as they are in every language."""
    return VERBATIM(text=text)


def several(messages: Iterable[Message]) -> Message:
    """Messages one after the other, as one; there must be at least one."""
    *others, made = messages
    for message in reversed(others):
        made = ONE_AND_MORE(first=message, second=made)
    return made


def nearest(word: str, known: Iterable[str]) -> Value:
    """A remark that offers the known word most like this one; empty if none is alike."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return DID_YOU_MEAN(word=close[0]) if close else ""
