"""Images of statements in Word, LibreOffice and web pages: in their place in all that is made of them."""

from __future__ import annotations

import re
import zipfile
from base64 import b64decode, b64encode

import pytest

from translate_flow.files.images import image_name
from translate_flow.flow.build import Built, build
from translate_flow.flow.intake.add import add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.events import event
from translate_flow.flow.statement.work import Work
from translate_flow.workspace import Workspace

PIXEL = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
TEXT = """# Marcha por el agua

Salimos a las seis de la mañana.

![La plaza de *Ilo* [llena]](fotos/plaza.png)

Volvimos de noche, cansados.
"""
ENGLISH = {
    "Marcha por el agua": "March for water",
    "Marcha por el agua<x1/><x2/>": "March for water<x1/><x2/>",
    "Salimos a las seis de la mañana.": "We left at six in the morning.",
    "Volvimos de noche, cansados.": "We came back at night, tired.",
}
SAID = "The square of Ilo [full]"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    home = tmp_path_factory.mktemp("images") / "w"
    init(home, "es", ("en",))
    return Workspace.load(home)


def translated(workspace: Workspace, file: str, data: bytes, *wanted: str) -> Built:
    """What is built of a statement after a person has translated it."""
    (workspace.statements / file).write_bytes(data)
    workspace = Workspace.load(workspace.root)  # which files there are is looked up once
    add(workspace, [workspace.statements / file], ["en"])
    name = file.partition(".")[0]
    work = Work.open(workspace, name, "en")
    work.change(
        lambda now: [
            event(
                "edit",
                u,
                "Ana",
                ENGLISH.get(u.segment.text, SAID.replace("[", r"\[") if "](" in u.segment.text else SAID),
            )
            for u in now.units
        ]
    )
    (one,) = build(workspace, [name], "en", wanted)
    return one


def article(built: Built) -> str:
    page = (built.folder / "page.html").read_text("utf-8")
    inner = re.sub(r"\s+", " ", page[page.index("<article") : page.index("</article>")])
    return re.sub(r' id="[^"]*"', "", inner)


@pytest.fixture(scope="module")
def written(workspace: Workspace) -> dict[str, bytes]:
    """The statement as Word, LibreOffice and a browser have it, in Spanish."""
    (workspace.statements / "fotos").mkdir(exist_ok=True)
    (workspace.statements / "fotos" / "plaza.png").write_bytes(PIXEL)
    (workspace.statements / "texto.es.md").write_text(TEXT, "utf-8")
    workspace = Workspace.load(workspace.root)
    add(workspace, [workspace.statements / "texto.es.md"], ["en"])
    Work.open(workspace, "texto", "en").change(
        lambda now: [event("edit", u, "Ana", u.segment.text) for u in now.units]
    )
    (one,) = build(workspace, ["texto"], "en", ["docx", "odt", "html"], with_errors=True)
    made = {form: (one.folder / f"texto.en.{form}").read_bytes() for form in ("docx", "odt", "html")}
    return made | {"html": made["html"].replace(b'<html lang="en"', b'<html lang="es"')}


@pytest.mark.parametrize("form", ["docx", "odt", "html"])
def test_an_image_stands_in_its_place_with_its_translated_text(
    workspace: Workspace, written: dict[str, bytes], form: str
) -> None:
    built = translated(
        workspace, f"marcha-{form}.es.{form}", written[form], "page-html", "page-md", "docx", "odt", "epub"
    )
    page = article(built)
    data = b64encode(PIXEL).decode()
    shown = page.index(f'<img src="data:image/png;base64,{data}" alt="{SAID}"')
    assert page.index("We left at six") < shown < page.index("We came back")
    assert page.count(SAID) == 1, "the words stand for the image and not beside it"
    markdown = (built.folder / "page.md").read_text("utf-8")
    (address,) = set(re.findall(r"!\[[^\n]*\]\(<(.*?)>\)", markdown))
    assert (built.folder / address).read_bytes() == PIXEL
    other = "odt" if form == "docx" else "docx"
    with zipfile.ZipFile(built.folder / f"marcha-{form}.en.{other}") as file:
        assert any(file.read(part) == PIXEL for part in file.namelist() if part.endswith(".png"))


def test_a_web_page_is_built_without_images_that_did_not_come_with_it(workspace: Workspace) -> None:
    page = (
        "<!doctype html><html lang=es><title>Marcha por el agua</title><header><img src=logo.png alt='La red'></header>"
        "<main><h1>Marcha por el agua</h1><p>Salimos a las seis de la mañana.</p>"
        "<figure><img src='marcha_files/foto%201.jpg' alt='Una foto'></figure>"
        "<p><img src='data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==' width=1 height=1>"
        "Volvimos de noche, cansados.</p></main></html>"
    )
    built = translated(workspace, "pagina.es.html", page.encode(), "page-html")
    assert "foto 1.jpg" in str(built.remarks[0])
    assert "<img" not in article(built)
    there = workspace.statements / "marcha_files"
    there.mkdir()
    (there / "foto 1.jpg").write_bytes(b"\xff\xd8\xff")
    (again,) = build(Workspace.load(workspace.root), ["pagina"], "en", ["statement", "page-html"])
    assert not again.remarks
    shown = re.findall(r'<img src="data:([a-z/]+)', article(again))
    assert shown == ["image/jpeg"], "neither the head's sign nor a point that counts visitors"
    assert (again.folder / "marcha_files" / "foto 1.jpg").exists(), "the page in its own format shows it too"


def test_an_image_outside_the_workspace_is_not_read(workspace: Workspace) -> None:
    (workspace.root.parent / "ajena.png").write_bytes(PIXEL)
    page = "<!doctype html><html lang=es><h1>Marcha por el agua</h1><p>Salimos a las seis de la mañana.</p><img src='../../ajena.png' alt='Ajena'>"
    built = translated(workspace, "ajena.es.html", page.encode(), "page-html", "page-md")
    assert "ajena.png" in str(built.remarks[0])
    assert not list(built.folder.rglob("*.png"))


def test_an_image_within_an_address_has_a_name_of_its_own() -> None:
    address = f"data:image/png;base64,{b64encode(PIXEL).decode()}"
    assert re.fullmatch(r"image-[0-9a-f]{12}\.png", image_name(address))
    assert image_name("fotos/la%20plaza.png") == "fotos/la plaza.png"


@pytest.mark.parametrize("scheme", ["data:", "DATA:"])
def test_an_image_within_an_address_is_shown_however_the_scheme_is_written(
    scheme: str, workspace: Workspace
) -> None:
    image = f"{scheme}image/png;base64,{b64encode(PIXEL).decode()}"
    page = (
        "<!doctype html><html lang=es><title>Marcha</title><main><h1>Marcha por el agua</h1>"
        f"<p>Salimos a las seis de la mañana.</p><figure><img src='{image}' alt='Una foto'></figure></main></html>"
    )
    built = translated(workspace, "dentro.es.html", page.encode(), "page-html")
    assert not built.remarks
    assert f'<img src="data:image/png;base64,{b64encode(PIXEL).decode()}"' in article(built)
