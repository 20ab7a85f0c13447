"""HTML pages from templates, sharing one sheet of design tokens. Pure: data in, text out.

A page extends `base.html`, which inlines `static/tokens.css`: every page is one
self-contained file that asks nothing of any network. States are shown with the
macros of `states.html`.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ..language.tags import direction, language
from ..model import ICONS

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


@cache
def css(name: str) -> Markup:
    """A style sheet of `pages/static`, to stand inside `<style>`."""
    from markupsafe import Markup

    sheet = files(__name__).joinpath("static", name).read_text("utf-8")
    assert "</" not in sheet, f"{name} would end its style element"
    return Markup(sheet.strip())


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("translate_flow.pages", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(state_icons=ICONS, css=css, direction=direction, language=language)
    return environment


def render(template: str, **data: Any) -> str:
    """A template of `pages/templates` filled in; every value is escaped unless it is Markup."""
    return _environment().get_template(template).render(**data)
