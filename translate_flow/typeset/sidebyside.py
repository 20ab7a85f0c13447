"""Both languages side by side, passage by passage, each with its state: for reading and proofing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from ..language.text import count_words
from ..model import CONFIRMED, Edition, State, Unit
from ..pages import render
from .aligned import pairs
from .chrome import both, named, page_words
from .glosses import annex, annex_title, hinted_pairs
from .labels import label, warning
from .pairrows import rows

_ORDER = (State.APPROVED, State.TRANSLATED, State.KEPT, State.STALE, State.DRAFT, State.MISSING)


@dataclass(frozen=True, slots=True)
class StateShare:
    """How much of a statement is in one state."""

    state: State
    word: str
    """The state, in the page's language."""
    meaning: str
    said: str
    """How many passages, and how many words."""
    words: int


def bilingual(edition: Edition) -> str:
    """One self-contained HTML page; a passage's key is its address in it. It speaks the language of who reads the
    translation, or, if that is not known, the original."""
    found = pairs(edition)
    units = edition.units
    reader = both(edition.source_language, edition.target_language)
    says = page_words(reader)
    counts = _counts(units, says)
    badges = {
        count.state: render("badge.html", state=count.state, word=count.word, meaning=count.meaning).strip()
        for count in counts
    }
    people = {unit.key: _people(unit, says["by"]) for unit in units}
    title = next((pair for pair in found if pair.role == "title"), None)
    return render(
        "bilingual.html",
        lang=reader,
        says=says,
        named=named,
        edition=edition,
        title=title.cells[0].source if title else "",
        rows=rows(edition, hinted_pairs(edition, found), badges, people, _following(units), reader),
        warning=warning(edition, reader),
        counts=counts,
        pictured=bool(edition.images),
        terms=annex(edition),
        terms_title=annex_title(edition, reader),
        first=next((unit.key for unit in units if unit.state not in CONFIRMED), ""),
    )


def on_paper(edition: Edition) -> str:
    """The same as a plain table, numbered, for a PDF."""
    found = pairs(edition)
    title = next((pair for pair in found if pair.role == "title"), None)
    reader = both(edition.source_language, edition.target_language)
    return render(
        "bilingual_paper.html",
        lang=reader,
        says=page_words(reader),
        edition=edition,
        title=title.cells[0].source if title else edition.document.name,
        pairs=found,
        pictured=bool(edition.images),
        warning=warning(edition, reader),
        labels={unit.key: label(unit, reader) for unit in edition.units},
        terms=annex(edition),
        terms_title=annex_title(edition, reader),
    )


def _counts(units: tuple[Unit, ...], says: Mapping[str, str]) -> list[StateShare]:
    """What there is of each state, the best first."""
    passages = Counter(unit.state for unit in units)
    words = _words(units)
    made = []
    for state in _ORDER:
        if n := passages[state]:
            of = words[state]
            said = ", ".join(
                says[key if number != 1 else f"{key}_one"].format(n=number)
                for key, number in (("passages", n), ("count", of))
            )
            made.append(StateShare(state, says[state.value], says[f"means_{state.value}"], said, of))
    return made


def _words(units: tuple[Unit, ...]) -> Counter[State]:
    """Source words by state."""
    words: Counter[State] = Counter()
    for unit in units:
        words[unit.state] += count_words(unit.segment.text)
    return words


def _people(unit: Unit, by: str) -> str:
    """Who stands for the present text, in a few words; empty if the journal does not say."""
    if unit.state is State.APPROVED:
        return next((by.format(name=e.by) for e in reversed(unit.events) if e.do == "approve"), "")
    if unit.state is State.TRANSLATED:
        return next((by.format(name=e.by) for e in reversed(unit.events) if e.do in ("edit", "confirm")), "")
    if unit.state is State.DRAFT and unit.draft:
        return unit.draft.engine
    return ""


def _following(units: tuple[Unit, ...]) -> dict[str, str]:
    """For each unconfirmed unit the key of the next one."""
    waiting = [unit.key for unit in units if unit.state not in CONFIRMED]
    return dict(pairwise(waiting))
