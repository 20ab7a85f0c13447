"""The risk score of drafts: what hurts comes first, and it says why."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_flow.checks import Scene, check_unit, costs
from translate_flow.drafting.messages import TERM_NOT_HELD
from translate_flow.flow.drafts.draft import plan, run
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.risk import riskiest
from translate_flow.flow.statement.work import Work
from translate_flow.glossary import Glossary
from translate_flow.model import Event, Finding, Kind, Segment, Severity, State, Unit
from translate_flow.risk import Risk, assess, of_unit
from translate_flow.risk.messages import CLAUSES, MEMORY_MATCH
from translate_flow.workspace import Workspace

from .checks.statement import edition

ES_EN = ("es", "en")
SOURCE = "El Gobierno no garantiza la vida de 17 personas en Juliaca."
GOOD = "The Government does not guarantee the lives of 17 people in Juliaca."


def score(source: str, target: str, **more: object) -> Risk:
    return assess(source, target, ES_EN, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("target", "more", "reason"),
    [
        (
            "The Government not garantiza the life of 17 people in Juliaca.",
            {},
            "words left untranslated: garantiza",
        ),
        (GOOD, {"problems": ("term not held: Juliaca",)}, "term not held: Juliaca"),
        (GOOD, {"memory": 85}, "memory match of only 85 %"),
        (GOOD + " " + "And they say this again and again, at length." * 2, {}, "unusually long"),
        ("The Government not.", {}, "unusually short"),
        (
            "The Government of the country is not of the ones that are in the guarantee of the 17 of the life.",
            {},
            "many small words: may follow the source word by word",
        ),
        ("", {}, "no text"),
    ],
)
def test_each_sign_raises_the_score_and_is_named(target: str, more: dict[str, object], reason: str) -> None:
    engine = {} if "memory" in more else {"engine": "apertium 3.8"}
    found, plain = score(SOURCE, target, **more, **engine), score(SOURCE, GOOD, **engine)
    assert found.score > plain.score and reason in map(str, found.reasons)
    assert plain.reasons == ()


@pytest.mark.parametrize(
    ("source", "target", "rule"),
    [
        (SOURCE, "The Government guarantees the lives of 17 people in Juliaca.", "negation"),
        (SOURCE, "The Government does not guarantee the lives of 71 people in Juliaca.", "number"),
        ("Habló Eulalia Mamani Ticlla en Cotahuasi.", "Eulalia Mamini Ticlla spoke in Cotahuasi.", "name"),
    ],
)
def test_what_the_checks_find_outweighs_the_shape_of_a_sentence(source: str, target: str, rule: str) -> None:
    """A wrong name, number or *no* comes before a draft that is merely long and wordy."""
    long = " ".join([GOOD] * 3)
    [unit] = (made := edition((source, target))).units
    found = [f for f in check_unit(unit, Scene(made, Glossary([]))) if rule in f.rule]
    assert found
    wrong = score(source, target, engine="apertium", findings=costs(found))
    assert found[0].message in wrong.reasons
    assert (
        wrong.score
        > score(SOURCE, long, engine="apertium").score
        > score(SOURCE, GOOD, engine="apertium").score
    )


def test_a_sign_amiss_or_the_state_weighs_little() -> None:
    """Two blanks are put right in passing, and that a draft is unread says nothing of it."""
    plain = score(SOURCE, GOOD)
    blank = Finding("spaces", Severity.WARNING, "k", "Two blanks in a row.")
    state = Finding("untouched-draft", Severity.WARNING, "k", "Nobody has read this draft yet.")
    assert plain.score < score(SOURCE, GOOD, findings=costs([blank])).score < plain.score + 0.1
    assert score(SOURCE, GOOD, findings=costs([state])) == plain


def test_a_rule_nobody_weighed_counts_by_its_severity() -> None:
    found = [
        cost for cost, _ in costs(Finding("of-a-third-party", severity, "k", "So.") for severity in Severity)
    ]
    assert found[0] > found[1] > found[2] > 0


def test_a_source_of_many_clauses_is_riskier_and_the_reason_says_so() -> None:
    clauses = (
        "El Gobierno, que calla, y el Congreso, que aprueba, y la Fiscalía, que mira, no oyen a las familias."
    )
    plain = clauses.replace(",", "")
    target = "The Government does not listen to the families; nor do Congress and the prosecutors."
    assert score(clauses, target).score > score(plain, target).score
    assert CLAUSES() in score(clauses, target).reasons and CLAUSES() not in score(plain, target).reasons


def test_an_exact_memory_match_is_safer_than_any_engine() -> None:
    engines = [score(SOURCE, GOOD, engine=name).score for name in ("apertium 3.8", "firefox 1", "deepl", "")]
    assert score(SOURCE, GOOD, engine="memory", memory=100).score < min(engines)
    assert max(engines) == engines[0]


@given(
    st.text(max_size=200),
    st.text(max_size=200),
    st.integers(0, 101) | st.none(),
    st.sampled_from(["es", "qu", "en"]),
)
def test_the_score_stays_between_0_and_1_for_any_text(
    source: str, target: str, memory: int | None, language: str
) -> None:
    found = assess(source, target, (language, "en"), memory=memory)
    assert 0.0 <= found.score <= 1.0


def test_another_problem_never_lowers_the_score() -> None:
    problems: list[str] = []
    last = 0.0
    for name in ("Puno", "Juliaca", "Red Muqui"):
        problems.append(f"term not held: {name}")
        found = score(SOURCE, GOOD, problems=problems)
        assert found.score > last
        last = found.score


def test_a_draft_is_judged_by_what_its_journal_says() -> None:
    event = Event(
        id="1",
        by="memory",
        do="draft",
        key="k",
        text=GOOD,
        engine="memory+apertium 3.8",
        score=70,
        reason=TERM_NOT_HELD(span="Juliaca"),
    )
    unit = Unit(Segment("k", Kind.PARAGRAPH, SOURCE), GOOD, State.DRAFT, (event,))
    assert of_unit(unit, ES_EN).reasons == (TERM_NOT_HELD(span="Juliaca"), MEMORY_MATCH(score=70))


def test_riskiest_lists_unread_drafts_only_worst_first(tmp_path: Path) -> None:
    init(tmp_path, "es", ("en",))
    source = tmp_path / "statements" / "carta.es.txt"
    source.write_text("Uno dice que sí.\n\nNo queremos más muertes en 2023.\n\nRed Muqui\n", "utf-8")
    workspace = Workspace.find(tmp_path)
    add(workspace, [source], ["en"])
    list(run(plan(workspace, ["carta"], "en", engines=("fake",))))
    work = Work.open(workspace, "carta", "en")
    found = riskiest(work, work.units)
    assert [unit.segment.text[:3] for unit, _ in found] == ["No ", "Uno"]
    assert found[0][1].score > found[1][1].score
