"""The static site over the statements that may be published.

A statement's pages are made again only where something has changed of what they are made from; what comes out is, byte for
byte, what a first build makes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ...checks.crew import share
from ...errors import BuildError
from ...model import CONFIRMED, Edition
from ...typeset.site import StatementPages, frame, pages_of
from ...workspace import Workspace
from ..build.about import with_about
from ..build.fresh import common, inputs, own_templates
from ..build.images import images
from ..build.signatories import with_signatories
from ..messages import NOTHING_TO_PUBLISH
from ..statement.findings import program
from ..statement.gate import findings_of, refuse_errors
from ..statement.privacy import confidential as marked_confidential
from ..statement.storage import storage_of
from ..statement.work import Work
from .folder import Folder
from .kept import KeptPages, KeptSite

_AS_UNITS = 20
"""A statement's pages take about the time that so many units take the checks."""


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """What was made."""

    folder: Path
    pages: int
    statements: int
    left_out: tuple[str, ...]
    """Statements in no language ready, or confidential."""
    anew: int = 0
    """Statements whose pages were made; the others had not changed."""


def build_site(
    workspace: Workspace, names: Sequence[str], out: Path | None = None, address: str = ""
) -> BuiltSite:
    """Make the site of those of the statements whose text is confirmed and without errors, each in the languages it is
    ready in. Confidential ones are never in it. What an earlier site in the folder had and this one has not is removed.

    Raises BuildError if there is none, or if it cannot be written: then the site that was there is still there.
    """
    languages = workspace.settings.languages
    templates = own_templates(workspace)
    shared = f"{common(workspace)}\0{program()}"
    catalogued = {tag: frozenset(workspace.catalogued(tag)) for tag in languages.targets}
    folder, kept = Folder(out or workspace.root / "build" / "site"), KeptSite(workspace)
    folder.must_be_ours()
    tags = {name: [tag for tag in languages.targets if name in catalogued[tag]] for name in names}
    keys = {
        name: "\0".join(inputs(workspace, name, tag, "site", shared) for tag in tags[name]) for name in names
    }
    found: dict[str, KeptPages] = {}
    for name in names:
        before = kept.of(name, keys[name])
        if before is not None and folder.has(before.files):
            found[name] = before
    stale = [name for name in names if name not in found]
    made: dict[str, bytes] = {}
    for name, pages in zip(stale, _made(workspace, {n: tags[n] for n in stale}, templates), strict=True):
        found[name] = kept.keep(name, keys[name], pages)
        made |= pages.files
    ready = [name for name in names if found[name].entries]
    if not ready:
        raise BuildError(NOTHING_TO_PUBLISH())
    every = (entry for name in ready for entry in found[name].entries)
    made |= frame(every, languages.source, languages.targets, address)
    folder.write(made, {path: digest for name in ready for path, digest in found[name].files.items()})
    kept.write(names if set(names) == set().union(*catalogued.values()) else None)
    pages_in_all = sum(path.endswith(".html") for path in folder.holds)
    return BuiltSite(
        folder.path, pages_in_all, len(ready), tuple(n for n in names if not found[n].entries), len(stale)
    )


def _made(
    workspace: Workspace, asked: Mapping[str, Sequence[str]], templates: Mapping[str, str]
) -> list[StatementPages]:
    """The pages of statements, each in its languages; many are shared among the machine's processors."""
    every = list(asked.items())
    alone = storage_of(workspace).apart  # a connection to a database is not to be shared
    return share(
        len(every),
        lambda part, _: [_pages(workspace, *every[at], templates) for at in part],
        effort=0 if alone else _AS_UNITS * len(every),
    )


def _pages(
    workspace: Workspace, name: str, languages: Sequence[str], templates: Mapping[str, str]
) -> StatementPages:
    """A statement's pages in the languages it is ready in; none if there is no such language, or it is confidential."""
    if marked_confidential(workspace, name):
        return StatementPages((), {})
    ready: list[Edition] = []
    for language in languages:
        work = Work.open(workspace, name, language)
        edition = work.edition()
        if any(unit.state not in CONFIRMED for unit in edition.units):
            continue
        try:
            refuse_errors(work, findings_of(work), edition.units, drafts=False)
        except BuildError:
            continue
        shown, _ = images(workspace, work.source_file, work.source_bytes, edition.document)
        edition = replace(edition, templates=templates, images=shown)
        edition = with_about(edition, work, workspace.settings.publish.metadata)
        ready.append(with_signatories(edition, work)[0])
    if not ready:
        return StatementPages((), {})
    return pages_of(name, ready, workspace.settings.languages.targets)
