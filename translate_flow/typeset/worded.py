"""Words in automatic numbers (*Artículo 1.*), which are texts of their own and are before items as in the file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..markup.inline import Mark, tokens
from ..markup.notes import PlaceNote
from ..model import Edition
from .marks import split_mark


class Worded:
    """What items of a statement begin with, in the words of its texts."""

    def __init__(self, edition: Edition, texts: Sequence[str]) -> None:
        """`texts`: one for each unit."""
        self._forms = [
            (_form(unit.segment.text), split_mark(text)[1])
            for unit, text in zip(edition.units, texts, strict=True)
            if unit.segment.note.startswith(PlaceNote.AUTOMATIC_NUMBER)
        ]

    def put(self, marker: str) -> str:
        """A marker of the source in the words of the texts; as it is if it has none, or none of them."""
        for form, text in self._forms:
            if found := form.fullmatch(marker):
                numbers = found.groupdict()
                return "".join(
                    part if isinstance(part, str) else numbers.get(part.name, "") for part in tokens(text)
                ).strip()
        return marker


def _form(text: str) -> re.Pattern[str]:
    """What markers look like whose words are in a text."""
    parts = (
        rf"(?P<{part.name}>[\w.]*?)" if isinstance(part, Mark) else re.escape(part)
        for part in tokens(text.strip())
    )
    return re.compile("".join(parts))
