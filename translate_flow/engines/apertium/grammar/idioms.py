"""Turns of phrase that mean one thing as a whole: *a la brevedad posible*, *dar a conocer*, *dejar sin efecto*.

They are looked for by lemmas, in all forms of their words. Of a turn that begins with a verb the verb is kept, with its tense and
person and the English of the whole, and named like the Spanish verb that is used as the whole is, so that the rules for that verb
hold for it (*se dio a conocer el informe*: the report was announced).
"""

from __future__ import annotations

from collections.abc import Mapping

from ....language import of
from ..supplement import inflected
from .constructions import is_time
from .phrases import governed, phrase
from .sentence import Word, drop, heads, made
from .subjects import say_subject

_SPANISH = of("es")
_Turns = dict[str, list[tuple[tuple[str, ...], str]]]
_BEING = _SPANISH.words("grammar", "staying")
_HEADS = frozenset(("n", "vbser", "adj", "adv", "preadv", "det"))
"""What a thing of several words may begin with: *ser querido*, *alto mando*, *bien común*, *segunda vuelta*."""
_OWN = "~"
"""Stands for a possessive in the table."""


def _by_first(table: Mapping[str, object]) -> Mapping[str, _Turns]:
    """The turns by their first word and their second, which is empty for those of one, the longer first.

    What is so in one number alone has it behind its word: *a fin/pl de* is *a fines de*.
    """
    found: dict[str, _Turns] = {}
    for words, english in table.items():
        first, *rest = (word.replace("_", " ") for word in words.split())
        second = rest[0].partition("/")[0] if rest else ""
        found.setdefault(first, {}).setdefault(second, []).append((tuple(rest), str(english)))
    for turns in found.values():
        for same in turns.values():
            same.sort(key=lambda turn: (-len(turn[0]), "/" not in "".join(turn[0])))
    return found


_FIXED = _by_first(_SPANISH.table("idioms_in_english"))
_THINGS = _by_first(_SPANISH.table("things_in_english"))
_VERBS = _by_first(_SPANISH.table("verb_idioms_in_english"))


_JOINED = tuple(f"# {preposition}" for preposition in ("a", "con", "de", "en"))
"""What the analyser joins with a verb."""


def idioms(words: list[Word]) -> None:
    """Say turns of phrase as a whole."""
    n = 0
    while n < len(words):
        if words[n].base == "darse# cuenta":
            _account(words, n)
        base = words[n].base
        a_verb = base in _VERBS and words[n].kind.startswith("vb")
        if (a_verb and _verb(words, n)) or (base in _THINGS and words[n].kind in _HEADS and _thing(words, n)):
            pass
        elif base in _FIXED:
            _fixed(words, n)
        elif base.endswith(_JOINED):
            governed(words, n + 1)  # contamos con ellos
        n += 1


def _account(words: list[Word], n: int) -> None:
    """*El informe dio cuenta, además, de torturas*: without a pronoun it is told; *se dio cuenta de su error*: realised."""
    verb = words[n]
    own = (*words[max(0, n - 2) : n], *words[n + 1 : n + 2])
    said = "realise" if any(word.has("prn") and not word.has("tn") for word in own) else "report"
    at = n + 1 + (3 if n + 3 < len(words) and _between(words, n + 1) else 0)
    of_it = at < len(words) and words[at].base == "de" and words[at].kind == "pr"
    if of_it:
        drop(words, at)
    if said == "report" and (of_it or (at < len(words) and words[at].base == "de que")):
        verb.tag(verb.tags.replace("<pron>", ""))
        verb.targets = [target.replace("<pron>", "") for target in verb.targets]
        verb.name("Informar" if verb.lemma[:1].isupper() else "informar")
        verb.say("report")


def _found(words: list[Word], n: int, turns: _Turns) -> tuple[int, str]:
    """How many words behind the first a turn has, and its English, which is empty if none is there."""
    second = words[n + 1].base if n + 1 < len(words) else ""
    likely = (*turns.get(second, ()), *turns.get(_OWN, ()), *turns.get("", ()))
    for rest, english in likely:
        there = words[n + 1 : n + 1 + len(rest)]
        if len(there) == len(rest) and all(map(_fits, there, rest)):
            return len(rest), english
    return 0, ""


def _fits(word: Word, wanted: str) -> bool:
    if "[" in word.before:
        return False  # a mark stands between them
    if wanted == _OWN:
        return word.has("det", "pos")
    base, _, number = wanted.partition("/")
    return word.base == base and (not number or word.has(*number.split("+")))


def _fixed(words: list[Word], n: int) -> None:
    length, english = _found(words, n, _FIXED[words[n].base])
    if not english:
        return
    part, end = words[n : n + 1 + length], n + 1 + length
    taken = part[-1].has("pl") and part[0].base == "a"  # lo sacaron a golpes de su casa
    if part[-1].kind == "n" and end < len(words) and words[end].base == "de" and not taken:
        return  # a la fecha de la firma
    if words[n].kind == "n" and part[-1].kind == "pr" and n and words[n - 1].kind in ("det", "adj"):
        return  # el camino a la mina
    if english == "in order to" and not (end < len(words) and words[end].has("inf")):
        return  # con el objetivo de la reforma
    if english == "by" and n and words[n - 1].base in _BEING:
        english = "in charge of"
    own = next((word.targets[0].partition("<")[0].lower() for word in part if word.has("det", "pos")), "")
    if own and any(word.has("det", "pos") for word in part[1:]):
        english = english.replace("(s)", "s" if own in ("our", "their") else "")  # our backs
        english = english.replace(_OWN, own)
    tags = (
        part[-1].tags
        if part[-1].kind == "rel" and english.endswith((" who", " that"))  # no hay quien nos escuche
        else "<pr>"
        if part[-1].kind == "pr"
        else "<cnjadv>"
        if heads(words, n) or part[-1].base == "que"
        else "<adv>"
    )
    part[0].tag(tags)
    part[0].say(english, tags)
    part[0].name(" ".join(word.lemma for word in part))
    del words[n + 1 : n + 1 + length]
    if english.endswith(" that") and tags.startswith("<rel>") and n + 1 < len(words):
        say_subject(words, n + 1, n + 1)  # lo único que pedimos
    if (
        english in ("enough of", "it is no use") and n + 1 < len(words) and words[n + 1].has("inf")
    ):  # basta de criminalizar
        words[n + 1].tag(words[n + 1].tags.replace("<inf>", "<ger>"))
        words[n + 1].targets = [target.replace("<inf>", "<ger>") for target in words[n + 1].targets]


def _thing(words: list[Word], n: int) -> bool:
    length, english = _found(words, n, _THINGS[words[n].base])
    if not english:
        return False
    one, _, several = english.partition("|")
    told = words[n + length] if words[n].kind == "adv" else words[n]  # recién nacidos
    plural = told.has("pl") and bool(several)
    words[n].tag(f"<n><m><{'pl' if plural else 'sg'}>")
    words[n].say(several if plural else one, f"<n><{'pl' if plural else 'sg'}>")
    words[n].name(" ".join(word.lemma for word in words[n : n + 1 + length]))
    del words[n + 1 : n + 1 + length]
    return True


def _verb(words: list[Word], n: int) -> bool:
    """Say the turn that begins there, and whether there is one, also around an adverb between commas: *dio cuenta, además, de*."""
    aside = next((at for at in range(n + 1, min(n + 4, len(words) - 2)) if _between(words, at)), 0)
    kept = words[aside : aside + 3] if aside else []
    if kept:
        del words[aside : aside + 3]
    turned = _turn(words, n)
    if turned:
        words[n + 1 : n + 1] = kept
    elif kept:
        words[aside:aside] = kept
    return turned


def _between(words: list[Word], at: int) -> bool:
    kinds = [word.kind for word in words[at : at + 3]]
    return kinds[0] == kinds[2] == "cm" and kinds[1] in ("adv", "cnjadv")


def _turn(words: list[Word], n: int) -> bool:
    """Say the turn, and whether there is one."""
    verb = words[n]
    length, english = _found(words, n, _VERBS[verb.base])
    pronoun = None
    if not english and n + 1 < len(words) and words[n + 1].has("enc"):
        pronoun = words.pop(n + 1)  # no vamos a quedarnos de brazos cruzados
        length, english = _found(words, n, _VERBS[verb.base])
        if not english:
            words.insert(n + 1, pronoun)
    if not english:
        return False
    if english == "be about to" and verb.has("pp"):
        return False  # están dispuestos a ayudar
    if (
        not length
        and "#" not in verb.base
        and any(word.has("ref") for word in (*words[max(0, n - 1) : n], *words[n + 1 : n + 2]))
    ):
        return False  # que se atienda el pedido: one word is a passive then
    if english.endswith("kill") and verb.base == "dar" and _serving(words, n):
        english = "despedir: dismiss"
    if english == "lack" and is_time(words, n + 1 + length):
        english = "tomar: take"  # hicieron falta tres años
    if "make available to" in english and _before_the_law(words, n + 1 + length):
        english = "entregar así: hand over to"
    if english.endswith("call on") and not _asks(words, n + 1 + length):
        english = english.replace("call on", "call for")
    like, colon, said = english.partition(": ")
    first, _, behind = (said if colon else english).partition(" ")
    kind = "<vbser>" if first == "be" else "<vblex>"
    verb.tag(verb.tags.replace(f"<{verb.kind}>", kind).replace("<pron>", "" if first == "be" else "<pron>"))
    tags = verb.targets[0][verb.targets[0].find("<") :]
    tags = tags[tags.find(">") + 1 :].replace("<sep>", "")
    if first.endswith("*"):
        first = inflected(first[:-1], tags, negated=n > 0 and words[n - 1].base == "no")
    verb.say(first, kind + tags.replace("<pron>", ""))
    if colon:
        verb.name(like.capitalize() if verb.lemma[:1].isupper() else like)
    last = words[n + length]
    then = words[n + length + 1] if n + length + 1 < len(words) else None
    if last.kind == "pr":
        governed(words, n + length + 1)
    doing = then is not None and then.has("inf") and behind.endswith(" to")  # the right to vote
    own = n > 0 and words[n - 1].has("prn", "pro", "p1") and verb.has("p1")  # nos vemos obligados a
    reflexive = first == "be" and n > 0 and (words[n - 1].base == "se" or own)
    sort = "<pr>" if last.kind == "pr" and behind and not doing else "<adv>"
    del words[n + 1 : n + 1 + length]
    if behind:
        enclitic = not length and n + 1 < len(words) and words[n + 1].has("enc")
        words.insert(n + 1 + enclitic, made(behind, sort, behind))
    mine = (
        pronoun is not None and pronoun.has("p1") and any(word.has("p1") for word in words[max(0, n - 4) : n])
    )
    if pronoun is not None and not pronoun.has("ref") and not mine:
        words.insert(n + 1, pronoun)  # los siguen amenazando de muerte
    if first == "be" and n > 1 and words[n - 1].kind == "vbhaver" and words[n - 2].base == "se":
        drop(words, n - 2)  # se han visto obligados a
    elif reflexive:
        drop(words, n - 1)  # no se debió a
    return True


def _serving(words: list[Word], n: int) -> bool:
    """*El suboficial fue dado de baja*: whether it is one of those who serve, and no enemy."""
    return any(word.base in _SERVICE for word in (*words[max(0, n - 9) : n], *words[n + 1 : n + 9]))


_SERVICE = _SPANISH.words("grammar", "in_service")


def _before_the_law(words: list[Word], at: int) -> bool:
    """*Lo pusieron a disposición de la fiscalía*: whether it is an authority to whom somebody is handed over."""
    named = words[at : max(phrase(words, at), at + 1)]
    return any(word.base.split(" ")[0] in _AUTHORITIES for word in named)


_AUTHORITIES = _SPANISH.words("grammar", "authorities")


def _asks(words: list[Word], start: int) -> bool:
    """Whether somebody is called on *to do* something, and not something called for: *un llamado a la calma*."""
    end = max(phrase(words, start), start + 1)
    named = any(word.kind == "np" or word.lemma[:1].isupper() for word in words[start:end])
    behind = words[end].base if end < len(words) else ""
    return named or behind in ("a", "para", "para que", "a que")
