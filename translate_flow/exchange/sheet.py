"""A statement as people get it for review, and as it comes back."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from ..catalogue.outside import Said
from ..model import Kind, State, Term

KEY = re.compile(r"(?<![0-9a-z])[0-9a-f]{8}(?:-[1-9][0-9]*)?(?![0-9a-z])")
"""A segment key in running text."""

Hand = tuple[str, str]
"""Who made a change, and when: UTC, to the second, as `2023-01-13T09:12:44Z`."""


@dataclass(frozen=True, slots=True)
class SheetRun:
    """A stretch of a translation that one hand left, put in or took out."""

    text: str
    """The stretch."""
    op: str = "equal"
    """`equal`, `insert` or `delete`, as seen from the machine's draft."""
    hand: Hand = ("", "")
    """Who put it in or took it out; empty for `equal`."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody says of a segment."""

    by: str
    """Who; empty if the file does not tell."""
    text: str
    """What."""
    at: str = ""
    """When, as the file has it."""


@dataclass(frozen=True, slots=True)
class ReviewerNote:
    """A line for the reviewer."""

    tone: str
    """`state`, `term`, `error`, `warning` or `plain`."""
    text: str
    """The line."""


@dataclass(frozen=True, slots=True)
class TermSpot:
    """A term of the glossary in a source text."""

    start: int
    """First character."""
    end: int
    """One past the last."""
    term: Term
    """The glossary's row."""


@dataclass(frozen=True, slots=True)
class SheetVersion:
    """A translation as it once was."""

    text: str
    """The translation."""
    hand: Hand
    """Who made it, and when."""
    machine: bool = False
    """Whether a machine or memory did."""
    score: int | None = None
    """Of a memory match, percent."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One segment on the sheet."""

    number: int
    """Its place in the statement, from 1."""
    key: str
    """The segment's key."""
    kind: Kind
    """What the block is."""
    state: State
    """How far its translation is."""
    source: str
    """The source text."""
    runs: tuple[SheetRun, ...]
    """The translation: equal and insert runs join to the present text, equal and delete runs to the draft."""
    base: str
    """Digest of the present text."""
    notes: tuple[ReviewerNote, ...] = ()
    """State, terms and findings."""
    remarks: tuple[Remark, ...] = ()
    """What people said of it so far and nobody has resolved."""
    terms: tuple[TermSpot, ...] = ()
    """The glossary's terms in the source."""
    versions: tuple[SheetVersion, ...] = ()
    """The translation's past from its machine draft on, oldest first, the present one included."""
    last: Hand = ("", "")
    """Who brought the translation into its present state, and when; empty if nobody did."""

    @property
    def target(self) -> str:
        """The present translation."""
        return "".join(r.text for r in self.runs if r.op != "delete")

    @property
    def draft(self) -> str:
        """The machine's draft; the present translation if nobody changed it, or it had none."""
        return "".join(r.text for r in self.runs if r.op != "insert")


@dataclass(frozen=True, slots=True)
class ReviewSheet:
    """A statement ready to be written as a review file."""

    statement: str
    """The statement's name."""
    title: str
    """What is at the head."""
    source_language: str
    """BCP 47 tag."""
    target_language: str
    """BCP 47 tag."""
    journal: str
    """Id of the newest event at the time; with it, each row's base can be found in the journal."""
    rows: tuple[SheetRow, ...]
    """In document order."""
    format: str = "plain"
    """The format of the statement, which decides what marks its texts can have."""


@dataclass(frozen=True, slots=True)
class CodeRef:
    """A code in a translation that came back, as its file knows it."""

    id: str
    """Its number."""
    role: str
    """`open`, `close` or `single`."""
    hint: str = ""
    """What the file says that it stands for, such as `<b>`; empty if it does not say."""


@dataclass(frozen=True, slots=True)
class CellAtom:
    """The smallest part of a cell: a stretch of one run, and the tracked changes it is in."""

    text: str
    """The stretch."""
    put: frozenset[Hand] = frozenset()
    """Insertions it is in; without one of them it would not be there."""
    cut: frozenset[Hand] = frozenset()
    """Deletions it is in."""
    code: CodeRef | None = None
    """The code it is, until that is put into the statement's words (`codes.resolved`)."""


@dataclass(frozen=True, slots=True)
class BackRow:
    """One row as it came back."""

    key: str
    """The segment's key; empty if the row does not tell."""
    atoms: tuple[CellAtom, ...]
    """The translation with its tracked changes."""
    source: str = ""
    """The source text in the file; finds the segment if the key is gone."""
    base: str = ""
    """Digest of the translation the row was made with; empty if the file lost it."""
    remarks: tuple[Remark, ...] = ()
    """Comments on the row, and what was written among its notes."""
    said: Said = Said.NOTHING
    """What the file says of the translation's state."""
    before: Said = Said.NOTHING
    """What it said when it was made: `DONE`, `OPEN`, or `NOTHING` if it lost that."""
    copied: bool = False
    """Whether the translation is only the source, put there by a program for somebody to translate."""
    engine: str = ""
    """Machine or memory that made the text, as the file names it."""
    codes: tuple[CodeRef, ...] = ()
    """The codes of its source, in their order: they tell which is which where a program has numbered them anew."""
    lost: tuple[str, ...] = ()
    """Numbers of codes that nothing in the statement answers to; they are left out."""
    several: tuple[str, ...] = ()
    """Keys of the segments that a program has joined in it, where nothing tells how to part its translation."""
    parted: bool = False
    """Whether it is a part of such a row."""
    merged: bool = False
    """Whether its cell was merged with another, so that nothing tells what in it is the translation."""

    @property
    def hands(self) -> frozenset[Hand]:
        """Everyone whose tracked changes are in the row."""
        return frozenset().union(*(a.put | a.cut for a in self.atoms)) if self.atoms else frozenset()

    @property
    def text(self) -> str:
        """The translation with all tracked changes accepted."""
        return self.without(())

    def without(self, refused: Collection[Hand]) -> str:
        """The translation with some tracked changes rejected, all others accepted."""
        left_out = frozenset(refused)
        return "".join(a.text for a in self.atoms if not (a.put & left_out) and not (a.cut - left_out)).strip(
            "\n"
        )


@dataclass(frozen=True, slots=True)
class Back:
    """A review file that came back."""

    rows: tuple[BackRow, ...]
    """In the file's order."""
    statement: str = ""
    """The statement's name; empty if the file lost it."""
    language: str = ""
    """The target language; empty if the file lost it."""
    journal: str = ""
    """Newest event when the file was made; empty if the file lost it."""
    by: str = ""
    """Who saved it last; empty if it does not tell."""
    remarks: tuple[Remark, ...] = ()
    """Comments outside the rows."""
    tool: str = ""
    """The program that made the file; empty if it does not tell."""
    others: tuple[Back, ...] = ()
    """Further statements in the same file."""
