"""Every sentence the program can say to somebody at the desk, read from its source.

Errors are what is raised in the modules the desk imports, directly or through others; findings what
the checks yield. `{}` stands for what is filled in.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import translate_flow
from translate_flow import errors

PACKAGE = Path(translate_flow.__file__).parent
RAISED = {
    name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Exception)
} | {"Spoilt"}
ELSEWHERE = {
    "flow/intake/fetch.py": "reads addresses, which the desk does not",
    "flow/intake/sources.py": "reads folders, addresses and standard input, which the desk does not",
    "memory/tmx_read.py": "imports memories, which the command line does",
    "formats/html/article.py": "reads addresses, which the desk does not",
    "desk/serve.py": "speaks in the terminal, before there is a page",
    "engines/firefox/models.py": "fetches models, which the command line does",
    "engines/firefox/mozilla.py": "the same",
    "engines/firefox/verify.py": "the same",
}
"""Modules whose errors nobody meets at the desk, and why."""
assert all((PACKAGE / place).is_file() for place in ELSEWHERE)
COMMANDS = re.compile(
    r"--(?!drafts|note|file)\w+|only TMX files|holds no confirmed pair|there is nothing to fetch"
)
"""Errors of options and commands the desk does not have."""

_MEMBER = re.compile(r"\.([\w.]+):\w+")
"""A row of a table of members: `.spaces:SPACES`."""


@cache
def reached() -> tuple[Path, ...]:
    """The modules the desk imports, at once or later, and those its tables name."""
    seen: set[Path] = set()
    todo = list((PACKAGE / "desk").glob("*.py"))
    while todo:
        path = todo.pop()
        if path not in seen:
            seen.add(path)
            todo += [p for p in _imported(path) if p not in seen]
    return tuple(sorted(seen))


def _imported(path: Path) -> Iterator[Path]:
    package = path.parent
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = package
            for _ in range(node.level - 1):
                base = base.parent
            base = base.joinpath(*(node.module or "").split(".")) if node.module else base
            yield from _files(base)
            for alias in node.names:
                yield from _files(base / alias.name)
        elif isinstance(node, ast.Constant) and (found := _MEMBER.fullmatch(str(node.value))):
            yield from _files(package.joinpath(*found[1].split(".")))


def _files(place: Path) -> Iterator[Path]:
    for path in (place.with_name(place.name + ".py"), place / "__init__.py"):
        if path.is_file():
            yield path


def templates(node: ast.AST | None) -> Iterator[str]:
    """The texts an expression can be, `{}` for what is filled in; nothing if that cannot be told."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(v.value if isinstance(v, ast.Constant) else "{}" for v in node.values)
    elif isinstance(node, ast.IfExp):
        yield from templates(node.body)
        yield from templates(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from templates(value)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        yield from (a + b for a in templates(node.left) for b in templates(node.right))


def errors_said() -> Iterator[str]:
    """Messages of the errors that can reach a page."""
    for path in reached():
        if path.relative_to(PACKAGE).as_posix() in ELSEWHERE:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and _name(node.func) in RAISED:
                yield from (t for t in templates(node.args[0]) if _speaks(t) and not COMMANDS.search(t))


def _name(function: ast.AST) -> str:
    return (
        function.id
        if isinstance(function, ast.Name)
        else function.attr
        if isinstance(function, ast.Attribute)
        else ""
    )


def _speaks(template: str) -> bool:
    """Whether it holds words, not only slots and signs."""
    return bool(re.search(r"[a-z]{2}", template))


@cache
def source() -> str:
    """All strings of the package."""
    found = []
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.append(node.value)
    return "\n".join(found)
