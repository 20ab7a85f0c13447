"""What a file for readers holds: the finished statement alone, or as it is published, with the original below."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..imprint import NOTHING_SAID, About
from ..model import Edition
from . import blocks
from .blocks import Prose, plain
from .chrome import line
from .credits import Credit, credits
from .labels import warning


@dataclass(frozen=True, slots=True)
class Publication:
    """A statement in one language or two, ready to be written in any format."""

    language: str
    """BCP 47 tag of the language that its reader reads."""
    title: str
    """Plain words; the statement's name if it has no title."""
    sections: tuple[Prose, ...]
    """The translation, then the original if it is part of it."""
    warning: str = ""
    """What a reader must know of unconfirmed text; empty if there is none."""
    between: str = ""
    """What is above the original."""
    about: About = NOTHING_SAID
    credits: tuple[Credit, ...] = ()
    """What is below the translation."""


def finished(edition: Edition) -> Publication:
    """The translation alone."""
    text = blocks.translation(edition)
    title = plain(text.title) or edition.document.title or edition.document.name
    return Publication(
        edition.target_language,
        title,
        (text,),
        warning(edition),
        about=edition.about,
        credits=credits(edition),
    )


def page(edition: Edition) -> Publication:
    """The translation with the original below it."""
    made = finished(edition)
    heading = line("original", edition.target_language, edition.source_language)
    sections = (*made.sections, blocks.original(edition))
    return replace(made, sections=sections, between=heading)
