"""What is published about a statement: when, where and by whom it was written, and who signs it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class About:
    """What a statement says of itself, to be published with it; what it does not say is empty."""

    date: str = ""
    """As it was written, best as `2024-03-08`."""
    place: str = ""
    issuers: tuple[str, ...] = ()
    """Who speaks."""
    tags: tuple[str, ...] = ()
    licence: str = ""
    translators: tuple[str, ...] = ()
    """As they want to be named; nobody is named who is not here."""
    reviewers: tuple[str, ...] = ()
    """The same."""
    source: str = ""
    """Address at which the original was published."""
    description: str = ""
    """One sentence for search engines and previews, in the language of the translation."""


NOTHING_SAID = About()


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs a statement beside those in its text."""

    organisation: str
    """Its name, which no language changes."""
    place: str = ""
    country: str = ""
    """A name, or an ISO 3166 code of two letters."""
    language: str = ""
    link: str = ""
    date: str = ""
    row: int = 0
    """Its row in the file, from 1, the head included."""
