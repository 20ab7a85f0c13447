"""Quality checks over statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .. import language as languages
from ..language import gazetteer
from ..language.messages import ROW_TWICE
from ..messages import Message
from ..model import Edition, Finding, Severity
from ..workspace import Workspace
from .messages import LANGUAGE_FAULT, LANGUAGE_ROW_FAULT, LIST_FAULT, NOTHING_KNOWN
from .statement import readings
from .statement.each import Errors, each
from .statement.findings import FOLDER, findings, forget_others
from .statement.terms import glossary_for
from .statement.work import Work


@dataclass(frozen=True, slots=True)
class Checked:
    """A statement and what the checks say of it."""

    edition: Edition
    findings: tuple[Finding, ...]
    catalogue: str
    """Path of the catalogue, relative to the workspace."""

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(f.severity is Severity.ERROR for f in self.findings)


def check(
    workspace: Workspace, names: Sequence[str], language: str, errors: Errors | None = None
) -> list[Checked]:
    """Findings of each statement, in document order.

    Raises ReadError, CatalogueError, GlossaryError, or adds them to `errors` where that is given.
    """

    def one(name: str) -> Checked:
        work = Work.open(workspace, name, language)
        edition = work.edition()
        found = findings(workspace, edition, glossary_for(workspace, name, language))
        return Checked(edition, tuple(found), workspace.relative(work.catalogue.path))

    there = frozenset(workspace.catalogued(language))
    forget_others(workspace.cache / FOLDER / language, there)
    forget_others(
        workspace.cache / readings.FOLDER / workspace.settings.languages.source,
        frozenset(workspace.source_names()),
    )
    return each(names, one, errors)


def notes(source: str, targets: Sequence[str]) -> tuple[Message, ...]:
    """What limits the checks of these languages (BCP 47 tags): faults of their files, and those nothing is known of."""
    asked = {languages.of(tag).tag: languages.of(tag) for tag in (source, *targets)}
    faults = (
        (LANGUAGE_ROW_FAULT if fault.problem.id == ROW_TWICE.id else LANGUAGE_FAULT)(fault=fault.message)
        for found in asked.values()
        for fault in found.faults
    )
    unknown = (NOTHING_KNOWN(language=tag) for tag, found in asked.items() if not found.known)
    lists = (LIST_FAULT(fault=fault.message) for fault in (gazetteer.faults() if "es" in asked else ()))
    return (*faults, *lists, *unknown)
