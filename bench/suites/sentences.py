"""Sentences: the rules of other splitters' test-suites, read from their sources.

pySBD keeps its cases as Python literals (`tests/lang/test_spanish.py`), pragmatic_segmenter as RSpec
(`spanish_spec.rb`), LanguageTool as `testSplit("…", "…")` in Java. A case passes if the sentences are those expected,
white space at their ends aside. With SHOW=1 in the environment the others are shown.
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

from translate_flow.language.sentences import split

_LANGUAGES = {"spanish": "es", "english": "en"}
Case = tuple[str, list[str]]


def measure(folder: Path) -> None:
    """Print how many cases of each suite are cut as they should be."""
    for path in sorted(folder.rglob("*")):
        tag = next((tag for name, tag in _LANGUAGES.items() if name in path.name.lower()), "")
        reader = {".py": _of_python, ".rb": _of_ruby, ".java": _of_java}.get(path.suffix)
        if not tag or reader is None or not path.is_file():
            continue
        cases = list(reader(path.read_text("utf-8")))
        right = 0
        for text, expected in cases:
            wanted = [s.strip() for s in expected if s.strip()]
            found = split(text, tag)
            right += found == wanted
            if found != wanted and os.environ.get("SHOW"):
                print(f"    {text!r}\n      wanted {wanted}\n      found  {found}")
        if cases:
            print(f"  sentences, {tag}, {path.name}: {right} of {len(cases)}")


def _of_python(text: str) -> Iterator[Case]:
    """Lists of pairs of a text and its sentences."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Tuple) and len(node.elts) == 2:
            try:
                source, expected = ast.literal_eval(node)
            except ValueError:
                continue
            if isinstance(source, str) and isinstance(expected, list):
                yield source, expected


_RUBY = re.compile(r'text: ("(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\').*?\n.*?to eq\((\[.*?\])\)\n', re.DOTALL)


def _of_ruby(text: str) -> Iterator[Case]:
    for found in _RUBY.finditer(text):
        try:
            yield ast.literal_eval(found[1]), ast.literal_eval(found[2])
        except (ValueError, SyntaxError):
            continue


_JAVA = re.compile(r'^\s*testSplit\(((?:\s*"(?:[^"\\]|\\.)*"\s*[,+]?)+)\);', re.MULTILINE)
_PART = re.compile(r'"(?:[^"\\]|\\.)*"')


def _of_java(text: str) -> Iterator[Case]:
    for found in _JAVA.finditer(text):
        parts = [ast.literal_eval(part) for part in _PART.findall(found[1])]
        yield "".join(parts), parts
