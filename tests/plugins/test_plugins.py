"""Members of the families that other packages bring, loaded as they are when installed: by their entry points."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from ..warm import program

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs" / "plugin"
FAMILIES = ("formats", "engines", "checks", "outputs")


def installed(place: Path, name: str, entries: dict[str, dict[str, str]], files: dict[str, str]) -> Path:
    """A folder that is on the path of modules as if the package had been installed there."""
    info = place / f"{name.replace('-', '_')}-0.1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.1\n")
    lines = [
        f"[{group}]\n" + "".join(f"{k} = {v}\n" for k, v in rows.items()) for group, rows in entries.items()
    ]
    (info / "entry_points.txt").write_text("\n".join(lines))
    for file, text in files.items():
        (place / file).write_text(text)
    return place


def call(workspace: Path, packages: Path, *args: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(packages)}
    return subprocess.run(
        [program(), *args],
        cwd=workspace, env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    call(tmp_path, tmp_path, "init", str(folder))
    (folder / "statements" / "aviso.es.md").write_text("# Aviso\n\nHola a todas.\n")
    assert call(folder, tmp_path, "add").returncode == 0
    return folder


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example package of the docs."""
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text("utf-8"))["project"]
    place = tmp_path / "example"
    code = {
        f"tflow_example/{file.name}": file.read_text("utf-8")
        for file in (EXAMPLE / "src" / "tflow_example").glob("*.py")
    }
    (place / "tflow_example").mkdir(parents=True)
    return installed(place, project["name"], project["entry-points"], code)


BROKEN = {
    "absent": ("absent_module:MEMBER", ""),
    "raising": ("raising:MEMBER", "raise RuntimeError('kaput')\n"),
    "leaving": ("leaving:MEMBER", "import sys\nsys.exit('kaput')\n"),
    "nothing": ("nothing:MEMBER", "MEMBER = 'kaput'\n"),
    "nameless": ("nameless:MEMBER", "OTHER = 1\n"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_package_that_cannot_be_loaded_is_one_line_and_the_rest_goes_on(
    workspace: Path, tmp_path: Path, kind: str
) -> None:
    target, text = BROKEN[kind]
    packages = installed(
        tmp_path / "packages", "las-rotas", {f"translate_flow.{f}": {"rota": target} for f in FAMILIES}, {f"{kind}.py": text}
    )  # fmt: skip
    (workspace / "statements" / "otra.es.rara").write_text("Hola.\n")
    for args, code in (
        (("check", "aviso"), 1),
        (("build", "aviso", "--format", "rota", "--drafts"), 3),
        (("build", "aviso", "--format", "txt", "--drafts"), 0),
        (("add", "statements/otra.es.rara"), 0),
        (("draft", "aviso", "--engine", "rota"), 3),
        (("draft", "aviso", "--engine", "fake"), 0),
    ):
        done = call(workspace, packages, *args)
        assert "Traceback" not in done.stderr, done.stderr
        assert done.returncode == code, (args, done)
        named = [line for line in done.stderr.splitlines() if "las-rotas" in line]
        assert len(named) == len(set(named)) and (named or "fake" in args or "txt" in args), (
            args,
            done.stderr,
        )
    assert "las-rotas" in call(workspace, packages, "engines").stdout


WORKING = """
from translate_flow.checks import Check
from translate_flow.formats import Format
from translate_flow.model import Document, Kind, Segment
from translate_flow.outputs import Output

def fail(*args, **kwargs):
    raise ZeroDivisionError("kaput")

def read(data, name):
    if b"mal" in data:
        fail()
    return Document(name, "rara", (Segment("00000001", Kind.PARAGRAPH, "Hola."),))

CHECK = Check("rota", "fails", fail)
OUTPUT = Output("rota", "rota.txt", "fails", fail)
FORMAT = Format("rota", (".rara",), "fails", read, fail)

class Engine:
    name = "rota"; version = "1"; private = True; style = "word"; fingerprint = ""
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def translate(self, passages):
        for passage in passages:
            fail()
            yield ""
    def close(self): fail()

class Factory:
    name = "rota"; private = True; description = "fails"
    def facts(self): fail()
    def missing(self, source, target): return ""
    def start(self, source, target): return Engine()

ENGINE = Factory()
"""


def test_a_member_that_fails_at_work_is_one_line_and_the_rest_goes_on(
    workspace: Path, tmp_path: Path
) -> None:
    members = {f"translate_flow.{f}": {"rota": f"rotas:{f[:-1].upper()}"} for f in FAMILIES}
    packages = installed(tmp_path / "packages", "las-rotas", members, {"rotas.py": WORKING})
    assert call(workspace, packages, "draft", "aviso", "--engine", "fake").returncode == 0
    (workspace / "statements" / "otra.es.rara").write_text("Hola.\n")
    assert call(workspace, packages, "add", "statements/otra.es.rara").returncode == 0
    (workspace / "statements" / "peor.es.rara").write_text("mal\n")
    for args, code in (
        (("check", "aviso"), 0),
        (("build", "aviso", "--format", "rota", "--drafts"), 3),
        (("build", "otra", "--format", "statement", "--drafts"), 3),
        (("add", "statements/peor.es.rara"), 3),
        (("draft", "aviso", "--engine", "rota", "--redo"), 3),
    ):
        done = call(workspace, packages, *args)
        assert "Traceback" not in done.stderr + done.stdout, done
        assert done.returncode == code, (args, done)
        assert "las-rotas" in done.stderr and "ZeroDivisionError" in done.stderr, (args, done)
    assert "untouched-draft" in call(workspace, packages, "check", "aviso").stdout


def test_the_example_of_the_docs_works(workspace: Path, example: Path) -> None:
    (workspace / "statements" / "canto.es.lyrics").write_text("# Canto\nUna voz\nUna voz\n")
    assert "2 segments" in call(workspace, example, "add", "statements/canto.es.lyrics").stdout
    done = call(workspace, example, "draft", "canto", "--engine", "reverse")
    assert (done.returncode, done.stderr) == (0, "")
    assert "zov" in call(workspace, example, "show", "canto").stdout
    keys = [
        line.split()[0]
        for line in call(workspace, example, "show", "canto").stdout.splitlines()
        if "draft" in line
    ]
    call(workspace, example, "edit", "canto", keys[0], "--text", "A VOICE")
    assert "shouting" in call(workspace, example, "check", "canto").stdout
    done = call(
        workspace, example, "build", "canto", "--format", "statement", "--format", "count", "--drafts"
    )
    assert done.returncode == 0, done.stderr
    assert (workspace / "build" / "en" / "canto" / "count.txt").read_text() == "es 4\nen 4\n"
    assert "A VOICE\n" in (workspace / "build" / "en" / "canto" / "canto.en.lyrics").read_text()


def test_without_its_package_a_statement_is_not_read_as_something_else(
    workspace: Path, example: Path, tmp_path: Path
) -> None:
    """A colleague has the same repository and not the package: by its content the file would be plain text."""
    (workspace / "statements" / "canto.es.lyrics").write_text("# Canto\nUna voz\nOtra voz\n")
    call(workspace, example, "add")
    call(workspace, example, "draft", "canto", "--engine", "reverse")
    before = (workspace / "locales" / "en" / "canto.po").read_bytes()
    none = tmp_path / "none"
    none.mkdir()
    for words in (("add", "statements/canto.es.lyrics"), ("check", "canto"), ("build", "canto", "--drafts")):
        done = call(workspace, none, *words)
        assert done.returncode == 3, (words, done)
        assert "canto.es.lyrics: was read by the format lyrics of another package" in done.stderr
    assert (workspace / "locales" / "en" / "canto.po").read_bytes() == before
    assert "(2 same)" in call(workspace, example, "add", "statements/canto.es.lyrics").stdout


def _contract(packages: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "translate_flow.contracts", *args],
        env={**os.environ, "PYTHONPATH": str(packages)}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_example_of_the_docs_keeps_the_contract(example: Path, tmp_path: Path) -> None:
    sample = tmp_path / "canto.es.lyrics"
    sample.write_text("# Canto\n\nUna voz\nUna voz\nÑandú\n", "utf-8")
    done = _contract(example, "tflow-example", str(sample))
    assert (done.returncode, done.stdout, done.stderr) == (0, "tflow-example: the contract is kept\n", "")


def test_what_breaks_the_contract_is_named(tmp_path: Path) -> None:
    members = {f"translate_flow.{f}": {"rota": f"rotas:{f[:-1].upper()}"} for f in FAMILIES}
    packages = installed(tmp_path / "packages", "las-rotas", members, {"rotas.py": WORKING})
    done = _contract(packages, "las-rotas")
    assert done.returncode == 1 and "Traceback" not in done.stderr
    for family in FAMILIES:
        assert f"las-rotas: {family} rota: " in done.stdout
    assert _contract(packages, "no-such-package").returncode == 2


def test_doctor_names_packages_that_work_and_those_that_do_not(
    workspace: Path, example: Path, tmp_path: Path
) -> None:
    good = call(workspace, example, "doctor").stdout
    assert "format" in good and "of another package" in good
    entries = {f"translate_flow.{family}": {f"broken-{family}": "tflow_gone:THING"} for family in FAMILIES}
    broken = installed(tmp_path / "broken", "tflow-gone", entries, {})
    done = call(workspace, broken, "doctor")
    for family in FAMILIES:
        told = [line for line in done.stdout.splitlines() if f"broken-{family}" in line and "✗" in line]
        assert told, (family, done.stdout)
    assert "Traceback" not in done.stderr
    assert "tflow-gone" not in done.stderr  # said once
