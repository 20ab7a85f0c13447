"""Settings of single statements: their engines, and whether their text may leave this machine."""

from __future__ import annotations

import unicodedata

import pytest

from translate_flow.errors import WorkspaceError
from translate_flow.patterns import forms, matches
from translate_flow.workspace import Settings, parse_settings

TEXT = """
[privacy]
online_engines = true
confidential = ["testimonios/*"]

[drafting]
engines = ["deepl", "apertium"]

[statements."carta"]
engines = ["apertium"]

[statements."2023-*"]
engines = ["firefox", "apertium"]

[statements."2023-03-*"]
confidential = true
"""


@pytest.fixture(scope="module")
def settings() -> Settings:
    return parse_settings(TEXT, "translate-flow.toml")


@pytest.mark.parametrize(
    ("name", "engines"),
    [
        ("carta", ("apertium",)),
        ("2023-01-12", ("firefox", "apertium")),
        ("2023-03-01", ("firefox", "apertium")),
        ("otra", ("deepl", "apertium")),
    ],
)
def test_a_statement_may_have_engines_of_its_own(
    settings: Settings, name: str, engines: tuple[str, ...]
) -> None:
    assert settings.engines(name) == engines


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("carta", ""),
        ("testimonios/uno", "[privacy] confidential in translate-flow.toml"),
        ("2023-03-01", "[statements] in translate-flow.toml"),
    ],
)
def test_a_statement_is_confidential_by_any_one_section(settings: Settings, name: str, where: str) -> None:
    found = settings.confidential(name)
    assert (str(found) if found else "") == where


@pytest.mark.parametrize(
    ("pattern", "meant"),
    [
        ("informe", True),
        ("2024/informe", True),
        ("informe.es.md", True),
        ("informe.md", True),
        ("2024/informe.es.md", True),
        ("statements/2024/informe.es.md", True),
        ("./statements/2024/informe.es.md", True),
        ("/home/ana/red/statements/2024/informe.es.md", True),
        ("statements\\2024\\informe.es.md", True),
        ("locales/en/2024/informe.po", True),
        ("2024", True),
        ("2024/", True),
        ("statements/2024/", True),
        ("2024/*", True),
        ("**/informe.es.md", True),
        ("inf*", True),
        ("INFORME", True),
        (" informe ", True),
        ("Inform?", True),
        ("otro", False),
        ("informe.es.txt", False),
        ("s*", False),
        ("20", False),
        ("", False),
    ],
)
def test_a_statement_is_named_in_any_way_a_person_may_name_it(pattern: str, meant: bool) -> None:
    assert matches(pattern, forms("2024/informe", "statements/2024/informe.es.md")) is meant


def test_accents_are_the_same_however_they_are_typed() -> None:
    typed, stored = unicodedata.normalize("NFC", "perú"), unicodedata.normalize("NFD", "perú")
    assert matches(typed, forms(stored, f"statements/{stored}.es.md"))
    assert matches(stored.upper(), forms(typed, f"statements/{typed}.es.md"))


def test_what_names_no_statement_is_said_with_the_nearest(settings: Settings) -> None:
    told = settings.unmatched({"cartas": "statements/cartas.es.md", "2023-03-01": ""})
    assert list(map(str, told)) == [
        "translate-flow.toml: [privacy] confidential: 'testimonios/*' matches no statement; "
        "correct it, or take it out",
        'translate-flow.toml: [statements."carta"] matches no statement; did you mean cartas?; '
        "correct it, or take it out",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "[statements.carta]\nengine = ['apertium']",
            r'\[statements."carta"\] engine: unknown key; did you mean',
        ),
        ("[statements.carta]\nengines = 'apertium'", r'write a list of words, such as \["apertium"\]'),
        ("[privacy]\nconfidential = true", r'write a list of words, such as \["2023-\*"\]'),
        ("[statements]\ncarta = 1", r'write a section \[statements."NAME"\]'),
        ("statements = 1", r"unknown section \[statements\]"),
    ],
)
def test_a_slip_in_such_a_section_is_told_with_its_place(text: str, message: str) -> None:
    with pytest.raises(WorkspaceError, match=message):
        parse_settings(text, "translate-flow.toml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[languages]\ntargets = []", "[languages] targets: name at least one language"),
        (
            '[languages]\ntargets = ["en", "fr", "en"]',
            "[languages]: a language is named twice: es, en, fr, en",
        ),
        ('[languages]\ntargets = ["es"]', "[languages]: a language is named twice: es, es"),
        ('[languages]\ntargets = ["EN"]', "[languages]: write en for EN"),
        ('[languages]\ntargets = ["pt_br"]', "[languages]: write pt-BR for pt_br"),
        ('[languages]\ntargets = ["../x"]', "'../x' is not a language tag"),
    ],
)
def test_languages_that_could_not_work_are_refused(text: str, message: str) -> None:
    with pytest.raises(WorkspaceError) as caught:
        parse_settings(text, "translate-flow.toml")
    assert message in str(caught.value)


def test_every_way_to_write_a_good_tag_is_taken() -> None:
    text = '[languages]\nsource = "qu"\ntargets = ["en", "fr", "pt-BR", "zh-Hant", "es-419"]'
    assert parse_settings(text, "x").languages.targets == ("en", "fr", "pt-BR", "zh-Hant", "es-419")


@pytest.mark.parametrize(
    ("tag", "right"), [("en-UK", "en-GB"), ("spa", "es"), ("eng", "en"), ("que", "qu"), ("en_GB", "en-GB")]
)
def test_a_tag_that_readers_do_not_know_is_refused_with_the_right_one(tag: str, right: str) -> None:
    from translate_flow.errors import UsageError
    from translate_flow.settings import check_language

    with pytest.raises(UsageError, match=f"write {right} for {tag}"):
        check_language(tag, "--to")
