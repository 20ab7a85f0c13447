"""Where things are on a team's server, and the file of its settings: what setup wrote, and backup and check read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ...errors import UpkeepError
from ...files.messages import CANNOT_BE_READ, cause

USER = "translate-flow"
"""System user that desk, worker and git run as; its role in PostgreSQL has the same name, so that no password is needed."""
OWNER = "postgres"
"""System user who may do everything in Debian's PostgreSQL."""
SETTINGS_FILE = Path("etc/translate-flow/team.env")
WORKSPACE = Path("/var/lib/translate-flow/desk")
BACKUPS = Path("/var/backups/translate-flow")
SOCKETS = Path("/run/translate-flow")
CADDY = Path("etc/caddy/Caddyfile")
OURS_IN_CADDY = Path("etc/caddy/translate-flow.caddy")
UNITS = Path("etc/systemd/system")
_PREFIX = "TRANSLATE_FLOW_"
_LINE = re.compile(r'(?<![A-Z_])([A-Z_]++)="((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True, slots=True)
class Installation:
    """A team's desk on a server."""

    host: str = ""
    """Name that people type, without scheme."""
    workspace: Path = WORKSPACE
    """Its files."""
    database: str = f"dbname={USER}"
    """DSN of its PostgreSQL; empty: accounts and history are in files."""
    desks: int = 1
    """Desk processes."""
    remote: str = ""
    """Git remote that it exchanges with."""
    backups: Path = BACKUPS
    """Folder of its backups."""
    backup_key: str = ""
    """Public key that backups are sealed to; empty: there are none."""
    program: Path = Path("/opt/translate-flow/bin/translate-flow")
    """Program that the units run."""
    online: bool = False
    """Whether desk and worker may reach other machines: for engines there, or a network's own sign-in."""

    @property
    def address(self) -> str:
        """What people type."""
        return f"https://{self.host}" if self.host else ""

    @property
    def sockets(self) -> tuple[Path, ...]:
        """Where its desks listen."""
        return tuple(SOCKETS / f"{n + 1}.sock" for n in range(self.desks))

    def text(self) -> str:
        """The settings' file, for systemd's EnvironmentFile and for a shell alike."""
        values = {
            "HOST": self.host, "WORKSPACE": str(self.workspace), "DATABASE": self.database,
            "DESKS": str(self.desks), "REMOTE": self.remote, "BACKUPS": str(self.backups),
            "BACKUP_KEY": self.backup_key, "PROGRAM": str(self.program), "ONLINE": "yes" if self.online else "",
        }  # fmt: skip
        lines = (f'{_PREFIX}{name}="{_escaped(value)}"\n' for name, value in values.items())
        return "# Written by translate-flow team setup, which also changes it.\n" + "".join(lines)

    @classmethod
    def read(cls, root: Path = Path("/")) -> Installation | None:
        """The one that was set up below `root`; None if there is none. Raises UpkeepError if it cannot be read."""
        file = root / SETTINGS_FILE
        try:
            text = file.read_text("utf-8")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            told = cause(error) if isinstance(error, OSError) else str(error)
            raise UpkeepError(CANNOT_BE_READ(file=str(file), cause=told)) from error
        found = {
            name.removeprefix(_PREFIX): re.sub(r"\\(.)", r"\1", value) for name, value in _LINE.findall(text)
        }
        plain = cls()
        desks = found.get("DESKS", "")
        return cls(
            found.get("HOST", ""), Path(found.get("WORKSPACE", plain.workspace)), found.get("DATABASE", ""),
            int(desks) if desks.isdecimal() else 1, found.get("REMOTE", ""),
            Path(found.get("BACKUPS", plain.backups)), found.get("BACKUP_KEY", ""),
            Path(found.get("PROGRAM", plain.program)), found.get("ONLINE") == "yes",
        )  # fmt: skip


def _escaped(text: str) -> str:
    """Within double quotes, for systemd and a shell."""
    return re.sub(r'(["\\$`])', r"\\\1", text)
