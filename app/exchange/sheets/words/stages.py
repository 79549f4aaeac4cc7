"""What a column is called that an application's coming to one stage has to itself. A table alone, in all languages."""

from __future__ import annotations

STAGES: dict[str, str] = {
    "phone screen": "phone screen|phone|phone interview|screening call|recruiter screen|recruiter call|hr screen|hr call|hr round"
    "|phone call|telephone interview|intro call|initial call|hr interview|screen|first call|recruiter interview|call with hr"
    "|telefoninterview|telefonat|entretien telephonique|entrevista telefonica|llamada|entretien rh|entrevista rrhh|video call"
    "|screening interview|phone screening|recruiter phone screen|recruiter chat|coffee chat|recruiter conversation",
    "interview": "interview|interviews|interviewed|interview date|date of interview|interview on|interview 1|interview 2|interview 3|interview 4|first interview"
    "|second interview|third interview|final interview|onsite|on site|on campus|onsite interview|final round|round 1|round 2"
    "|round 3|round 4|1st round|2nd round|3rd round|first round|second round|third round|technical interview|tech interview|tech screen"
    "|technical screen|technical|technical round|video interview|behavioral interview|behavioral|virtual onsite|final|superday"
    "|panel interview|hiring manager interview|hm interview|manager round|1st interview|2nd interview|3rd interview|got interview"
    "|interview dates|in person interview|interview s|onsite final round|final onsite|onsite loop|loop|interviewing|interview round"
    "|stage 1|stage 2|stage 3|interview time|number of interviews|total interviews|interview count|interviews count|no of interviews|of interviews|interview rounds|rounds of interviews|interview day|interview received|had interview|1st interview date|2nd interview date|team interview|hirevue"
    "|vorstellungsgesprach|gesprach|gesprach am|interview am|erstgesprach|zweitgesprach|bewerbungsgesprach|vorstellungsgesprach am"
    "|vorstellungstermin|1 gesprach|2 gesprach|kennenlerngesprach|probearbeiten|termin vorstellungsgesprach"
    "|entretien|entretiens|date entretien|date d entretien|date de l entretien|premier entretien|1er entretien|second entretien"
    "|deuxieme entretien|2eme entretien|entretien 1|entretien 2|entretien technique|entretien passe|date entretien 1"
    "|entrevista|entrevistas|fecha entrevista|fecha de entrevista|fecha de la entrevista|primera entrevista|segunda entrevista"
    "|entrevista 1|entrevista 2|entrevista tecnica|colloquio|data colloquio|data entrevista|sollicitatiegesprek|gesprek|mulakat",
    "assessment": "assessment|online assessment|oa|coding challenge|coding test|test|take home|hackerrank|technical test|oa date"
    "|code challenge|case study|technical assessment|assignment|take home test|coding assessment|assessment date|online test"
    "|test technique|prueba tecnica|prueba|test date|oa received|oa completed|challenge|code test|skills test",
    "offer": "offer|offer date|date offer|offer received|date of offer|offered|offers|got offer|date offered|offer made|job offer|zusage|angebot"
    "|zusage am|angebot am|offre|offre recue|oferta|oferta recibida|proposition",
    "accepted": "accepted|hired|offer accepted|accepted date|date accepted|offer accepted date|accepted offer|date hired|accept"
    "|acceptee|accepte|aceptado|aceptada|contratado|angenommen",
    "offer declined": "offer declined|declined offer|i declined|rejected offer|offer rejected|offer turned down",
    "rejected": "rejected|rejection|rejection date|date rejected|rejected date|date of rejection|rejected on|denied|declined"
    "|rejection received|date declined|date denied|got rejected|is rejected|rejection email|rejections|reject|rejected at"
    "|absage|absage am|abgelehnt|abgelehnt am|abgesagt|abgesagt am|absagedatum|datum absage|refus|refusee|refuse|date de refus|date refus|refus le"
    "|rechazado|rechazada|fecha de rechazo|rechazo|recusado",
    "withdrawn": "withdrawn|withdrew|date withdrawn|withdrawal date|withdrawn on|zuruckgezogen|zuruckgezogen am|desistement|retirado|i withdrew",
    "ghosted": "ghosted|no response|no reply|keine antwort|keine ruckmeldung|sans reponse|sin respuesta|is ghosted|assumed dead",
    "followed up": "followed up|followed up on|follow up sent|date followed up|followup sent|nachgefasst|nachgefasst am|nachgehakt am|relance"
    "|relance le|relancee le|relancee|follow up 1|follow up 2|1st follow up|2nd follow up|follow up email sent|follow up done",
    "thank you sent": "thank you sent|thank you note sent|thank you email sent|thanked|thanked on|thank you note|thank you email|thank you letter sent|thank you",
}
"""Words of a status -> names of columns that say, by a day or by a yes, that an application came so far."""

UNSPACED_STAGES: dict[str, str] = {
    "interview": "一面|二面|三面|四面|五面|终面|初面|复面|hr面|面试|面试时间|面试日期|一面时间|二面时间|三面时间|群面|技术面|电话面试|主管面|一次面接|二次面接|最終面接|面接|면접|1차면접|2차면접",
    "assessment": "笔试|测评|笔试时间|机试|筆記|テスト|코딩테스트|인적성",
    "offer": "offer|意向书|录用|录取|offer时间|内定|최종합격",
    "rejected": "拒信|被拒|感谢信|挂|不採用|탈락",
    "followed up": "跟进",
}
"""The same in scripts without spaces."""

PLANNED = frozenset(
    [
        "scheduled",
        "upcoming",
        "planned",
        "next",
        "requested",
        "invited",
        "invitation",
        "prep",
        "preparation",
        "questions",
        "feedback",
        "notes",
        "type",
        "format",
        "link",
        "count",
        "number",
        "total",
        "reason",
        "stage",
        "geplant",
        "prevu",
        "prevue",
        "prochain",
        "proximo",
        "pending",
        "expected",
        "score",
        "rating",
        "location",
        "with",
    ]
)
"""Words that make of a stage's column one that tells something else."""
