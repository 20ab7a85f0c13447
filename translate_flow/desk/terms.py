"""Terms in place: what a row of the glossary would change, writing it, and making drafts again."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

from ..errors import UsageError
from ..flow.drafts.draft import plan
from ..flow.terms.effect import Effect, Meeting, effect
from ..flow.terms.glossary import add, listed, remove
from ..messages import several
from ..model import Policy, Term
from .answers import Call
from .backs import in_glossary
from .desk import run_in_thread
from .messages import FIELD_MISSING, NO_ENGINE

SHOWN = 60
"""Places that are listed; the counts are of all."""


async def show(call: Call) -> Any:
    """GET: the row a term has, all its columns; null if it has none."""
    language, es, statement = _place(call)
    there = await run_in_thread(lambda: listed(call.desk.workspace, es, language, statement))
    return {"row": None if there is None else row_view(call, there)}


async def preview(call: Call) -> Any:
    """POST: what writing the row, or with `remove` taking it out, would change. Nothing is written."""
    return await _act(call, dry=True)


async def write(call: Call) -> Any:
    """POST: write the row, or with `remove` take it out; what that changes."""
    answer = await _act(call, dry=False)
    await call.desk.catch_up()
    return answer


async def redraft(call: Call) -> Any:
    """POST: make these drafts (`keys` by statement) again, beside other work."""
    language, keys = call.desk.language(call.text("language")), call.data.get("keys")
    if not isinstance(keys, dict) or not all(_texts(some) for some in keys.values()):
        raise UsageError(FIELD_MISSING(field="keys"))
    only = tuple(dict.fromkeys(key for some in keys.values() for key in some))
    await run_in_thread(call.desk.shelf.flush)
    job = await run_in_thread(
        lambda: plan(call.desk.workspace, list(keys), language, redo=True, only=only, memory="off")
    )
    if job.factory is None:
        raise UsageError(several(job.reasons) if job.reasons else NO_ENGINE())
    call.desk.jobs.start(job)
    return {}


async def _act(call: Call, *, dry: bool) -> dict[str, Any]:
    language, es, statement = _place(call)
    workspace = call.desk.workspace

    def act() -> dict[str, Any]:
        there = listed(workspace, es, language, statement)
        if call.data.get("remove") is True:
            gone = remove(workspace, es, language, statement=statement, dry=True)
            found = effect(workspace, language, gone=[gone], statement=statement)
            if not dry:
                remove(workspace, es, language, statement=statement)
            return _answer(call, found, language, gone, Path(gone.file))
        fields = _fields(call)
        written = add(workspace, es, fields, language, statement=statement, overwrite=True, dry=True)
        found = effect(workspace, language, [written.term], statement=statement)
        if not dry:
            add(workspace, es, fields, language, statement=statement, overwrite=True)
        return _answer(call, found, language, there if written.changed else None, written.path)

    about = [(language, statement)] if statement else None
    return await run_in_thread(act if dry else lambda: in_glossary(call, act, about))


def _place(call: Call) -> tuple[str, str, str | None]:
    """Target language, term, and the statement whose own glossary is meant, if it is."""
    own, language = call.text("statement", ""), call.desk.language(call.text("language"))
    if own and own not in call.desk.shelf.names(language):
        raise UsageError(FIELD_MISSING(field="statement"))
    return language, " ".join(call.text("es").split()), own or None


def _fields(call: Call) -> dict[str, Any]:
    """The columns of the row, as the form has them; several forms in one field stand between bars."""
    first, *more = _several(call.text("en", "")) or ("",)
    policy = call.text("policy", "")
    if policy not in [str(p) for p in Policy]:
        raise UsageError(FIELD_MISSING(field="policy"))
    return {
        "en": first,
        "accepted": tuple(more),
        "policy": Policy(policy),
        "kind": call.text("kind", "").strip(),
        "gloss": call.text("gloss", "").strip(),
        "variants": _several(call.text("variants", "")),
        "forbidden": _several(call.text("forbidden", "")),
        "note": call.text("note", "").strip(),
    }


def _several(value: str) -> tuple[str, ...]:
    return tuple(form for part in value.split("|") if (form := " ".join(part.split())))


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) for v in value)


def row_view(call: Call, term: Term) -> dict[str, Any]:
    """A row with what the form shows of it."""
    return {
        "es": term.es,
        "en": "|".join(filter(None, (term.en, *term.accepted))),
        "policy": str(term.policy),
        "kind": term.kind,
        "gloss": term.gloss,
        "variants": "|".join(term.variants),
        "forbidden": "|".join(term.forbidden),
        "note": term.note,
        "file": call.desk.workspace.relative(Path(term.file)),
        "own": term.file.endswith(".glossary.csv"),
    }


def _answer(call: Call, found: Effect, language: str, there: Term | None, path: Path) -> dict[str, Any]:
    # What has to be looked at comes first.
    order = sorted(found.met, key=lambda m: (m not in found.against, not m.again))
    return {
        "there": None if there is None else row_view(call, there),
        "file": call.desk.workspace.relative(path),
        **effect_view(found, language),
        "places": [_place_view(one, language) for one in order[:SHOWN]],
    }


def effect_view(found: Effect, language: str) -> dict[str, Any]:
    """The counts of an effect."""
    return {
        "language": language,
        "segments": len(found.met),
        "statements": len(found.statements),
        "against": len(found.against),
        "again": {name: list(keys) for name, keys in found.again.items()},
        "unreadable": list(found.unreadable),
    }


def _place_view(one: Meeting, language: str) -> dict[str, Any]:
    return {
        "name": one.name,
        "place": one.place,
        "url": f"/s/{language}/{quote(one.name)}#{quote(one.key)}",
        "source": one.source,
        "target": one.target,
        "state": str(one.state),
        "agrees": one.agrees,
        "again": one.again,
    }


GET = {"/api/term": show}
POST = {"/api/term/preview": preview, "/api/term/write": write, "/api/term/redraft": redraft}
