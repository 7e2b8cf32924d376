"""Places of the Netherlands and Flanders: the larger municipalities, the provinces, and what is made of them.

Invariant: folded. ``WORDS_TOO`` are places that are words or surnames as well. A village that is not here is found by
the words before it ("in X", "vestiging X").
"""

from __future__ import annotations

from vp_tui.domain.anonymiser.dutch_words import words

__all__ = ["HEADS", "PLACES", "STREET", "WORDS_TOO"]

WORDS_TOO = words(
    """
    kampen weert haren landen gooi hulst wijk driel dieren assen baarn bergen best boom bree buren damme deurne
    diemen drie echt essen geel goes halle ham heist horst hoorn houten huizen laren leek lier losser made mol norg
    ommen oss peer rijen sluis son soest staden temse twist urk vaart veere velden vlieland winkel wommel zele zelem
    zwijndrecht lo loon leiden balen dessel noord zuid oost west centrum
    """
)

PLACES = WORDS_TOO | words(
    """
    aalsmeer aalst aalten aarschot achterhoek alkmaar almelo almere alphen amersfoort amstelveen amsterdam antwerpen
    apeldoorn arendonk arnhem asse axel baarle barendrecht barneveld bemmel berchem bergeijk beringen berkelland
    beuningen beveren beverwijk bilthoven bilzen blankenberge bladel bloemendaal bodegraven boxmeer boxtel brabant
    brasschaat breda breskens bronckhorst brugge brussel bunnik bunschoten bussum capelle castricum coevorden cuijk
    culemborg dalfsen delft delfzijl dendermonde deventer diepenbeek diest diksmuide dilbeek dinxperlo doetinchem
    dokkum dongen doorn doornik dordrecht drachten drenthe dronten drunen druten duiven edam edegem ede eeklo eemnes
    eersel eindhoven elburg elst emmeloord emmen enkhuizen enschede epe ermelo etten flevoland franeker friesland
    geertruidenberg geldermalen geldermalsen gelderland geldrop geleen gemert genk gennep gent geraardsbergen gilze
    goirle gooi gorinchem gorredijk gouda grave grimbergen groenlo groningen haaksbergen haarlem haarlemmermeer
    halderberge hardenberg harderwijk haren harelbeke harlingen hasselt hattem heemskerk heemstede heerde heerenveen
    heerhugowaard heerlen heesch heeze hellevoetsluis helmond hengelo herentals hilvarenbeek hilversum hillegom
    hoensbroek hoeksche hoofddorp hoogeveen hoogezand hoogstraten houthalen hulst ieper ijmuiden ijsselstein izegem
    joure kampen kapellen katwijk kerkrade knokke koksijde kontich kortrijk krimpen landen leerdam leeuwarden
    leiderdorp lelystad leusden leuven limburg lisse lochem lokeren lommel lopik maarssen maaseik maasmechelen
    maassluis maastricht mechelen medemblik menen meppel merelbeke middelburg middelharnis mijdrecht moerdijk
    moeskroen montferland mortsel naaldwijk naarden neerpelt nieuwegein nieuwkoop nieuwpoort nieuwveen nijkerk
    nijmegen nijverdal ninove noordwijk noordwijkerhout nunspeet nuenen oegstgeest oisterwijk oldebroek oldenzaal
    oostburg oostende oosterhout oosterbeek oostkamp oudenaarde oudenbosch overijssel overpelt papendrecht purmerend
    putten puurs raalte ravels reeuwijk renesse renkum reusel rheden rhenen ridderkerk rijsbergen rijssen rijswijk
    roermond roeselare roosendaal rosmalen rotterdam rucphen schagen scherpenheuvel schiedam schijndel scheveningen
    schoten schouwen sittard sliedrecht sneek spijkenisse stabroek staphorst steenbergen steenwijk steenwijkerland
    stein stekene terneuzen terschelling texel tervuren tholen tiel tielt tienen tilburg tongeren torhout tubbergen
    turnhout twente uden uitgeest uithoorn utrecht valkenburg valkenswaard veendam veenendaal veghel veldhoven velp
    velsen venlo venray veurne vianen vilvoorde vlaardingen vlijmen vlissingen volendam voorburg voorschoten voorst
    vorden vught waalre waalwijk waasmunster waddinxveen wageningen waregem wassenaar wateringen weert weesp wervik
    westerlo westland wetteren wevelgem wierden wijchen wijhe willebroek winschoten winsum winterswijk woerden
    wolvega woudenberg zaandam zaanstad zandhoven zandvoort zaventem zedelgem zeeland zeewolde zeist zevenaar
    zevenbergen zierikzee zoersel zoetermeer zonhoven zottegem zuidlaren zutphen zuidhorn zuidas zwalm zwevegem
    zwolle randstad betuwe veluwe veenkolonien kempen waasland meetjesland westhoek salland bollenstreek
    noordoostpolder aartselaar amstel bornem boechout kalmthout duffel hoboken merksem borgerhout wilrijk ledeberg
    gentbrugge
    """
)

HEADS = words(
    """
    vestiging locatie filiaal kantoor regio wijk dorp stadsdeel plaats standplaats depot streek buurt campus site
    """
)
"""What a place's own name may follow: "filiaal Overvecht"."""

STREET = (
    "straat", "straatje", "laan", "weg", "plein", "gracht", "kade", "singel", "dijk", "steeg", "dreef", "steenweg",
    "baan", "lei", "boulevard", "park", "hof", "pad", "plantsoen", "kaai", "markt", "ring", "oord", "straat.", "str",
)  # fmt: skip
"""How the names of streets end."""
