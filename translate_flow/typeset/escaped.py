"""Plain text as Markdown that reads the same (CommonMark 0.31, GitHub's extensions heeded)."""

from __future__ import annotations

import re

_URL = re.compile(r"(?:https?://|mailto:)[^\s<>\"\\`|]*[^\s<>\"\\`|.,;:!?*_)\]}'’”»]")
_SPECIAL = re.compile(r"[\\`*\[<~|]|(?<![^\W_])_|_(?![^\W_])|&(?=#|\w+;)")
_OPENING = re.compile(r"#{1,6}(?=\s|$)|[-+](?=\s|$)|>|[-:=][-:=\s]*$|\d{1,9}(?=[.)](?:\s|$))")


def escaped(text: str) -> str:
    """The text with Markdown's signs escaped; line breaks stay, web addresses become links."""
    pieces, at = [], 0
    for url in _URL.finditer(text):
        pieces += [_SPECIAL.sub(r"\\\g<0>", text[at : url.start()]), f"<{url[0]}>"]
        at = url.end()
    pieces.append(_SPECIAL.sub(r"\\\g<0>", text[at:]))
    lines = [line.strip() for line in "".join(pieces).split("\n")]
    return "\\\n".join(_guarded(line) for line in lines if line)


def _guarded(line: str) -> str:
    """The line, not to be taken for a heading, list, quotation or rule."""
    found = _OPENING.match(line)
    if not found:
        return line
    # An ordinal cannot be escaped, but the sign behind it can.
    at = found.end() if found[0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"
