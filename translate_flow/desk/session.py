"""One request's person and language, from its cookies and headers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

from ..errors import UsageError
from ..flow.statement.people import person
from ..messages import speaking
from ..workspace import Workspace
from .messages import NOT_SPOKEN
from .words import LANGUAGES, Locale, choose, locale_of

if TYPE_CHECKING:
    from .gate import App, Receive, Scope, Send

LONGEST_NAME = 80
_YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Session:
    """Who asks, and how to speak to them."""

    id: str
    """The session's id; one per browser."""
    person: str
    """The name that goes into the journal."""
    locale: Locale
    """Language of the interface."""
    account: str | None = None
    """Id of their account, where the desk has accounts."""


def session(request: Request, workspace: Workspace) -> Session:
    """The session of a request that came through the gate."""
    port = request.app.state.port
    language = session_language(request)
    visitor = request.scope.get("visitor")
    if visitor is not None:
        return Session(request.scope["session"], visitor.name, locale_of(language), visitor.id)
    name = unquote(request.cookies.get(f"person-{port}", ""))
    # On the way in, at the opening link, there is none yet.
    return Session(request.scope.get("session", ""), person(workspace, fit_name(name)), locale_of(language))


class InTheirLanguage:
    """An application that speaks to each request in its reader's language, also where the words are put together below."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        with speaking(session_language(Request(scope))):
            await self.app(scope, receive, send)


def session_language(request: Request) -> str:
    """Tag of the language that a request is answered in."""
    wanted = request.cookies.get(f"language-{request.app.state.port}", "")
    return choose(request.headers.get("accept-language", ""), wanted)


def fit_name(name: str) -> str:
    """The name as it may stand in a journal and a PO header: one line, no characters that control."""
    return " ".join("".join(c if c.isprintable() else " " for c in name).split())[:LONGEST_NAME]


def remember(response: Response, port: int, *, name: str | None, language: str | None) -> None:
    """Keep name and language for the browser's next requests. Raises UsageError for an unknown language."""
    if language is not None:
        if language and language not in LANGUAGES:
            raise UsageError(NOT_SPOKEN(language=language, known=tuple(LANGUAGES)))
        _keep(response, f"language-{port}", language)
    if name is not None:
        _keep(response, f"person-{port}", quote(fit_name(name)))


def _keep(response: Response, cookie: str, value: str) -> None:
    response.set_cookie(cookie, value, max_age=_YEAR, httponly=True, samesite="strict")
