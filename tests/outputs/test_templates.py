"""Templates and a style sheet of the workspace's own: they go before ours, reach nothing, and are named if faulty."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_flow.errors import BuildError
from translate_flow.flow.build import build
from translate_flow.workspace import Workspace

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
