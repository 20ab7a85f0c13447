"""A statement's PO file written while people go on saving in it: by a twin, where a database has its events."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace

from ...catalogue.journal import Journal
from .work import Work


@dataclass(frozen=True, slots=True)
class Twin:
    """A statement and its double. Both are to be made and joined where nobody changes the statement meanwhile."""

    of: Work
    """The statement."""
    journal: Journal
    """The journal it had then."""
    work: Work
    """The double, for its `flush`."""
    own: Journal
    """The double's journal then."""

    @classmethod
    def made(cls, of: Work) -> Twin:
        """The double of a statement as it is now."""
        of.places.keep_lines()
        own = replace(of.journal, events=[*of.journal.events])
        work = replace(of, journal=own, file=copy(of.file))
        work.places.lines = of.places.lines
        return cls(of, of.journal, work, own)

    def joined(self) -> None:
        """Have the statement know of its file what the double has written there. The events that the double came upon
        come in as those of another process; where either was read anew meanwhile, the file does, too."""
        of, work = self.of, self.work
        if of.journal is self.journal and work.journal is self.own and not work.behind:
            of.file, of.written = work.file, work.written
            of.behind = of.journal.last_id > work.journal.last_id
