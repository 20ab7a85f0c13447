"""`forget`: no file of the workspace holds a statement's words any more, and nothing else is touched."""

from __future__ import annotations

import json
import socket
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from translate_flow.cli.group import group
from translate_flow.errors import ConflictError, UsageError
from translate_flow.flow.forget import forget, traces
from translate_flow.flow.statement.unsaved import keep
from translate_flow.flow.statement.work import Work
from translate_flow.flow.summaries import Summaries
from translate_flow.workspace import Workspace

SECRET = "# El testimonio de Quillabambina\n\nQuillabambina vio la camioneta guinda en el puente.\n"
OTHER = "# La carta\n\nPedimos justicia para todas las familias.\n"
WORDS = (b"Quillabambina", b"maroon pickup", b"half typed")


def run(place: Path, *words: str, answer: str = "") -> Result:
    return CliRunner().invoke(group, [*words, "-C", str(place)], input=answer, catch_exceptions=True)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Two statements, one of which has gone through everything that keeps words."""
    place = tmp_path / "w"
    for folder in ("statements/casos", "glossary", "memory"):
        (place / folder).mkdir(parents=True)
    (place / "translate-flow.toml").write_text('[drafting]\nengines = ["fake"]\n[person]\nname = "Ana"\n')
    (place / "statements/casos/testigo.es.md").write_text(SECRET, "utf-8")
    (place / "statements/carta.es.md").write_text(OTHER, "utf-8")
    assert run(place, "add").exit_code == 0
    made = Workspace.find(place)
    for name in ("casos/testigo", "carta"):
        work = Work.open(made, name, "en")
        texts = ["The testimony", "She saw the maroon pickup."] if "/" in name else ["The letter", "We ask."]
        for entry, text in zip(work.catalogue.entries, texts, strict=True):
            assert run(place, "edit", name, entry.key, "--text", text).exit_code == 0
        keep(
            made, name, "en", "Ana", work.catalogue.entries[0].key, "half typed" if "/" in name else "my", ""
        )
    assert run(place, "draft", "--redo").exit_code == 0
    assert run(place, "plan", "testigo", "--note", "Quillabambina").exit_code == 0
    for words in (["memory", "rebuild"], ["check"], ["build", "--drafts"], ["diff"], ["status"]):
        assert run(place, *words).exit_code in (0, 1)
    Summaries(made).all(made)
    summaries = Summaries(made)
    summaries.all(made)
    summaries.save()
    (place / "statements/casos/testigo.es.md~").write_text(SECRET, "utf-8")
    beside = {"signatories.csv": "organisation\nRed Quillabambina\n", "about.yaml": "place: Quillabambina\n"}
    for end, text in {**beside, "es.pdf": "%PDF-1.4 Quillabambina", "en.md": "Quillabambina\n"}.items():
        (place / f"statements/casos/testigo.{end}").write_text(text, "utf-8")
    merge = place / ".translate-flow/merge-abcdefgh/tree/statements"
    merge.mkdir(parents=True)
    (merge / "testigo.es.md").write_text(SECRET, "utf-8")
    for words in (["export", "--xliff"], ["export"], ["export", "--package"], ["site"]):
        assert run(place, *words).exit_code == 0
    (place / "build/compared.html").write_text(
        "<p>Quillabambina vio la <b>camioneta</b> guinda en el puente.</p>"
    )
    return Workspace.find(place)


def holding(place: Path) -> list[str]:
    """Files that hold the statement's words or its name, whatever their kind."""
    files = [p for p in place.rglob("*") if p.is_file() and ".git" not in p.parts]
    return [
        str(p.relative_to(place))
        for p in files
        if any(word in p.read_bytes() for word in (*WORDS, b"casos/testigo")) or "testigo" in str(p)
    ]


def test_no_file_holds_a_word_of_it_and_the_others_stay(workspace: Workspace) -> None:
    place = workspace.root
    assert len(holding(place)) >= 8
    others = ["statements/carta.es.md", "locales/en/carta.po", "locales/en/carta.history.jsonl"]
    before = {file: (place / file).read_bytes() for file in others}
    done = run(place, "forget", "testigo", "--yes")
    assert done.exit_code == 0, done.output
    assert "statements/casos/testigo.es.md\n" in done.output and "backups" in done.output
    assert holding(place) == [] and not (place / "statements/casos").exists()
    assert {file: (place / file).read_bytes() for file in others} == before
    assert (place / "build/en/carta").is_dir()
    assert list((place / ".translate-flow/typing").rglob("*.json"))
    assert run(place, "memory", "stats").exit_code == run(place, "status").exit_code == 0
    assert holding(place) == []


def test_what_is_kept_of_it_is_its_owners_alone(workspace: Workspace) -> None:
    merged = workspace.cache / "merge-abcdefgh"  # put there by the test
    kept = [workspace.cache, *(p for p in workspace.cache.rglob("*") if not p.is_relative_to(merged))]
    assert [str(p) for p in kept if p.stat().st_mode & 0o077] == []


def test_what_was_left_after_deleting_by_hand_is_found(workspace: Workspace) -> None:
    place = workspace.root
    for path in [*place.glob("statements/casos/*.md*"), *place.glob("locales/en/casos/*")]:
        path.unlink()
    (place / "build/compared.html").unlink()  # by nothing but its words can it be known
    assert holding(place)
    assert run(place, "forget", "statements/casos/testigo.es.md", "--yes").exit_code == 0
    assert holding(place) == []
    again = run(place, "forget", "casos/testigo", "--yes")
    assert isinstance(again.exception, UsageError) and "no trace of" in str(again.exception)


def test_nothing_is_removed_before_a_yes(workspace: Workspace) -> None:
    place = workspace.root
    before = holding(place)
    assert run(place, "forget", "testigo", "--dry-run").exit_code == 0
    assert run(place, "forget", "testigo", answer="n\n").exit_code == 1
    assert run(place, "forget", "testigo").exit_code == 1
    # A word of its text is not its name.
    assert isinstance(run(place, "forget", "testimonio", "--yes").exception, UsageError)
    assert holding(place) == before
    assert run(place, "forget", "testigo", answer="y\n").exit_code == 0
    assert holding(place) == []


def test_copies_alone(workspace: Workspace) -> None:
    assert run(workspace.root, "forget", "testigo", "--copies", "--yes").exit_code == 0
    assert sorted(holding(workspace.root)) == [
        "locales/en/casos/testigo.history.jsonl",
        "locales/en/casos/testigo.po",
        "plans/casos/testigo.toml",
        *(
            f"statements/casos/testigo.{end}"
            for end in ("about.yaml", "en.md", "es.md", "es.pdf", "signatories.csv")
        ),
    ]


def test_what_cannot_be_removed_is_told(workspace: Workspace) -> None:
    place = workspace.root
    assert run(place, "memory", "export", str(place / "memory/all.tmx")).exit_code == 0
    with (place / "locales/en/carta.history.jsonl").open("a", encoding="utf-8") as journal:
        row = {
            "id": "fffffffffff-0000-000000",
            "at": "2024-05-05T00:00:00Z",
            "by": "memory",
            "do": "draft",
            "key": "0",
        }
        journal.write(json.dumps({**row, "note": "same text, from casos/testigo"}) + "\n")
    with (place / "locales/en/casos/testigo.history.jsonl").open("a", encoding="utf-8") as journal:
        journal.write(json.dumps({**row, "by": "deepl", "engine": "deepl 1"}) + "\n")
    git = ["git", "-C", str(place), "-c", "user.name=Ana", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "all"]):
        subprocess.run([*git, *words], check=True, capture_output=True)
    told = "\n".join(map(str, traces(Workspace.find(place), "testigo").elsewhere))
    assert "it was sent to deepl (first on 2024-05-05)" in told
    assert "memory/all.tmx has" in told
    assert "locales/en/carta.history.jsonl names it" in told
    assert "git: one commit has it" in told


def test_while_a_desk_has_it_in_its_memory_it_is_not_forgotten(workspace: Workspace) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        (workspace.cache / "desk.json").write_text(json.dumps({"secret": "0" * 64, "port": port}))
        before = holding(workspace.root)
        with pytest.raises(ConflictError, match="end it first"):
            forget(workspace, traces(workspace, "testigo"))
        assert holding(workspace.root) == before
