"""One page from the web: bounded in time and size, and no other protocol."""

from __future__ import annotations

import codecs
import time
import urllib.error
import urllib.request
import zlib
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.parse import urlsplit

from ... import __version__
from ...errors import ReadError
from ...files.messages import CANNOT_BE_READ
from ...files.sniffing import declared
from ...formats import extension_of
from ...messages import Message
from . import messages as said

LARGEST = 40_000_000
"""Bytes of a page, at most."""
SECONDS = 60.0
"""For the whole page; a quarter of it without any sign of life."""
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FOUND = frozenset({"cp1252", "iso8859-1"})
"""Encodings that a file without a word about it is read in."""
_TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
}
_REFUSED = {"application/pdf": said.PDF, "application/msword": said.OLD_WORD}


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """What came."""

    data: bytes
    """Its bytes."""
    extension: str
    """Of a file that holds it, such as `.html`."""


class _LeadsElsewhere(Exception):
    """A page that sends its reader to something that is not a web page."""

    def __init__(self, why: Message) -> None:
        super().__init__(why)
        self.why = why


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows to other web pages only, and never from https to http."""

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        old, new = urlsplit(req.full_url).scheme, urlsplit(newurl).scheme
        if new != old and new != "https":
            raise _LeadsElsewhere(said.LEADS_TO(scheme=new))
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(address: str) -> FetchedPage:
    """The page at an http(s) address. Raises ReadError with the remedy."""
    request = urllib.request.Request(
        address,
        headers={
            "User-Agent": f"translate-flow/{__version__}",
            "Accept": "text/html, text/plain;q=0.9, */*;q=0.5",
            "Accept-Encoding": "identity",
        },
    )
    opener = urllib.request.build_opener(_Redirects())
    begin = time.monotonic()
    data = bytearray()
    try:
        with opener.open(request, timeout=SECONDS / 4) as answer:
            kind = answer.headers.get_content_type() if "Content-Type" in answer.headers else ""
            charset = answer.headers.get_content_charset("") if kind.startswith("text/") else ""
            packed = answer.headers.get("Content-Encoding", "").lower()
            while chunk := answer.read1(65_536):
                data += chunk
                if len(data) > LARGEST:
                    raise ReadError(said.LARGER_THAN(address=address, size=LARGEST // 1_000_000))
                if time.monotonic() - begin > SECONDS:
                    raise ReadError(said.NOT_COMPLETE_WITHIN(address=address, seconds=f"{SECONDS:.0f}"))
    except urllib.error.HTTPError as error:
        raise ReadError(
            said.SERVER_ANSWERED(address=address, answer=f"{error.code} {error.reason}".rstrip())
        ) from error
    except _LeadsElsewhere as error:
        raise ReadError(said.NOT_REACHED(address=address, cause=error.why)) from error
    except urllib.error.URLError as error:
        raise ReadError(said.NOT_REACHED(address=address, cause=str(error.reason))) from error
    except (OSError, ValueError, HTTPException) as error:
        raise ReadError(CANNOT_BE_READ(file=address, cause=str(error) or type(error).__name__)) from error
    if kind in _REFUSED:
        raise ReadError(_REFUSED[kind](address=address))
    if not data:
        raise ReadError(said.PAGE_EMPTY(address=address))
    content = _unpacked(bytes(data), packed, address)
    extension = _TYPES.get(kind) or extension_of(content)
    return FetchedPage(_as_declared(content, charset, extension), extension)


def _unpacked(data: bytes, packed: str, address: str) -> bytes:
    """What a server sent packed unasked. Raises ReadError."""
    if packed in ("", "identity"):
        return data
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        content = unpacking.decompress(data, LARGEST + 1)
    except zlib.error as error:
        raise ReadError(said.NOT_UNPACKED(address=address, packed=packed)) from error
    if len(content) > LARGEST:
        raise ReadError(said.LARGER_THAN(address=address, size=LARGEST // 1_000_000))
    if not unpacking.eof:
        raise ReadError(said.NOT_COMPLETE(address=address))
    return content


def _as_declared(data: bytes, charset: str, extension: str) -> bytes:
    """The page as UTF-8 with its mark if only the server gave its encoding, and a file would not.

    What the server says goes before what the page says (HTML standard, section 13.2.3.2).
    """
    try:
        codec = codecs.lookup(charset).name if charset else ""
        if codec in ("", "ascii", "utf-8") or data.startswith(_MARKS):
            return data
        text = data.decode(codec)
    except (LookupError, UnicodeError):
        return data
    if codec in _FOUND and not (extension == ".html" and declared(data)):
        return data
    return data if declared(data) == codec else codecs.BOM_UTF8 + text.encode()
