"""Alignment of finished translations: strict F1 of beads, pairs called certain that are wrong, and processor time.

Texts are made by seeded changes of human translations, paragraph by paragraph: the bundled statements and the own
paragraphs of the field, and, where they lie (TRANSLATE_FLOW_CORPUS), sets of news and encyclopaedia sentences. F1 is
strict: a bead counts if both its sides are right; paragraphs without a partner are left out of the count. hunalign
(Varga et al. 2005), if it can be found, gets the same texts and the same drafts in the same run.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from translate_flow.align import pair
from translate_flow.align.beads import Texts, beads
from translate_flow.align.messages import MOVED
from translate_flow.engines import load
from translate_flow.errors import EngineError
from translate_flow.passage import Passage

from .peer import hunalign
from .sets import Gold, Pair, corpora, texts_of

LANGUAGES = ("es", "en")


@dataclass
class Row:
    """What one way of aligning made of a set."""

    right: int = 0
    found: int = 0
    true: int = 0
    seconds: float = 0.0

    def add(self, made: Gold, gold: Gold, seconds: float) -> None:
        """Count one text."""
        self.right += len(made & gold)
        self.found += len(made)
        self.true += len(gold)
        self.seconds += seconds

    def __str__(self) -> str:
        return f"{200 * self.right / max(1, self.found + self.true):5.1f} ({self.seconds:.1f} s)"


def measure(texts: Sequence[tuple[list[str], list[str], list[str] | None, Gold]]) -> str:
    """One row of the table."""
    with_draft, without, peer = Row(), Row(), Row()
    certain = wrong = moved = astray = 0
    for ours, theirs, drafts, gold in texts:
        for row, helped in ((with_draft, drafts), (without, None)):
            if row is with_draft and helped is None:
                continue
            begin = time.process_time()
            found = beads(Texts(ours, theirs, LANGUAGES, helped))
            seconds = time.process_time() - begin
            row.add({(tuple(b.ours), tuple(b.theirs)) for b in found if b.ours and b.theirs}, gold, seconds)
        answer = hunalign(drafts or ours, theirs)
        if answer:
            peer.add(answer[0], gold, answer[1])
        of = {i: bead for bead in gold for i in bead[0]}
        for made in pair(ours, theirs, LANGUAGES, drafts)[0]:
            right = of.get(made.ours, ((), ()))[1] == tuple(made.theirs)
            if made.text and not made.doubts:
                certain += 1
                wrong += not right
            if MOVED() in made.doubts:
                moved += 1
                astray += not right
    parts = [f"F1 {with_draft} with a draft" if with_draft.true else "", f"{without} without"]
    parts += [f"hunalign {peer}" if peer.true else "", f"certain {certain}, wrong {wrong}"]
    parts += [f"moved {moved}, wrong {astray}" if moved else ""]
    return " · ".join(filter(None, parts))


def main() -> None:
    """Print the table."""
    print("align: strict F1 of beads, and processor time")
    for name, lines in corpora().items():
        drafts = drafted([source for source, _ in lines])
        pairs = [
            Pair(source, target, drafts[n] if drafts else None) for n, (source, target) in enumerate(lines)
        ]
        for kind, texts in texts_of(pairs).items():
            print(f"  {name:10} {kind:8} {measure(texts)}")


def drafted(texts: Sequence[str]) -> list[str] | None:
    """Apertium's drafts; None if it cannot run here."""
    try:
        engine = load("apertium").start(*LANGUAGES)
    except EngineError as error:
        print(f"    no drafts: {error}")
        return None
    try:
        return list(engine.translate([Passage(text) for text in texts]))
    finally:
        engine.close()
