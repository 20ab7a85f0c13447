"""`translate-flow team backup` and `team restore`."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import UsageError
from . import group
from .messages import team as texts

database = click.option(
    "--database", metavar="DSN", envvar="TRANSLATE_FLOW_DATABASE", help="PostgreSQL.  [default: the one that was set up, else none]"
)  # fmt: skip


def place(given: str | None) -> tuple[Path, str]:
    """Workspace and database: what was set up on this server, unless `-C` names another workspace."""
    from ..team.upkeep.place import Installation

    here = click.get_current_context().ensure_object(dict).get("folder")
    installed = Installation.read() if here is None else None
    if installed is not None:
        return installed.workspace, installed.database if given is None else given
    return group.workspace().root, given or ""


@group.command("backup")
@database
@click.option(
    "--folder", type=click.Path(path_type=Path), metavar="DIR", envvar="TRANSLATE_FLOW_BACKUPS", help="Where backups are kept."
)  # fmt: skip
@click.option(
    "--key", metavar="KEY", envvar="TRANSLATE_FLOW_BACKUP_KEY", help="Public key (age1…) to seal them to."
)
@click.option(
    "--try", "trying", is_flag=True, help="Make one, restore it into a scratch database, and delete both."
)
def backup(database: str | None, folder: Path | None, key: str | None, trying: bool) -> None:
    """Back up a team's database and files, sealed to a key that is kept elsewhere."""
    from ..team.upkeep.backup import backup as make
    from ..team.upkeep.place import Installation
    from ..team.upkeep.restore import trial
    from ..team.upkeep.sealed import must_be_public

    workspace, dsn = place(database)
    if trying:
        done = trial(workspace, dsn)
        group.out(texts.TRIED(events=done.events, n=done.files))
        return
    installed = Installation.read() or Installation()
    folder, key = folder or installed.backups, key or installed.backup_key
    if not key:
        raise UsageError(texts.WHICH_KEY())
    made = make(workspace, dsn, must_be_public(key), folder)
    group.out(texts.BACKED_UP(file=str(made.file), size=made.size // 1000, n=int(made.manifest["files"])))
    for name in made.left_out:
        group.note(texts.LEFT_OUT(name=name))
    if made.gone:
        group.note(texts.LET_GO(n=len(made.gone)))


@group.command("restore")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--key", metavar="FILE", required=True, type=click.Path(path_type=Path), help="File with the secret key."
)
@database
@click.option("--into", type=click.Path(path_type=Path), metavar="DIR", help="Folder for the workspace's files, empty or not there yet.")  # fmt: skip
@click.option(
    "--try", "trying", is_flag=True, help="Restore into a scratch database and folder, and delete both."
)
def restore(file: Path, key: Path, database: str | None, into: Path | None, trying: bool) -> None:
    "Restore a backup into an empty database and folder, or test that it can be."
    from ..team.upkeep.place import Installation
    from ..team.upkeep.restore import bring_back as bring
    from ..team.upkeep.restore import tried

    installed = Installation.read() or Installation(database="")
    dsn = installed.database if database is None else database
    if trying:
        done = tried(file, key, dsn)
        group.out(texts.TRIED(events=done.events, n=done.files))
        return
    where = into or (installed.workspace if installed.host else None)
    if where is None:
        raise UsageError(texts.WHICH_FOLDER())
    done = bring(file, key, dsn, where.absolute())
    group.out(
        texts.RESTORED(folder=str(where), n=done.files, events=done.events, made=str(done.manifest["made"]))
    )
