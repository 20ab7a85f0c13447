"""A term's English in a translation: forms that count and forms that do not."""

from __future__ import annotations

import pytest

from translate_flow.glossary import count_target, forbidden_spans
from translate_flow.glossary.english import derived
from translate_flow.language.plurals import plural, singular
from translate_flow.model import Policy, Term

TERNAS = Term(
    "ternas", "", policy=Policy.GLOSS, gloss="police groups", forbidden=("triples", "lists of three")
)
MUQUI = Term("Red Muqui", "", forbidden=("Net Muqui", "Muqui"))
VOTE = Term("voto de confianza", "vote of confidence", policy=Policy.TRANSLATE, accepted=("confidence vote",))
COUNCIL = Term("Consejo de Ministros", "Council of Ministers", policy=Policy.TRANSLATE)
CEAS = Term("Comisión Episcopal de Acción Social – CEAS", "")
LIBERTAD = Term("La Libertad", "", "region", forbidden=("Freedom", "The Freedom"))

PRESENT = [
    (TERNAS, "The ternas arrested two students.", ["ternas"]),
    (TERNAS, "The ternas’ cars and one terna's car.", ["ternas", "terna"]),
    (TERNAS, "Ternas came. TERNAS LEFT.", ["Ternas", "TERNAS"]),
    (TERNAS, "An internal alternaste.", []),
    (MUQUI, "Red Muqui's statement, RED MUQUI, Red\nMuqui.", ["Red Muqui", "RED MUQUI", "Red\nMuqui"]),
    (MUQUI, "red muqui and Red Muquis.", []),
    (VOTE, "Two votes of confidence, a confidence vote.", ["votes of confidence", "confidence vote"]),
    (VOTE, "Vote of Confidence", ["Vote of Confidence"]),
    (VOTE, "a vote with confidence", []),
    (
        COUNCIL,
        "The Council of Ministers' answer; COUNCIL OF MINISTERS",
        ["Council of Ministers", "COUNCIL OF MINISTERS"],
    ),
    (COUNCIL, "a council of ministers", []),
    (
        CEAS,
        "Comisión Episcopal de Acción Social - CEAS spoke.",
        ["Comisión Episcopal de Acción Social - CEAS"],
    ),
    (
        CEAS,
        "CEAS spoke for the Comisión Episcopal de Acción Social.",
        ["CEAS", "Comisión Episcopal de Acción Social"],
    ),
    (CEAS, "Comision Episcopal de Accion Social spoke.", []),
    (Term("Apurímac", ""), "In Apurimac and APURÍMAC", ["APURÍMAC"]),
    (
        Term("Otárola", "", variants=("Alberto Otárola",)),
        "Alberto Otárola and Otárola",
        ["Alberto Otárola", "Otárola"],
    ),
    (
        Term("Asociación “Sinchi Warmi”", ""),
        'The Asociación "Sinchi Warmi" met.',
        ['Asociación "Sinchi Warmi"'],
    ),
    (
        Term("congresista", "member of Congress", policy=Policy.TRANSLATE),
        "Two members of Congress; a member of congress.",
        ["members of Congress"],
    ),
    (
        Term("líder", "leader", policy=Policy.TRANSLATE),
        "Leaders of a leader’s leaderless",
        ["Leaders", "leader"],
    ),
]


@pytest.mark.parametrize(("term", "text", "forms"), PRESENT)
def test_forms_that_count(term: Term, text: str, forms: list[str]) -> None:
    """Inflected and possessive forms count, accents are strict, names need their capitals."""
    assert [text[a:b] for a, b in count_target(term, text)] == forms


SPELLINGS = [
    ("social organisation", "A social organization; Social Organisations.", 2),
    ("criminalization of protest", "The criminalisation of protest.", 1),
    ("Ministry of Defence", "The Ministry of Defense; MINISTRY OF DEFENSE.", 2),
    ("labour rights centre", "A labor rights center, labour rights centers.", 2),
    ("commission of inquiry", "A Commission of Enquiry.", 1),
    ("behaviour", "a behavior, behaviorally", 1),
    ("analysed programme", "An analyzed program", 1),
    ("cancelled licence", "a canceled license", 1),
    ("human rights", "A human-rights group.", 1),
    ("ill-treatment", "Torture and ill treatment", 1),
    ("prize", "a price", 0),
    ("hour", "an hor", 0),
]


@pytest.mark.parametrize(("form", "text", "times"), SPELLINGS)
def test_british_and_american_spellings_are_one(form: str, text: str, times: int) -> None:
    """Whichever of them the glossary has."""
    assert len(count_target(Term("x", form, policy=Policy.TRANSLATE), text)) == times


def test_a_kept_name_is_kept_to_the_letter() -> None:
    """*Centro … Labor* is not *Labour*."""
    assert count_target(Term("Centro Labor", ""), "Centro Labour") == []


def test_either_spelling_of_a_forbidden_form_is_wrong() -> None:
    term = Term("x", "y", policy=Policy.TRANSLATE, forbidden=("Defense of the Village",))
    assert forbidden_spans(term, "the Defence of the Village") == [(4, 26)]


WRONG = [
    (TERNAS, "The triples and the lists of three.", ["triples", "lists of three"]),
    (TERNAS, "A triple and a list of three.", ["triple", "list of three"]),
    (MUQUI, "Red Muqui and Net Muqui, Muqui.", ["Net Muqui", "Muqui"]),
    (LIBERTAD, "Three deaths in Freedom.", ["Freedom"]),
    (LIBERTAD, "Three deaths in The Freedom.", ["The Freedom"]),
    (LIBERTAD, "Freedom of expression in La Libertad.", []),
    (LIBERTAD, "The freedom to speak.", []),
]


@pytest.mark.parametrize(("term", "text", "forms"), WRONG)
def test_forms_that_are_forbidden(term: Term, text: str, forms: list[str]) -> None:
    """A wrong form inside a right one is none, and an ordinary word is not a wrong place name."""
    assert [text[a:b] for a, b in forbidden_spans(term, text)] == forms


def test_wrong_case_is_what_only_the_lenient_count_finds() -> None:
    text = "red muqui wrote"
    assert count_target(MUQUI, text) == []
    assert count_target(MUQUI, text, any_case=True) == [(0, 9)]


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("vote of confidence", "votes of confidence"),
        ("prior consultation", "prior consultations"),
        ("peasant community", "peasant communities"),
        ("strike", "strikes"),
        ("search", "searches"),
        ("indigenous person", "indigenous people"),
        ("environmental liability", "environmental liabilities"),
        ("crisis", "crises"),
        ("woman leader", "women leaders"),
        ("member of Congress", "members of Congress"),
    ],
)
def test_english_number(one: str, many: str) -> None:
    """The head noun changes, what follows it stays."""
    assert plural(one) == many
    assert singular(many) in (one, many)


def test_a_form_is_found_in_any_spelling_and_any_letters_that_pass_for_its_own() -> None:
    """The short look, whether the text can have a form at all, turns none away that the long one finds."""
    term = Term(
        "organizaciones sindicales",
        "labour organisations",
        policy=Policy.TRANSLATE,
        forbidden=("check skill",),
    )
    for text in (
        "Labour organisations",
        "labor organizations",
        "LABOR-ORGANISATIONS",
        "labour orgAnization",
        "labour organı\u017fation\u017f",
    ):
        assert count_target(term, f"the {text} met") == [(4, 4 + len(text))]
    assert count_target(term, "labour and organisations") == []
    for text in ("cheque skills", "CHECK S\u212aILL", "check skıll"):
        assert forbidden_spans(term, text) == [(0, len(text))]
    assert forbidden_spans(term, "check the skill") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The criminalisation of protest goes on.", ["criminalisation of protest"]),
        ("Protest was met with criminalisation.", ["Protest was met with criminalisation"]),
        ("The criminalisation goes on.", []),
        ("Nobody protests.", []),
        ("Criminalisation is old. The protest is new.", []),
    ],
)
def test_a_freer_sentence_needs_a_word_of_each_stem_in_one_sentence(text: str, found: list[str]) -> None:
    term = Term("criminalizar la protesta", "criminalising protest", "vocabulary", policy=Policy.TRANSLATE)
    assert [text[start:end] for start, end in derived(term, text)] == found
