"""Our XLIFF by grammars of what the standards allow: elements, their order, their attributes and values.

The standards' own schemas are not bundled; `make bench SUITES=FOLDER` checks by them, where a folder has them.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from bench.suites.xliff import ours
from tests.exchange.statement import made
from translate_flow.flow.exchange import export

SCHEMAS = Path(__file__).parent / "schemas"
VERSIONS = ("xliff", "xliff-2.0", "xliff-2.1", "xliff-2.2")


def grammar(version: str) -> etree.RelaxNG:
    """The grammar of a version, its namespace put in."""
    if version == "xliff":
        return etree.RelaxNG(etree.parse(SCHEMAS / "xliff12.rng"))
    number = "2.2" if version.endswith("2.2") else "2.0"
    text = (SCHEMAS / "xliff2.rng").read_text("utf-8")
    text = text.replace('ns="CORE"', f'ns="urn:oasis:names:tc:xliff:document:{number}"')
    return etree.RelaxNG(etree.fromstring(text.encode()))


@pytest.mark.parametrize("version", VERSIONS)
def test_what_goes_out_is_valid(tmp_path: Path, version: str) -> None:
    """A statement at work, and a sheet with every state, crossing marks, notes and versions."""
    workspace = made(tmp_path)
    sent = export(workspace, ["carta"], "en", version, force=True)[0].path.read_bytes()
    schema = grammar(version)
    for data in (sent, dict(ours())[version]):
        assert schema.validate(etree.fromstring(data)), schema.error_log


@pytest.mark.parametrize(
    ("version", "old", "new"),
    [
        ("xliff", 'approved="yes"', 'approved="true"'),
        ("xliff", 'state="signed-off"', 'state="reviewed"'),
        ("xliff", "<target ", "<note>x</note><target "),
        ("xliff-2.1", 'state="reviewed"', 'state="signed-off"'),
        ("xliff-2.1", "<notes>", "<notes/><notes>"),
        ("xliff-2.2", 'srcLang="es"', ""),
    ],
)
def test_what_the_standards_forbid_is_not_valid(tmp_path: Path, version: str, old: str, new: str) -> None:
    """The grammars do refuse."""
    workspace = made(tmp_path)
    text = export(workspace, ["carta"], "en", version, force=True)[0].path.read_text("utf-8")
    assert old in text
    assert not grammar(version).validate(etree.fromstring(text.replace(old, new).encode()))
