"""What the commands about a team's desk say: serve, team, desk --share."""

from __future__ import annotations

from ...messages import Table

define = Table("cli.team")

SERVING = define(
    "serving",
    "the desk is at {address}; for the first administrator's sign-in link, run: translate-flow team "
    "invite NAME --role administrator",
)
INVITED = define("invited", "the link lets {name} in once, within 72 hours; give it only to them")
PERSON = define("person", "{name}: {roles}")
DISABLED = define("disabled", "{name} (no access): {roles}")
NAMED = define("named", "{statement}: {name} may see it")
SHUT = define("shut", "{name} no longer has access")
SIGNED_OUT = define("signed-out", "{name} is signed out everywhere")
SHARED = define(
    "shared",
    "ATTENTION: everybody on this network can reach the desk's sign-in page and can read what crosses "
    "the network: use it only among people you trust, and not for confidential texts. It stays open "
    "until you stop it (Ctrl+C). Your own link, valid once; invite the others from the page People:",
)
WHICH_DATABASE = define("which-database", "name the PostgreSQL database: --database DSN")
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
WORKING = define("working", "the worker is waiting for jobs; press Ctrl+C to stop")
WHICH_KEY = define(
    "which-key",
    "name the public key to encrypt backups with: --key age1…; create one on another computer: "
    "age-keygen -o desk.key",
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
WHICH_FOLDER = define("which-folder", "name a folder for the workspace's files: --into DIR")
RESTORED = define(
    "restored",
    "{folder}: {n} files and {events} events of the backup of {made}",
    one="{folder}: 1 file and {events} events of the backup of {made}",
    count="n",
)
WOULD_WRITE = define("would-write", "{file} (already up to date)")
WOULD_DO = define("would-do", "would be done, in this order: {steps}")
SET_UP = define("set-up", "{address} is set up; check that it works: translate-flow-team check")
ADMINISTRATOR_LINK = define(
    "administrator-link", "this link lets {name} in once, within 72 hours; give it only to them"
)
NO_BACKUPS = define(
    "no-backups",
    "ATTENTION: there are no backups yet; on another computer run age-keygen -o desk.key, then run "
    "this again with --backup-key age1…",
)
