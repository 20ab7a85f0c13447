"""What a draft job would do, decided before anything is started."""

from __future__ import annotations

import fnmatch
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

from ...catalogue.states import by_machine
from ...drafting import Draft
from ...engines import Factory, Price
from ...errors import TranslateFlowError, UsageError
from ...messages import Message
from ...model import Segment, State, Unit
from ...workspace import Workspace
from ..memory import Memory, opened
from ..queries.find import matching
from ..statement.acts import new_act
from ..statement.each import Errors, each
from ..statement.privacy import confidential, fresh, must_match
from ..statement.terms import glossary_for
from ..statement.work import Work
from .engines import known, stays_here, usable
from .recall import Recalled, recall, use_of
from .tally import Tally


@dataclass
class Drafted:
    """What becomes of one statement."""

    name: str
    language: str
    wanted: int
    """Segments that were to be drafted."""
    characters: int
    """Their length."""
    done: int = 0
    """Segments drafted."""
    engine: str = ""
    """Engine that was chosen; empty if none could be."""
    private: bool = True
    """Whether its text stays on this machine."""
    problems: list[tuple[str, Message]] = field(default_factory=list)
    """Key and sentence for each name or mark that did not come through whole."""
    remembered: int = 0
    """Of the segments done (or, beforehand, of those to do): wholly from the translation memory."""
    notices: tuple[Message, ...] = ()
    """What the memory has to say, and which engine gave up."""
    hands: dict[str, int] = field(default_factory=dict)
    """Segments done, by engine and version."""
    tallies: dict[str, Tally] = field(default_factory=dict)
    """What became of the engines' drafts, by engine and version."""
    turned_down: list[Draft] = field(default_factory=list)
    """Drafts of segments that have none now, since those of no engine hold."""
    names: tuple[str, ...] = ()
    """Names that no glossary lists and the engine left as they are, each once."""
    foreign: tuple[str, ...] = ()
    """Passages marked as another language's than the source, left as they are."""
    next_engines: tuple[str, ...] = ()
    """Engines that take over if the chosen one fails, in order."""
    price: Price | None = None
    """What the chosen engine takes, if anything and if that is known."""
    confidential: Message | None = None
    """Where the statement is marked confidential; None if it is not."""
    error: TranslateFlowError | None = None
    """Why the job ended for this statement before it was through."""
    act: str = ""
    """Name of the job as an act, by which it can be undone."""


@dataclass(frozen=True)
class DraftPlan:
    """A job: which segments of which statements, by which engines."""

    workspace: Workspace
    language: str
    reasons: tuple[Message, ...]
    """Why engines were passed over, with remedies."""
    works: tuple[tuple[Work, tuple[Segment, ...]], ...]
    """Each statement with the segments that are to be drafted."""
    chains: Mapping[str, tuple[Factory, ...]]
    """Engines by statement, in the order they are tried; empty if none can run here."""
    errors: tuple[TranslateFlowError, ...] = ()
    """Why statements are left out that were asked for."""
    memory: str = "before"
    """Whether the translation memory comes `before` the engine, alone (`only`) or not at all (`off`)."""
    act: str = field(default_factory=new_act)
    """Name of the job as an act, by which it can be undone."""

    @property
    def factory(self) -> Factory | None:
        """The first engine of any statement; None if none can run here."""
        return next((chain[0] for chain in self.chains.values() if chain), None)

    def forecast(self) -> list[Drafted]:
        """What would go where, what the memory knows taken off the engine's share."""
        seen = self.outlook()
        with ExitStack() as stack:
            memory = open_memory(self, stack)
            for (work, segments), one in zip(self.works, seen, strict=True):
                if memory is not None and segments:
                    known = recalled(self, memory, work, segments)
                    one.remembered = sum(found.whole for found in known.values())
                    one.characters = sum(len(s.text) for s in questions(segments, known))
        return seen

    def outlook(self) -> list[Drafted]:
        """What would go where without the memory, with nothing done yet."""
        return [self._seen(work, segments) for work, segments in self.works]

    def _seen(self, work: Work, segments: Sequence[Segment]) -> Drafted:
        first, *others = self.chains[work.name] or (None,)
        return Drafted(
            work.name,
            self.language,
            len(segments),
            sum(len(s.text) for s in segments),
            engine=first.name if first else "",
            private=stays_here(first) if first else True,
            next_engines=tuple(other.name for other in others if other),
            price=known(first).price if first else None,
            confidential=confidential(self.workspace, work.name),
        )


def plan(
    workspace: Workspace,
    names: Sequence[str],
    language: str,
    *,
    engines: tuple[str, ...] = (),
    redo: bool = False,
    only: tuple[str, ...] = (),
    memory: str | None = None,
) -> DraftPlan:
    """Choose the engines and the segments. `redo` takes drafts no person has touched, too.

    `only`: keys (their beginning is enough), globs of keys, states, and queries such as `risk:high`, of
    which a segment has to meet one. `memory` is `before`, `only` or `off`; the settings' if not given.
    A statement that cannot be read is left out (`DraftPlan.errors`). Raises UsageError for an engine
    that is unknown or not allowed, and for a key of no statement; WorkspaceError where the settings
    name a statement that is not there: one may be meant that is to stay on this machine.
    """
    workspace = fresh(workspace)
    must_match(workspace)
    use = use_of(workspace, memory)
    chains: dict[str, tuple[Factory, ...]] = {}
    reasons: dict[Message, None] = {}
    wanted = _Only(only)
    errors: Errors = []

    def one(name: str) -> tuple[Work, tuple[Segment, ...]]:
        work = Work.open(workspace, name, language)
        work.must_be_whole()
        units = [unit for unit in wanted.of(work, work.edition().units) if _open(unit, redo)]
        found, why = ([], []) if use == "only" else usable(workspace, engines, language, name)
        chains[name] = tuple(found)
        reasons.update(dict.fromkeys(why))
        return work, tuple(unit.segment for unit in units)

    works = each(names, one, errors)
    if wanted.strange and not errors:
        raise next(iter(wanted.strange.values()))
    return DraftPlan(workspace, language, tuple(reasons), tuple(works), chains, tuple(errors), use)


class _Only:
    """Which segments are asked for: keys, globs of keys, states, queries; all if there is no word."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self.strange: dict[str, UsageError] = {}
        """Words meant as keys that no statement so far has, with what is to be said of them."""
        self._met: set[str] = set()

    def of(self, work: Work, units: Sequence[Unit]) -> list[Unit]:
        """Those of a statement's units."""
        keys = {
            u.key for u in units if any(u.state == w or fnmatch.fnmatchcase(u.key, w) for w in self._words)
        }
        for word in self._words:
            if _is_query(word):
                keys.update(matching(work, word))
            if word in list(State) or _is_glob(word) or _is_query(word):
                continue
            try:
                keys.add(work.unit(word).key)
                self._met.add(word)
                self.strange.pop(word, None)
            except UsageError as error:
                if word not in self._met:
                    self.strange.setdefault(word, error)
        return [u for u in units if not self._words or u.key in keys]


def _is_query(word: str) -> bool:
    return ":" in word


def _is_glob(word: str) -> bool:
    return any(sign in word for sign in "*?[")


def _open(unit: Unit, redo: bool) -> bool:
    """Whether the machine may write here: nothing is there, or (redo) only what a machine wrote."""
    if unit.state is State.MISSING:
        return True
    return redo and by_machine(unit)


def open_memory(plan: DraftPlan, stack: ExitStack) -> Memory | None:
    """The memory, open until the stack closes; None if it is off or nothing is to be drafted."""
    if plan.memory == "off" or not any(segments for _, segments in plan.works):
        return None
    return stack.enter_context(opened(plan.workspace))


def recalled(plan: DraftPlan, memory: Memory, work: Work, segments: Sequence[Segment]) -> dict[str, Recalled]:
    """What the memory knows of the segments; only whole ones if no engine can do the rest."""
    glossary = glossary_for(plan.workspace, work.name, plan.language)
    around, threshold = work.document.segments, plan.workspace.settings.memory.threshold
    found = recall(memory, work.name, plan.language, segments, around, glossary, threshold)
    return {key: one for key, one in found.items() if one.whole or plan.chains[work.name]}


def questions(segments: Sequence[Segment], known: Mapping[str, Recalled]) -> list[Segment]:
    """What is left for the engine: segments, and runs of sentences of those known in part."""
    left: list[Segment] = []
    for segment in segments:
        left += known[segment.key].questions() if segment.key in known else [segment]
    return left
