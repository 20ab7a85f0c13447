"""What is published about a statement: from its front matter, or the file `NAME.about.yaml` beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from functools import cache
from pathlib import Path

from ...errors import BuildError
from ...files.encoding import decode
from ...frontmatter import FrontMatter, Value, front_matter
from ...imprint import About
from ...language import knowledge
from ...model import Edition, Unit
from ...workspace.messages import LINK_OUTSIDE
from ..statement.work import Work
from .messages import ABOUT_UNREADABLE

METADATA = ("none", "credits", "full")
"""What of people and the history is published: nothing, what the statement says of itself, the journal's names too."""

_HEADED = frozenset({"markdown", "plain", "html"})
SINGLE = frozenset({"date", "place", "licence", "source", "description"})
"""What of an imprint has one value."""


def with_about(edition: Edition, work: Work, metadata: str) -> Edition:
    """The edition with what is to be published about it, and without what is not.

    Raises BuildError for a file beside it that cannot be read.
    """
    if metadata != "full":
        edition = replace(edition, units=tuple(map(_nameless, edition.units)))
    if metadata == "none":
        return edition
    file = beside(work.source_file, work.name)
    if work.workspace.leads_outside(file):
        raise BuildError(LINK_OUTSIDE(file=work.workspace.relative(file)))
    return replace(edition, about=about(edition, file))


def beside(source: Path, name: str) -> Path:
    """The file that tells about a statement, whether it is there or not."""
    return source.parent / f"{name.rsplit('/', 1)[-1]}.about.yaml"


def _nameless(unit: Unit) -> Unit:
    """The unit without its history: who, when, and with which tool."""
    return replace(unit, events=()) if unit.events else unit


def about(edition: Edition, file: Path | None = None) -> About:
    """From the front matter, and over it from the file: what that says to be empty is not said. Raises BuildError."""
    found: dict[str, tuple[str, ...]] = {}
    if edition.document.format in _HEADED and edition.source:
        text = decode(edition.source, edition.document.name).text
        found = _read(front_matter(text), edition)
    if file is not None and file.is_file() and (data := file.read_bytes()).strip():
        text = decode(data, file.name).text
        head = front_matter(f"---\n{text.rstrip()}\n---\n")
        if head.trouble is not None:
            raise BuildError(ABOUT_UNREADABLE(file=file.name, why=head.trouble))
        found = {name: said for name, said in found.items() if not _emptied(head, name, edition)}
        found |= _read(head, edition)
    values = {
        field.name: (found[field.name][0] if field.name in SINGLE else found[field.name])
        for field in fields(About)
        if found.get(field.name)
    }
    return About(**values)  # type: ignore[arg-type]


def _read(head: FrontMatter, edition: Edition) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name in (field.name for field in fields(About)):
        whole = name in SINGLE
        said = tuple(dict.fromkeys(_values(head.values, named_so(name), edition.target_language, whole)))
        if said and name not in found:
            found[name] = said
    # What the statement says of itself in its own language is translated like its text, or not said.
    if "description" in found and not _in_target(head, edition):
        del found["description"]
    return found


@cache
def named_so(field: str) -> frozenset[str]:
    """The keys by which a field of `About` is called in front matter, in all languages known."""
    return frozenset().union(*(knowledge.of(tag).words("about", field) for tag in knowledge.known()))


def _in_target(head: FrontMatter, edition: Edition) -> bool:
    return any(v.path[1:2] == (edition.target_language,) for v in head.values)


def _emptied(head: FrontMatter, field: str, edition: Edition) -> bool:
    """Whether a field is said to be empty, for all languages or for the edition's."""
    return any(
        value.text == ""
        and value.path[0].lower() in named_so(field)
        and value.path[1:] in ((), (edition.target_language,))
        for value in head.values
        if value.path
    )


def _values(values: Sequence[Value], keys: frozenset[str], language: str, whole: bool) -> Iterator[str]:
    """Texts under one of the keys: one, a list, or those under the language's tag within it; in a text for several
    values (not `whole`) they are separated by semicolons."""
    for value in values:
        if not value.text or not value.path or value.path[0].lower() not in keys:
            continue
        inner = [step for step in value.path[1:] if step]
        if not inner or inner == [language]:
            text = " ".join(value.text.split())
            yield from [text] if whole or value.path[-1] == "" else [part.strip() for part in text.split(";")]
