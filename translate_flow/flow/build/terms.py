"""Glossary terms in what is built, for outputs that explain them."""

from __future__ import annotations

from ...model import Edition, Match
from ..statement.terms import glossary_for
from ..statement.work import Work


def terms_of(work: Work, edition: Edition) -> dict[str, tuple[Match, ...]]:
    """The terms in the source of each unit that has any, by key. Raises GlossaryError."""
    glossary = glossary_for(work.workspace, work.name, work.language)
    if not glossary.terms:
        return {}
    found = {unit.key: tuple(glossary.find(unit.segment.text)) for unit in edition.units}
    return {key: matches for key, matches in found.items() if matches}
