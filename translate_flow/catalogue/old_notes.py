"""Journals written before events had reasons: what the program said in a `note` becomes a `reason`.

The only place that knows those sentences. A line that has a reason, and what persons wrote, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from ..messages import Message
from ..model import Event
from .messages import (
    ACCENTS,
    CERTAIN,
    FROM_FILE,
    MARK_FINISHED,
    MARK_UNFINISHED,
    MARKED_OUTSIDE,
    MERGED,
    MERGED_JOINED,
    MET,
    NO_TEXT,
    OLDER_FINISHED,
    OLDER_UNFINISHED,
    OUTSIDE,
    REMARK,
    SAFE_CHANGE,
    SAME_PARAGRAPH,
    SPLIT,
    SPLIT_WHOLE,
    TYPOGRAPHY,
    UNSURE,
    WHITE_SPACE,
    combined,
)

_Known = tuple[re.Pattern[str], Callable[[dict[str, str]], Message]]
_NUMBERS = frozenset({"n", "known", "sentences", "number", "part", "parts"})
_BATCH = "[0-9a-f]{6}"


def _known(sentence: str, identifier: str) -> _Known:
    """A sentence and the id of its message, often another room's; `{name}` is what differs."""
    fixed = re.split(r"\{(\w+)\}", sentence)
    forms = dict.fromkeys(_NUMBERS, r"[0-9]{1,6}") | {"batch": _BATCH}
    made = "".join(
        f"(?P<{part}>{forms.get(part, '.+?')})" if place % 2 else re.escape(part)
        for place, part in enumerate(fixed)
    )

    def message(values: dict[str, str]) -> Message:
        return Message(identifier, {k: int(v) if k in _NUMBERS else v for k, v in values.items()})

    return re.compile(made, re.DOTALL), message


_SAID_OF_EDITS = {
    "outside": OUTSIDE(),
    "outside, still marked as needing work": UNSURE(),
    "translated on both sides of a merge; the other text is in the translator's comment": MET(),
    "undone": Message("walk.undone"),
}
_DOUBTS = {
    "the PO file had an older text, marked as unfinished; the newer one stands": OLDER_UNFINISHED(),
    "the PO file had an older text, marked as finished; the newer one stands": OLDER_FINISHED(),
    "the PO file had no text, as it once was; the newer one stands": NO_TEXT(),
    "the PO file had this text marked as unfinished, as it once was; the newer mark stands": MARK_UNFINISHED(),
    "the PO file had this text marked as finished, as it once was; the newer mark stands": MARK_FINISHED(),
}
_WHOLE: dict[str, dict[str, Message]] = {
    "edit": _SAID_OF_EDITS,
    "carry": {"certain: the same paragraph": SAME_PARAGRAPH()},
    "confirm": {"outside": OUTSIDE(), "undone": Message("walk.undone")},
    "return": {"marked as needing work outside": MARKED_OUTSIDE(), "undone": Message("walk.undone")},
    "doubt": _DOUBTS,
}
"""Sentences without values, by what was done."""

_REPLACED = (
    _known("replaced [{batch}] {label}", "flow.editing.replaced"),
    _known("replacement [{batch}] undone", "flow.editing.replacement-undone"),
    _known("spread from {origin}", "flow.editing.spread"),
)
_CONFLICT = (_known("conflict, the other text ({file}): {text}", "exchange.conflict"),)
_RESTORED = _known("version {number} restored", "flow.reviewing.version-restored")
_FROM_FILE = _known("from {file}", FROM_FILE.id)
_SHAPED: dict[str, tuple[_Known, ...]] = {
    "edit": (*_REPLACED, _RESTORED, _FROM_FILE),
    "carry": (
        *_REPLACED,
        _known("certain, split between sentences, part {part} of {parts}", SPLIT.id),
        _known(
            "split, part {part} of {parts}: the whole former translation; keep what belongs here",
            SPLIT_WHOLE.id,
        ),
        _known("certain, merged from {n} paragraphs", MERGED.id),
        _known("merged from {n} paragraphs: their translations, one after the other", MERGED_JOINED.id),
    ),
    "draft": (
        _RESTORED,
        _FROM_FILE,
        _known("term not held: {span}", "drafting.term-not-held"),
        _known("not held: {span}", "drafting.not-held"),
        _known("line break lost", "drafting.line-break-lost"),
        _known("put back by {person}", "walk.put-back"),
        _known("same text in the same place, from {origin}", "flow.drafts.same-place"),
        _known("same text, from {origin}", "flow.drafts.same-text"),
        _known("same text with other numbers or names, from {origin}", "flow.drafts.other-numbers"),
        _known("similar text from {origin}", "flow.drafts.similar"),
        _known("the source differs there: {differences}", "flow.drafts.source-differs"),
        _known("{n} other translation of it in the memory", "flow.drafts.others"),
        _known("{n} other translations of it in the memory", "flow.drafts.others"),
        _known("{known} of {sentences} sentences from the memory: {origins}", "flow.drafts.sentences"),
    ),
    "return": _CONFLICT,
    "comment": _CONFLICT,
}
"""Sentences with values, by what was done."""


def understood(event: Event) -> Event:
    """An event with a note and no reason, as it would be journalled today."""
    if event.do in ("dismiss", "undismiss"):
        return event if event.rule else _dismissed(event)
    reason = reason_of(event.do, event.note)
    return event if reason is None else replace(event, note="", reason=reason)


def _dismissed(event: Event) -> Event:
    """The rule was the first word of the note; the person's words came after it."""
    rule, _, why = event.note.partition(" ")
    return replace(event, rule=rule.rstrip(":,;"), note=why.strip())


@lru_cache(4096)
def reason_of(do: str, note: str) -> Message | None:
    """The reason that an old note of such an event gives; None if it is none of the program's sentences."""
    if do == "draft":
        found = [_one(do, part) for part in note.split("; ")]
        both = zip(found, note.split("; "), strict=True)
        return combined(m or REMARK(text=part) for m, part in both) if any(found) else None
    said = _one(do, note)
    return _carried(note) if said is None and do == "carry" else said


def _one(do: str, sentence: str) -> Message | None:
    if (whole := _WHOLE.get(do, {}).get(sentence)) is not None:
        return whole
    for pattern, made in _SHAPED.get(do, ()):
        if found := pattern.fullmatch(sentence):
            return made(found.groupdict())
    return None


def _carried(note: str) -> Message | None:
    """What begins with `certain` left a translation confirmed; with a colon, its draft counts still."""
    if note.startswith("certain:"):
        return SAFE_CHANGE(why=_why(note.removeprefix("certain:").strip()))
    return CERTAIN(text=note) if note.startswith("certain") else None


def _why(said: str) -> Message | str:
    if said.startswith("accent of "):
        return ACCENTS(terms=said.removeprefix("accent of "))
    return {"white space": WHITE_SPACE(), "typography": TYPOGRAPHY()}.get(said) or said
