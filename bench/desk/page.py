"""A long statement in a real browser: its first paint, when one can work, the next paragraph by key."""

from __future__ import annotations

import asyncio
import shutil
import statistics
import tempfile
from pathlib import Path
from typing import Any

from ..measure import present
from .clients import Running, enter, serving, workspace

PARAGRAPHS = 2000
LOADS = 9
STEPS = 40
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


def cookies(desk: Running) -> list[dict[str, Any]]:
    """What a browser that was here before sends along."""
    client = asyncio.run(enter(desk, "Ana"))
    return [
        {"name": name, "value": value, "url": f"http://127.0.0.1:{desk.port}"}
        for name, value in (cookie.split("=", 1) for cookie in client.cookie.split("; "))
    ]


def look(
    desk: Running, chromium: str, known: list[dict[str, Any]]
) -> tuple[list[dict[str, float]], list[float], list[float]]:
    """Figures of each load, of each step to the next paragraph, and of findings after the last key, in milliseconds."""
    from playwright.sync_api import sync_playwright

    loads = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=BROWSER)
        for _ in range(LOADS + 1):
            context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en")
            context.add_cookies(known)
            context.add_init_script(WATCH)
            page = context.new_page()
            # One comes from another page of the desk: its process is there, but none of these files.
            page.goto(f"http://127.0.0.1:{desk.port}/favicon.ico")
            page.goto(f"http://127.0.0.1:{desk.port}/s/en/long")
            page.wait_for_selector("html[data-ready]")
            page.wait_for_timeout(300)
            loads.append(page.evaluate(FIGURES))
            if len(loads) > LOADS:
                steps = page.evaluate(STEP, STEPS)
                typed = page.evaluate(TYPED, STEPS)
            context.close()
        browser.close()
    return loads, steps, typed


def long_page() -> None:
    """Print the figures."""

    if not present("chromium"):
        return
    chromium = shutil.which("chromium") or ""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "w"
        workspace(root, {"long": PARAGRAPHS}, drafted=True)
        with serving(root) as desk:
            loads, steps, typed = look(desk, chromium, cookies(desk))
    print(
        f"a statement of {PARAGRAPHS:,} paragraphs, {LOADS} loads with nothing kept in the browser, milliseconds"
    )
    # The first of them opens the statement, while the desk has just started and checks it.
    first, *others = loads
    for what in first:
        values = [load[what] for load in others]
        print(
            f"  {what}: median {statistics.median(values):.0f}, worst {max(values):.0f}; at first {first[what]:.0f}"
        )
    print(
        f"  next paragraph by key, painted: median {statistics.median(steps):.0f}, worst {max(steps):.0f} of {STEPS}"
    )
    print(
        f"  findings after the last key: median {statistics.median(typed):.0f}, worst {max(typed):.0f} of {STEPS}"
    )
