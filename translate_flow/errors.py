"""Every error a user can meet, and nothing else.

A message names the file and place, says what is wrong and what to do about it,
in one line. Exceptions do not print; the command line maps them to exit codes.
"""

from __future__ import annotations

from .messages import Message, verbatim


class TranslateFlowError(Exception):
    """Root of all errors raised on purpose; its message is fit to show to a user."""

    def __init__(self, message: Message) -> None:
        """`message` is put into words where it is shown; `str` of the error is its English.

        A plain text, which code of other packages may give, becomes a message of these very words.
        """
        super().__init__(message if isinstance(message, Message) else verbatim(str(message)))

    @property
    def message(self) -> Message:
        """What went wrong, where, and what to do about it."""
        said: Message = self.args[0]
        return said


class UsageError(TranslateFlowError):
    """The request itself is wrong: an unknown statement, key, language or option value."""


class NotAllowed(UsageError):
    """Whoever asks has no role in the team that lets them do it."""


class WorkspaceError(TranslateFlowError):
    """No workspace here, or its settings cannot be used."""


class ReadError(TranslateFlowError):
    """A statement cannot be read: missing, empty, binary, undecodable or of an unknown format."""


class CatalogueError(TranslateFlowError):
    """A PO file or its journal cannot be read or written."""


class GlossaryError(TranslateFlowError):
    """A glossary file is broken; the message names file, row and column."""


class EngineError(TranslateFlowError):
    """A translation engine refused, failed, or answered with something that is not a translation."""


class RateLimited(EngineError):
    """The engine asked to slow down; the same request may succeed later."""


class Unavailable(EngineError):
    """The engine cannot be used on this machine or at this moment."""


class MemoryStoreError(TranslateFlowError):
    """The translation memory cannot be read or written."""


class BuildError(TranslateFlowError):
    """An output cannot be made, or may not be made yet."""


class PluginError(TranslateFlowError):
    """Another package's format, engine, check or output cannot be used; the message names the package."""


class ConflictError(TranslateFlowError):
    """Somebody else changed the same thing meanwhile; both texts are kept."""


class Away(TranslateFlowError):
    """The database does not answer at this moment; the same may be asked again."""


class UpkeepError(TranslateFlowError):
    """A team's server cannot be set up, backed up or restored; the message says what stands in the way."""
