"""The static site over the statements that may be published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import BuildError, CatalogueError
from ..files.disk import write_together
from ..model import CONFIRMED, Edition
from ..typeset.site import site
from ..workspace import Workspace
from .build.about import with_about
from .build.fresh import own_templates
from .build.signatories import with_signatories
from .messages import NOTHING_TO_PUBLISH
from .statement.gate import findings_of, refuse_errors
from .statement.privacy import confidential as marked_confidential
from .statement.work import Work


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """What was made."""

    folder: Path
    pages: int
    statements: int
    left_out: tuple[str, ...]
    """Statements in no language ready, or confidential."""


def build_site(
    workspace: Workspace, names: Sequence[str], out: Path | None = None, address: str = ""
) -> BuiltSite:
    """Make the site of those of the statements whose text is confirmed and without errors, each in the languages it is
    ready in. Confidential ones are never in it. Raises BuildError if there is none, or if it cannot be written."""
    metadata = workspace.settings.publish.metadata
    templates = own_templates(workspace)
    editions: dict[str, list[Edition]] = {}
    for name in names:
        if marked_confidential(workspace, name):
            continue
        for language in workspace.settings.languages.targets:
            if name not in workspace.catalogued(language):
                continue
            work = Work.open(workspace, name, language)
            edition = work.edition()
            if any(unit.state not in CONFIRMED for unit in edition.units):
                continue
            try:
                refuse_errors(work, findings_of(work), edition.units, drafts=False)
            except BuildError:
                continue
            edition, _ = with_signatories(with_about(edition, work, metadata), work)
            editions.setdefault(name, []).append(replace(edition, templates=templates))
    if not editions:
        raise BuildError(NOTHING_TO_PUBLISH())
    folder = out or workspace.root / "build" / "site"
    made = site(editions, address)
    try:
        write_together({folder / path: data for path, data in made.items()})
    except CatalogueError as error:
        raise BuildError(error.message) from error
    pages = sum(path.endswith(".html") for path in made)
    return BuiltSite(folder, pages, len(editions), tuple(n for n in names if n not in editions))
