"""Review mode: what changed since the draft, or since one last looked; the riskiest first."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from .answers import Call


async def show(request: Request) -> Response:
    return PlainTextResponse("")


async def seen(call: Call) -> Any:
    return {}
