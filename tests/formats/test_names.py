"""Names alone are kept; demands, headings, dates, bodies of the state and sentences are translated."""

from __future__ import annotations

import pytest

from translate_flow.names import names_only

from ..growth import grows_too_fast

NAMES = """\
Red Agua Viva
Red Agua Viva.
**Red Agua Viva**
[Red Agua Viva](https://ejemplo.org)
Red de Mujeres del Altiplano
Red Nacional de Defensoras – REDEF
Derechos y Territorio – DETER (Tacna, Perú)
Federación de Comunidades Unidas para el Riego con Equidad de la Provincia de Lampa – FEDECUR
Federación Departamental de Rondas Campesinas de Moquegua
Institute for River Studies – Global Water Program, USA
Center for Andean Law, Canada
Andean Solidarity Network
University of Westlake, United Kingdom
Water Watch Canada
Fair Rivers Now, United Kingdom
The Old Mill House, Ireland
Colectivo Limeños en Marcha.
Coletivo Rio Livre, Brasil
Rede de Águas do Sul
Promoción “Los Andes” 1987 – Colegio Nacional Simón Rodríguez Paz
Asociación Pro Vida Digna Provida sede Huánuco.
Asociación de Artesanas “Killa Warmi”
Asociación Pueblo Aymara – Jaqi Marka
Asociación para el Desarrollo del Valle – Sumaq Ayni
TierraLibre, Bolivia/UK
AguaAcción
CONAGUA
IDEPA, CEDER y FORO
Los Vecinos Unidos del Distrito de San Jacinto
Los autoconvocados del Distrito de Santa Inés.
Centro Hermana Dorotea Salas – CHDS
Centro de Estudios Rurales – CER Ayaviri
Centro Andino de Formación (CAFOR) “Clorinda Reyes”
Comisión Diocesana de Pastoral Social – CODIPAS
Comité de víctimas y deudos de Ilave
Comité de Riego de la Cuenca Alta
Frente de defensa de los intereses de Espinar
Frente Único de Trabajadores del Carbón
Coordinadora Interétnica de los Pueblos Kukama
Confederación Campesina del Valle
Movimiento Justina Condori
Vicaría del Valle Sagrado
Vicaría de Solidaridad de Ayaviri
Parroquia San Juan Bautista de Yunguyo
Sindicato Único de Maestras de Abancay
Universidad Nacional del Titicaca
Junta de Riego – JR
Comunidad Campesina de Chinchero
Observatorio de Conflictos Mineros
Instituto de Defensa Rural
Cooperativa Agraria Norandino
Kusi Abya Sunqu
Sumaq Llaqta, Bolivia
Justina Condori Mamani
Pedro Huillca
María de los Ángeles Quispe
Ana Sofía del Carmen Paredes
Plataforma Ríos Libres – Nodo Tacna
Alianza Centro Americana por el Agua (ALCAGUA)
Grupo Ecuménico Semillas – GES
Fair Rivers Now (Brasil)
Red Agua Viva (Tacna, Perú)
TierraLibre (Bolivia y Chile)
""".splitlines()

OTHERS = """\
Adelanto de las elecciones municipales para 2026
Cierre del Parlamento
Renuncia de Justina Condori
Renuncia de la Ministra Justina Condori
Presidenta Justina Condori
Cese de la violencia en Ilave
Alto a la represión
No más muertes
Justicia para las familias de Espinar
Libertad de prensa
Investigación de los hechos de Ilave
Sanción a los responsables
Reparación integral
Liberación de los Detenidos
Derogatoria de la ley
Nueva Constitución
Asamblea Constituyente
Asamblea constituyente para una nueva Carta Magna
Comisión independiente de investigación
Comisión de Investigación
Comisión que aclare las muertes de Ilave
Comisión para aclarar las muertes de Ilave
Programa de apoyo a deudos de Ilave
Proyecto de ley sobre el agua
Grupo de trabajo
Centro de salud
Casa por casa
Voto de confianza al gabinete Salas
Gabinete Salas
Consejo de Ministros
Congreso de la República
Defensoría del Pueblo
Fiscalía de la Nación
Ministerio de Salud
Poder Judicial
Policía Nacional del Perú
Gobierno de Justina Condori
Estado de Sitio
Comunidad internacional
Comunidad Internacional de Derechos Humanos
Derechos Humanos
Medio Ambiente
Heridos Graves
Organizaciones Firmantes
Organizaciones Internacionales
International Organizations
List of Peruvian organizations
Lista de organizaciones peruanas que firman la carta
Lista de Organizaciones Peruanas
PRONUNCIAMIENTO PÚBLICO
DEMANDAS AL GOBIERNO
Región
Fallecidos
Total
Nota
Sierra Sur
Puno
Perú
Reino Unido
Estados Unidos
Lima, Perú
Perú, 12 de marzo de 2024
Lima, marzo de 2024
Enero de 2024
17
17 detenidos en Ilave
—
el agua de todos
más agua y menos polvo
Federación convoca marcha en Tacna
La ministra ha repetido que no comprende.
Las comunidades exigimos respuesta
Exigimos justicia
¿Quién responde?
Red Agua Viva: organización de riego
Pedro Huillca, presidente de la Federación
Muertes en Ilave
Muerte de Pedro Huillca en Ilave
Apoyo a las familias de Espinar
Toma de Lima
la renuncia de la ministra Justina Condori.
La renuncia de la ministra Justina Condori
La victoria de Ilave
El banco del lago de Zúrich
Por Pedro Huillca
Los heridos de Ilave
Las víctimas del Distrito de Ilave
Visita de la CIDH
Informe CIDH
Ataque a la ONU
Bloqueo de la Universidad San Fermín
Masacre de Ilave y Espinar
TierraLibre (Bolivia y Reino Unido)
Fair Rivers Now (Estados Unidos)
Red Agua Viva, México
https://ejemplo.org
www.ejemplo.org
correo@ejemplo.org
""".splitlines()


@pytest.mark.parametrize("text", NAMES)
def test_a_name_alone_is_kept(text: str) -> None:
    assert names_only(text)


@pytest.mark.parametrize("text", OTHERS)
def test_what_has_something_to_translate_is_no_name(text: str) -> None:
    assert not names_only(text)


def test_there_are_enough_cases() -> None:
    assert len(NAMES) + len(OTHERS) >= 80


@pytest.mark.parametrize("text", ["", " ", "…", "**", "[]()", "[^1]"])
def test_nothing_is_no_name(text: str) -> None:
    assert not names_only(text)


def test_the_time_for_a_long_text_grows_with_its_length() -> None:
    assert not grows_too_fast(names_only, lambda size: "Palabra " * size, 20_000)
