"""The glossary: names and terms, found in Spanish text whatever their inflection or case."""

from __future__ import annotations

from .glossary import Glossary

__all__ = ["Glossary"]
