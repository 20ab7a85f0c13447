"""Apertium's mode files: which language pairs are installed, and the programs each one chains."""

from __future__ import annotations

import os
import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from ...errors import Unavailable
from ...files.messages import cause as because
from ...language.text import digest
from .messages import MODE_EMPTY, MODE_UNREADABLE

_CODES = {
    "an": "arg", "ar": "ara", "ast": "ast", "be": "bel", "bg": "bul", "br": "bre", "ca": "cat", "cy": "cym",
    "da": "dan", "en": "eng", "eo": "epo", "es": "spa", "eu": "eus", "fr": "fra", "gl": "glg", "hi": "hin",
    "is": "isl", "it": "ita", "kk": "kaz", "mk": "mkd", "mt": "mlt", "nb": "nob", "nl": "nld", "nn": "nno",
    "oc": "oci", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "sc": "srd", "sl": "slv", "sv": "swe",
    "tr": "tur", "tt": "tat", "uk": "ukr", "ur": "urd",
}  # fmt: skip
_TAGS = {long: short for short, long in _CODES.items()}
_PAIR = re.compile(r"([a-z]{2,3}(?:_[A-Za-z]+)?)-([a-z]{2,3}(?:_[A-Za-z]+)?)")


_PACKAGES = {
    "cg-proc": "cg3", "lrx-proc": "apertium-lex-tools", "lsx-proc": "apertium-separable", "rtx-proc": "apertium-recursive",
    "hfst-proc": "hfst", "apertium-anaphora": "apertium-anaphora", "lt-proc": "lttoolbox",
}  # fmt: skip
"""Debian's packages of the programs that modes chain; the others are in `apertium`."""


@dataclass(frozen=True, slots=True)
class Mode:
    """What a mode file says."""

    name: str
    """Such as `spa-eng`."""
    programs: tuple[tuple[str, ...], ...]
    """Arguments of each program, in the order of the chain; null flush on, unknown words unmarked."""
    analysed: int
    """How many of them have run when the text is analysed (after the first `lt-proc`)."""
    looked_up: int
    """How many have run after the bilingual lookup; equal to `analysed` if there is none."""

    @property
    def fingerprint(self) -> str:
        """Changes with the pair's dictionaries and rules, and with the program's own: their sizes and times.

        Its own too, as one version of the program may have several states in somebody's copy of the repository.
        """
        files = [Path(word) for argv in self.programs for word in argv if "/" in word]
        own = Path(__file__).parent
        files += sorted(
            [*own.rglob("*.py"), *own.rglob("*.tsv"), *own.parents[1].glob("language/data/*.toml")]
        )
        stats = [file.stat() for file in files if file.is_file()]
        return digest(" ".join(f"{stat.st_size} {stat.st_mtime_ns}" for stat in stats))

    @property
    def target(self) -> str:
        """Apertium's code of the target language, without region."""
        return self.name.split("-")[1].split("_")[0]


def folders() -> list[Path]:
    """Folders that may hold mode files, the likeliest first."""
    found = []
    if given := os.environ.get("APERTIUM_DATADIR"):
        found.append(Path(given) / "modes")
    if program := which("apertium"):
        found.append(Path(program).resolve().parent.parent / "share" / "apertium" / "modes")
    found += [Path("/usr/share/apertium/modes"), Path("/usr/local/share/apertium/modes")]
    return [folder for folder in dict.fromkeys(found) if folder.is_dir()]


def pairs() -> list[tuple[str, str]]:
    """Installed pairs as pairs of language tags, such as `("es", "en")` and `("es", "en-US")`."""
    found = set()
    for folder in folders():
        for file in folder.glob("*.mode"):
            if match := _PAIR.fullmatch(file.stem):
                found.add((_tag(match[1]), _tag(match[2])))
    return sorted(found)


def find_mode(source: str, target: str) -> Path | None:
    """The mode file for a pair of language tags; a tag with a region falls back to the language."""
    for folder in folders():
        for left in _codes(source):
            for right in _codes(target):
                file = folder / f"{left}-{right}.mode"
                if file.is_file():
                    return file
    return None


def read_mode(file: Path) -> Mode:
    """A mode file as arguments for each program. Raises Unavailable if it is not a chain of programs."""
    try:
        words = shlex.split(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as cause:
        why = because(cause) if isinstance(cause, OSError) else str(cause)
        raise Unavailable(MODE_UNREADABLE(file=str(file), cause=why)) from cause
    programs: list[tuple[str, ...]] = []
    analysed = looked_up = 0
    for argv in _split(words):
        programs.append(_arguments(argv))
        if not analysed:
            analysed = len(programs)
            if which("apertium-wblank-attach") and which("apertium-wblank-detach"):
                programs.append(("apertium-wblank-attach",))
                analysed += 1
        if argv[0] == "lt-proc" and ("-b" in argv or "--bilingual" in argv):
            looked_up = len(programs)
        if argv[0] == "lt-proc" and "$1" in argv and ("apertium-wblank-attach",) in programs:
            programs.insert(-1, ("apertium-wblank-detach",))
    if not looked_up and ("apertium-wblank-attach",) in programs:
        # A transfer that looks words up by itself, as older pairs have it, spoils word-bound blanks.
        programs = [argv for argv in programs if not argv[0].startswith("apertium-wblank")]
        analysed -= 1
    if not programs or not analysed:
        raise Unavailable(MODE_EMPTY(file=str(file)))
    return Mode(file.stem, tuple(programs), analysed, looked_up or analysed)


def package_of(program: str) -> str:
    """Debian's package that has a program of a mode."""
    return _PACKAGES.get(program, "apertium")


def _split(words: list[str]) -> list[list[str]]:
    """The words between the pipe characters."""
    parts: list[list[str]] = [[]]
    for word in words:
        if word == "|":
            parts.append([])
        else:
            parts[-1].append(word)
    return [part for part in parts if part]


def _arguments(argv: list[str]) -> tuple[str, ...]:
    """Arguments for a run that flushes at each NUL and leaves unknown words unmarked.

    `$1` stands for the generator's option (`-g` marks unknown words, `-n` does not), `$2` for
    one of the tagger that shows all readings; `apertium-wblank-*` flush by themselves.
    """
    rest = ["-n" if word == "$1" else word for word in argv[1:] if word != "$2"]
    flush = [] if argv[0].startswith("apertium-wblank") or "-z" in rest else ["-z"]
    return (argv[0], *flush, *rest)


def _codes(tag: str) -> list[str]:
    """Apertium's names for a language tag, the most exact first."""
    language, _, region = tag.replace("_", "-").partition("-")
    language = language.lower()
    bases = list(dict.fromkeys([_CODES.get(language, language), language]))
    return [f"{base}_{region.upper()}" for base in bases if region] + bases


def _tag(code: str) -> str:
    language, _, region = code.partition("_")
    return _TAGS.get(language, language) + (f"-{region}" if region else "")


def version() -> str:
    """Version of the installed Apertium, such as `3.8.3`; `unknown` if it does not say.

    The command is a script that has it in its first lines; reading it is cheaper than running it.
    """
    program = which("apertium")
    if program is None:
        return "unknown"
    try:
        with Path(program).open("rb") as file:
            head = file.read(2048)
    except OSError:
        return "unknown"
    match = re.search(rb"Apertium (\d+(?:\.\d+)+)", head)
    return match[1].decode() if match else "unknown"
