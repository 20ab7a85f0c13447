"""A memory of another program taken in at the desk, and tidied up: counted first, undone at one press."""

from __future__ import annotations

from collections.abc import Callable

from .conftest import Desk, Visitor, until
from .test_axe import broken_rules
from .test_spanish import all_spanish

Visit = Callable[..., Visitor]


def _unit(source: str, target: str, at: str, by: str) -> str:
    return (
        f'<tu changedate="{at}T000000Z" changeid="{by}"><tuv xml:lang="es"><seg>{source}</seg></tuv>'
        f'<tuv xml:lang="en"><seg>{target}</seg></tuv></tu>'
    )


UNITS = [
    _unit("Agua limpia para todas.", "Clean water for all.", "20240105", "Ana"),
    _unit("Agua limpia para todas.", "Clean water for all.", "20180105", "Ana"),
    _unit("No hubo respuesta.", "There was no answer.", "20150301", "Luz"),
]
TMX = (
    '<?xml version="1.0"?><tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="paragraph" '
    f'o-tmf="x" adminlang="en" srclang="es" datatype="plaintext"/><body>{"".join(UNITS)}</body></tmx>'
)


def test_a_memory_is_taken_in_searched_and_tidied_up(open_desk: Callable[..., Desk], visit: Visit) -> None:
    desk = open_desk()
    visitor = visit(desk, path="/exchange/en", locale="es")
    page = visitor.page
    file = desk.root / "memory" / "old.tmx"
    page.set_input_files("#tmx", {"name": "photo.tmx", "mimeType": "", "buffer": b"\x89PNG"})
    page.wait_for_selector("#tmx-told .notice")
    assert not (desk.root / "memory" / "photo.tmx").exists()
    page.set_input_files("#tmx", {"name": "old.tmx", "mimeType": "", "buffer": TMX.encode()})
    page.wait_for_selector("#tmx-told:has-text('memory/old.tmx')")
    assert file.read_text("utf-8") == TMX
    all_spanish(page)
    # Counted first, nothing is written until one says so.
    page.fill("#clean-before", "2016")
    page.click("#clean button")
    page.wait_for_selector("#clean-go")
    assert file.read_text("utf-8") == TMX
    all_spanish(page)
    assert broken_rules(page) == []
    page.keyboard.press("Enter")
    until(lambda: file.read_text("utf-8").count("<tu ") == 1)
    page.wait_for_selector("#clean-told:has-text('Se quitaron')")  # what is offered now is of this
    page.wait_for_selector("#take-back")
    with page.expect_navigation():
        page.click("#take-back")
    assert file.read_text("utf-8") == TMX
    page.wait_for_selector("html[data-ready]")
    page.fill("#clean-before", "some day")
    page.click("#clean button")
    page.wait_for_selector("#clean-told .notice")
    assert file.read_text("utf-8") == TMX
    page.goto(f"{desk.url}/exchange/en?q=respuesta")
    page.wait_for_selector("#hits li:has-text('There was no answer')")
    visitor.calm()
