"""Tags that show nothing: what word processors, editors and converters leave around words and within them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .elements import SHOWN_BY_SCRIPTS
from .runs import WORDED, Item
from .tokens import Attribute

_WHITE = r"(?:transparent|white|\#fff(?:fff)?|rgb\(255,\s*255,\s*255\)|inherit|initial|none|auto)"
_BLACK = r"(?:black|windowtext|inherit|initial|currentcolor|\#0{3}(?:0{3})?|rgb\(0,\s*0,\s*0\))"
_NOTHING = re.compile(
    rf"""\s*(?:mso-[\w-]+:.*|-webkit-[\w-]+:.*|-ms-[\w-]+:.*|tab-stops:.*|orphans:.*|widows:.*
      | (?:letter|word)-spacing:.* | line-height:.* | font-(?:variant|stretch|kerning|feature-settings)[\w-]*:.*
      | font-family:(?!.*(?:mono|courier|consol|symbol|wingdings)).*
      | font-weight:\s*(?:400|normal|inherit) | font-style:\s*(?:normal|inherit)
      | text-decoration[\w-]*:\s*(?:none|initial|solid|auto).* | vertical-align:\s*(?:baseline|inherit)
      | white-space:.* | text-(?:indent|align|transform):\s*(?:0\w*|start|left|none|justify|inherit)
      | background(?:-\w+)*:\s*{_WHITE}.* | color:\s*{_BLACK} | float:\s*none | display:\s*inline
      | (?:margin|padding|border)[\w-]*:\s*(?:0\w*|none|inherit).* )?\s*""",
    re.VERBOSE | re.IGNORECASE,
)
"""A declaration that changes nothing a reader sees."""
_CLASS = re.compile(
    r"(?:TextRun|NormalTextRun|EOP|SCXW\d+|BCX\d+|SpellingError\w*|ContextualSpelling\w*|GrammarError|FindHit|Apple-\S+"
    r"|Mso(?!Hyperlink|Footnote|Endnote)\w*|SpellE|GramE|gmail_default|x_\S*|contentpasted\d+|s\d|None|Default\w*)",
    re.IGNORECASE,
)
_SHOWS_NOTHING = frozenset(
    {"lang", "xml:lang", "data-contrast", "data-ccp-props", "data-ccp-parastyle", "data-ccp-charstyle"}
)
_STYLED = re.compile(r"<span\s+style=\"(?P<style>[^\"]*)\"\s*>", re.IGNORECASE)
_TAGS = frozenset({"span", "font"})


def shows_nothing(name: str, values: Mapping[str, Attribute], word: bool) -> bool:
    """Whether a tag changes nothing that a reader sees: not what Word calls names, nor a `span` without a style."""
    if name.startswith(("o:", "st1:", "w:")):
        return True
    if name not in _TAGS:
        return not values
    return all(_unseen(key, value.value, word) for key, value in values.items())


def _unseen(key: str, value: str, word: bool) -> bool:
    if key == "style":
        return all(_NOTHING.fullmatch(one) for one in value.split(";"))
    if key == "class":
        return all(_CLASS.fullmatch(one) for one in value.split())
    if key == "dir":
        return value.lower() == "ltr"
    if key == "id":
        return value.startswith("docs-internal-guid")
    if key == "face":
        return not re.search("mono|courier|consol|symbol|wingdings", value, re.IGNORECASE)
    if key == "color":
        return re.fullmatch(_BLACK, value.strip(), re.IGNORECASE) is not None
    return key in _SHOWS_NOTHING or (key.startswith("data-") and not SHOWN_BY_SCRIPTS.fullmatch(key))


def _alike(tag: str, other: str) -> bool:
    """Whether two tags look the same to a reader."""
    if tag == other:
        return True
    one, two = _STYLED.fullmatch(tag), _STYLED.fullmatch(other)
    return one is not None and two is not None and _look(one["style"]) == _look(two["style"])


def _look(style: str) -> frozenset[str]:
    return frozenset("".join(d.split()).lower() for d in style.split(";") if not _NOTHING.fullmatch(d))


def parted(run: list[Item], text: str) -> list[Item]:
    """The run with tags that show nothing, or that end only to begin again at once, marked as unseen."""
    last: Item | None = None
    for item in run:
        if (item.type == "open" and item.plain and item.name in _TAGS) or (
            ":" in item.name and item.type == "open"
        ):
            _unsee(item, run[item.mate])
        elif (
            item.type == "open"
            and last is not None
            and last.type == "close"
            and item.name == last.name != "a"
        ):
            before = run[last.mate]
            tag = text[item.start : item.end]
            # Words of a tag's own are a segment; the second tag must not go with them.
            if _alike(text[before.start : before.end], tag) and not WORDED.search(tag):
                after = run[item.mate]
                closing, opening = before.mate, after.mate
                before.mate, after.mate = item.mate, last.mate
                last.mate, item.mate = opening, closing
                last.type = item.type = "unseen"
                last.plain = item.plain = True
                last = None
                continue
        if item.type != "unseen":
            last = item
    return run


def _unsee(first: Item, second: Item) -> None:
    first.type = second.type = "unseen"
    first.plain = second.plain = True
