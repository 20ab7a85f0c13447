"""What a query matches."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_flow.errors import UsageError
from translate_flow.flow.queries.query import QueriedUnit, matches, parse, plain
from translate_flow.messages import say_in, speaking
from translate_flow.model import Event, Kind, Segment, State, Unit


@pytest.mark.parametrize(
    ("state", "back", "found"),
    [
        (State.DRAFT, True, True),
        (State.STALE, True, True),
        (State.DRAFT, False, False),
        (State.TRANSLATED, True, False),
        (State.APPROVED, False, False),
    ],
)
def test_returned_is_what_was_sent_back_and_not_done_again(state: State, back: bool, found: bool) -> None:
    events = (Event(id="1", by="Ana", do="draft", key="a", text="x"),)
    if back:
        events += (Event(id="2", by="Luz", do="return", key="a", note="¿41?"),)
    unit = Unit(Segment("a", Kind.PARAGRAPH, "Murieron 41."), "x", state, events)
    assert matches(parse("state:returned"), QueriedUnit(unit)) is found


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("estado:borrador", "state:draft"),
        ("estado:falta,Desactualizado", "state:missing,stale"),
        ("-estado:se-mantiene tipo:título", "-state:kept kind:title"),
        ("riesgo:alto tiene:comentario", "risk:high has:comment"),
        ("término:muqui por:ana clave:3f9a", "term:muqui by:ana key:3f9a"),
        ("termino:muqui", "term:muqui"),
        ("state:devuelto estado:open", "state:returned state:open"),
        ("hallazgo:number-changed", "check:number-changed"),
    ],
)
def test_a_query_is_understood_in_spanish_whoever_reads(written: str, meant: str) -> None:
    assert parse(written) == parse(meant)


def test_what_a_check_finds_has_its_name_in_the_readers_language() -> None:
    with speaking("es"):
        assert parse("hallazgo:cualquiera,aviso") == parse("check:any,warning")


def test_what_is_not_known_is_said_with_what_is() -> None:
    with speaking("es"), pytest.raises(UsageError) as field:
        parse("estdo:borrador")
    said = say_in("es", field.value.message)
    assert said.startswith("estdo: campo desconocido") and "use uno de estado, hallazgo, riesgo" in said
    with pytest.raises(UsageError, match="state:nowhere: unknown value; use one of missing, draft, stale"):
        parse("state:nowhere")
    with speaking("es"), pytest.raises(UsageError) as value:
        parse("estado:lejos")
    said = say_in("es", value.value.message)
    assert said.startswith("estado:lejos: valor desconocido; use uno de falta, borrador")
    with pytest.raises(UsageError, match="kind:chapter: unknown value; use one of title, heading"):
        parse("kind:chapter")


def test_a_word_with_a_colon_after_a_number_is_text() -> None:
    assert parse("10:30") == parse('text:"10:30"')


@pytest.mark.parametrize(
    "query",
    [
        "state:open agua -by:ana check:error,warning",
        "has:comment kind:title",
        'text:"a b" check:number-changed',
    ],
)
def test_a_query_is_written_in_each_language_and_means_the_same(query: str) -> None:
    from translate_flow.flow.queries.query import spoken

    spanish = spoken(query, "es")
    assert spanish != query and parse(spanish) == parse(query)
    assert spoken(spanish, "en") == query


@given(st.text(max_size=40))
def test_accents_and_capitals_count_for_nothing(text: str) -> None:
    parted = unicodedata.normalize("NFD", text.casefold())
    assert plain(text) == "".join(c for c in parted if not unicodedata.combining(c))
