"""What a reader sees of run properties: a value that is what the text has anyway is not seen.

The value a text has anyway comes from the document's defaults, the paragraph's style and the character
style (ECMA-376 part 1, 17.7.2); what of it a table's style may change is not known here.
"""

from __future__ import annotations

from lxml import etree

from .names import W

OFF = frozenset({"0", "false", "off", "none"})
_VAL = f"{W}val"
TOGGLES = frozenset(
    "b i strike dstrike caps smallCaps outline shadow emboss imprint rtl vanish specVanish".split(" ")
)
"""Properties that are on or off."""
_NONE = frozenset({"none", "nil", "auto", "baseline"})
_CLEAR = frozenset({"clear", "nil"})
_WHITE = frozenset({"auto", "ffffff"})
_FONTS = ("ascii", "hAnsi", "asciiTheme", "hAnsiTheme")
_RAISED = 2
"""Half-points by which a text may be raised or lowered before it is seen."""
_SIZE = "20"
"""Size in half-points where nothing says one."""

DROPPED = TOGGLES | {"u", "vertAlign"}
"""Not written again where nothing is seen of them, so that formatting of the translation's own is."""
QUIET_ALWAYS = frozenset(
    "spacing w kern fitText eastAsianLayout cs em effect ligatures numForm numSpacing stylisticSets cntxtAlts".split(
        " "
    )
)
"""Properties that part no text, whatever their value."""


def value(name: str, element: etree._Element) -> str:
    """What the property says, as far as it is seen; empty for off, none and automatic."""
    said = element.get(_VAL, "")
    if name in TOGGLES:
        return "" if said in OFF else "on"
    if name == "rFonts":
        return "|".join(f"{key}={font}" for key in _FONTS if (font := element.get(f"{W}{key}")))
    if name == "shd":
        fill = element.get(f"{W}fill", "auto").lower()
        if said in _CLEAR and fill in _WHITE and element.get(f"{W}themeFill") is None:
            return ""
    elif name == "position":
        return "" if said.lstrip("-").isdecimal() and abs(int(said)) <= _RAISED else said
    elif name == "sz":
        return said or _SIZE
    elif said.lower() in _NONE and element.get(f"{W}themeColor") is None:
        return ""
    return values(element)


def over(name: str, said: str, had: str) -> str:
    """What a property is where one style says something and those it is based on had something else."""
    if name != "rFonts" or not had:
        return said
    slots = {font.split("=")[0].removesuffix("Theme"): font for font in had.split("|")}
    if said:
        slots |= {font.split("=")[0].removesuffix("Theme"): font for font in said.split("|")}
    return "|".join(slots.values())


def values(element: etree._Element) -> str:
    """All attributes of a property as one text."""
    pairs = sorted((str(key).rsplit("}", 1)[-1], str(said)) for key, said in element.attrib.items())
    return " ".join(f"{key}={said}" for key, said in pairs if key != "hint")


def same(name: str, said: str, had: str) -> bool:
    """Whether nobody sees the difference between a value and what the text has anyway."""
    if name == "sz":
        had = had or _SIZE
        return said == had or (said.isdecimal() and had.isdecimal() and abs(int(said) - int(had)) <= 1)
    if name == "rFonts":
        return not said or set(said.split("|")) <= set(had.split("|"))
    if name == "color" and not had:
        return said in ("", "val=000000")
    return said == had
