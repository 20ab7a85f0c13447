"""A long statement in a real browser: its first paint, when one can work, the next paragraph by key."""

from __future__ import annotations

import asyncio
import os
import shutil
import statistics
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..measure import present
from .clients import Running, enter, serving, workspace

LENGTHS = {"long": (2_000, 9), "very-long": (10_000, 4)}
"""Statement → its paragraphs, and how often it is loaded."""
FIRST_PAINT = {"long": 350, "very-long": 600}
"""Milliseconds that are aimed at."""
STEPS = 20
PATIENCE = 300_000
"""Milliseconds that a busy machine may take for anything."""
BROWSER = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WATCH = """
window.longest = 0;
new PerformanceObserver((list) => { for (const e of list.getEntries()) longest = Math.max(longest, e.duration); }).observe({ type: 'longtask', buffered: true });
addEventListener('DOMContentLoaded', () => {
  new MutationObserver(() => { if (document.documentElement.dataset.ready) window.usable ??= performance.now(); }).observe(document.documentElement, { attributes: true });
});
"""
FIGURES = """() => {
  const [page] = performance.getEntriesByType('navigation');
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  return { 'first byte': page.responseStart, 'last byte': page.responseEnd, 'first paint': paint.startTime, usable, 'longest task': longest };
}"""
STEP = """async (steps) => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); }));
  const times = [];
  for (let n = 0; n < steps; n += 1) {
    await new Promise((r) => setTimeout(r, 100));
    const began = performance.now();
    document.getElementById('text').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true }));
    await painted();
    times.push(performance.now() - began);
  }
  return times;
}"""

TYPED = """async (steps) => {
  const times = [], found = document.getElementById('findings'), field = document.getElementById('text');
  for (let n = 0; n < steps; n += 1) {
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true }));
    await new Promise((r) => setTimeout(r, 500));
    const shown = new Promise((done) => new MutationObserver((_, seen) => {
      if (found.textContent.includes('the the')) { seen.disconnect(); done(); }
    }).observe(found, { childList: true, subtree: true }));
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    const began = performance.now();
    document.execCommand('insertText', false, ' the the');
    await shown;
    times.push(performance.now() - began);
    document.execCommand('undo');
  }
  return times;
}"""
"""Types a doubled word at the end of paragraphs, and waits for the finding."""
FILTER = """async (queries) => {
  const times = {}, field = document.getElementById('q'), found = document.getElementById('found');
  const painted = () => new Promise((done) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); }));
  for (const query of queries) {
    found.textContent = '';
    const told = new Promise((done) => new MutationObserver((_, seen) => { seen.disconnect(); done(); }).observe(found, { childList: true, characterData: true, subtree: true }));
    const began = performance.now();
    field.value = query;
    document.getElementById('filter').requestSubmit();
    await told;
    await painted();
    times[query] = performance.now() - began;
  }
  return times;
}"""
QUERIES = (
    "state:draft",
    "agua",
    "voz tierra",
    "kind:heading",
    "by:ana",
    "-agua state:draft",
    "term:agua",
    "check:any",
)
"""Each is asked twice, for the first that asks of a text pays for its reading; the second is what one meets while working."""


def cookies(desk: Running) -> list[dict[str, Any]]:
    """What a browser that was here before sends along."""
    client = asyncio.run(enter(desk, "Ana"))
    return [
        {"name": name, "value": value, "url": f"http://127.0.0.1:{desk.port}"}
        for name, value in (cookie.split("=", 1) for cookie in client.cookie.split("; "))
    ]


async def opened(root: Path, name: str) -> float:
    """Milliseconds of a fresh desk's processor until a statement's page begins: by the clock a busy machine takes longer."""
    with serving(root) as desk:
        client = await enter(desk, "Ana")
        await desk.settled()
        reader, writer = await asyncio.open_connection("127.0.0.1", desk.port)
        used = desk.seconds
        head = f"GET /s/en/{name} HTTP/1.1\r\nHost: {client.host}\r\nCookie: {client.cookie}\r\n\r\n"
        writer.write(head.encode())
        await reader.readuntil(b"</head>")
        spent = desk.seconds - used
        writer.close()
        return 1000 * spent


@dataclass
class Looked:
    """What a browser met, in milliseconds."""

    loads: list[dict[str, float]] = field(default_factory=list)
    steps: list[float] = field(default_factory=list)
    """To the next paragraph."""
    typed: list[float] = field(default_factory=list)
    """From the last key to the findings."""
    filters: dict[str, float] = field(default_factory=dict)


def look(desk: Running, chromium: str, known: list[dict[str, Any]], name: str) -> Looked:
    """A statement loaded again and again, then worked in."""
    from playwright.sync_api import sync_playwright

    found = Looked()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=BROWSER)
        for _ in range(LENGTHS[name][1] + 1):
            context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en")
            context.set_default_timeout(PATIENCE)
            context.add_cookies(known)
            context.add_init_script(WATCH)
            page = context.new_page()
            # One comes from another page of the desk: its process is there, but none of these files.
            page.goto(f"http://127.0.0.1:{desk.port}/favicon.ico")
            page.goto(f"http://127.0.0.1:{desk.port}/s/en/{name}")
            page.wait_for_selector("html[data-ready]")
            page.wait_for_timeout(300)
            found.loads.append(page.evaluate(FIGURES))
            if len(found.loads) > LENGTHS[name][1]:
                found.steps = page.evaluate(STEP, STEPS)
                found.typed = page.evaluate(TYPED, STEPS)
                page.evaluate(FILTER, QUERIES)
                found.filters = page.evaluate(FILTER, QUERIES)
            context.close()
        browser.close()
    return found


def long_page() -> None:
    """Print the figures."""
    if not present("chromium"):
        return
    chromium = shutil.which("chromium") or ""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "w"
        workspace(root, {name: paragraphs for name, (paragraphs, _) in LENGTHS.items()}, drafted=True)
        for name, (paragraphs, _) in LENGTHS.items():
            spent = asyncio.run(opened(root, name))
            print(
                f"{paragraphs:,} paragraphs, opened cold: {spent:.0f} ms of processor until the page begins"
            )
        with serving(root) as desk:
            known = cookies(desk)
            for name in LENGTHS:
                _print(name, look(desk, chromium, known, name))


def _print(name: str, found: Looked) -> None:
    paragraphs, loads = LENGTHS[name]
    print(
        f"a statement of {paragraphs:,} paragraphs, {loads} loads with nothing kept in the browser, milliseconds "
        f"(aims: first paint {FIRST_PAINT[name]}, findings 150, a filter 100); load {os.getloadavg()[0]:.0f}"
    )
    # The first of them opens the statement, while the desk has just started and checks it.
    first, *others = found.loads
    for what in first:
        values = [load[what] for load in others]
        print(
            f"  {what}: median {statistics.median(values):.0f}, worst {max(values):.0f}; at first {first[what]:.0f}"
        )
    for what, times in (
        ("next paragraph by key, painted", found.steps),
        ("findings after the last key", found.typed),
    ):
        print(f"  {what}: median {statistics.median(times):.0f}, worst {max(times):.0f} of {STEPS}")
    print("  filter: " + ", ".join(f"{query} {time:.0f}" for query, time in found.filters.items()))
