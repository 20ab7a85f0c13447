"""Review: speed of diff, classes and page, and equality with sacrebleu on real drafts.

Reads `NAME.es`, `NAME.en` and `NAME.ENGINE.en`, one segment a line, from `es-en-dev/` in the folder that
TRANSLATE_FLOW_CORPUS names (default: `../shared/data` beside the repository). Says so if there is none.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from pathlib import Path

from translate_flow.glossary import Glossary
from translate_flow.model import Document, Edition, Event, Kind, Segment, State, Unit
from translate_flow.review import classify, diff, edits, moved, render_html, report
from translate_flow.review.groups import rows
from translate_flow.review.scores import Scoring

from .checks import ROOT, corpus

PAIRS = 10_000
SEGMENTS = 1_000
EQUAL = 500
Texts = tuple[str, str]

_WORDS = (
    "the people of valley river water march police square morning families ask that truth be told and those who gave "
    "order answer before court while mayor Alberto Otárola signed decree 14 January in Puno without reading it once more "
    "women children school teachers company mine fence land law state union road bridge night soldiers government"
).split()


def paragraphs(count: int, words: int = 60, seed: int = 6) -> list[Texts]:
    """Drafts of several sentences and what a careful person makes of them: about one word in eight touched."""
    chance = random.Random(seed)
    made = []
    for _ in range(count):
        draft: list[str] = []
        while len(draft) < words:
            sentence = [chance.choice(_WORDS) for _ in range(chance.randint(8, 18))]
            draft += [sentence[0].capitalize(), *sentence[1:-1], sentence[-1] + "."]
        edit: list[str] = []
        for word in draft:
            luck = chance.random()
            if luck < 0.06:
                edit.append(chance.choice(_WORDS))
            elif luck < 0.08:
                edit += [word, chance.choice(_WORDS)]
            elif luck < 0.10:
                edit.append(word.swapcase() if len(word) > 3 else word + ",")
            elif luck > 0.02 + 0.10:
                edit.append(word)
        made.append((" ".join(draft), " ".join(edit)))
    return made


def real(engines: tuple[str, ...] = ("google", "bergamot-tiny", "microsoft")) -> list[Texts]:
    """Drafts of real engines beside an independent human translation: far more changed than by post-editing."""
    folder = corpus()
    made: list[Texts] = []
    for path in sorted(folder.glob("*.es")):
        human = (folder / f"{path.stem}.en").read_text("utf-8").split("\n")
        for engine in engines:
            file = folder / f"{path.stem}.{engine}.en"
            if file.exists():
                drafts = file.read_text("utf-8").split("\n")
                made += [(a, b) for a, b in zip(drafts, human, strict=False) if a.strip() and b.strip()]
    return made


def edition(pairs: list[Texts]) -> Edition:
    """The pairs as one statement, drafted by a machine and edited by one person."""
    units = []
    for n, (draft, target) in enumerate(pairs):
        key = f"{n:08x}"
        events = (
            Event(
                id="1",
                at="2024-05-02T09:00:00Z",
                by="machine",
                do="draft",
                key=key,
                text=draft,
                engine="machine 1.0",
            ),
            Event(id="2", at="2024-05-02T10:00:00Z", by="ana", do="edit", key=key, text=target),
        )
        units.append(Unit(Segment(key, Kind.PARAGRAPH, draft), target, State.TRANSLATED, events))
    return Edition(Document("bench", "plain", tuple(u.segment for u in units)), "es", "en", tuple(units))


def speed(name: str, pairs: list[Texts]) -> None:
    """CPU seconds of diff and of classes, and what classes there are."""
    pairs = (pairs * (PAIRS // len(pairs) + 1))[:PAIRS]
    words = sum(len(a.split()) for a, _ in pairs) / len(pairs)
    start = time.process_time()
    found = [moved(diff(a, b)) for a, b in pairs]
    middle = time.process_time()
    count: Counter[str] = Counter()
    for (draft, target), pieces in zip(pairs, found, strict=True):
        count.update(c.kind for c in classify("", draft, target, pieces))
    end = time.process_time()
    print(
        f"  {len(pairs)} {name} of {words:.0f} words: diff {middle - start:.1f} s + classes {end - middle:.1f} s = "
        f"{end - start:.1f} s of CPU (aim: within 10)"
    )
    print(f"    {', '.join(f'{n} {kind}' for kind, n in count.most_common())}")


def page(glossary: Glossary) -> None:
    """CPU seconds of the page over many segments."""
    edited = paragraphs(SEGMENTS, words=40)
    statement = edition([(a, a if n % 4 == 0 else b) for n, (a, b) in enumerate(edited)])
    edits(edition(paragraphs(2)), glossary)
    start = time.process_time()
    made = report(statement, glossary, scores=False)
    html = render_html([(made, glossary)])
    end = time.process_time()
    print(
        f"  report of {SEGMENTS} segments of 45 words, one in four as drafted, diff and classes included: {end - start:.2f} s of CPU, "
        f"{len(html) // 1024} KiB (aim: within 2)"
    )


def equality(pairs: list[Texts]) -> None:
    """Whether every figure equals sacrebleu's own, to the last digit; and what it costs."""
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    chance = random.Random(1)
    chosen = chance.sample(pairs, EQUAL)
    scoring = Scoring()
    start = time.process_time()
    (row,) = rows([report(edition(chosen), Glossary([]), scores=False)], "statement", scoring=scoring)
    ours = time.process_time() - start
    each = rows([report(edition(chosen), Glossary([]), scores=False)], "segment", scoring=scoring)
    drafts, targets = [a for a, _ in chosen], [[b for _, b in chosen]]
    start = time.process_time()
    theirs = [
        metric.corpus_score(drafts, targets).score for metric in (TER(), TER(case_sensitive=True), CHRF())
    ]
    cost = time.process_time() - start
    scores = row.effort.scores
    assert scores is not None
    mine = [scores.hter.value, scores.hter_cased.value, scores.chrf.value]
    alone, cased = TER(), TER(case_sensitive=True)
    wrong = sum(
        r.effort.scores is None
        or r.effort.scores.hter.value != alone.sentence_score(a, [b]).score
        or r.effort.scores.hter_cased.value != cased.sentence_score(a, [b]).score
        for r, (a, b) in zip(each, chosen, strict=True)
    )
    print(
        f"  {EQUAL} real pairs: HTER {mine[0]:.4f}, with case {mine[1]:.4f}, chrF2 {mine[2]:.4f}; "
        f"{'equal to sacrebleu to the last digit' if mine == theirs else f'NOT EQUAL to {theirs}'}; "
        f"{wrong} of {EQUAL} segments differ; ours {ours:.1f} s, sacrebleu alone {cost:.1f} s"
    )


def main() -> None:
    """Print the figures."""
    print("review")
    glossary = Glossary.load(sorted((Path(ROOT) / "glossary").glob("*.csv")))
    speed("post-edited paragraphs", paragraphs(2_000))
    pairs = real()
    if pairs:
        speed("rewritten sentences (other people's translations)", pairs)
        doubled = [(f"{a} {c}", f"{b} {d}") for (a, b), (c, d) in zip(pairs[::2], pairs[1::2], strict=False)]
        speed("rewritten paragraphs", doubled)
    else:
        print(f"  no drafts in {corpus()}: real ones not measured (set TRANSLATE_FLOW_CORPUS)")
    page(glossary)
    if pairs:
        equality(pairs)


if __name__ == "__main__":
    main()
