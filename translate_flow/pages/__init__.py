"""HTML pages from templates, sharing one sheet of design tokens. Pure: data in, text out.

A page extends `base.html`, which inlines `static/tokens.css`: every page is one
self-contained file that asks nothing of any network. States are shown with the
macros of `states.html`.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ..model import ICONS

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ku-arab", "ps", "sd", "ug", "ur", "yi"})

_LANGUAGES = {
    "ar": "Arabic",
    "ay": "Aymara",
    "ca": "Catalan",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "eu": "Basque",
    "fr": "French",
    "gl": "Galician",
    "it": "Italian",
    "nl": "Dutch",
    "pt": "Portuguese",
    "qu": "Quechua",
}


def direction(tag: str) -> str:
    """`rtl` or `ltr`: how text in the language with that BCP 47 tag runs."""
    tag = tag.lower()
    return "rtl" if tag in _RIGHT_TO_LEFT or tag.split("-")[0] in _RIGHT_TO_LEFT else "ltr"


def language(tag: str) -> str:
    """English name of a language, with its region if the tag has one; the tag itself if unknown."""
    head, _, rest = tag.partition("-")
    name = _LANGUAGES.get(head.lower(), "")
    if not name:
        return tag
    return f"{name} ({rest})" if rest else name


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
