"""Messages that the links of a Word document begin: their addresses stand in a part of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lxml import etree

from ...markup.addresses import messages, with_message
from ...markup.inline import written
from ...office.xmlparts import parsed
from .names import RELATION
from .package import RELATIONS, Package, place_of_relations

_TARGET = "Target"

Text = tuple[str, Callable[[str], None]]
"""A text, and what writes another in its place."""


def messages_of_links(
    package: Package, stories: Mapping[str, etree._Element]
) -> dict[str, tuple[etree._Element, list[Text]]]:
    """The parts with addresses that begin a message, each with its texts; `stories` are the parts that link to them."""
    found = {}
    for story, addresses in package.links.items():
        if not any(True for address in addresses.values() for _ in messages(address)):
            continue
        part = place_of_relations(story)
        root = parsed(package.archive, part)
        used = {value for node in stories[story].iter() for value in _references(node)}
        texts = [
            (written([words]), _into(node, at))
            for node in root.iter(RELATIONS)
            if node.get("Id") in addresses and node.get("Id") in used
            for at, (_, _, words) in enumerate(messages(node.get(_TARGET, "")))
        ]
        if texts:
            found[part] = root, texts
    return found


def _references(node: etree._Element) -> list[str]:
    return [str(value) for name, value in node.attrib.items() if str(name).startswith(RELATION)]


def _into(node: etree._Element, at: int) -> Callable[[str], None]:
    def put(text: str) -> None:
        node.set(_TARGET, with_message(node.get(_TARGET, ""), at, text))

    return put
