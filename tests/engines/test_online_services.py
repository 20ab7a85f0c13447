"""What is particular to each service."""

from __future__ import annotations

import json

import pytest
from services import Fault, Services, english

from translate_flow.engines.online.deepl import DeepL
from translate_flow.engines.online.factory import Online
from translate_flow.engines.online.google import Google
from translate_flow.engines.online.libretranslate import LibreTranslate
from translate_flow.engines.online.microsoft import Microsoft
from translate_flow.engines.online.mymemory import MyMemory
from translate_flow.engines.online.pace import Timing
from translate_flow.errors import EngineError, RateLimited
from translate_flow.passage import Held, Passage

QUICK = Timing(pause=lambda _stop, _seconds: None)
TEXT = "Exigimos respeto a la vida de quienes protestan."


def ask(factory: Online, *texts: str) -> list[str]:
    with factory.start("es", "en") as engine:
        return list(engine.translate([Passage(text) for text in texts]))


def google(server: Services) -> Google:
    return Google(server.url + "/google/m", timing=QUICK)


def mymemory(server: Services) -> MyMemory:
    return MyMemory(server.url + "/mymemory/get", timing=QUICK)


def memory_says(text: str | None, **more: object) -> Fault:
    answer = {"responseData": {"translatedText": text}, "responseStatus": 200, "matches": []} | more
    return Fault(body=json.dumps(answer).encode())


def test_google_is_asked_with_its_language_codes(server: Services) -> None:
    ask(google(server), TEXT)
    assert server.seen[0].params == {"sl": "es", "tl": "en", "q": TEXT}
    factory = google(server)
    codes = {tag: factory.target_code(tag) for tag in ("es-PE", "pt_BR", "zh-Hant", "zh", "he", "qu", "tlh")}
    assert codes == {
        "es-PE": "es", "pt_BR": "pt", "zh-Hant": "zh-TW", "zh": "zh-CN", "he": "iw", "qu": "qu", "tlh": "",
    }  # fmt: skip
    assert "tlh" in str(factory.missing("es", "tlh"))


def test_google_signs_come_back_as_signs(server: Services) -> None:
    text = "La «olla común» de Ayacucho & Co. <sic> cuesta 5 € — “ya basta”."
    assert ask(google(server), text) == [english(text)]


def test_google_page_without_a_charset_is_read_as_utf8(server: Services) -> None:
    page = '<div class="result-container">José Ñahui’s “ternas”</div>'.encode()
    server.fail(Fault(body=page, headers={"Content-Type": "text/html"}))
    assert ask(google(server), TEXT) == ["José Ñahui’s “ternas”"]


def test_google_invisible_blanks_are_taken_out(server: Services) -> None:
    server.translate = lambda _: "We \u200b\u200bdemand respect."
    assert ask(google(server), TEXT) == ["We demand respect."]


def test_google_name_that_stays_is_a_translation(server: Services) -> None:
    server.translate = lambda text: text
    assert ask(google(server), "Ayacucho") == ["Ayacucho"]


def test_google_riddle_for_robots_is_a_rate_limit_and_not_asked_again(server: Services) -> None:
    server.fail(Fault(status=302, headers={"Location": "https://www.google.com/sorry/index?continue=x"}))
    with pytest.raises(RateLimited, match="CAPTCHA"):
        ask(google(server), TEXT)
    assert len(server.seen) == 1


def test_google_page_in_another_layout_is_an_error(server: Services) -> None:
    server.fail(*[Fault(body=b"<html><body><p>New page</p></body></html>")] * 4)
    with pytest.raises(EngineError, match="no translation in the answer"):
        ask(google(server), TEXT)


def test_mymemory_gets_regions_and_an_address_if_one_is_given(
    server: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(mymemory(server), TEXT)
    monkeypatch.setenv("TRANSLATE_FLOW_MYMEMORY_EMAIL", "mesa@example.org")
    ask(mymemory(server), TEXT)
    plain, known = (seen.params for seen in server.seen)
    assert plain == {"langpair": "es-ES|en-GB", "q": TEXT}
    assert known == {**plain, "de": "mesa@example.org"}
    codes = [mymemory(server).source_code(tag) for tag in ("es-MX", "es-PE", "en-US", "ja", "tlh")]
    assert codes == ["es-MX", "es-ES", "en-US", "ja-JP", ""]


USED_UP = "YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY"


@pytest.mark.parametrize(
    "fault",
    [
        memory_says(f"MYMEMORY WARNING: {USED_UP}. NEXT AVAILABLE IN 3 HOURS"),
        memory_says(TEXT, quotaFinished=True),
        memory_says("", responseDetails=USED_UP, responseStatus=429),
        Fault(status=429, body=f'{{"responseDetails": "{USED_UP}"}}'.encode()),
    ],
)
def test_mymemory_used_up_quota_is_no_translation(fault: Fault, server: Services) -> None:
    server.fail(fault)
    with pytest.raises(RateLimited, match="quota is used up"):
        ask(mymemory(server), TEXT)
    assert len(server.seen) == 1


@pytest.mark.parametrize(
    "fault",
    [
        memory_says("INVALID LANGUAGE PAIR SPECIFIED. EXAMPLE: LANGPAIR=EN|IT", responseStatus="403"),
        memory_says("QUERY LENGTH LIMIT EXCEEDED. MAX ALLOWED QUERY : 500 CHARS", responseStatus=403),
        memory_says("NO QUERY SPECIFIED. EXAMPLE REQUEST: GET?Q=HELLO&LANGPAIR=EN|IT"),
    ],
)
def test_mymemory_complaints_are_no_translation(fault: Fault, server: Services) -> None:
    server.fail(fault)
    with pytest.raises(EngineError, match="does not accept"):
        ask(mymemory(server), TEXT)
    assert len(server.seen) == 1


def test_mymemory_text_that_reads_like_a_complaint_is_a_translation(server: Services) -> None:
    server.fail(memory_says("Invalid email addresses were used. No query specified."))
    assert ask(mymemory(server), TEXT) == ["Invalid email addresses were used. No query specified."]


def test_mymemory_neighbour_is_never_taken_for_an_empty_translation(server: Services) -> None:
    neighbour = [{"segment": "Otra frase.", "translation": "Another sentence."}]
    server.fail(*[memory_says(empty, matches=neighbour) for empty in ("", None, " ", "")])
    with pytest.raises(EngineError, match="empty"):
        ask(mymemory(server), TEXT)


def test_mymemory_entities_become_signs_unless_the_text_has_some(server: Services) -> None:
    server.fail(memory_says("We don&#39;t accept &quot;order&quot;."), memory_says("R&amp;D &amp; more"))
    assert ask(mymemory(server), TEXT) == ['We don\'t accept "order".']
    assert ask(mymemory(server), "I&amp;D y más") == ["R&amp;D &amp; more"]


@pytest.mark.parametrize("slash", ["", "/", "//", "/translate", "/translate/"])
def test_libretranslate_address_may_end_as_it_likes(slash: str, server: Services) -> None:
    assert ask(LibreTranslate(f"{server.url}/libre{slash}", timing=QUICK), TEXT) == [english(TEXT)]
    assert server.seen[0].path == "/libre/translate"


def test_libretranslate_needs_no_key_and_sends_none(
    server: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRANSLATE_FLOW_LIBRETRANSLATE_URL", server.url + "/libre/")
    with LibreTranslate(timing=QUICK).start("es-PE", "ca") as engine:
        assert list(engine.translate([Passage(TEXT)])) == [english(TEXT)]
    assert server.seen[0].body == {"q": TEXT, "source": "es", "target": "ca", "format": "text"}


@pytest.mark.parametrize("address", ["", "localhost:5000", "http://", "mi servidor", "http://a\\@localhost"])
def test_libretranslate_without_a_usable_address_says_what_to_set(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRANSLATE_FLOW_LIBRETRANSLATE_URL", address)
    assert "TRANSLATE_FLOW_LIBRETRANSLATE_URL" in str(LibreTranslate().missing("es", "en"))


HELD = (Held("Xqazu", "Red Muqui", "Red Muqui"), Held("Xqazub", "CNDDHH", "CNDDHH"))
MARKED = Passage("Xqazu & Xqazub dicen: 3 < 4 «ya».", HELD)


@pytest.mark.parametrize("key", ["clave:fx", "clave"])
def test_deepl_key_goes_in_the_header_and_marks_in_ignored_tags(
    key: str, server: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRANSLATE_FLOW_DEEPL_KEY", key)
    server.translate = lambda text: text.replace("dicen", "say").replace("«ya»", "“now”")
    with DeepL(server.url + "/deepl/v2/translate", timing=QUICK).start("es", "en-US") as engine:
        assert list(engine.translate([MARKED, Passage(TEXT)])) == ["Xqazu & Xqazub say: 3 < 4 “now”.", TEXT]
    marked = next(seen for seen in server.seen if "tag_handling" in seen.body)
    plain = next(seen for seen in server.seen if seen is not marked)
    assert marked.headers["authorization"] == f"DeepL-Auth-Key {key}"
    assert marked.body == {
        "text": ["<x>Xqazu</x> &amp; <x>Xqazub</x> dicen: 3 &lt; 4 «ya»."],
        "source_lang": "ES", "target_lang": "EN-US", "preserve_formatting": True,
        "tag_handling": "xml", "ignore_tags": ["x"],
    }  # fmt: skip
    assert plain.body["text"] == [TEXT]


def test_deepl_used_up_quota_is_told_and_not_asked_again(
    server: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRANSLATE_FLOW_DEEPL_KEY", "clave")
    server.fail(Fault(status=456))
    with pytest.raises(RateLimited, match="quota"):
        ask(DeepL(server.url + "/deepl/v2/translate", timing=QUICK), TEXT)
    assert len(server.seen) == 1


def test_deepl_variants_are_those_the_service_writes() -> None:
    codes = [DeepL().target_code(tag) for tag in ("en", "en-US", "pt-BR", "pt", "fr-CA", "zh_Hant")]
    assert codes == ["EN-GB", "EN-US", "PT-BR", "PT-PT", "FR", "ZH-HANT"]


def test_microsoft_starts_without_the_network_and_marks_go_in_spans(
    server: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRANSLATE_FLOW_MICROSOFT_KEY", "clave")
    monkeypatch.setenv("TRANSLATE_FLOW_MICROSOFT_REGION", "brazilsouth")
    engine = Microsoft(server.url + "/microsoft/translate", timing=QUICK).start("es", "en")
    assert server.seen == []
    server.translate = lambda text: text.replace("dicen", "say").replace("class=", "lang='x' class=")
    assert list(engine.translate([MARKED])) == ["Xqazu & Xqazub say: 3 < 4 «ya»."]
    [seen] = server.seen
    assert seen.params == {"api-version": "3.0", "from": "es", "to": "en", "textType": "html"}
    assert seen.text.startswith('<span class="notranslate">Xqazu</span> &amp; ')
    assert seen.headers["ocp-apim-subscription-region"] == "brazilsouth"
