"""The words by which servers say that a mail did not arrive, in their languages. Data."""

from __future__ import annotations

import re

SENDERS = re.compile(
    r"^(?:mailer-?daemon|mail-?daemon|mdaemon|postmaster|mail[-._]?delivery|microsoftexchange[0-9a-f]+|bounces?|mmdf|uucp|"
    r"mailmaster|mail\.daemon)(?![a-z])",
    re.IGNORECASE,
)
FAILED = re.compile(
    r"^(?:\[[^\]]{0,40}\]\s*)?(?:undeliver(?:able|ed)|non ?remis|permanent delivery failure|automatically rejected mail|delivery (?:status notification ?(?:\(failure\)|: (?:error|fail\w*))|notification: delivery (?:has )?failed|failed|failure|has failed|report ?\(failure\))|"
    r"mail failure|there was an error sending your mail|mail system error|"
    r"failure notice|failed (?:mail|delivery)|returned (?:mail|message|to sender)|mail (?:delivery (?:failed|failure|error|system|subsystem)|system error|could not be delivered|not delivered)|"
    r"(?:message|e-?mail) (?:not delivered|undeliverable|could not be delivered|delivery (?:failure|failed))|"
    r"message status - undeliverable|nondeliverable|non-?delivery|undelivery|unable to deliver|could not deliver|error sending|"
    r"unzustellbar|nicht zustellbar|nicht zugestellt|zustellung fehlgeschlagen|fehler bei der zustellung|übermittlung fehlgeschlagen|"
    r"échec de (?:la )?(?:remise|livraison|distribution)|non distribuable|message non (?:remis|distribué|délivré)|"
    r"no se (?:puede|pudo|ha podido) entregar|no entregad[oa]|entrega fallida|fallo (?:en la|de) entrega|"
    r"não (?:foi )?entregue|falha na entrega|mancato recapito|impossibile recapitare|onbestelbaar|niet bezorgd|"
    r"kan inte levereras|olevererbart|kan ikke leveres|nie można dostarczyć|недоставленное сообщение|не доставлено|"
    r"系统退信|退信|無法傳遞|无法送达|未送達|配信不能|배달되지 않음|반송)",
    re.IGNORECASE,
)
LATE = re.compile(
    r"delay|warning|not yet been delivered|still (?:trying|being retried)|will (?:continue|keep) (?:to try|trying)|"
    r"verzögert|retard|retras|temporar|deferred|you do not need to resend",
    re.IGNORECASE,
)

NAMED = re.compile(
    r"mailer[- ]?daemon|mail ?delivery|postmaster|mail(?:er)? (?:sub)?system|mail administrator|delivery subsystem|mta\b",
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
