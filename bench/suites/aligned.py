"""Texts aligned by hand: the evaluation folder of Bleualign (Text+Berg, German and French; Sennrich and Volk 2010).

Articles stand one after another, a line `.EOA` between them; the true beads are Python literals in `goldeval.py`, a
machine's drafts in files beside. F1 is strict, of beads with both sides.
"""

from __future__ import annotations

import ast
import time
from pathlib import Path

from translate_flow.align.beads import Texts, beads

_END = ".EOA"
Gold = set[tuple[tuple[int, ...], tuple[int, ...]]]


def measure(folder: Path) -> None:
    """Print F1 and processor time with each of the drafts there, and without one."""
    for file in sorted(folder.rglob("goldeval.py")):
        numbers, gold = _gold(file)
        ours, theirs = (_articles(file.with_name(f"eval1989.{tag}")) for tag in ("de", "fr"))
        drafts: list[Path | None] = [*sorted(file.parent.glob("eval1989.*.fr")), None]
        for path in drafts:
            if path is not None and ".clean." in path.name:
                continue
            draft = None if path is None else _articles(path)
            right = found = true = 0
            begin = time.process_time()
            for place, number in numbers.items():
                helped = None if draft is None else draft[place]
                made: Gold = {
                    (tuple(b.ours), tuple(b.theirs))
                    for b in beads(Texts(ours[place], theirs[place], ("de", "fr"), helped))
                    if b.ours and b.theirs
                }
                right += len(made & gold[number])
                found += len(made)
                true += len(gold[number])
            seconds = time.process_time() - begin
            f1 = 200 * right / max(1, found + true)
            name = "no draft" if path is None else path.name
            print(f"  aligned by hand, {len(numbers)} articles, {name}: F1 {f1:.1f} ({seconds:.1f} s)")


def _articles(path: Path) -> list[list[str]]:
    made: list[list[str]] = [[]]
    for line in path.read_text("utf-8").splitlines():
        if line.strip().upper().replace(" ", "") == _END:
            made.append([])
        else:
            made[-1].append(line.strip())
    return made


def _gold(file: Path) -> tuple[dict[int, int], dict[int, Gold]]:
    """Which article has which number, and the true beads by number."""
    numbers: dict[int, int] = {}
    gold: dict[int, Gold] = {}
    for node in ast.parse(file.read_text("utf-8")).body:
        if not isinstance(node, ast.Assign):
            continue
        place = node.targets[0]
        if isinstance(place, ast.Name) and place.id.endswith("map"):
            numbers = ast.literal_eval(node.value)
        elif isinstance(place, ast.Subscript):
            pairs = ast.literal_eval(node.value)
            gold[ast.literal_eval(place.slice)] = {(tuple(a), tuple(b)) for a, b in pairs if a and b}
    return numbers, gold
