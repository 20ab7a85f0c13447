"""Is this workspace and this machine in order?"""

from __future__ import annotations

import shlex
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from .. import checks, engines, formats, outputs, plugins
from ..engines import ENGINES, names
from ..errors import TranslateFlowError
from ..files import repository
from ..files.repository import Driver
from ..messages import say
from ..workspace import Workspace
from .check import notes
from .drafts.engines import survey
from .messages import LANGUAGE_FAULT
from .statement.omitted import sentence
from .statement.privacy import confidential
from .statement.terms import glossary_for
from .statement.work import Work


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing looked at."""

    good: bool
    what: str
    remedy: str = ""
    """What to do; empty if it is in order."""


def examine(workspace: Workspace) -> Iterator[Sign]:
    """Look at Python, engines, other packages, privacy, glossary, catalogues, journals and git, in that order."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield Sign(
        sys.version_info >= (3, 11), f"Python {version}", "" if sys.version_info >= (3, 11) else "needs 3.11"
    )
    yield Sign(True, f"workspace {workspace.root}")
    yield from _engines(workspace)
    yield from _packages()
    yield from _privacy(workspace)
    yield from _languages(workspace)
    try:
        glossary = glossary_for(workspace, None, workspace.settings.languages.targets[0])
        yield Sign(
            bool(glossary.terms), f"glossary of {len(glossary.terms)} terms", "" if glossary.terms else _EMPTY
        )
    except TranslateFlowError as error:
        yield Sign(False, "glossary", str(error))
    for language in workspace.settings.languages.targets:
        for name in workspace.catalogued(language):
            yield _statement(workspace, name, language)
    yield _git(workspace)


_EMPTY = "names are not protected; put them into glossary/names.csv"


_UNKNOWN = "no such engine; see: translate-flow engines"

RECOMMENDED = "firefox"
"""Engine to wish for: as private as Apertium, and far better."""


def _engines(workspace: Workspace) -> Iterator[Sign]:
    uses = workspace.settings.statements.values()
    chosen = (*workspace.settings.drafting.engines, *(e for use in uses for e in use.engines))
    known = {*names(), *ENGINES}
    for name in dict.fromkeys(chosen):
        if name not in known:
            yield Sign(False, f"engine {name}", _UNKNOWN)
    for language in workspace.settings.languages.targets:
        for row in survey(workspace, language):
            if row["ready"]:
                where = "private" if row["private"] else "online"
                yield Sign(True, f"engine {row['name']} → {language}, {where}")
            elif row["chosen"]:
                yield Sign(False, f"engine {row['name']} → {language}", row["why"])
            elif row["name"] == RECOMMENDED:
                # No fault of the workspace: a wish.
                yield Sign(True, f"engine {row['name']} → {language} would draft better", row["why"])


def _packages() -> Iterator[Sign]:
    """What other packages bring to each family, and whether it can be used."""
    loads = {"formats": formats.load, "engines": engines.load, "outputs": outputs.load}
    for family, load in loads.items():
        for name in plugins.names(family):
            what = f"{family.removesuffix('s')} {name} of another package"
            try:
                load(name)
                yield Sign(True, what)
            except TranslateFlowError as error:
                yield Sign(False, what, str(error))
    if others := plugins.names("checks"):
        checks.load()
        told = plugins.troubles()
        for line in told:
            yield Sign(False, "check of another package", line)
        if not told:
            yield Sign(True, f"checks of other packages: {', '.join(others)}")


def _languages(workspace: Workspace) -> Iterator[Sign]:
    """What is wrong in the files on languages, and which languages have none (no fault of the workspace)."""
    spoken = workspace.settings.languages
    for told in notes(spoken.source, spoken.targets):
        good = told.id != LANGUAGE_FAULT.id
        yield Sign(good, str(told) if good else "language files", "" if good else str(told))


def _privacy(workspace: Workspace) -> Iterator[Sign]:
    """What leaves this machine, which statements never do, and what is meant to be one and is none."""
    try:
        for told in workspace.unmatched():
            yield Sign(False, "privacy", told)
    except TranslateFlowError as error:
        yield Sign(False, "privacy", str(error))
        return
    names = {n for language in workspace.settings.languages.targets for n in workspace.catalogued(language)}
    for name in sorted(n for n in names if workspace.has_source(n)):
        if where := confidential(workspace, name):
            yield Sign(True, f"{name} is confidential ({where}): nothing leaves this machine")


def _statement(workspace: Workspace, name: str, language: str) -> Sign:
    what = f"{name} → {language}"
    try:
        work = Work.open(workspace, name, language)
        if work.journal.marks:
            lines = ", ".join(map(str, work.journal.marks))
            where = workspace.relative(work.journal.path)
            remedy = f"{where}: git's conflict marks are in it; both sides are read: delete line {lines}, then git add"
            return Sign(False, what, remedy)
        if work.journal.damaged:
            lines = ", ".join(map(str, work.journal.damaged))
            where = workspace.relative(work.journal.path)
            return Sign(
                False,
                what,
                f"{where}: line {lines} can't be read and is passed over; see git for its text, then delete it",
            )
        work.must_be_whole()
        if work.source_changed:
            return Sign(
                False, what, f"source changed; run: translate-flow add {workspace.relative(work.source_file)}"
            )
        # Nothing is wrong with such a file; whoever publishes it should have seen what stays as it is.
        return Sign(True, what, say(sentence(work.document.omitted)))
    except TranslateFlowError as error:
        return Sign(False, what, str(error))


def _git(workspace: Workspace) -> Sign:
    if shutil.which("git") is None:
        return Sign(True, "git is not installed; nothing is kept under version control")
    found = repository.driver(workspace.root)
    if found is Driver.NO_GIT:
        return Sign(True, "not in a git repository; nothing is kept under version control")
    if found is Driver.MISSING:
        return Sign(False, "git's merge driver for catalogues", "run: translate-flow init")
    if (found is Driver.LOST or not repository.works(workspace.root)) and not (
        repository.register(workspace.root) and repository.works(workspace.root)
    ):
        remedy = f"run: git config merge.translate-flow.driver {shlex.quote(repository.merge_command())}"
        return Sign(False, "git's merge driver for catalogues does not start", remedy)
    return Sign(True, "git merges catalogues segment by segment")
