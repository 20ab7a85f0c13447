"""Text and keys go to the service that was chosen, and to no log, error, proxy or second server."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import httpx
import pytest
from services import Fault, Services, english

from translate_flow import engines
from translate_flow.engines.online import service
from translate_flow.engines.online.deepl import DeepL
from translate_flow.engines.online.factory import Online
from translate_flow.engines.online.google import Google
from translate_flow.engines.online.libretranslate import LibreTranslate
from translate_flow.engines.online.llm import LanguageModel
from translate_flow.engines.online.microsoft import Microsoft
from translate_flow.engines.online.mymemory import MyMemory
from translate_flow.engines.online.pace import Limits, Timing
from translate_flow.errors import EngineError, Unavailable
from translate_flow.passage import Passage

TEXT = "Testimonio confidencial de Ñusta Quispe."
KEY = "clave-0123456789-secreta"
QUICK = Timing(pause=lambda _stop, _seconds: None)
PATHS: list[tuple[type[Online], str]] = [
    (Google, "/google/m"),
    (MyMemory, "/mymemory/get"),
    (LibreTranslate, "/libre"),
    (DeepL, "/deepl/v2/translate"),
    (Microsoft, "/microsoft/translate"),
    (LanguageModel, "/llm"),
]


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DEEPL", "MICROSOFT", "LIBRETRANSLATE", "LLM"):
        monkeypatch.setenv(f"TRANSLATE_FLOW_{name}_KEY", KEY)


def ask(factory: Online, *texts: str) -> list[str]:
    with factory.start("es", "en") as engine:
        return list(engine.translate([Passage(text) for text in texts]))


def chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


@pytest.mark.usefixtures("server", "keys")
@pytest.mark.parametrize(("kind", "path"), PATHS)
@pytest.mark.parametrize(
    "fault",
    [
        Fault(status=403, body=f'{{"error": "bad key {KEY}"}}'.encode()),
        Fault(status=400, body=f'{{"error": {{"code": 400, "message": "{TEXT}"}}}}'.encode()),
        Fault(status=500, body=TEXT.encode()),
        Fault(status=302, headers={"Location": f"http://127.0.0.1:9/?q={KEY}"}),
        Fault(body=f'{{"error": "{KEY} {TEXT}"}}'.encode()),
        Fault(body=TEXT.encode()),
        Fault(cut=True),
        Fault(delay=60.0),
    ],
)
def test_no_error_or_log_holds_key_or_text(
    kind: type[Online], path: str, fault: Fault, server: Services, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.fail(*[fault] * 4)
    with pytest.raises(EngineError) as caught:
        ask(kind(server.url + path, Limits(deadline=0.2, attempts=2), QUICK), TEXT)
    told = [f"{one!s} {one!r} {one.args} {vars(one)}" for one in chain(caught.value)]
    told += traceback.format_exception(caught.value)
    told += [record.getMessage() for record in caplog.records]
    for secret in (KEY, TEXT, "Quispe", "%C3%91usta"):
        assert not any(secret in line for line in told)


@pytest.mark.usefixtures("server", "keys")
@pytest.mark.parametrize(("kind", "path"), PATHS)
def test_nothing_is_logged_of_what_goes_well(
    kind: type[Online], path: str, server: Services, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    assert ask(kind(server.url + path, timing=QUICK), TEXT) == [english(TEXT)]
    assert caplog.records == []


def test_other_users_of_the_http_library_are_logged_as_ever(
    server: Services, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    ask(Google(server.url + "/google/m", timing=QUICK), TEXT)
    httpx.get(server.url + "/google/m", params={"q": "otra"}, timeout=90)
    assert any("otra" in record.getMessage() for record in caplog.records)


@pytest.mark.usefixtures("server", "keys")
@pytest.mark.parametrize(("kind", "path"), PATHS)
def test_keys_stand_in_no_address(kind: type[Online], path: str, server: Services) -> None:
    ask(kind(server.url + path, timing=QUICK), TEXT)
    [seen] = server.seen
    assert KEY not in seen.path
    if kind in (LibreTranslate, DeepL, Microsoft, LanguageModel):
        assert seen.method == "POST"
        assert "Quispe" not in seen.path
        assert KEY in str(seen.body) + str(seen.headers)


@pytest.mark.usefixtures("server", "keys")
@pytest.mark.parametrize(("kind", "path"), PATHS)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirection_is_followed(kind: type[Online], path: str, status: int, server: Services) -> None:
    elsewhere = Services()
    try:
        server.fail(Fault(status=status, headers={"Location": elsewhere.url + path}))
        with pytest.raises(EngineError, match="redirects"):
            ask(kind(server.url + path, timing=QUICK), TEXT)
        assert elsewhere.seen == []
    finally:
        elsewhere.shutdown()
        elsewhere.server_close()


def test_a_server_on_this_machine_is_asked_past_every_proxy(
    server: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the text of a private engine would leave through the proxy of the environment."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert ask(LibreTranslate(server.url + "/libre", timing=QUICK), TEXT) == [english(TEXT)]
    with pytest.raises(Unavailable, match="proxy"):
        ask(Google(server.url + "/google/m", Limits(attempts=1), QUICK), TEXT)


def test_no_credentials_are_taken_from_netrc(
    server: Services, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login someone password something\n")
    monkeypatch.setenv("NETRC", str(netrc))
    ask(Google(server.url + "/google/m", timing=QUICK), TEXT)
    assert "authorization" not in server.seen[0].headers


@pytest.mark.parametrize("package", ["httpx", "deep_translator"])
def test_without_the_extra_an_install_has_no_online_client_and_says_how_to_get_one(
    package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "find_spec", lambda name: None if name == package else object())
    for kind, path in PATHS:
        factory = kind(f"http://127.0.0.1:9{path}")
        assert "pip install 'translate-flow[online]'" in str(factory.missing("es", "en"))
        with pytest.raises(Unavailable, match="online"):
            factory.start("es", "en")


@pytest.mark.parametrize(
    ("address", "private"),
    [
        ("http://localhost:5000", True),
        ("http://LOCALHOST:5000/", True),
        ("http://127.0.0.1:5000", True),
        ("http://127.8.9.1", True),
        ("https://[::1]:5000", True),
        ("http://192.168.1.7:5000", False),
        ("http://10.0.0.1", False),
        ("http://0.0.0.0:5000", False),
        ("http://127.1:5000", False),
        ("http://2130706433", False),
        ("http://localhost.example.org", False),
        ("http://127.0.0.1.example.org", False),
        ("http://127.0.0.1@example.org", False),
        ("http://localhost:5000@example.org/", False),
        ("http://example.org\\@localhost/", False),
        ("http://example.org/#@localhost", False),
        ("https://libretranslate.example.org", False),
        ("localhost:5000", False),
        ("ftp://localhost", False),
        ("http://", False),
        ("", False),
    ],
)
def test_only_a_literal_address_of_this_machine_is_private(
    address: str, private: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRANSLATE_FLOW_LIBRETRANSLATE_URL", address)
    monkeypatch.setenv("TRANSLATE_FLOW_LLM_URL", address)
    factory = LibreTranslate()
    assert factory.private is LanguageModel().private is private
    if not factory.missing("es", "en"):
        with factory.start("es", "en") as engine:
            assert engine.private is private


def test_every_other_online_engine_says_that_text_leaves() -> None:
    for name in ("google", "mymemory", "deepl", "microsoft"):
        factory = engines.load(name)
        assert factory.name == name
        assert factory.private is False
        assert "leaves this machine" in str(factory.description)


def test_public_services_are_asked_in_cipher_only(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in (Google, MyMemory, Microsoft):
        assert kind().endpoint.startswith("https://")
    monkeypatch.setenv("TRANSLATE_FLOW_LIBRETRANSLATE_URL", "http://libretranslate.example.org")
    assert "not encrypted" in str(LibreTranslate().missing("es", "en"))
    monkeypatch.setenv("TRANSLATE_FLOW_LIBRETRANSLATE_URL", "http://192.168.1.7:5000")
    assert LibreTranslate().missing("es", "en") is None


@pytest.mark.parametrize("kind", [DeepL, Microsoft])
def test_a_missing_key_is_reported_with_its_variable(
    kind: type[Online], monkeypatch: pytest.MonkeyPatch
) -> None:
    variable = f"TRANSLATE_FLOW_{kind.name.upper()}_KEY"
    monkeypatch.delenv(variable, raising=False)
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert variable in str(kind().missing("es", "en"))
    with pytest.raises(Unavailable, match=variable):
        kind().start("es", "en")
    monkeypatch.setenv(variable, f"{KEY}\nX-Other: 1")
    with pytest.raises(Unavailable) as caught:
        kind().start("es", "en")
    assert KEY not in str(caught.value)


def test_a_key_may_come_from_the_system_keyring(server: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    ring = ModuleType("keyring")
    ring.__spec__ = sys.__spec__
    ring.get_password = lambda service, user: f"{service}-{user}-{KEY}"  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", ring)
    ask(DeepL(server.url + "/deepl/v2/translate", timing=QUICK), TEXT)
    assert server.seen[0].headers["authorization"] == f"DeepL-Auth-Key translate-flow-deepl-{KEY}"


def test_a_locked_keyring_is_the_same_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(_service: str, _user: str) -> str:
        raise RuntimeError(KEY)

    ring = ModuleType("keyring")
    ring.__spec__ = sys.__spec__
    ring.get_password = locked  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", ring)
    monkeypatch.delenv("TRANSLATE_FLOW_DEEPL_KEY", raising=False)
    assert "TRANSLATE_FLOW_DEEPL_KEY" in str(DeepL().missing("es", "en"))


@pytest.mark.usefixtures("keys")
def test_a_factory_holds_no_key() -> None:
    """What is printed, compared or stored of a factory cannot show one."""
    for kind, _ in PATHS:
        assert KEY not in repr(kind())
