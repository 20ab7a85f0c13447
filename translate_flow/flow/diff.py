"""What people changed in the machine's drafts, statement by statement."""

from __future__ import annotations

from collections.abc import Sequence

from ..glossary import Glossary
from ..review import Report, report
from ..workspace import Workspace
from .work import Work, glossary_for


def diff(
    workspace: Workspace, names: Sequence[str], language: str, *, scores: bool = True
) -> list[tuple[Report, Glossary]]:
    """The review of each statement, with the glossary it was made with."""
    made = []
    for name in names:
        glossary = glossary_for(workspace, name, language)
        edition = Work.open(workspace, name, language).edition()
        made.append((report(edition, glossary, scores=scores), glossary))
    return made
