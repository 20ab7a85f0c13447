"""The texts of HTML that is among Markdown: what is between its block-level tags, and what attributes
tell a reader. A text keeps its inline tags, as it does in a Markdown paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...language.text import has_letters
from ...markup.notes import PlaceNote

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<[?!].*?(?:>|\Z)"
    r"|<(?P<code>script|style|pre|code|kbd|samp|var|textarea|svg|math|iframe)(?=[\s/>])(?P<head>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+).*?(?:</(?P=code)\s*>|\Z)"
    r"|</?(?P<tag>[a-z][\w.:-]*+)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>",
    re.DOTALL | re.IGNORECASE,
)
_INLINE = frozenset(
    "a abbr b bdi bdo big br cite del em font i img ins mark q s small span strong sub sup tt u wbr".split()
)
_VALUE = re.compile(
    r"(?<![\w-])(?P<name>alt|title|aria-label|placeholder|label|caption|summary)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')",
    re.IGNORECASE,
)
_NOTES = {"alt": PlaceNote.IMAGE_TEXT, "title": PlaceNote.TOOLTIP, "placeholder": PlaceNote.FIELD_HINT}
_EDGE = re.compile(r"\s+|<br\s*/?>|<img\b[^<>]*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_BLANK_LINE = re.compile(r"(?:<br[ \t]*/?>(?:\s|&nbsp;)*){2,}", re.IGNORECASE)
_LEFT = "code|kbd|samp|var"
_TAGS = re.compile(
    rf"<!--.*?(?:-->|\Z)|<(?P<left>{_LEFT})\b.*?(?:</(?P=left)>|\Z)|<[^<>]*+>|<[^>]{{0,1000}}>",
    re.DOTALL | re.IGNORECASE,
)
"""What is not closed goes on to the end: nothing looks for that end more than once."""

_SILENT = re.compile(
    r"(?:</?[a-z][\w-]*+(?:\s[^<>]*+)?/?>|<!--.*?-->|&(?:nbsp|[ent]\w*sp|shy|zwn?j|\#\d+);"
    r"|!?\[\s*\](?:\([^()\"']*+\)|\[[^\[\]]*+\])(?:\{[^{}]*+\})?|\{::comment\}.*?\{:/(?:comment)?\}|[^\w<&\[!{]|\{(?!::comment))*+",
    re.DOTALL | re.IGNORECASE,
)


def is_silent(text: str) -> bool:
    """Whether a Markdown paragraph shows no words: tags alone, such as a link's target, blanks, pictures of which nothing is said."""
    return _SILENT.fullmatch(text) is not None and _VALUE.search(text) is None


def says_by_tags(text: str) -> bool:
    """Whether a Markdown paragraph shows nothing but HTML's tags, which say something: a picture with its link."""
    return text.startswith("<") and _SILENT.fullmatch(text) is not None and _VALUE.search(text) is not None


Text = tuple[int, int, str, str]
"""Where a text begins and ends, the quotation mark of an attribute or nothing, and a note."""


def texts(html: str) -> Iterator[Text]:
    """The texts of a block of HTML, in order."""
    begin = 0
    waiting: list[Text] = []
    for match in _TOKEN.finditer(html):
        tag = (match["tag"] or "").lower()
        inline = (
            tag in _INLINE
            or (match["code"] or "").lower() in _LEFT.split("|")
            or html.startswith("<!--", match.start())
        )
        if not inline:
            yield from _run(html, begin, match.start(), waiting)
            begin, waiting = match.end(), []
        said = match.end() if tag else match.end("head") if (match["code"] or "").lower() == "iframe" else 0
        for value in _VALUE.finditer(html, match.start(), said):
            group = 2 if value[2] is not None else 3
            if has_letters(value[group]):
                note = _NOTES.get(value["name"].lower(), PlaceNote.READ_ALOUD)
                waiting.append((value.start(group), value.end(group), '"' if group == 2 else "'", note))
        if not inline:
            yield from waiting
            waiting = []
    yield from _run(html, begin, len(html), waiting)


def _run(html: str, start: int, end: int, waiting: list[Text]) -> Iterator[Text]:
    """What is between two block-level tags: one text with its tags, or what its attributes say."""
    if not has_letters(_TAGS.sub("", html[start:end])):
        yield from waiting
        return
    while (edge := _EDGE.match(html, start, end)) and edge.end() > start:
        yield from (one for one in waiting if one[1] <= edge.end() and one[0] >= start)
        start = edge.end()
    end = start + len(html[start:end].rstrip())
    yield from ((begin, stop, "", "") for begin, stop in _paragraphs(html, start, end))


def _paragraphs(html: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of a text that two line breaks part, if each tag in them is closed in the same stretch."""
    found: list[tuple[int, int]] = []
    done = start
    for blank in _BLANK_LINE.finditer(html, start, end):
        found.append((done, done + len(html[done : blank.start()].rstrip())))
        done = blank.end()
    found.append((done, end))
    found = [place for place in found if has_letters(_TAGS.sub("", html[slice(*place)]))]
    return found if all(_closed(html[slice(*place)]) for place in found) else [(start, end)]


def _closed(text: str) -> bool:
    """Whether as many tags end as begin, line breaks apart."""
    return text.count("<") - text.lower().count("<br") == 2 * text.count("</")
