"""Lists of names: a fault names file, row and column, costs its row and stops nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_flow.flow.check import notes
from translate_flow.language import gazetteer
from translate_flow.names import places

PLACES = "translate_flow.names.places"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The lists, copied where they can be spoilt."""
    for package, lists in gazetteer.LISTS.items():
        for name, _ in lists:
            data = (gazetteer.files(package) / name).read_bytes()
            (tmp_path / package).mkdir(exist_ok=True)
            (tmp_path / package / name).write_bytes(data)
    monkeypatch.setattr(gazetteer, "files", lambda package: tmp_path / package)
    monkeypatch.setattr(places, "rows", gazetteer.rows.__wrapped__)
    places._exonyms.cache_clear()
    return tmp_path / PLACES


def test_the_lists_have_no_faults() -> None:
    assert gazetteer.faults() == ()
    assert notes("es", ["en"]) == ()


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (b"Adelaida Adelaide", "exonyms.tsv, line 3, column 18: a row has 2 columns separated by tabs"),
        (b"Adelaida\tAdelaide\tAustralia", "exonyms.tsv, line 3, column 18: a row has 2 columns separated by tabs"),
        (b"Adelaida\t", "exonyms.tsv, line 3, column 10: the cell is empty; write the name, or delete the row"),
        (b"Adel\xe1ida\tAdelaide", "exonyms.tsv, line 3, column 5: not UTF-8; save the file as UTF-8"),
    ],
)  # fmt: skip
def test_a_fault_names_its_place_and_costs_its_row_alone(folder: Path, row: bytes, told: str) -> None:
    lines = (folder / "exonyms.tsv").read_bytes().split(b"\n")
    lines[2] = row
    (folder / "exonyms.tsv").write_bytes(b"\n".join(lines))
    assert [str(fault) for fault in gazetteer.faults()] == [told]
    assert [str(note) for note in notes("es", ["en"])] == [f"list of names {told}; that row is not used"]
    assert notes("en", ["fr"]) == ()
    try:
        assert places._exonyms().get("adelaida") is None
        assert places._exonyms()["acra"] == "Accra"
    finally:
        places._exonyms.cache_clear()
