"""The command reference of docs/commands.md, made from the commands themselves."""

from __future__ import annotations

import click

from .group import COMMANDS, group


def markdown() -> str:
    """All commands with their help, as Markdown, in the order of `--help`."""
    parts = []
    context = click.Context(group, info_name="translate-flow", max_content_width=100, terminal_width=100)
    for section, names in COMMANDS.items():
        parts.append(f"## {section}\n")
        for name in names:
            command = group.get_command(context, name)
            assert command is not None
            parts += _one(command, context, name)
    return "\n".join(parts)


def _one(command: click.Command, parent: click.Context, name: str) -> list[str]:
    context = click.Context(command, info_name=name, parent=parent, max_content_width=100, terminal_width=100)
    parts = [
        f"### {context.command_path.removeprefix('translate-flow ')}\n",
        f"```text\n{command.get_help(context)}\n```\n",
    ]
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            assert found is not None
            parts += _one(found, context, child)
    return parts
