"""The first run: in an empty folder the desk asks a few questions, and makes a workspace of the answers."""

from __future__ import annotations

import contextlib
import json
import re
import secrets
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from ..files.repository import register
from ..flow.drafts.engines import obtainable, survey
from ..flow.intake.init import init, starter
from ..settings import parse_settings
from ..workspace import SETTINGS, Workspace
from .answers import Call, api
from .desk import Desk, run_in_thread
from .gate import App, Gate, Secret
from .pages import page, static
from .serve import ADDRESS, listen, opening, remember
from .session import fit_name, session

OFFERED = ("en", "fr", "pt", "de", "it", "ca", "qu", "ay", "nl", "sv")
"""Languages that are offered by name; any other by its tag."""
_NAME = re.compile(r'^name = ""$', re.MULTILINE)


def welcome(folder: Path, port: int | None, *, ready: Callable[[str], None]) -> Workspace | None:
    """Ask, until somebody has answered; the workspace that was made, None if it was left.

    `ready` gets the opening link. A desk opened in the workspace afterwards has the same port and lets the same
    browser in. Raises UsageError if the port asked for is taken.
    """
    import uvicorn

    from . import door

    seed, listening = secrets.token_hex(32), listen(ADDRESS, port)
    number = int(listening.getsockname()[1])
    made: list[Workspace] = []
    # As it would be with the settings that every workspace begins with; nothing of it is on the disk.
    begun = Workspace(folder.resolve(), parse_settings(starter("es", ("en",))[SETTINGS], SETTINGS))
    desk = SimpleNamespace(workspace=begun, secret=Secret(seed), port=number, jobs=SimpleNamespace(now=list))
    app = Starlette(routes=_routes(made, lambda: setattr(server, "should_exit", True)))
    app.state.desk, app.state.port = desk, number
    gate = Gate(cast(App, app), desk.secret, number, "/no-uploads", 0)
    config = uvicorn.Config(
        gate, log_level="warning", access_log=False, proxy_headers=False, server_header=False, date_header=False,
        lifespan="off", timeout_graceful_shutdown=2, **door.settings(),
    )  # fmt: skip
    server = uvicorn.Server(config)
    with contextlib.suppress(KeyboardInterrupt), opening(server):
        ready(f"http://{ADDRESS}:{number}/enter?key={desk.secret.link}")
        server.run(sockets=[listening])
    if not made:
        return None
    remember(made[0].cache / "desk.json", seed, number)
    return made[0]


def _routes(made: list[Workspace], leave: Callable[[], None]) -> list[Route]:
    from .app import enter, icon, me

    async def begin(call: Call) -> Response:
        """POST: make the workspace."""
        folder = call.desk.workspace.root
        source, targets, name = (
            call.text("source").strip(),
            call.texts("targets"),
            fit_name(call.text("person", "")),
        )

        def make() -> None:
            init(folder, source, tuple(dict.fromkeys(targets)))
            if name:
                settings = folder / SETTINGS
                said = f"name = {json.dumps(name, ensure_ascii=False)}"
                settings.write_text(_NAME.sub(lambda _: said, settings.read_text("utf-8"), count=1), "utf-8")
            register(folder)
            made.append(Workspace.load(folder))

        await run_in_thread(make)

        async def done() -> None:
            leave()

        return JSONResponse({"folder": str(folder)}, background=BackgroundTask(done))

    return [
        Route("/", _show),
        Route("/enter", enter),
        Route("/favicon.ico", icon),
        Route("/static/{edition}/{file}", static),
        Route("/api/me", api(me), methods=["POST"]),
        Route("/api/begin", api(begin), methods=["POST"]),
    ]


async def _show(request: Request) -> Response:
    """GET: the questions, and which engines there are."""
    desk: Desk = request.app.state.desk
    who = session(request, desk.workspace)
    engines: list[dict[str, Any]] = await run_in_thread(lambda: survey(desk.workspace, "en"))
    for row in engines:
        row["obtainable"] = obtainable(row["name"])
        row["server"] = any(name.endswith("_URL") for name in row["variables"])
    return page(
        request,
        who,
        "welcome.html",
        folder=str(desk.workspace.root),
        offered=OFFERED,
        engines=engines,
        source="es",
        beginning=True,
    )
