"""When an engine lost a held term: its own rendering of the term found in the plain answer, and replaced."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..language.text import fold
from ..passage import Held


def repair(text: str, lost: Sequence[Held], renderings: Sequence[str]) -> tuple[str, list[Held]]:
    """The plain answer with each lost term's target in it, and the terms that could not be put in.

    `renderings` are the engine's translations of the lost terms alone. A term is put in place of
    its rendering, or of its untranslated source; only where there are exactly as many such places
    as the text has lost terms of that source, so that no other word is taken for it.
    """
    missing: list[Held] = []
    done: set[str] = set()
    for held, rendering in zip(lost, renderings, strict=True):
        if held.source in done:
            continue
        done.add(held.source)
        same = [h for h in lost if h.source == held.source]
        places = _places(text, [held.target, rendering.strip(" .\n"), held.source], len(same))
        if places is None:
            missing += same
            continue
        for item, (start, end) in reversed(list(zip(same, places, strict=True))):
            text = text[:start] + item.target + text[end:]
    return text, missing


def _places(text: str, forms: Sequence[str], count: int) -> list[tuple[int, int]] | None:
    """Where the first of the forms is that occurs exactly that often, whatever its capitals."""
    for form in forms:
        bare = re.sub(r"^(?:the|a|an)\s+", "", form, flags=re.IGNORECASE)
        for wanted in dict.fromkeys((form, bare)):
            if not wanted or not any(c.isalnum() for c in wanted):
                continue
            edges = (r"(?<!\w)" if wanted[0].isalnum() else "", r"(?!\w)" if wanted[-1].isalnum() else "")
            body = r"\s+".join(re.escape(part) for part in wanted.split())
            found = [m.span() for m in re.finditer(edges[0] + body + edges[1], text, re.IGNORECASE)]
            if len(found) == count and all(fold(text[a:b]).split() == fold(wanted).split() for a, b in found):
                return found
    return None
