"""The real OmegaT: what it reads of ours, fills from our memory and writes comes back as it should."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from tests.exchange.statement import DRAFTS, EDITED, made, opened, unit_of
from translate_flow.flow import memory
from translate_flow.flow.build import build
from translate_flow.flow.editing.edit import confirm
from translate_flow.flow.exchange import bring_in, export
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.memory.tmx_read import read
from translate_flow.model import State
from translate_flow.workspace import Workspace

JAR = Path("/usr/share/omegat/OmegaT.jar")
PROJECT = """<?xml version="1.0" encoding="UTF-8"?>
<omegat><project version="1.0">{folders}<source_lang>es</source_lang><target_lang>en</target_lang>
<sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags></project></omegat>
"""
FOLDERS = ("source", "target", "tm", "glossary", "dictionary")


@dataclass
class Done:
    """What a run left: the workspace that sent its work, one that has none yet, and OmegaT's project."""

    ours: Workspace
    bare: Workspace
    project: Path


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Done:
    """One project with our XLIFF, a catalogue without translations and our memory, translated by OmegaT."""
    program = shutil.which("omegat")
    if program is None:
        pytest.skip("omegat is not installed, and brings Java along; to run this: apt-get install omegat")
    home = tmp_path_factory.mktemp("omegat")
    ours, bare = made(home / "ours"), _bare(home / "bare")
    work = opened(ours)
    for start in ("El río", "Exigimos"):
        confirm(work, unit_of(work, start).key, "Ana Condori")
    project = home / "project"
    for folder in (*FOLDERS, "omegat", "tm/auto"):
        (project / folder).mkdir(parents=True, exist_ok=True)
    named = "".join(f"<{f}_dir>__DEFAULT__</{f}_dir>" for f in FOLDERS)
    (project / "omegat.project").write_text(PROJECT.format(folders=named), "utf-8")
    sent = export(ours, ["carta"], "en", "xliff", force=True)[0].path
    (project / "source" / "ours.xlf").write_bytes(sent.read_bytes())
    (project / "source" / "bare.po").write_bytes(bare.catalogue_path("carta", "en").read_bytes())
    with memory.opened(ours) as known:
        memory.write(project / "tm" / "auto" / "ours.tmx", memory.Export(known, "en").pieces())
    settings = f"--config-dir={home / 'settings'}"
    run = subprocess.run(
        [program, str(project), "--mode=console-translate", settings],
        capture_output=True,
        text=True,
        timeout=300,
        env={"PATH": "/usr/bin:/bin", "HOME": str(home), "_JAVA_OPTIONS": f"-Duser.home={home}"},
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return Done(ours, bare, project)


def _bare(folder: Path) -> Workspace:
    """The same statement, of which nothing is translated."""
    init(folder, "es", ("en",))
    source = folder / "statements" / "carta.es.md"
    source.write_text("".join(f"{line}\n\n" for line in _sources()), "utf-8")
    workspace = Workspace.find(folder)
    add(workspace, [source], ["en"])
    return workspace


def _sources() -> list[str]:
    from tests.exchange.statement import SOURCE

    return [block for block in SOURCE.split("\n\n") if not block.startswith("-")]


def test_it_fills_a_catalogue_from_our_memory_and_the_catalogue_comes_back(done: Done) -> None:
    back = bring_in(done.bare, done.project / "target" / "bare.po", document="carta", by="Rosa")
    assert {str(v.outcome) for v in back.verdicts} == {"taken"}
    units = {u.segment.text[:6]: (u.target, u.state) for u in opened(done.bare).units}
    assert units["Exigim"] == (DRAFTS["Exigimos"], State.TRANSLATED)
    assert units["La Red"] == (EDITED, State.TRANSLATED)


def test_our_xliff_goes_through_it_and_nothing_is_lost(done: Done) -> None:
    before = [(u.key, u.target, u.state) for u in opened(done.ours).units]
    back = bring_in(done.ours, done.project / "target" / "ours.xlf", by="Rosa")
    assert {str(v.outcome) for v in back.verdicts} == {"unchanged"}
    assert [(u.key, u.target, u.state) for u in opened(done.ours).units] == before


@pytest.mark.parametrize("level", ["omegat", "level1", "level2"])
def test_the_memories_it_writes_are_read(done: Done, level: str) -> None:
    pairs = list(read(done.project / f"project-{level}.tmx", "theirs", "es", ("en",)))
    assert (DRAFTS["Exigimos"], EDITED) == tuple(
        next(p.target for p in pairs if p.source.startswith(start)) for start in ("Exigimos", "La Red")
    )


def test_our_tmx_is_valid_by_its_document_type(done: Done, tmp_path: Path) -> None:
    with zipfile.ZipFile(JAR) as jar:
        dtd = etree.DTD(BytesIO(jar.read("schemas/tmx14.dtd")))
    build(done.ours, ["carta"], "en", drafts=True)
    exported = tmp_path / "plain.tmx"
    with memory.opened(done.ours) as known:
        memory.write(exported, memory.Export(known, "en", plain=True).pieces())
    files = [done.project / "tm" / "auto" / "ours.tmx", exported, *done.ours.root.rglob("aligned.tmx")]
    assert len(files) == 3
    for file in files:
        parser = etree.XMLParser(load_dtd=False, no_network=True)
        assert dtd.validate(etree.parse(file, parser)), dtd.error_log
