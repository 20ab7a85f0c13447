"""One page from the web: bounded in time and size, and no other protocol."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.parse import urlsplit

from .. import __version__
from ..errors import ReadError
from ..formats import extension_of

LARGEST = 40_000_000
"""Bytes of a page, at most."""
SECONDS = 60.0
"""For the whole page; a quarter of it without any sign of life."""
_TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
}
_REFUSED = {
    "application/pdf": "is a PDF; ask for the file it was made from, or copy its text into a .txt",
    "application/msword": "is an old Word file; save it as .docx",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What came."""

    data: bytes
    """Its bytes."""
    extension: str
    """Of a file that holds it, such as `.html`."""


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows to other web pages only, and never from https to http."""

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        old, new = urlsplit(req.full_url).scheme, urlsplit(newurl).scheme
        if new != old and new != "https":
            raise urllib.error.URLError(f"it leads to {new}:, which is not followed")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(address: str) -> Page:
    """The page at an http(s) address. Raises ReadError with the remedy."""
    request = urllib.request.Request(
        address,
        headers={
            "User-Agent": f"translate-flow/{__version__}",
            "Accept": "text/html, text/plain;q=0.9, */*;q=0.5",
        },
    )
    opener = urllib.request.build_opener(_Redirects())
    begin = time.monotonic()
    data = bytearray()
    try:
        with opener.open(request, timeout=SECONDS / 4) as answer:
            kind = answer.headers.get_content_type() if "Content-Type" in answer.headers else ""
            while chunk := answer.read1(65_536):
                data += chunk
                if len(data) > LARGEST:
                    raise ReadError(f"{address}: is larger than {LARGEST // 1_000_000} MB")
                if time.monotonic() - begin > SECONDS:
                    raise ReadError(f"{address}: did not come whole within {SECONDS:.0f} seconds; try again")
    except urllib.error.HTTPError as error:
        raise ReadError(f"{address}: the server answered {error.code} {error.reason}".rstrip()) from error
    except urllib.error.URLError as error:
        raise ReadError(f"{address}: cannot be reached: {error.reason}") from error
    except (OSError, ValueError, HTTPException) as error:
        raise ReadError(f"{address}: cannot be read: {error or type(error).__name__}") from error
    if kind in _REFUSED:
        raise ReadError(f"{address}: {_REFUSED[kind]}")
    if not data:
        raise ReadError(f"{address}: the page is empty")
    return Page(bytes(data), _TYPES.get(kind) or extension_of(bytes(data)))
