"""The sandbox for a workspace's own templates: what they do ends, whatever they say.

Jinja's own sandbox keeps a template from everything but its data, and each `range` below 100,000; loops within loops,
macros that call themselves twice and texts multiplied by a thousand millions it lets run for ever. Here every round of
a loop, every call and every inclusion is a step, and so many are allowed; a product is refused before it is made.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from jinja2 import Template, TemplateRuntimeError, nodes, pass_context
from jinja2.sandbox import ImmutableSandboxedEnvironment

STEPS = 5_000_000
"""A page of 100,000 paragraphs takes one or two million."""
CHARACTERS = 200_000_000
"""Of a page; of a text that is a product, a tenth of it."""
_BITS = 4096
"""Of a number that is a product or a power."""
_STEP = "step"


class EndlessTemplate(TemplateRuntimeError):
    """A template took too many steps, or made too much."""


class _Steps:
    """Steps that are left."""

    __slots__ = ("left",)

    def __init__(self) -> None:
        self.left = STEPS

    def take(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise EndlessTemplate


_steps: ContextVar[_Steps | None] = ContextVar("steps", default=None)


def _step() -> None:
    steps = _steps.get()
    if steps is not None:
        steps.take()


@pass_context  # or it would be worked out once, when the template is read
def _round(_context: Any, begun: bool) -> bool:
    _step()
    return begun


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """Where the steps are counted."""

    intercepted_binops = frozenset(("*", "**"))

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.filters[_STEP] = _round

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for loop in tree.find_all(nodes.For):
            step = nodes.Filter(nodes.Const(True), _STEP, [], [], None, None, lineno=loop.lineno)
            if loop.test is None:
                loop.body.insert(0, nodes.ExprStmt(step, lineno=loop.lineno))
            else:
                loop.test = nodes.And(step, loop.test, lineno=loop.lineno)
        return tree

    def call(self, context: Any, called: Any, /, *args: Any, **named: Any) -> Any:
        """Call something from a template: a step."""
        _step()
        return super().call(context, called, *args, **named)

    def _load_template(self, name: str, globals: Any) -> Template:
        _step()
        return super()._load_template(name, globals)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """A product or a power, if it is of a size that pages need."""
        if _size(operator, left, right) > 1:
            raise EndlessTemplate
        return super().call_binop(context, operator, left, right)


def _size(operator: str, left: Any, right: Any) -> float:
    """How large the result will be, of what is allowed."""
    if isinstance(left, int) and isinstance(right, int):
        bits = left.bit_length() * right if operator == "**" else left.bit_length() + right.bit_length()
        return bits / _BITS
    for some, times in ((left, right), (right, left)):
        if isinstance(times, int) and hasattr(some, "__len__"):
            return len(some) * times / (CHARACTERS / 10)
    return 0


@contextmanager
def counting() -> Iterator[None]:
    """Within, the steps of one page."""
    token = _steps.set(_Steps())
    try:
        yield
    finally:
        _steps.reset(token)


def filled_in(template: Template, data: dict[str, Any]) -> str:
    """The template filled in. Raises EndlessTemplate, and what a template's faults raise."""
    pieces: list[str] = []
    left = CHARACTERS
    with counting():
        for piece in template.generate(data):
            pieces.append(piece)
            left -= len(piece)
            if left < 0:
                raise EndlessTemplate
    return "".join(pieces)
