"""Words by which a column of job titles, or of places, is known where no header says so. A table alone."""

from __future__ import annotations

import re

from app.exchange.sheets.folding import plain

ROLE = re.compile(
    r"\b(engineer\w*|developer|dev|programmer|analyst|manager|designer|scientist|consultant|intern(ship)?|architect|director"
    r"|lead|specialist|administrator|coordinator|technician|assistant|associate|officer|head of|executive|representative"
    r"|sde\d?|swe|sre|qa|tester|trainee|apprentice\w*|graduate|researcher|research|professor|prof|lecturer|teacher|nurse"
    r"|accountant|recruiter|writer|editor|marketing|sales|support|advisor|buyer|planner|product owner|scrum master|clerk"
    r"|operator|supervisor|devops|full ?stack|front ?end|back ?end|software|data science|machine learning|postdoc|phd"
    r"|\w*entwickler\w*|\w*ingenieur\w*|\w*berater\w*|\w*leiter(in)?|sachbearbeiter\w*|\w*praktik\w*|werkstudent\w*"
    r"|\w*informatiker\w*|\w*kauf(mann|frau)\w*|mitarbeiter\w*|referent\w*|assistenz|\w*techniker\w*|auszubildende\w*"
    r"|ausbildung|fachkraft|\w*verwalter\w*|developpeu\w*|ingenieure?|charge\w* de|chef de|responsable|technicien\w*|stagiaire"
    r"|alternan\w*|consultante?|vendeu\w*|comptable|analyste|concepteu\w*|conseill\w*|desarrollador\w*|ingenier\w*|programador\w*"
    r"|analista|gerente|jefe|tecnico|becari\w*|practicante|consultor\w*|administrativ\w*|disenador\w*|desenvolvedor\w*"
    r"|engenheir\w*|estagi\w*|sviluppatore|ingegnere|impiegat\w*|ontwikkelaar|medewerker|muhendis\w*|uzman\w*)\b"
    r"|工程师|开发|算法|产品经理|运营|设计师|分析师|经理|助理|实习|专员|研发|研究员|顾问|管培|前端|后端|测试|エンジニア|開発|総合職|営業|개발|엔지니어|디자이너"
)
"""Found in job titles, and seldom in the names of companies. Looked for in words as `folding.plain` leaves them."""

PLACE = re.compile(
    r"^(remote|hybrid|on ?site|anywhere|home ?office|in office|worldwide|remoto|presencial|teletravail|hibrido)\b"
    r"|,\s?[A-Z]{2}\b|\b(usa|uk|united states|germany|deutschland|france|espana|india|canada|london|new york|berlin|paris|madrid"
    r"|munchen|munich|hamburg|san francisco|seattle|austin|boston|toronto|bangalore|bengaluru|hyderabad|pune|singapore|dublin"
    r"|amsterdam|zurich|wien|barcelona|lyon|sydney|chicago|los angeles)\b|北京|上海|深圳|杭州|广州|成都|武汉|南京|苏州|东京|東京|서울",
    re.IGNORECASE,
)
"""Found in places."""

COMPANY = re.compile(
    r"\b(inc|llc|ltd|gmbh|ag|kg|se|corp|corporation|company|co|group|gruppe|groupe|holding|sa|sas|sarl|srl|spa|bv|nv|plc|pvt"
    r"|limited|technologies|labs|bank|university|institute|solutions|systems|studios?|partners|ventures|stiftung|verlag)\b"
    r"|公司|集团|科技|银行|大学|研究院|株式会社|주식회사"
)
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


_ROLE_WORDS = frozenset(
    (
        "senior sr junior jr mid lead staff principal associate graduate entry intern internship trainee working student "
        "werkstudent chief head vice vp deputy assistant software data backend back frontend front fullstack full stack "
        "web mobile ios android cloud devops platform machine learning ml ai qa quality test product project program "
        "technical tech business sales marketing customer success support systems system network security site "
        "reliability database analytics research design ux ui graphic content account accounting finance financial hr "
        "human resources people operations office it information hardware embedded firmware robotics mechanical "
        "electrical civil process manufacturing supply chain legal policy social media growth solutions java python php "
        "react node golang rust scala ruby dotnet net javascript typescript kotlin swift c sde swe sre sdet mts "
        "i ii iii iv v 1 2 3 4 of and for the & development engineering level remote hybrid part time fulltime "
        "parttime contract freelance summer winter spring fall new grad college campus off 2023 2024 2025 2026 2027"
    ).split()
)


def is_role_word(word: str) -> bool:
    """Return whether a word is one that titles are made of: a field, a rank, what somebody does."""
    bare = plain(word)
    return bare in _ROLE_WORDS or not bare or ROLE.fullmatch(bare) is not None or bare.isdigit()
