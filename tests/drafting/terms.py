"""A small glossary for the tests of drafting."""

from __future__ import annotations

from translate_flow.glossary import Glossary
from translate_flow.model import Kind, Policy, Segment, Term


def term(
    es: str, en: str = "", kind: str = "organisation", policy: Policy | None = None, **more: object
) -> Term:
    """A term; its policy follows from whether it has an English."""
    chosen = policy or (Policy.TRANSLATE if en else Policy.KEEP)
    return Term(es, en, kind=kind, policy=chosen, **more)  # type: ignore[arg-type]


GLOSSARY = Glossary(
    [
        term("Red Muqui"),
        term("CNDDHH"),
        term("Federación Nacional de Mujeres Campesinas", variants=("FENMUCARINAP",)),
        term("Puno", kind="region"),
        term("La Libertad", kind="region"),
        term("Madre de Dios", kind="region"),
        term("Dina Boluarte", kind="person"),
        term("Alberto Otárola", kind="person"),
        term("Consejo de Ministros", "Council of Ministers", "body", article=True),
        term("Defensoría del Pueblo", "Ombudsman's Office", "body", article=True),
        term("Congreso de la República", "Congress of the Republic", "body", article=True),
        term("Fiscalía de la Nación", "Public Prosecutor's Office", "body", article=True),
        term("Estado de Emergencia", "State of Emergency", "term"),
        term("paro nacional", "national strike", "term"),
        term("ronda campesina", "peasant patrol", "term", gender="f", number="sg"),
        term("consulta previa", "prior consultation", "term"),
        term("ejecución extrajudicial", "extrajudicial killing", "term"),
        term("voto de confianza", "vote of confidence", "term"),
        term(
            "ternas", "", "term", Policy.GLOSS, variants=("terna",), gender="f", number="pl",
            gloss="plain-clothes police intelligence groups",
        ),
    ]
)  # fmt: skip


def segments(*texts: str) -> list[Segment]:
    """Paragraphs with keys `s0`, `s1` …"""
    return [Segment(f"s{n}", Kind.PARAGRAPH, text) for n, text in enumerate(texts)]
