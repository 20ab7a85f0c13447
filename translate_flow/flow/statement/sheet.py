"""One statement in one language, held in memory between requests of a long-lived program."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from ...catalogue.states import unit as as_unit
from ...errors import TranslateFlowError
from ...language.text import count_words
from ...messages import Message
from ...model import Edition, Event, Unit
from .findings import kept_findings
from .terms import glossary_for
from .work import Work

if TYPE_CHECKING:
    from ...checks import Check, Scene
    from ...glossary import Glossary
    from ...model import Finding

CHEAP = 0.15
"""Seconds that making the checks' scene may have taken for it to be made again at each change."""
LOOKS = 2000
"""Texts looked at after which the scene is made again, to let go of what it remembers of them."""


class WordCounts(dict[str, int]):
    """Words of each unit's source by its key, counted when first asked for: of a long statement it takes a while."""

    def __init__(self, units: Mapping[str, Unit], known: Mapping[str, int] = MappingProxyType({})) -> None:
        super().__init__(known)
        self._units = units

    def __missing__(self, key: str) -> int:
        """Count those of one unit. Raises KeyError if there is none of that key."""
        found = self[key] = count_words(self._units[key].segment.text)
        return found


@dataclass
class Sheet:
    """The units of a statement with all that is known of them; kept in step with `work` by the shelf."""

    work: Work
    """The statement; changed only through the shelf."""
    units: dict[str, Unit] = field(default_factory=dict)
    """Units by key, in document order."""
    words: WordCounts = field(default_factory=lambda: WordCounts({}))
    """Words of each unit's source."""
    edition: Edition | None = None
    """The statement with positions; None if its source is gone or changed since `add`."""
    notice: Message | None = None
    """Why there is no edition; None if there is one."""
    revision: int = 0
    """Grows with every change of a unit."""
    opened: str = field(default_factory=lambda: secrets.token_hex(4))
    """Tells this sheet from an earlier one of the same statement."""
    findings: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    """What the checks say of each unit; empty until `examine` has run."""
    told: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    """Those that others were told of."""
    examined: int = -1
    """Revision that all findings were made for; -1 before the first time."""
    used: float = 0.0
    """When it was last asked for, by the monotonic clock."""
    source_stamp: tuple[tuple[str, int, int], ...] = ()
    """What the source file was when read; kept by the shelf."""
    glossary_stamp: tuple[tuple[str, int, int], ...] = ()
    """What the glossary files were when read; kept by the shelf."""
    _scene: Scene | None = None
    _scene_of: int = -1
    _scene_cost: float = 0.0
    _forgotten: int = 0
    """How often the glossary was forgotten: what was begun before must not be remembered after."""
    _looks: int = 0
    _checks: list[Check] = field(default_factory=list)

    @classmethod
    def of(cls, work: Work) -> Sheet:
        """The sheet of a statement just opened."""
        sheet = cls(work)
        sheet.renew()
        return sheet

    @property
    def name(self) -> str:
        """The statement's name."""
        return self.work.name

    @property
    def language(self) -> str:
        """Its target language."""
        return self.work.language

    @property
    def format(self) -> str:
        """Name of the format it is written in; `plain` while its source cannot be read."""
        return self.edition.document.format if self.edition is not None else "plain"

    @property
    def state_id(self) -> str:
        """Names the present state of all units; another state has another name."""
        return f"{self.opened}-{self.revision}"

    def renew(self) -> set[str]:
        """Take all units from the work anew; keys of those that differ, gone ones included."""
        before = self.units
        try:
            self.edition, self.notice = self.work.edition(), None
            units: Iterable[Unit] = self.edition.units
        except TranslateFlowError as error:
            self.edition, self.notice = None, error.message
            units = self.work.units
        self.units = {u.key: u for u in units}
        same = {
            k: n
            for k, n in self.words.items()
            if k in self.units and before[k].segment.text == self.units[k].segment.text
        }
        self.words = WordCounts(self.units, same)
        changed = {k for k, u in self.units.items() if before.get(k) != u} | (
            before.keys() - self.units.keys()
        )
        if changed:
            self.revision += 1
        # Copied first, which is one step: other threads add what they find.
        known = dict(self.findings)
        self.findings = {k: f for k, f in known.items() if k in self.units and k not in changed}
        self.told = {k: f for k, f in self.told.items() if k not in changed}
        return changed

    def take(self, events: Iterable[Event], past: Callable[[str], Sequence[Event]]) -> set[str]:
        """Renew only the units that these new events are about; their keys."""
        keys = {e.key for e in events if e.key in self.units}
        if not keys:
            return keys
        for entry in self.work.places.some(keys):
            old = self.units[entry.key]
            self.units[entry.key] = as_unit(entry, past(entry.key), old.segment)
        if self.edition is not None:
            self.edition = replace(self.edition, units=tuple(self.units.values()))
        self.revision += 1
        for key in keys:
            self.findings.pop(key, None)
            self.told.pop(key, None)
        return keys

    # Checks --------------------------------------------------------------------

    def scene(self, *, fresh: bool = False) -> Scene:
        """The checks' view of the statement: the present one if it is cheap or `fresh`, else the last.

        Raises GlossaryError.
        """
        from ...checks import Scene, load

        scene, forgotten = self._scene, self._forgotten
        stale = self._scene_of != self.revision and (fresh or self._scene_cost < CHEAP)
        if scene is None or stale or self._looks > LOOKS:
            revision = self.revision
            scene = Scene(
                self.edition or self._bare(), scene.glossary if scene is not None else self.glossary()
            )
            self._checks = self._checks or load()
            if forgotten == self._forgotten:
                # The scene comes last: another thread that finds one goes by all the rest.
                self._scene_of, self._looks, self._scene_cost = revision, 0, 0.0
                self._scene = scene
        return scene

    def glossary(self) -> Glossary:
        """The statement's glossary, read from its files."""
        return glossary_for(self.work.workspace, self.name, self.language)

    def forget_glossary(self) -> None:
        """Read the glossary again at the next need, and check all anew."""
        self._forgotten += 1
        self._scene, self._scene_of, self.examined = None, -1, -1
        self.findings, self.told = {}, {}

    def check(self, unit: Unit) -> tuple[Finding, ...]:
        """What the checks say of a unit, which may hold a text not yet saved. Raises GlossaryError."""
        from ...checks import check_unit

        scene, checks = self.scene(), self._checks
        self._looks += 1
        began = time.perf_counter()
        found = tuple(check_unit(unit, scene, checks))
        # The first unit pays for what a check works out once for the whole statement.
        self._scene_cost = max(self._scene_cost, time.perf_counter() - began)
        return found

    def remedy(self, unit: Unit, finding: Finding) -> str | None:
        """The text with the finding put right, where that is certain: the checks find less then, and nothing new."""
        from ...checks.fixing import candidate, certain

        return certain(unit, finding, self.scene(), self._checks) if candidate(unit, finding) else None

    def finding(self, key: str) -> tuple[Finding, ...]:
        """Findings of a unit as it stands, remembered until it changes."""
        known = self.findings.get(key)
        if known is None:
            unit, forgotten = self.units[key], self._forgotten
            known = self.check(unit)
            if self.units.get(key) is unit and forgotten == self._forgotten:
                self.findings[key] = known
        return known

    def examine(
        self, rest: Callable[[], None] = lambda: None, stop: Callable[[], bool] = lambda: False
    ) -> set[str]:
        """Findings of all units that have none yet; keys of units whose findings were not known.

        `rest` is called after each unit, so that other threads get their turn; once `stop` says so, what is left
        is for another time.
        """
        found: set[str] = set()
        revision = self.revision
        for key in list(self.units):
            if stop():
                return found
            if key in self.units and key not in self.findings:
                self.finding(key)
                found.add(key)
                rest()
        self.examined = revision
        return found

    def news_of_findings(self) -> dict[str, tuple[Finding, ...]]:
        """What was found since this was asked last."""
        known, told = dict(self.findings), self.told
        news = {key: found for key, found in known.items() if told.get(key) is not found}
        self.told = known
        return news

    def recall(self) -> None:
        """Take over what earlier runs, or other processes, found in units that are as they were. Raises GlossaryError."""
        if self.edition is None:
            return
        scene, forgotten = self.scene(fresh=True), self._forgotten
        known = kept_findings(self.work.workspace, scene, self._checks)
        for unit in scene.edition.units:
            as_it_was = self.units.get(unit.key) is unit and forgotten == self._forgotten
            if as_it_was and unit.key in known:
                self.findings.setdefault(unit.key, known[unit.key])

    def _bare(self) -> Edition:
        """An edition for the checks when the source file cannot serve: no positions, no other text."""
        from ...model import Document

        segments = tuple(u.segment for u in self.units.values())
        languages = self.work.workspace.settings.languages
        document = Document(self.name, "plain", segments)
        return Edition(document, languages.source, self.language, tuple(self.units.values()))
