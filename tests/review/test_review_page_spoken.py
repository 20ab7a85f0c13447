"""The review page in the reader's language."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from tests.review.statement import EDITION, GLOSSARY
from tests.style_words import ENGLISH
from translate_flow.messages import speaking
from translate_flow.review import render_html, report

ELEMENT = re.compile(
    r"<(style|script)>.*?</\1>|<(\w+)[^>]* lang=\"e[ns]\"[^>]*>.*?</\2>|<code>.*?</code>", re.DOTALL
)
SPOKEN = re.compile(r"(?<=>)[^<]+|(?<=title=\")[^\"]+|(?<=aria-label=\")[^\"]+|(?<=data-found=\")[^\"]+")


def said(html: str) -> str:
    """What the page itself says, without the statement's own texts."""
    body = html[html.index("<body>") :]
    return re.sub(r"→ [^\n:(]+", "", unescape("\n".join(SPOKEN.findall(ELEMENT.sub("", body)))))


def page(tag: str) -> str:
    other = replace(EDITION, document=replace(EDITION.document, name="otra", title="Otra declaración"))
    with speaking(tag):
        return render_html([(report(e, GLOSSARY), GLOSSARY) for e in (EDITION, other)])


def test_a_spanish_reader_finds_no_english_on_it() -> None:
    html = page("es")
    assert html.lstrip().startswith("<!doctype html>") and '<html lang="es"' in html
    words = set(re.findall(r"(?<![\w-])[a-z]+(?![\w-])", said(html)))
    assert words & ENGLISH == set()
    assert "Español → Inglés" in html and "Nombres y términos" in html and "2 comunicados" in html


def test_the_same_page_in_english_would_be_noticed() -> None:
    words = set(re.findall(r"(?<![\w-])[a-z]+(?![\w-])", said(page("en"))))
    assert len(words & ENGLISH) > 3
