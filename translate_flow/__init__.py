"""Translate public statements: segments, drafts with protected names, tracked edits, aligned text."""

__version__ = "0.1.0.dev0"
