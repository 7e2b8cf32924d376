"""First names and surnames that are often met in the Netherlands and Flanders, of every origin that lives there.

Invariant: folded; compact on purpose. A name that is not here is found by its title, its particles or its capital, or
not at all. ``WORDS_TOO`` are first names that are words as well: alone, they are believed only where the sentence gives
them away.
"""

from __future__ import annotations

from vp_tui.domain.anonymiser.dutch_words import is_listed, words

__all__ = ["FIRST", "PARTICLES", "SURNAMES", "TITLES", "WORDS_TOO"]

_WORDS_TOO = words(
    """
    ab ad amber anker april arend bas beer ben bloem bo boy dag dolf door dot els fee fleur floor gloria guy hans
    ina iris ivy jade jet job joy juli june juni kas kit koos leen lies lieve linde lot luna mare mark max mees mei
    merel nova noor olijf patience piet pip puck rein ries roos rosa rose sam ster storm tijger ton toon trui vos
    wil wolf cor
    """
)

_ALWAYS = words(
    """
    aad aafke aaltje aart abdel abdelkader abdellah abdullah abel ada adam adil adriaan adrie adriana agnes
    agnieszka ahmed ahmet aicha aileen aisha aki albert alberto alejandro aleksander alex alexander alexandra alfons
    ali alice alicia alina alma amal amalia amar amin amina amir amira amy an ana anass anderson andre andrea
    andreas andries andrzej angela angelique anika anil anissa anita anja anke ann anna annabel anne annechien
    anneke annelies annelore annemarie annemieke annet annette annick annie anniek anouk ans anton antonia antoine
    antoon anwar appie arda arie aristide arjan arjen arno arnold arnoud arthur artur asha ashley asma astrid atie
    aukje aya ayla ayoub ayse aziz azra babette badr barbara bart bartosz beata beatrijs beau bea bert bertus betty
    bianca bilal birgit bjorn bob boris boudewijn bouke brahim bram brecht brenda brigitte bruno burak caglar camiel
    camille can carin carina carla carlijn carlo carlos carmen carola carolien carolina caroline casper catharina
    cathy catherine cecile celine cem chaima chantal charles charlotte cheng chidi chloe chris christa christel
    christiaan christian christina christine christoph ciska claire clara claudia clemens colette coen conny
    constance corinne cornelia cornelis corrie cynthia daan daisy damian dan dana danielle daniel danique danny
    dario dave david davy dean deborah debby demi denise dennis derya desiree diana dick diederik dieter dietmar
    dilan dimitri dina dineke dirk ditte djamila dominique donna dorien doris douwe dries driss duco dunya dylan
    ebru ed eddy edgar edith edwin eefje eelco eline elif elise elisabeth eliza elke ella ellen elly elma elodie
    eloise elsa elske emiel emil emily emine emma emmanuel emre engin enrico eric erica erik erika erna ernst erwin
    esma esmee esra ester esther eugenie eva evelien evelyn evert ewa ewout fabian fadila faisal fahad famke fanny
    farid farida faruk fatiha fatih fatima fatma fatoumata fedde felix femke fenna ferdinand ferry fien fiona flip
    floortje floris frank frans francis franciska francois fred freddy frederik frederike freek freya frits froukje
    fung gabriel gabriela gaston geert geertje gemma geoffrey george georges gerald gerard gerben gerda gerdien
    gerrit gert gertjan gertrude gijs gilbert gilles gina gino giovanni gisela giulia glenn goran greet greetje
    greta grietje griet guido guillaume guus guusje gwen hafid hajar hakan hala halima hamid hamza hanane hanna
    hannah hanneke hans hansje harald harm harold harriet harry hasan hassan hatice hedwig heidi heike hein heleen
    helena helene helma hendrik hendrika hennie henny henk henri henriette herman hester hicham hidde hilda hilde
    hillie houda hubert hugo huub huseyin ibrahim ida ids ilias ilona ilse imane imke imran ineke ines inez inge
    ingeborg ingmar ingrid ioana irena irene irma isa isabel isabella isabelle ismail ismael ivan ivana ivar ivo
    iwan iza izabela jaap jaco jacob jacoba jacqueline jacques jack jackie jakub jamal james jamie jamila jan jana
    jane janine janna janneke jannes jannie jannik jasmijn jasmina jasper jay jayden jean jeanette jeanine jeannette
    jef jeff jeffrey jelena jelle jelmer jennifer jenny jens jeroen jerome jerry jesper jesse jessica jet jette jill
    jim jip jo joachim joan joanna joke jochem joep joel joeri johan johanna johannes john johnny jolanda jolande
    jolien jolijn joop joost joran jordi jordy joris jorn jorrit jose josefien joseph josephine joshua josien josje
    jos joyce juan judith jules julia julian julie julien juliette jur jurgen jurre justin jutta kaat kai kamal
    kamil karel karen karim karima karin karina karl karlijn karolien kasia kasper kathleen katarzyna katja katrien
    katrijn kawtar kayleigh kees keetje kelly kemal kenan kenneth kerem kevin khadija khalid kiki kim kirsten klaas
    klaartje klara koen kor korneel krista kristel kristien kristof krystyna krzysztof kurt kyra laila lale lara
    lars latifa laura lauren laurens laurent lea leandra leah leila leo leon leona leonie leonoor leontien leopold
    leslie levi lex leyla lia liam lianne lida lidewij lidia lieke lien lies liesbeth lieselotte lieven lilian lili
    lily lina linda lindsay lisa lisanne lisette liselotte liv liza lizzy lobke loes loek loic lonneke lorena
    loredana loretta lorenzo lot lotte lou louis louisa louise loubna luc luca lucas lucia lucie lucy luis luka
    lukas lut lutgard luuk lydia lynn maaike maarten maartje machteld madelon magda mahmoud maja makbule malika
    manon manuel marc marcel marcella marcin marco marcus margaret margje margot margo margriet maria mariam marian
    marianne marieke marielle marije marijke marijn marika marike marilyn marina marinus mario marion marise marisa
    marit marius marja marjan marjo marjolein marjolijn marleen marlies marlon marloes marlou marta martha martien
    martijn martin martina martine maryam maryse mateusz matthias matthijs maud maurice maurits mauro maxim
    maximiliaan maya mehdi mehmet meike meindert melanie melissa melvin menno mercedes meryem meta michael michal
    michel michele michelle michiel mick mieke miek mien mieneke mies miguel mike milan milou mimoun mina mira
    miranda miriam mirjam mirthe mitch mo moad moeder mohamed mohammad mohammed monica monika monique mounir mourad
    mustafa muhammed murat myra myrna myrte myrthe naima nabil nadia nadine nadira najat nancy naomi natalia natalie
    natascha natasja nathalie nathan neeltje nele nelleke nelly nicky nico nicolaas nicole niek niels nienke niko
    nils nina noah noel noemi noortje nora norah nour noura noureddine nynke odette oksana oleksandr olaf olga
    oliver olivia olivier omar onno orhan orlando oscar osman otto ouafa oussama ozan pablo pamela paolo pascal
    pascale patricia patrick patrycja paul paula paulien pauline pawel pedro peggy perry peter petra petronella
    philip philippe pia pien pierre pieter pieternel pim piotr pleun pol priscilla priya quinten quirine rabia
    rachel rachid rachida rafael rahma rajesh ralf ralph ramon ramona randy rania raoul raphael ravi raymond rebecca
    reda regina reinier reinoud rekha remco rembrandt remy rena renate rene renee renske resul rhea ria riad ricardo
    richard rick rico rieke rien riet rifka rik rikkert rina rinske rita rob robbert robbie robert roberta roberto
    robin roderick roel roeland roelof roger roland rolf romain roman romy ron ronald ronja ronny rosalie roswitha
    rowan roxanne ruben rudi rudolf rudy rutger ruth ruud ryan saar saartje sabine sabrina saida said salah salim
    salma salome samantha samir samira samuel sander sandra sanne santiago sara sarah sarita saskia sean sebastiaan
    sebastian selim selin selma semih semra serdar serge serkan sevda sevgi shanti sharon sheila shirley siem sien
    siegfried sietske silke silvia sim simon simone sinan sjaak sjef sjoerd sjors sjoukje soe sofia sofie sonja
    soraya soufiane souad stan stanislaw stef stefaan stefan stefanie steffie stella sten stephan stephanie steve
    steven stijn stina suman sunil susan susanne suus suzan suzanne svetlana sven sybren sylvain sylvia sylvie tamar
    tamara tanja tara tarik tatjana taylor ted teddy teresa tess tessa teun thea theo theodoor therese thierry thijs
    thom thomas thirza tibor tieme tiffany tijmen tijn tijs tilly tim timo timon tina tineke titia tjeerd tjitske
    tjitte tobias tom tomas tomasz tonia tonnie tonny toos tracy trees trijntje trix trudy tugba turgut tyler ugur
    ulrike umut ursula valentijn valerie vanessa veerle vera verona veronique vicky victor victoria vincent violet
    virginie vivian vivianne wafa wanda ward warre wayne wendy werner wesley wessel wiebe wiebke wieteke wijnand
    wilbert wilco wilfried wilhelmina will willeke willem willemijn wilma wim wiebren wojciech wouter xander xavier
    yagmur yan yara yasemin yasin yasmin yasmina yassin yassine ylva yolanda youri youssef youssra yousra yusuf yves
    yvette yvon yvonne zahra zainab zakaria zehra zeynep zita zoe zoltan zohra
    """
) - {"moeder", "can", "isa", "dina", "resul", "soe"}  # fmt: skip

FIRST = _ALWAYS | _WORDS_TOO
WORDS_TOO = _WORDS_TOO | {name for name in FIRST if is_listed(name)}

SURNAMES = words(
    """
    aalbers aarts achterberg ahmed akkerman ali alberts appelman arends aydin baars backer baert bakker bakkers
    bauer beek beekman beer behr benali bennani berends berg bergen berger bergh bergman beukers bie bijl bilgin
    blom bloem blok boer boersma bogaert bogaerts bol bolt boom boon boonstra bos bosch bosma bosman bouman bouwman
    brands brandsma braun breugel brink broek broeke broers bron brouwer brouwers bruggen brugman bruijn bruin
    bruins bruyn buijs burg burger callens celik ceulemans chen claes claessens claeys cohen cools cornelis coster
    cramer cremers daal dam damen declercq decock dekker dekkers delaere demir desmet devos deckers dewitte dijk
    dijkman dijkstra dirks does donk donkers doorn draaisma driessen drost dubois duin duyck dupont eijk elias elst
    engel erdogan evers ferrari feenstra fernandes fontein fransen gaal garcia geerts gelder gerrits gerritsen gils
    ginkel goor goossens gorter goede graaf groen groeneveld groenewoud groot gunst haan haas haddad hakim ham
    harmsen hart hartman heijden heijmans heijnen hekking hendriks hendrix herman hermans heuvel hoekstra hoeven hof
    hofman hofstra holland hoogland hooft hoop hoorn horst houten houtman huisman huizinga hulst idrissi jaarsma
    jacobs jager jaspers jansen janssen janssens jong jonge jonker jonkers joosten jongh kaya kamp kamphuis kampman
    keizer kessel khan klein klaver koch koenen kok kolk koning konings koopman koopmans koster kowalski kooij kraan
    kramer krijgsman kroon kruger kruis kuijpers kuiper kuipers laan lambrechts lammers lange langen leeuw leeuwen
    lefebvre lemmens li lin linden lindeman loo loon maas maes maassen martens martin mathijssen meer meert meijer
    meijers meulen mertens meyer michiels mohan molenaar mol moor moreno mulder muller nagel nguyen nijhof nowak
    nuyts olthof oosterhuis os otten ozdemir ozturk ooms oomen pauw pauwels peeters peters petersen pieters plas pol
    poel polak post postma postema prins prinsen raaijmakers ramdin ras reijnders reinders ridder riet rietveld rijn
    rijk roelofs roos rooij rosier rossum roy ruiter rutten sahin samson sanders santos schaap scheepers schenk
    schepers schipper schmidt scholten schouten schreurs schutte schuurman sels silva simons singh smeets smet smets
    smit smits smulders snijder snijders snoek soer spaan staal stam steen steenis stevens stoffels swinkels tan
    thijs thijssen tiemersma timmer timmerman timmermans tol top tran tromp uijl vandamme vandenberghe vanderlinden
    veen veenstra veer veld velde velden veldhuis veldman ven verbeek verbeke verbruggen verburg verdonk verhaegen
    verhagen verhoef verhoeven verhulst verkerk vermeer vermeulen vermeiren verschuren verstraete verstraeten
    versteeg vervoort vink visscher visser vissers vliet vogel vogels vonk voort vos vries vroom waal wagenaar
    walraven wang weber weerd werf wessels westerman westra wever wiersma wijk wijnen wild willems willemsen winter
    wit witte wolf wolters wong wouters wuyts yildirim yildiz yilmaz zanden zeeman zhang zijl zijlstra zuidema zwart
    """
)

PARTICLES = words(
    """
    van de den der het 't ’t ter ten te von vom zu du des del della di da dos la le el al bin ben aan in op uit s
    """
)
"""What may stand between a first name and a surname; in Flanders and alone it has a capital."""

TITLES = words(
    """
    mevrouw mevr mw mej mejuffrouw meneer mijnheer heer dhr hr dr drs ir ing mr prof professor hoogleraar ds dominee
    pastoor juf meester zuster broeder tante oom collega dokter sr bc msc familie fam vrouwe advocaat rechter
    """
)
