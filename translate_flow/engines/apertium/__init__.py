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
from ...messages import Message
from .. import EngineFacts
from .. import messages as about
from .engine import ApertiumEngine
from .messages import NO_PAIR, NO_PAIRS, NOT_INSTALLED, PROGRAM_MISSING
from .modes import find_mode, package_of, pairs, read_mode


class ApertiumFactory:
    """Facts about Apertium on this machine, and how to start it."""

    name = "apertium"
    private = True
    description = about.APERTIUM()

    def facts(self) -> EngineFacts:
        """Every language pair installed."""
        return EngineFacts(pairs=tuple(pairs()), quality={("es", "en"): 46.8})

    def missing(self, source: str, target: str) -> Message | None:
        """Why it cannot run here for that language pair, with the remedy; None if it can."""
        if which("lt-proc") is None or which("apertium") is None:
            return NOT_INSTALLED()
        file = find_mode(source, target)
        if file is None:
            known = tuple(f"{a}-{b}" for a, b in pairs())
            return NO_PAIR(source=source, target=target, pairs=known or NO_PAIRS())
        absent = [argv[0] for argv in read_mode(file).programs if which(argv[0]) is None]
        if absent:
            return PROGRAM_MISSING(name=absent[0], package=package_of(absent[0]))
        return None

    def start(self, source: str, target: str, *, timeout: float = 30.0) -> ApertiumEngine:
        """A running engine for that pair of language tags. Raises Unavailable.

        `timeout` is how many seconds may pass without any answer before the chain of
        programs is held for dead; longer passages get more.
        """
        if why := self.missing(source, target):
            raise Unavailable(why)
        file = find_mode(source, target)
        assert file is not None  # or it would be missing
        return ApertiumEngine(read_mode(file), timeout=timeout)


APERTIUM = ApertiumFactory()

__all__ = ["APERTIUM", "ApertiumEngine", "ApertiumFactory"]
