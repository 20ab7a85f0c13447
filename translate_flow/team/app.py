"""The team's desk as an ASGI application: the desk's pages, those for accounts, and the guard before them."""

from __future__ import annotations

from typing import cast

from starlette.routing import Route

from ..desk.app import UPLOAD
from ..desk.app import pages as desk_pages
from ..desk.desk import Desk
from ..desk.gate import App
from ..desk.pages import furnish
from ..flow.intake.upload import LARGEST
from . import entry, outside, own, people
from .accounts import Accounts
from .guard import Address, Guard
from .oidc import Oidc, OidcSettings
from .passkeys import Passkeys
from .passwords import Passwords
from .sessions import Sessions
from .shared import Team


def team_application(
    desk: Desk,
    accounts: Accounts,
    address: Address,
    *,
    evening: bool = False,
    oidc: OidcSettings | None = None,
) -> Guard:
    """The application for a team's desk."""
    furnish("translate_flow.team")
    app = desk_pages(desk, [Route(path, act, methods=[method]) for method, path, act in ADDRESSES])
    app.state.team = Team(
        accounts,
        Sessions(accounts),
        Passwords(accounts),
        Passkeys(accounts, address.origin),
        address,
        evening,
        Oidc(accounts, oidc, address.origin) if oidc is not None else None,
    )
    return Guard(cast(App, app), app.routes, desk, accounts, address, UPLOAD, LARGEST)


ADDRESSES = [
    ("GET", "/login", entry.show_login),
    ("POST", "/login", entry.login),
    ("POST", "/login/passkey/options", entry.passkey_options),
    ("POST", "/login/passkey", entry.passkey),
    ("GET", "/login/oidc", outside.go),
    ("GET", "/login/oidc/back", outside.back),
    ("GET", "/join", entry.show_join),
    ("POST", "/join", entry.join),
    ("GET", "/account", own.show),
    ("POST", "/account/language", own.language),
    ("POST", "/account/mail", own.mail),
    ("POST", "/account/password", own.password),
    ("POST", "/account/passkey/options", own.passkey_options),
    ("POST", "/account/passkey", own.passkey),
    ("POST", "/account/passkeys/remove", own.remove_passkeys),
    ("POST", "/account/leave", own.leave),
    ("POST", "/account/lost", own.lost),
    ("GET", "/people", people.show),
    ("POST", "/people/invite", people.invite),
    ("POST", "/people/again", people.again),
    ("POST", "/people/roles", people.roles),
    ("POST", "/people/disable", people.disable),
    ("POST", "/people/enable", people.enable),
    ("POST", "/people/signout", people.sign_out),
    ("GET", "/named/{language}/{name:path}", people.show_named),
    ("POST", "/named", people.name_somebody),
]
"""Method, address and answer of each page of the team's own."""
