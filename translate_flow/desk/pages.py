"""Pages from templates, in the interface's language, and the static files they ask for."""

from __future__ import annotations

import asyncio
import mimetypes
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse

from ..flow.queries.query import spoken
from ..language.tags import direction, language
from ..model import ICONS
from .scripts import whole
from .session import Session
from .words import LANGUAGES, Locale, locale_of

_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
SHARED = ("tokens.css",)
"""Style sheets the desk shares with the project's other pages."""
FIRST_PART, NEXT_PARTS = 4_000, 50_000
"""Characters of a long page that are sent together: its head, then some screenfuls of a list."""
WAIT = "\0"
"""Where a template writes this, what is before it is sent, and what follows is waited for."""
BREATH = 0.001
"""Seconds between two parts, in which the server answers others: first of all for the style sheets, without
which the browser shows nothing."""

_rooms = ["translate_flow.desk"]
"""Packages whose `templates` and `static` the pages are made of."""


def furnish(package: str) -> None:
    """Make pages with that package's templates and static files, too."""
    if package not in _rooms:
        _rooms.append(package)
        for known in (assets, edition, script, _environment):
            known.cache_clear()


@cache
def assets() -> dict[str, bytes]:
    """All static files by name."""
    folders = [files(room).joinpath("static") for room in _rooms]
    own = [f for folder in folders for f in folder.iterdir() if f.name.endswith(tuple(_TYPES))]
    found = {f.name: f.read_bytes() for f in own}
    shared = files("translate_flow.pages").joinpath("static")
    return found | {name: shared.joinpath(name).read_bytes() for name in SHARED}


@cache
def edition() -> str:
    """Names this state of the static files; is in their addresses, so that they can be kept."""
    return blake2b(b"".join(k.encode() + v for k, v in sorted(assets().items())), digest_size=6).hexdigest()


@cache
def script(name: str) -> bytes:
    """That script with all that it imports."""
    return whole(name, {one: text.decode() for one, text in assets().items() if one.endswith(".js")}).encode()


async def static(request: Request) -> Response:
    """A static file."""
    name = request.path_params["file"]
    data = assets().get(name)
    if data is None:
        return PlainTextResponse("not found", 404)
    suffix = name[name.rindex(".") :]
    if suffix == ".js":
        data = script(name)
    kept = request.path_params["edition"] == edition()
    headers = {"cache-control": "private, max-age=31536000, immutable" if kept else "no-store"}
    kind = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Response(data, media_type=f"{kind}; charset=utf-8", headers=headers)


@cache
def _environment(locale: Locale) -> Environment:
    environment = Environment(
        loader=ChoiceLoader(
            [
                *(PackageLoader(room, "templates") for room in _rooms),
                PackageLoader("translate_flow.pages", "templates"),
            ]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_translations(locale.catalogue, newstyle=True)  # type: ignore[attr-defined]
    environment.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
    environment.globals.update(
        state_icons=ICONS,
        direction=direction,
        language_name=lambda tag: language(tag, locale.tag),
        static=lambda name: f"/static/{edition()}/{name}",
        interface=LANGUAGES,
        translate=locale.translate,
        spoken=lambda query: spoken(query, locale.tag),
    )
    return environment


def prepare(tag: str) -> None:
    """Read and compile what the pages most asked for are made of, in the language of that tag."""
    edition()
    locale = locale_of(tag)
    environment = _environment(locale)
    for template in (
        "frame.html",
        "bits.html",
        "rows.html",
        "overview.html",
        "term.html",
        "part.html",
        "editor.html",
    ):
        environment.get_template(template)
    locale.script  # noqa: B018 - is worked out when first asked for


def _anything(_address: str) -> bool:
    """Whoever works at a desk of their own may ask for any address."""
    return True


def page(request: Request, who: Session, template: str, status: int = 200, **data: Any) -> Response:
    """A page for that person."""
    return HTMLResponse(
        _environment(who.locale).get_template(template).render(_common(request, who) | data), status
    )


def long_page(
    request: Request,
    who: Session,
    template: str,
    after: Callable[[], None],
    until: Callable[[], Awaitable[None]] | None = None,
    **data: Any,
) -> Response:
    """A page that is sent while it is being made: the browser shows its beginning, and fetches what it
    names, before its end is there. `until` is done where the template says `wait`; `after` when all is sent."""
    given = _common(request, who) | data | {"wait": WAIT if until is not None else ""}
    pieces = _environment(who.locale).get_template(template).generate(given)

    async def done() -> None:
        after()

    return StreamingResponse(
        _parts(pieces, until), media_type="text/html; charset=utf-8", background=BackgroundTask(done)
    )


async def _parts(
    pieces: Iterator[str], until: Callable[[], Awaitable[None]] | None = None
) -> AsyncIterator[str]:
    """The pieces of a page put together: little at first, so that something is seen soon, then much.

    Made here and not in a thread: a part takes about a millisecond, and between two of them the style
    sheets and scripts that the head names are handed out, without a fight for the interpreter.
    """
    part: list[str] = []
    length, wanted = 0, FIRST_PART
    for piece in pieces:
        if until is not None and piece == WAIT:
            yield "".join(part)
            part, length = [], 0
            await until()
            continue
        part.append(piece)
        length += len(piece)
        if length >= wanted:
            yield "".join(part)
            part, length, wanted = [], 0, NEXT_PARTS
            await asyncio.sleep(BREATH)
    yield "".join(part)


def _common(request: Request, who: Session) -> dict[str, Any]:
    """What the frame of every page shows."""
    desk = request.app.state.desk
    return {
        "lang": who.locale.tag,
        "person": who.person,
        "account": who.account,
        "may": request.scope.get("may", _anything),
        "token": request.scope.get("token") or desk.secret.token(who.id),
        "words": who.locale.script,
        "workspace": desk.workspace.root.name,
        "job": desk.jobs.now(),
    }
