"""The tutorial's commands do what the tutorial says, in both of its languages."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from translate_flow.engines.apertium import ApertiumFactory

from .warm import program

DOCS = Path(__file__).parent.parent / "docs"
BLOCK = re.compile(r"(?:^(?: {4}.*)?\n)*^ {4}.*\n", re.MULTILINE)
REFUSED = 3


class Reader:
    """Somebody who follows the page."""

    def __init__(self, root: Path, page: str, tag: str) -> None:
        self.root, self.folder = root, root / "demo"
        self.text = (DOCS / page).read_text("utf-8")
        self.environment = os.environ | {"LANG": tag, "LC_ALL": tag, "LANGUAGE": "", "COLUMNS": "100"}

    def blocks(self) -> Iterator[list[str]]:
        """What is to be typed or written, block by block."""
        for found in BLOCK.findall(self.text):
            yield [line[4:] for line in found.strip("\n").split("\n")]

    def run(self, line: str, expected: int = 0) -> str:
        """What a command says; the second paragraph's key stands for the one to be chosen."""
        place = self.folder if self.folder.exists() else self.root
        words = [
            program(),
            *shlex.split(re.sub(r"\b(KEY|CLAVE)\b", lambda _: self.paragraphs()[1], line))[1:],
        ]
        done = subprocess.run(
            words, cwd=place, env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == expected, (line, done.stdout, done.stderr)
        return done.stdout + done.stderr

    def paragraphs(self) -> list[str]:
        return re.findall(r"^[0-9a-f]{8}(?=  )", self.run("tflow show aviso"), re.MULTILINE)

    def states(self) -> dict[str, int]:
        told = json.loads(self.run("tflow status aviso --format json"))
        [one] = told["statements"]
        return {state: found["segments"] for state, found in one["states"].items() if found["segments"]}


@pytest.mark.apertium
@pytest.mark.parametrize(("page", "tag"), [("tutorial.md", "en_US.UTF-8"), ("es/tutorial.md", "es_PE.UTF-8")])
def test_the_way_of_the_tutorial(tmp_path: Path, page: str, tag: str, apertium: ApertiumFactory) -> None:
    reader = Reader(tmp_path, page, tag)
    statement = tmp_path / "demo" / "statements" / "aviso.es.md"
    seen = []
    for block in reader.blocks():
        if block[0].startswith("#"):
            statement.write_text("\n".join(block) + "\n", "utf-8")
        elif block[0].startswith("es,en"):
            (tmp_path / "demo" / "glossary" / "ours.csv").write_text("\n".join(block) + "\n", "utf-8")
            reader.run("tflow glossary check")
        else:
            for line in block:
                seen.append(line)
                if line == "tflow diff aviso":  # "Do this for every paragraph, then"
                    for key in reader.paragraphs()[:3]:
                        reader.run(f"tflow confirm aviso {key}")
                elif line == "tflow add statements/aviso.es.md" and seen.count(line) == 2:
                    statement.write_text(statement.read_text("utf-8").replace("1.200", "1.300"), "utf-8")
                if line != "cd demo":
                    told = reader.run(line, REFUSED if line == "tflow build aviso" else 0)
                _as_told(reader, line, told, first=seen.count(line) == 1)
    assert len(seen) >= 18


def _as_told(reader: Reader, line: str, told: str, first: bool) -> None:
    """What the page says about a command is so."""
    if line == "tflow status" and first:
        assert reader.states() == {"kept": 2, "missing": 3}
    elif line.startswith("tflow glossary"):
        assert "Red Muqui" in told
    elif line == "tflow check aviso":
        assert told.count("untouched-draft") == 3
    elif line == "tflow diff aviso":
        assert "{+reports+}" in told
    elif line == "tflow build aviso":
        assert reader.paragraphs()[1] in told
        reader.run("tflow build aviso --drafts")
        made = {p.name for p in (reader.folder / "build" / "en" / "aviso").iterdir()}
        assert {"aviso.en.md", "page.html", "bilingual.html", "aligned.tmx"} <= made
    elif line == "tflow status aviso":
        assert reader.states() == (
            {"kept": 2, "translated": 3} if first else {"kept": 2, "translated": 2, "stale": 1}
        )
