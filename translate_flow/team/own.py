"""One's own account: how one signs in, the language of the pages, and what to do when a device is lost."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ..desk.answers import status_of
from ..desk.desk import run_in_thread
from ..desk.session import remember
from ..errors import TranslateFlowError, UsageError
from . import messages as said
from .forms import answered, desk_of, field, form, goes_to, shown, speaker, team_of, visitor
from .mail import MailBook
from .roles import Role


async def show(request: Request, status: int = 200, problem: str = "") -> Response:
    """GET: the account's page."""
    team, who = team_of(request), visitor(request)

    def look() -> dict[str, Any]:
        grants = team.accounts.rights(who.id).grants
        return {
            "grants": grants,
            "administers": any(g.role is Role.ADMINISTRATOR for g in grants),
            "password": team.passwords.has(who),
            "passkeys": team.passkeys.count(who),
            "mail_at": MailBook(team.accounts).at(),
            "mail_to": MailBook(team.accounts).address(who),
            "seats": [
                (identifier == request.scope["session"], moment(created), moment(seen))
                for identifier, created, seen in team.sessions.of(who)
            ],
        }

    return shown(request, "account.html", status, problem=problem, **await run_in_thread(look))


def moment(at: int) -> str:
    """A time as pages get it: RFC 3339 in UTC."""
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


async def language(request: Request) -> Response:
    """POST: the language of the pages, in this browser."""
    fields = await form(request)
    answer = goes_to("/account")
    remember(answer, desk_of(request).port, name=None, language=field(fields, "language"))
    return answer


async def mail(request: Request) -> Response:
    """POST: where the digest goes, in the language of this page; empty: nowhere."""
    fields = await form(request)
    team, who, tag = team_of(request), visitor(request), speaker(request).locale.tag
    try:
        await run_in_thread(lambda: MailBook(team.accounts).keep(who, field(fields, "address"), tag))
    except TranslateFlowError as error:
        return await show(request, status_of(error), speaker(request).locale.translate(error.message))
    return goes_to("/account")


async def password(request: Request) -> Response:
    """POST: another password. The present one is asked for: a page left open is not permission to take the account."""
    fields = await form(request)
    team, who = team_of(request), visitor(request)

    def change() -> None:
        if team.passwords.has(who):
            team.passwords.check(who.name, fields.get("present", ""))
        team.passwords.keep(who, team.passwords.made(who, field(fields, "password")))
        team.sessions.end_others(request.scope["session"], who)

    try:
        await run_in_thread(change)
    except TranslateFlowError as error:
        return await show(request, status_of(error), speaker(request).locale.translate(error.message))
    return goes_to("/account")


async def passkey_options(request: Request) -> Response:
    """POST: what the browser needs to make a passkey."""
    team, who = team_of(request), visitor(request)
    await answered(request)
    return JSONResponse(await run_in_thread(lambda: team.passkeys.offer(who)))


async def passkey(request: Request) -> Response:
    """POST: the passkey that the browser made."""
    team, who = team_of(request), visitor(request)
    try:
        data = await answered(request)
        await run_in_thread(lambda: team.passkeys.add(who, data))
    except TranslateFlowError as error:
        words = speaker(request).locale.translate(error.message)
        return JSONResponse({"error": words}, status_of(error))
    return JSONResponse({})


async def remove_passkeys(request: Request) -> Response:
    """POST: no passkey lets in any more; refused where there is no other way."""
    await form(request)
    team, who = team_of(request), visitor(request)

    def remove() -> None:
        if not team.passwords.has(who):
            raise UsageError(said.ONLY_WAY())
        team.passkeys.remove(who)

    try:
        await run_in_thread(remove)
    except TranslateFlowError as error:
        return await show(request, status_of(error), speaker(request).locale.translate(error.message))
    return goes_to("/account")


async def leave(request: Request) -> Response:
    """POST: sign out in this browser."""
    await form(request)
    team = team_of(request)
    await run_in_thread(lambda: team.sessions.end(request.scope["session"]))
    return goes_to("/login")


async def lost(request: Request) -> Response:
    """POST: a device is lost: all sessions end, this one too."""
    await form(request)
    team, who = team_of(request), visitor(request)
    await run_in_thread(lambda: team.sessions.end_all(who))
    return goes_to("/login")
