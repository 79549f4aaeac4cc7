"""Words of statuses that people misspell. A table alone, as `folding.plain` leaves them."""

from __future__ import annotations

OFTEN_MISSPELT = (
    *("accepted", "applied", "rejected", "declined", "interview", "interviewed", "interviewing", "offer", "offered"),
    *("withdrawn", "ghosted", "submitted", "unsuccessful", "recruiter", "pending", "denied", "screening", "assessment"),
    *("waiting", "hired"),
    *("archived", "expired", "saved", "wishlist", "onsite", "scheduled", "absage", "beworben", "abgelehnt", "zusage"),
    *("vorstellungsgesprach", "eingeladen", "refuse", "envoye", "postule", "entretien", "acceptee", "rechazado"),
    *("entrevista", "aplicado", "enviado", "postulado", "pendiente", "bookmarked", "rejeitado", "recusado"),
    *("aprovado", "colloquio", "rifiutato", "inviata", "afgewezen", "gesolliciteerd", "odrzucone", "rozmowa"),
)
"""Words that a misspelt status is compared with."""
