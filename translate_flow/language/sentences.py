"""Sentences of a Spanish or English text.

Own rules rather than a library: pySBD 0.3.4, the one with Spanish rules and no model, cuts
after *p.* in *p. m.*, *av.* and *p. ej.*, and takes a millisecond for a paragraph; these
rules take a twentieth of that and know the abbreviations of Peruvian statements.

A boundary is where a run of end signs, with the quotes, brackets and markup that close after
it, is followed by white space and by something that can open a sentence. A line break always
is one: it is kept in translations, so that nothing reaches across it.
"""

from __future__ import annotations

import re
from functools import lru_cache

_CLOSERS = r"[\"'”’»)\]}*_~]"
_NOTES = r"(?:\[\^[^\[\]\s]+\]|\[\d{1,3}\]|[¹²³⁴-⁹⁰]|</\w+>)"
_SIGNS = rf"(?<![.!?…])([.!?…]++)({_CLOSERS}*+{_NOTES}*+{_CLOSERS}*+)"
_END = re.compile(rf"(?:{_SIGNS}|(?<=\n))(\s+)|(?<!\s)(\s*\n\s*)")
_END_IN_A_LINE = re.compile(rf"{_SIGNS}(\s+)")
"""The same for a text without line breaks, found four times as fast."""
_LAST_WORD = re.compile(r"(?:^|[\s(¿¡“«\"'‘\[*_/—–-])((?:[^\W\d_]+\.)*[^\W\d_]+)\Z")
_NEXT_WORD = re.compile(r"[¿¡“«\"'‘(\[*_—–\s-]*([^\W_]+)")
_INITIALS = re.compile(r"(?:[A-ZÁÉÍÓÚÑ]\.)*[A-ZÁÉÍÓÚÑ]\Z")
_DOUBLED = re.compile(r"([A-ZÁÉÍÓÚÑ])\1\Z")
_ENUMERATOR = re.compile(r"[*_(\s]*(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})(?:\.\d{1,3})*\Z")
_LONGEST = 80
"""Characters before a full stop that are looked at: more than any abbreviation or enumerator has."""
_ITEM = re.compile(r"[a-z]\) ")
_ROMAN = re.compile(r"[IVXLC]+\Z")
_DAY_HALF = re.compile(r"\b[ap]\.?\s?m\Z", re.IGNORECASE)
_ERA = re.compile(r"\b[ad]\.?\s?[CJ]\Z")

_ANYWHERE = (
    "dr dra drs dres sr sra srs sres srta srtas sto sta mons prof profa ing arq abg abog lic econ psic gral cnel cmdte "
    "tnte cap capt sgto alm fr hno hna pbro excmo excma ilmo ilma dn dña phd "
    "art arts inc num núm nums núms nro nros pág págs pag pags vol vols ed eds fig figs cf cfr vid op cit núms "
    "av avda jr jirón psje urb mz mza lte lt dpto dpto prov dist km kms aprox tel telf tlf cel máx mín "
    "ud uds vd vds ej vgr exp res reg ref refs vs cía"
).split()
"""Spanish abbreviations that a name, a number or a further word follows."""
_ENGLISH = (
    "dr drs mr mrs ms prof rev fr hon gen col capt sgt lt gov sen rep pres st messrs dept univ "
    "art arts no nos vol vols ed eds fig figs pp cf vs eg ie viz approx apt ave blvd rd mt tel ext "
    "jan feb mar apr jun jul aug sept sep oct nov dec"
).split()
_MAY_END = frozenset("cía cia inc ltd co corp jr sr ee uu ss aa rr hh ff pp jj oo mm dd cc gg ong al".split())
"""Abbreviations that may close a sentence: they do before a word that opens one."""
_ONLY_BEFORE_DIGITS = frozenset(
    "no nos nro nros n p pp pag pags pág págs c s mar jan feb apr jun jul aug sep oct dec".split()
)
"""What is an abbreviation before a number and otherwise a word: *No. 5*, *No. Nunca.*"""

_OPENERS = frozenset(
    "el la los las lo un una unos unas al del de en con por para sin sobre tras ante desde hasta según entre durante mediante "
    "este esta estos estas esto ese esa esos esas eso aquel aquella aquellos aquellas su sus nuestro nuestra nuestros nuestras "
    "no ni si sí se y o pero mas aunque sino también tampoco además asimismo así luego entonces ahora hoy ayer ya aún todavía "
    "como cuando donde mientras porque pues que quien quienes cual cuál qué quién cómo cuándo dónde cuánto a es son fue fueron era eran "
    "ha han hay había él ella ellos ellas nosotros nosotras todo toda todos todas cada otro otra otros otras muchos muchas algunos algunas "
    "exigimos denunciamos demandamos rechazamos saludamos exhortamos expresamos recordamos solicitamos llamamos pedimos finalmente "
    "the a an in on at by for from with without to of it its he she they we you i this that these those there here his her their our "
    "and but or so yet if when while where who what why how as since after before not no nor also however moreover today then now "
    "all each some many most other another both is are was were has have had will".split()
)  # fmt: skip
"""Words that, with a capital, open a sentence rather than carry on a name."""

_ABBREVIATIONS = {
    "es": frozenset(_ANYWHERE) - _ONLY_BEFORE_DIGITS,
    "en": frozenset(_ENGLISH) - _ONLY_BEFORE_DIGITS,
}
_DOTTED = frozenset("p.ej e.g i.e v.g v.gr op.cit ob.cit loc.cit".split())


def spans(text: str, language: str = "es") -> list[tuple[int, int]]:
    """First character and end of each sentence, white space between them left out.

    `language` is a BCP 47 tag; other languages than Spanish and English get the rules both share.
    """
    base = language.split("-")[0].lower()
    found: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip())
    for end in (_END if "\n" in text else _END_IN_A_LINE).finditer(text):
        if end.start() < start:
            continue
        broken = "\n" in end[0]
        if not broken and (end[1] is None or not _ends(text, start, end, base)):
            continue
        close = end.start(3) if end[3] is not None else end.start(4)
        if close > start:
            found.append((start, close))
        start = end.end()
    close = len(text.rstrip())
    if close > start:
        found.append((start, close))
    return found


def split(text: str, language: str = "es") -> list[str]:
    """The sentences of a text, without the white space between them."""
    return [text[start:end] for start, end in spans(text, language)]


@lru_cache(maxsize=1024)
def _known(base: str) -> frozenset[str]:
    both = _ABBREVIATIONS["es"] & _ABBREVIATIONS["en"]
    return _ABBREVIATIONS.get(base, both)


def _ends(text: str, start: int, end: re.Match[str], base: str) -> bool:
    """Whether the end signs at this place close a sentence that began at `start`."""
    following = _NEXT_WORD.match(text, end.end())
    after = text[end.end() : end.end() + 1]
    if following is None:
        return after in "¿¡“«\"'‘([—–*_…" if after else True
    word = following[1]
    if word[0].islower() and after not in "¿¡" and not _ITEM.match(text, end.end()):
        return False
    if end[1] != ".":
        return True
    return _dot_ends(text, start, end.start(), bool(end[2]), word, base)


def _dot_ends(text: str, start: int, dot: int, closed: bool, word: str, base: str) -> bool:
    """The same for a single full stop, given the word after it."""
    before = text[start:dot]
    digits = word[0].isdigit()
    opener = word[0].isupper() and word.lower() in _OPENERS
    if not closed and len(before) < _LONGEST and _ENUMERATOR.fullmatch(before):
        return False
    # The last words tell; a search from the start of a long sentence would be most of the work.
    before = before[-_LONGEST:]
    found = _LAST_WORD.search(before, max(before.rfind(" "), 0))
    if found is None:
        return True
    last = found[1]
    low = last.lower()
    if low in _ONLY_BEFORE_DIGITS and digits:
        return False
    if (low in ("a", "d") and word in ("C", "J")) or (low == "s" and _ROMAN.match(word)):
        return False  # "a. C.", "s. XX"
    if low in _DOTTED or (low == "ej" and before.rstrip()[:-2].rstrip().lower().endswith("p.")):
        return False
    capital = last[-1].isupper()
    if low in _MAY_END or (capital and _DOUBLED.search(last)) or _closes_a_date(before):
        return opener or closed
    if low in _known(base):
        return False
    if capital and _INITIALS.fullmatch(last):
        # "J. Pérez", "D.S. 044", "EE. UU. La": a name or a number goes on, a sentence begins anew.
        return opener and (len(last) > 1 or not _initial_of_a_name(before))
    return True


def _closes_a_date(before: str) -> bool:
    """Whether *p. m*, *a. C* or the like stands before the full stop: the last letter alone tells most others."""
    last = before[-1:]
    return (last in "mM" and bool(_DAY_HALF.search(before))) or (last in "CJ" and bool(_ERA.search(before)))


def _initial_of_a_name(before: str) -> bool:
    """Whether a single capital stands after a capitalised word or alone, as an initial does."""
    words = before.split()
    return len(words) < 2 or words[-2][:1].isupper()
