"""The words that people and trackers write for how an application stands, in the order in which they are looked for.

A table alone: patterns over words as `folding.plain` leaves them (lower case, no accents, no punctuation), in English,
German, French, Spanish, Portuguese, Italian, Dutch, Turkish, Chinese and some Japanese. The first that matches says
what it means, so what takes the sense out of a later word ("no offer", "not applied") comes before it.
"""

from __future__ import annotations

from app.exchange.sheets.meaning import (
    APPLIED,
    FOLLOWED_UP,
    INTERVIEWED,
    NO_RESPONSE,
    OFFER,
    OFFER_ACCEPTED,
    OFFER_DECLINED,
    REJECTED,
    THANKED,
    WISH,
    WITHDRAWN,
    Meaning,
)

NOT_YET = (
    r"\b(no|not|nothing|havent|haven t|didn t|nicht|noch|kein\w*|pas|aucune?|aun|todavia|sin|nog|ainda)\b[\w ]{0,40}"
    r"\b(yet|so far|noch|encore|aun|todavia|ainda|niet)\b"
    r"|\b(noch kein\w*|noch nicht|pas encore( de)?|aun (no|sin)|todavia (no|sin))\b( \w+)?"
    r"|\b(not|never|isn t|wasn t) (rejected|declined|closed)\b|\bno (rejection|news|updates?)\b|\bkeine? absage\b"
    r"|\b(no|without) interviews?\b|尚未回复|暂无结果|还没(有)?(消息|回复|结果)"
)
"""What is still open, and is struck out before anything is looked for: "no answer yet" is no "no answer"."""

_OFFER_NO = (
    r"\boffers?( was| is| letter)? (declined|rejected|refused|turned down|not accepted|denied by me)\b"
    r"|\b(declined|rejected|refused|turned down|decline)( an?| the| their| this| my| job)* offers?\b"
    r"|\bangebot\w* (abgelehnt|ausgeschlagen)|\boffres? (declinee|refusee)|\b(declinee?|refusee?) l offre"
    r"|\boferta (rechazada|declinada|recusada)|拒\w?offer|(已|我)拒(绝)?了?(offer|意向)|拒绝offer|放弃offer|offer\w{0,2}拒"
)
_NO_OFFER = (
    r"\b(no|without|lost) (the )?(job )?offers?\b|\boffers? (was )?(rescinded|revoked|withdrawn|retracted|cancelled)\b"
    r"|\b(rescinded|revoked) offer\b"
)
_WITHDRAWN = (
    r"\bwithd(r|ra|raw|rew|rawn)\w*\b|\b(i|me|myself) (have )?(declined|denied|rejected|refused|passed|turned|cancelled|decided)"
    r"|\b(declined|rejected|refused|cancelled|closed|ended|dropped) by (me|candidate|applicant|self)\b|\bself reject\w*"
    r"|\bnot interested\b|\bno longer interested\b|\b(opted|pulled|backed|dropped|drop|bowed) out\b|\bturned (it|them) down"
    r"|\b(accepted|took|taking|have) (an?)?other\b|\b(accepted|job|offer) elsewhere\b|\bnot pursu\w+|\b(abandon\w*|unapplied)\b|\bselbst abgesagt|\bzuruckge(zogen|nommen)"
    r"|\bzuruckziehen|\bretire(e|r)?\b|\bdesist\w*|\babandonn\w*|\bretirad[oa]\b|\bteruggetrokken|\britirat[oa]"
    r"|撤回|撤销|放弃|主动(拒|撤|放)|我拒|已拒(offer|意向)|\bgeri cek\w*|辞退"
)
_REJECTED = (
    r"\brej(e?c?t|ec)\w*\b|\bdenied\b|\bdenial\b|\bdeclin\w*\b|\bturned (me )?down\b|\bturn down\b|\bnot (being )?"
    r"(selected|chosen|successful|hired|moving|going|proceeding|considered|accepted|shortlisted|progress\w*|qualified|a fit"
    r"|suitable|picked|passed|advanc\w*)\b|\bunsuccessful\w*|\bfail\w*\b|\bdisqualif\w*|\beliminated\b|\bno longer "
    r"(consider\w*|in consideration|under consideration|being considered|hiring|moving|available|accepting)|\b(went|going"
    r"|go|proceed\w*|moved|chose|hired|picked|selected)( forward| ahead)?( with)? (an?)?other|\bsomeone else\b|\binternal hire|\bhired internal\w*|\bnot hiring\b|\binternal "
    r"candidate|\bdidn t (get|make|pass|move)|\bdid not (get|make|pass|move)|\bpassed (on me|over)|\bdropped\b|\bno go\b"
    r"|\bnope\b|\bregret\w*|\bunfortunately\b|\bthanks but no|\bgot a no\b|\bnegative\b|\bscreened out\b|\bnot a match"
    r"|\bposition (was |has been |is )?(filled|closed|cancel\w*|eliminated)|\b(role|job|req\w*|posting|opening) (was |has been"
    r" |is )?(filled|cancel\w*|pulled|eliminated)|\bfilled\b|\bhiring freeze\b|\b(role|job|position|posting) on hold\b"
    r"|\babsage\w*|\babgelehnt\w*|\babgesagt|\bablehnung\w*|\bnicht (ausgewahlt|genommen|berucksichtigt|erfolgreich)"
    r"|\bstelle (schon |bereits )?(besetzt|vergeben)|\bbesetzt\b|\brefus\w*|\brejet\w*|\bnegati(f|ve|vo|va)\b|\bnon retenue?s?"
    r"|\bpas retenue?|\bpourvue?\b|\becart\w+|\brechaz\w*|\bdescartad\w*|\bno (seleccionad|apt|pas|continu|super)\w*"
    r"|\bdenegad\w*|\brecusad\w*|\breprovad\w*|\bnao (selecionad|aprovad)\w*|\brifiutat\w*|\bscartat\w*|\bafgewezen|\bafwijzing"
    r"|\bolumsuz|\breddedil\w*|\bodrzucon\w*|\bodmow\w*|\bavslag\w*|\bafslag\w*|\bavslatt\b|\botkaz|отказ|拒|挂|未通过|没过|淘汰|感谢信|不合适|不匹配|未录用|流程终止|凉了?$"
    r"|不採用|お祈り|落選|不合格|見送り|불합격|탈락"
)
_SILENT = (
    r"\bghost\w*|\bno (response|reply|replies|answer|callback|call back|contact|feedback|reaction|word|communication)\b"
    r"|\b(never|not|haven t|didn t|did not|hasn t) (heard|hear|hearing|respon\w*|repl\w*|answer\w*|got(ten)? back)"
    r"|\bunresponsive|\bnon responsive|\bnon response|\bnoresponse|\bsilen(ce|t)\b|\bradio silence|\bpresumed (dead|closed|no)"
    r"|\b(assume[ds]?|considered) (dead|no)|\b(gone )?cold\b|\bdead\b|\bstale\b|\btimed out\b|\blapsed\b"
    r"|\bexpir\w*|\barchiv\w*|\bkeine? (\w+ )?(antwort|ruckmeldung|reaktion|meldung)|\bnie (geantwortet|gemeldet)"
    r"|\b(sans|pas de|aucune?) (reponse|retour|nouvelles?)|\bsin (respuesta|contestar|contestacion|noticias)"
    r"|\bno (respondi\w+|contest\w+)|\bsem (resposta|retorno)|\bnessuna risposta|\bsenza risposta|\bgeen (reactie|antwoord)"
    r"|\binget svar|\bintet svar|\bikke svar|\bbrak odpowiedzi|\bcevap yok|無回|无回|未回复|没回|没有回|不回|无消息|没消息|没有消息|石沉大海|超时|失联|音信|无音讯|没下文|返信なし"
)
_NOT_ACCEPTED = r"\b(interviews?|meeting|call|test|assessment|application|invite|invitation) accepted\b"
_ACCEPTED = (
    r"\baccepted\b|\baccept\b|\bhired\b|\bsigned\b|\bgot (the job|it|hired)\b|\bjoined\b|\bstarted (job|work)|\blanded\b"
    r"|\bzusage angenommen|\bangenommen\b|\bvertrag\b|\beingestellt\b|\bacceptee?s?\b|\bembauch\w*|\brecrutee?\b"
    r"|\baceptad[oa]|\bcontratad[oa]|\baceita?\b|\baccettat[oa]|\bassunt[oa]\b|\baangenomen|接受|签约|已签|入职|三方|内定承諾"
)
_OFFER = (
    r"\boffer(s|ed|ing)?\b|\bnegotiat\w*|\bsuccess(ful)?\b|\bzusage\w*|\bangebot\w*|\bzugesagt"
    r"|\boffre (recue|faite|d emploi recue)|\bproposition (recue|d embauche)|\boferta\w*|\bproposta\b|\baanbod|\bteklif"
    r"|offer|意向|录用|录取|\boc\b|内定|合格通知|합격|\baprovad[oa]"
)
_NO_OFFER_YET = (
    r"\b(await\w*|wait\w*|expect\w*|hop\w*|pending|verbal) (for )?(an |the )?offer\b|\boffer (pending|stage|soon)\b"
)

_THANKED = r"\bthank(s|ed)?( you)? ?(note|letter|mail|email)?s? sent\b|\bsent thank|\bthanked\b|\bbedankt\b"
_FOLLOWED = (
    r"\bfollow(ed)? ?up (sent|done|made|completed|email sent|mailed|1|2|once|twice)\b|\bfollowed ?up\b|\bsent (a )?follow ?up"
    r"|\bnachgefasst|\bnachgehakt|\berinnert\b|\brelance(e|s|es)? (envoyees?|faites?|effectuee)|\brelancee?s?\b"
    r"|\bseguimiento (hecho|enviado)|\bchased\b|已跟进|已催"
)
_FOLLOW_WANTED = (
    r"\b(to|need\w*|must|should|will|next|plan\w*) (to )?follow ?up|\bfollow ?up (need\w*|due|requir\w*|later|soon|next|on)\b"
    r"|\ba relancer|\bnachfassen\b|\bnachhaken\b|\bnachfragen\b|待跟进"
)
_FOLLOW = r"\bfollow(ing)? ?ups?\b|\bseguimiento\b|\brelances?\b|\bcheck(ed|ing)? in\b"

_PLANNED_TALK = (
    r"\b(interviews?|screen|call|gesprach\w*|entretiens?|entrevistas?|round|onsite) (is |was )?(scheduled|planned|booked"
    r"|upcoming|invit\w*|request\w*|geplant|vereinbart|prevue?|planifiee?|programad[oa]|agendad[oa]|pending|confirmed)"
    r"|\b(scheduled|upcoming|invited|invit\w+|await\w*|waiting|pending|scheduling) ?(for |to |an? |the |an )*(phone |video "
    r"|tech\w* |first |second |final |online )?(interviews?|call|screen|gesprach\w*|entretiens?|entrevistas?)\b"
    r"|\beinladung\b|\beingeladen\b|\bconvocation\b|\bconvoque?e\b|\bmulakat daveti|约面|待面|待一面|待二面|预约面"
)
_TALK = (
    r"^tech(nical)?$|^behaviou?ral$|\binterv\w*|\bintervw\w*|\binter view\w*|\bon ?sites?\b|\bsuper ?day\b|\bpanel\b|\bin person\b|\bface to face\b|\bf2f\b"
    r"|\bfinal(ist|s)?( round| stage)?$|\bfinal (round|stage|interview)|\bloop\b|\bhiring manager\b|\bmanager (round|chat)"
    r"|\b(phone|video|intro\w*|recruiter|tech\w*|hr|zoom|teams|initial|first|discovery|telephone|voice|pre|hm|hireview|ta)"
    r" ?(call|chat|screen|(?<!hr )(?<!pre )(?<!initial )screening|round|conversation|meet\w*|talk)|\bphone$|\btelephone\b|\bcalls?\b|\bscreens?\b|\bscreened\b"
    r"|\bscreening (call|round|interview)|\btech(nical)? round|\bcoffee chat|\bmet with\b|\bmeeting\b|\btrial day|\bspoke\b"
    r"|\breference(s)?( check\w*)?\b|\bbackground check|\bculture fit|\bculture round|\bcultural fit|\bshadow day|\binterviewing\b"
    r"|gesprach\w*|gespraech\w*|\btelefonat|\bkennenlern\w*|\bprobearbeit\w*|\bprobetag|\bzweitgesprach|\bassessment ?center"
    r"|\bentretiens?\b|\bentrevue|\bentrevist\w*|\bcolloqui\w*|\bsollicitatiegesprek|\bgesprek\w*|\bmulakat\w*|\bgorusme\w*"
    r"|\brozmow\w*|\bintervju\w*|\bsamtale\w*|\bjobbintervju|собесед\w*|interview|面试|面談|面谈|一面|二面|三面|四面|五面|终面|初面|复面|hr面|群面|电面|技术面|主管面|面接|면접"
)
_SENT = (
    r"\bappl(y|ied|d|icd|ide)\b|\baplied\b|\bappiled\b|\bapplyed\b|\bapplication (sent|submitted|received|complete\w*)"
    r"|\bsubmit\w*|\bsubmission\b|\bsent\b|\bemailed\b|\bmailed\b|\bbeworben\b|\bbewerbung (gesendet|abgeschickt|raus)"
    r"|\b(ab|ver|ein|aus)?ge(sendet|schickt|reicht)\b|\bversendet|\bverschickt|\babgeschickt|\beingereicht|\bangeschrieben"
    r"|\beingangsbestat\w*|\beingang bestatigt|\bpostulee?\b|\bcandidature (envoyee|transmise|deposee|spontanee)|\benvoyee?s?\b"
    r"|\btransmise?\b|\bdeposee?\b|\baplicad[oa]|\bpostulad[oa]|\benviad[oa]s?\b|\bpresentad[oa]|\bsolicitad[oa]|\binscri\w+"
    r"|\bcandidatou|\binviat[oa]|\bcandidat[oa]\b|\bverzonden|\bverstuurd|\bgesolliciteerd|\bbasvuruldu|\bgonderildi|\balindi"
    r"|\bwyslan\w*|\bansok\w*|\bansog\w*|\bsokt\b|\bskickad\b|\bsendt\b|\baplikowan\w*|отправ\w*|отклик\w*|已投|投递|已申请|申请中|已提交|已发送|投了|応募済|応募|지원완료|서류"
)
_ROUND = (
    r"\b(stage|round|phase|step|level|runde|etapa|etape|ronda|tour|fase)s? ?(one|two|three|four|five|\d|i{1,3})\b"
    r"|\b(1st|2nd|3rd|4th|first|second|third|fourth|next|\d) (round|stage|step|phase|runde|etape|etapa)\b|\br[1-5]\b"
    r"|\b(moved|moving|advanced|passed|progress\w*) (on |forward |to )?(to )?(the )?(next|second|final|further)\b"
)
_TEST = (
    r"\bassess?ments?\b|\boa\d?\b|\bonline test|\b(coding|code|technical|skills?|home|work|take home|logic|aptitude|iq) ?"
    r"(test|challenge|task|exercise|assignment|sample|exam)s?\b|\btake ?home|\bhacker ?rank|\bcodility|\bcodesignal"
    r"|\btests?\b|\bquiz\b|\bcase study|\bassignment\b|\bprueba\w*|\btechnique\b|\bprobeaufgabe|\bopdracht|笔试|测评|机试|作业|テスト"
)
_OPEN = (
    r"^application$|\b(in|under) (re)?view\b|\breview(ing|ed)?\b|\b(in )?(progress|process|processing|play)\b|\bprocess\w*|\bpend\w*"
    r"|\bwait(ing|ed)?\b|\bawait\w*|\bactive\b|\bongoing\b|\bon going\b|\bopen\b|\breceived\b|\bconfirm\w*|\backnowledg\w*"
    r"|\bviewed\b|\bseen\b|\bunder consideration|\bconsider\w*|\bin touch\b|\bcontact(ed)?\b|\bmessaged\b|\breached out"
    r"|\brefer(red|ral)\b|\bdelivered\b|\bcompleted?\b|\bdone\b|\b(cv|resume) (sent|shortlist\w*|screen\w*)|\bunder screening"
    r"|\bresume screening|\bcv screening|\bapplication screening|\brecruiter review|\beasy ?apply|\bsuccessfully"
    r"|\boffen\b|\blaufend\w*|\b(in )?bearbeitung|\bin prufung|\bwart\w+|\bausstehend|\beingegangen|\bbestatigt"
    r"|\ben (attente|cours|traitement|etude|discussion)\b|\brecue?\b|\ben (proceso|curso|revision|espera|tramite|evaluacion)"
    r"|\bpendiente\w*|\bvist[oa]\b|\bem (analise|andamento|processo|espera)|\baguardando|\bin (attesa|corso|afwachting|behandeling)"
    r"|\bislemde|\bbekle\w+|\bw trakcie|рассмотр\w*|进行中|流程中|等待|等结果|筛选|初筛|评估|处理中|排队|泡|审核|审批|已查看|被查看"
    r"|選考中|書類選考|검토|진행"
)
_WISH_STRICT = (
    r"\b(not|didn t|did not|haven t|never|yet to|un) ?(yet )?(appl(y|ied)|submit(ted)?|sent|started|begun|done)\b|\bto (be )?"
    r"(appl(y|ied)|submit(ted)?|do|send|sent|review|research|check)\b|\bapply (later|soon|by|next|today|tomorrow|now|this)\b"
    r"|\bwill apply\b|\bready to (apply|submit|send)|\b(want|need|plan|going|hope|prepar\w*|about|planning|intend|ready) to\b"
    r"|\bwish ?list\w*|\bsaved?\b|\bbook ?mark\w*|\bfavou?rites?\b|\bdraft(s|ed|ing)?\b|\bnot completed?\b|\bunfinished\b|\bto ?do\b|\bplanned\b|\bnot ?started"
    r"|\b(working|work) on\b|\bapplying\b|\bin preparation|\bpreparing\b|\bprepared\b|\btailor\w*|\bgenerated\b|\bqueued?\b"
    r"|\bbacklog\b|\bpre ?apply|\bapplication started|\bstarted application|\bincomplete\b|\bwrite (cl|cover|cv)\w*"
    r"|\b(zu |noch )bewerben|\bgeplant\b|\bgemerkt\b|\bgespeichert\b|\bmerkliste|\bvorgemerkt|\bin vorbereitung|\bentwurf"
    r"|\bvorbereit\w*|\ba (postuler|envoyer|faire|candidater)\b|\bbrouillon|\benregistree?|\bsauvegard\w*|\ben preparation"
    r"|\bpor (aplicar|enviar|postular|hacer)|\bpendiente de (enviar|aplicar|postular)|\bguardad[oa]|\bborrador|\bsalv[oa]\b"
    r"|\brascunho|\ba (enviar|candidatar)|\bda (inviare|candidare)|\bte solliciteren|\bopgeslagen|\bkaydedil\w*"
    r"|待投|未投|想投|准备投|要投|未申请|待申请|收藏|心愿|准备中|草稿|計画|応募予定|気になる"
)
_WISH_LOOSE = (
    r"\binterest(ed|ing)?\b|\bfound\b|\bnew\b|\bleads?\b|\bprospect\w*|\bidentified\b|\bdiscovered\b|\bresearch\w*"
    r"|\bpotential\b|\bmaybe\b|\bconsidering\b|\btarget\w*|\bshort list\b|\bwatch\w*|\bexplor\w*|\bidea\b|\boffen fur"
)
_CLOSED = r"\bclosed?\b|\binactive\b|\bcancel\w*|\bended\b|\bfinished\b|\bgeschlossen|\bbeendet|\bfermee?|\bcerrad[oa]|\bfinalizad[oa]|\bencerrad[oa]|\bcloturee?|已结束|已关闭|结束"
_PARKED = r"\bshortlist\w*|\bon ?hold\b|\bpaused?\b|\bwait ?list\w*|\bpipeline\b|\btalent pool|\bdeferred|\bpostponed|\bpausiert|\bin pausa|\ben pause"

STATUS_PATTERNS: tuple[tuple[str, Meaning], ...] = (
    (_OFFER_NO, OFFER_DECLINED),
    (_NO_OFFER, REJECTED),
    (_WITHDRAWN, WITHDRAWN),
    (r"\b(skipped|skip|ignored|discarded|dismissed|pulada)\b", WITHDRAWN.unsure()),
    (r"^declined?$|^已拒绝?$|^passed$|^pass$", REJECTED.unsure()),
    (_REJECTED, REJECTED),
    (_SILENT, NO_RESPONSE),
    (_WISH_STRICT, WISH),
    (_NO_OFFER_YET, OFFER.unsure()),
    (_NOT_ACCEPTED, INTERVIEWED.unsure()),
    (r"^(offer )?(accepted|hired)\b|\boffers? (was )?accepted|\baccepted (the |an |their )?offer", OFFER_ACCEPTED),
    (_ACCEPTED, OFFER_ACCEPTED),
    (_OFFER, OFFER),
    (r"\bselected\b", OFFER.unsure()),
    (_THANKED, THANKED),
    (_FOLLOWED, FOLLOWED_UP),
    (_PLANNED_TALK, INTERVIEWED.unsure()),
    (_TALK, INTERVIEWED),
    (_FOLLOW_WANTED, APPLIED.unsure()),
    (_FOLLOW, FOLLOWED_UP.unsure()),
    (_SENT, APPLIED),
    (_ROUND, INTERVIEWED),
    (_TEST, APPLIED),
    (_PARKED, APPLIED.unsure()),
    (_OPEN, APPLIED),
    (r"\bscreening\b", APPLIED.unsure()),
    (_CLOSED, REJECTED.unsure()),
    (_WISH_LOOSE, WISH.unsure()),
    (r"^(no|nein|non|nao|x|❌|否|red|n)$", REJECTED.unsure()),
)
"""Patterns and what they mean, in order."""

SYMBOLS: dict[str, Meaning] = {
    "❌": REJECTED.unsure(),
    "✗": REJECTED.unsure(),
    "👻": NO_RESPONSE.unsure(),
    "🎉": OFFER.unsure(),
    "⏳": APPLIED.unsure(),
    "✅": APPLIED.unsure(),
}
"""Drawings that stand alone in a cell."""

SPELT: list[str] = [
    "accepted",
    "applied",
    "rejected",
    "declined",
    "interview",
    "interviewed",
    "interviewing",
    "offer",
    "offered",
    "withdrawn",
    "ghosted",
    "submitted",
    "pending",
    "denied",
    "screening",
    "assessment",
    "waiting",
    "hired",
    "archived",
    "expired",
    "saved",
    "wishlist",
    "onsite",
    "scheduled",
    "absage",
    "beworben",
    "abgelehnt",
    "zusage",
    "vorstellungsgesprach",
    "eingeladen",
    "refuse",
    "envoye",
    "postule",
    "entretien",
    "acceptee",
    "rechazado",
    "entrevista",
    "aplicado",
    "enviado",
    "postulado",
    "pendiente",
]
"""Words that a misspelt status is compared with."""
