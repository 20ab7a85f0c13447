"""Outputs of `build`: one file each, one row each in `OUTPUTS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import entry_points

from ..errors import UsageError
from ..model import Edition
from ..typeset.labels import MACHINE, OUTDATED, UNTRANSLATED

__all__ = ["MACHINE", "OUTDATED", "OUTPUTS", "UNTRANSLATED", "Output", "load"]


@dataclass(frozen=True, slots=True)
class Output:
    """A file made of one edition."""

    name: str
    """What `build --format` calls it."""
    file: str
    """File name in the build folder, such as `bilingual.html`."""
    description: str
    """One line for help and docs."""
    make: Callable[[Edition], bytes]
    """The file's bytes; same edition, same bytes. Unconfirmed text is marked as machine text."""


OUTPUTS: dict[str, str] = {
    "page-html": ".page_html:PAGE_HTML",
    "page-md": ".page_md:PAGE_MD",
    "bilingual": ".bilingual:BILINGUAL",
    "tsv": ".tsv:TSV",
    "jsonl": ".jsonl:JSONL",
    "txt": ".txt:TXT",
    "tmx": ".tmx:TMX",
}
"""Name of each output and where its `Output` is defined."""


def load(name: str) -> Output:
    """The output of that name, ours or a third party's (entry points `translate_flow.outputs`)."""
    if name in OUTPUTS:
        module, attribute = OUTPUTS[name].split(":")
        found = getattr(import_module(module, __name__), attribute)
        assert isinstance(found, Output)
        return found
    for entry in entry_points(group="translate_flow.outputs", name=name):
        found = entry.load()
        if isinstance(found, Output):
            return found
    raise UsageError(f"{name}: no such output; known are {', '.join(sorted(OUTPUTS))}")
