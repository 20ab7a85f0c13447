"""What goes into an injector and comes out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_ADDRESS = re.compile(r"\]\([^)]*\)|https?://\S+|\S+@\S+|\[\^[^\]]*\]")


@dataclass(frozen=True)
class Pair:
    """A right translation, and what stands near it."""

    source: str
    target: str
    next: tuple[str, str] = ("", "")
    """The pair behind it in its statement."""
    others: tuple[str, ...] = field(default=(), repr=False)
    """Names of other pairs of the set."""
    terms: tuple[tuple[str, str], ...] = ()
    """Glossary terms of the source, and the English form that the translation has."""

    def without(self, start: int, end: int, put: str = "") -> Faulty:
        """The pair with a stretch of its translation replaced, white space mended."""
        text = self.target[:start] + put + self.target[end:]
        text = re.sub(r" {2,}", " ", text).replace(" ,", ",").replace(" .", ".").strip()
        return Faulty(self.source, self.target, text[:1].upper() + text[1:] if start == 0 else text)

    def places(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Where a pattern stands in the translation, addresses and footnote references left out."""
        taken = [m.span() for m in _ADDRESS.finditer(self.target)]
        for found in pattern.finditer(self.target):
            if not any(a < found.end() and found.start() < b for a, b in taken):
                yield found


@dataclass(frozen=True)
class Faulty:
    """A source with its right and its wrong translation."""

    source: str
    right: str
    wrong: str
