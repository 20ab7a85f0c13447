"""What the server's parts share: the workspace's open statements, the open pages, the running jobs."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Collection, Coroutine, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from anyio import to_thread

from ..errors import TranslateFlowError, UsageError
from ..files.messages import described
from ..flow.memory import KeptMemory
from ..flow.planning.planned import Planned, planned
from ..flow.planning.plans import Kept, ReadPlans, read_plans
from ..flow.queries.find import make_ready
from ..flow.reviewing.found import FoundFindings, found_in
from ..flow.statement.beside import examine
from ..flow.statement.privacy import Marks
from ..flow.statement.readings import LONG
from ..flow.statement.sheet import Sheet
from ..flow.statement.shelf import Shelf
from ..flow.statement.storage import storage_of
from ..flow.statement.work import Work
from ..flow.summaries import Summaries
from ..flow.summary import Summary
from ..flow.terms import suggest
from ..messages import Message
from ..workspace import Workspace
from ..workspace.access import EVERYTHING, as_program, present
from .board import BOARDS, MadeBoard
from .gate import Secret
from .hub import OVERVIEW, Hub, Topic
from .jobs import Jobs
from .messages import NOT_TRANSLATED_INTO
from .traffic import Traffic
from .views import counted, unit_view

T = TypeVar("T")
R = TypeVar("R")

WATCH_SECONDS = 0.7
"""How often files are looked at, and PO files brought up to date."""
FOLLOW_SECONDS = 2.0
"""How often PO files are, where a database has what they lack: often enough for whoever reads the folder."""


@dataclass
class Desk:
    """One desk: the server's memory."""

    shelf: Shelf
    secret: Secret
    port: int
    hub: Hub = field(default_factory=Hub)
    traffic: Traffic = field(default_factory=Traffic)
    examining: set[str] = field(default_factory=set)
    """Sheets (`Sheet.opened`) whose findings are being worked out."""
    counts: dict[Topic, dict[str, int]] = field(default_factory=dict)
    """Findings by severity of the statements looked at so far."""
    found: dict[Topic, FoundFindings] = field(default_factory=dict)
    """The findings themselves, and what was dismissed; what `counts` counts."""
    marks: Marks = field(default_factory=Marks)
    """Which statements are confidential."""
    backs: OrderedDict[str, tuple[str, str, Callable[[], object], Collection[Topic] | None]] = field(
        default_factory=OrderedDict
    )
    """Session, address, what is to be done to take something back, and statements, by its token (see `backs`)."""
    suggested: suggest.Kept = field(default_factory=dict)
    """Proposals for the glossary, as they were found last."""
    boards: deque[MadeBoard] = field(default_factory=lambda: deque(maxlen=BOARDS))
    """What the overview showed last."""
    counted: int = 0
    """How often findings were counted."""
    _marking: threading.Lock = field(default_factory=threading.Lock)
    _looking: threading.Lock = field(default_factory=threading.Lock)
    _plans: Kept = field(default_factory=dict)
    _counting: set[Topic] = field(default_factory=set)
    _counted: dict[Topic, tuple[object, ...]] = field(default_factory=dict)
    _counted_rows: dict[Topic, Summary] = field(default_factory=dict)
    """The summaries that were known when findings were counted last."""
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _woken: set[Topic] = field(default_factory=set)
    _writing: bool = False
    """Whether PO files are being brought up to date."""
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.jobs = Jobs(self.hub)
        self.summaries = Summaries(self.workspace)
        self.memory = KeptMemory(lambda: self.workspace)

    @property
    def workspace(self) -> Workspace:
        """The workspace with its present settings."""
        return self.shelf.workspace

    def language(self, wanted: str) -> str:
        """The target language asked for. Raises UsageError."""
        if wanted not in self.workspace.settings.languages.targets:
            raise UsageError(NOT_TRANSLATED_INTO(language=wanted))
        return wanted

    async def sheet(self, language: str, name: str) -> Sheet:
        """The statement, opened in a thread. Raises UsageError, CatalogueError."""
        return await run_in_thread(lambda: self.shelf.sheet(name, self.language(language)))

    def before_reading(self, name: str, language: str) -> Summary | None:
        """The numbers of a long statement that is not open, if they are known; its page can then begin at once.

        Raises UsageError as `sheet` does.
        """
        if self.shelf.is_open(name, language) or storage_of(self.workspace).apart:
            return None
        known = self.summaries.fresh(self.workspace, name, language)
        return (
            known if known is not None and sum(known.states.values()) >= LONG and not known.problem else None
        )

    async def change(self, sheet: Sheet, act: Callable[[Work], T], tab: str = "") -> T:
        """Do something to a statement, and tell all its pages. Its PO file follows at the shelf's next `flush`."""
        return await self.change_and(sheet, act, lambda result: result, tab)

    async def change_and(
        self, sheet: Sheet, act: Callable[[Work], T], answer: Callable[[T], R], tab: str = ""
    ) -> R:
        """The same, and what the `answer` makes of it before the pages are told: without another turn of waiting."""
        changed: set[str] = set()

        def journalled(work: Work) -> T:
            with work.journal_only():
                return act(work)

        def run() -> R:
            result, keys = self.shelf.change(sheet, journalled)
            changed.update(keys)
            return answer(result)

        try:
            return await run_in_thread(run)
        finally:
            if changed:
                self.memory.changed()
                self.announce(sheet, changed, tab)

    def announce(self, sheet: Sheet, keys: Iterable[str], tab: str = "") -> None:
        """Tell the pages of a statement that these units changed; `tab` is the page that did it."""
        views = [unit_view(sheet, sheet.units[k]) for k in keys if k in sheet.units]
        gone = any(k not in sheet.units for k in keys)
        if gone:
            self.hub.tell((sheet.language, sheet.name), "reload", {})
        elif views:
            self.hub.tell(
                (sheet.language, sheet.name), "units", {"units": views, "tab": tab, "state": sheet.state_id}
            )
        if gone or views:
            self.hub.tell(OVERVIEW, "statement", {"language": sheet.language, "name": sheet.name})

    def examine(self, sheet: Sheet) -> None:
        """Work out the findings of a whole statement beside other work, and tell its pages."""
        place = sheet.language, sheet.name
        if sheet.opened in self.examining or sheet.examined == sheet.revision:
            return
        self.examining.add(sheet.opened)

        async def run() -> None:
            try:
                others = self.traffic.let_pass, self.hub.closing.is_set
                await run_in_thread(lambda: make_ready(sheet, *others))
                await run_in_thread(lambda: examine(sheet, *others))
                await self.tell_findings(sheet)
            except TranslateFlowError as error:
                self.hub.tell(place, "trouble", {"error": error.message})
            finally:
                self.examining.discard(sheet.opened)

        self._keep(run())

    async def tell_findings(self, sheet: Sheet) -> None:
        """Tell a statement's pages what was found since they were told last. (A page that opens asks for all.)"""
        news = await run_in_thread(sheet.news_of_findings)
        if news:
            found = {key: counted(findings) for key, findings in news.items()}
            self.hub.tell((sheet.language, sheet.name), "findings", {"findings": found})

    def rows(self) -> list[Summary]:
        """The overview's rows."""
        if self.shelf.apart:
            self.shelf.flush()
        with self.shelf.lock:
            if not self.shelf.apart:
                self.shelf.flush()
            return self.summaries.all(self.workspace, self.happened)

    def look_beside(self) -> None:
        """Where there are many statements, look beside other work at those that other programs may have changed, and
        tell the overviews."""
        if not self.summaries.due() or not self._looking.acquire(blocking=False):
            return

        def look() -> None:
            try:
                for _ in self._steps(self.summaries.beside(self.workspace), self._tell_changed):
                    self.traffic.let_pass()
            except (TranslateFlowError, OSError) as error:
                self.hub.tell_from_thread(OVERVIEW, "trouble", {"error": described(error)})
            finally:
                self._looking.release()

        threading.Thread(target=look, name="look beside", daemon=True).start()

    def _steps(self, steps: Iterator[T], each: Callable[[T], None]) -> Iterator[None]:
        """One step after the other with the shelf's lock; others have their turn between two."""
        while not self.hub.closing.is_set():
            with self.shelf.lock:
                try:
                    found = next(steps)
                except StopIteration:
                    return
            each(found)
            yield

    def _tell_changed(self, names: set[str]) -> None:
        for name in names:
            self.hub.tell_from_thread(OVERVIEW, "statement", {"name": name})

    @property
    def happened(self) -> tuple[int, int]:
        """Another whenever something may have happened at this desk: news that were told, requests to do something."""
        return self.hub.told, self.traffic.acts

    def warm(self) -> None:
        """Read, while nobody waits yet, what the overview shows; others have their turn between two statements."""
        self.shelf.names("")
        for _ in self._steps(self.summaries.beforehand(self.workspace), lambda _: None):
            pass

    def plans(self) -> ReadPlans:
        """The plans as they are on disk; files that did not change are not read again."""
        return read_plans(self.workspace, self._plans)

    def planned(self) -> tuple[list[Planned], tuple[Message, ...]]:
        """Every statement with its plan, and what is wrong with the files of plans."""
        rows, plans = self.rows(), self.plans()
        return planned(self.workspace, rows, plans), plans.problems

    @property
    def errors(self) -> dict[Topic, int]:
        """Errors the checks find in the statements looked at so far; statements without any are left out."""
        return {place: n for place, found in self.counts.items() if (n := found.get("error", 0))}

    def privacy(self, names: Iterable[str]) -> tuple[dict[str, Message | None], list[Message]]:
        """Where it says of these statements that they are confidential; and what is wrong with the settings."""
        # Not the shelf's lock: a page that begins is not to wait for a statement that is read.
        with self._marking:
            marks = {name: self.marks.of(self.workspace, name) for name in names}
            # What the settings name may be something that whoever asks is not to know of.
            wrong = [*self.workspace.unmatched(), *self.workspace.unread] if present() is EVERYTHING else []
            return marks, wrong

    def count_findings(self, places: Iterable[Topic]) -> None:
        """Work out the findings of these statements beside other work, one after the other."""
        wanted = [p for p in places if p not in self._counting]
        self._counting.update(wanted)

        async def run() -> None:
            for language, name in wanted:
                try:
                    await self._count(language, name)
                except TranslateFlowError:
                    self._counted_rows.pop((language, name), None)  # the row says what is wrong
                finally:
                    self._counting.discard((language, name))

        if wanted:
            self._keep(run())

    def count_findings_of(self, rows: Iterable[Summary]) -> None:
        """The same of those that are another than when it was done last."""
        wanted = [row for row in rows if self._counted_rows.get((row.language, row.name)) is not row]
        self._counted_rows.update({(row.language, row.name): row for row in wanted})
        self.count_findings((row.language, row.name) for row in wanted)

    async def _count(self, language: str, name: str) -> None:
        place = language, name
        sheet = self.shelf.sheets.get(place)
        stamp = (
            (sheet.revision, id(sheet))
            if sheet
            else await run_in_thread(lambda: _stamp(self.workspace, *place))
        )
        if self._counted.get(place) == stamp:
            return
        seen = sheet if sheet is not None else await run_in_thread(lambda: self._peek(name, language))
        await run_in_thread(lambda: examine(seen, self.traffic.let_pass, self.hub.closing.is_set))
        found = [f for findings in list(seen.findings.values()) for f in findings]
        self.found[place] = found_in(seen)
        self.counts[place], self._counted[place] = counted(found), stamp
        self.counted += 1
        self.hub.tell(OVERVIEW, "counts", {"language": language, "name": name, "counts": counted(found)})

    def _peek(self, name: str, language: str) -> Sheet:
        """A statement to count its findings. Whoever is about to open it comes first, and it is not read twice."""
        self.traffic.let_pass()
        return self.shelf.peek(name, language)

    def _keep(self, coroutine: Coroutine[Any, Any, None]) -> None:
        """Run something in the background."""
        task = asyncio.get_running_loop().create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def watch(self) -> None:
        """Until cancelled: take in what other programs write, let PO files follow the journals."""
        due = follow = time.monotonic() + WATCH_SECONDS
        while True:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), max(0.0, due - time.monotonic()))
            self._news.clear()
            woken, self._woken = self._woken, set()
            try:
                if woken:
                    await self.catch_up(woken)
                if time.monotonic() >= due:
                    if time.monotonic() >= follow and not self._writing:
                        self._writing = True
                        self._keep(self._follow())
                        follow = time.monotonic() + (FOLLOW_SECONDS if self.shelf.apart else 0.0)
                    await self.catch_up()
                    if any(listener.topic == OVERVIEW for listener in self.hub.listeners):
                        self.look_beside()
            except (TranslateFlowError, OSError) as error:
                self.hub.tell(OVERVIEW, "trouble", {"error": described(error)})
            if time.monotonic() >= due:
                due = time.monotonic() + WATCH_SECONDS

    async def _follow(self) -> None:
        """Bring the PO files up to date, while news go on coming in."""
        try:
            if await run_in_thread(self.shelf.flush):
                self.memory.changed()
        except (TranslateFlowError, OSError) as error:
            self.hub.tell(OVERVIEW, "trouble", {"error": described(error)})
        finally:
            self._writing = False

    def wake(self, place: Topic) -> None:
        """Something came to a statement's events elsewhere: take it in now. In the server's loop only."""
        self._woken.add(place)
        self._news.set()

    async def catch_up(self, places: Collection[Topic] | None = None) -> None:
        """Take in what was written just now, to any statement or to these, and tell the pages."""
        with as_program():
            changed = await run_in_thread(lambda: self.shelf.reread(places))
        for (language, name), keys in changed.items():
            sheet = self.shelf.sheets.get((language, name))
            if sheet is not None:
                self.announce(sheet, keys)
                self.examine(sheet)


def _stamp(workspace: Workspace, language: str, name: str) -> tuple[object, ...]:
    """Tells one state of a statement's files from another."""
    found: list[object] = []
    for path in (workspace.catalogue_path(name, language), workspace.journal_path(name, language)):
        found.append(path.stat().st_mtime_ns if path.exists() else None)
    return tuple(found)


async def run_in_thread(work: Callable[[], T]) -> T:
    """Run something that takes its time in a thread."""
    return await to_thread.run_sync(work)
