"""The settings of a workspace, section by section, with their defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..messages import Message, nearest
from ..patterns import folded, forms, matches
from .messages import CONFIDENTIAL_BY, UNMATCHED

SETTINGS = "translate-flow.toml"
MEMORY_USES = ("before", "only", "off")
"""What `[memory] use` and `draft --memory` may say."""
REPEATS = ("statement", "everywhere", "off")
"""What `[memory] repeats` may say."""
STOPS = ("error", "warning", "never")
"""What `[review] stop` may say."""
PUBLISH = {
    "metadata": ("none", "credits", "full"),
    "signatories": ("file", "organisation", "place", "country", "date"),
}
"""What the keys of `[publish]` may say."""


@dataclass(frozen=True, slots=True)
class Languages:
    """Section `[languages]`."""

    source: str = "es"
    """Tag of the language statements are written in."""
    targets: tuple[str, ...] = ("en",)
    """Tags of the languages they are translated into."""


@dataclass(frozen=True, slots=True)
class Privacy:
    """Section `[privacy]`."""

    online_engines: bool = False
    """Whether text may be sent to translation services on other machines."""
    confidential: tuple[str, ...] = ()
    """Statements, by name or glob, whose text stays on this machine whatever else is allowed."""
    online_reading: bool = False
    """Whether `add` may read pages from the internet."""


@dataclass(frozen=True, slots=True)
class Drafting:
    """Section `[drafting]`."""

    engines: tuple[str, ...] = ("apertium",)
    """Engines in the order they are tried."""


@dataclass(frozen=True, slots=True)
class StatementUse:
    """Section `[statements."NAME"]`, where NAME may be a glob: what one statement has otherwise."""

    engines: tuple[str, ...] = ()
    """Engines in the order they are tried; empty means those of `[drafting]`."""
    confidential: bool = False
    """Whether its text stays on this machine whatever else is allowed."""


@dataclass(frozen=True, slots=True)
class MemoryUse:
    """Section `[memory]`."""

    use: str = "before"
    """`before` (what people confirmed comes first, engines do the rest), `only` (no engine) or `off`."""
    threshold: int = 85
    """Percent from which a similar text is used as a draft; 50 to 100."""
    repeats: str = "statement"
    """Where a confirmed text goes into the same paragraph too: in its `statement`, `everywhere`, or nowhere (`off`)."""


@dataclass(frozen=True, slots=True)
class Publish:
    """Section `[publish]`."""

    metadata: str = "credits"
    """What of people and the history goes into what is built: `none`, `credits` (what the statement says of itself) or
    `full` (names, times and tools of the journal too)."""
    signatories: str = "file"
    """What signatories of a list of their own are sorted by: `file` (as they stand there), `organisation`, `place`,
    `country` or `date`."""


@dataclass(frozen=True, slots=True)
class Review:
    """Section `[review]`."""

    four_eyes: bool = False
    """Whether who edited a text last is refused as its approver."""
    stop: str = "error"
    """The findings that stop `build` and are asked about before a text is confirmed: `error`, `warning`
    (both), or `never`."""


@dataclass(frozen=True, slots=True)
class Person:
    """Section `[person]`."""

    name: str = ""
    """Name that goes into journals; empty means the git identity."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`translate-flow.toml`, checked and with defaults filled in."""

    languages: Languages = field(default_factory=Languages)
    privacy: Privacy = field(default_factory=Privacy)
    drafting: Drafting = field(default_factory=Drafting)
    memory: MemoryUse = field(default_factory=MemoryUse)
    review: Review = field(default_factory=Review)
    publish: Publish = field(default_factory=Publish)
    person: Person = field(default_factory=Person)
    statements: Mapping[str, StatementUse] = field(default_factory=dict)
    """By name or glob, in the order of the file."""

    def statement(self, name: str, file: str = "") -> StatementUse:
        """What holds for a statement: its own name goes before globs, a later glob before an earlier one.

        `file`: its source relative to the workspace, by which it may be named too.
        """
        known = forms(name, file) if self.statements else frozenset()
        found = StatementUse()
        for pattern, use in sorted(self.statements.items(), key=lambda item: folded(item[0]) in known):
            if matches(pattern, known):
                found = StatementUse(use.engines or found.engines, use.confidential or found.confidential)
        return found

    def engines(self, name: str, file: str = "") -> tuple[str, ...]:
        """Engines for a statement, in the order they are tried."""
        return self.statement(name, file).engines or self.drafting.engines

    def confidential(self, name: str, file: str = "") -> Message | None:
        """Which section says that a statement is confidential; None if none does."""
        known = forms(name, file) if self.privacy.confidential else frozenset()
        if any(matches(pattern, known) for pattern in self.privacy.confidential):
            return CONFIDENTIAL_BY(place="[privacy] confidential", file=SETTINGS)
        if self.statement(name, file).confidential:
            return CONFIDENTIAL_BY(place="[statements]", file=SETTINGS)
        return None

    def unmatched(self, statements: Mapping[str, str]) -> list[Message]:
        """What names no statement, one message each; `statements`: file by name, empty if it is gone.

        Whoever misspelt a name thinks a text protected that is not.
        """
        every = frozenset().union(*(forms(name, file) for name, file in statements.items()))
        found = []
        places = [(pattern, "[privacy] confidential") for pattern in self.privacy.confidential]
        places += [(pattern, f'[statements."{pattern}"]') for pattern in self.statements]
        for pattern, where in places:
            if not matches(pattern, every):
                what = f"{where}: {pattern!r}" if where.startswith("[privacy]") else where
                found.append(UNMATCHED(file=SETTINGS, what=what, nearest=nearest(pattern, statements)))
        return found
