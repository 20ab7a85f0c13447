"""The finished statement as plain text."""

from __future__ import annotations

from ..model import Edition
from ..typeset.publication import finished
from ..typeset.text import text
from . import Output, messages


def make(edition: Edition) -> bytes:
    """UTF-8 text for e-mails and forms. Unconfirmed passages begin with a label."""
    return text(finished(edition))


TEXT = Output("txt", "NAME.LANG.txt", messages.TEXT(), make, "plain")
