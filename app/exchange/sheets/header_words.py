"""What columns are called: names in English, German, French, Spanish and Chinese, a field each. Tables alone.

Names are compared as `plain` leaves them: lower case, no accents, no punctuation. The first of a field's names fit best.
"""

from __future__ import annotations

from app.etiquette.records import OutcomeKind
from app.etiquette.stages import Stage
from app.exchange.sheets.status_words import plain

_NAMES: dict[str, str] = {
    "company": """company; company name; employer; companyname; organization; organisation; organization name; org;
        name of company; hiring company; company organization; firm; business; employer name; company applied to; target company;
        firma; unternehmen; arbeitgeber; firmenname; firma unternehmen; unternehmensname; betrieb; entreprise; societe;
        nom de l entreprise; nom entreprise; employeur; empresa; compania; nombre de la empresa; nombre empresa; empleador;
        azienda; bedrijf; empresa nome; 公司; 公司名称; 公司名; 企业; 企业名称; 单位; 单位名称; 会社; 会社名; 企業; 企業名""",
    "role": """role; position; job title; title; job role; position title; role title; job position; position name;
        position applied for; position applied; applied position; job; vacancy; designation; opening; job name; posting title;
        role name; role position; position role; job titles; title role; role applied for; internship; program; job opening;
        stelle; stellenbezeichnung; jobtitel; position stelle; stellentitel; rolle; tatigkeit; beruf; berufsbezeichnung; bewerbung als;
        stellenangebot; poste; intitule du poste; intitule poste; intitule; poste vise; fonction; metier; titre du poste; offre; titre;
        puesto; cargo; vacante; posicion; titulo; rol; titulo del puesto; nombre del puesto; oferta; posizione; ruolo; functie; vaga;
        职位; 岗位; 职位名称; 岗位名称; 应聘职位; 应聘岗位; 投递岗位; 投递职位; 职务; 職種; ポジション; 求人""",
    "status": """status; application status; current status; job status; stage; current stage; state; phase; progress;
        application stage; status of application; pipeline stage; list; status stage; stage status; app status; where i am;
        bewerbungsstatus; stand; aktueller stand; bearbeitungsstand; stand der bewerbung; zustand; statut; etat; avancement;
        statut candidature; statut de la candidature; etat candidature; etape; estado; estatus; situacion; etapa; fase;
        estado de la solicitud; estado de la candidatura; stato; situacao; 状态; 进度; 当前状态; 投递状态; 应聘状态; 申请状态; 面试进度; 目前进度; 阶段;
        当前进度; 投递进度; 流程; ステータス; 選考状況; 状況""",
    "decision": """decision; outcome; result; final result; final decision; final outcome; results; final status; verdict;
        ergebnis; entscheidung; resultat; decision finale; issue; resultado; decision final; 结果; 最终结果; 投递结果; 面试结果; 結果""",
    "answered": """response; reply; answer; heard back; response received; responded; got response; got reply; any response; response type;
        company response; response status; replied; antwort; ruckmeldung; reaktion; antwort erhalten; reponse; reponse recue; retour;
        respuesta; contestacion; 反馈; 回复; 是否回复""",
    "applied_on": """date applied; applied date; application date; applied on; date of application; date submitted; submission date;
        submitted on; applied at; date sent; sent date; sent on; apply date; applied; submitted; submitted date; date application; day applied; app date;
        application submitted; application submission date; applied when; when applied; date applied on; date; sent; applying date;
        bewerbungsdatum; beworben am; datum der bewerbung; bewerbung am; bewerbung vom; abgeschickt am; gesendet am; eingereicht am; versendet am;
        verschickt am; bewerbung gesendet; beworben; datum; date de candidature; date candidature; date d envoi; date envoi; envoye le; envoyee le;
        postule le; date de postulation; date postulation; date d application; candidature envoyee; candidature envoyee le; date de depot;
        fecha de aplicacion; fecha de postulacion; fecha de solicitud; fecha aplicacion; fecha postulacion; fecha solicitud; fecha de envio;
        fecha envio; fecha de candidatura; aplicado; aplicado el; fecha; data candidatura; data; datum sollicitatie;
        投递日期; 投递时间; 申请日期; 申请时间; 投简历时间; 投简时间; 网申时间; 日期; 时间; 応募日; 応募日付""",
    "url": """link; url; job link; job url; posting link; job posting; link to job; job posting url; job posting link; job post link; job post; posting;
        application link; application url; apply link; listing; job listing; link to posting; link to application; posting url; link url; job description link;
        jd link; web link; hyperlink; stellenanzeige; link zur stelle; link zur stellenanzeige; anzeige; lien; lien de l offre; lien offre; url offre;
        lien annonce; annonce; enlace; enlace oferta; link vacante; url oferta; link de la oferta; 链接; 网址; 投递链接; 职位链接; 岗位链接; 招聘链接; 官网链接; 求人url""",
    "location": """location; city; place; job location; office; office location; work location; city state; location city; where; region; area; state city; country;
        locations; job city; ort; standort; arbeitsort; stadt; einsatzort; dienstort; lieu; ville; localisation; emplacement; lieu de travail;
        localite; ubicacion; ciudad; lugar; localidad; localizacion; luogo; sede; localizacao; plaats; 地点; 城市; 工作地点; 工作城市; 所在地; base地; base; 勤務地""",
    "source": """source; job board; platform; found on; applied via; applied through; where found; channel; job source; job portal; portal; site;
        application source; application method; applied on site; how found; found via; via; method; website; job site; where applied; applied from; applied using;
        application platform; medium; source platform; how applied; referral source; quelle; plattform; jobportal; jobborse; gefunden uber; bewerbungsportal;
        kanal; portal quelle; plateforme; canal; origine; source offre; site web; fuente; plataforma; medio; origen; 渠道; 来源; 平台; 投递渠道; 投递平台; 招聘渠道; 投递方式; 応募経路""",
    "salary": """salary; pay; compensation; salary range; wage; ctc; package; base salary; expected salary; pay range; salary expectation; comp; rate; total comp;
        offered salary; salary offered; salary usd; annual salary; base pay; remuneration; gehalt; gehaltsvorstellung; gehaltswunsch; verdienst; salaire; salaire propose;
        salario; sueldo; salario ofrecido; rango salarial; stipendio; 薪资; 薪水; 工资; 薪酬; 待遇; 年薪; 月薪; 薪资范围; 給与; 年収""",
    "priority": "priority; interest level; excitement; interest; prioritat; priorite; prioridad; 优先级; 意向度; 优先度; 志望度",
    "contact": """contact; contact person; contact name; recruiter; recruiter name; hiring manager; point of contact; points of contact; poc; contacts; contact details;
        recruiter contact; interviewer; hr contact; hr name; contact info; internal contact; contact at company; recruiting contact; person of contact; hm;
        ansprechpartner; ansprechpartnerin; ansprechperson; kontaktperson; kontakt; recruteur; nom du contact; contact rh; interlocuteur; personne contact;
        contacto; persona de contacto; reclutador; nombre contacto; 联系人; hr; 招聘人; 内推人; 担当者""",
    "contact_email": """contact email; email; e mail; recruiter email; contact e mail; email address; hr email; mail; contact address; contact mail; email contact; email id;
        email adresse; e mail adresse; kontakt email; mailadresse; courriel; adresse mail; email recruteur; correo; correo electronico; email contacto; 邮箱; 邮件; 联系邮箱; メール""",
    "reply_by": "reply by; response by; decision by; answer by; expected response; decision date expected; hear back by; reply by date; antwort bis; reponse avant; respuesta antes de",
    "notes": """notes; note; comments; comment; remarks; remark; additional notes; notes comments; other notes; my notes; additional info; misc; other; details; thoughts; observations;
        notizen; notiz; anmerkungen; anmerkung; bemerkungen; bemerkung; kommentar; kommentare; sonstiges; commentaires; commentaire; remarques; remarque; notes perso;
        notas; nota; comentarios; comentario; observaciones; note personali; osservazioni; observacoes; opmerkingen; 备注; 说明; 笔记; 其他; 心得; 评价; メモ; 備考""",
}
_LEFT_OUT = """id; uuid; index; no; nr; num; number; s no; sl no; sno; sr no; row; row id; application id; job id; user id; record id; app id; key; lfd nr; laufende nummer; numero; 序号; 编号;
    updated; updated at; last updated; last update; last modified; modified; modified at; updated on; last edited time; last edited; last change; last action; aktualisiert; mise a jour; actualizado; 更新时间;
    user; owner; slug; hash; logo; image; color; colour; sort; order; position order; version; type id; created by; contact phone number"""
_SAVED_ON = """timestamp; date saved; saved date; saved on; date added; added on; added; added date; created; created at; created on; created date; date created; date found; found date;
    creation date; entry date; bookmarked; date bookmarked; erstellt; erstellt am; cree le; date de creation; date ajout; creado; fecha de creacion; 创建时间; 添加时间; 登録日"""
_STAGES: tuple[tuple[str, Stage, OutcomeKind | None], ...] = (
    ("""offer; offer date; date offer; offer received; offered; offer on; date of offer; offer received date; offer made; accepted; accepted date; date accepted; hired; got offer;
        angebot; angebot am; zusage; zusage am; offre recue; date offre; date de l offre; oferta recibida; fecha oferta; offer时间; offer日期; 录用; 内定日""",
     Stage.OUTCOME, OutcomeKind.OFFER),
    ("""rejected; rejection; rejection date; date rejected; rejected on; rejected date; date of rejection; rejection received; rejection email; denied; got rejected; reject; reject date;
        absage; absage am; absagedatum; abgelehnt; abgelehnt am; refus; refuse; date refus; date de refus; refuse le; rechazado; rechazo; fecha rechazo; fecha de rechazo; 拒信; 拒绝; 被拒; 挂""",
     Stage.OUTCOME, OutcomeKind.REJECTED),
    ("""withdrawn; withdrew; withdrawn date; date withdrawn; withdrawn on; offer declined; declined offer; declined; offer rejected; offer declined date; zuruckgezogen; zuruckgezogen am; retire; retirado""",
     Stage.OUTCOME, OutcomeKind.WITHDRAWN),
    ("ghosted; no response; no reply; ghosted date; expired; keine antwort; sans reponse; sin respuesta", Stage.OUTCOME, OutcomeKind.NO_RESPONSE),
    ("""follow up; followed up; follow up date; followed up on; follow up sent; date followed up; last follow up; follow up 1; follow up 2; first follow up; second follow up; followup date; followup; date of follow up;
        nachgefasst; nachgefasst am; nachfassen am; relance; date de relance; date relance; relance le; seguimiento; fecha de seguimiento; 跟进; 跟进日期""",
     Stage.FOLLOWED_UP, None),
    ("thank you; thank you sent; thank you note; thank you note sent; thanked; thank you email; thanked on; thank you sent on; thank you letter", Stage.THANKED, None),
)  # fmt: skip
_INTERVIEW = """interview; interviews; interview date; date interview; date of interview; interview on; interviewed; interviewed on; interview 1; interview 2; interview 3; interview 4;
    first interview; second interview; third interview; 1st interview; 2nd interview; 3rd interview; final interview; final round; onsite; on site; onsite interview; onsite date;
    phone screen; phone screen date; phone interview; phone; phone call; recruiter screen; recruiter call; recruiter call date; screening call; screen; hr interview; hr call; hr round; hr screen;
    technical interview; technical; technical round; tech interview; technical screen; tech screen; coding interview; panel; panel interview; panel date; video interview; interview round; round 1; round 2; round 3; round 4;
    first round; second round; third round; 1st round; 2nd round; 3rd round; interview date time; interview scheduled on; interview scheduled date; interview 1 date; interview 2 date; interview 3 date; interview date 1; interview date 2;
    first interview date; second interview date; next interview; next interview date; manager interview; hiring manager interview; superday; callback; on campus; campus interview; coffee chat; phone 1; phone 2;
    vorstellungsgesprach; vorstellungsgesprach am; gesprach; gesprach am; telefoninterview; bewerbungsgesprach; 1 gesprach; 2 gesprach; einladung; einladung am; interviewtermin; gesprachstermin; termin;
    entretien; entretiens; date entretien; date d entretien; date de l entretien; entretien le; entretien 1; entretien 2; 1er entretien; 2eme entretien; entretien rh; entretien technique; entretien telephonique;
    entrevista; entrevistas; fecha entrevista; fecha de entrevista; entrevista 1; entrevista 2; primera entrevista; segunda entrevista; entrevista tecnica; entrevista rh;
    面试; 面试时间; 面试日期; 一面; 二面; 三面; 四面; 终面; hr面; 一面时间; 二面时间; 三面时间; 终面时间; hr面时间; 群面; 面接日; 一次面接; 二次面接; 最終面接"""


def _names(words: str) -> list[str]:
    return [plain(name) for name in words.split(";") if name.strip()]


FIELD_OF: dict[str, tuple[str, int]] = {}
"""A column's plain name -> its field, and how far down the list of names it stands: 0 fits best."""
for _field, _words in _NAMES.items():
    for _place, _name in enumerate(_names(_words)):
        FIELD_OF.setdefault(_name, (_field, _place))
LEFT_OUT = frozenset(_names(_LEFT_OUT))
"""Names of columns that are of use to a program alone."""
SAVED_ON = frozenset(_names(_SAVED_ON))
"""Names of the day on which a row was made, which is not the day of the application."""
STAGE_OF: dict[str, tuple[Stage, OutcomeKind | None]] = {
    **dict.fromkeys(_names(_INTERVIEW), (Stage.INTERVIEWED, None)),
    **{name: (stage, outcome) for words, stage, outcome in _STAGES for name in _names(words)},
}
"""Names of columns that tell when, or whether, a stage was reached."""
LANGUAGES: dict[str, frozenset[str]] = {
    "de": frozenset(
        "firma unternehmen stelle datum bewerbung ort standort gehalt beworben absage ergebnis notizen bemerkung".split()
    ),
    "fr": frozenset(
        "entreprise poste lieu ville statut salaire candidature lien reponse relance entretien societe".split()
    ),
    "es": frozenset(
        "empresa puesto fecha estado ubicacion ciudad salario cargo enlace entrevista notas respuesta".split()
    ),
    "zh": frozenset("公司 岗位 职位 状态 投递日期 投递时间 城市 备注 结果 渠道 进度 地点 时间 日期".split()),
}
"""Words by which a header's language is told."""
