"""The stories of the sample hunt: what happened at each company, in days from today. All of it is invented."""

from __future__ import annotations

from dataclasses import dataclass

Round = tuple[int, float, str, tuple[int, ...], str]
"""Days from today (0: now), hour of the day (hours from now when 0 days), kind, who was met (from 1), what stood out."""


@dataclass(frozen=True, slots=True)
class Story:
    """One application's story. Distances in days: `applied` and the like ago, `said` from today."""

    company: str
    role: str
    place: str
    applied: int
    people: tuple[str, ...] = ()
    """"Name, title; part"; part is interviewer when left out."""
    rounds: tuple[Round, ...] = ()
    thanked: tuple[tuple[int, tuple[int, ...]], ...] = ()
    """(round, who) from 1."""
    said: int | None = None
    followed_up: tuple[int, ...] = ()
    outcome: tuple[str, int, int | None, str] | None = None
    """(kind, days ago, days until the decision, decision)."""
    answered_no: int | None = None
    salary: str = ""
    source: str = "company site"
    priority: int = 0
    notes: str = ""
    no_follow_ups: bool = False
    keep_in_touch: bool = False
    missed: bool = False


# fmt: off
STORIES: tuple[Story, ...] = (
    Story("Northwind", "Data Engineer", "Lisbon, hybrid", 24,
          ("Dana Lee, Head of Data", "Omar Haddad, Staff Engineer"),
          ((-2, 10, "video", (1, 2), "late-arriving events hurt the weekly reports"),), ((1, (2,)),), said=4,
          salary="62k-70k EUR", priority=3, notes="Team of six; on-call one week in eight."),
    Story("Contoso", "Platform Engineer", "remote", 38,
          ("Ines Ferreira, Recruiter; recruiter", "Tom Okafor, Engineering Manager"),
          ((-20, 15, "video", (2,), "they are leaving their old scheduler in spring"),), ((1, (2,)),), said=-7,
          salary="68k EUR", source="referral", priority=2),
    Story("Fabrikam", "Backend Developer", "Porto", 45,
          ("Maya Lindqvist, CTO",), ((-15, 11, "onsite", (1,), "pairing on the billing importer"),), ((1, (1,)),),
          outcome=("rejected", 1, None, ""), source="job board"),
    Story("Adatum", "Analytics Engineer", "remote", 16,
          ("Wu Mei, Analytics Lead",), ((-1, 14, "video", (1,), "her team writes tests before models"),), priority=2),
    Story("Tailspin", "Site Reliability Engineer", "Dublin", 60,
          ("Aoife Ní Bhriain, SRE Manager",), ((-40, 10, "video", (1,), "error budgets that product owners agreed to"),),
          ((1, (1,)),), said=-25, followed_up=(16,)),
    Story("Lucerne Publishing", "Python Developer", "Zurich", 28,
          ("Jonas van der Berg, Lead Developer",), ((-9, 9, "onsite", (1,), "the archive goes back to 1874"),),
          ((1, (1,)),), said=5, salary="95k CHF"),
    Story("Proseware", "Data Scientist", "remote", 30,
          ("Priya Raman, Hiring Manager", "Luis O'Neill-Sánchez, Data Scientist", "Kofi Mensah, Product"),
          ((0, -4, "panel", (1, 2, 3), "churn is seasonal for their schools\nthey rebuilt the feature store last year\nteachers open the app on Sundays"),),
          said=9, priority=3),
    Story("Wingtip Toys", "Full-stack Developer", "Berlin", 12,
          ("Sofia Brandt, Talent Partner; recruiter",), ((1, 10, "phone screen", (1,), ""),), source="LinkedIn"),
    Story("Woodgrove", "Senior Data Engineer", "London", 33,
          ("Grace Adeyemi, Director of Data",), ((0, 6, "video", (1,), ""),), priority=3, salary="80k GBP"),
    Story("Litware", "Machine Learning Engineer", "remote", 52,
          ("Henrik Sol, VP Engineering",),
          ((-30, 13, "video", (1,), "models ship behind a flag"), (-8, 10, "onsite", (1,), "the labeling tool is home-made")),
          ((1, (1,)), (2, (1,))), outcome=("offer", 0, 4, ""), salary="85k EUR", priority=3),
    Story("Blue Yonder Airlines", "Operations Analyst", "Madrid", 70,
          ("Carmen Díaz, Operations",), ((-50, 12, "video", (1,), "delays cost most at the first flight"),),
          ((1, (1,)),), said=-42, followed_up=(37, 24)),
    Story("Coho Winery", "Business Intelligence Developer", "Bordeaux", 41,
          ("Émile Roux, IT Lead",), ((-16, 16, "phone screen", (1,), "three vintages a day in the busy weeks"),), ((1, (1,)),)),
    Story("Margie's Travel", "Backend Engineer", "remote", 26,
          ("Noor Aziz, Engineering Manager",), ((-6, 10, "video", (1,), "bookings double every August"),), ((1, (1,)),)),
    Story("Graphic Design Institute", "Web Developer", "Utrecht", 35,
          ("Femke de Wit, Studio Lead",), ((-11, 11, "onsite", (1,), "students build the site with them"),), ((1, (1,)),),
          said=-4, no_follow_ups=True),
    Story("Humongous Insurance", "Actuarial Data Engineer", "Munich", 140,
          ("Karl Weiss, Team Lead",), ((-115, 9, "onsite", (1,), "claims arrive on paper still"),), ((1, (1,)),),
          outcome=("rejected", 100, None, ""), answered_no=99, keep_in_touch=True),
    Story("Trey Research", "Research Engineer", "Cambridge", 29,
          ("Dr Hana Novak, Group Lead",), ((-3, 15, "video", (1,), "reproducing the 2019 paper took a year"),), ((1, (1,)),)),
    Story("Alpine Ski House", "Data Engineer", "Innsbruck", 20,
          ("Lena Huber, Head of IT",), ((-1, 9, "video", (1,), ""),), missed=True),
    Story("Consolidated Messenger", "API Developer", "remote", 64,
          ("Pavel Dvořák, Platform Lead",), ((-44, 10, "video", (1,), "partners still use SOAP"),), ((1, (1,)),), said=-36,
          outcome=("no_response", 3, None, "")),
    Story("Fourth Coffee", "Data Analyst", "Seattle", 90,
          ("Ruth Alvarez, Analytics Manager",), ((-70, 14, "video", (1,), "loyalty cards know more than surveys"),), ((1, (1,)),),
          outcome=("offer", 50, -44, "declined"), salary="90k USD"),
    Story("School of Fine Art", "IT Coordinator", "Florence", 75,
          outcome=("rejected", 40, None, "")),
    Story("Southridge Video", "Streaming Engineer", "remote", 57,
          ("Ola Nordmann, Engineering Lead",), ((-33, 13, "video", (1,), "latency is a feature here"),), ((1, (1,)),),
          outcome=("withdrawn", 20, None, "")),
    Story("The Phone Company", "Network Automation Engineer", "Warsaw", 43,
          ("Zofia Kowalska, Recruiter; recruiter",), ((-18, 10, "phone screen", (1,), "they hire in pairs"),), ((1, (1,)),),
          said=2),
    Story("VanArsdel", "Software Engineer", "Antwerp", 22,
          ("Bram Peeters, CTO",), ((-4, 16, "onsite", (1,), "furniture that ships as a model first"),), ((1, (1,)),), said=7),
    Story("Relecloud", "Cloud Engineer", "remote", 8, ("Aylin Demir, Recruiter; recruiter",), ((3, 14, "video", (1,), ""),)),
    Story("Munson's Pickles", "Supply Chain Analyst", "Chicago", 15),
    Story("Best For You Organics", "Data Engineer", "Amsterdam", 13, source="job board"),
    Story("First Up Consultants", "Data Consultant", "Paris", 11, source="recruiter"),
    Story("Liberty's Delightful", "E-commerce Developer", "Lyon", 10),
    Story("Nod Publishers", "Content Engineer", "remote", 18, source="newsletter"),
    Story("Wide World Importers", "Integration Engineer", "Rotterdam", 9, priority=1),
    Story("City Power & Light", "Energy Data Engineer", "Oslo", 21),
    Story("Bellows College", "Learning Analytics Developer", "Edinburgh", 27),
    Story("Lamna Healthcare", "Health Data Engineer", "remote", 14, priority=2, salary="72k EUR"),
    Story("Parnell Aerospace", "Telemetry Engineer", "Toulouse", 17),
    Story("Tasmanian Traders", "Backend Developer", "Hobart", 19, source="job board"),
    Story("Weyland Optics", "Imaging Engineer", "Jena", 23),
    Story("Harbour Lane Books", "Search Engineer", "Bristol", 31),
    Story("Kestrel Maps", "Geospatial Developer", "remote", 34, priority=1),
    Story("Olive & Rye", "Data Platform Engineer", "Athens", 37,
          outcome=("rejected", 12, None, "")),
    Story("Quarry Lane Software", "Python Engineer", "Ghent", 50,
          ("Anke Verhoeven, Engineering Manager",), ((-28, 11, "video", (1,), "their monolith has a poet's commit log"),), ((1, (1,)),),
          said=-20, followed_up=(17,), outcome=("rejected", 5, None, ""), answered_no=4, keep_in_touch=True),
)
# fmt: on
