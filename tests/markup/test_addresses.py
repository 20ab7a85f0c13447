"""The words of messages that addresses begin, and the address with others in their place."""

from __future__ import annotations

import pytest

from translate_flow.markup.addresses import messages, with_message

MAIL = "mailto:prensa@redmuqui.example?subject=Adhesi%C3%B3n%20de%20la%20red&body=Firmamos%20hoy"


def test_the_words_of_a_message_are_told_with_their_place() -> None:
    found = list(messages(MAIL))
    assert [words for *_, words in found] == ["Adhesión de la red", "Firmamos hoy"]
    assert [MAIL[start:end] for start, end, _ in found] == ["Adhesi%C3%B3n%20de%20la%20red", "Firmamos%20hoy"]
    assert list(messages("https://redmuqui.example/adhesion?titulo=Hoy%20firmamos")) == []


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (0, "mailto:prensa@redmuqui.example?subject=We%20sign%20%26%20ask&body=Firmamos%20hoy"),
        (
            1,
            "mailto:prensa@redmuqui.example?subject=Adhesi%C3%B3n%20de%20la%20red&body=We%20sign%20%26%20ask",
        ),
        (2, MAIL),
    ],
)
def test_a_message_is_given_other_words_and_the_rest_of_the_address_stays(at: int, expected: str) -> None:
    assert with_message(MAIL, at, "We sign & ask") == expected


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("mailto:a@b.example?subject=Uno+dos%20tres", ["Uno+dos tres"]),
        ("MAILTO:a@b.example?subject=Uno+dos", ["Uno+dos"]),
        ("https://wa.me/?text=Uno+dos%20tres", ["Uno dos tres"]),
    ],
)
def test_a_plus_is_a_space_in_addresses_of_pages_and_itself_in_those_of_mail(
    address: str, said: list[str]
) -> None:
    for before, after in (("", ""), ('<a href="', '">Uno</a>')):
        text = before + address + after
        found = list(messages(text, len(before), len(before) + len(address)))
        assert [words for *_, words in found] == said
        assert [text[start:end].startswith("Uno") for start, end, _ in found] == [True]
