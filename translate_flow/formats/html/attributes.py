"""Words that attributes hold, and strings in scripts and comments that programs show."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from ...language.text import has_letters
from ...language.whole import as_read
from ...markup.addresses import messages
from ...markup.inline import written
from ...markup.notes import PlaceNote
from ...model import Kind
from . import elements
from .found import Block, LanguageMark
from .runs import SPACE
from .tokens import Attribute

_BUTTONS = frozenset({"submit", "button", "reset"})
_TYPED = frozenset({"", "text", "search"})
"""Kinds of `input` that show their value as text."""
_STRING = r"\"(?:[^\"\\]|\\.)*+\""
_DESCRIBED = re.compile(
    rf"\"(?:headline|alternativeHeadline|description|caption|abstract|name|text)\"\s*:\s*(?P<value>{_STRING})"
)
"""Texts in JSON-LD that search engines show (schema.org)."""
AGAIN = re.compile(rf"\"(?:articleBody|reviewBody)\"\s*:\s*(?P<value>{_STRING})")
"""The page's text, which JSON-LD may hold once more."""
_IN_LANGUAGE = re.compile(r"\"inLanguage\"\s*:\s*\"(?P<value>[A-Za-z]{2,3}(?:-[A-Za-z0-9-]+)?)\"")
_LABELLED = re.compile(
    rf"\"(?:label|buttonText|placeholder|title|caption|alt|description|heading|moreText|customText|content|text)\":"
    rf"(?!\"(?:\#|var\b|rgb|hsl|transparent|currentColor))(?P<value>{_STRING})"
)
"""Texts that blocks of WordPress keep in the comment before them."""
_BLOCK = re.compile(r"<!--\s*wp:")
SHORTCODE = re.compile(
    r"\[[a-z][\w-]*(?:\s+[\w-]+=(?:\"[^\"\]]*\"|'[^'\]]*'|[^\s\"'\[\]]+))+\s*/?\]|\[/[a-z][\w-]*\]"
    r"|\[(?:gallery|caption|embed|video|audio|[a-z]+_\w+|(?P<bare>[a-z][\w-]*))\]"
    r"|\{load(?:position|module|moduleid)\b[^{}<>\n]*\}|\{/[a-z]+\}|\{(?P<plugin>[a-z]+)\}[^\s{}<>]+\{/(?P=plugin)\}"
    r"|\{(?:tab|slider|accordion|spoiler)(?:[ =]|\s+title=\")(?P<named>[^{}<>\n\"]+)\"?\}"
)
"""A tag of WordPress's or Joomla's plugins; a bare word is one only where its end is in the text."""
SHORTCODE_END = re.compile(r"\[/([a-z][\w-]*)\]")
_NAMED = re.compile(
    r"\b(?:title|caption|alt|heading|label|text|subtitle|button_text|placeholder)=(?P<quote>[\"'])(?P<value>[^\"']*)(?P=quote)"
)
_MORE = re.compile(r"<!--more[ \t]+(?P<words>[^\s<>-](?:[^<>-]*[^\s<>-])?)[ \t]*-->")
"""Where WordPress ends the beginning of a post, with the words of the link to the rest."""
IN_COMMENT = "comment"
"""What a block that is in a comment has for a quotation mark."""
IN_ADDRESS = "address"
"""What a block that is in an address has for a quotation mark."""
_LONGEST = 2_000
"""Characters of a string that is a description, and not the whole text once more."""


def attribute_blocks(name: str, values: Mapping[str, Attribute], inside: tuple[str, ...]) -> Iterator[Block]:
    """The texts in a tag's attributes."""
    found = {key: note for key, note in elements.TEXTS.items() if key in values}
    if name == "meta":
        label = next((values[key] for key in ("name", "property", "itemprop") if key in values), None)
        note = elements.DESCRIPTIONS.get(label.value.lower(), "") if label else ""
        found = {"content": note} if note and "content" in values else {}
    elif name == "input" and "value" in values:
        kind = values["type"].value.strip().lower() if "type" in values else ""
        if kind in _BUTTONS or kind in _TYPED:
            found["value"] = PlaceNote.BUTTON if kind in _BUTTONS else PlaceNote.FORM
    elif name in ("track", "optgroup", "option") and "label" in values:
        found["label"] = PlaceNote.CHOICE
    elif name == "option" and "value" in values and any(place.startswith("datalist:") for place in inside):
        found["value"] = PlaceNote.CHOICE
    elif name == "table" and "summary" in values:
        found["summary"] = PlaceNote.TABLE_TEXT
    elif name == "th" and "abbr" in values:
        found["abbr"] = PlaceNote.TABLE_HEAD
    found |= {
        key: PlaceNote.TOOLTIP
        for key, value in values.items()
        if (key.startswith("data-") and shown_by_scripts(key, value))
        or ("-" in name and key not in found and shown_by_component(key, value))
    }
    for key, note in found.items():
        value = values[key]
        text = as_read(SPACE.sub(" ", value.value).strip())
        if value.end > value.start and has_letters(text):
            kind = Kind.CAPTION if key == "alt" else Kind.LINE
            yield Block(written([text]), value.start, value.end, kind, note, inside=inside, quote=value.quote)


def shown_by_scripts(key: str, value: Attribute) -> bool:
    """Whether an attribute of a page's own (`data-…`) has words that a script or style sheet shows."""
    return elements.SHOWN_BY_SCRIPTS.fullmatch(key) is not None and _is_prose(value.value)


def shown_by_component(key: str, value: Attribute) -> bool:
    """Whether an attribute of an element of a page's own has words that it shows."""
    return elements.SHOWN_BY_COMPONENTS.fullmatch(key) is not None and _is_prose(value.value)


def _is_prose(value: str) -> bool:
    words = elements.EMPHASIS.sub("", value.strip())
    prose = " " in words or words[:1].isupper() or not words.isascii()
    return prose and elements.READS_AS_TEXT.fullmatch(words) is not None


def message_blocks(values: Mapping[str, Attribute], text: str, inside: tuple[str, ...]) -> Iterator[Block]:
    """The texts of a message that a link begins: subject and body of a mail, the words to share."""
    href = values.get("href")
    for start, end, words in messages(text, href.start, href.end) if href is not None else ():
        yield Block(
            written([words]), start, end, Kind.LINE, PlaceNote.MESSAGE, inside=inside, quote=IN_ADDRESS
        )


def linked_data(text: str, start: int, end: int, inside: tuple[str, ...]) -> Iterator[Block | LanguageMark]:
    """What JSON-LD says of the page: texts, and its language."""
    yield from _strings(_DESCRIBED, text, start, end, PlaceNote.SEARCH_DESCRIPTION, inside)
    for match in _IN_LANGUAGE.finditer(text, start, end):
        yield LanguageMark(match["value"], match.start("value"), match.end("value"), "", inside)


def block_comment(text: str, start: int, end: int, inside: tuple[str, ...]) -> Iterator[Block]:
    """Texts in the comment that begins a block of WordPress."""
    if more := _MORE.match(text, start, end):
        place = more.span("words")
        words = written([as_read(SPACE.sub(" ", more["words"]))])
        yield Block(words, *place, Kind.LINE, PlaceNote.READ_ALOUD, inside=inside, quote=IN_COMMENT)
    if _BLOCK.match(text, start, end):
        yield from _strings(_LABELLED, text, start, end, PlaceNote.READ_ALOUD, inside)


def _strings(
    pattern: re.Pattern[str], text: str, start: int, end: int, note: PlaceNote, inside: tuple[str, ...]
) -> Iterator[Block]:
    for match in pattern.finditer(text, start, end):
        try:
            words = json.loads(match["value"], strict=False)
        except ValueError:
            continue
        words = as_read(SPACE.sub(" ", words).strip())
        if has_letters(words) and len(words) <= _LONGEST:
            begin, stop = match.span("value")
            yield Block(written([words]), begin + 1, stop - 1, Kind.LINE, note, inside=inside, quote="json")


def shortcode(found: re.Match[str], inside: tuple[str, ...]) -> Iterator[Block]:
    """Texts in a shortcode."""
    if found["named"] and has_letters(found["named"]):
        words = as_read(SPACE.sub(" ", found["named"]).strip())
        yield Block(
            written([words]),
            *found.span("named"),
            Kind.LINE,
            PlaceNote.TITLE_IN_TAG,
            inside=inside,
            quote="}",
        )
    for match in _NAMED.finditer(found.string, found.start(), found.end()):
        words = as_read(SPACE.sub(" ", match["value"]).strip())
        if has_letters(words):
            start, end = match.span("value")
            note = PlaceNote.TITLE_IN_TAG
            yield Block(written([words]), start, end, Kind.LINE, note, inside=inside, quote=match["quote"])
