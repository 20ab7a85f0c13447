"""How text that no person has confirmed is told apart in what is built, in the words of its readers."""

from __future__ import annotations

from ..model import CONFIRMED, Edition, State, Unit
from .chrome import page_words

MACHINE = "[machine translation, not reviewed]"
"""Comes before a machine or memory draft; these are the labels in English, others are in `[page]` of the languages' data."""
OUTDATED = "[not reviewed since the source changed]"
"""Comes before a translation of an earlier source."""
UNTRANSLATED = "[not translated]"
"""Comes before the source where there is no translation."""

_LABELS = {State.DRAFT: "draft_label", State.STALE: "stale_label", State.MISSING: "missing"}


def guessed(language: str) -> str:
    """Comes behind the label where the translation lacked a mark of its source."""
    return f"[{page_words(language)['guessed']}]"


def label(unit: Unit, language: str) -> str:
    """The label a unit must carry in prose for readers of that language (BCP 47 tag); empty if a person has confirmed
    its text."""
    key = _LABELS.get(unit.state)
    return f"[{page_words(language)[key]}]" if key else ""


def translated(unit: Unit) -> bool:
    """Whether there is a translation to show."""
    return bool(unit.target.strip()) and unit.state is not State.MISSING


def shown(unit: Unit) -> str:
    """What a reader of the translation is shown: the source, where there is no translation."""
    return unit.target if translated(unit) else unit.segment.text


def labelled(unit: Unit, language: str) -> str:
    """The text shown, behind its label if it needs one."""
    return f"{label(unit, language)} {shown(unit)}".lstrip()


def unconfirmed(edition: Edition) -> int:
    """Number of units that no person has confirmed."""
    return sum(unit.state not in CONFIRMED for unit in edition.units)


def warning(edition: Edition, language: str = "") -> str:
    """One sentence for the head of a text with unconfirmed units, for readers of that language, by default the
    translation's; empty if there are none."""
    waiting, words = unconfirmed(edition), page_words(language or edition.target_language)
    text = words["waiting_one" if waiting == 1 else "waiting"]
    return text.format(n=waiting, total=len(edition.units)) if waiting else ""


def warned(edition: Edition) -> str:
    """The same as Markdown, above everything."""
    said = warning(edition)
    return f"> **{page_words(edition.target_language)['not_reviewed']}** {said}\n\n" if said else ""
