"""Those whom a loss befalls: *nos mataron a nuestros hijos* (they killed our children), *se nos murió el ganado* (our livestock died).

Spanish names them in the dative beside what is lost (Real Academia Española, Nueva gramática, 35.7: dativos simpatéticos); in English what is
lost is theirs. Said word by word the sentence turns round: our children killed us.
"""

from __future__ import annotations

import re

from ....language import of
from .negation import FINITE
from .phrases import movable, number, phrase
from .sentence import Word, capital, drop, heads, made, small

_SPANISH = of("es")
_DONE = (
    _SPANISH.words("grammar", "bodily", "taking", "handed_back") | {"matar", "desaparecer", "ejecutar"}
) - {"contratar"}
_PERSONS = _SPANISH.words("grammar", "people") | _SPANISH.words("names", "titles", "roles") | {"familiar"}
_LOST = {"ir": "slip away", "ser": "slip away"}
"""What goes from somebody: *se nos va la vida*, *se nos fue*, which the analyser takes for *ser*."""
_BY_ITSELF = _SPANISH.words("grammar", "by_itself", "going_from_us")
_OWN = {"p1": ("nuestro", "our"), "p3": ("suyo", "their")}
_BETWEEN = _SPANISH.words("grammar", "between_pronouns")
_NOMINAL = frozenset(("det", "n", "np", "adj", "num", ""))
_ENGLISH = re.compile(r"<(?:pri|ifi|pii|fti)><p3><(?:sg|pl)>")


def affected(words: list[Word]) -> None:
    """Say whose it is in the place of whom it befalls."""
    n = 0
    while n + 2 < len(words):
        if words[n].base == "se" and _dative(words[n + 1]) and not words[n].has("enc"):
            _lost(words, n)
        elif _dative(words[n]) and not words[n].has("enc") and not (n and words[n - 1].base == "se"):
            _bereaved(words, n)
        n += 1


def _dative(word: Word) -> bool:
    if word.base != "prpers" or not word.has("prn", "pro") or word.has("ref"):
        return False
    return word.has("p3", "mf") or word.has("p1")


def _bereaved(words: list[Word], n: int) -> None:
    """*Le mataron a su hijo*, *nos han desaparecido a tres compañeros*: whose they are is said with them."""
    verb = n + 1 + (words[n + 1].kind == "vbhaver")
    to = verb + 1
    if to + 2 >= len(words) or not FINITE.match(words[n + 1].tags) or words[verb].base not in _DONE:
        return
    if words[to].base != "a" or words[to].kind != "pr" or not movable(words, n, to + 1):
        return
    end = phrase(words, to + 1)
    head = next((word for word in words[to + 1 : end] if word.kind == "n"), None)
    if head is None or head.base not in _PERSONS:
        return
    first, own = words[to + 1], words[n].has("p1")
    if first.has("det", "pos") and (first.base in ("nuestro", "mío")) == own:
        front = fronted(words, n)
        drop(words, to)
        if front >= 0:
            _of(words, front, n, to, end - 1)
        else:
            _unnamed(words, n)
    elif own and first.kind == "num" and head.has("pl"):
        words.insert(to + 2, made("de nuestros", "<adv>", "of our"))
        drop(words, to)
        drop(words, n)


def fronted(words: list[Word], n: int) -> int:
    """Where *a Rosa* is before the pronoun; -1 if it is not."""
    first = n
    while first and (words[first - 1].base in _BETWEEN and words[first - 1].before == " "):
        first -= 1
    for start in range(first - 2, max(-1, first - 8), -1):
        if words[start + 1].kind not in _NOMINAL and not words[start + 1].has("pp"):
            return -1
        if words[start].base == "a" and words[start].kind == "pr":
            return start if heads(words, start) or words[start - 1].kind in ("cm", "cnjcoo", "cnjsub") else -1
    return -1


def _of(words: list[Word], front: int, n: int, own: int, end: int) -> None:
    """*A Rosa le mataron su hijo*: they killed the son of Rosa. `own`: where the possessive is; `end`: one past what is lost."""
    whose = words[front : _end(words, front)]
    theirs = words[own]
    theirs.tag(theirs.tags.replace("<det><pos><mf>", "<det><def><m>"))
    theirs.name("el")
    theirs.targets = [f"the<det><def>{'<m><pl>' if theirs.has('pl') else '<m><sg>'}"]
    opens, blank = heads(words, front), words[front].before
    del words[n]
    words[end - 1 : end - 1] = whose
    del words[front : front + len(whose)]
    whose[0].tag("<pr>")
    words[front].before = blank
    if opens:
        capital(words[front], whose[0])
        small(whose[0])
    whose[0].name("de")
    whose[0].targets = ["of<pr>"]
    whose[0].before = " "


def _end(words: list[Word], front: int) -> int:
    """One past those who are named behind *a*."""
    at = front + 1
    while at < len(words) and words[at].kind in _NOMINAL:
        at += 1
    return at


def _unnamed(words: list[Word], n: int) -> None:
    """Take the pronoun out; *en la masacre les mataron*: they killed, where nobody who did it is named."""
    who = "<prn><tn><p3><mf><pl>"
    start = n
    while start and not (heads(words, start) or words[start - 1].kind in ("cm", "cnjcoo", "cnjsub")):
        start -= 1
    if start < n and words[start].kind == "pr" and words[n + 1].has("p3", "pl"):
        words[n] = made("prpers", who, "prpers", target_tags=who.replace("tn", "subj"))
    else:
        drop(words, n)


def _lost(words: list[Word], n: int) -> None:
    """*Se nos murió el ganado*, *a los niños se les murió la madre*, *se nos va la vida*."""
    verb = words[n + 2]
    end = phrase(words, n + 3)
    if verb.base not in _BY_ITSELF or not _ENGLISH.search(verb.tags) or end == n + 3:
        return
    article = words[n + 3]
    if not article.has("det", "def") or number(words, n + 3, end) != ("pl" if verb.has("pl") else "sg"):
        return
    if not movable(words, n, end):
        return
    front = fronted(words, n)
    if front < 0:
        spanish, english = _OWN["p1" if words[n + 1].has("p1") else "p3"]
        article.name(spanish)
        article.tag(article.tags.replace("<def>", "<pos>"))
        article.targets = [english + article.tags.replace("<f>", "<m>")]
    denied = n > 0 and words[n - 1].base == "no"
    start = front if front >= 0 else n - denied
    whose = words[front : _end(words, front)] if front >= 0 else []
    opens, blank = heads(words, start), words[start].before
    first = words[start]
    lost = _LOST.get(verb.base)
    if lost:
        verb.tag(verb.tags.replace("<vbser>", "<vblex>"))
        verb.name("escabullir")
        verb.say(lost.split()[0], verb.tags)
    said = [*words[n + 3 : end], *whose, *([words[n - 1]] if denied else []), verb]
    if lost:
        said.append(made("lejos", "<adv>", lost.split()[1]))
    words[start:end] = said
    for word in said:
        word.before = " "
    said[0].before = blank
    if opens and said[0] is not first:
        capital(said[0], first)
        small(first)
    if whose:
        whose[0].name("de")
        whose[0].targets = ["of<pr>"]
