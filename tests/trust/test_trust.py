"""A little of each attack in every run of the tests; `make attack` makes thousands."""

from __future__ import annotations

import json
import os
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from translate_flow.catalogue import Catalogue

from ..warm import program
from . import clones, disks, editors, kills
from .ground import NAME, Row, Runner, fresh, keys, known_texts, leftovers, po_path, table, workspace

SEED = int(os.environ.get("TRUST_SEED", "7"))


def kept(row: Row) -> None:
    assert row.clean and row.tried, table([row])


def test_a_kill_at_any_moment_loses_nothing_and_leaves_nothing_behind(tmp_path: Path) -> None:
    kept(kills.kills(tmp_path / "k", 40, SEED))


def test_what_a_killed_command_left_is_cleaned_in_every_folder(tmp_path: Path) -> None:
    with Runner() as run:
        root = workspace(fresh(tmp_path / "g") / "w", run)
        asked = ("plan", NAME, "--translator", "Ana", "--as", "rita")
        assert run(root, *asked).code == 0
        for number in range(1, 12):
            run(root, *asked, kill_at=number)
            assert run(root, "status").code == 0
            assert not leftovers(root / "plans"), number


def test_an_interrupted_init_can_be_finished(tmp_path: Path) -> None:
    kept(kills.interrupted_init(tmp_path / "i", 20, SEED))


def test_what_another_editor_saves_meanwhile_is_never_lost(tmp_path: Path) -> None:
    kept(editors.outside_saves(tmp_path / "o", 80, SEED, writers=2))


def test_a_write_that_fails_is_all_or_nothing_and_says_so(tmp_path: Path) -> None:
    kept(disks.limited(tmp_path / "l", 15, SEED))


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    """On a disk of its own where one can be mounted; else over quota, with another seed."""
    kept(disks.full(tmp_path / "f", 15, SEED) or disks.limited(tmp_path / "l", 10, SEED + 1))


def test_a_failing_disk_loses_nothing_and_is_reported(tmp_path: Path) -> None:
    kept(disks.failing(tmp_path / "e", 20, SEED))


READINGS = {
    "kind": lambda key: ("kind", NAME, key, "keep", "--as", "rita"),
    "split": lambda key: ("split", NAME, key, "--before", "el caso", "--as", "rita"),
    "add": lambda key: ("add",),
}


@pytest.mark.parametrize("what", READINGS)
def test_a_new_reading_is_in_both_files_or_in_neither(tmp_path: Path, what: str) -> None:
    """Whichever step of it the disk fails at."""
    refused = 0
    with Runner() as run:
        for step in range(11, 20):
            root = workspace(fresh(tmp_path / what) / "w", run)
            if what == "add":
                source = root / "statements" / f"{NAME}.es.md"
                source.write_text(source.read_text("utf-8").replace("caso 3", "caso tres"), "utf-8")
            before = disks.contents(root)
            ran = run(root, *READINGS[what](keys(root)[3]), fail_at=step, lasting=False)
            assert ran.code in (0, 3), ran.err
            if ran.code == 3:
                refused += 1
                assert disks.contents(root) == before and "nothing of the statement was changed" in ran.err
    assert refused > 1


def test_a_reading_that_the_disk_kept_from_its_file_is_no_edit_of_anybody(tmp_path: Path) -> None:
    """The disk is pulled out between the journal and the PO file of a reading that moves texts to other segments."""
    with Runner() as run:
        root = workspace(fresh(tmp_path / "w") / "w", run)
        source = root / "statements" / f"{NAME}.es.md"
        twice = "\n\nPedimos que se investigue el caso 0 de la provincia."
        source.write_text(
            source.read_text("utf-8").replace("# Carta abierta", f"# Carta abierta{twice}"), "utf-8"
        )
        assert run(root, "add").code == 0
        for number, key in enumerate(keys(root)):
            run(root, "edit", NAME, key, "--as", "ana", "--text", f"ANA {number}.")
        texts = [entry.target for entry in Catalogue.load(po_path(root)).entries]
        was = source.read_text("utf-8")
        # The first of two equal paragraphs changes: the second is now the first of its text.
        source.write_text(was.replace("caso 0 de la", "caso 0 bis de la", 1), "utf-8")
        ran = run(root, "add", fail_at=14, lasting=True)
        assert ran.code == 3 and "the journal already records the change" in ran.err
        source.write_text(was, "utf-8")
        for _ in range(2):
            assert run(root, "status").code == 0
        work = disks.Journal.load(root / "locales" / "en" / f"{NAME}.history.jsonl")
        assert not [e for e in work.events if e.do == "edit" and e.by not in ("ana",)]
        assert [entry.target for entry in Catalogue.load(po_path(root)).entries] == texts


def test_on_a_read_only_file_system_one_can_read_and_is_refused_in_a_line(tmp_path: Path) -> None:
    row = disks.read_only(tmp_path / "r", 10, SEED)
    if row is None:
        pytest.skip("no file system can be mounted here (root is needed)")
    kept(row)


def test_three_clones_merged_lose_no_text_and_agree(tmp_path: Path) -> None:
    kept(clones.merges(tmp_path / "m", 3, SEED))


def test_commits_picked_across_a_merge_bring_every_text(tmp_path: Path) -> None:
    kept(clones.merges(tmp_path / "m", 3, 2, ("merge", "cherry-pick")))


def test_a_draft_that_cannot_open_its_memory_says_so(tmp_path: Path) -> None:
    with Runner() as run:
        assert "memory.sqlite" in disks.silent_memory(tmp_path / "s", run)


@pytest.fixture
def ground(tmp_path: Path) -> tuple[Path, Runner]:
    """A workspace in a git repository, with the driver registered."""
    with Runner() as run:
        root = workspace(fresh(tmp_path / "g") / "w", run)
        clones.git(root, "init", "-q", "-b", "main")
        yield root, run


def test_the_driver_is_missed_registered_and_found_again_after_a_move(ground: tuple[Path, Runner]) -> None:
    root, run = ground
    assert "line by line" in run(root, "status").err and "✗ git's merge driver" in run(root, "doctor").out
    assert run(root, "init").code == 0
    command = clones.git(root, "config", "merge.translate-flow.driver").stdout
    assert Path(command.split()[0].strip("'")).is_absolute() and "-m translate_flow merge-driver" in command
    assert run(root, "status").err == ""
    for old in (
        "translate-flow merge-driver %O %A %B %P",
        "/gone/python -m translate_flow merge-driver %O %A %B %P",
    ):
        clones.git(root, "config", "merge.translate-flow.driver", old)
        assert run(root, "status").err == ""
        assert clones.git(root, "config", "merge.translate-flow.driver").stdout == command


@pytest.mark.parametrize("verb", ["confirm", "approve"])
def test_a_doubt_is_reported_until_somebody_decides_and_takes_no_approval_away(
    ground: tuple[Path, Runner], verb: str
) -> None:
    root, run = ground
    run(root, "init")
    key = keys(root)[0]
    old = po_path(root).read_text("utf-8")
    run(root, "edit", NAME, key, "--as", "berta", "--text", "BERTA put it right.")
    run(root, "approve", NAME, key, "--as", "rita")
    po_path(root).write_text(re.sub(r"Last-Translator: [^\\]*", "Last-Translator: Olga", old), "utf-8")
    for _ in range(2):
        assert "1 segment has another text" in run(root, "status").err
    assert [key] == json.loads(run(root, "status", "--format", "json").out)["statements"][0]["doubtful"]
    assert run(root, verb, NAME, key, "--as", "carla").code == 0
    assert run(root, "status").err == ""
    shown = run(root, "show", NAME, key).out
    assert "approved" in shown and "BERTA put it right." in shown


@pytest.mark.parametrize("order", [("Z", "A"), ("A", "Z")], ids=["Z before A", "A before Z"])
@pytest.mark.parametrize(
    "way", [["merge", "-q", "--no-edit"], ["cherry-pick"], ["rebase", "-q"]], ids=lambda way: way[0]
)
def test_of_two_texts_of_one_minute_the_later_stands(
    ground: tuple[Path, Runner], way: list[str], order: tuple[str, str]
) -> None:
    """The driver asks the committed journals; the PO files' headers name the minute alone."""
    root, run = ground
    key = keys(root)[0]
    run(root, "init")
    clones.git(root, "add", "-A")
    clones.git(root, "commit", "-qm", "begin")
    clones.git(root, "branch", "other")
    headers = []
    for branch, text in zip(("main", "other"), order, strict=True):
        clones.git(root, "checkout", "-q", branch)
        assert run(root, "edit", NAME, key, "--as", text, "--text", f"{text} typed this.").code == 0
        po = po_path(root)
        po.write_text(
            re.sub(
                r"PO-Revision-Date: [^\\]+", "PO-Revision-Date: 2026-01-01 10:00+0000", po.read_text("utf-8")
            )
        )
        headers.append(re.findall("PO-Revision-Date.*", po.read_text("utf-8")))
        clones.git(root, "add", "-A")
        clones.git(root, "commit", "-qm", branch)
    assert headers[0] == headers[1]
    clones.git(root, "checkout", "-q", "main")
    stopped = clones.git(root, *way, "other")
    assert stopped.returncode, "two texts for one segment are for a person to look at"
    entry = next(e for e in Catalogue.load(po_path(root)).entries if e.key == key)
    assert entry.target == f"{order[1]} typed this." and order[0] in entry.comment


def test_an_entry_that_a_merge_of_lines_doubled_is_read_once_on_either_side(
    ground: tuple[Path, Runner],
) -> None:
    """Without the driver git merges lines, and takes the second entry's for the first's that were marked unfinished."""
    root, run = ground
    one, two = keys(root)[1:3]
    clones.git(root, "init", "-q", "-b", "main")
    for branch, first, second in (
        ("main", ("One.", False, ""), ("Two.", True, "")),
        ("other", ("One.", True, ""), ("Two.", True, "")),
        ("ours", ("One, later.", True, "seen by a second reader"), ("Two, later.", False, "")),
    ):
        clones.git(root, "checkout", "-q", "-B", branch, "main")
        there = Catalogue.load(po_path(root))
        new = {
            key: {"target": text, "fuzzy": fuzzy, "comment": comment}
            for key, (text, fuzzy, comment) in ((one, first), (two, second))
        }
        entries = tuple(replace(e, **new.get(e.key, {})) for e in there.entries)
        replace(there, entries=entries).save()
        assert run(root, "status").code == 0
        clones.git(root, "add", "-A")
        clones.git(root, "commit", "-qm", branch)
    assert clones.git(root, "merge", "-q", "other").returncode
    assert po_path(root).read_text("utf-8").count(f'msgctxt "{one}"') == 2
    shown = run(root, "status")
    assert shown.code == 0, shown.err
    found = {e.key: e for e in Catalogue.load(po_path(root)).entries}
    assert len(found) == len(keys(root)) and found[one].target == "One, later." and found[one].fuzzy
    assert found[two].target == "Two, later."
    assert {"One.", "One, later.", "Two.", "Two, later."} <= known_texts(root)


def test_a_file_cut_off_between_entries_is_not_finished_and_comes_back(ground: tuple[Path, Runner]) -> None:
    root, run = ground
    for number, key in enumerate(keys(root)):
        run(root, "edit", NAME, key, "--as", "ana", "--text", f"ANA {number}.")
    whole = po_path(root).read_text("utf-8")
    po_path(root).write_text("\n\n".join(whole.split("\n\n")[:4]) + "\n", "utf-8")
    shown = run(root, "status", "--fail-under", "100")
    assert shown.code == 1 and "no entry for 5 of its 8 segments" in shown.err
    assert "no entry for 5" in run(root, "doctor").out and run(root, "draft").code == 3
    assert run(root, "add").code == 0 and po_path(root).read_text("utf-8").count("ANA ") == 8
    assert run(root, "status", "--fail-under", "100").code == 0


def test_lone_carriage_returns_are_line_ends_and_nothing_is_overwritten_unread(
    ground: tuple[Path, Runner],
) -> None:
    root, run = ground
    key = keys(root)[0]
    data = po_path(root).read_text("utf-8").replace("ANA begins 0.", "OLGA's words.")
    po_path(root).write_bytes(data.replace("\n", "\r").encode())
    assert run(root, "status").code == 0
    assert "OLGA's words." in run(root, "show", NAME, key).out and "OLGA's words." in known_texts(root)


def test_what_a_killed_command_put_aside_is_taken_in_by_the_next(ground: tuple[Path, Runner]) -> None:
    root, run = ground
    data = po_path(root).read_text("utf-8").replace("ANA begins 0.", "OLGA saved this just before.")
    (po_path(root).parent / f".{NAME}.po.abcdefgh.aside").write_text(data, "utf-8")
    (po_path(root).parent / f".{NAME}.po.abcdefgi.tmp").write_text("half", "utf-8")
    assert run(root, "status").code == 0
    assert "OLGA saved this just before." in known_texts(root) and not leftovers(root / "locales")


def test_conflict_marks_in_a_catalogue_are_understood_and_in_the_rest_named(
    ground: tuple[Path, Runner],
) -> None:
    root, run = ground
    run(root, "init")
    data = po_path(root).read_text("utf-8")
    line = 'msgstr "ANA begins 0."'
    marked = f'<<<<<<< HEAD\n{line}\n=======\nmsgstr "BERTA wrote this."\n>>>>>>> b'
    po_path(root).write_text(data.replace(line, marked), "utf-8")
    assert run(root, "status").code == 0
    assert "<<<<<<<" not in po_path(root).read_text("utf-8")
    shown = run(root, "show", NAME, keys(root)[0]).out + po_path(root).read_text("utf-8")
    assert "BERTA wrote this." in shown and "ANA begins 0." in shown
    glossary = root / "glossary" / "names.csv"
    glossary.write_text(glossary.read_text("utf-8") + "<<<<<<< HEAD\nA,B\n=======\nA,C\n>>>>>>> b\n", "utf-8")
    assert "git's conflict marks are in the file; keep one side" in run(root, "check", NAME).err
    settings = root / "translate-flow.toml"
    settings.write_text(settings.read_text("utf-8") + "<<<<<<< HEAD\n=======\n>>>>>>> b\n", "utf-8")
    assert "git's conflict marks are in the file" in run(root, "status").err


def test_adds_of_one_statement_at_once_wait_for_each_other(tmp_path: Path) -> None:
    """Four of them, begun together: each is done, and every paragraph is there once."""
    root = tmp_path / "w"
    subprocess.run([program(), "init", root], check=True, capture_output=True)
    paragraphs = [f"Párrafo {n} de la carta." for n in range(60)]
    (root / "statements" / "carta.es.md").write_text("\n\n".join(paragraphs), "utf-8")
    at_once = [
        subprocess.Popen([program(), "add"], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    for one in at_once:
        _, said = one.communicate(timeout=120)
        assert one.returncode == 0, said.decode()
    catalogue = Catalogue.load(root / "locales" / "en" / "carta.po")
    assert [entry.source for entry in catalogue.entries] == paragraphs
