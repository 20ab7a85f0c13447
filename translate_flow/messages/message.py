"""Messages as data: a template with an id, and the values that fill it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any, Union

Value = Union[str, int, float, "Message", tuple["Value", ...]]
"""What may fill a slot: text and numbers, another message, or several of these, shown with commas between."""

_SLOT = re.compile(r"\{(\w+)\}")
_TEMPLATES: dict[str, Template] = {}


@dataclass(frozen=True, slots=True)
class Template:
    """One thing the program can say, in English; called with its values it is a `Message`."""

    id: str
    """`room.name`, stable: journals, dismissals and translations refer to it."""
    text: str
    """English, with `{name}` where a value goes; the form for several if there is a form for one."""
    one: str = ""
    """English for exactly one of `count`; empty if the text has no plural."""
    count: str = ""
    """Name of the number that decides between the two forms."""

    def __post_init__(self) -> None:
        """Raises ValueError for a plural without its number."""
        if bool(self.one) != bool(self.count):
            raise ValueError(f"{self.id}: a plural needs both its form for one and its count")

    @property
    def slots(self) -> frozenset[str]:
        """Names of the values it needs."""
        return _slots(self.text, self.one, self.count)

    def __call__(self, **values: Value) -> Message:
        """The message with these values. Raises TypeError if one is missing or not known."""
        if values.keys() != self.slots:
            raise TypeError(f"{self.id}: wants {sorted(self.slots)}, was given {sorted(values)}")
        return Message(self.id, MappingProxyType(values))


@cache
def _slots(text: str, one: str, count: str) -> frozenset[str]:
    # Not looked for before a message is said: hundreds are defined whenever the program starts.
    names = frozenset(_SLOT.findall(text + one))
    return names | {count} if count else names


@dataclass(frozen=True, slots=True)
class Message:
    """Something said, not yet in words. Equal if id and values are; `str` gives its English."""

    id: str
    """Id of its template."""
    values: Mapping[str, Value] = field(default_factory=dict)
    """Value of each slot."""

    def __str__(self) -> str:
        """The message in English."""
        return words(self, lambda template, _: template)

    def __hash__(self) -> int:
        """Of id and values."""
        return hash((self.id, tuple(sorted(self.values.items(), key=lambda pair: pair[0]))))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled as id and values: the read-only view of the values cannot be."""
        return Message, (self.id, dict(self.values))

    def to_json(self) -> dict[str, Any]:
        """`{"id": …, "values": {…}}`, fit for a journal or an API; `restore` reads it back."""
        return {"id": self.id, "values": {name: _to_json(value) for name, value in self.values.items()}}


Words = Callable[[Template, bool], Template]
"""Finds a template's translation; it is given whether exactly one is counted, should a catalogue want it."""


class Table:
    """The templates of one room. Calling it defines one."""

    def __init__(self, room: str) -> None:
        """`room` begins each id."""
        self.room = room

    def __call__(self, name: str, text: str, *, one: str = "", count: str = "") -> Template:
        """Define a message. Raises ValueError if the room has one of that name already."""
        template = Template(f"{self.room}.{name}", text, one, count)
        if (
            _TEMPLATES.setdefault(template.id, template) is not template
            and _TEMPLATES[template.id] != template
        ):
            raise ValueError(f"{template.id}: defined twice")
        return template


def template(identifier: str) -> Template | None:
    """The template of that id, or None if nothing of that name has been defined in this process."""
    found = _TEMPLATES.get(identifier)
    if found is None and "." in identifier:
        # A message from a journal or another process may belong to a room that was not loaded yet.
        room = identifier.rsplit(".", 1)[0]
        above, _, last = room.rpartition(".")
        # A big room has several tables: `cli.status` is in `cli/messages/status.py`.
        inside = (f"translate_flow.{above}.messages.{last}",) if above else ()
        for place in (*inside, f"translate_flow.{room}.messages", f"translate_flow.{room}"):
            try:
                import_module(place)
            except ModuleNotFoundError:
                continue
            break
        found = _TEMPLATES.get(identifier)
    return found


def every_template() -> Mapping[str, Template]:
    """All templates of the program, by id, once each room's `messages` module has been loaded."""
    from pkgutil import walk_packages

    import translate_flow

    for module in walk_packages(translate_flow.__path__, "translate_flow."):
        if "messages" in module.name.split(".")[2:]:
            import_module(module.name)
    return MappingProxyType(_TEMPLATES)


def identity(message: Message | str) -> str:
    """Id of the message, for programs that read what it says; empty for words of others."""
    return message.id if isinstance(message, Message) and message.id != "messages.verbatim" else ""


def restore(stored: Mapping[str, Any]) -> Message:
    """The message that `to_json` made; one of a newer version keeps its id and values."""
    values = stored.get("values")
    pairs = values.items() if isinstance(values, Mapping) else ()
    return Message(str(stored.get("id", "")), {str(k): _restored(v) for k, v in pairs})


def words(message: Message, translate: Words) -> str:
    """The message in words, by the template that `translate` gives for its English one."""
    known = template(message.id)
    if known is None:
        shown = ", ".join(f"{name}: {_shown(value, translate)}" for name, value in message.values.items())
        return f"{message.id} ({shown})" if shown else message.id
    number = message.values.get(known.count) if known.count else None
    single = number == 1
    said = translate(known, single)
    text = said.one if single and said.one else said.text
    return _SLOT.sub(lambda slot: _filled(slot, message.values, translate), text)


def _filled(slot: re.Match[str], values: Mapping[str, Value], translate: Words) -> str:
    return _shown(values[slot[1]], translate) if slot[1] in values else slot[0]


def _shown(value: Value, translate: Words) -> str:
    if isinstance(value, Message):
        return words(value, translate)
    if isinstance(value, tuple):
        return ", ".join(_shown(part, translate) for part in value)
    return str(value)


def _to_json(value: Value) -> Any:
    if isinstance(value, Message):
        return value.to_json()
    return [_to_json(part) for part in value] if isinstance(value, tuple) else value


def _restored(value: Any) -> Value:
    if isinstance(value, Mapping):
        return restore(value)
    if isinstance(value, list):
        return tuple(_restored(part) for part in value)
    return value if isinstance(value, str | int | float) else str(value)
