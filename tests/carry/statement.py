"""A workspace with one statement, and short ways to read, change and look at it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from translate_flow.flow.editing.edit import approve, edit
from translate_flow.flow.intake.add import Added, add
from translate_flow.flow.intake.init import init
from translate_flow.flow.statement.work import Work
from translate_flow.model import Event, Unit
from translate_flow.workspace import Workspace


@dataclass
class Statement:
    """The statement `carta` of a workspace."""

    root: Path

    @property
    def workspace(self) -> Workspace:
        return Workspace.find(self.root)

    @property
    def work(self) -> Work:
        return Work.open(self.workspace, "carta", "en")

    @property
    def file(self) -> Path:
        return self.root / "statements" / "carta.es.md"

    def read(self, *blocks: str, dry: bool = False) -> Added:
        """Write the statement from its blocks and add it."""
        self.file.write_text("\n\n".join(blocks) + "\n", "utf-8")
        return add(self.workspace, [self.file], ["en"], dry=dry)[0]

    def unit(self, start: str, nth: int = 0) -> Unit:
        """The unit whose source begins so."""
        return [u for u in self.work.units if u.segment.text.startswith(start)][nth]

    def translate(self, start: str, text: str, nth: int = 0, approved: bool = False) -> None:
        """Give a segment a translation, as a person does."""
        key = self.unit(start, nth).key
        edit(self.work, key, text, "translator")
        if approved:
            approve(self.work, key, "reviewer")

    def draft(self, start: str, text: str) -> None:
        """Give a segment machine text."""
        key = self.unit(start).key
        self.work.change(lambda _: [Event(by="fake", do="draft", key=key, text=text, engine="fake 1")])

    def said(self) -> list[tuple[str, str, str]]:
        """Source, translation and state of each segment."""
        return [(u.segment.text, u.target, str(u.state)) for u in self.work.units]

    def copy(self, root: Path) -> Statement:
        """The same workspace in another folder, as a second person has it."""
        shutil.copytree(self.root, root, ignore=shutil.ignore_patterns(".translate-flow"))
        return Statement(root)


def made(root: Path) -> Statement:
    """A new workspace."""
    init(root, "es", ("en",))
    settings = root / "translate-flow.toml"  # what is carried over is what people typed, each for itself
    settings.write_text(
        settings.read_text("utf-8").replace('repeats = "statement"', 'repeats = "off"'), "utf-8"
    )
    return Statement(root)


def counts(added: Added) -> dict[str, int]:
    """What became of the paragraphs, without noughts."""
    return {how: n for how, n in added.counts.items() if n}
