"""Articles that Spanish has and English has not.

Before a title with a name (*el ministro Vargas*: Minister Vargas) or a law with a number (*la Ley 31822*: Law 31822), a
percentage (*el 60 %*: 60%), a country (*el Perú*: Peru), a year (*en el 2022*: in 2022), a day of the week (*el lunes*: on Monday), and a time that is past or to
come (*el año pasado*: last year).
"""

from __future__ import annotations

from ....language import of
from ....language.calendar import weekdays
from ....language.text import fold
from ....names.places import countries
from .sentence import Word, drop, heads

_SPANISH = of("es")
_TITLES = _SPANISH.words("names", "titles", "roles")
_OFFICES = _SPANISH.words("grammar", "offices")
_ADDRESSED = _TITLES | _OFFICES | _SPANISH.words("grammar", "addressed")
_NUMBERED = _SPANISH.words("grammar", "numbered")
_FORMS_OF_ADDRESS = {str(form): str(said) for form, said in _SPANISH.table("address_in_english").items()}
_DAYS = weekdays("es")
_TIMES = frozenset("año mes semana".split()) | _DAYS
_RELATIVE = {"pasado": "last", "próximo": "next"}


def articles(words: list[Word]) -> None:
    """Take out articles that English does not have."""
    n = 0
    while n + 1 < len(words):
        if words[n].base == "señor" and words[n].has("sg"):
            _address(words, n)
        elif words[n].base in ("don", "doña") and words[n].kind == "n" and words[n + 1].kind == "np":
            words[n].targets = [_form(words[n]) + "<n><sg>"]
        if words[n].base in ("el", "uno") and words[n].kind == "det" and _percent(words, n + 1):
            drop(words, n)
        elif words[n].base == "el" and words[n].kind == "det":
            _article(words, n)
        n += 1


def _percent(words: list[Word], at: int) -> bool:
    """Whether a number in words and *por ciento* are there: *un treinta por ciento*."""
    start = at
    while at < len(words) and words[at].kind == "num":
        at += 1
    return start < at < len(words) and words[at].base == "por ciento"


def _bare(words: list[Word], at: int) -> bool:
    """Whether a country stands alone there: *en el Perú*, and not *el Perú de hoy*, *el Perú profundo*."""
    if " " in words[at - 1].lemma:
        return False  # el Reino Unido
    return at >= len(words) or not (words[at].kind in ("adj", "np", "rel") or words[at].base in ("de", "que"))


def _address(words: list[Word], n: int) -> None:
    """*Señor Ministro*: Minister, with a capital as offices have that one speaks to; *Señora Rosa Quispe*: Ms. Rosa Quispe."""
    title, office = words[n], words[n + 1]
    if office.before != " ":
        return
    if office.kind == "np":
        title.targets = [_form(title) + "<n><sg>"]
    elif office.base in _ADDRESSED and (office.lemma[:1].isupper() or heads(words, n)):
        drop(words, n)
        office.targets = [target[:1].upper() + target[1:] for target in office.targets]


def _form(title: Word) -> str:
    """Mr., Ms. and their like."""
    base = title.base.rstrip(".")
    return _FORMS_OF_ADDRESS[base + "a" if base == "señor" and title.has("f") else base]


def _article(words: list[Word], n: int) -> None:
    noun = words[n + 1]
    after = words[n + 2] if n + 2 < len(words) else None
    if noun.kind == "num":
        percent = noun.has("percent") or (after is not None and after.before.strip() == "%")
        year = noun.base.isdecimal() and 1900 <= int(noun.base) < 2100 and n > 0 and words[n - 1].kind == "pr"
        if percent or (year and not (after is not None and after.kind in ("n", "adj"))):
            drop(words, n)
    elif noun.base in _TIMES and after is not None and after.base in _RELATIVE:
        after.say(_RELATIVE[after.base])
        drop(words, n)
    elif noun.base == "pasado" and after is not None and after.kind == "num" and after.before == " ":
        date = [word.base for word in words[n + 3 : n + 4]] == ["de"]  # el pasado 9 de enero
        if date and not (n and words[n - 1].kind == "pr"):
            words[n].tag("<pr>")
            words[n].say("on", "<pr>")
            drop(words, n + 1)
        elif date:
            drop(words, n)
            drop(words, n)
    elif noun.base in _RELATIVE and after is not None and after.base in _TIMES:
        noun.say(_RELATIVE[noun.base])
        drop(words, n)
        if n and words[n - 1].kind in ("n", "adj", "np") and after.has("sg"):
            noun.tag("<adv>")  # en el pleno la próxima semana: no word of the noun before it
            noun.targets = [f"{_RELATIVE[noun.base]} {after.targets[0].partition('<')[0]}<adv>"]
            drop(words, n + 1)
    elif (
        noun.kind == "np" and words[n].has("sg") and fold(noun.base) in countries()[0] and _bare(words, n + 2)
    ):
        drop(words, n)
    elif noun.base in _DAYS:
        if n and words[n - 1].kind == "pr":
            drop(words, n)
        else:
            words[n].tag("<pr>")
            words[n].say("on", "<pr>")
    elif noun.kind == "n" and after is not None and after.before == " ":
        title = noun.base.rstrip(".")
        if title in _TITLES and after.kind == "np" and noun.has("sg"):
            if title in _FORMS_OF_ADDRESS:
                noun.targets = [_form(noun) + "<n><sg>"]
            elif title in _OFFICES:
                noun.targets = [t[:1].upper() + t[1:] for t in noun.targets]
            drop(words, n)
        elif noun.base in _NUMBERED and (after.kind == "num" or (after.kind == "np" and noun.has("sg"))):
            drop(words, n)
