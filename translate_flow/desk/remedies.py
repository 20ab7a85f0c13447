"""What to do about an error, in the words of the pages: a command's options help nobody there."""

from __future__ import annotations

from ..flow.build.messages import CONFIDENTIAL
from ..flow.editing.messages import NOTHING_TO_SPLIT
from ..flow.messages import UNCONFIRMED
from ..flow.messages.exchange import NOTHING_UNWANTED, OTHER_LANGUAGE, WHICH_STATEMENT
from ..flow.statement.messages import STOPPED
from ..messages import Message
from . import messages as said

HERE = {
    UNCONFIRMED.id: said.UNCONFIRMED_HERE,
    STOPPED.id: said.STOPPED_HERE,
    CONFIDENTIAL.id: said.CONFIDENTIAL_HERE,
    NOTHING_TO_SPLIT.id: said.NO_SPLIT_HERE,
    OTHER_LANGUAGE.id: said.OTHER_LANGUAGE_HERE,
    WHICH_STATEMENT.id: said.WHICH_STATEMENT_HERE,
    NOTHING_UNWANTED.id: said.NOTHING_UNWANTED_HERE,
}
"""Message that names an option → what the pages say instead, with the same values."""


def as_here(message: Message) -> Message:
    """The message with a remedy that the pages have, if its own is one of the command line."""
    template = HERE.get(message.id)
    return (
        message if template is None else template(**{slot: message.values[slot] for slot in template.slots})
    )
