"""Coming in: signing in with a password or a passkey, and joining by an invitation."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ..desk.answers import status_of
from ..desk.desk import run_in_thread
from ..errors import TranslateFlowError
from .forms import answered, field, form, goes_to, shown, signed_in, speaker, team_of, within
from .roles import Role, held_somewhere


async def show_login(request: Request) -> Response:
    """GET: the page to sign in on."""
    place = within(request.query_params.get("next", "/"))
    if request.scope.get("visitor") is not None:
        return goes_to(place)
    return shown(request, "login.html", place=place, name="", problem="")


async def login(request: Request) -> Response:
    """POST: name and password."""
    fields = await form(request, signed_in=False)
    name, password, place = field(fields, "name"), field(fields, "password"), within(fields.get("next", "/"))
    team = team_of(request)
    try:
        account = await run_in_thread(lambda: team.passwords.check(name, password))
    except TranslateFlowError as error:
        problem = speaker(request).locale.translate(error.message)
        return shown(request, "login.html", status_of(error), place=place, name=name, problem=problem)
    token = await run_in_thread(lambda: team.sessions.begin(account))
    return signed_in(request, goes_to(place), token)


async def passkey_options(request: Request) -> Response:
    """POST: what the browser needs to sign in with a passkey."""
    team = team_of(request)
    return JSONResponse(await run_in_thread(team.passkeys.ask))


async def passkey(request: Request) -> Response:
    """POST: the passkey's answer."""
    team = team_of(request)
    try:
        data = await answered(request, signed_in=False)
        account = await run_in_thread(lambda: team.passkeys.check(data))
    except TranslateFlowError as error:
        words = speaker(request).locale.translate(error.message)
        return JSONResponse({"error": words}, status_of(error))
    token = await run_in_thread(lambda: team.sessions.begin(account))
    return signed_in(request, JSONResponse({}), token)


async def show_join(request: Request) -> Response:
    """GET: an invitation's page; it is not used up by looking at it, as programs that preview links do."""
    key, team = request.query_params.get("key", ""), team_of(request)
    try:
        account = await run_in_thread(lambda: team.accounts.invited(key))
    except TranslateFlowError as error:
        return _gone(request, error)
    return shown(request, "join.html", name=account.name, key=key, problem="")


async def join(request: Request) -> Response:
    """POST: the invitation is accepted, with a password or, on the next page, a passkey."""
    fields = await form(request, signed_in=False)
    key, way, password = field(fields, "key"), fields.get("way", ""), fields.get("password", "")
    team = team_of(request)
    try:
        account = await run_in_thread(lambda: team.accounts.invited(key))
    except TranslateFlowError as error:
        return _gone(request, error)
    made = ""
    if way != "passkey" and not team.evening:
        try:
            made = await run_in_thread(lambda: team.passwords.made(account, password))
        except TranslateFlowError as error:
            problem = speaker(request).locale.translate(error.message)
            return shown(request, "join.html", status_of(error), name=account.name, key=key, problem=problem)

    def accept() -> str:
        with team.accounts.base.together():
            team.accounts.accept(key)
            if made:
                team.passwords.keep(account, made)
        return team.sessions.begin(account)

    try:
        token = await run_in_thread(accept)
    except TranslateFlowError as error:
        return _gone(request, error)
    place = "/" if made or team.evening else "/account"
    if team.evening and held_somewhere(team.accounts.rights(account.id).grants, Role.ADMINISTRATOR):
        place = "/people"  # the host, whose guests wait
    return signed_in(request, goes_to(place), token)


def _gone(request: Request, error: TranslateFlowError) -> Response:
    """An invitation that cannot be used."""
    problem = speaker(request).locale.translate(error.message)
    return shown(request, "login.html", 410, place="/", name="", problem=problem)
