"""Effort by any group, kept between runs, and what became of each term."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.review.laguna import key, opened
from translate_flow.flow.editing.edit import confirm, edit
from translate_flow.flow.reviewing.diff import diff_report
from translate_flow.flow.reviewing.effort import measuring
from translate_flow.review.groups import BY, rows, to_csv, to_json
from translate_flow.workspace import Workspace


@pytest.fixture
def measured(workspace: Workspace) -> Workspace:
    work = opened(workspace)
    edit(work, key(work, "Vimos"), "We saw ternas in the lagoon.", "ana")
    edit(work, key(work, "Las ternas"), "In May the ternas returned.", "berta")
    confirm(work, key(work, "Exigimos"), "berta")
    return workspace


@pytest.mark.parametrize("by", BY)
def test_effort_by_any_group_adds_up_and_equals_sacrebleu(measured: Workspace, by: str) -> None:
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    with measuring(measured) as scoring:
        reports = [r for r, _ in diff_report(measured, ["laguna", "otra"], "en", scoring=scoring)]
        found = rows(reports, by, scoring=scoring)
    assert sum(r.effort.segments for r in found) == 3
    assert {"segment": 3, "statement": 1, "engine": 1, "person": 2, "week": 1}[by] == len(found)
    if by == "statement":
        pairs = [(e.draft, e.unit.target) for e in reports[0].edits if str(e.unit.state) == "translated"]
        drafts, targets = [a for a, _ in pairs], [[b for _, b in pairs]]
        scores = found[0].effort.scores
        assert scores is not None
        assert scores.hter.value == TER().corpus_score(drafts, targets).score
        assert scores.hter_cased.value == TER(case_sensitive=True).corpus_score(drafts, targets).score
        assert scores.chrf.value == CHRF().corpus_score(drafts, targets).score
    table = list(csv.DictReader(io.StringIO(to_csv(found, by))))
    assert [row[by] for row in table] == [row.name for row in found]
    shape = json.loads(json.dumps(to_json(found, by)))
    assert shape["rows"][0]["effort"]["segments"] == found[0].effort.segments
    assert float(table[0]["hter"]) == shape["rows"][0]["effort"]["scores"]["hter"]["value"]


def test_what_was_measured_is_not_measured_again(
    measured: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with measuring(measured) as scoring:
        first = diff_report(measured, ["laguna"], "en", scoring=scoring)[0][0].effort

    def fail(*_: object) -> None:
        raise AssertionError("measured again")

    monkeypatch.setattr("translate_flow.review.scores._measured", fail)
    with measuring(measured) as scoring:
        again = diff_report(measured, ["laguna"], "en", scoring=scoring)[0][0].effort
    assert first == again
    (measured.cache / "effort.json").write_text("{broken", "utf-8")
    with measuring(measured) as scoring:
        assert scoring.known == {}


def test_the_summary_tells_what_became_of_each_term(measured: Workspace) -> None:
    from translate_flow.review import by_person, term_lines

    (measured.root / "glossary" / "own.csv").write_text(
        "es,en,policy,forbidden_en\nternas,,keep,triples\n", "utf-8"
    )
    reports = [r for r, _ in diff_report(measured, ["laguna", "otra"], "en", scores=False)]
    lines = {line.term.es: str(line.sentence) for line in term_lines(reports)}
    assert (
        lines["ternas"] == "ternas: right in 0 of 2 drafts, corrected 2 times to ternas (from “triples” 2×)"
    )
    assert {t.name: t.segments for t in by_person(reports)} == {"ana": 1, "berta": 1}
