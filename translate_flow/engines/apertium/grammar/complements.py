"""*No* before an infinitive that says what somebody decides, promises or is asked: *acordaron no firmar* (not to sign).

The rules of the pair make gerunds of them (*agreed not signing*, *undertook to not reporting*), and of *por no haber ido* present tenses
(*by have not gone*).
"""

from __future__ import annotations

from ....language import of
from .negation import FINITE
from .phrases import phrase
from .sentence import Word, heads, made

_MODAL = frozenset(("poder", "deber", "haber de", "haber que", "tener que", "soler", "hacer", "dejar", "ver"))
_OF = frozenset(("de",))
_RETURNING = frozenset(("volver", "regresar", "venir", "llegar"))
_TIRING = frozenset(("cansar",))
_CHARGING = frozenset(("acusar", "sospechar", "culpar", "acusación"))
_FEARED = of("es").words("grammar", "feared")
_GOVERNING = of("es").words("grammar", "governing")
_LED = frozenset(("no", "de", "a"))
_BEFORE = frozenset(("vblex", "adv", "np", "cnjcoo", "n", "adj", "prn"))


def complements(words: list[Word]) -> None:
    """Say *not to* before such an infinitive, and *for not* with a gerund behind *por*."""
    n = 1
    for start in range(len(words) - 1):
        if words[start].has("inf") and words[start].kind in ("vblex", "vbser"):
            _doing(words, start)
    while n + 1 < len(words):
        if words[n].base not in _LED:
            n += 1
            continue
        if words[n].base == "no" and words[n].kind == "adv" and words[n + 1].has("inf"):
            n = _denied(words, n)
        elif words[n].base == "de" and words[n + 1].has("inf") and _charged(words, n):
            _of_doing(words, n)
        elif words[n].base == "de" and words[n + 1].has("inf") and words[n - 1].base in _TIRING:
            words[n - 1].say("tire")
            _of_doing(words, n)
        elif words[n].base == "de" and words[n + 1].has("inf") and words[n - 1].base in _RETURNING:
            words[n].say("from", "<pr>")
            words[n + 1].tag(words[n + 1].tags.replace("<inf>", "<ger>"))
            words[n + 1].targets = [target.replace("<inf>", "<ger>") for target in words[n + 1].targets]
        elif words[n].base == "a" and words[n + 1].has("inf") and words[n - 1].base in _GOVERNING:
            words[n] = made("para", "<adv>", "to", before=words[n].before)  # el derecho a votar
        n += 1


def _doing(words: list[Word], n: int) -> None:
    """*Defender el río no es delito*: defending, where what is done is what the verb is said of."""
    denied = n > 0 and words[n - 1].base == "no"
    opens = heads(words, n - denied) or (words[n - denied - 1].kind == "cm" and words[0].kind == "pr")
    if not opens:
        return
    for word in words[n + 1 :]:
        if FINITE.match(word.tags):
            if word.has("p3", "sg") and not (word.has("prs") or word.has("pis")):
                words[n].tag(words[n].tags.replace("<inf>", "<ger>"))
                words[n].targets = [target.replace("<inf>", "<ger>") for target in words[n].targets]
                if denied:
                    words[n - 1].say("not", "<adv>")
                    words[n - 1].name("Sin" if words[n - 1].lemma[:1].isupper() else "sin")
            return
        if word.ends or word.kind in ("rel", "cnjsub", "cnjadv"):
            return


def _charged(words: list[Word], n: int) -> bool:
    """*Acusado de*, *acusan a nuestro presidente de*."""
    if words[n - 1].base in _CHARGING:
        return True
    at = next((k for k in range(n - 1, max(-1, n - 8), -1) if words[k].base in _CHARGING), -1)
    to = (
        next((k for k in range(at + 1, n) if words[k].base == "a" and words[k].kind == "pr"), 0)
        if at >= 0
        else 0
    )
    return bool(to) and phrase(words, to + 1) == n


def _of_doing(words: list[Word], n: int) -> None:
    """*Acusado de haber mandado matar*: accused of having ordered."""
    verb = words[n + 1]
    words[n].say("of", "<pr>")
    words[n].tag("<adv>")
    words[n].targets = ["of<adv>"]
    if verb.kind == "vbhaver" and n + 2 < len(words) and words[n + 2].has("pp"):
        verb.tag("<adv>")
        verb.say("having", "<adv>")
        if words[n + 2].base == "mandar" and n + 3 < len(words) and words[n + 3].has("inf"):
            words[n + 2].say("order")
            words.insert(n + 3, made("para", "<adv>", "to"))
    else:
        verb.tag(verb.tags.replace("<inf>", "<ger>"))
        verb.targets = [target.replace("<inf>", "<ger>") for target in verb.targets]


def _denied(words: list[Word], n: int) -> int:
    before, verb = words[n - 1], words[n + 1]
    if verb.kind not in ("vblex", "vbser", "vbhaver", "vbmod"):
        return n
    if before.base in ("por", "sin") and before.kind == "pr":
        if before.base == "por":
            before.say("for", "<pr>")
        form = "<ger>"
        if verb.kind == "vbhaver" and n + 2 < len(words) and words[n + 2].has("pp"):
            verb.tag("<adv>")
            verb.say("having", "<adv>")
        else:
            verb.tag(verb.tags.replace("<inf>", form))
            verb.targets = [target.replace("<inf>", form) for target in verb.targets]
        words[n] = made("no", "<adv>", "not", before=words[n].before)
    elif (before.base == "a" and before.kind == "pr") or (before.base in _OF and _meant(words, n - 2)):
        words[n - 1 : n + 1] = [made("que no", "<cnjadv>", "not to", before=before.before)]
        return n - 1
    elif before.base == "para" and before.kind == "pr":
        words[n - 1 : n + 1] = [made("que no", "<cnjadv>", "so as not to", before=before.before)]
        return n - 1
    elif before.kind == "cm" and n > 2 and words[n - 2].kind == "adv" and words[n - 3].kind == "cm":
        if n > 3 and words[n - 4].kind == "vblex":  # acordaron, por unanimidad, no firmar
            words[n] = made("que no", "<cnjadv>", "not to", before=words[n].before)
    elif before.kind in _BEFORE and before.base not in _MODAL and before.base != "no":
        words[n] = made("que no", "<cnjadv>", "not to", before=words[n].before)
    return n


def _meant(words: list[Word], at: int) -> bool:
    """Whether what is decided, promised or asked is there: *la decisión de no asistir*."""
    return at >= 0 and words[at].kind in ("n", "vblex") and words[at].base not in _FEARED
