"""How many small mistakes the tests notice: seeded mutants of the ground floor, `make mutate` (SEED=2 for others).

A mutant is the program with one operator, constant, condition or result changed. It is tried in a copy of the
repository with the tests of its own room alone, which end at the first failure; a mutant that they let pass, or
that nothing of them reaches, survives. Mutants that change nothing a caller could see are counted all the same. The
room `tables` is that of the languages' data: one word of a row taken out, and the tests but for the lists of the rows.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from noticed import Tests, functions

ROOT = Path(__file__).resolve().parent.parent
ROOMS = {
    "language": ("tests/language", "tests/test_text.py", "tests/test_lexicon.py"),
    "markup": ("tests/markup", "tests/test_inline.py"),
    "files": (
        "tests/files",
        "tests/bounds/test_cells.py",
        "tests/test_disk.py",
        "tests/formats/test_encoding.py",
        "tests/test_work.py",
    ),
    "facts": ("tests/facts", "tests/checks"),
    "glossary": ("tests/glossary",),
    "catalogue": ("tests/catalogue",),
}
"""Each room, and what tests it."""
TABLES = ("tests/language", "tests/checks", "tests/names/test_found.py")
"""What tests the tables of languages, by what the program makes of them."""
LISTS = "not as_they_were_read and not agreed_on and not more_less_or_elsewhere"
"""Without the lists of the tables' rows, which notice any change."""
OTHER: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip
"""What an operator becomes."""
SIGNALS = ("os.kill", "os.killpg")
Change = Callable[[Any], object]
"""What is done to a node, in place."""


def _left_alone(tree: ast.Module) -> set[int]:
    """Nodes that are not changed.

    Those of decorators: whether a class of data is frozen or has slots, nobody could see in a result. And what is sent to
    a process by its number: the 0 that asks whether it is there would become a signal that ends one of this machine's.
    """
    decorators = (d for node in ast.walk(tree) for d in getattr(node, "decorator_list", ()))
    signals = (n for n in ast.walk(tree) if isinstance(n, ast.Call) and ast.unparse(n.func) in SIGNALS)
    return {id(part) for node in (*decorators, *signals) for part in ast.walk(node)}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One small change of a file."""

    file: Path
    line: int
    what: str
    """What was there, and what is there now."""
    text: str
    """Of the whole file, with the change."""
    functions: Sequence[int] = ()
    """First line of the function it is in; none outside of functions."""


def places(tree: ast.Module) -> Iterator[tuple[int, Change]]:
    """What may be changed in a module: the number of a node, and what is done to it."""
    alone = _left_alone(tree)
    for number, node in enumerate(ast.walk(tree)):
        if id(node) not in alone:
            for change in _changes(node):
                yield number, change


def mutant(file: Path, tree: ast.Module, number: int, change: Change) -> Mutant:
    """The module with one of its places changed."""
    again = copy.deepcopy(tree)
    place = next(n for at, n in enumerate(ast.walk(again)) if at == number)
    line, before, inside = getattr(place, "lineno", 0), ast.unparse(place), functions(again, place)
    change(place)
    what = f"{before} → {ast.unparse(place)}"
    return Mutant(file, line, " ".join(what.split()), ast.unparse(ast.fix_missing_locations(again)), inside)


def _changes(node: ast.AST) -> Iterator[Change]:
    """What may be done to a node, in place."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in OTHER:
        yield lambda n: n.ops.__setitem__(0, OTHER[type(n.ops[0])]())
    elif isinstance(node, ast.BoolOp | ast.BinOp) and type(node.op) in OTHER and not _of_types(node):
        yield lambda n: setattr(n, "op", OTHER[type(n.op)]())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield lambda n: setattr(n, "operand", ast.UnaryOp(ast.Not(), n.operand))
    elif isinstance(node, ast.Constant) and type(node.value) is int:
        yield lambda n: setattr(n, "value", n.value + 1)
    elif isinstance(node, ast.Constant) and type(node.value) is bool:
        yield lambda n: setattr(n, "value", not n.value)
    elif isinstance(node, ast.If | ast.IfExp | ast.While) and not isinstance(
        node.test, ast.Compare | ast.BoolOp
    ):
        yield lambda n: setattr(n, "test", ast.UnaryOp(ast.Not(), n.test))
    elif isinstance(node, ast.Return) and node.value is not None and not isinstance(node.value, ast.Constant):
        yield lambda n: setattr(n, "value", ast.Constant(None))


def _of_types(node: ast.AST) -> bool:
    """Whether it is text or a union of types, which `-` would only break."""
    return any(
        isinstance(n, ast.Constant | ast.JoinedStr) and not isinstance(getattr(n, "value", ""), int)
        for n in ast.walk(node)
    )


def chosen(room: str, count: int, seed: int) -> list[Mutant]:
    """Some mutants of a room, each as likely as any other."""
    files = sorted(p for p in (ROOT / "translate_flow" / room).rglob("*.py") if p.name != "messages.py")
    trees = {p: ast.parse(p.read_text("utf-8")) for p in files}
    every = [(p, number, change) for p in files for number, change in places(trees[p])]
    print(f"{room}: {len(every)} mutants, {count} of them tried, seed {seed}", flush=True)
    drawn = random.Random(f"{room} {seed}").sample(every, min(count, len(every)))
    return [mutant(p, trees[p], number, change) for p, number, change in drawn]


_ROW = re.compile(r'(?m)^"?[\w.]+"? = (?:"[^"\n]*"|\[[^]]*\]|"""[^"]*""")')
_ENTRY = re.compile(r"(?<=[\s\"])[^\W\d_][^\s\"=,\[\]]*(?=[\s\"])")


def chosen_entries(count: int, seed: int) -> list[Mutant]:
    """Some entries of the languages' tables taken out."""
    chance = random.Random(f"tables {seed}")
    files = sorted((ROOT / "translate_flow" / "language" / "data").glob("*.toml"))
    found: dict[tuple[Path, int, str], str] = {}
    while len(found) < count:
        file = chance.choices(files, [p.stat().st_size for p in files])[0]
        text = file.read_text("utf-8")
        row = chance.choice(list(_ROW.finditer(text)))
        words = list(_ENTRY.finditer(row[0], row[0].index("=") + 2))
        if words:
            word = chance.choice(words)
            start, end = row.start() + word.start(), row.start() + word.end()
            key = file, text.count("\n", 0, start) + 1, f"without “{word[0]}” in {row[0].split(' =')[0]}"
            found[key] = text[:start] + text[end:]
    return [Mutant(*key, text) for key, text in found.items()]


def tried(copied: Path, tests: Tests, mutants: Sequence[Mutant]) -> Iterator[Mutant]:
    """Those that the tests let pass."""
    for number, one in enumerate(mutants):
        name = one.file.relative_to(ROOT).as_posix()
        place = copied / name
        before = place.read_text("utf-8")
        place.write_text(one.text, "utf-8")
        os.utime(
            place, (number, number)
        )  # what Python has compiled of the one before is not taken for this one
        if not tests.notice(name, one.functions):
            yield one
        place.write_text(before, "utf-8")


def _left_behind(folder: str, names: list[str]) -> list[str]:
    """What is not copied: what is hidden or compiled, and what was built here."""
    return [
        n for n in names if n.startswith(".") or n == "__pycache__" or (n == "build" and Path(folder) == ROOT)
    ]


def main() -> None:
    """Try the mutants, and print a table and the survivors."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("rooms", nargs="*", default=[*ROOMS, "tables"])
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--count", type=int, default=20, help="mutants of each room")
    said = asked.parse_args()
    score = {}
    with tempfile.TemporaryDirectory(prefix="mutants-") as name:
        copied = Path(name) / "repository"
        shutil.copytree(ROOT, copied, ignore=_left_behind)
        for room in said.rooms:
            is_table = room == "tables"
            folder = Path("translate_flow", "language" if is_table else room)
            tests = Tests(copied, folder, TABLES if is_table else ROOMS[room], LISTS if is_table else "")
            if tests.usual.code:
                print(
                    f"{room}: its tests fail without any change\n{tests.said.read_text('utf-8')[-2000:]}",
                    flush=True,
                )
                continue
            mutants = (chosen_entries if is_table else partial(chosen, room))(said.count, said.seed)
            killed = len(mutants)
            for one in tried(copied, tests, mutants):
                killed -= 1
                print(f"{one.file.relative_to(ROOT)}:{one.line}  {one.what}", flush=True)
            score[room] = killed, len(mutants)
            print(f"{room}: {killed} of {len(mutants)} noticed", flush=True)
    print("\n| room | mutants | noticed |\n|---|---|---|")
    for room, (killed, tries) in score.items():
        print(f"| `{room}` | {tries} | {killed} |")


if __name__ == "__main__":
    main()
