"""What became of each glossary term between draft and present text, and through whom."""

from __future__ import annotations

import pytest

from tests.review.statement import EDITION, GLOSSARY, TERMS, UNITS, edition, unit
from translate_flow.glossary import Glossary
from translate_flow.model import Policy, State, Term
from translate_flow.review import edit, edits, hands, mentions, report, term_counts

FRONT, TERNAS, COUNCIL, ROSAURA, MADRE, DILIGENCE = TERMS


def verdict(source: str, draft: str, target: str) -> str:
    made = edit(unit(source, ("draft", "apertium", draft), ("edit", "translator", target)), GLOSSARY)
    (found,) = made.terms
    return found.verdict


@pytest.mark.parametrize(
    ("source", "draft", "target", "expected"),
    [
        (
            "Habla el Consejo de Ministros.",
            "The Council of Ministers speaks.",
            "The Council of Ministers spoke.",
            "kept",
        ),
        ("Habla el Consejo de Ministros.", "The Advice speaks.", "The Council of Ministers spoke.", "fixed"),
        (
            "Habla el Consejo de Ministros.",
            "The Council of Ministers speaks.",
            "The cabinet spoke.",
            "broken",
        ),
        ("Habla el Consejo de Ministros.", "The Advice speaks.", "The cabinet spoke.", "missing"),
        ("CONSEJO DE MINISTROS", "ADVICE", "COUNCIL OF MINISTERS", "fixed"),
        ("Rosaura Ccahuana vive.", "Rosaura Ccahuana lives.", "Rosaura Cahuana is alive.", "broken"),
        ("Rosaura Ccahuana vive.", "Rosaura Cahuana lives.", "Rosaura Ccahuana’s alive.", "fixed"),
        ("Vi ternas.", "I saw triples.", "I saw ternas (plain-clothes police groups).", "fixed"),
        ("Vi ternas.", "I saw ternas.", "I saw triples.", "broken"),
        (
            "En Madre de Dios llueve.",
            "In Mother of God it rains.",
            "It is raining in Madre de Dios.",
            "fixed",
        ),
        # The form must stand there as often as the source has it.
        ("Ternas aquí, ternas allá.", "Ternas here, ternas there.", "Ternas here and there.", "broken"),
        # A forbidden rendering beside the right one is still wrong.
        ("Vi ternas.", "I saw ternas.", "I saw ternas, that is, triples.", "broken"),
        # Two line breaks or a capital don't make another term of it.
        ("La debida diligencia.", "Due\ndiligence.", "Due diligence.", "kept"),
    ],
)
def test_verdict(source: str, draft: str, target: str, expected: str) -> None:
    assert verdict(source, draft, target) == expected


def test_without_a_draft_nobody_fixed_or_broke_anything() -> None:
    written = unit("Vi ternas en Madre de Dios.", ("edit", "translator", "I saw ternas in Mother of God."))
    assert [t.verdict for t in edit(written, GLOSSARY).terms] == ["kept", "missing"]


def test_terms_come_in_order_of_first_mention() -> None:
    source = "En Madre de Dios hay ternas; ternas en Madre de Dios."
    made = edit(unit(source, ("draft", "apertium", "x")), GLOSSARY)
    assert [t.term for t in made.terms] == [MADRE, TERNAS]


def test_a_name_inside_a_longer_name_is_not_taken_for_it() -> None:
    """*Puno* in a federation's name does not answer for the region named beside it."""
    puno = Term("Puno", "", "region")
    federation = Term("Federación de Mujeres de Puno", "", "organisation")
    glossary = Glossary((puno, federation))
    source = "La Federación de Mujeres de Puno marchó en Puno."
    made = edit(
        unit(
            source,
            ("draft", "apertium", "Federación de Mujeres de Puno marched in Fist."),
            ("edit", "translator", "Federación de Mujeres de Puno marched in Puno."),
        ),
        glossary,
    )
    assert {t.term.es: t.verdict for t in made.terms} == {
        "Federación de Mujeres de Puno": "kept",
        "Puno": "fixed",
    }


def test_mentions_do_not_overlap_and_know_wrong_from_right() -> None:
    text = "Frente de Defensa de Huallampa, or Defence Front, saw ternas and triples."
    found = mentions(TERMS, text)
    assert [(text[m.start : m.end], m.right) for m in found] == [
        ("Frente de Defensa de Huallampa", True),
        ("Defence Front", False),
        ("ternas", True),
        ("triples", False),
    ]


def test_credit_goes_to_who_changed_the_term_not_to_who_came_last() -> None:
    made = report(
        edition(
            unit(
                "Vi ternas.",
                ("draft", "apertium", "I saw triples."),
                ("edit", "first", "I saw ternas."),
                ("edit", "second", "I have seen ternas."),
            ),
        ),
        GLOSSARY,
        scores=False,
    )
    (credits,) = made.credits.values()
    assert credits == {TERNAS: "first"}


def test_counts_over_a_statement_put_broken_terms_first() -> None:
    counts = term_counts(report(EDITION, GLOSSARY, scores=False))
    assert [(c.term, tuple(c.keys)) for c in counts] == [
        (ROSAURA, ("broken",)),
        (COUNCIL, ("missing",)),
        (FRONT, ("fixed",)),
        (TERNAS, ("fixed",)),
        (DILIGENCE, ("kept",)),
    ]


def test_segments_without_text_or_need_of_translation_are_left_out() -> None:
    keys = [e.unit.key for e in edits(EDITION, GLOSSARY)]
    assert keys == [u.key for u in UNITS if u.state not in (State.MISSING, State.KEPT)]


def test_hands_name_everyone_since_the_draft_and_drop_a_withdrawn_approval() -> None:
    worked = unit(
        "Hola.",
        ("draft", "apertium", "Hello."),
        ("edit", "translator", "Hi."),
        ("approve", "reviewer", None),
        ("edit", "translator", "Hello!"),
    )
    assert hands(worked) == (("drafted", "apertium 3.8.3"), ("edited", "translator"))


def test_a_gloss_term_may_be_explained() -> None:
    glossary = Glossary((Term("rondas", "", "term", Policy.GLOSS, gloss="peasant patrols"),))
    made = edit(
        unit(
            "Las rondas vigilan.",
            ("draft", "apertium", "The rondas watch."),
            ("edit", "translator", "The rondas (peasant patrols) keep watch."),
        ),
        glossary,
    )
    assert made.terms[0].verdict == "kept"
