"""Coming in by the network's own sign-in: the way there, and the way back."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from ..desk.answers import status_of
from ..desk.desk import run_in_thread
from ..errors import NotAllowed, TranslateFlowError
from .forms import goes_to, shown, signed_in, speaker, team_of, within
from .messages import NO_PAGE
from .oidc import MINUTES, Oidc


async def go(request: Request) -> Response:
    """GET: off to the provider; with the `key` of an invitation, to be accepted on the way back."""
    provider = _provider(request)
    place, key = within(request.query_params.get("next", "/")), request.query_params.get("key", "")
    try:
        if key:
            await run_in_thread(lambda: team_of(request).accounts.invited(key))
        address, browser = await run_in_thread(lambda: provider.begin(place))
    except TranslateFlowError as error:
        return _not_in(request, error)
    answer = goes_to(address)
    # Lax, for the provider sends people back by a link; the key is nowhere but here.
    answer.set_cookie(
        _cookie(request), f"{browser}.{key}", max_age=MINUTES * 60, path="/",
        secure=team_of(request).address.secure, httponly=True, samesite="lax",
    )  # fmt: skip
    return answer


async def back(request: Request) -> Response:
    """GET: back from the provider."""
    provider, team = _provider(request), team_of(request)
    browser, _, key = request.cookies.get(_cookie(request), "").partition(".")

    def come() -> tuple[str, str]:
        came = provider.finish(dict(request.query_params), browser)
        return team.sessions.begin(provider.account(came, key)), came.place

    try:
        token, place = await run_in_thread(come)
    except TranslateFlowError as error:
        return _not_in(request, error)
    answer = signed_in(request, goes_to(place), token)
    answer.delete_cookie(_cookie(request), path="/", secure=team.address.secure, httponly=True)
    return answer


def _provider(request: Request) -> Oidc:
    """Raises NotAllowed where the desk has none."""
    provider = team_of(request).oidc
    if provider is None:
        raise NotAllowed(NO_PAGE())
    return provider


def _cookie(request: Request) -> str:
    return "__Host-oidc" if team_of(request).address.secure else "desk-oidc"


def _not_in(request: Request, error: TranslateFlowError) -> Response:
    problem = speaker(request).locale.translate(error.message)
    return shown(request, "login.html", status_of(error), place="/", name="", problem=problem)
