"""What is said about looking after a team's server."""

from __future__ import annotations

from ...messages import Table

define = Table("team.upkeep")

MISSING_PROGRAM = define("missing-program", "{program} is not installed; as root: apt-get install {package}")
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
WRONG_KEY = define("wrong-key", "{file}: sealed to another key than the one in {key}")
CUT_OR_CHANGED = define(
    "cut-or-changed", "{file}: cut off or changed ({cause}); nothing was restored; take another backup"
)
NOT_A_BACKUP = define(
    "not-a-backup", "{file}: not a backup; give a file that translate-flow team backup made"
)
CANNOT_SEAL = define("cannot-seal", "no backup was made: age: {cause}")
NOT_WHOLE = define("not-whole", "{file}: not a complete backup; nothing was restored; take another")
NOT_WITHIN = define("not-within", "{file}: holds {name}, which no backup of ours does; nothing was restored")
OTHER_VERSION = define(
    "other-version",
    "{file}: a backup of version {version}, which this program does not know; update translate-flow",
)
BACKUP_LEFT_OUT = define("backup-left-out", "no file of the workspace can be read: {names}")
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
