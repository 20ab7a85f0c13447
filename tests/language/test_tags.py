"""What a language tag says, and which tag a language's name means."""

import pytest

from translate_flow.language.tags import by_name


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
