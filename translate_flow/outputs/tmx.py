"""Aligned pairs as a translation memory: TMX 1.4 (LISA OSCAR, specification 1.4b of 2005).

Each unit's key, document, kind and state stand in `prop` elements of the types `x-key`,
`x-document`, `x-kind` and `x-state`; one that no person has confirmed has a `note` that
says so too. A missing translation leaves the source alone in its unit. Markup in a text
(such as Markdown's) stays in the segment as text.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from .. import __version__
from ..model import Edition, Event, Unit
from ..typeset.labels import label
from . import Output

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 (section 2.2) has no way to write, not even as a reference."""


def make(edition: Edition) -> bytes:
    """A TMX file with one translation unit per unit, in document order."""
    source = _attribute(edition.source_language)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        '<tmx version="1.4">',
        f'<header creationtool="translate-flow" creationtoolversion={_attribute(__version__)} '
        f'segtype="paragraph" o-tmf="PO" adminlang="en" srclang={source} datatype="plaintext"/>',
        "<body>",
    ]
    for unit in edition.units:
        lines += _unit(unit, edition)
    lines += ["</body>", "</tmx>", ""]
    return "\n".join(lines).encode()


def _unit(unit: Unit, edition: Edition) -> list[str]:
    properties = {
        "x-key": unit.key,
        "x-document": edition.document.name,
        "x-kind": unit.segment.kind,
        "x-state": unit.state,
    }
    lines = [f"<tu tuid={_attribute(unit.key)}>"]
    if label(unit):
        lines.append(f"<note>{_text(label(unit).strip('[]'))}</note>")
    lines += [f'<prop type="{name}">{_text(value)}</prop>' for name, value in properties.items()]
    lines.append(_variant(edition.source_language, unit.segment.text))
    if unit.target:
        lines.append(_variant(edition.target_language, unit.target, _changed(unit)))
    lines.append("</tu>")
    return lines


def _changed(unit: Unit) -> Event | None:
    """The event that set the present text."""
    return next((event for event in reversed(unit.events) if event.text == unit.target), None)


def _variant(tag: str, text: str, event: Event | None = None) -> str:
    attributes = f"xml:lang={_attribute(tag)}"
    if event and (when := re.match(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z$", event.at)):
        attributes += ' changedate="{}{}{}T{}{}{}Z"'.format(*when.groups())
    if event and event.by:
        attributes += f" changeid={_attribute(event.by)}"
    return f"<tuv {attributes}><seg>{_text(text)}</seg></tuv>"


def _text(text: str) -> str:
    # A bare carriage return would be read back as a line feed.
    return escape(_ILLEGAL.sub("\ufffd", text), {"\r": "&#13;"})


def _attribute(text: str) -> str:
    return quoteattr(_ILLEGAL.sub("\ufffd", text))


TMX = Output("tmx", "aligned.tmx", "aligned pairs as a translation memory, TMX 1.4", make)
