"""Other programs, run as whoever may; what they complain of becomes one line."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ...errors import UpkeepError
from .messages import FAILED, MISSING_PROGRAM, NO_SYSTEM_USER

SECONDS = 600
"""How long a program may take that says nothing meanwhile."""
_FOLDERS = ("/usr/local/sbin", "/usr/sbin", "/sbin", "/usr/local/bin", "/usr/bin", "/bin")
_PACKAGES = {
    "age": "age", "age-keygen": "age", "caddy": "caddy", "git": "git", "psql": "postgresql-client",
    "pg_dump": "postgresql-client", "pg_restore": "postgresql-client",
}  # fmt: skip
"""Debian's package of each program that is not there of itself."""


def program(name: str) -> str:
    """Path of a program, also of one that only root has on their PATH. Raises UpkeepError naming its package."""
    found = shutil.which(name, path=os.pathsep.join([os.environ.get("PATH", ""), *_FOLDERS]))
    if found is None and name in ("psql", "pg_dump", "pg_restore"):
        installed = Path("/usr/lib/postgresql").glob(f"*/bin/{name}")
        newest = max(installed, key=lambda p: float(p.parts[-3]), default=None)
        found = None if newest is None else str(newest)
    if found is None:
        raise UpkeepError(MISSING_PROGRAM(program=name, package=_PACKAGES.get(name, name)))
    return found


def as_user(user: str, words: Sequence[str]) -> list[str]:
    """The command, run as that user, a name or a number, if root gives it; anybody else runs it as they are.

    Raises UpkeepError.
    """
    if not user or os.getuid() != 0:
        return [program(words[0]), *words[1:]]
    try:
        known = pwd.getpwuid(int(user)) if user.isdecimal() else pwd.getpwnam(user)
        ids, groups = (known.pw_uid, known.pw_gid), "--init-groups"
    except KeyError as error:
        if not user.isdecimal():
            raise UpkeepError(NO_SYSTEM_USER(user=user)) from error
        ids, groups = (int(user), int(user)), "--clear-groups"
    # Not runuser, which begins a session by PAM: a unit's hardening does not let it.
    became = [program("setpriv"), f"--reuid={ids[0]}", f"--regid={ids[1]}", groups, "--"]
    return [*became, program(words[0]), *words[1:]]


@contextlib.contextmanager
def reading_as(owner: int) -> Iterator[None]:
    """Root reads as that user: what they may not read, a link of theirs does not bring into a backup."""
    if os.geteuid() != 0 or owner == 0:
        yield
        return
    os.seteuid(owner)
    try:
        yield
    finally:
        os.seteuid(0)


def run(
    *words: str,
    user: str = "",
    said: bytes = b"",
    more: Mapping[str, str] | None = None,
    here: Path | None = None,
) -> bytes:
    """What a program prints. Raises UpkeepError with what it complains of."""
    try:
        done = subprocess.run(
            as_user(user, words), input=said, capture_output=True, check=False, timeout=SECONDS,
            cwd=here or "/", env=plain_english(more, user),
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UpkeepError(FAILED(program=words[0], cause=str(error))) from error
    if done.returncode != 0:
        raise UpkeepError(FAILED(program=words[0], cause=complaint(done.stderr or done.stdout)))
    return done.stdout


def plain_english(more: Mapping[str, str] | None = None, user: str = "") -> dict[str, str]:
    """The environment for a program whose words are looked into or shown; at home with its user, not with root."""
    made = os.environ | {"LC_ALL": "C.UTF-8", "LANGUAGE": "en"}
    if user and os.getuid() == 0:
        with contextlib.suppress(KeyError):
            known = pwd.getpwuid(int(user)) if user.isdecimal() else pwd.getpwnam(user)
            made = {name: value for name, value in made.items() if not name.startswith("XDG_")}
            made |= {"HOME": known.pw_dir, "USER": known.pw_name, "LOGNAME": known.pw_name}
    return made | dict(more or {})


def complaint(said: bytes) -> str:
    """The line of a program's complaint that says most: its last error, without its own name before it."""
    lines = [line.strip() for line in said.decode("utf-8", "replace").splitlines() if line.strip()]
    telling = [
        line
        for line in lines
        if "report unexpected or unhelpful" not in line and not line.startswith(("HINT:", "DETAIL:", "LINE "))
    ]
    errors = [line for line in telling if "error" in line.lower() or "fatal" in line.lower()]
    chosen = (errors or telling or ["?"])[-1]
    for mark in ("FATAL:", "ERROR:", "error:", "fatal:"):
        if mark in chosen:
            chosen = chosen.rsplit(mark, 1)[1]
    return chosen.strip() or "?"
