"""The glossary that holds for a statement."""

from __future__ import annotations

from ...glossary import Glossary
from ...workspace import Workspace


def glossary_for(workspace: Workspace, name: str | None, language: str) -> Glossary:
    """The glossary that holds for a statement. Raises GlossaryError."""
    return Glossary.load(workspace.glossary_paths(name), language)
