"""HTML pages from templates, sharing one sheet of design tokens. Pure: data in, text out.

A page extends `base.html`, which inlines `static/tokens.css`: every page is one
self-contained file that asks nothing of any network. States are shown with the
macros of `states.html`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ..errors import BuildError
from ..language.tags import direction, language
from ..messages import say
from ..model import ICONS
from .messages import STYLE_ENDS, TEMPLATE_ENDLESS, TEMPLATE_FAILS, TEMPLATE_FAULT

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
def _environment(own: tuple[tuple[str, str], ...] = ()) -> Environment:
    """The templates, those of a workspace before ours: theirs run in a sandbox and reach nothing but their data."""
    from jinja2 import ChoiceLoader, DictLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined

    from .bounded import BoundedEnvironment

    ours = PackageLoader("translate_flow.pages", "templates")
    # A sandbox that looks at every step would take half the time of a site's pages; ours need none.
    environment = (BoundedEnvironment if own else Environment)(
        loader=ChoiceLoader([DictLoader(dict(own)), ours, PrefixLoader({"ours": ours})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(state_icons=ICONS, css=css, direction=direction, language=language, say=say)
    return environment


def render(template: str, own: Mapping[str, str] | None = None, **data: Any) -> str:
    """A template of `pages/templates` filled in; every value is escaped unless it is Markup.

    `own`: templates by name that go before ours (which they can extend as `ours/page.html`), and `page.css`, a style
    sheet that has the last word. Raises BuildError naming the file and line if one of them has a fault.
    """
    if not own:
        return _environment().get_template(template).render(own_style="", **data)
    from jinja2 import TemplateError, TemplateSyntaxError
    from markupsafe import Markup

    from .bounded import EndlessTemplate, filled_in

    sheet = own.get(OWN_STYLE, "")
    if "</" in sheet:
        raise BuildError(STYLE_ENDS(file=OWN_STYLE))
    try:
        environment = _environment(tuple(sorted(own.items())))
        return filled_in(environment.get_template(template), {"own_style": Markup(sheet), **data})
    except TemplateSyntaxError as cause:
        raise BuildError(
            TEMPLATE_FAULT(file=cause.name or template, line=cause.lineno, problem=cause.message or "")
        ) from cause
    except (RecursionError, MemoryError, EndlessTemplate) as cause:
        raise BuildError(TEMPLATE_FAILS(file=template, problem=TEMPLATE_ENDLESS())) from cause
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError) as cause:
        raise BuildError(TEMPLATE_FAILS(file=template, problem=str(cause) or type(cause).__name__)) from cause


OWN_STYLE = "page.css"
"""The style sheet among a workspace's own templates."""
