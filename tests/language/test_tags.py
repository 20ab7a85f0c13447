"""What a language tag says, and which tag a language's name means."""

import pytest

from translate_flow.language.tags import by_name, direction, language


@pytest.mark.parametrize(
    ("name", "readers", "tag"),
    [
        ("Spanish", (), "es"),
        ("INGLÉS", (), "en"),
        ("castellano", (), "es"),
        ("  Aimara ", (), "ay"),
        ("Guarani", (), "gn"),
        ("Français", (), ""),
        ("Français", ("fr",), "fr"),
        ("Runasimi", ("qu",), "qu"),
        ("término", (), ""),
        ("", ("xx-nobody",), ""),
    ],
)
def test_a_language_is_known_by_its_name(name: str, readers: tuple[str, ...], tag: str) -> None:
    assert by_name(name, *readers) == tag


def test_a_tag_says_how_text_runs() -> None:
    assert [direction(tag) for tag in ("es", "qu-PE", "ar", "he-IL", "az-Arab")] == [
        "ltr",
        "ltr",
        "rtl",
        "rtl",
        "rtl",
    ]


def test_a_language_is_named_in_the_readers() -> None:
    assert language("qu-PE") == "Quechua (Peru)"
    assert language("es-419", "es") == "Español (Latinoamérica)"
    assert language("xx-zz") == "xx-zz"
