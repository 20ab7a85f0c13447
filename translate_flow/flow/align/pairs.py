"""Statements and their finished translations in folders, paired by their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ...errors import TranslateFlowError, UsageError
from ...files.disk import write_atomically
from ...files.messages import CANNOT_BE_READ
from ...files.messages import cause as because
from ...messages import Message
from ...workspace import Workspace
from .messages import MORE_THAN_ONE, NO_PAIRS, OTHER_TEXT, WITHOUT_PARTNER
from .run import Aligned, align


@dataclass(frozen=True, slots=True)
class FilePair:
    """A statement and a file that is its translation."""

    source: Path
    translation: Path


def find_pairs(folder: Path, source: str, language: str) -> tuple[list[FilePair], list[Message]]:
    """The pairs below a folder, and the files without a partner.

    `x.es.md` goes with `x.en.md` (or `x_es`, `x-es`), in one folder or in two of the same place (`es/x.md` with
    `en/x.docx`); the endings may differ. `source` and `language`: tags of both. Raises UsageError if there is none.
    """
    sides: dict[tuple[str, ...], dict[str, list[Path]]] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            named = _named(path.relative_to(folder), (source, language))
            if named:
                sides.setdefault(named[0], {}).setdefault(named[1], []).append(path)
    pairs: list[FilePair] = []
    alone: list[Message] = []
    for both in sides.values():
        ours, theirs = both.get(source, []), both.get(language, [])
        if len(ours) == len(theirs) == 1:
            pairs.append(FilePair(ours[0], theirs[0]))
        elif ours and theirs:
            alone.append(MORE_THAN_ONE(file=str(ours[0]), n=len(ours) * len(theirs)))
        else:
            alone += [
                WITHOUT_PARTNER(file=str(path), tag=source if theirs else language) for path in ours or theirs
            ]
    if not pairs and not alone:
        raise UsageError(NO_PAIRS(folder=str(folder), one=f"x.{source}.md", other=f"x.{language}.md"))
    return pairs, alone


def _named(path: Path, tags: tuple[str, str]) -> tuple[tuple[str, ...], str] | None:
    """What a path is called without its language and endings, and the language; None if it tells none."""
    stem = path.name.split(".")[0] if path.name.count(".") == 1 else path.name.rsplit(".", 1)[0]
    for tag in tags:
        if match := re.fullmatch(rf"(.+)[._-]{re.escape(tag)}", stem, re.IGNORECASE):
            return (*path.parent.parts, match[1]), tag
    for at, part in enumerate(path.parent.parts):
        for tag in tags:
            if part.lower() == tag.lower():
                return (*path.parent.parts[:at], *path.parent.parts[at + 1 :], stem), tag
    return None


def _one(
    workspace: Workspace, found: FilePair, language: str, by: str, *, main: bool, drafts: bool, dry: bool
) -> Aligned | Message:
    """One pair; a statement from elsewhere is copied among those of the workspace, and not left there in vain."""
    copied: Path | None = None
    try:
        source = found.source
        if not dry and not source.resolve().is_relative_to(workspace.statements.resolve()):
            tag = workspace.settings.languages.source
            source = (
                workspace.statements
                / f"{_stem(found.source, tag)}.{tag}{''.join(found.source.suffixes[-1:])}"
            )
            data = found.source.read_bytes()
            if not source.exists():
                copied = source
                write_atomically(source, data)
                workspace = Workspace.find(workspace.root)  # that knows of the new file
            elif source.read_bytes() != data:
                return OTHER_TEXT(file=str(found.source), there=workspace.relative(source))
        return align(
            workspace, str(source), found.translation, language, by, main=main, drafts=drafts, dry=dry
        )
    except (TranslateFlowError, OSError) as error:
        if (
            copied is not None
            and not workspace.catalogue_path(
                _stem(copied, workspace.settings.languages.source), language
            ).exists()
        ):
            copied.unlink(missing_ok=True)
        if isinstance(error, OSError):
            return CANNOT_BE_READ(file=str(found.source), cause=because(error))
        return error.message


def _stem(path: Path, tag: str) -> str:
    return re.sub(rf"[._-]{re.escape(tag)}$", "", path.stem, flags=re.IGNORECASE)


def align_folder(
    workspace: Workspace, folder: Path, language: str, by: str, *, main: bool, drafts: bool, dry: bool
) -> Iterator[tuple[FilePair | None, Aligned | Message]]:
    """Align each pair in turn; a pair that cannot be read gives its message, and so does a file without a partner."""
    pairs, alone = find_pairs(folder, workspace.settings.languages.source, language)
    for found in pairs:
        yield found, _one(workspace, found, language, by, main=main, drafts=drafts, dry=dry)
    for message in alone:
        yield None, message
