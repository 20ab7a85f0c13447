"""The glossary's page: its rows with filters and changes of many, proposals, contradictions, files in and out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import Response

from ..errors import NotAllowed, UsageError
from ..flow.queries.query import plain
from ..flow.statement.terms import glossary_for
from ..flow.terms import bulk, suggest
from ..flow.terms.allowed import TERM
from ..flow.terms.conflicts import conflicts
from ..flow.terms.effect import effect
from ..flow.terms.glossary_files import exported, import_file
from ..flow.terms.messages import NOT_YOUR_GLOSSARY
from ..glossary.table import term_key
from ..model import Policy, Term
from ..workspace.access import present
from .answers import Call
from .backs import in_glossary
from .choices import LONGEST, chosen, page_of
from .desk import Desk, run_in_thread
from .messages import FIELD_MISSING
from .pages import page
from .session import session
from .terms import effect_view, row_view
from .views import kinds_of_terms

PAGE = 100
"""Rows on one page."""
SHOWS = ("terms", "suggestions", "conflicts", "files")
FORMATS = ("csv", "tbx", "tsv", "po")
"""Kinds of files the glossary can be had as."""


async def show(request: Request) -> Response:
    """GET: the rows that are asked for, by words, kind, policy and file; or proposals, contradictions, files."""
    desk: Desk = request.app.state.desk
    who = session(request, desk.workspace)
    language = desk.language(request.path_params["language"])
    terms = await run_in_thread(lambda: glossary_for(desk.workspace, None, language).terms)
    files = {t.file: desk.workspace.relative(Path(t.file)) for t in terms}
    names = sorted(desk.shelf.names(language))
    given, used = request.query_params, Counter(t.kind for t in terms)
    asked, wrong = chosen(
        given,
        {
            "kind": ("-", *used),
            "policy": tuple(Policy),
            "file": tuple(files.values()),
            "for": names,
            "show": SHOWS,
        },
    )
    asked["q"], shown = given.get("q", "")[:LONGEST], asked.pop("show") or SHOWS[0]
    words = plain(asked["q"]).split()
    found = sorted(
        (
            t
            for t in terms
            if all(w in plain(" ".join((t.es, t.en, *t.variants, *t.accepted, t.note))) for w in words)
            and asked["kind"] in ("", t.kind or "-")
            and asked["policy"] in ("", str(t.policy))
            and asked["file"] in ("", files[t.file])
        ),
        key=lambda t: term_key(t.es).casefold(),
    )
    pages = max(1, -(-len(found) // PAGE))
    current = page_of(given, pages)
    known = dict(kinds_of_terms(who.locale))
    contradictions = await run_in_thread(lambda: conflicts(desk.workspace, language))
    return page(
        request,
        who,
        "glossary.html",
        show=shown,
        asked=asked,
        not_choices=wrong,
        rows=[(t, files[t.file]) for t in found[(current - 1) * PAGE : current * PAGE]],
        found=len(found),
        total=len(terms),
        current=current,
        pages=pages,
        address=lambda **more: "?" + urlencode({k: v for k, v in {**asked, **more}.items() if v}),
        kinds=[*known.items()],
        named=known,
        used=sorted((known.get(k, k), k) for k in used if k),
        files=sorted(set(files.values())),
        conflicts=contradictions,
        source=desk.workspace.settings.languages.source,
        target=language,
        targets=desk.workspace.settings.languages.targets,
        names=names,
        formats=FORMATS,
        start={"language": language, "statement": asked["for"], "show": shown},
    )


async def suggestions(call: Call) -> Any:
    """GET: terms that nobody listed, with the evidence; of one statement, or of all."""
    language, name = call.desk.language(call.text("language")), call.text("for", "")
    workspace = call.desk.workspace
    await run_in_thread(call.desk.shelf.flush)
    found = await run_in_thread(lambda: suggest.suggest_again(workspace, language, name, call.desk.suggested))
    known = dict(kinds_of_terms(call.session.locale))
    return {
        "suggestions": [
            {
                "es": s.es,
                "en": s.en,
                "policy": str(s.policy),
                "kind": known.get(s.kind, s.kind),
                "reason": str(s.reason),
                "count": s.count,
                "statements": list(s.statements),
                "url": f"/s/{language}/{quote(s.statements[0])}#{quote(s.key)}" if s.statements else "",
                "example": s.example,
                "renderings": [list(pair) for pair in s.renderings],
                "forbidden": list(s.forbidden),
                "ready": s.ready,
                "shown": s.shown,
                "listed": s.listed is not None,
            }
            for s in found
        ]
    }


async def take(call: Call) -> Any:
    """POST: write rows for these proposals (`TERM`, or `TERM=TRANSLATION`), and set others aside as no terms."""
    language, name = call.desk.language(call.text("language")), call.text("for", "")
    wanted, refused = call.texts("wanted"), call.texts("refused")
    workspace = call.desk.workspace

    if refused and not present().may(TERM, "", language):
        raise NotAllowed(NOT_YOUR_GLOSSARY(language=language))

    def act() -> dict[str, Any]:
        found = suggest.suggest_again(workspace, language, name, call.desk.suggested) if wanted else []
        written = suggest.take(workspace, found, wanted, language)
        again = effect(workspace, language, [w.term for w in written]) if written else None
        out = suggest.dismiss(workspace, refused) if refused else []
        return {
            "written": [w.term.es for w in written],
            "refused": out,
            "effect": None if again is None else effect_view(again, language),
        }

    return await _written(call, act)


async def _written(call: Call, act: Callable[[], dict[str, Any]], *, dry: bool = False) -> dict[str, Any]:
    """Do something to the glossary's files that can be taken back."""
    if dry:
        return await run_in_thread(act)
    answer = await run_in_thread(lambda: in_glossary(call, act))
    await call.desk.catch_up()
    return answer


async def change(call: Call) -> Any:
    """POST: another policy, kind or note for many rows, or with `remove` none; with `dry` only what that changes."""
    language, terms = call.desk.language(call.text("language")), call.texts("terms")
    dry, removing = call.data.get("dry") is True, call.data.get("remove") is True
    fields: dict[str, Any] = {k: call.text(k) for k in ("kind", "note") if isinstance(call.data.get(k), str)}
    if policy := call.text("policy", ""):
        if policy not in list(Policy):
            raise UsageError(FIELD_MISSING(field="policy"))
        fields["policy"] = Policy(policy)
    if not terms or not (removing or fields):
        raise UsageError(FIELD_MISSING(field="terms"))
    workspace = call.desk.workspace

    def act() -> dict[str, Any]:
        rows: list[Term]
        if removing:
            rows = bulk.remove_many(workspace, terms, language, dry=True)
            found = effect(workspace, language, gone=rows)
            if not dry:
                bulk.remove_many(workspace, terms, language)
        else:
            rows = bulk.change_many(workspace, terms, fields, language, dry=True)
            found = effect(workspace, language, rows)
            if not dry:
                bulk.change_many(workspace, terms, fields, language)
        return {"rows": [row_view(call, row) for row in rows], **effect_view(found, language)}

    return await _written(call, act, dry=dry)


async def take_in(call: Call) -> Any:
    """POST: a glossary of another program as the body; with `dry` only what would become of it."""
    data, language = await call.request.body(), call.desk.language(call.text("language"))
    name, dry = PurePosixPath(call.text("file").replace("\\", "/")).name, call.text("dry", "") == "yes"
    over, columns = call.text("replace", "") == "yes", call.text("columns", "")
    workspace, translate = call.desk.workspace, call.session.locale.translate

    def act() -> dict[str, Any]:
        how: dict[str, Any] = {
            "overwrite": over,
            "columns": [c.strip() for c in columns.split(",") if columns],
        }
        done = import_file(workspace, Path(name), language, dry=True, data=data, **how)
        new = [*done.added, *(term for term, _ in done.different if over)]
        found = effect(workspace, language, new)
        if not dry:
            import_file(workspace, Path(name), language, data=data, **how)
        mapping = done.mapping
        return {
            "file": workspace.relative(done.path),
            "added": [{"es": t.es, "en": t.target, "policy": str(t.policy)} for t in done.added],
            "same": done.same,
            "different": [
                {"es": there.es, "ours": there.target, "theirs": term.target}
                for term, there in done.different
            ],
            "unusable": [translate(error.message) for error in done.unusable],
            "columns": None
            if mapping is None
            else [
                {"name": mapping.header[n] if n < len(mapping.header) else "", "role": role}
                for n, role in enumerate(mapping.roles)
            ],
            **effect_view(found, language),
        }

    return await _written(call, act, dry=dry)


async def hand_out(request: Request) -> Response:
    """GET: the glossary as a file of another program."""
    desk: Desk = request.app.state.desk
    language, form = desk.language(request.path_params["language"]), request.path_params["form"]
    if form not in FORMATS:
        raise UsageError(FIELD_MISSING(field="form"))
    name = f"glossary-{language}.{form}"
    data, _ = await run_in_thread(lambda: exported(desk.workspace, Path(name), language))
    headers = {"content-disposition": f"attachment; filename={name}"}
    return Response(data, media_type="application/octet-stream", headers=headers)


GET = {"/api/glossary/suggestions": suggestions}
POST = {
    "/api/glossary/take": take,
    "/api/glossary/change": change,
    "/api/upload/glossary": take_in,
}
PAGES = {"/glossary/{language}": show, "/glossary/{language}/{form}": hand_out}
