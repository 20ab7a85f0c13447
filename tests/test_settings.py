"""Settings of single statements: their engines, and whether their text may leave this machine."""

from __future__ import annotations

import pytest

from translate_flow.errors import WorkspaceError
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
    ("name", "meta", "where"),
    [
        ("carta", {}, ""),
        ("carta", {"confidential": "false"}, ""),
        ("carta", {"confidential": "No"}, ""),
        ("carta", {"confidential": "true"}, "its front matter"),
        ("carta", {"confidential": "hasta el 3 de mayo"}, "its front matter"),
        ("testimonios/uno", {"confidential": "false"}, "[privacy] confidential in translate-flow.toml"),
        ("2023-03-01", {}, "[statements] in translate-flow.toml"),
    ],
)
def test_a_statement_is_confidential_by_any_one_mark(
    settings: Settings, name: str, meta: dict[str, str], where: str
) -> None:
    assert settings.confidential(name, meta) == where


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
