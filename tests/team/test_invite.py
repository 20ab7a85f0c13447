"""`team invite` at the server's terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_flow.cli import run

from ..desk.conftest import make_workspace


def test_a_link_for_a_name_that_looks_like_another_s_is_no_link_into_their_account(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = str(make_workspace(tmp_path / "w").root)
    address = ["--address", "https://desk.example.org", "-C", root]
    assert run(["team", "invite", "Luz Mamani", "--role", "administrator", *address]) == 0
    assert run(["team", "invite", "Ana Condori", "--role", "reviewer", *address]) == 0
    capsys.readouterr()
    for name in ("Ana Cóndori", "ana condori", "Condori Ana", "Аna Condori", "Ana  Cond0ri"):
        assert run(["team", "invite", name, "--role", "translator", *address]) == 2
        said = capsys.readouterr()
        assert said.out == "" and ("looks like it" in said.err or "several scripts" in said.err)
    assert run(["team", "invite", "Ana Condori", *address]) == 0
    assert run(["team", "list", "-C", root]) == 0
    assert "Ana Condori: reviewer" in capsys.readouterr().out
