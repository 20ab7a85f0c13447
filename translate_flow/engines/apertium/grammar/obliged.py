"""*Se* behind a verb that another needs: *las leyes deben cumplirse* (must be fulfilled), *deben investigarse los hechos*."""

from __future__ import annotations

from ....language import of
from .phrases import movable, number, phrase, swap
from .sentence import Word, drop, heads, made

_DONE = of("es").words("grammar", "done")
_OF_THINGS = of("es").words("grammar", "done_to_things")
_PERSONS = of("es").words("grammar", "people") | of("es").words("names", "titles", "roles") | {"responsable"}
_DENYING = of("es").words("negation", "negators") | {"ya no", "nunca", "jamás"}
_MODAL = frozenset(("deber", "poder", "tener que"))


def _must(words: list[Word], n: int) -> int:
    """*Las leyes deben cumplirse*: must be fulfilled; *las actas que puedan firmarse*."""
    verb, modal = words[n - 1], words[n - 2] if n > 1 else None
    meant = (
        modal is not None
        and modal.base == "para"
        and n > 2
        and words[n - 3].base in ("estar", "ser", "existir")
    )
    if modal is not None and meant and verb.has("inf") and verb.base in _DONE | _OF_THINGS:
        words[n - 1 : n + 1] = [made("ser", "<vbser><inf>", "be", before=verb.before), verb]
        modal.tag("<adv>")  # están para cumplirse
        modal.targets = ["to<adv>"]
        _done_form(verb)
        return n
    if modal is None or modal.base not in _MODAL or not verb.has("inf") or not modal.has("p3"):
        return n
    if _done_behind(words, n):
        return n
    at = n - 3 - (n > 3 and words[n - 3].base in _DENYING)  # las armas no deben usarse
    subject = words[at].kind if n > 2 else ""
    if verb.base not in _DONE | _OF_THINGS or subject not in ("n", "adj", "rel", "vblex"):
        return n  # no name: Rosa debe llamarse
    if words[at].base in _PERSONS and words[at - 1].kind != "n":
        return n  # los testigos deben identificarse
    behind = words[n + 1] if n + 1 < len(words) else None
    if behind is not None and behind.kind in ("det", "n", "np", "num"):
        return n
    unreal = any(word.base == "haber" and word.has("pis") for word in words[n:])
    be = [made("ser", "<vbser><inf>", "be", before=verb.before)]
    if modal.base == "poder" and modal.has("ifi") and unreal:  # pudieron evitarse si hubieran …
        be = [
            made("haber", "<vbhaver><inf>", "have", before=verb.before),
            made("ser", "<vbser><pp><m><sg>", "be"),
        ]
    words[n - 1 : n + 1] = [*be, verb]
    _done_form(verb)
    return n


def _done_form(verb: Word) -> None:
    verb.before = " "
    verb.tag(verb.tags.replace("<inf>", "<pp><m><sg>"))
    verb.targets = [target.replace("<inf>", "<pp><m><sg>") for target in verb.targets]


def _done_behind(words: list[Word], n: int) -> bool:
    """*Deben investigarse los hechos*: what is done is behind its verbs, and goes before them."""
    verb, modal = words[n - 1], words[n - 2]
    end = phrase(words, n + 1)
    clause = n + 1 < len(words) and words[n + 1].base == "que"  # no debería permitirse que
    first = n - 2
    while first and words[first - 1].base in ("no", "ya", "nunca"):
        first -= 1
    opens = heads(words, first) or words[first - 1].kind in ("cm", "cnjcoo", "cnjsub", "cnjadv")
    if verb.base not in _DONE or not opens or not movable(words, first, end):
        return False
    if not clause and (end == n + 1 or number(words, n + 1, end) != ("pl" if modal.has("pl") else "sg")):
        return False
    words[n - 1 : n + 1] = [made("ser", "<vbser><inf>", "be", before=verb.before), verb]
    _done_form(verb)
    if not clause:
        swap(words, first, n + 1, end)
    return True


def behind_verb(words: list[Word], n: int, verb: Word) -> int:
    """*Podría haberse evitado*, *un paro a realizarse el lunes*: *se* behind its verb, as the passive."""
    if verb.kind == "vbhaver" and words[n + 1].has("pp") and words[n + 1].base in _DONE:
        words[n] = made("ser", "<vbser><pp><m><sg>", "be")  # podría haberse evitado
        _absolute(words, n - 1)
        return n
    if (
        n > 1
        and words[n - 2].base == "a"
        and words[n - 2].kind == "pr"
        and verb.base in _DONE
        and verb.has("inf")
    ):
        words[n - 2].tag("<adv>")
        words[n - 2].targets = ["to be<adv>"]  # un paro a realizarse el lunes
        verb.tag(verb.tags.replace("<inf>", "<pp><m><sg>"))
        verb.targets = [target.replace("<inf>", "<pp><m><sg>") for target in verb.targets]
        drop(words, n)
        return n
    return _must(words, n)


def _absolute(words: list[Word], n: int) -> None:
    """*No habiéndose cumplido el acta,*: the record not having been fulfilled."""
    first = n - (n > 0 and words[n - 1].base == "no")
    start = n + 3
    if start < len(words) and words[start].kind == "rel":
        end = next((k for k in range(start, len(words)) if words[k].ends), start)  # lo pactado
    else:
        end = phrase(words, start)
    if words[n].has("ger") and end > start and movable(words, first, end):
        swap(words, first, start, end)
