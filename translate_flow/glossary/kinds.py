"""What each kind of term is like: one table for all who ask.

The column `kind` of a glossary is free; a kind that is not listed here has no trait.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Traits:
    """What follows from a term's kind."""

    name: bool = False
    """Proper name: is without *the* unless the glossary says so, and other things have other names."""
    place: bool = False
    """Name of a place: one thing, may be part of a person's name, is not put into English word by word."""
    country: bool = False
    """Name of a country: English may have its adjective instead (*Peruvian*)."""
    person: bool = False
    """Name of one person."""
    public: bool = False
    """Of public bodies and their acts: English puts *the* before the translated name."""
    people: bool = False
    """Common noun that names people, and so has two genders."""
    vocabulary: bool = False
    """Common word for which a translator may know a better one than the glossary does."""
    common: bool = False
    """Common word: another one in its place is another wording, not another thing."""
    verb: bool = False
    """Verb: found in all its forms."""


_NAME = Traits(name=True)
_PLACE = Traits(name=True, place=True)
_BODY = Traits(name=True, public=True)
_NONE = Traits()

KINDS: dict[str, Traits] = {
    "organisation": _NAME,
    "name": _NAME,
    "person": Traits(name=True, person=True),
    "country": Traits(name=True, place=True, country=True),
    "region": _PLACE,
    "department": _PLACE,
    "province": _PLACE,
    "district": _PLACE,
    "city": _PLACE,
    "town": _PLACE,
    "place": _PLACE,
    "river": _PLACE,
    "body": _BODY,
    "institution": _BODY,
    "party": _BODY,
    "office": Traits(public=True),
    "law": Traits(public=True),
    "treaty": Traits(public=True),
    "term": Traits(vocabulary=True, common=True),
    "event": Traits(vocabulary=True),
    "role": Traits(people=True, vocabulary=True, common=True),
    "people": Traits(people=True, vocabulary=True, common=True),
    "verb": Traits(verb=True),
}
"""Traits of each kind of term."""


def traits(kind: str) -> Traits:
    """The traits of a kind; none for one that is not in the table."""
    return KINDS.get(kind, _NONE)
