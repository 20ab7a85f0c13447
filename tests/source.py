"""The code of the project, as tests read it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PARTS = ("body", "orelse", "finalbody", "handlers", "cases")


def statements(module: Path) -> Iterator[ast.stmt]:
    """Every statement of a module, in order. What stands within expressions is not gone through: it holds none."""
    waiting: list[ast.AST] = [ast.parse(module.read_text("utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.stmt):
            yield node
        for part in reversed(PARTS):
            within = getattr(node, part, None)
            if isinstance(within, list):
                waiting += reversed(within)
