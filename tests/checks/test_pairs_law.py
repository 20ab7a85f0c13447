"""What the checks report of a pair, the desk shows; and where the fault is put right, `diff` calls the change by what it is."""

from __future__ import annotations

import pytest

from translate_flow import checks
from translate_flow.checks import Scope
from translate_flow.desk.views import look_view
from translate_flow.desk.words import locale_of
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.look import look
from translate_flow.flow.statement.sheet import Sheet
from translate_flow.flow.statement.work import Work
from translate_flow.model import Event
from translate_flow.review import diff
from translate_flow.review.classify import classify
from translate_flow.review.terms import verdicts
from translate_flow.workspace import Workspace

from .pairs import EVERY, FAULTS, Pair
from .statement import HERE, edition, glossary
from .test_terms_law import reported, wanting

CLASS = {
    "number-changed": "number",
    "figures-exchanged": "number",
    "weekday-changed": "number",
    "unit-changed": "number",
    "percent-changed": "number",
    "hedge-changed": "number",
    "negation-lost": "negation",
    "name-missing": "name",
    "names-exchanged": "name",
    "mark-moved": "markup",
}
"""Check → the class of change in which `diff` has the fault; the other checks are about whole clauses and their words."""


@pytest.mark.parametrize("pair", FAULTS, ids=lambda pair: pair.target[:50])
def test_diff_calls_a_fault_by_what_it_is(pair: Pair) -> None:
    """Whether it was put in or put right."""
    for draft, target in ((pair.right, pair.target), (pair.target, pair.right)):
        event = Event(id="1", by="engine", do="draft", key="", text=draft)
        (unit,) = edition((pair.source, target), events=(event,)).units
        changes = classify(pair.source, draft, target, diff(draft, target), verdicts(unit, glossary()))
        kinds = {change.kind for change in changes}
        assert kinds, pair
        if pair.rule in CLASS:
            assert CLASS[pair.rule] in kinds, (draft, target)


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Sheet:
    """A statement of the sources of all pairs."""
    root = tmp_path_factory.mktemp("pairs")
    init(root, "es", ("en",))
    for path in (root / "glossary").glob("*.csv"):
        path.unlink()
    (root / "glossary" / "terms.csv").write_bytes((HERE / "terms.csv").read_bytes())
    path = root / "statements" / "casos.es.md"
    path.write_text("\n\n".join(dict.fromkeys(pair.source for pair in EVERY)) + "\n", "utf-8")
    workspace = Workspace.find(root)
    add(workspace, [path], ("en",))
    return Sheet.of(Work.open(workspace, "casos", "en"))


def test_the_desk_shows_what_the_checks_report(sheet: Sheet) -> None:
    """Of terms, by diff's verdict too; of all else by the checks that look at one segment, as it stands on the page."""
    of_a_unit = {check.rule for check in checks.load() if check.scope is Scope.UNIT and not check.by_state}
    keys = {unit.segment.text: key for key, unit in sheet.units.items()}
    seen = 0
    for pair in EVERY:
        if pair.source not in keys:
            continue
        view = look_view(look(sheet, keys[pair.source], pair.target), locale_of("en"))
        alone = edition((pair.source, pair.target))
        (unit,) = alone.units
        marked = {term["es"] for term in view["terms"] if term["status"] != "used"}
        assert marked == wanting(unit, glossary()) == reported(unit, glossary()), pair
        shown = [(f["rule"], f["message"]) for f in view["findings"] if f["rule"] in of_a_unit]
        said = [(f.rule, str(f.message)) for f in checks.run(alone, glossary()) if f.rule in of_a_unit]
        assert shown == said, pair
        if pair.rule != "-":
            assert pair.rule in {f["rule"] for f in view["findings"]}, pair
        seen += 1
    assert seen > 250
