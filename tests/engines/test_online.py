"""What every online engine promises, whichever service answers."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from services import Fault, Services, english

from translate_flow.engines.online.adapter import OnlineEngine
from translate_flow.engines.online.deepl import DeepL
from translate_flow.engines.online.factory import Online
from translate_flow.engines.online.google import Google
from translate_flow.engines.online.job import Job
from translate_flow.engines.online.libretranslate import LibreTranslate
from translate_flow.engines.online.llm import LanguageModel
from translate_flow.engines.online.microsoft import Microsoft
from translate_flow.engines.online.mymemory import MyMemory
from translate_flow.engines.online.pace import Limits, Timing
from translate_flow.errors import EngineError, RateLimited, Unavailable
from translate_flow.passage import Held, Passage

MAKERS: dict[str, tuple[type[Online], str]] = {
    "google": (Google, "/google/m"),
    "mymemory": (MyMemory, "/mymemory/get"),
    "libretranslate": (LibreTranslate, "/libre/"),
    "deepl": (DeepL, "/deepl/v2/translate"),
    "microsoft": (Microsoft, "/microsoft/translate"),
    "llm": (LanguageModel, "/llm"),
}
SENTENCE = "Las organizaciones firmantes piden una investigación independiente."


@dataclass
class Clock:
    """A clock that stands still, except for the pauses asked of it."""

    time: float = 1_000.0
    pauses: list[float] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def pause(self, _stop: threading.Event, seconds: float) -> None:
        with self.lock:
            self.pauses.append(seconds)
            self.time += seconds

    @property
    def timing(self) -> Timing:
        return Timing(lambda: self.time, lambda: 1_700_000_000.0, self.pause, lambda: 0.5)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def make(server: Services, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Online]:
    """A factory pointed at the local server."""

    def build(name: str = "google", **limits: float) -> Online:
        monkeypatch.setenv("TRANSLATE_FLOW_DEEPL_KEY", "clave-de-prueba:fx")
        monkeypatch.setenv("TRANSLATE_FLOW_MICROSOFT_KEY", "clave-de-prueba")
        kind, path = MAKERS[name]
        settings = {"deadline": PATIENCE, **limits}
        return kind(server.url + path, Limits(**settings), clock.timing)  # type: ignore[arg-type]

    return build


def ask(factory: Online, *texts: str) -> list[str]:
    with factory.start("es", "en") as engine:
        return list(engine.translate([Passage(text) for text in texts]))


PATIENCE = 60.0
"""Seconds that a busy machine may need for what takes none on a quiet one."""


def comes(holds: Callable[[], object], within: float = PATIENCE) -> bool:
    """Whether it comes to hold while one waits."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.01)
    return False


def no_workers_left() -> bool:
    return comes(
        lambda: not any(t.name.endswith(" request") or " worker" in t.name for t in threading.enumerate())
    )


@pytest.mark.parametrize("name", MAKERS)
def test_each_service_translates_in_order(name: str, make: Callable[..., Online], server: Services) -> None:
    texts = [f"{SENTENCE} Número {n}." for n in range(7)]
    assert ask(make(name), *texts) == [english(text) for text in texts]
    assert sorted(server.texts) == sorted(texts)


@pytest.mark.parametrize("name", MAKERS)
def test_a_fault_of_the_service_is_tried_again(
    name: str, make: Callable[..., Online], server: Services, clock: Clock
) -> None:
    server.fail(Fault(status=500), Fault(cut=True), Fault(status=503))
    assert ask(make(name), SENTENCE) == [english(SENTENCE)]
    waits = [pause for pause in clock.pauses if pause > 0.51]
    assert len(server.seen) == 4
    assert waits == pytest.approx([0.6, 1.2, 2.4]), "exponential, with the jitter of the dice"


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize(
    ("fault", "error", "requests"),
    [
        (Fault(status=429), RateLimited, 4),
        (Fault(status=500), Unavailable, 4),
        (Fault(status=403), Unavailable, 1),
        (Fault(status=400), EngineError, 1),
        (Fault(status=307, headers={"Location": "/elsewhere"}), Unavailable, 1),
        (Fault(cut=True), Unavailable, 4),
        (Fault(body=b""), EngineError, 4),
        (Fault(body=b"<html>Welcome to our airport network"), EngineError, 4),
        (Fault(body=b"{}"), EngineError, 4),
        (Fault(body=b"[]"), EngineError, 4),
        (Fault(body=b"null"), EngineError, 4),
    ],
)
def test_what_is_no_translation_is_an_error(
    name: str,
    fault: Fault,
    error: type[EngineError],
    requests: int,
    make: Callable[..., Online],
    server: Services,
) -> None:
    server.fail(*[fault] * 4)
    with pytest.raises(EngineError) as caught:
        ask(make(name), SENTENCE)
    assert isinstance(caught.value, error)
    assert str(caught.value).startswith(f"{name}: ")
    assert "\n" not in str(caught.value)
    assert len(server.seen) == requests


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("blank", ["", "   \n", "…", "...", "¿?", "12.01.2023 – 49", " * * * "])
def test_text_without_letters_stays_here(
    name: str, blank: str, make: Callable[..., Online], server: Services
) -> None:
    assert ask(make(name), blank) == [blank]
    assert server.seen == []


def test_text_of_held_spans_alone_stays_here(make: Callable[..., Online], server: Services) -> None:
    held = (Held("Xqa", "CNDDHH", "CNDDHH"), Held("Xqb", "Red Muqui", "Red Muqui"))
    with make().start("es", "en") as engine:
        assert list(engine.translate([Passage("• Xqa, Xqb (2023)", held)])) == ["• Xqa, Xqb (2023)"]
    assert server.seen == []


@pytest.mark.parametrize("name", MAKERS)
def test_outer_white_space_comes_back(name: str, make: Callable[..., Online], server: Services) -> None:
    text = f"\t\u00a0 {SENTENCE} \n\n"
    server.translate = lambda got: english(got).strip() + " \n"
    assert ask(make(name), text) == [text.replace(SENTENCE, english(SENTENCE))]


def test_line_breaks_come_back_even_if_the_service_joins_lines(
    make: Callable[..., Online], server: Services
) -> None:
    text = "Lima, Perú  \n  Casa de la Memoria\n\nSegundo piso"
    server.translate = lambda got: english(got).replace("\n", " ")
    assert ask(make(), text) == [english(text)]
    server.translate = lambda got: "\n".join(line.strip() for line in english(got).split("\n"))
    assert ask(make(), text) == [english(text)]


@pytest.mark.parametrize(("name", "size"), [("google", 4_999), ("mymemory", 499), ("libretranslate", 2_000)])
def test_no_request_is_longer_than_the_service_takes(
    name: str, size: int, make: Callable[..., Online], server: Services
) -> None:
    measure = (lambda text: len(text.encode())) if name == "mymemory" else len
    text = " ".join(f"{SENTENCE[:-1]} en la región número {n}." for n in range(150)) + "\n  " + SENTENCE
    assert ask(make(name), text) == [english(text)]
    assert max(measure(asked) for asked in server.texts) <= size
    assert all(asked.endswith(".") for asked in server.texts), "cut between sentences"
    assert len(server.texts) < 1.3 * measure(text) / size + 1, "in few requests"


def test_order_is_kept_and_no_answers_are_swapped_under_16_threads(
    make: Callable[..., Online], server: Services
) -> None:
    dice = random.Random(7)
    texts = [f"Frase {n} de la declaración." for n in range(400)]
    waits = {text: dice.random() * 0.02 for text in texts[16:]}
    together, overtaken = threading.Barrier(16, timeout=PATIENCE), threading.Event()

    def latency(text: str) -> float:
        """The first sixteen come together; the very first is answered only after another that came later."""
        if text in waits:
            overtaken.set()
            return waits[text]
        together.wait()
        assert text != texts[0] or overtaken.wait(PATIENCE)
        return 0.0

    server.latency = latency
    assert ask(make(workers=16), *texts) == [english(text) for text in texts]
    assert server.busiest == 16 and sorted(server.texts) == sorted(texts)


def test_results_come_as_soon_as_they_are_there(make: Callable[..., Online], server: Services) -> None:
    seen, in_time = threading.Event(), []

    def latency(text: str) -> float:
        if text == "Lenta.":
            in_time.append(seen.wait(PATIENCE))
        return 0.0

    server.latency = latency
    with make(workers=2, deadline=2 * PATIENCE).start("es", "en") as engine:
        results = engine.translate([Passage("Rápida."), Passage("Lenta.")])
        assert next(results) == "RÁPIDA."
        seen.set()
        assert next(results) == "LENTA."
    assert in_time == [True], "the quick one came only with the slow one"


@pytest.mark.parametrize("fault", [Fault(delay=PATIENCE), Fault(drip=1.0)], ids=["silent", "dripping"])
def test_the_deadline_holds_for_the_whole_request(
    fault: Fault, make: Callable[..., Online], server: Services
) -> None:
    """Without one the answers would come, after a minute and more."""
    server.fail(*[fault] * 2)
    with pytest.raises(Unavailable, match=r"no answer within 0\.3 s|no answer in time"):
        ask(make(deadline=0.3, attempts=2), SENTENCE)
    assert no_workers_left()


def test_a_late_answer_is_never_taken_for_the_next_text(
    make: Callable[..., Online], server: Services
) -> None:
    server.fail(Fault(delay=3.0))
    texts = [f"Párrafo {n}." for n in range(4)]
    assert ask(make(deadline=1.5, workers=1), *texts) == [english(text) for text in texts]


@pytest.mark.parametrize(("value", "seconds"), [("7", 7.0), ("Tue, 14 Nov 2023 22:13:31 GMT", 11.0)])
def test_retry_after_is_honoured(
    value: str, seconds: float, make: Callable[..., Online], server: Services, clock: Clock
) -> None:
    server.fail(Fault(status=429, headers={"Retry-After": value}))
    assert ask(make(), SENTENCE) == [english(SENTENCE)]
    assert seconds in [pytest.approx(pause) for pause in clock.pauses]


def test_a_service_that_wants_an_hour_is_not_waited_for(
    make: Callable[..., Online], server: Services, clock: Clock
) -> None:
    server.fail(Fault(status=429, headers={"Retry-After": "3600"}))
    with pytest.raises(RateLimited, match="wait 3600 s"):
        ask(make(), SENTENCE)
    assert sum(clock.pauses) < 5


def test_the_rate_limit_spaces_requests(make: Callable[..., Online], clock: Clock) -> None:
    begin = clock.time
    ask(make(workers=4), *[f"Párrafo {n}." for n in range(9)])
    assert clock.time - begin >= 8 * 0.25


def test_the_first_failure_ends_the_rest_but_not_what_was_yielded(
    make: Callable[..., Online], server: Services
) -> None:
    server.translate = lambda text: "" if text == "Mala." else english(text)
    texts = [f"Buena {n}." for n in range(4)] + ["Mala."] + [f"Otra {n}." for n in range(40)]
    got = []
    with make(workers=2).start("es", "en") as engine, pytest.raises(EngineError, match="empty"):
        for result in engine.translate([Passage(text) for text in texts]):
            got.append(result)
    assert got == [english(text) for text in texts[:4]]
    assert len(server.seen) < 20


def test_what_was_finished_behind_a_failure_is_not_sent_twice(
    make: Callable[..., Online], server: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.translate = lambda text: "" if text == "Mala." else english(text)
    rest = [Passage(f"Buena {n}.") for n in range(3)]
    finished: list[str] = []
    one = OnlineEngine._one

    def noted(self: OnlineEngine, job: Job, passage: Passage) -> str:
        """The bad one is given up when the others have long been answered."""
        try:
            return one(self, job, passage)
        finally:
            finished.append(passage.text)
            if passage.text == "Mala.":
                assert comes(lambda: len(finished) == 4)

    monkeypatch.setattr(OnlineEngine, "_one", noted)
    with make(workers=4).start("es", "en") as engine:
        with pytest.raises(EngineError):
            list(engine.translate([Passage("Mala."), *rest]))
        assert list(engine.translate(rest)) == [english(passage.text) for passage in rest]
    assert sum(text.startswith("Buena") for text in server.texts) == 3


@pytest.mark.parametrize("how", ["generator", "engine", "interrupt"])
def test_stopping_early_ends_the_workers_at_once(
    how: str, make: Callable[..., Online], server: Services
) -> None:
    server.latency = lambda text: 0.0 if text == "Uno." else 2 * PATIENCE
    engine = make(deadline=4 * PATIENCE, workers=4).start("es", "en")
    results = engine.translate([Passage(text) for text in ("Uno.", "Dos.", "Tres.", "Cuatro.", "Cinco.")])
    assert next(results) == "UNO."
    assert comes(lambda: server.busy == 4)
    if how == "generator":
        results.close()  # type: ignore[attr-defined]
    elif how == "engine":
        threading.Timer(0.1, engine.close).start()
        with pytest.raises(Unavailable, match="stopped"):
            next(results)
    else:
        with pytest.raises(KeyboardInterrupt):
            results.throw(KeyboardInterrupt())  # type: ignore[attr-defined]
    assert server.busy == 4, "waited for the answers"
    assert no_workers_left()
    assert server.busy == 4
    assert len(server.seen) <= 5
    engine.close()
    engine.close()
    with pytest.raises(Unavailable, match="closed"):
        list(engine.translate([Passage("Seis.")]))


@pytest.mark.parametrize("where", ["in the engine", "in the caller"])
def test_ctrl_c_ends_the_process_at_once_even_if_nothing_is_closed(where: str, server: Services) -> None:
    server.latency = lambda text: 0.0 if text == "Uno." else 2 * PATIENCE
    program = f"""
import time
from translate_flow.engines.online.google import Google
from translate_flow.engines.online.job import Job
from translate_flow.passage import Passage
engine = Google({server.url + "/google/m"!r}).start("es", "en")
results = engine.translate([Passage(t) for t in ("Uno.", "Dos.", "Tres.", "Cuatro.")])
print(next(results), flush=True)
while {where == "in the caller"}:
    time.sleep(0.05)
next(results)
"""
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"UNO.\n"
        assert comes(lambda: server.busy)
        child.send_signal(signal.SIGINT)
        errors = child.communicate(timeout=PATIENCE)[1].decode()
    assert server.busy, "waited for the answers"
    assert errors.rstrip().endswith("KeyboardInterrupt")


def test_a_server_that_is_not_there_is_told_in_one_line(clock: Clock) -> None:
    factory = Google("http://127.0.0.1:9/m", Limits(deadline=PATIENCE), clock.timing)
    with pytest.raises(Unavailable, match=r"^google: no connection.*choose another engine$"):
        ask(factory, *[f"Párrafo {n}." for n in range(50)])


def test_one_language_twice_is_refused(make: Callable[..., Online]) -> None:
    assert "same language" in str(make().missing("es-PE", "es"))
    with pytest.raises(Unavailable, match="same language"):
        make().start("es", "es")


def test_facts_of_the_engine_are_told(make: Callable[..., Online]) -> None:
    with make().start("es", "en") as engine:
        assert (engine.name, engine.private, engine.style) == ("google", False, "word")
        assert engine.version == ""
