"""The JSON shape that docs/json/diff.md promises."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from tests.review.statement import EDITION, GLOSSARY, UNITS
from translate_flow.review import report, to_json

DOC = Path(__file__).parents[2] / "docs" / "json" / "diff.md"


def shape() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(json.dumps(to_json([report(EDITION, GLOSSARY)])))
    return made


def test_it_is_plain_data_with_a_version() -> None:
    made = shape()
    assert made["version"] == 1
    assert list(made) == ["version", "statements", "effort", "summary"]
    assert made["statements"][0]["statement"] == "2024-05-02-ayanca"


def test_pieces_give_back_draft_and_text() -> None:
    for segment in shape()["statements"][0]["segments"]:
        pieces = segment["pieces"]
        target = "".join(p["text"] for p in pieces if p["op"] != "delete")
        assert target == segment["target"]
        if segment["draft"] is not None:
            assert "".join(p["text"] for p in pieces if p["op"] != "insert") == segment["draft"]


def test_who_fixed_and_who_broke() -> None:
    terms = [t for s in shape()["statements"][0]["segments"] for t in s["terms"]]
    by = {(t["term"], t["verdict"]): t["by"] for t in terms}
    assert by["ternas", "fixed"] == "translator"
    assert by["Rosaura Ccahuana", "broken"] == "translator"
    assert by["debida diligencia", "kept"] is None


def test_several_statements_are_summed_up() -> None:
    one = report(EDITION, GLOSSARY, scores=False)
    made = to_json([one, one])
    assert made["effort"]["segments"] == 2 * one.effort.segments
    assert made["effort"]["scores"] is None
    assert len(made["statements"]) == 2


def test_every_field_is_documented() -> None:
    cells = " ".join(line for line in DOC.read_text("utf-8").splitlines() if not line.startswith("```"))
    documented = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`]+)`", cells))))

    def fields(data: Any) -> set[str]:
        if isinstance(data, dict):
            return {k for k in data if k.isidentifier()} | {f for v in data.values() for f in fields(v)}
        if isinstance(data, list):
            return {f for item in data for f in fields(item)}
        return set()

    assert fields(shape()) <= documented


def test_a_segment_without_a_draft_says_so() -> None:
    typed = next(s for s in shape()["statements"][0]["segments"] if s["source"] == UNITS[7].segment.text)
    assert (typed["draft"], typed["engine"], typed["similarity"], typed["counted"]) == (
        None,
        None,
        None,
        False,
    )
