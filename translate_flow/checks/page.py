"""A check explained on a page: for `check --explain RULE` and for docs/checks."""

from __future__ import annotations

from . import Check


def page(check: Check) -> str:
    """A short Markdown page about one check: what it says, an example, what to do, how to dismiss."""
    title = str(check.description)
    parts = [
        f"# {check.rule}",
        f"{title[:1].upper()}{title[1:]}. Severity: {check.severity.value}.",
        check.explain,
    ]
    if check.example is not None:
        rows = (
            ("source", check.example.source),
            ("found", check.example.wrong),
            ("not found", check.example.right),
        )
        lines = [f"| {name} | {_cell(text)} |" for name, text in rows]
        parts.append("\n".join(["| | |", "|---|---|", *lines]))
    parts.append(f"**What to do.** {check.remedy}")
    parts.append(
        f"**To dismiss it.** Set `{check.rule}` aside for this paragraph, with a reason; it comes back when the "
        "translation changes. See [dismissing](README.md#dismissing)."
    )
    return "\n\n".join(parts) + "\n"


def _cell(text: str) -> str:
    ticks = "``" if "`" in text else "`"
    return f"{ticks}{text}{ticks}".replace("|", "\\|")
