"""What is written on a team's server: systemd's units, Caddy's site, the settings and a command for the administrator."""

from __future__ import annotations

from pathlib import Path

from .place import (
    CADDY,
    OURS_IN_CADDY,
    SETTINGS_FILE,
    SOCKETS,
    UNITS,
    USER,
    Installation,
)
from .written import ServerFile

IMPORT = "import translate-flow.caddy"
"""By which Caddy's own file takes in ours, whatever else is in it."""
COMMAND = Path("usr/local/bin/translate-flow-team")
_SHUT = """\
NoNewPrivileges=yes
ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
ProtectProc=invisible
ProcSubset=pid
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
RemoveIPC=yes
DevicePolicy=closed
SystemCallArchitectures=native
"""
_PERSON = """\
PrivateUsers=yes
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
CapabilityBoundingSet=
AmbientCapabilities=
"""
_ALONE = "RestrictAddressFamilies=AF_UNIX\nIPAddressDeny=any\n"
"""No other machine can be reached, and none reaches it."""
_ONLINE = "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6\n"


def files(made: Installation, caddyfile: str) -> list[ServerFile]:
    """All files; `caddyfile`: what Caddy's own says now, empty if there is none."""
    found = [
        ServerFile(SETTINGS_FILE, made.text(), 0o640, USER),
        ServerFile(UNITS / "translate-flow-desk@.service", _desk(made)),
    ]
    if made.database:
        found.append(ServerFile(UNITS / "translate-flow-worker.service", _worker(made)))
    if made.remote:
        found.append(ServerFile(UNITS / "translate-flow-git.service", _git(made)))
    if made.backup_key:
        found.append(ServerFile(UNITS / "translate-flow-backup.service", _backup(made)))
        found.append(ServerFile(UNITS / "translate-flow-backup.timer", _TIMER))
    lines = caddyfile.splitlines()
    own = caddyfile if IMPORT in lines else "\n".join([*lines, *([""] if lines else []), IMPORT, ""])
    return [
        *found,
        ServerFile(OURS_IN_CADDY, site(made)),
        ServerFile(CADDY, own),
        ServerFile(COMMAND, _command(made), 0o755),
    ]


def active_units(made: Installation) -> list[str]:
    """The units that should be active."""
    found = [f"translate-flow-desk@{n + 1}.service" for n in range(made.desks)]
    found += ["translate-flow-worker.service"] if made.database else []
    found += ["translate-flow-git.service"] if made.remote else []
    return found + (["translate-flow-backup.timer"] if made.backup_key else [])


def site(made: Installation, *, names: str = "", more: str = "", sockets: tuple[Path, ...] = ()) -> str:
    """Caddy's site: TLS with certificates of its own getting, no log of who comes, the desks behind their sockets.

    `names` other addresses than the host's, `more` other settings, `sockets` other places: for tests.
    """
    desks = " ".join(f"unix/{socket}" for socket in sockets or made.sockets)
    several = "\t\tlb_policy cookie\n" if made.desks > 1 else ""
    redirect = "" if names else f"http://{made.host} {{\n\tredir https://{made.host}{{uri}} permanent\n}}\n\n"
    return f"""# Written by translate-flow team setup. Caddy speaks TLS; the desk believes no header that says who somebody is.
{redirect}{names or made.host} {{
{more}	reverse_proxy {desks} {{
{several}		flush_interval -1
		lb_try_duration 10s
		header_up -X-Forwarded-For
		header_up -Forwarded
	}}
}}
"""


def _service(made: Installation, what: str, command: str, more: str, *, online: bool) -> str:
    after = "After=network-online.target postgresql.service\nWants=network-online.target\n"
    return f"""# Written by translate-flow team setup.
[Unit]
Description=translate_flow: {what}
{after}
[Service]
Type=exec
User={USER}
Group={USER}
EnvironmentFile=/{SETTINGS_FILE}
WorkingDirectory={made.workspace}
ExecStart={made.program} {command}
Restart=on-failure
RestartSec=2
UMask=0077
MemoryHigh=600M
MemoryMax=900M
ReadWritePaths={made.workspace}
{more}{_SHUT}{_PERSON}{_ONLINE if online else _ALONE}
[Install]
WantedBy=multi-user.target
"""


def _desk(made: Installation) -> str:
    # Several desks share the folder: one that ends must not take it along.
    shared = f"RuntimeDirectory={SOCKETS.name}\nRuntimeDirectoryMode=0750\nRuntimeDirectoryPreserve=yes\n"
    command = f"serve --address {made.address} --socket {SOCKETS}/%i.sock"
    return _service(made, "desk %i for a team", command, shared, online=made.online)


def _worker(made: Installation) -> str:
    return _service(made, "drafts beside the desks", "team worker", "", online=made.online)


def _git(made: Installation) -> str:
    # ssh wants a home with its keys: the system user's.
    return _service(
        made, "what the team does, in git", f"team git --remote {made.remote}", "Environment=HOME=%S/translate-flow\n",
        online=True,
    )  # fmt: skip


def _backup(made: Installation) -> str:
    return f"""# Written by translate-flow team setup. Root reads the files as their owner, and the database as PostgreSQL's user.
[Unit]
Description=translate_flow: backup
After=postgresql.service

[Service]
Type=oneshot
EnvironmentFile=/{SETTINGS_FILE}
ExecStart={made.program} team backup
Nice=10
UMask=0077
ReadWritePaths={made.backups}
{_SHUT}SystemCallFilter=@system-service
CapabilityBoundingSet=CAP_SETUID CAP_SETGID CAP_DAC_READ_SEARCH
{_ALONE}"""


_TIMER = """# Written by translate-flow team setup.
[Unit]
Description=translate_flow: a backup every night

[Timer]
OnCalendar=*-*-* 03:17
RandomizedDelaySec=30min
Persistent=yes

[Install]
WantedBy=timers.target
"""


def _command(made: Installation) -> str:
    return f"""#!/bin/sh
# Written by translate-flow team setup: `translate-flow team …` as the desk's own user, with its settings, in its workspace.
set -eu
set -a
. /{SETTINGS_FILE}
set +a
case "${{1:-}}" in
  setup | restore | backup | check) exec {made.program} team "$@" ;;
esac
cd {made.workspace}
if [ "$(id -un)" = {USER} ]; then exec {made.program} team "$@"; fi
export HOME=/var/lib/translate-flow
exec setpriv --reuid={USER} --regid={USER} --init-groups -- {made.program} team "$@"
"""
