"""Findings whose remedy is certain: what the text is to be, found by rule and then checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ..messages import Message
from ..model import Finding, State, Unit
from . import Check, Scene, check_unit

_QUOTES = "“”"


def candidate(unit: Unit, finding: Finding) -> str | None:
    """The text with the finding's remedy applied; None where a person has to decide what it is."""
    remedy = _REMEDIES.get(finding.rule)
    if remedy is None or finding.span is None:
        return None
    start, end = finding.span
    if not 0 <= start <= end <= len(unit.target):
        return None
    put = remedy(finding, unit.target[start:end])
    if put is None:
        return None
    text = unit.target[:start] + put + unit.target[end:]
    return text if text != unit.target and text.strip() else None


def certain(unit: Unit, finding: Finding, scene: Scene, checks: Sequence[Check]) -> str | None:
    """The same, only if the checks then find one thing less and nothing new."""
    text = candidate(unit, finding)
    if text is None:
        return None
    before = _said(replace(unit, state=State.TRANSLATED), scene, checks)
    after = _said(replace(unit, target=text, state=State.TRANSLATED), scene, checks)
    if len(after) >= len(before) or any(said not in before for said in after):
        return None
    return text


def _said(unit: Unit, scene: Scene, checks: Sequence[Check]) -> list[tuple[str, str]]:
    return [(f.rule, str(f.message)) for f in check_unit(unit, scene, checks)]


def _blank(finding: Finding, there: str) -> str:
    """Two blanks become one, of the kind that does not break if one of them does not; others go."""
    if not (isinstance(finding.message, Message) and finding.message.id.endswith("two-spaces")):
        return ""
    return "\u00a0" if "\u00a0" in there else " "


def _once(_finding: Finding, there: str) -> str | None:
    words = there.split()
    return words[0] if len(words) == 2 else None


def _as_listed(finding: Finding, _there: str) -> str | None:
    wanted = _value(finding, "form")
    return None if wanted.endswith("…") else wanted or None


def _end(finding: Finding, there: str) -> str | None:
    mark = _value(finding, "mark")
    if not mark:
        return "" if there == "." else None
    if there in ".?!:;…":
        return mark
    return f"{there}{mark}" if there.isalnum() else None


def _value(finding: Finding, name: str) -> str:
    """What a hint says to write, without the quotation marks it is shown in."""
    if not isinstance(finding.hint, Message):
        return ""
    return str(finding.hint.values.get(name, "")).strip(_QUOTES)


_REMEDIES: dict[str, Callable[[Finding, str], str | None]] = {
    "spaces": _blank,
    "doubled-word": _once,
    "term-case": _as_listed,
    "end-punctuation": _end,
}
"""Rule → what is to stand in the place it points to."""
