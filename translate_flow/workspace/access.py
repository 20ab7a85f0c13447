"""In whose name statements are read and changed, where one running program serves several people.

A command, and a desk of one's own, work in the name of whoever started them: `EVERYTHING`. A program that serves a
team sets, for each request, what that person may see and do. It is asked at the few places that everything passes:
the lists of statements (`Workspace.catalogued`), the opening of one (`Work.open`, `Shelf.sheet`), a change
(`Work.change`), and what the memory answers. So whoever writes a new page need not think of it, and a new page shows
nobody more than an old one.

What a program keeps for all of them together, such as the memory or the overview's figures, it works out
`as_program`, and looks at `present` when it answers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol


class Access(Protocol):
    """What one of several people may see and do."""

    def sees(self, name: str, language: str = "") -> bool:
        """Whether the statement may be shown to them, without a language: in any; else it is as if there were none."""

    def standing(self) -> object:
        """Another whenever what is granted to them is; whether a statement is confidential, its file and the settings say."""

    def everywhere(self, language: str) -> bool:
        """Whether all statements in the language may be shown to them but those that are confidential."""

    def open(self, name: str, language: str) -> None:
        """A statement they see is opened for what they are about to do. Raises NotAllowed if they may not do it."""

    def shown(self, name: str, language: str) -> None:
        """Text of the statement is shown to them elsewhere: as a search's hit, as a suggestion."""

    def may(self, do: str, name: str, language: str) -> bool:
        """Whether they may do that there: add events of a kind to the statement's journal, write a `term`, change the
        `glossary`; without a name: what is for all statements of the language."""

    def within(self, names: Collection[str]) -> Access:
        """The same for what goes into these statements without anybody looking, such as a machine's draft."""

    def brought(self, name: str) -> None:
        """They brought the statement in, for the first time or as a new version."""


class Everything:
    """The program's own, and its only user's: nothing is held back."""

    def sees(self, name: str, language: str = "") -> bool:
        """Always."""
        return True

    def standing(self) -> object:
        """Always the same."""

    def everywhere(self, language: str) -> bool:
        """Always."""
        return True

    def open(self, name: str, language: str) -> None:
        """Always."""

    def shown(self, name: str, language: str) -> None:
        """Nobody keeps a list of it."""

    def may(self, do: str, name: str, language: str) -> bool:
        """Always."""
        return True

    def within(self, names: Collection[str]) -> Access:
        """The same."""
        return self

    def brought(self, name: str) -> None:
        """It is theirs anyway."""


EVERYTHING = Everything()
_present: ContextVar[Access] = ContextVar("access", default=EVERYTHING)


def present() -> Access:
    """In whose name the present request, or command, works."""
    return _present.get()


@contextmanager
def acting(access: Access) -> Iterator[None]:
    """Work in that name, in this thread or task and in those that it starts."""
    token = _present.set(access)
    try:
        yield
    finally:
        _present.reset(token)


@contextmanager
def as_program() -> Iterator[None]:
    """Work in the program's own name: at what it keeps for everybody."""
    with acting(EVERYTHING):
        yield
