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


HARD = {
    "google.csv": (
        "Timestamp,Full name of the contact person,Email Address,Type of organisation,Name of your organisation,"
        "Country of your organisation,Website of your organisation,WhatsApp,May we publish the name of your organisation?\n"
        "6/14/2024 9:05:11,Secret Person,a@secret.example,Secret kind,Colectivo Sur,Chile,https://sur.example,+56 secret,Yes\n"
        "6/15/2024 9:05:11,Secret Person,b@secret.example,Secret kind,Secret Red,Chile,,,No\n"
    ),
    "lime.csv": (
        '"ID de respuesta";"Fecha de envío";"Última página";"Lenguaje inicial";"Nombre y apellidos";"Organización";"Ciudad";"Página web";'
        '"¿Autoriza la publicación del nombre de su organización?"\n'
        '"1";"2024-06-14 10:00:00";"3";"es";"Secret Persona";"Colectivo Sur";"Santiago";"https://sur.example";"Sí"\n'
        '"2";"2024-06-14 11:00:00";"3";"es";"Secret Persona";"Secret Red";"Ilo";"";""\n'
    ),
    "nextcloud.csv": (
        '"User ID","User display name","Timestamp","Nombre","Correo electrónico","Nombre de la organización","Teléfono móvil","País"\n'
        '"secret","Secret Display","2024-06-14T10:22:01+00:00","Secret Persona","z@secret.example","Colectivo Sur","secret","Chile"\n'
    ),
}


@pytest.mark.parametrize("form", list(HARD))
def test_nothing_of_a_person_and_of_who_refuses_comes_out_of_a_form(
    workspace: Workspace, tmp_path: Path, form: str
) -> None:
    (tmp_path / form).write_text(HARD[form], "utf-8")
    taken = take(workspace, "agua", tmp_path / form, write=True)
    assert [one.organisation for one in taken.fresh] == ["Colectivo Sur"]
    written = taken.file.read_text("utf-8")
    assert "secret" not in written.casefold() and "2024-06-14" in written
    assert ("https://sur.example" in written) is (form != "nextcloud.csv")
    refused = [str(remark) for remark in taken.remarks]
    assert refused == (
        []
        if form == "nextcloud.csv"
        else [f"{form}, row 3: does not agree to be published, and is not taken"]
    )


def test_a_form_that_asks_for_persons_alone_brings_nobody(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "form.csv").write_text("Nombre y apellidos,Correo\nAna Quispe,a@b.example\n", "utf-8")
    with pytest.raises(ReadError, match="no column holds the organisations"):
        take(workspace, "agua", tmp_path / "form.csv", write=True)


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
