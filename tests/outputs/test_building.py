"""What a build takes in and leaves behind: images, the manifest, sentences, a build that watches."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import zipfile
from base64 import b64decode
from pathlib import Path

import pytest

from translate_flow.errors import BuildError
from translate_flow.flow.build import build
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.events import event
from translate_flow.flow.statement.work import Work
from translate_flow.workspace import Workspace

PIXEL = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
TEXT = "# Marcha\n\nSalimos a las seis. Volvimos de noche.\n\n![La plaza](fotos/la%20plaza.png)\n"
ENGLISH = {
    "Marcha": "March",
    "Salimos a las seis. Volvimos de noche.": "We left at six. We came back at night.",
    "La plaza": "The square",
}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    init(tmp_path / "w", "es", ("en",))
    made = Workspace.load(tmp_path / "w")
    (made.statements / "marcha.es.md").write_text(TEXT, "utf-8")
    (made.statements / "fotos").mkdir()
    (made.statements / "fotos" / "la plaza.png").write_bytes(PIXEL)
    add(made, [made.statements / "marcha.es.md"], ["en"])
    work = Work.open(made, "marcha", "en")
    work.change(lambda now: [event("edit", u, "Ana", ENGLISH[u.segment.text]) for u in now.units])
    return made


def built(workspace: Workspace, *wanted: str, level: str = "paragraph") -> Path:
    (one,) = build(workspace, ["marcha"], "en", wanted, level=level)
    return one.folder


def test_an_image_beside_the_statement_is_part_of_what_is_made_of_it(workspace: Workspace) -> None:
    folder = built(workspace, "page-html", "html", "epub", "docx", "odt")
    for name in ("page.html", "marcha.en.html"):
        page = (folder / name).read_text("utf-8")
        assert 'src="data:image/png;base64,iVBOR' in page and 'alt="The square"' in page, name
        assert "default-src 'none'" in page and "img-src data:" in page, name
    with zipfile.ZipFile(folder / "marcha.en.epub") as book:
        assert book.read("EPUB/image-1.png") == PIXEL
        assert b'href="image-1.png" media-type="image/png"' in book.read("EPUB/package.opf")
        assert b'src="image-1.png" alt="The square"' in book.read("EPUB/text.xhtml")
    with zipfile.ZipFile(folder / "marcha.en.docx") as word:
        assert word.read("word/media/image1.png") == PIXEL
        document = word.read("word/document.xml").decode()
        assert 'descr="The square"' in document and "<w:drawing>" in document
        assert "media/image1.png" in word.read("word/_rels/document.xml.rels").decode()

    with zipfile.ZipFile(folder / "marcha.en.odt") as text:
        assert text.read("Pictures/image1.png") == PIXEL
        assert "<svg:desc>The square</svg:desc>" in text.read("content.xml").decode()


def test_a_new_image_is_built_anew_and_a_missing_one_is_named(workspace: Workspace) -> None:
    page = built(workspace, "page-html") / "page.html"
    first = page.read_bytes()
    image = workspace.statements / "fotos" / "la plaza.png"
    image.write_bytes(PIXEL + b"more")
    built(workspace, "page-html")
    assert page.read_bytes() != first
    image.unlink()
    before = page.read_bytes()
    with pytest.raises(BuildError, match=r"marcha\.es\.md: the image fotos/la%20plaza\.png is missing"):
        built(workspace, "page-html")
    assert page.read_bytes() == before
    built(workspace, "tsv")  # which shows no image


def test_the_manifest_names_what_earlier_builds_made_of_the_same_text(workspace: Workspace) -> None:
    built(workspace, "page-html", "tsv")
    folder = built(workspace, "txt")
    manifest = json.loads((folder / "manifest.json").read_bytes())
    assert [f["file"] for f in manifest["files"]] == ["marcha.en.txt"]
    assert [f["file"] for f in manifest["earlier"]] == ["page.html", "aligned.tsv"]
    Work.open(workspace, "marcha", "en").change(lambda now: [event("edit", now.units[0], "Ana", "The march")])
    folder = built(workspace, "txt")
    assert "earlier" not in json.loads((folder / "manifest.json").read_bytes()), "those have the old text"


def test_sentences_are_paired_where_both_languages_have_as_many(workspace: Workspace) -> None:
    rows = (built(workspace, "tsv", level="sentence") / "aligned.tsv").read_text("utf-8").splitlines()
    pairs = [row.split("\t") for row in rows[1:]]
    assert [pair[3:5] for pair in pairs if "." in pair[0]] == [
        ["Salimos a las seis.", "We left at six."],
        ["Volvimos de noche.", "We came back at night."],
    ]
    assert [pair[0].partition(".")[2] for pair in pairs] == ["", "1", "2", ""]


def test_a_build_that_watches_builds_again_after_a_change(workspace: Workspace) -> None:
    page = workspace.root / "build" / "en" / "marcha" / "page.md"
    command = [sys.executable, "-m", "translate_flow", "build", "--watch", "--format", "page-md"]
    with subprocess.Popen(
        command, cwd=workspace.root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as watching:
        assert watching.stdout is not None
        assert "page.md" in watching.stdout.readline()
        assert "We left at six." in page.read_text("utf-8")
        Work.open(workspace, "marcha", "en").change(
            lambda now: [event("edit", now.units[1], "Ana", "We left early. We came back at night.")]
        )
        assert "page.md" in watching.stdout.readline()
        assert "We left early." in page.read_text("utf-8")
        watching.send_signal(signal.SIGINT)
        watching.wait(90)
    assert watching.returncode in (0, 1, 130)


def test_a_build_writes_over_no_file_that_it_did_not_make(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "home" / "en" / "marcha"
    folder.mkdir(parents=True)
    mine = folder / "marcha.en.html"
    mine.write_text("mine", "utf-8")
    with pytest.raises(BuildError, match=r"marcha\.en\.html: translate-flow did not make this file"):
        build(workspace, ["marcha"], "en", ["html"], out=tmp_path / "home")
    assert [p.name for p in folder.iterdir()] == [mine.name] and mine.read_text("utf-8") == "mine"
    mine.rename(folder / "mine.html")
    build(workspace, ["marcha"], "en", ["html"], out=tmp_path / "home")
    build(workspace, ["marcha"], "en", ["html", "md"], out=tmp_path / "home")  # its own it may write again
    other = folder / "manifest.json"
    other.write_text('{"name": "my web app"}', "utf-8")
    with pytest.raises(BuildError, match=r"manifest\.json: is not a list of the files"):
        build(workspace, ["marcha"], "en", ["html"], out=tmp_path / "home")
    assert "my web app" in other.read_text("utf-8")
