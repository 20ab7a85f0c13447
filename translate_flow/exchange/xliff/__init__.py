"""XLIFF: 1.2 (OASIS standard, 2008) and 2.0, 2.1, 2.2 (OASIS standards of 2014, 2018 and 2025)."""

from __future__ import annotations
