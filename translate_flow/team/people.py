"""The administrator's list of people; and who may see a confidential statement."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from ..desk.answers import status_of
from ..desk.desk import run_in_thread
from ..desk.editor import title
from ..errors import NotAllowed, TranslateFlowError, UsageError
from . import messages as said
from .accounts import Account
from .forms import desk_of, field, form, goes_to, shown, speaker, team_of, visitor
from .house import troubles
from .own import moment
from .picture import picture
from .roles import Grant, Role, held


async def show(
    request: Request, status: int = 200, problem: str = "", link: str = "", invited: str = ""
) -> Response:
    """GET: everybody, what they may do, and how to invite somebody. `link` is that of an invitation just made."""
    team, desk = team_of(request), desk_of(request)

    def look() -> list[dict[str, Any]]:
        waiting = team.accounts.waiting()
        return [
            {
                "account": person,
                "grants": team.accounts.rights(person.id).grants,
                "until": moment(waiting[person.id]) if person.id in waiting else "",
                "seen": next((moment(seen) for _, _, seen in team.sessions.of(person)), ""),
                "ways": team.passwords.has(person) or bool(team.passkeys.count(person)),
            }
            for person in team.accounts.people()
        ]

    def went_wrong() -> list[str]:
        locale = speaker(request).locale
        found = (troubles(team.accounts.base, what) for what in ("git", "mail"))
        return [locale.translate(problem) for some in found for problem in some]

    return shown(
        request,
        "people.html",
        status,
        people=await run_in_thread(look),
        troubles=await run_in_thread(went_wrong),
        problem=problem,
        link=link,
        code=picture(link) if link else "",
        invited=invited,
        roles=list(Role),
        targets=desk.workspace.settings.languages.targets,
    )


async def _do(request: Request, act: Callable[[dict[str, str]], None]) -> Response:
    """Do what a form asks, then the list again."""
    fields = await form(request)
    try:
        await run_in_thread(lambda: act(fields))
    except TranslateFlowError as error:
        return await show(request, status_of(error), speaker(request).locale.translate(error.message))
    return goes_to("/people")


def _account(request: Request, fields: dict[str, str]) -> Account:
    found = team_of(request).accounts.account(field(fields, "account"))
    if found is None:
        raise UsageError(said.NO_ACCOUNT(name=fields["account"], nearest=""))
    return found


def _grant(request: Request, fields: dict[str, str]) -> Grant:
    language = fields.get("language", "")
    if language:
        desk_of(request).language(language)
    return Grant.of(f"{field(fields, 'role')}:{language}:{fields.get('statement', '')}")


async def invite(request: Request) -> Response:
    """POST: a new account and its invitation."""
    fields = await form(request)

    def make() -> Account:
        return team_of(request).accounts.create(
            field(fields, "name"), [_grant(request, fields)], visitor(request)
        )

    return await _invited(request, make)


async def again(request: Request) -> Response:
    """POST: a new invitation for an account: the way back after a lost password, or a first one that was too late."""
    fields = await form(request)
    return await _invited(request, lambda: _account(request, fields))


async def _invited(request: Request, whom: Callable[[], Account]) -> Response:
    team, who = team_of(request), visitor(request)

    def make() -> tuple[Account, str]:
        account = whom()
        return account, team.accounts.invite(account, who)

    try:
        account, token = await run_in_thread(make)
    except TranslateFlowError as error:
        return await show(request, status_of(error), speaker(request).locale.translate(error.message))
    # Shown once, in the answer itself: the database does not know it any more.
    return await show(request, link=f"{team.address.origin}/join?key={token}", invited=account.name)


async def roles(request: Request) -> Response:
    """POST: a role more, or one less."""

    def change(fields: dict[str, str]) -> None:
        account = _account(request, fields)
        accounts, grant = team_of(request).accounts, _grant(request, fields)
        others = tuple(g for g in accounts.rights(account.id).grants if g != grant)
        wanted = others if fields.get("do") == "take" else (*others, grant)
        accounts.grant(account, wanted, visitor(request))

    return await _do(request, change)


async def disable(request: Request) -> Response:
    """POST: shut somebody out, at once."""
    return await _do(
        request, lambda f: team_of(request).accounts.disable(_account(request, f), visitor(request))
    )


async def enable(request: Request) -> Response:
    """POST: let somebody in again."""
    return await _do(
        request,
        lambda f: team_of(request).accounts.disable(_account(request, f), visitor(request), disabled=False),
    )


async def sign_out(request: Request) -> Response:
    """POST: end somebody's sessions: their device is lost."""
    return await _do(
        request, lambda f: team_of(request).sessions.end_all(_account(request, f), visitor(request))
    )


# Confidential statements ---------------------------------------------------------------


async def show_named(request: Request, status: int = 200, problem: str = "") -> Response:
    """GET: who may see a confidential statement, and who has read it."""
    language, name = request.path_params["language"], request.path_params["name"]
    return await _show_named(request, language, name)


async def _show_named(
    request: Request, language: str, name: str, status: int = 200, problem: str = ""
) -> Response:
    team, desk, who = team_of(request), desk_of(request), visitor(request)
    sheet = await desk.sheet(language, name)
    marks, _ = await run_in_thread(lambda: desk.privacy([name]))

    def look() -> dict[str, Any]:
        seers = team.accounts.seers(name)
        return {
            "seers": seers,
            "others": [p for p in team.accounts.people() if p not in seers and not p.disabled],
            "reads": [(moment(r.at), r.who, r.what, r.about) for r in team.accounts.noted(name)],
            "coordinates": held(team.accounts.rights(who.id).grants, Role.COORDINATOR, name, language),
        }

    return shown(
        request, "named.html", status, name=name, target=language, title=title(sheet), confidential=marks[name],
        edit=f"/s/{language}/{quote(name)}", problem=problem, **await run_in_thread(look),
    )  # fmt: skip


async def name_somebody(request: Request) -> Response:
    """POST: somebody more, or no longer, may see a confidential statement; by a coordinator who may themselves."""
    fields = await form(request)
    language, name = field(fields, "language"), field(fields, "statement")
    sheet = await desk_of(request).sheet(language, name)

    def change() -> None:
        accounts, account = team_of(request).accounts, _account(request, fields)
        if fields.get("do") != "take":
            accounts.let_see(sheet.name, account, visitor(request))
        elif len(accounts.seers(sheet.name)) < 2:
            raise UsageError(said.LAST_SEER(name=account.name))
        else:
            accounts.hide(sheet.name, account, visitor(request))

    try:
        await run_in_thread(change)
    except NotAllowed:
        raise
    except TranslateFlowError as error:
        words = speaker(request).locale.translate(error.message)
        return await _show_named(request, language, name, status_of(error), words)
    if fields.get("do") == "take" and fields["account"] == visitor(request).id:
        return goes_to("/")
    return goes_to(f"/named/{language}/{quote(sheet.name)}")
