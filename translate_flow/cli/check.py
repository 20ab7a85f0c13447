"""`translate-flow check`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from ..messages import identity, say
from . import complete, group, streams
from .findings import COLOURS, SIGNS
from .messages import status as texts

if TYPE_CHECKING:
    from rich.text import Text

    from ..flow.check import Checked
    from ..flow.statement.each import Errors
    from ..model import Finding
    from ..workspace import Workspace


@group.command()
@group.documents
@click.option("--to", metavar="LANG", shell_complete=complete.languages, help="Only this target language.")
@click.option(
    "--rule",
    "rules",
    multiple=True,
    metavar="RULE",
    shell_complete=complete.rules,
    help="Only this rule; repeatable.",
)
@group.query
@click.option("--errors", "errors_only", is_flag=True, help="Only errors.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--list", "listing", is_flag=True, help="List the rules and stop.")
@click.option(
    "--explain",
    "explained",
    metavar="RULE",
    shell_complete=complete.rules,
    help="Explain a rule, what to do about it and how to dismiss it, and stop.",
)
@click.pass_context
def check(
    ctx: click.Context,
    documents: tuple[str, ...],
    to: str | None,
    rules: tuple[str, ...],
    query: str,
    errors_only: bool,
    form: str,
    listing: bool,
    explained: str | None,
) -> None:
    """Check names, numbers, terms, markup and more; exit 1 if there are errors."""
    from .. import checks
    from ..errors import UsageError
    from ..flow.check import check as run
    from ..flow.check import notes
    from ..messages import nearest

    known = {c.rule: c.description for c in checks.load()}
    if listing:
        width = max(map(len, known))
        for rule, description in known.items():
            click.echo(f"{rule:{width}}  {say(description)}")
        return
    for rule in rules:
        if rule not in known:
            raise UsageError(texts.NO_SUCH_RULE(rule=rule, nearest=nearest(rule, known)))
    if explained:
        from ..checks.page import page

        streams.data(page(checks.find(explained), linked=False))
        return
    workspace = group.workspace()
    languages = [workspace.target(to)] if to else workspace.settings.languages.targets
    errors: Errors = []
    done = [c for lang in languages for c in run(workspace, workspace.choose(documents, lang), lang, errors)]
    if query.strip():
        done = [_matching(workspace, c, query) for c in done]
    done = [_only(c, rules, errors_only) for c in done]
    told = notes(workspace.settings.languages.source, languages)
    if form == "json":
        streams.show_json({**_json(done), "notes": [say(message) for message in told]})
    else:
        for message in told:
            group.note(message)
        _text(done)
    group.tell(errors)
    if any(c.errors for c in done):
        ctx.exit(1)


def _matching(workspace: Workspace, checked: Checked, query: str) -> Checked:
    """Only what was found in segments that match."""
    from dataclasses import replace

    from ..flow.queries.find import matching
    from ..flow.statement.work import Work

    work = Work.open(workspace, checked.edition.document.name, checked.edition.target_language)
    keys = set(matching(work, query))
    return replace(checked, findings=tuple(f for f in checked.findings if f.key in keys))


def _only(checked: Checked, rules: tuple[str, ...], errors_only: bool) -> Checked:
    from dataclasses import replace

    found = [
        f
        for f in checked.findings
        if (not rules or f.rule in rules) and (not errors_only or f.severity == "error")
    ]
    return replace(checked, findings=tuple(found))


def _json(done: list[Checked]) -> dict[str, Any]:
    return {
        "version": 1,
        "statements": [
            {
                "statement": c.edition.document.name,
                "language": c.edition.target_language,
                "catalogue": c.catalogue,
                "errors": c.errors,
                "findings": [
                    {
                        "rule": f.rule,
                        "severity": f.severity,
                        "key": f.key,
                        "span": f.span,
                        "message": say(f.message),
                        "id": identity(f.message),
                        "hint": say(f.hint),
                        "hint_id": identity(f.hint),
                    }
                    for f in c.findings
                ],
            }
            for c in done
        ],
    }


def _text(done: list[Checked]) -> None:
    from rich.text import Text

    from .terminal import console, show

    screen = console()
    for checked in done:
        name = f"{checked.edition.document.name} → {checked.edition.target_language}"
        warnings = sum(f.severity == "warning" for f in checked.findings)
        errors, warned = texts.ERRORS(n=checked.errors), texts.WARNINGS(n=warnings)
        head = texts.CHECKED(name=name, errors=errors, warnings=warned)
        screen.print(Text(say(head), style="bold"))
        lines = {u.key: u.segment.line for u in checked.edition.units}
        for findings in _together(checked.findings):
            show(screen, _line(findings, lines), 2)


MANY = 4
"""More findings than this of one rule are shown in one line, unless they are errors that say something each."""


def _together(findings: tuple[Finding, ...]) -> list[list[Finding]]:
    """Findings as they are shown: errors and rare ones alone, the many of one rule as one."""
    counts = Counter(f.rule for f in findings if f.severity != "error" or f.rule == "missing")
    shown: dict[str, list[Finding]] = {}
    for number, finding in enumerate(findings):
        alone = counts[finding.rule] <= MANY
        shown.setdefault(f"{number}" if alone else finding.rule, []).append(finding)
    return list(shown.values())


def _line(findings: list[Finding], lines: dict[str, int]) -> Text:
    from rich.text import Text

    first = findings[0]
    colour = COLOURS[first.severity]
    text = Text.assemble((f"{SIGNS[first.severity]} ", colour))
    if len(findings) > 1:
        keys = " ".join(f.key for f in findings)
        same = all(f.message == first.message for f in findings)
        what = first.message if same else texts.SUCH_AS(problem=first.message)
        said = say(texts.MANY_SEGMENTS(n=len(findings), problem=what))
        text.append_text(Text.assemble((f"{first.rule}: ", colour), said))
        hint = say(first.hint) if same else ""
        text.append(f" → {hint}" if hint else "", "green")
        text.append(f"\n{keys}", "dim")
        return text
    line = f" ({say(texts.LINE(number=lines[first.key]))})" if lines.get(first.key) else ""
    text.append_text(
        Text.assemble((f"{first.key}{line} ", "bold"), (f"{first.rule}: ", colour), say(first.message))
    )
    text.append(f" → {say(first.hint)}" if first.hint else "", "green")
    return text
