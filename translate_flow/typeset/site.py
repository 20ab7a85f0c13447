"""A static site over statements: an index with a search, each statement's page in each language, a feed, a site map.

It works from a stick: every page is complete, all links are relative, nothing is fetched but the words of the search,
which lie beside the index. Pure: files by path.
"""

from __future__ import annotations

import datetime
import json
import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from html import escape
from importlib.resources import files
from itertools import groupby

from ..language.tags import language as language_name
from ..language.tags import own_name
from ..model import CONFIRMED, Edition, State
from ..pages import render
from .chrome import named, page_words, spoken
from .corpus import corpus, one_line
from .credits import described
from .sidebyside import bilingual
from .webpage import Alternate, webpage

INDEX = "index.html"
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


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


@dataclass(frozen=True, slots=True)
class StatementPages:
    """A statement's part of a site."""

    entries: tuple[FeedEntry, ...]
    """One for each language, its own first."""
    files: dict[str, bytes]
    """Its pages by path."""


def pages_of(name: str, translated: Sequence[Edition], languages: Sequence[str]) -> StatementPages:
    """A statement's pages: one in each language, and both side by side. `translated`: one edition for each target
    language it is ready in; `languages`: the targets of the whole site, which say where its index is."""
    every = [_original(translated[0]), *translated]
    up = "../" * (name.count("/") + 1)
    links = [
        Alternate(e.target_language, own_name(e.target_language), f"{e.target_language}.html") for e in every
    ]
    entries, made = [], dict[str, bytes]()
    for edition in every:
        entry = _entry(name, edition)
        entries.append(entry)
        home = up + index_for(edition.target_language, edition.source_language, languages)
        made[entry.path] = webpage(edition, both=False, alternates=links, home=home).encode()
    for edition in translated:
        made[f"{name}/bilingual-{edition.target_language}.html"] = bilingual(edition).encode()
    return StatementPages(tuple(entries), made)


def index_for(language: str, source: str, targets: Sequence[str]) -> str:
    """File name of the index for readers of that language: one for each language in which pages speak, that of the
    first target `index.html`."""
    reader = spoken(language)
    first = spoken(targets[0])
    others = {spoken(tag) for tag in (*targets, source)}
    return f"index-{reader}.html" if reader != first and reader in others else INDEX


def frame(
    entries: Iterable[FeedEntry], source: str, targets: Sequence[str], address: str = ""
) -> dict[str, bytes]:
    """What a site has beside its statements' pages: indexes, the words of their search, the feed and the map, which
    need the `address` where the site will stand (without one there are none)."""
    listed = sorted(entries, key=lambda e: e.name)
    listed.sort(key=lambda e: e.date, reverse=True)
    statements = [list(group) for _, group in groupby(listed, key=lambda e: e.name)]
    made = {"search.js": _search(statements).encode()}
    readers = {index_for(tag, source, targets): spoken(tag) for tag in (*targets, source)}
    for file, reader in readers.items():
        made[file] = _index(statements, reader, readers).encode()
    if address:
        base = address.rstrip("/") + "/"
        listed.sort(key=lambda e: (e.name, e.language))
        listed.sort(key=lambda e: e.date, reverse=True)
        made["sitemap.xml"] = _map(listed, base, sorted(readers)).encode()
        made["feed.xml"] = _feed(listed, base, spoken(targets[0])).encode()
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
        edition.about.date[:10] if _DATE.match(edition.about.date) else "",
        edition.about.tags,
        described(edition),
        one_line(" ".join(p.target for p in pairs)),
    )


def _search(statements: Sequence[Sequence[FeedEntry]]) -> str:
    """The words of all statements by name, as a script: a page on a disk can read no other file."""
    words = {every[0].name: " ".join(f"{e.title} {e.words}" for e in every) for every in statements}
    return f"window.siteWords = {json.dumps(words, ensure_ascii=False, separators=(',', ':'))};\n"


def _index(statements: Sequence[Sequence[FeedEntry]], reader: str, readers: dict[str, str]) -> str:
    script = files("translate_flow.pages").joinpath("static", "site.js").read_text("utf-8").strip()
    tags = sorted({e.language for every in statements for e in every})
    names = {tag: language_name(tag, reader) for tag in tags}
    shown = [
        (next((e for e in every if spoken(e.language) == reader), every[-1]), every) for every in statements
    ]
    return render(
        "site.html",
        lang=reader,
        statements=shown,
        days={e.date: _day(e.date, reader) for e, _ in shown if e.date},
        says=page_words(reader),
        names=names,
        inline={tag: named(tag, reader) for tag in tags},
        readers={file: (tag, own_name(tag)) for file, tag in readers.items()},
        tags=sorted({tag for every in statements for e in every for tag in e.tags}),
        script=script,
        script_hash="'sha256-" + b64encode(sha256(script.encode()).digest()).decode() + "'",
    )


def _day(date: str, reader: str) -> str:
    """`2024-03-08` as readers of that language write it; as it is, if there is no such day."""
    from babel.dates import format_date

    try:
        return format_date(datetime.date.fromisoformat(date), "long", locale=reader)
    except ValueError:
        return date


def _map(entries: Sequence[FeedEntry], base: str, indexes: Sequence[str]) -> str:
    places = [*indexes, *(entry.path for entry in entries)]
    urls = "".join(f"<url><loc>{escape(base + place)}</loc></url>\n" for place in places)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
    )


def _feed(entries: Sequence[FeedEntry], base: str, reader: str) -> str:
    """Atom (RFC 4287); statements without a date are in the index only."""
    dated = [entry for entry in entries if entry.date][:50]
    items = "".join(
        f"<entry><title>{escape(e.title)}</title><id>{escape(base + e.path)}</id>"
        f'<link href="{escape(base + e.path)}" hreflang="{e.language}"/><updated>{e.date}T00:00:00Z</updated>'
        f'<summary xml:lang="{e.language}">{escape(e.description)}</summary></entry>\n'
        for e in dated
    )
    newest = dated[0].date if dated else "2000-01-01"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
        f"<title>{escape(page_words(reader)['statements'])}</title><id>{escape(base)}</id>"
        f'<link href="{escape(base)}feed.xml" rel="self"/>'
        f"<author><name>{escape(base)}</name></author><updated>{newest}T00:00:00Z</updated>\n{items}</feed>\n"
    )
