"""What every online engine's factory does; a service's file adds what is its own."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import ClassVar

from ...errors import Unavailable
from ...messages import Message
from .. import EngineFacts
from ..messages import SAME_LANGUAGE, UNKNOWN_LANGUAGE
from .adapter import OnlineEngine
from .pace import Limits, Timing
from .service import Service, extra_missing, primary


@dataclass(frozen=True)
class Online(ABC):
    """Factory of an online engine; see the Factory protocol.

    The fields are for tests and for programs that bring their own server; nothing in the
    workspace or the environment changes them.
    """

    endpoint: str = ""
    """Where requests go."""
    limits: Limits = field(default_factory=Limits)
    """How patient to be with the service."""
    timing: Timing = field(default_factory=Timing)
    """Clock, pauses and dice."""

    name: ClassVar[str]
    description: ClassVar[Message | str]

    @property
    def private(self) -> bool:
        """Whether the text stays on this machine."""
        return False

    @abstractmethod
    def facts(self) -> EngineFacts:
        """What is known of the service without asking it."""

    def missing(self, source: str, target: str) -> Message | None:
        """Why it cannot run here for that pair of language tags, with the remedy; None if it can."""
        if reason := extra_missing(self.name) or self.unready():
            return reason
        if primary(source) == primary(target):
            return SAME_LANGUAGE(name=self.name, source=source, target=target)
        for tag, code in ((source, self.source_code(source)), (target, self.target_code(target))):
            if not code:
                return UNKNOWN_LANGUAGE(name=self.name, tag=tag)
        return None

    def start(self, source: str, target: str) -> OnlineEngine:
        """A running engine for that pair. Raises Unavailable."""
        if reason := self.missing(source, target):
            raise Unavailable(reason)
        service = self.service(self.source_code(source), self.target_code(target))
        return OnlineEngine(service, self.limits, self.timing)

    def unready(self) -> Message | None:
        """What is missing for every pair, such as a key, with the remedy; or None."""
        return None

    def source_code(self, tag: str) -> str:
        """The service's name of a language to translate from; empty if it has none."""
        return primary(tag)

    def target_code(self, tag: str) -> str:
        """The service's name of a language to translate to; empty if it has none."""
        return self.source_code(tag)

    @abstractmethod
    def service(self, source: str, target: str) -> Service:
        """The service for that pair of its own language codes."""
