"""What the verbs on one segment share: opening, asking an editor, reporting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..messages import Template, say
from ..model import CONFIRMED, ICONS
from ..model.messages import STATE
from . import group
from .messages import segments as texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..flow.statement.work import Work
    from ..model import Unit
    from ..workspace import Workspace


def open_one(document: str, to: str | None, person: str | None) -> tuple[Work, str]:
    """The statement asked for, open for work, and who is at work. Raises UsageError."""
    from ..flow.statement.people import person as who
    from ..flow.statement.work import Work

    workspace = group.workspace()
    language = workspace.target(to)
    name = workspace.choose_one(document, language)
    return Work.open(workspace, name, language), who(workspace, person)


def report(work: Work, unit: Unit, *, findings: bool = True) -> None:
    """Report the segment's new state and how many are left, and what the checks find in its text."""
    from ..catalogue.coverage import measure

    counts = measure(work.name, work.language, work.units).states
    left = sum(c.segments for s, c in counts.items() if s not in CONFIRMED)
    group.out(
        texts.LEFT_TO_CONFIRM(
            key=unit.key, icon=ICONS[unit.state], state=STATE[unit.state](), n=left, name=work.name
        )
    )
    if findings:
        tell_repeats(work, unit)
        _tell_findings(work, (unit,))


def asked(work: Work, keys: Sequence[str], query: str) -> list[str]:
    """Keys of the segments named, and of those that match the query. Raises UsageError if neither is given."""
    from ..errors import UsageError
    from ..flow.queries.find import matching

    if not keys and not query.strip():
        raise UsageError(texts.WHICH_SEGMENTS())
    return matching(work, query, keys)


def report_many(work: Work, units: Sequence[Unit], done: Template) -> None:
    """Report each segment's new state, and how many there were (`n` of `done`)."""
    report_each(work, units)
    group.note(done(n=len(units)))


def tell_repeats(work: Work, *units: Unit) -> None:
    """Report the repeats into which the texts of these segments, confirmed just now, went as well."""
    from ..flow.editing.repeats import along

    if others := along(work, *units):
        group.note(texts.REPEATS(n=len(others), keys=tuple(other.key for other in others)))


def report_each(work: Work, units: Sequence[Unit]) -> None:
    """Report each segment's new state, then what the checks find in their texts."""
    for unit in units:
        report(work, unit, findings=False)
    _tell_findings(work, units)


def _tell_findings(work: Work, units: Sequence[Unit]) -> None:
    """What the checks find in these texts now that somebody answers for them, on stderr."""
    from ..flow.statement.gate import findings_of
    from .findings import line

    ready = {unit.key for unit in units if unit.state in CONFIRMED}
    for key, found in findings_of(work, ready).items() if ready else ():
        for finding in found:
            group.note(f"{key} {line(finding)}")


def tell_findings(workspace: Workspace, language: str, written: Iterable[tuple[str, str]]) -> None:
    """The same of segments that were written at one go, each a statement's name and a key."""
    from ..flow.statement.work import Work

    keys: dict[str, set[str]] = {}
    for name, key in written:
        keys.setdefault(name, set()).add(key)
    for name, some in keys.items():
        work = Work.open(workspace, name, language)
        _tell_findings(work, [unit for unit in work.units if unit.key in some])


def ask_editor(unit: Unit) -> str | None:
    """The text as the person leaves it in their editor; None if they saved nothing new."""
    from ..errors import UsageError

    notes = "".join(f"# {line}\n" for line in unit.segment.text.split("\n"))
    cut = f"# ------ {say(texts.BELOW_THIS_LINE())} ------"
    try:
        answer = click.edit(f"{unit.target}\n\n{cut}\n{notes}", extension=".txt")
    except click.ClickException as error:
        raise UsageError(texts.EDITOR_FAILED(problem=error.format_message())) from error
    except UnicodeDecodeError as error:
        raise UsageError(texts.EDITOR_NOT_UTF8(key=unit.key)) from error
    if answer is None:
        return None
    text = answer.split(cut, 1)[0].strip("\n")
    return None if text == unit.target else text


def kept(unit: Unit, text: str) -> str:
    """Put a text that could not be saved into a file of its own, and give its path."""
    import tempfile

    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", errors="surrogateescape", prefix=f"{unit.key}-", suffix=".txt", delete=False
    ) as file:
        file.write(text)
    return file.name
