"""The words by which mail programs, in their languages, introduce what they quote. Data, and how it is compiled.

Everything here is matched against one line of limited length, so that no text makes a pattern slow.
"""

from __future__ import annotations

import re

_SAID = r"\b(?:wrote|writes|said)(?: (?:on|at) [^\n]{1,50}| the following| this| to [^\n]{1,60}@[^\n]{1,60})?"
_SAID_ELSEWHERE = (
    r"schrieb|schreibt|a écrit|écrit|ecrit|a ecrit|escribió|escribio|escreveu|ha scritto|scrive|schreef|geschreven|skrev|"
    r"skreiv|skrifaði|kirjoitti|pisze|napisał(?:\(a\)|a)?|napsal(?:\(a\)|a)?|napísal(?:\(a\)|a)?|пишет|"
    r"написал(?:\(а\)|а)?|написав|пише|a scris|írta|napisao|napisala|γράφει|έγραψε|yazdı|đã viết|menulis|va escriure|"
    r"ha escrit|rašė|rakstīja|kirjutas|написа|напиша"
)
_SAID_IN_CHARACTERS = r"写道|寫道|写到|さんは書きました|は書きました|のメッセージ|님이 작성|작성|כתב|כתבה|كتب|เขียน"
WROTE = re.compile(
    rf"(?:{_SAID}|(?:\b(?:{_SAID_ELSEWHERE})|{_SAID_IN_CHARACTERS})[^\n]{{0,80}})\s*[:：]\s*$", re.IGNORECASE
)
"""The end of an attribution line that says who wrote what follows."""
WROTE_BARE = re.compile(
    rf"(?:{_SAID}|(?:\b(?:{_SAID_ELSEWHERE})|{_SAID_IN_CHARACTERS})(?: [^\n]{{1,80}}@[^\n]{{1,80}})?)\s*$",
    re.IGNORECASE,
)
"""The same where the program puts no colon."""

OPENING = re.compile(
    r"^\W{0,3}(?:on|am|le|el|em|il|op|den|dne|dnia|w dniu|в|at|vào|pada|på|tarih|kl|in data|ma|ti|ke|to|pe|la|su|quoting|zitat|zitiere|"
    r"selon|quotando|em|a|om|dňa|ons|tor|fre|lør|søn|man|tir|mån|tis|lör|sön|"
    r"mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|"
    r"пн|вт|ср|чт|пт|сб|вс|\d{1,4})[\s.,:(]|^\W{0,3}(?:在|于|於|\d{4}\s?[年년/-])",
    re.IGNORECASE,
)
"""How such a line begins, where it does not begin with a name."""

QUOTING = re.compile(
    r"^\W{0,3}(?:quoting|zitat von|zitiere|citando|en réponse à|citát|citat)\b.{0,200}:\s*$", re.IGNORECASE
)

_MESSAGES = (
    r"original(?:e[nr]?|nachricht|meddelande|t)?\s+(?:message|nachricht|appointment|e-?mail|bericht|meddelelse)",
    r"original\s*message",
    r"ursprüngliche (?:nachricht|mail|e-mail)|originalnachricht|original-nachricht",
    r"message d['’]origine|message original|mail original|message initial|message transféré|message réexpédié",
    r"mensaje original|mensaje reenviado|correo original",
    r"mensagem original|mensagem encaminhada|mensagem anterior",
    r"messaggio originale|messaggio inoltrato|messaggio inviato",
    r"oorspronkelijk bericht|doorgestuurd bericht|origineel bericht",
    r"originalmeddelande|ursprungligt meddelande|vidarebefordrat meddelande",
    r"oprindelig (?:meddelelse|besked|mail)|opprinnelig melding|videresendt (?:meddelelse|melding)|original meddelelse",
    r"alkuperäinen viesti|välitetty viesti",
    r"wiadomość oryginalna|oryginalna wiadomość|treść przekazanej wiadomości|wiadomość przekazana",
    r"původní zpráva|původní e-mail|přeposlaná zpráva|pôvodná správa",
    r"исходное сообщение|пересылаемое сообщение|перенаправленное сообщение|оригінальне повідомлення",
    r"eredeti üzenet|továbbított üzenet|mesaj original|mesajul original|izvorna poruka|originalna poruka",
    r"orijinal mesaj|iletilen mesaj|özgün ileti|αρχικό μήνυμα",
    r"原始邮件|原邮件|邮件原件|轉寄郵件|转发邮件|原始郵件|原始信件|转发信息|回复的原邮件",
    r"元のメッセージ|オリジナルメッセージ|転送メッセージ|転送されたメッセージ|original message",
    r"원본 메시지|원본메일|전달된 메시지|전달된 메일",
    r"forwarded message|forwarded by|weitergeleitete nachricht|forwarded e-?mail",
    r"mensagem reencaminhada|message transmis|edelleenlähetetty viesti|przekazana wiadomość|wiadomość przesłana dalej",
    r"mesaj redirecționat|preposlaná správa|proslijeđena poruka|перенаправлене повідомлення|переслане повідомлення",
    r"i̇?letilmiş mesaj|i̇?letilen i̇?leti|メッセージを転送|전달 메시지",
    r"reply message|reply to message|antwort[- ]nachricht|antwort auf",
)
_BEGIN = (
    r"begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|début du message (?:réexpédié|transféré)|"
    r"inicio del mensaje reenviado|início da mensagem (?:encaminhada|reencaminhada)|inizio messaggio inoltrato|"
    r"begin doorgestuurd bericht|vidarebefordrat brev|start på videresendt (?:e-mail|besked|melding)|"
    r"välitetty viesti alkaa|początek przekazywanej wiadomości|začátek přeposílané zprávy|"
    r"videresendt melding|započni proslijeđenu poruku|továbbított levél kezdete|începe mesajul redirecționat|"
    r"začiatok preposlanej správy|vidarebefordrat mejl|i̇?leti başlangıcı|початок листа, що пересилається|forwarded message|"
    r"начало переадресованного (?:сообщения|письма)|下面是被转发的邮件|開始轉寄郵件|転送されたメッセージ|전달된 메시지"
)
_OF_THE_DAY = "message du|nachricht vom|mensaje del|messaggio del|mensagem de|bericht van"
SEPARATOR = re.compile(
    rf"^[>\s*]{{0,8}}(?:[-_=—–]{{2,60}}\s*(?:{'|'.join(_MESSAGES)})[^\n]{{0,80}}?[-_=—–]{{1,60}}|(?:{_BEGIN})\s*[:：]?"
    rf"|(?:{_OF_THE_DAY})\s?[:：]?\s?\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}[^\n]{{0,60}})[\s*]{{0,4}}$",
    re.IGNORECASE,
)
"""A line that says that a whole message follows."""
WROTE_BETWEEN_RULES = re.compile(
    r"^[>\s]{0,8}-{2,60}\s*\S.{0,300}\b(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef)\s*-{2,60}\s*$",
    re.IGNORECASE,
)
SHARED = re.compile(
    r"^(?P<text>.{1,300}?)(?:\s|-{2,3} ?)(?=(?:On|Am|Le|El|Il|Op|Em) (?:(?:[^\W\d]{2,12}\.?,? )?(?:\d{1,2}|[A-Z][a-z]{2,8})\b).{4,250}"
    r"\b(?:wrote|schrieb.{0,80}|a écrit|escribió|ha scritto|schreef.{0,80}|escreveu) ?:\s*$)"
)
"""Such a line behind the last words of the text, on one line with them."""
FORWARDS = re.compile(
    rf"forward|weitergeleitet|transféré|transmis|réexpédié|reenviado|encaminhada|inoltrato|doorgestuurd|vidarebefordra|videresend|"
    rf"välitetty|edelleenlähetetty|przekaz|przesłana|redirecționat|preposlan|proslijeđen|перенаправл|пересла|iletilmiş|přeposl|пересыл|переадрес|iletilen|továbbított|转发|轉寄|転送|전달|{_BEGIN}",
    re.IGNORECASE,
)
"""That it is forwarded, not answered."""

LABELS: dict[str, str] = {
    **dict.fromkeys(
        (
            "from", "von", "de", "da", "van", "från", "fra", "lähettäjä", "od", "od koho", "от", "от кого", "від",
            "from/de", "feladó", "expeditor", "de la", "de\xa0", "kimden", "gönderen", "από", "发件人", "寄件者",
            "寄件人", "發件人", "发信人", "差出人", "送信者", "보낸 사람", "보낸사람", "발신", "保낸이", "nadawca", "odesílatel",
            "remitente", "remetente", "mittente", "afzender", "expéditeur", "absender", "avsändare", "afsender",
            "avsender", "pošiljatelj", "šalje", "מאת", "من", "từ", "dari", "จาก", "reply-to", "antwort an",
            "expeditorul", "отправитель", "від кого", "saatja", "送信元",
        ),
        "from",
    ),
    **dict.fromkeys(
        (
            "message du", "nachricht vom", "mensaje del", "messaggio del", "sent", "date", "gesendet", "datum", "envoyé", "envoyé le", "enviado", "enviado el", "enviada em", "enviado em", "fecha",
            "data", "inviato", "verzonden", "skickat", "sendt", "dato", "lähetetty", "päivämäärä", "wysłano", "wysłane",
            "odesláno", "odoslané", "отправлено", "дата", "надіслано", "küldve", "dátum", "trimis", "tarih",
            "gönderilme tarihi", "gönderme tarihi", "ημερομηνία", "στάλθηκε", "发送时间", "发送日期", "日期", "寄件日期",
            "傳送時間", "時間", "时间", "发件日期", "送信日時", "日時", "日付", "보낸 날짜", "날짜", "발신일", "received", "sent at",
            "datum/uhrzeit", "poslano", "נשלח", "تاريخ", "ngày", "kuupäev", "dată", "päiväys", "tanggal", "gesendet am", "date d'envoi",
        ),
        "date",
    ),
    **dict.fromkeys(
        (
            "to", "an", "à", "a", "para", "aan", "till", "til", "vastaanottaja", "do", "komu", "кому", "címzett",
            "către", "kime", "alıcı", "προς", "收件人", "收件者", "宛先", "받는 사람", "받는사람", "수신", "za", "prima",
            "אל", "إلى", "đến", "kepada", "pour", "destinatarul", "pre", "adresat", "送信先", "saaja", "destinatario", "destinatário", "empfänger", "per", "pro",
        ),
        "to",
    ),
    **dict.fromkeys(
        (
            "cc", "kopie", "copie", "copie à", "copia", "kopia", "kopi", "kopio", "dw", "do wiadomości", "копия", "копія",
            "másolat", "másolatot kap", "kópia", "bilgi", "κοιν.", "抄送", "副本", "참조", "bcc", "cci", "cco", "kopie an", "ccn", "ud", "c.c.",
        ),
        "cc",
    ),
    **dict.fromkeys(
        (
            "subject", "betreff", "objet", "sujet", "asunto", "assunto", "oggetto", "onderwerp", "ämne", "emne", "aihe",
            "temat", "předmět", "predmet", "тема", "tárgy", "subiect", "subiectul", "naslov", "teema", "konu", "θέμα", "主题", "主旨", "主題", "件名", "标题",
            "제목", "נושא", "الموضوع", "chủ đề", "subjek", "re", "betr.", "betrifft",
        ),
        "subject",
    ),
    **dict.fromkeys(
        (
            "importance", "attachments", "priority", "wichtigkeit", "anlagen", "anhänge", "pièces jointes", "adjuntos",
            "organization", "organisation", "mailed-by", "message-id", "list-id", "newsgroups", "sensitivity", "priorität",
            "allegati", "bijlagen", "添付ファイル", "附件", "重要性", "importancia", "importanza", "importance\xa0", "when",
            "where", "required attendees", "vedhæftet",
        ),
        "other",
    ),
}  # fmt: skip
"""The names of the fields that programs write above what they quote."""
LABEL = re.compile(r"^[>\s*_|]{0,8}([^\W\d][^:：\n<>@]{0,28}?)[\s*_\xa0]{0,3}[:：][\s*_\xa0]{0,3}(.{0,400})")

MOBILE = re.compile(
    r"^[\W_]{0,4}(?:"
    r"sent (?:from|via|using|with) (?:my )?(?:\S+ ){0,5}\S+|get outlook for \S+.*|sent from outlook.*|sent on the go.*|"
    r"(?:diese|meine) (?:nachricht|e-mail|mail) wurde von .{1,60} gesendet|von mein\w{0,2} .{1,60} gesendet|"
    r"gesendet (?:von|mit|über) .{1,60}|von unterwegs gesendet|"
    r"(?:outlook für|outlook pour|outlook para|outlook per|outlook voor) .{1,40}|"
    r"(?:obtenir|obtenez|télécharger|holen sie sich|laden sie|obtener|obtén|obtenga|scarica|download) outlook .{1,40}|"
    r"envoyé (?:de(?:puis)?|à partir de|avec|par) .{1,60}|"
    r"enviad[oa] (?:desde|do|de|via|con|através de|pelo) .{1,60}|"
    r"inviat[oa] (?:da|dal|dall['’]|con|tramite) ?.{1,60}|"
    r"(?:verzonden|verstuurd) (?:vanaf|vanuit|met|via|van) .{1,60}|"
    r"skickat från .{1,60}|sendt fra .{1,60}|lähetetty .{1,60}|wysłan[eoy] z .{1,60}|odesláno z .{1,60}|odoslané z .{1,60}|"
    r"отправлено (?:с|из|от) .{1,60}|надіслано з .{1,60}|küldve .{1,60}|trimis de pe .{1,60}|poslano s .{1,60}|"
    r".{1,30} (?:cihazımdan|telefonumdan|[’']?ımdan) gönderildi.{0,10}|στάλθηκε από .{1,60}|"
    r"从我的.{1,30}(?:发送|发出).{0,5}|發自我的.{1,30}|发自我的.{1,30}|傳送自我的.{1,30}|.{1,30}から送信|나의 .{1,30}에서 보냄.{0,3}|내 .{1,30}에서 보냄.{0,3}"
    r")[.!]?\s*$",
    re.IGNORECASE,
)
"""A line that a telephone or a mail program adds below a text."""
