"""A segment's way from the machine's draft to the present text, as tracked changes with their makers. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ..model import Event, Unit
from ..review import diff
from .sheet import Hand, SheetRun, SheetVersion

_SETS_TEXT = frozenset({"edit", "carry", "keep"})


def hand(event: Event) -> Hand:
    """Who and when, as a review file holds it."""
    return event.by, f"{event.at[:19]}Z" if event.at else ""


def tracked(unit: Unit) -> tuple[SheetRun, ...]:
    """The unit's present text as runs; without a draft, or if nobody changed it, a single equal one.

    The runs show the difference between draft and present text. Whose a changed
    stretch is follows from the versions between: an insertion belongs to who first
    put those characters in, a deletion to who took them out.
    """
    draft = unit.draft
    if draft is None or draft.text is None or draft.text == unit.target:
        return (SheetRun(unit.target),) if unit.target else ()
    later = unit.events[unit.events.index(draft) + 1 :]
    versions = [e for e in later if e.do in _SETS_TEXT and e.text is not None]
    if not versions:
        return (SheetRun(unit.target),)
    last = hand(versions[-1])
    came: Sequence[Hand | None] = [last] * len(unit.target)
    went: Sequence[Hand | None] = [last] * len(draft.text)
    if len(versions) > 1:
        first, went = _owners(draft.text, versions)
        came = first if len(first) == len(unit.target) else came
    return tuple(_runs(draft.text, unit.target, came, went, last))


def versions(unit: Unit) -> tuple[SheetVersion, ...]:
    """The unit's translations from its machine draft on, oldest first, none twice in a row."""
    made: list[SheetVersion] = []
    for event in unit.events[unit.events.index(unit.draft) :] if unit.draft is not None else ():
        if event.do in _SETS_TEXT | {"draft"} and event.text is not None:
            if made and made[-1].text == event.text:
                continue
            by = event.engine or event.by if event.do == "draft" else event.by
            made.append(SheetVersion(event.text, (by, hand(event)[1]), event.do == "draft", event.score))
    return tuple(made)


def _owners(draft: str, versions: Sequence[Event]) -> tuple[list[Hand | None], list[Hand | None]]:
    """For each character of the last version who put it in, and for each of the draft who took it out."""
    present: list[tuple[int, Hand | None]] = [(i, None) for i in range(len(draft))]
    went: list[Hand | None] = [None] * len(draft)
    text = draft
    for version in versions:
        who, after = hand(version), version.text or ""
        made: list[tuple[int, Hand | None]] = []
        at = 0
        for piece in diff(text, after):
            if piece.op == "insert":
                made += [(-1, who)] * len(piece.text)
                continue
            stretch = present[at : at + len(piece.text)]
            at += len(piece.text)
            if piece.op == "equal":
                made += stretch
            else:
                for index, _ in stretch:
                    if index >= 0:
                        went[index] = who
        present, text = made, after
    return [owner for _, owner in present], went


def _runs(
    draft: str, target: str, came: Sequence[Hand | None], went: Sequence[Hand | None], last: Hand
) -> Iterator[SheetRun]:
    i = j = 0
    for piece in diff(draft, target):
        size = len(piece.text)
        if piece.op == "equal":
            yield SheetRun(piece.text)
        else:
            owners = went[i : i + size] if piece.op == "delete" else came[j : j + size]
            at = 0
            # The whole difference may call changed what no single step did; then it is the last hand's.
            for who, same in groupby(owner or last for owner in owners):
                count = len(list(same))
                yield SheetRun(piece.text[at : at + count], piece.op, who)
                at += count
        i += size if piece.op != "insert" else 0
        j += size if piece.op != "delete" else 0
