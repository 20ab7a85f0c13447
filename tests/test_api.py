"""The public face does what docs/python.md shows, is small, and costs nothing until it is used."""

from __future__ import annotations

import contextlib
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

import translate_flow

PAGE = Path(__file__).parent.parent / "docs" / "python.md"
CODE = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def test_the_examples_of_the_page_print_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    blocks = CODE.findall(PAGE.read_text("utf-8"))
    assert len(blocks) == 2
    names: dict[str, object] = {}
    for block in blocks:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(block, str(PAGE), "exec"), names)
        shown = [line.removeprefix("# ") for line in block.splitlines() if line.startswith("# ")]
        assert printed.getvalue().splitlines() == shown


def test_every_public_name_is_there_and_listed() -> None:
    from translate_flow import api

    assert set(translate_flow.__all__) == {*api.__all__, "errors", "__version__"}
    assert all(getattr(translate_flow, name) is not None for name in translate_flow.__all__)
    assert sorted(translate_flow.__all__) == dir(translate_flow)
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = translate_flow.nothing_of_the_kind


def test_importing_the_package_loads_nothing_of_it() -> None:
    code = "import sys, translate_flow; print([m for m in sys.modules if m.startswith('translate_flow.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
