"""The online engines from the command line to the journal: each of them drafts, and no key is kept anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from services import Fault, Services

from translate_flow import engines
from translate_flow.cli.group import group
from translate_flow.engines.online.deepl import DeepL
from translate_flow.engines.online.factory import Online
from translate_flow.engines.online.google import Google
from translate_flow.engines.online.libretranslate import LibreTranslate
from translate_flow.engines.online.microsoft import Microsoft
from translate_flow.engines.online.mymemory import MyMemory
from translate_flow.engines.online.pace import Limits, Timing
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.work import Work
from translate_flow.model import Event
from translate_flow.workspace import Workspace

KEY = "clave-0123456789-secreta"
STATEMENT = (
    "# Nota\n\nLa Red Muqui denuncia 12 muertes en Puno.\n\nEl paro sigue. Nadie responde.\n\nOtra vez ñ.\n"
)
SERVICES: list[tuple[type[Online], str]] = [
    (Google, "/google/m"),
    (MyMemory, "/mymemory/get"),
    (LibreTranslate, "/libre"),
    (DeepL, "/deepl/v2/translate"),
    (Microsoft, "/microsoft/translate"),
]
PATIENCE = Limits(deadline=60.0, attempts=2)
QUICK = Timing(pause=lambda _stop, _seconds: None)


@pytest.fixture
def workspace(server: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A workspace that allows online engines, the engines pointed at the local server, a key for each."""
    for name in ("DEEPL", "MICROSOFT", "LIBRETRANSLATE"):
        monkeypatch.setenv(f"TRANSLATE_FLOW_{name}_KEY", KEY)
    there = {kind.name: kind(server.url + path, PATIENCE, QUICK) for kind, path in SERVICES}
    load = engines.load
    monkeypatch.setattr(engines, "load", lambda name: there.get(name) or load(name))
    init(tmp_path, "es", ["en"])
    settings = tmp_path / "translate-flow.toml"
    text = settings.read_text("utf-8").replace("online_engines = false", "online_engines = true")
    settings.write_text(text, "utf-8")
    (tmp_path / "statements" / "nota.es.md").write_text(STATEMENT, "utf-8")
    workspace = Workspace.load(tmp_path)
    assert run(workspace, "add").exit_code == 0
    return workspace


def run(workspace: Workspace, *words: str) -> Result:
    return CliRunner().invoke(group, [*words, "-C", str(workspace.root)])


def drafts(workspace: Workspace) -> list[Event]:
    """The journal's drafts."""
    return [e for e in Work.open(workspace, "nota", "en").journal.events if e.do == "draft"]


def told(workspace: Workspace, *results: Result) -> str:
    """All that lies in the workspace's files, and all that commands said."""
    files = [p.read_bytes().decode("utf-8", "replace") for p in workspace.root.rglob("*") if p.is_file()]
    said: list[Any] = [f"{r.output} {r.exception!r}" for r in results]
    return "\n".join([*files, *said])


@pytest.mark.parametrize(("kind", "path"), SERVICES)
def test_each_service_drafts_a_statement(
    kind: type[Online], path: str, workspace: Workspace, server: Services
) -> None:
    """Names held, numbers kept, the journal names the engine; the key went to the service and nowhere else."""
    done = run(workspace, "draft", "--engine", kind.name)
    assert done.exit_code == 0 and f"4 segments drafted by {kind.name}" in done.output, done.output
    made = drafts(workspace)
    assert all(e.engine == kind.name for e in made) and len(made) == 4
    assert any("Red Muqui" in e.text and "12" in e.text and "Puno" in e.text for e in made)
    assert server.seen and all("Red Muqui" not in seen.text for seen in server.seen)
    assert KEY not in told(workspace, done)


@pytest.mark.parametrize(("kind", "path"), SERVICES)
@pytest.mark.parametrize(
    "fault",
    [
        Fault(status=403, body=f"bad key {KEY}".encode()),
        Fault(status=429, body=KEY.encode()),
        Fault(cut=True),
        Fault(body=b""),
    ],
)
def test_a_failing_service_leaves_one_line_without_the_key(
    kind: type[Online], path: str, fault: Fault, workspace: Workspace, server: Services
) -> None:
    server.fail(*[fault] * 40)
    done = run(workspace, "draft", "--engine", kind.name)
    assert done.exit_code == 3 and f"{kind.name}: " in done.output, done.output
    assert isinstance(done.exception, SystemExit) and "Traceback" not in done.output
    assert KEY not in told(workspace, done) and drafts(workspace) == []


def test_where_one_service_fails_the_next_takes_over_for_the_rest(
    workspace: Workspace, server: Services
) -> None:
    server.fail(*[Fault(status=403)] * 40)
    server.translate = lambda text: text.upper()
    done = run(workspace, "draft", "--engine", "deepl", "--engine", "fake")
    assert done.exit_code == 0 and "fake takes over" in done.output
    assert {e.engine.split()[0] for e in drafts(workspace)} == {"fake"}
