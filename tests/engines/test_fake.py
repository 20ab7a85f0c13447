"""The engine that other parts are tested with."""

from __future__ import annotations

from translate_flow.engines import load
from translate_flow.model import Held, Passage


def test_words_are_shown_as_machine_text_and_marks_stay() -> None:
    passage = Passage("La Xqzaa pide 3 cosas.", (Held("Xqzaa", "Red Muqui", "Red Muqui"),))
    with load("fake").start("es", "en") as engine:
        assert list(engine.translate([passage, Passage("")])) == ["‹La› Xqzaa ‹pide› 3 ‹cosas›.", ""]


def test_it_is_private_ready_and_the_same_each_time() -> None:
    factory = load("fake")
    assert factory.private
    assert factory.missing("es", "quz") == ""
    runs = [list(factory.start("es", "en").translate([Passage("¿Qué pasó?")])) for _ in range(2)]
    assert runs[0] == runs[1] == ["¿‹Qué› ‹pasó›?"]
