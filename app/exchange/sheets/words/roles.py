"""Words by which a column of job titles, or of places, is known where no header says so. A table alone."""

from __future__ import annotations

import re

from app.exchange.sheets.folding import plain

_ROLE_WHOLE = (
    r"engineer\w*",
    r"developer",
    r"dev",
    r"programmer",
    r"analyst",
    r"manager",
    r"designer",
    r"scientist",
    r"consultant",
    r"intern(ship)?",
    r"architect",
    r"director",
    r"lead",
    r"specialist",
    r"administrator",
    r"coordinator",
    r"technician",
    r"assistant",
    r"associate",
    r"officer",
    r"head of",
    r"executive",
    r"representative",
    r"sde\d?",
    r"swe",
    r"sre",
    r"qa",
    r"tester",
    r"trainee",
    r"apprentice\w*",
    r"graduate",
    r"researcher",
    r"research",
    r"professor",
    r"prof",
    r"lecturer",
    r"teacher",
    r"nurse",
    r"accountant",
    r"recruiter",
    r"writer",
    r"editor",
    r"marketing",
    r"sales",
    r"support",
    r"advisor",
    r"buyer",
    r"planner",
    r"product owner",
    r"scrum master",
    r"clerk",
    r"operator",
    r"supervisor",
    r"devops",
    r"full ?stack",
    r"front ?end",
    r"back ?end",
    r"software",
    r"data science",
    r"machine learning",
    r"postdoc",
    r"phd",
    r"\w*entwickler\w*",
    r"\w*ingenieur\w*",
    r"\w*berater\w*",
    r"\w*leiter(in)?",
    r"sachbearbeiter\w*",
    r"\w*praktik\w*",
    r"werkstudent\w*",
    r"\w*informatiker\w*",
    r"\w*kauf(mann|frau)\w*",
    r"mitarbeiter\w*",
    r"referent\w*",
    r"assistenz",
    r"\w*techniker\w*",
    r"auszubildende\w*",
    r"ausbildung",
    r"fachkraft",
    r"\w*verwalter\w*",
    r"developpeu\w*",
    r"ingenieure?",
    r"charge\w* de",
    r"chef de",
    r"responsable",
    r"technicien\w*",
    r"stagiaire",
    r"alternan\w*",
    r"consultante?",
    r"vendeu\w*",
    r"comptable",
    r"analyste",
    r"concepteu\w*",
    r"conseill\w*",
    r"desarrollador\w*",
    r"ingenier\w*",
    r"programador\w*",
    r"analista",
    r"gerente",
    r"jefe",
    r"tecnico",
    r"becari\w*",
    r"practicante",
    r"consultor\w*",
    r"administrativ\w*",
    r"disenador\w*",
    r"desenvolvedor\w*",
    r"engenheir\w*",
    r"estagi\w*",
    r"sviluppatore",
    r"ingegnere",
    r"impiegat\w*",
    r"ontwikkelaar",
    r"medewerker",
    r"muhendis\w*",
    r"uzman\w*",
)
_ROLE_ABROAD = r"""
redakteur\w* verkaufer\w* \w*fahrer\w* \w*pfleger\w* erzieher\w* \w*lehrer\w* \w*buchhalter\w* \w*mechaniker\w*
elektriker\w* monteur\w* aushilfe \w*analyst(in)? \w*gestalter\w* \w*architekt\w* \w*zeichner\w* konstrukteur\w*
redact(eur|rice) infirmi\w* enseignante? assistante? direct(eur|rice) gestionnaire graphiste secretaire
redactor\w* enfermer\w* profesora? contable contadora? auxiliar camarer\w* conductora? recepcionista asistente
coordinadora? vendedora? cociner\w* enfermeir\w* motorista assistente coordenadora? diretora? professora?
contabile infermier\w* insegnante redat\w* commess[oa] autista camerier[ea] programmatore progettista segretari[oa]
boekhouder verpleegkundige docente? adviseur programmeur verkoper
ksiegow[ay] kierowca sprzedawca nauczyciel\w* programist\w* inzynier analityk specjalist\w* kierownik asystent\w*
ucetni ridic vyvojar\w* programator\w* inzenyr\w* analytik\w* prodavac\w* ucitel\w* asistent\w* uctovnik uctovnicka
larare sjukskoterska \w*utvecklare ingenjor saljare \w*udvikler ingenior laerer sygeplejerske sykepleier \w*utvikler
\w*kehittaja \w*insinoori opettaja myyja kirjanpitaja suunnittelija \w*hoitaja asiantuntija
\w*fejleszto \w*mernok konyvelo ertekesito tanar asszisztens elemzo
inginer\w* contabila? vanzator gelistirici\w* muhasebeci ogretmen\w* hemsire mudur\w*
разработчик программист инженер аналитик менеджер дизайнер бухгалтер тестировщик водитель специалист
розробник програміст інженер аналітик дизайнер водій
μηχανικ\w* προγραμματιστ\w* λογιστ\w* πωλητ\w* αναλυτ\w*
"""
_ROLE_WORDS = (
    rf"\b(?:{'|'.join((*_ROLE_WHOLE, *_ROLE_ABROAD.split()))})\b",
    r"工程师",
    r"开发",
    r"算法",
    r"产品经理",
    r"运营",
    r"设计师",
    r"分析师",
    r"经理",
    r"助理",
    r"实习",
    r"专员",
    r"研发",
    r"研究员",
    r"顾问",
    r"管培",
    r"前端",
    r"后端",
    r"测试",
    r"エンジニア",
    r"開発",
    r"総合職",
    r"営業",
    r"개발",
    r"엔지니어",
    r"디자이너",
    r"사원",
    r"마케팅",
    r"デザイナー",
    r"プログラマ",
    r"事務",
    r"会计",
    r"销售",
    r"编辑",
    r"程序员",
)
ROLE = re.compile("|".join(_ROLE_WORDS))
"""Found in job titles, and seldom in the names of companies. Looked for in words as `folding.plain` leaves them."""

_AGENT = re.compile(
    r"\w{2,}(?:er|or|ist|ian|eur|euse|trice|dor|dora|ista|iere|tore|nik|arz|ник|тель|щик|щица|ист|ува[чл]|tar|jar)$"
)
"""How words for somebody who does something end, and some names of companies."""


def may_be_role(words: str) -> bool:
    """Return whether folded words are a role, by a word of theirs or by how the last of them ends."""
    return ROLE.search(words) is not None or _AGENT.search(words) is not None


_PLACE_WHOLE = (
    r"usa",
    r"uk",
    r"united states",
    r"germany",
    r"deutschland",
    r"france",
    r"espana",
    r"india",
    r"canada",
    r"london",
    r"new york",
    r"berlin",
    r"paris",
    r"madrid",
    r"munchen",
    r"munich",
    r"hamburg",
    r"san francisco",
    r"seattle",
    r"austin",
    r"boston",
    r"toronto",
    r"bangalore",
    r"bengaluru",
    r"hyderabad",
    r"pune",
    r"singapore",
    r"dublin",
    r"amsterdam",
    r"zurich",
    r"wien",
    r"barcelona",
    r"lyon",
    r"sydney",
    r"chicago",
    r"los angeles",
)
_PLACE_WORDS = (
    rf"\b(?:{'|'.join(_PLACE_WHOLE)})\b",
    r"^(remote|hybrid|on ?site|anywhere|home ?office|in office|worldwide|remoto|presencial|teletravail|hibrido)\b",
    r",\s?[A-Z]{2}\b",
    r"北京",
    r"上海",
    r"深圳",
    r"杭州",
    r"广州",
    r"成都",
    r"武汉",
    r"南京",
    r"苏州",
    r"东京",
    r"東京",
    r"서울",
)
PLACE = re.compile("|".join(_PLACE_WORDS), re.IGNORECASE)
"""Found in places."""

_COMPANY_WHOLE = (
    r"inc",
    r"llc",
    r"ltd",
    r"gmbh",
    r"ag",
    r"kg",
    r"se",
    r"corp",
    r"corporation",
    r"company",
    r"co",
    r"group",
    r"gruppe",
    r"groupe",
    r"holding",
    r"sa",
    r"sas",
    r"sarl",
    r"srl",
    r"spa",
    r"bv",
    r"nv",
    r"plc",
    r"pvt",
    r"limited",
    r"technologies",
    r"labs",
    r"bank",
    r"university",
    r"institute",
    r"solutions",
    r"systems",
    r"studios?",
    r"partners",
    r"ventures",
    r"stiftung",
    r"verlag",
)
_COMPANY_WORDS = (
    rf"\b(?:{'|'.join(_COMPANY_WHOLE)})\b",
    r"公司",
    r"集团",
    r"科技",
    r"银行",
    r"大学",
    r"研究院",
    r"株式会社",
    r"주식회사",
)
COMPANY = re.compile("|".join(_COMPANY_WORDS))
"""Found in the names of companies."""

_LEGAL_FORMS = (
    *("inc", "llc", "l l c", "ltd", "limited", "plc", "p l c", "corp", "corporation", "llp", "lp", "co", "pte ltd"),
    *(
        "pty ltd",
        "pty",
        "pvt ltd",
        "private limited",
        "gmbh",
        "ag",
        "kg",
        "se",
        "kgaa",
        "ohg",
        "gbr",
        "ug",
        "e v",
        "mbh",
    ),
    *("eg", "ges m b h", "gesmbh", "sa", "s a", "sas", "s a s", "sarl", "s a r l", "snc", "scop", "eurl", "sasu"),
    *("srl", "s r l", "spa", "s p a", "sl", "s l", "slu", "s l u", "sa de cv", "s a de c v", "ltda", "eireli", "s r o"),
    *("sro", "a s", "sp z o o", "sp zoo", "sp k", "s k a", "spolka z o o", "kft", "zrt", "nyrt", "bt", "d o o", "doo"),
    *(
        "ab",
        "hb",
        "oy",
        "oyj",
        "aps",
        "as",
        "asa",
        "ivs",
        "bv",
        "b v",
        "nv",
        "n v",
        "vof",
        "v o f",
        "bvba",
        "ou",
        "uab",
    ),
    *("sia", "ehf", "eood", "ood", "ead", "ad", "k k", "kk", "g k", "co ltd", "bhd", "sdn bhd", "tbk", "jsc", "pjsc"),
    *("as s", "ltd sti", "a e", "ae", "epe", "ike", "oe", "ооо", "оао", "зао", "пао", "ао", "тов", "пат", "ат", "фоп"),
)
"""Behind a company's name, as `folding.plain` leaves them."""
_LEGAL_FIRST = ("pt", "cv", "ооо", "оао", "зао", "пао", "ао", "тов", "ип", "фоп", "cong ty", "บร")
"""Before it."""
_LEGAL_ANYWHERE = (
    *(
        "株式会社",
        "有限会社",
        "合同会社",
        "合資会社",
        "(株)",
        "㈱",
        "주식회사",
        "(주)",
        "㈜",
        "유한회사",
        "有限公司",
        "股份公司",
    ),
    *("股份有限公司", "集团公司", "บริษัท", "บจก", 'בע"מ', "בעמ", "ש.מ.", "ذ.م.م", "شركة", "m.b.H."),
)
_LEGAL_LAST = re.compile(rf"(?:^|.*\s)(?:{'|'.join(map(re.escape, _LEGAL_FORMS))})$")
_LEGAL_BEGIN = re.compile(rf"(?:{'|'.join(map(re.escape, _LEGAL_FIRST))})\s")


def has_legal_form(text: str) -> bool:
    """Return whether a company's legal form stands at an end of a name."""
    if not text.isascii() and any(form in text for form in _LEGAL_ANYWHERE):
        return True
    words = plain(text)
    return " " in words and (_LEGAL_LAST.match(words) is not None or _LEGAL_BEGIN.match(words) is not None)


_TITLE_WORDS = (
    "senior sr junior jr mid lead staff principal associate graduate entry intern internship trainee working "
    "student werkstudent chief head vice vp deputy assistant software data backend back frontend front "
    "fullstack full stack web mobile ios android cloud devops platform machine learning ml ai qa quality test "
    "product project program technical tech business sales marketing customer success support systems system "
    "network security site reliability database analytics research design ux ui graphic content account "
    "accounting finance financial hr human resources people operations office it information hardware embedded "
    "firmware robotics mechanical electrical civil process manufacturing supply chain legal policy social "
    "media growth solutions java python php react node golang rust scala ruby dotnet net javascript typescript "
    "kotlin swift c sde swe sre sdet mts i ii iii iv v 1 2 3 4 of and for the & development engineering level "
    "remote hybrid part time fulltime parttime contract freelance summer winter spring fall new grad college "
    "campus off 2023 2024 2025 2026 2027 "
)
_IN_TITLES = frozenset(_TITLE_WORDS.split())


def is_role_word(word: str) -> bool:
    """Return whether a word is one that titles are made of: a field, a rank, what somebody does."""
    bare = plain(word)
    return bare in _IN_TITLES or not bare or ROLE.fullmatch(bare) is not None or bare.isdigit()
