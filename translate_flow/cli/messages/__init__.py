"""What the commands say: here what they share, beside it a module for each theme."""

from __future__ import annotations

from ...messages import Table

define = Table("cli")

STOPPED = define("stopped", "stopped; everything finished so far is saved")
NO_SUCH_COMMAND = define("no-such-command", "No such command '{name}'{nearest}")
GIT_DRIVER = define(
    "git-driver",
    "git would merge this workspace's catalogues line by line here; run once: translate-flow init",
)
NOT_UTF8 = define("not-utf8", "{word}: not UTF-8; type it in a terminal that uses UTF-8")
TOO_LITTLE_MEMORY = define(
    "too-little-memory", "there is not enough memory for this; close other programs, or split the statement"
)
TOO_DEEP = define("too-deep", "something is nested too deeply; look at the files named last")
PROGRESS = define("progress", "{what} {name}: {at} of {of}, {rate}/s, {seconds} s left")
