"""Firefox Translations: small neural models that run on this machine, nearly as good as those online.

models    the model files: where they lie, how they are copied there
mozilla   the same files from Mozilla's servers
verify    whether they are what they should be, before the compiled engine sees them
engine    passages through one model, or two by way of English
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import Unavailable
from ...messages import Message
from .. import EngineFacts
from .. import messages as about
from .engine import FirefoxEngine
from .messages import NO_MODEL, NOT_INSTALLED
from .models import download, folder, install, installed, route

if TYPE_CHECKING:
    from .mozilla import Progress


class FirefoxFactory:
    """Facts about Firefox's models on this machine, and how to start them."""

    name = "firefox"
    private = True
    description = about.FIREFOX()

    @property
    def installed(self) -> bool:
        """Whether the packages are there that run models and fetch them."""
        return find_spec("fxtranslate") is not None and find_spec("httpx") is not None

    def facts(self) -> EngineFacts:
        """The pairs that have their model here."""
        return EngineFacts(pairs=tuple(installed()), quality={("es", "en"): 57.7})

    def missing(self, source: str, target: str) -> Message | None:
        """Why it cannot run here for that language pair, with the remedy; None if it can."""
        if find_spec("fxtranslate") is None:
            return NOT_INSTALLED()
        if not route(source, target):
            return NO_MODEL(source=source, target=target)
        return None

    def start(self, source: str, target: str) -> FirefoxEngine:
        """A running engine for that pair of language tags. Raises Unavailable."""
        if why := self.missing(source, target):
            raise Unavailable(why)
        return FirefoxEngine(route(source, target))

    def get(
        self, source: str, target: str, origin: Path | None = None, progress: Progress | None = None
    ) -> Path:
        """Put the model of a pair into its folder, and return that.

        From the files in the folder `origin`, or, without one, from Mozilla's servers: model
        files come, and nothing but the names of the languages is sent. Raises Unavailable.
        """
        if find_spec("fxtranslate") is None:
            raise Unavailable(NOT_INSTALLED())
        if origin is not None:
            install(source, target, origin)
        else:
            if find_spec("httpx") is None:
                raise Unavailable(NOT_INSTALLED())
            download(source, target, progress)
        return folder()


FIREFOX = FirefoxFactory()

__all__ = ["FIREFOX", "FirefoxEngine", "FirefoxFactory"]
