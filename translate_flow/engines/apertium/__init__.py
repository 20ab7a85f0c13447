"""Apertium: rule-based, free, in every Debian; the text stays on this machine.

modes    which language pairs are installed, and which programs each one chains
chain    those programs as running processes, fed and read without deadlock
stream   a passage in Apertium's stream format, and back
units    held spans as lexical units with gender and number ("lexical-unit injection")
engine   passages through the chain, pipelined, with recovery
"""

from __future__ import annotations

from shutil import which

from ...errors import Unavailable
from .. import Facts
from .engine import ApertiumEngine
from .modes import find_mode, pairs, read_mode


class ApertiumFactory:
    """Facts about Apertium on this machine, and how to start it."""

    name = "apertium"
    private = True
    description = "Apertium on this machine: private, instant, a gist rather than a finished text"

    def facts(self) -> Facts:
        """Every language pair installed."""
        return Facts(pairs=tuple(pairs()))

    def missing(self, source: str, target: str) -> str:
        """Why it cannot run here for that language pair, with the remedy; empty if it can."""
        if which("lt-proc") is None or which("apertium") is None:
            return "Apertium is not installed: apt-get install apertium apertium-eng-spa"
        file = find_mode(source, target)
        if file is None:
            known = ", ".join(f"{a}-{b}" for a, b in pairs()) or "none"
            return (
                f"Apertium has no data for {source}-{target} here (installed: {known}): "
                f"apt-cache search apertium- shows the language pairs to install"
            )
        absent = [argv[0] for argv in read_mode(file).programs if which(argv[0]) is None]
        if absent:
            return f"Apertium's program {absent[0]} is not installed: apt-get install apertium-all-dev"
        return ""

    def start(self, source: str, target: str, *, timeout: float = 30.0) -> ApertiumEngine:
        """A running engine for that pair of language tags. Raises Unavailable.

        `timeout` is how many seconds may pass without any answer before the chain of
        programs is held for dead; longer passages get more.
        """
        why = self.missing(source, target)
        file = find_mode(source, target)
        if why or file is None:
            raise Unavailable(why)
        return ApertiumEngine(read_mode(file), timeout=timeout)


APERTIUM = ApertiumFactory()

__all__ = ["APERTIUM", "ApertiumEngine", "ApertiumFactory"]
