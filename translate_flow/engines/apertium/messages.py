"""What is said about Apertium."""

from __future__ import annotations

from ...messages import Table

define = Table("engines.apertium")

NOT_INSTALLED = define(
    "not-installed", "Apertium is not installed: apt-get install apertium apertium-eng-spa"
)
NO_PAIR = define(
    "no-pair",
    "Apertium has no data for {source}-{target} here (installed: {pairs}): "
    "apt-cache search apertium- shows the language pairs to install",
)
NO_PAIRS = define("no-pairs", "none")
PROGRAM_MISSING = define(
    "program-missing", "Apertium's program {name} is not installed: apt-get install {package}"
)
PROGRAM_FAILS = define("program-fails", "Apertium's program {name} cannot be started: {cause}")
MODE_UNREADABLE = define("mode-unreadable", "{file}: Apertium's mode file cannot be read: {cause}")
MODE_EMPTY = define("mode-empty", "{file}: Apertium's mode file names no programs")
UNTRANSLATABLE = define(
    "untranslatable", "apertium: a passage of {n} characters cannot be translated: {cause}"
)
TIMED_OUT = define("timed-out", "Apertium stopped answering")
PIPE_FAILED = define("pipe-failed", "a pipe of Apertium failed")
PROGRAM_ENDED = define("program-ended", "a program of Apertium ended")
PROGRAM_DEAF = define("program-deaf", "a program of Apertium accepts no more text")
OUTPUT_CLOSED = define("output-closed", "a program of Apertium closed its output")
TOO_MANY_ANSWERS = define("too-many-answers", "Apertium answered more often than it was asked")
WRONG_ANSWER = define("wrong-answer", "an answer of Apertium does not belong to its text")
EMPTY_ANSWER = define("empty-answer", "Apertium gave an empty answer")
