"""The guides name what is on the desk's pages, show pictures that are there, and all pages are in the site."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.desk.test_words import messages
from translate_flow.desk.words import locale_of

DOCS = Path(__file__).parent.parent / "docs"
GUIDES = {
    **{f"desk-{role}.md": "en" for role in ("translator", "reviewer", "coordinator", "publisher")},
    **{f"es/escritorio-{role}.md": "es" for role in ("traducir", "revisar", "coordinar", "publicar")},
}


@pytest.mark.parametrize(("page", "tag"), GUIDES.items())
def test_what_a_guide_calls_by_name_is_on_the_pages(page: str, tag: str) -> None:
    locale = locale_of(tag)
    labels = {re.sub(r"\{\w+\}|%\(\w+\)s", "…", locale.say(m[0])) for m in messages()}
    text = re.sub(r"\*\*[^*]*\*\*|\[[^\]]*\]\([^)]*\)", "", (DOCS / page).read_text("utf-8"))
    named = [" ".join(found.split()) for found in re.findall(r"(?<!\*)\*([^*\[\]]+)\*(?!\*)", text)]
    missing = [name for name in named if name and name not in labels]
    assert missing == []


@pytest.mark.parametrize("page", GUIDES)
def test_pictures_and_links_of_a_guide_are_there(page: str) -> None:
    text = (DOCS / page).read_text("utf-8")
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    assert any(target.endswith(".png") for target in targets)
    for target in targets:
        assert (DOCS / page).parent.joinpath(target).exists(), target


def test_every_page_is_in_the_sites_table_of_contents() -> None:
    config = yaml.safe_load((DOCS.parent / "mkdocs.yml").read_text("utf-8"))

    def pages(nav: object) -> list[str]:
        if isinstance(nav, str):
            return [nav]
        inner = nav.values() if isinstance(nav, dict) else nav
        return [page for one in inner for page in pages(one)]  # type: ignore[attr-defined]

    named = pages(config["nav"])
    assert all((DOCS / page).is_file() for page in named)
    there = {str(p.relative_to(DOCS)) for p in (*DOCS.glob("*.md"), *(DOCS / "es").glob("*.md"))}
    assert there - set(named) == {"glossary-sources.md"}, "named by the glossary's page alone"


def test_the_site_is_searched_from_the_disk_and_asks_nobody(chromium: Any, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path / "site")]
    subprocess.run(command, cwd=DOCS.parent, check=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    page = chromium.new_page()
    asked: list[str] = []
    page.on("request", lambda r: None if r.url.startswith("file:") else asked.append(r.url))
    page.goto((tmp_path / "site" / "es" / "escritorio-coordinar.html").as_uri())
    page.click(".md-search__input")
    page.keyboard.type("cronología")
    page.wait_for_selector(".md-search-result__item:has-text('revisar')")
    page.close()
    assert asked == []
