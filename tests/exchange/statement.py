"""A small statement with drafts and people's work on them, made for these tests."""

from __future__ import annotations

from pathlib import Path

from translate_flow.flow.editing.edit import approve, confirm, edit
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.events import event
from translate_flow.flow.statement.work import Work
from translate_flow.model import Unit
from translate_flow.workspace import Workspace

SOURCE = """# Carta de las comunidades

La Red Muqui pide que se escuche a las 12 familias de Cotabambas.

El río llega turbio desde hace tres años y nadie responde.

Exigimos una mesa de diálogo con plazos claros.

- Red Muqui
- Centro Bartolomé de Las Casas – CBC
"""
DRAFTS = {
    "Carta": "Letter of the communities",
    "La Red": "The Red Muqui asks that it listen to 12 families of Cotabambas.",
    "El río": "The river arrives murky from three years ago and nobody answers.",
    "Exigimos": "We demand a table of dialogue with clear terms.",
}
EDITED = "Red Muqui asks that the 12 families of Cotabambas be heard."


def made(folder: Path, languages: tuple[str, ...] = ("en",)) -> Workspace:
    """A workspace with the statement `carta`: title confirmed, one paragraph edited and approved, two drafts."""
    init(folder, "es", languages)
    source = folder / "statements" / "carta.es.md"
    source.write_text(SOURCE, "utf-8")
    workspace = Workspace.find(folder)
    add(workspace, [source], list(languages))
    for language in languages:
        work = Work.open(workspace, "carta", language)
        work.change(lambda now: [event("draft", unit_of(now, s), "fake", t) for s, t in DRAFTS.items()])
        confirm(work, unit_of(work, "Carta").key, "Ana Condori")
        edit(work, unit_of(work, "La Red").key, EDITED, "Ana Condori")
        approve(work, unit_of(work, "La Red").key, "Luis Vega")
    return workspace


def opened(workspace: Workspace) -> Work:
    """The statement, open for work."""
    return Work.open(workspace, "carta", "en")


def unit_of(work: Work, start: str) -> Unit:
    """The unit whose source begins so."""
    return next(u for u in work.units if u.segment.text.startswith(start))
