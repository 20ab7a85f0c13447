"""Reading `translate-flow.toml`: checked, with the defaults filled in."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from typing import Any

from ..errors import UsageError, WorkspaceError
from ..files.conflict import first_mark
from ..files.messages import CONFLICT_MARKS
from ..messages import nearest
from . import messages as said
from .model import MEMORY_USES, PUBLISH, REPEATS, STOPS, Languages, Settings, StatementUse

_COMMON = frozenset({"es", "en", "fr", "pt", "de", "it", "ca", "qu", "ay"})
"""Tags that need no looking up; the registry takes longer to load than all the rest."""


def check_language(tag: str, where: str) -> str:
    """The tag if it names a language (BCP 47). Raises UsageError."""
    if tag in _COMMON:
        return tag
    from langcodes import standardize_tag, tag_is_valid

    if not tag_is_valid(tag):
        raise UsageError(said.NOT_A_TAG(place=where, tag=repr(tag)[1:-1]))
    # Folders are named by it, and engines and readers of HTML compare it as it stands.
    usual = standardize_tag(tag)
    if usual != tag:
        raise UsageError(said.USUAL_TAG(place=where, usual=usual, tag=tag))
    return tag


def parse_settings(text: str, file: str) -> Settings:
    """Settings from the text of the settings file. Raises WorkspaceError naming section and key."""
    try:
        data = tomllib.loads(text)
    except ValueError as error:
        if line := first_mark(text):
            raise WorkspaceError(CONFLICT_MARKS(file=str(file), line=line)) from error
        raise WorkspaceError(said.NOT_TOML(file=file, cause=str(error))) from error
    except RecursionError as error:
        raise WorkspaceError(said.TOO_DEEP(file=file)) from error
    sections = {f.name: getattr(Settings(), f.name) for f in fields(Settings)}
    made: dict[str, Any] = {}
    for section, values in data.items():
        if section == "statements" and isinstance(values, dict):
            made[section] = _statements(values, file)
            continue
        if section not in sections or not isinstance(values, dict):
            raise WorkspaceError(
                said.UNKNOWN_SECTION(file=file, section=section, nearest=nearest(section, sections))
            )
        made[section] = _section(sections[section], section, values, file)
    settings = Settings(**made)
    if settings.memory.use not in MEMORY_USES:
        raise WorkspaceError(said.ONE_OF(place=f"{file}: [memory] use", values=MEMORY_USES))
    if settings.memory.repeats not in REPEATS:
        raise WorkspaceError(said.ONE_OF(place=f"{file}: [memory] repeats", values=REPEATS))
    if settings.review.stop not in STOPS:
        raise WorkspaceError(said.ONE_OF(place=f"{file}: [review] stop", values=STOPS))
    for key, choices in PUBLISH.items():
        if getattr(settings.publish, key) not in choices:
            raise WorkspaceError(said.ONE_OF(place=f"{file}: [publish] {key}", values=choices))
    if not 50 <= settings.memory.threshold <= 100:
        raise WorkspaceError(said.PERCENTAGE(place=f"{file}: [memory] threshold", lowest=50, highest=100))
    _check_languages(settings.languages, f"{file}: [languages]")
    return settings


def _check_languages(languages: Languages, where: str) -> None:
    """Raise WorkspaceError if one is not a language, or the targets are none, twice the same, or the source."""
    try:
        for tag in (languages.source, *languages.targets):
            check_language(tag, where)
    except UsageError as error:
        raise WorkspaceError(error.message) from error
    if not languages.targets:
        raise WorkspaceError(said.NO_TARGETS(place=where))
    everything = (languages.source, *languages.targets)
    if len(set(everything)) < len(everything):
        raise WorkspaceError(said.LANGUAGE_TWICE(place=where, languages=everything))


def _statements(values: dict[str, Any], file: str) -> dict[str, StatementUse]:
    made = {}
    for name, use in values.items():
        section = f'statements."{name}"'
        if not isinstance(use, dict):
            raise WorkspaceError(said.NOT_A_SECTION(file=file, name=name))
        made[name] = _section(StatementUse(), section, use, file)
    return made


def _section(default: Any, section: str, values: dict[str, Any], file: str) -> Any:
    known = {f.name for f in fields(default)}
    made: dict[str, Any] = {}
    for key, value in values.items():
        place = f"{file}: [{section}] {key}"
        if key not in known:
            raise WorkspaceError(said.UNKNOWN_KEY(place=place, nearest=nearest(key, known)))
        wanted = getattr(default, key)
        if isinstance(wanted, tuple):
            if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
                example = wanted[0] if wanted else {"engines": "apertium"}.get(key, "2023-*")
                raise WorkspaceError(said.NOT_A_LIST(place=place, example=example))
            value = tuple(value)
        elif type(value) is not type(wanted):
            kinds = {bool: said.WRITE_BOOLEAN, str: said.WRITE_TEXT, int: said.WRITE_NUMBER}
            raise WorkspaceError(kinds[type(wanted)](place=place))
        made[key] = value
    return type(default)(**made)
