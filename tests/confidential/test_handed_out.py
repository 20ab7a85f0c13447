"""Nothing of a confidential statement is in what is published or sent, unless it is asked for by name or by the word."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from translate_flow.cli.group import group
from translate_flow.flow.statement.work import Work
from translate_flow.workspace import Workspace

SECRETS = ("Chuquibambilla", "night watchman", "Quién nos vio")
OPEN = "We ask for justice for all families."


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    place = tmp_path / "w"
    for folder in ("statements", "glossary"):
        (place / folder).mkdir(parents=True)
    (place / "translate-flow.toml").write_text('[person]\nname = "Ana"\n[drafting]\nengines = ["fake"]\n')
    (place / "statements/testigo.es.md").write_text(
        "---\nconfidential: yes\n---\n# Chuquibambilla habla\n\nEn Chuquibambilla todos lo vieron.\n", "utf-8"
    )
    (place / "statements/carta.es.md").write_text(
        "# La carta\n\nPedimos justicia para todas las familias.\n", "utf-8"
    )
    said(place, "add")
    made = Workspace.find(place)
    texts = {
        "testigo": ["The night watchman speaks", "The night watchman saw it."],
        "carta": ["The letter", OPEN],
    }
    for name, lines in texts.items():
        for entry, text in zip(Work.open(made, name, "en").catalogue.entries, lines, strict=True):
            said(place, "edit", name, entry.key, "--text", text)
        said(
            place,
            "plan",
            name,
            "--due",
            "2031-05-05",
            "--note",
            "Quién nos vio" if name == "testigo" else "pronto",
        )
    return made


def said(place: Path, *words: str) -> str:
    done = CliRunner().invoke(group, [*words, "-C", str(place)], catch_exceptions=True)
    assert done.exit_code in (0, 1), (words, done.output, done.exception)
    return done.output


def told(data: bytes) -> str:
    """Everything that is in a file, in all parts of it."""
    if not data.startswith(b"PK"):
        return data.decode("utf-8", "replace").replace("\r\n ", "")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return " ".join(told(archive.read(part)) + part for part in archive.namelist())


def secrets(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret in text]


def test_a_calendar_and_a_digest_have_no_word_of_it(workspace: Workspace) -> None:
    for file in workspace.statements.glob("*.md"):
        file.write_text(f"{file.read_text('utf-8')}\nHay más.\n", "utf-8")
    said(workspace.root, "add")
    for form in ("ics", "text", "eml"):
        sent = said(workspace.root, "plan", "--format", form)
        assert "testigo" in sent and not secrets(sent), form
    sent = said(workspace.root, "plan", "--format", "text")
    assert "neither its title nor its note is sent" in sent and "La carta" in sent and "pronto" in sent


def test_a_memory_for_others_is_without_it(workspace: Workspace, tmp_path: Path) -> None:
    for options in ((), ("--plain",)):
        out = tmp_path / "m.tmx"
        assert "testigo: confidential; its 2 pairs are left out" in said(
            workspace.root, "memory", "export", *options, str(out)
        )
        assert OPEN in out.read_text("utf-8") and not secrets(out.read_text("utf-8"))
        said(workspace.root, "memory", "export", "--confidential", *options, str(out))
        assert secrets(out.read_text("utf-8")) == ["Chuquibambilla", "night watchman"]


def test_a_package_has_it_only_if_it_is_named(workspace: Workspace, tmp_path: Path) -> None:
    out = tmp_path / "p.zip"
    assert "left out as confidential: testigo" in said(
        workspace.root, "export", "--package", "--out", str(out)
    )
    assert "carta" in told(out.read_bytes()) and not secrets(told(out.read_bytes()))
    said(workspace.root, "export", "testigo", "--package", "--force", "--out", str(out))
    assert secrets(told(out.read_bytes()))


def test_the_site_and_a_build_are_without_it(workspace: Workspace) -> None:
    said(workspace.root, "site", "--url", "https://example.org")
    CliRunner().invoke(group, ["build", "-C", str(workspace.root)])
    files = [path for path in (workspace.root / "build").rglob("*") if path.is_file()]
    assert any("carta" in str(path) for path in files)
    assert [path for path in files if secrets(told(path.read_bytes())) or "testigo" in str(path)] == []
