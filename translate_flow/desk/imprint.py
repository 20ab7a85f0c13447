"""The form of what is published about a statement: date, place, issuers, licence and the like."""

from __future__ import annotations

from typing import Any

from ..errors import UsageError
from ..flow.imprints import FIELDS, Imprint, imprint, put
from .answers import Call
from .backs import files_before, kept
from .desk import Desk, run_in_thread
from .messages import FIELD_MISSING

LICENCES = ("CC BY 4.0", "CC BY-SA 4.0", "CC BY-NC 4.0", "CC BY-NC-SA 4.0", "CC BY-ND 4.0", "CC0 1.0")
"""Those that are proposed; any may be written."""


def form(desk: Desk, name: str, language: str) -> dict[str, Any]:
    """What the page shows of it. Raises BuildError, CatalogueError, ReadError."""
    return _view(desk, imprint(desk.workspace, name, language))


def _view(desk: Desk, found: Imprint) -> dict[str, Any]:
    return {
        "values": {field: "\n".join(found.values[field]) for field in FIELDS},
        "file": desk.workspace.relative(found.file),
        "base": found.base,
    }


async def write(call: Call) -> Any:
    """POST: the fields given (`values`: text by field, one value a line); 409 if the file changed meanwhile."""
    desk, given, base = call.desk, call.data.get("values"), call.text("base")
    if not isinstance(given, dict) or not all(isinstance(text, str) for text in given.values()):
        raise UsageError(FIELD_MISSING(field="values"))
    if not set(given) <= set(FIELDS):
        raise UsageError(FIELD_MISSING(field="values"))
    sheet = await desk.sheet(call.text("language"), call.text("name"))
    await run_in_thread(desk.shelf.flush)

    def act() -> dict[str, Any]:
        file = imprint(desk.workspace, sheet.name, sheet.language).file
        with files_before(desk.workspace, lambda: [file]) as put_back:
            found = put(desk.workspace, sheet.name, sheet.language, given, base)
        return _view(desk, found) | {"back": kept(call, "imprint", put_back, [(sheet.language, sheet.name)])}

    return await run_in_thread(act)


POST = {"/api/imprint": write}
