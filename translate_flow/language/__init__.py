"""What is known of a language: words, sentences, numbers, spelling; data per language, and the functions on it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .knowledge import Language, known, of

__all__ = ["Language", "known", "of"]


def __getattr__(name: str) -> object:
    """Loads what is known of languages when it is first asked for: `translate-flow --help` needs none of it."""
    if name in __all__:
        from . import knowledge

        return getattr(knowledge, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
