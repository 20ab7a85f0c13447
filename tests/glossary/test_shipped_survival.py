"""Every term the project ships comes through the real engine."""

from __future__ import annotations

import pytest

from translate_flow.drafting import draft
from translate_flow.engines.apertium import ApertiumFactory
from translate_flow.glossary import Glossary, count_target
from translate_flow.model import Kind, Segment

pytestmark = pytest.mark.apertium

FRAMES = (
    "Ayer denunciaron {} en la plaza.",
    "{} preocupa a todos.",
    "Hablan de {} y de la crisis.",
    "Las organizaciones rechazan {}, según el informe.",
)


def test_every_shipped_term_survives_in_four_places(shipped: Glossary, apertium: ApertiumFactory) -> None:
    """As subject at the start, as object, after a preposition, before a comma: whole, and without a finding."""
    texts = [
        frame.format(term.es[0].upper() + term.es[1:] if frame.startswith("{") else term.es)
        for term in shipped.terms
        for frame in FRAMES
    ]
    segments = [Segment(f"{n:08x}", Kind.PARAGRAPH, text) for n, text in enumerate(texts)]
    lost = []
    with apertium.start("es", "en") as engine:
        for made, text in zip(draft(segments, shipped, engine, mentions={}), texts, strict=True):
            terms = {match.term for match in shipped.find(text)}
            if made.problems or not all(count_target(term, made.text, any_case=True) for term in terms):
                lost.append((text, made.text, made.problems))
    assert lost == []
