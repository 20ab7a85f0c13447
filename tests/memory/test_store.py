"""The memory's file: it keeps the contract of all storages, an older one is made anew, a newer one refused."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from translate_flow.cli.group import group
from translate_flow.errors import MemoryStoreError
from translate_flow.files.lock import locked
from translate_flow.flow.editing.edit import edit
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.memory import KeptMemory, opened
from translate_flow.flow.statement.work import Work
from translate_flow.memory import Query, Store
from translate_flow.memory.schema import VERSION, connect, explained
from translate_flow.workspace import Workspace

from .contract import PROMISES, Promise

TEXT = "Las familias esperan una respuesta.\n\nHubo 12 heridos en la plaza.\n"
ENGLISH = "The families are waiting for an answer."


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_the_file_keeps_the_promises_of_every_storage(promise: Promise, tmp_path: Path) -> None:
    with Store.open(tmp_path / "m.sqlite", "es", ["en", "fr"]) as storage:
        promise(storage)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """One statement, its first paragraph confirmed."""
    init(tmp_path, "es", ("en",))
    source = tmp_path / "statements" / "carta.es.md"
    source.write_text(TEXT, "utf-8")
    add(Workspace.find(tmp_path), [source], ["en"])
    made = Workspace.find(tmp_path)
    work = Work.open(made, "carta", "en")
    edit(work, work.units[0].key, ENGLISH, "Ana")
    return made


def known(workspace: Workspace) -> list[str]:
    with opened(workspace) as memory:
        return [pair.target for pair in memory.store.pairs("en")]


def of_version(workspace: Workspace, version: object) -> Path:
    """The memory's file, as if that version had made it."""
    assert known(workspace) == [ENGLISH]
    path = workspace.cache / "memory.sqlite"
    with closing(sqlite3.connect(path)) as base:
        base.execute("UPDATE meta SET value = ? WHERE name = 'identity'", (f"{version} es > en",))
        base.commit()
    return path


def test_an_older_memory_is_made_anew_without_a_word_lost(workspace: Workspace) -> None:
    path = of_version(workspace, VERSION - 1)
    with closing(sqlite3.connect(path)) as base:
        base.execute("DROP TABLE code")  # as it was before there were codes
    assert known(workspace) == [ENGLISH]
    with opened(workspace) as memory:
        asked = Query("Las familias esperan otra respuesta.", "en", threshold=60)
        assert [hit.target for hit in memory.lookup(asked)] == [ENGLISH]


def test_a_newer_memory_is_refused_and_left_as_it_is(workspace: Workspace) -> None:
    path = of_version(workspace, VERSION + 1)
    before = path.read_bytes()
    with pytest.raises(MemoryStoreError, match="newer translate-flow"):
        known(workspace)
    done = CliRunner().invoke(group, ["-C", str(workspace.root), "memory", "search", "familias"])
    assert done.exit_code and "newer translate-flow" in str(done.exception)
    assert path.read_bytes() == before


def test_what_the_system_refuses_is_said_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    with closing(connect(path, "es en")) as base:
        base.execute(f"PRAGMA max_page_count = {base.execute('PRAGMA page_count').fetchone()[0]}")
        with (
            pytest.raises(MemoryStoreError, match="no space left on the disk; free some space"),
            explained(path),
        ):
            base.execute("CREATE TABLE more AS SELECT zeroblob(1000000)")
        base.execute("PRAGMA query_only = 1")
        with (
            pytest.raises(MemoryStoreError, match=r"readonly.*; make the file .* writable, or delete"),
            explained(path),
        ):
            base.execute("DELETE FROM meta")


def test_while_another_process_fills_it_the_memory_is_used_as_it_is(workspace: Workspace) -> None:
    """Whether that one holds the lock, or the database's as well: nobody waits, and what is there is found."""
    assert known(workspace) == [ENGLISH]
    work = Work.open(workspace, "carta", "en")
    edit(work, work.units[1].key, "There were 12 wounded in the square.", "Ana")
    filling = """
import sys
from pathlib import Path
from translate_flow.flow.memory.opened import alone, place
from translate_flow.memory import Store
from translate_flow.workspace import Workspace
workspace = Workspace.find(Path(sys.argv[1]))
with alone(workspace) as mine, Store.open(*place(workspace)) as store, store.writing():
    print(mine, flush=True)
    sys.stdin.readline()
"""
    command = [sys.executable, "-c", filling, str(workspace.root)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None and other.stdout.readline() == "True\n"
        with opened(workspace) as memory:
            assert [pair.target for pair in memory.store.pairs("en")] == [ENGLISH]
            assert "another translate-flow is filling it" in str(memory.notices[0])
            assert [p.unit.target for p in memory.store.containing(["familias"], "en", "both", 5)] in (
                [],
                [ENGLISH],
            )
        kept = KeptMemory(lambda: workspace)
        assert [h.target for h in kept.lookup(Query("Las familias esperan una respuesta.", "en"))] == [
            ENGLISH
        ]
        kept.close()
        other.communicate("\n")
    assert len(known(workspace)) == 2


def settled(memory: KeptMemory) -> None:
    """Wait until nothing is being taken in."""
    memory._fresh.wait(90)


def test_a_kept_memory_takes_in_what_is_confirmed_and_follows_a_file_made_anew(workspace: Workspace) -> None:
    kept = KeptMemory(lambda: workspace)
    kept.soon()
    settled(kept)
    first = Query("Las familias esperan una respuesta.", "en")
    assert [h.target for h in kept.lookup(first)] == [ENGLISH]
    work = Work.open(workspace, "carta", "en")
    edit(work, work.units[1].key, "There were 12 wounded in the square.", "Ana")
    kept.changed()
    assert kept.growing, "the pause is not over, but asking again will bring more"
    kept._next = 0.0  # now it is
    kept.changed()
    settled(kept)
    assert not kept.growing
    assert [h.score for h in kept.lookup(Query("Hubo 12 heridos en la plaza.", "en"))] == [100]
    with opened(workspace, rebuild=True):
        pass
    assert [h.target for h in kept.lookup(first)] == [ENGLISH]
    (workspace.cache / "memory.sqlite").write_bytes(b"not a database" * 900)
    with opened(workspace) as memory:
        assert len(list(memory.store.pairs("en"))) == 2
    assert [h.target for h in kept.lookup(first)] == [ENGLISH]
    kept.close()
    with pytest.raises(MemoryStoreError):
        kept.lookup(first)


def test_a_question_that_needs_no_files_reads_none(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two looks at the files a question touches the memory alone."""
    kept = KeptMemory(lambda: workspace)
    kept.soon()
    settled(kept)
    kept._next = float("inf")
    with locked(workspace.cache, "memory", 0):
        monkeypatch.setattr(Workspace, "catalogued", lambda *_: pytest.fail("the catalogues were listed"))
        for _ in range(3):
            assert kept.lookup(Query("Las familias esperan una respuesta.", "en"))
    kept.close()
