"""Short lists of Spanish words that the search and the guesses go by; folded unless said otherwise."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STOP_LIST = _words("""
    a al ante bajo con contra cual cuando de del desde donde e el ella ellas ellos en entre era es esa
    esas ese eso esos esta estas este esto estos fue ha han hasta hay la las le les lo los mas me mi muy
    nada ni no nos o otra otro para pero por porque pues que quien se ser si sin sobre son su sus
    tambien te tras tu u un una unas uno unos y ya yo como hacia segun durante mediante sino aunque
""")
"""Words that are no terms: each would be found in every sentence."""

CONNECTORS = _words("de del a al en con por para sin sobre contra entre desde hasta hacia y e o u que , ;")
"""Words that end the head group of a noun phrase, by which it agrees."""

ARTICLES = _words("la el los las")

TITLES = _words("""
    general mariscal almirante libertador don doña señor señora sr sra doctor doctora dr dra ingeniero
    padre fray monseñor
""")
"""Words after which a name is a person's."""

GIVEN_NAMES = _words("""
    jose juan luis carlos manuel miguel pedro pablo francisco mariano ramon simon martin daniel victor
    antonio andres jorge julio cesar alberto alejandro alfredo angel aurelio benito bernardo diego dario
    domingo eduardo enrique ernesto federico felipe fernando gabriel gregorio guillermo gustavo hector
    hugo ignacio jaime javier jesus joaquin leonardo lorenzo lucas marcos mario mateo maximo nicolas
    oscar pascual rafael raul ricardo roberto rodrigo ruben santiago sebastian tomas tupac vicente
    walter wilfredo ana maria rosa carmen dina elena flor isabel juana julia laura lucia luisa luz
    magdalena margarita marta mercedes micaela olga patricia pilar rocio ruth silvia sonia susana teresa
    veronica victoria yolanda
""")
"""First names common in Peru: what follows one is a surname, even if a place has the same name."""

REGION_WORDS = _words("region departamento provincia distrito ciudad regional provincial")
"""Words after which the article of a place's name is often written small (*región la Libertad*)."""

INSTITUTIONS = _words("convencion union constitucion comision corte merced victoria")
"""Places' names that, with their article at the start of a sentence, are more often something else."""

AMBIGUOUS_PLACES = _words("""
    anta asuncion atalaya barranca cabana canas canta castilla concepcion esperanza lampa moho pampas
    pausa picota salvacion sucre
""")
"""Places' names that are ordinary words too: not taken at the start of a sentence."""

MASCULINE = _words("""
    día mapa problema programa sistema tema clima idioma planeta drama esquema síntoma lema análisis énfasis paréntesis
""")
"""Masculine nouns that look feminine; with their accents."""

FEMININE = _words("""
    red ley paz voz luz mujer sede base gente muerte corte clase central madre mano foto radio moto
    parte calle tarde noche sangre cárcel sal piel señal orden fe serie especie superficie plebe leche
    nave torre fuente costumbre cumbre ong onu oea pcm pnp ue
""")
"""Feminine nouns that look masculine; with their accents."""
