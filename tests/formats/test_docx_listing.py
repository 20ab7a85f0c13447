"""Lists of a Word document as a reader sees them: what is set in as far as an item is part of it."""

from __future__ import annotations

import pytest

from translate_flow.formats import docx
from translate_flow.model import Kind

from . import wordfiles as word

BULLETS = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr><w:ind w:left="{}" w:hanging="360"/>'
OTHER = word.NUMBERING.replace(
    "</w:numbering>", '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def _listed(*paragraphs: tuple[str, str]) -> list[tuple[str, int, bool]]:
    """Of paragraphs with these properties and texts: kind, level, and whether each continues the one before."""
    body = [word.paragraph(text, properties=properties) for properties, text in paragraphs]
    data = word.docx(*body, extra={"word/numbering.xml": OTHER.encode()})
    return [
        (str(one.kind), one.level, one.setting.continues)
        for one in docx.read(data, "a").segments
        if not one.setting.outside
    ]


ITEM, LOWER = BULLETS.format(0, 1, 720), BULLETS.format(0, 2, 1440)
FAR = '<w:ind w:left="720"/>'


def test_a_paragraph_set_in_as_far_as_the_item_before_is_part_of_it() -> None:
    found = _listed(
        (ITEM, "Agua limpia."), ("", ""), (FAR, "Lo dijo el ministro."), (ITEM, "Respeto."), ("", "Hoy.")
    )
    assert found == [("item", 1, False), ("item", 1, True), ("item", 1, False), ("paragraph", 0, False)]


def test_a_list_of_its_own_that_is_set_in_further_is_within_the_item() -> None:
    """So *List Bullet 2* and lists begun by hand below an item are."""
    found = _listed(
        (ITEM, "Agua limpia:"), (LOWER, "valle alto;"), (LOWER, "valle bajo."), (ITEM, "Respeto.")
    )
    assert [level for _, level, _ in found] == [1, 2, 2, 1]


@pytest.mark.parametrize(
    "properties",
    [
        "",
        '<w:ind w:left="4500"/>',  # signatures to the right
        f'{FAR}<w:jc w:val="right"/>',
        '<w:ind w:left="300"/>',
    ],
)
def test_what_is_set_elsewhere_is_a_paragraph(properties: str) -> None:
    found = _listed((ITEM, "Agua limpia."), (properties, "Por la asamblea, la presidenta."))
    assert found[-1] == (str(Kind.PARAGRAPH), 0, False)


def test_where_all_text_is_set_in_so_far_nothing_is_part_of_an_item() -> None:
    found = _listed((FAR, "Exigimos:"), (ITEM, "Agua limpia."), (FAR, "Hoy hablamos todos."))
    assert found[-1] == (str(Kind.PARAGRAPH), 0, False)
