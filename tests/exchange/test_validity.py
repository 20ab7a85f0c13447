"""Our XLIFF by grammars of what the standards allow, our Word files by the schemas of Office Open XML: elements, their
order, their attributes and values.

For XLIFF the standards' own schemas are not bundled; `make bench SUITES=FOLDER` checks by them, where a folder has them.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from bench.suites.xliff import ours
from tests.exchange.statement import made, opened, unit_of
from translate_flow.flow.exchange import export
from translate_flow.flow.reviewing.remarks import comment

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


def faults(path: Path) -> list[str]:
    """What a Word file has that the schemas (ECMA-376, transitional) do not allow.

    Left aside is what the validator asks for besides: that there be a theme and a table of fonts.
    """
    return [
        str(e) for e in OpenXmlValidator().validate(path).errors if "required relationship type" not in str(e)
    ]


def test_a_review_table_for_word_is_valid_with_changes_and_comments(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    comment(opened(workspace), unit_of(opened(workspace), "La Red").key, "Luz", "¿Doce & «más»?")
    path = export(workspace, ["carta"], "en", "docx", force=True)[0].path
    assert faults(path) == []
    with zipfile.ZipFile(path) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    assert b"<w:ins " in parts["word/document.xml"] and "word/comments.xml" in parts
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:tblPr>", b"<w:p/><w:tblPr>", 1)
    spoilt = tmp_path / "spoilt.docx"
    with zipfile.ZipFile(spoilt, "w") as other:
        for name, data in parts.items():
            other.writestr(name, data)
    assert faults(spoilt), "the schemas are really asked"
