"""What rows of the glossary would change in the statements, before they are written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...catalogue.states import by_machine
from ...errors import TranslateFlowError
from ...glossary import Glossary
from ...glossary.kinds import traits
from ...glossary.presence import judge
from ...glossary.table import load, term_key
from ...language.text import fold
from ...model import CONFIRMED, State, Term
from ...workspace import Workspace
from ..statement.work import Work

_ENDING = 3
"""Letters at the end of a word that its other forms may not have."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A segment whose source has one of the terms."""

    name: str
    """Its statement."""
    key: str
    place: int
    """Which paragraph of the statement it is, from 1."""
    source: str
    target: str
    """Present translation; empty if there is none."""
    state: State
    agrees: bool
    """Whether the translation is as the new rows ask."""
    again: bool
    """Whether a draft is there that no person has touched, and that the new rows ask to be made again."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What new rows of the glossary would do."""

    met: tuple[Meeting, ...]
    """In the order of statements and their segments."""
    unreadable: tuple[str, ...] = ()
    """Statements that could not be read."""

    @property
    def statements(self) -> dict[str, int]:
        """How many segments of each statement have one of the terms."""
        return dict(Counter(one.name for one in self.met))

    @property
    def again(self) -> dict[str, tuple[str, ...]]:
        """Keys of the drafts to be made again, by statement."""
        found: dict[str, list[str]] = {}
        for one in self.met:
            if one.again:
                found.setdefault(one.name, []).append(one.key)
        return {name: tuple(keys) for name, keys in found.items()}

    @property
    def against(self) -> tuple[Meeting, ...]:
        """Confirmed segments that say it otherwise."""
        return tuple(m for m in self.met if m.state in CONFIRMED and not m.agrees)


def effect(
    workspace: Workspace,
    language: str,
    new: Sequence[Term] = (),
    gone: Sequence[Term] = (),
    *,
    statement: str | None = None,
) -> Effect:
    """What comes of rows written (`new`) and taken out (`gone`), of the glossary of all or of one `statement`.

    A statement whose own glossary has such a row goes by that. Raises GlossaryError.
    """
    common = _by_key(load(workspace.glossary_paths(), language))
    keys = {term_key(form) for term in (*new, *gone) for form in (term.es, *term.variants)}
    before = [term for term in common.values() if term_key(term.es) in keys]
    finding, former = Glossary([*new, *gone, *before]), Glossary([*gone, *before])
    shared = Glossary(_changed(common, new, gone).values())
    stems = _stems([*new, *gone, *before])
    met: list[Meeting] = []
    unreadable: list[str] = []
    for name in [statement] if statement is not None else workspace.catalogued(language):
        own = [p for p in workspace.glossary_paths(name) if p not in workspace.glossary_paths()]
        wanted, glossary = list(new), shared
        try:
            if own:
                wanted, glossary = _own(own, common, language, new, gone, statement is not None)
            if _may_have(workspace.catalogue_path(name, language), stems):
                met += _met(Work.open(workspace, name, language), finding, former, glossary, wanted)
        except (TranslateFlowError, OSError):
            unreadable.append(name)
    return Effect(tuple(met), tuple(unreadable))


def _by_key(terms: Iterable[Term]) -> dict[str, Term]:
    return {term_key(term.es): term for term in terms}


def _changed(terms: Mapping[str, Term], new: Iterable[Term], gone: Iterable[Term]) -> dict[str, Term]:
    out = {term_key(term.es) for term in gone}
    return {key: term for key, term in terms.items() if key not in out} | _by_key(new)


def _own(
    files: Sequence[Path],
    common: Mapping[str, Term],
    language: str,
    new: Sequence[Term],
    gone: Sequence[Term],
    for_it: bool,
) -> tuple[list[Term], Glossary]:
    """Of a statement with a glossary of its own: the new rows that hold for it, and all that hold."""
    rows = _by_key(load(files, language))
    if for_it:
        return list(new), Glossary(_changed({**common, **rows}, new, gone).values())
    return [term for term in new if term_key(term.es) not in rows], Glossary(
        {**_changed(common, new, gone), **rows}.values()
    )


def _stems(terms: Iterable[Term]) -> list[list[str]] | None:
    """For each form the beginnings of its words, one of which forms a text with it must have; None: any text may."""
    found = []
    for term in terms:
        if traits(term.kind).verb:
            return None
        for form in (term.es, *term.variants):
            found.append([word[: max(2, len(word) - _ENDING)] for word in fold(form).split()])
    return found


def _may_have(catalogue: Path, stems: Collection[Sequence[str]] | None) -> bool:
    """Whether a statement may have one of the forms: most have none, and need not be taken apart."""
    if stems is None:
        return True
    text = fold(catalogue.read_bytes().decode("utf-8", "replace").replace('"\n"', ""))
    return any(all(stem in text for stem in form) for form in stems)


def _met(
    work: Work, finding: Glossary, former: Glossary, glossary: Glossary, new: Collection[Term]
) -> Iterator[Meeting]:
    for place, unit in enumerate(work.units, 1):
        text = unit.segment.text
        if not finding.find(text):
            continue
        uses = [use for use in judge(unit, glossary) if use.term in new]
        if not uses and not former.find(text):
            continue  # it stands within a longer term, which has its own row
        agrees = all(use.right for use in uses)
        again = by_machine(unit) and not agrees
        yield Meeting(work.name, unit.key, place, text, unit.target, unit.state, agrees, again)
