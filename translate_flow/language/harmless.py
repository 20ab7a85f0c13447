"""Text as a terminal may show it: characters that steer a terminal, or turn the order of what is read, shown as visible symbols.

A statement, a name or a path may hold an escape sequence that rewrites the line above, or an override that makes
a text read otherwise than it is (Unicode Technical Report 36, section 2.10; "Trojan Source", CVE-2021-42574).
"""

from __future__ import annotations

import re
from typing import Final

_C0: Final = {c: chr(0x2400 + c) for c in range(0x20) if chr(c) not in "\t\n"}
_OTHERS: Final = (
    0x7F,
    *range(0x80, 0xA0),
    0x061C,
    0x2028,
    0x2029,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    *range(0xE0000, 0xE0080),
)
_SIGNS: Final[dict[int, str]] = _C0 | {c: f"⟨U+{c:04X}⟩" for c in _OTHERS}
_STEERING: Final = re.compile(f"[{''.join(map(re.escape, map(chr, _SIGNS)))}\ud800-\udfff]")


def harmless(text: str) -> str:
    """The text with every such character made visible: `␛` for escape, `⟨U+202E⟩` for an override.

    Line breaks and tabs stay. Bytes of a file name that are not UTF-8 are shown as `⟨FA⟩`.
    """
    # what can all be printed has none of them: found out in a fraction of the time of a search
    if text.isprintable():
        return text
    return _STEERING.sub(_sign, text)


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code in _SIGNS:
        return _SIGNS[code]
    # how Python keeps an undecodable byte (PEP 383)
    return f"⟨{code - 0xDC00:02X}⟩" if 0xDC80 <= code <= 0xDCFF else f"⟨U+{code:04X}⟩"


def escaped(json: str) -> str:
    """JSON with such characters written as `\\u202e`: the same data, harmless to look at."""
    return json if json.isprintable() else _STEERING.sub(_unicode_escape, json)


def _unicode_escape(found: re.Match[str]) -> str:
    if found[0] in "\t\n\r":
        return found[0]
    data = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{data[i]:02x}{data[i + 1]:02x}" for i in range(0, len(data), 2))
