"""Nothing but one thing: *no nos queda más remedio que protestar* (we have no choice but to), *no cometió otro delito que defender* (other than).

*Que* behind *otro* and *más* compares (Real Academia Española, Nueva gramática, 45.13), and is not a relative pronoun.
"""

from __future__ import annotations

from ....language import of
from .negation import FINITE
from .sentence import Word, capital, heads, made

_CHOICES = of("es").words("grammar", "choices")
_DENIED = of("es").words("negation", "negators")
_OTHER = frozenset(("otro", "más"))


def choices(words: list[Word]) -> None:
    """Say what is left, and what there is besides."""
    n = 0
    while n + 3 < len(words):
        if words[n].base in _OTHER and words[n + 1].kind == "n" and words[n + 2].base == "que":
            if (
                words[n + 1].base in _CHOICES
                and words[n + 3].has("inf")
                and n
                and words[n - 1].base == "quedar"
            ):
                n = _left(words, n - 1)
            elif words[n].base == "otro":
                _besides(words, n)
        n += 1


def _left(words: list[Word], n: int) -> int:
    """*No les quedó otra opción que huir*: they had no choice but to; where the first verb then is."""
    verb = words[n]
    owner = words[n - 1] if n and words[n - 1].has("prn", "pro") else None
    start = n - (owner is not None)
    if not start or words[start - 1].base not in _DENIED or not FINITE.match(verb.tags) or not verb.has("p3"):
        return n + 1
    person = next(
        (
            tag
            for tag in ("<p1><mf><pl>", "<p3><mf><pl>")
            if owner is not None and owner.has(*tag[1:-1].split("><"))
        ),
        "",
    )
    first = words[start - 1]
    tense = verb.tags[verb.tags.find(">") + 1 : verb.tags.find("<p3>")]
    if person:
        tags = f"<prn><tn>{person}"
        said = [made("prpers", tags, "prpers", target_tags=tags.replace("tn", "subj"))]
        form = tense + person.replace("<mf>", "")
        said.append(made("tener", "<vblex>" + form, "have"))
    else:
        said = [made("haber allí", "<adv>", "there"), made("ser", f"<vbser>{tense}<p3><sg>", "be")]
    said[0].before = first.before
    said.append(made("sin más remedio", "<adv>", "no choice but to"))
    if heads(words, start - 1):
        capital(said[0], first)
    words[start - 1 : n + 4] = said
    return start + 1


def _besides(words: list[Word], n: int) -> None:
    """*No tenemos otra arma que la palabra*: any other weapon than the word."""
    denied = any(word.base in _DENIED for word in words[max(0, n - 5) : n])
    then = words[n + 3]
    if not denied or FINITE.match(then.tags) or then.kind not in ("vblex", "vbser", "det", "n", "np", "prn"):
        return
    if then.has("prn") and not then.has("tn"):
        return
    if words[n].kind == "det":
        words[n].say("any other")
    words[n + 2].tag("<pr>")
    words[n + 2].name("que otro")
    words[n + 2].targets = ["than<pr>"]
    if then.has("inf"):
        then.tag(then.tags.replace("<inf>", "<ger>"))
        then.targets = [target.replace("<inf>", "<ger>") for target in then.targets]
