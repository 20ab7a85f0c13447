"""Each check is in the table, documented, and has cases for both answers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from translate_flow import checks
from translate_flow.checks.page import page
from translate_flow.errors import UsageError

from .test_cases import cases

DOCS = Path(__file__).parents[2] / "docs" / "checks"
LOADED = checks.load()


def test_table_and_rules_agree() -> None:
    """The row's key is the check's rule, and each file of the family that defines a check is a row."""
    assert list(checks.CHECKS) == [check.rule for check in LOADED]
    folder = Path(checks.__file__).parent
    members = {path.stem for path in folder.glob("*.py")} - {
        *("__init__", "crew", "fixing", "kept", "messages", "page")
    }
    assert members == {place.split(":")[0].lstrip(".") for place in checks.CHECKS.values()}


@pytest.mark.parametrize("check", LOADED, ids=lambda c: c.rule)
def test_documented(check: checks.Check, request: pytest.FixtureRequest) -> None:
    """A check's page says what the check says of itself, and the overview lists it. --accept rewrites the page."""
    path = DOCS / f"{check.rule}.md"
    if request.config.getoption("--accept"):
        path.write_text(page(check), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == page(check)
    assert f"[{check.rule}]({check.rule}.md)" in (DOCS / "README.md").read_text(encoding="utf-8")
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.rule)
    assert check.description and check.explain and check.remedy


@pytest.mark.parametrize("check", [c for c in LOADED if c.example], ids=lambda c: c.rule)
def test_has_cases(check: checks.Check) -> None:
    """A check of texts has cases that fire and cases that do not."""
    answers = {case.severity == "-" for case in cases() if case.rule == check.rule}
    assert answers == {True, False}


def test_unknown_rule_is_a_usage_error() -> None:
    """A rule that does not exist is refused by name."""
    with pytest.raises(UsageError, match="no-such-rule: no such check; use one of"):
        checks.find("no-such-rule")
