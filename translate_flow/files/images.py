"""Images by the ending of their file: those that browsers show."""

from __future__ import annotations

import re
from hashlib import blake2b
from pathlib import PurePosixPath
from urllib.parse import unquote

KINDS = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".svg": "image/svg+xml",
}
"""Media types by ending."""
_DATA = re.compile(r"data:(image/[a-z0-9.+-]+);base64,[A-Za-z0-9+/=\s]+", re.IGNORECASE)


def kind(address: str) -> str:
    """The media type of the image at an address; empty if browsers show none such."""
    return KINDS.get(PurePosixPath(local_path(address)).suffix.lower(), "")


def local_path(address: str) -> str:
    """An address as the path of a file."""
    return unquote(address.partition("?")[0].partition("#")[0])


def image_name(address: str) -> str:
    """What an image is called in what is made of a statement: its path, or a name made of its bytes."""
    if not in_itself(address):
        return unquote(address)
    digest = blake2b(address.encode(), digest_size=6).hexdigest()
    ending = next((e for e, media in KINDS.items() if address.lower().startswith(f"data:{media};")), "")
    return f"image-{digest}{ending}"


def in_itself(address: str) -> bool:
    """Whether an address holds a file itself, whatever it is, and leads to none; the scheme may be in capitals."""
    return address[:5].lower() == "data:"


def is_data(address: str) -> bool:
    """Whether an address holds the image itself, of a kind that browsers show."""
    found = _DATA.fullmatch(address)
    return bool(found and found[1].lower() in KINDS.values())
