"""Transcripts are Markdown: what a user types, what the program answers, its exit code.

A fenced block of language `console` holds commands (`$ …`) with their output; a line
`[exit 3]` after it tells an exit code other than 0, and `…` stands for anything.
Commands of one file share a folder and run one after the other, in bash. The
README is one of them.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from .needs import need
from .warm import program

ROOT = Path(__file__).parent.parent
FILES = [*sorted((ROOT / "tests" / "transcripts").glob("*.md")), ROOT / "README.md"]
VARIES = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d|(?<=apertium )\d+(?:\.\d+)+|(?<=\|version:)\d+(?:\.\d+)+")
"""What differs from run to run: times, and versions of other programs."""
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass
class Step:
    """One command of a transcript."""

    command: str
    output: str
    code: int


def steps(block: str) -> list[Step]:
    """The commands of one fenced block."""
    found: list[Step] = []
    for line in block.splitlines(keepends=True):
        code = re.fullmatch(r"\[exit (\d+)\]\n", line)
        if line.startswith("$ "):
            found.append(Step(line[2:].rstrip("\n"), "", 0))
        elif code:
            found[-1].code = int(code[1])
        elif found and line.startswith("> ") and not found[-1].output:
            found[-1].command += "\n" + line[2:].rstrip("\n")
        else:
            found[-1].output += line
    return found


def write(step: Step) -> str:
    """The step as it stands in a file."""
    code = f"[exit {step.code}]\n" if step.code else ""
    return f"$ {step.command}\n".replace("\n", "\n> ", step.command.count("\n")) + step.output + code


def matches(expected: str, actual: str) -> bool:
    """Whether the output is the expected one, `…` standing for anything."""
    pattern = ".*?".join(re.escape(part) for part in expected.split("…"))
    return re.fullmatch(pattern, actual, re.DOTALL) is not None


class Shell:
    """A folder in which commands run one after the other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            "PATH": f"{Path(program()).parent}:{Path(sys.executable).parent}:{os.environ['PATH']}",
            "HOME": str(folder),
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "COLUMNS": "100",
            "PROJECT": str(ROOT),
            "GIT_AUTHOR_NAME": "translator",
            "GIT_CONFIG_COUNT": "2",
            "GIT_CONFIG_KEY_0": "user.name",
            "GIT_CONFIG_VALUE_0": "translator",
            "GIT_CONFIG_KEY_1": "user.email",
            "GIT_CONFIG_VALUE_1": "translator@example.org",
        }
        self.cwd = folder

    def run(self, command: str) -> tuple[str, int]:
        """Output and exit code; `cd` lasts."""
        after = self.folder / ".cwd"
        script = f"{command}\ncode=$?\npwd > '{after}'\nexit $code"
        done = subprocess.run(
            ["bash", "-c", script],
            cwd=self.cwd,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            check=False,
            timeout=120,
        )
        self.cwd = Path(after.read_text().strip())
        return done.stdout.decode().replace(str(self.folder), "~"), done.returncode


@pytest.mark.apertium
@pytest.mark.parametrize("file", FILES, ids=lambda p: p.stem)
def test_the_program_answers_as_the_transcript_says(
    file: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    need("apertium")
    text = file.read_text("utf-8")
    shell = Shell(tmp_path)
    if file.name == "README.md":
        # The README's reader stands in a checkout.
        shell.cwd = tmp_path / "translate_flow"
        shutil.copytree(ROOT / "statements", shell.cwd / "statements")
    made: list[str] = []
    wrong: list[str] = []
    for block in BLOCK.findall(text):
        rewritten = ""
        for step in steps(block):
            output, code = shell.run(step.command)
            if not matches(step.output, output) or step.code != code:
                wrong.append(
                    f"$ {step.command}\n--- expected ---\n{step.output}[exit {step.code}]\n--- got ---\n{output}[exit {code}]"
                )
                step.output, step.code = VARIES.sub("…", output), code
            rewritten += write(step)
        made.append(rewritten)
    if request.config.getoption("--accept") and wrong:
        blocks = iter(made)
        file.write_text(BLOCK.sub(lambda _: f"```console\n{next(blocks)}```", text), "utf-8")
    else:
        assert not wrong, "\n\n".join(wrong)
