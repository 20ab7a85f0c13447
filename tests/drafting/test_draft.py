"""Drafts of segments: order, explanations, English signs, and what happens when an engine loses a term."""

from __future__ import annotations

import os
import re
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator

import pytest

from translate_flow.drafting import Draft, FirstMentions, draft
from translate_flow.drafting.english import capitals, signs
from translate_flow.drafting.messages import NOT_HELD, PLACE_GUESSED, TERM_NOT_HELD
from translate_flow.drafting.numerals import english_number, ordinal, spanish_numbers
from translate_flow.drafting.repair import repair
from translate_flow.engines import load
from translate_flow.engines.apertium import ApertiumFactory
from translate_flow.errors import EngineError, RateLimited
from translate_flow.glossary import Glossary
from translate_flow.messages import Message
from translate_flow.passage import Held, Passage

from ..growth import grows_too_fast
from .terms import GLOSSARY, segments


class Scripted:
    """An engine that answers what a function says."""

    name, version, style = "scripted", "2", "word"

    def __init__(self, answer: Callable[[str], str]) -> None:
        self.answer = answer
        self.asked: list[str] = []

    def translate(self, passages: Iterable[Passage]) -> Iterator[str]:
        for passage in passages:
            self.asked.append(passage.text)
            yield self.answer(passage.text)


def drafted(engine: object, *texts: str, glossary: Glossary = GLOSSARY, language: str = "en") -> list[Draft]:
    return list(draft(segments(*texts), glossary, engine, language=language))  # type: ignore[arg-type]


def same(text: str) -> str:
    return text


def test_drafts_come_in_order_with_engine_and_glossary() -> None:
    found = drafted(load("fake").start("es", "en"), *(f"El {n} de Puno." for n in range(450)))
    assert [one.key for one in found] == [f"s{n}" for n in range(450)]
    assert found[7] == Draft("s7", "‹El› 7 ‹de› Puno.", "fake 1", GLOSSARY.hash)


def test_a_draft_is_there_before_the_next_passage_is_answered() -> None:
    engine = Scripted(same)
    found = draft(segments("Uno.", "Dos.", "Tres."), GLOSSARY, engine)
    next(found)
    assert engine.asked == ["Uno."]


def test_the_explanation_stands_at_the_first_mention_only_also_when_drafted_again() -> None:
    texts = segments("Nada.", "Una terna vino.", "Las ternas y las ternas.")
    mentions = FirstMentions(texts, GLOSSARY)
    assert mentions["ternas"] == "s1" and dict(mentions) == {"ternas": "s1"}
    whole = [one.text for one in draft(texts, GLOSSARY, Scripted(same), mentions=mentions)]
    assert whole[1] == "Una terna (plain-clothes police intelligence groups) vino."
    assert whole[2] == "Las ternas y las ternas."
    (again,) = draft(texts[2:], GLOSSARY, Scripted(same), mentions=mentions)
    assert again.text == whole[2]


def lose(word: str, instead: str) -> Callable[[str], str]:
    """An engine that drops every mark, and renders one word its own way."""

    def answer(text: str) -> str:
        kept = " ".join(w for w in text.split(" ") if not w.lower().startswith("xqz"))
        return kept.replace(word, instead)

    return answer


def test_a_lost_term_is_found_by_the_engines_own_rendering() -> None:
    """Unmasked and repaired: what the engine makes of the term alone is replaced by its target."""
    engine = Scripted(lose("Red Muqui", "Net Muqui"))
    (one,) = drafted(engine, "La Red Muqui denuncia.")
    assert (one.text, one.problems) == ("La Red Muqui denuncia.", ())
    assert engine.asked == ["La Xqzaa denuncia.", "La Red Muqui denuncia.", "Red Muqui"]


def test_a_term_that_cannot_be_put_back_is_said_so() -> None:
    def answer(text: str) -> str:
        return "Something else." if "denuncia" in text else text

    (one,) = drafted(Scripted(answer), "La Red Muqui denuncia a las ternas.")
    assert one.problems == (TERM_NOT_HELD(span="Red Muqui"), TERM_NOT_HELD(span="ternas"))
    assert "xqz" not in one.text.lower()


def test_a_lost_code_is_said_so() -> None:
    (one,) = drafted(Scripted(lose("", "")), "Vea https://www.muqui.org/x hoy.")
    assert one.problems == (NOT_HELD(span="https://www.muqui.org/x"),)


def test_no_piece_of_a_mark_is_ever_left() -> None:
    """A mark that grew into another word is lost, and does not stay in the text."""
    (one,) = drafted(Scripted(lambda text: text.replace("Xqzaa", "Xqzaaville")), "Vea www.muqui.org hoy.")
    assert (one.text, one.problems) == ("Vea hoy.", (NOT_HELD(span="www.muqui.org"),))


def test_drafts_behind_a_repaired_one_keep_their_order() -> None:
    engine = Scripted(lambda text: text.replace("Xqzaa", "") if text.startswith("Mal") else text)
    found = drafted(engine, "Bien.", "Mal Puno.", "Bien Puno.")
    assert [(one.key, one.problems) for one in found] == [("s0", ()), ("s1", ()), ("s2", ())]
    assert [one.text for one in found] == ["Bien.", "Mal Puno.", "Bien Puno."]


class Greedy(Scripted):
    """An engine that takes a few passages before it answers the first."""

    def translate(self, passages: Iterable[Passage]) -> Iterator[str]:
        source, taken = iter(passages), deque[Passage]()
        while True:
            while len(taken) < 4 and (passage := next(source, None)) is not None:
                taken.append(passage)
            if not taken:
                return
            yield from super().translate([taken.popleft()])


def test_a_lost_term_is_asked_for_again_between_the_others_and_the_order_stays() -> None:
    engine = Greedy(lambda text: text.replace("Xqzaa", "") if text.startswith("Mal") else text)
    texts = [f"{'Mal' if n % 3 == 0 else 'Bien'} {n} Puno." for n in range(20)]
    found = drafted(engine, *texts)
    assert [one.text for one in found] == texts and not any(one.problems for one in found)
    again = engine.asked.index("Mal 0 Puno.")
    assert again < engine.asked.index("Bien 8 Xqzaa."), "it waited for the end"
    assert engine.asked[-2:] == ["Mal 18 Puno.", "Puno"]


def test_a_second_try_that_fails_leaves_the_first_answer_and_the_others() -> None:
    def answer(text: str) -> str:
        if text == "Puno":
            raise EngineError("scripted: no")
        return text.replace("Xqzaa", "") if text.startswith("Mal") else text

    found = drafted(Greedy(answer), "Bien Puno.", "Mal Puno.", "Uno.", "Dos.", "Mal Puno.", "Tres.")
    assert [one.text for one in found] == ["Bien Puno.", "Mal.", "Uno.", "Dos.", "Mal.", "Tres."]
    assert [one.problems for one in found if one.problems] == [(TERM_NOT_HELD(span="Puno"),)] * 2


def test_after_three_failures_in_a_row_the_engine_is_left_alone() -> None:
    def answer(text: str) -> str:
        if text.startswith("Mal"):
            raise EngineError("scripted: no")
        return text

    texts = ["Mal 1.", "Mal 2.", "Uno.", "Mal 3.", "Mal 4.", "Dos.", "Mal 5.", "Mal 6.", "Mal 7.", "Tres."]
    engine, found = Greedy(answer), []
    with pytest.raises(EngineError, match="s6: scripted: no"):
        found.extend(one.text for one in draft(segments(*texts), GLOSSARY, engine))
    assert found == ["Uno.", "Dos."]


@pytest.mark.parametrize(
    "text", ["Puno y la Red Muqui dicen N.º 30364 y basta. ", "El *Congreso* de [Puno](x.pe). "]
)
def test_the_time_for_a_paragraph_grows_no_faster_than_the_paragraph(text: str) -> None:
    assert not grows_too_fast(lambda made: drafted(Scripted(same), made), lambda times: text * times, 500)


def test_repair_takes_no_other_word_for_the_term() -> None:
    held = Held("Xqzaa", "Puno", "Puno")
    assert repair("Fist and fist.", [held], ["Fist"]) == ("Fist and fist.", [held])
    assert repair("See the fist.", [held], ["The fist."]) == ("See Puno.", [])


def test_a_passage_that_fails_leaves_the_others_drafted() -> None:
    """Its error comes at the end and names the segment; a refusal by the service comes at once."""

    def answer(text: str) -> str:
        if text.startswith("Mal"):
            raise EngineError("scripted: no")
        if text.startswith("Alto"):
            raise RateLimited("scripted: slow down")
        return text

    found: list[str] = []
    with pytest.raises(EngineError, match="s1: scripted: no"):
        found.extend(one.key for one in draft(segments("Uno.", "Mal.", "Dos."), GLOSSARY, Scripted(answer)))
    assert found == ["s0", "s2"]
    with pytest.raises(RateLimited):
        drafted(Scripted(answer), "Alto.", "Uno.")


def test_a_lost_line_break_is_put_back_and_said_to_be_a_guess() -> None:
    (one,) = drafted(Scripted(lambda text: text.replace("\n", " ")), "Uno.\nDos.")
    assert (one.text, one.problems) == ("Uno.\nDos.", (PLACE_GUESSED(span="↵"),))


def test_a_lost_mark_is_put_back_and_said_to_be_a_guess() -> None:
    (one,) = drafted(Scripted(lambda text: re.sub(" Xq\\w+", "", text)), "Hubo agua[^1] para todos, ayer.")
    assert (one.text, one.problems) == ("Hubo agua[^1] para todos, ayer.", (PLACE_GUESSED(span="[^1]"),))


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ("The Xqzaa says.", "Red Muqui says."),
        ("Of the xqzaa , and .", "Of Red Muqui, and."),
        ("the Xqzaa says.", "Red Muqui says."),
        ("A Xqzaa says.", "A Red Muqui says."),
        ("The own Xqzaa says.", "The own Red Muqui says."),
        ("The “Xqzaa” says.", "“Red Muqui” says."),
    ],
)
def test_no_article_before_a_name_that_stands_alone(answer: str, text: str) -> None:
    (one,) = drafted(Scripted(lambda _: answer), "La Red Muqui dice.")
    assert one.text == text


@pytest.mark.parametrize(
    ("source", "answer", "text"),
    [
        ("Ante Consejo de Ministros.", "Before Xqzaa.", "Before the Council of Ministers."),
        ("El Consejo de Ministros.", "The Xqzaa.", "The Council of Ministers."),
        ("Consejo de Ministros dice.", "Xqzaa says.", "Council of Ministers says."),
        ("Su Consejo de Ministros dice.", "Its Xqzaa says.", "Its Council of Ministers says."),
        ("Una Defensoría del Pueblo.", "A Xqzaa.", "An Ombudsman's Office."),
    ],
)
def test_the_article_of_a_public_body(source: str, answer: str, text: str) -> None:
    (one,) = drafted(Scripted(lambda _: answer), source)
    assert one.text == text


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("1.234,56", "1,234.56"), ("12.000", "12,000"), ("1.234.567", "1,234,567"), ("45,5", "45.5"),
        ("0,234", "0.234"), ("12 000", "12,000"), ("1,500", "1,500"), ("2023", "2023"), ("3.14", "3.14"),
        ("1,234.56", "1,234.56"),
    ],
)  # fmt: skip
def test_numbers_are_written_the_english_way(spanish: str, english: str) -> None:
    assert english_number(spanish) == english


@pytest.mark.parametrize(
    "text",
    [
        "En 2023 y 2024", "el 12.01.2023", "a las 10.30", "Tel. 987.654.321", "celular: 987 654 321", "Ley 30.364",
        "artículo 2,24", "009-2023", "DNI 12.345.678", "en 2023 100 personas", "1,2,3", "x1.500",
    ],
)  # fmt: skip
def test_years_dates_telephones_and_laws_stay(text: str) -> None:
    assert spanish_numbers(text) == []


def test_numbers_are_converted_in_drafts_but_not_inside_held_text() -> None:
    (one,) = drafted(Scripted(same), "Son 1.234,56 y 45,5 % según https://a.pe/1.234,56 y la Ley N.º 1.234.")
    assert one.text == "Son 1,234.56 y 45.5% según https://a.pe/1.234,56 y la Ley No. 1.234."


def test_ordinals() -> None:
    assert " ".join(ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 101, 112)) == (
        "1st 2nd 3rd 4th 11th 12th 13th 21st 101st 112th"
    )


@pytest.mark.parametrize(
    ("source", "answer", "expected"),
    [
        ("¿Qué? ¡No!", "¿What ? ¡No !", "What? No!"),
        ("«Sí», dijo", "«Yes» , said", "“Yes”, said"),
        (" a  b\n", "a   b", " a b\n"),
        ("Fin ...", "End ...", "End ..."),
        ("( a )", "( a )", "(a )"),
    ],
)
def test_signs_are_english(source: str, answer: str, expected: str) -> None:
    assert signs(source, answer) == expected


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("Hoy. Mañana.", "today. tomorrow.", "Today. Tomorrow."),
        ("hoy", "today", "today"),
        ("«Hoy»", "“today”", "“Today”"),
        ("El art. 2 y otros. Fin", "article 2 and others. end", "Article 2 and others. End"),
        ("Visite muqui.org", "muqui.org", "muqui.org"),
        ("Vea No. 3. Fin", "see No. three. end", "See No. three. End"),
        ("1. Hoy", "1. today", "1. Today"),
        (
            "Vino.<x2/> Hubo 4. <b>Uno</b> fue",
            "came.<x2/> there were 4. <b>one</b> went",
            "Came.<x2/> There were 4. <b>One</b> went",
        ),
        ("<b>La</b> voz.[^1] Hubo", "<b>the</b> voice.[^1] there was", "<b>The</b> voice.[^1] There was"),
    ],
)
def test_capitals_follow_the_source(source: str, text: str, expected: str) -> None:
    assert capitals(source, text) == expected


@pytest.mark.parametrize(
    ("source", "answer", "expected"),
    [
        ("el cierre;", "The closing;", "the closing;"),
        ("peruanos unidos", "Peruvians united", "Peruvians united"),
        ("humanos", "Humans", "humans"),
        ("enero", "January", "January"),
        ("las ternas", "Xqzaa", "ternas"),
        ("de Red Muqui", "Xqzaa", "Red Muqui"),
        ("— y, ahora", "— And, now", "— and, now"),
        ("onu", "UN", "UN"),
    ],
)
def test_a_list_item_begins_small_where_the_source_does(source: str, answer: str, expected: str) -> None:
    glossary = GLOSSARY if "Xqz" in answer else Glossary([])
    (one,) = draft(segments(source), glossary, Scripted(lambda _: answer), mentions={})
    assert one.text == expected


def test_another_target_language_keeps_its_own_signs() -> None:
    (one,) = drafted(Scripted(same), "¿Qué dice «Puno» de 1.234,56?", language="ca")
    assert one.text == "¿Qué dice «Puno» de 1.234,56?"


@pytest.mark.parametrize(
    ("source", "text", "problems"),
    [
        ("La Red **Muqui** dice.", "La **Red Muqui** dice.", ()),
        ("La *Red* Muqui dice.", "La *Red Muqui* dice.", ()),
        ("La <b>Red</b> Muqui dice.", "La <b>Red Muqui</b> dice.", ()),
        ("**La Red** Muqui dice.", "**La Red** Muqui dice.", (TERM_NOT_HELD(span="Red Muqui"),)),
        ("En **Madre de\nDios** hoy.", "En **Madre de\nDios** hoy.", ()),
        ("El Estado de\nEmergencia sigue.", "El State of\nEmergency sigue.", ()),
    ],
)
def test_markup_and_line_breaks_inside_a_name(source: str, text: str, problems: tuple[Message, ...]) -> None:
    (one,) = drafted(Scripted(same), source)
    assert (one.text, one.problems) == (text, problems)


@pytest.mark.apertium
def test_names_stay_right_while_programs_are_killed(apertium: ApertiumFactory) -> None:
    texts = [f"La Red Muqui y las ternas, el {n} de enero, en Puno." for n in range(300)]
    with apertium.start("es", "en") as engine:
        undisturbed = drafted(engine, *texts)
    found: list[Draft] = []
    with apertium.start("es", "en") as engine:
        for one in draft(segments(*texts), GLOSSARY, engine):
            found.append(one)
            if len(found) in (20, 110, 230):
                os.kill(engine.processes[4], signal.SIGKILL)
        assert engine.restarts >= 2
    assert found == undisturbed
    assert not any(one.problems for one in found)


@pytest.mark.apertium
def test_a_statements_line_breaks_and_outer_blanks_stay(apertium: ApertiumFactory) -> None:
    with apertium.start("es", "en") as engine:
        (one,) = drafted(engine, "  Puno,\n12 de enero de 2023\nCNDDHH ")
    assert one.text == "  Puno,\n12 January 2023\nCNDDHH "
