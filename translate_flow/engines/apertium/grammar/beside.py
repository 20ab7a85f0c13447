"""The words beside a word. Pure."""

from __future__ import annotations

from .sentence import Word


def near(words: list[Word], n: int, start: int, end: int) -> set[str]:
    """Lemmas of the words from `start` before to `end` behind a word."""
    return {word.base for word in words[max(0, n + start) : n] + words[n + 1 : n + end]}


def following(words: list[Word], n: int) -> Word | None:
    """The word behind a word; None if there is none."""
    return words[n + 1] if n + 1 < len(words) else None
