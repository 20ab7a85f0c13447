"""A site that was built before: only what has changed is made, and no moment finds half of it."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from translate_flow.errors import BuildError
from translate_flow.flow.editing.edit import edit
from translate_flow.flow.forget import forget, traces
from translate_flow.flow.intake.add import add
from translate_flow.flow.site import build_site
from translate_flow.flow.statement.work import Work
from translate_flow.workspace import Workspace

from .test_metadata import MARKDOWN, _read

TITLES = {"El agua": "Water", "Acta del valle": "Minutes of the valley"}
NAMES = ("agua", "casa", "dos", "rio/uno", "valle")
ADDRESS = "https://red.example/s"


@pytest.fixture
def sited(tmp_path: Path) -> Workspace:
    """A workspace of five statements that are ready, and its site."""
    (tmp_path / "statements" / "rio").mkdir(parents=True)
    texts = {"agua": MARKDOWN} | {
        name: f"---\nfecha: 2023-0{at}-12\n---\n\n# {title}\n\nHoy hablamos de ella.\n"
        for at, (name, title) in enumerate(zip(NAMES[1:], [*TITLES, *TITLES], strict=True), 1)
    }
    (tmp_path / "translate-flow.toml").write_text('[languages]\nsource = "es"\ntargets = ["en"]\n', "utf-8")
    for name, text in texts.items():
        (tmp_path / "statements" / f"{name}.es.md").write_text(text, "utf-8")
    workspace = Workspace.load(tmp_path)
    add(workspace, [workspace.statements / f"{name}.es.md" for name in texts], ["en"])
    for name in texts:
        _read(workspace, name)
    made = build_site(workspace, NAMES, address=ADDRESS)
    assert (made.statements, made.anew) == (5, 5)
    return workspace


def _files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def _again(root: Path, anew: int, left_out: int = 0) -> None:
    """Build the site once more, and a second one of which nothing is known before: they are the same."""
    workspace = Workspace.load(root)
    names = workspace.catalogued("en")
    made = build_site(workspace, names, address=ADDRESS)
    assert (made.anew, len(made.left_out)) == (anew, left_out)
    shutil.rmtree(workspace.cache / "site")
    fresh = build_site(workspace, names, root / "fresh", ADDRESS)
    assert fresh.anew == len(names)
    assert _files(made.folder) == _files(fresh.folder)
    assert (made.pages, made.statements) == (fresh.pages, fresh.statements)
    shutil.rmtree(fresh.folder)
    build_site(workspace, names, address=ADDRESS)  # whose cache is deleted makes all anew


def test_what_has_changed_is_made_anew_and_the_site_is_that_of_a_first_build(sited: Workspace) -> None:
    root, site = sited.root, sited.root / "build" / "site"
    _again(root, 0)
    work = Work.open(sited, "dos", "en")
    edit(work, work.units[-1].key, "Today we speak about it.", "Ana")
    _again(root, 1)
    (root / "statements" / "casa.about.yaml").write_text("lugar: Puno\n", "utf-8")
    _again(root, 1)
    (root / "statements" / "casa.signatories.csv").write_text("organisation,place\nRed Sur,Ilo\n", "utf-8")
    _again(root, 1)
    assert "Red Sur" in (site / "casa" / "en.html").read_text("utf-8")
    (site / "agua" / "es.html").write_text("changed by hand", "utf-8")
    (site / "dos" / "en.html").unlink()
    _again(root, 2)
    (root / "templates").mkdir()
    (root / "templates" / "page.css").write_text("h1 { color: teal; }", "utf-8")
    _again(root, 5)
    assert "color: teal" in (site / "valle" / "es.html").read_text("utf-8")


def test_what_is_no_longer_published_leaves_the_site_and_nothing_else_does(sited: Workspace) -> None:
    root, site = sited.root, sited.root / "build" / "site"
    (site / "CNAME").write_text("red.example\n", "utf-8")
    source = root / "statements" / "valle.es.md"
    marked = source.read_text("utf-8").replace("---\n", "---\nconfidential: true\n", 1)
    source.write_text(marked, "utf-8")
    workspace = Workspace.load(root)
    add(workspace, [source], ["en"])
    made = build_site(workspace, NAMES)
    assert made.left_out == ("valle",)
    assert not (site / "valle").exists()
    assert not [path for path, data in _files(site).items() if b"valle/" in data]
    # without an address there are no feed and map; what somebody else put there stays
    assert {p.name for p in site.iterdir() if p.is_file()} == {
        "CNAME", "index.html", "index-es.html", "search.js", "site.json"
    }  # fmt: skip
    forget(workspace, traces(workspace, "rio/uno"))
    assert not (workspace.cache / "site" / "pages" / "rio" / "uno.json").exists()


def test_a_manifest_that_names_files_elsewhere_removes_none(sited: Workspace) -> None:
    site = sited.root / "build" / "site"
    beside = sited.root / "build" / "mine.html"
    beside.write_text("mine", "utf-8")
    (site / "out").symlink_to(sited.root / "build", target_is_directory=True)
    named = ["../mine.html", str(beside), "out/mine.html", "a\0b", 7, ""]
    for files in (["index.html", *named], dict.fromkeys(["index.html", *map(str, named)], "")):
        (site / "site.json").write_text(json.dumps({"files": files}), "utf-8")
        build_site(sited, NAMES)
        assert beside.read_text("utf-8") == "mine"
    for files in (7, [["../mine.html"]]):
        (site / "site.json").write_text(json.dumps({"files": files}), "utf-8")
        with pytest.raises(BuildError, match="is not a list of the files"):
            build_site(sited, NAMES)
        assert beside.read_text("utf-8") == "mine"


def test_a_site_is_not_written_among_the_files_of_others(sited: Workspace, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for name in ("photo.jpg", "index.html"):
        (home / name).write_text("mine", "utf-8")
    with pytest.raises(
        BuildError, match=r"holds files that translate-flow did not make \(index\.html, photo\.jpg\)"
    ):
        build_site(sited, NAMES, home)
    assert _files(home) == {"index.html": b"mine", "photo.jpg": b"mine"}
    # what hosts of static sites keep in a folder is no hindrance, nor is a site built there before
    for name in ("photo.jpg", "index.html"):
        (home / name).unlink()
    (home / "CNAME").write_text("red.example\n", "utf-8")
    (home / ".git").mkdir()
    build_site(sited, NAMES, home)
    (home / "photo.jpg").write_text("mine", "utf-8")
    build_site(sited, NAMES, home)
    assert (home / "photo.jpg").read_text("utf-8") == "mine"


def test_a_file_of_others_in_a_site_is_not_written_over(sited: Workspace) -> None:
    site = sited.root / "build" / "site"
    listed = json.loads((site / "site.json").read_text("utf-8"))
    del listed["files"]["search.js"]
    (site / "site.json").write_text(json.dumps(listed), "utf-8")
    (site / "search.js").write_text("mine", "utf-8")
    before = _files(site)
    with pytest.raises(BuildError, match=r"search\.js: translate-flow did not make this file"):
        build_site(sited, NAMES)
    assert _files(site) == before


KILLED = """
import os, signal, sys
from pathlib import Path
from translate_flow.flow.site import build_site
from translate_flow.workspace import Workspace
left, move = [int(sys.argv[2])], Path.replace

def until(path, target):
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1
    return move(path, target)

workspace = Workspace.load(Path(sys.argv[1]))
if sys.argv[3:]:
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]),) * 2)
else:
    Path.replace = until
build_site(workspace, [name for name in workspace.catalogued("en") if name != "valle"], address="https://red.example/s")
"""


def _run(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", KILLED, str(root), *words]
    return subprocess.run(command, check=False, capture_output=True, text=True, env=os.environ)


def test_a_killed_build_leaves_whole_pages_whose_links_lead_somewhere(sited: Workspace) -> None:
    """At whatever moment: one statement comes, one goes, one has changed. The next build ends its work."""
    root, site = sited.root, sited.root / "build" / "site"
    source = root / "statements" / "nuevo.es.md"
    source.write_text("# El agua\n\nHoy hablamos de ella.\n", "utf-8")
    workspace = Workspace.load(root)
    add(workspace, [source], ["en"])
    _read(workspace, "nuevo")
    work = Work.open(workspace, "dos", "en")
    edit(work, work.units[-1].key, "Today we speak about it.", "Ana")
    before = _files(site)
    for moves in ("0", "2", "5", "9"):
        shutil.rmtree(workspace.cache / "site", ignore_errors=True)
        shutil.rmtree(site)
        for path, data in before.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(data)
        assert _run(root, moves).returncode == -signal.SIGKILL
        now = {path: data for path, data in _files(site).items() if not path.endswith(".tmp")}
        seen, waiting = set[str](), ["index.html"]
        while waiting:
            page = waiting.pop()
            if page not in seen:
                seen.add(page)
                assert now[page].rstrip().endswith(b"</html>")
                found = re.findall(r'href="([^"#:]+)', now[page].decode())
                waiting += [os.path.normpath(Path(page).parent / href) for href in found]
    done = _run(root, "1000000", str(1 << 30))
    assert done.returncode == 0, done.stderr
    shutil.rmtree(workspace.cache / "site")
    names = [name for name in workspace.catalogued("en") if name != "valle"]
    build_site(workspace, names, root / "fresh", ADDRESS)
    assert _files(site) == _files(root / "fresh")


def test_a_disk_without_room_leaves_the_site_as_it_was(sited: Workspace) -> None:
    work = Work.open(sited, "dos", "en")
    edit(work, work.units[-1].key, "Today we speak about it.", "Ana")
    before = _files(sited.root / "build" / "site")
    done = _run(sited.root, "0", "5000")  # no file may be larger than this
    assert "BuildError" in done.stderr
    assert _files(sited.root / "build" / "site") == before
