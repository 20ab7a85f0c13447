"""Cells that hold figures alone are reported where languages write them differently."""

from __future__ import annotations

import pytest

from translate_flow.formats import load

from .test_odt import odt
from .wordfiles import docx, paragraph, table

ROWS = (("Pozos", "1.204"), ("Parte", "12,5 %"), ("Canales", "18"))
HTML = "".join(f"<tr><td>{one}</td><td>{two}</td></tr>" for one, two in ROWS)
CELL = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
ODT = "".join(f"<table:table-row>{CELL.format(a)}{CELL.format(b)}</table:table-row>" for a, b in ROWS)
FILES = {
    "plain": "\n".join(f"{one:12}{two}" for one, two in ROWS).encode(),
    "markdown": ("| a | b |\n|---|---|\n" + "\n".join(f"| {one} | {two} |" for one, two in ROWS)).encode(),
    "html": f"<table>{HTML}</table>".encode(),
    "docx": docx(table(*([paragraph(one), paragraph(two)] for one, two in ROWS))),
    "odt": odt(f"<text:p/><table:table>{ODT}</table:table>"),
}


@pytest.mark.parametrize("form", FILES)
def test_figures_that_languages_write_differently_are_reported(form: str) -> None:
    found = load(form).document(FILES[form], "cuadro").omitted
    assert [one.places for one in found] == [("1.204", "12,5 %")]
    assert str(found[0].what).startswith("2 cells of figures alone (kept as they are; ")
