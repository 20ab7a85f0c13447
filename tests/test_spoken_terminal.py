"""What the commands say to a Spanish reader is Spanish: each is run, on a statement with no English in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import translate_flow
from translate_flow.cli import run
from translate_flow.cli.helptexts import commands
from translate_flow.flow.exchange import export
from translate_flow.flow.statement.work import Work
from translate_flow.messages import speaking

from .style_words import ENGLISH

TEXT = "---\ntitle: Carta abierta\n---\n# Carta\n\nLa Red Muqui denuncia que detuvieron a 17 personas.\n\nNo callaremos. Aquí estamos.\n\n- Puno\n\nRosa Flores Mamani vino.\n"
TOUR = """
    add statements/carta.es.md
    status
    draft --analyse
    draft --engine fake
    draft --engine fake
    draft --engine nadie
    show carta
    show nadie
    check
    check --list
    check --explain number-changed
    check --explain nada
    edit carta KEY --text Red›Muqui›71
    edit carta KEY
    edit carta 00000000 --text x
    confirm carta KEY
    confirm carta
    approve carta KEY
    approve carta --filter state:draft
    return carta KEY --note mal
    comment carta KEY hola
    comment carta
    check
    diff
    diff --by person
    diff --from previous
    diff --only nada
    history carta KEY
    history carta KEY --from 1 --to 2
    blame carta KEY
    find personas
    find estado:borrador
    timeline carta
    timeline carta --since 2000-01-01
    plan
    plan carta --due 2030-01-31
    plan --format text
    undo
    redo
    dismiss carta KEY number-changed --reason así
    dismiss carta KEY nada --reason así
    fix
    replace Muqui MUQUI
    replace Muqui MUQUI --all
    spread carta KEY
    split carta SECOND --sentences
    join carta SECOND
    kind carta KEY quote
    kind carta KEY nada
    restore carta KEY 1
    export carta
    import REVIEWED
    import statements/carta.es.md
    signatories carta nada.csv
    align carta nada.md
    build
    build --drafts
    build --list
    site
    glossary list
    glossary add Juana›Quispe
    glossary set Juana›Quispe policy=keep
    glossary find Quispe
    glossary check
    glossary suggest
    glossary variants
    glossary remove Juana›Quispe
    glossary export nombres.tbx
    glossary import nombres.tbx
    glossary import nada.tbx
    memory stats
    memory search personas
    memory export m.tmx
    memory import m.tmx
    memory rebuild
    memory clean --duplicates --dry-run
    engines
    engines test fake
    engines get firefox es zz
    doctor
    review carta
    merge-driver a b c d
    init .
    team list
    team invite ana
    team lost ana
    team name ana Ana
    team shut ana
    team migrate
    team forget carta
    team setup desk.example.org --root servidor
    team setup nada
    team check
    team backup
    team backup --key AGE-SECRET-KEY-1
    team restore nada.age --key nada
    team restore nada.age --key nada --into otra
    forget carta --dry-run
"""
ELSEWHERE = {"desk", "serve", "team git", "team worker"}
"""Commands that go on until they are ended; their own tests look at what they say."""
THEIRS = re.compile(
    r"\[[^\]]*\]|'[^']*'|«[^»]*»|“[^”]*”|`[^`]*`|\*[^*]*\*|--?[\w-]+|translate-flow( [a-z-]+)*|https?:\S+|[\w.-]*[/._=][\w./_=-]*|pip install \S+|(?m:^statement +N)"
)
"""Commands, options, files and quotations, which are the same in every language."""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = translate_flow.init(tmp_path_factory.mktemp("spoken") / "w", "es", ["en"])
    for file in (made.root / "glossary").glob("*.csv"):
        file.unlink()
    (made.root / "glossary" / "nombres.csv").write_text("es,en,kind\nRed Muqui,,organisation\n", "utf-8")
    (made.statements / "carta.es.md").write_text(TEXT, "utf-8")
    (made.statements / "otra.es.md").write_text("# Otra\n\nPuno.\n", "utf-8")
    translate_flow.add(made)
    work = Work.open(made, "otra", "en")
    assert work.units
    export(made, ["otra"], "en", "docx")[0].path.rename(made.root / "otra.docx")
    return made.root


def said(line: str, workspace: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What a command of the tour prints to a Spanish reader."""
    found = translate_flow.Workspace.load(workspace)
    units = Work.open(found, "carta", "en").units
    put = {"KEY": units[2].key, "SECOND": units[3].key, "REVIEWED": "otra.docx"}
    words = [put.get(word, word).replace("›", " ") for word in line.split()]
    capsys.readouterr()
    with speaking("es"):
        run(words)
    captured = capsys.readouterr()
    return captured.out + captured.err


def english(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])[a-z]+(?![\w-])", THEIRS.sub(" ", text))) & ENGLISH


def test_every_command_is_on_the_tour() -> None:
    leaves = {
        name.removeprefix("translate-flow ")
        for name, command, _ in commands()
        if not hasattr(command, "commands")
    }
    walked = {" ".join(line.split()[:n]) for line in TOUR.strip().splitlines() for n in (1, 2)}
    assert leaves - walked - ELSEWHERE - {"translate-flow"} == set()


def test_no_command_says_english_to_a_spanish_reader(
    workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One after the other, so that each finds what the ones before have done."""
    monkeypatch.chdir(workspace)
    monkeypatch.setenv("LANG", "es_PE.UTF-8")
    monkeypatch.setenv("COLUMNS", "400")
    monkeypatch.setenv("EDITOR", "true")
    found = {}
    silent = []
    for line in map(str.strip, TOUR.strip().splitlines()):
        text = said(line, workspace, capsys)
        silent += [] if text.strip() else [line]
        if words := english(text):
            found[line] = (words, text)
    assert "\n".join(f"{line}: {words}\n{text}" for line, (words, text) in found.items()) == ""
    assert len(silent) < 8, silent


def test_english_would_be_noticed(
    workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace)
    run(["check", "--list"])
    assert len(english(capsys.readouterr().out)) > 3
