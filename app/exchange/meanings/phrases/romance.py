"""French, Spanish, Portuguese and Italian phrases for rejections, receipts and offers. See the package."""

from __future__ import annotations

from app.exchange.meanings.phrases import Language

_FRENCH_LISTS = {
    "yours": r"(votre|ta|vos|ton) (candidature\w*|profil|dossier|cv|demande)",
    "job": r"poste|offre|emploi|contrat|stage|cdi|cdd|alternance|place",
    "kept": r"retenu\w*|sélectionné\w*|retenir|poursuivre|donner (une )?suite|donner (un )?suite|accepté\w*|"
    r"aboutir?|abouti",
    "pas": r"pas|plus|ne pouvons|impossible de|pas en mesure de",
    "donner": r"donner|donnerons|donne",
    "favorable": r"favorable|positive",
    "favorable2": r"favorable|positive|à votre candidature",
    "choisi": r"choisi|retenu|préféré|choix|opté|porté|poursuivre|continuer|avancer|poursuivons",
    "correspond": r"correspond\w*|proches?|adapté\w*|retenu\w*",
    "plaisir": r"plaisir|heureux|heureuse|ravis?e?s?|enchantés?",
    "proposer": r"proposer|offrir|annoncer que ~5 retenu\w*",
    "dembauche": r"promesse d'embauche|lettre d'embauche|offre d'embauche|proposition d'embauche",
    "cijoint": r"ci-joint|en pièce jointe|à signer|joint",
    "poste": r"pour le poste|au poste",
    "recruter": r"recruter|embaucher",
    "reçu": r"reçu|réception|accusons|bien reçu|parvenue?|enregistrée?",
    "disponible": r"disponible|disponibilités|convenir|proposer|planifier|invit\w+",
    "invit": r"invit\w+|proposer|convier|rencontrer|échanger",
    "poursuivrons": r"poursuivrons|poursuivons|continuerons|retenons|retiendrons",
    "besoins": r"besoins|attentes|critères|recherche\w*|exigences",
    "choisi2": r"choisi|retenu|recruté|embauché",
    "poursuiv": r"poursuiv\w+|retien\w+|donn\w+ pas suite",
}
_FRENCH_LINES = r"""
rejection | {yours} ~6 (pas|non|plus|point) ~3 {kept} | Votre candidature n'a pas été retenue.
rejection | {pas} ~5 {kept} ~5 {yours} | Nous ne pouvons pas retenir votre candidature.
rejection | ne pas ~3 (donner suite|poursuivre|retenir|continuer) | Nous avons décidé de ne pas donner suite.
rejection | (ne|n'\w+) ~4 {donner} ~2 (pas )?(une )?suite {favorable} | Nous ne pouvons donner une suite favorable.
rejection | (pas|ne|plus) ~4 suite {favorable2} | Nous ne donnerons pas suite à votre candidature.
rejection | réponse (négative|défavorable) | Nous sommes au regret de vous donner une réponse négative.
rejection | {choisi} ~5 (d')?autres? ~1 (candidat\w*|profil\w*|personne) | Nous avons choisi un autre candidat.
rejection | d'autres (candidat\w*|profils) ~5 {correspond} | D'autres candidats correspondent mieux.
rejection | (poste|offre) ~4 (pourvue?|n'est plus|plus disponible|annulée?)(?! par) | Le poste a été pourvu.
rejection | profil ~4 (ne correspond|pas ~3 (correspond\w*|adéquation)) | Votre profil ne correspond pas au poste.
rejection | vous n'\w+ pas été ~1 (retenu|sélectionné)\w* | Vous n'avez pas été retenu.
rejection | ne vous avons pas ~1 (retenu|sélectionné)\w* | Nous ne vous avons pas retenu.
offer | {plaisir} ~3 (de )?(vous|te) {proposer} ~5 {job} | Nous sommes heureux de vous proposer le poste.
offer | {dembauche} | Vous trouverez ci-joint la promesse d'embauche.
offer | (vous|te) (proposons|offrons|propose) ~4 {job} | Nous vous proposons le poste de développeur.
offer | contrat (de travail )?~3 {cijoint} | Votre contrat de travail est en pièce jointe.
offer | {yours} ~2 (a été|est) (retenue?|acceptée?) ~2 {poste} | Votre candidature a été retenue pour le poste.
offer | (avons|ai) ~2 (choisie?|retenue?) ~3 pour (le|ce) poste | Nous vous avons retenue pour le poste.
receipt | {reçu} ~5 {yours} | Nous avons bien reçu votre candidature.
receipt | {yours} ~5 (reçue?|parvenue?|enregistrée?|transmise?|envoyée?|étudiée?) | Votre candidature est bien reçue.
receipt | (accusé de réception|confirmation de (votre )?candidature) | Accusé de réception de votre candidature
receipt | (étudier|examiner|étudions|examinons|analyser) ~4 {yours} | Nous allons étudier votre candidature.
receipt | merci ~3 (de|pour) {yours} | Merci pour votre candidature.
rejection | (ne|n'\w+) ~1 {poursuivrons} pas | Nous ne poursuivrons pas le processus.
rejection | (ne|n'\w+) (correspond|répond)\w* pas ~3 {besoins} | Cela ne correspond pas à nos besoins.
offer | (vous|te) (recruter|embaucher|engager) | Nous souhaitons vous recruter.
offer | contrat ~3 (prêt|signer|signature) | Votre contrat est prêt à être signé.
receipt | {yours} ~4 (en cours d'(étude|examen|analyse)|à l'étude) | Votre dossier est en cours d'étude.
receipt | merci ~2 (de|pour) (l'intérêt|votre intérêt) | Merci de l'intérêt que vous portez à notre société.
rejection | poste ~4 (attribuée?|confiée?|donnée?) à | Le poste a été attribué à une autre personne.
rejection | {choisi2} (un|une) ~2 (candidat\w*|personne|profil) | Nous avons recruté une personne plus expérimentée.
offer | (souhaitons|aimerions|voulons) (vous|te) (proposer|offrir) ~4 {job} | Nous souhaitons vous proposer le poste.
receipt | {yours} ~4 arrivée? | Votre candidature est bien arrivée.
rejection | (ne|n'\w+) ~2 {poursuiv} ~2 (votre|ta|pas) | Nous ne poursuivrons pas votre dossier.
rejection | {yours} n'a pas ~2 (retenue?|accepté|sélectionné)\w* | Votre profil n'a pas été retenu.
receipt | merci d'avoir postulé | Merci d'avoir postulé chez nous.
invitation | (entretien|échange|rencontre|rendez-vous) ~6 {disponible} | Un entretien : vos disponibilités ?
invitation | {invit} ~5 (entretien|rencontre|échange|appel|avec vous) | Nous vous invitons à un entretien.
invitation | (aimerions|souhait\w+|voudrions) (vous|te) (voir|rencontrer|revoir) | Nous aimerions vous voir.
invitation | quand (êtes-vous|es-tu|pouvez|peux) | Quand êtes-vous libre ?
hint1 | malheureusement|regret|désolée?s? | Malheureusement, les nouvelles ne sont pas bonnes.
hint2 | (succès|bonne (continuation|chance)|meilleure chance) | Nous vous souhaitons bonne continuation.
digest | (nouvelles offres|alerte emploi|se désabonner|désinscri\w+|code de vérification) | 5 nouvelles offres pour vous
"""
FRENCH = Language(
    "fr",
    "le la les et vous nous votre de des pour avec que pas est une un sur dans du au notre avons cette ce bonjour",
    _FRENCH_LINES,
    _FRENCH_LISTS,
    conditional=r"si|s'il|au cas où|dans le cas|lorsque|sans (réponse|retour|nouvelles)|sauf|"
    r"tant que|pourrai\w+|candidats retenus|"
    r"seuls|considér\w+ que|avant (de|que)|est-ce que",
    negated=r"pas|non|ni|jamais",
    open=r"report\w+|décal\w+|pas encore|avant (de|la|le)|déplac\w+|un autre (créneau|horaire|jour)|"
    r"(vous|tu) (ayez|avez|aies|as) (choisi|accepté|décidé|retiré)|vous retirez|télétravail|déménagement",
    offers_else=r"entretien|rendez-vous|échange|créneau|aide|accompagn\w+|réduction|webinaire|pas |ne ",
)

_SPANISH_LISTS = {
    "yours": r"(su|tu) (candidatura|solicitud|perfil|postulación|currículum|curriculum|cv|aplicación|interés)",
    "job": r"puesto|oferta|posición|empleo|contrato|vacante|plaza|trabajo|cargo",
    "cand": r"candidat\w+|perfil(es)?|persona|postulantes?|aspirantes?",
    "seguir": r"seguir|avanzar|continuar|proseguir|contar",
    "ajust": r"ajust\w+|adecuad\w+|encaj\w+|adapt\w+|mejor|más",
    "complace": r"complace|placer|encantad\w+|alegra\w*|gustaría|alegría",
    "empleo": r"de empleo|laboral|de trabajo|formal",
    "adjunt": r"adjunt\w+|firm\w+|enviamos|acept\w+",
    "revisar": r"revisar|revisaremos|revisando|evaluar|evaluaremos|estudiaremos|analizaremos|estudiando",
    "disponib": r"disponib\w+|agendar|concertar|programar|invit\w+|coordinar",
    "invit": r"invit\w+|agendar|concertar|programar|coordinar",
    "continuar": r"continuar\w*|seguir\w*|avanzar\w*|pasar\w*|pasas|continúas",
    "elegido": r"elegido|elegimos|seleccionado|escogido|contratado|contratamos",
    "segui": r"segui|avanza|continua|prosegui",
}
_SPANISH_LINES = r"""
rejection | no ~5 {seguir} ~3 (adelante|con (su|tu)|contigo|con usted) | No vamos a seguir adelante.
rejection | no ~5 (seleccionad\w+|elegid\w+|aceptad\w+|escogid\w+) | Lamentablemente no ha sido seleccionado.
rejection | {yours} ~5 no (ha|fue|será|continuará|avanzará|continúa) | Su candidatura no ha sido seleccionada.
rejection | otr[oa]s? ~1 {cand} | Hemos decidido continuar con otros candidatos.
rejection | {cand} ~3 (más|mejor|ajust\w+|encaj\w+) ~4 {ajust} | Un perfil que se ajusta mejor.
rejection | {job} ~4 (cubiert\w+|ocupad\w+|cerrad\w+|ya no) | La vacante ya ha sido cubierta.
rejection | {yours} ~4 (rechazad\w+|descartad\w+|desestimad\w+) | Su solicitud ha sido desestimada.
rejection | no ~4 (encaja|se ajusta|cumple|se adapta) | Tu perfil no encaja con lo que buscamos.
rejection | no ~3 (podemos|poder|podremos) ofrecer(te|le)? ~3 {job} | No podemos ofrecerle el puesto.
rejection | descartar ~2 {yours} | Hemos decidido descartar tu candidatura.
offer | {complace} ~3 ofrecer(te|le|les)? ~4 {job} | Nos complace ofrecerle el puesto.
rejection | no {continuar} (en|al|a la|con) | No continuarás en el proceso.
rejection | (decantad\w+|optad\w+|inclinad\w+) por (otr\w+|un|una) | Nos hemos decantado por otra persona.
offer | (contratarte|contratarle|contratarlo|contratarla) | Nos gustaría contratarte.
offer | (te|se) una a nuestro equipo|te unas a (nuestro|el) equipo | Queremos que te unas a nuestro equipo.
receipt | (confirmamos|confirmar) la recepción | Confirmamos la recepción de su solicitud.
receipt | (tu|su) inscripción ~3 (realizad\w+|correct\w+|registrad\w+) | Tu inscripción se ha realizado correctamente.
rejection | {elegido} a (otr\w+|un|una|alguien) | Hemos elegido a otra persona.
offer | (queremos|quisiéramos|nos gustaría|deseamos) ofrecer(te|le)? ~3 {job} | Queremos ofrecerte la plaza.
receipt | (nos )?ha llegado {yours} | Nos ha llegado tu candidatura.
receipt | gracias por (aplicar|tu interés|su interés|enviar\w*) | Gracias por enviarnos tus datos.
rejection | no (vamos a )?{segui}\w+ ~2 (adelante|contigo|con (su|tu)|en) | No seguiremos adelante con tu candidatura.
rejection | (puesto|plaza) (lo|la) (ocupará|cubrirá) | El puesto lo ocupará otra candidata.
offer | (te|le) ofrecemos ~4 {job} | Le ofrecemos el puesto de analista.
offer | (oferta {empleo}|carta (de )?oferta) ~5 (adjunt\w+|firm\w+|acept\w+) | La oferta laboral adjunta.
offer | {adjunt} ~5 (oferta (de empleo|laboral|de trabajo|formal)|carta (de )?oferta) | Adjuntamos la oferta formal.
offer | ha sid[oa] (seleccionad|elegid)[oa] para (el|la) ~1 ({job}) | Ha sido seleccionada para el puesto.
offer | has sid[oa] (seleccionad|elegid)[oa] para (el|la) ~1 ({job}) | Has sido elegido para el puesto.
receipt | (recibido|recibimos|recepción|recibida) ~4 {yours} | Hemos recibido su candidatura.
receipt | {yours} ~5 (recibid\w+|registrad\w+|enviad\w+|revisad\w+|entregad\w+) | Tu solicitud ha sido recibida.
receipt | {revisar} ~4 {yours} | Revisaremos tu perfil.
receipt | gracias por (postular\w*|aplicar|inscribir\w*|solicitar|{yours}|enviar\w* {yours}) | Gracias por postularte.
invitation | (entrevista|llamada|reunión) ~6 {disponib} | Una entrevista: ¿tiene disponibilidad?
invitation | {invit} ~5 (entrevista|llamada|reunión) | Nos gustaría agendar una entrevista.
invitation | (entrevistarte|entrevistarle|conocerte|conocerle|verte) | Queremos entrevistarte.
invitation | cuándo (puede|podría|te|le) | ¿Cuándo podría venir?
hint1 | lamentable\w*|lamentamos|desafortunada\w*|sentimos | Lamentablemente, no son buenas noticias.
hint2 | (éxito|suerte|mejor) ~4 (búsqueda|futuro|carrera|profesional) | Le deseamos éxito en su búsqueda.
digest | (nuevas ofertas|alerta de empleo|darse de baja|boletín|código de verificación) | 8 nuevas ofertas para ti
"""
SPANISH = Language(
    "es",
    "el la los las y de que en su tu por para con hemos nos no se una un del al gracias hola muy más",
    _SPANISH_LINES,
    _SPANISH_LISTS,
    conditional=r"si|en caso de|cuando|solo|sólo|únicamente|podría\w*|antes de|hasta que|"
    r"candidatos seleccionados|salvo|a menos que",
    negated=r"no|ni|nunca|sin",
    open=r"reprogram\w+|aplaz\w+|todavía|aún|posponer|otro (día|horario)|cambiar la|"
    r"entrevistando|antes de|seguimos|(has|hayas|haya) (aceptado|decidido|elegido|retirado)|retir(as|es) |remoto",
    offers_else=r"entrevista|reunión|llamada|ayuda|descuento|curso|no |apoyo",
)

_PORTUGUESE_LISTS = {
    "yours": r"(a )?(sua|tua|seu|teu) (candidatura|inscrição|perfil|currículo|cv|aplicação|interesse)",
    "job": r"vaga|posição|cargo|emprego|proposta|oportunidade|função|contrato|lugar",
    "cand": r"candidat\w+|perfil|perfis|pessoa|profissiona\w+",
    "seguir": r"seguir|avançar|prosseguir|continuar|dar seguimento|seguiremos|avançaremos",
    "selecionad": r"selecionad\w+|aprovad\w+|escolhid\w+|aceite|considerad\w+",
    "alinhad": r"alinhad\w+|adequad\w+|aderente\w*|ajust\w+",
    "prazer": r"prazer|felizes|feliz|satisfação|gostaríamos|alegria",
    "oferecer": r"oferecer|propor|apresentar",
    "anexo": r"anexo|assin\w+|aceit\w+",
    "trabalho": r"trabalho|emprego",
    "anexo2": r"anexo|assin\w+|segue|enviamos|aceit\w+",
    "recebid": r"recebid\w+|registad\w+|registrad\w+|enviad\w+|analisad\w+|submetid\w+",
    "candidatar": r"por se candidatar|pela sua candidatura|por ter\w* candidatado|por candidatar",
    "disponib": r"disponib\w+|agendar|marcar|convid\w+",
    "entrevista": r"entrevista|conversa|reunião|chamada",
    "continuidade": r"continuidade|seguimento|prosseguimento",
    "escolhemos": r"escolhemos|selecionámos|selecionamos|contratámos|contratamos",
}
_PORTUGUESE_LINES = r"""
rejection | não ~5 {seguir} | Não vamos avançar com a sua candidatura.
rejection | não (foi|foste|fora|ter sido|será|serás) ~3 {selecionad} | Não foi selecionado.
rejection | {yours} ~4 não (foi|será|seguirá|avançou|avançará|segue) | A sua candidatura não foi aprovada.
rejection | outr[oa]s? ~1 {cand} | Decidimos seguir com outro candidato.
rejection | {cand} ~3 (mais|melhor) ~4 {alinhad} | Escolhemos um perfil mais alinhado.
rejection | {job} ~3 (preenchid\w+|encerrad\w+|ocupad\w+|cancelad\w+) | A vaga já foi preenchida.
rejection | {yours} ~4 (rejeitad\w+|recusad\w+|excluíd\w+) | A sua candidatura foi recusada.
rejection | não ~4 (corresponde|se enquadra|atende|se encaixa) | O seu perfil não corresponde ao que procuramos.
rejection | não ~3 (podemos|poderemos) oferecer ~4 {job} | Não podemos oferecer a vaga.
offer | {prazer} ~4 (de )?(lhe )?{oferecer}(-lhe|-te)? ~5 {job} | Temos o prazer de lhe oferecer a vaga.
rejection | não ~2 (daremos|dar) ~1 {continuidade} | Não daremos continuidade à sua candidatura.
rejection | (optámos|optamos|optado) por (outr\w+|um|uma|seguir com) | Optamos por outro profissional.
rejection | não (foi|será) o? ?(escolhid|selecionad)\w+ | O seu perfil não foi o escolhido.
offer | (contratá-l[oa]|contratar-te|contratar você) | Gostaríamos de contratá-lo.
receipt | (confirmamos|confirmar) a (receção|recepção|submissão) | Confirmamos a receção da sua candidatura.
receipt | {yours} ~2 (submetid\w+|concluíd\w+) | A sua candidatura foi submetida.
rejection | {escolhemos} (um|uma|outr\w+) | Escolhemos um candidato mais experiente.
rejection | {job} (foi|ficou) (para|atribuíd\w+) | A vaga ficou para outra pessoa.
offer | lhe oferecemos ~3 {job} | É com prazer que lhe oferecemos a vaga.
receipt | {yours} ~2 (chegou|registad\w+) | A sua candidatura chegou até nós.
rejection | não (vamos )?(segui|avança|prossegui|continua)\w+ ~2 (com|no) | Não avançaremos com a sua candidatura.
rejection | {job} ~3 (foi|ficou) ~2 (para|atribuíd\w+|dad\w) | A vaga, porém, foi atribuída a outra pessoa.
offer | (oferecemos|propomos)(-lhe|-te)? ~3 {job} | Oferecemos-lhe a posição de analista.
offer | (proposta (de {trabalho}|formal)|carta (de )?(oferta|proposta)) ~5 {anexo} | Segue a carta proposta em anexo.
offer | {anexo2} ~4 (proposta (de {trabalho}|formal)|carta (de )?(oferta|proposta)) | Em anexo a proposta formal.
offer | (foi|foste) ~1 (selecionad|escolhid|aprovad)[oa] para (a|o) ({job}) | Foi selecionada para a vaga de analista.
receipt | (recebemos|recebida|receção|recepção|recebido) ~4 {yours} | Recebemos a sua candidatura.
receipt | {yours} ~5 {recebid} | A sua candidatura foi recebida.
receipt | (analisar|analisaremos|avaliar|avaliaremos|analisando|rever) ~3 {yours} | Vamos analisar o seu perfil.
receipt | obrigad[oa] {candidatar} | Obrigado por se candidatar.
invitation | (entrevista|conversa|reunião) ~6 {disponib} | Uma entrevista: qual a sua disponibilidade?
invitation | (convid\w+|agendar|marcar) ~5 {entrevista} | Gostaríamos de agendar uma entrevista.
invitation | (gost\w+|quer\w+) ~2 (falar|conversar) (consigo|contigo|com você) | Gostávamos de falar consigo.
invitation | quando (pode|podes|teria) | Quando pode vir?
hint1 | infelizmente|lamentamos|lamento | Infelizmente, não temos boas notícias.
hint2 | (sucesso|sorte|felicidades) | Desejamos sucesso na sua carreira.
digest | (novas vagas|alerta de vagas|cancelar (a )?inscrição|código de verificação) | 9 novas vagas para você
"""
PORTUGUESE = Language(
    "pt",
    "o a os as e de que em sua seu para com não uma um do da no na por foi obrigado obrigada você nos lhe",
    _PORTUGUESE_LINES,
    _PORTUGUESE_LISTS,
    conditional=r"se|caso|quando|apenas|somente|poderá\w*|antes (de|que)|até que|candidatos selecionados|a menos que",
    negated=r"não|nem|nunca|sem",
    open=r"remarcar|reagendar|adiar|ainda|outro (dia|horário)|antes de|entrevistar|remoto|"
    r"(tenha|tenhas|tens) (aceite|aceitado|decidido|escolhido)|desist",
    offers_else=r"entrevista|reunião|conversa|ajuda|desconto|curso|não |apoio",
)

_ITALIAN_LISTS = {
    "yours": r"(la )?(sua|tua|suo|tuo|vostra) (candidatura|domanda|profilo|curriculum|cv|interesse)",
    "job": r"posizione|posto|ruolo|lavoro|contratto|impiego|tirocinio|stage",
    "cand": r"candidat\w+|profil\w+|person\w+",
    "proseguire": r"proseguire|procedere|proseguiremo|procederemo|andare avanti|portare avanti",
    "selezionat": r"selezionat\w+|scelt\w+|accettat\w+|idone\w+|accolt\w+",
    "linea": r"in linea|adatt\w+|vicin\w+|rispond\w+|aderent\w+",
    "liet": r"liet\w|piacere|felic\w|entusiast\w|vorremmo",
    "assunzione": r"assunzione|impegno",
    "lavoro": r"lavoro|assunzione",
    "disponib": r"disponib\w+|fissare|organizzare|invit\w+",
    "scelto": r"scelto|selezionato|assunto|individuato",
    "proseguire2": r"proseguire|procedere|continuare",
}
_ITALIAN_LINES = r"""
rejection | non ~5 {proseguire} | Abbiamo deciso di non proseguire.
rejection | non ~3 (stat\w|risultat\w|è) ~2 {selezionat} | Non è stato selezionato.
rejection | {yours} ~4 non (è|ha|sarà|rientra|risulta|corrisponde) | La sua candidatura non è stata accolta.
rejection | altr[oiea] ~1 {cand} | Abbiamo scelto un altro candidato.
rejection | un'altra (candidata|persona) | Abbiamo scelto un'altra persona.
rejection | {cand} ~3 (più|meglio) ~4 {linea} | Abbiamo scelto un profilo più in linea.
rejection | {job} ~5 (copert\w+|assegnat\w+|chius\w+|non è più) | La posizione è stata coperta.
rejection | {yours} ~4 (rifiutat\w+|respint\w+|scartat\w+) | La sua candidatura è stata respinta.
rejection | non ~4 (corrisponde|in linea|rispecchia|soddisfa) | Il suo profilo non è in linea con la ricerca.
rejection | non ~3 (possiamo|poter\w*) offrir\w* ~4 {job} | Non possiamo offrirle la posizione.
rejection | esito (negativo|sfavorevole)|non ~3 esito positivo | La selezione ha avuto esito negativo.
offer | {liet} ~3 (di )?(offrir\w*|proporr\w*|proporle) ~5 {job} | Siamo lieti di offrirle la posizione.
rejection | non ~3 (ritenut\w+|considerat\w+|valutat\w+) ~2 (idone\w+|adatt\w+|in linea) | Non è stato ritenuto idoneo.
offer | (assumerla|assumerti|assumere lei) | Vorremmo assumerla.
offer | (offrirle|offrirti|proporle|proporti) un ~2 contratto | Siamo felici di proporle un contratto.
receipt | {yours} ~2 (inviat\w+|registrat\w+|trasmess\w+) | La sua candidatura è stata inviata.
rejection | {scelto} (un|una|un'altr\w+) ~2 (candidat\w+|person\w+|profil\w+) | Abbiamo assunto una persona esperta.
rejection | {proseguire2} con (altr\w+|un altr\w+|un'altr\w+) | Proseguiremo e vogliamo procedere con altri.
receipt | {yours} ~3 arrivat\w | La tua candidatura è arrivata!
receipt | (la|lo) (valuteremo|esamineremo) | La valuteremo nei prossimi giorni.
rejection | non (prosegui|procede|continue)\w+ ~2 (con|oltre|la) | Non proseguiremo con la sua candidatura.
offer | (le|ti) (offriamo|proponiamo) ~4 {job} | Le offriamo il ruolo di analista.
offer | (lettera di {assunzione}|(proposta|offerta) (di {lavoro}|formale)) | In allegato la lettera di assunzione.
offer | (è|sei) stat[oa] (selezionat|scelt)[oa] per (il|la) ({job}) | È stata selezionata per il ruolo.
receipt | (ricevuto|ricezione|ricevuta|pervenuta) ~4 {yours} | Abbiamo ricevuto la sua candidatura.
receipt | {yours} ~5 (ricevut\w+|pervenut\w+|registrat\w+|inviat\w+|inoltrat\w+) | La tua candidatura è stata ricevuta.
receipt | (valutare|valuteremo|esaminare|esamineremo|valutando|analizzeremo) ~4 {yours} | Valuteremo il suo profilo.
receipt | grazie per (esserti|essersi|aver inviato|{yours}|l'invio) | Grazie per esserti candidato.
invitation | (colloquio|intervista|incontro) ~6 {disponib} | Un colloquio: quando è disponibile?
invitation | (invit\w+|fissare|organizzare) ~5 (colloquio|intervista|incontro|chiamata) | Vorremmo fissare un colloquio.
invitation | (incontrarti|incontrarla|conoscerti|conoscerla) ~4 per | Vorremmo incontrarla per quella di consulente.
invitation | quando (puoi|può|potrebbe|potresti) | Quando può venire?
hint1 | purtroppo|dispiace|rammarico|spiacenti | Purtroppo non abbiamo buone notizie.
hint2 | (in bocca al lupo|auguriamo|auguri) | Le auguriamo il meglio.
digest | (nuove offerte|avviso di lavoro|annulla l'iscrizione|codice di verifica) | 6 nuove offerte per te
"""
ITALIAN = Language(
    "it",
    "il la le gli e di che in sua suo per con non una un del della abbiamo siamo grazie è al alla nostra",
    _ITALIAN_LINES,
    _ITALIAN_LISTS,
    conditional=r"se|qualora|nel caso|quando|solo|soltanto|potrebbe\w*|prima (di|che)|finché|"
    r"candidati selezionati|a meno che|in caso",
    negated=r"non|né|mai|senza",
    open=r"rimandare|spostare|posticipare|ancora|altro (giorno|orario)|prima di|incontrare|"
    r"(abbia|hai) (accettato|deciso|scelto|rifiutato)|ritiro della|da casa|trasloco",
    offers_else=r"colloquio|incontro|aiuto|sconto|corso|non |supporto",
)
