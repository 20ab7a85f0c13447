"""What people changed in the machine's drafts, or between any two versions, statement by statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..errors import UsageError
from ..glossary import Glossary
from ..review import CLASSES, Report, Scoring, report, reported
from ..review.edits import edits
from ..workspace import Workspace, nearest
from .versions import Sides, compared
from .work import Work, glossary_for


def diff(
    workspace: Workspace,
    names: Sequence[str],
    language: str,
    *,
    scores: bool = True,
    scoring: Scoring | None = None,
    asked: Sides | None = None,
    only: Sequence[str] = (),
) -> list[tuple[Report, Glossary]]:
    """The review of each statement, with the glossary it was made with.

    `asked` says which versions are compared; by default the machine draft and the present text.
    `only` names classes of change: segments without any of them are not shown. Raises UsageError
    for a class there is not.
    """
    for kind in only:
        if kind not in CLASSES:
            raise UsageError(
                f"--only {kind}: no such class{nearest(kind, CLASSES)}; known are {', '.join(CLASSES)}"
            )
    made = []
    for name in names:
        glossary = glossary_for(workspace, name, language)
        work = Work.open(workspace, name, language)
        edition = work.edition()
        if asked is None or asked.usual:
            done = report(edition, glossary, scores=scores, scoring=scoring)
        else:
            pairs = compared(work, edition, asked)
            known = Glossary([]) if asked.of_source else glossary
            # What was not there before has no changes to tell of; it is shown as new.
            found = tuple(
                e if e.draft else replace(e, terms=(), changes=()) for e in edits(pairs, known) if e.changed
            )
            done = reported(pairs, found, known, scores=False, sides=asked.labels)
        made.append((replace(done, only=tuple(only)), glossary))
    return made
