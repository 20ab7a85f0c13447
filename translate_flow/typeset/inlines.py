"""A segment's text as Markdown: formatting, links and references to footnotes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

from ..markup.inline import FORMATTING, Mark, Token, tokens
from ..markup.notes import NOTE, QUOTED
from ..model import Segment
from .escaped import STAND_IN, escaped, without_links
from .footnotes import Footnotes, referred

_STARS = {"b": "**", "i": "*"}
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SAFE = frozenset({"http", "https", "mailto", "tel"})
_OPEN_AIR = re.compile(r"[\s.,;:!?()\[\]«»“”‘’¡¿—–…\"']")
"""Beside what stars may stand, whatever is within them (CommonMark 0.31, 6.2)."""


def prepared(text: str, segment: Segment, form: str, notes: Footnotes) -> str:
    """A text of a segment of a statement of that format as Markdown."""
    if form == "markdown":
        return text
    if form == "plain":
        return _with_signs(text, notes)
    setting = segment.setting
    parts, targets = referred(tokens(text), segment, notes)
    if setting.link and NOTE not in setting.link:
        parts, targets = [Mark("a0", "open"), *parts, Mark("a0", "close")], {**targets, "a0": setting.link}
    for name in reversed(setting.around):
        parts = [Mark(name, "open"), *parts, Mark(name, "close")]
    return _written(parts, targets)


def _written(parts: list[Token], targets: Mapping[str, str]) -> str:
    signs: list[str] = []
    out: list[str] = []
    linked = 0
    for at, part in enumerate(parts):
        if isinstance(part, str):
            words = part.replace(STAND_IN, "\ufffd")
            if linked:
                signs.append(without_links(words))
                words = STAND_IN
            out.append(words)
        elif sign := _sign(parts, at, part, targets):
            linked += (part.role == "open") - (part.role == "close") if part.name[0] == "a" else 0
            signs.append(sign)
            out.append(STAND_IN)
    # Where a fixed thing was left out, two blanks have met.
    made = escaped(re.sub(r"(?<=\S)  +(?=\S)", " ", "".join(out)))
    pieces = made.split(STAND_IN)
    return "".join(piece + sign for piece, sign in zip(pieces, [*signs, ""], strict=True))


def _sign(parts: list[Token], at: int, mark: Mark, targets: Mapping[str, str]) -> str:
    """What is written for a mark; empty if nothing."""
    target = targets.get(mark.name, "")
    if mark.name in FORMATTING:
        star = _STARS.get(mark.name, "")
        return star if star and _starred(parts, at, mark) else mark.sign
    if target.startswith(NOTE):
        return f"[^{target.removeprefix(NOTE)}]" if mark.role == "single" else ""
    address = _address(target)
    if target == QUOTED and mark.role != "single":
        return "<q>" if mark.role == "open" else "</q>"
    if mark.name[0] != "a" or not address:
        return ""
    return "[" if mark.role == "open" else f"](<{address}>)"


def _address(target: str) -> str:
    """An address that a link may lead to, without what would end it; empty for others and for places in the file."""
    scheme = _SCHEME.match(target)
    if target[:1] in ("", "#") or (scheme and scheme[1].lower() not in _SAFE):
        return ""
    return quote(target.strip(), safe="%/:?#[]@!$&'()*+,;=~-._áéíóúñüÁÉÍÓÚÑÜ")


def _starred(parts: list[Token], at: int, mark: Mark) -> bool:
    """Whether a pair of marks can be written as stars, however Markdown reads its surroundings."""
    other = Mark(mark.name, "close" if mark.role == "open" else "open")
    step = 1 if mark.role == "open" else -1
    end = at + step
    while 0 <= end < len(parts) and parts[end] != other:
        end += step
    if not 0 <= end < len(parts):
        return False
    first, last = min(at, end), max(at, end)
    inner = parts[first + 1 : last]
    if not inner or not all(isinstance(part, str) or part.name[0] in "ax" for part in inner):
        return False
    if any("*" in part for part in inner if isinstance(part, str)):
        return False
    return (
        _airy(parts, first - 1, -1)
        and _airy(parts, last + 1, 0)
        and _solid(inner[0], 0)
        and _solid(inner[-1], -1)
    )


def _airy(parts: list[Token], at: int, edge: int) -> bool:
    if not 0 <= at < len(parts):
        return True
    beside = parts[at]
    return isinstance(beside, str) and bool(_OPEN_AIR.match(beside[edge]))


def _solid(part: Token, edge: int) -> bool:
    return not isinstance(part, str) or not part[edge].isspace()


def _with_signs(text: str, notes: Footnotes) -> str:
    """A plain text with what refers to footnotes as Markdown."""
    if not notes.signs:
        return escaped(text)
    known = "|".join(re.escape(sign) for sign in sorted(notes.signs, key=len, reverse=True))
    pieces = re.split(rf"({known})", text.replace(STAND_IN, "\ufffd"))
    made = escaped("".join(STAND_IN if at % 2 else piece for at, piece in enumerate(pieces)))
    references = [f"[^{notes.signs[sign]}]" for sign in pieces[1::2]]
    return "".join(p + r for p, r in zip(made.split(STAND_IN), [*references, ""], strict=True))
