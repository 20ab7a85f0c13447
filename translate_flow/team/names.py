"""Account names: what goes into journals, so that no two may be taken for one another."""

from __future__ import annotations

import re
import unicodedata

from ..errors import UsageError
from ..language.text import fold, squeeze
from .messages import NAME_MIXED, NAME_NEEDED, NAME_TOO_LONG

LONGEST = 60
"""Characters of a name."""
_ALIKE = str.maketrans("аеорсухіјѕԁһαορνικτ01|i", "aeopcyxljsdhaopvlktolll")
"""Letters and digits drawn like others; a selection of Unicode Technical Standard 39, confusables."""
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")


def fit(name: str) -> str:
    """The name as it goes into journals. Raises UsageError for one that cannot be distinguished from others."""
    name = squeeze("".join(c if c.isprintable() else " " for c in unicodedata.normalize("NFC", name)))
    if not re.search(r"\w", name):
        raise UsageError(NAME_NEEDED())
    if len(name) > LONGEST:
        raise UsageError(NAME_TOO_LONG(limit=LONGEST))
    scripts = {s for c in name if c.isalpha() for s in _SCRIPTS if unicodedata.name(c, "").startswith(s)}
    if len(scripts) > 1:
        raise UsageError(NAME_MIXED(name=name))
    return name


def likeness(name: str) -> str:
    """What names that could be taken for one another have in common: no capitals, accents, order, drawn letters."""
    words = re.findall(r"\w+", fold(unicodedata.normalize("NFKC", name)))
    return " ".join(sorted(word.translate(_ALIKE) for word in words))
