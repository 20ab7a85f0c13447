"""A workspace for tests of review on real files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.review.laguna import STATEMENT, draft, opened
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Two statements of the same text, drafted."""
    init(tmp_path, "es", ("en",))
    settings = tmp_path / "translate-flow.toml"
    settings.write_text(
        settings.read_text("utf-8").replace('repeats = "statement"', 'repeats = "off"'), "utf-8"
    )
    made = Workspace.find(tmp_path)
    for name in ("laguna", "otra"):
        source = tmp_path / "statements" / f"{name}.es.md"
        source.write_text(STATEMENT, "utf-8")
        add(made, [source], ["en"])
        made = Workspace.find(tmp_path)
        draft(opened(made, name))
    return made
