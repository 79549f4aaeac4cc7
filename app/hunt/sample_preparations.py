"""What the sample hunt keeps for its interviews ahead: postings, and questions. All of it is invented."""

from __future__ import annotations

from app.etiquette.sheet_records import Question, Whose

POSTINGS = {
    "Woodgrove": (
        "Senior Data Engineer (London)",
        "Woodgrove sells garden furniture in 140 shops and online. You join the five people who look after the numbers"
        " that the shops plan by.\n\n"
        "What you will do\n"
        "- Move our nightly stock figures to the hour, together with the shop teams who need them\n"
        "- Own the models that tell a warehouse what to send where\n"
        "- Review the work of two engineers who are earlier in their careers\n\n"
        "What we hope you bring\n"
        "- Python and SQL that others like to read\n"
        "- Some years with event streams, and an opinion on when not to use one\n"
        "- Patience with suppliers who send spreadsheets\n\n"
        "What we offer\n"
        "80,000 GBP, 28 days of leave, Fridays without meetings, and a chair of your choice.\n\n"
        "The first talk is with Grace Adeyemi, Director of Data. It takes an hour, by video.",
    ),
    "Wingtip Toys": (
        "Full-stack Developer (Berlin)",
        "We make wooden trains, and the shop in which grandparents find them. Four people write all of it.\n\n"
        "Your week\n"
        "- A third in the shop's front end, a third in its orders, a third with the people in the workshop\n"
        "- One release a day, by whoever wrote it\n\n"
        "You have shipped something small that people use, and can tell us what you would do differently. German helps"
        " in the workshop; English is enough everywhere else.",
    ),
}
"""By company: the posting's title and its text."""

QUESTIONS = {
    "Woodgrove": (
        Question(-1, Whose.MINE, "What would the first three months look like?"),
        Question(-2, Whose.MINE, "Who decides when a supplier's spreadsheet is wrong?"),
        Question(
            -3,
            Whose.THEIRS,
            "When would you not use an event stream?",
            "When nobody acts on the numbers before the next morning: the newsletter story.",
            is_ticked=True,
        ),
    ),
}
"""By company: what is to be asked, and what may be."""
