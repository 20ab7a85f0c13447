"""Templates, a style sheet and fonts of the workspace's own: they go before ours, reach nothing, and are named if faulty."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest

from translate_flow.errors import BuildError
from translate_flow.flow.build import build
from translate_flow.workspace import Workspace

from ..needs import need
from .test_metadata import MARKDOWN, _read, _workspace


@pytest.fixture(scope="module")
def agua(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = _workspace(tmp_path_factory.mktemp("agua"), {"agua.es.md": MARKDOWN.encode()})
    _read(workspace, "agua")
    return workspace


def _page(workspace: Workspace, **files: str) -> str:
    folder = workspace.root / "templates"
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        if old.is_file():
            old.unlink()
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, "utf-8")
    (built,) = build(workspace, ["agua"], "en", ["page-html"])
    return (built.folder / "page.html").read_text("utf-8")


def test_a_template_extends_ours_and_a_style_sheet_has_the_last_word(agua: Workspace) -> None:
    page = _page(
        agua,
        page_html='{% extends "ours/page.html" %}{% block main %}<p>{{ "<Red>" }}</p>{{ super() }}{% endblock %}',
        page_css="h1 { color: rebeccapurple; }",
    )
    assert "<p>&lt;Red&gt;</p>" in page and "<h1>Water belongs to everyone</h1>" in page
    assert page.index("h1 { color: rebeccapurple; }") > page.rindex("@media print")
    assert "rebeccapurple" not in _page(agua)


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        ("{% if %}", r"templates/page\.html, line 1"),
        ("\n\n{% block x %}", r"templates/page\.html, line 3"),
        ("{{ nothing_of_the_kind }}", r"templates/page\.html: 'nothing_of_the_kind' is undefined"),
        ("{{ ''.__class__.__mro__[1].__subclasses__() }}", r"templates/page\.html: .*unsafe"),
        ("{{ translation.title.format.__globals__ }}", r"templates/page\.html: .*unsafe"),
        ("{{ 1 / 0 }}", r"templates/page\.html: division"),
        ('{% include "/etc/passwd" %}', r"templates/page\.html: /etc/passwd"),
    ],
)
def test_a_fault_is_named_and_the_last_build_stays(agua: Workspace, template: str, problem: str) -> None:
    before = _page(agua)
    with pytest.raises(BuildError, match=problem):
        _page(agua, page_html=template)
    assert Path(agua.root, "build", "en", "agua", "page.html").read_text("utf-8") == before


def test_a_style_sheet_cannot_leave_its_element(agua: Workspace) -> None:
    with pytest.raises(BuildError, match=r"templates/page\.css"):
        _page(agua, page_css="</style><script>x</script>")


FACE = '/* url("none.woff2") */\n@font-face { font-family: Prueba; src: url("fonts/prueba.ttf"); }\n'
"""The remark names no file that is wanted."""


def _font() -> bytes:
    """A font of three letters, made here."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 700))
    pen.lineTo((500, 700))
    pen.closePath()
    box, names = pen.glyph(), [".notdef", "W", "a", "t"]
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder(names)
    made.setupCharacterMap({ord(name): name for name in names[1:]})
    made.setupGlyf(dict.fromkeys(names, box))
    made.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupNameTable({"familyName": "Prueba", "styleName": "Regular", "psName": "Prueba-Regular"})
    made.setupOS2()
    made.setupPost()
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    "address", ["data:image/png;base64,iVBORw0KGgo=", "DATA:image/png;base64,iVBORw0KGgo="]
)
def test_what_a_style_sheet_holds_itself_stays_in_it(agua: Workspace, address: str) -> None:
    assert address in _page(agua, page_css=f"h1 {{ background: url({address}); }}")


def test_a_font_beside_the_style_sheet_is_in_the_page_and_in_the_pdf(agua: Workspace) -> None:
    fonts = agua.root / "templates" / "fonts"
    fonts.mkdir(parents=True, exist_ok=True)
    (fonts / "prueba.ttf").write_bytes(_font())
    page = _page(agua, page_css=FACE + "h1 { font-family: Prueba; }")
    assert 'src: url("data:font/ttf;base64,' in page and "; font-src data:" in page
    assert "img-src" not in page and '/* url("none.woff2") */' in page
    (built,) = build(agua, ["agua"], "en", ["page-pdf"])
    fonts_of = subprocess.run(
        [need("pdffonts"), built.folder / "page.pdf"], capture_output=True, text=True, check=True, timeout=60
    )
    assert "Prueba" in fonts_of.stdout


@pytest.mark.parametrize(
    ("sheet", "problem"),
    [
        (
            FACE.replace("prueba", "otra"),
            r"templates/page\.css, line 2: fonts/otra\.ttf: .*put it into templates/",
        ),
        ("\n\n@import 'https://fonts.example/css';", r"page\.css, line 3: @import .*load nothing"),
        (
            "body { background: url( //example.org/a.png ) }",
            r"line 1: url\( //example\.org/a\.png \): .*load nothing",
        ),
        ("a { cursor: url('mano.cur') }", r"line 1: mano\.cur: only files of these kinds"),
        (
            "b { background: url(../../../outside.png) }",
            r"line 1: \.\./\.\./\.\./outside\.png is outside templates/",
        ),
    ],
)
def test_what_a_style_sheet_names_and_a_page_cannot_hold_is_named(
    agua: Workspace, sheet: str, problem: str
) -> None:
    before = _page(agua)
    with pytest.raises(BuildError, match=problem):
        _page(agua, page_css=sheet)
    assert Path(agua.root, "build", "en", "agua", "page.html").read_text("utf-8") == before
