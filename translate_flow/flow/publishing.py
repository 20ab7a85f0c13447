"""A statement before it is published: what is missing, how each output will look, all of it as one file."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .. import outputs
from ..errors import UsageError
from ..files.zipped import zipped
from ..imprint import About
from ..messages import Message
from ..model import State
from ..workspace import Workspace
from .build import STATEMENT, build
from .build.about import about, beside
from .build.signatories import with_signatories
from .messages.publishing import NOTHING_BUILT
from .statement.gate import findings_of, stopping
from .statement.privacy import confidential
from .statement.work import Work

TOLD = ("date", "place", "issuers", "licence", "translators")
"""What a page says of a statement beside its text, if the statement says it."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """What is between a statement and its publication."""

    unconfirmed: tuple[str, ...]
    """Keys of the segments that no person has confirmed."""
    total: int
    """All its segments."""
    faulty: tuple[tuple[str, Message | str], ...]
    """Key and finding of what the checks find in confirmed text that stops a build."""
    untold: tuple[str, ...]
    """Which of TOLD the statement does not say of itself; it can be published all the same."""
    about_file: str
    """Where it can be said, relative to the workspace."""
    remarks: tuple[Message, ...]
    """What is to be said about its list of signatories."""
    confidential: Message | None
    """Where it says that it is confidential."""

    @property
    def ready(self) -> bool:
        """Whether it can be built as it is."""
        return not (self.unconfirmed or self.faulty or self.confidential)


def readiness(workspace: Workspace, name: str, language: str) -> Readiness:
    """What is missing. Raises CatalogueError if the source changed since it was added, ReadError."""
    work = Work.open(workspace, name, language)
    work.must_be_whole()
    edition = work.edition()
    waiting = tuple(u.key for u in edition.units if u.state in (State.MISSING, State.DRAFT, State.STALE))
    confirmed = {u.key for u in edition.units} - set(waiting)
    faulty = [
        (key, finding.message)
        for key, found in findings_of(work).items()
        if key in confirmed
        for finding in stopping(found, workspace.settings.review)
    ]
    file = beside(work.source_file, name)
    said: About = about(edition, file)
    return Readiness(
        waiting,
        len(edition.units),
        tuple(faulty),
        tuple(field for field in TOLD if not getattr(said, field)),
        workspace.relative(file),
        with_signatories(edition, work)[1],
        confidential(workspace, name),
    )


def kinds() -> tuple[str, ...]:
    """Every output that there is, the statement in its own format first."""
    return (STATEMENT, *outputs.OUTPUTS)


def preview(workspace: Workspace, name: str, language: str, kind: str) -> tuple[str, bytes]:
    """The file name and bytes of an output as it would be built now, unconfirmed text marked; nothing is kept of it.

    Raises UsageError for an output there is not, BuildError.
    """
    with tempfile.TemporaryDirectory(prefix="translate-flow-") as folder:
        (made,) = build(
            workspace,
            [name],
            language,
            [kind],
            out=Path(folder),
            drafts=True,
            with_errors=True,
            confidential=True,
        )
        file = next(f for f in made.files if f.name != "manifest.json")
        return file.name, file.read_bytes()


def packed(workspace: Workspace, name: str, language: str) -> bytes:
    """All that was built of a statement, as one zip file. Raises UsageError if nothing was."""
    folder = workspace.root / "build" / language / name
    try:
        manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
        listed: Sequence[str] = [*(f["file"] for f in manifest["files"]), "manifest.json"]
        if any(Path(file).name != file for file in listed):
            raise UsageError(NOTHING_BUILT(name=name))
        return zipped({file: (folder / file).read_bytes() for file in listed})
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise UsageError(NOTHING_BUILT(name=name)) from None
