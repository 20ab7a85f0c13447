"""A form's answers come into the list of signatories after a look at them, without what is private in them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from translate_flow.errors import ReadError
from translate_flow.flow.signing import listed, take
from translate_flow.workspace import Workspace

from .test_metadata import MARKDOWN, _workspace

FORMS = {
    "google.csv": '"Marca temporal","Nombre de la organización","Ciudad","País","Correo electrónico"\n'
    '"2024/06/05 10:22:01 a. m. GMT-5","Colectivo Sur","Santiago","Chile","x@secret.example"\n'
    '"2024/06/06 9:00:00 a. m. GMT-5","Mesa del Rio","Ilo","Perú","y@secret.example"\n',
    "limesurvey.csv": '"id";"submitdate";"lastpage";"startlanguage";"G1Q1. Organization";"G1Q2. Country";"Phone"\n'
    '"1";"2024-06-05 10:22:01";"2";"es";"Colectivo Sur";"CL";"999 secret"\n',
    "nextcloud.csv": '"User ID","Timestamp","Name of your organisation","Place","E-mail"\n'
    '"secret","2024-06-05T10:22:01+00:00","Colectivo Sur","Santiago","z@secret.example"\n',
}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return _workspace(tmp_path / "w", {"agua.es.md": MARKDOWN.encode()})


@pytest.mark.parametrize("form", list(FORMS))
def test_a_form_is_shown_first_and_then_added_once(workspace: Workspace, tmp_path: Path, form: str) -> None:
    file = tmp_path / form
    file.write_text(FORMS[form], "utf-8")
    shown = take(workspace, "agua", file, write=False)
    assert [one.organisation for one in shown.fresh] == ["Colectivo Sur"]
    assert [one.organisation for one in shown.known] == (["Mesa del Rio"] if form == "google.csv" else [])
    assert not shown.file.exists()
    take(workspace, "agua", file, write=True)
    written = shown.file.read_text("utf-8")
    assert "Colectivo Sur" in written and "2024-06-05" in written and "secret" not in written
    again = take(workspace, "agua", file, write=True)
    assert again.fresh == () and shown.file.read_text("utf-8") == written


def test_a_form_without_organisations_is_named(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "form.csv"
    file.write_text("Edad,Color\n3,azul\n", "utf-8")
    with pytest.raises(ReadError, match=r"form\.csv: no column holds the organisations"):
        take(workspace, "agua", file, write=True)
    with pytest.raises(ReadError, match="cannot be read"):
        take(workspace, "agua", tmp_path / "gone.csv", write=True)


def test_names_that_differ_by_a_figure_are_two(workspace: Workspace, tmp_path: Path) -> None:
    for names, added in ((("Base 21", "(Uno)"), 2), (("Base 22", "(Dos)", "BASE 21"), 2)):
        (tmp_path / "form.csv").write_text("Organización\n" + "".join(f"{n}\n" for n in names), "utf-8")
        taken = take(workspace, "agua", tmp_path / "form.csv", write=True)
        assert len(taken.fresh) == added


def test_two_forms_at_once_are_both_taken(workspace: Workspace, tmp_path: Path) -> None:
    """Whoever takes one waits for the other: read and written as one step."""
    forms = [tmp_path / f"form-{n}.csv" for n in range(12)]
    for form in forms:
        form.write_text(f"Organización\nRed de {form.stem}\n", "utf-8")
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda form: take(Workspace.load(workspace.root), "agua", form, write=True), forms))
    names = {one.organisation for one in listed(workspace, "agua").rows}
    assert {f"Red de {form.stem}" for form in forms} <= names
