"""What a file is, by its content: for files whose extension says nothing."""

from __future__ import annotations

import codecs
import re

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_MARKDOWN = re.compile(
    rb"^(?:#{1,6}[ \t]+\S|```|~~~|>[ \t]|\[\^[^\[\]\s]+\]:|\|?[ \t]*:?-{3,}:?[ \t]*\|)"
    rb"|\]\((?:https?:|mailto:|[\w./#-]+\))|(?<!\w)\*\*\S[^*\n]*\*\*(?!\w)",
    re.M,
)
_BOMS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*+=\s*+[\"']?\s*+([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_HEAD = 4096
"""Bytes in which a page's encoding is declared; browsers look at the first 1024."""
_BEGINNING = 65_536
"""Bytes that are looked at."""


def sniff(data: bytes) -> str:
    """The name of the format the bytes are in; `plain` for any text without marks, and for no text at all."""
    if data.startswith(b"PK\x03\x04"):
        if b"application/vnd.oasis.opendocument.text" in data[:200]:
            return "odt"
        return "docx" if b"word/document.xml" in data else "plain"
    start = data[:_BEGINNING]
    for bom, encoding in _BOMS.items():
        if start.startswith(bom):
            start = start[len(bom) :].decode(encoding, "ignore").encode()
    if _HTML.match(start):
        return "html"
    return "markdown" if _MARKDOWN.search(start.replace(b"\r", b"\n")) else "plain"


def declared(data: bytes) -> str:
    """Python's name of the encoding that a web page says it is in; empty if it says none that is known."""
    found = _CHARSET.search(data[:_HEAD])
    try:
        return codecs.lookup(found[1].decode("ascii")).name if found else ""
    except LookupError:
        return ""
