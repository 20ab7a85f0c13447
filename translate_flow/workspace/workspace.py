"""The workspace on disk: where things lie, its settings, its statements."""

from __future__ import annotations

import fnmatch
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path, PurePosixPath

from ..errors import GlossaryError, ReadError, UsageError, WorkspaceError
from ..files.listing import below
from ..files.messages import CANNOT_BE_READ
from ..files.messages import cause as because
from ..files.regular import must_be_regular
from ..messages import Message, nearest
from ..settings import SETTINGS, Settings, check_language, parse_settings
from . import messages as said
from .access import as_program, present

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_ASIDE = (".bak", ".orig", ".rej", ".tmp", ".swp", ".part", ".crdownload")
BESIDE = (".glossary.csv", ".about.yaml", ".signatories.csv")
"""What may lie beside a statement: its own terms, what is published about it, and who signs it."""


ORIGINALS = frozenset(
    ".pdf .doc .dot .rtf .sxw .fodt .wpd .pages .abw .png .jpg .jpeg .tif .tiff .bmp .webp".split()
)
"""Extensions of files that are not read as they are: a statement is made of them, and kept beside them."""


def may_be_statement(path: Path) -> bool:
    """Whether a file below `statements/` is none that editors, git or browsers put aside, nor a glossary or the like."""
    name = path.name
    return not (name.startswith("#") or name.endswith(("~", *_ASIDE, *BESIDE)) or has_control(name))


def has_control(name: str) -> bool:
    """Whether a file's name has a line break or another control character, which no list or link can hold."""
    return _CONTROL.search(name) is not None


@dataclass(frozen=True)
class Workspace:
    """A folder with `translate-flow.toml`, and the paths below it."""

    root: Path
    """Absolute path of the folder."""
    settings: Settings
    """Its settings."""

    @classmethod
    def find(cls, start: Path) -> Workspace:
        """The workspace that `start` lies in. Raises WorkspaceError if there is none."""
        if not start.is_dir():
            raise WorkspaceError(said.NO_SUCH_FOLDER(folder=str(start)))
        start = start.resolve()
        for folder in (start, *start.parents):
            if (folder / SETTINGS).exists():
                return cls.load(folder)
        raise WorkspaceError(said.NO_WORKSPACE(folder=str(start)))

    @classmethod
    def load(cls, root: Path) -> Workspace:
        """The workspace in exactly this folder. Raises WorkspaceError."""
        file = root / SETTINGS
        try:
            must_be_regular(file)
            text = file.read_text("utf-8")
        except UnicodeDecodeError as error:
            raise WorkspaceError(said.NOT_UTF_8(file=str(file), place=error.start)) from error
        except OSError as error:
            raise WorkspaceError(CANNOT_BE_READ(file=str(file), cause=because(error))) from error
        return cls(root, parse_settings(text, SETTINGS))

    @cached_property
    def _unread(self) -> dict[str, list[Message]]:
        """What was passed over at the last look into a folder, by the folder."""
        return {}

    @property
    def unread(self) -> list[Message]:
        """Folders that could not be read where statements or catalogues were looked for, one message each."""
        return list(dict.fromkeys(one for found in self._unread.values() for one in found))

    def files_below(self, folder: Path) -> list[str]:
        """Names of all files below a folder, relative to it; a folder that cannot be read is among `unread` then."""
        errors: list[OSError] = []
        found = list(below(str(folder), errors))
        hidden = [f"{os.sep}." in str(e.filename)[len(str(folder)) :] for e in errors]
        self._unread[str(folder)] = [
            said.FOLDER_UNREAD(folder=self.relative(Path(e.filename)), cause=because(e))
            for e, aside in zip(errors, hidden, strict=True)
            if not aside
        ]
        return found

    @property
    def cache(self) -> Path:
        """Folder of caches, which may be deleted at any time."""
        return self.root / ".translate-flow"

    @property
    def statements(self) -> Path:
        """Folder of the source files."""
        return self.root / "statements"

    def target(self, wanted: str | None) -> str:
        """The target language asked for, or the only one there is. Raises UsageError."""
        targets = self.settings.languages.targets
        if wanted is None:
            if len(targets) == 1:
                return targets[0]
            raise UsageError(said.WHICH_LANGUAGE(languages=targets))
        check_language(wanted, "--to")
        if wanted not in targets:
            raise UsageError(said.NOT_A_TARGET(language=wanted, languages=targets, file=SETTINGS))
        return wanted

    def catalogue_path(self, name: str, language: str) -> Path:
        """Where the PO file of a statement lies."""
        return self.root / "locales" / language / f"{name}.po"

    def journal_path(self, name: str, language: str) -> Path:
        """Where its journal lies."""
        return self.root / "locales" / language / f"{name}.history.jsonl"

    def paths_as_text(self, name: str, language: str) -> tuple[str, str]:
        """Both, for whoever asks of ten thousand statements."""
        place = f"{self.root}/locales/{language}/{name}"
        return f"{place}.po", f"{place}.history.jsonl"

    def corrections_path(self, name: str, language: str) -> Path:
        """Where lies what people corrected of its alignment with a finished translation; need not exist."""
        return self.root / "locales" / language / f"{name}.align.jsonl"

    @property
    def plans(self) -> Path:
        """The folder with the plans."""
        return self.root / "plans"

    def plan_path(self, name: str) -> Path:
        """The file with a statement's plan; need not exist."""
        return self.plans / f"{name}.toml"

    def statement_name(self, path: Path) -> str:
        """A source file's statement name: its path below `statements/` without language and extension."""
        # As it is named first: a link in statements/ may lead anywhere.
        named = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow the link
        for real in (named, path.resolve()):
            if real.is_relative_to(self.statements):
                break
        else:
            tag = f".{self.settings.languages.source}"
            better = path.name if f"{tag}." in path.name else path.with_suffix(tag + path.suffix).name
            raise UsageError(said.LIES_OUTSIDE(file=str(path), folder=str(self.statements), better=better))
        if self.leads_outside(named):
            raise UsageError(said.LINK_OUTSIDE(file=str(path)))
        relative = PurePosixPath(real.relative_to(self.statements).as_posix())
        if _CONTROL.search(str(relative)):
            raise UsageError(said.CONTROL_IN_NAME(file=repr(str(path))))
        stem = relative.name[: -len(relative.suffix)] if relative.suffix else relative.name
        stem = stem.removesuffix(f".{self.settings.languages.source}")
        return str(relative.with_name(stem))

    def leads_outside(self, path: Path) -> bool:
        """Whether a file below `statements/` or `templates/` is, or lies behind, a link to somewhere else.

        In a workspace that came from others such a link would read out any file of this machine. The
        folder may itself be a link: that its owner has made.
        """
        top = next((f for f in (self.statements, self.root / "templates") if path.is_relative_to(f)), None)
        if top is None:
            return False
        around = (path, *path.parents)[: len(path.parts) - len(top.parts)]
        if not any(place.is_symlink() for place in around):
            return False
        real = path.resolve()
        return not any(real.is_relative_to(place.resolve()) for place in (top, self.root))

    @cached_property
    def _sources(self) -> dict[str, Path]:
        """Statement name → source file, of all files below `statements/`."""
        found: dict[str, Path] = {}
        tag = f".{self.settings.languages.source}."
        for path in sorted(
            self.statements / name for name in self.files_below(self.statements) if tag in name
        ):
            hidden = any(part.startswith(".") for part in path.relative_to(self.statements).parts)
            if hidden or not path.is_file() or tag not in path.name or not may_be_statement(path):
                continue
            if path.suffix.lower() in ORIGINALS:
                continue
            if self.leads_outside(path):
                continue
            name = self.statement_name(path)
            if name in found:
                raise WorkspaceError(
                    said.SAME_NAME(file=self.relative(path), other=self.relative(found[name]))
                )
            found[name] = path
        return found

    def has_source(self, name: str) -> Path | None:
        """The source file of a statement, or None if there is none."""
        return self._sources.get(name)

    def source_path(self, name: str) -> Path:
        """The source file of a statement. Raises ReadError if it is gone."""
        path = self._sources.get(name)
        if path is None:
            raise ReadError(
                said.SOURCE_GONE(
                    pattern=f"statements/{name}.{self.settings.languages.source}.*",
                    catalogues=f"locales/*/{name}.po",
                )
            )
        return path

    def source_names(self) -> list[str]:
        """Names of all statements that have a source file, and may be seen (`access`)."""
        sees = present().sees
        return [name for name in self._sources if sees(name)]

    def source_name(self, name: str) -> str:
        """A statement's source file relative to the workspace; empty if there is none."""
        path = self._sources.get(name)
        return self.relative(path) if path is not None else ""

    def unmatched(self) -> list[Message]:
        """What in the settings names no statement, one message each. Raises WorkspaceError."""
        if not (self.settings.privacy.confidential or self.settings.statements):
            return []
        with as_program():
            names = {
                *self._sources,
                *(n for t in self.settings.languages.targets for n in self.catalogued(t)),
            }
        return self.settings.unmatched({name: self.source_name(name) for name in sorted(names)})

    def catalogued(self, language: str) -> list[str]:
        """Names of all statements that have a catalogue in that language, and may be seen (`access`), sorted."""
        folder, sees = self.root / "locales" / language, present().sees
        names = sorted(name[: -len(".po")] for name in self.files_below(folder) if name.endswith(".po"))
        return [name for name in names if sees(name, language)]

    def choose(self, wanted: Sequence[str], language: str) -> list[str]:
        """Catalogued statements by file name, stem or glob; all if none is named. Raises UsageError."""
        names = self.catalogued(language)
        if not wanted:
            if not names:
                self._must_be_readable(language)
                raise UsageError(said.NO_STATEMENT())
            return names
        chosen: list[str] = []
        for word in wanted:
            if not word:
                raise UsageError(said.EMPTY_NAME())
            found = [n for n in names if self._named(n, word)] or [n for n in names if n.startswith(word)]
            if not found:
                raise UsageError(said.NO_SUCH_STATEMENT(name=word, nearest=nearest(word, names)))
            chosen += [n for n in found if n not in chosen]
        return chosen

    def _must_be_readable(self, language: str) -> None:
        """Raise WorkspaceError if the statements in a language cannot be listed, so that none being found says nothing."""
        for folder in (self.root / "locales", self.root / "locales" / language):
            try:
                next(folder.iterdir(), None)
            except FileNotFoundError:
                return
            except OSError as error:
                raise WorkspaceError(
                    said.FOLDER_UNREAD(folder=self.relative(folder), cause=because(error))
                ) from error

    def choose_one(self, wanted: str, language: str) -> str:
        """The one statement of that file name, stem or glob. Raises UsageError if it is not just one."""
        found = self.choose([wanted], language)
        if len(found) > 1:
            raise UsageError(said.NOT_JUST_ONE(name=wanted, n=len(found), found=tuple(found)))
        return found[0]

    def _named(self, name: str, word: str) -> bool:
        plain = PurePosixPath(word.replace("\\", "/")).as_posix()
        short = plain.rsplit("/", 1)[-1]
        source = self._sources.get(name)
        forms = {name, name.rsplit("/", 1)[-1]}
        if source is not None:
            forms |= {source.name, self.relative(source), f"{name}{''.join(source.suffixes[-1:])}"}
        forms |= {f"{name}.po"}
        return (
            plain in forms
            or any(fnmatch.fnmatchcase(f, plain) for f in forms)
            or (plain.startswith(("locales/", "./", "/")) and short in forms)
        )

    def relative(self, path: Path) -> str:
        """The path relative to the workspace with forward slashes, for messages and headers."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return str(path)

    def glossary_paths(self, name: str | None = None) -> list[Path]:
        """Glossary files from weakest to strongest; a statement's own, beside its source, comes last. Raises GlossaryError."""
        try:
            paths = sorted(p for p in (self.root / "glossary").iterdir() if p.name.endswith(".csv"))
        except FileNotFoundError:
            paths = []
        except OSError as error:  # without the glossary, names would be translated
            raise GlossaryError(CANNOT_BE_READ(file="glossary", cause=because(error))) from error
        if name is not None and name in self._sources and present().sees(name):
            own = self._sources[name].parent / f"{name.rsplit('/', 1)[-1]}.glossary.csv"
            paths += [own] if own.is_file() and not self.leads_outside(own) else []
        return paths


def file_hash(data: bytes) -> str:
    """Hex blake2b-128 of a file's bytes: the header field X-Source-Hash."""
    return blake2b(data, digest_size=16).hexdigest()
