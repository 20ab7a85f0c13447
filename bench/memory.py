"""The translation memory at a million units: time of a lookup and recall, beside brute force and peers.

The text is generated: invented words as frequent as those of a language (Zipf), a fifth of them
in stock phrases, as official prose has them. Questions are paragraphs of the memory with a
share of their words replaced, left out, added or moved, and unrelated ones.

    python -m bench memory --beside FOLDER    # and the build in that folder, on the same text in the same run

Times are of processor; with 50 people asking at once, of the clock. BENCH_MEMORY_UNITS says how many paragraphs.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .memory_build import shown

if TYPE_CHECKING:
    from translate_flow.memory import AskedMemory

UNITS = int(os.environ.get("BENCH_MEMORY_UNITS", "1000000"))
"""Paragraphs in the memory."""
QUESTIONS = 120
"""Lookups timed, and compared with brute force."""
PEER_UNITS = 10_000
"""Paragraphs given to Translate Toolkit's matcher, which keeps all in memory and compares characters."""
BANDS = ((95, 100), (85, 95), (75, 85), (50, 75))
"""Scores by which recall is told."""


class Prose:
    """A source of paragraphs, the same in every run."""

    def __init__(self, seed: int = 12) -> None:
        self.chance = random.Random(seed)
        syllables = [
            c + v for c in "b c d f g l m n p r s t v pr tr gr".split() for v in "a e i o u en ar".split()
        ]
        words: dict[str, None] = {}
        while len(words) < 60_000:
            size = min(1 + len(words) // 60, 4)
            words["".join(self.chance.choices(syllables, k=self.chance.randint(1, size)))] = None
        self.words = list(words)
        self.weights = list(accumulate(1 / (rank + 8) for rank in range(len(words))))
        self.stock = [self._run(self.chance.randint(3, 7)) for _ in range(4_000)]
        self.stock_weights = list(accumulate(1 / (rank + 5) for rank in range(len(self.stock))))

    def _run(self, length: int) -> list[str]:
        return self.chance.choices(self.words, cum_weights=self.weights, k=length)

    def paragraph(self, length: int = 60) -> str:
        """Sentences of about so many words in all."""
        made: list[str] = []
        while len(made) < length:
            sentence: list[str] = []
            while len(sentence) < 16:
                if self.chance.random() < 0.05:
                    sentence += self.chance.choices(self.stock, cum_weights=self.stock_weights)[0]
                else:
                    sentence += self._run(5)
            made += [sentence[0].capitalize(), *sentence[1:-1], sentence[-1] + "."]
        return " ".join(made)

    def changed(self, text: str, share: float) -> str:
        """The paragraph with that share of its words changed, in runs of one to four."""
        words = text.split()
        left = int(len(words) * share)
        while left > 0:
            run = min(self.chance.randint(1, 4), left)
            place = self.chance.randrange(max(1, len(words) - run))
            kind = self.chance.random()
            if kind < 0.5:
                words[place : place + run] = self._run(run)
            elif kind < 0.7:
                del words[place : place + run]
            elif kind < 0.9:
                words[place:place] = self._run(run)
            else:
                moved = words[place : place + run]
                del words[place : place + run]
                other = self.chance.randrange(len(words))
                words[other:other] = moved
            left -= run
        return " ".join(words)


def main(argv: Sequence[str] = ()) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="bench memory")
    parser.add_argument("--beside", type=Path, help="folder of another build, to be measured in the same run")
    parser.add_argument("--seconds", type=float, default=15, help="how long 50 people ask")
    parser.add_argument(
        "--in", dest="folder", type=Path, help="keep the memories there, and use those that are there"
    )
    asked = parser.parse_args(argv)
    print(f"memory: {UNITS:,} paragraphs of about 60 words, one core")
    prose = Prose()
    with tempfile.TemporaryDirectory() as name:
        folder = asked.folder or Path(name)
        texts = [prose.paragraph() for _ in range(UNITS)]
        (folder / "texts").write_text("".join(f"{text}\n" for text in texts), "utf-8")
        questions = [prose.changed(prose.chance.choice(texts), share) for share in _shares()]
        strangers = [prose.paragraph() for _ in range(QUESTIONS)]
        builds = {"this build": Path(__file__).parents[1]} | (
            {"beside": asked.beside} if asked.beside else {}
        )
        median = {
            what: _build(what, build, folder, questions, strangers, asked.seconds)
            for what, build in builds.items()
        }
        if asked.beside:
            print(f"  this build / beside: {median['this build'] / median['beside']:.2f}")
        path = folder / "this build.sqlite"
        _streaming(path, folder)
        _recall(path, texts, questions, median["this build"])
    _toolkit(texts[:PEER_UNITS], questions)


def _shares() -> list[float]:
    return [(0.02, 0.06, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4)[number % 8] for number in range(QUESTIONS)]


def _build(
    what: str, build: Path, folder: Path, questions: list[str], strangers: list[str], seconds: float
) -> float:
    """One build's figures; the median of a lookup asked again, in milliseconds of processor."""
    path = str(folder / f"{what}.sqlite")
    if Path(path).exists():
        print(f"  {what}: filled before")
    else:
        filled = _run(build, "fill", path, str(folder / "texts"))
        print(f"  {what}: filling {filled['seconds']:.0f} s CPU, {filled['megabytes']:,.0f} MB")
    for name, texts in (("questions", questions), ("strangers", strangers)):
        (folder / name).write_text(json.dumps(texts), "utf-8")
    cold, warm = _run(build, "ask", path, str(folder / "questions"))
    strange = _run(build, "ask", path, str(folder / "strangers"))[1]
    for when, found in (("first time", cold), ("again", warm), ("nothing alike there", strange)):
        print(f"    lookup, {when}: median {statistics.median(found):.1f} ms CPU, worst {max(found):.1f} ms")
    crowd = [_started(build, "crowd", path, str(folder / "questions"), str(seconds)) for _ in range(2)]
    spent = [one for process in crowd for one in json.loads(process.communicate()[0])]
    print(
        f"    50 people in two processes, {len(spent) / seconds:.0f} lookups a second: {shown(spent)} by the clock"
    )
    return statistics.median(warm)


def _started(build: Path, *words: str) -> subprocess.Popen[str]:
    script = Path(__file__).with_name("memory_build.py")
    environment = os.environ | {"PYTHONPATH": str(build.resolve())}
    return subprocess.Popen(
        [sys.executable, str(script), *words], stdout=subprocess.PIPE, text=True, env=environment
    )


def _run(build: Path, *words: str) -> Any:
    with _started(build, *words) as process:
        said = process.communicate()[0]
    if process.returncode:
        raise SystemExit(f"{build}: the build cannot be measured")
    return json.loads(said)


def _recall(path: Path, texts: list[str], questions: list[str], median: float) -> None:
    from translate_flow.memory import Store

    with Store.open(path, "es", ["en"]) as store:
        spent = recall(store, texts, questions)
    print(f"  rapidfuzz over all: median {spent:.0f} ms; this build / rapidfuzz = {median / spent:.4f}")


def recall(store: AskedMemory, texts: Sequence[str], questions: Sequence[str]) -> float:
    """Print how often the best match is found; the median of brute force, in milliseconds."""
    ours = [nearest(store, text) for text in questions]
    best, spent = brute_force(texts, questions)
    for low, high in BANDS:
        there = [(a, b) for a, b in zip(ours, best, strict=True) if low <= b < high + (high == 100)]
        if there:
            kept = sum(a >= b - 1e-9 for a, b in there) / len(there)
            print(f"  best match found, where it is {low} to {high} %: {kept:.1%} of {len(there)}")
    there = [(a, b) for a, b in zip(ours, best, strict=True) if b >= 50]
    print(
        f"  best match found, all from 50 %: {sum(a >= b - 1e-9 for a, b in there) / len(there):.1%} of {len(there)}"
    )
    return statistics.median(spent)


def nearest(store: AskedMemory, text: str) -> float:
    """Likeness of the best candidate, without penalties and guards, as brute force counts it."""
    from translate_flow.memory import find
    from translate_flow.memory.score import likeness
    from translate_flow.memory.words import normal, tokens

    source = normal(text)
    words = tokens(source)
    numbers = [number for number, _ in find.nearest(store, source, words, "en", 0)]
    return max((likeness(words, tokens(unit.source)) for unit in store.units(numbers)), default=0.0)


def _timed(ask: Callable[[str], object], questions: list[str]) -> list[float]:
    """CPU milliseconds of each."""
    found = []
    for text in questions:
        begin = time.process_time()
        ask(text)
        found.append((time.process_time() - begin) * 1000)
    return found


def brute_force(texts: Sequence[str], questions: Sequence[str]) -> tuple[list[float], list[float]]:
    """Best likeness of each question over all texts, and milliseconds; tokens as characters, as fast as can be."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    from translate_flow.memory.words import normal, tokens

    codes: dict[str, str] = {}

    def coded(text: str) -> str:
        return "".join(codes.setdefault(t, chr(0xE000 + len(codes))) for t in tokens(normal(text)))

    stored = [coded(text) for text in texts]
    best, spent = [], []
    for text in questions:
        asked = coded(text)
        begin = time.process_time()
        found = process.extractOne(asked, stored, scorer=Levenshtein.normalized_similarity, score_cutoff=0.5)
        spent.append((time.process_time() - begin) * 1000)
        best.append(found[1] * 100 if found else 0.0)
    return best, spent


def _streaming(path: Path, folder: Path) -> None:
    """Export to TMX and reading that again, each in a process of its own, for its peak memory."""
    print("  TMX: " + " · ".join(_alone(step, path, folder) for step in ("export", "read")))


def _alone(step: str, path: Path, folder: Path) -> str:
    code = f"from bench.memory import {step}_tmx; {step}_tmx({str(path)!r}, {str(folder / 'all.tmx')!r})"
    # The system's own count for a child would begin with this process's memory.
    peak = "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    begin = os.times()
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; {peak}"], stdout=subprocess.PIPE, text=True, check=True
    )
    end = os.times()
    spent = end.children_user + end.children_system - begin.children_user - begin.children_system
    return f"{step} {UNITS / spent:,.0f} units/s CPU, at most {int(done.stdout) // 1024} MB"


def export_tmx(path: str, file: str) -> None:
    """All of a memory to a TMX file."""
    from translate_flow.flow.memory import write
    from translate_flow.memory.queries import pairs
    from translate_flow.memory.schema import opened
    from translate_flow.memory.tmx_write import write as pieces

    with closing(opened(Path(path))) as base:
        # Pages of the file that the system lends would count as this process's memory.
        base.execute("PRAGMA mmap_size = 0")
        write(Path(file), pieces(pairs(base, "en"), "es"))


def read_tmx(_: str, file: str) -> None:
    """All of a TMX file, each pair let go at once."""
    from translate_flow.memory.tmx_read import read

    for _pair in read(Path(file), "all.tmx", "es", ("en",)):
        pass


def _toolkit(texts: list[str], questions: list[str]) -> None:
    """Its matcher, which keeps all in memory; its database, tmdb, is no longer part of it."""
    try:
        from translate.search import match
        from translate.storage import po
    except ImportError:
        print("    Translate Toolkit: missing on this machine")
        return
    store = po.pofile()
    for text in texts:
        unit = store.addsourceunit(text)
        unit.target = text
    begin = time.process_time()
    matcher = match.matcher(store, max_candidates=5, min_similarity=50, max_length=2000)
    made = time.process_time() - begin
    spent = _timed(matcher.matches, questions[:10])
    print(f"  Translate Toolkit's matcher, {len(texts):,} units only: made in {made:.1f} s, lookup median "
          f"{statistics.median(spent):.0f} ms")  # fmt: skip


if __name__ == "__main__":
    main()
