"""What other programs read in rebuilt HTML, Markdown and plain text, word by word."""

from __future__ import annotations

import html
import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

import yaml
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from translate_flow.errors import TranslateFlowError
from translate_flow.formats import format_for
from translate_flow.model import Document

from .words import (
    Difference,
    is_marked,
    is_word,
    lettered,
    marked,
    moved_words,
    stripped,
    surplus,
    words,
)

PAGES, NOTES, TEXTS = (".html", ".htm", ".xhtml"), (".md", ".markdown"), (".txt",)
SUFFIXES = (*PAGES, *NOTES, *TEXTS)
_WITHIN = frozenset(
    "a abbr acronym b bdi bdo big cite del dfn em font i ins mark q s small span strike strong sub sup time tt u wbr"
    " o:p st1:place".split()
)
"""Elements in the middle of a word, perhaps."""
_NO_TEXT = frozenset("script style svg math head code kbd samp var".split())
"""Elements of which nothing is translated: `add` need not say so."""
_DIALECT = frozenset("dl abbr div details input".split())
"""Elements that CommonMark does not make: a file that has them is written for another renderer."""
_SAID = ("alt", "title", "placeholder", "aria-label", "aria-description", "summary", "label")
"""Attributes that a reader sees or hears."""
_META = re.compile(r"description|title|(?:og|twitter):(?:title|description|image:alt)", re.IGNORECASE)
_BUTTONS = frozenset(["submit", "button", "reset"])
_SHOWN = frozenset(["title", "subtitle", "description", "summary", "caption", "abstract", "excerpt"])
"""Keys of front matter whose texts a page shows."""
_HEAD = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\n(.*?\n)(?:---|\.\.\.|\+\+\+)[ \t]*(?:\n|\Z)", re.DOTALL)
_ADDRESS = re.compile(r"(?:https?q?://|wwwq?\.)[^\s<>]*|[^\s@<>]+@[^\s@<>]+\.\w+")
_SPACED = re.compile(r"(?<!\w)(?:[^\W\d_] ){3,}[^\W\d_](?!\w)")
_PARTED = re.compile(r"(?<=[^\W\d_])q?[-\u2010\xad¬]\s*(?=[^\W\d_])")
"""A hyphen between letters, at the end of a line or not: the word on either side may be one."""
_UNSAID = re.compile(
    r"(?m)^[ >]*\[!\w+\][+-]?|^[ >]*:{3,}[ ]*(?:\{[^}\n]*\}|[\w-]+)?|\$\$.+?\$\$|\$[^$\s][^$\n]*\$|\{[%{].*?[%}]\}|\[\^[^\]\n]+\](?!:)"
    r"|(?m:^[ >]*(?:\[/?[a-z][\w-]*(?:[ =](?:[\w-]+=)?(?:\"[^\"]*\"|[^\s\]]+))*\]|#\+\w+|::\w[^\n]*|\{/?[a-z][^{}\n]*\}(?:[^\s{}]+\{/\w+\})?)[ ]*$)",
    re.DOTALL,
)
"""What other renderers read as the name of a box, or as a formula; references to notes that are not there."""
_SKIPPED = re.compile(
    r"(`+)(?!`).+?(?<!`)\1(?!`)|\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*|\]\[[^\]]*\]|<[^<>]*>|\[\^[^\]]*\]|\$\$?[^$\n]+\$\$?"
    r"|\{\{.*?\}\}|\{%.*?%\}|\{[^{}\n]*\}|&\w+;|(?:https?|mailto):[^\s)>\]]+|[^\s@()<>\[\]]+@[^\s@()<>\[\]]+",
    re.DOTALL,
)
"""What is no word in a line of Markdown."""


@dataclass(slots=True)
class _Reading:
    """What a parser reads in a page."""

    shown: list[str] = field(default_factory=list)
    """Pieces of text; a new line is between blocks."""
    said: list[str] = field(default_factory=list)
    """Attributes, and what stands in the head."""
    tags: list[str] = field(default_factory=list)
    """Names of the elements in their order."""


def compared(files: Sequence[Path]) -> Iterator[Difference]:
    """Compare each file with what is built of it."""
    for path in files:
        data = path.read_bytes()
        form = format_for(path.name)
        try:
            document = form.read(data, path.name)
            texts = _markdown(document) if path.suffix.lower() in NOTES else marked(document)
            built = form.rebuild(data, document, texts, language="en")
        except TranslateFlowError as error:
            yield Difference(path, refused=str(error))
            continue
        yield difference(path, document, data, built)


def _markdown(document: Document) -> dict[str, str]:
    return {segment.key: _outside(segment.text) for segment in document.segments}


def _outside(text: str) -> str:
    """A line of Markdown with a letter behind each word, but for addresses, code and the like."""
    out, done = [], 0
    for match in _SKIPPED.finditer(text):
        out += [lettered(text[done : match.start()]), match[0]]
        done = match.end()
    return "".join([*out, lettered(text[done:])])


def difference(path: Path, document: Document, data: bytes, built: bytes) -> Difference:
    """What is read otherwise in the file that was built of these bytes."""
    old, new = _read(path, data), _read(path, built)
    told = set(words(place for omission in document.omitted for place in omission.places))
    before, after = _words(["".join(old.shown)]), _words(["".join(new.shown)])
    beside, anew = _words(old.said), _words(new.said)
    plain = [*map(stripped, after), *map(stripped, anew)]
    left = [word for word in (*after, *anew) if is_word(word) and not is_marked(word)]
    return Difference(
        path,
        left=tuple(word for word in left if word not in told),
        lost=tuple(w for w in surplus([*before, *beside], plain, set()) if w not in told),
        doubled=tuple(w for w in surplus(plain, [*before, *beside], set()) if w not in told),
        moved=tuple(moved_words(before, [stripped(word) for word in after])),
        changed=tuple(_changes(old.tags, new.tags)),
        told=tuple(word for word in left if word in told),
    )


def _words(texts: Sequence[str]) -> list[str]:
    whole = (_SPACED.sub(lambda m: m[0].replace(" ", ""), _PARTED.sub("", text)) for text in texts)
    return list(words(_ADDRESS.sub(" ", text) for text in whole))


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """The first place at which the elements are others."""
    for at, (one, other) in enumerate(zip_longest(old, new, fillvalue="end")):
        if one != other:
            yield f"{'/'.join(old[max(0, at - 2) : at])}/{one}→{other}"
            return


def _read(path: Path, data: bytes) -> _Reading:
    suffix, text = path.suffix.lower(), _decoded(data)
    if suffix in TEXTS:
        return _Reading(shown=[text])
    if suffix in PAGES:
        return _page(data, text)
    values, text = _front(text.replace("\r\n", "\n"))
    text = _UNSAID.sub(" ", text)
    found = _page(b"", _renderer().reset().convert(text.replace("\\\n", "  \n")), code=False)
    found.said += values
    if _DIALECT.isdisjoint(found.tags):
        import mistletoe  # takes most of a second

        found.tags = _page(b"", mistletoe.markdown(text), code=False).tags
    return found


def _decoded(data: bytes) -> str:
    """By the byte-order mark, as UTF-8, by what the page declares, or as Windows-1252."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        said = re.search(rb"charset=[\"']?([\w-]+)|encoding=[\"']([\w-]+)", data[:2000])
        name = (said[1] or said[2]).decode() if said else "cp1252"
        return data.decode("cp1252" if name.lower() in ("iso-8859-1", "latin1") else name, "replace")


def _front(text: str) -> tuple[list[str], str]:
    """The texts of front matter that a page shows, and what is below it."""
    match = _HEAD.match(text)
    if match is None:
        try:
            values, end = json.JSONDecoder().raw_decode(text.lstrip("\ufeff"))
        except ValueError:
            return [], text
        return [str(v) for k, v in values.items() if k in _SHOWN] if isinstance(values, dict) else [], text[
            end:
        ]
    try:
        values = yaml.safe_load(match[2]) if match[1] == "---" else tomllib.loads(match[2])
    except (yaml.YAMLError, tomllib.TOMLDecodeError):
        return [], text
    if not isinstance(values, Mapping):
        return [], text
    return [html.unescape(str(v)) for k, v in values.items() if k in _SHOWN], text[match.end() :]


@cache
def _renderer() -> Any:
    import markdown

    extensions = [
        "extra",
        "admonition",
        "sane_lists",
        "pymdownx.tasklist",
        "pymdownx.details",
        "pymdownx.tabbed",
    ]
    return markdown.Markdown(
        extensions=extensions, extension_configs={"extra": {"footnotes": {"BACKLINK_TITLE": ""}}}
    )


def _page(data: bytes, text: str, *, code: bool = True) -> _Reading:
    found = _Reading()
    if data.lstrip(b"\xef\xbb\xbf \n").startswith(b"<?xml"):
        try:
            _by_xml(etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True)), found)
            return found
        except etree.XMLSyntaxError:
            pass  # a browser given it as HTML shows it
    _by_html(LexborHTMLParser(text).root, found, code)
    return found


def _by_html(node: Any, found: _Reading, code: bool) -> None:
    """Add what is below a node of the parser's tree."""
    stack: list[Any] = [node]
    while stack:
        one = stack.pop()
        if one is None:
            continue
        if isinstance(one, str):
            found.shown.append(one)
            continue
        name = (one.tag or "").lower()
        if name == "-text":
            found.shown.append(one.text_content or "")
            continue
        if name.startswith(("-", "_", "!")):
            continue
        edge = _enter(name, one.attributes, found)
        if name == "head":
            found.said += [t.text() for t in one.css("title")]
            for meta in one.css("meta"):
                _meta(meta.attributes, found)
        if name in _NO_TEXT or (not code and name in ("code", "pre")):
            continue
        stack += [edge, *reversed(list(one.iter(include_text=True))), edge]


def _by_xml(element: Any, found: _Reading) -> None:
    """Add what is in an element of XHTML."""
    if not isinstance(element.tag, str):
        return
    name = etree.QName(element).localname
    attributes = {etree.QName(k).localname: v for k, v in element.attrib.items()}
    edge = _enter(name, attributes, found)
    if name == "title":
        found.said.append("".join(element.itertext()))
    elif name == "meta":
        _meta(attributes, found)
    elif name not in _NO_TEXT or name == "head":
        found.shown.append(edge + ("" if name == "head" else element.text or ""))
        for child in element:
            _by_xml(child, found)
            found.shown.append("" if name == "head" else child.tail or "")
        found.shown.append(edge)


def _enter(name: str, attributes: Mapping[str, str | None], found: _Reading) -> str:
    """Note an element and what its attributes say; what is between it and its neighbours."""
    found.tags.append(name)
    found.said += [value for key in _SAID if (value := attributes.get(key))]
    if name == "input" and attributes.get("type") in _BUTTONS and (value := attributes.get("value")):
        found.said.append(value)
    return "" if name in _WITHIN else "\n"


def _meta(attributes: Mapping[str, str | None], found: _Reading) -> None:
    named = attributes.get("name") or attributes.get("property") or ""
    if _META.fullmatch(named) and (value := attributes.get("content")):
        found.said.append(value)
