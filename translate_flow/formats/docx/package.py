"""The parts of a DOCX package that hold text, found as the Open Packaging Conventions say."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from ...errors import ReadError
from ...files.zipped import Archive, opened
from ...office.xmlparts import parsed
from .messages import NO_DOCUMENT_PART, NOT_TEXT, OPEN_DOCUMENT, WORD_DOCUMENT

RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship of a part."""

    type: str
    """Last part of its type, such as `footnotes`."""
    target: str
    """Part name, or an address if it is outside."""
    external: bool


@dataclass(frozen=True, slots=True)
class Package:
    """A Word document's parts."""

    archive: Archive
    main: str
    """Part of the document's body."""
    stories: tuple[tuple[str, str], ...]
    """Parts with text, and what each is: document, footnotes, endnotes, header, footer."""
    styles: str
    """Part of the styles; empty if there is none."""
    numbering: str
    """Part of the automatic numbers; empty if there is none."""
    settings: str
    """Part of the settings; empty if there is none."""
    core: str
    """Part of the document's properties; empty if there is none."""
    custom: str
    """Part of the properties a person added; empty if there is none."""
    links: dict[str, dict[str, str]]
    """For each story, addresses of its outside links by relationship id."""


@lru_cache(maxsize=2)
def package(data: bytes, name: str) -> Package:
    """The package in a file's bytes. Raises ReadError for what is not a Word document."""
    archive = opened(data, name, WORD_DOCUMENT())
    top = relations(archive, "")
    main = next((r.target for r in top.values() if r.type == "officeDocument"), "")
    if "mimetype" in archive.parts and "content.xml" in archive.parts:
        raise ReadError(OPEN_DOCUMENT(file=name))
    if not main or main not in archive.parts:
        raise ReadError(NO_DOCUMENT_PART(file=name))
    if not main.startswith("word/") and main.split("/")[0] in ("xl", "ppt"):
        raise ReadError(NOT_TEXT(file=name))
    inner = relations(archive, main)
    stories = [(main, "document")]
    for kind in ("footnotes", "endnotes", "header", "footer"):
        targets = dict.fromkeys(r.target for r in inner.values() if r.type == kind and not r.external)
        stories += [(target, kind) for target in targets if target in archive.parts]
    links = {
        part: {key: r.target for key, r in relations(archive, part).items() if r.type == "hyperlink"}
        for part, _ in stories
    }

    def single(relations: dict[str, Relation], kind: str) -> str:
        found = next((r.target for r in relations.values() if r.type == kind), "")
        return found if found in archive.parts else ""

    return Package(
        archive,
        main,
        tuple(stories),
        single(inner, "styles"),
        single(inner, "numbering"),
        single(inner, "settings"),
        single(top, "core-properties"),
        single(top, "custom-properties"),
        links,
    )


def place_of_relations(part: str) -> str:
    """The part that holds a part's relationships."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def relations(archive: Archive, part: str) -> dict[str, Relation]:
    """The relationships of a part by their ids; of the package itself for an empty name. Raises ReadError."""
    folder = posixpath.dirname(part)
    place = place_of_relations(part)
    if place not in archive.parts:
        return {}
    found = {}
    for relation in parsed(archive, place).iter(RELATIONS):
        external = relation.get("TargetMode") == "External"
        target = relation.get("Target", "")
        if not external:
            target = (
                target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            )
        found[relation.get("Id", "")] = Relation(
            relation.get("Type", "").rsplit("/", 1)[-1], target, external
        )
    return found


def local(node: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments and processing instructions."""
    tag = node.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""
