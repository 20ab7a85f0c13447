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


P, ITEM, N, T = Kind.PARAGRAPH, Kind.ITEM, Kind.NAME, Kind.TITLE


def confirmed(*rows: tuple[Kind, str]) -> bytes:
    """The texts for a statement that reads the same in both languages."""
    return make(made([(kind, State.APPROVED, text, text) for kind, text in rows]))


def test_a_post_never_begins_in_the_middle_of_a_passage() -> None:
    long = (
        "The river that our grandparents drank from "
        + "and that we ourselves have always drunk from " * 6
        + "is dead."
    )
    text = confirmed(
        (T, "The river"), (P, f"{long} It had to be so."), (P, "Nobody warned us. Nobody ever came.")
    )
    assert b"== 280\nThe river\n\nNobody warned us. Nobody ever came.\n" in text
    assert (
        f"== 500\nThe river\n\n{long} It had to be so. Nobody warned us. Nobody ever came.\n".encode() in text
    )


def test_points_that_are_sentences_are_told_and_short_demands_are_not() -> None:
    rows = [(T, "The river"), (P, "We, who sign this, state the following:")]
    rows += [
        (ITEM, "On 9 May the dam above our village broke. The points are three:"),
        (ITEM, "clean water for everybody who lives here;"),
    ]
    rows += [(ITEM, "and the resignation of the minister who let it happen.")]
    assert b"== 500\nThe river\n\nOn 9 May the dam above our village broke.\n" in confirmed(*rows)


def test_the_invitation_behind_the_signatories_and_the_source_of_a_table_are_in_no_post() -> None:
    rows = [
        (T, "The river"),
        (Kind.CELL, "Puno"),
        (P, "Source: statement of 12 January 2023."),
        (P, "The river is dead."),
    ]
    rows += [
        (N, "Red Muqui"),
        (N, "Red Uno"),
        (N, "Red Dos"),
        (P, "If your organisation wishes to sign, write to us."),
    ]
    text = confirmed(*rows).decode()
    assert (
        "== 500\nThe river\n\nThe river is dead.\n" in text and "Source" not in text and "wishes" not in text
    )


def test_a_post_has_no_half_of_a_quotation_and_no_end_of_a_list() -> None:
    made = confirmed(
        (T, "Open letter"),
        (P, "The dam broke in the early morning of that day."),
        (P, "repair the damage done by the mine."),
        (
            P,
            "“We ask for no alms. "
            + "We ask for the water that our grandparents had. " * 9
            + "So we do”, she said.",
        ),
    ).decode()
    assert "== 500\nOpen letter\n\nThe dam broke in the early morning of that day.\n" in made


def test_length_is_counted_as_networks_count_it() -> None:
    """A web address is 23 whatever its length, an emoji two however many signs it is made of."""
    title = (T, "Agua")
    address = "https://video.example/ver?v=1" + "&lista=cuenca" * 20
    assert "Vea el testimonio" in _first(confirmed(title, (P, f"Vea el testimonio en {address} hoy.")))
    room = 280 - len("Agua\n\n") - len(" es vida.")
    farmer = "👩🏽‍🌾"
    assert farmer in _first(confirmed(title, (P, "A" * (room - 14) + " más " + farmer * 4 + " es vida.")))
    assert farmer not in _first(confirmed(title, (P, "A" * (room - 14) + " más " + farmer * 5 + " es vida.")))


def _first(post: bytes) -> str:
    """The text of 280 characters."""
    return post.decode().split("== 280")[1].split("== 500")[0]
