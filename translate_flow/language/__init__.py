"""What is known of a language: words, sentences, numbers, spelling; data per language, and the functions on it."""

from .knowledge import Language, known, of

__all__ = ["Language", "known", "of"]
