"""Targets back in the place of their marks, each exactly once."""

from __future__ import annotations

from dataclasses import dataclass

from ..messages import Message
from ..passage import Held, Passage
from .marks import swap
from .messages import NOT_HELD, TERM_NOT_HELD


@dataclass(frozen=True, slots=True)
class Restored:
    """An answer with its held spans back."""

    text: str
    """The translation."""
    problems: tuple[Message, ...] = ()
    """What did not come back exactly once; empty if all did."""
    lost: tuple[Held, ...] = ()
    """The spans those problems are about."""


def restore(passage: Passage, answer: str) -> Restored:
    """The answer with every mark replaced by its target; nothing else is changed."""
    text, counts = swap(passage, answer)
    lost = tuple(held for n, held in enumerate(passage.held) if counts[n] != 1)
    return Restored(text, tuple(problem(held) for held in lost), lost)


def problem(held: Held) -> Message:
    """What to say of a span that did not come through."""
    return (TERM_NOT_HELD if held.noun in ("name", "noun") else NOT_HELD)(span=held.source)
