"""`translate-flow team setup`: everything a small server needs, all or nothing, as often as one likes.

What is there already as it should be is left alone. What was made is taken back if a later step fails; what was there
before, such as a database or a workspace, never.
"""

from __future__ import annotations

import contextlib
import grp
import os
import pwd
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from ...errors import TranslateFlowError, UpkeepError, UsageError
from ...messages import Message
from ...workspace import SETTINGS
from . import messages as said
from .place import CADDY, OWNER, USER, Installation
from .programs import program, run
from .sealed import must_be_public
from .server import Database, literal, quoted
from .units import COMMAND, active_units, files
from .written import ServerFile, write_all

MOST_DESKS = 4
_HOST = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])")
_HOME = Path("/var/lib/translate-flow")
Say = Callable[[Message], object]


@dataclass(frozen=True, slots=True)
class ServerPlan:
    """What setup will do."""

    made: Installation
    root: Path
    administrator: str
    files: tuple[ServerFile, ...]

    @property
    def here(self) -> bool:
        """Whether it is for this system, and not for a folder that becomes one."""
        return self.root == Path("/")


def planned(made: Installation, root: Path, administrator: str) -> ServerPlan:
    """Look at all that can be looked at beforehand. Raises UsageError, UpkeepError."""
    made = replace(made, host=made.host.strip().lower().rstrip("."))
    if not _HOST.fullmatch(made.host):
        raise UsageError(said.NOT_A_HOST(name=made.host))
    for path in (made.workspace, made.backups, made.program):
        if not path.is_absolute() or re.search(r"""[\s"'$\\%]""", str(path)):
            raise UsageError(said.MUST_BE_ABSOLUTE(path=str(path)))
    if not 1 <= made.desks <= MOST_DESKS:
        raise UsageError(said.TOO_MANY_DESKS(n=made.desks, limit=MOST_DESKS))
    if made.remote and not re.fullmatch(r"[A-Za-z0-9][\w.-]*", made.remote):
        raise UsageError(said.NOT_A_REMOTE(name=made.remote))
    if made.database:
        Database(made.database)
    if made.backup_key:
        made = replace(made, backup_key=must_be_public(made.backup_key))
    caddyfile = root / CADDY
    known = caddyfile.read_text("utf-8") if caddyfile.exists() else ""
    return ServerPlan(made, root, administrator, tuple(files(made, known)))


def steps(plan: ServerPlan) -> list[Message]:
    """What is done, in order; below another root files alone are written."""
    made = plan.made
    of_files = said.STEP_FILES(n=len(plan.files))
    if not plan.here:
        return [of_files]
    found = [said.STEP_USER(user=USER), said.STEP_CADDY(user=USER)]
    found.append(said.STEP_FOLDERS(folders=(str(made.workspace), str(made.backups))))
    found.append(said.STEP_WORKSPACE(folder=str(made.workspace)))
    if made.database:
        found.append(said.STEP_DATABASE(name=Database(made.database).name, role=USER))
    found += [of_files, said.STEP_UNITS(units=tuple(active_units(made)))]
    return [*found, said.STEP_INVITATION(name=plan.administrator)]


def set_up(plan: ServerPlan, tell: Say) -> str:
    """Do it; the first administrator's link, empty if there is an administrator already. Raises UpkeepError."""
    if not plan.here:
        with contextlib.ExitStack() as undo:
            changed = write_all(plan.files, plan.root, undo)
            undo.pop_all()  # as it should be: nothing is taken back
        tell(said.STEP_FILES(n=len(changed)))
        return ""
    _must_be_possible(plan.made)
    with contextlib.ExitStack() as undo:
        try:
            link = _all(plan, tell, undo)
        except (TranslateFlowError, OSError) as error:
            problem = error.message if isinstance(error, TranslateFlowError) else str(error)
            raise UpkeepError(said.TAKEN_BACK(problem=problem)) from error
        undo.pop_all()
        return link


def _must_be_possible(made: Installation) -> None:
    """Raise UsageError, UpkeepError before anything is done."""
    if os.getuid() != 0:
        raise UsageError(said.NEEDS_ROOT())
    if made.program.is_relative_to("/root") or made.program.is_relative_to("/home"):
        raise UsageError(said.PROGRAM_AT_HOME(program=str(made.program)))
    if not os.access(made.program, os.X_OK):
        raise UsageError(said.NO_PROGRAM(program=str(made.program)))
    for needed in ("caddy", "setpriv", "useradd", *(["psql", "pg_dump"] if made.database else [])):
        program(needed)
    if made.database:
        try:
            Database(made.database).named("postgres").ask("SELECT 1")
        except UpkeepError as error:
            raise UpkeepError(said.NO_POSTGRESQL(cause=error.message)) from error


def _all(plan: ServerPlan, tell: Say, undo: contextlib.ExitStack) -> str:
    made = plan.made
    tell(said.STEP_USER(user=USER))
    _user(undo)
    _folders(made, undo)
    _workspace(made, undo, tell)
    if made.database:
        tell(said.STEP_DATABASE(name=Database(made.database).name, role=USER))
        _database(made, undo)
    changed = write_all(plan.files, plan.root, undo)
    tell(said.STEP_FILES(n=len(changed)))
    _caddy(plan)
    _started(made, undo, tell)
    return _invited(plan, tell)


def _user(undo: contextlib.ExitStack) -> None:
    try:
        pwd.getpwnam(USER)
    except KeyError:
        group = ("--gid", USER) if _is_group(USER) else ("--user-group",)
        words = ("--system", *group, "--home-dir", str(_HOME), "--shell", "/usr/sbin/nologin", USER)
        run("useradd", *words)
        undo.callback(_quietly, "userdel", USER)
    if USER not in run("id", "-nG", "caddy").decode().split():
        run("usermod", "-a", "-G", USER, "caddy")
        # Before the user: a group with members would stay.
        undo.callback(_quietly, "gpasswd", "-d", "caddy", USER)


def _is_group(name: str) -> bool:
    try:
        grp.getgrnam(name)
    except KeyError:
        return False
    return True


def _folders(made: Installation, undo: contextlib.ExitStack) -> None:
    owner = pwd.getpwnam(USER)
    for folder, uid, gid in ((_HOME, owner.pw_uid, owner.pw_gid), (made.workspace, owner.pw_uid, owner.pw_gid), (made.backups, 0, 0)):  # fmt: skip
        missing = [p for p in (folder, *folder.parents) if not p.exists()]
        for path in reversed(missing):
            path.mkdir(mode=0o755)
            undo.callback(_without, path)
        if missing:
            os.chown(folder, uid, gid)
            folder.chmod(0o700)


def _workspace(made: Installation, undo: contextlib.ExitStack, tell: Say) -> None:
    """A workspace where there is none; an empty folder is filled, and emptied again if all is taken back."""
    if (made.workspace / SETTINGS).exists():
        return
    tell(said.STEP_WORKSPACE(folder=str(made.workspace)))
    before = set(made.workspace.iterdir())
    undo.callback(_emptied, made.workspace, before)
    run(str(made.program), "init", str(made.workspace), user=USER, here=made.workspace)


def _database(made: Installation, undo: contextlib.ExitStack) -> None:
    database = Database(made.database)
    server = database.named("postgres")
    if not server.one(f"SELECT 1 FROM pg_roles WHERE rolname = {literal(USER)}"):
        server.ask(f"CREATE ROLE {quoted(USER)} LOGIN")
        undo.callback(_quietly_asked, server, f"DROP ROLE {quoted(USER)}")
    if not database.there():
        database.make()
        undo.callback(database.drop)
    words = ("team", "migrate", "--role", USER)
    more = database.environment() | {"TRANSLATE_FLOW_DATABASE": made.database}
    run(str(made.program), *words, user=OWNER, more=more)


def _caddy(plan: ServerPlan) -> None:
    """Raise UpkeepError if Caddy does not accept what was written, which is taken back then."""
    try:
        run("caddy", "validate", "--config", str(plan.root / CADDY), "--adapter", "caddyfile", more={"HOME": "/nonexistent", "XDG_DATA_HOME": "/nonexistent", "XDG_CONFIG_HOME": "/nonexistent"})  # fmt: skip
    except UpkeepError as error:
        raise UpkeepError(said.BAD_CADDYFILE(file=str(plan.root / CADDY), cause=error.message)) from error


def systemd() -> bool:
    """Whether systemd runs here."""
    return Path("/run/systemd/system").is_dir()


def _started(made: Installation, undo: contextlib.ExitStack, tell: Say) -> None:
    if not systemd():
        tell(said.NO_SYSTEMD(units=tuple(active_units(made))))
        return
    tell(said.STEP_UNITS(units=tuple(active_units(made))))
    run("systemctl", "daemon-reload")
    undo.callback(_quietly, "systemctl", "daemon-reload")
    for unit in active_units(made):
        if _quietly("systemctl", "is-enabled", "--quiet", unit):
            run("systemctl", "restart", unit)
        else:
            undo.callback(_quietly, "systemctl", "disable", "--now", unit)
            run("systemctl", "enable", "--now", unit)
    # Not reloaded: a running Caddy does not know the group that it was put into.
    run("systemctl", "restart", "caddy")


def _invited(plan: ServerPlan, tell: Say) -> str:
    """Invite the first administrator, as the desk's own user."""
    command = ("/bin/sh", str(plan.root / COMMAND))
    listed = run(*command, "list").decode()
    if "administrator" in listed:
        return ""
    tell(said.STEP_INVITATION(name=plan.administrator))
    roles = ("--role", "administrator", "--role", "coordinator")
    return (
        run(*command, "invite", plan.administrator, *roles, "--address", plan.made.address).decode().strip()
    )


def _quietly(*words: str) -> bool:
    with contextlib.suppress(UpkeepError):
        run(*words)
        return True
    return False


def _quietly_asked(server: Database, sql: str) -> None:
    with contextlib.suppress(UpkeepError):
        server.ask(sql)


def _without(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.rmdir()


def _emptied(folder: Path, before: set[Path]) -> None:
    for path in set(folder.iterdir()) - before:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
