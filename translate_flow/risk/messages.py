"""What speaks against a draft, so that it should be read first."""

from __future__ import annotations

from ..messages import Table

define = Table("risk")

NO_TEXT = define("no-text", "no text")
MEMORY_MATCH = define("memory-match", "memory match of only {score} %")
UNTRANSLATED = define("untranslated", "words left untranslated: {words}")
LONG = define("long", "unusually long")
SHORT = define("short", "unusually short")
SMALL_WORDS = define("small-words", "many small words: may follow the source word by word")
CLAUSES = define("clauses", "many clauses")
