"""The desk as an ASGI application: its addresses, and its life from start to end."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from pathlib import PurePath
from typing import cast

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from ..checks import by_state
from ..errors import Away, NotAllowed, TranslateFlowError, UsageError
from ..flow.intake.upload import LARGEST
from ..flow.queries.query import spoken
from ..flow.statement.readings import reader
from ..formats import EXTENSIONS, format_for
from ..messages import reader as language
from ..workspace.access import present
from . import (
    aligning,
    backs,
    change,
    editor,
    exchange,
    findings,
    glossary,
    imprint,
    overview,
    parts,
    planning,
    publish,
    remembered,
    review,
    segments,
    settings,
    terms,
    timeline,
)
from .answers import Call, api, status_of
from .desk import Desk, run_in_thread
from .gate import App, Gate
from .hub import OVERVIEW, Listener
from .messages import FIELD_MISSING, NAME_IS_ACCOUNTS
from .pages import assets, page, prepare, static
from .session import InTheirLanguage, remember, session
from .traffic import Counted
from .words import LANGUAGES

UPLOAD = "/api/upload"


def application(desk: Desk) -> App:
    """The application for one workspace's desk, of whoever started it."""
    return Gate(cast(App, pages(desk)), desk.secret, desk.port, UPLOAD, LARGEST)


def pages(desk: Desk, more: Sequence[Route] = ()) -> Starlette:
    """All addresses of the desk, and `more`; who may come to them is for a gate before it to say."""

    @contextlib.asynccontextmanager
    async def life(_app: Starlette) -> AsyncIterator[None]:
        desk.hub.loop = asyncio.get_running_loop()
        watching = asyncio.create_task(desk.watch())
        warming = asyncio.create_task(run_in_thread(lambda: _warm(desk)))
        desk.memory.soon()
        try:
            # Ctrl+C while it opens cancels all that is under way; older servers tell that with a traceback.
            with contextlib.suppress(asyncio.CancelledError):
                yield
        finally:
            watching.cancel()
            with contextlib.suppress(TranslateFlowError, OSError, asyncio.CancelledError):
                await warming
            await run_in_thread(desk.jobs.close)
            await run_in_thread(desk.shelf.flush)
            await run_in_thread(desk.summaries.save)
            await run_in_thread(desk.memory.close)

    routes = [
        *more,
        Route("/", overview.show),
        *([] if more else [Route("/enter", enter)]),
        Route("/favicon.ico", icon),
        Route("/events", events),
        Route("/built", overview.built),
        Route("/s/{language}/{name:path}", editor.show),
        Route("/review/{language}/{name:path}", review.show),
        Route("/find", change.show),
        Route("/plan", planning.show),
        Route("/plan/{file}", planning.taken),
        Route("/timeline/{language}/{name:path}", timeline.show),
        *(
            Route(path, show)
            for path, show in (
                glossary.PAGES
                | findings.PAGES
                | publish.PAGES
                | exchange.PAGES
                | settings.PAGES
                | aligning.PAGES
            ).items()
        ),
        Route("/static/{edition}/{file}", static),
        *(Route(path, api(act)) for path, act in _GET.items()),
        *(Route(path, api(act), methods=["POST"]) for path, act in _POST.items()),
    ]
    app = Starlette(
        routes=routes,
        lifespan=life,
        exception_handlers={404: nothing, 500: broken},
        middleware=[Middleware(Counted, traffic=desk.traffic), Middleware(InTheirLanguage)],
    )
    app.state.desk, app.state.port = desk, desk.port
    app.add_exception_handler(TranslateFlowError, refused)
    return app


def _warm(desk: Desk) -> None:
    """Make ready, between the start and the first request, what a first page would have to wait for."""
    prepare(language())
    overview.prepare(desk)
    # What the first statement that is opened would have to wait for: its format's reader, and the checks.
    kinds = {PurePath(desk.workspace.source_name(name)).suffix for name in desk.workspace.source_names()}
    for kind in sorted(kinds & EXTENSIONS.keys()):
        format_for(f"x{kind}")
    reader()
    by_state()
    # A filter may be asked in any language: its words are looked for in each.
    for tag in LANGUAGES:
        spoken("state:draft", tag)


async def enter(request: Request) -> Response:
    """The opening link: a cookie in exchange for the secret, then the overview.

    Not a redirection: after a link in another program's page, the cookie would not be sent along.
    """
    desk: Desk = request.app.state.desk
    body = (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/">'
    )
    answer = HTMLResponse(f'{body}<title>translate-flow</title><p><a href="/">translate-flow</a></p></html>')
    cookie = desk.secret.cookie()
    answer.set_cookie(f"desk-{desk.port}", cookie, max_age=30 * 24 * 3600, httponly=True, samesite="strict")
    return answer


async def icon(_request: Request) -> Response:
    """What browsers ask for by themselves."""
    return Response(assets()["icon.svg"], media_type="image/svg+xml")


async def events(request: Request) -> Response:
    """The stream of news for one page."""
    desk: Desk = request.app.state.desk
    who = session(request, desk.workspace)
    topic = request.query_params.get("language", ""), request.query_params.get("name", "")
    sheet = await desk.sheet(*topic) if topic != OVERVIEW else None
    listener = Listener(
        topic,
        request.query_params.get("tab", "")[:40],
        who.person,
        who.locale.translate,
        who.id,
        present(),
        request.scope.get("valid", lambda: True),
    )
    headers = {"x-accel-buffering": "no"}
    return StreamingResponse(
        desk.hub.stream(listener, lambda: sheet.state_id if sheet is not None else "", desk.jobs.now),
        media_type="text/event-stream; charset=utf-8",
        headers=headers,
    )


async def me(call: Call) -> Response:
    """POST: who one is, and the language one wants to be spoken to in."""
    answer = JSONResponse({})
    name = call.data.get("name")
    language = call.data.get("language")
    if not all(v is None or isinstance(v, str) for v in (name, language)):
        raise UsageError(FIELD_MISSING(field="name"))
    if call.session.account is not None and name is not None:
        raise NotAllowed(NAME_IS_ACCOUNTS())
    remember(answer, call.desk.port, name=name, language=language)
    return answer


async def nothing(request: Request, _error: Exception) -> Response:
    """There is no such page."""
    who = session(request, request.app.state.desk.workspace)
    return page(request, who, "trouble.html", 404, message=who.locale.say("There is no such page."))


async def refused(request: Request, error: Exception) -> Response:
    """A page that cannot be shown, and why."""
    who = session(request, request.app.state.desk.workspace)
    status = 404 if isinstance(error, UsageError) else 422
    if isinstance(error, NotAllowed | Away):
        status = status_of(error)
    return page(
        request,
        who,
        "trouble.html",
        status,
        message=who.locale.translate(getattr(error, "message", str(error))),
    )


async def broken(request: Request, _error: Exception) -> Response:
    """A fault of ours; its details are on the terminal."""
    who = session(request, request.app.state.desk.workspace)
    message = who.locale.say("Something went wrong in the desk. What you saved is safe; reload the page.")
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": message}, 500)
    return page(request, who, "trouble.html", 500, message=message)


_GET = {
    "/api/segment": segments.segment,
    "/api/units": segments.units,
    "/api/find": segments.search,
    "/api/suggest": segments.suggest,
    "/api/drafters": segments.engines,
    "/api/concordance": segments.same_words,
    "/api/statements": overview.statements,
    "/api/outlook": overview.outlook,
    "/api/act": timeline.act,
    **terms.GET,
    **glossary.GET,
    **findings.GET,
    **parts.GET,
}
"""What pages ask for as JSON."""
_POST = {
    "/api/look": segments.looked,
    "/api/typing": segments.typing,
    "/api/save": segments.save,
    "/api/conflict": segments.conflict,
    "/api/forget": segments.forget,
    "/api/comment": segments.say,
    "/api/resolve": segments.settle,
    "/api/dismiss": segments.set_aside,
    "/api/undismiss": segments.take_back,
    "/api/here": segments.here,
    "/api/me": me,
    UPLOAD: overview.upload,
    "/api/draft": overview.draft,
    "/api/job/cancel": overview.cancel,
    "/api/build": overview.build,
    "/api/reread": overview.reread,
    "/api/approve": review.approve,
    "/api/looked": review.seen,
    "/api/undo": timeline.undo,
    **change.POST,
    **planning.POST,
    **terms.POST,
    **glossary.POST,
    **findings.POST,
    **parts.POST,
    **publish.POST,
    **imprint.POST,
    **exchange.POST,
    **settings.POST,
    **aligning.POST,
    **backs.POST,
    **remembered.POST,
}
"""What they have done, as JSON."""
