"""The words by which servers say that a mail did not arrive, in their languages. Data."""

from __future__ import annotations

import re

SENDERS = re.compile(
    r"^(?:mailer-?daemon|mail-?daemon|mdaemon|postmaster|mail[-._]?delivery|microsoftexchange[0-9a-f]+|bounces?|mmdf|uucp|"
    r"mailmaster|mail\.daemon)(?![a-z])",
    re.IGNORECASE,
)
_FAILED_WORDS = (
    r"undeliver(?:able|ed)",
    r"non ?remis",
    r"permanent delivery failure",
    r"automatically rejected mail",
    r"delivery status notification ?(?:\(failure\)|: (?:error|fail\w*))",
    r"delivery notification: delivery (?:has )?failed",
    r"delivery (?:failed|failure|has failed|report ?\(failure\))",
    r"mail failure",
    r"there was an error sending your mail",
    r"mail system error",
    r"failure notice",
    r"failed (?:mail|delivery)",
    r"returned (?:mail|message|to sender)",
    r"mail (?:delivery (?:failed|failure|error|system|subsystem)|system error|could not be delivered|not delivered)",
    r"(?:message|e-?mail) (?:not delivered|undeliverable|could not be delivered|delivery (?:failure|failed))",
    r"message status - undeliverable",
    r"nondeliverable",
    r"non-?delivery",
    r"undelivery",
    r"unable to deliver",
    r"could not deliver",
    r"error sending",
    r"unzustellbar",
    r"nicht zustellbar",
    r"nicht zugestellt",
    r"zustellung fehlgeschlagen",
    r"fehler bei der zustellung",
    r"übermittlung fehlgeschlagen",
    r"échec de (?:la )?(?:remise|livraison|distribution)",
    r"non distribuable",
    r"message non (?:remis|distribué|délivré)",
    r"no se (?:puede|pudo|ha podido) entregar",
    r"no entregad[oa]",
    r"entrega fallida",
    r"fallo (?:en la|de) entrega",
    r"não (?:foi )?entregue",
    r"falha na entrega",
    r"mancato recapito",
    r"impossibile recapitare",
    r"onbestelbaar",
    r"niet bezorgd",
    r"kan inte levereras",
    r"olevererbart",
    r"kan ikke leveres",
    r"nie można dostarczyć",
    r"недоставленное сообщение",
    r"не доставлено",
    r"系统退信",
    r"退信",
    r"無法傳遞",
    r"无法送达",
    r"未送達",
    r"配信不能",
    r"배달되지 않음",
    r"반송",
)
FAILED = re.compile(r"^(?:\[[^\]]{0,40}\]\s*)?(?:" + "|".join(_FAILED_WORDS) + r")", re.IGNORECASE)
_LATE_WORDS = (
    r"delay",
    r"warning",
    r"not yet been delivered",
    r"still (?:trying|being retried)",
    r"will (?:continue|keep) (?:to try|trying)",
    r"verzögert",
    r"retard",
    r"retras",
    r"temporar",
    r"deferred",
    r"you do not need to resend",
)
LATE = re.compile("|".join(_LATE_WORDS), re.IGNORECASE)

NAMED = re.compile(
    r"mailer[- ]?daemon|mail ?delivery|postmaster|mail(?:er)? (?:sub)?system|mail administrator"
    r"|delivery subsystem|mta\b",
    re.IGNORECASE,
)
"""What a server calls itself where it gives no address."""
WHOM = re.compile(
    r"(?:recipient(?: address)?|rejected recipient|delivered to|deliver(?:y)? (?:to|for)|following recipients?|to"
    r"|final-recipient)\s?:?\s{0,8}(?:rfc822;\s?)?<?(?P<after>[^\s<>;,:\"'()\[\]]{1,200}@[^\s<>;,:\"'()\[\]]{1,250})"
    r"|^\s{0,8}<?(?P<alone>[^\s<>;,:\"'()\[\]]{1,200}@[^\s<>;,:\"'()\[\]]{1,250})>?\s{0,4}(?:$|[:.]|\()",
    re.IGNORECASE | re.MULTILINE,
)
"""Where the text of a report names whom a mail did not reach."""
