"""Free translations are left alone, and a fault in one is seen: sentences of statements in `free.tsv`."""

from __future__ import annotations

import pytest

from translate_flow import checks
from translate_flow.model import Severity

from .statement import HERE, edition, glossary

ROWS = [
    tuple(line.split("\t"))
    for line in (HERE / "free.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("rule", "source", "target"), ROWS, ids=[target[:50] for _, _, target in ROWS])
def test_a_sentence(rule: str, source: str, target: str) -> None:
    found = [f for f in checks.run(edition((source, target)), glossary()) if f.rule != "gloss-missing"]
    if rule == "-":
        assert [f for f in found if f.severity is not Severity.INFO] == []
    else:
        assert rule in [f.rule for f in found]
