"""Two statements of one text in a workspace, drafted by a machine."""

from __future__ import annotations

from dataclasses import replace as changed

from translate_flow.flow.statement.events import event
from translate_flow.flow.statement.work import Work
from translate_flow.model import Event
from translate_flow.workspace import Workspace

STATEMENT = """# La laguna

Vimos ternas en la laguna.

Las ternas volvieron en mayo.

Exigimos agua limpia.

Exigimos agua limpia.
"""
DRAFTS = {
    "La laguna": "The lagoon",
    "Vimos ternas en la laguna.": "We saw triples in the lagoon.",
    "Las ternas volvieron en mayo.": "The triples returned in May.",
    "Exigimos agua limpia.": "We demand clean water.",
}


def draft(work: Work) -> None:
    """Machine texts for all segments."""

    def make(now: Work) -> list[Event]:
        return [
            changed(event("draft", u, "machine", DRAFTS[u.segment.text]), engine="machine 1.0")
            for u in now.units
        ]

    work.change(make)


def opened(workspace: Workspace, name: str = "laguna") -> Work:
    """A statement, open for work."""
    return Work.open(workspace, name, "en")


def key(work: Work, start: str) -> str:
    """Key of the segment whose source begins so."""
    return next(u.key for u in work.units if u.segment.text.startswith(start))
