"""Why a person should look at a paragraph that was aligned."""

from __future__ import annotations

from ..messages import Table

define = Table("align")

LITTLE_EVIDENCE = define("little-evidence", "weak evidence that they belong together")
NEXT_TOO = define("next-too", "contains the next paragraph as well")
CUT = define("cut", "cut from a paragraph that covers several")
SHORT = define("short", "much shorter than usual: a part may be missing")
LONG = define("long", "much longer than usual: part of it may belong to another paragraph")
NUMBERS_DIFFER = define("numbers-differ", "numbers differ: {numbers}")
MOVED = define("moved", "found at another place in the translation")
