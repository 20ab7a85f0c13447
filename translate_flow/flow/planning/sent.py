"""What can be sent of a plan: a calendar, and a digest as text or as an e-mail to be looked at first. Nothing is sent here.

Of a confidential statement there is no word in them: it goes by its name, and its note is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

from ...language.text import digest as digest_of
from ...language.text import squeeze
from ...messages import say
from ...workspace import Workspace
from ..statement.privacy import confidential
from . import messages as said
from .planned import Planned, clock, forecast, mine


def calendar(workspace: Workspace, rows: Sequence[Planned], now: datetime | None = None) -> bytes:
    """The due dates as a calendar (RFC 5545), with a reminder two hours before each."""
    from icalendar import Alarm, Calendar, Event

    made = Calendar()
    made.add("prodid", "-//translate-flow//plan//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    for row in rows:
        if row.plan.due is None or row.plan.archived:
            continue
        due = row.plan.due.astimezone(UTC)
        secret = confidential(workspace, row.summary.name) is not None
        name = say(said.EVENT(title=_title(row, secret), language=row.summary.language))
        event = Event()
        # The same for the same statement, so that a calendar read again is brought up to date.
        event.add(
            "uid",
            f"{digest_of(f'{row.summary.language}/{row.summary.name}')}@{workspace.root.name}.translate-flow",
        )
        event.add("dtstamp", (now or datetime.now(UTC)).replace(microsecond=0))
        event.add("dtstart", due)
        event.add("dtend", due)
        event.add("summary", name)
        event.add("description", "\n".join(_facts(row, secret)))
        event.add("priority", {"urgent": 1, "high": 3, "normal": 5, "low": 9}[row.plan.priority])
        event.add("status", "CONFIRMED")
        event.add("transp", "TRANSPARENT")
        if not row.done:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", name)
            alarm.add("trigger", timedelta(hours=-2))
            event.add_component(alarm)
        made.add_component(event)
    data: bytes = made.to_ical()
    return data


def digest(workspace: Workspace, rows: Sequence[Planned], person: str = "") -> str:
    """Where things are, in plain text: for one person what waits for them, else for everybody all that is open."""
    chosen = [r for r in rows if not r.plan.archived and not r.done]
    if person:
        chosen = [r for r in chosen if mine(r, workspace, person)]
    lines = [say(said.DIGEST_FOR(person=person)) if person else say(said.DIGEST_ALL()), ""]
    for row in chosen:
        secret = confidential(workspace, row.summary.name) is not None
        left = {"left": row.summary.to_go, "words": row.summary.total}
        lines.append(f"* {say(said.LINE(title=_title(row, secret), language=row.summary.language, **left))}")
        lines += [f"    {fact}" for fact in _facts(row, secret)]
        lines.append("")
    if not chosen:
        lines.append(say(said.NOTHING()))
    return "\n".join(lines).rstrip() + "\n"


def _facts(row: Planned, secret: bool) -> list[str]:
    """What there is to say of a statement, a line each."""
    plan = row.plan
    found = []
    if plan.due is not None:
        found.append(say((said.LATE if row.late else said.DUE)(due=clock(plan.due))))
    if (sentence := forecast(row)) is not None and not (row.late and row.done_at is None):
        found.append(say(sentence))
    if plan.translator:
        found.append(say(said.TRANSLATES(person=plan.translator)))
    if plan.reviewer:
        found.append(say(said.REVIEWS(person=plan.reviewer)))
    if plan.priority != "normal":
        found.append(say(said.PRIORITY_IS(priority=said.PRIORITY[plan.priority]())))
    if row.returned:
        found.append(say(said.SENT_BACK(n=row.returned)))
    if waiting := sum(row.summary.to_review.values()):
        found.append(say(said.TO_REVIEW(n=waiting)))
    if secret:
        found.append(say(said.CONFIDENTIAL()))
    elif plan.note:
        found.append(say(said.NOTE(text=squeeze(plan.note))))
    return found


def mail(workspace: Workspace, text: str, now: datetime | None = None) -> bytes:
    """The digest as a mail without an address (RFC 5322), which a mail program opens to be completed and sent."""
    made = message(workspace, text, now)
    made["X-Unsent"] = "1"
    return bytes(made)


def message(workspace: Workspace, text: str, now: datetime | None = None) -> EmailMessage:
    """The digest as a mail that says neither from whom it is nor to whom."""
    made = EmailMessage()
    at = (now or datetime.now(UTC)).astimezone()
    made["Subject"] = say(said.SUBJECT(workspace=workspace.root.name, at=at.strftime("%Y-%m-%d %H:%M")))
    made["Date"] = at
    made.set_content(text)
    return made


def _title(row: Planned, secret: bool) -> str:
    title = "" if secret else squeeze(row.summary.title)
    title = title or row.summary.name
    return title if len(title) <= 80 else title[:79] + "…"
