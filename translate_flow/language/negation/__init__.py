"""What denies in a text, by the table `[negation]` of its language.

Three strengths are told apart. *Hard*: words and endings that deny (*no*, *nadie*, *not*, *n't*). *Either*: phrases
that another language says with a negation or without one (*si no*, *no longer*). *Faint*: words that deny by their
meaning or by a part of theirs (*fail*, *carecer*, *unjust*, *homeless*). Phrases such as *no obstante*, *not only* and
a *no* before a number (*No. 14*) deny nothing. A word that goes along with a negation before it (*no vino nadie*,
*neither … nor*) is counted with that one; Real Academia Española, Nueva gramática, 48.3.
"""

from __future__ import annotations

from .compare import Difference, difference
from .finding import (
    Negations,
    denials,
    denied,
    denying_words,
    excuses,
    is_faint,
    is_negator,
    known,
    may_deny,
    negations,
    negations_of,
    scan,
)
from .weak import lessens, may_lessen, weakened

__all__ = [
    "Difference",
    "Negations",
    "denials",
    "denied",
    "denying_words",
    "difference",
    "excuses",
    "is_faint",
    "is_negator",
    "known",
    "lessens",
    "may_deny",
    "may_lessen",
    "negations",
    "negations_of",
    "scan",
    "weakened",
]
