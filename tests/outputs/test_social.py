"""Texts for social networks hold whole sentences, none of them a line of place and date."""

from __future__ import annotations

from translate_flow.model import Kind, State
from translate_flow.outputs.social import make

from .editions import made

ROWS = [
    (Kind.TITLE, State.APPROVED, "Exigimos agua limpia", "We demand clean water"),
    (Kind.PARAGRAPH, State.APPROVED, "Juliaca, 9 de enero de 2023", "Juliaca, 9 January 2023"),
    (Kind.PARAGRAPH, State.APPROVED, "El río está contaminado.", "The river is polluted."),
    (Kind.PARAGRAPH, State.DRAFT, "Nadie responde por ello.", "Nobody answers for this."),
]


def test_a_post_is_title_and_confirmed_sentences_without_the_line_of_place_and_date() -> None:
    text = make(made(ROWS)).decode()
    assert text.startswith(
        "== title\nWe demand clean water\n\n== 280\nWe demand clean water\n\nThe river is polluted.\n\n"
    )
    assert "Juliaca" not in text and "Nobody" not in text


def test_a_letters_addressee_its_form_of_address_and_what_announces_a_list_are_in_no_post() -> None:
    text = make(
        made(
            [
                (Kind.TITLE, State.APPROVED, "Carta abierta", "Open letter"),
                (
                    Kind.PARAGRAPH,
                    State.APPROVED,
                    "Señora\nElsa Ccori Huanca\nPresidenta de la Comisión de Ambiente\nPresente.-",
                    "Ms\nElsa Ccori Huanca\nChair of the Environment Committee\nHand-delivered.",
                ),
                (Kind.PARAGRAPH, State.APPROVED, "De nuestra consideración:", "Dear Ms Ccori Huanca:"),
                (Kind.PARAGRAPH, State.APPROVED, "El río está contaminado.", "The river is polluted."),
                (Kind.PARAGRAPH, State.APPROVED, "Por ello pedimos:", "This is why we ask for this:"),
                (Kind.PARAGRAPH, State.APPROVED, "«¡Basta ya!», dijo ella.", "“Enough now!”, she said."),
            ]
        )
    ).decode()
    assert "== 280\nOpen letter\n\nThe river is polluted. “Enough now!”, she said.\n" in text
