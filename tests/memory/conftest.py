"""A workspace of two statements, of which one is translated in part."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_flow.flow.editing.edit import approve, edit
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.work import Work
from translate_flow.workspace import Workspace

ONE = """# Carta

El 5 de marzo de 2021 hubo 12 heridos en la plaza.

El Gobierno calla siempre. Exigimos verdad y justicia ya. ¿Quién responde por las víctimas?

Nadie ha visto esto.
"""
TWO = """# Carta

El 9 de enero de 2023 hubo 18 heridos en la plaza.

El río baja turbio. Exigimos verdad y justicia ya. ¿Quién responde por las víctimas?

El río baja turbio.
"""
TEXTS = {
    "# ": "",
    "Carta": "Letter",
    "El 5": "On 5 March 2021 there were 12 wounded in the square.",
    "El Gob": "The Government is always silent. We demand truth and justice now. Who answers for the victims?",
}


def statement(workspace: Workspace, name: str, text: str) -> None:
    path = workspace.statements / f"{name}.es.md"
    path.write_text(text, "utf-8")
    fresh = Workspace.find(workspace.root)
    add(fresh, [path], ["en"])


def key(work: Work, start: str) -> str:
    return next(u.key for u in work.units if u.segment.text.startswith(start))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A statement whose last paragraph nobody translated, and a second that is new."""
    init(tmp_path, "es", ("en",))
    settings = tmp_path / "translate-flow.toml"
    settings.write_text(settings.read_text("utf-8").replace('"apertium"', '"fake"'), "utf-8")
    made = Workspace.find(tmp_path)
    statement(made, "uno", ONE)
    work = Work.open(Workspace.find(tmp_path), "uno", "en")
    for start, text in TEXTS.items():
        if text:
            edit(work, key(work, start), text, "Ana")
    approve(work, key(work, "El 5"), "Luz")
    statement(made, "dos", TWO)
    return Workspace.find(tmp_path)
