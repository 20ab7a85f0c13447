"""How well the risk score ranks drafts by their true distance from a person's translation.

Sentences with a human translation and the stored outputs of three engines (`*.es`, `*.en`,
`*.ENGINE.en`, line by line), beside Apertium's made here. The soft signs of the score were fitted on
`flores-dev` alone; `wmt12` is held out (an earlier score, of which little is left, was made with its
first half in sight, so its second half is given too). The measure is Spearman's rank correlation
between score and TER (edits against the one reference, per sentence), with a 95 % interval
(D. G. Bonett and T. A. Wright, Psychometrika 65, 2000). One reference is a rough measure: two
good translations of a sentence may differ in half their words.
"""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from statistics import mean

from .measure import present

CORPUS = Path(
    os.environ.get("TRANSLATE_FLOW_CORPUS", Path(__file__).parent.parent.parent / "shared" / "data")
)
"""Not part of the project; the bench says so if it is not there."""
DATA = CORPUS / "es-en-dev"
FITTED = "flores-dev"
ENGINES = {"google": "google", "microsoft": "microsoft", "bergamot-tiny": "firefox"}
"""Name in the stored files, and the engine it stands for."""


@dataclass(frozen=True)
class Judged:
    """A draft with its score and its distance."""

    engine: str
    score: float
    ter: float


def main() -> None:
    """Print the figures."""
    print("risk: rank correlation of the score with TER, and TER of the fifth read first beside that of all")
    sets = sorted(DATA.glob("*.es")) if DATA.is_dir() else []
    if not sets:
        print(f"    no sentences with stored outputs in {DATA}: left out")
        return
    for file in sets:
        fitted = file.stem == FITTED
        source = file.read_text("utf-8").splitlines()
        reference = file.with_suffix(".en").read_text("utf-8").splitlines()
        drafts = {
            # Some services answer in HTML, which the adapter undoes.
            engine: unescape(file.with_suffix(f".{stored}.en").read_text("utf-8")).splitlines()
            for stored, engine in ENGINES.items()
            if file.with_suffix(f".{stored}.en").exists()
        }
        if present("apertium"):
            drafts["apertium"] = _apertium(source)
        whole, second = slice(0, None), slice(len(source) // 2, None)
        parts = (
            [("the score was fitted on it", whole)]
            if fitted
            else [("held out", whole), ("second half", second)]
        )
        for part, place in parts:
            print(f"  {file.stem}, {part} ({len(source[place])} sentences)")
            judged = [
                one
                for engine, texts in drafts.items()
                for one in _judged(engine, source[place], texts[place], reference[place])
            ]
            for engine in drafts:
                _row(engine, [one for one in judged if one.engine == engine])
            _row("all together", judged)


def _apertium(source: Sequence[str]) -> list[str]:
    from contextlib import closing

    from translate_flow.drafting import draft
    from translate_flow.engines import load
    from translate_flow.glossary import Glossary
    from translate_flow.model import Kind, Segment

    segments = [Segment(str(n), Kind.PARAGRAPH, text) for n, text in enumerate(source)]
    with closing(load("apertium").start("es", "en")) as engine:
        return [one.text for one in draft(segments, Glossary.load([], "en"), engine)]


def _judged(
    engine: str, source: Sequence[str], drafts: Sequence[str], reference: Sequence[str]
) -> list[Judged]:
    from sacrebleu.metrics import TER

    from translate_flow.checks import Scene, check_unit, costs, load
    from translate_flow.glossary import Glossary
    from translate_flow.model import Document, Edition, Kind, Segment, State, Unit
    from translate_flow.risk import assess

    ter, checks = TER(), load()
    judged = []
    for s, d, r in zip(source, drafts, reference, strict=True):
        unit = Unit(Segment("0", Kind.PARAGRAPH, s), d, State.TRANSLATED)
        edition = Edition(Document("one", "plain", (unit.segment,)), "es", "en", (unit,))
        found = check_unit(unit, Scene(edition, Glossary([])), checks)
        score = assess(s, d, ("es", "en"), engine=engine, findings=costs(found)).score
        judged.append(Judged(engine, score, ter.sentence_score(d, [r]).score))
    return judged


def _row(what: str, judged: Sequence[Judged]) -> None:
    rho = spearman([one.score for one in judged], [one.ter for one in judged])
    error = 1.96 * math.sqrt((1 + rho * rho / 2) / (len(judged) - 3))
    low, high = math.tanh(math.atanh(rho) - error), math.tanh(math.atanh(rho) + error)
    first = sorted(judged, key=lambda one: -one.score)[: len(judged) // 5]
    print(
        f"    {what:12} ρ = {rho:+.2f} ({low:+.2f} to {high:+.2f}) · TER {mean(o.ter for o in first):.1f} of the "
        f"riskiest fifth, {mean(o.ter for o in judged):.1f} of all"
    )


def spearman(left: Sequence[float], right: Sequence[float]) -> float:
    """Spearman's rank correlation; equal values share the mean of their ranks."""
    a, b = _ranks(left), _ranks(right)
    middle = (len(a) - 1) / 2
    spread = math.sqrt(sum((x - middle) ** 2 for x in a) * sum((y - middle) ** 2 for y in b))
    return sum((x - middle) * (y - middle) for x, y in zip(a, b, strict=True)) / spread if spread else 0.0


def _ranks(values: Sequence[float]) -> list[float]:
    order = sorted(range(len(values)), key=lambda place: values[place])
    ranks = [0.0] * len(values)
    start = 0
    while start < len(order):
        stop = start
        while stop + 1 < len(order) and values[order[stop + 1]] == values[order[start]]:
            stop += 1
        for place in order[start : stop + 1]:
            ranks[place] = (start + stop) / 2
        start = stop + 1
    return ranks
