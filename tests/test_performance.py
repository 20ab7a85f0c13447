"""Figures are kept with their machine and day, and docs/performance.md is made of them."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from bench import plots, results
from bench.measure import measure, python, row

ROOT = Path(__file__).parent.parent


def test_a_bench_is_kept_with_its_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "FOLDER", tmp_path)
    with results.kept("trial"):
        row(
            "nothing", measure(python("-c", ""), runs=1), {"more": measure(python("-c", "1"), runs=1)}, size=7
        )
    kept = json.loads((tmp_path / "trial.json").read_text("utf-8"))
    assert kept["machine"]["cores"] >= 1 and kept["machine"]["python"] and len(kept["date"]) == 10
    (figure,) = kept["rows"]
    assert figure["what"] == "nothing" and figure["size"] == 7
    assert figure["ours"]["cpu"] > 0 and set(figure["peers"]) == {"more"}
    assert kept["text"][0].strip().startswith("nothing, 7 paragraphs: ours")


def test_a_peer_that_fails_is_not_taken_for_a_fast_one() -> None:
    with pytest.raises(RuntimeError, match="no_such_module"):
        measure(python("-c", "import no_such_module"), runs=1)
    assert measure(python("-c", "raise SystemExit(1)"), runs=1).cpu > 0


def test_the_curves_are_those_of_the_results() -> None:
    """`make bench-plots` brings them in step."""
    drawn = {plots.name_of(w): plots.drawn(w, s) for w, s in plots.curves(results.read()).items()}
    assert drawn and {f.name: f.read_text("utf-8") for f in plots.FOLDER.glob("*.svg")} == drawn
    for text in drawn.values():
        assert ET.fromstring(text).tag.endswith("svg")
        assert all(times in text for times in ("1×", "10×", "100×"))


def test_every_bench_with_peers_is_in_the_document() -> None:
    page = (ROOT / "docs" / "performance.md").read_text("utf-8")
    for kept in results.read():
        assert f"`python -m bench {kept['bench']}`" in page
        assert kept["date"] in page
        for figure in kept["rows"]:
            assert all(peer in page for peer in figure["peers"])
