"""What is held, how it is shown to an engine, and that it comes back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_flow.drafting import protect, restore
from translate_flow.drafting.messages import TERM_NOT_HELD
from translate_flow.glossary import Glossary
from translate_flow.model import Match, Policy, Term
from translate_flow.passage import Held, Passage

from .terms import GLOSSARY

STYLES = ("word", "xml", "html")
ALPHABET = st.one_of(
    st.characters(codec="utf-8"),
    st.sampled_from(list('xqzXQZab <>&*_[](){}`^~#@.,:/-1234ºª\n"“”«»¿¡ñáéKſİ')),
    st.sampled_from(
        ["xqz", "Xqzaa", "**", "[^1]", "<br>", "</b>", "<b>", "http://a.pe/b", "S/ 5", "p. m.", "</x>"]
    ),
)
TEXTS = st.lists(ALPHABET, max_size=40).map("".join)


def keep_source(passage: Passage) -> Passage:
    """The passage with each span to come back as it was."""
    return replace(passage, held=tuple(replace(h, target=h.source) for h in passage.held))


@given(
    TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 12)), max_size=6), st.sampled_from(STYLES)
)
def test_protect_then_restore_is_identity(text: str, places: list[tuple[int, int]], style: str) -> None:
    """For any text and any matches: what an engine gives back untouched is the text again."""
    matches = []
    at = 0
    for start, length in sorted(places):
        end = min(start + length, len(text))
        if at <= start < end:
            matches.append(Match(Term(text[start:end], ""), start, end, text[start:end]))
            at = end
    passage = keep_source(protect(text, matches, style))
    result = restore(passage, passage.text)
    assert (result.text, result.problems, result.lost) == (text, (), ())


@pytest.mark.parametrize("style", STYLES)
def test_a_text_with_nothing_to_hold_is_plain_in_every_style(style: str) -> None:
    """No tag handling is asked of a service for it, so nothing is escaped, and nothing unescaped."""
    text = "Pan & circo: 3 < 5 y &amp no es signo"
    passage = protect(text, (), style)
    assert passage == Passage(text) and restore(passage, text).text == text


@given(
    TEXTS,
    st.lists(st.sampled_from([t.es for t in GLOSSARY.terms] + ["las rondas campesinas", "DINA BOLUARTE"])),
)
def test_marks_never_occur_in_the_text_and_are_unique(text: str, names: list[str]) -> None:
    text = " ".join([text, *names])
    passage = protect(text, GLOSSARY.find(text))
    marks = [held.mark.lower() for held in passage.held]
    assert len(set(marks)) == len(marks)
    assert not any(mark in text.lower() for mark in marks)
    assert all(passage.text.count(held.mark) == 1 for held in passage.held)


def test_many_marks_stay_unique() -> None:
    text = "Puno, " * 900
    passage = protect(text, GLOSSARY.find(text))
    assert len({held.mark for held in passage.held}) == 900
    assert restore(passage, passage.text.upper()).text == text.upper().replace("PUNO", "Puno")


def held(text: str) -> list[tuple[str, str, str]]:
    return [(h.source, h.noun, h.target) for h in protect(text, GLOSSARY.find(text)).held]


CODES = [
    ("Vea https://www.muqui.org/a_b?c=1, hoy.", "https://www.muqui.org/a_b?c=1", "code", None),
    ("Vea www.muqui.org.", "www.muqui.org", "code", None),
    ("Vea muqui.org/x/y.", "muqui.org/x/y", "code", None),
    ("Escriba a prensa.lima@muqui.org.pe.", "prensa.lima@muqui.org.pe", "code", None),
    ("Use #NoMásMuertes hoy.", "#NoMásMuertes", "code", None),
    ("Siga a @red_muqui.", "@red_muqui", "code", None),
    ("El `código` vale.", "`código`", "code", None),
    ("Murieron.[^3] Fin", "[^3]", "point", None),
    ("Lima<br>Puno", "<br>", "break", None),
    ("El D.S. N.º 009-2023-PCM rige.", "D.S. N.º 009-2023-PCM", "code", "D.S. No. 009-2023-PCM"),
    ("La Ley N.º 30364 rige.", "N.º 30364", "blank", "No. 30364"),
    ("Según el D. S. 004-2023 rige.", "D. S. 004-2023", "code", None),
    ("El grupo G20 vino.", "G20", "code", None),
    ("La COVID-19 vino.", "COVID-19", "code", None),
    ("Pagó S/ 1.500,50 ayer.", "S/ 1.500,50", "code", "S/ 1,500.50"),
    ("Pagó US$ 2.000 ayer.", "US$ 2.000", "code", "US$ 2,000"),
    ("A las 3:15 p. m. llegó.", "A las 3:15 p. m.", "adverb", "At 3:15 p.m."),
    ("Desde las 7.30 de la noche.", "las 7.30 de la noche", "code", "7:30 p.m."),
    ("La hepatitis A y el inciso b) valen.", "A", "blank", None),
    ("Debe ${monto} hoy.", "${monto}", "code", None),
    ('Vea [mapa zona="sur"] aquí.', '[mapa zona="sur"]', "code", None),
    ("La 2.ª sala.", "2.ª", "blank", "2nd"),
    ("El 11.º piso.", "11.º", "blank", "11th"),
    ("b) Exigimos justicia.", "b)", "blank", None),
    ("El literal f) vale.", "f)", "blank", None),
    ("Donde $a_i$ es la pérdida.", "$a_i$", "code", None),
    ("De $5 a $10 según $E = m$.", "$E = m$", "code", None),
    ("Va {{ site.lugar }} y {% if x %}.", "{{ site.lugar }}", "code", None),
]


@pytest.mark.parametrize(("text", "source", "noun", "target"), CODES)
def test_codes_are_held(text: str, source: str, noun: str, target: str | None) -> None:
    assert (source, noun, target or source) in held(text)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Un **texto** *fuerte*.", ["**", "**", "*", "*"]),
        ("Un ***texto***.", ["***", "***"]),
        ("Un [texto](https://a.pe/b 'x').", None),
        ("Un [texto](https://a.pe/b).", ["[", "](https://a.pe/b)"]),
        ("Un [**texto**][1].", ["[", "**", "**", "][1]"]),
        ('<a href="https://a.pe">Un</a> <b>texto</b>', ['<a href="https://a.pe">', "</a>", "<b>", "</b>"]),
        ("2 * 3 * 4 y snake_case_name y ~~no~~", ["~~", "~~"]),
        ("Una nota* sin par", []),
    ],
)
def test_markup_around_words_is_held_in_pairs(text: str, marks: list[str] | None) -> None:
    found = [source for source, noun, _ in held(text) if noun in ("open", "close")]
    assert marks is None or found == marks


@pytest.mark.parametrize(
    "text",
    [
        "En 2023 hubo 28 muertos.",
        "El 9 de enero.",
        "Duró 8 horas.",
        "A veces sube",
        "Y la vida.",
        "Sube 4 %.",
        "Yo y tú.",
    ],
)
def test_plain_numbers_and_words_are_not_held(text: str) -> None:
    assert held(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Las ternas actúan.", ("xqzaa", "ternas", "noun", "f", "pl")),
        ("Una terna actúa.", ("xqzaa", "terna", "noun", "f", "sg")),
        ("La Red Muqui exige.", ("Xqzaa", "Red Muqui", "name", "f", "sg")),
        ("Las rondas campesinas van.", ("xqzaa", "peasant patrols", "noun", "f", "pl")),
        ("Alberto Otarola vino.", ("Xqzaa", "Alberto Otárola", "name", "m", "sg")),
        ("EN MADRE DE DIOS", ("Xqzaa", "MADRE DE DIOS", "name", "f", "sg")),
    ],
)
def test_terms_bring_their_form_gender_and_number(text: str, expected: tuple[str, ...]) -> None:
    (one,) = protect(text, GLOSSARY.find(text)).held
    assert (one.mark, one.target, one.noun, one.gender, one.number) == expected


def test_the_explanation_stands_once_and_only_when_asked_for() -> None:
    text = "Las ternas y otras ternas."
    glossed = protect(text, GLOSSARY.find(text), gloss={"ternas"})
    assert [h.target for h in glossed.held] == ["ternas (plain-clothes police intelligence groups)", "ternas"]
    assert [h.target for h in protect(text, GLOSSARY.find(text)).held] == ["ternas", "ternas"]


def test_a_mark_lost_doubled_or_grown_is_a_problem() -> None:
    passage = Passage(
        "La Xqzaa y Xqzab.", (Held("Xqzaa", "Red Muqui", "Red Muqui"), Held("Xqzab", "Puno", "Puno"))
    )
    assert restore(passage, "The Xqzaa and.").problems == (TERM_NOT_HELD(span="Puno"),)
    assert restore(passage, "The Xqzaa Xqzaa and xqzab.").problems == (TERM_NOT_HELD(span="Red Muqui"),)
    assert restore(passage, "The Xqzaas and Xqzab.").problems == (TERM_NOT_HELD(span="Red Muqui"),)


def test_marks_that_meet_are_both_read() -> None:
    passage = Passage(
        "La Xqzaa y Xqzab.", (Held("Xqzaa", "Red Muqui", "Red Muqui"), Held("Xqzab", "Puno", "Puno"))
    )
    assert restore(passage, "The XqzaaXqzab.").text == "The Red MuquiPuno."


@pytest.mark.parametrize(
    "answer",
    [
        'The <x id="0">Red Muqui</x> &amp; more.',
        "The <X  id='0' >Net Muqui</X > & more.",
        "The <x id=0>x</x> &amp; more.",
    ],
)
def test_elements_come_back_however_a_service_writes_them(answer: str) -> None:
    text = "La Red Muqui & más."
    passage = protect(text, GLOSSARY.find(text), "xml")
    assert passage.text == 'La <x id="0">Red Muqui</x> &amp; más.'
    assert restore(passage, answer).text == "The Red Muqui & more."


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("la Autoridad del Agua (ADA) y la ADA", ["Water Authority", "WA", "WA"]),
        ("la ADA (Autoridad del Agua)", ["WA", "Water Authority"]),
        ("la ADA calla", ["Water Authority"]),
        ("LA ADA CALLA", ["WATER AUTHORITY"]),
        ("la Oficina de Riego - OFRI", ["Irrigation Office", "OFRI"]),
        ("la Oficina de Riego y la OFRI", ["Irrigation Office", "Irrigation Office"]),
    ],
)
def test_an_acronym_beside_its_full_name_stays_one(text: str, targets: list[str]) -> None:
    """In English where the glossary has it; alone it becomes the full name, and never a shouted one."""
    glossary = Glossary(
        [
            Term("Autoridad del Agua", "Water Authority", "body", Policy.TRANSLATE, accepted=("WA",), variants=("ADA",)),
            Term("Oficina de Riego", "Irrigation Office", "body", Policy.TRANSLATE, variants=("OFRI",)),
        ]
    )  # fmt: skip
    assert [h.target for h in protect(text, glossary.found(text).held).held] == targets


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Red<x1/> **Kawsay**", "**Red Kawsay**<x1/>"),
        ("Red[^2] Kawsay", "Red Kawsay[^2]"),
    ],
)
def test_what_is_no_text_inside_a_name_comes_back_behind_it(text: str, target: str) -> None:
    glossary = Glossary([Term("Red Kawsay", "", "organisation")])
    assert [h.target for h in protect(text, glossary.found(text).held).held] == [target]
