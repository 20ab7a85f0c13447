"""`translate-flow team`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

import click

from ..errors import UsageError
from . import group
from .messages import team as texts
from .team_backup import backup, restore
from .team_check import check
from .team_setup import setup

if TYPE_CHECKING:
    from ..team.accounts import Accounts


@group.family()
def team() -> None:
    """A team's desk: its people, its server, its backups."""


for _command in (setup, check, backup, restore):
    team.add_command(_command)


database = click.option(
    "--database", metavar="DSN", default="", envvar="TRANSLATE_FLOW_DATABASE", help="PostgreSQL for accounts and history.  [default: files]"
)  # fmt: skip


@contextmanager
def _accounts(dsn: str) -> Iterator[Accounts]:
    from ..team.accounts import Accounts
    from ..team.base import open_base
    from ..team.server import accounts_path

    base = open_base(dsn, accounts_path(group.workspace()))
    try:
        yield Accounts(base)
    finally:
        base.close()


@team.command()
@group.folder
@group.lang
@database
@click.argument("name")
@click.option(
    "--role", "roles", metavar="ROLE", multiple=True, help="ROLE, ROLE:LANGUAGE or ROLE:LANGUAGE:STATEMENT."
)
@click.option(
    "--address", metavar="URL", default="http://localhost:8720", help="Address at which people open the desk."
)
def invite(name: str, roles: tuple[str, ...], address: str, database: str) -> None:
    "Invite somebody, or give a new link to somebody who lost their password or device."
    from ..team.roles import Grant
    from ..team.server import checked

    where, grants = checked(address), [Grant.of(role) for role in roles]
    with _accounts(database) as accounts:
        account = accounts.called(name)
        if account is None:
            account = accounts.create(name, grants)
        elif grants:
            accounts.grant(account, grants)
        click.echo(f"{where.origin}/join?key={accounts.invite(account)}")
        group.note(texts.INVITED(name=account.name))


@team.command("list")
@group.folder
@group.lang
@database
def list_people(database: str) -> None:
    """List the accounts with their roles."""
    with _accounts(database) as accounts:
        for account in accounts.people():
            grants = ", ".join(map(str, accounts.rights(account.id).grants))
            line = texts.DISABLED(name=account.name, roles=grants) if account.disabled else None
            group.out(line or texts.PERSON(name=account.name, roles=grants))


@team.command()
@group.folder
@group.lang
@database
@click.argument("statement")
@click.argument("name")
def name(statement: str, name: str, database: str) -> None:
    """Let somebody see a confidential statement."""
    workspace = group.workspace()
    found = workspace.choose_one(statement, workspace.settings.languages.targets[0])
    with _accounts(database) as accounts:
        account = accounts.named(name)
        accounts.let_see(found, account)
        group.out(texts.NAMED(statement=found, name=account.name))


@team.command()
@group.folder
@group.lang
@database
@click.argument("name")
def shut(name: str, database: str) -> None:
    "Revoke somebody's access at once: their sessions end, and they cannot sign in."
    with _accounts(database) as accounts:
        account = accounts.named(name)
        accounts.disable(account)
        group.out(texts.SHUT(name=account.name))


@team.command()
@group.folder
@group.lang
@database
@click.argument("name")
def lost(name: str, database: str) -> None:
    """Sign somebody out everywhere: a device is lost."""
    from ..team.sessions import Sessions

    with _accounts(database) as accounts:
        account = accounts.named(name)
        Sessions(accounts).end_all(account)
        group.out(texts.SIGNED_OUT(name=account.name))


@team.command()
@group.folder
@group.lang
@database
@click.option(
    "--role", metavar="NAME", default="", help="Role that the desks use; it may add events, and change none."
)
def migrate(database: str, role: str) -> None:
    """Bring the team's PostgreSQL up to date, as its owner."""
    from ..team.base import PostgresBase, migrations
    from ..team.granting import grant

    if not database:
        raise UsageError(texts.WHICH_DATABASE())
    base = PostgresBase(database, migrating=True)
    try:
        if role:
            grant(base, role)
        group.out(texts.MIGRATED(version=migrations(base.kinds)[-1][0]))
    finally:
        base.close()


@team.command()
@group.folder
@group.lang
@database
@click.argument("statement")
def forget(statement: str, database: str) -> None:
    """Delete a statement's history and name from the team's database, once its files are gone."""
    from ..team.base import open_base
    from ..team.forgetting import forget as run
    from ..team.server import accounts_path

    workspace = group.workspace()
    for language in workspace.settings.languages.targets:
        if workspace.catalogue_path(statement, language).exists():
            raise UsageError(texts.FILES_FIRST(name=statement))
    base = open_base(database, accounts_path(workspace))
    try:
        gone = run(base, workspace, statement)
    finally:
        base.close()
    group.out(texts.FORGOTTEN(name=statement, n=gone.events, rows=gone.rows, notes=gone.notes))
    if gone.notes:
        group.note(texts.NOTES_STAY())


@team.command()
@group.folder
@group.lang
@click.option("--remote", metavar="NAME", default="", help="Exchange with this remote, too.")
@click.option(
    "--author",
    metavar="WHO",
    default="",
    help="Commit all in this name, NAME <ADDRESS>.  [default: in people's]",
)
@click.option("--confidential", is_flag=True, help="Send confidential statements to the remote, too.")
@click.option("--once", is_flag=True, help="Commit and exchange now, and end.")
def git(remote: str, author: str, confidential: bool, once: bool) -> None:
    """Write what the team does into git, and exchange it with a remote."""
    from ..team.keeper import keep

    done = keep(
        group.workspace(),
        remote,
        author=author,
        confidential=confidential,
        once=once,
        out=group.out,
        note=group.note,
    )
    if not done:
        click.get_current_context().exit(1)


@team.command()
@group.folder
@group.lang
@database
@click.option("--git", "commits", is_flag=True, help="Also commit what the team does, as team git does.")
@click.option("--remote", metavar="NAME", default="", help="Exchange with this remote, too.")
@click.option(
    "--author",
    metavar="WHO",
    default="",
    help="Commit all in this name, NAME <ADDRESS>.  [default: in people's]",
)
@click.option("--confidential", is_flag=True, help="Send confidential statements to the remote, too.")
@click.option(
    "--mail",
    metavar="WHERE",
    default="",
    help="Send digests: into a folder, by a sendmail's path, or smtp://localhost:25.  [default: none]",
)
@click.option("--mail-from", metavar="ADDRESS", default="", help="Sender of the digests.")
@click.option(
    "--mail-at",
    metavar="TIME",
    type=click.DateTime(["%H:%M"]),
    default="07:00",
    help="When digests are sent, by this machine's clock.  [default: 07:00]",
)
def worker(
    database: str,
    commits: bool,
    remote: str,
    author: str,
    confidential: bool,
    mail: str,
    mail_from: str,
    mail_at: datetime,
) -> None:
    """Draft, build and align beside the desks; with --git and --mail, also commit and send mail."""
    from ..team.accounts import Accounts
    from ..team.base import PostgresBase
    from ..team.git import Git
    from ..team.house import GitOrder, House
    from ..team.mail import MailBook, checked_order
    from ..team.worker import Worker

    if not database:
        raise UsageError(texts.WHICH_DATABASE())
    workspace = group.workspace()
    git_order = GitOrder(remote, author, confidential) if commits or remote else None
    if git_order is not None:
        Git.of(workspace.root)
    mail_order = checked_order(mail, mail_from, f"{mail_at:%H:%M}") if mail else None
    base = PostgresBase(database)
    try:
        house = None
        if git_order or mail_order:
            house = House(git_order, mail_order, out=group.out, note=group.note)
        if mail_order:
            MailBook(Accounts(base)).switch(mail_order.at)
        Worker(workspace, base, house).run(lambda: group.note(texts.WORKING()))
    finally:
        base.close()
