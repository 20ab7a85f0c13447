"""Words of the charts in an OpenDocument text: titles, and the names in the table that a chart keeps of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from ...errors import ReadError
from ...files.zipped import Archive
from ...language.text import has_letters
from ...office.xmlparts import parsed
from .attributes import normal
from .names import PARAGRAPHS, words
from .unread import charts

Put = Callable[[str], None]


@dataclass(slots=True)
class Words:
    """A text of a chart, and what writes another into each place that shows it."""

    text: str
    part: str
    root: etree._Element
    node: etree._Element
    """The first of its places."""
    puts: list[Put] = field(default_factory=list)

    def put(self, text: str) -> None:
        """Write another text."""
        for put in self.puts:
            put(text)


def read(archive: Archive) -> Iterator[Words]:
    """The texts of all charts, each once for a chart; those of damaged ones are left out."""
    for part in charts(archive):
        try:
            root = parsed(archive, part)
        except ReadError:
            continue
        found: dict[str, Words] = {}
        for node in root.iter(*PARAGRAPHS):
            text = normal(words(node))
            if has_letters(text):
                found.setdefault(text, Words(text, part, root, node)).puts.append(_onto(node))
        yield from found.values()


def _onto(node: etree._Element) -> Put:
    def put(text: str) -> None:
        holder = node
        if len(node) == 1 and not (node.text or "").strip() and not (node[0].tail or "").strip():
            holder = node[0]  # all of it in one span, which says how it looks
        for child in list(holder):
            holder.remove(child)
        holder.text = text

    return put
