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
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

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
SECONDS = 900
"""For the tests of one mutant; one that runs longer is noticed by whoever waits."""


def _unseen(tree: ast.Module) -> set[int]:
    """Nodes of decorators: whether a class of data is frozen or has slots, nobody could see in a result."""
    return {
        id(part)
        for node in ast.walk(tree)
        for decorator in getattr(node, "decorator_list", ())
        for part in ast.walk(decorator)
    }


def mutants(tree: ast.Module) -> Iterator[tuple[int, str, ast.Module]]:
    """Each mutant of a module: line, what was changed, and the module with the change."""
    unseen = _unseen(tree)
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in unseen:
            continue
        for changed in _changes(node):
            again = copy.deepcopy(tree)
            place = next(n for at, n in enumerate(ast.walk(again)) if at == number)
            before = ast.unparse(place)
            changed(place)
            yield (
                getattr(node, "lineno", 0),
                f"{before} → {ast.unparse(place)}",
                ast.fix_missing_locations(again),
            )


def _changes(node: ast.AST) -> Iterator[object]:
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


def chosen(room: str, count: int, seed: int) -> list[tuple[Path, int, str, str]]:
    """Some mutants of a room: file, line, what was changed, and the file's new text."""
    files = sorted(p for p in (ROOT / "translate_flow" / room).rglob("*.py") if p.name != "messages.py")
    chance = random.Random(f"{room} {seed}")
    sizes = [len(p.read_text("utf-8")) for p in files]
    found: dict[tuple[Path, int, str], str] = {}
    while len(found) < count:
        file = chance.choices(files, sizes)[0]
        every = list(mutants(ast.parse(file.read_text("utf-8"))))
        if every:
            line, what, tree = chance.choice(every)
            found[file, line, what] = ast.unparse(tree)
    return [(*key, text) for key, text in found.items()]


_ROW = re.compile(r'(?m)^"?[\w.]+"? = (?:"[^"\n]*"|\[[^]]*\]|"""[^"]*""")')
_ENTRY = re.compile(r"(?<=[\s\"])[^\W\d_][^\s\"=,\[\]]*(?=[\s\"])")


def chosen_entries(count: int, seed: int) -> list[tuple[Path, int, str, str]]:
    """Some entries of the languages' tables taken out: file, line, what was changed, and the file's new text."""
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
    return [(*key, text) for key, text in found.items()]


def noticed(copied: Path, tests: Sequence[str], chosen: str = "") -> bool:
    """Whether the tests fail in the copy; `chosen` is pytest's `-k`."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:cacheprovider", *tests]
    command += ["-k", chosen] if chosen else []
    environment = {**os.environ, "PYTHONPATH": str(copied), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, cwd=copied, env=environment, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def main() -> None:
    """Try the mutants, and print a table and the survivors."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("rooms", nargs="*", default=[*ROOMS, "tables"])
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--count", type=int, default=20, help="mutants of each room")
    said = asked.parse_args()
    survivors, score = [], {}
    with tempfile.TemporaryDirectory(prefix="mutants-") as name:
        copied = Path(name) / "repository"
        shutil.copytree(ROOT, copied, ignore=shutil.ignore_patterns(".*", "build", "__pycache__"))
        for room in said.rooms:
            tests, chosen_tests = (TABLES, LISTS) if room == "tables" else (ROOMS[room], "")
            if noticed(copied, tests, chosen_tests):
                print(f"{room}: its tests fail without any change", flush=True)
                continue
            killed = 0
            drawn = chosen_entries if room == "tables" else partial(chosen, room)
            for file, line, what, text in drawn(said.count, said.seed):
                place = copied / file.relative_to(ROOT)
                before = place.read_text("utf-8")
                place.write_text(text, "utf-8")
                if noticed(copied, tests, chosen_tests):
                    killed += 1
                else:
                    survivors.append(f"{file.relative_to(ROOT)}:{line}  {' '.join(what.split())}")
                    print(survivors[-1], flush=True)
                place.write_text(before, "utf-8")
            score[room] = killed
            print(f"{room}: {killed} of {said.count} noticed", flush=True)
    print("\n| room | mutants | noticed |\n|---|---|---|")
    for room, killed in score.items():
        print(f"| `{room}` | {said.count} | {killed} |")


if __name__ == "__main__":
    main()
