"""The review table in Word: written and read."""

from __future__ import annotations

from .docx_read import read, untouched
from .docx_write import write

__all__ = ["read", "untouched", "write"]
