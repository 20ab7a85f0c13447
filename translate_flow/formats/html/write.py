"""Translations as HTML again: escaped, with the source's own tags for their marks."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence

import langcodes

from ...files.encoding import cannot_hold
from ...markup.addresses import coded
from ...markup.inline import Mark, Token
from .attributes import IN_ADDRESS, IN_COMMENT
from .elements import TAGS
from .found import Block, LanguageMark, Scan
from .runs import BLANK, NEWLINE

_UNQUOTED = re.compile(r"[^\s\"'=<>`]+")


def markup(parts: Sequence[Token], block: Block, source: Callable[[int, int], str], encoding: str) -> str:
    """The HTML of a block's translation; `source` gives the text between two places of the page."""
    out: list[str] = []
    for part in parts:
        if isinstance(part, str):
            lines = NEWLINE.split(part)
            if not block.keeps_space:
                lines = [
                    line.strip(BLANK) if len(lines) > 1 and 0 < n < len(lines) - 1 else line
                    for n, line in enumerate(lines)
                ]
            out.append(block.line_break.join(_held(_escaped(line), encoding) for line in lines))
        elif part.name in block.raw:
            out.append(source(*block.raw[part.name][part.role == "close"]))
        else:
            out.append(_own(part))
    return "".join([*out, *(source(*place) for place in block.tail)])


def attribute(words: str, quote: str, encoding: str) -> str:
    """An attribute's value as it stands between its quotation marks, which are added if it had none."""
    if quote == IN_ADDRESS:
        return coded(words)
    value = " ".join(NEWLINE.split(words.strip()))
    if quote == "json":
        return _in_script(value)
    if quote == IN_COMMENT:
        return _held(value.translate(_DASHES), encoding)
    value = value.replace("&", "&amp;")
    if not quote and _UNQUOTED.fullmatch(value):
        return _held(value, encoding)
    value = value.replace(quote or '"', {"'": "&#39;", "}": "&#125;"}.get(quote, "&quot;"))
    return _held(value if quote else f'"{value}"', encoding)


_DASHES = str.maketrans({"-": "‑", "<": "‹", ">": "›"})
"""Signs that could end a comment, and what is written for them."""
_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}


def _in_script(value: str) -> str:
    """A string of JSON within a script or comment, which no sign in it may end."""
    return json.dumps(value, ensure_ascii=False)[1:-1].translate(_UNSAFE).replace("--", "\\u002d\\u002d")


def language_edits(found: Scan, language: str, homes: Sequence[str]) -> list[tuple[int, int, str]]:
    """What has to change so that these elements (none: the page) say that they are in `language`.

    The page's own language is exchanged wherever it is named in them; others stay.
    """
    own = _primary(found.languages[0].value) if found.languages else ""
    named = [
        said
        for said in found.languages
        if said.end > said.start and (_primary(said.value) == own or found.every) and _concerns(said, homes)
    ]
    edits = [(said.start, said.end, _tag(said, language)) for said in named if said.form != "alternate"]
    locale = next((said.value for said in named if said.form == "locale"), "")
    edits += [
        (said.start, said.end, locale)
        for said in found.languages
        if said.form == "alternate" and locale and not homes and _primary(said.value) == _primary(language)
    ]
    if not homes and found.root >= 0:
        edits.append((found.root, found.root, f' lang="{language}"'))
    said_by = {said.element for said in found.languages}
    for home in homes:
        if home not in said_by and home in found.elements:
            place = found.elements[home]
            edits.append((place, place, f' lang="{language}"'))
    return edits


def _tag(said: LanguageMark, language: str) -> str:
    """The language in the form the place has: a locale has a territory, the likeliest one if none is said (CLDR)."""
    if said.form != "locale":
        return language
    found = langcodes.Language.get(language)
    territory = found.territory or found.maximize().territory
    return f"{found.language}_{territory}" if territory else str(found.language)


def _concerns(said: LanguageMark, homes: Sequence[str]) -> bool:
    return not homes or said.element in homes or not set(homes).isdisjoint(said.inside)


def _primary(tag: str) -> str:
    return re.split(r"[-_]", tag.strip().lower())[0]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _held(text: str, encoding: str) -> str:
    """The text with characters the page's encoding lacks as numeric references."""
    if text.isascii() or not cannot_hold(text, encoding):
        return text
    return text.encode(encoding, "xmlcharrefreplace").decode(encoding)


def _own(mark: Mark) -> str:
    tag = TAGS[mark.name]
    return f"</{tag}>" if mark.role == "close" else f"<{tag}>"
