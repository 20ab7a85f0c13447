"""What people changed in the machine's drafts, or between any two versions, statement by statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...errors import UsageError
from ...glossary import Glossary
from ...messages import nearest
from ...review import CLASSES, Report, Scoring, report, reported
from ...review.edits import edits
from ...review.versions import versions
from ...workspace import Workspace
from ..statement.each import Errors, each
from ..statement.terms import glossary_for
from ..statement.work import Work
from .messages import NO_SUCH_CLASS, NO_SUCH_NUMBER
from .versions import ComparedVersions, compared


def diff_report(
    workspace: Workspace,
    names: Sequence[str],
    language: str,
    *,
    scores: bool = True,
    scoring: Scoring | None = None,
    asked: ComparedVersions | None = None,
    only: Sequence[str] = (),
    errors: Errors | None = None,
) -> list[tuple[Report, Glossary]]:
    """The review of each statement, with the glossary it was made with.

    `asked` says which versions are compared; by default the machine draft and the present text.
    `only` names classes of change: segments without any of them are not shown. Raises UsageError
    for a class there is not; the errors of a statement, or adds them to `errors` where that is given.
    """
    for kind in only:
        if kind not in CLASSES:
            raise UsageError(NO_SUCH_CLASS(kind=kind, nearest=nearest(kind, CLASSES), known=tuple(CLASSES)))

    numbers = [int(name) for name in (asked.left, asked.right) if name.isdecimal()] if asked else []
    most = [0]

    def one(name: str) -> tuple[Report, Glossary]:
        glossary = glossary_for(workspace, name, language)
        work = Work.open(workspace, name, language)
        edition = work.edition()
        if asked is None or asked.usual:
            done = report(edition, glossary, scores=scores, scoring=scoring)
        else:
            if numbers:
                most.append(max((len(versions(unit)) for unit in edition.units), default=0))
            pairs = compared(work, edition, asked)
            known = Glossary([]) if asked.of_source else glossary
            # What was not there before has no changes to tell of; it is shown as new.
            found = tuple(
                e if e.draft else replace(e, terms=(), changes=()) for e in edits(pairs, known) if e.changed
            )
            done = reported(pairs, found, known, scores=False, sides=asked.labels)
        return replace(done, only=tuple(only)), glossary

    made = each(names, one, errors)
    if numbers and made and not 1 <= min(numbers) <= max(numbers) <= max(most):
        wrong = next(n for n in numbers if not 1 <= n <= max(most))
        raise UsageError(NO_SUCH_NUMBER(version=wrong, n=max(most)))
    return made
