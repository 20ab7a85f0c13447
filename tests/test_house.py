"""The house in order: a class has a name of its own, functions fit on a page, and tests wait for what they look at."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "translate_flow"
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


ACTS = re.compile(r"\.(click|press|type|fill|tap|select_option|insert_text|goto|reload|set_input_files)\(")
LOOKS = re.compile(r"assert .*(\.input_value\([^)]*\) (==|!=)|\.inner_text\([^)]*\)( ==|$)|\.is_visible\()")
COUNTS = re.compile(r"assert .*\.locator\(.*\.count\(\) (==|!=|<|>)")


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


SPANISH = 5
"""Words of Spanish from which on a set of words is a list of the language's, which belongs to language/data."""


def test_lists_of_spanish_words_are_data() -> None:
    """In code stand a few words at a time, and turns of phrase of several words."""
    spanish, english = (
        {
            line.split()[0]
            for line in (PACKAGE / "language" / "frequent" / f"{tag}.txt").open(encoding="utf-8")
        }
        for tag in ("es", "en")
    )
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (
                isinstance(node, ast.Call) and ast.unparse(node.func) in ("frozenset", "set") and node.args
            ):
                continue
            said = [each.value for each in ast.walk(node) if isinstance(each, ast.Constant)]
            texts = [text for text in said if isinstance(text, str)]
            if len(texts) == 1:
                texts = texts[0].split()
            ours = sum(text in spanish and text not in english for text in texts)
            single = not any(" " in text for text in texts)
            if single and len(texts) >= SPANISH and ours > len(texts) / 2:
                found.append(f"{path.relative_to(PACKAGE)}:{node.lineno}: {' '.join(texts)}")
    assert found == []
