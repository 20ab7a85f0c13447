"""Each output of each case is, byte for byte, the file that lies beside it; `--accept` rewrites them."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from translate_flow import __version__, outputs

from .editions import CASES, case

_STYLE = re.compile(rb"<style>.*?</style>", re.DOTALL)

COMPILED = ("pdf", "page-pdf", "bilingual-pdf", "interleaved-pdf", "parquet")
"""What a library writes in its own way, from version to version; other tests read it."""
_ZIPPED = (".zip", ".docx", ".odt", ".epub")

_NAMES = sorted(path.parent.name for path in CASES.glob("*/units.json"))


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("output", [name for name in outputs.OUTPUTS if name not in COMPILED])
def test_an_output_is_the_expected_file(name: str, output: str, request: pytest.FixtureRequest) -> None:
    made = outputs.load(output)
    # The sheet of styles is looked at in a browser, not compared; nor is the program's version.
    got = _STYLE.sub(b"<style></style>", _readable(made.make(case(name))))
    got = got.replace(f'creationtoolversion="{__version__}"'.encode(), b'creationtoolversion="VERSION"')
    expected = CASES / name / "expected" / _beside(made.file)
    if request.config.getoption("--accept"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_bytes(got)
    assert got.decode() == expected.read_bytes().decode()


def _beside(file: str) -> str:
    """The expected file; of a zip file, its parts as text."""
    return file + ".txt" if file.endswith(_ZIPPED) else file


def _readable(data: bytes) -> bytes:
    """A zip file's parts one below the other, a line for each element; other files as they are."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    shown = [(name, part) for name, part in parts if not name.endswith(("styles.xml", ".css"))]
    return b"\n".join(b"== %s\n%s" % (name.encode(), part.replace(b"><", b">\n<")) for name, part in shown)


def test_every_output_has_a_case() -> None:
    files = {path.name for path in CASES.glob("*/expected/*")}
    assert {_beside(outputs.load(name).file) for name in outputs.OUTPUTS if name not in COMPILED} <= files


def test_outputs_tell_what_they_are() -> None:
    """Names are those of the table; files and descriptions are given and differ."""
    loaded = [outputs.load(name) for name in outputs.OUTPUTS]
    assert [output.name for output in loaded] == list(outputs.OUTPUTS)
    assert len({output.file for output in loaded}) == len({o.description for o in loaded}) == len(loaded)
