"""Apertium's drafts on the development sentences: nearness to a person's translation, wrong facts, time.

    python -m bench apertium                # drafts beside the bare command's
    python -m bench apertium --rules        # each rule of grammar: sentences it helps and harms
    python -m bench apertium --changed se   # the sentences that one rule changes, with what it does to each
    python -m bench apertium --marks        # marks put between words: how many come back, and how many by guess

Sentences: `es-en-dev/` (see bench/risk.py), of the news the first thousand. A rule helps a sentence if chrF2 of its draft
(against the one human translation) is lower without it, and harms it if higher. Facts are what the checks call an error.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from .measure import present
from .risk import DATA

SIZE = 1_000
FACTS = ("number", "figures", "negation", "name", "markup", "sentence", "untranslated", "engine-marks")
"""How the checks begin that tell of facts."""


def main(options: Sequence[str] = ()) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench apertium")
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--changed", metavar="RULE")
    parser.add_argument("--marks", action="store_true")
    asked = parser.parse_args(list(options))
    print("apertium: drafts of the development sentences")
    files = sorted(DATA.glob("*.es")) if DATA.is_dir() else []
    if not present("apertium") or not files:
        print(f"    no sentences in {DATA}" if not files else "")
        return
    for file in files:
        source = file.read_text("utf-8").splitlines()[:SIZE]
        reference = file.with_suffix(".en").read_text("utf-8").splitlines()[:SIZE]
        if asked.marks:
            _marks(file.stem, source)
        elif asked.rules or asked.changed:
            _rules(file.stem, source, reference, asked.changed)
        else:
            _whole(file.stem, source, reference)


def drafts(source: Sequence[str]) -> list[str]:
    """Drafts of the sentences, names held, without a glossary."""
    from translate_flow.drafting import draft
    from translate_flow.engines import load
    from translate_flow.glossary import Glossary
    from translate_flow.model import Kind, Segment

    segments = [Segment(str(n), Kind.PARAGRAPH, text) for n, text in enumerate(source)]
    with closing(load("apertium").start("es", "en")) as engine:
        return [one.text for one in draft(segments, Glossary([]), engine)]


def _whole(name: str, source: Sequence[str], reference: Sequence[str]) -> None:
    from sacrebleu.metrics import BLEU, CHRF, TER

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "source.txt"
        file.write_text("\n\n".join(source) + "\n", "utf-8")
        begin, cpu = time.perf_counter(), _cpu()
        bare = subprocess.run(
            ["apertium", "-f", "txt", "-u", "spa-eng", file], capture_output=True, text=True, check=True
        ).stdout.split("\n\n")
        bare_wall, bare_cpu = time.perf_counter() - begin, _cpu() - cpu
    begin, cpu = time.perf_counter(), _cpu()
    ours = drafts(source)
    wall, cpu = time.perf_counter() - begin, _cpu() - cpu
    print(f"  {name} ({len(source)} sentences)")
    for who, made in (("bare", [text.strip() for text in bare]), ("drafts", ours)):
        made = [*made, *[""] * (len(source) - len(made))][: len(source)]
        figures = [m.corpus_score(made, [list(reference)]).score for m in (BLEU(), CHRF(), TER())]
        wrong = _wrong(source, made)
        told = ", ".join(f"{rule} {count}" for rule, count in wrong.most_common())
        print(
            f"    {who:7} BLEU {figures[0]:.1f}  chrF2 {figures[1]:.2f}  TER {figures[2]:.1f}  facts: {told or 'none'}"
        )
    print(
        f"    time    drafts / bare: by the clock {wall / bare_wall:.2f}, of the processor {cpu / bare_cpu:.2f}"
    )


def _cpu() -> float:
    found = os.times()
    return found.user + found.system + found.children_user + found.children_system


def _wrong(source: Sequence[str], made: Sequence[str]) -> Counter[str]:
    from translate_flow.checks import Scene, check_unit, load
    from translate_flow.glossary import Glossary
    from translate_flow.model import Document, Edition, Kind, Segment, Severity, State, Unit

    checks, found = load(), Counter[str]()
    for text, draft in zip(source, made, strict=True):
        unit = Unit(Segment("0", Kind.PARAGRAPH, text), draft, State.TRANSLATED)
        edition = Edition(Document("one", "plain", (unit.segment,)), "es", "en", (unit,))
        said = check_unit(unit, Scene(edition, Glossary([])), checks)
        found.update({f.rule for f in said if f.severity is Severity.ERROR and f.rule.startswith(FACTS)})
    return found


def _rules(name: str, source: Sequence[str], reference: Sequence[str], only: str | None) -> None:
    """What each rule does. Only the sentences whose words a rule changes are drafted without it."""
    from sacrebleu.metrics import CHRF

    from translate_flow.engines.apertium import grammar

    chrf = CHRF()
    together, records = _with_records(source)
    score = chrf.corpus_score(together, [list(reference)]).score
    print(f"  {name} ({len(source)} sentences): chrF2 {score:.2f}")
    every = dict(grammar.RULES)
    spoken = [[grammar.spoken(record) for record in one] for one in records]
    for rule in [only] if only else every:
        grammar.RULES.clear()
        grammar.RULES.update({key: made for key, made in every.items() if key != rule})
        changed = [
            n for n, one in enumerate(records) if [grammar.spoken(record) for record in one] != spoken[n]
        ]
        without = list(together)
        for n, made in zip(changed, drafts([source[n] for n in changed]), strict=True):
            without[n] = made
        grammar.RULES.clear()
        grammar.RULES.update(every)
        helped = harmed = 0
        for text, one, other, wanted in zip(source, together, without, reference, strict=True):
            if one == other:
                continue
            gain = chrf.sentence_score(one, [wanted]).score - chrf.sentence_score(other, [wanted]).score
            helped, harmed = helped + (gain > 0), harmed + (gain < 0)
            if only:
                print(
                    f"    {gain:+.2f} {text}\n      without: {other}\n      with:    {one}\n      person:  {wanted}"
                )
        total = score - chrf.corpus_score(without, [list(reference)]).score
        print(f"    {rule:24} helps {helped:4}  harms {harmed:4}  chrF2 {total:+.3f}", flush=True)


def _with_records(source: Sequence[str]) -> tuple[list[str], list[list[bytes]]]:
    """Drafts of the sentences, and for each what went into the rules of grammar."""
    from translate_flow.drafting import draft
    from translate_flow.engines import load
    from translate_flow.engines.apertium import engine as module
    from translate_flow.glossary import Glossary
    from translate_flow.model import Kind, Segment

    real = module.spoken
    made: list[str] = []
    records: list[list[bytes]] = []

    def kept(record: bytes) -> bytes:
        records[-1].append(record)
        return real(record)

    module.spoken = kept
    try:
        with closing(load("apertium").start("es", "en")) as engine:
            for text in source:
                records.append([])
                made += [
                    one.text for one in draft([Segment("0", Kind.PARAGRAPH, text)], Glossary([]), engine)
                ]
    finally:
        module.spoken = real
    return made, records


def _marks(name: str, source: Sequence[str]) -> None:
    from translate_flow.drafting import draft
    from translate_flow.engines import load
    from translate_flow.glossary import Glossary
    from translate_flow.model import Kind, Segment

    chance = random.Random(11)
    print(f"  {name}: of {len(source)} sentences with a mark, those that lost it, and got it back by guess")
    with closing(load("apertium").start("es", "en")) as engine:
        for kind, mark in (
            ("footnote", "{}<x1/>"),
            ("image", "{} <x1/>"),
            ("break", "{}\n"),
            ("bold", "<b>{}</b>"),
        ):
            marked = []
            for text in source:
                words = text.split(" ")
                at = chance.randrange(len(words) - 1) if len(words) > 1 else 0
                if words[at]:
                    words[at] = mark.format(words[at])
                marked.append(" ".join(words).replace("\n ", "\n"))
            segments = [Segment(str(n), Kind.PARAGRAPH, text) for n, text in enumerate(marked)]
            made = list(draft(segments, Glossary([]), engine))
            signs = [part for part in mark.split("{}") if part.strip()] or ["\n"]
            lost = sum(
                any(d.text.count(s) != t.count(s) for s in signs) for d, t in zip(made, marked, strict=True)
            )
            print(f"    {kind:9} lost {lost}, by guess {sum(bool(d.problems) for d in made)}")
