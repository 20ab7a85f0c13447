"""What is said about engines of every kind."""

from __future__ import annotations

from ..messages import Table

define = Table("engines")

UNKNOWN = define("unknown", "{name}: unknown engine; known engines: {known}")
CLOSED = define("closed", "{name}: the engine was closed; start it again")
SAME_LANGUAGE = define(
    "same-language", "{name} cannot translate from {source} to {target}: they are the same language"
)
UNKNOWN_LANGUAGE = define(
    "unknown-language", "{name} does not support the language {tag}; choose another engine"
)

APERTIUM = define(
    "apertium", "Apertium on this machine: private, instant, a gist rather than a finished text"
)
FIREFOX = define("firefox", "Firefox's neural models on this machine: private, a good draft; one download")
DEEPL = define("deepl", "DeepL; needs a key; the text leaves this machine")
GOOGLE = define("google", "Google Translate's public page; no key; the text leaves this machine")
LIBRETRANSLATE = define("libretranslate", "a LibreTranslate server; private if it runs on this machine")
MICROSOFT = define("microsoft", "Microsoft Translator; needs a key; the text leaves this machine")
MYMEMORY = define(
    "mymemory", "MyMemory's public memory; no key, a small daily quota; the text leaves this machine"
)
FAKE = define("fake", "For tests: marks every word instead of translating it")
LLM = define(
    "llm", "a language model on a server such as Ollama or llama.cpp; private if it runs on this machine"
)
