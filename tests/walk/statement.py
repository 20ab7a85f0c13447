"""A small statement to walk through, made for these tests."""

from __future__ import annotations

from pathlib import Path

from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.events import event
from translate_flow.flow.statement.work import Work
from translate_flow.model import Unit
from translate_flow.walk.walk import Walk
from translate_flow.workspace import Workspace

SOURCE = """# Aviso a las comunidades

La Red Muqui convoca a las 14 comunidades de la cuenca.

El agua del manantial ya no se puede beber.

Pedimos un análisis independiente del agua.

- Red Muqui
"""
DRAFTS = {
    "Aviso": "Notice to the communities",
    "La Red": "The Net Muqui summons to 41 communities of the basin.",
    "El agua": "The water of the spring already cannot drink.",
    "Pedimos": "We ask an independent analysis of the water.",
}
GOOD = "Red Muqui calls on the 14 communities of the basin."


def made(folder: Path, *, four_eyes: bool = False) -> Workspace:
    """A workspace with the statement `aviso`, wholly drafted."""
    init(folder, "es", ("en",))
    if four_eyes:
        settings = folder / "translate-flow.toml"
        settings.write_text(
            settings.read_text("utf-8").replace("four_eyes = false", "four_eyes = true"), "utf-8"
        )
    source = folder / "statements" / "aviso.es.md"
    source.write_text(SOURCE, "utf-8")
    workspace = Workspace.find(folder)
    add(workspace, [source], ["en"])
    work = opened(workspace)
    work.change(lambda now: [event("draft", unit_of(now, s), "fake", t) for s, t in DRAFTS.items()])
    return workspace


def opened(workspace: Workspace) -> Work:
    """The statement as it is on the disk."""
    return Work.open(workspace, "aviso", "en")


def unit_of(work: Work, start: str) -> Unit:
    """The unit whose source begins so."""
    return next(u for u in work.units if u.segment.text.startswith(start))


def walk(workspace: Workspace, by: str = "Ana Condori", query: str = "", *, riskiest: bool = False) -> Walk:
    """A walk through the statement."""
    return Walk(workspace, ["aviso"], "en", by, riskiest, query)
