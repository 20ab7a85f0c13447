"""The engine that other parts are tested with."""

from __future__ import annotations

from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from translate_flow import plugins
from translate_flow.engines import load
from translate_flow.errors import UsageError
from translate_flow.flow.drafts.engines import survey
from translate_flow.flow.intake.init import init
from translate_flow.passage import Held, Passage
from translate_flow.workspace import Workspace


def test_words_are_shown_as_machine_text_and_marks_stay() -> None:
    passage = Passage("La Xqzaa pide 3 cosas.", (Held("Xqzaa", "Red Muqui", "Red Muqui"),))
    with load("fake").start("es", "en") as engine:
        assert list(engine.translate([passage, Passage("")])) == ["‹La› Xqzaa ‹pide› 3 ‹cosas›.", ""]


def test_it_is_private_ready_and_the_same_each_time() -> None:
    factory = load("fake")
    assert factory.private
    assert factory.missing("es", "quz") is None
    runs = [list(factory.start("es", "en").translate([Passage("¿Qué pasó?")])) for _ in range(2)]
    assert runs[0] == runs[1] == ["¿‹Qué› ‹pasó›?"]


def test_another_packages_engine_is_listed_and_a_broken_one_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Entry points of the group `translate_flow.engines`; a broken package spoils nothing else."""
    found = (
        EntryPoint("good", "translate_flow.engines.fake:FAKE", "translate_flow.engines"),
        EntryPoint("bad", "no.such.module:ENGINE", "translate_flow.engines"),
    )
    monkeypatch.setattr(plugins, "entry_points", lambda **wanted: EntryPoints(found).select(**wanted))
    init(tmp_path, "es", ("en",))
    rows = {row["name"]: row for row in survey(Workspace.load(tmp_path), "en")}
    assert rows["good"]["ready"] and list(rows)[-2:] == ["bad", "good"]
    assert not rows["bad"]["ready"] and "cannot be loaded" in str(rows["bad"]["why"])
    with pytest.raises(UsageError, match="unknown engine; known engines: apertium, firefox"):
        load("worse")
