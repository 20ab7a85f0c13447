"""What styles say that matters here: headings, lists, hidden text; and run properties as a mapping and back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from ...office.quiet import QUIET
from ...office.spans import Props
from . import seen
from .names import RUN_PROPERTIES, W
from .package import local
from .seen import OFF, values

_PASSING = frozenset(
    "lang noProof rPrChange ins del moveFrom moveTo bCs iCs szCs webHidden snapToGrid specVanish".split(" ")
)
"""Properties that do not part a text: nothing is seen of them, or they are handled elsewhere."""

_TOGGLES = {"b": "b", "i": "i", "strike": "s"}
_COMPANIONS = {"b": "bCs", "i": "iCs", "sz": "szCs"}
_VANISH = f"{W}vanish"
_VAL = f"{W}val"
_ORDER = {name: at for at, name in enumerate(RUN_PROPERTIES)}
_OWN: dict[str, tuple[tuple[str, str], ...]] = {
    "b": (("b", ""), ("bCs", "")),
    "i": (("i", ""), ("iCs", "")),
    "u": (("u", "single"),),
    "s": (("strike", ""),),
    "sub": (("vertAlign", "subscript"),),
    "sup": (("vertAlign", "superscript"),),
}
"""Elements written for a mark that the source does not have."""

_WORDS = {"b": "bold", "i": "italic", "u": "underlined", "s": "struck", "sub": "lowered", "sup": "raised"}
_SAID = {
    "caps": "capitals",
    "smallCaps": "small capitals",
    "rtl": "right to left",
    "dstrike": "struck twice",
    "vanish": "hidden",
}
SHOWN = "not vanish"
"""Said of text that is shown although its style hides it."""


@dataclass(slots=True)
class Style:
    """One style."""

    name: str
    """Its English name, lower case, such as `heading 1`."""
    parent: str
    outline: int | None
    """Level of heading, from 0."""
    listed: bool
    """Whether it numbers or marks its paragraphs."""
    hidden: bool | None
    run: etree._Element | None
    """Its run properties."""
    number: str = ""
    """Id of the numbering of its paragraphs; empty if it says none."""
    depth: str = "0"
    """Their level in it."""
    left: int | None = None
    """Where the text of its paragraphs begins, in twentieths of a point; None if it does not say."""
    parts: tuple[etree._Element, ...] = ()
    """Of a table's style: run properties of the whole table and of its rows and columns."""


@dataclass(slots=True)
class Styles:
    """The styles of a document, and the formatting elements met in it."""

    known: dict[str, Style] = field(default_factory=dict)
    elements: dict[tuple[str, str], list[etree._Element]] = field(default_factory=dict)
    """For each property and value, the elements that write it."""
    defaults: etree._Element | None = None
    """The run properties that all text begins with."""
    default: str = ""
    """The style of a paragraph that names none."""
    inherited: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    """What text has anyway, by paragraph style and character style."""
    tables: dict[str, frozenset[str]] = field(default_factory=dict)
    """What each table style may say of its text."""

    def named(self, style: str) -> list[tuple[str, Style]]:
        """A style and those it is based on, with their ids, nearest first."""
        found: dict[str, Style] = {}
        while style in self.known and style not in found:
            found[style] = self.known[style]
            style = self.known[style].parent
        return list(found.items())

    def chain(self, style: str) -> list[Style]:
        """A style and those it is based on, nearest first."""
        return [known for _, known in self.named(style)]

    @property
    def hides(self) -> bool:
        """Whether any style hides text."""
        return any(style.hidden for style in self.known.values())

    @property
    def in_tables(self) -> bool:
        """Whether any style of tables says how text in them looks."""
        return any(style.parts for style in self.known.values())

    def hidden(self, style: str) -> bool:
        """Whether text of that style is not shown."""
        return next((s.hidden for s in self.chain(style) if s.hidden is not None), False)

    def props(self, run: etree._Element | None, paragraph: str = "", unsure: Collection[str] = ()) -> Props:
        """A run's properties as far as they can be seen in a paragraph of that style.

        `unsure`: names of properties that the text may have for another reason.
        """
        found: dict[str, str] = {}
        if run is None or not len(run):
            return found
        character = ""
        for child in run:
            name = local(child)
            if not name or name in _PASSING:
                continue
            if name == "rStyle":
                character = child.get(_VAL, "")
                key, value = self._styled(character, paragraph, unsure)
            else:
                key, value = self._property(name, child, paragraph, character, unsure)
                if not key:
                    continue
            found[key] = value
            if (key, value) not in self.elements:
                twin = run.find(f"{W}{_COMPANIONS[name]}") if name in _COMPANIONS else None
                self.elements[key, value] = [deepcopy(e) for e in (child, twin) if e is not None]
        return found

    def _property(
        self, name: str, element: etree._Element, paragraph: str, character: str, unsure: Collection[str]
    ) -> tuple[str, str]:
        """A property's key and value; no key for one of which nothing is seen and nothing need stay."""
        if name in seen.QUIET_ALWAYS:
            return QUIET + name, values(element)
        said = seen.value(name, element)
        if name not in unsure and seen.same(name, said, self.has(paragraph, character).get(name, "")):
            kept = name not in seen.DROPPED and element.attrib and (said or name != "rFonts")
            return (QUIET + name, values(element)) if kept else ("", "")
        return _property(name, element)

    def has(self, paragraph: str, character: str) -> Mapping[str, str]:
        """The properties that text of these styles has, whatever its own say."""
        key = (paragraph or self.default, character)
        if key not in self.inherited:
            found: dict[str, str] = {}
            self._take(self.defaults, found)
            for style in reversed(self.chain(key[0])):
                self._take(style.run, found)
            own: dict[str, str] = {}
            for style in reversed(self.chain(character) if character else ()):
                self._take(style.run, own)
            for name, value in own.items():
                # On in both styles is off (17.7.3), but what hides does not show.
                both = name in seen.TOGGLES and name != "vanish" and value and found.get(name)
                found[name] = "" if both else seen.over(name, value, found.get(name, ""))
            self.inherited[key] = found
        return self.inherited[key]

    def _take(self, run: etree._Element | None, found: dict[str, str]) -> None:
        for child in run if run is not None else ():
            if name := local(child):
                found[name] = seen.over(name, seen.value(name, child), found.get(name, ""))

    def table(self, style: str) -> frozenset[str]:
        """Names of the properties that a table's style may give to text in it."""
        if style not in self.tables:
            nodes = [node for s in self.chain(style) for node in s.parts]
            self.tables[style] = frozenset(local(e) for node in nodes for e in node)
        return self.tables[style]

    def _styled(self, style: str, paragraph: str, unsure: Collection[str]) -> tuple[str, str]:
        """A character style: as a mark with a letter if that is all it does, such as Strong.

        One of which nothing is seen, such as those that web pages and programs leave behind, parts no text.
        """
        runs = [s.run for s in self.chain(style) if s.run is not None]
        names = {local(e) for run in runs for e in run} - _PASSING - seen.QUIET_ALWAYS
        plain, styled = self.has(paragraph, ""), self.has(paragraph, style)
        if names.isdisjoint(unsure) and all(
            name != "rStyle" and seen.same(name, styled.get(name, ""), plain.get(name, "")) for name in names
        ):
            return QUIET + "style", style
        if len(runs) == 1:
            keys = [_property(local(e), e)[0] for e in runs[0] if local(e) not in _PASSING]
            if len(keys) == 1 and keys[0] in _WORDS:
                return keys[0], f"style {style}"
        return "style", style

    def written(self, props: Props) -> etree._Element | None:
        """The `w:rPr` of these properties; None if there are none."""
        made: dict[str, etree._Element] = {}
        for key, value in props.items():
            known = self.elements.get((key, value))
            for element in known if known is not None else _own(key):
                made.setdefault(local(element), deepcopy(element))
        if not made:
            return None
        run = etree.Element(f"{W}rPr")
        for name in sorted(made, key=lambda name: _ORDER.get(name, len(_ORDER))):
            run.append(made[name])
        return run

    def describe(self, props: Props, base: Props) -> str:
        """How a formatting differs from another, in words."""
        said = [f"not {_WORDS[key]}" for key in base if key in _WORDS and key not in props]
        for key, value in props.items():
            if base.get(key) != value and key[0] != QUIET:
                said.append(self._said(key, value))
        return ", ".join(dict.fromkeys(said)) or "plain"

    def _said(self, key: str, value: str) -> str:
        if key in _WORDS:
            return _WORDS[key]
        if key == SHOWN:
            return "shown"
        if key.startswith("not "):
            return f"not {_WORDS.get(_TOGGLES.get(key[4:], '')) or _SAID.get(key[4:], key[4:])}"
        element = self.elements[key, value][0]
        plain = element.get(f"{W}val", "")
        if key == "sz" and plain.isdecimal():
            return f"{int(plain) / 2:g} pt"
        if key == "color":
            return f"colour {plain}"
        if key == "rFonts":
            return f"font {element.get(f'{W}ascii') or element.get(f'{W}cs') or 'of the theme'}"
        if key == "highlight":
            return f"marked {plain}"
        if key == "style":
            chain = self.chain(value)
            return f"style {chain[0].name if chain else value}"
        return _SAID.get(key, key)


def read_styles(root: etree._Element | None) -> Styles:
    """The styles of a `styles.xml`."""
    styles = Styles()
    if root is not None:
        styles.defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    for node in root.iter(f"{W}style") if root is not None else ():
        name = node.get(f"{W}styleId", "")
        styles.known[name] = _style(node)
        if node.get(f"{W}type") == "paragraph" and node.get(f"{W}default", "0") not in OFF:
            styles.default = name
    return styles


def _style(node: etree._Element) -> Style:
    run = node.find(f"{W}rPr")
    level = _said(node, "pPr/outlineLvl")
    return Style(
        _said(node, "name").lower(),
        _said(node, "basedOn"),
        int(level) if level.isdecimal() else None,
        node.find(f"{W}pPr/{W}numPr") is not None,
        hidden_by(run),
        run,
        _said(node, "pPr/numPr/numId"),
        _said(node, "pPr/numPr/ilvl") or "0",
        left_of(node.find(f"{W}pPr")),
        tuple(node.iter(f"{W}rPr")) if node.get(f"{W}type") == "table" else (),
    )


def _said(node: etree._Element, path: str) -> str:
    """The value of the element at the end of a path; empty if there is none."""
    found = node.find("/".join(f"{W}{name}" for name in path.split("/")))
    return found.get(_VAL, "") if found is not None else ""


def left_of(properties: etree._Element | None) -> int | None:
    """Where a paragraph's text begins, in twentieths of a point, as properties say; None if they do not."""
    found = properties.find(f"{W}ind") if properties is not None else None
    said = (found.get(f"{W}start") or found.get(f"{W}left") or "") if found is not None else ""
    return int(said) if said.removeprefix("-").isdecimal() else None


def hidden_by(run: etree._Element | None) -> bool | None:
    """Whether run properties hide text; None if they do not say."""
    vanish = run.find(_VANISH) if run is not None else None
    return None if vanish is None else vanish.get(f"{W}val", "1") not in OFF


def _property(name: str, element: etree._Element) -> tuple[str, str]:
    value = element.get(f"{W}val", "")
    if name in _TOGGLES or name in seen.TOGGLES:
        return (f"not {name}", "") if value in OFF else (_TOGGLES.get(name, name), "")
    if name == "u" and value == "single" and len(element.attrib) == 1:
        return "u", ""
    if name == "u":
        return ("not u", "") if value in OFF else ("underline", values(element))
    if name == "vertAlign" and value in ("subscript", "superscript"):
        return value[:3], ""
    if name == "rStyle":
        return "style", value
    return name, values(element)


def _own(key: str) -> list[etree._Element]:
    made = []
    for name, value in _OWN.get(key, ()):
        element = etree.Element(f"{W}{name}")
        if value:
            element.set(f"{W}val", value)
        made.append(element)
    return made
