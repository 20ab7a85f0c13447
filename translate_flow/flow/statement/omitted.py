"""What a statement's file holds beside the segments, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from ...messages import Message
from ...model import Omission
from .messages import NOT_OFFERED


def sentence(omitted: Sequence[Omission]) -> Message | None:
    """What is not offered for translation, by kind; None if there is nothing."""
    return NOT_OFFERED(what=tuple(one.what for one in omitted)) if omitted else None
