"""Help and usage errors in Spanish: every text has one, and the program shows it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import polib
import pytest

import translate_flow.cli
from translate_flow.cli import run, wanted_language
from translate_flow.cli.group import group
from translate_flow.cli.helptexts import commands, overview, place, summaries, texts, update
from translate_flow.cli.overview import COLUMNS
from translate_flow.cli.overview import place as kept_at
from translate_flow.cli.spoken import METAVAR, SENTENCE, catalogue, command_texts
from translate_flow.messages import LANGUAGES, speaking

from .messages.test_style import faults
from .style_words import ENGLISH

KNOWN = catalogue("es")
COMMANDS = list(commands())


def spanish(args: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """What the program says to a Spanish reader."""
    with speaking("es"):
        run(args)
    captured = capsys.readouterr()
    return captured.out + captured.err


@pytest.mark.parametrize(("name", "command", "parameters"), COMMANDS, ids=[name for name, _, _ in COMMANDS])
def test_each_text_of_a_command_has_its_spanish(
    name: str, command: click.Command, parameters: list[click.Parameter]
) -> None:
    """A new text fails here until `python -m translate_flow.cli.helptexts` was run and it is translated."""
    assert command.help, name
    assert [text for text in command_texts(command, parameters) if ("", text) not in KNOWN] == []


def test_sections_and_placeholders_have_their_spanish() -> None:
    ours = [(context, text) for context, text, _ in texts() if context in ("", METAVAR)]
    assert [entry for entry in ours if entry not in KNOWN] == []


def test_the_catalogue_is_in_step_with_the_commands() -> None:
    """Click's own words may be more in another version; ours must be the same."""
    stored = {(e.msgctxt or "", e.msgid) for e in polib.pofile(str(place("es"))) if e.msgctxt != "click"}
    made = {(e.msgctxt or "", e.msgid) for e in update("es") if e.msgctxt != "click"}
    assert stored == made


def test_the_list_of_commands_says_of_each_what_its_own_help_says() -> None:
    assert (Path(translate_flow.cli.__file__).parent / "summaries.py").read_text("utf-8") == summaries()


@pytest.mark.parametrize("columns", COLUMNS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_that_is_kept_is_what_click_would_print(language: str, columns: int) -> None:
    assert Path(kept_at(language, columns)).read_text("utf-8") == overview(language, columns)


@pytest.mark.parametrize(
    ("columns", "language", "kept"),
    [("80", "es", 80), ("250", "en", 100), ("0", "en", 80), ("91", "es", None)],
)
def test_the_help_comes_at_once_in_the_width_of_the_terminal(
    columns: str, language: str, kept: int | None
) -> None:
    code = "import sys\nfrom translate_flow.cli import main\ntry: main(['-h'])\nfinally: print('click' in sys.modules)"
    environment = {**os.environ, "LC_ALL": f"{language}_PE.UTF-8", "LANGUAGE": "", "COLUMNS": columns}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment)
    *shown, loaded = done.stdout.decode().splitlines()
    assert loaded == str(kept is None)
    if kept:
        assert shown == Path(kept_at(language, kept)).read_text("utf-8").splitlines()
    else:
        assert max(map(len, shown)) in range(80, 90)


@pytest.mark.parametrize("path", [name.split()[1:] for name, _, _ in COMMANDS], ids=" ".join)
def test_a_help_page_has_no_english_in_it(path: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    shown = spanish([*path, "--help"], capsys)
    assert "Uso: translate-flow" in shown and "Opciones:" in shown
    words = set(re.findall(r"(?<![\w-])[a-z]+(?![\w-])", re.sub(r"\[[^\]]*\]|'[^']*'|«[^»]*»", "", shown)))
    assert words & ENGLISH == set()


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_first_sentence_of_a_help_fits_into_a_list(tag: str) -> None:
    with speaking(tag):
        cut = [name for name, command, _ in COMMANDS if command.get_short_help_str(SENTENCE).endswith("...")]
    assert [name for name in cut if " " in name] == []


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["edit", "carta"], "Falta el argumento 'CLAVE'."),
        (["return", "carta"], "Falta la opción '--note'."),
        (["check", "--frmat", "json"], "No existe la opción '--frmat'."),
        (
            ["check", "--format", "yaml"],
            "Valor no válido para '--format': 'yaml' no es ninguno de: 'text', 'json'.",
        ),
        (["memory", "search", "--limit", "0", "x"], "está fuera del rango"),
        (["export", "--to"], "La opción '--to' necesita un valor."),
        (["init", "a", "b"], "Sobra un argumento (b)"),
        (["statsu"], "No existe el comando «statsu»"),
    ],
)
def test_click_says_in_spanish_what_is_wrong(
    args: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = spanish(args, capsys)
    assert "Error: " in shown and said in shown


def test_the_same_program_speaks_english_again(capsys: pytest.CaptureFixture[str]) -> None:
    spanish(["edit", "--help"], capsys)
    run(["edit", "--help"])
    assert "Write or correct one segment's translation." in capsys.readouterr().out
    run(["edit", "carta"])
    assert "Missing argument 'KEY'." in capsys.readouterr().err


@pytest.mark.parametrize("where", ["first", "last", "joined"])
def test_lang_is_understood_anywhere_on_the_line(where: str) -> None:
    command = [sys.executable, "-m", "translate_flow"]
    line = {
        "first": ["--lang", "es", "glossary", "list", "-h"],
        "last": ["glossary", "list", "-h", "--lang", "es"],
        "joined": ["glossary", "--lang=es", "list", "-h"],
    }[where]
    done = subprocess.run([*command, *line], capture_output=True, text=True, check=True)
    assert "Muestra los términos vigentes" in done.stdout


@pytest.mark.parametrize(
    ("environment", "tag"),
    [
        ({"LANG": "es_PE.UTF-8"}, "es_PE.UTF-8"),
        ({"LANG": "es_PE.UTF-8", "LC_ALL": "C"}, "C"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "es_ES"}, "es_ES"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "es:en"}, "es"),
        ({"LANG": "C", "LANGUAGE": "es"}, "C"),
    ],
)
def test_the_environment_decides_as_for_other_programs(environment: dict[str, str], tag: str) -> None:
    assert wanted_language(["status"], environment) == tag
    assert wanted_language(["status", "--lang", "en"], environment) == "en"


def test_help_in_english_reads_no_spanish() -> None:
    code = "import sys; from translate_flow.cli import run; run(['--help']); sys.exit('polib' in sys.modules)"
    environment = {**os.environ, "LANG": "C.UTF-8"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, env=environment)
    assert done.returncode == 0


def test_help_uses_plain_words() -> None:
    from translate_flow.messages import Template

    said = [text for context, text, _ in texts() if not context]
    assert [fault for text in said for fault in faults(Template("help", re.sub(r"[{}]", "", text)))] == []


def test_every_command_takes_the_language() -> None:
    lacking = [
        name for name, _, parameters in COMMANDS if "--lang" not in {o for p in parameters for o in p.opts}
    ]
    assert lacking == [] and group.name


def test_the_catalogue_has_nothing_empty() -> None:
    assert [e.msgid for e in polib.pofile(str(place("es"))) if not e.translated()] == []
    assert Path(place("es")).exists()
