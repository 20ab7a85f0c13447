"""Readings that grammar rules out, taken away before the tagger chooses among them.

Each is a fact of Spanish: a participle behind *haber* has no gender and no number (*hubo muertos*: there were dead), and
*ni … ni* joins things before it joins verbs (*ni olvido ni perdón*). A word that stands alone, as a heading, is a noun before it is a
participle (*Comunicado*), and so is one before a colon before it is what I do (*Relato:*) or one before a name (*Radio Onda Azul*). *Fue* is
of *ser* before a thing or a participle (*no fueron enfrentamientos*): *ir* goes to places (*fueron a la plaza*). No adjective is before an article
(*Firme la carta*) or behind *no* at the head of a sentence (*No firme nada*), and behind *señor* is what he is (*Señor Fiscal*); *derechos* are rights (*vulnera derechos*).
Behind *estar* is how one is (*estaba enferma*), and behind *que este*, with an object behind it, what he does (*para que este presente una queja*).
"""

from __future__ import annotations

import re

_HAD = re.compile(
    rb"(/haber<vbhaver>[^$]*\$ \^[^/$]+)((?:/[^/$]+)*/[^/$<]+<vblex><pp><(?:m><pl|f><sg|f><pl)>(?:/[^/$]+)*)\$"
)
_PLURAL_PARTICIPLE = re.compile(rb"/[^/$<]+<vblex><pp><(?:m><pl|f><sg|f><pl)>")
_ALONE = re.compile(rb"(\^[^/$]+)((?:/[^/$]+){2,})\$")
_PARTICIPLE = re.compile(rb"/[^/$<]+<vblex><pp>[^/$]*")
_NEITHER = re.compile(rb"(/[Nn]i<cnjcoo>\$ \^[^/$]+)((?:/[^/$]+){2,})\$")
_FINITE = re.compile(rb"/[^/$]+<(?:pri|prs|imp|ifi)><p[123]>[^/$]*")

_BECAME = re.compile(rb"(/[Rr]esultar<[^$]*\$ \^[^/$]+)((?:/[^/$]+){2,})\$")
_THING = re.compile(rb"/[^/$<]+<n>[^/$]*")
_AGREES = re.compile(rb"/[^/$<]+<n><([mf])><(sg|pl)>(?:/[^/$<]+<v[^/$]*)*\$ (\^[^/$]+)((?:/[^/$]+){2,})\$")
_ADJECTIVES = re.compile(rb"/[^/$<]+<adj><(m|f|mf)><(sg|pl|sp)>")
_I_DO = re.compile(rb"/[^/$<]+<vblex><pri><p1><sg>[^/$]*")
_LABEL = re.compile(rb"^(\^[^/$]+)((?:/[^/$]+){2,})\$(?=\^:| \^[^/$]+/[^/$<]+<np>)")
_WENT = re.compile(
    rb"(\^[Ff]ue[^/$]*)((?:/[^/$]+){2,})\$(?= \^[^/$]+/[^/$<]+<(?:n|det|num|np|adj|vblex><pp)>)"
)
_GO = re.compile(rb"/[Ii]r<[^/$]*")
_STAYED = re.compile(
    rb"(\^[Ff]ue[^/$]*)((?:/[^/$]+){2,})\$(?= \^al?/a<pr>(?:\+[^$]*)?\$ (?:\^la[s]?/[^$]*\$ |\^los/[^$]*\$ )?\^[^/$]+/[^/$<]+<(?:n|np)>)"
)
_BE = re.compile(rb"/[Ss]er<[^/$]*")
_ASKED = re.compile(
    rb"^((?:\^[^/$]+/[^/$<]+<lquest>\$)?\^(?:No/[^$]*\$ \^)?[^/$]+)((?:/[^/$]+){2,})\$(?= \^[^/$]+/[^/$<]+<(?:det|adv|prn))"
)
_SUBJUNCTIVE = re.compile(rb"<vblex><prs><p3>")
_ADJECTIVE = re.compile(rb"/[^/$<]+<adj>[^/$]*")
_RIGHTS = re.compile(rb"(\^[Dd]erechos)((?:/[^/$]+){2,})\$")
_BEFORE_UNKNOWN = re.compile(
    rb"(\^(?:[LlEe]l|[Ll][ao]s|[Ll]a)/[^/$]+)((?:/[^/$]+)*)\$(?= \^[^/$]+(?<!aron)(?<!ieron)(?<!\xc3\xb3)(?<!a)(?<!an)(?<!e)(?<!en)/\*)"
)
_PRONOUN = re.compile(rb"/[^/$<]+<prn><pro>[^/$]*")
_WITH_ONESELF = re.compile(rb"(\^consigo)/[^$]*\$")
_LEFT = re.compile(rb"(/[Ss]e<prn>[^$]*\$ \^[Ff]ue[^/$]*)((?:/[^/$]+){2,})\$")
_NAMED = re.compile(
    rb"(\^(?:[Ee]l|[Ll]as?|[Ll]os|[Aa]l|[Dd]el|[Uu]na?|[MmSs][iu]s?|[Nn]uestr[oa]s?)/[^$]*<det>[^$]*\$ \^[^/$]+)((?:/[^/$]+){2,})\$(?= ?\^(?:l[aeo]s?|se|me|nos|no|que|[,.])/[^$]*<(?:prn|adv|rel|cm|sent)>)"
)
_ADVERB = re.compile(rb"/[^/$<]+<adv>[^/$]*")
_LATE = re.compile(rb"(/(?:ya|demasiado|muy)<[^$]*\$ (?:\^[^/$]+/[^$]*[Ss]er<[^$]*\$ )?\^tarde/)[^$]*\$")
_OURS = re.compile(
    rb"(\^[Nn]uestr[oa]s?/)[^$]*?/([Nn]uestro<det>[^$/]*)[^$]*\$(?= \^[^/$]+/(?:\*|[^/$<]+<n>))"
)
_LEFT_OUT = re.compile(rb"(/[Dd]ejar<[^$]*\$ \^fuera/fuera<adv>)[^$]*\$")
_MISTAKEN = re.compile(
    rb"(\^(?:[Vv]enga[ns]?|[Mm]ienta[ns]?|[Hh]erman[oa]s?|[Mm]edidas?|[Ii]mpuestos|[Ff]altas?|[Aa]guas?|[Aa]sistes?|[Cc]uesta|[Aa]bogad[oa]s?|[Gg]raves)/)([^$]*)\$"
)
_SELDOM = re.compile(
    rb"(?:^|/)(?:[Vv]engar|[Mm]entar|[Hh]ermanar|[Mm]edir|[Ii]mponer|[Ff]alto|[Aa]bogar|[Aa]guar|[Aa]sir)<[^/$]*|(?:^|/)[Cc]uesta<[^/$]*|(?:^|/)[Gg]rav(?:es<n>|ar<)[^/$]*"
)
_ADDRESSED = re.compile(rb"(/[Ss]e\xc3\xb1or<n><[mf]><(?:sg|pl)>\$ \^[^/$]+)((?:/[^/$]+){2,})\$")
_SICK = re.compile(rb"(/[Ee]star<[^$]*\$ \^[^/$]+)((?:/[^/$]+){2,})\$")
_THIS = re.compile(
    rb"(/(?:[Pp]ara |fin de )?[Qq]ue<cnj[^$]*\$ \^est[ea]s?/)[^$]*?(este<prn>[^/$]*)[^$]*\$( \^[^/$]+)((?:/[^/$]+){2,})\$(?=\^,| \^[^/$]+/(?:[^/$]+/)*[^/$<]+<(?:det|prn|pr)>)"
)
_CALLED = re.compile(rb"(\^(?:del|al|el)/[^$]*<det>[^$]*\$ )\^([A-Z\xc3][^/$]+)((?:/[^/$<]+<v[^/$]*)+)\$")
_NOBODY = re.compile(rb"(/nadie<[^$]*\$ \^[^/$]+)((?:/[^/$]+){2,})\$")
_MILITARY = re.compile(rb"(<n>[^$]*\$ )\^militar en/militar<vblex><inf># en\$")
_GO_ON = re.compile(rb"(/[Ii]r<[^$]*\$ \^)a seguir/a seguir<cnjadv>\$")
_WE_GO = re.compile(rb"(\^[Vv]amos/)[^$]*\$(?= \^a/a<pr>\$ \^[^/$]+/[^/$<]+<vblex><inf>)")
_DUE = re.compile(rb"\^debido/[^$]*\$ \^proceso/[^$]*\$")
_CURFEW = re.compile(rb"\^(toque)/[^$]*\$ (\^de/[^$]*\$) \^queda/[^$]*\$", re.IGNORECASE)
_WAS_NOT = re.compile(rb"(/[Nn]o<adv>\$ \^[Ff]ue[^/$]*)((?:/[^/$]+){2,})\$(?= \^hasta/)")
_BELIEVE = re.compile(rb"\^([^/$]+) que((?:/[Cc]reer<vblex>[^/$]*# que)+)\$")
_STATES = re.compile(
    rb"(<cm>\$ \^[^/$]+)((?:/[^/$]+){2,})\$(?= \^(?:[Ll]as?|[Ll]os|el)/[^$]*<det>| \^que/[^$]*\$ \^(?:no/|[^/$]+/[^/$<]+<(?:det|num|np)>))"
)
_ATTACKS = re.compile(rb"(\^atenta/)[^$]*?(atentar<vblex><pri><p3><sg>)[^$]*\$(?= \^contra/)")
_OFFICE = re.compile(
    rb"([/+](?:[Ee]l|[Uu]no|[Ee]ste|[Dd]icho)<det>[^$]*\$ \^)(fiscal(?:es)?|trabajador(?:[ae]s|a)?|maestr[oa]s?|obrer[oa]s?)((?:/[^/$]+){2,})\$"
)
_PAST = re.compile(rb"(/[^/$<]+<n>[^$]*\$ \^pasad[oa]s?)((?:/[^/$]+){2,})\$")
_SOLDIERS = re.compile(rb"(<det>[^$]*\$ )\^(militar(?:es)?) en/[^$]*\$")
_FEELS = re.compile(
    rb"(\^[Ss]e/[^$]*\$ \^sienta(n?)/)[^$]*\$(?= \^[^/$]+/(?:[^/$]+/)*[^/$<]+<(?:adj|vblex><pp))"
)
_TOGETHER = re.compile(rb"(\^[Jj]unt[oa]s)((?:/[^/$]+){2,})\$(?= \^[^/$]+/[^/$<]+<v[^/$]*<p1><pl>)")
_SICKENS = re.compile(rb"(\^[Ss]e/[^$]*\$ \^enferma/)[^$]*\$")
_BEGS = re.compile(rb"(\^[Ss]e/[^$]*\$ \^mendiga/)[^$]*\$")
_TOMORROW = re.compile(r"(\^mañana/)[^$]*\$(?= \^a/a<pr>\$ \^las?/)".encode())
_LEAVE = re.compile(rb"(/[^/$<]+<n>[^$]*\$ )\^de vacaciones/[^$]*\$")
_CROSS = re.compile(rb"\^([Dd]e|[Aa]) la Cruz/[^$]*\$(?= \^Roja/)")
_THOUSANDS = re.compile(rb"\^Miles/[^$]*\$(?= \^de/)")
_FOLLOWED = re.compile(rb"\^([^/$ ]+) por((?:/[Ss]eguir<vblex><pp>[^/$]*# por)+)\$")
_COUNTED = re.compile(
    rb"(/(?:[^/$<]+<num>|[Hh]aber<vbhaver>|[Hh]ay<vblex>|[Ff]altar<vblex>|[Ss]obrar<vblex>)[^$]*\$ \^[^/$]+)((?:/[^/$]+){2,})\$(?=\^[,.]| \^[^/$]+/[^/$<]+<(?:pr|cnj|rel|v|det))"
)
_GENDERED = re.compile(
    rb"(\^[^/$]+/[^$]*<det><(?:def|ind|dem)><([mf])><(?:sg|pl)>[^$]*\$ \^[^/$]+)((?:/[^/$]+){2,})\$"
)
_MASCULINE = re.compile(rb"/[^/$<]+<n><m>[^/$]*")
_FEMININE = re.compile(rb"/[^/$<]+<n><f>[^/$]*")
_FRIENDSHIP = re.compile(rb"\^(amistad) con(?:/[^/$]*<imp><p2><pl># con)+\$")
_YOU_ALL = re.compile(rb"(\^[^/$]+d)((?:/[^/$]+){2,})\$")
_ORDER = re.compile(rb"/[^/$<]+<v[^/$<]*>(?:<pron>)?<imp><p2><pl>[^/$]*")
_PENDING = re.compile(
    rb"(/(?:[Qq]uedar(?:se)?|[Ee]star|[Ss]eguir)<[^$]*\$ \^pendientes/)[^$]*?(pendiente<adj>[^/$]*)[^$]*\$"
)
_DISMISSED = re.compile(rb"(<n><f><(?:sg|pl)>[^$]*\$ \^despedidas?/)[^$]*?(despedir<vblex><pp>[^/$]*)[^$]*\$")
_BLAMES = re.compile(
    rb"(<(?:cnjcoo|cm|prn|n)>[^$]*\$ \^culpa/)[^$]*?(culpar<vblex><pri><p3><sg>)[^$]*\$(?= \^al?/)"
)
_EVENTS = re.compile(rb"(\^hechos/)[^$]*\$(?= \^como/)")
_LIKE_THIS = re.compile(
    rb"(\^como/[^$]*\$ \^es[et][aeo]s?/)[^$]*?(es[et]e<prn><tn>[^$/]*)[^$]*\$(?=\^[,.]| \^(?:se|no|nos|ya)/| \^[^/$]+/[^/$<]+<v)"
)
_BESIDE_SE = re.compile(rb"(\^[Ss]e/[^$]*\$ \^[^/$]+)((?:/[^/$]+){2,})\$")
_FINITE_VERB = re.compile(rb"<v[^/$]*<(?:pri|prs|ifi|pii|pis|fti|cni)><p3>")
_NO_VERB = re.compile(rb"/[^/$<]+<(?:n|adj|adv|np)>[^/$]*")
_LACKS = re.compile(rb"(\^[^$]*\$ |^)(\^[Ff]alta)((?:/[^/$]+)+)\$(?= \^[^/$]+/[^/$<]+<(?:n|det|num)>)")
_NAMES = re.compile(rb"<(?:det|pr|adj|num)>[^/$]*\$ $")
_DOES = re.compile(rb"/[^/$<]+<vblex><prs><p3>[^/$]*")


def possible(record: bytes) -> bytes:
    """A record behind the analyser without the readings that cannot be."""
    if record.count(b"^") == 1:
        record = _ALONE.sub(lambda m: b"%b%b$" % (m[1], _without(m[2], _PARTICIPLE)), record)
    if b"<vbhaver>" in record:
        record = _HAD.sub(lambda m: b"%b%b$" % (m[1], _without(m[2], _PLURAL_PARTICIPLE)), record)
    if b"i<cnjcoo>" in record:
        record = _NEITHER.sub(_thing, record)
    record = _LABEL.sub(lambda m: b"%b%b$" % (m[1], _without(m[2], _I_DO)), record)
    if b"/ir<" in record or b"/Ir<" in record:
        record = _LEFT.sub(lambda m: b"%b%b$" % (m[1], _without(m[2], _BE)), record)
        record = _WENT.sub(lambda m: b"%b%b$" % (m[1], _without(m[2], _GO)), record)
        record = _WAS_NOT.sub(lambda m: b"%b%b$" % (m[1], _without(m[2], _GO)), record)
        record = _STAYED.sub(lambda m: b"%b%b$" % (m[1], _without(m[2], _BE)), record)
    if _SUBJUNCTIVE.search(record):
        record = _ASKED.sub(_asked, record)
    if b"esultar<" in record:
        record = _BECAME.sub(_participle, record)
    record = _NAMED.sub(_noun, record)
    if b"<n><m>" in record and b"<n><f>" in record:
        record = _GENDERED.sub(_by_its_article, record)
    record = _AGREES.sub(_agreeing, record)
    if b"erechos/" in record:
        record = _RIGHTS.sub(lambda m: b"%b%b$" % (m[1], _without(m[2], _ADJECTIVE)), record)
    if b"/*" in record:
        record = _BEFORE_UNKNOWN.sub(lambda m: b"%b%b$" % (m[1], _PRONOUN.sub(b"", m[2])), record)
    if b"que<cnj" in record:
        record = _THIS.sub(_does, record)
    if b"star<v" in record:
        record = _SICK.sub(_sick, record)
    if b"el<det>" in record:
        record = _CALLED.sub(rb"\1^\2/\2<np><loc><m><sg>$", record)  # el Chocó
    if b"^militar en/" in record:  # una base militar en la zona
        record = _MILITARY.sub(rb"\1^militar/militar<adj><mf><sg>$ ^en/en<pr>$", record)
    if b"^a seguir/" in record:  # vamos a seguir
        record = _GO_ON.sub(rb"\1a/a<pr>$ ^seguir/seguir<vblex><inf>$", record)
        record = _WE_GO.sub(rb"\1ir<vblex><pri><p1><pl>$", record)
    if b"queda/" in record:
        record = _CURFEW.sub(rb"^\1/toque<n><m><sg>$ \2 ^queda/queda<n><f><sg>$", record)
    if b"^debido/" in record:
        record = _DUE.sub(b"^debido/debido<adj><m><sg>$ ^proceso/proceso<n><m><sg>$", record)
    if b"nadie<" in record:
        record = _NOBODY.sub(_does_it, record)
    if b"e/se<" in record or b"e/Se<" in record:
        record = _BESIDE_SE.sub(_verb, record)
    if b"^falta/" in record or b"^Falta/" in record:
        record = _LACKS.sub(_lacks, record)
    record = _joined(record)
    record = _STATES.sub(_states, record)
    record = _COUNTED.sub(_those_counted, record)
    return _alike(record)


def _alike(record: bytes) -> bytes:
    """Forms of two words of which one is likely there: *hechos como este*, *se quedó fuera*, *ya es tarde*."""
    if b"^como/" in record:  # hechos como este
        record = _EVENTS.sub(rb"\1hecho<n><m><pl>$", record)
        record = _LIKE_THIS.sub(rb"\1\2$", record)
    record = _MISTAKEN.sub(_likely, record)
    if b"^fuera/" in record:
        record = _LEFT_OUT.sub(rb"\1$", record)
    if b"^tarde/" in record:
        record = _LATE.sub(rb"\1tarde<adv>$", record)
    if b"uestro<det>" in record:
        record = _OURS.sub(rb"\1\2$", record)
    if b"^consigo/" in record:
        record = _WITH_ONESELF.sub(rb"\1/consigo<adv>$", record)
    if b"<imp><p2><pl>" in record:  # alegando amistad con
        record = _FRIENDSHIP.sub(rb"^\1/\1<n><f><sg>$ ^con/con<pr>$", record)
        record = _YOU_ALL.sub(_without_you_all, record)
    if b"^culpa/" in record:  # y culpa a las víctimas
        record = _BLAMES.sub(rb"\1\2$", record)
    if b"endientes/" in record:
        record = _PENDING.sub(rb"\1\2$", record)
    if b"^despedida" in record:  # las obreras despedidas
        record = _DISMISSED.sub(rb"\1\2$", record)
    if b"or<n>" in record:
        record = _ADDRESSED.sub(lambda m: b"%b%b$" % (m[1], _without(m[2], _ADJECTIVE)), record)
    return record


def _joined(record: bytes) -> bytes:
    """Words that the analyser joins or keeps apart, against what they are there."""
    if b"reer<vblex>" in record:  # se cree que huyeron
        record = _BELIEVE.sub(
            lambda m: b"^%b%b$ ^que/que<cnjsub>$" % (m[1], m[2].replace(b"# que", b"")), record
        )
    if b"^contra/" in record:
        record = _ATTACKS.sub(rb"\1\2$", record)
    if (
        b"^fiscal" in record or b"^trabajador" in record or b"^maestr" in record or b"^obrer" in record
    ):  # los trabajadores despedidos
        record = _OFFICE.sub(lambda m: b"%b%b%b$" % (m[1], m[2], _without(m[3], _ADJECTIVE)), record)
    if b"^pasad" in record:  # el mes pasado
        record = _PAST.sub(lambda m: b"%b%b$" % (m[1], _without(m[2], _PARTICIPLE)), record)
    if b"^militares en/" in record or b"^militar en/" in record:
        record = _SOLDIERS.sub(_soldiers, record)
    if b"^sienta" in record:  # quien se sienta afectado
        record = _FEELS.sub(
            lambda m: b"%bsentir<vblex><prs><p3><%b>$" % (m[1], b"pl" if m[2] else b"sg"), record
        )
    if b"^Junt" in record or b"^junt" in record:  # juntas venceremos
        record = _TOGETHER.sub(lambda m: b"%b%b$" % (m[1], _without(m[2], _THING)), record)
    if b"^mendiga/" in record or b"^enferma/" in record:  # no se mendiga, se enferma
        record = _BEGS.sub(rb"\1mendigar<vblex><pri><p3><sg>$", record)
        record = _SICKENS.sub(rb"\1enfermar<vblex><pri><p3><sg>$", record)
    if b"^ma\xc3\xb1ana/" in record:  # mañana a las tres
        record = _TOMORROW.sub("\\1mañana<adv>$".encode(), record)
    if b"^de vacaciones/" in record:  # el pago de vacaciones
        record = _LEAVE.sub(rb"\1^de/de<pr>$ ^vacaciones/vacaciones<n><f><pl>$", record)
    if b"la Cruz/" in record:
        record = _CROSS.sub(rb"^\1/de<pr>$ ^la/el<det><def><f><sg>$ ^Cruz/Cruz<n><f><sg>$", record)
    if b"^Miles/" in record:
        record = _THOUSANDS.sub(b"^Miles/Mil<n><m><pl>$", record)
    if b"# por" in record:  # seguidos por hombres armados
        record = _FOLLOWED.sub(
            lambda m: b"^%b%b$ ^por/por<pr>$" % (m[1], m[2].replace(b"# por", b"")), record
        )
    return record


def _soldiers(match: re.Match[bytes]) -> bytes:
    """*A los militares en la frontera*: those who are soldiers there; nobody is a member of it."""
    number = b"pl" if match[2].endswith(b"es") else b"sg"
    return b"%b^%b/militar<n><mf><%b>$ ^en/en<pr>$" % (match[1], match[2], number)


def _those_counted(match: re.Match[bytes]) -> bytes:
    """*Ya no había médicos*, *once efectivos*: what is counted is a noun, if it can be one and no noun is behind it."""
    if b"<n>" not in match[2]:
        return match[0]
    left = _without(match[2], _ADJECTIVE)
    if b"ay<vblex>" in match[1]:  # no hay detenidos
        left = _without(left, _PARTICIPLE)
    return b"%b%b$" % (match[1], left)


def _without_you_all(match: re.Match[bytes]) -> bytes:
    """*Amistad*, *libertad*: no order to those whom Spain says *vosotros* to, if it can be anything else."""
    return b"%b%b$" % (match[1], _without(match[2], _ORDER))


def _by_its_article(match: re.Match[bytes]) -> bytes:
    """*El corte*, *la corte*: of a noun of both genders the one that its article has; *el agua* is of one."""
    if b"<n><m>" not in match[3] or b"<n><f>" not in match[3]:
        return match[0]
    return b"%b%b$" % (match[1], _without(match[3], _FEMININE if match[2] == b"m" else _MASCULINE))


def _states(match: re.Match[bytes]) -> bytes:
    """*La federación, reunida ayer, denuncia que no*: behind a comma, with *que* or an article behind it, it is the verb."""
    says = re.search(rb"/[^/$<]+<vblex><pri><p3><sg>", match[2])
    return b"%b%b$" % (match[1], _without(match[2], _THING)) if says and b"<n>" in match[2] else match[0]


def _likely(match: re.Match[bytes]) -> bytes:
    """*Venga* of *venir*, *mienta* of *mentir*, *hermanas* that are sisters: the other verb is rare."""
    left = _SELDOM.sub(b"", match[2]).lstrip(b"/")
    return b"%b%b$" % (match[1], left) if left else match[0]


def _does(match: re.Match[bytes]) -> bytes:
    """*Para que este conforme una comisión*: what may be a verb behind *que este*, with its object behind it, is the verb."""
    does = _DOES.search(match[4])
    return b"%b%b$%b%b$" % (match[1], match[2], match[3], does[0]) if does else match[0]


def _does_it(match: re.Match[bytes]) -> bytes:
    """*Nadie habla*: what may be a verb behind *nadie* is one."""
    return b"%b%b$" % (match[1], _without(match[2], _THING)) if _FINITE.search(match[2]) else match[0]


def _sick(match: re.Match[bytes]) -> bytes:
    """*Estaba enferma*: what one is for a time is an adjective, if it can be one."""
    return b"%b%b$" % (match[1], _without(match[2], _THING)) if _ADJECTIVE.search(match[2]) else match[0]


def _participle(match: re.Match[bytes]) -> bytes:
    if b"<pp>" not in match[2]:
        return match[0]
    return b"%b%b$" % (match[1], _without(match[2], _THING))


def _noun(match: re.Match[bytes]) -> bytes:
    """*A las maestras las despidió*: before a pronoun or *no* the noun has ended."""
    if b"<n>" not in match[2]:
        return match[0]
    return b"%b%b$" % (match[1], _without(_without(match[2], _ADJECTIVE), _ADVERB))


def _agreeing(match: re.Match[bytes]) -> bytes:
    """A word that may be a verb, behind a noun with which as an adjective it would not agree: *el turno dura*."""
    found = _ADJECTIVES.findall(match[4])
    if not found or not _FINITE.search(match[4]):
        return match[0]
    if any(gender in (match[1], b"mf") and number in (match[2], b"sp") for gender, number in found):
        return match[0]
    start = match.start(3) - match.start()
    return b"%b%b%b$" % (match[0][:start], match[3], _without(match[4], _ADJECTIVE))


def _verb(match: re.Match[bytes]) -> bytes:
    """*No se digna*, *se mendiga*: behind *se* a word that can be a verb is one."""
    if not _FINITE_VERB.search(match[2]):
        return match[0]
    return b"%b%b$" % (match[1], _without(match[2], _NO_VERB))


def _lacks(match: re.Match[bytes]) -> bytes:
    """*Falta agua*: no noun is before another."""
    if b"acer<" in match[1]:
        return b"%b%b%b$" % (match[1], match[2], _without(match[3], _FINITE))
    if _NAMES.search(match[1]):
        return match[0]
    return b"%b%b%b$" % (match[1], match[2], _without(match[3], _THING))


def _asked(match: re.Match[bytes]) -> bytes:
    if not _SUBJUNCTIVE.search(match[2]):
        return match[0]
    return b"%b%b$" % (match[1], _without(match[2], _ADJECTIVE))


def _without(readings: bytes, gone: re.Pattern[bytes]) -> bytes:
    """The readings without some of them; all of them where nothing else would be left."""
    return gone.sub(b"", readings) or readings


def _thing(match: re.Match[bytes]) -> bytes:
    if b"<n>" not in match[2] and b"<adj>" not in match[2]:
        return match[0]
    return b"%b%b$" % (match[1], _without(match[2], _FINITE))
