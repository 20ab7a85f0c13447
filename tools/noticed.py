"""Whether tests notice a change of the program: those that reach the changed function first, the quickest first.

Each run is a process forked from this one, which has imported what the tests need besides the program, so that most
changes cost a second or two.
"""

from __future__ import annotations

import ast
import importlib
import os
import pickle
import resource
import signal
import sys
import time
import traceback
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

OURS = ("translate_flow", "tests", "conftest", "_pytest", "pytest", "xdist", "__main__", "tools", "noticed")
"""What a process imports anew, or has already."""
MEMORY = 8 << 30
"""Bytes of address space for the tests of one change; some changes make a loop that collects without end."""
LEAST = 60
"""Seconds that the tests of one change may take at least; beyond, and beyond ten times their usual time, it is noticed."""

BROKEN = 70
"""What a process ends with that could not even run pytest."""

Function = tuple[str, int]
"""A file of the program, relative to the repository, and the first line of a function."""


@dataclass(slots=True)
class Usual:
    """What the tests do without any change."""

    code: int = 0
    """What pytest ends with; 0 where all is well."""
    seconds: dict[str, float] = field(default_factory=dict)
    """Of each test, by its id."""
    reached: dict[Function, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Which tests call a function."""
    modules: list[str] = field(default_factory=list)
    """What was imported, the program and the tests left out."""


class _Watch:
    """A plugin of pytest that notes how long each test takes and which functions of a room it calls."""

    def __init__(self, room: Path, root: Path) -> None:
        self.usual = Usual()
        self._room, self._root = f"{room}{os.sep}", root
        self._seen: set[Any] = set()

    def _call(self, frame: Any, event: str, _: object) -> None:
        if event == "call":
            self._seen.add(frame.f_code)

    def pytest_runtest_logstart(self) -> None:
        self._seen.clear()
        self._start = time.process_time()
        sys.setprofile(self._call)

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        sys.setprofile(None)
        self.usual.seconds[nodeid] = time.process_time() - self._start
        for code in self._seen:
            if code.co_filename.startswith(self._room):
                file = Path(code.co_filename).relative_to(self._root).as_posix()
                self.usual.reached[file, code.co_firstlineno].add(nodeid)


class _Order:
    """A plugin of pytest that keeps some of the known tests alone, in their order, and before them those that are not
    known: a test that has what the program said in its name has another name now."""

    def __init__(self, tests: Sequence[str], known: Collection[str]) -> None:
        self._rank = {test: number for number, test in enumerate(tests)}
        self._known = known

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        items[:] = [i for i in items if i.nodeid in self._rank or i.nodeid not in self._known]
        items.sort(key=lambda item: self._rank.get(item.nodeid, -1))


class Tests:
    """The tests of a room in a copy of the repository."""

    __test__ = False

    def __init__(self, copied: Path, room: Path, tests: Sequence[str], chosen: str = "") -> None:
        """Runs them once as they are. `chosen` is pytest's `-k`."""
        self._copied, self._chosen = copied, ["-k", chosen] if chosen else []
        self.said = copied / ".said"
        """What pytest said in the last run."""
        told = copied / ".usual"

        def watched() -> int:
            watch = _Watch(copied / room, copied)
            code = self._pytest(tests, watch)
            watch.usual.code = code
            watch.usual.modules = [m for m in sys.modules if m.split(".")[0] not in OURS]
            watch.usual.reached = dict(watch.usual.reached)
            told.write_bytes(pickle.dumps(watch.usual))
            return code

        _forked(watched, 1800, self.said)
        self.usual: Usual = pickle.loads(told.read_bytes())
        for module in self.usual.modules:
            try:
                importlib.import_module(module)
            except Exception:  # part of a package that somebody else imports
                continue

    def _pytest(self, paths: Sequence[str], plugin: object) -> int:
        os.chdir(self._copied)
        sys.path.insert(0, str(self._copied))
        os.environ["PYTHONPATH"] = str(self._copied)
        options = ["-x", "-q", "-n", "0", "-p", "no:cacheprovider", *self._chosen]
        return int(pytest.main([*options, *paths], plugins=[plugin]))

    def notice(self, file: str, functions: Sequence[int]) -> bool:
        """Whether a test fails now that `file` is changed in the function that begins in one of these lines; without
        any, outside of functions."""
        wanted = [(file, line) for line in functions] or [f for f in self.usual.reached if f[0] == file]
        near = set().union(*(self.usual.reached.get(f, set()) for f in wanted))
        rest = self.usual.seconds.keys() - near
        return any(self._fail(part) for part in (near, rest) if part)

    def _fail(self, tests: set[str]) -> bool:
        ordered = sorted(tests, key=lambda test: self.usual.seconds[test])
        paths = dict.fromkeys(test.split("::")[0] for test in ordered)
        usual = sum(self.usual.seconds[test] for test in ordered)
        order, longest = _Order(ordered, self.usual.seconds.keys()), max(LEAST, 10 * usual)
        return _forked(lambda: self._pytest([*paths], order), longest, self.said) != 0


def _forked(what: Callable[[], int], seconds: float, said: Path) -> int:
    """What a process of its own returns; one that takes longer, in processor time, fails. `said` gets its output."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        ended = os.waitpid(child, 0)[1]
        if ended == BROKEN << 8:
            raise RuntimeError(said.read_text("utf-8"))
        return ended
    os.setsid()
    log = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for number, to in enumerate((os.open(os.devnull, os.O_RDONLY), log, log)):
        os.dup2(to, number)
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.alarm(int(seconds) * 20)
    code = 3
    try:
        code = what()
        code = 0 if code == pytest.ExitCode.NO_TESTS_COLLECTED else code
    except BaseException:
        traceback.print_exc()
        code = BROKEN
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def functions(tree: ast.AST, node: ast.AST) -> list[int]:
    """The first lines, decorators included, of the functions that a node stands in, the innermost first."""
    around = [
        n
        for n in ast.walk(tree)
        if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef) and any(part is node for part in ast.walk(n))
    ]
    around.sort(key=lambda n: n.lineno, reverse=True)
    return [min([n.lineno, *(d.lineno for d in n.decorator_list)]) for n in around[:1]]
