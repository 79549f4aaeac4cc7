"""The letters of the sample hunt, as its user wrote them. All of it is invented."""

from __future__ import annotations

from app.hunt.sample_stories import Story

# fmt: off
_HEARD: dict[tuple[str, int], str] = {
    ("Northwind", 1): "Your account of what late-arriving events do to the morning reports stayed with"
        " me, and so did the way your team decided to show the gap instead of hiding it.",
    ("Contoso", 1): "You said that the old scheduler goes in spring. I have been through a move like"
        " that, and I would enjoy planning the weeks in which both have to run.",
    ("Fabrikam", 1): "Pairing with you on the billing importer was the best hour of my week, and your"
        " question about half-paid invoices is one I would have missed.",
    ("Tailspin", 1): "You told me that your product owners sign the error budgets themselves. I have"
        " not seen that anywhere else, and I would like to work where it is normal.",
    ("Lucerne Publishing", 1): "You mentioned that the archive goes back to 1874. Making those volumes"
        " searchable without losing their odd spellings is the kind of problem I like to sit with.",
    ("Litware", 1): "You explained that every model ships behind a flag and earns its traffic. That is"
        " how I would want my own work to be tried.",
    ("Litware", 2): "Seeing the labeling tool that your team built made the job much more concrete,"
        " the keyboard shortcuts above all. I left with two ideas for the review queue.",
    ("Blue Yonder Airlines", 1): "You said that a delay costs most at the first flight of the day. I"
        " had never thought of the morning as the place to spend the analysis, and now I do.",
    ("Coho Winery", 1): "Your picture of three vintages a day in the busy weeks made it clear why the"
        " dashboards have to be right before seven.",
    ("Margie's Travel", 1): "You described how bookings double every August. I would be glad to help"
        " you meet the next one with tests instead of overtime.",
    ("Graphic Design Institute", 1): "You said that the students build the site with your team."
        " Teaching while shipping is what I enjoyed most in my last job.",
    ("Humongous Insurance", 1): "You showed me the claims that still arrive on paper. Turning those"
        " piles into something that your actuaries trust is work I would be proud of.",
    ("Trey Research", 1): "You said that it took a year to reproduce the 2019 paper. I would like to"
        " help make the next one take a month.",
    ("Consolidated Messenger", 1): "Many of your partners speak SOAP, you said. I looked after one such"
        " bridge for years, and I know where it creaks.",
    ("Fourth Coffee", 1): "You said that the loyalty cards know more than any survey. I keep coming"
        " back to your example of the commuters who never redeem a point.",
    ("Southridge Video", 1): "You called latency a feature, and explained which of your viewers would"
        " notice 200 milliseconds. I enjoyed that part of our talk very much.",
    ("The Phone Company", 1): "You said that your teams hire in pairs, so that nobody learns the"
        " network alone. That told me a lot about the company.",
    ("VanArsdel", 1): "You showed me furniture that ships as a model first. I would like to work on the"
        " part that turns a drawing into a cutting list.",
    ("Quarry Lane Software", 1): "You read me a few lines from your monolith's commit log. A team that"
        " writes history that well is a team I would like to join.",
}
# fmt: on

_OPENINGS = (
    "Thank you for talking with me about the {role} role.",
    "Thank you for the time you took for me, and for such a good conversation about the {role} role.",
    "I enjoyed our conversation about the {role} role. Thank you for making the time.",
)
_CLOSINGS = (
    "I am very interested in the position and in working with you. If anything is still open on your side, I am happy"
    " to answer it or to send an example of my work.",
    "Our talk made me want the job more, not less. Please let me know if there is anything that I can add while you"
    " decide.",
    "I would be glad to join your team, and I look forward to hearing how you decide. Should you need anything from me"
    " until then, a short note is enough.",
)


def thank_you(story: Story, round_: int, given: str, name: str) -> tuple[str, str]:
    """Return subject and body of a thank-you for a round (from 1)."""
    turn = (len(story.company) + round_) % len(_OPENINGS)
    opening, closing = _OPENINGS[turn].format(role=story.role), _CLOSINGS[turn]
    body = f"Dear {given},\n\n{opening} {_HEARD[story.company, round_]}\n\n{closing}\n\nBest regards,\n{name}"
    return f"Thank you, {given}", body


def follow_up(story: Story, given: str, day: str, name: str) -> tuple[str, str]:
    """Return subject and body of the first follow-up; `day` is that of the interview."""
    body = (
        f"Dear {given},\n\nThank you again for our conversation on {day} about the {story.role} role. I am still very"
        " interested in it. Could you tell me when you expect to decide? If you need anything more from me, I will"
        f" send it the same day.\n\nBest regards,\n{name}"
    )
    return f"{story.role} interview: following up", body


def second_follow_up(story: Story, given: str, day: str, name: str) -> tuple[str, str]:
    """Return subject and body of the last follow-up; `day` is that of the interview."""
    body = (
        f"Dear {given},\n\nI am writing once more about the {story.role} role that we discussed on {day}. I would still"
        " like to work with you, and I know how full such weeks are. If you have chosen somebody else, one line is"
        f" plenty, and I will wish you both well. Thank you for your time.\n\nBest regards,\n{name}"
    )
    return f"{story.role} interview: one last note", body


def rejection_reply(story: Story, given: str, name: str) -> tuple[str, str]:
    """Return subject and body of the reply to a rejection."""
    body = (
        f"Dear {given},\n\nThank you for letting me know, and for the time that you gave me. I liked what I saw of"
        f" {story.company}, and I would be glad to be considered when another role comes up. I wish you and the team"
        f" all the best.\n\nBest regards,\n{name}"
    )
    return f"Re: {story.role}", body
