"""WordprocessingML names (ECMA-376): namespaces, and the order of run properties in its schema."""

from __future__ import annotations

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
DC_LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"
STRICT = f"{{{_STRICT}}}"
W = f"{{{_W}}}"

RUN_PROPERTIES = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish"
    " webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang"
    " eastAsianLayout specVanish oMath"
).split(" ")
"""Children of `w:rPr` in the order the schema wants them."""
