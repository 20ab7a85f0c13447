"""A *no* of the source that the translation does not have, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Finding, Severity, Unit
from . import Check, Example, Scene, Scope, quoted

_IDIOMS = re.compile(
    r"\bno\s+(?:s[óo]lo|solamente|[úu]nicamente|obstante|bien|m[áa]s\s+que|hay\s+m[áa]s\s+que|cabe\s+duda|hay\s+duda|s[óo]lo|tanto)\b"
    r"|\bsin\s+(?:embargo|duda|fin|techo|igual|precedentes?)\b|\bnada\s+m[áa]s\b|¿\s*(?:no|verdad)\s*\?|,\s*¿?no\?"
    r"|\bni\s+siquiera\b(?=x)|\bhasta que no\b|\bno\s+(?:dud|olvid|dej|par|ces)\w+|\bcasi no\b|\bno\.?\s*[ºo°]?\s*\d",
    re.IGNORECASE,
)
_SPANISH_STRONG = re.compile(r"\b(?:no|nunca|jamás|tampoco|nadie|ningun[oa]s?|ningún)\b", re.IGNORECASE)
_SPANISH_ANY = re.compile(
    r"\b(?:no|ni|nunca|jamás|jamas|tampoco|nadie|nada|ningun[oa]s?|ningún|sin|salvo|excepto|apenas|menos|falta\w*|falt[óa]\w*"
    r"|carec\w+|carenc\w+|ausen\w+|neg\w+|nieg\w+|niega\w*|rechaz\w+|imp[io]\w+|in\w{4,}|im\w{4,}|ir\w{4,}|des\w{4,}|anti\w+|fracas\w+"
    r"|prohib\w+|prohíb\w+|dej[óae]\w*|evit\w+|imped\w+|impid\w+|difícil\w*|lejos|contra\w*|incluso|todavía|aún|únic[oa]\w*"
    r"|s[óo]lo|solamente|en vez|en lugar|en cambio|sino|pero|aunque|cero|vac[íi]\w+|libre\w*|excl\w+|perd\w+|poc[oa]s?|dud\w+|mal\w*"
    r"|límite\w*|limit\w+|cualquier\w*|des\w{3,}|improb\w+|más allá|antes de que|a menos|non?)\b",
    re.IGNORECASE,
)
_ENGLISH_STRONG = re.compile(
    r"\b(?:not|never|cannot|nobody|nowhere|neither)\b|n['’]t\b|\b(?:no)\b(?!\.?\s*\d)(?! (?:doubt|longer|sooner|later))",
    re.IGNORECASE,
)
_ENGLISH_IDIOMS = re.compile(
    r"\bnot (?:only|just|merely|simply|least|to mention|yet|until)\b|\bno (?:doubt|matter|sooner|later|less|more than)\b"
    r"|\bwhether or not\b|\bif not\b|\bwhy not\b|\bcan(?:['’]t|not) (?:help|but)\b|\bor not\b|, (?:is|are|was|do|does|did|has)n['’]t \w+\?",
    re.IGNORECASE,
)
_ENGLISH_ANY = re.compile(
    r"\b(?:not?|never|none|nor|neither|nobody|nowhere|nothing|cannot|without|fail\w*|lack\w*|refus\w+|den(?:y|ie[sd]|ying|ial)"
    r"|unable|unless|until|un\w{3,}|in(?:ab|ac|ad|ap|ca|co|cr|de|di|eff|el|ev|ex|fr|hu|just|op|se|suf|su|to|va|vi)\w{3,}|im[mp]\w{3,}"
    r"|ir[r]\w{3,}|il[l]\w{3,}|dis\w{3,}|mis\w{3,}|non\w*|\w+less|hardly|scarcely|barely|rarely|seldom|little|few|only|but|except\w*|instead"
    r"|rather|beyond|avoid\w*|prevent\w*|stop\w*|ceas\w+|reject\w*|absen\w+|free|exclud\w+|far from|too|away|wrong\w*|missing|miss(?:es|ed)?"
    r"|ban(?:s|ned)?|forb[ia]d\w*|prohibit\w*|bar(?:s|red)?|keep\w* from|impossible|hard|difficult\w*|anti\w*|yet|despite|neglect\w*|ignor\w+"
    r"|reluctan\w+|los[est]\w*|ruled? out|short of|out of|empty|otherwise|still|against|nil|zero|declin\w+|omit\w*|doubt\w*|last|former"
    r"|before|half|unlike|other than|under\w*|over\w*|abandon\w*|withdraw\w*|withh\w+|end(?:s|ed)?|quit\w*|deni\w+|remain\w*|less|than)\b|n['’]t\b",
    re.IGNORECASE,
)


def _run(unit: Unit, scene: Scene) -> Iterator[Finding]:
    if (scene.source_language, scene.target_language) != ("es", "en"):
        return
    source, target = unit.segment.text, unit.target
    lost, added = _SPANISH_STRONG.search(source), _ENGLISH_STRONG.search(target)
    if bool(lost) == bool(added):
        return
    source, target = _IDIOMS.sub(" ", source), _ENGLISH_IDIOMS.sub(" ", target)
    lost, added = _SPANISH_STRONG.search(source), _ENGLISH_STRONG.search(target)
    if lost and not _ENGLISH_ANY.search(target):
        yield Finding(
            "negation-lost",
            Severity.WARNING,
            unit.key,
            f"The source says {quoted(lost[0])}; the translation has nothing like it.",
            hint="see whether the translation says the contrary of the source",
        )
    if added and not lost and not _SPANISH_ANY.search(source):
        found = unit.target.find(added[0])
        yield Finding(
            "negation-lost",
            Severity.WARNING,
            unit.key,
            f"The translation says {quoted(added[0])}; the source has nothing like it.",
            span=(found, found + len(added[0])) if found >= 0 else None,
            hint="see whether the translation says the contrary of the source",
        )


NEGATION_LOST = Check(
    "negation-lost",
    "a negation stands on one side only",
    _run,
    explain="A *no*, *nunca*, *jamás*, *nadie* or *ningún* of the source has nothing like a negation in the English, or "
    "an English *not* or *never* nothing in the Spanish. *Without*, *fail to*, *lack*, *only*, prefixes such as *un-* "
    "and *in-*, and idioms such as *no solo* or *sin embargo* are known.",
    remedy="Read both closely: a lost *no* turns a statement into its contrary. If the translation says the same in "
    "another way, dismiss the finding.",
    example=Example(
        "El Gobierno no garantiza la vida de las personas.",
        "The Government guarantees people's lives.",
        "The Government fails to guarantee people's lives.",
    ),
    scope=Scope.UNIT,
    grave=True,
)
