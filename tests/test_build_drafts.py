"""`build --drafts` with a draft that lacks a mark of its source: it goes on, and shows where."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from translate_flow.cli.group import group
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.workspace import Workspace

PAGE = '<!DOCTYPE html><html lang="es"><body><p>Vea <img src="a.png"> la casa.</p><p>Uno.</p></body></html>'


def run(root: Path, command: str, *options: str) -> Result:
    return CliRunner().invoke(group, [command, "-C", str(root), *options])


def test_a_draft_that_lost_a_mark_is_built_and_one_that_a_person_confirmed_is_not(tmp_path: Path) -> None:
    init(tmp_path, "es", ("en",))
    source = tmp_path / "statements" / "carta.es.html"
    source.write_text(PAGE, "utf-8")
    add(Workspace.find(tmp_path), [source], ["en"])
    assert run(tmp_path, "draft", "--engine", "fake").exit_code == 0
    catalogue = tmp_path / "locales" / "en" / "carta.po"
    text = catalogue.read_text("utf-8")
    assert "‹Vea› <x1/> ‹la›" in text
    catalogue.write_text(text.replace("‹Vea› <x1/> ‹la›", "‹Vea› ‹la›"), "utf-8")

    built = run(tmp_path, "build", "--drafts", "--format", "statement")
    assert built.exit_code == 0, built.output
    assert "carta: 1 draft lacks a mark of its source; it was put where it may belong" in built.output
    page = (tmp_path / "build" / "en" / "carta" / "carta.en.html").read_text("utf-8")
    assert (
        '[machine translation, not reviewed] [the place of a mark was guessed] ‹Vea› <img src="a.png"> ‹la› ‹casa›'
        in page
    )

    key = text.split('msgctxt "')[1].split('"')[0]
    assert run(tmp_path, "confirm", "carta", key, "--as", "ana").exit_code == 0
    stopped = run(tmp_path, "build", "--drafts", "--with-errors", "--format", "statement")
    assert stopped.exit_code != 0
    assert key in stopped.output


def test_of_several_statements_all_are_built_or_none(tmp_path: Path) -> None:
    """The second cannot be written: the first is as it was, and what was built of it before too."""
    init(tmp_path, "es", ("en",))
    for name in ("uno", "dos", "tres"):
        (tmp_path / "statements" / f"{name}.es.md").write_text(f"# {name}\n\nPedimos agua.\n", "utf-8")
    assert run(tmp_path, "add").exit_code == 0
    assert run(tmp_path, "draft", "--engine", "fake").exit_code == 0
    assert run(tmp_path, "build", "uno", "--drafts").exit_code == 0
    place = tmp_path / "build" / "en"
    before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    (tmp_path / "statements" / "uno.es.md").write_text("# uno\n\nPedimos agua limpia.\n", "utf-8")
    assert run(tmp_path, "add").exit_code == 0
    (place / "tres").write_text("a file where a folder should be", "utf-8")
    failed = run(tmp_path, "build", "--drafts")
    assert failed.exit_code != 0 and "tres" in str(failed.exception)
    (place / "tres").unlink()
    assert {path: path.read_bytes() for path in place.rglob("*") if path.is_file()} == before
    assert run(tmp_path, "build", "--drafts").exit_code == 0
    assert {path.name for path in place.iterdir()} == {"uno", "dos", "tres"}
