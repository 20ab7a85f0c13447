"""A page's script is one file, made of the modules as they are written."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from translate_flow.desk.pages import assets, script
from translate_flow.desk.scripts import whole

from .conftest import Desk, Visitor

Visit = Callable[..., Visitor]

ONE = (
    "import { double as twice, Box } from './two.js';\nimport './three.js';\nexport const four = twice(2);\n"
)
TWO = "export function double(n) { return 2 * n; }\nexport class Box {}\nconst four = 'mine';\n"
THREE = "import { double } from './two.js';\ndocument.title = double(21);\n"


def test_each_module_is_there_once_in_the_order_in_which_it_runs() -> None:
    made = whole("one.js", {"one.js": ONE, "two.js": TWO, "three.js": THREE})
    assert made.index("const $two") < made.index("const $three") < made.index("export const four")
    assert made.count("function double") == 1 and "import" not in made
    assert "return { double, Box };" in made


def test_it_runs_as_the_modules_do(desk: Desk, visit: Visit) -> None:
    page = visit(desk, name="Ana", path="/settings").page
    made = whole("one.js", {"one.js": ONE, "two.js": TWO, "three.js": THREE})
    page.route("**/static/x/one.js", lambda route: route.fulfill(body=made, content_type="text/javascript"))
    assert page.evaluate("import('/static/x/one.js').then((one) => one.four)") == 4
    assert page.title() == "42"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("import * as two from './two.js';\n", "import [*] as two"),
        ("const a = 1;\nexport { a };\n", "export { a }"),
        ("export default 1;\n", "export default"),
        ("import { one } from './one.js';\n", "one.js imports itself"),
    ],
)
def test_what_cannot_be_put_together_is_refused(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        whole("one.js", {"one.js": text, "two.js": TWO})


def test_every_script_of_the_desk_can_be_put_together() -> None:
    scripts = [name for name in assets() if name.endswith(".js")]
    assert len(scripts) > 40
    for name in scripts:
        assert b"\nimport " not in script(name)


def test_a_page_asks_for_one_script(desk: Desk, visit: Visit) -> None:
    page = visit(desk, name="Ana", path="/settings").page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(desk.editor())
    page.wait_for_selector("html[data-ready]")
    assert [address.rsplit("/", 1)[-1] for address in asked if address.endswith(".js")] == ["editor.js"]
