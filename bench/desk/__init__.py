"""The desk: many people at once, one who saves, a long statement's page, a workspace of many statements.

    python -m bench.desk [PEOPLE…] [crowd] [saves] [page] [many]

Without words all parts are run, with 1 and with 50 people.
"""

from __future__ import annotations

import sys

PARTS = ("crowd", "saves", "page", "many")


def main() -> None:
    """Run the parts asked for and print their figures; exit 1 if an edit was lost or mixed."""
    from .crowd import crowd
    from .many import many_statements
    from .page import long_page
    from .saves import one_person

    people = [int(word) for word in sys.argv[1:] if word.isdigit()]
    parts = [word for word in sys.argv[1:] if word in PARTS] or (["crowd"] if people else PARTS)
    lost = [n for n in people or (1, 50) if "crowd" in parts and not crowd(n)]
    if "saves" in parts:
        one_person()
    if "page" in parts:
        long_page()
    if "many" in parts:
        many_statements()
    if lost:
        raise SystemExit(1)
