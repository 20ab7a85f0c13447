"""One segment as the page shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..glossary import Glossary
from ..messages import Message
from ..model import Term
from .edits import hands
from .effort import is_read
from .marking import SentenceRow, mark, rows
from .messages import MEANING, MEANING_BY
from .tallies import engine
from .terms import VERDICTS
from .tracked import Edit, TermVerdict
from .words import similarity
from .written import written

if TYPE_CHECKING:
    from markupsafe import Markup

GRAVE = frozenset({"term-broken", "name", "number", "negation", "omission", "addition"})
"""Classes of change that can make a text say something else."""
_TOLD = GRAVE | {"term-fixed"}
"""Classes whose changes are shown one by one; of the others their number is."""


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A change that is shown by itself, or all changes of one class."""

    kind: str
    """Its class."""
    meaning: Message
    """What the class is, and who made the change."""
    grave: bool
    """Whether it can make the text say something else."""
    alone: bool
    """Whether it is one change, shown with its words; otherwise `count` of them are."""
    old: str
    """What went, if `alone`; shortened."""
    new: str
    """What came."""
    count: int
    """How many changes of the class there are in the segment."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A segment of the page."""

    anchor: str
    """Its id there."""
    key: str
    """The segment's key."""
    kind: str
    """What the block is."""
    state: str
    """The translation's state."""
    flags: tuple[str, ...]
    """What filters choose it by."""
    hands: Sequence[tuple[str, str]]
    """Who did what."""
    drafted: bool
    """Whether there is something to compare the text with."""
    read: bool
    """Whether a person has judged the draft."""
    alike: int
    """Likeness of draft and text, percent; 0 if nobody has judged it."""
    source: Markup
    """The source."""
    changes: Markup
    """Draft and text in one; the text alone where they are the same."""
    rows: Sequence[tuple[Markup, Markup, bool]]
    """Sentence by sentence: the draft's, the text's, whether they differ; none where draft and text are the same."""
    told: Sequence[ToldChange]
    """What was changed, by class."""
    terms: Sequence[TermVerdict]
    """What became of the glossary's terms, worst first."""
    credits: Mapping[Term, str]
    """Who fixed or broke a term."""


def shown(
    edit: Edit,
    glossary: Glossary,
    credits: Mapping[Term, str],
    *,
    people: Sequence[str],
    engines: Sequence[str],
    number: int,
) -> Shown:
    """An edit for the page.

    `people` and `engines` are those of the whole page, by whose place in the list segments are
    chosen; `engines` is empty if there is nothing to choose. `number` is the statement's, from 1,
    or 0 if it is the only one.
    """
    unit = edit.unit
    drafted = unit.draft is not None and unit.draft.text is not None
    read, changed, done = is_read(edit), edit.changed, hands(unit)
    flags = {t.verdict for t in edit.terms if t.verdict != "kept"} if read or not drafted else set()
    if changed:
        flags.add("changed")
    if drafted and not read:
        flags.add("unread")
    flags |= {f"class-{c.kind}" for c in edit.changes}
    flags |= {f"by-{people.index(by)}" for did, by in done if did != "drafted"}
    flags.add(f"state-{unit.state.value}")
    if drafted and engines:
        flags.add(f"from-{engines.index(engine(edit))}")
    if number:
        flags.add(f"in-{number}")
    marked = mark(edit, glossary)
    return Shown(
        anchor=anchor(unit.key, number),
        key=unit.key,
        kind=unit.segment.kind.value,
        state=unit.state.value,
        flags=tuple(sorted(flags)),
        hands=done,
        drafted=drafted,
        read=read,
        alike=similarity(edit.draft, unit.target) if read else 0,
        source=written(marked.source),
        changes=written(marked.changes),
        rows=[_row(row) for row in rows(marked)] if drafted and changed else (),
        told=_told(edit),
        terms=sorted(edit.terms, key=lambda t: VERDICTS.index(t.verdict)),
        credits=credits,
    )


def anchor(key: str, number: int) -> str:
    """A segment's id on the page; with several statements the statement's number is in it."""
    return f"s-{number}-{key}" if number else f"s-{key}"


def _row(row: SentenceRow) -> tuple[Markup, Markup, bool]:
    """A sentence beside what it became. Terms are explained in the source above."""
    return written(row.left, explained=False), written(row.right, explained=False), row.changed


def _told(edit: Edit) -> list[ToldChange]:
    """The changes a reader must not miss one by one, the others counted."""
    counts = Counter([c.kind for c in edit.changes])
    made = []
    counted = set()
    for change in edit.changes:
        kind, alone = change.kind, change.kind in _TOLD
        if kind in counted:
            continue
        if not alone:
            counted.add(kind)
        meaning = MEANING[kind]()
        if change.by and (alone or counts[kind] == 1):
            meaning = MEANING_BY(meaning=meaning, person=change.by)
        old, new = (
            (_short(edit.draft[slice(*change.draft)]), _short(edit.unit.target[slice(*change.target)]))
            if alone
            else ("", "")
        )
        made.append(ToldChange(kind, meaning, kind in GRAVE, alone, old, new, counts[kind]))
    return made


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59] + "…"
