"""The words by which mail programs, in their languages, introduce what they quote. Data, and how it is compiled.

Everything here is matched against one line of limited length, so that no text makes a pattern slow.
"""

from __future__ import annotations

import re

_SAID = r"\b(?:wrote|writes|said)(?: (?:on|at) [^\n]{1,50}| the following| this| to [^\n]{1,60}@[^\n]{1,60})?"
_SAID_ELSEWHERE_WORDS = (
    r"schrieb",
    r"schreibt",
    r"a écrit",
    r"écrit",
    r"ecrit",
    r"a ecrit",
    r"escribió",
    r"escribio",
    r"escreveu",
    r"ha scritto",
    r"scrive",
    r"schreef",
    r"geschreven",
    r"skrev",
    r"skreiv",
    r"skrifaði",
    r"kirjoitti",
    r"pisze",
    r"napisał(?:\(a\)|a)?",
    r"napsal(?:\(a\)|a)?",
    r"napísal(?:\(a\)|a)?",
    r"пишет",
    r"написал(?:\(а\)|а)?",
    r"написав",
    r"пише",
    r"a scris",
    r"írta",
    r"napisao",
    r"napisala",
    r"γράφει",
    r"έγραψε",
    r"yazdı",
    r"đã viết",
    r"menulis",
    r"va escriure",
    r"ha escrit",
    r"rašė",
    r"rakstīja",
    r"kirjutas",
    r"написа",
    r"напиша",
)
_SAID_ELSEWHERE = "|".join(_SAID_ELSEWHERE_WORDS)
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

_OPENING_WORDS = (
    r"on",
    r"am",
    r"le",
    r"el",
    r"em",
    r"il",
    r"op",
    r"den",
    r"dne",
    r"dnia",
    r"w dniu",
    r"в",
    r"at",
    r"vào",
    r"pada",
    r"på",
    r"tarih",
    r"kl",
    r"in data",
    r"ma",
    r"ti",
    r"ke",
    r"to",
    r"pe",
    r"la",
    r"su",
    r"quoting",
    r"zitat",
    r"zitiere",
    r"selon",
    r"quotando",
    r"em",
    r"a",
    r"om",
    r"dňa",
    r"ons",
    r"tor",
    r"fre",
    r"lør",
    r"søn",
    r"man",
    r"tir",
    r"mån",
    r"tis",
    r"lör",
    r"sön",
    r"mon",
    r"tue",
    r"wed",
    r"thu",
    r"fri",
    r"sat",
    r"sun",
    r"mo",
    r"di",
    r"mi",
    r"do",
    r"fr",
    r"sa",
    r"so",
    r"lun",
    r"mar",
    r"mer",
    r"jeu",
    r"ven",
    r"sam",
    r"dim",
    r"пн",
    r"вт",
    r"ср",
    r"чт",
    r"пт",
    r"сб",
    r"вс",
    r"\d{1,4}",
)
OPENING = re.compile(
    r"^\W{0,3}(?:" + "|".join(_OPENING_WORDS) + r")[\s.,:(]|^\W{0,3}(?:在|于|於|\d{4}\s?[年년/-])", re.IGNORECASE
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
_BEGIN_WORDS = (
    r"begin forwarded message",
    r"anfang der weitergeleiteten (?:nachricht|e-mail)",
    r"début du message (?:réexpédié|transféré)",
    r"inicio del mensaje reenviado",
    r"início da mensagem (?:encaminhada|reencaminhada)",
    r"inizio messaggio inoltrato",
    r"begin doorgestuurd bericht",
    r"vidarebefordrat brev",
    r"start på videresendt (?:e-mail|besked|melding)",
    r"välitetty viesti alkaa",
    r"początek przekazywanej wiadomości",
    r"začátek přeposílané zprávy",
    r"videresendt melding",
    r"započni proslijeđenu poruku",
    r"továbbított levél kezdete",
    r"începe mesajul redirecționat",
    r"začiatok preposlanej správy",
    r"vidarebefordrat mejl",
    r"i̇?leti başlangıcı",
    r"початок листа, що пересилається",
    r"forwarded message",
    r"начало переадресованного (?:сообщения|письма)",
    r"下面是被转发的邮件",
    r"開始轉寄郵件",
    r"転送されたメッセージ",
    r"전달된 메시지",
)
_BEGIN = "|".join(_BEGIN_WORDS)
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
    r"^(?P<text>.{1,300}?)(?:\s|-{2,3} ?)(?=(?:On|Am|Le|El|Il|Op|Em) "
    r"(?:(?:[^\W\d]{2,12}\.?,? )?(?:\d{1,2}|[A-Z][a-z]{2,8})\b).{4,250}"
    r"\b(?:wrote|schrieb.{0,80}|a écrit|escribió|ha scritto|schreef.{0,80}|escreveu) ?:\s*$)"
)
"""Such a line behind the last words of the text, on one line with them."""
FORWARDS = re.compile(
    rf"forward|weitergeleitet|transféré|transmis|réexpédié|reenviado|encaminhada|inoltrato|doorgestuurd|"
    rf"vidarebefordra|videresend|"
    rf"välitetty|edelleenlähetetty|przekaz|przesłana|redirecționat|preposlan|proslijeđen|"
    rf"перенаправл|пересла|iletilmiş|přeposl|пересыл|"
    rf"переадрес|iletilen|továbbított|转发|轉寄|転送|전달|{_BEGIN}",
    re.IGNORECASE,
)
"""That it is forwarded, not answered."""

LABEL = re.compile(r"^[>\s*_|]{0,8}([^\W\d][^:：\n<>@]{0,28}?)[\s*_\xa0]{0,3}[:：][\s*_\xa0]{0,3}(.{0,400})")

_MOBILE_WORDS = (
    r"sent (?:from|via|using|with) (?:my )?(?:\S+ ){0,5}\S+",
    r"get outlook for \S+.*",
    r"sent from outlook.*",
    r"sent on the go.*",
    r"(?:diese|meine) (?:nachricht|e-mail|mail) wurde von .{1,60} gesendet",
    r"von mein\w{0,2} .{1,60} gesendet",
    r"gesendet (?:von|mit|über) .{1,60}",
    r"von unterwegs gesendet",
    r"(?:outlook für|outlook pour|outlook para|outlook per|outlook voor) .{1,40}",
    r"(?:obtenir|obtenez|télécharger|holen sie sich|laden sie|obtener|obtén|obtenga|scarica|download) outlook .{1,40}",
    r"envoyé (?:de(?:puis)?|à partir de|avec|par) .{1,60}",
    r"enviad[oa] (?:desde|do|de|via|con|através de|pelo) .{1,60}",
    r"inviat[oa] (?:da|dal|dall['’]|con|tramite) ?.{1,60}",
    r"(?:verzonden|verstuurd) (?:vanaf|vanuit|met|via|van) .{1,60}",
    r"skickat från .{1,60}",
    r"sendt fra .{1,60}",
    r"lähetetty .{1,60}",
    r"wysłan[eoy] z .{1,60}",
    r"odesláno z .{1,60}",
    r"odoslané z .{1,60}",
    r"отправлено (?:с|из|от) .{1,60}",
    r"надіслано з .{1,60}",
    r"küldve .{1,60}",
    r"trimis de pe .{1,60}",
    r"poslano s .{1,60}",
    r".{1,30} (?:cihazımdan|telefonumdan|[’']?ımdan) gönderildi.{0,10}",
    r"στάλθηκε από .{1,60}",
    r"从我的.{1,30}(?:发送|发出).{0,5}",
    r"發自我的.{1,30}",
    r"发自我的.{1,30}",
    r"傳送自我的.{1,30}",
    r".{1,30}から送信",
    r"나의 .{1,30}에서 보냄.{0,3}",
    r"내 .{1,30}에서 보냄.{0,3}",
)
MOBILE = re.compile(r"^[\W_]{0,4}(?:" + "|".join(_MOBILE_WORDS) + r")[.!]?\s*$", re.IGNORECASE)
"""A line that a telephone or a mail program adds below a text."""
