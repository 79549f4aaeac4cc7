"""The sentence of a letter that holds what stood out, as a template writes it: `highlight(topic=..., fact=...)`."""

from __future__ import annotations

from app.letters.clauses import Clause, Form
from app.letters.templating import blank

NOTHING_NOTED = "something you talked about"


class HighlightSentence:
    """What `highlight` is in a template: it takes a sentence a form, and fills the one that fits what was noted.

    `topic` holds `{topic}`, which follows "about": "Our talk about {topic} stood out." `fact` holds `{fact}`, which
    follows "that": "I noted that {fact}." `you`, which can be left out, holds `{doing}`, which follows "for": "Thank
    you for {doing}." Where nothing is noted, or it is not certain how to say it, the topic is a blank.
    """

    def __init__(self, clause: Clause | None):
        self._clause = clause

    def __call__(self, topic: str, fact: str, you: str = "") -> str:
        """Return the sentence."""
        clause = self._clause
        if clause is None:
            return topic.replace("{topic}", blank(NOTHING_NOTED))
        if clause.form is Form.UNSURE:
            return topic.replace("{topic}", blank(_to_rewrite(clause.text)))
        if clause.form is Form.TOPIC:
            return topic.replace("{topic}", clause.text)
        if you and clause.doing:
            return you.replace("{doing}", clause.doing)
        return fact.replace("{fact}", clause.text)

    def __bool__(self) -> bool:
        """Whether anything is noted that is certain."""
        return self._clause is not None and self._clause.form is not Form.UNSURE


def stood_out(clause: Clause | None) -> str:
    """Return what stood out by itself, for templates that build their own sentence around it; else a blank."""
    if clause is None:
        return blank("what stood out")
    return clause.text if clause.form is not Form.UNSURE else blank(_to_rewrite(clause.text))


def _to_rewrite(text: str) -> str:
    plain = text.replace("[", "(").replace("]", ")")
    return f"say it to them: {plain}"
