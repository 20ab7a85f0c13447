"""The list of signatories beside a statement, in each language that it is published in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ...errors import ReadError
from ...glossary import Glossary
from ...imprint import Signatory
from ...messages import Message
from ...model import Edition, Kind
from ...signatories.countries import country
from ...signatories.messages import LISTED
from ...signatories.table import alike, key, parse_signatories
from ...workspace.messages import LINK_OUTSIDE
from ..statement.terms import glossary_for
from ..statement.work import Work

SORTED_BY = ("file", "organisation", "place", "country", "date")


def signed(source: Path, name: str) -> Path:
    """The list beside a statement, whether it is there or not."""
    return source.parent / f"{name.rsplit('/', 1)[-1]}.signatories.csv"


def with_signatories(edition: Edition, work: Work) -> tuple[Edition, tuple[Message, ...]]:
    """The edition with its list, and what is to be said about that. Raises ReadError for one that cannot be read.

    Whom the statement's own text lists is not listed again.
    """
    file = signed(work.source_file, work.name)
    if not file.is_file():
        return edition, ()
    if work.workspace.leads_outside(file):
        raise ReadError(LINK_OUTSIDE(file=work.workspace.relative(file)))
    rows = parse_signatories(file.read_bytes(), file.name)
    inside = {key(unit.segment.text) for unit in edition.units if unit.segment.kind is Kind.NAME}
    doubled = [row for row in rows if key(row.organisation) in inside]
    said = [LISTED(file=file.name, row=row.row, name=row.organisation) for row in doubled]
    rows = [row for row in rows if key(row.organisation) not in inside]
    said += alike(rows, file.name)
    rows = list({(row.organisation, row.place, row.country): row for row in reversed(rows)}.values())[::-1]
    by = work.workspace.settings.publish.signatories
    glossary = glossary_for(work.workspace, work.name, edition.target_language)
    lists = {
        language: _in(rows, language, glossary if language == edition.target_language else None, by)
        for language in (edition.source_language, edition.target_language)
    }
    return replace(edition, signatories=lists), tuple(said)


def _in(
    rows: Sequence[Signatory], language: str, glossary: Glossary | None, by: str
) -> tuple[Signatory, ...]:
    """The list in a language: places by the glossary, countries by CLDR; sorted."""
    known = {term.es.casefold(): term.target for term in glossary.terms} if glossary else {}
    made = [
        replace(
            row,
            place=known.get(row.place.casefold(), row.place),
            country=country(row.country, language) if row.country else "",
        )
        for row in rows
    ]
    if by == "file":
        return tuple(made)
    return tuple(sorted(made, key=lambda row: (key(getattr(row, by)), key(row.organisation), row.row)))
