"""Sheets as people keep them, with what a careful reader would read: company, role, day of application, state."""

from __future__ import annotations

SHEETS: dict[str, tuple[str, list[tuple[str, str, str, str]]]] = {
    "a browser extension's export": (
        """Job Position,Company,Max. Salary,Location,Status,Date Saved,Deadline,Date Applied,Follow up,Excitement
Data Engineer,Northwind,"$140,000",Remote,Interviewing,03/01/2026,,03/03/2026,,★★★★
Analyst,Fabrikam,,Berlin,Bookmarked,03/04/2026,03/31/2026,,,★★
Platform Engineer,Contoso,,Leeds,No Response,03/02/2026,,03/02/2026,04/01/2026,★★★
Staff Engineer,Tailspin,"$190,000",Remote,Accepted,02/01/2026,,02/14/2026,,★★★★★
""",
        [
            ("Northwind", "Data Engineer", "2026-03-03", "interviewed"),
            ("Fabrikam", "Analyst", "", "saved"),
            ("Contoso", "Platform Engineer", "2026-03-02", "no_response"),
            ("Tailspin", "Staff Engineer", "2026-02-14", "offer"),
        ],
    ),
    "another tracker's export": (
        """Job Title,Company Name,Job URL,Status,Status Date,Applied Date,Archived,Notes
Nurse,Adatum,https://adatum.example/1,APPLIED,2026-02-11,2026-02-11,false,
Ward Manager,Litware,https://litware.example/2,REJECTED,2026-02-20,2026-02-09,true,too far
Clinic Lead,Proseware,https://proseware.example/3,SCREEN,2026-03-01,2026-02-25,false,call with HR
""",
        [
            ("Adatum", "Nurse", "2026-02-11", "applied"),
            ("Litware", "Ward Manager", "2026-02-09", "rejected"),
            ("Proseware", "Clinic Lead", "2026-02-25", "interviewed"),
        ],
    ),
    "answers to a form": (
        """Timestamp,Which company did you apply to?,What position did you apply for?,How did you apply?,What happened?
3/14/2026 9:12:44,Northwind,Cashier,Online,Nothing yet
3/15/2026 18:03:10,Fabrikam,Shelf stacker,In person,They said no
3/17/2026 8:44:02,Contoso,Driver,Phone,Interview next week
""",
        [
            ("Northwind", "Cashier", "2026-03-14", "applied"),
            ("Fabrikam", "Shelf stacker", "2026-03-15", "rejected"),
            ("Contoso", "Driver", "2026-03-17", "interviewed"),
        ],
    ),
    "a notebook's database": (
        """Name,Stage,Position,Date applied,Link,Priority
Northwind,💬 Interviewing,Product Designer,"March 3, 2026",https://n.example/a,High
Fabrikam,❌ Rejected,UX Lead,"March 5, 2026",,Low
Contoso,📤 Applied,Design Manager,"March 9, 2026",https://c.example/b,
Litware,💭 Want to apply,Researcher,,,
""",
        [
            ("Northwind", "Product Designer", "2026-03-03", "interviewed"),
            ("Fabrikam", "UX Lead", "2026-03-05", "rejected"),
            ("Contoso", "Design Manager", "2026-03-09", "applied"),
            ("Litware", "Researcher", "", "saved"),
        ],
    ),
    "a heading over the header": (
        """My job search 2026,,,,,
Company info,,Application,,Outcome,
Company,City,Position,Sent on,Result,Comment
Northwind,Oslo,Welder,12.01.2026,Rejected,got a letter
Fabrikam,Bergen,Fitter,14.01.2026,,
Contoso,Oslo,Welder,15.01.2026,Got the job,starts in May
""",
        [
            ("Northwind", "Welder", "2026-01-12", "rejected"),
            ("Fabrikam", "Fitter", "2026-01-14", "applied"),
            ("Contoso", "Welder", "2026-01-15", "offer"),
        ],
    ),
    "months between the rows, a sum at the end": (
        """Firma;Stelle;Beworben am;Stand;Bemerkung
Januar 2026;;;;
Nordwind GmbH;Buchhalterin;08.01.2026;Absage;per Post
Fabrikam AG;Sachbearbeiterin;20.01.2026;keine Rückmeldung;
Februar 2026;;;;
Contoso KG;Assistenz;03.02.2026;Vorstellungsgespräch am 20.02.;
Summe;3;;;
""",
        [
            ("Nordwind GmbH", "Buchhalterin", "2026-01-08", "rejected"),
            ("Fabrikam AG", "Sachbearbeiterin", "2026-01-20", "no_response"),
            ("Contoso KG", "Assistenz", "2026-02-03", "interviewed"),
        ],
    ),
    "a log for the employment office": (
        """Week ending,Date of contact,Employer name,Address,Type of work,Method of contact,Result of contact
03/07/2026,03/02/2026,Northwind,"1 Main St, Dayton OH",Machine operator,Online application,Application submitted
03/07/2026,03/04/2026,Fabrikam,"9 Elm St, Dayton OH",Forklift driver,Walk-in,Not hiring
03/14/2026,03/09/2026,Contoso,"22 Oak Ave, Dayton OH",Packer,Online application,Interview scheduled 3/16
""",
        [
            ("Northwind", "Machine operator", "2026-03-02", "applied"),
            ("Fabrikam", "Forklift driver", "2026-03-04", "rejected"),
            ("Contoso", "Packer", "2026-03-09", "interviewed"),
        ],
    ),
    "boxes ticked": (
        """Company,Position,Applied?,Phone screen?,Onsite?,Offer?,Rejected?
Northwind,QA Engineer,x,x,,,x
Fabrikam,Tester,x,,,,
Contoso,SDET,x,x,x,,
Litware,QA Lead,,,,,
Tailspin,QA Manager,x,x,x,x,
""",
        [
            ("Northwind", "QA Engineer", "", "rejected"),
            ("Fabrikam", "Tester", "", "applied"),
            ("Contoso", "SDET", "", "interviewed"),
            ("Litware", "QA Lead", "", "saved"),
            ("Tailspin", "QA Manager", "", "offer"),
        ],
    ),
    "no header, tabs": (
        "Northwind\tData Engineer\t03/28/2026\tapplied\n"
        "Fabrikam Inc\tBackend Developer\t03/30/2026\trejected 4/2\n"
        "Contoso\tSoftware Engineer\t04/01/2026\tphone screen\n",
        [
            ("Northwind", "Data Engineer", "2026-03-28", "applied"),
            ("Fabrikam Inc", "Backend Developer", "2026-03-30", "rejected"),
            ("Contoso", "Software Engineer", "2026-04-01", "interviewed"),
        ],
    ),
    "numbered stages of a board": (
        """Role,Company,Pipeline,Applied,Last modified,Created
Chef,Northwind,3 - Interview,2026-03-02,2026-03-20T10:00:00.000Z,2026-03-01T08:00:00.000Z
Sous Chef,Fabrikam,5 - Closed (rejected),2026-03-03,2026-03-22T10:00:00.000Z,2026-03-01T08:00:00.000Z
Baker,Contoso,1 - Idea,,2026-03-22T10:00:00.000Z,2026-03-05T08:00:00.000Z
Waiter,Litware,2 - Applied,2026-03-08,2026-03-22T10:00:00.000Z,2026-03-05T08:00:00.000Z
""",
        [
            ("Northwind", "Chef", "2026-03-02", "interviewed"),
            ("Fabrikam", "Sous Chef", "2026-03-03", "rejected"),
            ("Contoso", "Baker", "", "saved"),
            ("Litware", "Waiter", "2026-03-08", "applied"),
        ],
    ),
    "rounds as columns, in Japanese": (
        """会社名,職種,応募日,一次面接,二次面接,結果
ノースウィンド,エンジニア,2026/3/1,2026/3/10,2026/3/18,内定
ファブリカム,営業,2026/3/3,2026/3/12,,お祈り
コントソ,経理,2026/3/5,,,選考中
ライトウェア,企画,2026/3/6,,,辞退
""",
        [
            ("ノースウィンド", "エンジニア", "2026-03-01", "offer"),
            ("ファブリカム", "営業", "2026-03-03", "rejected"),
            ("コントソ", "経理", "2026-03-05", "applied"),
            ("ライトウェア", "企画", "2026-03-06", "withdrawn"),
        ],
    ),
    "a person's own words, in Spanish": (
        """Empresa,Puesto,Fecha,Cómo va,Contacto
Viento Norte,Contable,13/02/26,Me rechazaron :(,rrhh@viento.example
Fabrikam,Administrativa,16/02/26,No contestaron,
Contoso,Recepcionista,20/02/26,2da entrevista el lunes,Laura
Litware,Secretaria,22/02/26,¡Oferta!,Marta
Tailspin,Auxiliar,23/02/26,Les dije que no,
""",
        [
            ("Viento Norte", "Contable", "2026-02-13", "rejected"),
            ("Fabrikam", "Administrativa", "2026-02-16", "no_response"),
            ("Contoso", "Recepcionista", "2026-02-20", "interviewed"),
            ("Litware", "Secretaria", "2026-02-22", "offer"),
            ("Tailspin", "Auxiliar", "2026-02-23", "withdrawn"),
        ],
    ),
}
