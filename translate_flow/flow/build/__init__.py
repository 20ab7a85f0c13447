"""Build: the finished statement, pages for publishing, and aligned text."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import Any

from ... import __version__, outputs
from ...carry.cuts import together
from ...errors import BuildError, CatalogueError, UsageError
from ...files.disk import write_together
from ...formats import format_for
from ...markup.inline import FORMATS
from ...markup.placing import inline_put
from ...messages import Message, nearest
from ...model import CONFIRMED, Edition, Finding, Severity, State, Unit
from ...model.messages import STATE
from ...typeset.labels import guessed, labelled, translated
from ...typeset.signed import signed as signed_below
from ...workspace import Workspace, file_hash
from ..messages import NO_SUCH_OUTPUT, UNCONFIRMED
from ..statement.each import Errors, each
from ..statement.gate import findings_of, refuse_errors
from ..statement.privacy import confidential as marked_confidential
from ..statement.terms import glossary_for
from ..statement.work import Work
from .about import with_about
from .fresh import MANIFEST, common, earlier, in_order, inputs, must_be_ours, own_templates, unchanged
from .images import beside, images
from .messages import CONFIDENTIAL
from .nameless import nameless
from .signatories import with_signatories
from .terms import terms_of

STATEMENT = "statement"
"""Name of the output in the source's own format."""


Progress = Callable[[str, int, int], None]
"""Called with a statement, its outputs that are made, and how many are to be made; what it raises ends the build."""


@dataclass(frozen=True, slots=True)
class Built:
    """What was built of one statement."""

    name: str
    language: str
    folder: Path
    files: tuple[Path, ...]
    unconfirmed: int
    """Segments that no person has confirmed; marked as machine text in every file."""
    errors: int = 0
    """Findings of the checks that are errors and were built with all the same."""
    guessed: tuple[str, ...] = ()
    """Unconfirmed segments whose marks could not be built as they stand, and were put where they may belong."""
    remarks: tuple[Message, ...] = ()
    """What is to be said about its list of signatories."""


def build(
    workspace: Workspace,
    names: Sequence[str],
    language: str,
    wanted: Sequence[str] = (),
    *,
    out: Path | None = None,
    drafts: bool = False,
    with_errors: bool = False,
    level: str = "paragraph",
    metadata: str = "",
    confidential: bool = False,
    errors: Errors | None = None,
    progress: Progress | None = None,
) -> list[Built]:
    """Build the outputs asked for (all, if none is named) of each statement.

    Everything is made before the first file is written. Raises BuildError if text no person has
    confirmed is in a statement and `drafts` is not given, StoppedByFindings if the checks find in
    confirmed text what `[review] stop` forbids and `with_errors` is not given. `level`: whether aligned text
    is by `paragraph` or by `sentence`; `metadata`: one of `METADATA`, by default that of the settings.
    A confidential statement is built only with `confidential`. With `errors` these and other errors of a
    statement are added there, and the others are built. What was built from the same before is left as it is.
    `progress` is called before each output; what it raises leaves everything as it was.
    """
    kinds = list(dict.fromkeys(wanted)) or [STATEMENT, *outputs.USUAL]
    makers = [_maker(k) for k in kinds if k != STATEMENT]

    metadata = metadata or workspace.settings.publish.metadata
    order = _Order(
        kinds, makers, drafts, with_errors, level, metadata, confidential, progress or (lambda *_: None)
    )
    shared, templates = common(workspace), own_templates(workspace)

    def one(name: str) -> tuple[Built, dict[str, bytes]]:
        folder = (out or workspace.root / "build") / language / name
        read = inputs(workspace, name, language, order.asked, shared)
        if (before := unchanged(folder, read)) is not None:
            return _as_built(
                name, language, folder, before
            ), {}  # of a file and settings that were looked at then
        if not confidential:
            _refuse_confidential(workspace, name)
        made, files = _made(Work.open(workspace, name, language), order, folder, templates, read)
        if out is not None:
            must_be_ours(folder, files)
        return made, files

    ready = each(names, one, errors)
    try:
        # All statements or none: what a full disk left out of ten builds nobody could tell.
        write_together({b.folder / f: files[f] for b, files in ready for f in in_order(b.folder, files)})
    except CatalogueError as error:
        raise BuildError(error.message) from error
    return [built for built, _ in ready]


@dataclass(frozen=True, slots=True)
class _Order:
    """What is asked for of every statement."""

    kinds: list[str]
    makers: list[outputs.Output]
    drafts: bool
    with_errors: bool
    level: str
    metadata: str
    confidential: bool
    progress: Progress

    @property
    def asked(self) -> str:
        """What makes two builds of the same inputs differ."""
        return repr((self.kinds, self.drafts, self.with_errors, self.level, self.metadata, self.confidential))


def _made(
    work: Work, order: _Order, folder: Path, templates: Mapping[str, str], read: str
) -> tuple[Built, dict[str, bytes]]:
    """A statement's files, and what is said of them; `read` is what they are made from."""
    edition, guessed = _buildable(work.edition())
    waiting = [u for u in edition.units if u.state not in CONFIRMED]
    if waiting and not order.drafts:
        raise BuildError(_unconfirmed(work.name, edition, waiting))
    findings = findings_of(work)
    if not order.with_errors:
        refuse_errors(work, findings, edition.units, drafts=order.drafts)
    edition, missing = _furnished(work, replace(edition, templates=templates), order.kinds, order.makers)
    edition, remarks = with_signatories(with_about(edition, work, order.metadata), work)
    files = _files(work, edition, order.kinds, order.makers, order.level, order.metadata, order.progress)
    files[MANIFEST] = manifest(work, edition, files, findings, read, guessed, folder)
    counts = Counter(f.severity for said in findings.values() for f in said)
    made = Built(
        work.name, work.language, folder, tuple(folder / f for f in files), len(waiting),
        counts[Severity.ERROR], guessed, (*remarks, *missing),
    )  # fmt: skip
    return made, files


def _refuse_confidential(workspace: Workspace, name: str) -> None:
    """Raises BuildError for a confidential statement.

    One whose file is gone counts as marked, but what is wrong with it is that there is nothing to build.
    """
    if workspace.has_source(name) and (where := marked_confidential(workspace, name)):
        raise BuildError(CONFIDENTIAL(name=name, where=where))


def _unconfirmed(name: str, edition: Edition, waiting: Sequence[Unit]) -> Message:
    """Why a statement is not built without drafts."""
    first = waiting[0]
    return UNCONFIRMED(
        name=name, n=len(waiting), total=len(edition.units), key=first.key, state=STATE[first.state]()
    )


def _furnished(
    work: Work, edition: Edition, kinds: Sequence[str], makers: Sequence[outputs.Output]
) -> tuple[Edition, Sequence[Message]]:
    """The edition with the images and terms that the outputs show, and what is to be said of missing images."""
    shown: Mapping[str, str] = {}
    missing: Sequence[Message] = ()
    if STATEMENT in kinds or any(not maker.aligned for maker in makers):
        shown, missing = images(work.workspace, work.source_file, work.source_bytes, edition.document)
    edition = replace(edition, images=shown)
    if any(maker.glossed for maker in makers):
        edition = replace(edition, terms=terms_of(work, edition))
    return edition, missing


def _files(
    work: Work,
    edition: Edition,
    kinds: Sequence[str],
    makers: Sequence[outputs.Output],
    level: str,
    metadata: str,
    progress: Progress,
) -> dict[str, bytes]:
    """What is made of an edition, by file name."""
    stem, files = PurePosixPath(work.name).name, dict[str, bytes]()
    if STATEMENT in kinds:
        files[f"{stem}.{work.language}{work.source_file.suffix}"] = _own(work, edition, metadata)
    sentences = edition
    if level == "sentence" and any(maker.aligned for maker in makers):
        from .sentences import by_sentence  # aligning costs an eighth of a second to read

        sentences = by_sentence(edition)
    for maker in makers:
        progress(work.name, len(files), len(kinds))
        file = outputs.file_name(maker, stem, work.language)
        if maker.form == edition.document.format:
            files[file] = _own(work, edition, metadata)
        else:
            files[file] = maker.make(sentences if maker.aligned else edition)
    progress(work.name, len(files), len(kinds))
    return {**files, **beside(edition, kinds, STATEMENT in kinds)}


def _as_built(name: str, language: str, folder: Path, manifest: Mapping[str, Any]) -> Built:
    """What a manifest says was built."""
    states = manifest["segments"]
    return Built(
        name,
        language,
        folder,
        tuple(folder / file for file in (*(f["file"] for f in manifest["files"]), MANIFEST)),
        sum(n for state, n in states.items() if state not in CONFIRMED),
        manifest["findings"][Severity.ERROR],
        tuple(manifest["guessed"]),
    )


def _maker(kind: str) -> outputs.Output:
    try:
        return outputs.load(kind)
    except UsageError:
        known = [STATEMENT, *outputs.OUTPUTS]
        raise UsageError(
            NO_SUCH_OUTPUT(kind=kind, nearest=nearest(kind, known), known=tuple(known))
        ) from None


def _buildable(edition: Edition) -> tuple[Edition, tuple[str, ...]]:
    """The edition with unconfirmed translations that lack a mark of their source, or have it twice, made whole by guess.

    What a person has confirmed is left as it is, and stops the build where it cannot be built.
    """
    if edition.document.format not in FORMATS:
        return edition, ()
    units: list[Unit] = []
    found: list[str] = []
    for unit in edition.units:
        if unit.state not in CONFIRMED and translated(unit):
            whole = inline_put(unit.segment.text, unit.target)
            if whole.text != unit.target:
                unit = replace(unit, target=f"{guessed(edition.target_language)} {whole.text}")
                found.append(unit.key)
        units.append(unit)
    return (replace(edition, units=tuple(units)), tuple(found)) if found else (edition, ())


def finished(work: Work, edition: Edition) -> bytes:
    """The statement in its source's own format; unconfirmed segments begin with a mark."""
    texts = {u.key: labelled(u, edition.target_language) for u in edition.units}
    whole = work.whole_document
    return format_for(work.source_file.name, work.source_bytes).rebuild(
        work.source_bytes,
        whole,
        together(whole, edition.document.segments, texts),
        language=edition.target_language,
    )


def _own(work: Work, edition: Edition, metadata: str) -> bytes:
    """The finished statement as it is published: signed by the list beside it, where its format is text; without the
    names of those who wrote and saved its file, unless all are to be known."""
    data = finished(work, edition)
    if metadata != "full":
        data = nameless(data, edition.document.format)
    if edition.document.format == "markdown" and (below := signed_below(edition, edition.target_language)):
        return data.rstrip() + below.encode(edition.document.encoding, "xmlcharrefreplace")
    return data


def manifest(
    work: Work,
    edition: Edition,
    files: Mapping[str, bytes],
    findings: Mapping[str, tuple[Finding, ...]],
    inputs: str = "",
    guessed: Sequence[str] = (),
    folder: Path | None = None,
) -> bytes:
    """What was built from what, as JSON; it contains no time, so that equal input makes equal bytes.

    Files that an earlier build made in `folder` from the same text are named too (`earlier`).
    """
    counts = Counter(f.severity for said in findings.values() for f in said)
    states = Counter(u.state for u in edition.units)
    glossary = glossary_for(work.workspace, work.name, work.language)
    data = {
        "version": 1,
        "generator": f"translate-flow {__version__}",
        "statement": work.name,
        "source_language": edition.source_language,
        "target_language": edition.target_language,
        "source": {"path": edition.source_path, "blake2b": edition.source_hash},
        "catalogue": {
            "path": work.workspace.relative(work.catalogue.path),
            "blake2b": file_hash(work.catalogue.path.read_bytes()),
        },
        "journal": {
            "path": work.workspace.relative(work.journal.path),
            "blake2b": file_hash(work.journal.path.read_bytes()) if work.journal.path.exists() else "",
        },
        "glossary": glossary.hash,
        "inputs": inputs,
        "guessed": list(guessed),
        "findings": {s: counts[s] for s in Severity},
        "errors": sorted({f.key for said in findings.values() for f in said if f.severity is Severity.ERROR}),
        "segments": {s: states[s] for s in State},
        "files": [
            {"file": file, "bytes": len(content), "blake2b": blake2b(content, digest_size=16).hexdigest()}
            for file, content in files.items()
        ],
    }
    if folder is not None and (kept := earlier(folder, data)):
        data["earlier"] = kept
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
