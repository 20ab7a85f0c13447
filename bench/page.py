"""The tables of docs/performance.md, made of bench/results/*.json (`make docs`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .plots import curves, name_of
from .results import read


def tables() -> str:
    """Each bench: the day, the machine, and its figures, or what it printed where it has no peers."""
    return "\n\n".join("\n".join(_section(result)) for result in read() if result["bench"] != "growth")


def growth() -> str:
    """The curves, each with its figures."""
    result = next((r for r in read() if r["bench"] == "growth"), None)
    if result is None:
        return "Not measured yet."
    parts = [_where(result)]
    for what in curves([result]):
        rows = [row for row in result["rows"] if row["what"] == what]
        parts.append(
            f"### {what[:1].upper()}{what[1:]}\n\n![{what}: CPU seconds over paragraphs](performance/{name_of(what)})"
        )
        parts.append("\n".join(_table(rows)))
    return "\n\n".join(parts)


def _where(result: Mapping[str, Any]) -> str:
    machine = result["machine"]
    said = (
        f"{result['date']}; {machine['cores']} cores of {machine['processor']}, {machine['system']}, "
        f"Python {machine['python']}; load {machine['load']} before it began. "
    )
    return said + f"`python -m bench {result['bench']}`"


def _section(result: Mapping[str, Any]) -> Iterator[str]:
    yield f"### {result['bench']}"
    yield ""
    yield _where(result)
    yield ""
    if result["rows"]:
        yield from _table(result["rows"])
    else:
        yield "```text"
        yield from result["text"]
        yield "```"


def _table(rows: list[dict[str, Any]]) -> Iterator[str]:
    peers = list(dict.fromkeys(name for row in rows for name in row["peers"]))
    sized = any("size" in row for row in rows)
    first = "paragraphs" if sized else "what"
    yield f"| {first} | translate-flow | {' | '.join([*peers, 'ours / fastest peer'] if peers else ['MB'])} |"
    yield "|---|" + "---:|" * (1 + (len(peers) + 1 if peers else 1))
    for row in rows:
        ours = row["ours"]["cpu"]
        cells = [f"{row['size']:,}" if sized else row["what"], f"{ours:.2f} s"]
        if peers:
            found = [row["peers"].get(name, {}).get("cpu") for name in peers]
            cells += ["–" if f is None else f"{f:.2f} s" for f in found]
            known = [f for f in found if f]
            cells.append(f"{ours / min(known):.2f}" if known else "–")
        else:
            cells.append(f"{row['ours']['megabytes']:.0f}")
        yield f"| {' | '.join(cells)} |"
