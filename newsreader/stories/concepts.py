"""Words that tell one kind of event in two languages: `woningbrand`, `vlammen` and `blaze` are all a fire.

Composed for this program: what happens in the news, in the words that Dutch and English headlines have for
it. A concept is usual in news, so it never joins two articles by itself; it tells a fire in a town from its
council.
"""

from __future__ import annotations

_GROUPS = """
fire: brand branden brandt brandde vuur vlammen vlam vlammenzee uitgebrand afgebrand brandweer brandend
 lichterlaaie fire fires blaze flames burning burnt firefighters wildfire natuurbrand
accident: ongeluk ongelukken ongeval ongevallen aanrijding botsing botst botste botsten gebotst
 verongelukt kettingbotsing geschaard gekanteld kantelt crash crashes crashed accident collision collided
 derailed ontspoord ontspoort
death: dood dode doden dodelijk dodelijke doodt overleden overlijdt overlijden overleed omgekomen omkomt
 sterft stierf gestorven dies died dead death deaths killed kills fatal fatally
injury: gewond gewonde gewonden zwaargewond lichtgewond verwond injured injuries hurt wounded
stabbing: steekpartij steekincident neergestoken doodgestoken gestoken messteek doodsteken mes stabbing
 stabbed knife
shooting: schietpartij schietincident neergeschoten doodgeschoten beschoten schoten schutter shooting shot
 gunman gunfire
murder: moord moorden vermoord doodslag murder murdered homicide manslaughter
arrest: aangehouden aanhouding aanhoudingen opgepakt arrestatie gearresteerd arrest arrested arrests
 detained custody
robbery: overval overvallen overvaller beroofd beroving straatroof roof buit robbery robbed robbers raid
theft: diefstal gestolen steelt stelen kunstroof ontvreemd inbraak inbrekers theft stolen heist thieves
 burglary
fraud: fraude oplichting oplichters witwassen corruptie omkoping fraud scam bribery corruption laundering
trial: rechtszaak strafzaak proces zitting terechtstaan trial hearing prosecution courtroom
court: rechtbank rechter rechters hof gerechtshof raad-van-state court judge judges tribunal
verdict: veroordeeld veroordeling vonnis vrijgesproken vrijspraak celstraf gevangenisstraf cel geeist eis
 eist tbs sentenced sentence convicted verdict guilty acquitted jailed prison jail gevangenis
police: politie agent agenten recherche police officers detectives
search: vermist vermiste vermissing zoektocht missing search searching
rescue: gered redding redden redt reddingsactie bevrijd gehaald rescue rescued rescuers saved freed
explosion: explosie explosies ontploffing ontploft explosief blast explosion exploded bomb bom
quake: aardbeving aardbevingen beving bevingen aardschok quake earthquake quakes magnitude tremor
flood: overstroming overstromingen overstroomd wateroverlast hoogwater floods flood flooding flooded
 inundated
storm: storm stormen orkaan orkanen wervelwind windstoten stormschade hurricane typhoon cyclone tornado
 gale tyfoon
volcano: vulkaan uitbarsting lava eruption volcano erupts erupted
weather: weer weerbericht regen bewolkt graden zonnig buien neerslag temperatuur forecast rain showers
 sunny sneeuw snow vorst
heat: hitte hittegolf hitterecord heatwave heat
drought: droogte drought
election: verkiezing verkiezingen stembus stemmen kiezers exitpoll stemt presidentsverkiezingen
 gemeenteraadsverkiezingen election elections vote votes voters polls ballot runoff electoral
poll: peiling peilingen poll survey enquete
government: kabinet regering coalitie formatie kabinetsformatie government coalition cabinet
 administration
parliament: parlement kamer kamerlid kamerleden tweede-kamer kamerdebat fractie parliament lawmakers mps
 congress senate senaat
motion: motie wantrouwen wantrouwensmotie debat debatteren motion no-confidence censure debate
resign: aftreden afgetreden treedt opgestapt vertrekt vertrek ontslag stapt resigns resigned resignation
 quits quit steps
appoint: benoemd benoeming benoemt opvolger opvolgt aangesteld appointed appoints named successor succeeds
minister: minister ministers staatssecretaris bewindsman bewindspersoon secretary
president: president presidentschap presidency
premier: premier minister-president prime-minister
mayor: burgemeester mayor
rate: rente rentes rentebesluit renteverlaging renteverhoging rates borrowing interest
cut: verlaagt verlaagd verlaging omlaag verlagen cuts cut lowers lowered reduces slashes
raise: verhoogt verhoogd verhoging omhoog verhogen raises raised increases hikes hike
hold: ongewijzigd onveranderd gelijk holds steady unchanged hold
inflation: inflatie prijsstijging inflation
stocks: beurs aex damrak beurzen aandeel aandelen koers koersen index stocks shares market markets bourse
profit: winst winstcijfers kwartaalcijfers jaarcijfers resultaat omzet winstwaarschuwing profit profits
 earnings revenue
loss: verlies verliezen verliest losses loss
takeover: overname overnamebod overgenomen neemt-over fusie fuseren takeover acquisition acquires merger
 buys bid
bankrupt: failliet faillissement surseance bankrupt bankruptcy insolvency insolvent
layoff: ontslagen banenverlies schrapt reorganisatie layoffs redundancies jobs-cut
strike: staking stakingen staakt staken stakers gestaakt actiedag strike strikes walkout striking
 industrial-action
protest: protest protesten protesteren demonstratie demonstranten betoging betogers actievoerders protests
 protesters demonstration demonstrators rally march
cease: staakt-het-vuren bestand wapenstilstand vredesakkoord vrede ceasefire truce peace
attack: aanval aanvallen aanslag aanslagen luchtaanval drone drones droneaanval raketten bombardement
 attack attacks strike-air missile missiles bombing terror airstrike
war: oorlog invasie troepen leger militairen front war invasion troops army soldiers military
agreement: akkoord deal overeenkomst verdrag pact agreement accord treaty
tariff: importheffing importheffingen heffing heffingen tarieven tariff tariffs levy duties
sanction: sancties sanctions
summit: top topoverleg conferentie klimaattop summit conference cop
climate: klimaat uitstoot broeikasgas klimaattop emissions climate co2 carbon
train: trein treinen treinverkeer spoor ns prorail train trains rail railway
bus: bus bussen buschauffeurs streekvervoer buses
flight: vliegtuig vliegtuigen vlucht vluchten toestel plane aircraft flight flights airliner jet
ship: schip schepen vrachtschip tanker veerpont ferry ship vessel boat boot
outage: storing stroomstoring uitval stroomuitval panne outage blackout power-cut disruption disrupted
hack: hack gehackt hackers cyberaanval ransomware datalek hacked cyberattack breach
recall: terugroepactie teruggeroepen terug-geroepen roept-terug recall recalls recalled
contamination: listeria salmonella besmet besmetting vervuild contaminated contamination pfas asbest
 asbestos
outbreak: uitbraak virus griep vogelgriep epidemie besmettingen outbreak flu epidemic pandemic infections
 mazelen measles
vaccine: vaccin vaccinatie prik vaccine vaccination jab
hospital: ziekenhuis ziekenhuizen kinderafdeling spoedeisende hospital hospitals ward
doctor: arts artsen huisarts huisartsen kinderarts kinderartsen dokter doctor doctors gp physicians
closure: sluit sluiting gesloten dicht gestremd afgesloten sluiten stremming closes closed closure shut
 shuts shutdown
reopen: heropend heropening open reopens reopened
school: school scholen leerlingen onderwijs basisschool schools pupils teachers leraren
university: universiteit studenten hogeschool university students campus
match: wedstrijd duel wint winnen won zege overwinning verslaat verslaan nederlaag remise gelijkspel
 gelijk puntendeling match beats beat defeat draw win wins victory clash
goal: doelpunt doelpunten goal goals treffer treffers scoort kopbal penalty scores scored
transfer: transfer huurt verhuurt tekent transfersom contract aanwinst signs signing loan
coach: trainer coach bondscoach manager
doping: doping dopinggebruik geschorst schorsing suspended banned ban
champion: kampioen kampioenschap titel champion championship title
record: record wereldrecord records
race: race etappe rit koers-wieler sprint tour peloton stage grand-prix
medal: medaille goud zilver brons medal gold silver bronze
museum: museum schilderij schilderijen kunstwerk doek painting paintings artwork artist schilder
film: film films regisseur acteur actrice movie director actor actress
music: album zanger zangeres concert band songfestival singer eurovision
prize: prijs prijzen bekroond wint-prijs award awards prize nobelprijs nobel
book: boek boeken roman schrijver schrijfster book novel author writer
festival: festival optocht intocht sinterklaas carnaval kermis parade
wolf: wolf wolven wolves
cattle: schapen schaap koeien koe vee varkens kippen pluimvee sheep cattle cows poultry livestock
whale: walvis bultrug potvis bruinvis zeehond whale humpback seal
farmer: boer boeren landbouw veehouder stikstof farmer farmers agriculture nitrogen
asylum: asiel asielzoekers azc asielzoekerscentrum opvang vluchtelingen migranten statushouders
 spreidingswet asylum refugees migrants migration migratie
housing: woningbouw huizen woningen huurders huur huurprijzen huizenprijzen housing rent homes
 house-prices
energy: energie gas stroom elektriciteit windpark windmolens zonnepanelen kerncentrale energy electricity
 nuclear wind-farm
budget: begroting miljoenennota bezuiniging bezuinigingen prinsjesdag budget spending austerity
tax: belasting btw accijns tax taxes vat
pension: pensioen pensioenen aow pension pensions
bridge: brug bruggen sluis sluizen bridge lock
tunnel: tunnel tunnels
road: snelweg rijbaan vluchtstrook file weg afrit motorway highway road
dike: dijk dijken dijkversterking waterschap levee dike seawall
correction: correctie rectificatie correction clarification
satellite: satelliet raket lancering ruimtevaart maan mars satellite rocket launch space nasa esa orbit
ai: ai kunstmatige-intelligentie chatbot artificial-intelligence openai
study: onderzoek studie onderzoekers wetenschappers study research researchers scientists
royal: koning koningin prins prinses koningshuis king queen prince princess royal royals
pope: paus vaticaan pope vatican
bank: bank banken lender
car: auto automobilist automobiliste bestuurder bestuurster wagen car driver motorist
truck: vrachtwagen vrachtauto truck lorry hgv
bicycle: fiets fietser fietsster wielrenner e-bike cyclist bicycle bike
child: kind kinderen jongen meisje peuter baby child children boy girl toddler
suspect: verdachte verdachten dader daders suspect suspects perpetrator
victim: slachtoffer slachtoffers victim victims casualties
witness: getuige getuigen getuigenoproep witness witnesses
fine: boete boetes dwangsom fine fined penalty-fee
ban: verbod verboden verbiedt ban banned bans prohibits
merger: fusie fusieplannen herindeling merger
"""


def _read(groups: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in groups.replace("\n ", " ").strip().splitlines():
        concept, _, words = line.partition(":")
        for word in words.split():
            found.setdefault(word, f"@{concept}")
    return found


CONCEPTS = _read(_GROUPS)
"""From a folded word to the concept that it tells."""
