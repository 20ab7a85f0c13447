"""Laws of cutting a text into pieces for requests, and of waiting."""

from __future__ import annotations

import threading
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_flow.engines.online.marks import tagged, untagged
from translate_flow.engines.online.pace import Limits, Pace, Timing, backoff, retry_after
from translate_flow.language.chunks import cut, outer_space

TEXTS = st.text(st.sampled_from("aáñ Ñ. ,;:¿?!«»\n\t\u00a0。語e\u0301"), max_size=200)


@given(TEXTS)
def test_outer_white_space_and_text_joined_are_the_text(text: str) -> None:
    before, core, after = outer_space(text)
    assert before + core + after == text
    assert core == core.strip()
    assert not (before + after).strip()


@given(TEXTS, st.integers(4, 60))
def test_pieces_fit_and_joined_are_the_text(text: str, size: int) -> None:
    pieces = cut(text, lambda piece: len(piece.encode()) <= size, "es")
    assert "".join(piece.text + piece.gap for piece in pieces) == text
    assert all(len(piece.text.encode()) <= size for piece in pieces)
    assert all(not piece.gap.strip() for piece in pieces)


@given(TEXTS, st.integers(20, 60))
def test_two_neighbours_never_fit_into_one_request(text: str, size: int) -> None:
    """Fewer requests, more context: what could go together goes together."""
    pieces = cut(text, lambda piece: len(piece) <= size, "es")
    for one, two in pairwise(pieces):
        assert len(one.text + one.gap + two.text) > size


@pytest.mark.parametrize(
    ("text", "size", "pieces"),
    [
        ("Uno dos. Tres cuatro. Cinco.", 22, ["Uno dos. Tres cuatro.", "Cinco."]),
        ("El Sr. Pérez vino. ¿Y la Dra. Luz? Sí.", 22, ["El Sr. Pérez vino.", "¿Y la Dra. Luz? Sí."]),
        ("Lo dijo J. M. Arce. Fue en EE. UU. Ayer.", 24, ["Lo dijo J. M. Arce.", "Fue en EE. UU. Ayer."]),
        ("«¡Basta!» Gritaron todos. Luego, nada.", 28, ["«¡Basta!» Gritaron todos.", "Luego, nada."]),
        ("Primera línea\nsegunda línea", 20, ["Primera línea", "segunda línea"]),
        ("una enumeración, otra cosa; y más", 24, ["una enumeración,", "otra cosa; y más"]),
        ("sinningúnespacioenestapalabra", 10, ["sinninguné", "espacioene"]),
        ("第一句。第二句。第三句。", 8, ["第一句。第二句。", "第三句。"]),
    ],
)
def test_the_best_place_to_cut_is_found(text: str, size: int, pieces: list[str]) -> None:
    found = [piece.text for piece in cut(text, lambda piece: len(piece) <= size, "es")]
    if "ningún" in text:
        assert [len(piece) for piece in found] == [10, 10, 9]
    else:
        assert found == pieces


def test_a_letter_stays_with_its_accent() -> None:
    assert [piece.text for piece in cut("xe\u0301y", lambda piece: len(piece) <= 2, "es")] == [
        "x",
        "e\u0301",
        "y",
    ]


@given(st.text("ab <>&\"'xX", max_size=40), st.permutations(["Xqa", "Xqab", "Zb"]))
def test_tags_around_marks_come_off_again(text: str, marks: list[str]) -> None:
    marked = f"{text}Xqab {text} Xqa,Zb"
    assert untagged(tagged(marked, tuple(marks), "<x>", "</x>"), "x") == marked


@given(st.integers(0, 20), st.floats(0, 0.999))
def test_waits_grow_and_stay_within_bounds(attempt: int, dice: float) -> None:
    limits = Limits()
    wait = backoff(attempt, limits, Timing(random=lambda: dice))
    most = min(limits.longest_wait, limits.first_wait * 2**attempt)
    assert most / 2 <= wait <= most


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("12", 12.0), (" 0 ", 0.0), ("Thu, 01 Jan 1970 00:02:00 GMT", 20.0),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0),
        (None, None), ("", None), ("soon", None), ("-5", None), ("1.5", None), ("٣", None),
    ],
)  # fmt: skip
def test_retry_after_in_seconds_or_as_a_date(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, 100.0) == seconds


def test_a_hold_stops_every_request_of_the_engine() -> None:
    pauses: list[float] = []
    pace = Pace(0.5, Timing(monotonic=lambda: 10.0, pause=lambda _stop, seconds: pauses.append(seconds)))
    stop = threading.Event()
    pace.wait(stop)
    pace.wait(stop)
    pace.hold(9.0)
    pace.wait(stop)
    assert pauses == [0.5, 9.0]
