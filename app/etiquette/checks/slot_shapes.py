"""The shapes of what is left to be filled in, one a line, and what only looks like it. Letter case tells."""

from __future__ import annotations

from app.etiquette.checks.phrases import Phrase

_THING = (
    "(?:name|surname|title|company|position|role|job|date|day|time|project|topic|team|manager|interviewer|recruiter"
    "|department)"
)
_CAPITALS = (
    "TITLE|AMOUNT|DATE|REASON|COMPANY|POSITION|ROLE|NAME|SALARY|TOPIC|PROJECT|INTERVIEWER|MANAGER|EMPLOYER|LOCATION"
    "|DEPARTMENT|FNAME|LNAME|FIRSTNAME|LASTNAME|SURNAME"
)
_WHOSE = (
    "Your|First|Last|Full|Company|Interviewer|Recruiter|Manager|Job|Position|Role|Employer|Contact|Hiring Manager|Firm"
    "|School"
)
_HE_OR_SHE = "(?:Mr|Ms|Mrs|Miss|Dr|Prof)"

SLOTS = (
    Phrase(
        "brackets", r"(?<!\w)\[(?=[^\[\]]*[A-Za-z_.…])[^\[\]]{1,160}\](?!\w)", "Thank you for your time at [Company]."
    ),
    Phrase("braces", r"\{\{?[^{}\n]{1,80}\}?\}", "Hi {name},"),
    Phrase("angles", r"<<[^<>\n]{1,60}>>", "Dear <<name>>,"),
    Phrase("angles", r"(?<![\w<])<(?![^<>\s]+@)(?!https?:|www\.)[A-Za-z][^<>\n@]{0,60}>", "I interviewed on <date>."),
    Phrase("dollar", r"(?<!\w)\$\{?[A-Za-z_]{3,}\}?(?!\s?\d)", "Thank you for the interview for $ROLE."),
    Phrase("percent", r"%[A-Za-z_ ]{2,30}%", "Hi %NAME%,"),
    Phrase("at signs", r"@@[\w ]{2,30}@@", "We talked about @@ROLE@@."),
    Phrase("hashes", r"(?<!\w)#{1,2}[A-Z][A-Z_]+#{1,2}", "the #ROLE# position"),
    Phrase("stars", r"\*{1,2}[A-Z][A-Z ]{2,}\*{1,2}", "**TOPIC HERE** was fascinating."),
    Phrase("line", r"(?<!\w)_{2,}(?!\w)|(?:_ ){2,}_", "I enjoyed learning about ______."),
    Phrase("dots", r"(?<=\s)\.{4,}|(?<=\s)…{2,}", "Thank you for seeing me on ...."),
    Phrase("dots", r"(?<=\bat |\bon |\bof |\bin )(?:\.{3}|…)(?!\w)", "Thank you for seeing me at ... on Monday."),
    Phrase("dots", r"(?<=\bthe |\bfor )(?:\.{3}|…)(?!\w)", "Thank you for the ... interview."),
    Phrase(
        "dots",
        r"(?<=\babout )(?:\.{3,}|…)(?=\W)",
        "I liked learning about ….",
    ),
    Phrase("crosses", r"(?<![\w.])X{2,}(?:/X{2,})*(?:/(?:20)?X{2,})?\b|\b20XX\b", "the interview on XX/XX/20XX"),
    Phrase("crosses", r"\bx{3,}\b", "the xxxx role"),
    Phrase("still open", r"\bT\.?B\.?[CDA]\b|\bTODO\b|\bFIXME\b|\bTKTK\b", "the TBD role"),
    Phrase("dummy text", r"[Ll]orem ipsum", "Lorem ipsum dolor sit amet."),
    Phrase(
        "in brackets",
        r"\((?:[Ii]nsert|[Ff]ill in|[Mm]ention|[Aa]dd|[Dd]escribe|[Ss]pecify) [^()\n]{1,100}\)",
        "(fill in the organization)",
    ),
    Phrase("in brackets", rf"\((?:your |the |my )?(?:\w+(?:'s)? )?{_THING}(?: (?:here|name|title))?\)", "(your name)"),
    Phrase(
        "instruction",
        r"\b[Ii]nsert (?:\w+ ){0,3}(?:here|name|title|details?|date|company|role|position|topic)\b",
        "insert detail here",
    ),
    Phrase(
        "instruction",
        r"\b[Ii]nsert (?:\w+ ){0,2}(?:Here|Name|Title|Details?|Date|Company|Role|Position|Topic)\b",
        "Insert Job Title",
    ),
    Phrase("instruction", rf"\b{_THING} (?:goes )?here\b|\bINSERT\b", "company name here"),
    Phrase(
        "heading",
        rf"\b(?:{_WHOSE})(?:'s)? (?:Full |First |Last )?(?:Name|Surname|Title)\b(?! is\b)",
        "Thank you for meeting me at Company Name.",
    ),
    Phrase(
        "heading",
        r"\b(?:YOUR|COMPANY|INTERVIEWER|FIRST|LAST|JOB|POSITION|ROLE|MANAGER)[ _](?:NAME|TITLE)\b",
        "YOUR NAME",
    ),
    Phrase("heading", r"\b(?:Firstname|Lastname|First Last|First Name Last Name)\b", "Firstname Lastname"),
    Phrase("heading", rf"(?<![A-Z] )(?<!\w)(?:{_CAPITALS})(?: \d)?\b(?!'| [A-Z]{{2,}}|-)", "a salary of AMOUNT"),
    Phrase(
        "nobody", rf"\bDear (?:{_HE_OR_SHE}\.? )?(?:[Nn]ame|[Ss]urname|[Ss]o[- ][Aa]nd[- ][Ss]o)\b", "Dear So And So,"
    ),
    Phrase("nobody", rf"^\s*(?:Dear|Hi|Hello|Hey|To)(?: {_HE_OR_SHE}\.?)? +[,:;]", "Dear ,"),
    Phrase("nobody", rf"^\s*(?:Dear|Hi|Hello|Hey) {_HE_OR_SHE}\.?[,:;]", "Dear Ms.,"),
    Phrase("two at once", rf"\b{_HE_OR_SHE}\.?/{_HE_OR_SHE}\.?", "Hello Mr/Ms Lund,"),
    Phrase(
        "two at once",
        r"\b(?:[Hh]e/[Ss]he|[Ss]he/[Hh]e|[Hh]im/[Hh]er|[Hh]is/[Hh]er|[Hh]er/[Hh]is|s/he)\b",
        "He/she asked me to check in.",
    ),
    Phrase(
        "two at once",
        r"\b(?:today/yesterday|yesterday/today|morning/afternoon|phone/video|call/interview|interview/call)\b",
        "Thank you for yesterday/today.",
    ),
    Phrase(
        "two at once",
        r"\b(?:role/position|position/role|company/team|team/company|job/role|company/organi[sz]ation|name/title)\b",
        "the role/position",
    ),
    Phrase(
        "two at once", r"\b(?:Mon|Tues|Wednes|Thurs|Fri)day/(?:Mon|Tues|Wednes|Thurs|Fri)day\b", "on Monday/Tuesday"
    ),
    Phrase("question marks", r"(?<=\s)\?{2,}(?=[\s.,])", "Thank you for explaining ??? to me."),
    Phrase(
        "a letter",
        r"\b(?:company|name|role|position|team|topic|product|Mr\.?|Ms\.?|Mrs\.?) [XYZ]\b(?![\w-])",
        "the role at company X",
    ),
    Phrase("a letter", r"\bXYZ\b", "the XYZ position"),
)
"""A letter that holds one of these fails."""
MADE_UP = (
    Phrase(
        "made up",
        r"\bABC (?:[Cc]ompany|[Cc]orp\w*|[Ii]nc|Ltd|[Oo]rgani[sz]ation|[Ff]irm|[Ii]ndustries|[Ee]nterprises)\b",
        "I'd love to work at ABC Organization.",
    ),
    Phrase("made up", r"\b(?:at|with|join|of|joining) ABC\b(?! [A-Z])", "the Sales Manager role at ABC"),
)
"""Names that samples use; somebody may bear them, so that they only warn."""
INNOCENT = (
    Phrase("a source", r"\[\d{1,3}\]", "as in [12]"),
    Phrase("a remark", r"\[(?:sic|\.\.\.|…|emphasis (?:added|mine)|laughs)\]", "the “principle [sic] engineer”"),
    Phrase("a ticket", r"\[[A-Z][A-Z0-9]*-\d+\]", "the ticket [CORE-2114]"),
    Phrase("a word put in", r"\[(?:they|he|she|it|we|you|the|an?|in [a-z]+|my \w+|of \w+)\]", "“[they] also serve”"),
    Phrase("data", r"\{[^{}\n]*[\":=][^{}\n]*\}", '{"retries": 3}'),
    Phrase("chromosomes", r"\bXX (?:and|or|/) ?XY\b", "XX and XY sorting"),
    Phrase("a language", r"C\[\+\+\]", "C[++]"),
    Phrase(
        "a number in Roman", r"\b(?:Chapter|Volume|Vol\.|Bowl|Louis|Part|Opus|Act|Olympiad) X{2,}\b", "Super Bowl XX"
    ),
)
"""What has the shape of a slot and is none."""
