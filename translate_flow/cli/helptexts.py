"""Keeps what repeats the commands' help in step with it: `python -m translate_flow.cli.helptexts`.

That is `locale/TAG/LC_MESSAGES/help.po`, where new texts come in without a translation and those that are gone go (a
test fails until each has its own), `summaries.py`, and the texts of `overview/`.
"""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

import translate_flow

from ..messages import LANGUAGES, speaking
from .group import COMMANDS, group
from .overview import COLUMNS
from .overview import place as kept_at
from .spoken import CLICK, METAVAR, MODULES, PLACEHOLDER, catalogue, command_texts


def commands() -> Iterator[tuple[str, click.Command, list[click.Parameter]]]:
    """Every command with its whole name and parameters, those below a family too."""
    yield from _below(group, click.Context(group, info_name="translate-flow"))


def _below(
    command: click.Command, context: click.Context
) -> Iterator[tuple[str, click.Command, list[click.Parameter]]]:
    yield context.command_path, command, click.Command.get_params(command, context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _below(below, click.Context(below, info_name=name, parent=context))


def texts() -> list[tuple[str, str, str]]:
    """Context, text and plural (empty if there is none) of everything the help and click can say."""
    found: dict[tuple[str, str, str], None] = dict.fromkeys(("", section, "") for section in COMMANDS)
    words: set[str] = set()
    for _, command, parameters in commands():
        found |= dict.fromkeys(("", text, "") for text in command_texts(command, parameters))
        context = click.Context(command)
        words.update(PLACEHOLDER.findall(" ".join(click.Command.collect_usage_pieces(command, context))))
        words.update(*(PLACEHOLDER.findall(p.metavar or "") for p in parameters))
    found |= dict.fromkeys((METAVAR, word, "") for word in sorted(words | {"COMMAND", "ARGS"}))
    # Click looks this one up by a name it has stored, not by a text in its source.
    found[CLICK, "required", ""] = None
    shown = {text for _, text, _ in found}
    return [*found, *sorted(said for said in click_says() if said[1] not in shown)]


def click_says() -> set[tuple[str, str, str]]:
    """What the installed click hands to gettext."""
    found = set()
    for module in MODULES:
        path = Path(click.__file__).parent / f"{module}.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8"))) if path.exists() else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                if node.func.id not in ("_", "ngettext"):
                    continue
                parts = [
                    a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)
                ]
                if parts and parts[0] != "required":
                    found.add((CLICK, parts[0], parts[1] if len(parts) > 1 else ""))
    return found


def place(tag: str) -> Path:
    """The PO file of that language."""
    return Path(translate_flow.__file__).parent / "locale" / tag / "LC_MESSAGES" / "help.po"


def update(tag: str) -> Any:
    """That language's catalogue (polib's) with an entry for every text.

    What another version of click says stays if it is translated.
    """
    import polib

    path = place(tag)
    old = {(e.msgctxt or "", e.msgid): e for e in polib.pofile(str(path))} if path.exists() else {}
    made = polib.POFile(wrapwidth=0)
    made.metadata = {
        "Project-Id-Version": "translate-flow",
        "Language": tag,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    wanted = texts()
    known = {(context, text) for context, text, _ in wanted}
    wanted += sorted(
        (context, text, entry.msgid_plural)
        for (context, text), entry in old.items()
        if context == CLICK and (context, text) not in known and entry.translated()
    )
    for context, text, several in wanted:
        before = old.get((context, text))
        entry = polib.POEntry(msgctxt=context or None, msgid=text, msgid_plural=several)
        if several:
            entry.msgstr_plural = dict(before.msgstr_plural) if before else {0: "", 1: ""}
        elif before:
            entry.msgstr = before.msgstr
        made.append(entry)
    return made


def summaries() -> str:
    """The text of `summaries.py`."""
    lines = [
        '"""What each command does, in one line, by language; made by `python -m translate_flow.cli.helptexts`.',
        "",
        "So that the list of commands is shown without loading a single one of them.",
        '"""',
        "",
        "SUMMARIES: dict[str, dict[str, str]] = {",
    ]
    context = click.Context(group)
    for tag in LANGUAGES:
        with speaking(tag):
            lines.append(f'    "{tag}": {{')
            lines += (
                f"        {_quoted(n)}: {_quoted(said)},"
                for n, said in group.short_helps(context, group.list_commands(context))
            )
            lines.append("    },")
    return "\n".join((*lines, "}", ""))


def overview(tag: str, columns: int) -> str:
    """The text of the whole program's help in that language, as click prints it on a terminal of that width.

    By a process of its own: click remembers the options that it has once made.
    """
    code = f"import translate_flow.cli as cli; from translate_flow.messages import speaking\nwith speaking({tag!r}): cli.run(['--help'])"
    environment = os.environ | {"COLUMNS": str(columns)}
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True, env=environment)
    return done.stdout.decode()


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    for language in LANGUAGES:
        if language != "en":
            update(language).save(str(place(language)))
    catalogue.cache_clear()
    Path(__file__).with_name("summaries.py").write_text(summaries(), "utf-8")
    for language in LANGUAGES:
        for wide in COLUMNS:
            Path(kept_at(language, wide)).write_text(overview(language, wide), "utf-8")
