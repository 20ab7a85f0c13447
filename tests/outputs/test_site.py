"""The site over statements: crawled in a real browser, from files, with no request that leaves it."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin

import pytest
from lxml import etree
from playwright.sync_api import expect

from translate_flow.errors import BuildError
from translate_flow.flow.site import build_site
from translate_flow.workspace import Workspace

from .test_metadata import MARKDOWN, PEOPLE, _read, _workspace

SECOND = "---\nfecha: 2023-01-12\n---\n\n# El agua\n\nHoy hablamos de ella.\n"
HIDDEN = "---\nconfidential: true\n---\n\n# El agua\n\nHoy hablamos de ella.\n"


@pytest.fixture(scope="module")
def sited(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, Path]:
    texts = {"agua": MARKDOWN, "dos": SECOND, "oculto": HIDDEN, "crudo": SECOND.replace("2023", "2022")}
    files = {f"{name}.es.md": text.encode() for name, text in texts.items()}
    workspace = _workspace(tmp_path_factory.mktemp("site"), files)
    for name in ("agua", "dos", "oculto"):
        _read(workspace, name)
    made = build_site(workspace, list(texts), address="https://red.example/s")
    assert (made.statements, set(made.left_out)) == (2, {"oculto", "crudo"})
    return workspace, made.folder


@pytest.mark.browser
def test_every_link_leads_somewhere_and_nothing_leaves_the_site(
    sited: tuple[Workspace, Path], chromium: Any
) -> None:
    start = (sited[1] / "index.html").as_uri()
    page = chromium.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        page.goto(address)
        for href in page.eval_on_selector_all("a[href]", "nodes => nodes.map(n => n.getAttribute('href'))"):
            place, anchor = urldefrag(urljoin(address, href))
            if place == address and anchor:
                expect(page.locator(f"[id='{anchor}']"), f"{address} {anchor}").to_have_count(1)
            elif place.startswith("file:"):
                waiting.append(place)
    assert len(seen) == 2 + 2 * 3
    assert faults == [] and all(url.startswith(sited[1].as_uri()) for url in asked)
    page.close()


@pytest.mark.browser
def test_the_search_finds_words_without_their_accents(sited: tuple[Workspace, Path], chromium: Any) -> None:
    page = chromium.new_page()
    page.goto((sited[1] / "index.html").as_uri())
    page.fill("#query", "asociacion VIVA")
    expect(page.locator("#list > li:visible")).to_have_count(1)
    expect(page.locator("#list > li:visible").first).to_contain_text("Water belongs to everyone")
    expect(page.locator("#found")).to_have_text("1 of 2")
    page.fill("#query", "nothing of the kind")
    expect(page.locator("#list > li:visible")).to_have_count(0)
    page.close()


@pytest.mark.browser
def test_each_language_has_an_index_that_speaks_it(sited: tuple[Workspace, Path], chromium: Any) -> None:
    page = chromium.new_page()
    page.goto((sited[1] / "agua" / "es.html").as_uri())
    page.get_by_role("link", name="Todos los comunicados").click()
    expect(page.locator("h1")).to_have_text("Comunicados")
    assert page.locator("html").get_attribute("lang") == "es"
    expect(page.locator("#list > li").first).to_contain_text("El agua es de todos")
    expect(page.locator("#list > li").first).to_contain_text("8 de marzo de 2024 · Español · Inglés")
    page.fill("#query", "belongs")  # in the translation only
    expect(page.locator("#found")).to_have_text("1 de 2")
    page.get_by_role("link", name="English", exact=True).click()
    expect(page.locator("h1")).to_have_text("Statements")
    page.close()


def test_the_index_is_by_date_and_the_feed_and_the_map_are_whole(sited: tuple[Workspace, Path]) -> None:
    index = (sited[1] / "index.html").read_text("utf-8")
    assert index.index("agua/en.html") < index.index("dos/en.html")
    feed = etree.parse(sited[1] / "feed.xml").getroot()
    assert [node.get("href") for node in feed.iterfind("{*}entry/{*}link")][:1] == [
        "https://red.example/s/agua/en.html"
    ]
    urls = [node.text for node in etree.parse(sited[1] / "sitemap.xml").getroot().iter("{*}loc")]
    assert len(urls) == 2 + 2 * 2
    page = (sited[1] / "agua" / "en.html").read_text("utf-8")
    assert '<link rel="alternate" hreflang="es" href="es.html">' in page
    for file in sited[1].rglob("*.*"):
        assert not [person for person in PEOPLE if person in file.read_text("utf-8")], file


def test_a_site_of_nothing_is_refused(tmp_path: Path) -> None:
    workspace = _workspace(tmp_path, {"agua.es.md": MARKDOWN.encode()})
    with pytest.raises(BuildError, match="no statement is ready"):
        build_site(workspace, ["agua"])
    assert not (tmp_path / "build").exists()
