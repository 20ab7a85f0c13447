"""`translate-flow.toml`: the settings of a workspace, checked and with defaults filled in."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from .errors import UsageError, WorkspaceError
from .files.conflict import first_mark
from .files.messages import CONFLICT_MARKS
from .patterns import folded, forms, matches

SETTINGS = "translate-flow.toml"
MEMORY_USES = ("before", "only", "off")
"""What `[memory] use` and `draft --memory` may say."""
STOPS = ("error", "warning", "never")
"""What `[review] stop` may say."""


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
    stop: str = "error"
    """The findings that stop `build` and are asked about before a text is confirmed: `error`, `warning`
    (both), or `never`."""


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

    def statement(self, name: str, file: str = "") -> StatementUse:
        """What holds for a statement: its own name goes before globs, a later glob before an earlier one.

        `file`: its source relative to the workspace, by which it may be named too.
        """
        known = forms(name, file) if self.statements else frozenset()
        found = StatementUse()
        for pattern, use in sorted(self.statements.items(), key=lambda item: folded(item[0]) in known):
            if matches(pattern, known):
                found = StatementUse(use.engines or found.engines, use.confidential or found.confidential)
        return found

    def engines(self, name: str, file: str = "") -> tuple[str, ...]:
        """Engines for a statement, in the order they are tried."""
        return self.statement(name, file).engines or self.drafting.engines

    def confidential(self, name: str, file: str = "") -> str:
        """Which section says that a statement is confidential; empty if none does."""
        known = forms(name, file) if self.privacy.confidential else frozenset()
        if any(matches(pattern, known) for pattern in self.privacy.confidential):
            return f"[privacy] confidential in {SETTINGS}"
        if self.statement(name, file).confidential:
            return f"[statements] in {SETTINGS}"
        return ""

    def unmatched(self, statements: Mapping[str, str]) -> list[str]:
        """What names no statement, one sentence each; `statements`: file by name, empty if it is gone.

        Whoever misspelt a name thinks a text protected that is not.
        """
        every = frozenset().union(*(forms(name, file) for name, file in statements.items()))
        told = []
        places = [(pattern, "[privacy] confidential") for pattern in self.privacy.confidential]
        places += [(pattern, f'[statements."{pattern}"]') for pattern in self.statements]
        for pattern, where in places:
            if not matches(pattern, every):
                what = f"{where}: {pattern!r}" if where.startswith("[privacy]") else where
                told.append(
                    f"{SETTINGS}: {what} matches no statement{nearest(pattern, statements)}; "
                    "correct it, or take it out"
                )
        return told


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
    from langcodes import standardize_tag, tag_is_valid

    if not tag_is_valid(tag):
        raise UsageError(f"{where}: {tag!r} is not a language tag; write one such as en, fr or pt-BR")
    # Folders are named by it, and engines and readers of HTML compare it as it stands.
    usual = standardize_tag(tag)
    if usual != tag and usual.lower() == tag.lower().replace("_", "-"):
        raise UsageError(f"{where}: write {usual} for {tag}")
    return tag


def parse_settings(text: str, file: str) -> Settings:
    """Settings from the text of the settings file. Raises WorkspaceError naming section and key."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        if line := first_mark(text):
            raise WorkspaceError(CONFLICT_MARKS(file=str(file), line=line)) from error
        raise WorkspaceError(f"{file}: not valid TOML: {error}") from error
    except RecursionError as error:
        raise WorkspaceError(f"{file}: nested too deeply to be settings; restore it from git") from error
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
    if settings.review.stop not in STOPS:
        raise WorkspaceError(f"{file}: [review] stop: write one of {', '.join(STOPS)}")
    if not 50 <= settings.memory.threshold <= 100:
        raise WorkspaceError(f"{file}: [memory] threshold: write a percentage from 50 to 100")
    _check_languages(settings.languages, f"{file}: [languages]")
    return settings


def _check_languages(languages: Languages, where: str) -> None:
    """Raise WorkspaceError if one is no language, or the targets are none, twice the same, or the source."""
    try:
        for tag in (languages.source, *languages.targets):
            check_language(tag, where)
    except UsageError as error:
        raise WorkspaceError(str(error)) from error
    if not languages.targets:
        raise WorkspaceError(f'{where} targets: name at least one language, such as ["en"]')
    everything = (languages.source, *languages.targets)
    if len(set(everything)) < len(everything):
        raise WorkspaceError(f"{where}: a language stands there twice: {', '.join(everything)}")


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
