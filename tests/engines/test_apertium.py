"""Apertium's protocol: what goes in comes out, each pitfall once."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.growth import grow_too_fast
from translate_flow.engines.apertium import APERTIUM, ApertiumEngine, ApertiumFactory
from translate_flow.engines.apertium.modes import find_mode, read_mode
from translate_flow.engines.apertium.stream import decode, encode
from translate_flow.errors import EngineError, Unavailable
from translate_flow.passage import Held, Passage

pytestmark = pytest.mark.apertium


@pytest.fixture(scope="module")
def engine(apertium: ApertiumFactory) -> Iterator[ApertiumEngine]:
    with apertium.start("es", "en") as running:
        yield running


def one(engine: ApertiumEngine, text: str, *held: Held) -> str:
    (answer,) = engine.translate([Passage(text, held)])
    return answer


def test_the_final_full_stop_is_kept(engine: ApertiumEngine) -> None:
    assert one(engine, "El pueblo exige justicia.") == "The people demands justice."


@pytest.mark.parametrize(
    "signs", ["[a1]", "{7}", "^$", "1/2", "7@8", "~", "~~7~", "<7>", "\\", "$ 5", "*", "#", "+ 7"]
)
def test_signs_with_a_meaning_in_the_format_come_through(engine: ApertiumEngine, signs: str) -> None:
    assert one(engine, f"La mesa {signs} es grande.") == f"The table {signs} is large."


def test_unknown_words_come_without_engine_marks(engine: ApertiumEngine) -> None:
    assert one(engine, "Los zurumbíticos llegaron.") == "The zurumbíticos arrived."


def test_a_nul_becomes_a_blank(engine: ApertiumEngine) -> None:
    assert one(engine, "La mesa\0grande.") == one(engine, "La mesa grande.")


def test_a_line_break_stays_where_it_is(engine: ApertiumEngine) -> None:
    assert one(engine, "La mesa.\nLa casa\nes grande.") == "The table.\nThe house\nis large."


def test_outer_white_space_is_kept(engine: ApertiumEngine) -> None:
    assert one(engine, " \n\tLa mesa. \n") == " \n\tThe table. \n"


@pytest.mark.parametrize("text", ["", " ", "\n", "12.345", "…", "— 7 —"])
def test_text_without_letters_is_its_own_translation(engine: ApertiumEngine, text: str) -> None:
    assert one(engine, text) == text


def test_a_passage_of_marks_alone_is_not_sent(engine: ApertiumEngine) -> None:
    assert one(engine, "Xqzaa, Xqzab", Held("Xqzaa", "A", "A"), Held("Xqzab", "B", "B")) == "Xqzaa, Xqzab"


def test_the_time_for_an_endless_word_grows_with_its_length(engine: ApertiumEngine) -> None:
    def measure(size: int) -> dict[str, float]:
        begun = spent(engine)
        answer = one(engine, "La mesa " + "ab" * size + " llegó.")
        assert answer.startswith("The table") and "ab" * size in answer
        return {"": spent(engine) - begun}

    assert not grow_too_fast(measure, 12_500)


def spent(engine: ApertiumEngine) -> float:
    """Seconds of processor time that Apertium's programs and this one took until now."""
    ticks = 0
    for pid in engine.processes:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return time.process_time() + ticks / os.sysconf("SC_CLK_TCK")


def test_a_long_paragraph_goes_as_it_is(engine: ApertiumEngine) -> None:
    answer = one(engine, " ".join(["La mesa es grande."] * 800))
    assert answer == " ".join(["The table is large."] * 800)


def test_injected_names_agree_and_stay_whole(engine: ApertiumEngine) -> None:
    held = (
        Held("xqzaa", "ternas", "ternas", "noun", "f", "pl"),
        Held("Xqzab", "Red Muqui", "Red Muqui", "name", "f"),
    )
    assert one(engine, "Las xqzaa armadas llegaron. La Xqzab denuncia los hechos.", *held) == (
        "The armed xqzaa arrived. The Xqzab reports the events."
    )


def test_markup_stays_around_its_words_when_they_change_places(engine: ApertiumEngine) -> None:
    held = (Held("Xqzaa", "**", "**", "open"), Held("Xqzab", "**", "**", "close"))
    answer = one(engine, "La policía Xqzaa nacional Xqzab detuvo la casa.", *held)
    assert answer == "The Xqzaa national Xqzab police stopped the house."


def test_a_footnote_reference_stays_with_its_word(engine: ApertiumEngine) -> None:
    held = (Held("Xqzaa", "[^1]", "[^1]", "point"),)
    assert one(engine, "Son mujeres Xqzaa indígenas.", *held) == "They are indigenous women Xqzaa."


def test_order_and_outcome_do_not_depend_on_company(engine: ApertiumEngine) -> None:
    texts = [f"Las {n} mesas de la casa {'son grandes' if n % 2 else 'llegaron ayer'}." for n in range(120)]
    together = list(engine.translate([Passage(text) for text in texts]))
    assert together == [one(engine, text) for text in texts]
    assert [answer.split()[1] for answer in together[2:]] == [str(n) for n in range(2, 120)]


def test_answers_come_while_later_passages_wait(engine: ApertiumEngine) -> None:
    """A caller that takes one answer and leaves gets right answers the next time."""
    answers = engine.translate([Passage(f"La mesa {n}.") for n in range(300)])
    assert next(answers) == "The table 0."
    answers.close()  # type: ignore[attr-defined]
    assert one(engine, "La casa.") == "The house."


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_text_gets_an_answer_and_restarts_nothing(engine: ApertiumEngine, text: str) -> None:
    before = engine.restarts
    assert one(engine, f"La mesa {text} grande.")
    assert engine.restarts == before


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60))
def test_the_stream_format_gives_the_text_back(text: str) -> None:
    passage = Passage(text)
    assert decode(encode(passage), passage) == text


def test_pairs_are_those_installed(apertium: ApertiumFactory) -> None:
    assert {("es", "en"), ("en", "es")} <= set(apertium.facts().pairs or ())
    assert "es-quz" in str(apertium.missing("es", "quz"))
    with pytest.raises(Unavailable, match="installed: "):
        apertium.start("es", "quz")


def test_the_way_back_to_spanish_runs_too(apertium: ApertiumFactory) -> None:
    with apertium.start("en-GB", "es-PE") as engine:
        answer = one(
            engine, "The Xqzaa demands justice.", Held("Xqzaa", "Red Muqui", "Red Muqui", "name", "f")
        )
    assert answer == "La Xqzaa reclama justicia."


def test_without_apertium_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    remedy = "Apertium is not installed: apt-get install apertium apertium-eng-spa"
    assert str(APERTIUM.missing("es", "en")) == remedy
    with pytest.raises(Unavailable, match=remedy):
        APERTIUM.start("es", "en")


def test_a_mode_file_becomes_programs_without_a_shell(apertium: ApertiumFactory) -> None:
    file = find_mode("es", "en")
    assert file is not None and apertium.private
    mode = read_mode(file)
    assert not any("$" in word for argv in mode.programs for word in argv)
    assert [argv[0] for argv in mode.programs][mode.looked_up - 1] == "lt-proc"
    assert sum("-n" in argv for argv in mode.programs) == 1


def test_nothing_stays_behind(apertium: ApertiumFactory) -> None:
    """Neither after close nor when the interpreter ends without it."""
    engine = apertium.start("es", "en")
    pids = engine.processes
    assert len(pids) > 8 and all(running(pid) for pid in pids)
    engine.close()
    engine.close()
    assert not any(running(pid) for pid in pids)
    with pytest.raises(Unavailable, match="closed"):
        one(engine, "La mesa.")
    program = (
        "from translate_flow.engines.apertium import APERTIUM\n"
        "engine = APERTIUM.start('es', 'en')\nprint(*engine.processes)"
    )
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert not any(running(int(pid)) for pid in out.split())


def test_no_socket_is_opened(apertium: ApertiumFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a private engine opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    with apertium.start("es", "en") as engine:
        assert one(engine, "La mesa.") == "The table."
        for pid in engine.processes:
            links = [str(file.readlink()) for file in Path(f"/proc/{pid}/fd").iterdir() if file.is_symlink()]
            assert not any(link.startswith("socket:") for link in links)


def test_errors_do_not_carry_the_text(apertium: ApertiumFactory) -> None:
    with apertium.start("es", "en", timeout=0.0) as engine:
        engine._timeout = -1000.0
        with pytest.raises(EngineError) as caught:
            one(engine, "Un testimonio reservado.")
    assert "reservado" not in str(caught.value)


def running(pid: int) -> bool:
    """Whether a process exists and is no zombie."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
