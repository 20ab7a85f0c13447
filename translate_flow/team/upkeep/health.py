"""Whether all is well with a team's server: each thing that has to be right, looked at, with what to do if it is not."""

from __future__ import annotations

import contextlib
import grp
import os
import shutil
import socket
import stat
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from ...errors import TranslateFlowError, UpkeepError
from ...files.messages import CANNOT_BE_READ, cause
from ...messages import Message
from ...workspace import SETTINGS
from ..base import migrations
from ..queue import ALIVE_SECONDS
from ..server import FOLDER
from .backup import backups
from .messages import health as said
from .place import CADDY, USER, Installation
from .programs import run
from .sealed import begins_well
from .server import Database, literal
from .setup import systemd
from .units import active_units

FRESH_HOURS = 36
"""A newest backup older than this is told: one a night, and a morning to notice."""
ROOM_BYTES, ROOM_SHARE = 500_000_000, 0.05
"""Less room than either on a disk is told."""
CLOCK_SECONDS = 5
_ANSWER_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Vital:
    """One thing looked at."""

    name: str
    """Stable, for programs: `database`, `units` …"""
    good: bool | None
    """None: it could not be looked at, or does not apply here."""
    what: Message
    remedy: Message | None = None
    """What to do."""


def vitals(made: Installation, root: Path = Path("/")) -> Iterator[Vital]:
    """Everything, one after the other; what fails keeps none of the others from being looked at."""
    looks: list[tuple[str, Callable[[Installation, Path], Iterator[Vital]]]] = [
        ("workspace", _workspace), ("database", _database), ("disk", _disk), ("clock", _clock),
    ]  # fmt: skip
    if made.host:
        looks += [("units", _units), ("socket", _sockets), ("caddy", _caddy), ("backups", _backups)]
    if made.remote:
        looks.append(("git", _remote))
    made = replace(
        made,
        workspace=root / made.workspace.relative_to("/"),
        backups=root / made.backups.relative_to("/"),
    )
    for name, look in looks:
        try:
            yield from look(made, root)
        except TranslateFlowError as error:
            yield Vital(name, False, error.message)
        except OSError as error:
            yield Vital(name, None, CANNOT_BE_READ(file=str(error.filename or name), cause=cause(error)))


def _workspace(made: Installation, _root: Path) -> Iterator[Vital]:
    good = (made.workspace / SETTINGS).exists()
    yield Vital(
        "workspace",
        good,
        said.WORKSPACE_AT(folder=str(made.workspace)),
        None if good else said.NO_WORKSPACE(),
    )


def _database(made: Installation, _root: Path) -> Iterator[Vital]:
    if not made.database:
        there = (made.workspace / FOLDER).is_dir()
        yield Vital("database", True if there else None, said.IN_FILES())
        return
    database = Database(made.database)
    try:
        [[now]] = database.ask("SELECT extract(epoch FROM clock_timestamp())")
    except UpkeepError as error:
        yield Vital(
            "database", False, said.DATABASE(name=database.name), said.NO_DATABASE(cause=error.message)
        )
        return
    away = abs(float(now) - time.time())
    yield Vital("database", True, said.DATABASE(name=database.name))
    if away > CLOCK_SECONDS:
        yield Vital("clock", False, said.CLOCKS_DIFFER(seconds=round(away)), said.SET_CLOCK())
    done = {int(v) for [v] in database.ask("SELECT version FROM schema_version")}
    wanted = {number for number, _ in migrations(("", "postgresql"))}
    newest = max(done, default=0)
    if done == wanted:
        yield Vital("schema", True, said.SCHEMA(version=newest))
    elif done - wanted:
        yield Vital("schema", False, said.SCHEMA(version=newest), said.UPDATE_PROGRAM())
    else:
        yield Vital("schema", False, said.SCHEMA(version=newest), said.MIGRATE(dsn=made.database))
    yield from _role(made, database)
    alive = database.one(
        f"SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - make_interval(secs => {ALIVE_SECONDS})"
    )
    working = alive not in ("", "0")
    yield Vital("worker", working, said.WORKERS(n=int(alive or 0)), None if working else said.START_WORKER())


def _role(made: Installation, database: Database) -> Iterator[Vital]:
    """Whether row security holds for the role that desks have: for one that owns the tables, or may do everything, it does not."""
    named = database.user or (USER if made.host else "")
    if not named and os.getuid() == 0:
        return  # whoever desks run as, it is not the one who asks here
    known = f"r.rolname = {literal(named)}" if named else "r.rolname = current_user"
    found = database.ask(
        "SELECT r.rolname, r.rolsuper OR r.rolbypassrls OR EXISTS (SELECT FROM pg_class c"
        " WHERE c.oid = to_regclass('memory_unit') AND pg_has_role(r.oid, c.relowner, 'USAGE'))"
        f" FROM pg_roles r WHERE {known}"
    )
    name, free = found[0] if found else (named, "t")
    good = free == "f"
    yield Vital("role", good, said.ROLE(role=name), None if good else said.GRANT(dsn=made.database))


def _disk(made: Installation, _root: Path) -> Iterator[Vital]:
    seen = set()
    for folder in (made.workspace, made.backups) if made.host else (made.workspace,):
        there = next(p for p in (folder, *folder.parents) if p.exists())
        if (device := there.stat().st_dev) in seen:
            continue
        seen.add(device)
        room = shutil.disk_usage(there)
        good = room.free >= ROOM_BYTES and room.free >= ROOM_SHARE * room.total
        what = said.ROOM(folder=str(there), megabytes=room.free // 1_000_000)
        yield Vital("disk", good, what, None if good else said.MAKE_ROOM())


def _clock(_made: Installation, _root: Path) -> Iterator[Vital]:
    if not systemd():
        yield Vital("clock", None, said.CLOCK_UNKNOWN())
        return
    good = run("timedatectl", "show", "-p", "NTPSynchronized", "--value").strip() == b"yes"
    yield Vital("clock", good, said.CLOCK(), None if good else said.SET_CLOCK())


def _units(made: Installation, _root: Path) -> Iterator[Vital]:
    for unit in [*active_units(made), "caddy.service"]:
        if not systemd():
            yield Vital("units", None, said.UNIT_UNKNOWN(unit=unit))
            continue
        good = False
        with contextlib.suppress(TranslateFlowError):
            good = run("systemctl", "is-active", unit).strip() == b"active"
        yield Vital("units", good, said.UNIT(unit=unit), None if good else said.SEE_UNIT(unit=unit))


def _sockets(made: Installation, root: Path) -> Iterator[Vital]:
    for path in (root / s.relative_to("/") for s in made.sockets):
        yield _socket(path, made.host)


def _socket(path: Path, host: str) -> Vital:
    what = said.SOCKET(file=str(path))
    try:
        found = path.stat()
    except FileNotFoundError:
        return Vital("socket", False, what, said.NO_SOCKET())
    if not stat.S_ISSOCK(found.st_mode):
        return Vital("socket", False, what, said.NO_SOCKET())
    if found.st_mode & 0o007:
        return Vital("socket", False, what, said.SOCKET_OPEN())
    try:
        group = grp.getgrgid(found.st_gid)
        if group.gr_name == USER and "caddy" not in group.gr_mem:
            return Vital("socket", False, what, said.CADDY_OUTSIDE(user=USER))
    except KeyError:
        pass
    try:
        answer = _asked(path, host)
    except OSError as error:
        return Vital("socket", False, what, said.NO_ANSWER(cause=cause(error)))
    good = answer.startswith(b"HTTP/1.1 200 ")
    told = answer.split(b"\r\n")[0].decode("latin-1")
    return Vital("socket", good, what, None if good else said.NO_ANSWER(cause=told or "?"))


def _asked(path: Path, host: str) -> bytes:
    with socket.socket(socket.AF_UNIX) as asking:
        asking.settimeout(_ANSWER_SECONDS)
        asking.connect(str(path))
        asking.sendall(f"GET /login HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode("latin-1"))
        return asking.recv(4096)


def _caddy(made: Installation, root: Path) -> Iterator[Vital]:
    file = root / CADDY
    what = said.CADDYFILE(file=str(file))
    home = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), "/nonexistent")
    try:
        run("caddy", "validate", "--config", str(file), "--adapter", "caddyfile", more=home)
    except UpkeepError as error:
        yield Vital("caddy", False, what, said.BAD_SITE(cause=error.message, host=made.host))
        return
    good = "import translate-flow.caddy" in file.read_text("utf-8").splitlines()
    yield Vital("caddy", good, what, None if good else said.NOT_IN_CADDY())


def _backups(made: Installation, _root: Path) -> Iterator[Vital]:
    if not made.backup_key:
        yield Vital("backups", False, said.NO_BACKUPS(), said.MAKE_KEY(host=made.host))
        return
    folder = made.backups
    found = backups(folder)
    if not found:
        yield Vital("backups", False, said.NONE_YET(folder=str(folder)), said.BACK_UP())
        return
    at, file = found[-1]
    hours = int((datetime.now(UTC) - at).total_seconds() // 3600)
    begins_well(file)
    good = hours <= FRESH_HOURS
    what = said.NEWEST(file=file.name, hours=max(hours, 0))
    yield Vital("backups", good, what, None if good else said.BACK_UP())


def _remote(made: Installation, _root: Path) -> Iterator[Vital]:
    owner = str(made.workspace.stat().st_uid)
    what = said.REMOTE(remote=made.remote)
    try:
        _ask_remote(made, owner)
    except UpkeepError as error:
        yield Vital("git", False, what, said.NO_REMOTE(cause=error.message))
        return
    yield Vital("git", True, what)


def _ask_remote(made: Installation, owner: str) -> None:
    run(
        "git", "-C", str(made.workspace), "ls-remote", "--heads", "--", made.remote, user=owner,
        more={"GIT_TERMINAL_PROMPT": "0", "GIT_SSH_COMMAND": "ssh -o BatchMode=yes -o ConnectTimeout=10"},
    )  # fmt: skip
