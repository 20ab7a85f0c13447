"""What styles say that matters here: headings, lists, hidden text; and run properties as a mapping and back."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from ...office.spans import Props
from .names import RUN_PROPERTIES, W
from .package import local

_PASSING = frozenset(
    "lang noProof rPrChange ins del moveFrom moveTo bCs iCs szCs webHidden snapToGrid vanish specVanish".split(
        " "
    )
)
"""Properties that do not part a text: nothing is seen of them, or they are handled elsewhere."""

_TOGGLES = {"b": "b", "i": "i", "strike": "s"}
_COMPANIONS = {"b": "bCs", "i": "iCs", "sz": "szCs"}
_VANISH = f"{W}vanish"
_OFF = frozenset({"0", "false", "off", "none"})
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
_SAID = {"caps": "capitals", "smallCaps": "small capitals", "rtl": "right to left", "dstrike": "struck twice"}


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


@dataclass(slots=True)
class Styles:
    """The styles of a document, and the formatting elements met in it."""

    known: dict[str, Style] = field(default_factory=dict)
    elements: dict[tuple[str, str], list[etree._Element]] = field(default_factory=dict)
    """For each property and value, the elements that write it."""

    def chain(self, style: str) -> list[Style]:
        """A style and those it is based on, nearest first."""
        found: list[Style] = []
        seen: set[str] = set()
        while style in self.known and style not in seen:
            seen.add(style)
            found.append(self.known[style])
            style = self.known[style].parent
        return found

    @property
    def hides(self) -> bool:
        """Whether any style hides text."""
        return any(style.hidden for style in self.known.values())

    def hidden(self, style: str) -> bool:
        """Whether text of that style is not shown."""
        return next((s.hidden for s in self.chain(style) if s.hidden is not None), False)

    def props(self, run: etree._Element | None) -> Props:
        """A run's properties as far as they can be seen."""
        found: dict[str, str] = {}
        if run is None:
            return found
        for child in run:
            name = local(child)
            if not name or name in _PASSING:
                continue
            key, value = _property(name, child)
            if name == "rStyle":
                key, value = self._styled(value)
            found[key] = value
            if (key, value) not in self.elements:
                twin = run.find(f"{W}{_COMPANIONS[name]}") if name in _COMPANIONS else None
                self.elements[key, value] = [deepcopy(e) for e in (child, twin) if e is not None]
        return found

    def _styled(self, style: str) -> tuple[str, str]:
        """A character style: as a mark with a letter if that is all it does, such as Strong."""
        runs = [s.run for s in self.chain(style) if s.run is not None]
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
            if base.get(key) != value:
                said.append(self._said(key, value))
        return ", ".join(dict.fromkeys(said)) or "plain"

    def _said(self, key: str, value: str) -> str:
        if key in _WORDS:
            return _WORDS[key]
        if key.startswith("not "):
            return f"not {_WORDS.get(_TOGGLES.get(key[4:], ''), key[4:])}"
        element = self.elements[key, value][0]
        plain = element.get(f"{W}val", "")
        if key == "sz" and plain.isdigit():
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
    for node in root.iter(f"{W}style") if root is not None else ():
        paragraph, run = node.find(f"{W}pPr"), node.find(f"{W}rPr")
        outline = paragraph.find(f"{W}outlineLvl") if paragraph is not None else None
        name, parent = node.find(f"{W}name"), node.find(f"{W}basedOn")
        level = outline.get(f"{W}val", "") if outline is not None else ""
        styles.known[node.get(f"{W}styleId", "")] = Style(
            (name.get(f"{W}val", "") if name is not None else "").lower(),
            parent.get(f"{W}val", "") if parent is not None else "",
            int(level) if level.isdigit() else None,
            paragraph is not None and paragraph.find(f"{W}numPr") is not None,
            hidden_by(run),
            run,
        )
    return styles


def hidden_by(run: etree._Element | None) -> bool | None:
    """Whether run properties hide text; None if they do not say."""
    vanish = run.find(_VANISH) if run is not None else None
    return None if vanish is None else vanish.get(f"{W}val", "1") not in _OFF


def _property(name: str, element: etree._Element) -> tuple[str, str]:
    value = element.get(f"{W}val", "")
    if name in _TOGGLES:
        return (f"not {name}", "") if value in _OFF else (_TOGGLES[name], "")
    if name == "u" and value == "single" and len(element.attrib) == 1:
        return "u", ""
    if name == "u":
        return ("not u", "") if value in _OFF else ("underline", _values(element))
    if name == "vertAlign" and value in ("subscript", "superscript"):
        return value[:3], ""
    if name == "rStyle":
        return "style", value
    return name, _values(element)


def _values(element: etree._Element) -> str:
    pairs = sorted((str(key).rsplit("}", 1)[-1], str(value)) for key, value in element.attrib.items())
    return " ".join(f"{key}={value}" for key, value in pairs if key != "hint")


def _own(key: str) -> list[etree._Element]:
    made = []
    for name, value in _OWN.get(key, ()):
        element = etree.Element(f"{W}{name}")
        if value:
            element.set(f"{W}val", value)
        made.append(element)
    return made
