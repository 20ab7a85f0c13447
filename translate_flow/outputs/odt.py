"""The finished statement as an OpenDocument text."""

from __future__ import annotations

from ..model import Edition
from ..typeset.odt import odt
from ..typeset.publication import finished
from . import Output, messages


def make(edition: Edition) -> bytes:
    """An ODT file. Unconfirmed passages begin with a label."""
    return odt(finished(edition))


ODT = Output("odt", "NAME.LANG.odt", messages.ODT(), make, "odt")
