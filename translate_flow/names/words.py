"""The words that tell names from other lines, folded (small letters, no accents) unless said otherwise."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CONNECTORS = _words(
    """
    a al ante con contra da das de del der des di do dos du e el em en entre et for für in i la las le
    les los na of on para pela pelo por pour pro sede sin sobre the to und und y and with against d'
    """
)
"""Small words inside names."""
SOFT_CONNECTORS = _words("de del la las los el y e da do dos das du of the")
"""Those that also stand inside a person's name."""
VERBAL = _words(
    """
    no nunca jamás tampoco nadie ninguno ninguna también solo sólo siempre aún todavía hoy ayer mañana nada
    que se son es fue fueron era ha han hay sea sean está están esta este estos estas su sus nos nuestro
    nuestra nuestros nuestras quien quienes cuyo donde cuando como porque is are was were has have that
    which who our más ya ni si lo le les cada todo toda todos todas otro otra otros otras un una unos
    unas
    """
)
"""Words of sentences, with their accents: none stands in a name."""
HEADS = _words(
    """
    agrupacion alianza alliance asamblea asociacion associacao association asociados ateneo bloque
    brigada camara campana caritas casa center central centre centro circulo club coalicion coalition
    colectiva colectivo colegio coletivo comision comite committee comunidad confederacion conferencia
    congregacion consorcio cooperativa coordinacion coordinadora corporacion council diocesis escuela
    federacion federation foro forum foundation frente fundacion group grupo hermanas iglesia iniciativa
    institucion institute instituto junta juntos liga mesa minga movement movimento movimiento network
    nucleo observatorio obispado oficina ong organizacion organisation organization parroquia plataforma
    prelatura programa program programme project promocion proyecto red rede redes ronda rondas
    secretaria secretariado servicio sindicato sociedad society taller trust union universidad
    university vicaria vicariato
    """
)
"""Nouns that names of organisations begin with, in Spanish, English and Portuguese."""
WEAK_HEADS = _words(
    """
    asamblea campana casa comision comunidad grupo iniciativa junta mesa oficina programa promocion
    proyecto secretaria servicio sociedad union
    """
)
"""Heads that open demands and plain nouns as well: they need a word of their own beside them."""
OPENERS = _words("los las el la the os as")
"""Articles a name may begin with."""
STATE = _words(
    """
    congreso gabinete ministerio ministro ministra ministros defensoria fiscalia presidencia presidente
    presidenta premier poder tribunal corte gobierno estado policia ejercito fuerzas ejecutivo republica
    constitucion palacio parlamento senado congresista jurado contraloria procuraduria government state
    ministry congress police president minister court army
    """
)
"""Bodies and offices of a state, which are translated."""
COMMON = _words(
    """
    adelanto alto anexo antecedentes apoyo asunto ayuda cargo constituyente cese cierre ciudad
    ciudadanos comunicado conclusiones contexto cuadro cuenta daños demanda demandas denuncia
    departamento departamentos derecho derechos detenidos dialogo distrito edad elecciones exigencias
    exigimos familias fecha fechas fin firma firmantes firmas fuente hechos herida heridas herido
    heridos hombres humanas humano humanos informe internacional internacionales justicia libertad lista
    llamado lugar lugares medio ambiente menores mensaje muerte muertes muertos mujeres nacional
    nacionales nivel nombre nombres nota notas numero nueva nuevas nuevo nuevos organizaciones paro
    peruana peruanas peruano peruanos persona personas poblacion provincia provincias pronunciamiento
    pueblo pueblos punto puntos region regiones renuncia reparacion resumen respeto retiro sancion
    salida sexo situacion solidaridad sur norte este oeste tabla tema temas tipo titulo total victima
    victimas victimario violaciones violencia fallecido fallecidos fallecida fallecidas asesinados
    actual general generales grave graves publico publica date deaths demands department dead facts
    human injured international list name names number organizations organisations people peruvian place
    region regions rights signatories situation source statement table title victims violations wounded
    year año años mes dia dias hora
    """
)
"""Nouns and adjectives that headings, demands and table heads are made of."""
COUNTRIES = _words(
    """
    alemania argentina austria belgica bolivia brasil brazil canada chile colombia cuba ecuador espana
    francia guatemala haiti honduras italia mexico nicaragua panama paraguay peru portugal suecia suiza
    uruguay venezuela usa uk eeuu germany spain france italy switzerland sweden belgium ireland irlanda
    noruega norway
    """
) | {
    *("america latina", "atlantic canada", "costa rica", "el salvador", "estados unidos", "europa"),
    *(
        "latinoamerica",
        "paises bajos",
        "reino unido",
        "republica dominicana",
        "united kingdom",
        "united states",
    ),
}
"""Countries and parts of the world, in Spanish and English."""
TRANSLATED_COUNTRIES = _words(
    "alemania bélgica canadá españa francia haití irlanda italia japón méxico noruega panamá suecia suiza"
) | {"estados unidos", "países bajos", "reino unido", "república dominicana"}
"""Countries whose Spanish name cannot stay behind a name in English. Perú may: so do statements leave it. With accents."""
GIVEN = frozenset({"ana", "blanca", "flor", "jose", "juan", "julia", "luz", "maria", "rosa"})
"""Given names that are often followed by "de", "del" or "de los"."""
PLACES = frozenset({"barrio", "comunidad", "cuenca", "distrito", "provincia", "pueblo", "region", "valle"})
"""Nouns for places that a name without a head may lead to."""
