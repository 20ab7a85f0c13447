"""A memory in a temporary folder, and the glossary its tests use."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from translate_flow.glossary import Glossary
from translate_flow.memory import Store, StoredPair
from translate_flow.model import Term

GLOSSARY = Glossary(
    [
        Term("Red Muqui", "Muqui Network", kind="organisation", article=True),
        Term("Liga Agraria", "Agrarian League", kind="organisation", article=True),
        Term("Dina Boluarte", "", kind="person"),
        Term("Alberto Otárola", "", kind="person"),
    ]
)


@contextmanager
def filled(*pairs: StoredPair | tuple[str, str]) -> Iterator[Store]:
    """A store that holds these pairs as one file."""
    made = [p if isinstance(p, StoredPair) else StoredPair(*p, "en") for p in pairs]
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.open(Path(folder) / "m.sqlite", "es", ["en"]) as store,
    ):
        store.take_in("one.tmx", "1", made)
        yield store
