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
from ..messages import Message
from ..workspace import Workspace
from .check import notes
from .drafts.engines import survey, wish
from .messages import LANGUAGE_FAULT, LANGUAGE_ROW_FAULT, LIST_FAULT
from .messages import doctor as said
from .statement.omitted import sentence
from .statement.privacy import confidential
from .statement.terms import glossary_for
from .statement.work import Work


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing looked at."""

    good: bool
    what: Message
    remedy: Message | None = None
    """What to do; None if it is in order."""
    remark: bool = False
    """Whether it is only worth knowing: neither in order nor a fault."""


def examine(workspace: Workspace) -> Iterator[Diagnosis]:
    """Look at Python, engines, other packages, privacy, glossary, catalogues, journals and git, in that order."""
    version = ".".join(map(str, sys.version_info[:3]))
    new_enough = sys.version_info >= (3, 11)
    yield Diagnosis(
        new_enough, said.PYTHON(version=version), None if new_enough else said.NEEDS(version="3.11")
    )
    yield Diagnosis(True, said.WORKSPACE(folder=str(workspace.root)))
    yield from _engines(workspace)
    yield from _packages()
    yield from _privacy(workspace)
    yield from _languages(workspace)
    try:
        glossary = glossary_for(workspace, None, workspace.settings.languages.targets[0])
        remedy = None if glossary.terms else said.EMPTY_GLOSSARY()
        yield Diagnosis(bool(glossary.terms), said.GLOSSARY_OF(n=len(glossary.terms)), remedy)
    except TranslateFlowError as error:
        yield Diagnosis(False, said.GLOSSARY(), error.message)
    for language in workspace.settings.languages.targets:
        for name in workspace.catalogued(language):
            yield _statement(workspace, name, language)
    workspace.source_names()
    yield from (Diagnosis(False, said.FOLDERS(), unread) for unread in workspace.unread)
    yield _git(workspace)


def _engines(workspace: Workspace) -> Iterator[Diagnosis]:
    uses = workspace.settings.statements.values()
    chosen = (*workspace.settings.drafting.engines, *(e for use in uses for e in use.engines))
    known = {*names(), *ENGINES}
    for name in dict.fromkeys(chosen):
        if name not in known:
            yield Diagnosis(False, said.ENGINE(name=name), said.UNKNOWN_ENGINE())
    for language in workspace.settings.languages.targets:
        for row in survey(workspace, language):
            about = {"name": row["name"], "language": language}
            if row["ready"]:
                ready = said.PRIVATE_ENGINE if row["private"] else said.ONLINE_ENGINE
                measured = row["chrf2"] is not None
                told = ready(**about)
                yield Diagnosis(
                    True, said.MEASURED_ENGINE(engine=told, chrf2=row["chrf2"]) if measured else told
                )
            elif row["chosen"]:
                yield Diagnosis(False, said.ENGINE_TO(**about), row["why"])
        if better := wish(workspace, language):
            yield Diagnosis(True, better, remark=True)  # no fault of the workspace


def _packages() -> Iterator[Diagnosis]:
    """What other packages bring to each family, and whether it can be used."""
    families = (
        ("formats", formats.load, said.OTHERS_FORMAT),
        ("engines", engines.load, said.OTHERS_ENGINE),
        ("outputs", outputs.load, said.OTHERS_OUTPUT),
    )
    for family, load, of_another_package in families:
        for name in plugins.names(family):
            what = of_another_package(name=name)
            try:
                load(name)
                yield Diagnosis(True, what)
            except TranslateFlowError as error:
                yield Diagnosis(False, what, error.message)
    if others := plugins.names("checks"):
        checks.load()
        broken = plugins.reported()
        for problem in broken:
            yield Diagnosis(False, said.OTHERS_CHECK(), problem)
        if not broken:
            yield Diagnosis(True, said.OTHERS_CHECKS(names=tuple(others)))


def _languages(workspace: Workspace) -> Iterator[Diagnosis]:
    """What is wrong in the files on languages, and which languages have none (no fault of the workspace)."""
    spoken = workspace.settings.languages
    for note in notes(spoken.source, spoken.targets):
        good = note.id not in (LANGUAGE_FAULT.id, LANGUAGE_ROW_FAULT.id, LIST_FAULT.id)
        yield Diagnosis(good, note if good else said.LANGUAGE_FILES(), None if good else note)


def _privacy(workspace: Workspace) -> Iterator[Diagnosis]:
    """What leaves this machine, which statements never do, and what is meant to be one and is none."""
    try:
        for unmatched in workspace.unmatched():
            yield Diagnosis(False, said.PRIVACY(), unmatched)
    except TranslateFlowError as error:
        yield Diagnosis(False, said.PRIVACY(), error.message)
        return
    names = {n for language in workspace.settings.languages.targets for n in workspace.catalogued(language)}
    for name in sorted(n for n in names if workspace.has_source(n)):
        if where := confidential(workspace, name):
            yield Diagnosis(True, said.CONFIDENTIAL(name=name, where=where))


def _statement(workspace: Workspace, name: str, language: str) -> Diagnosis:
    what = said.STATEMENT(name=name, language=language)
    try:
        work = Work.open(workspace, name, language)
        if work.journal.marks:
            where = workspace.relative(work.journal.path)
            return Diagnosis(False, what, said.MARKS_IN_JOURNAL(file=where, lines=work.journal.marks))
        if work.journal.damaged:
            where = workspace.relative(work.journal.path)
            return Diagnosis(False, what, said.DAMAGED_LINES(file=where, lines=work.journal.damaged))
        work.must_be_whole()
        if work.source_changed:
            changed = said.SOURCE_CHANGED(file=workspace.relative(work.source_file))
            return Diagnosis(False, what, changed)
        # Nothing is wrong with such a file; whoever publishes it should have seen what stays as it is.
        return Diagnosis(True, what, sentence(work.document.omitted))
    except TranslateFlowError as error:
        return Diagnosis(False, what, error.message)


def _git(workspace: Workspace) -> Diagnosis:
    if shutil.which("git") is None:
        return Diagnosis(True, said.GIT_MISSING(), remark=True)
    found = repository.driver(workspace.root)
    if found is Driver.NO_GIT:
        return Diagnosis(True, said.NO_REPOSITORY(), remark=True)
    if found is Driver.MISSING:
        return Diagnosis(False, said.MERGE_DRIVER(), said.RUN_INIT())
    if (found is Driver.LOST or not repository.works(workspace.root)) and not (
        repository.register(workspace.root) and repository.works(workspace.root)
    ):
        command = f"git config merge.translate-flow.driver {shlex.quote(repository.merge_command())}"
        return Diagnosis(False, said.MERGE_DRIVER_BROKEN(), said.RUN(command=command))
    return Diagnosis(True, said.MERGES())
