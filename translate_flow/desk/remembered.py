"""The memory's files at the desk: a memory of another program taken in, and units that nobody wants taken out."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any

from ..flow.memory import Unwanted, clean, import_file
from .answers import Call
from .backs import files_before, kept
from .desk import run_in_thread


def _files(call: Call) -> Iterable[Path]:
    return (call.desk.workspace.root / "memory").glob("*.tmx")


async def take_in(call: Call) -> Any:
    """POST: a TMX file as the body, put into `memory/`; how many pairs it gave, and what was left out.

    With `replace` it takes the place of another file of its name.
    """
    data, workspace = await call.request.body(), call.desk.workspace
    name = PurePosixPath(call.text("file").replace("\\", "/")).name
    over = call.text("replace", "") == "yes"

    def act() -> dict[str, Any]:
        with (
            tempfile.TemporaryDirectory(prefix="translate-flow-") as folder,
            files_before(workspace, lambda: _files(call)) as put_back,
        ):
            path = Path(folder) / (name or "memory.tmx")
            path.write_bytes(data)
            there, tally = import_file(workspace, path, replace=over)
            answer = {
                "file": workspace.relative(there),
                "taken": tally.taken,
                "left": tally.other_languages,
                "unconfirmed": tally.unconfirmed,
            }
        return answer | {"back": kept(call, "memory", put_back)}

    done = await run_in_thread(act)
    call.desk.memory.changed()
    return done


async def tidy(call: Call) -> Any:
    """POST: take units out of the memory's files: `duplicates`, those `before` a day, those `by` a person; with `dry`
    only how many there are."""
    workspace, dry = call.desk.workspace, call.data.get("dry") is True
    wanted = Unwanted(
        call.data.get("duplicates") is True, call.text("before", "").strip(), call.text("by", "").strip()
    )

    def act() -> dict[str, Any]:
        with files_before(workspace, lambda: _files(call)) as put_back:
            done = clean(workspace, wanted, dry=dry)
        files = [
            {"file": c.file, "units": c.units, "duplicates": c.duplicates, "others": c.others}
            for c in done
            if c.gone
        ]
        return {"files": files, "gone": sum(c.gone for c in done)} | (
            {"back": kept(call, "memory", put_back)} if files and not dry else {}
        )

    done = await run_in_thread(act)
    if not dry:
        call.desk.memory.changed()
    return done


POST = {"/api/upload/memory": take_in, "/api/memory/clean": tidy}
