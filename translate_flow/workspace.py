"""The workspace on disk: where things lie, its settings, its statements."""

from __future__ import annotations

import difflib
import fnmatch
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import Any

from .errors import ReadError, UsageError, WorkspaceError

SETTINGS = "translate-flow.toml"
MEMORY_USES = ("before", "only", "off")
"""What `[memory] use` and `draft --memory` may say."""


@dataclass(frozen=True, slots=True)
class Languages:
    """Section `[languages]`."""

    source: str = "es"
    """Tag of the language statements are written in."""
    targets: tuple[str, ...] = ("en",)
    """Tags of the languages they are translated into."""


@dataclass(frozen=True, slots=True)
class Privacy:
    """Section `[privacy]`."""

    online_engines: bool = False
    """Whether text may be sent to translation services on other machines."""
    confidential: tuple[str, ...] = ()
    """Statements, by name or glob, whose text stays on this machine whatever else is allowed."""
    online_reading: bool = False
    """Whether `add` may read pages from the internet."""


@dataclass(frozen=True, slots=True)
class Drafting:
    """Section `[drafting]`."""

    engines: tuple[str, ...] = ("apertium",)
    """Engines in the order they are tried."""


@dataclass(frozen=True, slots=True)
class StatementUse:
    """Section `[statements."NAME"]`, where NAME may be a glob: what one statement has otherwise."""

    engines: tuple[str, ...] = ()
    """Engines in the order they are tried; empty means those of `[drafting]`."""
    confidential: bool = False
    """Whether its text stays on this machine whatever else is allowed."""


@dataclass(frozen=True, slots=True)
class MemoryUse:
    """Section `[memory]`."""

    use: str = "before"
    """`before` (what people confirmed comes first, engines do the rest), `only` (no engine) or `off`."""
    threshold: int = 85
    """Percent from which a similar text is used as a draft; 50 to 100."""


@dataclass(frozen=True, slots=True)
class Review:
    """Section `[review]`."""

    four_eyes: bool = False
    """Whether who edited a text last is refused as its approver."""


@dataclass(frozen=True, slots=True)
class Person:
    """Section `[person]`."""

    name: str = ""
    """Name that goes into journals; empty means the git identity."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`translate-flow.toml`, checked and with defaults filled in."""

    languages: Languages = field(default_factory=Languages)
    privacy: Privacy = field(default_factory=Privacy)
    drafting: Drafting = field(default_factory=Drafting)
    memory: MemoryUse = field(default_factory=MemoryUse)
    review: Review = field(default_factory=Review)
    person: Person = field(default_factory=Person)
    statements: Mapping[str, StatementUse] = field(default_factory=dict)
    """By name or glob, in the order of the file."""

    def statement(self, name: str) -> StatementUse:
        """What holds for a statement: its own name goes before globs, a later glob before an earlier one."""
        found = StatementUse()
        for pattern, use in sorted(self.statements.items(), key=lambda item: item[0] == name):
            if pattern == name or fnmatch.fnmatchcase(name, pattern):
                found = StatementUse(use.engines or found.engines, use.confidential or found.confidential)
        return found

    def engines(self, name: str) -> tuple[str, ...]:
        """Engines for a statement, in the order they are tried."""
        return self.statement(name).engines or self.drafting.engines

    def confidential(self, name: str, meta: Mapping[str, str]) -> str:
        """Where it says that a statement is confidential; empty if it is not.

        `meta` is its front matter; there any word but a plain no marks it (`confidential: until May`).
        """
        if meta.get("confidential", "").strip().lower() not in _NO:
            return "its front matter"
        if any(p == name or fnmatch.fnmatchcase(name, p) for p in self.privacy.confidential):
            return f"[privacy] confidential in {SETTINGS}"
        if self.statement(name).confidential:
            return f"[statements] in {SETTINGS}"
        return ""


_NO = frozenset({"", "false", "no", "0", "off", "none", "null", "~"})
_COMMON = frozenset({"es", "en", "fr", "pt", "de", "it", "ca", "qu", "ay"})
"""Tags that need no looking up; the registry takes longer to load than all the rest."""


def nearest(word: str, known: Iterable[str]) -> str:
    """A remark that offers the known word most like this one; empty if none is alike."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"; did you mean {close[0]}?" if close else ""


def check_language(tag: str, where: str) -> str:
    """The tag if it names a language (BCP 47). Raises UsageError."""
    if tag in _COMMON:
        return tag
    from langcodes import tag_is_valid

    if not tag_is_valid(tag):
        raise UsageError(f"{where}: {tag!r} is not a language tag; write one such as en, fr or pt-BR")
    return tag


def parse_settings(text: str, file: str) -> Settings:
    """Settings from the text of the settings file. Raises WorkspaceError naming section and key."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WorkspaceError(f"{file}: not valid TOML: {error}") from error
    sections = {f.name: getattr(Settings(), f.name) for f in fields(Settings)}
    made: dict[str, Any] = {}
    for section, values in data.items():
        if section == "statements" and isinstance(values, dict):
            made[section] = _statements(values, file)
            continue
        if section not in sections or not isinstance(values, dict):
            raise WorkspaceError(f"{file}: unknown section [{section}]{nearest(section, sections)}")
        made[section] = _section(sections[section], section, values, file)
    settings = Settings(**made)
    if settings.memory.use not in MEMORY_USES:
        raise WorkspaceError(f"{file}: [memory] use: write one of {', '.join(MEMORY_USES)}")
    if not 50 <= settings.memory.threshold <= 100:
        raise WorkspaceError(f"{file}: [memory] threshold: write a percentage from 50 to 100")
    try:
        for tag in (settings.languages.source, *settings.languages.targets):
            check_language(tag, f"{file}: [languages]")
    except UsageError as error:
        raise WorkspaceError(str(error)) from error
    return settings


def _statements(values: dict[str, Any], file: str) -> dict[str, StatementUse]:
    made = {}
    for name, use in values.items():
        section = f'statements."{name}"'
        if not isinstance(use, dict):
            raise WorkspaceError(f'{file}: [statements] {name}: write a section [statements."NAME"]')
        made[name] = _section(StatementUse(), section, use, file)
    return made


def _section(default: Any, section: str, values: dict[str, Any], file: str) -> Any:
    known = {f.name for f in fields(default)}
    made: dict[str, Any] = {}
    for key, value in values.items():
        place = f"{file}: [{section}] {key}"
        if key not in known:
            raise WorkspaceError(f"{place}: unknown key{nearest(key, known)}")
        wanted = getattr(default, key)
        if isinstance(wanted, tuple):
            if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
                example = wanted[0] if wanted else {"engines": "apertium"}.get(key, "2023-*")
                raise WorkspaceError(f'{place}: write a list of words, such as ["{example}"]')
            value = tuple(value)
        elif type(value) is not type(wanted):
            words = {bool: "true or false", str: "a text in quotes", int: "a whole number"}
            raise WorkspaceError(f"{place}: write {words[type(wanted)]}")
        made[key] = value
    return type(default)(**made)


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
            raise WorkspaceError(f"{start}: no such folder")
        start = start.resolve()
        for folder in (start, *start.parents):
            if (folder / SETTINGS).is_file():
                return cls.load(folder)
        raise WorkspaceError(f"{start}: no workspace here or above; make one with: translate-flow init")

    @classmethod
    def load(cls, root: Path) -> Workspace:
        """The workspace in exactly this folder. Raises WorkspaceError."""
        file = root / SETTINGS
        try:
            text = file.read_text("utf-8")
        except UnicodeDecodeError as error:
            raise WorkspaceError(f"{file}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
        except OSError as error:
            raise WorkspaceError(f"{file}: cannot be read: {error.strerror}") from error
        return cls(root, parse_settings(text, SETTINGS))

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
            raise UsageError(f"say which language with --to: {', '.join(targets)}")
        check_language(wanted, "--to")
        if wanted not in targets:
            raise UsageError(
                f"--to {wanted}: this workspace translates into {', '.join(targets)}; "
                f"add it under [languages] targets in {SETTINGS}"
            )
        return wanted

    def catalogue_path(self, name: str, language: str) -> Path:
        """Where the PO file of a statement lies."""
        return self.root / "locales" / language / f"{name}.po"

    def journal_path(self, name: str, language: str) -> Path:
        """Where its journal lies."""
        return self.root / "locales" / language / f"{name}.history.jsonl"

    def statement_name(self, path: Path) -> str:
        """A source file's statement name: its path below `statements/` without language and extension."""
        try:
            relative = PurePosixPath(path.resolve().relative_to(self.statements).as_posix())
        except ValueError:
            raise UsageError(
                f"{path}: lies outside {self.statements}; copy it there and add it from there"
            ) from None
        stem = relative.name[: -len(relative.suffix)] if relative.suffix else relative.name
        stem = stem.removesuffix(f".{self.settings.languages.source}")
        return str(relative.with_name(stem))

    @cached_property
    def _sources(self) -> dict[str, Path]:
        """Statement name → source file, of all files below `statements/`."""
        found: dict[str, Path] = {}
        tag = f".{self.settings.languages.source}."
        for path in sorted(self.statements.rglob("*")):
            hidden = any(part.startswith(".") for part in path.relative_to(self.statements).parts)
            if hidden or not path.is_file() or tag not in path.name:
                continue
            name = self.statement_name(path)
            if name in found:
                raise WorkspaceError(
                    f"{self.relative(path)}: has the same name as {self.relative(found[name])}; rename one"
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
            raise ReadError(f"statements/{name}.{self.settings.languages.source}.*: there is no such file")
        return path

    def catalogued(self, language: str) -> list[str]:
        """Names of all statements that have a catalogue in that language, sorted."""
        folder = self.root / "locales" / language
        return sorted(p.relative_to(folder).with_suffix("").as_posix() for p in folder.rglob("*.po"))

    def choose(self, wanted: Sequence[str], language: str) -> list[str]:
        """Catalogued statements by file name, stem or glob; all if none is named. Raises UsageError."""
        names = self.catalogued(language)
        if not wanted:
            if not names:
                raise UsageError("no statement yet; put one into statements/ and run: translate-flow add")
            return names
        chosen: list[str] = []
        for word in wanted:
            found = [n for n in names if self._named(n, word)] or [n for n in names if n.startswith(word)]
            if not found:
                raise UsageError(f"{word}: no such statement{nearest(word, names)}")
            chosen += [n for n in found if n not in chosen]
        return chosen

    def choose_one(self, wanted: str, language: str) -> str:
        """The one statement of that file name, stem or glob. Raises UsageError if it is not just one."""
        found = self.choose([wanted], language)
        if len(found) > 1:
            raise UsageError(f"{wanted}: means {len(found)} statements: {', '.join(found)}; name one")
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
        """Glossary files from weakest to strongest; a statement's own, beside its source, comes last."""
        paths = sorted((self.root / "glossary").glob("*.csv"))
        if name is not None and name in self._sources:
            own = self._sources[name].parent / f"{name.rsplit('/', 1)[-1]}.glossary.csv"
            paths += [own] if own.is_file() else []
        return paths


def file_hash(data: bytes) -> str:
    """Hex blake2b-128 of a file's bytes: the header field X-Source-Hash."""
    return blake2b(data, digest_size=16).hexdigest()
