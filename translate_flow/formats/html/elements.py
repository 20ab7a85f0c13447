"""What HTML elements and attributes mean for translation: literal tables.

Elements that are in none of them are inline, as browsers treat unknown elements.
"""

from __future__ import annotations

import re

from ...markup.notes import PlaceNote
from ...model import Kind


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCKS = _names(
    "html head body title meta base link address article aside blockquote button canvas caption center col colgroup"
    " datalist dd details dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6"
    " header hgroup hr iframe legend li main menu nav noframes noscript ol optgroup option p param picture"
    " search section select slot source style script summary table tbody td template textarea tfoot th thead tr track"
    " ul video audio object embed pre listing xmp plaintext"
) - {"picture", "slot"}
"""Elements at whose tags a block begins or ends."""

VOID = _names("area base br col embed frame hr img input link meta param source track wbr")
"""Elements without content or end tag."""

ALONE = _names("script style code kbd samp var svg math iframe xmp noembed noframes")
"""Elements whose content is left alone. What a page shows in place of a video or drawing is not: a screen reader reads it, and
scripts show what is in a `template`."""

SHOWN_ALONE = _names("svg")
"""Those of them whose words a reader sees, and nobody types again: they are reported."""

DIAGRAM = re.compile(
    r"(?:graph|flowchart|sequenceDiagram|classDiagram|stateDiagram|erDiagram|gantt|pie|journey|mindmap|timeline|gitGraph)\b"
)
"""What a diagram written as code begins with (Mermaid)."""
_PUT_IN = re.compile(r"(?<![\w-])content\s*:\s*([^;{}]*)")
_QUOTED = re.compile(r"\"([^\"\\]*)\"|'([^'\\]*)'")


_CONDITIONAL = re.compile(r"<!--\[if\b[^\]]*\]>(.*)<!\[endif\]-->", re.DOTALL | re.IGNORECASE)
_MARKUP = re.compile(r"<(xml|style|script)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_WORDED = re.compile(r"[^\W\d_]{3}")


def for_outlook(comment: str) -> str:
    """The words of a comment that Outlook or an old browser shows; empty if it shows none.

    Source: Microsoft, About conditional comments (downlevel-hidden).
    """
    found = _CONDITIONAL.fullmatch(comment)
    words = " ".join(_MARKUP.sub(" ", found[1]).split()) if found else ""
    return words if _WORDED.search(words) else ""


def put_in(text: str, start: int, end: int) -> list[str]:
    """The words that a style sheet puts into the page (`content: "Note: "`); of a script, none."""
    if text[end : end + 7].lower() != "</style":
        return []
    found = _PUT_IN.findall(text, start, end)
    quoted = [one or other for value in found for one, other in _QUOTED.findall(value)]
    return [words for words in quoted if re.search(r"[^\W\d_]{2}", words)]


CLOSED_BY: dict[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "thead": frozenset({"tr", "td", "th", "thead", "tbody", "tfoot"}),
    "tbody": frozenset({"tr", "td", "th", "thead", "tbody", "tfoot"}),
    "tfoot": frozenset({"tr", "td", "th", "thead", "tbody", "tfoot"}),
    "option": frozenset({"option"}),
    "optgroup": frozenset({"option", "optgroup"}),
}
"""Open elements that a start tag closes, as end tags may be left out."""

CLOSES_P = BLOCKS - _names("html head body button noscript title meta link script style template object")
"""Start tags that close an open paragraph."""

SCOPES = _names("table ul ol dl select menu body html td th caption button object template")
"""Elements that an implied or stray end tag does not reach across."""

DEEPEST = 200
"""Block-level elements within each other that are told apart; one deeper takes the place of the last, as browsers do
from 512 on. (Pages made by hand or by programs have some tens.)"""

KINDS: dict[str, tuple[Kind, str]] = {
    "title": (Kind.LINE, PlaceNote.PAGE_TITLE),
    "li": (Kind.ITEM, ""),
    "dt": (Kind.ITEM, ""),
    "dd": (Kind.ITEM, ""),
    "td": (Kind.CELL, ""),
    "th": (Kind.CELL, PlaceNote.TABLE_HEAD),
    "blockquote": (Kind.QUOTE, ""),
    "figcaption": (Kind.CAPTION, ""),
    "caption": (Kind.CAPTION, PlaceNote.TABLE_CAPTION),
    "button": (Kind.LINE, PlaceNote.BUTTON),
    "option": (Kind.LINE, PlaceNote.CHOICE),
    "legend": (Kind.LINE, PlaceNote.FORM),
    "summary": (Kind.LINE, PlaceNote.BOX_TITLE),
    "textarea": (Kind.LINE, PlaceNote.FORM),
    "nav": (Kind.LINE, PlaceNote.NAVIGATION),
}
"""Kind and note of the text in an element; the innermost counts."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}

LISTS = frozenset({"ul", "ol", "dl", "menu", "dir"})

GROUPS = frozenset({"ul", "ol", "dl", "menu", "dir", "table", "blockquote"})
"""Elements counted as a segment's group."""

MARKS: dict[str, str] = {
    "b": "b",
    "strong": "b",
    "i": "i",
    "em": "i",
    "u": "u",
    "ins": "u",
    "s": "s",
    "strike": "s",
    "del": "s",
    "sub": "sub",
    "sup": "sup",
}
"""Elements that are shown as a mark with a letter."""

TAGS: dict[str, str] = {"b": "b", "i": "i", "u": "u", "s": "s", "sub": "sub", "sup": "sup"}
"""Elements written for marks the source does not have."""

TEXTS: dict[str, str] = {
    "alt": PlaceNote.IMAGE_TEXT,
    "title": PlaceNote.TOOLTIP,
    "placeholder": PlaceNote.FIELD_HINT,
    "aria-label": PlaceNote.READ_ALOUD,
    "aria-description": PlaceNote.READ_ALOUD,
    "aria-roledescription": PlaceNote.READ_ALOUD,
    "aria-valuetext": PlaceNote.READ_ALOUD,
    "aria-placeholder": PlaceNote.FIELD_HINT,
    "aria-braillelabel": PlaceNote.READ_ALOUD,
}
"""Attributes that hold text, on any element."""
SHOWN_BY_SCRIPTS = re.compile(
    r"data-(?:[a-z]+-)*(?:title|caption|tooltip|tip|label|description|content|alt|placeholder|text|confirm|message)"
)
"""Attributes that scripts and style sheets show: tooltips, captions of galleries, heads of narrow tables."""
SHOWN_BY_COMPONENTS = re.compile(
    r"(?:[a-z]+-)*(?:title|subtitle|heading|subheading|headline|header|caption|tooltip|label|message|description|summary"
    r"|text|content|placeholder|hint|alt|fallback|button-text)"
)
"""Attributes that an element of a page's own (`<my-card heading="…">`) shows, whatever program is behind it."""
EMPHASIS = re.compile(r"</?(?:em|strong|b|i)>", re.IGNORECASE)
"""Tags in a caption that an editor of pages keeps in an attribute (Drupal)."""
READS_AS_TEXT = re.compile(r"[^\W\d_][^<>{}\[\]=_/]*[^\W\d_][.:!?…»”)]?|[¿¡«“(][^<>{}\[\]=_/]+")
"""A value of such an attribute that is not a name, address, setting or markup."""

DESCRIPTIONS: dict[str, str] = {
    "description": PlaceNote.SEARCH_DESCRIPTION,
    "og:title": PlaceNote.SHARED_TITLE,
    "og:description": PlaceNote.SHARED_DESCRIPTION,
    "og:image:alt": PlaceNote.SHARED_IMAGE,
    "twitter:title": PlaceNote.SHARED_TITLE,
    "twitter:description": PlaceNote.SHARED_DESCRIPTION,
    "twitter:image:alt": PlaceNote.SHARED_IMAGE,
    "og:site_name": PlaceNote.SHARED_TITLE,
    "og:video:alt": PlaceNote.SHARED_IMAGE,
    "article:section": PlaceNote.SHARED_DESCRIPTION,
    "twitter:label1": PlaceNote.SHARED_DESCRIPTION,
    "twitter:data1": PlaceNote.SHARED_DESCRIPTION,
    "twitter:label2": PlaceNote.SHARED_DESCRIPTION,
    "twitter:data2": PlaceNote.SHARED_DESCRIPTION,
    "headline": PlaceNote.SHARED_TITLE,
    "name": PlaceNote.SHARED_TITLE,
    "caption": PlaceNote.SHARED_IMAGE,
    "abstract": PlaceNote.SEARCH_DESCRIPTION,
    "subject": PlaceNote.SEARCH_DESCRIPTION,
    "dcterms.title": PlaceNote.PAGE_TITLE,
    "dcterms.description": PlaceNote.SEARCH_DESCRIPTION,
    "dcterms.abstract": PlaceNote.SEARCH_DESCRIPTION,
    "citation_title": PlaceNote.PAGE_TITLE,
    "apple-mobile-web-app-title": PlaceNote.PAGE_TITLE,
    "application-name": PlaceNote.PAGE_TITLE,
    "dc.title": PlaceNote.PAGE_TITLE,
    "dc.description": PlaceNote.SEARCH_DESCRIPTION,
}
"""`meta` names and properties whose content is text."""

WIDEST = 63
"""Columns of a table that are told apart."""


def left_alone(name: str, words: str, *, sign: bool) -> str:
    """What a translator is told of an element whose words stay as they are."""
    if not words:
        return name
    return f"{'code' if name in ALONE else 'sign' if sign else 'not to be translated:'} “{words[:60]}”"
