"""What the commands about a team's desk say: serve, team, desk --share."""

from __future__ import annotations

from ...messages import Table

define = Table("cli.team")

SERVING = define(
    "serving",
    "the desk answers at {address}; the first administrator comes in by: translate-flow team invite NAME --role administrator",
)
INVITED = define("invited", "the link lets {name} in once, within 72 hours; give it only to them")
PERSON = define("person", "{name}: {roles}")
DISABLED = define("disabled", "{name} (shut out): {roles}")
NAMED = define("named", "{statement}: {name} may see it")
SHUT = define("shut", "{name} is shut out")
SIGNED_OUT = define("signed-out", "{name} is signed out everywhere")
SHARED = define(
    "shared",
    "ATTENTION: everybody in this network can come to the desk's door, and can read along what crosses the network: "
    "use it among people you trust, and not for confidential texts. It is open until you end it (Ctrl+C). Your own "
    "link, good once; invite the others from the page People:",
)
WHICH_DATABASE = define("which-database", "say which PostgreSQL: --database DSN")
MIGRATED = define("migrated", "the database has version {version}, which this program needs")
FILES_FIRST = define(
    "files-first",
    "{name}: its files are there and would bring the history back; first: translate-flow forget {name}",
)
FORGOTTEN = define(
    "forgotten",
    "{name}: deleted from the team's database: {n} events of its history, {rows} rows that named it; name removed from "
    "{notes} notes of who read what",
)
NOTES_STAY = define(
    "notes-stay", "the notes still say who read a confidential statement, and when; backups keep all of it"
)
WORKING = define("working", "the worker waits for work; end it with Ctrl+C")
WHICH_KEY = define(
    "which-key",
    "say which public key backups are sealed to: --key age1…; one is made on another computer: age-keygen -o desk.key",
)
BACKED_UP = define("backed-up", "{file}: {n} files, {size} kB", one="{file}: 1 file, {size} kB", count="n")
LEFT_OUT = define("left-out", "left out: {name}")
LET_GO = define("let-go", "{n} older backups were deleted", one="1 older backup was deleted", count="n")
TRIED = define(
    "tried",
    "the backup can be restored: {n} files, {events} events",
    one="the backup can be restored: 1 file, {events} events",
    count="n",
)
WHICH_FOLDER = define("which-folder", "say where the workspace's files should go: --into DIR")
RESTORED = define(
    "restored",
    "{folder}: {n} files and {events} events of the backup of {made}",
    one="{folder}: 1 file and {events} events of the backup of {made}",
    count="n",
)
WOULD_WRITE = define("would-write", "{file} (as it should be already)")
WOULD_DO = define("would-do", "would be done, in this order: {steps}")
SET_UP = define("set-up", "{address} is set up; see whether all is well: translate-flow-team check")
ADMINISTRATOR_LINK = define(
    "administrator-link", "this link lets {name} in once, within 72 hours; give it only to them"
)
NO_BACKUPS = define(
    "no-backups",
    "ATTENTION: there are no backups yet; on another computer: age-keygen -o desk.key, then here again with --backup-key age1…",
)
