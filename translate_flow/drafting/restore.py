"""Targets back in the place of their marks, each exactly once."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Held, Passage
from .marks import swap


@dataclass(frozen=True, slots=True)
class Restored:
    """An answer with its held spans back."""

    text: str
    """The translation."""
    problems: tuple[str, ...] = ()
    """What did not come back exactly once, one sentence each; empty if all did."""
    lost: tuple[Held, ...] = ()
    """The spans those problems are about."""


def restore(passage: Passage, answer: str) -> Restored:
    """The answer with every mark replaced by its target; nothing else is changed."""
    text, counts = swap(passage, answer)
    lost = tuple(held for n, held in enumerate(passage.held) if counts[n] != 1)
    return Restored(text, tuple(problem(held) for held in lost), lost)


def problem(held: Held) -> str:
    """The sentence for a span that did not come through."""
    what = "term not held" if held.noun in ("name", "noun") else "not held"
    return f"{what}: {held.source}"
