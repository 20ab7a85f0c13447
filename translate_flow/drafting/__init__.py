"""Drafts by an engine, with every name, number and mark in its place.

markup, codes, numerals   what has to be held though it is in no glossary
marks                     what stands for it while an engine has the text
protect, restore          text → passage → text
english, articles         punctuation, capitals and articles after the translation
repair                    when an engine lost a term all the same
finish                    an answer made a translation, with the five above
mentions                  where a term has to be explained
queue                     segments on their way through the engine
draft                     all of it for a statement's segments
"""

from __future__ import annotations

from .draft import Draft, draft, generative
from .mentions import FirstMentions, due
from .protect import protect
from .queue import Judge
from .restore import Restored, restore

__all__ = ["Draft", "FirstMentions", "Judge", "Restored", "draft", "due", "generative", "protect", "restore"]
