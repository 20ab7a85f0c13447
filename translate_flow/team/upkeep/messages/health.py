"""What is said about whether all is well with a team's server."""

from __future__ import annotations

from ....messages import Table

define = Table("team.health")

WORKSPACE_AT = define("workspace", "workspace {folder}")
NO_WORKSPACE = define("no-workspace", "no workspace there; as root: translate-flow team setup")
IN_FILES = define("in-files", "accounts and history are in files")
DATABASE = define("database", "database {name}")
NO_DATABASE = define("no-database", "{cause}; start it: systemctl start postgresql")
CLOCKS_DIFFER = define("clocks-differ", "the database's clock differs by {seconds} seconds")
SET_CLOCK = define("set-clock", "synchronise the clock: timedatectl set-ntp true")
CLOCK = define("clock", "clock, synchronised")
CLOCK_UNKNOWN = define("clock-unknown", "it cannot be determined here whether the clock is right")
SCHEMA = define("schema", "tables of version {version}")
UPDATE_PROGRAM = define("update-program", "a newer program made them; update this one")
MIGRATE = define(
    "migrate",
    "as PostgreSQL's user: translate-flow team migrate --database '{dsn}' --role translate-flow, or translate-flow team setup again",
)
ROLE = define("role", "the database's role {role}")
GRANT = define(
    "grant",
    "row security does not apply to it: use a role that owns no tables; as PostgreSQL's user: "
    "translate-flow team migrate --database '{dsn}' --role ROLE",
)
WORKERS = define("workers", "{n} workers are alive", one="1 worker is alive", count="n")
START_WORKER = define(
    "start-worker",
    "the desks make the drafts themselves, slowly; start it: systemctl start translate-flow-worker",
)
ROOM = define("room", "{folder}: {megabytes} MB free")
MAKE_ROOM = define("make-room", "free some space, or saves will soon be refused")
UNIT = define("unit", "unit {unit}")
UNIT_UNKNOWN = define("unit-unknown", "unit {unit}: systemd is not running here")
SEE_UNIT = define("see-unit", "not active; find out why: journalctl -u {unit}")
SOCKET = define("socket", "the desk at {file}")
NO_SOCKET = define("no-socket", "no desk is listening there; start it: systemctl start translate-flow-desk@1")
SOCKET_OPEN = define(
    "socket-open", "anybody on this machine can reach it; stop what serves there, and start the unit"
)
CADDY_OUTSIDE = define(
    "caddy-outside", "Caddy may not reach it: usermod -a -G {user} caddy && systemctl restart caddy"
)
NO_ANSWER = define(
    "no-answer", "does not answer as it should ({cause}); find out why: journalctl -u translate-flow-desk@1"
)
CADDYFILE = define("caddyfile", "Caddy's file {file}")
BAD_SITE = define(
    "bad-site", "Caddy does not accept it ({cause}); write it again: translate-flow team setup {host}"
)
NOT_IN_CADDY = define(
    "not-in-caddy", "the desk's site is not in it; add the line: import translate-flow.caddy"
)
NO_BACKUPS = define("no-backups", "there are no backups")
MAKE_KEY = define(
    "make-key",
    "on another computer: age-keygen -o desk.key; here: translate-flow team setup {host} --backup-key age1…",
)
NONE_YET = define("none-yet", "{folder}: no backup has been made yet")
BACK_UP = define(
    "back-up", "back up now, and find out why it was not done: systemctl start translate-flow-backup"
)
NEWEST = define("newest", "the newest backup, {file}, is {hours} hours old")
REMOTE = define("remote", "git remote {remote}")
NO_REMOTE = define("no-remote", "{cause}; check that the desk's system user can reach it")
