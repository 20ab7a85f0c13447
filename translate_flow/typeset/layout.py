"""A parsed statement made ready for a page: heading levels, lists of signatories, footnotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from markdown_it.token import Token
from markupsafe import Markup

from ..language.text import has_letters
from ..markup.counting import ordinal
from ..model import Edition, Kind, Segment
from ..names import names_only
from .footnotes import Footnotes
from .inlines import prepared
from .marks import marked
from .outline import left_out
from .prose import Wrap, css_text, html, inline, note_numbers, parse, parsed
from .statement import is_own, markdown

_NONE = Segment("", Kind.LINE, "")
_FORMS = tuple(
    (form, re.compile(known))
    for form, known in {"i": "[ivx]+", "I": "[IVX]+", "a": "[a-z]", "A": "[A-Z]"}.items()
)
_CHANGED = frozenset(
    "heading_open heading_close bullet_list_open ordered_list_open list_item_open th_open td_open".split()
)
"""Tokens that `parts` changes."""
_BEHIND = re.compile(r"\s*\([^()]+\)$")
_FIGURE = re.compile(
    r"[*_]*+(?:(?:[A-Z]{0,3}[$€£]|S/\.?|[A-Z]{3}(?=\s))?\s?[-+−–]?[\d.,\s]*\d[\s%‰]*[€£$]?|[-–—]?)[*_]*$"
)
"""A cell with a figure, an amount of money, or as good as nothing."""
_MANY = 6
"""A list of at least so many names is set in columns."""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote."""

    number: int
    """In order of the first mentions, from 1."""
    html: Markup
    """Its blocks."""
    references: tuple[str, ...]
    """Ids of the places that refer to it."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A statement in one language as HTML."""

    title: Markup
    """The title, inline; empty if it has none."""
    before: Markup
    """What is before the title: a date line, an addressee, the number of a press release."""
    body: Markup
    """Everything after the title but footnotes."""
    notes: tuple[Footnote, ...]
    """Footnotes in order."""
    strays: tuple[Markup, ...]
    """Units that have no place in the running text."""


@dataclass(slots=True)
class Parts:
    """A statement in one language as Markdown's tokens, its parts told apart."""

    env: dict[str, Any]
    """What the tokens were parsed with."""
    before: list[Token]
    """See `Laid`."""
    title: list[Token]
    """One inline token, or none."""
    body: list[Token]
    notes: list[tuple[int, list[Token]]]
    """Footnotes by number."""
    strays: list[Token]
    """Inline tokens of units that have no place in the running text."""


def parts(edition: Edition, texts: Sequence[str], name: str, top: int, language: str) -> Parts:
    """The parts of a statement with one text per unit.

    `name` keeps the ids of two languages apart, `top` is the level of the highest heading below the title,
    `language` that of the texts.
    """
    text = markdown(edition, [marked(*pair) for pair in enumerate(texts)], labels=True, signed_in=language)
    found, known = parsed(text, own=is_own(edition))
    env: dict[str, Any] = {**known, "name": name, "linked": True, "images": edition.images}
    tokens = [_own(token) if token.type in _CHANGED else token for token in found]
    placed = {unit for token in tokens if token.type == "inline" for unit in token.meta["units"]}
    placed |= left_out(edition) | set(env.get("tooltips", ()))
    strays = [
        token
        for at, unit in enumerate(edition.units)
        if at not in placed
        for token in _stray(edition, texts[at], unit.segment, at)
    ]
    body, notes = _without_notes(tokens)
    before, title, body = _parted(body, edition)
    _set_levels(body, top)
    _set_columns(body, edition)
    _set_figures(body)
    _set_labels(body)
    if not title and strays and edition.units[strays[0].meta["unit"]].segment.kind is Kind.TITLE:
        title = [strays.pop(0)]
    return Parts(env, before, title, body, _numbered(notes, env), strays)


def _own(token: Token) -> Token:
    """A copy that may get another level or other attributes."""
    own = copy(token)
    own.attrs = dict(token.attrs)
    return own


def lay_out(
    edition: Edition,
    texts: Sequence[str],
    name: str,
    top: int,
    wrap: Wrap,
    language: str,
    *,
    bare: bool = False,
) -> Laid:
    """A statement as HTML; see `parts`. `wrap` puts what it has to around each unit's text, `language` is the
    texts' BCP 47 tag, `bare` leaves out what needs a style sheet."""
    found = parts(edition, texts, name, top, language)
    env = found.env
    env |= {"wrap": wrap, "language": language, "bare": bare}
    if bare:
        for token in found.body:
            token.attrs.pop("class", None)
    return Laid(
        Markup(html(found.title, env)),
        Markup(html(found.before, env)),
        Markup(html(found.body, env)),
        tuple(Footnote(n, Markup(html(tokens, env)), references(n, env)) for n, tokens in found.notes),
        tuple(Markup(html([token], env)) for token in found.strays),
    )


def _stray(edition: Edition, text: str, segment: Segment, at: int) -> list[Token]:
    source = prepared(text, segment, edition.document.format, Footnotes())
    # A mark keeps the text from being taken for a list, a heading or the like.
    return [token for token in parse(marked(at, source), {}) if token.type == "inline"]


def inline_html(edition: Edition, text: str, segment: Segment = _NONE) -> str:
    """A unit's text on its own as HTML."""
    return "<br>".join(
        inline(token, {"images": edition.images}) for token in _stray(edition, text, segment, 0)
    )


def _parted(tokens: list[Token], edition: Edition) -> tuple[list[Token], list[Token], list[Token]]:
    """What is before the title, the title's inline token, and the rest; all is rest if there is no title."""
    for at, token in enumerate(tokens):
        if token.type == "inline" and tokens[at - 1].type == "heading_open" and not tokens[at - 1].level:
            unit = token.meta["unit"]
            if unit is not None and edition.units[unit].segment.kind is Kind.TITLE:
                return tokens[: at - 1], [token], tokens[at + 2 :]
    return [], [], tokens


def _set_labels(tokens: Sequence[Token]) -> None:
    """Say in HTML how items are numbered: `a)` is an item of `<ol type="a">` with a sign of its own."""
    lists: list[Token] = []
    for token in tokens:
        if token.type in ("ordered_list_open", "bullet_list_open"):
            lists.append(token)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            lists.pop()
        elif token.type == "list_item_open" and lists:
            label = str(token.meta.get("label", ""))
            if not label and token.markup == ")":
                label = f"{token.info})"
            if label:
                token.attrSet("style", f"list-style-type: '{css_text(label)} '")
                core = label.strip("().:-º° ")
                form = next((f for f, known in _FORMS if known.fullmatch(core)), "")
                if form and not lists[-1].attrGet("type"):
                    lists[-1].attrSet("type", form)
                    if (start := ordinal(core, form)) > 1:
                        lists[-1].attrSet("start", str(start))


def _set_levels(tokens: Sequence[Token], top: int) -> None:
    """Number the headings' levels from `top`, leaving none out."""
    levels = sorted({token.tag for token in tokens if token.type == "heading_open"})
    new = {tag: f"h{min(top + rank, 6)}" for rank, tag in enumerate(levels)}
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = new[token.tag]


def _set_columns(tokens: Sequence[Token], edition: Edition) -> None:
    """Mark the lists that are mostly names of organisations or people."""
    around: list[tuple[Token, list[bool]]] = []
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            around.append((token, []))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            opening, names = around.pop()
            if len(names) >= _MANY and 2 * sum(names) > len(names):
                opening.attrSet("class", "names")
        elif token.type == "inline" and around:
            unit = token.meta["unit"]
            if unit is not None:
                around[-1][1].append(_is_name(edition.units[unit].segment))
            elif has_letters(token.content):  # of the list beside the statement
                around[-1][1].append(True)


def _set_figures(tokens: Sequence[Token]) -> None:
    """Set columns of figures to the right, whatever the file they came in, where it does not say otherwise."""
    columns: dict[int, list[tuple[Token, str]]] = {}
    at = 0
    for token, inner in pairwise(tokens):
        if token.type == "table_open":
            columns = {}
        elif token.type == "tr_open":
            at = 0
        elif token.type in ("th_open", "td_open"):
            columns.setdefault(at, []).append((token, inner.content))
            at += 1
        elif token.type == "table_close":
            for cells in columns.values():
                said = [words for cell, words in cells if cell.type == "td_open"]
                if any(words.strip() for words in said) and all(map(_FIGURE.match, said)):
                    for cell, _ in cells:
                        cell.attrs.setdefault("style", "text-align:right")


def _is_name(segment: Segment) -> bool:
    """Whether it names somebody; what is in brackets behind a name, as a country, may be to translate."""
    if segment.kind is Kind.NAME:
        return True
    name = _BEHIND.sub("", segment.text)
    return segment.kind is Kind.ITEM and name != segment.text and names_only(name)


def _without_notes(tokens: Sequence[Token]) -> tuple[list[Token], list[tuple[str, list[Token]]]]:
    """The tokens without footnotes, and each footnote's label and tokens."""
    body: list[Token] = []
    notes: list[tuple[str, list[Token]]] = []
    inside = False
    for token in tokens:
        if token.type == "footnote_reference_open":
            inside = True
            notes.append((token.meta["label"], []))
        elif token.type == "footnote_reference_close":
            inside = False
        else:
            (notes[-1][1] if inside else body).append(token)
    return body, notes


def _numbered(notes: Sequence[tuple[str, list[Token]]], env: dict[str, Any]) -> list[tuple[int, list[Token]]]:
    """Footnotes in the order of their first mention; those nobody mentions come last."""
    numbers = note_numbers(env)
    spare = len(numbers)
    found = []
    for label, tokens in notes:
        number = numbers.pop(label, 0)
        if not number:
            spare += 1
        found.append((number or spare, tokens))
    return sorted(found, key=lambda pair: pair[0])


def references(number: int, env: dict[str, Any]) -> tuple[str, ...]:
    """Ids of the places that refer to the footnote of that number."""
    listed = env.get("footnotes", {}).get("list", {})
    count = listed[number - 1]["count"] if number - 1 in listed else 0
    first = f"ref-{env['name']}-{number}"
    return tuple(first if n == 1 else f"{first}-{n}" for n in range(1, count + 1))
