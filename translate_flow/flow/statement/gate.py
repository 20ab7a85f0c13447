"""What is found, acts: which findings ask before a text is confirmed, and stop a build."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from ...errors import BuildError
from ...messages import Message
from ...model import Finding, Severity, State, Unit
from ...settings import Review
from .findings import findings
from .messages import KEPT_BACK, STOPPED
from .terms import glossary_for
from .work import Work

_GRAVITY = {
    "error": frozenset({Severity.ERROR}),
    "warning": frozenset({Severity.ERROR, Severity.WARNING}),
    "never": frozenset[Severity](),
}
"""`[review] stop` → the severities that stop."""


class StoppedByFindings(BuildError):
    """A statement is not built because of what the checks found in it; the command's exit code is 1."""


def stopping(found: Iterable[Finding], review: Review) -> tuple[Finding, ...]:
    """Those of the findings that stop; what only repeats the segment's state never does."""
    from ...checks import by_state

    grave = _GRAVITY[review.stop]
    return tuple(f for f in found if f.severity in grave and f.rule not in by_state())


def findings_of(work: Work, keys: Collection[str] | None = None) -> dict[str, tuple[Finding, ...]]:
    """What the checks say of those segments (of all, if none are named), in document order, by key.

    Findings about a segment's state are left out, dismissed ones too, and segments without any. While
    the source file cannot be read, there are none. Raises GlossaryError.
    """
    from ...checks import by_state
    from ...errors import TranslateFlowError

    try:
        edition = work.edition()
    except TranslateFlowError:
        return {}
    stated = by_state()
    glossary = glossary_for(work.workspace, work.name, work.language)
    found: dict[str, tuple[Finding, ...]] = {}
    for finding in findings(work.workspace, edition, glossary):
        if finding.rule not in stated and (keys is None or finding.key in keys):
            found[finding.key] = (*found.get(finding.key, ()), finding)
    return found


def kept_back(
    work: Work, units: Iterable[Unit], known: Mapping[str, tuple[Finding, ...]] | None = None
) -> dict[str, tuple[Finding, ...]]:
    """The stopping findings of those units, by key; units without any are left out.

    `known` are the findings of the units as they stand, if the caller has them already.
    """
    keys = {unit.key for unit in units}
    review = work.workspace.settings.review
    if not keys or review.stop == "never":
        return {}
    known = findings_of(work, keys) if known is None else known
    found = ((key, stopping(said, review)) for key, said in known.items())
    return {key: said for key, said in found if said and key in keys}


def reason(found: tuple[Finding, ...]) -> Message:
    """Why a text with these findings is kept back, in one line."""
    return KEPT_BACK(n=len(found), problem=found[0].message)


def refuse_errors(
    work: Work, found: Mapping[str, tuple[Finding, ...]], units: Iterable[Unit], *, drafts: bool
) -> None:
    """Raise StoppedByFindings if any of the units has a finding that stops.

    With `drafts`, text no person has confirmed is marked as machine text in what is built, and its
    findings stop nothing.
    """
    confirmed = {u.key for u in units if not drafts or u.state in (State.TRANSLATED, State.APPROVED)}
    grave = [
        finding
        for key, said in found.items()
        if key in confirmed
        for finding in stopping(said, work.workspace.settings.review)
    ]
    if grave:
        first = grave[0]
        raise StoppedByFindings(
            STOPPED(name=work.name, n=len(grave), key=first.key, rule=first.rule, problem=first.message)
        )
