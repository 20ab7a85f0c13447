"""Links that are named by their words: `[the letter]`, defined elsewhere as `[the letter]: address`.

In a translation the words are others, and the definition is not found any more. Where they still stand in brackets,
the name they had is put behind them: `[la carta][the letter]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.common.utils import normalizeReference

_BRACKETS = re.compile(r"(?<![\\\]!])\[((?:[^\[\]\\]|\\.)+)\](?!\(|:)(\[\]|\[[^\[\]]*\])?")


def linked(source: str, text: str, labels: frozenset[str]) -> str:
    """The text with the names of links behind their words, as far as they are known by their order."""
    if not labels or "[" not in source or source == text:
        return text
    wanted = [match[1] for match in _short(source, labels)]
    present = {normalizeReference(match[1]) for match in _short(text, labels)}
    wanted = [label for label in wanted if normalizeReference(label) not in present]
    free = [
        match
        for match in _BRACKETS.finditer(text)
        if match[2] in (None, "[]") and not _known(match[1], labels)
    ]
    free = [match for match in free if not match[1].startswith(("^", "!")) and match[1].strip(" xX")]
    if not wanted or len(free) != len(wanted):
        return text
    for match, label in zip(reversed(free), reversed(wanted), strict=True):
        text = f"{text[: match.start()]}[{match[1]}][{label}]{text[match.end() :]}"
    return text


def _short(text: str, labels: frozenset[str]) -> Iterator[re.Match[str]]:
    """Words in brackets that are the name of a definition themselves."""
    for match in _BRACKETS.finditer(text):
        if match[2] in (None, "[]") and _known(match[1], labels):
            yield match


def _known(words: str, labels: frozenset[str]) -> bool:
    return normalizeReference(words) in labels
