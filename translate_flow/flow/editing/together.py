"""Two people's changes of one text, taken together."""

from __future__ import annotations

from itertools import pairwise

from ...review import diff


def together(base: str, theirs: str, mine: str) -> str | None:
    """The base with both changes; None where they touch each other, so that a person has to decide.

    A three-way merge of words (as diff3 does with lines: Khanna, Kunal, Pierce, "A Formal
    Investigation of Diff3", 2007): the changes of one side lie in stretches the other left alone.
    """
    changes = sorted({*_changes(base, theirs), *_changes(base, mine)})
    if any(start <= end for (_, end, _), (start, _, _) in pairwise(changes)):
        return None
    for start, end, text in reversed(changes):
        base = base[:start] + text + base[end:]
    return base


def _changes(base: str, other: str) -> list[tuple[int, int, str]]:
    """Stretches of the base and what is there in the other text."""
    found: list[tuple[int, int, str]] = []
    at = 0
    for piece in diff(base, other):
        if piece.op == "equal":
            at += len(piece.text)
            continue
        start, end, text = found.pop() if found and found[-1][1] == at else (at, at, "")
        if piece.op == "delete":
            at += len(piece.text)
            end = at
        else:
            text += piece.text
        found.append((start, end, text))
    return found
