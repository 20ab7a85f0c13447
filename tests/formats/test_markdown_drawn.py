"""Tables drawn with characters (Pandoc): their cells are offered, and the table is drawn again around other words."""

from __future__ import annotations

import random

import pytest

from translate_flow.errors import BuildError
from translate_flow.formats.markdown.statement import read, rebuild

GRID = """+-----------+-------+----------------+
| Fruta     | Sol   | Por qué        |
+===========+======:+================+
| Lúcuma    | 3     | - sabe bien    |
|           |       | - dura         |
+-----------+-------+----------------+
| Palta     | 12    | Crece aquí     |
| fuerte    |       | desde siempre. |
+-----------+-------+----------------+
"""
SIMPLE = """   Días     Lugar      Caso
-------     -------  ------
      3     Puno          a
     12     Ilo           b
"""
HEADLESS = """-----  ------
uno    agua
dos    pan
-----  ------
"""
MULTILINE = """-----------------------------
 Fruta    Por qué
--------  -------------------
Lúcuma    Sabe bien y
          dura.

Palta     Crece aquí.
-----------------------------
"""
TABLES = {
    "grid": (
        GRID,
        [
            "Fruta",
            "Sol",
            "Por qué",
            "Lúcuma",
            "sabe bien",
            "dura",
            "Palta fuerte",
            "Crece aquí desde siempre.",
        ],
    ),
    "simple": (SIMPLE, ["Días", "Lugar", "Caso", "Puno", "a", "Ilo", "b"]),
    "headless": (HEADLESS, ["uno", "agua", "dos", "pan"]),
    "multiline": (MULTILINE, ["Fruta", "Por qué", "Lúcuma", "Sabe bien y dura.", "Palta", "Crece aquí."]),
}


@pytest.mark.parametrize("kind", TABLES)
def test_the_cells_are_offered_and_the_table_is_drawn_again(kind: str) -> None:
    table, wanted = TABLES[kind]
    source = f"Antes.\n\n{table}\nLuego.\n".encode()
    document = read(source, "guia")
    assert [segment.text for segment in document.segments] == ["Antes.", *wanted, "Luego."]
    assert not document.omitted
    assert rebuild(source, document, {s.key: s.text for s in document.segments}) == source
    longer = {segment.key: f"{segment.text} much longer than it was" for segment in document.segments}
    again = read(rebuild(source, document, longer), "guia")
    assert [segment.text for segment in again.segments] == list(longer.values())


def test_columns_of_a_grid_keep_their_width_and_lines_are_added() -> None:
    document = read(GRID.encode(), "guia")
    keys = {segment.text: segment.key for segment in document.segments}
    made = rebuild(
        GRID.encode(), document, {keys["Lúcuma"]: "Eggfruit tree", keys["dura"]: "it keeps well"}
    ).decode()
    assert made == GRID.replace("| Lúcuma    |", "| Eggfruit  |").replace(
        "|           |       | - dura         |",
        "| tree      |       | - it keeps     |\n|           |       |   well         |",
    )


def test_heads_of_columns_of_blanks_stay_where_they_say_how_these_are_aligned() -> None:
    document = read(SIMPLE.encode(), "guia")
    keys = {segment.text: segment.key for segment in document.segments}
    made = rebuild(
        SIMPLE.encode(), document, {keys["Días"]: "Days passed", keys["Puno"]: "Puno, in the south"}
    )
    assert made.decode() == (
        " Days passed     Lugar                 Caso\n"
        "------------     ------------------  ------\n"
        "           3     Puno, in the south       a\n"
        "          12     Ilo                      b\n"
    )


def test_damaged_tables_break_no_promise() -> None:
    chance = random.Random(7)
    source = "\n".join(table for table, _ in TABLES.values())
    for _ in range(300):
        text = list(source)
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(len(text))
            text[at : at + chance.randint(0, 3)] = chance.choice(
                ["+", "-", "|", "=", "\n", "  ", "é", "---", "> ", "漢"]
            )
        data = "".join(text).encode()
        document = read(data, "guia")
        assert rebuild(data, document, {s.key: s.text for s in document.segments}) == data
        words = {segment.key: f"palabra{at} nueva" for at, segment in enumerate(document.segments)}
        try:
            made = rebuild(data, document, words)
        except BuildError:
            continue
        assert [segment.text for segment in read(made, "guia").segments] == list(words.values())
