"""deep-translator's classes, sending through a road of ours.

They send by the module-level `requests.get` and `requests.post`, which wait for ever,
follow redirects and put text and keys into URLs. `confined` gives a subclass whose
`translate` sees an `Exchange` under the name `requests` instead. The library's own
modules stay as they are, for every other user of them in the process.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import FunctionType
from typing import Any

import requests

from ...errors import Unavailable
from .messages import UNKNOWN_LIBRARY
from .wire import Answer, Request

Send = Callable[[Request], Answer]


class Exchange:
    """Stands for the module `requests` inside one call of a deep-translator class."""

    exceptions = requests.exceptions

    def __init__(self, send: Send) -> None:
        """`send` decides about address, keys and form, and raises AttemptFailed for what is no translation."""
        self._send = send

    def get(self, url: str, *, params: Mapping[str, str] | None = None, **_: Any) -> Answer:
        """In place of `requests.get`."""
        return self._send(Request("GET", url, params or {}))

    def post(
        self, url: str, *, params: Mapping[str, str] | None = None, json: Any = None, **_: Any
    ) -> Answer:
        """In place of `requests.post`."""
        return self._send(Request("POST", url, params or {}, json))


def confined(library_class: type[Any], send: Send, **methods: Callable[..., Any]) -> type[Any]:
    """A subclass whose `translate` sends through `send`; `methods` take the place of others.

    Raises Unavailable if this deep-translator sends in a way not known here: no text may
    leave by a road without a deadline.
    """
    method = library_class.translate
    if "requests" not in method.__code__.co_names:
        raise Unavailable(UNKNOWN_LIBRARY(name=library_class.__name__))
    scope = {**method.__globals__, "requests": Exchange(send)}
    translate = FunctionType(method.__code__, scope, "translate", method.__defaults__, method.__closure__)
    return type(library_class.__name__, (library_class,), {**methods, "translate": translate})
