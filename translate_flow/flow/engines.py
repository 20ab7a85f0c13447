"""Engines as a workspace may use them."""

from __future__ import annotations

from typing import Any

from .. import engines
from ..engines import Factory
from ..errors import UsageError
from ..workspace import SETTINGS, Workspace


def survey(workspace: Workspace, language: str) -> list[dict[str, Any]]:
    """Name, privacy, description and readiness of every engine but the tests' own."""
    rows = []
    for name in engines.ENGINES:
        if name == "fake":
            continue
        factory = engines.load(name)
        why = factory.missing(workspace.settings.languages.source, language) or forbidden(workspace, factory)
        rows.append(
            {
                "name": name,
                "private": factory.private,
                "ready": not why,
                "why": why,
                "description": factory.description,
                "chosen": name in workspace.settings.drafting.engines,
            }
        )
    return rows


def forbidden(workspace: Workspace, factory: Factory) -> str:
    """Why this workspace does not let the engine see its text; empty if it does."""
    if factory.private or workspace.settings.privacy.online_engines:
        return ""
    return (
        f"{factory.name} would send the text to another machine, and this workspace does not allow that; "
        f"set online_engines = true under [privacy] in {SETTINGS} if the text may be seen"
    )


def pick(workspace: Workspace, wanted: tuple[str, ...], language: str) -> tuple[Factory | None, list[str]]:
    """The first usable engine of those wanted (or of the settings), and why others were passed over.

    One asked for by name that is not allowed is an error (UsageError), not passed over.
    """
    reasons: list[str] = []
    for name in wanted or workspace.settings.drafting.engines:
        factory = engines.load(name)
        why = forbidden(workspace, factory)
        if why:
            raise UsageError(why)
        why = factory.missing(workspace.settings.languages.source, language)
        if not why:
            return factory, reasons
        reasons.append(why)
    return None, reasons
