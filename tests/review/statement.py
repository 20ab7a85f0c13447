"""An invented statement in every state a segment can be in, with its glossary."""

from __future__ import annotations

from translate_flow.glossary import Glossary
from translate_flow.language.text import segment_keys
from translate_flow.model import Document, Edition, Event, Kind, Policy, Segment, State, Term, Unit

TERMS = (
    Term("Frente de Defensa de Huallampa", "", "organisation", Policy.KEEP, forbidden=("Defence Front",)),
    Term("ternas", "", "term", Policy.GLOSS, gloss="plain-clothes police groups", forbidden=("triples",)),
    Term("Consejo de Ministros", "Council of Ministers", "body", Policy.TRANSLATE, article=True),
    Term("Rosaura Ccahuana", "", "person", Policy.KEEP, forbidden=("Rosaura Cahuana",)),
    Term("Madre de Dios", "", "region", Policy.KEEP, forbidden=("Mother of God",)),
    Term("debida diligencia", "due diligence", "term", Policy.TRANSLATE),
)
GLOSSARY = Glossary(TERMS)

ENGINE = "apertium 3.8.3"


def events(key: str, *steps: tuple[str, str, str | None]) -> tuple[Event, ...]:
    """A journal from (do, by, text) steps, one minute apart."""
    return tuple(
        Event(
            id=f"{number:04}",
            at=f"2024-05-02T09:{number:02}:00Z",
            by=by,
            do=do,
            key=key,
            text=text,
            engine=ENGINE if do == "draft" else "",
        )
        for number, (do, by, text) in enumerate(steps)
    )


def unit(
    source: str,
    *steps: tuple[str, str, str | None],
    state: State = State.TRANSLATED,
    kind: Kind = Kind.PARAGRAPH,
    key: str = "",
) -> Unit:
    """A unit whose present text is the last one its steps set."""
    key = key or segment_keys([source])[0]
    target = next((text for _, _, text in reversed(steps) if text is not None), "")
    return Unit(Segment(key, kind, source), target, state, events(key, *steps))


def edition(*units: Unit, title: str = "El valle de Ayanca no se vende") -> Edition:
    """A statement made of these units."""
    document = Document("2024-05-02-ayanca", "markdown", tuple(u.segment for u in units), title)
    return Edition(document, "es", "en", units, "statements/2024-05-02-ayanca.es.md", "0" * 32)


UNITS = (
    unit(
        "El valle de Ayanca no se vende",
        ("draft", "apertium", "The valley of Ayanca does not sell"),
        ("edit", "translator", "The Ayanca Valley Is Not for Sale"),
        ("approve", "reviewer", None),
        state=State.APPROVED,
        kind=Kind.TITLE,
    ),
    unit(
        "El Frente de Defensa de Huallampa denuncia la presencia de ternas en la plaza, sin orden judicial.",
        (
            "draft",
            "apertium",
            "The Defence Front of Huallampa complaint the presence of triples in the square, "
            "without court order.",
        ),
        (
            "edit",
            "translator",
            "Frente de Defensa de Huallampa denounces the presence of ternas (plain-clothes police groups) "
            "in the square, without a warrant.",
        ),
        ("approve", "reviewer", None),
        state=State.APPROVED,
    ),
    unit(
        "El 14 de marzo, la profesora Rosaura Ccahuana fue golpeada; 23 familias siguen sin agua.",
        (
            "draft",
            "apertium",
            "The 14 of March, the teacher Rosaura Ccahuana was struck; 23 families follow without water.",
        ),
        (
            "edit",
            "translator",
            "On 14 March the teacher Rosaura Cahuana was beaten; 23 families are still without water.",
        ),
    ),
    unit(
        "Exigimos la debida diligencia.",
        ("draft", "apertium", "We demand due diligence."),
        ("confirm", "translator", None),
    ),
    unit(
        "El Consejo de Ministros calla.\nNosotros no.",
        ("draft", "apertium", "The Advice of Ministers is silent.\nWe no."),
        ("edit", "translator", "The cabinet is silent.\nWe are not."),
    ),
    unit(
        "En Madre de Dios tampoco hay respuesta del Consejo de Ministros.",
        ("draft", "apertium", "In Mother of God either there is no answer of the Council of Ministers."),
        state=State.DRAFT,
    ),
    unit(
        "Convocamos a una vigilia el viernes.",
        ("draft", "apertium", "We call to a vigil the Thursday."),
        ("edit", "translator", "We call for a vigil on Thursday."),
        state=State.STALE,
    ),
    unit("Ayanca, 2 de mayo de 2024", ("edit", "translator", "Ayanca, 2 May 2024"), kind=Kind.LINE),
    unit("Firmas aparte.", state=State.MISSING),
    unit("Comunidad Campesina Tres Arroyos", state=State.KEPT, kind=Kind.NAME),
)
"""Approved twice, translated with a broken name, confirmed as drafted, with a missing term, draft, stale,
typed without a draft, missing, kept."""

EDITION = edition(*UNITS)
