"""`make bench-plots`: the curves of docs/performance/, drawn from bench/results/*.json.

Both axes are logarithmic: work that grows with the paragraphs is a straight line that rises by one decade in each.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from .results import read

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "performance"
COLOURS = ("#0b5c8a", "#a3380f", "#6b4c9a", "#5d6b2f")
"""Ours, then the peers'; each has a sign of its own besides."""
SIGNS = ("circle", "square", "triangle", "diamond")
WIDE, HIGH = 640, 360
LEFT, RIGHT, TOP, BOTTOM = 70, 170, 40, 50

Series = Mapping[str, Sequence[tuple[int, float]]]
"""By name: paragraphs and CPU seconds."""


def curves(results: Iterable[Mapping[str, Any]]) -> dict[str, Series]:
    """What was measured with several sizes, by what it is."""
    found: dict[str, dict[str, list[tuple[int, float]]]] = defaultdict(lambda: defaultdict(list))
    for result in results:
        for row in result["rows"]:
            if "size" in row:
                for name, figure in {"translate-flow": row["ours"], **row["peers"]}.items():
                    found[row["what"]][name].append((row["size"], figure["cpu"]))
    return {what: {n: sorted(points) for n, points in series.items()} for what, series in found.items()}


def name_of(what: str) -> str:
    """File name of a curve."""
    return re.sub(r"[^a-z0-9]+", "-", what.casefold()).strip("-") + ".svg"


def drawn(what: str, series: Series) -> str:
    """A curve as SVG: CPU seconds over paragraphs."""
    sizes = sorted({size for points in series.values() for size, _ in points})
    seconds = [value for points in series.values() for _, value in points]
    low, high = math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds)))
    high = max(high, low + 1)
    first, last = math.log10(sizes[0]), math.log10(sizes[-1])

    def x(size: float) -> float:
        return LEFT + (math.log10(size) - first) / (last - first) * (WIDE - LEFT - RIGHT)

    def y(value: float) -> float:
        return HIGH - BOTTOM - (math.log10(value) - low) / (high - low) * (HIGH - TOP - BOTTOM)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" role="img" font-family="sans-serif" font-size="13">',
        f"<title>{escape(what)}: CPU seconds over paragraphs</title>",
        f'<rect width="{WIDE}" height="{HIGH}" fill="#fff"/>',
        f'<text x="{LEFT}" y="22" font-size="15" font-weight="bold">{escape(what)}</text>',
    ]
    for power in range(low, high + 1):
        at = y(10.0**power)
        parts.append(f'<path d="M{LEFT} {at:.1f}H{WIDE - RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{10.0**power:g} s</text>')
    for size, times in zip(sizes, ("1×", "10×", "100×"), strict=False):
        parts.append(f'<text x="{x(size):.1f}" y="{HIGH - 28}" text-anchor="middle">{size:,}</text>')
        parts.append(
            f'<text x="{x(size):.1f}" y="{HIGH - 10}" text-anchor="middle" fill="#555">{times}</text>'
        )
    ends = _apart({name: y(points[-1][1]) for name, points in series.items()})
    for number, (name, points) in enumerate(series.items()):
        colour = COLOURS[number % len(COLOURS)]
        line = " ".join(f"{x(size):.1f},{y(value):.1f}" for size, value in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [_sign(number, x(size), y(value), colour) for size, value in points]
        parts.append(
            f'<text x="{WIDE - RIGHT + 12}" y="{ends[name] + 4:.1f}" fill="{colour}">{escape(name)} {points[-1][1]:.2f} s</text>'
        )
    return "\n".join([*parts, "</svg>"]) + "\n"


def _apart(places: Mapping[str, float], least: float = 17) -> dict[str, float]:
    """Heights of labels, moved down where two would touch."""
    made: dict[str, float] = {}
    before = -math.inf
    for name, place in sorted(places.items(), key=lambda item: item[1]):
        made[name] = before = max(place, before + least)
    return made


def _sign(number: int, x: float, y: float, colour: str) -> str:
    kind = SIGNS[number % len(SIGNS)]
    if kind == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>'
    if kind == "square":
        return f'<rect x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8" fill="{colour}"/>'
    if kind == "triangle":
        return f'<path d="M{x:.1f} {y - 5:.1f}l5 9h-10z" fill="{colour}"/>'
    return f'<path d="M{x:.1f} {y - 5:.1f}l5 5l-5 5l-5-5z" fill="{colour}"/>'


def main() -> None:
    """Draw every curve anew; one that is no longer measured goes."""
    FOLDER.mkdir(exist_ok=True)
    made = {name_of(what): drawn(what, series) for what, series in curves(read()).items()}
    for file in FOLDER.glob("*.svg"):
        if file.name not in made:
            file.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, "utf-8")
    print(f"docs/performance/: {', '.join(made)}")


if __name__ == "__main__":
    main()
