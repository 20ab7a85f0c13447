"""The filter of findings shows findings: a draft nobody has read is none, unless it is asked for by that name."""

from __future__ import annotations

import pytest

from translate_flow.flow.queries.query import QueriedUnit, matches, parse
from translate_flow.model import Finding, Kind, Segment, Severity, State, Unit

UNIT = Unit(Segment("k", Kind.PARAGRAPH, "Uno."), "One.", State.DRAFT)
UNREAD = Finding("untouched-draft", Severity.WARNING, "k", "Nobody has read this draft yet.")
ABSENT = Finding("missing", Severity.ERROR, "k", "No translation yet.")
NUMBER = Finding("number-changed", Severity.WARNING, "k", "“7” of the source is not in the translation.")
BLANK = Finding("spaces", Severity.WARNING, "k", "Two blanks in a row.")


@pytest.mark.parametrize(
    ("query", "findings", "shown"),
    [
        ("check:error,warning", (UNREAD,), False),
        ("check:any", (UNREAD, ABSENT), False),
        ("check:error", (ABSENT,), False),
        ("check:untouched-draft", (UNREAD,), True),
        ("check:missing", (ABSENT,), True),
        ("check:error,warning", (UNREAD, BLANK), True),
        ("risk:low", (UNREAD,), True),
        ("risk:medium", (UNREAD, BLANK), True),
        ("risk:high", (NUMBER,), True),
    ],
)
def test_findings_are_what_is_wrong_with_a_text(
    query: str, findings: tuple[Finding, ...], shown: bool
) -> None:
    assert matches(parse(query), QueriedUnit(UNIT, findings)) is shown
