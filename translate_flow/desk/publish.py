"""The page from which a statement is published: what is missing, every output as it will be, its signatories."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from .. import outputs
from ..errors import TranslateFlowError, UsageError
from ..flow.build import STATEMENT
from ..flow.publishing import kinds, packed, preview, readiness
from ..flow.signing import Listed, listed, pasted, put
from ..flow.statement.sheet import Sheet
from ..imprint import Signatory
from ..signatories.table import COLUMNS
from .answers import Call
from .desk import Desk, run_in_thread
from .imprint import LICENCES, form
from .messages import FIELD_MISSING, NO_SUCH_OUTPUT
from .pages import page
from .session import session

_SHOWN = {
    ".html": "text/html",
    ".pdf": "application/pdf",
    **dict.fromkeys(
        (".md", ".txt", ".tsv", ".csv", ".jsonl", ".tmx", ".xlf", ".xliff", ".es", ".en"), "text/plain"
    ),
}
"""What a browser can show of an output, by the end of its name."""
_POLICY = {
    "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:",
}
"""A page made of a hostile statement must not act in the desk's name."""
_GROUPS = {
    "statement": (STATEMENT, "md", "html", "docx", "odt", "txt", "pdf", "epub"),
    "page": ("page-html", "page-md", "page-docx", "page-pdf", "fragment", "social"),
    "both": (
        "bilingual",
        "bilingual-docx",
        "bilingual-pdf",
        "interleaved",
        "interleaved-docx",
        "interleaved-pdf",
        "bilingual-txt",
    ),
    "pairs": ("tsv", "csv", "jsonl", "tmx", "xliff", "moses", "parquet"),
}
"""The outputs by what they are for."""
_FAULTS = 20
"""Findings that are listed."""


async def show(request: Request) -> Response:
    """GET: the page."""
    desk: Desk = request.app.state.desk
    who = session(request, desk.workspace)
    sheet = await desk.sheet(request.path_params["language"], request.path_params["name"])
    await run_in_thread(desk.shelf.flush)
    translate = who.locale.translate

    def about(kind: str) -> str:
        return translate(outputs.load(kind).description) if kind != STATEMENT else ""

    trouble, state = "", None
    try:
        state = await run_in_thread(lambda: readiness(desk.workspace, sheet.name, sheet.language))
    except TranslateFlowError as error:
        trouble = translate(error.message)
    rows: Listed | None = None
    try:
        rows = await run_in_thread(lambda: listed(desk.workspace, sheet.name))
    except (TranslateFlowError, OSError) as error:
        trouble = trouble or translate(getattr(error, "message", str(error)))
    said: dict[str, Any] | None = None
    try:
        said = await run_in_thread(lambda: form(desk, sheet.name, sheet.language))
    except (TranslateFlowError, OSError) as error:
        trouble = trouble or translate(getattr(error, "message", str(error)))
    editor = f"/s/{quote(sheet.language)}/{quote(sheet.name)}"
    built = desk.workspace.root / "build" / sheet.language / sheet.name / "manifest.json"
    return page(
        request,
        who,
        "publish.html",
        name=sheet.name,
        title=sheet.work.document.title or sheet.name,
        source=desk.workspace.settings.languages.source,
        target=sheet.language,
        editor=editor,
        state=state,
        trouble=trouble,
        faults=[
            (f"{editor}#{quote(key)}", translate(message)) for key, message in (state.faulty if state else ())
        ][:_FAULTS],
        usual=(STATEMENT, *outputs.USUAL),
        kinds=[
            (group, [(kind, _file(sheet, kind), about(kind)) for kind in some]) for group, some in _grouped()
        ],
        imprint=said,
        licences=LICENCES,
        columns=COLUMNS,
        rows=rows,
        file=desk.workspace.relative(rows.file) if rows else "",
        built=built.is_file(),
        start={
            "language": sheet.language,
            "name": sheet.name,
            "columns": list(COLUMNS),
            "base": rows.base if rows else "",
            "imprint": said["base"] if said else "",
        },
    )


def _grouped() -> list[tuple[str, list[str]]]:
    """The outputs under what they are for, in the order of their table."""
    of = {kind: group for group, some in _GROUPS.items() for kind in some}
    return [
        (group, found)
        for group in (*_GROUPS, "other")
        if (found := [kind for kind in kinds() if of.get(kind, "other") == group])
    ]


def _file(sheet: Sheet, kind: str) -> str:
    """Name of the file that it makes."""
    name = Path(sheet.name).name
    if kind == STATEMENT:
        return f"{name}.{sheet.language}{sheet.work.source_file.suffix}"
    return outputs.file_name(outputs.load(kind), name, sheet.language)


async def look(request: Request) -> Response:
    """GET: an output as it would be built now, shown by the browser where it can, else as a download."""
    desk: Desk = request.app.state.desk
    asked = request.query_params
    sheet = await desk.sheet(asked.get("language", ""), asked.get("name", ""))
    kind = asked.get("kind", "")
    if kind not in kinds():
        raise UsageError(NO_SUCH_OUTPUT(kinds=(kind,)))
    await run_in_thread(desk.shelf.flush)
    file, data = await run_in_thread(lambda: preview(desk.workspace, sheet.name, sheet.language, kind))
    media = _SHOWN.get(PurePosixPath(file).suffix)
    how = "inline" if media else "attachment"
    headers = {"content-disposition": f"{how}; filename*=UTF-8''{quote(file)}", "cache-control": "no-store"}
    if media != "application/pdf":  # a browser's own viewer of PDF does not run in a sandbox
        headers |= _POLICY
    kind_of = f"{media}; charset=utf-8" if media and media.startswith("text/") else media
    return Response(data, media_type=kind_of or "application/octet-stream", headers=headers)


async def archive(request: Request) -> Response:
    """GET: all that was built, as one zip file."""
    desk: Desk = request.app.state.desk
    asked = request.query_params
    sheet = await desk.sheet(asked.get("language", ""), asked.get("name", ""))
    data = await run_in_thread(lambda: packed(desk.workspace, sheet.name, sheet.language))
    file = f"{Path(sheet.name).name}.{sheet.language}.zip"
    return Response(
        data,
        media_type="application/zip",
        headers={"content-disposition": f"attachment; filename*=UTF-8''{quote(file)}"},
    )


def _rows(call: Call) -> list[Signatory]:
    """The rows a page sends: lists of cells in the order of COLUMNS."""
    rows = call.data.get("rows")
    if not isinstance(rows, list) or not all(
        isinstance(row, list) and len(row) <= len(COLUMNS) and all(isinstance(c, str) for c in row)
        for row in rows
    ):
        raise UsageError(FIELD_MISSING(field="rows"))
    return [Signatory(**dict(zip(COLUMNS, row or [""], strict=False))) for row in rows]


def _view(call: Call, found: Listed) -> dict[str, Any]:
    return {
        "rows": [[getattr(row, column) for column in COLUMNS] for row in found.rows],
        "base": found.base,
        "remarks": [call.session.locale.translate(remark) for remark in found.remarks],
        "file": call.desk.workspace.relative(found.file),
    }


async def sign(call: Call) -> Any:
    """POST: the list of signatories, as the table has it now; 409 if the file changed meanwhile."""
    sheet = await call.desk.sheet(call.text("language"), call.text("name"))
    rows, base = _rows(call), call.text("base")
    return _view(call, await run_in_thread(lambda: put(call.desk.workspace, sheet.name, rows, base)))


async def paste(call: Call) -> Any:
    """POST: what was copied from a spreadsheet, as rows of the table; nothing is written."""
    rows = pasted(call.text("text"))
    return {"rows": [[getattr(row, column) for column in COLUMNS] for row in rows]}


PAGES = {
    "/publish/look": look,
    "/publish/zip": archive,
    "/publish/{language}/{name:path}": show,
}
POST = {"/api/signatories": sign, "/api/signatories/paste": paste}
