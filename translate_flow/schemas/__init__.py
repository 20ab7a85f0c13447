"""JSON Schemas of what commands print with `--format json`: one file a command, `NAME.schema.json`.

Within a version fields are only added, so the schemas say which are there, and allow more (JSON Schema 2020-12).
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

_END = ".schema.json"


def names() -> list[str]:
    """The shapes that have a schema, by command."""
    return sorted(f.name.removesuffix(_END) for f in files(__name__).iterdir() if f.name.endswith(_END))


def schema(name: str) -> dict[str, Any]:
    """The schema of that name. Raises FileNotFoundError."""
    found: dict[str, Any] = json.loads(files(__name__).joinpath(f"{name}{_END}").read_text("utf-8"))
    return found
