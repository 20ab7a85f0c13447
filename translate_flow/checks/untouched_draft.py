"""Machine text that nobody has read."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Severity, State, Unit
from . import Check, Scene, Scope


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    draft = unit.draft
    last = next((e for e in reversed(unit.events) if e.do in ("draft", "edit", "carry", "return")), None)
    if last is not None and last.do == "return":
        return  # the check `returned` says so, with the reviewer's words
    engine = f" ({draft.engine})" if draft is not None and draft.engine else ""
    yield Finding(
        "untouched-draft",
        Severity.WARNING,
        unit.key,
        f"Nobody has read this draft{engine} yet.",
        hint="read it against the source, then confirm or correct it",
    )


UNTOUCHED_DRAFT = Check(
    "untouched-draft",
    "a draft that nobody has read",
    _run,
    explain="The text came from an engine or from the memory, and no person has confirmed or corrected it. A "
    "statement with such text is not built unless drafts are asked for.",
    remedy="Read it against the source; correct it, or confirm it if it is right as it stands.",
    states=frozenset({State.DRAFT}),
    scope=Scope.UNIT,
    by_state=True,
)
