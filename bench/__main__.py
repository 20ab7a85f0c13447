"""`make bench`: figures beside those of the peers, measured in the same run.

Name one or more benches to run only these: `python -m bench startup documents`.
"""

from __future__ import annotations

import sys
from importlib import import_module

BENCHES = (
    "startup",
    "documents",
    "catalogues",
    "drafting",
    "glossary",
    "checks",
    "review",
    "desk",
    "memory",
    "memory_text",
    "readding",
    "risk",
)


def main() -> None:
    """Run the benches named, or all."""
    for name in sys.argv[1:] or BENCHES:
        import_module(f".{name}", __package__).main()
        print()


if __name__ == "__main__":
    main()
