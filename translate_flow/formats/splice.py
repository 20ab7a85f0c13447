"""Moved to `translate_flow.splice`."""

from __future__ import annotations

from ..splice import splice

__all__ = ["splice"]
