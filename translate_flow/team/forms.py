"""What the team's pages share: forms taken apart, places to go to, cookies."""

from __future__ import annotations

import hmac
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ..desk.desk import Desk
from ..desk.messages import FIELD_MISSING, OUT_OF_DATE
from ..desk.pages import page
from ..desk.session import Session, session
from ..errors import NotAllowed, UsageError
from .accounts import Account

if TYPE_CHECKING:
    from .shared import Team


def team_of(request: Request) -> Team:
    """What the pages share."""
    team: Team = request.app.state.team
    return team


def desk_of(request: Request) -> Desk:
    """The desk."""
    desk: Desk = request.app.state.desk
    return desk


def visitor(request: Request) -> Account:
    """Who is signed in; the guard has seen to it that somebody is."""
    account: Account = request.scope["visitor"]
    return account


async def form(request: Request, *, signed_in: bool = True) -> dict[str, str]:
    """A form's fields, each once. Raises NotAllowed if it is not of a page of this account's; UsageError."""
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        raise UsageError(FIELD_MISSING(field="form"))
    body = (await request.body()).decode("utf-8", "replace")
    try:
        parsed = parse_qs(body, keep_blank_values=True, max_num_fields=200)
    except ValueError:
        raise UsageError(FIELD_MISSING(field="form")) from None
    fields = {name: values[-1].replace("\x00", "") for name, values in parsed.items()}
    if signed_in and not hmac.compare_digest(
        fields.get("token", "").encode(), request.scope["token"].encode()
    ):
        raise NotAllowed(OUT_OF_DATE())
    return fields


async def answered(request: Request, *, signed_in: bool = True) -> dict[str, Any]:
    """A script's JSON body. Raises UsageError, NotAllowed."""
    token = request.headers.get("x-csrf-token", "").encode()
    if signed_in and not hmac.compare_digest(token, request.scope["token"].encode()):
        raise NotAllowed(OUT_OF_DATE())
    try:
        data = json.loads(await request.body())
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        raise UsageError(FIELD_MISSING(field="JSON"))
    return data


def field(fields: dict[str, str], name: str) -> str:
    """A field that must be there. Raises UsageError."""
    if name not in fields:
        raise UsageError(FIELD_MISSING(field=name))
    return fields[name]


def within(path: str) -> str:
    """A place of ours to go to; the overview for anything else."""
    ours = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if ours and "\\" not in path else "/"


def goes_to(path: str) -> Response:
    """Off to another page."""
    return RedirectResponse(path, 303)


def signed_in(request: Request, answer: Response, token: str) -> Response:
    """The answer with the cookie of a new session."""
    address = team_of(request).address
    answer.set_cookie(
        address.cookie, token, max_age=30 * 24 * 3600, path="/", secure=address.secure, httponly=True, samesite="lax"
    )  # fmt: skip
    return answer


def speaker(request: Request) -> Session:
    """Who asks, or somebody not signed in, and the language to speak."""
    return session(request, desk_of(request).workspace)


def shown(request: Request, template: str, status: int = 200, **data: Any) -> Response:
    """A page of the team's."""
    host = team_of(request).address.host
    who = speaker(request)
    team = team_of(request)
    network = team.oidc.settings.name if team.oidc is not None else ""
    return page(request, who, template, status, host=host, evening=team.evening, network=network, **data)
