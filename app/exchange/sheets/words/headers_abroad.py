"""What columns of a job hunt's spreadsheet are called in other languages than English. A table alone, like `header_words`."""

from __future__ import annotations

from app.exchange.sheets.words.headers import ADDED, OTHER, PROSE, SKIPPED

WHOLE_ABROAD: dict[str, dict[str, str]] = {
    "de": {
        "company": "firma|wo|kunde|name",
        "role": "als|job|beruf|titel|was|bezeichnung",
        "status": "stand|stadium",
        "decision": "ergebnis|antwort|ruckmeldung|zusage|absage|reaktion",
        "applied_on": "datum|am|gesendet|beworben|wann|versendet",
        "url": "link|webseite|homepage|internet|anzeige",
        "location": "ort|stadt|wo|region|land|sitz",
        "source": "uber|quelle|gefunden|wie|via|plattform|portal",
        "salary": "gehalt|lohn",
        "contact": "kontakt|ansprechpartner|person",
        "contact_email": "mail|email|e mail",
        "notes": "notiz|notizen|bemerkung|bemerkungen|kommentar|kommentare|anmerkung|anmerkungen|sonstiges|infos|info",
        OTHER: "art|typ|branche|telefon|frist|monat|woche",
        SKIPPED: "passwort|kennwort|nr|nummer|lfd nr|lfdnr",
    },
    "fr": {
        "company": "societe|nom|boite|ou|organisme",
        "role": "poste|titre|intitule|offre|metier|emploi|fonction|mission|stage",
        "status": "etat|avancement|suivi|etape",
        "decision": "reponse|resultat|retour|issue",
        "applied_on": "date|envoi|envoye le|le|date d envoi",
        "url": "lien|annonce|site|site web|url",
        "location": "lieu|ville|region|pays|adresse|localisation",
        "source": "source|via|canal|plateforme|moyen|origine",
        "salary": "salaire|remuneration",
        "contact": "contact|interlocuteur|personne|recruteur|rh",
        "contact_email": "mail|email|courriel",
        "notes": "remarque|remarques|commentaire|commentaires|observations|infos|note|notes",
        OTHER: "type|secteur|relance|telephone|contrat",
        SKIPPED: "mot de passe|numero|n",
    },
    "es": {
        "company": "empresa|compania|nombre",
        "role": "puesto|cargo|titulo|oferta|vacante|trabajo|posicion|rol|empleo",
        "status": "estado|estatus|etapa|fase|situacion",
        "decision": "respuesta|resultado",
        "applied_on": "fecha|enviado|dia|aplicado",
        "url": "enlace|web|link|pagina",
        "location": "lugar|ciudad|pais|ubicacion|localidad",
        "source": "fuente|portal|canal|plataforma|origen|medio",
        "salary": "salario|sueldo",
        "contact": "contacto|reclutador|persona",
        "contact_email": "correo|email|mail",
        "notes": "notas|nota|comentarios|comentario|observaciones|detalles",
        OTHER: "tipo|modalidad|sector|telefono|seguimiento",
        SKIPPED: "contrasena|numero",
    },
    "pt": {
        "company": "empresa|nome",
        "role": "vaga|cargo|titulo|posicao|funcao",
        "status": "situacao|andamento|etapa|fase",
        "decision": "resposta|retorno|resultado",
        "applied_on": "data|enviado em",
        "url": "link|site",
        "location": "local|cidade|pais",
        "source": "fonte|plataforma|origem",
        "salary": "salario",
        "contact": "contato|recrutador",
        "notes": "observacao|observacoes|notas|obs|comentarios",
    },
    "it": {
        "company": "azienda|societa|ditta",
        "role": "posizione|ruolo|mansione|titolo",
        "status": "stato|fase",
        "decision": "esito|risposta",
        "applied_on": "data|inviata il",
        "url": "link|sito",
        "location": "luogo|citta|sede",
        "source": "fonte|canale",
        "salary": "stipendio|ral",
        "contact": "contatto|referente",
        "notes": "note|commenti",
    },
    "nl": {
        "company": "bedrijf|organisatie|werkgever",
        "role": "functie|vacature|rol",
        "status": "stand van zaken|fase",
        "decision": "reactie|resultaat|uitkomst",
        "applied_on": "datum|verstuurd",
        "url": "link|website",
        "location": "plaats|locatie|stad",
        "source": "bron|via",
        "salary": "salaris",
        "contact": "contactpersoon|contact",
        "notes": "opmerking|opmerkingen|notities",
    },
    "tr": {
        "company": "sirket|kurum|firma",
        "role": "pozisyon|konu|unvan|rol",
        "status": "durum|sonuc|asama",
        "applied_on": "tarih",
        "url": "link|baglanti",
        "location": "konum|sehir|yer",
        "notes": "not|notlar|aciklama",
    },
    "sv": {
        "company": "foretag|bolag",
        "role": "tjanst|roll|befattning|titel",
        "decision": "svar|resultat",
        "applied_on": "datum|ansokt|sokt",
        "location": "ort|stad|plats",
        "notes": "anteckningar|kommentar|ovrigt",
    },
    "da": {
        "company": "virksomhed|firma|bedrift|selskab",
        "role": "stilling|titel|jobtitel",
        "decision": "svar|resultat",
        "applied_on": "dato|ansogt|sokt|sendt",
        "location": "sted|by",
        "notes": "noter|bemaerkninger|kommentar|notater",
    },
    "pl": {
        "company": "firma|pracodawca",
        "role": "stanowisko|pozycja|oferta",
        "status": "stan|etap",
        "decision": "odpowiedz|wynik",
        "applied_on": "data|wyslano",
        "location": "miasto|lokalizacja|miejsce",
        "notes": "uwagi|notatki|komentarz",
    },
}
"""Language -> field -> names that have to be the whole header."""

PART_ABROAD: dict[str, dict[str, str]] = {
    "de": {
        "company": "firma|unternehmen|arbeitgeber|firmenname|betrieb|unternehmensname|name der firma|name des unternehmens"
        "|firma unternehmen|organisation|institution|name firma|firmen",
        "role": "stelle|position|stellenbezeichnung|jobtitel|stellentitel|berufsbezeichnung|rolle|stellenname|job titel"
        "|bewerbung als|ausgeschriebene stelle|tatigkeit|funktion|stellenangebot|ausbildungsberuf|beworben als|jobbezeichnung",
        "status": "status|bewerbungsstatus|aktueller stand|aktueller status|bearbeitungsstand|stand der bewerbung|phase"
        "|status der bewerbung",
        "decision": "ergebnis|ausgang|zu oder absage|zusage absage|zusage oder absage|absage zusage|entscheidung",
        "applied_on": "beworben am|bewerbungsdatum|datum der bewerbung|bewerbung vom|bewerbung am|abgeschickt am|gesendet am"
        "|versandt am|verschickt am|bewerbung gesendet|datum bewerbung|eingereicht am|versanddatum|versendet am"
        "|bewerbung verschickt|bewerbung abgeschickt|bewerbungseingang|bewerbung eingang|beworben|bewerbung gesendet am",
        ADDED: "angelegt am|erstellt am|hinzugefugt am|gefunden am|erfasst am|eingetragen am",
        "url": "link zur stelle|stellenlink|stellenanzeige|link zur anzeige|anzeigenlink|url|webseite der stelle|link stellenanzeige"
        "|joblink|job link",
        "location": "ort|standort|arbeitsort|stadt|einsatzort|plz ort|dienstort",
        "source": "quelle|gefunden uber|gefunden auf|portal|plattform|jobborse|bewerbungsweg|beworben uber|uber welche plattform"
        "|kanal|bewerbungsart|fundort|jobportal",
        "salary": "gehalt|gehaltsvorstellung|gehaltswunsch|gehaltsspanne|wunschgehalt|jahresgehalt|bezahlung|vergutung",
        "priority": "prioritat|wichtigkeit|prio",
        "contact": "ansprechpartner|ansprechpartnerin|kontaktperson|kontakt person|personaler|ansprechperson|name ansprechpartner",
        "contact_email": "e mail adresse|mailadresse|email adresse|kontakt e mail|kontakt email|kontakt mail|mail ansprechpartner",
        "reply_by": "antwort bis|ruckmeldung bis|entscheidung bis|antwort erwartet",
        "notes": "notizen|bemerkung|bemerkungen|anmerkung|anmerkungen|kommentar|weitere infos|weitere informationen",
        OTHER: "absage grund|grund|absagegrund|bewerbungsfrist|frist|nachgefasst am datum|nachfassen am|wiedervorlage|nachste schritte"
        "|nachster schritt|eintrittsdatum|antrittsdatum|telefonnummer|telefon|kategorie|branche|nachweis|nachweis eingang|monat"
        "|ruckmeldung am|antwort am|unterlagen|arbeitszeit|anschreiben|lebenslauf|adresse|strasse|plz|referenznummer|kennziffer"
        "|firmenwebsite|website der firma|firma website|unternehmensgrosse|vertragsart|arbeitsmodell|kundigungsfrist",
        SKIPPED: "zuletzt geandert|geandert am|letzte anderung|aktualisiert am",
        PROSE: "stellenbeschreibung|beschreibung|aufgaben|anforderungen",
    },
    "fr": {
        "company": "entreprise|societe|nom de l entreprise|nom entreprise|nom de la societe|employeur|nom societe|etablissement"
        "|organisation|entreprises",
        "role": "poste|intitule du poste|intitule|titre du poste|poste vise|nom du poste|intitule de l offre|offre d emploi"
        "|titre de l offre|intitule poste|poste recherche|type de poste vise|fonction|poste propose|nom de l offre",
        "status": "statut|etat|statut de la candidature|etat de la candidature|statut candidature|avancement|etape actuelle|etape",
        "decision": "resultat|decision|reponse de l entreprise|issue|reponse finale|reponse entreprise",
        "applied_on": "date de candidature|date candidature|date d envoi|date envoi|postule le|date de postulation|envoye le"
        "|candidature envoyee le|date d envoi de la candidature|date d envoi cv|date postulation|date de l envoi|candidature le"
        "|date de depot|date depot|candidature envoyee",
        ADDED: "ajoute le|date d ajout|cree le|date de creation|date creation",
        "url": "lien|lien de l offre|lien offre|lien de l annonce|lien vers l offre|url de l offre|url offre|lien annonce"
        "|lien du poste|lien candidature|lien vers l annonce",
        "location": "lieu|ville|localisation|lieu de travail|localite|lieu du poste",
        "source": "plateforme|canal|site d emploi|moyen de candidature|origine de l offre|trouve sur|provenance|site de l offre"
        "|source de l offre|mode de candidature|type de candidature",
        "salary": "salaire|remuneration|fourchette de salaire|salaire propose|pretention salariale|pretentions",
        "priority": "priorite|interet",
        "contact": "interlocuteur|nom du contact|personne a contacter|nom du recruteur|recruteur|nom contact|personne contact",
        "contact_email": "adresse mail|mail du contact|email du contact|courriel|mail contact|adresse email|email contact",
        "reply_by": "reponse attendue|reponse avant le|reponse attendue le",
        "notes": "commentaire|commentaires|remarques|remarque|observations|notes perso",
        OTHER: "date de relance|date relance|relance prevue|prochaine relance|prochaine etape|date limite|type de contrat|contrat"
        "|secteur|secteur d activite|date de reponse|date reponse|telephone|motif|motif de refus|date de publication|duree"
        "|taille de l entreprise|site de l entreprise|site entreprise|site web entreprise|adresse|lettre de motivation|cv envoye"
        "|date de debut|type de poste|teletravail|mois|action|a faire",
        SKIPPED: "derniere modification|modifie le|mis a jour|date de mise a jour|derniere mise a jour",
        PROSE: "description|description du poste|missions|competences|fichier pdf",
    },
    "es": {
        "company": "empresa|compania|nombre de la empresa|nombre empresa|empleador|organizacion",
        "role": "puesto|cargo|vacante|posicion|puesto de trabajo|nombre del puesto|titulo del puesto|oferta de trabajo|rol"
        "|nombre de la oferta|titulo de la oferta|perfil|puesto solicitado",
        "status": "estado|estatus|estado de la solicitud|estado actual|estado de la candidatura|etapa|fase|estado postulacion"
        "|estado del proceso|etapa actual",
        "decision": "resultado|respuesta de la empresa|decision|resultado final",
        "applied_on": "fecha de aplicacion|fecha aplicacion|fecha de postulacion|fecha postulacion|fecha de solicitud"
        "|fecha solicitud|fecha de envio|fecha envio|fecha de inscripcion|fecha candidatura|fecha de candidatura|fecha de aplicado"
        "|enviado el|aplicado el|fecha en que aplique|fecha aplicado|fecha de la solicitud|fecha inscripcion",
        ADDED: "fecha de creacion|agregado el|fecha de alta|fecha de registro",
        "url": "enlace|enlace de la oferta|enlace oferta|url de la oferta|link de la oferta|link oferta|enlace a la oferta"
        "|link de la vacante|link vacante|link de postulacion",
        "location": "ubicacion|ciudad|lugar|localidad|lugar de trabajo",
        "source": "fuente|portal de empleo|canal|plataforma|medio|donde aplique|via de aplicacion|bolsa de trabajo",
        "salary": "salario|sueldo|rango salarial|salario ofrecido|pretension salarial|remuneracion",
        "priority": "prioridad|interes",
        "contact": "contacto|persona de contacto|nombre del contacto|reclutador|reclutadora|nombre contacto",
        "contact_email": "correo electronico|correo de contacto|email de contacto|correo contacto|correo",
        "reply_by": "respuesta antes de|respuesta esperada",
        "notes": "notas|comentarios|observaciones|observacion|notas adicionales",
        OTHER: "fecha de seguimiento|fecha seguimiento|proximo paso|proximos pasos|fecha limite|tipo de contrato|modalidad"
        "|telefono|fecha de respuesta|fecha respuesta|tipo de empleo|fecha de publicacion|sector|tipo de trabajo|seguimiento"
        "|motivo|pagina web de la empresa|web empresa|sitio web|tecnologias|proxima accion|dias",
        SKIPPED: "ultima actualizacion|fecha de actualizacion|actualizado",
        PROSE: "descripcion|descripcion del puesto|requisitos|habilidades",
    },
    "pt": {
        "company": "empresa|nome da empresa|companhia",
        "role": "vaga|cargo|titulo da vaga|nome da vaga|posicao",
        "status": "situacao|status da candidatura|etapa atual|etapa",
        "decision": "resultado|retorno da empresa",
        "applied_on": "data de candidatura|data da candidatura|data candidatura|data de inscricao|data de aplicacao"
        "|data da inscricao|data de envio|data aplicacao|data envio|data da aplicacao",
        "url": "link da vaga|link vaga|url da vaga",
        "location": "localizacao|cidade|local de trabalho",
        "source": "plataforma|origem da vaga|site da vaga",
        "salary": "salario|faixa salarial|remuneracao|pretensao salarial",
        "contact": "recrutador|recrutadora|contato",
        "notes": "observacoes|anotacoes|comentarios|observacao",
        OTHER: "modalidade|tipo de vaga|proximo passo|data limite|data de retorno|data de resposta|regime|nivel|senioridade",
        SKIPPED: "ultima atualizacao|atualizado em",
        PROSE: "descricao|descricao da vaga",
    },
    "it": {
        "company": "azienda|nome azienda|societa|datore di lavoro",
        "role": "posizione|ruolo|posizione lavorativa|titolo posizione|nome posizione",
        "status": "stato|stato candidatura|stato della candidatura",
        "decision": "esito|risultato|risposta azienda",
        "applied_on": "data candidatura|data di candidatura|data invio|data di invio|candidatura inviata|data invio candidatura"
        "|data della candidatura",
        "url": "link annuncio|link offerta|annuncio|link all annuncio",
        "location": "citta|sede|luogo|luogo di lavoro|sede di lavoro",
        "source": "fonte|canale|piattaforma|portale",
        "salary": "stipendio|retribuzione",
        "contact": "referente|contatto",
        "notes": "commenti|annotazioni|osservazioni",
        OTHER: "data risposta|tipo contratto|settore|prossimo passo|data colloquio prevista|scadenza",
    },
    "nl": {
        "company": "bedrijf|bedrijfsnaam|werkgever|organisatie|naam bedrijf",
        "role": "functie|functietitel|vacature|functienaam",
        "status": "status sollicitatie|stand van zaken",
        "decision": "uitslag|uitkomst|resultaat",
        "applied_on": "datum sollicitatie|sollicitatiedatum|gesolliciteerd op|verstuurd op|datum verstuurd|datum gesolliciteerd",
        "url": "vacaturelink|link vacature|link naar vacature",
        "location": "locatie|plaats|standplaats",
        "source": "bron|gevonden via|gevonden op",
        "salary": "salaris|salarisindicatie",
        "contact": "contactpersoon",
        "notes": "opmerkingen|opmerking|notities",
        OTHER: "deadline|sector|reactie op|volgende stap",
    },
    "tr": {
        "company": "sirket|sirket adi|kurum|firma adi",
        "role": "pozisyon|is unvani|basvurulan pozisyon",
        "status": "durum|basvuru durumu|asama",
        "decision": "sonuc",
        "applied_on": "basvuru tarihi|tarih",
        "url": "ilan linki|ilan",
        "location": "konum|sehir|lokasyon",
        "notes": "notlar|aciklama",
    },
    "sv": {
        "company": "foretag|foretagsnamn|arbetsgivare",
        "role": "tjanst|befattning|jobbtitel",
        "applied_on": "ansokt datum|ansokningsdatum|datum ansokt|sokt datum|ansokan skickad",
        "location": "arbetsort",
    },
    "da": {
        "company": "virksomhed|arbejdsgiver|arbeidsgiver|selskap",
        "role": "stilling|jobtitel|stillingstittel",
        "applied_on": "ansogningsdato|dato ansogt|soknadsdato|dato sokt|ansogt dato|sendt dato",
    },
    "pl": {
        "company": "nazwa firmy|pracodawca",
        "role": "stanowisko|nazwa stanowiska",
        "applied_on": "data aplikacji|data wyslania|data aplikowania|data zgloszenia",
        "location": "lokalizacja",
    },
}
"""Language -> field -> names that may stand inside a longer header."""
