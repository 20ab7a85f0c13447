"""The house in order: a class has a name of its own, and functions fit on a page."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "translate_flow"
LINES = 60
"""Of a function, its docstring left out."""
SIBLINGS = frozenset("Block Body Content Labels Numbered Reader Scan Style Styles Words".split())
"""The same part of members of one family, such as `formats/docx` and `formats/odt`: their folders say which."""


def test_no_two_rooms_have_a_class_of_one_name() -> None:
    """In a stack trace the name alone must say which it is."""
    found = defaultdict(set)
    for module in sorted(PACKAGE.rglob("*.py")):
        for node in ast.parse(module.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].add(module.relative_to(PACKAGE).as_posix())
    twice = {name: places for name, places in found.items() if len(places) > 1}
    families = ("formats/", "typeset/", "outputs/", "engines/", "checks/")
    for name in SIBLINGS:
        assert name in twice, f"{name}: allowed, but not needed"
        assert len({next((f for f in families if p.startswith(f)), p) for p in twice[name]}) == 1, twice[name]
    assert {name: sorted(places) for name, places in twice.items() if name not in SIBLINGS} == {}


def test_functions_fit_on_a_page() -> None:
    long = []
    for module in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                said = node.body[0] if ast.get_docstring(node) is not None else None
                words = (said.end_lineno or 0) - said.lineno + 1 if said else 0
                lines = (node.end_lineno or 0) - node.lineno + 1 - words
                if lines > LINES:
                    long.append(f"{module.relative_to(PACKAGE)}:{node.lineno} {node.name}: {lines}")
    assert long == []
