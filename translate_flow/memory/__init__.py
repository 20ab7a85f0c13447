"""The translation memory: what people confirmed, found again by likeness. SQL never leaves `store`, `schema`, `filling` and `queries`.

unit           what goes in, and what a lookup gives back
words          normal form, hashes, tokens and index features of a text
score          how alike two sources are
facts, guard   what they must not differ in to count as nearly the same, and whether they do
substitute     a match in which only numbers or names differ, put right
parts          sentences of a confirmed paragraph and of its translation, paired where certain
storage        what keeps the units has to do: the seam for other stores than a file
schema, store, filling, queries  the one in a SQLite file: made, damaged, filled and emptied, asked
find, search   lookups of a source, and of words on both sides, in any storage
tmx_read, tmx_write  TMX files of any size, a unit at a time
"""

from __future__ import annotations

from .find import Query, lookup, sentence
from .schema import Spoilt
from .storage import AskedMemory, MemoryStorage
from .store import Store
from .unit import MemoryMatch, StoredPair

__all__ = [
    "AskedMemory",
    "MemoryMatch",
    "MemoryStorage",
    "Query",
    "Spoilt",
    "Store",
    "StoredPair",
    "lookup",
    "sentence",
]
