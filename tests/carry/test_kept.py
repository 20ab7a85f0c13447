"""What is kept as it is when a statement is read: names, and what is nothing but one kept term."""

from __future__ import annotations

import pytest

from translate_flow.carry.entries import keeps
from translate_flow.glossary import Glossary
from translate_flow.model import Kind, Policy, Segment, Term

GLOSSARY = Glossary(
    [
        Term("Valle Hondo", "", "district"),
        Term("Hondo", "", "place"),
        Term("Perú", "Peru", "country", Policy.TRANSLATE),
    ]
)


@pytest.mark.parametrize(
    ("kind", "text", "kept"),
    [
        (Kind.CELL, "Valle Hondo", True),
        (Kind.CELL, "Perú", False),
        (Kind.CELL, "En Valle Hondo", False),
        (Kind.CELL, "12,5 %", True),
        (Kind.NAME, "Colectivo Luna", True),
        (Kind.PARAGRAPH, "Valle Hondo, Hondo", False),
    ],
)
def test_what_is_kept(kind: Kind, text: str, kept: bool) -> None:
    assert keeps(Segment("a", kind, text), GLOSSARY) is kept
