"""Spanish names that English writes in another way, so that their absence means nothing."""

from __future__ import annotations

_PLACES = """
afganistan africa albania alejandria alemania alpes alta altiplano alto amazonas amazonia amberes america americas andalucia
andes angola antartica antartida antillas apeninos arabia arabe aragon argelia armenia artico asia asiria asuncion atenas
atlantico atlantica australia austria azerbaiyan azores babilonia bagdad bahamas balcanes balcan baleares baltico bangladesh barein
baviera bayona beirut belen belgica belgrado belice belgrado bengala berlin berna bielorrusia bielorusia birmania bizancio
bolonia borgoña bosforo bosnia bosnia-herzegovina botsuana brasil bretaña britania britanica britanicas britanico bruselas
bucarest bulgaria burdeos caballo cabo cachemira cairo california calcuta camboya camerun canal canada canarias caribe
carolina cartago castilla cataluña caucaso cerdeña ceilan centroamerica ceuta chechenia checa checo chequia chipre cisjordania
colombia colonia comoras comunidad congo copenhague cordoba corcega corea coreas costa creta crimea croacia cuba curazao damasco
danubio daguestan dinamarca dominica dominicana dresde dublin dubai ecuador edimburgo edimburgo egeo egipto elba eritrea escandinavia escocia
eslovaquia eslovenia españa espana estambul estados este estonia estocolmo estrasburgo eritrea etiopia eufrates eurasia euroasia europa
europea europeo extremadura fenicia filadelfia filipinas finlandia fiyi flandes florencia florida francia francfort fráncfort frankfurt friburgo gabon galia gales galicia
galilea galapagos ganges gante gaza georgia ghana ginebra genova grecia granada groenlandia guadalupe guatemala guayana guyana guinea habana haiti
hamburgo hawai hawaii haya hebron helsinki hercegovina hiroshima hispanoamerica holanda honduras hungria iberia iberica
india indias indico indonesia indochina inglaterra irak iraq iran irlanda islandia islamica israel italia jamaica japon java jerusalen jordania jordan
judea kabul kazajistan kenia kiev kirguistan kirguizistan kremlin kurdistan kuwait lacio laos latina latinoamerica lausana leningrado lesoto letonia libano liberia libia
liechtenstein liguria lieja lisboa lituania liverpool loira lombardia londres lorena lovaina lucerna luisiana luxemburgo macedonia madagascar magallanes magreb malasia malaui
malawi maldivas mali malta maldivas malvinas manchuria marruecos marsella martinica mauricio mauritania mayor mecca meca medina mediterranea mediterraneo melanesia mesopotamia meridional
mexico micronesia milan misisipi misuri moldavia moldova monaco mongolia montenegro moscu mosela mozambique munich namibia napoles navarra nazaret
nepal niza niger nigeria nilo nipona nordico normandia norte norteamerica noruega nueva nuevo oceania oceano oeste oman oriental oriente occidental occidente ottawa
pacifico paises paraguay pakistan palestina palestino palermo panama papua paris parma patagonia pekin peninsula pensilvania persia persico perpiñan perugia peru pirineos polinesia polonia
pompeya portugal praga provenza prusia puerto punta qatar quebec rabat ravena reino renania reims republica rin rio rodano rodas rodesia roma rosa
rumania rumanía ruanda rusia sahara saigon sajonia salvador samoa santa santo saudi saudita sarajevo senegal seul serbia seychelles sevilla siam siberia sicilia sierra silicio sinai singapur siria sofia
somalia sri suazilandia suabia suecia suiza sumatra sur sudafrica sudafricana sudamerica sudan sudeste suramerica surinam tailandia taipei taiwan tajo tamesis tanger tanzania
tasmania tayikistan tayikistan tejas tel tell tenerife teheran terranova tesalonica texas tibet tierra tigris tirol togo tokio tolosa tonga toscana tracia transilvania transvaal tripoli
eurocopa como cuando donde cuanto quien que cual eurozona abuya bombay sidney checoslovaquia checoeslovaquia disneylandia centroeuropa lejano cercano transantarticas antiguo bajos bajo sajon sajona hispana hispano islandes troya tucuman tunez tunicia turin turquia turkmenistan tuvalu ucrania uganda umbria union unidas unido unidos urales uruguay uzbekistan valencia valonia vaticano varsovia vaticana venecia venezuela versalles vesubio viena vietnam virginia
virgenes vizcaya volga westfalia yakarta yemen yibuti yugoslavia yugoslava zambia zaire zelanda zelandia zimbabue zurich zaragoza ypres
"""
_PEOPLE = """
adan abraham agustin alejandro ambrosio ana andres anibal antonio aquiles aquino aristoteles arquimedes atila augusto averroes bartolome bautista
benedicto benito buda buonarroti calvino camilo carlomagno carlos cesar ciceron ciro clemente cleopatra colon confucio constantino copernico cristo cristobal daniel dario demostenes descartes diana dios
domingo edipo eduardo elias enrique epicuro erasmo esopo esteban euclides eva ezequiel federico felipe francisco gandhi gengis gregorio guillermo hercules hermanas hermano herodoto hipocrates hitler homero horacio
ibsen ignacio inocencio isaac isabel isaias ivan jacobo jehova jenofonte jeremias jesucristo jesus jorge jose josue juan juana judas julio kan khan lazaro leon leonardo leonor lucas luis lutero magdalena magno mahoma maquiavelo marco marcos margarita
maria mariano mateo maximiliano mesias miguel mickey moises nabucodonosor napoleon neron nicolas noe octavio ovidio pablo papa pedro pericles pio pitagoras platon plinio plutarco poncio ptolomeo rafael ramon ricardo salomon samuel tutankamon encelado herostrato moctezuma monteczuma jonas
seneca socrates sofocles solon sor tolomeo tomas trajano tucidides ulises urbano vicente virgen virgilio voltaire zeus zarina zar biblia coran alcoran tora talmud torah alah ala islam ramadan pascua navidad renacimiento cretacico jurasico triasico edad internet covid
"""
_OTHERS = """
aa aapp ac ad adn afp ai aiea am apec arn bce bid bm cc cee cei cia ciad cida cidh cij cito cnudm coi cpi cv dc dd ddhh dh dvd eau ecg eeuu ee ei epo ess eta eua fao fecha ffaa
ff fmi fifa gb gps ii iii iv ix ee.uu kg km ko led leed lgbt lgtb ls mw mhz mm nba nn ocde oea oei oit oiea olp om oms omc ong ongd onu onudi ops opep otan otas pa pbi pc pdf pea pei pib pp ppp ps
rae rr rrhh rfa rda rdc rfid ri rna rp rsf rusa sa si sia sida sms spa sr sra srta tac tc tdah tlc tlcan tlcn tv ts ue ui uk un urss usa usd uu uucp uv va vi vih vii viii wwf xix xv xvi xvii xviii xx xxi
"""

TRANSLATABLE: frozenset[str] = frozenset(f"{_PLACES} {_PEOPLE} {_OTHERS}".split())
"""Folded words; capitalised words of the Spanish word list (*Congreso*, *Ministerio*) count besides."""

_NAMES = """
aguilar alarcon alberto alejandra alfonso alonso alva alvarez amaru angel aquino arguedas arias arce arana arroyo avila ayala balarezo barrios bautista bayly becerra belaunde
benavides bermejo blanco bravo briceño bustamante caballero cabrera cabello calle calderon camacho campos cardenas carrasco carrillo castillo castro cerron cespedes chavez condori cordero cornejo
correa cortez cruz cuba cuellar delgado diaz dina dominguez duran escobar espinoza esteban fajardo fernandez ferrer figueroa flores franco fuentes fujimori gallardo galvez gamarra garcia garza gil gomez gonzales gonzalez gonzalo
guerra guerrero guevara gutierrez guzman heredia hernandez herrera hidalgo huaman hurtado ibarra jara jimenez juarez lara lazo ledesma leiva leon lezama lopez lozano lugo luna maldonado mamani manrique mantilla manuela
marquez marin martinez medina mejia mendez mendoza merino miranda molina montes montesinos mora morales moreno moscoso muñoz navarro nieto nolasco nuñez ochoa olivera orellana orozco ortega ortiz otero pacheco
padilla palacios palma paredes parra paz peña peralta perez pinto pizarro ponce prado quintana quiroz quispe ramirez ramos rangel reyes rincon rios rivas rivera robles rocha rodriguez rojas romero rosales rubio ruiz saenz salas
salazar salcedo salinas sanchez sandoval santana santos serrano sierra silva solis soria sosa soto suarez tapia tello toledo toro torres trujillo valdez valencia vallejo valverde vargas vasquez vazquez vega vela velarde velasco velasquez vera vidal vila villa villanueva zambrano zapata zavala zegarra zeballos
"""

NAMES: frozenset[str] = frozenset(_NAMES.split())
"""Folded surnames and given names that are kept in English, though the word list knows the word."""
