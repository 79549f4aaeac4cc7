"""German phrases, in the plain form: `ß` is `ss`. See the package for how a line reads."""

from __future__ import annotations

from app.exchange.meanings.phrases import Language

_LISTS = {
    "cand": r"bewerb(er|erin|erinnen|ern|ende|enden|ungen|ung)|kandidat\w*|mitbewerb\w*|person(en)?|profil\w*",
    "other": r"ander\w+|geeigneter\w*|passender\w*|intern\w+|jemand\w* anders",
    "chosen": r"entschieden|ausgewählt|vergeben|besetzt|eingestellt|zugesagt|gewählt|fort\w*|weiter\w*|"
    r"den vorzug|gefunden",
    "angebot": r"(das|unser|ein) (\w+ )?(angebot|vertrag)",
    "job": r"stelle|position|vakanz|stellenausschreibung|rolle|ausschreibung|praktikumsplatz|ausbildungsplatz",
    "post": r"stelle|position|job|anstellung|arbeitsvertrag|vertrag|praktikum\w*|ausbildungs\w+|rolle|zusage|"
    r"arbeitsplatz",
    "yours": r"(ihr|dein)e?[nrms]? (bewerbung\w*|unterlagen|profil|kandidatur|lebenslauf|online-bewerbung)",
    "talk": r"gespräch\w*|interview\w*|telefonat|kennenlern\w*|vorstellungs\w*|bewerbungsgespräch\w*|"
    r"videocall|probetag|call",
    "dropped": r"berücksichtig\w+|weiter\w*|fortsetz\w+|fortfahren|fortführen|einladen|einzuladen|verfolgen|"
    r"aufnehmen",
    "mitbewerb": r"mitbewerb\w+|jemand\w*|intern\w+",
    "weiterkommen": r"weiterkommen|weitergekommen|weitergeht|weiter gehen|fortgesetzt",
    "gestrichen": r"gestrichen|zurückgezogen|eingestellt",
    "nächste": r"nächste|engere|weitere|zweite|finale",
    "berücksichtig": r"berücksichtig\w+|verfolg\w+|zu verfolgen|im prozess|fortführ\w+",
    "sie": r"sie|dich|{yours}|eine|ihre|deine",
    "besetzen": r"besetzen|verfolgen",
    "verfügbar": r"verfügbar|offen|vakant|zu besetzen|besetzt",
    "erfüllen": r"einstellen|entsprechen|entsprochen|überzeugen",
    "passt": r"passt|passen|passte|erfüllen|entspricht",
    "anforder": r"anforder\w+|stellenprofil|profil",
    "engere": r"engere|engeren|nähere|näheren",
    "freu": r"freu\w+|möchten|würden|gern\w*|glücklich|können",
    "annehmen": r"annehmen|anzunehmen|annimmst|unterschr\w+|gültig|gilt|befristet",
    "erteilen": r"erteilen|geben",
    "machen": r"machen|unterbreiten|zu unterbreiten|zu machen",
    "erhalten": r"erhalten|eingegangen|eingetroffen|angekommen|empfangen|zugegangen",
    "erhalten2": r"erhalten|eingang|erhalt|eingegangen",
    "prüfen": r"prüfen|geprüft|sichten|gesichtet|bearbeitet|bearbeiten",
    "übermittelt": r"übermittelt|abgeschickt|versendet|gesendet|eingereicht|zugestellt",
    "vereinbaren": r"vereinbaren|vorschlagen|stattfinden|führen|ausmachen|bestätigen|abstimmen",
    "vereinbaren2": r"vereinbaren|vorschlagen|buchen|auswählen|aus|abstimmen",
    "weiter": r"weiter\w+|zukunft|such\w*|weg|beruf\w*",
    "jobagent": r"jobagent|suchagent|job-?alert|newsletter|abbestellen|abmelden|bestätigungscode|passwort|umfrage",
    "geklappt": r"geklappt|gereicht|für sie gereicht",
    "intern": r"intern|anderweitig|bereits|schon|inzwischen|mittlerweile",
    "passenden": r"passenden|geeigneten|passende|geeignete|anderen",
    "zusammenarbeit": r"zusammenarbeit|bearbeitung",
    "sehen": r"sehen|absehen|nehmen",
    "zurückgezogen": r"zurückgezogen|gestrichen|geschlossen|entfallen",
    "nachricht": r"nachricht|antwort|rückmeldung|entscheidung",
    "einladen": r"einladen|berücksichtigung",
    "können": r"können|finden|konnten",
    "begrüssen": r"begrüssen|willkommen|zu begrüssen",
    "entsprechen": r"entsprechen|passen|überzeugt\w*|erfüllen",
    "stelle": r"\w*stelle|\w*platz|position|job|anstellung|vertrag",
    "auswahlverfahren": r"auswahlverfahren|bewerbungsverfahren|verfahren|prozess",
    "bewerbung": r"bewerbung\w*|gespräch\w*|stelle|position|runde|auswahl\w*|verfahren|prozess",
    "bewerbung2": r"bewerbung\w*|gespräch\w*|stelle|position|runde|profil",
    "einladung": r"einladung|angebot|zusage|einstellung",
    "kandidat": r"kandidat\w+|bewerber\w*|person|lösung|mitarbeiter\w*",
    "beenden": r"beenden|abbrechen|schliessen",
    "prozess": r"prozess|verfahren|gespräche",
}

_LINES = r"""
rejection | für ~2 {other} ~2 {cand} ~3 entschieden | Wir haben uns für einen anderen Bewerber entschieden.
rejection | für ~1 {mitbewerb} ~4 entschieden | Wir haben uns für eine Mitbewerberin entschieden.
rejection | (wahl|entscheidung) ~4 auf (jemand|ein|eine|einen|ander)\w* | Die Wahl fiel auf jemand anderen.
rejection | zugunsten ~1 (ander\w+|mitbewerb\w+|intern\w+) | Wir haben zugunsten einer anderen Bewerberin entschieden.
rejection | (laden|lade|lädt) (sie|dich) ~4 nicht | Wir laden Sie nicht zum Gespräch ein.
rejection | (nicht|kein\w*) ~4 {weiterkommen} | Du bist leider nicht weitergekommen.
rejection | (besser|eher) ~4 (passen|entsprechen|übereinstimm\w+|passt) | Wir haben Profile, die besser zu uns passen.
rejection | {job} ~5 an ~3 vergeben | Wir haben die Stelle an eine Kollegin vergeben.
rejection | {job} ~4 intern (besetzt|vergeben) | Die Stelle wurde intern besetzt.
rejection | (für|bei) uns nicht ~2 (in frage|weiter|in betracht) | Leider kommen Sie für uns nicht in Frage.
rejection | von (ihrer|deiner) bewerbung ~2 (absehen|abzusehen|abstand) | Wir müssen von Ihrer Bewerbung absehen.
rejection | (ausgeschrieben\w*|vakante) ~1 {job} ~4 {gestrichen} | Die ausgeschriebene Stelle wurde gestrichen.
rejection | entschieden ~5 {other} ~2 {cand} | Wir haben entschieden, mit anderen Kandidaten weiterzumachen.
rejection | {other} ~1 {cand} ~4 {chosen} | Wir haben die Stelle an eine andere Person vergeben.
rejection | mit {other} ~1 {cand} (fort|weiter|im|den) | Wir gehen mit anderen Kandidaten weiter.
rejection | nicht ~4 (berücksichtig\w+|in betracht|in die (engere|nähere)) | Wir konnten Sie nicht berücksichtigen.
rejection | nicht ~3 (in|für) (die|der|das) {nächste} | Sie sind leider nicht in der nächsten Runde.
rejection | {yours} ~4 nicht ~3 {dropped} | Wir können Ihre Bewerbung leider nicht weiterverfolgen.
rejection | (sie|dich|ihnen|dir) ~4 nicht ~4 {dropped} | Wir können Sie nicht im Verfahren berücksichtigen.
rejection | nicht weiter ~3 {berücksichtig} | Wir werden sie nicht weiter verfolgen.
rejection | keine ~2 (zusage|positive|stelle|anstellung|erfreuliche|bessere) | Wir können Ihnen keine Zusage geben.
rejection | (eine|die|ihnen|dir) ~3 absage | Wir müssen Ihnen heute eine Absage erteilen.
rejection | (ihnen|dir) ~4 (absagen|abzusagen|nicht zusagen) | Wir müssen Ihnen leider absagen.
rejection | nicht (für (sie|dich)|zu ihren gunsten) ~3 entschieden | Wir haben uns nicht für Sie entschieden.
rejection | gegen {sie} ~3 entschieden | Wir haben uns gegen eine Zusammenarbeit entschieden.
rejection | entschieden ~4 nicht ~3 (fort\w*|weiter\w*|zu {besetzen}) | Wir haben entschieden, nicht fortzufahren.
rejection | {job} ~5 (besetzt|vergeben)(?! (ist|sein|werden|wird)) | Die Stelle ist inzwischen besetzt.
rejection | {job} ~5 (besetzt|vergeben) ist | Wir teilen mit, dass die Stelle bereits besetzt ist.
rejection | {job} ~4 (nicht mehr|nicht länger) ~1 {verfügbar} | Die Stelle ist nicht mehr verfügbar.
rejection | anderweitig (besetzt|vergeben|entschieden) | Die Position wurde anderweitig besetzt.
rejection | nicht ~3 {erfüllen} | Wir konnten Ihrer Bewerbung nicht entsprechen.
rejection | {passt} ~4 nicht ~5 ({job}|anforder\w+|profil) | Ihr Profil passt nicht zur Stelle.
rejection | nicht (zu|mit|unseren|den|die) ~3 {anforder} | Ihr Profil deckt sich nicht mit den Anforderungen.
rejection | nicht ~3 (in die|zur) {engere} (auswahl|wahl) | Sie kamen nicht in die engere Auswahl.
rejection | {yours} ~4 (abgelehnt|nicht erfolgreich|erfolglos|abgesagt) | Ihre Bewerbung wurde abgelehnt.
rejection | (auswahl|wahl) ~3 nicht auf (sie|dich|ihre) | Die Wahl ist leider nicht auf Sie gefallen.
rejection | (sind|bist|haben|konnten|waren) ~4 nicht ~1 ausgewählt | Sie sind leider nicht ausgewählt.
rejection | (wurden|wurdest|wird) ~4 nicht ~1 ausgewählt | Sie wurden leider nicht ausgewählt.
offer | {freu} ~7 {post} ~4 (anbieten|anzubieten) | Wir möchten Ihnen die Stelle anbieten.
rejection | (diesmal|dieses mal|leider) ~3 nicht {geklappt} | Leider hat es diesmal nicht geklappt.
rejection | kein ~2 (angebot|vertragsangebot) (machen|unterbreiten|zukommen) | Wir können Ihnen kein Angebot machen.
rejection | keine[nr]? ~2 (positiv\w+|bescheid|zusage) | Wir können Ihnen keinen positiven Bescheid geben.
rejection | (entscheidung|wahl) ~4 nicht (auf|zu|für) | Unsere Entscheidung ist leider nicht auf Sie gefallen.
rejection | {job} ~4 {intern} ~1 (besetzen|vergeben|besetzt) | Die Position ist inzwischen intern besetzt.
rejection | {passenden} (kandidat\w*|bewerber\w*) ~1 gefunden | Wir haben einen passenden Kandidaten gefunden.
rejection | (passt|passen) ~4 nicht ~2 (zu|auf|in) | Leider passt dein Profil nicht ganz zu uns.
rejection | {sehen} ~3 (weiteren|weiterer) ~1 {zusammenarbeit} | Wir sehen von einer weiteren Zusammenarbeit ab.
rejection | keine ~2 (stelle|position) ~2 (anbieten|frei) | Leider können wir dir keine Stelle anbieten.
rejection | {other} ~1 {cand} ~6 (besser|mehr|eher|näher|entsprechen) | Andere Kandidaten entsprechen dem noch besser.
rejection | (ausschreibung|{job}) ~3 {zurückgezogen} | Wir haben die Ausschreibung zurückgezogen.
rejection | (negative|abschlägige) {nachricht} | Ich habe eine negative Nachricht für Sie.
rejection | (gehören|zählen) ~2 nicht | Sie gehören leider nicht zum Kreis der Kandidaten.
rejection | (nicht|keine) ~3 {einladen} ~1 {können} | Ihre Bewerbung konnte keine Berücksichtigung finden.
offer | (sie|dich) ~2 (einstellen|einzustellen) | Wir möchten Sie einstellen.
offer | (hast|haben) den job\b | Du hast den Job!
offer | (verbindliche|unsere|meine|die) zusage | Hiermit erhalten Sie unsere verbindliche Zusage.
offer | {angebot} ~3 (liegt bei|anbei|beigefügt|im anhang|angehängt) | Das Angebot liegt bei.
offer | (im|in unserem|in unser) team {begrüssen} | Wir freuen uns, Sie in unserem Team begrüssen zu dürfen.
offer | (dich|sie) ~2 (im|in unserem|für unser) team haben | Wir wollen dich im Team haben.
receipt | (bekommen|erhalten|vorliegen|liegt|liegen) ~3 {yours} | Uns liegen deine Unterlagen vor.
receipt | {yours} ~3 (bekommen|liegt|liegen|vor) | Ihre Bewerbung liegt uns vor.
receipt | (beworben hast|beworben haben) | Schön, dass du dich bei uns beworben hast!
rejection | mit (jemand\w* ander\w*|ander\w+ ~2) ~3 (weiter|fort) | Wir gehen mit jemand anderem weiter.
rejection | {entsprechen} ~3 {other} ~1 {cand} | Allerdings entsprechen andere Bewerber dem Profil.
rejection | kein\w* ~3 {stelle} ~2 (anbieten|geben) | Wir können Ihnen keinen Platz anbieten.
rejection | {job} ~4 nicht ~2 (anbieten|anzubieten|geben) | Wir werden Ihnen die Stelle nicht anbieten.
rejection | nicht ~2 weiter (im|in|am) | Wir sehen Sie nicht weiter im Verfahren.
rejection | {auswahlverfahren} ~4 (ausgeschieden|beendet) | Sie sind im Verfahren ausgeschieden.
rejection | nicht (weitergehen|weitermachen|weiterführen) | Wir möchten mit Ihnen nicht weitermachen.
rejection | {job} ~3 (ging|geht|gegangen) (an|nun an|jetzt an) | Die Stelle geht an eine Kollegin.
soft | (nicht|kein\w*) ~6 {bewerbung} | Das reicht nicht für die Runde.
soft | {bewerbung2} ~6 (nicht|kein\w*) | Ihre Bewerbung hat uns nicht überzeugt.
rejection | gegen ~2 {einladung} ~6 entschieden | Wir haben uns gegen eine Einladung entschieden.
rejection | nicht zum zuge? | Leider sind Sie nicht zum Zug gekommen.
rejection | (jedoch|leider|aber|uns) anders entschieden | Wir haben uns leider anders entschieden.
rejection | wird (leider )?nicht (besetzt|nachbesetzt) | Die Stelle wird nicht besetzt.
offer | (willkommen|begrüssen) ~2 (im team|an bord) | Herzlich willkommen im Team!
rejection | für ~2 {kandidat} ~9 entschieden | Wir haben uns für die interne Lösung entschieden.
offer | (bekommst|bekommen|kriegst|erhältst) (den|die) ~1 (\w*platz|job|stelle) | Du bekommst den Praktikumsplatz!
rejection | nicht geeignet | Sie sind für die Stelle leider nicht geeignet.
rejection | (eine )?andere wahl getroffen | Wir haben eine andere Wahl getroffen.
rejection | für (jemand\w*|einen|eine) ander\w+ entschieden | Wir haben uns für einen anderen entschieden.
rejection | {job} ~2 (geht|ging) ~2 an | Die Stelle geht aber an einen internen Bewerber.
rejection | {prozess} ~2 (hier|an dieser stelle|damit) {beenden} | Wir wollen den Prozess hier beenden.
rejection | nicht (zusammenpassen|zusammenpasst|zueinander) | Das wird nicht zusammenpassen.
offer | bieten (wir )?(ihnen|dir) ~4 {post} | Hiermit bieten wir Ihnen die Stelle an.
offer | (für (sie|dich)|für ihre einstellung) ~4 entschieden | Wir haben uns für Sie entschieden.
offer | (ihr|dein|ihren|deinen|den|der) ~2 (arbeitsvertrag|anstellungsvertrag) | Anbei finden Sie Ihren Arbeitsvertrag.
offer | (vertragsangebot|jobangebot|vertragsentwurf) | Anbei erhalten Sie unser Vertragsangebot.
offer | angebot ~5 {annehmen} | Bitte sagen Sie, ob Sie das Angebot annehmen.
offer | zusage {erteilen}|(ihnen|dir) ~2 zusagen|(ihnen|dir) ~3 eine zusage | Wir geben Ihnen gern eine Zusage.
offer | (stelle|job|position) (ist deine|gehört (ihnen|dir)|geht an (sie|dich)) | Die Stelle gehört Ihnen.
offer | (ein|unser|folgendes|das) ~2 angebot ~3 {machen} | Wir möchten Ihnen ein Angebot machen.
receipt | {yours} ~6 {erhalten} | Ihre Bewerbung ist bei uns eingegangen.
receipt | {erhalten2} ~4 (bewerbung\w*|unterlagen) | Wir bestätigen den Eingang Ihrer Bewerbung.
receipt | (eingangsbestätigung|bestätigung (ihrer|deiner) bewerbung|bewerbungseingang) | Eingangsbestätigung
receipt | (prüfen|sichten|bearbeiten|begutachten|anschauen|ansehen) ~4 {yours} | Wir prüfen nun Ihre Unterlagen.
receipt | {yours} ~6 {prüfen} | Wir werden Ihre Unterlagen sorgfältig prüfen.
receipt | (vielen|herzlichen|besten) dank für {yours} | Vielen Dank für Ihre Bewerbung.
receipt | danke für {yours} | Danke für deine Bewerbung!
receipt | bewerbung ~4 {übermittelt} | Deine Bewerbung wurde erfolgreich übermittelt.
invitation | (einladen|einzuladen|einladung|laden|lade) ~6 ({talk}|termin|assessment\w*|runde) | Einladung zum Gespräch
invitation | {talk} ~3 (einladen|einzuladen) | Wir möchten Sie zum Gespräch einladen.
invitation | {talk} ~5 {vereinbaren} | Gern würden wir ein Gespräch führen.
invitation | (termin|zeitfenster|slot) ~4 {vereinbaren2} | Buchen Sie einen Termin aus.
invitation | (wählen|wähle|buchen|buche|schlagen) ~5 (termin\w*|zeitfenster|slot) | Bitte wählen Sie einen Termin.
invitation | (passt|passen|ginge|klappt|würde) ~5 (ihnen|dir|es)( |$) | Passt Ihnen Dienstag um 10 Uhr?
invitation | wann (hätten|hast|haben|passt|wären|hättest|können|kannst) | Wann hätten Sie Zeit?
invitation | (sie|dich) ~3 (kennenlernen|kennenzulernen|kennen lernen) | Wir würden Sie gern persönlich kennenlernen.
invitation | freu\w* ~4 (das|ein|unser|dem|gemeinsame) {talk} | Wir freuen uns auf das Gespräch.
invitation | (nächste|zweite) (runde|schritt|gespräch) | Wir würden gern in die nächste Runde gehen.
invitation | (bearbeit\w+|lösen|absolvier\w+) ~4 (aufgabe|test|fallstudie|challenge) | Bitte lösen Sie die Aufgabe.
hint1 | leider|bedauerlicherweise|zu unserem bedauern | Leider haben wir keine guten Nachrichten.
hint2 | bedauern|(nicht leicht|schwer) (gefallen|gemacht) | Wir bedauern das sehr.
hint2 | (alles gute|viel erfolg|viel glück) ~5 {weiter} | Viel Erfolg auf Ihrem weiteren Weg.
hint2 | (nicht als|keine) ~3 wertung | Dies ist keine Wertung Ihrer Qualifikation.
hint1 | (viele|zahlreiche|vielzahl|grosse resonanz|hohe anzahl) | Es gab viele Bewerbungen.
hint1 | (nach|trotz) ~2 (prüfung|überlegung|abwägung) | Nach sorgfältiger Prüfung ...
hint2 | (unterlagen|daten) ~4 (löschen|gelöscht|vernicht\w+|zurück) | Wir werden Ihre Unterlagen löschen.
digest | (neue|passende|weitere) (jobs|stellen|stellenangebote) | 12 neue Jobs für dich
digest | {jobagent} | Ihr Jobagent
digest | (angesehen|talentpool|talent community|profil vervollständigen) | Ihr Profil wurde angesehen.
date | (entscheid\w+|rückmeldung|melden|melde|bescheid|rückmelden|antwort\w*) | Wir melden uns bis Freitag.
date | (feedback|informier\w+|zurückkommen|hören|neuigkeiten|ergebnis|stand) | Sie hören bis Freitag von uns.
"""

GERMAN = Language(
    "de",
    "der die das und sie wir uns ihr ihre ihnen nicht für mit von zu ist dass haben eine einen im auf bei du dir dich",
    _LINES,
    _LISTS,
    conditional=r"wenn|falls|sofern|sollte\w*|ob|sobald|bevor|kommen sie|kommst du|passt (ihr|dein)|"
    r"entspricht (ihr|dein)|überzeugt (ihr|dein|uns ihr|uns dein)|könnte\w*|dürfte\w*|"
    r"gegebenenfalls|nur|mögliche\w*|"
    r"bis(?= wir)|eventuell|möglicherweise|unter umständen|im falle|bei interesse|ausgewählte|passende bewerb\w+",
    negated=r"nicht|kein|keine|keinen|keiner|nie|ohne|weder",
    open=r"verschieb\w*|verschoben|verlegen|noch nicht|noch kein|termin|homeoffice|home-office|"
    r"umzug|bevor|gehalt|dienstwagen|firmenwagen|fahrtkosten|zuschuss|(unser|das) angebot|rücknahme|"
    r"(sie|du) (sich|dich) (\S+ ){0,3}entschieden|zurückgezogen ha|(ihre|deine) (\S+ )?absage|"
    r"erst (im|in|am|ab|nach|nächst)|mehr als",
    offers_else=r"gespräch|interview|termin|hilfe|unterstützung|rabatt|beratung|feedback|nicht|kein|webinar|kurs|"
    r"alternativ|stellenangebot|anderes angebot|zurückzieh|telefonat|kennenlern",
)
