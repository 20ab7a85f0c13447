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
COLD = 3
"""Desks that are started to measure the very first opening of a statement."""
STEPS = 20
PATIENCE = 300_000
"""Milliseconds that a busy machine may take for anything."""
BROWSER = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WATCH = """
window.longest = 0;
new MutationObserver((_, seen) => {
  if (!document.querySelector('.row .source')) return;
  seen.disconnect();
  requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => { window.text = performance.now(); }; port2.postMessage(0); });
}).observe(document, { childList: true, subtree: true });
new PerformanceObserver((list) => { for (const e of list.getEntries()) longest = Math.max(longest, e.duration); }).observe({ type: 'longtask', buffered: true });
addEventListener('DOMContentLoaded', () => {
  new MutationObserver(() => { if (document.documentElement.dataset.ready) window.usable ??= performance.now(); }).observe(document.documentElement, { attributes: true });
});
"""
FIGURES = """() => {
  const [page] = performance.getEntriesByType('navigation');
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  return { 'first byte': page.responseStart, 'last byte': page.responseEnd, 'first paint': paint.startTime, 'first paragraphs': text, usable, 'longest task': longest };
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
    "state:open",
    "state:returned",
    "state:doubtful",
    "agua",
    "voz tierra",
    "text:agua",
    "kind:heading",
    "by:ana",
    "has:comment",
    "has:draft",
    "key:97",
    "-agua state:draft",
    "term:agua",
    "check:any",
    "check:error,warning",
    "risk:high",
    "estado:borrador",
)
"""Every field that the documents name, each asked when the page has settled, and once more."""


def cookies(desk: Running) -> list[dict[str, Any]]:
    """What a browser that was here before sends along."""
    client = asyncio.run(enter(desk, "Ana"))
    return [
        {"name": name, "value": value, "url": f"http://127.0.0.1:{desk.port}"}
        for name, value in (cookie.split("=", 1) for cookie in client.cookie.split("; "))
    ]


async def opened(root: Path, name: str) -> float:
    """Milliseconds of a fresh desk's processor until a statement's first paragraph is sent: by the clock a busy machine takes longer."""
    with serving(root) as desk:
        client = await enter(desk, "Ana")
        await desk.settled()
        reader, writer = await asyncio.open_connection("127.0.0.1", desk.port, limit=1 << 22)
        used = desk.seconds
        head = f"GET /s/en/{name} HTTP/1.1\r\nHost: {client.host}\r\nCookie: {client.cookie}\r\n\r\n"
        writer.write(head.encode())
        await reader.readuntil(b'<section class="row"')
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
    asked_first: dict[str, float] = field(default_factory=dict)
    """The same when nobody has asked that before."""


def look(
    desk: Running, chromium: str, known: list[dict[str, Any]], name: str, loads: int, *, work: bool
) -> Looked:
    """A statement loaded again and again, then worked in if `work`."""
    from playwright.sync_api import sync_playwright

    found = Looked()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=BROWSER)
        for _ in range(loads):
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
            if work and len(found.loads) == loads:
                found.steps = page.evaluate(STEP, STEPS)
                found.typed = page.evaluate(TYPED, STEPS)
                found.asked_first = page.evaluate(FILTER, QUERIES)
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
                f"{paragraphs:,} paragraphs, opened cold: {spent:.0f} ms of processor until its first paragraph is sent"
            )
        for name in LENGTHS:
            first = Looked()
            for _ in range(COLD):
                with serving(root) as desk:
                    first.loads += look(desk, chromium, cookies(desk), name, 1, work=False).loads
            _print_loads(f"the very first opening after a desk's start, {COLD} desks", name, first.loads)
        with serving(root) as desk:
            known = cookies(desk)
            for name in LENGTHS:
                _print(name, look(desk, chromium, known, name, LENGTHS[name][1] + 1, work=True))


def _print_loads(title: str, name: str, loads: list[dict[str, float]]) -> None:
    print(
        f"{LENGTHS[name][0]:,} paragraphs, {title}, milliseconds (aim: first paint {FIRST_PAINT[name]}); "
        f"load {os.getloadavg()[0]:.0f}"
    )
    for what in loads[0]:
        values = [load[what] for load in loads]
        print(f"  {what}: median {statistics.median(values):.0f}, worst {max(values):.0f}")


def _print(name: str, found: Looked) -> None:
    # The first of them opens the statement, while the desk has just started and checks it.
    loads = found.loads[1:]
    _print_loads(f"{len(loads)} loads with nothing kept in the browser", name, loads)
    for what, times in (
        ("next paragraph by key, painted", found.steps),
        ("findings after the last key (aim 150)", found.typed),
    ):
        print(f"  {what}: median {statistics.median(times):.0f}, worst {max(times):.0f} of {STEPS}")
    for what, asked in (("asked for the first time", found.asked_first), ("again", found.filters)):
        print(f"  filter, {what} (aim 100): " + ", ".join(f"{q} {time:.0f}" for q, time in asked.items()))
