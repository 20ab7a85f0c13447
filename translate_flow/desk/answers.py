"""Requests taken apart and answers put together, the same way for all of them."""

from __future__ import annotations

import functools
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from ..catalogue.messages import WRITE_UTF_8
from ..errors import Away, ConflictError, NotAllowed, TranslateFlowError, UsageError
from ..files.messages import described
from .desk import Desk
from .messages import FIELD_MISSING, NOT_JSON, NOT_JSON_OBJECT
from .session import Session, session


@dataclass(frozen=True, slots=True)
class Call:
    """One request of a page's script."""

    request: Request
    desk: Desk
    session: Session
    data: dict[str, Any]
    """The JSON body, or the query's parameters."""

    def text(self, name: str, default: str | None = None, *, typed: bool = False) -> str:
        """A parameter that is a text. Raises UsageError if it is missing or of another type.

        Half of a character that needs two, which JavaScript can send, is refused, but in what is being typed.
        """
        value = self.data.get(name, default)
        if not isinstance(value, str):
            raise UsageError(FIELD_MISSING(field=name))
        whole = value.encode("utf-8", "replace").decode()
        if whole != value and not typed:
            raise UsageError(WRITE_UTF_8())
        return whole

    def texts(self, name: str) -> list[str]:
        """A parameter that is a list of texts; empty if it is missing."""
        value = self.data.get(name, [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise UsageError(FIELD_MISSING(field=name))
        return value


Act = Callable[[Call], Awaitable[Any]]
Endpoint = Callable[[Request], Awaitable[Response]]


def api(act: Act) -> Endpoint:
    """An endpoint for scripts: JSON in, JSON out, errors as `{"error": …}` in the interface's language."""

    @functools.wraps(act)
    async def endpoint(request: Request) -> Response:
        desk: Desk = request.app.state.desk
        who = session(request, desk.workspace)
        try:
            data = await _data(request)
            answer = await act(Call(request, desk, who, data))
        except TranslateFlowError as error:
            return JSONResponse({"error": who.locale.translate(error.message)}, status_of(error))
        except OSError as error:  # a folder that cannot be written, a full disk
            return JSONResponse({"error": who.locale.translate(described(error))}, 422)
        except ClientDisconnect:
            return JSONResponse({"error": who.locale.say("The request is too large.")}, 413)
        return answer if isinstance(answer, Response) else JSONResponse(answer)

    return endpoint


def status_of(error: TranslateFlowError) -> int:
    """HTTP status of an error."""
    if isinstance(error, NotAllowed):
        return 403
    if isinstance(error, Away):
        return 503
    return 409 if isinstance(error, ConflictError) else 400 if isinstance(error, UsageError) else 422


async def _data(request: Request) -> dict[str, Any]:
    if request.method == "GET":
        return dict(request.query_params)
    if not request.headers.get("content-type", "").startswith("application/json"):
        return dict(request.query_params)
    try:
        data = json.loads(await request.body())
    except (ValueError, RecursionError):
        raise UsageError(NOT_JSON()) from None
    if not isinstance(data, dict):
        raise UsageError(NOT_JSON_OBJECT())
    return data
