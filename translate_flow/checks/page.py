"""A check explained in the reader's language: for `check --explain RULE` and, in English, for docs/checks."""

from __future__ import annotations

from ..messages import say
from . import Check
from .messages import page as texts


def page(check: Check, *, linked: bool = True) -> str:
    """A short Markdown page about one check: what it reports, an example, what to do, how to dismiss a finding.

    `linked` refers to the other pages of the documents, for a page that is read beside them.
    """
    title = say(check.description)
    parts = [
        f"# {check.rule}",
        f"{title[:1].upper()}{title[1:]}. {say(texts.SEVERITY[check.severity.value]())}",
        say(check.explain),
    ]
    if check.example is not None:
        rows = (
            (texts.SOURCE, check.example.source),
            (texts.FOUND, check.example.wrong),
            (texts.NOT_FOUND, check.example.right),
        )
        lines = [f"| {say(name())} | {_cell(text)} |" for name, text in rows]
        parts.append("\n".join(["| | |", "|---|---|", *lines]))
    parts.append(say(texts.WHAT_TO_DO(remedy=check.remedy)))
    dismiss = say(texts.TO_DISMISS(rule=check.rule))
    parts.append(f"{dismiss} {say(texts.SEE())}" if linked else dismiss)
    return "\n\n".join(part for part in parts if part) + "\n"


def _cell(text: str) -> str:
    ticks = "``" if "`" in text else "`"
    return f"{ticks}{text}{ticks}".replace("|", "\\|")
