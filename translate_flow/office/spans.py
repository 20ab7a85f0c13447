"""What DOCX and ODT share: stretches of text with formatting, shown as a segment with inline marks, and back.

A stretch's formatting is a mapping of property to value, in the format's own words.
Properties `b i u s sub sup` are those that have a mark with a letter; the rest, or
what lacks a property of the text around it, becomes a numbered `f`. The formatting
that all of a block's text has, or most of it, is its base, and needs no mark at all.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..markup.inline import FORMATTING, Mark, Naming, Token
from ..markup.notes import LINK
from ..model import Setting

Props = Mapping[str, str]
Frozen = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Hyperlink:
    """A link around stretches; one object for each, however many stretches it holds."""

    note: str
    """What it leads to."""
    payload: Any = None
    """What the format needs to write it."""


@dataclass(slots=True)
class Span:
    """A stretch of a block."""

    text: str = ""
    """Its text; a newline is a line break. Empty for a fixed thing."""
    props: Props = field(default_factory=dict)
    """Formatting of a text."""
    link: Hyperlink | None = None
    """The link it is in."""
    thing: Any = None
    """What the format needs to write a thing that is not text; None for a text."""
    note: str = ""
    """What the thing is."""
    inside: bool = False
    """Whether the thing belongs to words, as a footnote reference does, and so is never left out at an edge."""
    target: str = ""
    """What a thing refers to, as `Setting.targets` has it."""


@dataclass(slots=True)
class MarkedBlock:
    """A block as a translator sees it, and what its marks stand for."""

    parts: list[Token]
    """Texts and marks."""
    note: str
    """What the numbered marks are."""
    base: Props
    """Formatting of text without a mark."""
    link_bases: dict[str, Props]
    """The same inside each link."""
    formats: dict[str, Props]
    """Formatting that a mark adds (letters), or is (`f`)."""
    links: dict[str, Hyperlink]
    """What each `a` is."""
    things: dict[str, Span]
    """What each `x` is."""
    before: list[Span]
    """What is before the first word and is not in the segment."""
    after: list[Span]
    """What is after the last."""


def marked(spans: Sequence[Span], describe: Callable[[Props, Props], str]) -> MarkedBlock:
    """The segment of a block; `describe` tells in words how one formatting differs from another."""
    before, inner, after = _edges(_joined(spans))
    if len(inner) == 1 and inner[0].thing is None and inner[0].link is None:
        return MarkedBlock([inner[0].text], "", _base(inner), {}, {}, {}, {}, before, after)
    whole = inner[0].link if inner and all(span.link is inner[0].link for span in inner) else None
    base = _base(span for span in inner if span.link is whole)
    found = MarkedBlock([], "", base, {}, {}, {}, {}, before, after)
    naming = Naming()
    names: dict[int, str] = {}
    at = 0
    while at < len(inner):
        link = inner[at].link
        end = at
        while end < len(inner) and inner[end].link is link:
            end += 1
        if link is None or link is whole:
            _emit(inner[at:end], base, naming, found, describe)
        else:
            name = names.get(id(link)) or naming.numbered("a", link.note)
            names[id(link)] = name
            found.links[name] = link
            found.link_bases[name] = _base(inner[at:end])
            found.parts.append(Mark(name, "open"))
            _emit(inner[at:end], found.link_bases[name], naming, found, describe)
            found.parts.append(Mark(name, "close"))
        at = end
    if whole is not None:
        found.links[""] = whole
    found.note = naming.note
    return found


def setting(found: MarkedBlock) -> Setting:
    """What is around a block's words, and what its marks refer to."""
    targets = [(name, _address(link)) for name, link in found.links.items() if name]
    targets += [(name, span.target) for name, span in found.things.items()]
    return Setting(
        tuple(name for name in FORMATTING if name in found.base),
        _address(found.links[""]) if "" in found.links else "",
        tuple((name, target) for name, target in targets if target),
    )


def _address(link: Hyperlink) -> str:
    return link.note.removeprefix(LINK) if link.note.startswith(LINK) else ""


def unmarked(parts: Sequence[Token], block: MarkedBlock) -> list[Span]:
    """The stretches of a translation whose marks are properly nested, edges not included.

    Text in a whole-block link has that link; formatting with a letter is added to
    what is around it, also where the source has none.
    """
    whole = block.links.get("")
    spans: list[Span] = []
    around: list[str] = []
    links: dict[str, Hyperlink] = {}
    for part in parts:
        if isinstance(part, Mark):
            if part.role == "single":
                thing = block.things[part.name]
                spans.append(Span("", thing.props, _link(around, block, links, whole), thing.thing))
            elif part.role == "open":
                around.append(part.name)
            else:
                around.remove(part.name)
                links.pop(part.name, None)
            continue
        props: dict[str, str] = dict(block.base)
        for name in around:
            if name in block.link_bases:
                props = dict(block.link_bases[name])
        for name in around:
            if name[0] == "f":
                props = dict(block.formats[name])
        for name in around:
            if name in FORMATTING:
                props |= block.formats.get(name, {name: ""})
        spans.append(Span(part, props, _link(around, block, links, whole)))
    return spans


def _link(
    around: Sequence[str], block: MarkedBlock, fresh: dict[str, Hyperlink], whole: Hyperlink | None
) -> Hyperlink | None:
    """The link a stretch is in; a link that is opened twice is written twice."""
    for name in around:
        if name in block.links:
            if name not in fresh:
                link = block.links[name]
                fresh[name] = Hyperlink(link.note, link.payload)
            return fresh[name]
    return whole


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Neighbours with the same formatting as one; then white space takes its neighbour's where nothing is seen of it."""
    same = _merged(spans, lambda span, last: span.props == last.props)
    if len(same) < 2:
        return same
    return _merged(_merged(same, _unseen), lambda span, last: span.props == last.props)


def _merged(spans: Sequence[Span], fits: Callable[[Span, Span], bool]) -> list[Span]:
    out: list[Span] = []
    for span in spans:
        if span.thing is None and not span.text:
            continue
        last = out[-1] if out else None
        if last and span.thing is None and last.thing is None and span.link is last.link:
            if fits(span, last):
                out[-1] = Span(last.text + span.text, last.props, last.link)
                continue
            if fits(last, span):
                out[-1] = Span(last.text + span.text, span.props, span.link)
                continue
        out.append(span)
    return out


def _unseen(span: Span, other: Span) -> bool:
    """Whether blanks look the same in both formattings."""
    if span.text.strip(" "):
        return False
    return {"u", "s", "other"}.isdisjoint(dict(set(span.props.items()) ^ set(other.props.items())))


def _edges(spans: list[Span]) -> tuple[list[Span], list[Span], list[Span]]:
    low, high = 0, len(spans)
    while low < high and not spans[low].text.strip() and not spans[low].inside:
        low += 1
    while high > low and not spans[high - 1].text.strip() and not spans[high - 1].inside:
        high -= 1
    before, inner, after = spans[:low], spans[low:high], spans[high:]
    if inner:
        first = inner[0]
        lead = len(first.text) - len(first.text.lstrip())
        if lead:
            before.append(Span(first.text[:lead], first.props, first.link))
            inner[0] = first = Span(first.text[lead:], first.props, first.link)
        last = inner[-1]
        tail = len(last.text.rstrip())
        if tail < len(last.text):
            after.insert(0, Span(last.text[tail:], last.props, last.link))
            inner[-1] = Span(last.text[:tail], last.props, last.link)
    return before, inner, after


def _base(spans: Iterable[Span]) -> Props:
    """The formatting that needs no mark: what all texts have, if one has no more, or the rest are letters.

    Otherwise what most characters have, of equals the first.
    """
    texts = [(_frozen(span.props), span.text) for span in spans if span.thing is None]
    keys = dict.fromkeys(key for key, _ in texts)
    if len(keys) < 2:
        return dict(next(iter(keys), ()))
    shared: Frozen = tuple(sorted(set.intersection(*(set(key) for key in keys))))
    if shared in keys or all(dict(key).keys() - dict(shared).keys() <= set(FORMATTING) for key in keys):
        return dict(shared)
    counts = dict.fromkeys(keys, 0)
    for key, text in texts:
        counts[key] += len("".join(unicodedata.normalize("NFC", text).split()))
    best: Frozen = max(counts, key=lambda key: counts[key])
    return dict(best)


def _frozen(props: Props) -> Frozen:
    return tuple(sorted(props.items())) if props else ()


def _emit(
    spans: Sequence[Span],
    base: Props,
    naming: Naming,
    found: MarkedBlock,
    describe: Callable[[Props, Props], str],
) -> None:
    """Append texts and marks, keeping open what the next stretch has too."""
    stack: list[str] = []
    for span in spans:
        if span.thing is not None:
            name = naming.numbered("x", span.note)
            found.things[name] = span
            found.parts.append(Mark(name, "single"))
            continue
        wanted = _names(span.props, base, naming, found, describe)
        kept = [name for name in stack if name in wanted]
        same = 0
        while same < len(kept) and same < len(stack) and stack[same] == kept[same]:
            same += 1
        while len(stack) > same:
            found.parts.append(Mark(stack.pop(), "close"))
        for name in wanted:
            if name not in stack:
                found.parts.append(Mark(name, "open"))
                stack.append(name)
        found.parts.append(span.text)
    while stack:
        found.parts.append(Mark(stack.pop(), "close"))


def _names(
    props: Props, base: Props, naming: Naming, found: MarkedBlock, describe: Callable[[Props, Props], str]
) -> list[str]:
    """Marks that make the base formatting this one."""
    if props == base:
        return []
    extra = {key: value for key, value in props.items() if base.get(key) != value}
    if all(props.get(key) == value for key, value in base.items()) and extra.keys() <= set(FORMATTING):
        names = []
        for key in sorted(extra, key=FORMATTING.index):
            if found.formats.setdefault(key, {key: extra[key]}) != {key: extra[key]}:
                break
            names.append(naming.formatting(key, key, ""))
        else:
            return names
    name = naming.formatting("", _frozen(props), describe(props, base))
    found.formats[name] = props
    return [name]
