"""Kinds of mail that are of no application, as programs that sort an inbox call them. Tables alone, folded."""

from __future__ import annotations

_ANYWHERE = """
job alert,job alerts,jobalert,job recommendation,job recommendations,recommended jobs,job suggestion,job suggestions
newsletter,newsletters,spam,junk,linkedin notification,profile view,profile views,connection request
not job related,not an application,not application related,non application,non job,not a job,false positive
jobalarm,job alarm,jobempfehlung,jobempfehlungen,werbung,alerte emploi,alertes emploi,offres recommandees,publicite
alerta de empleo,alertas de empleo,recomendacion de empleo,publicidad,alerta de vaga,alertas de vagas
vagas recomendadas,propaganda,avviso di lavoro,pubblicita,vacature alert,nieuwsbrief,reclame
"""
_IN_INBOXES = """
other,others,none,misc,miscellaneous,general,unknown,update,info,informational,notification,social,personal,bank
promotion,promotions,promotional,promo,marketing,advertisement,advertising,ad,digest,security,security alert
verification,verification code,otp,account,account creation,password reset,receipt,invoice,survey,event,webinar
not related,unrelated,irrelevant,not relevant,not application,no application,not job,sonstiges,andere,kein bezug
nicht relevant,autre,autres,hors sujet,non pertinent,sans rapport,otro,otros,no relacionado,irrelevante,outro,outros
nao relacionado,altro,non pertinente,overig,niet relevant
"""
OTHER_MAILS = frozenset(words.strip() for words in _ANYWHERE.replace("\n", ",").split(",")) - {""}
OTHER_IN_INBOXES = frozenset(words.strip() for words in _IN_INBOXES.replace("\n", ",").split(",")) - {""}
"""What says so in any sheet, and where every row is a mail."""
_OF_MAILS = """
subject sender from snippet thread threadid message messageid gmail email mail inbox received body preview
betreff absender nachricht objet expediteur asunto remitente remetente assunto oggetto mittente onderwerp afzender
"""
OF_MAILS = frozenset(_OF_MAILS.split())
"""Words in the names of columns that mails have."""
