"""Each output of each case is, byte for byte, the file that lies beside it; `--accept` rewrites them."""

from __future__ import annotations

import re

import pytest

from translate_flow import __version__, outputs

from .editions import CASES, case

_STYLE = re.compile(rb"<style>.*?</style>", re.DOTALL)

_NAMES = sorted(path.parent.name for path in CASES.glob("*/units.json"))


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("output", list(outputs.OUTPUTS))
def test_an_output_is_the_expected_file(name: str, output: str, request: pytest.FixtureRequest) -> None:
    made = outputs.load(output)
    # The sheet of styles is looked at in a browser, not compared; nor is the program's version.
    got = _STYLE.sub(b"<style></style>", made.make(case(name)))
    got = got.replace(f'creationtoolversion="{__version__}"'.encode(), b'creationtoolversion="VERSION"')
    expected = CASES / name / "expected" / made.file
    if request.config.getoption("--accept"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_bytes(got)
    assert got.decode() == expected.read_bytes().decode()


def test_every_output_has_a_case() -> None:
    files = {path.name for path in CASES.glob("*/expected/*")}
    assert {outputs.load(name).file for name in outputs.OUTPUTS} <= files


def test_outputs_tell_what_they_are() -> None:
    """Names are those of the table; files and descriptions are given and differ."""
    loaded = [outputs.load(name) for name in outputs.OUTPUTS]
    assert [output.name for output in loaded] == list(outputs.OUTPUTS)
    assert len({output.file for output in loaded}) == len({o.description for o in loaded}) == len(loaded)
