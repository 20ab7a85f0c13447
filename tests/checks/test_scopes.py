"""Each check says what it looks at: by default all texts of a statement, which is looked at again at every change."""

from __future__ import annotations

import ast
from importlib import import_module
from inspect import getsource

import pytest

from translate_flow import checks
from translate_flow.checks import CHECKS


@pytest.mark.parametrize("rule", CHECKS)
def test_the_scope_is_stated(rule: str) -> None:
    """Written out in the check's file, even if it is the widest."""
    module = import_module(CHECKS[rule].partition(":")[0], checks.__name__)
    made = [
        call
        for call in ast.walk(ast.parse(getsource(module)))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Check"
    ]
    assert made
    assert all(any(keyword.arg == "scope" for keyword in call.keywords) for call in made)
