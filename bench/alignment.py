"""Alignment of finished translations: beads found, pairs called certain, and seconds.

Texts are made of human-translated sentence pairs with a fixed seed: neighbours joined on one side,
sentences left out on either. F1 is strict: a bead counts if both its sides are right; paragraphs
without a partner are left out of the count.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Sequence
from pathlib import Path

from translate_flow.align import AlignedPair, pair
from translate_flow.engines import load
from translate_flow.model import Passage

CORPUS = Path(
    os.environ.get("TRANSLATE_FLOW_CORPUS", Path(__file__).parent.parent.parent / "shared" / "data")
)
Gold = set[tuple[tuple[int, ...], tuple[int, ...]]]


def text_of(
    lines: Sequence[tuple[str, str]], chance: random.Random, joined: float, left_out: float
) -> tuple[list[str], list[str], Gold]:
    """Both texts and the true beads: `joined` and `left_out` are shares of the beads."""
    ours: list[str] = []
    theirs: list[str] = []
    gold: Gold = set()
    place = 0
    while place < len(lines):
        throw = chance.random()
        if throw < left_out:
            if throw < left_out / 2:
                ours.append(lines[place][0])
            else:
                theirs.append(lines[place][1])
            place += 1
            continue
        many = few = 1
        if throw < left_out + joined:
            many, few = chance.choice([(1, 2), (2, 1), (1, 2), (2, 1), (1, 3), (3, 1)])
        run = lines[place : place + max(many, few)]
        if len(run) < max(many, few):
            many = few = 1
            run = run[:1]
        left, right = [s for s, _ in run], [t for _, t in run]
        if many < few:
            left = [" ".join(left)]
        elif few < many:
            right = [" ".join(right)]
        gold.add(
            (
                tuple(range(len(ours), len(ours) + len(left))),
                tuple(range(len(theirs), len(theirs) + len(right))),
            )
        )
        ours += left
        theirs += right
        place += len(run)
    return ours, theirs, gold


def paragraphs(lines: Sequence[tuple[str, str]], most: int) -> list[tuple[str, str]]:
    """Neighbouring sentence pairs as paragraphs of one to `most` sentences."""
    chance = random.Random(3)
    made = []
    place = 0
    while place < len(lines):
        run = lines[place : place + chance.randint(1, most)]
        made.append((" ".join(s for s, _ in run), " ".join(t for _, t in run)))
        place += len(run)
    return made


def beads_of(pairs: Sequence[AlignedPair]) -> Gold:
    """The beads that pairs were made of."""
    sides: dict[tuple[int, ...], list[int]] = {}
    for found in pairs:
        if found.text:
            sides.setdefault(tuple(found.theirs), []).append(found.ours)
    return {(tuple(ours), theirs) for theirs, ours in sides.items()}


def run(drafted: bool, joined: float, left_out: float, lines: Sequence[tuple[str, str]], size: int) -> str:
    """One row of the table."""
    chance = random.Random(7)
    right = found = true = certain = wrong = pairs_made = 0
    seconds = 0.0
    engine = load("apertium").start("es", "en") if drafted else None
    for start in range(0, len(lines) - size + 1, size):
        ours, theirs, gold = text_of(lines[start : start + size], chance, joined, left_out)
        drafts = list(engine.translate([Passage(t) for t in ours])) if engine else None
        begin = time.process_time()
        pairs, _ = pair(ours, theirs, ("es", "en"), drafts)
        seconds += time.process_time() - begin
        made = beads_of(pairs)
        right, found, true = right + len(made & gold), found + len(made), true + len(gold)
        of = {i: bead for bead in gold for i in bead[0]}
        pairs_made += sum(bool(p.text) for p in pairs)
        for p in pairs:
            if p.text and not p.doubts:
                certain += 1
                wrong += of.get(p.ours, ((), ()))[1] != tuple(p.theirs)
    if engine:
        engine.close()
    f1 = 200 * right / (found + true)
    return f"F1 {f1:5.1f}   certain {certain:5} of {pairs_made:5} pairs, {wrong:3} of them wrong   {seconds:5.1f} s"


def main() -> None:
    """Print the table."""
    folder = CORPUS / "es-en-dev"
    if not folder.is_dir():
        print(f"alignment: no sentence pairs in {folder} (set TRANSLATE_FLOW_CORPUS)")
        return
    print("alignment: strict F1 of beads")
    for name in ("wmt12", "flores-dev"):
        sides = [(folder / f"{name}.{tag}").read_text("utf-8").splitlines() for tag in ("es", "en")]
        lines = list(zip(*sides, strict=True))
        for kind, texts in (("sentences", lines), ("paragraphs", paragraphs(lines, 4))):
            for what, joined, left_out in (("usual", 0.08, 0.05), ("heavy", 0.25, 0.20)):
                for drafted in (True, False):
                    row = run(drafted, joined, left_out, texts, 60)
                    print(f"  {name:10} {kind:10} {what:6} {'with' if drafted else 'no':4} draft   {row}")
    lines = lines * 2
    print(f"  one text of 1,000 paragraphs: {run(False, 0.08, 0.05, lines, 1000)}")


if __name__ == "__main__":
    main()
