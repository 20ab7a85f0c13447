"""Texts with known beads, made of pairs of human translation by seeded changes."""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from translate_flow.catalogue import Catalogue

ROOT = Path(__file__).parents[2]
CORPUS = Path(os.environ.get("TRANSLATE_FLOW_CORPUS", ROOT.parent / "shared" / "data"))
Gold = set[tuple[tuple[int, ...], tuple[int, ...]]]
"""True beads: places in the source and in the translation."""
FEW = ((1, 2), (2, 1), (1, 2), (2, 1), (1, 3), (3, 1))
MANY = ((1, 2), (2, 1), (1, 4), (4, 1), (1, 5), (5, 1), (1, 6), (6, 1))


@dataclass(frozen=True)
class Pair:
    """A sentence or paragraph, its translation, and a machine's draft of it."""

    source: str
    target: str
    draft: str | None

    def with_next(self, other: Pair) -> Pair:
        """Both as one paragraph."""
        draft = None if self.draft is None else f"{self.draft} {other.draft}"
        return Pair(f"{self.source} {other.source}", f"{self.target} {other.target}", draft)


Text = tuple[list[str], list[str], list[str] | None, Gold]
"""Source, translation, drafts of the source, true beads."""


def corpora() -> dict[str, list[tuple[str, str]]]:
    """Pairs by the name of their set, in the order of their documents."""
    found = {"bundled": _bundled()}
    folder = CORPUS / "es-en-dev"
    for name in ("wmt12", "flores-dev"):
        files = [folder / f"{name}.{tag}" for tag in ("es", "en")]
        if all(file.is_file() for file in files):
            sides = [file.read_text("utf-8").splitlines() for file in files]
            found[name] = list(zip(*sides, strict=True))
        else:
            print(f"    no set {name} in {folder} (TRANSLATE_FLOW_CORPUS)")
    return found


def _bundled() -> list[tuple[str, str]]:
    """The statements of the repository and the own paragraphs of the field; lists of names left out."""
    pairs = []
    for file in sorted((ROOT / "locales" / "en").glob("*.po")):
        pairs += [
            (e.source, e.target) for e in Catalogue.load(file).entries if e.target and e.source != e.target
        ]
    lines = (ROOT / "bench" / "pairs" / "field.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if "\t" in line and not line.startswith("#")]
    return pairs + [(row[0], row[1]) for row in rows]


def texts_of(pairs: Sequence[Pair]) -> dict[str, list[Text]]:
    """The kinds of texts that are made of a set.

    *mod*: one text, one in ten joined or split, one in twenty left out on one side. *heavy*: one in four, and one in
    five. *par*: documents of 30 to 100 paragraphs of one to four sentences, one in five left out. *many*: one
    paragraph for up to six. *moved*: two paragraphs of each document stand elsewhere.
    """
    chance = random.Random(11)
    short = [pairs[at : at + 60] for at in range(0, len(pairs), 60)]
    return {
        "mod": [changed(pairs, chance, 0.10, 0.05)],
        "heavy": [changed(pairs, chance, 0.25, 0.20)],
        "par": [changed(text, chance, 0.15, 0.20) for text in _documents(_paragraphs(pairs, chance), chance)],
        "many": [changed(text, chance, 0.25, 0.05, MANY) for text in short],
        "moved": [_moved(text, chance) for text in short],
    }


def changed(
    pairs: Sequence[Pair],
    chance: random.Random,
    joined: float,
    left_out: float,
    shapes: Sequence[tuple[int, int]] = FEW,
) -> Text:
    """One text: `joined` and `left_out` are shares of the beads."""
    ours: list[Pair] = []
    theirs: list[str] = []
    gold: Gold = set()
    place = 0
    while place < len(pairs):
        throw = chance.random()
        if throw < left_out:
            if throw < left_out / 2:
                ours.append(pairs[place])
            else:
                theirs.append(pairs[place].target)
            place += 1
            continue
        many, few = chance.choice(shapes) if throw < left_out + joined else (1, 1)
        run = pairs[place : place + max(many, few)]
        if len(run) < max(many, few):
            many, few, run = 1, 1, run[:1]
        whole = run[0]
        for other in run[1:]:
            whole = whole.with_next(other)
        left = [whole] if many == 1 else run
        right = [whole.target] if few == 1 else [p.target for p in run]
        gold.add(
            (
                tuple(range(len(ours), len(ours) + len(left))),
                tuple(range(len(theirs), len(theirs) + len(right))),
            )
        )
        ours += left
        theirs += right
        place += len(run)
    return _text(ours, theirs, gold)


def _text(ours: Sequence[Pair], theirs: list[str], gold: Gold) -> Text:
    drafts = [p.draft for p in ours if p.draft is not None]
    return [p.source for p in ours], theirs, drafts if len(drafts) == len(ours) else None, gold


def _moved(pairs: Sequence[Pair], chance: random.Random) -> Text:
    order = list(range(len(pairs)))
    for _ in range(2):
        order.insert(chance.randrange(len(order)), order.pop(chance.randrange(len(order))))
    gold = {((i,), (j,)) for j, i in enumerate(order)}
    return _text(pairs, [pairs[i].target for i in order], gold)


def _paragraphs(pairs: Sequence[Pair], chance: random.Random) -> list[Pair]:
    made = []
    place = 0
    while place < len(pairs):
        run = pairs[place : place + chance.randint(1, 4)]
        whole = run[0]
        for other in run[1:]:
            whole = whole.with_next(other)
        made.append(whole)
        place += len(run)
    return made


def _documents(paragraphs: Sequence[Pair], chance: random.Random) -> list[Sequence[Pair]]:
    made = []
    place = 0
    while place < len(paragraphs):
        size = chance.randint(30, 100)
        made.append(paragraphs[place : place + size])
        place += size
    return made
