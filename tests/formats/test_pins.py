"""Comments and bookmarks stand in the translation where they stood in the source, as exactly as is certain."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from translate_flow.formats import docx, odt

from . import wordfiles
from .test_odt import odt as odt_file
from .wordfiles import W, link, paragraph, run

SIGNS = {"commentRangeStart": "[", "commentRangeEnd": "]", "bookmarkStart": "{", "bookmarkEnd": "}"}
SAID = '<w:comment w:id="7" w:author="Ana"><w:p><w:r><w:t>¿Seguro?</w:t></w:r></w:p></w:comment>'


def word(source: str, target: str) -> str:
    """The translation of a Word paragraph whose comment stands in `[ ]` and whose bookmark in `{ }`."""
    signs = {
        "[": '<w:commentRangeStart w:id="7"/>',
        "]": '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>',
        "{": '<w:bookmarkStart w:id="3" w:name="b"/>',
        "}": '<w:bookmarkEnd w:id="3"/>',
    }
    body = paragraph(*_runs(source, signs))
    data = wordfiles.docx(body, parts={"comments": SAID}, links={"r9": "https://example.org"})
    document = docx.read(data, "x")
    made = docx.rebuild(data, document, {document.segments[0].key: target}, language="en")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    out = ""
    for node in root.iter():
        name = etree.QName(node).localname
        out += (node.text or "") if name == "t" else SIGNS.get(name, "")
        out += "\n" if name == "commentReference" else ""
    assert out.replace("\n", "") == out.replace("]\n", "]"), "the sign of a comment follows its range"
    return out.replace("\n", "")


def _runs(source: str, signs: dict[str, str]) -> list[str]:
    made, text, bold = [], "", False
    for char in [*source, ""]:
        if char not in (*signs, "*", "<", ">", ""):
            text += char
            continue
        if text:
            made.append(run(text, "<w:b/>" if bold else ""))
            text = ""
        bold ^= char == "*"
        made.append(signs.get(char, ""))
    return [piece for piece in made if piece]


def libre(source: str, target: str) -> str:
    """The same for LibreOffice."""
    signs = {
        "[": '<office:annotation office:name="7"><text:p>¿Seguro?</text:p></office:annotation>',
        "]": '<office:annotation-end office:name="7"/>',
        "{": '<text:bookmark-start text:name="b"/>',
        "}": '<text:bookmark-end text:name="b"/>',
    }
    inner = "".join(signs.get(char, char) for char in source)
    while "*" in inner:
        inner = inner.replace("*", '<text:span text:style-name="B">', 1).replace("*", "</text:span>", 1)
    data = odt_file(f"<text:p>{inner}</text:p>")
    document = odt.read(data, "x")
    made = odt.rebuild(data, document, {document.segments[0].key: target}, language="en")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        text = archive.read("content.xml").decode()
    for sign, xml in signs.items():
        text = text.replace(xml, sign)
    root = etree.fromstring(text.encode())
    place = next(n for n in root.iter() if n.tag.endswith("}text"))
    return "".join(place.itertext())


CASES = {
    "around a name that is the same": (
        "Hoy [Red Muqui] habló.",
        "Today Red Muqui spoke.",
        "Today [Red Muqui] spoke.",
    ),
    "around bold words": (
        "Pedimos [*la verdad*] hoy.",
        "Today we ask for <b>the truth</b>.",
        "Today we ask for [the truth].",
    ),
    "else around their sentence": (
        "Uno vino. [Dos] fueron. Tres no.",
        "One came. Two went. Three did not.",
        "One came. [Two went.] Three did not.",
    ),
    "across two sentences": (
        "Uno vino. Dos [fueron. Tres] no. Cuatro.",
        "One came. Two went. Three did not. Four.",
        "One came. [Two went. Three did not.] Four.",
    ),
    "around all, if the sentences are not the same": (
        "Uno vino. [Dos] fueron.",
        "One came and two went.",
        "[One came and two went.]",
    ),
    "a name that stands twice is not certain": (
        "[Puno] y Puno.",
        "Puno and Puno.",
        "[Puno and Puno.]",
    ),
    "a comment and a bookmark that cross": (
        "{Uno vino. [Dos} fueron. Tres] no.",
        "One came. Two went. Three did not.",
        "{One came. [Two went.} Three did not.]",
    ),
    "a place without extent": (
        "Uno vino. {}Dos fueron.",
        "One came. Two went.",
        "One came. {}Two went.",
    ),
    "the whole paragraph": ("[{Uno vino.}]", "One came.", "[{One came.}]"),
    "what began in another paragraph": (
        "Uno vino.} Dos fueron. [Tres no.",
        "One came. Two went. Three did not.",
        "One came.} Two went. [Three did not.",
    ),
}


@pytest.mark.parametrize("way", [word, libre])
@pytest.mark.parametrize("case", CASES)
def test_a_comment_stands_with_what_it_is_about(case: str, way) -> None:  # type: ignore[no-untyped-def]
    source, target, expected = CASES[case]
    assert way(source, target) == expected


def test_a_comment_within_a_link_does_not_cut_the_link() -> None:
    body = paragraph(
        "Vea ",
        link(
            "r9",
            run("la "),
            '<w:commentRangeStart w:id="7"/>',
            run("nota 12"),
            '<w:commentRangeEnd w:id="7"/>',
            run(" hoy"),
        ),
    )
    data = wordfiles.docx(body, parts={"comments": SAID}, links={"r9": "https://example.org"})
    document = docx.read(data, "x")
    assert document.segments[0].text == "Vea <a1>la nota 12 hoy</a1>"
    made = docx.rebuild(data, document, {document.segments[0].key: "See <a1>the nota 12 of today</a1>"})
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    links = list(root.iter(f"{{{W}}}hyperlink"))
    assert len(links) == 1
    assert [etree.QName(n).localname for n in links[0]] == [
        "r",
        "commentRangeStart",
        "r",
        "commentRangeEnd",
        "r",
    ]
