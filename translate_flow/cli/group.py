"""The command table, and what all commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .. import __version__
from ..errors import UsageError
from ..messages import LANGUAGES, Message, say
from ..messages.speech import reader
from . import complete
from .spoken import Command, Family, Wrap, translated

if TYPE_CHECKING:
    from ..workspace import Workspace

COMMANDS: dict[str, dict[str, str]] = {
    "Everyday work": {
        "add": ".add:add",
        "draft": ".draft:draft",
        "desk": ".desk:desk",
        "review": ".review:review",
        "edit": ".edit:edit",
        "confirm": ".confirm:confirm",
        "approve": ".approve:approve",
        "return": ".send_back:send_back",
        "build": ".build:build",
        "site": ".site:site",
        "signatories": ".signatories:signatories",
        "export": ".export:export",
        "import": ".import_:import_",
        "align": ".align:align",
    },
    "Status and checks": {
        "status": ".status:status",
        "plan": ".plan:plan",
        "check": ".check:check",
        "diff": ".diff:diff",
        "history": ".history:history",
        "blame": ".blame:blame",
        "show": ".show:show",
        "find": ".find:find",
        "timeline": ".timeline:timeline",
    },
    "Review and revise": {
        "comment": ".comment:comment",
        "join": ".join:join",
        "kind": ".kind:kind",
        "split": ".split:split",
        "dismiss": ".dismiss:dismiss",
        "fix": ".fix:fix",
        "restore": ".restore:restore",
        "spread": ".spread:spread",
        "replace": ".replace:replace",
        "undo": ".undo:undo",
        "redo": ".redo:redo",
    },
    "Team": {
        "serve": ".serve:serve",
        "team": ".team:team",
    },
    "Setup": {
        "init": ".init:init",
        "glossary": ".glossary:glossary",
        "memory": ".memory:memory",
        "engines": ".engines:engines",
        "doctor": ".doctor:doctor",
        "forget": ".forget:forget",
        "merge-driver": ".merge_driver:merge_driver",
    },
}
"""Section of the help → command → where it is defined."""


class Group(Family):
    """Imports a command's file when the command is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All command names, in the order of the help."""
        return [name for section in COMMANDS.values() for name in section]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        for section in COMMANDS.values():
            if cmd_name in section:
                module, attribute = section[cmd_name].split(":")
                command: click.Command = getattr(import_module(module, __package__), attribute)
                return command
        return None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest command offered for a mistyped one."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from ..messages import nearest
            from .messages import NO_SUCH_COMMAND

            near = nearest(args[0], self.list_commands(ctx))
            raise click.UsageError(say(NO_SUCH_COMMAND(name=args[0], nearest=near)), ctx) from error

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; then say which folders it had to pass over, and end with 3 if it ended with 0."""
        try:
            result = super().invoke(ctx)
        except click.exceptions.Exit:
            _passed_over(ctx)
            raise
        if _passed_over(ctx):
            ctx.exit(3)
        return result

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help's list of commands, by section."""
        from .summaries import SUMMARIES

        known = SUMMARIES[reader()]
        for section, commands in COMMANDS.items():
            with formatter.section(translated(section)):
                formatter.write_dl([(name, known[name]) for name in commands])


def _workspace_folder(ctx: click.Context, _param: click.Parameter, value: Path | None) -> None:
    if value is not None:
        ctx.ensure_object(dict)["folder"] = value


folder = click.option(
    "-C",
    "within",
    type=click.Path(path_type=Path),
    metavar="DIR",
    expose_value=False,
    callback=_workspace_folder,
    help="Work in the workspace that contains DIR.",
)


lang = click.option(
    "--lang",
    metavar="TAG",
    expose_value=False,
    type=click.Choice(list(LANGUAGES)),
    help="Language of the messages; by default that of the environment (LANG).",
)


def command(*args: Any, **kwargs: Any) -> Wrap:
    """As click.command, with the options every command takes."""

    def wrap(function: Callable[..., Any]) -> click.Command:
        made: click.Command = click.command(*args, cls=Command, **kwargs)(folder(lang(function)))
        return made

    return wrap


def family(**kwargs: Any) -> Callable[[Callable[..., Any]], Family]:
    """As click.group, with the options every command takes."""

    def wrap(function: Callable[..., Any]) -> Family:
        made: Family = click.group(cls=Family, **kwargs)(folder(lang(function)))
        return made

    return wrap


to = click.option(
    "--to",
    metavar="LANG",
    shell_complete=complete.languages,
    help="Target language; needed only if the workspace has several.",
)
by = click.option("--as", "person", metavar="NAME", help="Who does this; by default the git identity.")
query = click.option(
    "--filter",
    "query",
    metavar="QUERY",
    default="",
    help="Only segments that match, such as 'state:translated by:ana -check:any'.",
)


def said_something(context: click.Context, parameter: click.Parameter, value: Any) -> Any:
    """What was given, if it is not empty: every key and every name would begin with nothing. Raises UsageError."""
    given = value if isinstance(value, tuple) else (value,)
    if any(isinstance(word, str) and not word.strip() for word in given):
        from ..flow.statement.messages import EMPTY_KEY
        from ..workspace.messages import EMPTY_NAME

        raise UsageError((EMPTY_NAME if str(parameter.name).startswith("document") else EMPTY_KEY)())
    return value


def _argument(name: str, metavar: str, **kwargs: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    complete_by = complete.statements if name.startswith("document") else complete.segments
    return click.argument(
        name, metavar=metavar, shell_complete=complete_by, callback=said_something, **kwargs
    )


documents = _argument("documents", "[DOC]...", nargs=-1)
document = _argument("document", "DOC")
key = _argument("key", "KEY")
maybe_key = _argument("key", "[KEY]", required=False)
keys = _argument("keys", "[KEY]...", nargs=-1)


def folder_asked() -> Path:
    """The folder that the command is about: `-C`, or the one it runs in."""
    folder = click.get_current_context().ensure_object(dict).get("folder")
    return Path(folder) if folder is not None else Path.cwd()


def workspace() -> Workspace:
    """The workspace the command works in. Raises WorkspaceError."""
    from ..workspace import Workspace

    shared = click.get_current_context().ensure_object(dict)
    folder = shared.get("folder")
    found = Workspace.find(folder if folder is not None else Path.cwd())
    shared.setdefault("used", []).append(found)
    if found.root not in shared.setdefault("seen", set()):
        shared["seen"].add(found.root)
        _look_after(found)
    return found


def _passed_over(ctx: click.Context) -> bool:
    """Name the folders of the command's workspaces that could not be read; whether there were any."""
    unread = [one for known in ctx.ensure_object(dict).get("used", ()) for one in known.unread]
    if ctx.invoked_subcommand != "doctor":  # which has named them among the rest
        for line in dict.fromkeys(say(one) for one in unread):
            if line not in ctx.ensure_object(dict).get("told", ()):
                note(f"translate-flow: {line}")
    return bool(unread)


def _look_after(workspace: Workspace) -> None:
    """What every command does first: clean up after one that was killed, and see that git merges rightly."""
    from ..files.repository import Driver, driver, register
    from ..flow.statement.leftovers import tidy

    tidy(workspace)
    merges = driver(workspace.root)
    if merges is Driver.MISSING or (merges is Driver.LOST and not register(workspace.root)):
        from .messages import GIT_DRIVER

        note(GIT_DRIVER())


def out(message: Message | str) -> None:
    """A result, in the reader's language."""
    click.echo(say(message))


def note(message: Message | str) -> None:
    """A message for the person at the terminal; results go to stdout, this goes to stderr."""
    click.echo(say(message), err=True)


def tell(errors: Iterable[Exception]) -> None:
    """Report why statements were left out, each reason once.

    Ends with exit code 1 if all were stopped by findings, with 3 for any other reason.
    """
    errors = list(errors)
    if not errors:
        return
    from ..flow.statement.gate import StoppedByFindings
    from . import say as in_line

    reasons = list(dict.fromkeys(in_line(error) for error in errors))
    click.get_current_context().ensure_object(dict).setdefault("told", set()).update(reasons)
    for reason in reasons:
        note(f"translate-flow: {reason}")
    if reasons:
        found = all(isinstance(error, StoppedByFindings) for error in errors)
        click.get_current_context().exit(1 if found else 3)


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if not value or ctx.resilient_parsing:
        return
    import platform
    from importlib.metadata import version

    out(f"translate-flow {__version__}")
    out(f"Python {platform.python_version()}, {platform.platform(aliased=True, terse=True)}")
    out(", ".join(f"{name} {version(name)}" for name in ("click", "polib", "diff-match-patch", "lxml")))
    ctx.exit()


@click.group(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 done, 1 findings, or coverage below --fail-under, 2 usage error, 3 failed.",
)
@folder
@lang
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version, and what it runs on, and exit.",
)
def group() -> None:
    """Translate public statements: drafts with protected names, tracked edits, aligned texts.

    Texts stay on this machine unless the workspace's settings say otherwise.
    """
