"""The same correction in other segments that hold the same wording, and equal sources alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ...catalogue.states import HUMAN
from ...errors import UsageError
from ...language.spans import Spans
from ...language.text import digest, squeeze
from ...messages import Message
from ...model import Event, State, Unit
from ...review import diff, edit
from ...review.tracked import Edit
from ...review.vocabulary import is_function
from ...review.words import word_tokens
from ...workspace import Workspace
from ..queries.find import matching
from ..statement.acts import new_act, one_act
from ..statement.each import accounted
from ..statement.events import event
from ..statement.terms import glossary_for
from ..statement.work import Work
from .messages import NOTHING_TO_SPREAD, SPREAD

_LEAST = 2
"""Words a piece of wording needs, its neighbours counted, unless one of them is not a function word."""


@dataclass(frozen=True, slots=True)
class SpreadProposal:
    """A segment in which the same change could be made."""

    statement: str
    """Name of its statement."""
    unit: Unit
    """The segment as it stands."""
    text: str
    """Its translation with the change made."""
    reason: str
    """`wording`: the same words stand in it; `source`: its source is the same."""


def corrections(found: Edit) -> list[tuple[str, str]]:
    """What a person put for what: wording of the draft and of the text, the longest first.

    A change with nothing on one side takes the word before or after it along, so that it can be found.
    """
    pairs: dict[str, str] = {}
    pieces = found.pieces
    for n, piece in enumerate(pieces):
        if piece.op == "equal" or piece.move or (n and pieces[n - 1].op == "delete"):
            continue
        following = pieces[n + 1] if n + 1 < len(pieces) else None
        old = piece.text if piece.op == "delete" else ""
        new = piece.text if piece.op == "insert" else ""
        if old and following and following.op == "insert" and not following.move:
            new = following.text
        before = pieces[n - 1].text if n and pieces[n - 1].op == "equal" else ""
        place = n + 1 + bool(old and new)
        after = pieces[place].text if place < len(pieces) and pieces[place].op == "equal" else ""
        pair = _with_context(old, new, before, after)
        if pair and pair[0] != pair[1]:
            pairs.setdefault(*pair)
    return sorted(pairs.items(), key=lambda p: -len(p[0]))


def _with_context(old: str, new: str, before: str, after: str) -> tuple[str, str] | None:
    """Both wordings, with neighbours where they are too little to be found by."""
    left = re.search(r"\S+\s*\Z", before)
    right = re.match(r"\s*\S+", after)
    for _ in range(2):
        known = word_tokens(old)
        if old.strip() and any(not is_function(w) for w in known) and word_tokens(new):
            return old.strip(), new.strip()
        if len(known) >= _LEAST and any(not is_function(w) for w in known):
            return old.strip(), new.strip()
        if left is not None:
            old, new, left = left[0] + old, left[0] + new, None
        elif right is not None:
            old, new, right = old + right[0], new + right[0], None
    return (old.strip(), new.strip()) if any(not is_function(w) for w in word_tokens(old)) else None


def last_correction(work: Work, key: str) -> tuple[Unit, Edit]:
    """The segment, and what its last edit changed. Raises UsageError if nobody edited it."""
    unit = work.unit(key)
    texts = [e for e in unit.events if e.text is not None]
    place = next((n for n in range(len(texts) - 1, -1, -1) if texts[n].do == "edit"), 0)
    if not place:
        raise UsageError(NOTHING_TO_SPREAD(name=work.name, key=unit.key))
    before, after = texts[place - 1], texts[place]
    made = replace(unit, target=after.text or "", events=(replace(before, do="draft"), after))
    return unit, edit(made, glossary_for(work.workspace, work.name, work.language), work.language)


def proposals(
    workspace: Workspace,
    names: Iterable[str],
    work: Work,
    key: str,
    *,
    equal: bool = True,
    query: str = "",
) -> list[SpreadProposal]:
    """Segments of the statements named in which the segment's last correction could be made, too.

    `query` narrows them down. Those whose text holds the wording that was corrected; and, with `equal`, those with the same
    source, whose text no person has chosen otherwise. Approved texts are offered, too: taking the
    change takes the approval back.
    """
    unit, made = last_correction(work, key)
    pairs = corrections(made)
    source = squeeze(unit.segment.text)
    found = []
    for name in names:
        other = work if name == work.name else Work.open(workspace, name, work.language)
        allowed = set(matching(other, query))
        for candidate in other.units:
            if candidate.key not in allowed or (name == work.name and candidate.key == unit.key):
                continue
            if squeeze(candidate.segment.text) == source:
                if equal and candidate.target != unit.target and not chosen_by_a_person(candidate):
                    found.append(SpreadProposal(name, candidate, unit.target, "source"))
                continue
            if candidate.state in (State.MISSING, State.KEPT):
                continue
            text = corrected(candidate.target, pairs)
            if text != candidate.target:
                found.append(SpreadProposal(name, candidate, text, "wording"))
    return found


def chosen_by_a_person(unit: Unit) -> bool:
    """Whether a person wrote or confirmed the present text, so that nothing may go over it."""
    return unit.state in (State.TRANSLATED, State.APPROVED, State.KEPT) or any(
        e.do in HUMAN - {"return"} for e in unit.events
    )


def corrected(text: str, pairs: Sequence[tuple[str, str]]) -> str:
    """The text with each wording put right, whole words only; a text that has the right one is left alone."""
    for old, new in pairs:
        pattern = rf"(?<!\w){re.escape(old)}(?!\w)"
        shielded = (
            Spans(m.span() for m in re.finditer(re.escape(new), text) if old in new) if new else Spans(())
        )
        parts, at = [], 0
        for match in re.finditer(pattern, text):
            if shielded.hold(*match.span()):
                continue
            parts += [text[at : match.start()], new]
            at = match.end()
        text = "".join([*parts, text[at:]])
    # A word that went leaves one blank, not two.
    return re.sub(r"(?<=\S) {2,}(?=\S)", " ", text) if any(not new for _, new in pairs) else text


def take(workspace: Workspace, language: str, chosen: Sequence[SpreadProposal], by: str, origin: str) -> int:
    """Make the changes, each as an event of its own; gives how many were made.

    A text nobody had confirmed stays unconfirmed: only a part of it was looked at. One whose text
    changed since it was proposed is left alone.
    """
    count = 0
    finished: list[str] = []
    act = new_act()
    for name in dict.fromkeys(p.statement for p in chosen):
        wanted = {p.unit.key: p for p in chosen if p.statement == name}
        work = Work.open(workspace, name, language)

        def make(now: Work, wanted: dict[str, SpreadProposal] = wanted) -> list[Event]:
            events = []
            for key, proposal in wanted.items():
                unit = now.unit(key)
                if digest(unit.target) == digest(proposal.unit.target):
                    events.append(spread_event(unit, proposal.text, by, SPREAD(origin=origin)))
            return events

        with accounted(finished), one_act(act):
            count += len(work.change(make))
        finished.append(name)
    return count


def spread_event(unit: Unit, text: str, by: str, reason: Message, batch: str = "") -> Event:
    """An edit; for a text no person has confirmed, a carrying-over, which leaves it to be confirmed."""
    confirmed = unit.state in (State.TRANSLATED, State.APPROVED, State.KEPT)
    return replace(event("edit" if confirmed else "carry", unit, by, text, reason=reason), origin=batch)


def shown(proposal: SpreadProposal) -> Edit:
    """The proposal as an edit of the present text, to be looked at."""
    draft = Event(by="now", do="draft", key=proposal.unit.key, text=proposal.unit.target)
    pieces = diff(proposal.unit.target, proposal.text)
    return Edit(replace(proposal.unit, target=proposal.text, events=(draft,)), proposal.unit.target, pieces)
