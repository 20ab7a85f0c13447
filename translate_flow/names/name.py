"""A stretch of a text that is a name, before the stretches that overlap are sorted out."""

from __future__ import annotations

from dataclasses import dataclass

from ..language.spans import Spans
from .people import gender_of, is_surname


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text."""

    start: int
    """First character."""
    end: int
    """One past the last."""
    text: str
    """As written there."""
    kind: str
    """`person`, `place`, `organisation`, `company`, `acronym` or `name` (a title, a case, a quoted name)."""
    sign: str
    """What shows that it is one, such as `given name`, `title`, `head noun`, `suffix`, `quotation marks`, `elsewhere`."""
    acronym: str = ""
    """The acronym in brackets behind it."""

    def gives_way(self, places: Spans) -> bool:
        """Whether a stretch as long as the name, or longer, overlaps it: a term of the glossary that goes before it."""
        length = self.end - self.start
        return any(end - start >= length for start, end in places.touching(self.start, self.end))

    @property
    def gender(self) -> str:
        """`m` or `f`, as its first word sounds; of a person also `mf`, where the given name does not tell."""
        first = self.text.split(" ", 1)[0].rstrip(".,")
        if self.kind == "person":
            return "mf" if first == self.text and is_surname(first) else gender_of(first)
        return "f" if first.lower().endswith("a") else "m"
