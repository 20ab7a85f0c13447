"""A static site over statements: an index with a search, each statement's page in each language, a feed, a site map.

It works from a stick: every page is complete, all links are relative, nothing is fetched. Pure: files by path.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from html import escape
from importlib.resources import files

from ..language.tags import language as language_name
from ..model import CONFIRMED, Edition, State
from ..pages import render
from .corpus import corpus, one_line
from .credits import described
from .sidebyside import bilingual
from .webpage import Alternate, webpage


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A statement in one language, as the index lists it."""

    name: str
    language: str
    title: str
    date: str
    """`2024-03-08`; empty if it does not say."""
    tags: tuple[str, ...]
    description: str
    words: str
    """What is searched."""

    @property
    def path(self) -> str:
        """Of its page, from the site's root."""
        return f"{self.name}/{self.language}.html"


def site(editions: Mapping[str, Sequence[Edition]], address: str = "") -> dict[str, bytes]:
    """The site's files. `editions`: by statement, one for each target language; `address`: where the site will stand,
    which its feed and its map need (without one there are none)."""
    made: dict[str, bytes] = {}
    entries: list[FeedEntry] = []
    for name, translated in editions.items():
        every = [_original(translated[0]), *translated]
        up = "../" * (name.count("/") + 1)
        links = [
            Alternate(e.target_language, language_name(e.target_language), f"{e.target_language}.html")
            for e in every
        ]
        for edition in every:
            entry = _entry(name, edition)
            entries.append(entry)
            made[entry.path] = webpage(edition, both=False, alternates=links, home=f"{up}index.html").encode()
        for edition in translated:
            made[f"{name}/bilingual-{edition.target_language}.html"] = bilingual(edition).encode()
    entries.sort(key=lambda e: (e.name, e.language))
    entries.sort(key=lambda e: e.date, reverse=True)
    made["index.html"] = _index(entries).encode()
    if address:
        base = address.rstrip("/") + "/"
        made["sitemap.xml"] = _map(entries, base).encode()
        made["feed.xml"] = _feed(entries, base).encode()
    return made


def _original(edition: Edition) -> Edition:
    """The statement in its own language, as if it were a translation."""
    units = tuple(replace(u, target=u.segment.text, state=State.KEPT, events=()) for u in edition.units)
    about = replace(edition.about, translators=(), reviewers=(), description="")
    return replace(edition, target_language=edition.source_language, units=units, about=about)


def _entry(name: str, edition: Edition) -> FeedEntry:
    pairs = [p for p in corpus(edition) if p.unit.state in CONFIRMED and not p.unit.segment.setting.outside]
    title = next((p.target for p in pairs if p.unit.segment.kind == "title"), "")
    return FeedEntry(
        name,
        edition.target_language,
        one_line(title) or edition.document.title or name,
        edition.about.date if re.match(r"\d{4}-\d\d-\d\d", edition.about.date) else "",
        edition.about.tags,
        described(edition),
        one_line(" ".join(p.target for p in pairs)),
    )


def _index(entries: Sequence[FeedEntry]) -> str:
    script = files("translate_flow.pages").joinpath("static", "site.js").read_text("utf-8").strip()
    data = json.dumps(
        [[e.path, e.title, e.words] for e in entries], ensure_ascii=False, separators=(",", ":")
    )
    data = data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return render(
        "site.html",
        lang="en",
        entries=entries,
        languages=sorted({e.language for e in entries}),
        tags=sorted({tag for e in entries for tag in e.tags}),
        data=data,
        script=script,
        script_hash="'sha256-" + b64encode(sha256(script.encode()).digest()).decode() + "'",
    )


def _map(entries: Sequence[FeedEntry], base: str) -> str:
    places = ["index.html", *(entry.path for entry in entries)]
    urls = "".join(f"<url><loc>{escape(base + place)}</loc></url>\n" for place in places)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
    )


def _feed(entries: Sequence[FeedEntry], base: str) -> str:
    """Atom (RFC 4287); statements without a date are in the index only."""
    dated = [entry for entry in entries if entry.date][:50]
    items = "".join(
        f"<entry><title>{escape(e.title)}</title><id>{escape(base + e.path)}</id>"
        f'<link href="{escape(base + e.path)}" hreflang="{e.language}"/><updated>{e.date[:10]}T00:00:00Z</updated>'
        f'<summary xml:lang="{e.language}">{escape(e.description)}</summary></entry>\n'
        for e in dated
    )
    newest = dated[0].date[:10] if dated else "2000-01-01"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
        f'<title>Statements</title><id>{escape(base)}</id><link href="{escape(base)}feed.xml" rel="self"/>'
        f"<author><name>{escape(base)}</name></author><updated>{newest}T00:00:00Z</updated>\n{items}</feed>\n"
    )
