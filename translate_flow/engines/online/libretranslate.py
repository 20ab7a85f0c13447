"""LibreTranslate: free software, on a server of one's own choice, which may be this machine."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import ClassVar

from ...errors import Unavailable
from ...messages import Message
from .. import EngineFacts
from .. import messages as about
from .address import host, loopback, own_network
from .factory import Online
from .messages import NEEDS_SERVER, NOT_AN_ADDRESS, NOT_ENCRYPTED
from .service import Asked, Send, Service, primary, secret, variable
from .wire import Request

LONGEST = 2_000
"""Characters one request may hold: what the project's own public server takes."""
ADDRESS = variable("libretranslate", "URL")
"""Environment variable of the server's address."""


@dataclass(frozen=True)
class LibreTranslate(Online):
    """Factory of the engine `libretranslate`; without an `endpoint` the environment gives the server."""

    name: ClassVar[str] = "libretranslate"
    description: ClassVar[Message | str] = about.LIBRETRANSLATE()

    @property
    def address(self) -> str:
        """The server's address without a slash at its end."""
        return (self.endpoint or os.environ.get(ADDRESS, "")).strip().rstrip("/").removesuffix("/translate")

    @property
    def private(self) -> bool:
        """Whether the server's address itself says that it is this machine."""
        try:
            return loopback(host(self.address))
        except ValueError:
            return False

    def facts(self) -> EngineFacts:
        """What its servers take; the languages are each server's own."""
        key = variable(self.name, "KEY")
        return EngineFacts({"characters a request": LONGEST}, key=key, variables=(ADDRESS,))

    def unready(self) -> Message | None:
        """No usable address, or no usable key."""
        if not self.address:
            return NEEDS_SERVER(name=self.name, variable=ADDRESS)
        try:
            server = host(self.address)
            secret(self.name)
        except ValueError:
            return NOT_AN_ADDRESS(name=self.name, variable=ADDRESS)
        except Unavailable as error:
            return error.message
        if self.address.lower().startswith("http://") and not own_network(server):
            return NOT_ENCRYPTED(name=self.name, variable=ADDRESS)
        return None

    def source_code(self, tag: str) -> str:
        """The language alone. Which of them the server has, only the server knows."""
        return primary(tag)

    def service(self, source: str, target: str) -> Service:
        """The server; text and key go in the body of the request, so that its logs do not show them."""
        key, url, private = secret(self.name), f"{self.address}/translate", self.private

        def ask(send: Send, asked: Asked) -> object:
            body = {"q": asked.text, "source": source, "target": target, "format": "text"}
            if key:
                body["api_key"] = key
            return send(Request("POST", url, body=body)).json()["translatedText"]

        interval = 0.0 if private else 0.75
        return Service(
            self.name, ask, _fits, source, private=private, fingerprint=url, workers=2, interval=interval
        )


def _fits(text: str) -> bool:
    return len(text) <= LONGEST


LIBRETRANSLATE = LibreTranslate()
