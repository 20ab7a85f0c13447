"""Markup that is in the source and not in the translation, or the other way round."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice

from ..messages import Message
from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, quoted
from .messages import (
    EMPHASISED,
    KINDS,
    MARKUP_ADDED,
    MARKUP_BECAME,
    MARKUP_LOST,
    PUT_BACK,
    REMOVE,
    about,
    explain,
    remedy,
)

_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(
    r"(!?)\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*+<?([^\s()<>]*+(?:\([^\s()]*+\)[^\s()<>]*+)*+)>?[^()]*+\)"
)
_FORMULA = re.compile(r"(?<![\\$\w])(\$\$?)(?=[^\s$])([^$\n]*[\\_^=][^$\n]*)(?<=[^\s\\])\1(?![\w$])")
_TEMPLATE = re.compile(r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}")
_REFERENCE = re.compile(r"\]\[([^\]\n]+)\]")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]+\]")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?=[\s/>])[^<>]*>")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"”»]+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+\w")
_EMPHASIS = (
    ("**", re.compile(r"(?<![\\*])\*\*(?=[^\s*])(?:[^*]|\*(?!\*))+?(?<=[^\s\\])\*\*(?!\*)")),
    ("__", re.compile(r"(?<![\\\w])__(?=[^\s_])(?:[^_]|_(?!_))+?(?<=[^\s\\])__(?!\w)")),
    ("~~", re.compile(r"~~(?=\S).+?(?<=\S)~~")),
    ("*", re.compile(r"(?<![\\*])\*(?=[^\s*])[^*]+?(?<=[^\s\\*])\*(?!\*)")),
    ("_", re.compile(r"(?<![\\\w])_(?=[^\s_])[^_]+?(?<=[^\s\\_])_(?!\w)")),
)


def _markup(text: str, markdown: bool) -> Counter[tuple[str, str]]:
    """Kinds and texts of the markup in a text; `kind` is code, link, footnote, tag, address or emphasis."""
    found: Counter[tuple[str, str]] = Counter()

    def take(kind: str, pattern: re.Pattern[str], group: int | str, text: str, *signs: str) -> str:
        if not any(map(text.__contains__, signs)):
            return text
        for match in pattern.finditer(text):
            found[kind, match[group].rstrip(".,;:!?)") if kind == "address" else match[group]] += 1
        # a letter stands in for what was taken, so that the emphasis around it is still seen
        return pattern.sub("x", text)

    if markdown:
        text = take("code", _CODE, 2, text, "`")
        text = take("code", _FORMULA, 0, text, "$")
        text = take("code", _TEMPLATE, 0, text, "{{", "{%")
        if "](" in text:
            for match in _LINK.finditer(text):
                found["image" if match[1] else "link", match[2]] += 1
            text = _LINK.sub(lambda m: m[0][m[0].index("[") + 1 : m[0].rindex("](")], text)
        text = take("link", _REFERENCE, 1, text, "][")
        text = take("footnote", _FOOTNOTE, 0, text, "[^")
    text = take("tag", _TAG, 0, text, "<")
    text = take("address", _ADDRESS, 0, text, "//", "www.", "@")
    if markdown:
        for sign, pattern in _EMPHASIS:
            if sign not in text:
                continue
            at = 0
            while (emphasis := pattern.search(text, at)) is not None:
                found["emphasis", sign] += 1
                inner = emphasis[0][len(sign) : -len(sign)]
                text = text[: emphasis.start()] + inner + text[emphasis.end() :]
                # what failed to open one before does not open one now, but for a sign beside this one
                at = max(0, emphasis.start() - len(sign))
    return found


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    source, target = unit.segment.text, unit.target
    if not any(
        sign in source or sign in target
        for sign in ("*", "_", "`", "[", "<", "~", "@", "//", "www.", "$", "{")
    ):
        return
    markdown = scene.edition.document.format != "plain"
    there, here = _markup(source, markdown), _markup(target, markdown)
    lost, added = there - here, here - there
    _same_places(lost, added, scene)
    instead = {kind: text for kind, text in reversed(added) if kind in ("link", "image", "address")}
    for kind, text in lost:
        if kind == "emphasis" and _swapped(text, added):
            continue
        shown = _shown(kind, text)
        other = instead.get(kind)
        what = KINDS[kind]()
        at = target.find(other) if other else -1
        yield Finding(
            "markup-changed",
            Severity.WARNING if kind == "emphasis" else Severity.ERROR,
            unit.key,
            MARKUP_BECAME(kind=what, text=shown, other=quoted(other))
            if other
            else MARKUP_LOST(kind=what, text=shown),
            span=(at, at + len(other)) if other and at >= 0 else None,
            hint=PUT_BACK(text=shown),
        )
    replaced = {kind for kind, _ in lost}
    for kind, text in added:
        if kind in replaced or (kind == "emphasis" and _swapped(text, lost)):
            continue
        shown = _shown(kind, text)
        at = target.find(text)
        yield Finding(
            "markup-changed",
            Severity.WARNING if kind == "emphasis" else Severity.ERROR,
            unit.key,
            MARKUP_ADDED(kind=KINDS[kind](), text=shown),
            span=(at, at + len(text)) if at >= 0 else None,
            hint=REMOVE(),
        )


def _shown(kind: str, text: str) -> Message | str:
    emphasised = EMPHASISED.get(text) if kind == "emphasis" else None
    return quoted(text) if emphasised is None else emphasised


def _same_places(lost: Counter[tuple[str, str]], added: Counter[tuple[str, str]], scene: Scene) -> None:
    """Takes out of both what leads to the same place: the page in the other language, or written otherwise."""
    if not lost or not added:
        return
    languages = scene.source_language, scene.target_language
    pages: dict[str, dict[tuple[str, str], str]] = {}
    for leading in added:
        if leading[0] in _LEADING:
            place = _place(leading[1], languages)
            pages.setdefault(_page(place), {})[leading] = place
    for leading in [leading for leading in lost if leading[0] in _LEADING]:
        here = _place(leading[1], languages)
        alike = pages.get(_page(here), {})
        twin = next((a for a, there in islice(alike.items(), _MOST) if _same(here, there)), None)
        if twin is not None:
            del lost[leading], added[twin], alike[twin]


def _page(place: str) -> str:
    return place.partition("#")[0].rstrip("/")


_MOST = 60
"""Headings of one page among which a miswritten one is looked for."""
_LEADING = frozenset({"link", "address"})
_SCHEME = re.compile(r"^(?:https?:)?//(?:www\.)?|^www\.", re.IGNORECASE)


def _same(one: str, other: str) -> bool:
    """Whether two places are the same, or headings of the same page: the mark of a heading is made of its words."""
    if one == other:
        return True
    (page, _, mark), (other_page, _, other_mark) = one.partition("#"), other.partition("#")
    return (
        page.rstrip("/") == other_page.rstrip("/")
        and min(len(mark), len(other_mark)) > 2
        and _DIGITS.findall(mark) == _DIGITS.findall(other_mark)
        and SequenceMatcher(None, mark, other_mark, autojunk=False).ratio() < _SLIP
    )


_DIGITS = re.compile(r"\d+")
_SLIP = 0.8
"""Marks of headings that are as like as that are one, miswritten: `#seguridad`, `#segurida`."""


def _place(address: str, languages: tuple[str, str]) -> str:
    """Where an address leads, whatever the scheme, the closing slash and the language of the page."""
    parts = re.split(r"([/.?&=])", _SCHEME.sub("", address).rstrip("/"))
    return "".join("*" if part.lower().split("-")[0] in languages else part for part in parts)


def _swapped(sign: str, others: Counter[tuple[str, str]]) -> bool:
    """Whether the same emphasis is there with the other sign: `*so*` and `_so_` mean the same."""
    twin = sign.replace("*", "_") if "*" in sign else sign.replace("_", "*")
    return others["emphasis", twin] > 0


MARKUP_CHANGED = Check(
    "markup-changed",
    about.MARKUP_CHANGED(),
    _run,
    explain=explain.MARKUP_CHANGED(),
    remedy=remedy.MARKUP_CHANGED(),
    example=Example(
        "Lea el [informe](https://example.org/informe).[^1]",
        "Read the [report](https://example.org/report).[^1]",
        "Read the [report](https://example.org/informe).[^1]",
    ),
    severity=Severity.ERROR,
    scope=Scope.UNIT,
)
