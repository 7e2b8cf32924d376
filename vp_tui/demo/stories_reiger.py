"""The story that is told whole: a new colleague, talk that stops at the coffee machine, and a partner who says: call.

It is the first case of the first identity and the one to show to somebody who sees the product for the first time: all
kinds of moments, both layers, a deputy with consent, and a next action. Callers: ``stories``.
"""

from __future__ import annotations

from vp_tui.demo.shape import Deputised, Due, Noted, Own, Stage, Story, Talk

__all__ = ["STORIES"]

# A moment is a line, not a column of arguments.
# fmt: off

STORIES = (
    Story(
        "blauwe reiger", "NRD-01", "sanne", ("OG-PE-U", "OG-PE-R"), source="VZ-PA",
        moments=(
            Talk(37, 10, "KA-TS", """\
Terugbelverzoek via het algemene nummer. Melder wil niet via de werktelefoon gebeld worden; bellen na 17.30 uur op eigen
nummer, geen voicemail inspreken. Afspraak gemaakt voor een rustig telefoongesprek, twee dagen later."""),
            Talk(35, 55, "KA-TE", """\
Eerste gesprek. Uitgelegd wat een vertrouwenspersoon doet, dat het gesprek vertrouwelijk is en waar de grenzen daarvan
liggen; melder heeft dit begrepen en gaat akkoord met het bijhouden van een dossier onder een alias.

Melder werkt ruim vijf jaar met plezier in hetzelfde team. Sinds een paar maanden is er een nieuwe collega. Sindsdien
ervaart melder dat enkele collega's haar negeren: tijdens de lunch en bij het koffieapparaat valt een groepje stil
zodra zij erbij komt staan. Af en toe hoort zij haar eigen naam. Zij heeft het gevoel dat er over haar geroddeld wordt.

Gevolgen volgens melder: zij voelt zich onzeker en ongemakkelijk, twijfelt aan haar werk en maakt fouten die zij eerder
niet maakte. Thuis merken ze het ook; haar partner stelde voor om te bellen.

Wens van melder op dit moment: haar verhaal kwijt kunnen en begrijpen wat zij zou kunnen doen. Niemand op het werk
weet van dit gesprek."""),
            Own(35, """\
Veel schaamte te horen ("ik ben toch geen kind van twaalf"). Niet te snel naar oplossingen; ze zocht vooral iemand die
het niet wegwuift. Opletten dat ik de nieuwe collega niet invul als oorzaak: melder zegt zelf dat ze het niet weet."""),
            Noted(34, """\
Afgesproken dat melder tot het volgende gesprek voor zichzelf opschrijft wat er gebeurt: dag, situatie, wat zij zag of
hoorde, wat het met haar deed. Alleen voor eigen gebruik, thuis bewaard."""),
            Talk(28, 60, "KA-FY", """\
Tweede gesprek, op een discrete locatie buiten het bedrijf. Melder heeft haar aantekeningen bij zich: zes momenten in
tweeënhalve week, meestal in de pauze. Twee collega's doen gewoon tegen haar; met een van hen zou zij durven praten.

Zij wil niet dat er iets formeels gebeurt. Wel wil zij dat het ophoudt en dat zij weer met plezier naar haar werk kan.
Met haar leidinggevende heeft zij een goede verstandhouding, maar zij is bang om als lastig gezien te worden."""),
            Stage(28, "options"),
            Talk(21, 45, "KA-VI", """\
Mogelijkheden en gevolgen doorgenomen.
1. Niets doen en blijven opschrijven: geen risico op korte termijn, maar melder verwacht dat het haar verder belast.
2. Zelf in gesprek met de collega bij wie zij zich veilig voelt, om te horen wat er speelt: laagdrempelig en omkeerbaar.
3. Zelf naar de leidinggevende, met voorbereiding: meer kans op verandering; de leidinggevende weet het dan wel.
4. Gesprek met de leidinggevende met mij erbij: steun in het gesprek, maar het wordt zwaarder.

Melder denkt erover na en overlegt thuis."""),
            Noted(17, """\
Melder belt: zij kiest eerst voor mogelijkheid 2 en daarna, als dat nodig is, voor 3. Zij voert de gesprekken zelf; ik
help met de voorbereiding. Er gaat niets vanuit mij naar de organisatie."""),
            Stage(17, "steps"),
            Talk(10, 30, "KA-TE", """\
Melder heeft met de vertrouwde collega gesproken. Die herkende het: er wordt in de groep gepraat over wie bepaalde
diensten krijgt, en melder wordt daarin genoemd. De collega zei dat zij het niet prettig vindt en er zelf niet aan
meedoet. Melder is opgelucht dat zij het zich niet heeft ingebeeld, en ook verdrietig.

Zij wil nu met haar leidinggevende praten, over de sfeer in de pauzes en over de verdeling van de diensten, zonder
namen van collega's te noemen."""),
            Own(10, """\
Sterk hoe ze dit zelf heeft aangepakt. Let op: de leidinggevende kan om namen vragen. Dat oefenen. Voor intervisie
bewaren: hoe blijf ik naast haar staan zonder het gesprek voor haar te gaan voeren?"""),
            Deputised(6, "daan", "oral", """\
Mondeling, telefonisch: melder vindt goed dat Daan waarneemt tijdens mijn week vakantie en het dossier mag lezen, niet
mijn eigen aantekeningen."""),
            Noted(5, """\
Voorbereiding van het gesprek met de leidinggevende, samen opgesteld: wat merk ik, wat doet het met mij, wat heb ik
nodig. Bij de vraag "wie zijn dat dan?" antwoordt melder dat het haar om de sfeer gaat en niet om personen."""),
            Due(5, "Bellen na 17.30: hoe ging het gesprek met de leidinggevende?", 2),
        ),
    ),
)
