"""Every regular expression of the package, and strings made from each to make it backtrack."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import re._constants as sre
import re._parser as sre_parse
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from itertools import chain, islice
from pathlib import Path
from typing import Any

import translate_flow

Pattern = re.Pattern[str] | re.Pattern[bytes]
PLACES = (".__main__", ".starter")
"""Modules that are no part of the library: one runs the program when it is imported, one is data."""
MOST = 300
"""Members of a collection that are looked at."""
CALLS = frozenset("match search fullmatch sub subn split finditer findall compile".split())


def modules() -> Iterator[Any]:
    """All modules of the package, imported; those of an extra that is not installed are left out."""
    for found in pkgutil.walk_packages(translate_flow.__path__, "translate_flow."):
        if any(place in found.name for place in PLACES):
            continue
        yield importlib.import_module(found.name)


def patterns() -> dict[Pattern, str]:
    """Each compiled pattern and where it is: those kept in modules and classes, and those written in calls of `re`."""
    found: dict[Pattern, str] = {}
    for module in modules():
        for name, value in vars(module).items():
            for pattern in _within(value, module.__name__, 4):
                found.setdefault(pattern, f"{module.__name__}.{name}")
        if module.__file__:
            for pattern, line, call in _written(module.__file__):
                found.setdefault(pattern, f"{module.__name__}:{line}:{call}")
    return found


def _within(value: object, module: str, depth: int) -> Iterator[Pattern]:
    """Patterns in a value of that module, in what it holds, and in the attributes of its classes and objects."""
    if isinstance(value, re.Pattern):
        yield value
        return
    parts: Iterable[object] = ()
    if depth == 0 or isinstance(value, (str, bytes, Enum)):
        return
    if isinstance(value, Mapping):
        parts = chain.from_iterable(islice(value.items(), MOST))
    elif isinstance(value, (list, tuple, set, frozenset)):
        parts = islice(value, MOST)
    elif isinstance(value, type):
        parts = vars(value).values() if value.__module__ == module else ()
    elif type(value).__module__.startswith("translate_flow"):
        parts = [getattr(value, name, None) for name in getattr(type(value), "__slots__", vars(type(value)))]
    for part in parts:
        yield from _within(part, module, depth - 1)


def _written(file: str) -> Iterator[tuple[Pattern, int, str]]:
    """Patterns that stand as literals in calls of `re`, with their line and the call."""
    tree = ast.parse(Path(file).read_text("utf-8"))
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.func.attr in CALLS
            and node.args
            and isinstance(node.args[0], ast.Constant)
            and isinstance(node.args[0].value, (str, bytes))
        ):
            flags = 0
            for part in [*node.args[1:], *(k.value for k in node.keywords)]:
                for name in ast.walk(part):
                    if (
                        isinstance(name, ast.Attribute)
                        and isinstance(name.value, ast.Name)
                        and name.value.id == "re"
                    ):
                        flags |= _flag(name.attr)
            yield re.compile(node.args[0].value, flags), node.lineno, node.func.attr


# --- attack strings -----------------------------------------------------------------------------

MOST_SAMPLES = 4
SPREAD = "a1 -*_.,\n<\"'([áA"
"""Characters tried where a set or a dot allows several."""


def attacks(pattern: Pattern) -> Iterator[tuple[str, str, str]]:
    """`(before, repeated, after)` for each unbounded repetition: `before + repeated * n + after` makes the
    pattern try that repetition in as many ways as it can, and then fail."""
    text = pattern.pattern
    tree = sre_parse.parse(text, pattern.flags & ~(re.UNICODE if isinstance(text, bytes) else 0))
    seen: set[tuple[str, str, str]] = set()
    for before, body in _repeats(tree, ""):
        for part in _samples(body)[:MOST_SAMPLES]:
            for pumped in {part, part * 2 if len(part) < 4 else part}:
                for after in ("\0", "!\n"):
                    for start in {before, ""}:
                        made = (start, pumped, after)
                        if pumped and made not in seen:
                            seen.add(made)
                            yield made


def _repeats(tree: Any, before: str) -> Iterator[tuple[str, Any]]:
    """Each repetition without bound (or with a wide one), and a text that leads to it."""
    for op, value in tree:
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            _low, high, body = value
            if high is sre.MAXREPEAT or high >= 50:
                yield before, body
            yield from _repeats(body, before)
        elif op is sre.SUBPATTERN:
            yield from _repeats(value[3], before)
        elif op is sre.BRANCH:
            for branch in value[1]:
                yield from _repeats(branch, before)
        elif op in (sre.ASSERT, sre.ASSERT_NOT):
            yield from _repeats(value[1], before)
        elif op is sre.ATOMIC_GROUP:
            yield from _repeats(value, before)
        elif op is sre.GROUPREF_EXISTS:
            for branch in value[1:]:
                if branch is not None:
                    yield from _repeats(branch, before)
        before += (_samples([(op, value)]) or [""])[0]


def _samples(tree: Any) -> list[str]:
    """A few texts that the tree matches, the shortest kinds first."""
    made = [""]
    for op, value in tree:
        parts = _one(op, value)
        if not parts:
            continue
        made = [start + part for part in parts for start in made][: MOST_SAMPLES * 2]
    return made[: MOST_SAMPLES * 2]


def _one(op: Any, value: Any) -> list[str]:
    if op is sre.LITERAL:
        return [chr(value)]
    if op is sre.NOT_LITERAL:
        return [c for c in SPREAD if ord(c) != value][:3]
    if op is sre.ANY:
        return ["a", " ", "-"]
    if op is sre.IN:
        return _of_set(value)
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        low, _, body = value
        parts = _samples(body)
        return [part * max(low, 1) for part in parts] + ([""] if low == 0 else [])
    if op is sre.SUBPATTERN:
        return _samples(value[3])
    if op is sre.ATOMIC_GROUP:
        return _samples(value)
    if op is sre.BRANCH:
        return [part for branch in value[1] for part in _samples(branch)[:2]][: MOST_SAMPLES * 4]
    return []


def _of_set(items: Any) -> list[str]:
    negated = items[0][0] is sre.NEGATE
    accepted: list[str] = []
    for char in SPREAD + "\t#|>)]}{=/&;:+~`^\\\r@%\u2019\u2014":
        if _in(items, char) is not negated:
            accepted.append(char)
    if not accepted and not negated:
        for op, value in items:
            if op is sre.LITERAL:
                accepted.append(chr(value))
            elif op is sre.RANGE:
                accepted.append(chr(value[0]))
    return accepted[:3]


_CATEGORIES = {
    sre.CATEGORY_DIGIT: r"\d",
    sre.CATEGORY_NOT_DIGIT: r"\D",
    sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_NOT_SPACE: r"\S",
    sre.CATEGORY_WORD: r"\w",
    sre.CATEGORY_NOT_WORD: r"\W",
}


def _in(items: Any, char: str) -> bool:
    for op, value in items:
        if op is sre.LITERAL and value == ord(char):
            return True
        if op is sre.RANGE and value[0] <= ord(char) <= value[1]:
            return True
        if op is sre.CATEGORY and re.match(_CATEGORIES[value], char):
            return True
    return False


def _flag(name: str) -> int:
    value = getattr(re, name, 0)
    return int(value) if isinstance(value, re.RegexFlag) else 0
