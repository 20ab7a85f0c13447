"""Whether a statement may leave this machine, as its file and the settings say at this very moment."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...confidential import in_name
from ...errors import TranslateFlowError, WorkspaceError
from ...formats import format_for
from ...messages import Message, several
from ...workspace import Workspace
from ...workspace.access import EVERYTHING, present
from .messages import FILE_GONE, FILE_UNREADABLE, NAMED_SO, SETTINGS_UNMATCHED
from .source import read_source


def confidential(workspace: Workspace, name: str) -> Message | None:
    """Where it says that a statement is confidential; None if it nowhere does.

    Its file is read anew, so that a mark holds from the moment it is saved. One that cannot be read
    counts as marked, for what it says of itself is not known.
    """
    file = workspace.source_name(name)
    where = workspace.settings.confidential(name, file)
    if where:
        return where
    if not file:
        return FILE_GONE()
    if in_name(file):
        return NAMED_SO()
    try:
        data = read_source(workspace.source_path(name))
        return format_for(file, data).marks(data, file)
    except TranslateFlowError:
        return FILE_UNREADABLE()


def must_match(workspace: Workspace) -> None:
    """Raise WorkspaceError if something in the settings names no statement, such as a misspelt name."""
    if unmatched := workspace.unmatched():
        # Names in the settings are of statements that not everybody of a team is to know of.
        raise WorkspaceError(several(unmatched) if present() is EVERYTHING else SETTINGS_UNMATCHED())


def fresh(workspace: Workspace) -> Workspace:
    """The workspace with its settings as they are now; the same one if they have not changed.

    Raises WorkspaceError if they cannot be read, or others than before name no statement.
    """
    now = Workspace.load(workspace.root)
    if now.settings == workspace.settings:
        return workspace
    must_match(now)
    return now


@dataclass
class Marks:
    """The statements' marks for a program that shows them again and again; never for one that sends a text."""

    _known: dict[str, tuple[object, Message | None]] = field(default_factory=dict)

    def of(self, workspace: Workspace, name: str) -> Message | None:
        """Where it says that the statement is confidential, its file read again only if it changed."""
        path = workspace.has_source(name)
        try:
            found = path.stat() if path is not None else None
        except OSError:
            found = None
        if found is None:
            return None  # nothing can be drafted, and the page says why
        stamp = found.st_mtime_ns, found.st_size, workspace.settings
        known = self._known.get(name)
        if known is None or known[0] != stamp:
            known = self._known[name] = stamp, confidential(workspace, name)
        return known[1]
