"""The zip file that an OpenDocument text is."""

from __future__ import annotations

from ...errors import ReadError
from ...files.messages import PASSWORD
from ...files.zipped import Archive, opened
from ...office.xmlparts import parsed
from .messages import NOT_OPEN_DOCUMENT, OFFICE_FILE, OPEN_DOCUMENT_TEXT
from .names import local

_KIND = b"application/vnd.oasis.opendocument.text"


def archive(data: bytes, name: str) -> Archive:
    """The zip file of a document that can be read. Raises ReadError."""
    found = opened(data, name, OPEN_DOCUMENT_TEXT())
    kind = found.read("mimetype").strip() if "mimetype" in found.parts else b""
    if "[Content_Types].xml" in found.parts:
        raise ReadError(OFFICE_FILE(file=name))
    if "content.xml" not in found.parts or (kind and not kind.startswith(_KIND)):
        raise ReadError(NOT_OPEN_DOCUMENT(file=name))
    if "META-INF/manifest.xml" in found.parts:
        manifest = parsed(found, "META-INF/manifest.xml")
        if any(local(node) == "encryption-data" for node in manifest.iter()):
            raise ReadError(PASSWORD(file=name))
    return found
