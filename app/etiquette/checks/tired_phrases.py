"""Phrases that readers are tired of (WORDS.md), one a line, each with what may stand in its place."""

from __future__ import annotations

from app.etiquette.checks.phrases import Phrase

TIRED = (
    Phrase("say why you write", r"\bjust (?:checking|wanted to check) in\b", "I am just checking in."),
    Phrase("say why you write", r"\b(?:checking|check) in (?:on|with|to see)\b", "I am checking in on my application."),
    Phrase("say why you write", r"\btouch(?:ing)? base\b", "I wanted to touch base."),
    Phrase("say why you write", r"\bcircl(?:e|ing) back\b", "I'm circling back on this."),
    Phrase(
        "say why you write",
        r"\bfloat(?:ing)? this (?:back )?(?:up|to the top)\b",
        "Floating this to the top of your inbox.",
    ),
    Phrase(
        "say why you write",
        r"\b(?:wanted|wanting|writing) to reach out\b|\breaching out to\b",
        "I wanted to reach out.",
    ),
    Phrase("say why you write", r"\bper my (?:last|previous) (?:email|message)\b", "As per my last email, I am free."),
    Phrase(
        "leave it out",
        r"\bhope (?:that )?this (?:e-?mail|message|note|letter)? ?finds you\b",
        "I hope this email finds you well.",
    ),
    Phrase(
        "leave it out",
        r"\btrust (?:that )?this (?:e-?mail|message|note|letter)? ?(?:finds|meets) you\b",
        "Trust this meets you well.",
    ),
    Phrase(
        "leave it out",
        r"\b(?:(?:do|would|should)(?:n't| not)|not) hesitate to\b",
        "Please do not hesitate to contact me.",
    ),
    Phrase(
        "leave it out",
        r"\bat your earliest (?:convenience|opportunity)\b",
        "Please reply at your earliest convenience.",
    ),
    Phrase("leave it out", r"\bto whom it may concern\b", "To whom it may concern"),
    Phrase("say it plainly", r"\bmore than happy to\b", "I am more than happy to help."),
    Phrase(
        "say it plainly", r"\bthank you for your time and consideration\b", "Thank you for your time and consideration."
    ),
    Phrase(
        "say what it is",
        r"\b(?:great|amazing|exciting|wonderful|incredible|fantastic) opportunity\b",
        "It is a great opportunity.",
    ),
    Phrase("say what it is", r"\bvaluable insights?\b", "You gave me valuable insights."),
    Phrase("say what it is", r"\bhit the ground running\b", "I can hit the ground running."),
    Phrase(
        "say what it is", r"\b(?:proven track record|results[- ]driven|go-getter|team player)\b", "I am a team player."
    ),
    Phrase(
        "say what it is",
        r"\b(?:synerg(?:y|ies)|value[- ]add|think outside the box|move the needle)\b",
        "I think outside the box.",
    ),
    Phrase(
        "say what it is",
        r"\b(?:esteemed|prestigious|reputed) (?:company|organi[sz]ation|institution|firm)\b",
        "your esteemed organization",
    ),
    Phrase("say why it fits", r"\b(?:perfect|ideal) (?:fit|match|candidate)\b", "I am a perfect fit."),
    Phrase("say why it fits", r"\bpassionate about\b|\bmy passion for\b", "I am passionate about data."),
    Phrase(
        "say why it fits",
        r"\b(?:great|valuable|strong) (?:asset|addition) to your\b",
        "I would be a great asset to your team.",
    ),
)
