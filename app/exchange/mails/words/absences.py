"""The words by which absences are told, in their languages. Data, matched against texts of limited length."""

from __future__ import annotations

import re

SUBJECT = re.compile(
    r"^(?:\[[^\]]{0,40}\]\s*)?(?:auto(?:matic|mated|matisch\w*)?[- ]?(?:reply|response|antwort|antwoord|replied|svar)|autorespond\w*|autosvar|"
    r"out[- ]of[- ](?:the )?office(?: auto\w*)?(?: reply| response)?|ooo|abwesenheit(?:snotiz|sassistent|smeldung|sbenachrichtigung)?|"
    r"abwesend|nicht im büro|automatische (?:antwort|reply)|"
    r"réponse automatique|message d['’]absence|absence du bureau|absent du bureau|notification d['’]absence|"
    r"respuesta automática|fuera de (?:la )?oficina|ausente|resposta automática|fora do escritório|"
    r"risposta automatica|fuori (?:sede|ufficio)|automatisch antwoord|afwezig(?:heid\w*)?|automatiskt svar|frånvaro\w*|"
    r"fravær\w*|automaattinen vastaus|poissa|odpowiedź automatyczna|autoodpowiedź|automatická odpověď|"
    r"автоответ|автоматический ответ|自动回复|自動回覆|自動返信|不在通知|자동 회신|부재중|otomatik yanıt|vacation(?: reply| notice)?|"
    r"away from my (?:mail|desk))",
    re.IGNORECASE,
)
PREFIXED = re.compile(r"\s{0,3}[:：\-–—]|\s*$|\s+(?:from|re:|aw:)", re.IGNORECASE)
AWAY = re.compile(
    r"out of (?:the )?office|away from (?:the office|my (?:desk|mail))|on (?:annual |parental |maternity |sick )?leave|on vacation|on holiday|"
    r"limited access to (?:my )?e-?mail|automatic(?:ally)? (?:reply|generated)|auto-?reply|"
    r"nicht (?:im büro|im haus|erreichbar)|abwesend|im urlaub|automatische antwort|absent|en congé|en vacances|réponse automatique|"
    r"fuera de la oficina|de vacaciones|ausente|respuesta automática",
    re.IGNORECASE,
)
MONTHS = {
    "january": "januar jänner janvier enero januari gennaio janeiro",
    "february": "februar feber février fevrier febrero februari febbraio fevereiro",
    "march": "märz maerz mars marzo maart março",
    "april": "avril abril aprile",
    "may": "mai mayo mei maggio maio",
    "june": "juni juin junio giugno junho",
    "july": "juli juillet julio luglio julho",
    "august": "août aout agosto augustus",
    "september": "septembre septiembre setiembre settembre setembro",
    "october": "oktober octobre octubre ottobre outubro",
    "november": "novembre noviembre novembro",
    "december": "dezember décembre decembre diciembre dicembre dezembro",
    "monday": "montag lundi lunes maandag lunedì",
    "tuesday": "dienstag mardi martes dinsdag martedì",
    "wednesday": "mittwoch mercredi miércoles miercoles woensdag mercoledì",
    "thursday": "donnerstag jeudi jueves donderdag giovedì",
    "friday": "freitag vendredi viernes vrijdag venerdì",
    "saturday": "samstag sonnabend samedi sábado sabado zaterdag sabato",
    "sunday": "sonntag dimanche domingo zondag domenica",
    "tomorrow": "morgen demain mañana",
    "today": "heute aujourd'hui hoy",
}
ENGLISH = {word: english for english, words in MONTHS.items() for word in words.split()}
FILLER = frozenset(("den", "dem", "der", "le", "du", "au", "el", "del", "de", "am", "of", "the", "día", "dia", "um", "al", "einschließlich"))  # fmt: skip
AFTER = re.compile(
    r"\b(?:until|till|through|thru|up to and including|to and including|bis(?: zum| einschließlich| inklusive| inkl\.?| einschl\.?)*|"
    r"jusqu['’](?:au|à)|hasta(?: el)?|tot(?: en met)?|t/m|fino al|até)\s+",
    re.IGNORECASE,
)
"""The last day away follows: they are back on the next."""
RANGE = re.compile(
    r"\b(?:from|vom|von|between|du|del|desde(?: el)?|dal)\s[^\n.!?]{3,40}?\s(?:to|through|thru|until|and|bis(?: zum)?|au|al|hasta(?: el)?|–|-)\s+",
    re.IGNORECASE,
)
BACK = re.compile(
    r"\b(?:(?:be |am |are |is )?back(?: in (?:the )?office| at work| at my desk| online)?(?: again)?(?: on| from| by)?|"
    r"(?:will )?return(?:ing|s)?(?: to (?:the office|work|my desk))?(?: again)?(?: on| by| from)?|"
    r"available (?:again )?(?:on|from|as of)|(?:respond|reply|answer)[^\n.!?]{0,60}? (?:when i return|upon my return|after)(?: on)?|"
    r"(?:wieder|erst)(?: wieder)? (?:ab|am|ab dem)|ab(?: dem)?(?= [^\n.!?]{2,40} (?:wieder|bin ich|stehe ich|zurück))|zurück (?:am|ab)|"
    r"(?:bin|werde)(?: ich)? (?:ab|am)(?: dem)?|"
    r"(?:de )?retour (?:au bureau )?(?:le|à partir du|dès le)|reviens (?:le|au bureau le)|(?:serai|suis)(?: de nouveau)? (?:disponible|joignable|au bureau) (?:à partir du|dès le|le)|"
    r"(?:vuelvo|regreso|regresaré|volveré|vuelta|estaré de vuelta|reincorporo|disponible)(?: a la oficina)?(?: de nuevo)? (?:el|a partir del|desde el))\s+",
    re.IGNORECASE,
)
"""The day on which they are back follows."""
