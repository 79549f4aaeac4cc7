"""Words that stand for one idea in messages about a job, in every language that is read: data, and its look-up.

Many words say one thing: `role`, `post`, `Stelle`, `poste`. Named by their idea, what is learned from one message
serves for the next one, whatever its words and its language. A star stands for any ending.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

_TABLE = {
    "not": """not no never nor neither without unable cannot isn't none nicht kein* nie niemals ne pas aucun* jamais
        non ningun* ningún nunca não nao nenhum* niet geen nooit nessun* mai ni sin ohne sans hardly barely couldn't
        wouldn't nobody nothing nichts niemand* rien personne nada nadie ninguém ninguem niks nulla niente""",
    "sorry": """unfortunately sorry regret* sad sadly afraid apolog* disappoint* hélas bedauer* leider leid traurig
        schade malheureusement désolé* navré* lament* desgraciad* sentimos siento infelizmente helaas spijt* jammer
        purtroppo spiacent* dispiac* rammaric* unhappily gutted difficult tough hard schwer schweren* unhappy heavy
        pity pains pained sorrow ashamed heartbroken sorely enttäusch* betrüb* entschuldig* peine disculpa* lastim*
        lástima pena desculp* teleurgestel* vervelend peccato scusa*""",
    "glad": """pleased delighted happy thrilled excited glad congratulations congrats pleasure welcome honored
        wonderful freu* glückwunsch* gratul* willkommen heureux heureuse* ravi* plaisir félicitations bienvenue
        encantad* complace* enhorabuena felic* bienvenid* prazer parabéns feliz* bem-vind* blij graag gefeliciteerd
        welkom plezier liet* congratulazioni piacere benvenut* yay hooray happily overjoyed excitement celebrate
        proud terrific super großartig* toll begeistert contents contente estupend* contentes legal superleuk
        geweldig enthousiast contenti fantastic*""",
    "role": """role post vacancy opportunity requisition req seat spot headcount stelle* position* posten
        arbeitsstelle arbeitsplatz vakanz job* ausbildungsplatz* poste postes emploi vacante puesto vaga cargo
        posizione posto ruolo functie vacature baan positie place places slot posting appointment gig shift*
        residency internship apprenticeship traineeship fellowship chair department opening* opportunities hours
        rota platz plätze ausbildungsstelle praktikum praktikumsplatz werkstudent* volontariat alternance plaza*
        prácticas beca estágio lugar estagiár* stage* plek vacatures tirocinio impiego incarico lavoro""",
    "candidate": """candidate* applicant* candidacy finalist* someone somebody individual* people bewerber*
        kandidat* person* jemand* candidat candidats profil* candidato* candidata* aspirante* perfil* pessoa* iemand
        persoon profiel* contender* hopefuls nominee* aspirants guy lad lady woman man girl boy student colleague
        frau mann bub junge kollegin kollege mitbewerber* interessent* postulant* jeune femme homme chico chica
        chaval* colega rapaz moça menina jongen meisje dame collega* ragazz* donna uomo""",
    "other": """other others another else different ander* autre autres otro* otra* outro* outra* altro* altri
        altra* altre elsewhere instead intern* overig* runner alternative someone's niece nephew cousin brother
        sister daughter son friend insider ourselves inhouse in-house agency local locals locum stammkraft nichte
        neffe aushilfe vertretung intérim* nièce neveu sobrin* interino nicht neef invaller* nipote""",
    "application": """application* applied apply resume cv documents portfolio bewerbung* unterlagen lebenslauf
        candidature* candidatura* solicitud* currículum curriculum currículo inscripción inscrição sollicitatie*
        brief domanda submission* file paperwork materials résumé résumés packet form forms mappe anschreiben
        zeugnis* postulat* postulé dossier* inscrit* motivatie* domande iscrizione curricula""",
    "choose": """chosen choose chose choosing select* pick* hired hire appointed appoint opted settled went going
        gone awarded ausgewählt wahl gewählt entschieden entscheid* vorzug eingestellt besetzt* besetzen vergeben
        retenu* retenir choisi* choix sélectionn* seleccion* escolh* selecion* gekozen kiezen keuze geselecteerd
        scelt* selezion* optamos optado decantad* aufgefallen tranché plump* prefer* favor* favour* recruit* took
        taken take taking tapped named naming nominat* elect* vote* leaning leaned sided edge* give giving gave
        given handed go goes vorgezogen genommen nimmt nehmen gewinn* bekommt bekommen geht abgestimmt votum stimme*
        bevorzug* préfér* pris prend prendre donné donnons embauch* recruté* gardons contrat* cogid* cogemos elige
        eleg* quedamos damos ficou kiest kozen neemt nemen genomen aangenomen voorkeur preso prende prendere scegli*
        assunt* teniamo""",
    "decide": """decision determined outcome result results verdict entscheidung* beschlossen ergebnis décid*
        décision decid* decisión decisão besloten beslissing beslist* deciso decisione resultado esito uitslag voted
        agreed approved ruling settled settle agree discuss* debate* vote entschluss beschluss beschließ* beraten
        beratung* abstimm* tranch* délibér* jugé convenu acord* delibera* conclu* afgesproken overleg* besprok*
        uitkomst valutat* parlato hablado conversei besprochen gesprochen talked slept thought""",
    "proceed": """forward proceed* progress* continu* advanc* pursu* moving consider* further ahead weiter*
        fortführen fortsetzen berücksichtig* poursuiv* suite avanç* avanz* adelante seguir siguiente prosegu* avanti
        verder* doorgaan procedure process* verfahren* auswahlverfahren proceso forwards onward next stage* round*
        fortgeführt runde* stufe* nächst* étape* tour prochain* ronda* próxim* etapa* volgend* ronde* passo fase*
        prossim* successiv*""",
    "refuse": """reject* declined decline unsuccessful turned pass passing passed denied absag* ablehn* abgelehnt
        abgesagt refus* rejet* rechaz* descartad* rejeitad* afgewezen afwijz* rifiut* scartat* respint* korb
        eliminated disqualified ineligible turn turning no-go knocked declining disapprov* veto* unfavorable
        unfavourable ruled removed dropped fail failed didn't abgewunken aussortiert ausgeschlossen ausscheid*
        scheid* nein écart* défavorable négati* exclu* negativ* recus* reprovad* negad* eliminad* nee negatief
        negatieve uitgeslot* bocciat* esclus* no""",
    "filled": """filled closed closing cancelled canceled withdrawn eliminated frozen freeze pulled paused hold
        gestrichen entfällt gestoppt geschlossen pourvu* supprim* annul* cubiert* cancelad* cerrad* preenchid*
        encerrad* congelad* vervuld ingevuld vervallen ingetrokken chius* copert* eingefroren eis gone taken full
        staffed complete completed covered cover scrapped axed cut cuts dissolved shelved ice suspended stopped
        halted ended ending over expired lapsed vergeben belegt voll komplett gekürzt eingestellt aufgehoben
        abgeschlossen beendet weg fallen* complet complets arrêt* gel gelé gelée suspendu* clos clôtur* completo
        completa parad* suspendid* lotad* cheio fechad* fechou vol compleet gestopt bevroren geschrapt beëindigd
        pieno ferm* bloccat* sospes* congelat*""",
    "fit": """fit match* suited suitable align* meets needs requirements qualifications experience background skills
        passt passen passend* anforderungen erfahrung qualifikation* correspond* adéquation expérience besoins
        encaja* ajusta* experiencia requisitos adequa* experiência past aansluit* ervaring eisen esperienza linea
        requisiti bar level stronger closer closely better best besser beter meglio mejor melhor mieux fits fitting
        suit suits right ideal meet criteria criterion profile depth junior experienced expertise knowledge skill
        wissen kenntnis* passgenau niveau tiefe senior* erfahren* convient convenir compétences profils perfil*
        nivel competencias nível competências kennis vaardigheden livello competenze adatt* idone*""",
    "you": """you your yours yourself sie ihnen ihr ihre ihrer ihrem ihren dich dir du dein* vous votre vos tu te
        toi ton ta usted ti tus su sus contigo você seu sua lhe je jij jou jouw u uw lei la suo tuo tua u've ye euch
        euer* tuyo tuya vosotros vc vocês jullie vi tue tuoi suoi""",
    "us": """we us our ours team committee panel company firm client manager board partners founders wir uns unser*
        ich mich gremium kommission nous notre nos équipe nosotros nuestro* equipo nós nosso* nossa* equipe wij ons
        onze noi nostro* nostra* i my me i'd employer governors kunde mandant je management leadership directors
        owner owners boss chef chefs colleagues partner staff jury jurors trustees council vorstand geschäftsführ*
        leitung chefin inhaber* kollegen direction patron patronne associé* équipes dirección jefe jefa socia socio
        jurado tribunal diretoria chefe sócia sócio gestor directie baas compagnon collega's direzione capo giuria
        commissione azienda""",
    "thank": """thank* appreciate* grateful danke* dank bedanken bedankt merci remerci* gracias agradec* obrigad*
        grazie ringrazi* cheers thx appreciative gratitude dankbar obg dankbaar dankjewel grato""",
    "offer": """offer offers offering offered extend extending angebot* anbieten biete* propos* oferta* ofrec*
        oferec* propuesta aanbod aanbied* bied* offerta proporle package terms invite inviting welcome tender*
        vorschlag unterbreit* anzubieten conditions condiciones proponemos condições voorwaarden voorstel condizioni
        offr*""",
    "contract": """agreement letter sign signed signing salary compensation paperwork hour base bonus equity terms
        vertrag* arbeitsvertrag* unterschr* unterzeichn* gehalt* anfangen anfängst beginn contrat signé* signer
        salaire brut* contrato firm* salario sueldo assin* salário contract* teken* getekend salaris contratto
        stipendio lordi retribuzione euro begin aboard join joining onboarding start* einstell* stunde stunden
        assunzione embauch* contratación docusign signature* notice probation vesting benefits vacation pension
        allowance hourly monthly yearly annual gross net eur usd gbp chf per urlaub monatlich stundenlohn netto
        jährlich rémunération congés nets netos nómina vacaciones jornada líquido férias maandsalaris vakantie
        dienst netti ferie inizio cominc* empez* incorpor* commenc* começ*""",
    "decideby": """accept accepting accepts acceptance annehm* annimmst accepter acceptez acept* aceit* akkoord
        expire* frist gültig valid deadline until respond reply decision decide countersign* zusage zusagen ja oui
        sí sim sì confirm* bestätigen accetta*""",
    "received": """received receive receipt submitted submission confirm* arrived landed acknowledg* got eingang*
        eingegangen erhalten angekommen bestätig* empfang* übermittelt reçu* réception transmis* recibid* recibo
        registrad* recebid* recebemos realizad* ontvangen ontvangst binnen binnengekomen ricevut* ricezione inviat*
        inoltrat* accus* hemos envoy* enviad* sent reached registered logged recorded saved stored uploaded safely
        here forwarded passed arrives in-tray gespeichert registriert erfasst vorliegt vorliegen hochgeladen
        weitergeleitet da parvenu* enregistr* arrivé* llegado chegou chegaram encaminh* enviou registada
        geregistreerd doorgestuurd verzonden aangekomen arrivat* registrat* pervenut*""",
    "review": """review* evaluat* assess* read look looking go prüf* sicht* durchsicht* anschau* schauen étudi*
        examin* revis* analis* valora* bekijk* beoordel* valut* esamin* vaglio screen screening consider* weigh*
        judge judged study reads reading scored grade graded mark marks ausgewertet auswert* gelesen lesen lesung
        gesichtet étude examen lire lisons correct* estudi* leer leemos estudar avali* lemos lezen leest nakijken
        leggere leggiamo esame""",
    "hear": """hear contact* touch respond reply update* notify notified inform* let know melden rückmeldung hören
        bescheid mitteil* reviendr* réponse tiendrons comunic* contato retorno entraremos laten weten hoor hoort
        contatt* ricontatt* faremo news answer answered feedback ring call phone tell told melde meldet antwort*
        nachricht erfahren anruf* rufen appel* rappel* noticia* llam* diremos ligar liga avis* bel bellen bericht
        nieuws chiam* sapere notizia""",
    "meet": """interview* call meeting meet chat slot schedule* reschedul* zoom round onsite screen availability
        available conversation gespräch* termin* vorstellungsgespräch* treffen kennenlern* einlad* entretien*
        rendez-vous rencontr* entrevista* reunión conversa reunião gesprek* afspraak uitnodig* kennismak* colloqui*
        incontr* invit* remarcar verzetten décaler verschieb* aplazar spostare slots appointment* visit visiting
        trial tryout assessment panel talks teams video probe* besuch* test* essai épreuve* visite prueba* visita*
        cita* prova prove bezoek proef*""",
    "time": """monday tuesday wednesday thursday friday saturday sunday tomorrow today week weeks morning afternoon
        noon montag dienstag mittwoch donnerstag freitag samstag sonntag morgen heute woche* uhr lundi mardi
        mercredi jeudi vendredi demain semaine* lunes martes miércoles jueves viernes mañana semana* segunda terça
        quarta quinta sexta amanhã maandag dinsdag woensdag donderdag vrijdag volgende weken lunedì martedì
        mercoledì giovedì venerdì domani settiman* days tage* jours días dias dagen giorni am pm o'clock january
        february march april june july august september october november december month months year spring summer
        autumn winter monat* jahr* januar februar märz juni juli oktober dezember frühjahr mois année printemps été
        janvier février mes año meses enero febrero mês ano janeiro fevereiro maand jaar januari februari mese anno
        gennaio febbraio""",
    "if": """if should whether unless once when case wenn falls sollte* sobald ob si sinon lorsque caso cuando
        quando als indien zodra se qualora would könnten würden otherwise else provided condition* subject
        contingent failing andernfalls sonst sofern soweit ohne vorbehaltlich faute réserve contrario salvo siempre
        senão sem anders mits zonder altrimenti senza purché""",
    "but": """but however although though while despite yet still aber jedoch doch obwohl dennoch mais cependant
        toutefois bien pero aunque sin mas embora porém entanto maar echter hoewel ma tuttavia però anche
        nevertheless nonetheless instead rather whereas allerdings trotzdem hingegen stattdessen néanmoins plutôt
        obstante cambio contudo todavia desondanks toch invece comunque""",
    "luck": """wish* best success future search luck* alles erfolg* zukunft* weiteren wünsch* drücken bonne chance
        continuation recherche* souhait* suerte éxito futuro deseamos boa sorte sucesso succes toekomst auguri*
        fortuna encourage* discourage* volgende ermutig* fingers cheer thumbs elsewhere endeavors endeavours
        pursuit* daumen anderswo weg courage pleine réussite ánimo éxitos sterkte geluk bocca lupo""",
    "keep": """keep file touch pool database retain hold stay talentpool vormerken speichern aufbewahr* löschen
        gelöscht conserv* vivier archiv* guardar* reserva banco talentos bewaren portefeuille tieni delete deleted
        remain reserve pipeline network community bank tiefkühl* datenbank verteiler réserve base bolsa bestand
        portfolio""",
    "strong": """strong impressive impressed talented competitive exceptional high volume many number numerous
        stark* beeindruckt zahlreich* viele vielen hohe qualifizierte* nombreu* excellent* richesse mucho* muchas
        numeros* excelente* muit* alto veel sterke* groot molt* eccellent* overwhelming great good best wonderful
        lovely amazing bright gifted favorite liked loved enjoyed enjoy like hervorragend* sympathisch gefallen
        mögen mochten toll* apprécié* aimé* super gust* encant* gostamos gostei legal leuk mooi goed* piaciut* bravo
        brava bravissim*""",
    "close": """close tough final finalists second runner-up knapp schwer difficile difícil moeilijk lastig hard
        torn tipped edge edged narrow* closely split divided near almost nearly beinahe fast haarscharf serré
        presque casi cerca quase perto bijna krap quasi vicin*""",
    "shop": """% discount sale order shop subscription plan free trial deal save off account card loan product
        purchase rabatt bestellung artikel einkauf réduction commande boutique remise descuento pedido tienda compra
        desconto loja korting bestelling winkel sconto ordine negozio upgrade membership""",
    "home": """apartment flat rent rental landlord lease tenant property house wohnung* miete* vermieter* eigentümer
        appartement logement loyer propriétaire piso alquiler casero apartamento aluguel huur* verhuurder
        appartamento affitto""",
    "alert": """jobs openings alert* unsubscribe recommended similar hiring listings issue stellen stellenangebote
        anzeigen ähnliche offres nouvelles ofertas nuevas vagas vacatures posizioni annunci recommendations matches
        suggestion* digest weekly daily treffer suchauftrag jobletter sélection* boletín boletim nieuwsbrief avvisi
        newsletter*""",
    "ask": """please could require send complete question* ask bitte könnten können schicken brauch* senden fragen
        frage veuillez pourriez merci envoyer por favor podría puedes envia* pode poderia graag kunt kun stuur
        sturen può potrebbe inviare provide upload fill bring submit missing need needs reichen nachreich* ausfüllen
        fehlt fehlen hochladen mitbringen fournir manqu* remplir compléter faltan falta rellenar adjuntar faltam
        preencher reenviar ontbreekt invullen aanleveren manca compilare allegare inviarci""",
    "wait": """waiting wait delay* pending patience bear hold yet longer soon shortly geduld verzöger* warten dauert
        noch patienter retard espera* paciencia retraso demora aguard* paciência wachten vertraging nog attesa
        pazienza ritardo ancora todavía aún encore later postpone* paused undecided open tba vertag* offen
        unentschieden attend* reporté espere* aplazad* adiad* uitgesteld rimandat*""",
    "talk": """feedback explain talk discuss coffee linkedin rückmeldung erklären retour échanger explicar conversar
        toelichten spiegare detail* conversation call catch lunch dinner notes austausch déjeuner café almuerzo
        almoço pranzo caffè""",
    "mine": """they them their he she his her friend told ils leur ellos eles zij loro sagte candidate's client
        customer employer kunde kundin fachbereich cliente klant auftraggeber opdrachtgever""",
    "money": """funding funds fund grant cost costs costly afford expensive cheaper numbers finance finances cash
        revenue quarter haushalt* mittel kosten teuer günstiger finanz* zahlen förder* coût* cher moins chiffres
        financement presupuesto coste caro barato números financiación orçamento custo verba budget* duur goedkoper
        cijfers geld costi economic* numeri fondi""",
    "want": """want wants wanted wish love keen like willing hope hoping möchte* würde würden wollen will gern gerne
        souhait* aimer* voulons veut quer* quiere* gustaría quisiera gostaríamos wil willen graag zouden vorremmo
        vuole vogliamo piacerebbe""",
    "able": """able can could unable possible impossible manage allowed permitted position kann können konnte
        konnten möglich unmöglich imstande pouvons pouvez peut puede podemos posible pode possível kan kunnen konden
        mogelijk possiamo possono può possibile""",
    "hold": """withdraw* withdrew rescind* revoke* retract* cancel zurückzieh* zurückgezogen zurück widerruf*
        rücknahme zurücknehm* retirer retirons retrait annuler retirar retiramos anular cancelar intrekken trekken
        ingetrokken ritirare ritiriamo annullare""",
    "enough": """enough staffed everybody everyone already set sorted sufficient genug ausreichend bereits schon
        alle assez suffisant déjà suficiente ya bastante já genoeg al voldoende abbastanza già sufficiente""",
    "far": """relocate* commute remote onsite location local distance sponsor* visa permit license licence entfernt
        weit umzug* arbeitserlaubnis führerschein visum loin déménag* permis lejos mudar* permiso visado longe visto
        licença ver verhuizen rijbewijs lontano trasfer* patente permesso""",
    "end": """stop end ends ended close closing here leave part finish beenden schluss ende punkt lassen hier arrêt*
        ici terminer fin terminar dejamos dejarlo aquí encerr* aqui parar stoppen einde fermiamo fermarci qui
        chiudere fine""",
    "start": """start starts started begin begins join joins starting beginn* anfang* fängst angefangen fängt
        commencer commencez commence débuter empezar empiezas empiece incorporas começar começa início begint
        iniziare inizia cominci comincia cominciare inizio""",
}
"""An idea, and the words for it."""


def _built() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    whole: dict[str, list[str]] = {}
    begun: dict[str, list[str]] = {}
    for idea, words in _TABLE.items():
        for word in dict.fromkeys(words.split()):
            (begun if word.endswith("*") else whole).setdefault(word.rstrip("*"), []).append(idea)
    return whole, begun


_WHOLE, _BEGUN = _built()


@lru_cache(maxsize=20_000)
def ideas_of(word: str) -> tuple[str, ...]:
    """Return the ideas that a word in lower case stands for; none for most."""
    ideas = list(_WHOLE.get(word, ()))
    for length in range(2, len(word) + 1):
        ideas += _BEGUN.get(word[:length], ())
    return tuple(dict.fromkeys(ideas))


def ideas_in(words: Sequence[str]) -> Iterator[str]:
    """Yield each idea that a sentence's words stand for, in order."""
    for word in words:
        yield from ideas_of(word)
