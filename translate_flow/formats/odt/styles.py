"""OpenDocument styles: what a text's formatting is, and a style that writes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from ...office.quiet import QUIET
from ...office.spans import Props
from .names import FO, OFFICE, STYLE, TEXT, local
from .seen import visible

_PASSING = frozenset(
    "language country script rfc-language-tag rsid paragraph-rsid opacity char-shading-value theme-color"
    " text-underline-width text-underline-color text-line-through-type text-underline-type display".split(" ")
)
"""Attributes that nothing is seen of, or that go with another."""

_LETTERS: dict[tuple[str, str], str] = {
    ("font-weight", "bold"): "b",
    ("font-style", "italic"): "i",
    ("text-underline-style", "solid"): "u",
    ("text-line-through-style", "solid"): "s",
}
_OFF = {
    ("font-weight", "normal"): "not bold",
    ("font-style", "normal"): "not italic",
    ("text-underline-style", "none"): "not underlined",
    ("text-line-through-style", "none"): "not struck",
}
_OWN: dict[str, tuple[tuple[str, str], ...]] = {
    "b": (
        (f"{FO}font-weight", "bold"),
        (f"{STYLE}font-weight-asian", "bold"),
        (f"{STYLE}font-weight-complex", "bold"),
    ),
    "i": (
        (f"{FO}font-style", "italic"),
        (f"{STYLE}font-style-asian", "italic"),
        (f"{STYLE}font-style-complex", "italic"),
    ),
    "u": (
        (f"{STYLE}text-underline-style", "solid"),
        (f"{STYLE}text-underline-width", "auto"),
        (f"{STYLE}text-underline-color", "font-color"),
    ),
    "s": ((f"{STYLE}text-line-through-style", "solid"), (f"{STYLE}text-line-through-type", "single")),
    "sub": ((f"{STYLE}text-position", "sub 58%"),),
    "sup": ((f"{STYLE}text-position", "super 58%"),),
}
"""Attributes that write each letter; companions for other scripts included."""

_WORDS = {"b": "bold", "i": "italic", "u": "underlined", "s": "struck", "sub": "lowered", "sup": "raised"}
_SAID = {
    "font-size": "{}",
    "color": "colour {}",
    "font-name": "font {}",
    "background-color": "marked {}",
    "style": "style {}",
    "font-variant": "{}",
    "text-transform": "{}",
}

Frozen = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Style:
    """One style of texts or paragraphs."""

    parent: str
    shown: str
    """Its name as it is shown."""
    automatic: bool
    values: dict[str, str]
    """Attributes of its text properties."""
    hidden: bool | None


@dataclass(slots=True)
class Styles:
    """The styles that one part of a document sees."""

    text: dict[str, Style] = field(default_factory=dict)
    paragraph: dict[str, Style] = field(default_factory=dict)
    home: etree._Element | None = None
    """The part's `office:automatic-styles`, for new ones."""
    seen: dict[Frozen, tuple[str, ...]] = field(default_factory=dict)
    """Names of the nested spans that make each formatting."""
    attributes: dict[tuple[str, str], list[tuple[str, str]]] = field(default_factory=dict)
    """What writes each property."""
    resolved: dict[tuple[str, ...], tuple[dict[str, str], bool]] = field(default_factory=dict)
    shown: dict[tuple[str, tuple[str, ...]], Props] = field(default_factory=dict)
    """What is seen of the spans of these styles in a paragraph of a style."""
    had: dict[str, dict[str, str]] = field(default_factory=dict)
    """What text of each paragraph style has anyway."""
    default: dict[str, str] = field(default_factory=dict)
    """Attributes that all text begins with."""

    def collect(self, root: etree._Element) -> None:
        """Take in the styles of one part."""
        homes = (f"{OFFICE}styles", f"{OFFICE}automatic-styles")
        for node in root.findall(f"{OFFICE}styles/{STYLE}default-style"):
            properties = node.find(f"{STYLE}text-properties")
            if node.get(f"{STYLE}family") == "paragraph" and properties is not None:
                self.default = dict(_attributes(properties))
        for node in (style for home in homes for style in root.findall(f"{home}/{STYLE}style")):
            family = {"text": self.text, "paragraph": self.paragraph}.get(node.get(f"{STYLE}family", ""))
            if family is None:
                continue
            properties = node.find(f"{STYLE}text-properties")
            name = node.get(f"{STYLE}name", "")
            display = properties.get(f"{TEXT}display") if properties is not None else None
            family[name] = Style(
                node.get(f"{STYLE}parent-style-name", ""),
                node.get(f"{STYLE}display-name", name.replace("_20_", " ")),
                local(_parent(node)) == "automatic-styles",
                {str(k): str(v) for k, v in properties.attrib.items()} if properties is not None else {},
                None if display is None else display == "none",
            )

    def props(self, names: tuple[str, ...], paragraph: str = "") -> tuple[Props, bool]:
        """What is seen of the formatting of text in spans of these styles, outermost first, and whether it is hidden.

        `paragraph`: the style of the paragraph they stand in.
        """
        if names not in self.resolved:
            self.resolved[names] = self._resolve(names)
        found, hidden = self.resolved[names]
        if hidden or not found:
            return found, hidden
        self.seen.setdefault(_frozen(found), names)
        key = (paragraph, names)
        if key not in self.shown:
            self.shown[key] = visible(found, self.has(paragraph))
            for name, value in self.shown[key].items():
                if name[0] == QUIET and (name[1:], value) in self.attributes:
                    self.attributes.setdefault((name, value), self.attributes[name[1:], value])
        return self.shown[key], hidden

    def has(self, paragraph: str) -> dict[str, str]:
        """The formatting that text of a paragraph style has, whatever its spans say."""
        if paragraph not in self.had:
            found: dict[str, str] = {}
            self._add(self.default, found)
            chain: list[str] = []
            name = paragraph
            while name in self.paragraph and name not in chain:
                chain.append(name)
                name = self.paragraph[name].parent
            for name in reversed(chain):
                self._add(self.paragraph[name].values, found)
            self.had[paragraph] = {key: value for key, value in found.items() if not key.startswith("not ")}
        return self.had[paragraph]

    def _resolve(self, names: Sequence[str]) -> tuple[dict[str, str], bool]:
        found: dict[str, str] = {}
        hidden = False
        for name in names:
            style = self.text.get(name)
            if style is None:
                found["style"] = name
                continue
            if not style.automatic:
                self._named(name, found)
            else:
                if style.parent:
                    self._named(style.parent, found)
                self._add(style.values, found)
            said = self._hides(name)
            hidden = hidden if said is None else said
        return found, hidden

    def _named(self, name: str, found: dict[str, str]) -> None:
        """A style of the document's own: as a letter if that is all it does."""
        style = self.text.get(name)
        plain: dict[str, str] = {}
        if style is not None and (not style.parent or style.parent not in self.text):
            self._add(style.values, plain)
        if len(plain) == 1 and next(iter(plain)) in _WORDS:
            found[next(iter(plain))] = f"style {name}"
        else:
            found["style"] = name

    def _add(self, values: dict[str, str], found: dict[str, str]) -> None:
        for attribute, value in values.items():
            name = attribute.rsplit("}", 1)[-1]
            if name in _PASSING or name.endswith(("-asian", "-complex")):
                continue
            key = _LETTERS.get((name, value)) or _OFF.get((name, value))
            if name == "text-position" and value.startswith(("sub", "super")):
                key = value[:3]
            if key is not None:
                self._letter(key, found)
            else:
                found[name] = value
            pair = (key, "") if key is not None else (name, value)
            companions = [(a, v) for a, v in values.items() if _goes_with(a, name)]
            self.attributes.setdefault(pair, [(attribute, value), *companions])

    def _letter(self, key: str, found: dict[str, str]) -> None:
        opposite = {f"not {word}": letter for letter, word in _WORDS.items()}.get(key)
        if opposite:
            found.pop(opposite, None)
        found.pop(f"not {_WORDS.get(key, '')}", None)
        found[key] = ""

    def _hides(self, name: str) -> bool | None:
        seen: set[str] = set()
        while name in self.text and name not in seen:
            seen.add(name)
            if (hidden := self.text[name].hidden) is not None:
                return hidden
            name = self.text[name].parent
        return None

    def chain(self, name: str) -> list[str]:
        """Names of a paragraph style and those it is based on, as shown, lower case; automatic ones left out."""
        found: list[str] = []
        seen: set[str] = set()
        while name in self.paragraph and name not in seen:
            seen.add(name)
            style = self.paragraph[name]
            if not style.automatic:
                found.append(style.shown.lower())
            name = style.parent
        return [*found, name.replace("_20_", " ").lower()] if name and name not in seen else found

    def paragraph_hidden(self, name: str) -> bool:
        """Whether paragraphs of that style are not shown."""
        seen: set[str] = set()
        while name in self.paragraph and name not in seen:
            seen.add(name)
            if (hidden := self.paragraph[name].hidden) is not None:
                return hidden
            name = self.paragraph[name].parent
        return False

    def spans_for(self, props: Props) -> tuple[str, ...]:
        """Styles of the nested spans that write a formatting; a new automatic style if there is none."""
        if not props:
            return ()
        known = self.seen.get(_frozen(props))
        if known is None:
            known = self.seen[_frozen(props)] = (self._new(props),)
        return known

    def _new(self, props: Props) -> str:
        count = 1
        while f"TF{count}" in self.text:
            count += 1
        name = f"TF{count}"
        assert self.home is not None
        node = etree.SubElement(self.home, f"{STYLE}style")
        node.set(f"{STYLE}name", name)
        node.set(f"{STYLE}family", "text")
        if "style" in props:
            node.set(f"{STYLE}parent-style-name", props["style"])
        written = etree.SubElement(node, f"{STYLE}text-properties")
        for key, value in props.items():
            for attribute, own in self.attributes.get((key, value), _OWN.get(key, ())):
                written.set(attribute, own)
        self.text[name] = Style(props.get("style", ""), name, True, dict(_attributes(written)), None)
        return name

    def describe(self, props: Props, base: Props) -> str:
        """How a formatting differs from another, in words."""
        said = [f"not {_WORDS[key]}" for key in base if key in _WORDS and key not in props]
        for key, value in props.items():
            if base.get(key) == value or key[0] == QUIET:
                continue
            if key == "style":
                value = self.text[value].shown if value in self.text else value
            said.append(
                _WORDS.get(key) or (key if key.startswith("not ") else _SAID.get(key, key).format(value))
            )
        return ", ".join(dict.fromkeys(said)) or "plain"


def automatic_home(root: etree._Element) -> etree._Element:
    """The part's place for automatic styles, made if there is none."""
    home = root.find(f"{OFFICE}automatic-styles")
    if home is None:
        home = etree.Element(f"{OFFICE}automatic-styles")
        at = next((n for n, e in enumerate(root) if local(e) in ("master-styles", "body")), len(root))
        root.insert(at, home)
    return home


def _attributes(node: etree._Element) -> list[tuple[str, str]]:
    return [(str(key), str(value)) for key, value in node.attrib.items()]


def _parent(node: etree._Element) -> Any:
    return node.getparent()


def _goes_with(attribute: str, name: str) -> bool:
    """Whether an attribute is the same property for another script, or a detail of a line."""
    own = attribute.rsplit("}", 1)[-1]
    if own in (f"{name}-asian", f"{name}-complex"):
        return True
    stem = name.removesuffix("-style")
    return stem in ("text-underline", "text-line-through") and own.startswith(f"{stem}-") and own != name


def _frozen(props: Props) -> Frozen:
    return tuple(sorted(props.items())) if props else ()
