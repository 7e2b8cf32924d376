"""The story that is told whole: a new colleague, talk that stops at the coffee machine, and a partner who says: call.

It is the first case of the first identity and the one to show to somebody who sees the product for the first time: all
sheets of a case are filled, both layers, a deputy with consent, a talk prepared. Callers: ``stories``.
"""

from __future__ import annotations

from vp_tui.demo.shape import Deputised, Did, Due, In, Noted, Own, Ref, Stage, Story, Talk, did
from vp_tui.domain.case_parts import SafeContact
from vp_tui.domain.commands import (
    ChooseOption,
    ConsultStep,
    Disclose,
    LogCall,
    MakeReferral,
    MoveAppointment,
    MoveReferral,
    MoveStep,
    PutAppointment,
    PutOption,
    PutStep,
    RecordConsent,
    RecordScope,
    ReviseCore,
    SetSafeContact,
    TickIntake,
    WriteDraft,
)
from vp_tui.domain.party import Party

__all__ = ["STORIES"]

# A moment is a line, not a column of arguments.
# fmt: off

_PARTNER = Party("other", name="partner van melder")


def _ticks(day: int, *items: str) -> tuple[Did, ...]:
    return tuple(did(day, TickIntake, item=item) for item in items)


STORIES = (
    Story(
        "blauwe reiger", "NRD-01", "sanne", ("OG-PE-U", "OG-PE-R"), source="VZ-PA",
        moments=(
            Talk(37, 10, "KA-TS", """\
Terugbelverzoek via het algemene nummer. Melder wil niet via de werktelefoon gebeld worden; bellen na 17.30 uur op eigen
nummer, geen voicemail inspreken. Afspraak gemaakt voor een rustig telefoongesprek, twee dagen later."""),
            did(37, SetSafeContact, safe=SafeContact("na 17.30", code_word="Wilgenhof", avoid="de werktelefoon")),
            did(36, LogCall, result="no_answer"),
            did(35, LogCall, result="reached"),
            *_ticks(35, "confidentiality", "exceptions", "scope", "notes", "safe_contact", "wish"),
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
            did(35, RecordScope, verdict="in", why="Zo met melder besproken."),
            did(35, ReviseCore, field="identity", base=0, value="ID-VP"),
            did(35, ReviseCore, field="relation", base=0, value="RE-GR"),
            did(35, ReviseCore, field="period", base=0, value="ongoing"),
            did(35, ReviseCore, field="wish", base=0, value="Dat het ophoudt, en weer met plezier naar het werk."),
            did(35, ReviseCore, field="impact", base=0, value=("GM-PR", "GM-TH")),
            Own(35, """\
Veel schaamte te horen ("ik ben toch geen kind van twaalf"). Niet te snel naar oplossingen; ze zocht vooral iemand die
het niet wegwuift. Opletten dat ik de nieuwe collega niet invul als oorzaak: melder zegt zelf dat ze het niet weet."""),
            Noted(34, """\
Afgesproken dat melder tot het volgende gesprek voor zichzelf opschrijft wat er gebeurt: dag, situatie, wat zij zag of
hoorde, wat het met haar deed. Alleen voor eigen gebruik, thuis bewaard."""),
            did(33, MakeReferral, referral=Ref("huisarts"), target="VD-HA", name="eigen huisarts"),
            did(33, PutAppointment, appointment=Ref("tweede"), on=In(-28), time="16:00", place="discreet"),
            Talk(28, 60, "KA-FY", """\
Tweede gesprek, op een discrete locatie buiten het bedrijf. Melder heeft haar aantekeningen bij zich: zes momenten in
tweeënhalve week, meestal in de pauze. Twee collega's doen gewoon tegen haar; met een van hen zou zij durven praten.

Zij wil niet dat er iets formeels gebeurt. Wel wil zij dat het ophoudt en dat zij weer met plezier naar haar werk kan.
Met haar leidinggevende heeft zij een goede verstandhouding, maar zij is bang om als lastig gezien te worden."""),
            did(28, MoveAppointment, appointment=Ref("tweede"), to="held"),
            did(28, MoveReferral, referral=Ref("huisarts"), to="VW-AK"),
            Stage(28, "options"),
            did(22, PutOption, option=Ref("opschrijven"), goal="Niets doen en blijven opschrijven", step="VS-WA",
                consequences="Op korte termijn verandert er niets; melder verwacht dat het haar verder belast.",
                risk="none", who_knows="niemand", reversible="yes"),
            did(22, PutOption, option=Ref("collega"), goal="Zelf praten met de vertrouwde collega", step="VS-ZA",
                consequences="Horen wat er speelt. De collega weet dan dat het melder raakt.",
                risk="low", who_knows="een collega", reversible="yes"),
            did(22, PutOption, option=Ref("zelf"), goal="Zelf naar de leidinggevende, met voorbereiding",
                step="VS-LG", consequences="Meer kans op verandering; er kan naar namen gevraagd worden.",
                risk="some", who_knows="de leidinggevende", reversible="partly"),
            did(22, PutOption, option=Ref("samen"), goal="Naar de leidinggevende, met de vertrouwenspersoon erbij",
                step="VS-BG", consequences="Steun in het gesprek, maar het wordt zwaarder.",
                risk="some", who_knows="de leidinggevende", reversible="no"),
            Talk(21, 45, "KA-VI", """\
Mogelijkheden en gevolgen doorgenomen aan de hand van het optieblad.
1. Niets doen en blijven opschrijven.
2. Zelf praten met de collega bij wie zij zich veilig voelt.
3. Zelf naar de leidinggevende, met voorbereiding.
4. Naar de leidinggevende met mij erbij.

Melder denkt erover na en overlegt thuis."""),
            Noted(17, """\
Melder belt: zij kiest eerst voor mogelijkheid 2 en daarna, als dat nodig is, voor 3. Zij voert de gesprekken zelf; ik
help met de voorbereiding. Er gaat niets vanuit mij naar de organisatie."""),
            did(17, ChooseOption, option=Ref("collega"), words="Eerst dit. Helpt het niet, dan verder."),
            Stage(17, "steps"),
            did(17, PutStep, step=Ref("aanspreken"), code="VS-ZA", what="Praten met de vertrouwde collega",
                consequences="De collega weet dat het melder raakt."),
            did(17, ConsultStep, step=Ref("aanspreken"), choice="Melder doet dit zelf, in de pauze, als het uitkomt."),
            did(15, MoveStep, step=Ref("aanspreken"), to="under_way"),
            Talk(10, 30, "KA-TE", """\
Melder heeft met de vertrouwde collega gesproken. Die herkende het: er wordt in de groep gepraat over wie bepaalde
diensten krijgt, en melder wordt daarin genoemd. De collega zei dat zij het niet prettig vindt en er zelf niet aan
meedoet. Melder is opgelucht dat zij het zich niet heeft ingebeeld, en ook verdrietig.

Zij wil nu met haar leidinggevende praten, over de sfeer in de pauzes en over de verdeling van de diensten, zonder
namen van collega's te noemen, en wil dat ik erbij ben."""),
            did(10, MoveStep, step=Ref("aanspreken"), to="done"),
            did(10, ChooseOption, option=Ref("samen"), words="Nu wel naar mijn leidinggevende, maar niet alleen."),
            did(10, MoveReferral, referral=Ref("huisarts"), to="VW-AA"),
            Own(10, """\
Sterk hoe ze dit zelf heeft aangepakt. Let op: de leidinggevende kan om namen vragen. Dat oefenen. Voor intervisie
bewaren: hoe blijf ik naast haar staan zonder het gesprek voor haar te gaan voeren?"""),
            Deputised(6, "daan", "oral", """\
Mondeling, telefonisch: melder vindt goed dat Daan waarneemt tijdens mijn week vakantie en het dossier mag lezen, niet
mijn eigen aantekeningen."""),
            did(6, PutStep, step=Ref("gesprek"), code="VS-BG", who="together", party=Party("VD-LG"),
                what="Begeleid gesprek met de leidinggevende", due=In(2),
                consequences="De leidinggevende weet wie het betreft; melder verwacht een goede ontvangst.",
                preparation="""\
Wat merk ik: stilvallen in de pauze, mijn naam horen.
Wat doet het met mij: onzeker, fouten.
Wat heb ik nodig: dat het in het team wordt besproken, zonder namen.
Bij de vraag "wie zijn dat dan?": het gaat om de sfeer."""),
            did(6, ConsultStep, step=Ref("gesprek"), choice="Melder wil dit, en wil zelf het woord voeren."),
            did(5, RecordConsent, consent=Ref("erbij"), party=Party("VD-LG"), purpose="accompaniment", how="oral",
                content="Dat ik naast haar zit. Geen namen van collega's.",
                until=In(30)),
            did(5, RecordConsent, consent=Ref("thuis"), party=_PARTNER, purpose="conversation", how="oral",
                content="Dat het goed is als haar partner een boodschap aanneemt."),
            did(5, Disclose, purpose="conversation", party=_PARTNER),
            did(5, WriteDraft, draft=Ref("brief"), kind="letter", title="Gespreksverzoek aan leidinggevende", text="""\
Ik wil graag met u praten over de sfeer in de pauzes en over de verdeling van de diensten. Ik neem daarbij een
vertrouwenspersoon mee, als steun voor mij."""),
            did(4, WriteDraft, draft=Ref("brief"), kind="letter", title="Gespreksverzoek aan leidinggevende", text="""\
Ik wil graag met u praten over de sfeer in het team en over de verdeling van de diensten. Ik neem iemand mee, als
steun voor mij. Schikt het deze week, een half uur?"""),
            did(4, PutAppointment, appointment=Ref("afspraak"), on=In(2), time="15:30", minutes=45, place="other"),
            Noted(4, """\
Voorbereiding van het gesprek met de leidinggevende, samen opgesteld: wat merk ik, wat doet het met mij, wat heb ik
nodig. Bij de vraag "wie zijn dat dan?" antwoordt melder dat het haar om de sfeer gaat en niet om personen."""),
            Due(4, "Bellen na 17.30: hoe ging het gesprek met de leidinggevende?", 3),
        ),
    ),
)
