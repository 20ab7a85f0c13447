"""What is said about looking after a team's server."""

from __future__ import annotations

from ....messages import Table

define = Table("team.upkeep")

MISSING_PROGRAM = define("missing-program", "{program} is not installed; as root: apt-get install {package}")
NO_SYSTEM_USER = define(
    "no-system-user", "system user {user} is missing; install its package, or run this as another user"
)
FAILED = define("failed", "{program}: {cause}")
NO_DATABASE_NAME = define(
    "no-database-name", "--database {dsn}: name a database, such as dbname=translate-flow"
)
DATABASE_NOT_EMPTY = define(
    "database-not-empty", "the database {name} is not empty and is left alone; name another, or drop it first"
)
HELD_BY_ROW_SECURITY = define(
    "held-by-row-security",
    "this database user does not see every row, so a backup would lack some; run it as root, or as a PostgreSQL superuser",
)

NOT_A_KEY = define(
    "not-a-key",
    "{key}: not a public key; on another computer: age-keygen -o desk.key, and give the part that begins with age1",
)
NOT_A_SECRET_KEY = define(
    "not-a-secret-key", "{key}: not a secret key of age; give the file that age-keygen wrote"
)
WRONG_KEY = define("wrong-key", "{file}: encrypted for another key than the one in {key}")
CUT_OR_CHANGED = define(
    "cut-or-changed", "{file}: cut off or changed ({cause}); nothing was restored; use another backup"
)
NOT_A_BACKUP = define(
    "not-a-backup", "{file}: not a backup; give a file that translate-flow team backup made"
)
CANNOT_SEAL = define("cannot-seal", "no backup was made: age: {cause}")
NOT_WHOLE = define("not-whole", "{file}: not a complete backup; nothing was restored; use another")
NOT_WITHIN = define(
    "not-within", "{file}: contains {name}, which none of our backups does; nothing was restored"
)
OTHER_VERSION = define(
    "other-version",
    "{file}: a backup of version {version}, which this program does not know; update translate-flow",
)
BACKUP_LEFT_OUT = define("backup-left-out", "no files of the workspace can be read: {names}")
FOLDER_NOT_EMPTY = define(
    "folder-not-empty", "{folder}: not empty, and left alone; name a folder that is not there yet"
)
NEEDS_DATABASE = define(
    "needs-database", "the backup has a database of {events} events; say where to restore it: --database DSN"
)
NO_DATABASE_IN_IT = define("no-database-in-it", "the backup has no database; restore it without --database")
EVENTS_MISSING = define(
    "events-missing", "only {found} of {wanted} events were restored; the backup cannot be used"
)

NOT_A_HOST = define(
    "not-a-host", "{name}: not a host name; write the one that people will type, such as desk.example.org"
)
NEEDS_ROOT = define(
    "needs-root",
    "only root can set up a server; run it with sudo, preview it with --dry-run, or write the files "
    "under a folder: --root DIR",
)
NO_POSTGRESQL = define(
    "no-postgresql", "PostgreSQL does not answer ({cause}); as root: apt-get install postgresql, or start it"
)
NOT_A_FOLDER = define("not-a-folder", "{folder}: not a folder that can be written to ({cause})")
BAD_CADDYFILE = define("bad-caddyfile", "{file}: Caddy does not accept it ({cause}); nothing was changed")
TAKEN_BACK = define("taken-back", "{problem}; what had been set up before it was undone")
MUST_BE_ABSOLUTE = define("must-be-absolute", "{path}: write an absolute path, without spaces")
TOO_MANY_DESKS = define("too-many-desks", "--desks {n}: between 1 and {limit}")
STEP_USER = define("step-user", "system user {user}")
STEP_CADDY = define("step-caddy", "caddy may reach the desk's socket (group {user})")
STEP_FOLDERS = define("step-folders", "folders {folders}")
STEP_WORKSPACE = define("step-workspace", "a new workspace in {folder}")
STEP_DATABASE = define("step-database", "database {name}, role {role}, which may only add to the history")
STEP_FILES = define("step-files", "{n} files", one="1 file", count="n")
STEP_UNITS = define("step-units", "units {units}")
STEP_INVITATION = define("step-invitation", "an invitation for the first administrator, {name}")
NOT_A_REMOTE = define("not-a-remote", "--remote {name}: write a remote's name, such as origin")
PROGRAM_AT_HOME = define(
    "program-at-home",
    "{program}: is in a home directory, which no unit can read; install it into /opt, for example "
    "with the .deb, or name another: --program FILE",
)
NO_PROGRAM = define("no-program", "{program}: not found; say where it is: --program FILE")
NO_SYSTEMD = define("no-systemd", "systemd is not running here; written but not started: {units}")
