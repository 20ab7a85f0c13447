"""More verbs that with another say how it goes on: *siguen las protestas*, *terminó por renunciar*, *andan diciendo*, *quedaron en responder*.

Real Academia Española, Nueva gramática, chapter 28; see `periphrases`, which comes after.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ....language import of
from .negation import FINITE
from .phrases import movable, number, phrase, swap
from .sentence import Word, capital, drop, heads, made

_TIME = of("es").words("grammar", "spans_of_time")
_PLACES = of("es").words("grammar", "places_of_care", "bodies", "homes") | {"local", "lugar", "zona", "mina"}
_PEOPLE = of("es").words("grammar", "people") | of("es").words("names", "titles", "roles")
_HOURS = of("es").words("grammar", "opening")
_RAIDED = of("es").words("grammar", "raided")
_STOPPING = of("es").words("grammar", "stopping")
_CHOICES = of("es").words("grammar", "choices")
_ENDING = of("es").words("grammar", "ending")
_ON_PERSONS = of("es").words("grammar", "bodily")
_LASTING = of("es").words("grammar", "confined", "held_for_long")
_FINITE = re.compile(r"<(?:pri|prs|ifi|pii|pis|fti|cni)><p\d><(?:sg|pl)>")
_CLOSES = frozenset(("sent", "cm", "cnjcoo", "cnjadv"))


def phases(words: list[Word]) -> None:
    """Say such verbs as English does."""
    n = 0
    while n < len(words):
        rule = PHASES.get(words[n].base)
        if rule is not None and words[n].kind == "vblex":
            rule(words, n)
        n += 1


def _goes_on(words: list[Word], n: int) -> None:
    """*La huelga sigue*, *siguen las protestas*: continues; somebody is followed."""
    after = words[n + 1] if n + 1 < len(words) else None
    before = words[n - 1] if n else None
    if words[n].has("pp"):
        if words[n].base == "seguir" and words[n].has("pl") and before is not None and before.has("n", "pl"):
            words[n].tag("<adv>")  # tres sesiones seguidas
            words[n].targets = ["in a row<adv>"]
        return
    if before is not None and before.has("prn", "pro"):
        return
    if after is None or after.kind in _CLOSES or after.base in ("en pie", "igual", "hoy", "aún", "adelante"):
        words[n].say("continue")
        return
    end = phrase(words, n + 1)
    opens = heads(words, n) or (before is not None and before.kind in ("cm", "cnjcoo"))
    closes = end >= len(words) or words[end].kind in _CLOSES or words[end].base == "en"
    if not words[n].has("p3") or end == n + 1 or not (opens and closes and movable(words, n, end)):
        return
    if words[n + 1].has("det", "def") and number(words, n + 1, end) == ("pl" if words[n].has("pl") else "sg"):
        words[n].name("Continuar" if words[n].lemma[:1].isupper() else "continuar")
        words[n].say("continue")
        swap(words, n, n + 1, end)


def _ends_up(words: list[Word], n: int) -> None:
    """*Terminó por renunciar*, *terminan pagando*: ended up resigning, end up paying."""
    by = n + 2 < len(words) and words[n + 1].base == "por" and words[n + 2].has("inf")
    doing = n + 1 < len(words) and words[n + 1].has("ger")
    if not (by or doing) or not _FINITE.search(words[n].tags):
        return
    if by:
        words[n + 2].tag(words[n + 2].tags.replace("<inf>", "<ger>"))
        words[n + 2].targets = [target.replace("<inf>", "<ger>") for target in words[n + 2].targets]
        drop(words, n + 1)
    words[n].say("end")
    words.insert(n + 1, made("finalmente", "<adv>", "up"))


def _is_doing(words: list[Word], n: int) -> None:
    """*Vamos ganando*, *andan diciendo*: we are winning, they are saying."""
    if n + 1 >= len(words) or not words[n + 1].has("ger") or not _FINITE.search(words[n].tags):
        return
    tags = words[n].tags.replace("<vblex>", "<vbser>")
    upper = words[n].lemma[:1].isupper()
    words[n].name("Estar" if upper else "estar")
    words[n].tag(tags)
    words[n].targets = [("Be" if upper else "be") + tags]


def _agreed(words: list[Word], n: int) -> None:
    """*Quedaron en responder*: agreed to answer."""
    if _have_left(words, n):
        return
    if n + 2 < len(words) and words[n + 1].base == "en" and words[n + 2].has("inf"):
        words[n].name("Acordar" if words[n].lemma[:1].isupper() else "acordar")
        words[n].say("agree")
        words[n + 1].tag("<adv>")
        words[n + 1].targets = ["to<adv>"]


def _have_left(words: list[Word], n: int) -> bool:
    """*Le quedan pocos días*: he has few days left; whether it was said so."""
    own = words[n - 1] if n else None
    form = _FINITE.search(words[n].tags)
    if own is None or form is None or not own.has("prn", "pro") or own.has("ref") or not words[n].has("p3"):
        return False
    end = phrase(words, n + 1)
    if end == n + 1 or not (own.has("mf") or own.has("p1")) or words[n + 1].has("def"):
        return False
    if any(word.base in _CHOICES for word in words[n + 1 : end]):
        return False
    person = "<p1><mf><pl>" if own.has("p1", "pl") else "<p3><mf><pl>" if own.has("pl") else "<p3><m><sg>"
    verb = "<p1><pl>" if own.has("p1", "pl") else "<p3><pl>" if own.has("pl") else "<p3><sg>"
    own.tag("<prn><tn>" + person)
    own.targets = [own.targets[0].partition("<")[0] + "<prn><subj>" + person]
    tags = form[0].partition(">")[0] + ">" + verb
    words[n].name("Tener" if words[n].lemma[:1].isupper() else "tener")
    words[n].tag("<vblex>" + tags)
    words[n].targets = ["have<vblex>" + tags]
    words.insert(end, made("todavía", "<adv>", "left"))
    return True


def _about_to(words: list[Word], n: int) -> None:
    """*Están por desalojarnos*: are about to evict us."""
    if n + 2 < len(words) and words[n + 1].base == "por" and words[n + 2].has("inf"):
        words[n + 1].tag("<adv>")
        words[n + 1].targets = ["about to<adv>"]


def _held_for(words: list[Word], n: int) -> None:
    """*Lleva preso dos años*, *llevan dos años presos*: has been imprisoned for two years; *y se llevaron el archivo*: they took."""
    if n > 1 and words[n - 1].base == "se" and words[n].has("p3", "pl") and words[n - 2].kind == "cnjcoo":
        who = "<prn><tn><p3><mf><pl>"
        words[n - 1] = made("prpers", who, "prpers", target_tags=who.replace("tn", "subj"))
        return
    form = _FINITE.search(words[n].tags)
    if form is None or not ("<pri>" in form[0] or "<pii>" in form[0]):
        return
    at = n + 1
    state = words[at] if at < len(words) and words[at].base in _LASTING else None
    start = at + (state is not None)
    end = _span(words, start)
    if end == start:
        return
    if state is None:
        state = words[end] if end < len(words) and words[end].base in _LASTING else None
        if state is None:
            return
    said = words[start:end]
    words[n + 1 : max(end, words.index(state) + 1)] = [
        made("ser", "<vbser><pp><m><sg>", "be"),
        state,
        made("durante", "<pr>", "for"),
        *said,
    ]
    number_of = "<pl>" if state.has("pl") else "<sg>"
    if state.base in ("preso", "presa"):
        state.name("encarcelado")
        state.tag(f"<adj><m>{number_of}")
        state.targets = [f"imprisoned<adj><m>{number_of}"]
    upper = words[n].lemma[:1].isupper()
    words[n].name("Haber" if upper else "haber")
    words[n].tag("<vbhaver>" + form[0])
    words[n].targets = [("Have" if upper else "have") + "<vbhaver>" + form[0]]


def _span(words: list[Word], start: int) -> int:
    at = start
    while at < len(words) and at < start + 4 and words[at].kind in ("num", "adj", "det", "predet", "adv"):
        at += 1
    return at + 1 if at > start and at < len(words) and words[at].base in _TIME else start


def _go_to(words: list[Word], n: int) -> None:
    """*Que se constituya en la comisaría*: go to; *se constituyen en una amenaza* is become."""
    if n + 2 >= len(words) or words[n + 1].base != "en" or not n or words[n - 1].base != "se":
        return
    named = words[n + 2 : max(phrase(words, n + 2), n + 3)]
    if any(word.base.split(" ")[0] in _PLACES or word.kind == "np" for word in named):
        words[n].name("acudir así")
        words[n].say("go")
        words[n + 1].say("to", "<pr>")
        words[n + 1].name("a")
        drop(words, n - 1)


def _stop_oneself(words: list[Word], n: int) -> None:
    """*Le ordenó detenerse*: to stop; *deben detenerse las obras* says what is stopped."""
    own = words[n + 1] if n + 1 < len(words) and words[n].has("inf") else None
    pronoun = words[n - 1] if n > 1 else None
    if pronoun is not None and pronoun.has("prn", "pro") and words[n - 2].base in ("nada", "nadie"):
        words[n].name("frenar")  # nada nos detendrá
        words[n].say("stop")
    if own is not None and own.base == "se" and own.has("enc") and n and words[n - 1].base in _STOPPING:
        words[n].name("frenar")
        words[n].say("stop")
        del words[n + 1]
        words.insert(n, made("para", "<adv>", "to"))


def _expires(words: list[Word], n: int) -> None:
    """*Que se venza el plazo*: expires."""
    end = phrase(words, n + 1)
    if n and words[n - 1].base == "se" and any(word.base in _ENDING for word in words[n + 1 : end]):
        words[n].name("caducar")
        words[n].say("expire")
        drop(words, n - 1)


def _ordered(words: list[Word], n: int) -> None:
    """*Quienes lo mandaron matar*: ordered him killed."""
    own = words[n - 1] if n else None
    if n + 1 >= len(words) or own is None or not words[n + 1].has("inf") or words[n + 1].kind != "vblex":
        return
    if not own.has("prn", "pro") or own.has("ref") or words[n + 1].base not in _ON_PERSONS:
        return
    gender = "<f>" if own.has("f") else "<m>"
    own.targets = [target.replace("<nt>", gender) for target in own.targets]
    words[n].name("Ordenar así" if words[n].lemma[:1].isupper() else "ordenar así")
    words[n].say("order")
    words[n + 1].tag("<vblex><pp><m><sg>")
    words[n + 1].targets = [target.replace("<inf>", "<pp><m><sg>") for target in words[n + 1].targets]
    if FINITE.match(words[n].tags):
        own.tag(own.tags.replace("<pro>", "<enc>"))
        words[n - 1 : n + 1] = [words[n], own]
        words[n - 1].before, own.before = own.before, " "
        if heads(words, n - 1):
            capital(words[n - 1], own)


def _make_do(words: list[Word], n: int) -> None:
    """*Pretenden hacernos creer*: to make us believe."""
    at = n + 1
    if at + 1 < len(words) and words[n].has("inf") and words[at].has("enc") and words[at + 1].has("inf"):
        words[n].say("make")


def _named(words: list[Word], n: int) -> None:
    """*El juez se declaró incompetente*: declared himself; things are declared so by others."""
    after = words[n + 1] if n + 1 < len(words) else None
    if after is None or after.kind != "adj" or n < 2 or words[n - 1].base != "se":
        return
    who = words[n - 2]
    if who.kind in ("n", "np") and (who.base in _PEOPLE or who.has("ant")):
        self = "themselves" if who.has("pl") else "herself" if who.has("f") else "himself"
        words[n - 1 : n + 1] = [words[n], made("mismo", "<adv>", self)]
        words[n - 1].before = " "


def _stopped(words: list[Word], n: int) -> None:
    """*La policía intervino a un joven*, *intervino el local*: stopped, searched."""
    after = words[n + 1] if n + 1 < len(words) else None
    if after is None or words[n].has("inf"):
        return
    personal = after.base == "a" and after.kind == "pr"
    end = phrase(words, n + 1 + personal)
    named = {word.base for word in words[n + 1 : end]}
    if personal and end > n + 2 and not named.isdisjoint(_PEOPLE):
        _as(words, n, "stop")
        drop(words, n + 1)
    elif not named.isdisjoint(_RAIDED):
        _as(words, n, "search")


def _as(words: list[Word], n: int, english: str) -> None:
    words[n].name("Requisar así" if words[n].lemma[:1].isupper() else "requisar así")
    words[n].say(english, words[n].tags)


def _works(words: list[Word], n: int) -> None:
    """*El hospital todavía no atiende*, *la posta atiende por las mañanas*: is open; the sick are attended to."""
    after = words[n + 1] if n + 1 < len(words) else None
    closes = after is None or after.kind in _CLOSES or after.base in _HOURS
    if closes and words[n].has("p3") and _FINITE.search(words[n].tags):
        before = words[n - 1] if n else None
        if before is not None and before.has("prn", "pro"):
            return
        words[n].name("funcionar así")
        words[n].say("operate", words[n].tags)


def _matters(words: list[Word], n: int) -> None:
    """*No les importa*, *importa saber*: matters; goods are imported."""
    own, after = words[n - 1] if n else None, words[n + 1] if n + 1 < len(words) else None
    dative = own is not None and own.has("prn", "pro") and (own.has("mf") or own.has("p1"))
    clause = after is None or after.ends or after.has("inf") or after.has("itg") or after.base == "que"
    if words[n].has("p3") and (dative or clause):
        words[n].say("matter")


def _seems(words: list[Word], n: int) -> None:
    """*Nos parece injusto*, *nos parece que mienten*: it seems to us."""
    own, after = words[n - 1] if n else None, words[n + 1] if n + 1 < len(words) else None
    if own is None or after is None or not words[n].has("p3") or own.has("ref"):
        return
    if not own.has("prn", "pro") or not (own.has("mf") or own.has("p1")):
        return
    if not (after.kind in ("adj", "adv") or after.base == "que" or after.has("inf")):
        return
    upper = own.lemma[:1].isupper() and heads(words, n - 1)
    words[n].name("Resultar así" if upper else "resultar así")
    words[n].say("seem", "<vblex>" + words[n].tags.partition(">")[2])
    words[n].before = own.before
    del words[n - 1]
    own.name(own.lemma.lower())
    own.before = " "
    own.tag(own.tags.replace("<pro>", "<tn>"))
    own.targets = [target[:1].lower() + target[1:] for target in own.targets]
    at = n if after.base == "que" else n + 1
    words[at:at] = [made("a", "<pr>", "to"), own]


def _reaches(words: list[Word], n: int) -> None:
    """*Nos llegó la noticia*: reached us."""
    own = words[n - 1] if n else None
    ours = own is not None and own.has("prn", "pro", "p1") and words[n].has("p3")
    if ours and phrase(words, n + 1) > n + 1:
        words[n].name("alcanzar")
        words[n].say("reach")


def _throws_out(words: list[Word], n: int) -> None:
    """*Nos echaron*, *echaron a los inquilinos*: expelled."""
    own, after = words[n - 1] if n else None, words[n + 1] if n + 1 < len(words) else None
    pronoun = own is not None and own.has("prn", "pro") and not own.has("ref") and not own.has("p3", "mf")
    closes = after is None or after.ends or (after.kind == "pr" and after.base in ("de", "a", "por"))
    end = phrase(words, n + 2) if after is not None and after.base == "a" else 0
    personal = end > n + 2 and any(word.base in _PEOPLE for word in words[n + 2 : end])
    if (pronoun and closes) or personal:
        words[n].name("Expulsar" if words[n].lemma[:1].isupper() else "expulsar")
        words[n].say("expel")


def _takes_all(words: list[Word], n: int) -> None:
    """*Nos quitaron todo*: they took everything from us."""
    own, after = words[n - 1] if n else None, words[n + 1] if n + 1 < len(words) else None
    if own is None or after is None or after.base not in ("todo", "nada") or after.kind[:1] not in ("p", "a"):
        return
    if not own.has("prn", "pro") or own.has("ref") or not (own.has("mf") or own.has("p1")):
        return
    if not FINITE.match(words[n].tags):
        return
    words[n].before = own.before
    if heads(words, n - 1):
        capital(words[n], own)
    own.name(own.lemma.lower())
    own.tag(own.tags.replace("<pro>", "<tn>"))
    own.before = " "
    words[n - 1 : n + 2] = [words[n], after, made("de", "<pr>", "from"), own]


PHASES: dict[str, Callable[[list[Word], int], None]] = {
    "seguir": _goes_on,
    "continuar": _goes_on,
    "proseguir": _goes_on,
    "terminar": _ends_up,
    "acabar": _ends_up,
    "ir": _is_doing,
    "andar": _is_doing,
    "quedar": _agreed,
    "estar": _about_to,
    "llevar": _held_for,
    "constituir": _go_to,
    "detener": _stop_oneself,
    "importar": _matters,
    "parecer": _seems,
    "llegar": _reaches,
    "echar": _throws_out,
    **dict.fromkeys(of("es").words("grammar", "removing"), _takes_all),
    "vencer": _expires,
    "mandar": _ordered,
    "hacer": _make_do,
    "intervenir": _stopped,
    "atender": _works,
    "declarar": _named,
}
