"""How a language model is asked: prompt templates, one TOML file each, ours here and a user's own anywhere.

    ask = "chat"               # or "completion": a text to be continued
    models = ["*instruct*"]    # names of the models it is for; of several that fit, the longest pattern counts
    stop = ["\\n"]              # strings at which an answer ends
    system = "…"               # chat only; may be left out
    user = "…"                 # the question, or the text to be continued

`system` and `user` are Jinja templates with the fields of `FIELDS`.
"""

from __future__ import annotations

import fnmatch
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, meta
from jinja2.sandbox import SandboxedEnvironment

from ....errors import Unavailable
from ....messages import Message
from ..messages import PROMPT_BROKEN, PROMPT_FIELD, PROMPT_LACKS, PROMPT_UNREADABLE, PROMPT_VALUE

FIELDS = (
    "source",  # the source's language in English, such as Spanish
    "target",
    "source_code",  # its tag, such as es
    "target_code",
    "text",  # what is to be translated
    "before",  # the paragraph before it in the statement, or empty
    "after",
    "names",  # names and terms that must appear in the translation
    "fault",  # what was wrong with the last answer, or empty
)
"""What a template may use."""
_KINDS = ("chat", "completion")


@dataclass(frozen=True, slots=True)
class Prompt:
    """A template that was read."""

    name: str
    """Its file's name without extension, or the path of a user's own."""
    kind: str
    """`chat` or `completion`."""
    user: str
    """The question."""
    system: str = ""
    """What is said before it; may be empty."""
    stop: tuple[str, ...] = ()
    """Strings at which an answer ends."""
    models: tuple[str, ...] = ()
    """Patterns of the names of models it is for."""
    fingerprint: str = ""
    """Hash of the file."""

    def filled(self, values: Mapping[str, Any]) -> tuple[str, str]:
        """The system's part and the user's, with those values of `FIELDS` in them."""
        env = _environment()
        system, user = (env.from_string(part).render(**values).strip() for part in (self.system, self.user))
        return system, user


@cache
def _environment() -> SandboxedEnvironment:
    return SandboxedEnvironment(autoescape=False)  # a plain text for a model: nothing is escaped


def chosen(model: str, wanted: str = "") -> Prompt:
    """The prompt for a model: the one that is wanted by name or path, else the one that fits the model's name best.

    Raises Unavailable for a file that cannot be used; the message says what is wrong with it.
    """
    if wanted:
        return _ours().get(wanted) or _read(Path(wanted).expanduser())
    fitting = (
        (len(pattern), name)
        for name, prompt in _ours().items()
        for pattern in prompt.models
        if fnmatch.fnmatchcase(model.lower(), pattern)
    )
    return _ours()[max(fitting)[1]]


@cache
def _ours() -> dict[str, Prompt]:
    found = (entry for entry in files(__name__).iterdir() if entry.name.endswith(".toml"))
    prompts = (_made(entry.read_bytes(), entry.name.removesuffix(".toml"), entry.name) for entry in found)
    return {prompt.name: prompt for prompt in prompts}


def _read(path: Path) -> Prompt:
    try:
        data = path.read_bytes()
    except OSError as cause:
        raise Unavailable(PROMPT_UNREADABLE(file=str(path), known=tuple(sorted(_ours())))) from cause
    return _made(data, str(path), str(path))


def _made(data: bytes, name: str, file: str) -> Prompt:
    """Raises Unavailable."""
    try:
        table = tomllib.loads(data.decode())
    except (ValueError, RecursionError) as cause:
        raise Unavailable(PROMPT_BROKEN(file=file, detail=str(cause).splitlines()[0])) from cause
    kind, stop, models = table.get("ask", "chat"), table.get("stop", []), table.get("models", [])
    parts = {part: table.get(part, "") for part in ("system", "user")}
    if problem := _wrong(file, kind, {"stop": stop, "models": models}, parts):
        raise Unavailable(problem)
    made = blake2b(data, digest_size=8).hexdigest()
    return Prompt(name, kind, parts["user"], parts["system"], tuple(stop), tuple(models), made)


def _wrong(
    file: str, kind: object, lists: Mapping[str, object], parts: Mapping[str, object]
) -> Message | None:
    """What cannot be used of a template."""
    if kind not in _KINDS:
        return PROMPT_VALUE(file=file, row="ask", wanted='"chat" or "completion"')
    for row, value in lists.items():
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            return PROMPT_VALUE(file=file, row=row, wanted='["…", "…"]')
    fields: set[str] = set()
    for row, part in parts.items():
        if not isinstance(part, str):
            return PROMPT_VALUE(file=file, row=row, wanted='"…"')
        try:
            fields = meta.find_undeclared_variables(_environment().parse(part))
        except TemplateError as cause:
            return PROMPT_BROKEN(file=file, detail=f"{row}: {str(cause).splitlines()[0]}")
        if strange := sorted(fields - set(FIELDS)):
            return PROMPT_FIELD(file=file, row=row, field=strange[0], known=FIELDS)
    return None if "text" in fields else PROMPT_LACKS(file=file)
