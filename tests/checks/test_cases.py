"""Every check finds what it promises and leaves alone what it promises.

Cases stand in `cases/RULE.tsv`: severity or `-`, source, translation, words the finding points to
(empty: none asked), words of its hint. `⏎` stands for a line break. Lines beginning with # are remarks.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from translate_flow import checks
from translate_flow.model import Finding

from .statement import HERE, edition, glossary


class Case(NamedTuple):
    rule: str
    severity: str
    source: str
    target: str
    pointed: str
    hint: str


def cases() -> list[Case]:
    found = []
    for path in sorted((HERE / "cases").glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                cells = [cell.replace("⏎", "\n") for cell in line.split("\t")]
                found.append(Case(path.stem, *(cells + [""] * 5)[:5]))
    return found


def findings(rule: str, source: str, target: str) -> list[Finding]:
    return checks.run(edition((source, target)), glossary(), [rule])


@pytest.mark.parametrize("case", cases(), ids=lambda c: f"{c.rule}: {c.severity} {c.target[:40]}")
def test_case(case: Case) -> None:
    """The check fires with that severity, points to those words and advises that; or it keeps silent."""
    found = findings(case.rule, case.source, case.target)
    if case.severity == "-":
        assert found == []
        return
    assert case.severity in [f.severity.value for f in found], found
    finding = next(f for f in found if f.severity.value == case.severity)
    if case.pointed:
        assert case.pointed in [case.target[slice(*f.span)] for f in found if f.span]
    assert any(case.hint in str(f.hint) for f in found), finding
    assert str(finding.message).endswith((".", "…", "”"))
    assert "\n" not in str(finding.message)


@pytest.mark.parametrize("check", [c for c in checks.load() if c.example], ids=lambda c: c.rule)
def test_example(check: checks.Check) -> None:
    """The example on a check's page is true: the wrong translation is found, the right one is not."""
    example = check.example
    assert example is not None
    assert findings(check.rule, example.source, example.wrong)
    assert not findings(check.rule, example.source, example.right)
