"""Plans: one file for each statement (`plans/NAME.toml`) with a section for each language.

Every key has a line of its own with an empty one after it, so that git puts together what two people planned.
A plan that is broken is reported with file, line and remedy, and what can be read of it counts: it stops nothing.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from ...errors import NotAllowed, UsageError, WorkspaceError
from ...files.conflict import first_mark
from ...files.disk import write_atomically
from ...files.listing import below
from ...files.lock import locked
from ...files.messages import CANNOT_BE_READ, cause
from ...files.regular import bytes_of
from ...messages import LANGUAGES, Message, Template, nearest, say, say_in
from ...workspace import Workspace
from ...workspace.access import EVERYTHING, present
from ..editing.edit import refuse_controls
from ..queries.query import plain
from ..statement.messages import NOT_YOUR_ROLE
from . import messages as said

PRIORITIES = ("urgent", "high", "normal", "low")
"""From the first to be done to the last."""
YEARS = 1971, 2199
"""Years a plan can be for."""
_KEY = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*=""")
END_OF_DAY = time(23, 59)
"""When a day is over that is given without a time."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is planned for one statement in one language."""

    translator: str = ""
    reviewer: str = ""
    due: datetime | None = None
    """When it has to be done, with its time zone; None if nothing is said."""
    priority: str = "normal"
    """One of `PRIORITIES`."""
    note: str = ""
    archived: bool = False
    """Whether it is done with, and no longer shown among the open ones."""


NOTHING_PLANNED = Plan()
KEYS = tuple(f.name for f in fields(Plan))


@dataclass(frozen=True, slots=True)
class ReadPlans:
    """The plans of a workspace as far as they can be read."""

    plans: Mapping[tuple[str, str], Plan]
    """By target language and statement."""
    problems: tuple[Message, ...] = ()
    """What is wrong with the files: place and remedy."""

    def of(self, language: str, name: str) -> Plan:
        """The plan of a statement in a language."""
        return self.plans.get((language, name), NOTHING_PLANNED)


Kept = dict[str, tuple[tuple[int, int], dict[str, Plan], list[Message]]]
"""Plans by file, with the stamp of the file they were read from."""


def read_plans(workspace: Workspace, kept: Kept | None = None) -> ReadPlans:
    """All plans; nothing is raised for what is broken. `kept` remembers files that did not change, for the next time."""
    kept = {} if kept is None else kept
    folder = workspace.plans
    found: dict[tuple[str, str], Plan] = {}
    problems: list[Message] = []
    targets = workspace.settings.languages.targets
    errors: list[OSError] = []
    paths = sorted(folder / file for file in below(str(folder), errors) if file.endswith(".toml"))
    known = {name for language in targets for name in workspace.catalogued(language)} if paths else set()
    for path in paths:
        name = path.relative_to(folder).as_posix().removesuffix(".toml")
        if name not in known and present() is not EVERYTHING:
            continue  # astray, or of a statement that whoever asks is not to know of
        plans, wrong = _kept(workspace, path, kept)
        found |= {(language, name): plan for language, plan in plans.items()}
        problems += wrong
        if name not in known:
            file = workspace.relative(path)
            problems.append(said.NO_SUCH_STATEMENT(file=file, nearest=nearest(name, known)))
    if present() is EVERYTHING:
        problems += (
            CANNOT_BE_READ(file=workspace.relative(Path(e.filename)), cause=cause(e)) for e in errors
        )
    return ReadPlans(found, tuple(problems))


def _kept(workspace: Workspace, path: Path, kept: Kept) -> tuple[dict[str, Plan], list[Message]]:
    try:
        stat = path.stat()
    except OSError:
        return {}, []
    stamp = stat.st_mtime_ns, stat.st_size
    known = kept.get(str(path))
    if known is None or known[0] != stamp:
        known = kept[str(path)] = (stamp, *read(workspace, path))
    return known[1], known[2]


def read(workspace: Workspace, path: Path) -> tuple[dict[str, Plan], list[Message]]:
    """A file's plans by language, and what is wrong with it."""
    file = workspace.relative(path)
    try:
        text = bytes_of(path).decode()
        data = tomllib.loads(text.replace("\r\n", "\n"))
    except FileNotFoundError:
        return {}, []
    except OSError as error:
        return {}, [CANNOT_BE_READ(file=file, cause=cause(error))]
    except UnicodeDecodeError:
        return {}, [said.NOT_UTF_8(file=file)]
    except (ValueError, RecursionError) as error:
        if line := first_mark(text):
            return {}, [said.PLAN_MARKS(file=file, line=line)]
        return {}, [said.NOT_TOML(file=file, cause=str(error))]
    targets = tuple(workspace.settings.languages.targets)
    plans: dict[str, Plan] = {}
    problems: list[Message] = []
    lines = _lines(text)
    for language, values in data.items():
        if language not in targets or not isinstance(values, dict):
            line = lines.get((language, ""), 1)
            problems.append(said.UNKNOWN_LANGUAGE(file=file, line=line, language=language, known=targets))
            continue
        plan = NOTHING_PLANNED
        for key, value in values.items():
            line = lines.get((language, key), 1)
            if key not in KEYS:
                near = nearest(key, KEYS)
                problems.append(said.UNKNOWN_KEY(file=file, line=line, key=key, nearest=near, known=KEYS))
                continue
            good, problem = _value(key, value, file, line)
            if problem is not None:
                problems.append(problem)
            else:
                plan = replace(plan, **{key: good})
        plans[language] = plan
    return plans, problems


def _value(key: str, value: Any, file: str, line: int) -> tuple[Any, Message | None]:
    """A key's value, and what is wrong with it."""
    if key == "due":
        if value == "":
            return None, None
        if isinstance(value, str):
            try:
                value = parse_due(value)
            except UsageError:
                return None, said.NOT_A_TIME(file=file, line=line)
        if isinstance(value, date) and not isinstance(value, datetime):
            value = datetime.combine(value, END_OF_DAY)
        if not isinstance(value, datetime) or not possible(value):
            return None, said.NOT_A_TIME(file=file, line=line)
        return value if value.tzinfo else value.astimezone(), None
    if key == "archived":
        return (value, None) if isinstance(value, bool) else (None, said.NOT_YES_OR_NO(file=file, line=line))
    if not isinstance(value, str):
        return None, said.NOT_A_TEXT(file=file, line=line, key=key)
    if key == "priority" and value not in PRIORITIES:
        return None, said.NOT_A_PRIORITY(file=file, line=line, value=value, known=PRIORITIES)
    return value.strip(), None


def _lines(text: str) -> dict[tuple[str, str], int]:
    """Line, from 1, of each section's head (its key is empty), and of each key in it."""
    found: dict[tuple[str, str], int] = {}
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        plain = line.strip()
        if plain.startswith("[") and "]" in plain:
            section = plain[1 : plain.index("]")].strip().strip("\"'").strip()
            found.setdefault((section, ""), number)
        elif key := _KEY.match(line):
            name = next(filter(None, key.groups()), "")
            found.setdefault((section, name), number)
            found.setdefault(
                (name, ""), number
            )  # a section written as `en = {…}`, or a key above all sections
    return found


def parse_due(value: str, now: datetime | None = None) -> datetime:
    """A date and time as a person writes it; this machine's time zone unless it names one.

    A date alone means its end, a time alone today. Raises UsageError.
    """
    text = value.strip()
    zone: ZoneInfo | None = None
    if found := re.fullmatch(r"(.*\S)\s+([A-Za-z]+(?:/[A-Za-z_+\-0-9]+)*)", text):
        text, name = found[1], found[2]
        try:
            zone = ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            near = nearest(name, sorted(available_timezones()))
            raise UsageError(said.NO_SUCH_ZONE(value=value, zone=name, nearest=near)) from None
    try:
        if re.fullmatch(r"\d{1,2}:\d\d", text):
            today = (now or datetime.now().astimezone()).astimezone(zone).date()
            made = datetime.combine(today, time.fromisoformat(text.zfill(5)))
        elif re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            made = datetime.combine(date.fromisoformat(text), END_OF_DAY)
        else:
            made = datetime.fromisoformat(text)
        if made.tzinfo is None:
            made = made.replace(tzinfo=zone) if zone else made.astimezone()
        if not possible(made):
            raise ValueError(text)
    except (ValueError, OverflowError, OSError):
        raise UsageError(said.BAD_DUE(value=value)) from None
    return made.replace(microsecond=0)


def meant(word: str, names: Mapping[str, Template]) -> str:
    """The program's own word for one that may be in any language it speaks; the word itself if it is none."""
    for name, template in names.items():
        if any(plain(word.strip()) == plain(say_in(tag, template())) for tag in LANGUAGES):
            return name
    return word


def possible(at: datetime) -> bool:
    """Whether it is a time that somebody can mean, and every clock can show."""
    return YEARS[0] <= at.year <= YEARS[1]


def set_plan(workspace: Workspace, name: str, language: str, changes: Mapping[str, Any]) -> Plan:
    """Change some keys of a statement's plan; the rest, comments included, stays as it is written.

    Raises WorkspaceError if the file is broken, UsageError for a value that cannot be kept.
    """
    changes = dict(changes)
    if "priority" in changes:
        asked = str(changes["priority"])
        changes["priority"] = meant(asked, said.PRIORITY)
        if changes["priority"] not in PRIORITIES:
            known = tuple(say(name()) for name in said.PRIORITY.values())
            raise UsageError(said.BAD_PRIORITY(value=asked, nearest=nearest(asked, known), known=known))
    for value in changes.values():
        if isinstance(value, str):
            refuse_controls(value)
    if not present().may("plan", name, language):
        raise NotAllowed(NOT_YOUR_ROLE(name=name))
    path = workspace.plan_path(name)
    with locked(workspace.cache):
        plans, problems = read(workspace, path)
        if path.exists() and not plans and problems and problems[0].id in _UNREADABLE:
            raise WorkspaceError(problems[0])
        plan = replace(plans.get(language, NOTHING_PLANNED), **changes)
        text = path.read_text("utf-8") if path.exists() else f"# {said.HEAD(command='translate-flow plan')}\n"
        write_atomically(path, _written(text, language, plan, tuple(changes)).encode())
    return plan


_UNREADABLE = frozenset({said.NOT_TOML.id, said.NOT_UTF_8.id, said.PLAN_MARKS.id})


def _written(text: str, language: str, plan: Plan, changed: Sequence[str]) -> str:
    """The file's text with the plan in its section."""
    lines = text.replace("\r\n", "\n").split("\n")
    head = next(
        (n for n, line in enumerate(lines) if re.match(rf"\s*\[\s*\"?{re.escape(language)}\"?\s*\]", line)),
        None,
    )
    if head is None:
        body = "\n\n".join(f"{key} = {_toml(getattr(plan, key))}" for key in KEYS)
        return text.rstrip("\n") + f"\n\n[{language}]\n\n{body}\n"
    end = next((n for n in range(head + 1, len(lines)) if lines[n].lstrip().startswith("[")), len(lines))
    for key in changed:
        line = f"{key} = {_toml(getattr(plan, key))}"
        place = next((n for n in range(head + 1, end) if re.match(rf"\s*\"?{key}\"?\s*=", lines[n])), None)
        if place is not None:
            last = _last_line(lines, place)
            end -= last - place
            lines[place : last + 1] = [line]
            continue
        at = end
        while at > head + 1 and not lines[at - 1].strip():
            at -= 1
        lines[at:at] = ["", line]
        end += 2
    return "\n".join(lines).rstrip("\n") + "\n"


def _last_line(lines: Sequence[str], place: int) -> int:
    """Last line of the value that begins in a line: one in triple quotes may have several."""
    opened = re.search(r"=\s*(\"\"\"|''')", lines[place])
    if opened is None or lines[place].count(opened[1]) > 1:
        return place
    return next((n for n in range(place + 1, len(lines)) if opened[1] in lines[n]), place)


def _toml(value: Any) -> str:
    if value is None:
        return '""'
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    # JSON's strings are TOML's, but for this one sign.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
