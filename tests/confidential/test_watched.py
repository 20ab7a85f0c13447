"""A statement that is marked in any way a person may mark it goes nowhere: no step towards the network is seen."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys

import pytest

from ..watched import watch
from .markings import MARKINGS, UNMARKED, Marking

DRIVER = """
import json, os, pickle, sys, threading
from pathlib import Path
from click.testing import CliRunner
from translate_flow.cli.group import group
from translate_flow.errors import TranslateFlowError
from translate_flow.flow.drafts.propose import by_engine
from translate_flow.flow.statement.shelf import Shelf
from translate_flow.workspace import Workspace

seen = Path(os.environ["WATCH_FILE"])
# The engine waits before it tries again; nothing here is worth waiting for.
wait = threading.Event.wait
threading.Event.wait = lambda self, seconds=None: wait(self, min(seconds, 0.01) if seconds else seconds)

def steps():
    return seen.read_text() if seen.exists() else ""

def one(place, marking):
    place.mkdir()
    patterns = ", ".join(json.dumps(p) for p in marking["confidential"])
    (place / "translate-flow.toml").write_text(
        '[privacy]\\nonline_engines = true\\nconfidential = [%s]\\n[drafting]\\nengines = ["libretranslate"]\\n%s'
        % (patterns, marking["sections"]))
    source = place / "statements" / marking["file"]
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_bytes(marking["data"])
    before, said = steps(), []
    words = [["add"], ["draft"], ["draft", "--redo"], ["draft", "--engine", "libretranslate"]]
    for line in words[: 2 if marking["control"] else 4]:
        done = CliRunner().invoke(group, [*line, "-C", str(place)])
        said.append([done.exit_code, done.output, str(done.exception or "")])
    if not marking["control"]:
        workspace = Workspace.find(place)
        sheet = Shelf(workspace).sheet(workspace.catalogued("en")[0], "en")
        try:
            by_engine(sheet, list(sheet.units)[-1], "libretranslate")
        except TranslateFlowError as error:
            said.append([3, "", str(error)])
    shown = CliRunner().invoke(group, ["status", "--format", "json", "-C", str(place)])
    return {"steps": steps()[len(before):], "said": said, "status": shown.output}

markings = pickle.load(sys.stdin.buffer)
print(json.dumps([one(Path(sys.argv[1]) / str(n), m) for n, m in enumerate(markings)]))
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    """What was seen of each marking: added, drafted three times, and a paragraph asked for by the desk's way."""
    place = tmp_path_factory.mktemp("marked")
    watched = watch(place)
    rows = [
        {
            "data": m.data,
            "file": m.file,
            "confidential": m.confidential,
            "sections": m.sections,
            "control": m in UNMARKED,
        }
        for m in (*MARKINGS, *UNMARKED)
    ]
    done = subprocess.run(
        [sys.executable, "-c", DRIVER, str(place)],
        input=pickle.dumps(rows),
        env={
            **watched.environment,
            # An address for examples (RFC 5737): nobody is there, and the watch lets nothing get there.
            "TRANSLATE_FLOW_LIBRETRANSLATE_URL": "https://192.0.2.1",
            "XDG_DATA_HOME": str(place / "data"),
            "XDG_CACHE_HOME": str(place / "cache"),
        },
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()[-3000:]
    found = json.loads(done.stdout)
    return {m.label: row for m, row in zip((*MARKINGS, *UNMARKED), found, strict=True)}


def test_the_table_is_long_and_no_marking_stands_there_twice() -> None:
    assert len({m.label for m in MARKINGS}) == len(MARKINGS) >= 60


@pytest.mark.parametrize("marking", MARKINGS, ids=lambda m: m.label)
def test_a_marked_statement_takes_no_step_towards_the_network(
    seen: dict[str, dict[str, object]], marking: Marking
) -> None:
    row = seen[marking.label]
    added, drafted, again, asked, proposed = row["said"]  # type: ignore[misc]
    assert row["steps"] == ""
    assert added[0] == 0 and drafted[0] == again[0] == 3, row
    assert "is confidential (" in drafted[1]
    # Asked for by its name, the engine is refused, and nothing is drafted otherwise.
    assert "is confidential (" in asked[2] and "is confidential (" in proposed[2]
    assert json.loads(str(row["status"]))["statements"][0]["confidential"]


@pytest.mark.parametrize("marking", UNMARKED, ids=lambda m: m.label)
def test_an_unmarked_one_goes_where_the_workspace_allows(
    seen: dict[str, dict[str, object]], marking: Marking
) -> None:
    row = seen[marking.label]
    assert "192.0.2.1" in str(row["steps"])
    assert not json.loads(str(row["status"]))["statements"][0]["confidential"]
