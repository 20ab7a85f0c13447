"""The house in order: a class has a name of its own, functions fit on a page, and tests wait for what they look at."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from translate_flow.language import of

from .source import statements

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "translate_flow"
CODE = ("translate_flow", "tests", "bench", "tools")
LINES = 60
"""Of a function, its docstring left out."""
FILE = 400
"""Lines of a file."""
_READ_AS_NUMBER = re.compile(r"\bint\((.+?)\).*\b\1\.isdigit\(\)|\b([\w.\[\]]+)\.isdigit\(\).*\bint\(\2\)")
SIBLINGS = frozenset("Block Body Content Labels Numbered Reader Scan Style Styles Words".split())
"""The same part of members of one family, such as `formats/docx` and `formats/odt`: their folders say which."""


@cache
def _public() -> list[tuple[Path, ast.stmt, str]]:
    """The public classes and functions of the program, each with its file and name."""
    kinds = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return [
        (module.relative_to(PACKAGE), node, node.name)
        for module in sorted(PACKAGE.rglob("*.py"))
        for node in ast.parse(module.read_text("utf-8")).body
        if isinstance(node, kinds) and not node.name.startswith("_")
    ]


def test_no_two_rooms_have_a_class_of_one_name() -> None:
    """In a stack trace the name alone must say which it is."""
    found = defaultdict(set)
    for module, node, name in _public():
        if isinstance(node, ast.ClassDef):
            found[name].add(module.as_posix())
    twice = {name: places for name, places in found.items() if len(places) > 1}
    families = ("formats/", "typeset/", "outputs/", "engines/", "checks/")
    for name in SIBLINGS:
        assert name in twice, f"{name}: allowed, but not needed"
        assert len({next((f for f in families if p.startswith(f)), p) for p in twice[name]}) == 1, twice[name]
    assert {name: sorted(places) for name, places in twice.items() if name not in SIBLINGS} == {}


FAMILIES = ("formats", "typeset", "outputs", "engines", "checks")
TWINS = {"team/memory": "memory"}
"""A room that does the same with PostgreSQL: one contract, one test (`tests/test_storage.py`) for both."""


def _family(module: Path) -> str:
    """What functions of one name in files of one name may share: a family's contract, or that of twins."""
    room = module.parent.as_posix()
    return next((f for f in FAMILIES if room.startswith(f"{f}/")), TWINS.get(room, room))


def mistaken(places: Iterable[tuple[Path, str]]) -> dict[str, list[str]]:
    """Functions that a stack trace shows alike: one name in files of one name (a room's own file goes by the room's).

    A trace gives file and function, so that `read` in `carry/cuts.py` is not taken for that in `exchange/po_form.py`;
    `beads` in `align/beads.py` would be for that in `facts/beads.py`. A command of `cli` is named like the operation it
    calls: it stands at the top of the trace, and nothing else does.
    """
    found = defaultdict(set)
    for module, name in places:
        if module.parts[0] != "cli":
            file = module.parent.name if module.stem == "__init__" else module.stem
            found[f"{file}.{name}"].add(module)
    return {
        told: sorted(m.as_posix() for m in modules)
        for told, modules in found.items()
        if len({_family(m) for m in modules}) > 1
    }


def test_no_two_rooms_have_functions_that_a_stack_trace_shows_alike() -> None:
    functions = [(module, name) for module, node, name in _public() if not isinstance(node, ast.ClassDef)]
    assert len(functions) > 1000
    assert mistaken(functions) == {}


def test_what_a_stack_trace_shows_alike_is_recognised() -> None:
    rooms = ("align/beads.py", "facts/beads.py", "facts/__init__.py", "formats/odt/facts.py", "cli/facts.py")
    assert mistaken((Path(room), "beads") for room in rooms) == {
        "beads.beads": ["align/beads.py", "facts/beads.py"],
        "facts.beads": ["facts/__init__.py", "formats/odt/facts.py"],
    }
    family = ("formats/odt/marks.py", "formats/docx/marks.py", "memory/queries.py", "team/memory/queries.py")
    assert mistaken((Path(room), "marks") for room in family) == {}


def test_files_are_not_long() -> None:
    modules = sorted(p for folder in CODE for p in (TESTS.parent / folder).rglob("*.py"))
    sizes = {str(m.relative_to(TESTS.parent)): len(m.read_text("utf-8").splitlines()) for m in modules}
    assert len(sizes) > 1000
    assert {name: size for name, size in sizes.items() if size > FILE} == {}


def test_functions_fit_on_a_page() -> None:
    long = []
    for module in sorted(p for folder in CODE for p in (TESTS.parent / folder).rglob("*.py")):
        for node in statements(module):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                said = node.body[0] if ast.get_docstring(node) is not None else None
                words = (said.end_lineno or 0) - said.lineno + 1 if said else 0
                lines = (node.end_lineno or 0) - node.lineno + 1 - words
                if lines > LINES:
                    long.append(f"{module.relative_to(TESTS.parent)}:{node.lineno} {node.name}: {lines}")
    assert long == []


ACTS = re.compile(r"\.(click|press|type|fill|tap|select_option|insert_text|goto|reload|set_input_files)\(")
LOOKS = re.compile(r"assert .*(\.input_value\([^)]*\) (==|!=)|\.inner_text\([^)]*\)( ==|$)|\.is_visible\()")
COUNTS = re.compile(r"assert .*\.locator\(.*\.count\(\) (==|!=|<|>)")


def test_digits_that_are_read_as_a_number_are_those_that_can_be() -> None:
    """`isdigit` says yes to “²”, which `int` refuses; whoever types that would meet a traceback."""
    rows = ((p, row) for p in sorted(PACKAGE.rglob("*.py")) for row in p.read_text("utf-8").splitlines())
    found = [f"{p}: {row}" for p, row in rows if _READ_AS_NUMBER.search(row)]
    assert [row for row in found if "if not length." not in row] == []  # of bytes, where it says no


def test_no_test_counts_on_a_page_or_looks_right_after_an_act_without_waiting() -> None:
    """On a busy machine the page is not there yet: `expect` waits, and so does `until`."""
    hasty = []
    for module in sorted(TESTS.rglob("test_*.py")):
        before = ""
        for number, line in enumerate(module.read_text("utf-8").splitlines(), 1):
            if COUNTS.search(line) or (ACTS.search(before) and "page." in before and LOOKS.search(line)):
                hasty.append(f"{module.relative_to(TESTS)}:{number}: {line.strip()}")
            before = line
    assert hasty == []


LIST = 5
"""Words of one language from which on a set of words is a list of the language's, which belongs to language/data."""


def test_lists_of_words_are_data() -> None:
    """In code stand a few words at a time, and turns of phrase of several words."""
    spanish, english = (_frequent(tag) for tag in ("es", "en"))
    small = of("en").words("function_words") | of("en").words("grammar", "determiners")
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        for line, words in _lists(path):
            ours = sum(word in spanish and word not in english for word in words)
            theirs = sum(word.lower() in small for word in words)
            if max(ours, theirs) > len(words) / 2:
                found.append(f"{path.relative_to(PACKAGE)}:{line}: {' '.join(words)}")
    assert found == []


def test_what_is_taken_for_a_list_of_words(tmp_path: Path) -> None:
    path = tmp_path / "lists.py"
    path.write_text(
        'A = frozenset("the a an this that".split())\nB = {"el", "la", "los", "las", "un"}\n'
        'C = re.compile("of|to|in|on|at|by")\nD = ("of", "the")\nE = {"en cuanto", "a fin de", "a", "b", "c"}\n',
        "utf-8",
    )
    assert sorted(line for line, _ in _lists(path)) == [1, 2, 3]


def _lists(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The single words of each set, tuple, list and alternation of a pattern that has five or more, with their lines."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        words: list[str] = []
        if isinstance(node, ast.Set | ast.Tuple | ast.List):
            words = _strings(node.elts)
        elif isinstance(node, ast.Attribute) and node.attr == "split":
            words = _strings([node.value])
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and node.value.count("|") >= LIST - 1
            and " " not in node.value
        ):
            words = re.findall(r"(?<![\\\w])[^\W\d_]+(?!\w)", node.value)
        if len(words) == 1:
            words = words[0].split()
        if len(words) >= LIST and not any(" " in word for word in words):
            yield node.lineno, words


def _strings(nodes: list[ast.expr]) -> list[str]:
    return [e.value for e in nodes if isinstance(e, ast.Constant) and isinstance(e.value, str)]


def _frequent(tag: str) -> set[str]:
    path = PACKAGE / "language" / "frequent" / f"{tag}.txt"
    return {line.split()[0] for line in path.open(encoding="utf-8")}
