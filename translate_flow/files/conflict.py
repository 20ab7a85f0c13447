"""The marks that git leaves in a text file where a merge could not decide. Pure."""

from __future__ import annotations

import re

_MARK = re.compile(r"(<{7} |\|{7}( |$)|={7}$|>{7} ).*")


def is_mark(line: str) -> bool:
    """Whether the line is one of git's: `<<<<<<< OURS`, `||||||| BASE`, `=======` or `>>>>>>> THEIRS`."""
    return line[:7] in _SIGNS and _MARK.fullmatch(line) is not None


_SIGNS = frozenset(sign * 7 for sign in "<|=>")


def first_mark(text: str) -> int:
    """Number of the line, from 1, in which the first conflict begins; 0 if there is none."""
    if "<<<<<<< " not in text:
        return 0
    lines = enumerate(text.split("\n"), 1)
    return next((n for n, line in lines if line.startswith("<<<<<<< ")), 0)


def sides(text: str) -> tuple[str, str] | None:
    """The text as either side has it; None if the marks do not fit each other."""
    ours: list[str] = []
    theirs: list[str] = []
    within = ""
    for line in text.split("\n"):
        sign = line[:1] if is_mark(line) else ""
        if (
            sign
            and sign != {"": "<", "<": "|=", "|": "=", "=": ">"}[within][:1]
            and not (within == "<" and sign == "=")
        ):
            return None
        if sign:
            within = "" if sign == ">" else sign
            continue
        if within in ("", "<"):
            ours.append(line)
        if within in ("", "="):
            theirs.append(line)
    return None if within else ("\n".join(ours), "\n".join(theirs))
