"""Apertium breaking while it drafts: no wrong answer, no lost one, and the work goes on."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import deque
from pathlib import Path
from types import SimpleNamespace

import pytest

from translate_flow.engines.apertium import ApertiumEngine, ApertiumFactory
from translate_flow.engines.apertium import engine as engines
from translate_flow.engines.apertium.engine import _job
from translate_flow.engines.apertium.pipeline import PipelineBroken
from translate_flow.errors import EngineError
from translate_flow.passage import Held, Passage

pytestmark = pytest.mark.apertium

_SUBJECTS = ["La policía", "El pueblo", "La Xqzaa", "Una mujer indígena", "El informe"]
_VERBS = ["denuncia", "exige", "publica", "rechaza"]
_OBJECTS = ["los hechos", "la verdad", "una respuesta clara", "la violencia"]


def passages() -> list[Passage]:
    """300 different passages, some with a held name."""
    made = []
    for n in range(300):
        subject = _SUBJECTS[n % 5]
        text = f"{subject} {_VERBS[n // 5 % 4]} {_OBJECTS[n // 20 % 4]} del {n} de enero."
        held = (Held("Xqzaa", "Red Muqui", "Red Muqui", "name", "f"),) if "Xqzaa" in text else ()
        made.append(Passage(text, held))
    return made


@pytest.fixture(scope="module")
def undisturbed(apertium: ApertiumFactory) -> list[str]:
    with apertium.start("es", "en") as engine:
        answers = list(engine.translate(passages()))
        assert engine.restarts == 0
    return answers


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_programs_killed_while_300_segments_are_drafted(
    apertium: ApertiumFactory, undisturbed: list[str], seed: int
) -> None:
    """Several programs of the chain are killed at random, and not one answer is wrong."""
    dice = random.Random(seed)
    moments = set(dice.sample(range(5, 290), 6))
    answers = []
    with apertium.start("es", "en") as engine:
        for n, answer in enumerate(engine.translate(passages())):
            answers.append(answer)
            if n in moments:
                os.kill(dice.choice(engine.processes), signal.SIGKILL)
    # Answers come in batches of up to so many as were sent ahead: several programs may die before the one restart.
    assert engine.restarts >= 1
    assert answers == undisturbed


def test_the_bilingual_stage_killed(apertium: ApertiumFactory, undisturbed: list[str]) -> None:
    """A middle stage's end looks like an empty translation; it is none."""
    with apertium.start("es", "en") as engine:
        answers = engine.translate(passages())
        first = next(answers)
        os.kill(engine.processes[4], signal.SIGKILL)
        assert [first, *answers] == undisturbed


def test_a_stage_that_stands_still(
    apertium: ApertiumFactory, undisturbed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stopped program is noticed by the time that passes; no answer is taken for the next one's."""
    with apertium.start("es", "en") as engine:

        def clock() -> float:
            """Quick while the stopped program is waited for: ten seconds each time that somebody looks."""
            nonlocal looks
            looks += stopped and engine.restarts == 0
            return time.monotonic() + 10 * looks

        looks, stopped = 0, False
        monkeypatch.setattr(engines, "time", SimpleNamespace(monotonic=clock))
        answers = engine.translate(passages())
        first = next(answers)
        os.kill(engine.processes[6], signal.SIGSTOP)
        stopped = True
        assert [first, *answers] == undisturbed
        assert engine.restarts >= 1


def test_a_stage_killed_between_two_calls(apertium: ApertiumFactory, undisturbed: list[str]) -> None:
    some = passages()[:10]
    with apertium.start("es", "en") as engine:
        for pid in engine.processes[2:4]:
            os.kill(pid, signal.SIGKILL)
        assert list(engine.translate(some)) == undisturbed[:10]


def test_a_passage_that_breaks_it_each_time_is_named_and_only_that(
    apertium: ApertiumFactory, undisturbed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those before it are answered; it raises; the engine goes on with the next."""
    send = ApertiumEngine._send

    def kill_at_the_bad_one(self: ApertiumEngine, job: object) -> None:
        send(self, job)  # type: ignore[arg-type]
        if "del 40 de" in job.passage.text:  # type: ignore[attr-defined]
            os.kill(self.processes[5], signal.SIGKILL)

    monkeypatch.setattr(ApertiumEngine, "_send", kill_at_the_bad_one)
    answers: list[str] = []
    with apertium.start("es", "en") as engine:
        with pytest.raises(EngineError, match="cannot be translated"):
            answers.extend(engine.translate(passages()))
        # extend keeps what came before the error
        assert answers == undisturbed[:40]
        assert list(engine.translate(passages()[41:60])) == undisturbed[41:60]


@pytest.mark.parametrize("wrong", [b"", b"[][0000\n]", b"A wrong answer.[][ffff\n]", b"No end"])
def test_an_answer_that_is_not_its_own_is_refused(apertium: ApertiumFactory, wrong: bytes) -> None:
    job = _job(Passage("La mesa."))
    with apertium.start("es", "en") as engine:
        engine._send(job)
        with pytest.raises(PipelineBroken):
            engine._answer(deque([job]), wrong)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_program_outlives_an_interrupted_run(apertium: ApertiumFactory, number: signal.Signals) -> None:
    """Ctrl-C, an ordinary end and kill -9 in the middle of the work: the programs end with it."""
    program = (
        "from translate_flow.engines.apertium import APERTIUM\n"
        "from translate_flow.passage import Passage\n"
        "engine = APERTIUM.start('es', 'en')\n"
        "print(*engine.processes, flush=True)\n"
        "for answer in engine.translate([Passage('La mesa es grande.')] * 100_000): pass\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        pids = [int(word) for word in process.stdout.readline().split()]
        time.sleep(0.3)
        process.send_signal(number)
        process.communicate(timeout=60)
        assert process.returncode != 0
    limit = time.monotonic() + 60
    while any(running(pid) for pid in pids) and time.monotonic() < limit:
        time.sleep(0.05)
    assert len(pids) > 8
    assert not any(running(pid) for pid in pids)


def running(pid: int) -> bool:
    """Whether a process exists and is no zombie."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
