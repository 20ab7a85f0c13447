"""A new reading of a statement, or what a person says of it, in both files or in neither."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from ...errors import CatalogueError
from . import messages as said
from .pofile import stamp
from .work import Work

T = TypeVar("T")


def save_anew(work: Work, again: Callable[[], T]) -> T:
    """Journal what `again` makes, and write the PO file that comes of it; gives what it made. Only under the lock.

    The journal alone would not do: it does not say how the statement is read. So where the PO file cannot be
    written, the journal is cut back to where it was. Raises CatalogueError, which says what is in.
    """
    journal = work.journal
    count, before = len(journal.events), stamp(journal.path)
    made = again()
    after = stamp(journal.path)
    held = work.file.hash
    try:
        work.save(again)
    except CatalogueError as error:
        if after == before or work.storage.apart:
            raise
        seen = work.file.look()
        if stamp(journal.path) != after or (seen.hash if seen is not None else "") != held:
            # What another program saved was taken in meanwhile, and is not ours to take back.
            raise CatalogueError(said.IN_THE_JOURNAL(problem=error.message)) from error
        try:
            journal.take_back(before[1] if before is not None else None, count)
        except CatalogueError:
            raise CatalogueError(said.TOLD_ALREADY(problem=error.message)) from error
        raise CatalogueError(said.TAKEN_BACK(problem=error.message)) from error
    return made
