"""The public face: what other Python programs may rely on, re-exported by `import translate_flow`.

Each function does what the command of its name does, and returns data instead of printing it. Statements are named as
on the command line; without names all are meant. `language` may be left out where the workspace has one target
language. Errors are those of `translate_flow.errors`; `say` puts a message or an error's `message` into words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .flow.build import Built
from .flow.build import build as _build
from .flow.check import Checked
from .flow.check import check as _check
from .flow.drafts.draft import Drafted, plan, run
from .flow.intake.add import Added
from .flow.intake.add import add as _add
from .flow.intake.init import init as _init
from .flow.intake.sources import gather
from .flow.reviewing.diff import diff_report as _diff
from .flow.status import status as _status
from .messages import Message, say, speaking
from .model import Finding, Severity, State
from .model.coverage import Coverage
from .review import Report
from .workspace import Workspace

__all__ = [
    "Added",
    "Built",
    "Checked",
    "Coverage",
    "Drafted",
    "Finding",
    "Message",
    "Report",
    "Severity",
    "State",
    "Workspace",
    "add",
    "build",
    "check",
    "diff",
    "draft",
    "init",
    "say",
    "speaking",
    "status",
]


@dataclass(frozen=True, slots=True)
class _Chosen:
    """Statements in one language."""

    names: list[str]
    language: str


def _chosen(workspace: Workspace, names: Sequence[str], language: str | None) -> _Chosen:
    target = workspace.target(language)
    return _Chosen(workspace.choose(names, target), target)


def init(folder: Path, source: str = "es", targets: Sequence[str] = ("en",)) -> Workspace:
    """A new workspace in the folder. Raises UsageError if there is one already, or for a tag of no language."""
    _init(folder, source, tuple(targets))
    return Workspace.load(folder.resolve())


def add(workspace: Workspace, files: Sequence[Path] = (), language: str | None = None) -> list[Added]:
    """Read statements into their catalogues, or read them again after a change; all of `statements/` without files.

    `language`: one target language instead of all. Raises ReadError, UsageError, CatalogueError; a file that cannot
    be read changes nothing.
    """
    targets = (workspace.target(language),) if language else workspace.settings.languages.targets
    gathered = gather(workspace, [str(file) for file in files])
    if gathered.errors:
        raise gathered.errors[0]
    return _add(workspace, gathered.sources, targets)


def draft(
    workspace: Workspace,
    names: Sequence[str] = (),
    language: str | None = None,
    *,
    engines: Sequence[str] = (),
    redo: bool = False,
) -> list[Drafted]:
    """Fill what has no translation: from the memory, then by the engines, each with the glossary's names held.

    `engines` are those tried, in order, instead of the workspace's; `redo` makes drafts anew that nobody has touched.
    Raises UsageError for an engine that is unknown or may not see the text, EngineError if the last one gives up; what
    was drafted until then stays.
    """
    chosen = _chosen(workspace, names, language)
    return list(run(plan(workspace, chosen.names, chosen.language, engines=tuple(engines), redo=redo)))


def status(workspace: Workspace, names: Sequence[str] = (), language: str | None = None) -> list[Coverage]:
    """How far each statement is. Raises CatalogueError."""
    chosen = _chosen(workspace, names, language)
    return _status(workspace, chosen.names, chosen.language)


def check(workspace: Workspace, names: Sequence[str] = (), language: str | None = None) -> list[Checked]:
    """What the checks find in each statement. Raises ReadError, CatalogueError, GlossaryError."""
    chosen = _chosen(workspace, names, language)
    return _check(workspace, chosen.names, chosen.language)


def diff(workspace: Workspace, names: Sequence[str] = (), language: str | None = None) -> list[Report]:
    """What people changed in the machine's drafts, statement by statement. Raises CatalogueError, GlossaryError."""
    chosen = _chosen(workspace, names, language)
    return [report for report, _ in _diff(workspace, chosen.names, chosen.language, scores=False)]


def build(
    workspace: Workspace,
    names: Sequence[str] = (),
    language: str | None = None,
    *,
    formats: Sequence[str] = (),
    drafts: bool = False,
    out: Path | None = None,
) -> list[Built]:
    """Write the finished statements, pages and aligned texts; the usual formats if none is named.

    Raises BuildError if a person has not confirmed all of a statement and `drafts` is not given, or if findings stand
    in the way; nothing is written then.
    """
    chosen = _chosen(workspace, names, language)
    return _build(workspace, chosen.names, chosen.language, list(formats), drafts=drafts, out=out)
