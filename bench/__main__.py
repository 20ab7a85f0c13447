"""`make bench`: figures beside those of the peers, measured in the same run.

What they find is kept in bench/results/ (`make bench-plots` draws it). Name one or more benches to run only these: `python -m bench startup documents`; options go to the one before them:
`python -m bench inject --alarms negation-lost`.
"""

from __future__ import annotations

import sys
from compileall import compile_dir
from importlib import import_module
from pathlib import Path

import translate_flow

from .results import kept

BENCHES = (
    "startup",
    "align",
    "documents",
    "pdf",
    "building",
    "site",
    "oracle",
    "catalogues",
    "growth",
    "drafting",
    "apertium",
    "reading",
    "gate",
    "glossary",
    "checks",
    "inject",
    "review",
    "desk",
    "team",
    "memory",
    "memory_text",
    "tmx_streaming",
    "readding",
    "names",
    "risk",
    "suites",
)


def main() -> None:
    """Run the benches named, or all."""
    # As it is where it was installed; else each command would be compiled anew while it is measured.
    compile_dir(Path(translate_flow.__file__).parent, quiet=1)
    asked = sys.argv[1:]
    first = next((n for n, word in enumerate(asked) if word.startswith("-")), len(asked))
    names, options = asked[:first] or BENCHES, asked[first:]
    for name in names:
        main_of = import_module(f".{name}", __package__).main
        if options and name == names[-1]:
            main_of(options)  # what is asked for in another way than usual is not kept
        else:
            with kept(name):
                main_of()
        print()


if __name__ == "__main__":
    main()
