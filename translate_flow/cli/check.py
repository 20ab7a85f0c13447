"""`translate-flow check`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from . import group

if TYPE_CHECKING:
    from ..flow.check import Checked

SIGNS = {"error": "✗", "warning": "!", "info": "·"}
COLOURS = {"error": "red", "warning": "yellow", "info": "dim"}


@group.command()
@group.documents
@click.option("--to", metavar="LANG", help="Only this target language.")
@click.option("--rule", "rules", multiple=True, metavar="RULE", help="Only this rule; may be given several times.")
@click.option("--errors", "errors_only", is_flag=True, help="Only errors.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--list", "listing", is_flag=True, help="List the rules there are, and check nothing.")
@click.pass_context
def check(
    ctx: click.Context,
    documents: tuple[str, ...],
    to: str | None,
    rules: tuple[str, ...],
    errors_only: bool,
    form: str,
    listing: bool,
) -> None:
    """Check names, numbers, terms, markup and more; exit 1 if there are errors."""
    from .. import checks
    from ..errors import UsageError
    from ..flow.check import check as run
    from ..workspace import nearest

    known = {c.rule: c.description for c in checks.load()}
    if listing:
        width = max(map(len, known))
        for rule, description in known.items():
            click.echo(f"{rule:{width}}  {description}")
        return
    for rule in rules:
        if rule not in known:
            raise UsageError(f"--rule {rule}: no such rule{nearest(rule, known)}")
    workspace = group.workspace()
    languages = [workspace.target(to)] if to else workspace.settings.languages.targets
    done = [c for lang in languages for c in run(workspace, workspace.choose(documents, lang), lang)]
    done = [_only(c, rules, errors_only) for c in done]
    if form == "json":
        click.echo(json.dumps(_json(done), ensure_ascii=False, indent=1))
    else:
        _text(done)
    if any(c.errors for c in done):
        ctx.exit(1)


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
                        "message": f.message,
                        "hint": f.hint,
                    }
                    for f in c.findings
                ],
            }
            for c in done
        ],
    }


def _text(done: list[Checked]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from .terminal import console

    screen = console()
    for checked in done:
        name = f"{checked.edition.document.name} → {checked.edition.target_language}"
        warnings = sum(f.severity == "warning" for f in checked.findings)
        screen.print(Text(f"{name}: {checked.errors} errors, {warnings} warnings", style="bold"))
        lines = {u.key: u.segment.line for u in checked.edition.units}
        for finding in checked.findings:
            line = f" (line {lines[finding.key]})" if lines.get(finding.key) else ""
            head = Text.assemble(
                (SIGNS[finding.severity], COLOURS[finding.severity]),
                " ",
                (f"{finding.key}{line} ", "bold"),
                (f"{finding.rule}: ", COLOURS[finding.severity]),
                finding.message,
                (f" → {finding.hint}" if finding.hint else "", "green"),
            )
            screen.print(Padding(head, (0, 0, 0, 2), expand=False))
