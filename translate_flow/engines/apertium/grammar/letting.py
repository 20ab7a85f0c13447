"""*Dejar* with an infinitive, which is to let: *no los dejaron entrar*, *dejaron morir a los heridos*, *que nos dejen trabajar*.

The dictionaries say *leave* first; English has the one who is let between the two verbs (Real Academia Española, Nueva gramática, 26.9).
"""

from __future__ import annotations

from ....language import of
from ..supplement import supplement
from .phrases import movable, phrase, swap
from .sentence import Word, drop, made

_SPANISH = of("es")
_GOING = _SPANISH.words("grammar", "going")
"""What one does to a place, too: *a la plaza* behind them need not be whom."""
_HUMAN = _SPANISH.words("grammar", "human", "bodily") | _GOING
_PEOPLE = _SPANISH.words("grammar", "people") | _SPANISH.words("names", "titles", "roles")
_HAPPENING = _SPANISH.words("grammar", "appearing")
_GIVING = _SPANISH.words("grammar", "telling", "giving", "making_known")
"""What is made known *to* somebody."""
LETTING = _SPANISH.words("grammar", "letting")
"""Verbs that it looks at."""
_JUDGED = frozenset(("responsable", "culpable", "inocente"))
_CLOSING = frozenset(("sent", "cm", "cnjcoo"))


def letting(words: list[Word]) -> None:
    """Say *let*, and whom, behind it."""
    n = 0
    while n + 1 < len(words):
        if words[n].base == "hacer" and words[n].kind == "vblex" and words[n + 1].has("inf"):
            _make(words, n)
        elif words[n].base == "dejar" and words[n].has("pp") and n and words[n - 1].kind == "vbhaver":
            if words[n + 1].has("inf"):
                words[n].say("let")  # no los han dejado hablar
        elif words[n].base == "dejar" and words[n].kind == "vblex" and not words[n].has("pp"):
            if words[n + 1].base == "que" and words[n + 1].kind == "cnjsub":
                words[n].say("allow")
            else:
                _let(words, n)
                _left(words, n)
        elif words[n].base in ("hallar", "encontrar", "declarar") and words[n + 1].base in _JUDGED:
            words[n + 1].tag("<adj><mf><sp>")
            words[n + 1].say(
                {"responsable": "responsible", "culpable": "guilty"}.get(words[n + 1].base, "innocent"),
                "<adj>",
            )
            _left(words, n)
        n += 1


def _let(words: list[Word], n: int) -> None:
    at = n + 1 + words[n + 1].has("enc")
    if at >= len(words) or [word.base for word in words[at : at + 2]] == ["llevar", "por"]:
        return  # no dejarse llevar por la rabia
    if words[at].has("inf"):
        pronoun = words[n - 1] if n and words[n - 1].has("prn", "pro") else None
        if pronoun is not None and pronoun.has("p1", "pl") and words[n].has("p1", "pl"):
            _ourselves(words, n, at)
            return
        _say(words, n, at)
        if at == n + 1 and pronoun is None:
            _whom(words, n, at)
        return
    end = phrase(words, at + 1)  # dejaron al herido morir
    if words[at].base == "a" and at + 1 < end < len(words) and words[end].has("inf"):
        _say(words, n, end)
        drop(words, at)
    elif at < (end := phrase(words, at)) < len(words) and words[end].has("inf"):
        _say(words, n, end)


_STATES = frozenset(("sin", "bajo", "en"))
"""Prepositions of how somebody is left: *dejó sin luz*, *dejó en la ruina*."""


def _left(words: list[Word], n: int) -> None:
    """*Dejó atrapados a nueve mineros*, *dejó sin luz a media ciudad*: left nine miners trapped, half the city without light."""
    at = n + 1
    if words[n].base.startswith("permitir") or at >= len(words):
        return
    if words[at].base in _STATES and words[at].kind == "pr":
        at = phrase(words, at + 1)
    elif words[at].kind == "adj" or words[at].has("pp"):
        at += 1
    else:
        return
    if at + 1 >= len(words) or words[at].base != "a" or words[at].kind != "pr":
        return
    end = phrase(words, at + 1)
    if end > at + 1 and movable(words, n, end):
        drop(words, at)
        state = words[n + 1]
        if state.kind == "adj":  # it stays behind the noun
            english = supplement().english.get(f"{state.base}<adj>".encode(), ("",))[0]
            state.tag("<adv>")
            state.targets = [(english or state.targets[0].partition("<")[0]) + "<adv>"]
        swap(words, n + 1, at, end - 1)


def _make(words: list[Word], n: int) -> None:
    """*Hicieron retroceder a la policía*: made the police retreat."""
    doing, at = words[n + 1], n + 2
    if at + 1 >= len(words) or words[at].base != "a" or words[at].kind != "pr" or doing.kind != "vblex":
        return
    end = phrase(words, at + 1)
    if end == at + 1 or not movable(words, n, end) or doing.base in _GIVING:
        return
    words[n].say("make")
    english = supplement().english.get(f"{doing.base}<vblex>".encode(), ("",))[0]
    doing.tag("<adv>")
    doing.targets = [(english or doing.targets[0].partition("<")[0]).replace("#", "").lstrip("@") + "<adv>"]
    drop(words, at)
    swap(words, n + 1, at, end - 1)


def _ourselves(words: list[Word], n: int, doing: int) -> None:
    """*No nos dejaremos intimidar*: let ourselves be intimidated."""
    if words[doing].base not in _SPANISH.words("grammar", "direct", "bodily"):
        return
    verb = words[doing]
    verb.tag(verb.tags.replace("<inf>", "<pp><m><sg>"))
    verb.targets = [target.replace("<inf>", "<pp><m><sg>") for target in verb.targets]
    words[n].name("permitir# dejar")
    words[n].say("let")
    words[doing:doing] = [made("mismo", "<adv>", "ourselves"), made("ser", "<vbser><inf>", "be")]
    drop(words, n - 1)


def _say(words: list[Word], n: int, doing: int) -> None:
    words[n].name("Permitir# dejar" if words[n].lemma[:1].isupper() else "permitir# dejar")
    words[n].say("let")
    pronoun = words[n - 1] if n else None
    if pronoun is None or not pronoun.has("prn", "pro"):
        pronoun = words[n + 1] if words[n + 1].has("enc") else None
    if pronoun is not None and words[doing].base in _HUMAN:
        gender = "<f>" if pronoun.has("f") else "<m>"
        pronoun.targets = [target.replace("<nt>", gender) for target in pronoun.targets]


def _whom(words: list[Word], n: int, doing: int) -> None:
    """*Dejaron entrar a los policías*: the one who is let goes before the infinitive; *no dejan pasar*: people."""
    at = doing + 1
    if at < len(words) and words[at].kind == "pr" and words[at].base in ("en", "con", "de"):
        beside = phrase(words, at + 1)  # dejen vivir en paz a las comunidades
        if beside < len(words) and words[beside].base == "a" and words[beside].kind == "pr":
            at = beside
    personal = at < len(words) and words[at].base == "a" and words[at].kind == "pr"
    end = phrase(words, at + personal)
    if end == at + personal < len(words) and words[end].has("prn", "tn"):
        end += 1  # no dejó salir a nadie
    if end > at + personal and movable(words, n, end):
        somebody = any(
            word.base in _PEOPLE or word.has("prn", "tn") or word.has("ant") or word.has("n", "pl")
            for word in words[at:end]
        )
        if personal and (somebody or words[doing].base not in _GOING - {"pasar"}):
            drop(words, at)
            swap(words, doing, at, end - 1)
        elif not personal and words[doing].base in _HAPPENING:
            swap(words, doing, at, end)
    elif words[doing].base in _HUMAN and (at >= len(words) or words[at].kind in _CLOSING):
        words.insert(doing, made("persona", "<n><f><pl>", "people", target_tags="<n><pl>"))
