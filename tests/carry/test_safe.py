"""What a translation outlives, and what it never does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_flow.carry.safe import StillValid, still_valid
from translate_flow.catalogue.messages import ACCENTS, TYPOGRAPHY, WHITE_SPACE
from translate_flow.glossary import Glossary
from translate_flow.model import Policy, Term

GLOSSARY = Glossary(
    [
        Term("Alberto Otárola", "", "person"),
        Term("Red Muqui", "", "organisation"),
        Term("Apurímac", "", "region"),
        Term("Cusco", "", "region"),
        Term("Consejo de Ministros", "Council of Ministers", "body", Policy.TRANSLATE),
        Term("acusación", "charge", "term", Policy.TRANSLATE),
    ]
)


def judge(before: str, after: str, target: str = "The translation.") -> StillValid | None:
    return still_valid(before, after, target, GLOSSARY, "es")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('Dijo "verdad" ante la prensa.', "Dijo «verdad» ante la prensa."),
        ("Dijo “verdad” ante la prensa.", "Dijo «verdad» ante la prensa."),
        ("El acuerdo - firmado ayer - vale.", "El acuerdo – firmado ayer – vale."),
        ("Y así siguió...", "Y así siguió…"),
        ("Ley N.° 31638", "Ley N.º 31638"),
        ("O'Higgins", "O’Higgins"),
        ("cami\u00adnos del sur", "caminos del sur"),
        ("represio\u0301n", "represión"),
        ("Habl&oacute; el 9&nbsp;de enero.", "Habló el 9\u00a0de enero."),
    ],
)
def test_the_shapes_of_signs_are_typography(before: str, after: str) -> None:
    assert judge(before, after) == StillValid("The translation.", TYPOGRAPHY())
    assert judge(after, before) == StillValid("The translation.", TYPOGRAPHY())


@pytest.mark.parametrize(
    ("before", "after"),
    [("a  b", "a b"), ("el\u00a0sur", "el sur"), ("el sur", "el\nsur"), (" al final ", "al final")],
)
def test_white_space_is_safe(before: str, after: str) -> None:
    assert judge(before, after) == StillValid("The translation.", WHITE_SPACE())


def test_a_line_break_that_went_goes_from_the_translation_too() -> None:
    assert judge("Calle Uno\nLima", "Calle Uno Lima", "Calle Uno\nLima") == StillValid(
        "Calle Uno Lima", WHITE_SPACE()
    )
    assert judge("Calle Uno\nLima", "Calle Uno Lima", "Calle\nUno\nLima") == StillValid(
        "Calle\nUno\nLima", WHITE_SPACE()
    )


def test_a_corrected_accent_of_a_name_is_mirrored_in_the_translation() -> None:
    before = "El premier Alberto Otarola calla."
    after = "El premier Alberto Otárola calla."
    assert judge(before, after, "Premier Otarola, Alberto Otarola's silence; Otarolas.") == StillValid(
        "Premier Otárola, Alberto Otárola's silence; Otarolas.", ACCENTS(terms=("Alberto Otárola",))
    )


def test_an_accent_is_not_certain_where_the_old_spelling_stands_beside_the_new() -> None:
    assert judge("Alberto Otarola y otro Otarola", "Alberto Otárola y otro Otarola") is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ella esta aquí.", "Ella está aquí."),
        ("Si, queremos.", "Sí, queremos."),
        ("La acusacion cae.", "La acusación cae."),
        ("El presidente Gomez calla.", "El presidente Gómez calla."),
        ("Cayo en Apurimac un niño.", "Cayó en Apurímac un niño."),
        ("Un ano en Cusco.", "Un año en Cusco."),
    ],
)
def test_an_accent_outside_a_name_of_the_glossary_is_not_safe(before: str, after: str) -> None:
    assert judge(before, after) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Murieron 41 personas.", "Murieron 47 personas."),
        ("Murieron 1.234 personas.", "Murieron 1,234 personas."),
        ("Murieron 3,5 por mil.", "Murieron 3, 5 por mil."),
        ("Son 10 000 soles.", "Son 10000 soles."),
        ("El 9 de enero.", "El 9 de febrero."),
        ("Fueron tres.", "Fueron trece."),
        ("La Red Muqui pide.", "La Red pide."),
        ("Llegó a Cusco.", "Llegó a Apurímac."),
        ("Garantiza la vida.", "No garantiza la vida."),
        ("No, queremos paz.", "No queremos paz."),
        ("Nunca volvió.", "Volvió."),
        ("¿Hubo justicia?", "Hubo justicia."),
        ("Dijo verdad.", "Dijo «verdad»."),
        ("Se acuerda.", "Se acuerda"),
        ("El estado actúa.", "El Estado actúa."),
        ("El consejo de ministros calla.", "El Consejo de Ministros calla."),
    ],
)
def test_figures_dates_names_negations_and_wording_are_never_safe(before: str, after: str) -> None:
    assert judge(before, after) is None
    assert judge(after, before) is None


WORDS = st.sampled_from(
    "41 47 1.234 enero marzo no nunca sin Cusco Apurímac Puno tres trece el sur pide".split()
)


@given(st.lists(WORDS, min_size=1, max_size=8), st.data())
def test_law_no_word_changes_safely(words: list[str], data: st.DataObject) -> None:
    """Whatever word is put in another's place, taken out or put in, a person has to look."""
    place = data.draw(st.integers(0, len(words) - 1))
    other = data.draw(WORDS)
    changed = data.draw(
        st.sampled_from(
            [
                [*words[:place], other, *words[place + 1 :]],
                [*words[:place], *words[place + 1 :]],
                [*words[:place], other, *words[place:]],
            ]
        )
    )
    verdict = judge(" ".join(words), " ".join(changed))
    assert (verdict is not None) == (words == changed)
