"""A Spanish text written out for engines: abbreviations, months, letters set apart, inclusive forms.

An engine takes the full stop of *EE. UU.* for a sentence's end, *set.* for nothing, *P R E S E N T E* for eight words.
What is in a name stays as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from ..language import of
from ..language.inclusive import plainly

_SPACED = re.compile(r"(?<![^\W_])(?:[A-ZÁÉÍÓÚÜÑ][ \u00a0]){3,}[A-ZÁÉÍÓÚÜÑ](?![^\W_])")
_BOTH = re.compile(
    r"\b(l[ao]s|el|la|un[ao]?s?|tod[ao]s|much[ao]s) (?:y|e|o|u) (l[ao]s|el|la|un[ao]?s?|tod[ao]s|much[ao]s)\b",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"\b((?:las |los )?)([^\W\d_]{3,})(as|os|es) (?:y|e|o|u) (?:las |los )?\2(?!\3)(as|os|es)\b",
    re.IGNORECASE,
)
_LIKELY = r"(?=[^\W\d_]{1,10}[.°º]|([^\W\d_])\1([^\W\d_])\2\b)"
"""How every abbreviation begins: letters and a sign, or twice two letters (DDHH). Else each form would be tried at each word."""
_ENDS = re.compile(r"\s*+(?:$|[»”\"')\]])|[^\S\n]*\n|\s+[«“¿¡]*[A-ZÁÉÍÓÚÑ]")


def spelt(text: str, kept: Callable[[], Iterable[tuple[int, int]]] = tuple) -> str:
    """The text written out; `kept` gives stretches that stay, and is asked only where something would change."""
    written = sorted(_written(text))
    names = tuple(kept()) if written else ()
    out, at = [], 0
    for start, end, words in written:
        if start < at or any(a < end and start < b for a, b in names):
            continue
        out += [text[at:start], words]
        at = end
    return _one(plainly("".join([*out, text[at:]]) if out else text))


def _one(text: str) -> str:
    """The text with what is said for men and women apart said once: *las y los jóvenes*, *ciudadanas y ciudadanos*."""
    if " y " not in text and " o " not in text:
        return text
    text = _BOTH.sub(lambda m: m[2][:1].upper() + m[2][1:] if m[1][:1].isupper() else m[2], text)
    apart = of("es").words("inclusive", "apart")
    return _PAIR.sub(
        lambda m: m[0] if m[2].lower() in apart else f"{m[1] and m[1][:1] + 'os '}{m[2]}{_masculine(m)}", text
    )


def _written(text: str) -> list[tuple[int, int, str]]:
    """What is written out: where it is, and the words."""
    found = (
        [(m.start(), m.end(), m[0][:2] + " ") for m in _former().finditer(text)]
        if "ex" in text.lower()
        else []
    )
    found += [(m.start(), m.end(), re.sub(r"[ \u00a0]", "", m[0])) for m in _SPACED.finditer(text)]
    if "." in text or "EEUU" in text or "DDHH" in text:
        abbreviations, forms = _abbreviations()
        for match in abbreviations.finditer(text):
            words = forms[_bare(match[0])]
            if match[0][:1].isupper() and not (match[0].isupper() and words.islower() and len(match[0]) > 4):
                words = words[:1].upper() + words[1:]
            if match[0].endswith(".") and match[0].isupper() and _ENDS.match(text, match.end()):
                words += "."
            found.append((match.start(), match.end(), words))
        for match in _months().finditer(text):
            found.append((match.start(2), match.end(2), _month_names()[match[2].rstrip(".").lower()]))
    return found


@cache
def _former() -> re.Pattern[str]:
    """*Ex* before an office or role: *exsecretaria*, *ex-secretaria* is *ex secretaria*; *expresa* is what one expresses."""
    roles = of("es").words("names", "titles", "roles") | of("es").words("grammar", "people")
    return re.compile(
        rf"\b[Ee]x(?!pres[oa]s?\b(?! pol[ií]tic))-?(?=(?:{'|'.join(sorted(map(re.escape, roles), key=len, reverse=True))})(?:e?s)?\b)"
    )


def _bare(form: str) -> str:
    return re.sub(r"[\s\u00a0]", "", form).lower()


def _masculine(match: re.Match[str]) -> str:
    return match[4] if match[3] == "as" else match[3]


@cache
def _abbreviations() -> tuple[re.Pattern[str], dict[str, str]]:
    forms: dict[str, str] = {}
    patterns: list[str] = []
    for words, rows in of("es").table("written_out").items():
        for form in rows if isinstance(rows, tuple) else ():
            forms[_bare(form)] = words
            body = re.escape(form).replace("\\ ", "[ \u00a0]?")
            upper = len(form) > 4 and form.upper() == form
            patterns.append(body if upper else f"(?i:{body})")
    patterns.sort(key=len, reverse=True)
    return re.compile(rf"(?<![\w.@/]){_LIKELY}(?:{'|'.join(patterns)})(?!\w)"), forms


@cache
def _month_names() -> dict[str, str]:
    full, short = of("es").table("months"), of("es").table("short_months")
    return {
        form: str(full[number]).split()[0]
        for number, forms in short.items()
        for form in str(forms).split()
        if number in full
    }


@cache
def _months() -> re.Pattern[str]:
    names = "|".join(sorted(_month_names(), key=len, reverse=True))
    return re.compile(
        rf"\b(\d{{1,2}}(?:\.?[º°])?(?: de |[ -/]))((?:{names})\.?)(?=(?: de| del|,)? ?\d{{4}}\b)",
        re.IGNORECASE,
    )
