"""The glossary: names and terms, found in Spanish text whatever their inflection or case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .glossary import Glossary

if TYPE_CHECKING:
    from .agreement import fitted, guess
    from .english import accepted_forms, coordinated, count_target, forbidden_spans

_LAZY = {
    "accepted_forms": "english",
    "coordinated": "english",
    "count_target": "english",
    "fitted": "agreement",
    "forbidden_spans": "english",
    "guess": "agreement",
}

__all__ = ["Glossary", "accepted_forms", "coordinated", "count_target", "fitted", "forbidden_spans", "guess"]


def __getattr__(name: str) -> Any:
    """Functions of the package's files, imported when first asked for."""
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(f".{_LAZY[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
