"""The editor: one statement, its list of segments, its text to read and work on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from ..catalogue.coverage import is_doubtful
from ..errors import TranslateFlowError
from ..flow.queries.find import find_known
from ..flow.queries.query import spoken
from ..flow.statement.omitted import sentence
from ..flow.statement.sheet import Sheet
from ..flow.statement.unsaved import Unsaved, placed, unsaved
from ..flow.summary import title_of
from ..language.tags import direction
from ..messages import Message
from ..model import CONFIRMED, Omission, Unit
from .desk import Desk, run_in_thread
from .pages import long_page
from .session import Session, session
from .views import kinds_of_terms, unit_view

LONGEST_QUERY = 400
AGAIN = "again"
"""Parameter of a page that is asked for once more, since it had begun and could not go on."""


class SegmentRow(NamedTuple):
    """A segment as the page shows it."""

    key: str
    state: str
    kind: str
    source: str
    target: str
    hidden: bool
    """Whether the list's filter leaves it out."""


@dataclass
class ShownText:
    """What the page shows of the statement; of a long one known only when its beginning has been sent."""

    desk: Desk
    who: Session
    language: str
    name: str
    query: str
    title: str = ""
    states: Mapping[str, int] = field(default_factory=dict)
    """Segments by state."""
    to_go: int = 0
    """Words not confirmed yet."""
    confidential: Message | None = None
    """Where it says that it is."""
    problem: str = ""
    """Why it cannot be shown after all."""
    rows: list[SegmentRow] = field(default_factory=list)
    words: Mapping[str, int] = field(default_factory=dict)
    """Words of each row's source; counted as they are shown."""
    notice: Message | None = None
    omitted: Sequence[Omission] = ()
    left_out: Message | None = None
    doubtful: int = 0
    lost: Sequence[Unsaved] = ()
    wrong: str = ""
    """What is wrong with the filter."""
    start: dict[str, Any] = field(default_factory=dict)
    """What the page's scripts begin with."""
    sheet: Sheet | None = None

    def begin(self) -> bool:
        """What the top of the page shows, where that is known without reading the statement; whether it is."""
        known = self.desk.before_reading(self.name, self.language)
        if known is None:
            return False
        self.title, self.states, self.to_go = known.title or self.name, known.states, known.to_go
        return True

    async def read(self) -> None:
        """All of it. Raises UsageError, CatalogueError."""
        sheet = await self.desk.sheet(self.language, self.name)
        place = self.desk.workspace, self.name, self.language, self.who.person
        waiting, self.lost = await run_in_thread(lambda: placed(unsaved(*place), sheet.units))
        shown, partial, wrong = await run_in_thread(lambda: _filtered(sheet, self.query))
        self.sheet = sheet
        # One state of the statement for the whole page, whatever is saved while it is sent.
        state, units = sheet.state_id, tuple(sheet.units.values())
        self.rows, self.words = [_row(sheet, unit, shown) for unit in units], sheet.words
        self.notice, self.wrong = sheet.notice, self.who.locale.translate(wrong)
        self.omitted = sheet.edition.document.omitted if sheet.edition is not None else ()
        self.left_out = sentence(self.omitted)
        self.doubtful = sum(map(is_doubtful, units))
        if not self.states:
            self.title, self.to_go = title(sheet), _to_go(sheet)
            self.states = Counter(row.state for row in self.rows)
        self.start = {
            "name": self.name,
            "language": self.language,
            "typing": {key: _typed(draft) for key, draft in waiting.items()},
            "state": state,
            "four_eyes": self.desk.workspace.settings.review.four_eyes,
            "person": self.who.person,
            "query": self.query,
            "wrong": bool(wrong),
            "partial": partial,
            # A team's confidential texts leave no trace in the browser: its device may be taken.
            "lasting": not (self.who.account and self.confidential),
        }

    async def follow(self) -> None:
        """The same when the page's beginning is sent: what is wrong is said in the page."""
        try:
            await self.read()
        except TranslateFlowError as error:
            self.problem = self.who.locale.translate(error.message)

    def begun(self) -> dict[str, Any]:
        """What the scripts begin with; asked for at the page's end, for its beginning is not to wait for it."""
        if self.sheet is None:
            return {"typing": {}, "units": {}}
        sheet = self.sheet
        return self.start | {
            "units": {key: _brief(unit_view(sheet, unit)) for key, unit in sheet.units.items()}
        }

    def examine(self) -> None:
        """Have the checks look at it, now that it is shown."""
        if self.sheet is not None:
            self.desk.examine(self.sheet)


async def show(request: Request) -> Response:
    """GET: the whole statement; scripts bring one segment at a time to life. `q` is the list's filter.

    With `again` nothing is sent before all is read: a page that has begun and cannot go on asks for that, so that what
    is wrong is a page of its own.
    """
    desk: Desk = request.app.state.desk
    who = session(request, desk.workspace)
    language, name = desk.language(request.path_params["language"]), request.path_params["name"]
    query = spoken(request.query_params.get("q", "").strip()[:LONGEST_QUERY], who.locale.tag)
    text = ShownText(desk, who, language, name, query)
    begun = AGAIN not in request.query_params and await run_in_thread(text.begin)
    marks, _ = await run_in_thread(lambda: desk.privacy([name]))
    text.confidential = marks[name]
    if not begun:
        await text.read()
    source = desk.workspace.settings.languages.source
    return long_page(
        request,
        who,
        "editor.html",
        text=text,
        name=name,
        source=source,
        target=language,
        kinds=kinds_of_terms(who.locale),
        source_direction=direction(source),
        target_direction=direction(language),
        query=query,
        until=text.follow if begun else None,
        after=text.examine,
    )


def _filtered(sheet: Sheet, query: str) -> tuple[set[str] | None, bool, Message | None]:
    """Keys that a filter lets through, None for all; whether the checks may add some; what is wrong with the filter."""
    if not query:
        return None, False, None
    try:
        keys, whole = find_known(sheet, query)
    except TranslateFlowError as error:
        return None, False, error.message
    return set(keys), not whole, None


def _row(sheet: Sheet, unit: Unit, shown: set[str] | None) -> SegmentRow:
    segment = unit.segment
    hidden = shown is not None and unit.key not in shown
    return SegmentRow(
        unit.key,
        str(unit.state),
        str(segment.kind),
        segment.text,
        unit.target,
        hidden,
    )


def _typed(draft: Unsaved) -> dict[str, str]:
    return {"text": draft.text, "base": draft.base, "at": draft.at}


def _brief(view: dict[str, Any]) -> dict[str, Any]:
    """A unit's view without what the page says already and what is not the case."""
    return {k: v for k, v in view.items() if v not in (False, None) and k not in ("key", "target", "last")}


def title(sheet: Sheet) -> str:
    """The statement's title in its own language, or else its name: the one that the overview shows."""
    return title_of(tuple(sheet.units.values())) or sheet.name


def progress(sheet: Sheet) -> dict[str, Any]:
    """Segments by state, and words to go."""
    states = Counter(str(u.state) for u in sheet.units.values())
    return {"states": dict(states), "to_go": _to_go(sheet), "all": len(sheet.units)}


def _to_go(sheet: Sheet) -> int:
    """Words of the segments that are not confirmed."""
    return sum(sheet.words[u.key] for u in sheet.units.values() if u.state not in CONFIRMED)
