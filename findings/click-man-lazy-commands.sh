#!/usr/bin/env bash
# click-man 0.6.0 with click 8.1.8: manual pages of a program whose commands are loaded when they are called.
# One would expect: a page for each command that `--help` lists, for a group that overrides `list_commands` and
# `get_command`, which is how click's own documentation has commands loaded late.
# Seen: one page for the whole program without any command, and no word about those left out; of the same group with its
# commands added beforehand, a page for each.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'click-man==0.6.0' 'click==8.1.8' 'setuptools==75.8.0'
seen=$(cd "$dir" && "$dir/venv/bin/python" - <<'PYTHON'
import os

import click
from click_man.core import write_man_pages


@click.command()
def draft():
    """Draft what is missing."""


class Late(click.Group):
    def list_commands(self, ctx):
        return ["draft"]

    def get_command(self, ctx, name):
        return draft if name == "draft" else None


for kind, group in (("late", Late("tool", help="A tool.")), ("early", click.Group("tool", {"draft": draft}, help="A tool."))):
    os.mkdir(kind)
    write_man_pages("tool", group, version="1", target_dir=kind)
    shown = "draft" in group.get_help(click.Context(group))
    print(kind, "listed by --help:", shown, "pages:", *sorted(os.listdir(kind)))
PYTHON
)
printf '%s\n' "$seen"
[ "$seen" = "late listed by --help: True pages: tool.1
early listed by --help: True pages: tool-draft.1 tool.1" ]
