"""A draft is taken only if its facts hold: what the gate sees beside the checks."""

from __future__ import annotations

import pytest

from translate_flow.facts.scene import Scene
from translate_flow.flow.drafts.gate import judge
from translate_flow.flow.drafts.tally import rule_of
from translate_flow.glossary import Glossary
from translate_flow.model import Document, Edition, Kind, Segment, State, Unit


def faults(source: str, draft: str) -> set[str]:
    segment = Segment("00000001", Kind.PARAGRAPH, source)
    edition = Edition(Document("one", "plain", (segment,)), "es", "en", (Unit(segment, "", State.MISSING),))
    return {rule_of(fault) for fault in judge(Scene(edition, Glossary([])))(segment, draft)}


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("Nadie respondió a las cartas.", "**Nobody answered the letters.**"),
        ("Los presos piden agua.", "The prisoners ask for **water**."),
    ],
)
def test_bold_that_a_model_made_up_is_a_fault(source: str, draft: str) -> None:
    assert "markup-changed" in faults(source, draft)
    assert "markup-changed" not in faults(source, draft.replace("**", ""))


def test_bold_of_the_source_is_not_a_fault() -> None:
    assert "markup-changed" not in faults("Los presos piden **agua**.", "The prisoners ask for **water**.")
    assert "markup-changed" not in faults("El campo 3 ** 4 sigue vacío.", "Field 3 ** 4 is still empty.")
