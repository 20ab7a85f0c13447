"""What the checks say of a statement, kept between runs in the workspace's cache folder.

One file a statement and language, readable by its owner alone, since findings quote the texts. It can be deleted at any
time; one that is spoilt, or of another version of the program, is made anew.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Collection
from functools import cache
from hashlib import blake2b
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...errors import TranslateFlowError
from ...files.disk import write_atomically
from ...messages import Message, restore
from ...model import Edition, Finding, Severity
from ...workspace import Workspace

if TYPE_CHECKING:
    from ...checks import Check, Scene
    from ...checks.kept import Holding, KeptFindings
    from ...glossary import Glossary

FOLDER = "findings"
"""Its name in the cache folder."""
_MOST_BYTES = 64 << 20
"""A larger file is neither read nor written."""


def findings(workspace: Workspace, edition: Edition, glossary: Glossary) -> list[Finding]:
    """All findings about a statement in one language, in document order, dismissed ones left out."""
    from ...checks import load
    from ...checks.kept import check_again

    path = _path(workspace, edition)
    before, data = _read(path)
    kept = check_again(edition, glossary, load(), before, program())
    if kept is not before:
        written = _written(kept)
        if written != data and len(written) <= _MOST_BYTES:
            _write(path, written)
    return kept.findings


def kept_findings(workspace: Workspace, scene: Scene, checks: Collection[Check]) -> Holding:
    """What earlier runs found in those units of a scene that are as they were; nothing is checked."""
    from ...checks.kept import holding

    before, data = _read(_path(workspace, scene.edition))
    return holding(scene, checks, before, program()) if data else {}


def _path(workspace: Workspace, edition: Edition) -> Path:
    return workspace.cache / FOLDER / edition.target_language / f"{edition.document.name}.json"


def _read(path: Path) -> tuple[KeptFindings, bytes]:
    """What was kept, and the bytes of it; nothing of a file that is missing or spoilt."""
    from ...checks.kept import KeptFindings, KeptUnit

    try:
        if path.stat().st_size > _MOST_BYTES:
            return KeptFindings(), b""
        data = path.read_bytes()
        made = json.loads(data)
        contexts = {str(scope): str(digest) for scope, digest in made["contexts"].items()}
        units = {
            str(key): KeptUnit(
                str(digest),
                {str(rule): tuple(map(_finding, rows)) for rule, rows in said.items()} if said else {},
                dict(given),
                dict(seen),
            )
            for key, (digest, said, given, seen) in made["units"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return KeptFindings(), b""
    return KeptFindings(contexts, units), data


def _finding(row: Any) -> Finding:
    rule, severity, key, message, span, hint = row
    if not (isinstance(rule, str) and isinstance(key, str)):
        raise ValueError("a finding without rule or key")
    place = (int(span[0]), int(span[1])) if span else None
    return Finding(rule, Severity(severity), key, _restored(message), place, _restored(hint))


def _restored(said: Any) -> Message | str:
    """What was said: a message, or the plain text of a third party's check."""
    return said if isinstance(said, str) else restore(said)


def _stored(said: Message | str) -> Any:
    return said if isinstance(said, str) else said.to_json()


def _written(kept: KeptFindings) -> bytes:
    units = {
        key: (
            unit.digest,
            {
                rule: [
                    (f.rule, f.severity, f.key, _stored(f.message), f.span, _stored(f.hint)) for f in found
                ]
                for rule, found in unit.said.items()
            },
            unit.given,
            unit.seen,
        )
        for key, unit in kept.units.items()
    }
    made = {"contexts": kept.contexts, "units": units}
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _write(path: Path, data: bytes) -> None:
    """Write the file for its owner alone; where that cannot be, go without."""
    with contextlib.suppress(OSError, TranslateFlowError):
        write_atomically(path, data, sync=False)


def forget_others(folder: Path, names: frozenset[str]) -> None:
    """Delete what is kept in a folder of the cache, one file a statement, of statements that are no longer there."""
    with contextlib.suppress(OSError):
        for path in list(folder.rglob("*.json")):
            if path.relative_to(folder).as_posix().removesuffix(".json") not in names:
                path.unlink()


@cache
def program() -> str:
    """Names the program as it is installed: its files' names, sizes and times, and the checks of third parties."""
    folder = Path(__file__).resolve().parents[2]
    found = [
        sys.version,
        *(
            f"{e.value} {e.dist.version if e.dist else ''}"
            for e in entry_points(group="translate_flow.checks")
        ),
    ]
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".py", ".toml", ".txt", ".csv", ".tsv") and path.is_file():
            stat = path.stat()
            found.append(f"{path.name} {stat.st_size} {stat.st_mtime_ns}")
    return blake2b("\n".join(found).encode(), digest_size=12).hexdigest()
