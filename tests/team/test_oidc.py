"""Coming in by the network's own sign-in: whom it lets in, and everything that lets nobody in."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc.jwk import RSAKey

from translate_flow.errors import UsageError
from translate_flow.team.oidc import MINUTES, Oidc, OidcSettings, checked_settings
from translate_flow.team.roles import Grant, Role

from .asgi import ORIGIN, Answer, Browser
from .conftest import OPEN, PHRASE, Team, new_team
from .provider import CLIENT, CLIENT_SECRET, Provider, providing


@pytest.fixture
def provider() -> Iterator[Provider]:
    """The network's provider."""
    with providing() as made:
        yield made


@pytest.fixture
def team(provider: Provider, tmp_path: Path) -> Iterator[Team]:
    """A team whose network has it."""
    settings = OidcSettings(provider.issuer, CLIENT, CLIENT_SECRET, "La red")
    for made in new_team(tmp_path / "w", oidc=settings):
        made.clock.now = time.time()
        yield made


def oidc(team: Team) -> Oidc:
    """The desk's side."""
    found = (
        team.guard.app.app.state.team.oidc
        if hasattr(team.guard.app, "app")
        else team.guard.app.state.team.oidc
    )
    assert isinstance(found, Oidc)
    return found


def allow(team: Team, claim: str, value: str, *roles: str) -> None:
    """Whoever has the claim comes in."""
    side = oidc(team)
    side.settings = replace(side.settings, allowed=(claim, value), roles=tuple(Grant.of(r) for r in roles))


class _Stays(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def through(address: str) -> str:
    """Where the provider sends a browser back to: path and query of the desk's."""
    try:
        urllib.request.build_opener(_Stays).open(address, timeout=90)
    except urllib.error.HTTPError as answer:
        back = urlsplit(answer.headers["location"])
        assert f"{back.scheme}://{back.netloc}" == ORIGIN
        return f"{back.path}?{back.query}"
    raise AssertionError("no way back")


def sign_in(browser: Browser, **asked: str) -> Answer:
    """There and back."""
    there = browser.get("/login/oidc?" + "&".join(f"{k}={v}" for k, v in asked.items()))
    assert there.status == 303, there.body
    answer = browser.get(through(there.headers["location"]), sec_fetch_site="cross-site",
                         sec_fetch_mode="navigate", sec_fetch_dest="document")  # fmt: skip
    if answer.status == 303:
        browser.get("/account")
    return answer


def is_in(browser: Browser) -> bool:
    """Whether it is signed in."""
    return browser.get("/account").status == 200


def test_by_invitation_and_from_then_on(team: Team, provider: Provider) -> None:
    luz = team.accounts.create("Luz", [Grant.of("translator")])
    browser, key = team.browser(), team.accounts.invite(luz)
    assert "La red" in browser.get(f"/join?key={key}").body and "La red" in browser.get("/login").body
    assert provider.asked == []  # nobody is asked before somebody wants in
    assert sign_in(browser, key=key).headers["location"] == "/"
    assert is_in(browser) and PHRASE in browser.get(f"/s/en/{OPEN}").body
    again = team.browser()
    assert sign_in(again, next=f"/s/en/{OPEN}").headers["location"] == f"/s/en/{OPEN}"
    assert is_in(again) and [p.name for p in team.accounts.people()] == ["Luz"]
    provider.claims = {"sub": "luz-1", "name": "Ana", "email": "ana@example.org"}
    renamed = team.browser()
    sign_in(renamed)
    assert "<h1>Luz</h1>" in renamed.get("/account").body  # who one is, is the subject alone


def test_without_an_invitation_nobody_comes_in(team: Team, provider: Provider) -> None:
    browser = team.browser()
    answer = sign_in(browser)
    assert answer.status == 403 and "no account" in answer.body and not is_in(browser)
    assert team.accounts.people() == []


def test_a_claim_lets_in_with_its_roles_and_names_that_are_taken_are_refused(
    team: Team, provider: Provider
) -> None:
    allow(team, "groups", "translators", "translator:en")
    provider.claims |= {"groups": ["others"]}
    assert sign_in(team.browser()).status == 403
    provider.claims |= {"groups": ["others", "translators"]}
    browser = team.browser()
    assert sign_in(browser).status == 303 and is_in(browser)
    [luz] = team.accounts.people()
    assert luz.name == "Luz Quispe"
    assert team.accounts.rights(luz.id).grants == (Grant(Role.TRANSLATOR, "en"),)
    provider.claims |= {"sub": "another", "name": "QUISPE, LUZ"}
    assert sign_in(team.browser()).status == 400
    provider.claims |= {"sub": "third", "name": ""}
    assert sign_in(team.browser()).status == 400 and len(team.accounts.people()) == 1


@pytest.mark.parametrize(
    ("claims", "status"),
    [
        ({"email": "luz@red.example", "email_verified": True}, 303),
        ({"email": "luz@RED.example", "email_verified": True}, 303),
        ({"email": "luz@red.example", "email_verified": False}, 403),
        ({"email": "luz@red.example"}, 403),
        ({"email": "luz@red.example", "email_verified": "true"}, 403),
        ({"email": "luz@evil.example", "email_verified": True}, 403),
        ({"email": "luz@red.example.evil.example", "email_verified": True}, 403),
        ({"email": ["luz@red.example"], "email_verified": True}, 403),
    ],
)
def test_an_address_counts_only_if_it_is_verified(
    team: Team, provider: Provider, claims: dict[str, object], status: int
) -> None:
    allow(team, "email", "@red.example", "translator")
    provider.claims |= claims
    assert sign_in(team.browser()).status == status


def test_who_is_shut_out_is_out_and_gets_no_second_account(team: Team, provider: Provider) -> None:
    allow(team, "name", "Luz Quispe", "translator")
    browser = team.browser()
    sign_in(browser)
    [luz] = team.accounts.people()
    team.accounts.disable(luz)
    assert sign_in(team.browser()).status == 403 and len(team.accounts.people()) == 1
    other = team.accounts.create("Otra Persona")
    key = team.accounts.invite(other)
    answer = sign_in(team.browser(), key=key)
    assert answer.status == 403 and "another account" in answer.body
    assert team.accounts.invited(key) == other  # it is not used up


def test_a_new_link_ends_the_sign_in_that_was(team: Team, provider: Provider) -> None:
    luz = team.accounts.create("Luz", [Grant.of("translator")])
    sign_in(team.browser(), key=team.accounts.invite(luz))
    team.accounts.accept(team.accounts.invite(luz))
    assert sign_in(team.browser()).status == 403


FAULTS = [
    "issuer", "audience", "two audiences", "another's party", "expired", "of tomorrow", "nonce", "no subject",
    "no expiry", "unsigned", "another's key", "refused", "answer of another", "answer of nobody",
]  # fmt: skip


def test_what_cannot_be_verified_lets_nobody_in(team: Team, provider: Provider) -> None:
    allow(team, "name", "Luz Quispe", "translator")
    for fault in FAULTS:
        provider.fault = fault
        browser = team.browser()
        answer = sign_in(browser)
        assert answer.status == 403 and "La red" in answer.body and not is_in(browser), fault
    assert team.accounts.people() == []
    provider.fault = ""
    assert sign_in(team.browser()).status == 303


@pytest.mark.parametrize("fault", ["metadata of another", "keys in the clear", "broken"])
def test_a_provider_that_is_not_as_it_should_be_is_told(team: Team, provider: Provider, fault: str) -> None:
    provider.fault = fault
    answer = team.browser().get("/login/oidc")
    assert answer.status == 503 and "La red does not answer as it should" in answer.body


def test_a_provider_that_is_gone_is_told_on_the_way_back_too(team: Team, provider: Provider) -> None:
    browser = team.browser()
    back = through(browser.get("/login/oidc").headers["location"])
    provider.fault = "broken"
    oidc(team)._metadata.clear()
    assert browser.get(back).status == 503 and not is_in(browser)


def test_a_sign_in_is_of_one_browser_one_time_and_a_while(team: Team, provider: Provider) -> None:
    allow(team, "name", "Luz Quispe", "translator")
    browser = team.browser()
    back = through(browser.get("/login/oidc").headers["location"])
    thief = team.browser()
    assert thief.get(back).status == 400 and not is_in(thief)  # and it is over for both
    assert browser.get(back).status == 400 and not is_in(browser)
    back = through(browser.get("/login/oidc").headers["location"])
    kept = dict(browser.cookies)
    assert browser.get(back).status == 303 and is_in(browser)
    replayed = team.browser()
    replayed.cookies = kept
    assert replayed.get(back).status == 400 and not is_in(replayed)
    late = team.browser()
    back = through(late.get("/login/oidc").headers["location"])
    team.clock.now += MINUTES * 60 + 1
    assert late.get(back).status == 400 and not is_in(late)
    assert team.browser().get("/login/oidc/back?code=x&state=%00").status == 400


def test_the_way_there_asks_with_a_proof_key_and_leads_nowhere_else(team: Team, provider: Provider) -> None:
    there = team.browser().get("/login/oidc?next=//evil.example")
    asked = {k: v[0] for k, v in parse_qs(urlsplit(there.headers["location"]).query).items()}
    assert asked["redirect_uri"] == f"{ORIGIN}/login/oidc/back" and asked["code_challenge_method"] == "S256"
    assert asked["response_type"] == "code" and CLIENT_SECRET not in there.headers["location"]
    assert "Secure" in there.headers.get("set-cookie", "Secure")
    allow(team, "name", "Luz Quispe", "translator")
    assert sign_in(team.browser(), next="//evil.example").headers["location"] == "/"


def test_a_key_that_is_new_since_is_asked_for(team: Team, provider: Provider) -> None:
    allow(team, "name", "Luz Quispe", "translator")
    sign_in(team.browser())
    provider.key = RSAKey.generate_key(2048, {"kid": "1", "use": "sig"})
    assert sign_in(team.browser()).status == 303


def test_without_a_provider_there_is_no_such_page(lasting_team: Team) -> None:
    for path in ("/login/oidc", "/login/oidc/back?code=x&state=y"):
        assert lasting_team.browser().get(path).status == 403
    assert "/login/oidc" not in lasting_team.browser().get("/login").body


@pytest.mark.parametrize(
    ("issuer", "client", "allowed"),
    [("http://id.example.org", "x", ""), ("id", "x", ""), ("https://u@id.example.org", "x", ""),
     ("https://id.example.org", "", ""), ("https://id.example.org", "x", "groups")],
)  # fmt: skip
def test_settings_that_will_not_do(issuer: str, client: str, allowed: str) -> None:
    with pytest.raises(UsageError, match="--oidc"):
        checked_settings(issuer, client, "", "", allowed, ())
