"""`translate-flow diff`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from . import group


@group.command()
@group.documents
@click.option("--to", metavar="LANG", help="Only this target language.")
@click.option(
    "--format", "form", type=click.Choice(["text", "html", "json"]), default="text", show_default=True
)
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FILE", help="Write to FILE instead of the terminal."
)
@click.option("--all", "everything", is_flag=True, help="Also segments nobody has changed.")
def diff(documents: tuple[str, ...], to: str | None, form: str, out: Path | None, everything: bool) -> None:
    """What people changed in the machine's drafts, names and terms first."""
    from ..disk import write_atomically
    from ..errors import UsageError
    from ..flow.diff import diff as run
    from ..review import render_html, to_json

    workspace = group.workspace()
    languages = [workspace.target(to)] if to else workspace.settings.languages.targets
    made = [pair for lang in languages for pair in run(workspace, workspace.choose(documents, lang), lang)]
    if form == "text":
        if out is not None:
            raise UsageError("--out goes with --format html or json")
        from .diff_text import render_text
        from .terminal import console

        screen = console()
        for report, _ in made:
            for line in render_text(report, everything=everything):
                screen.print(line)
        return
    if form == "json":
        text = json.dumps(to_json(r for r, _ in made), ensure_ascii=False, indent=1) + "\n"
    else:
        if len(made) > 1:
            raise UsageError(f"--format html shows one statement; name one of {len(made)}")
        text = render_html(*made[0])
    if out is None:
        click.echo(text, nl=False)
    else:
        write_atomically(out.absolute(), text.encode())
        group.note(f"{out}: written")
