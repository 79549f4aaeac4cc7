"""Words by which a column of job titles, or of places, is known where no header says so. A table alone."""

from __future__ import annotations

import re

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
