"""What a person's own words for a status mean: stage and outcome. Tables of words in five languages, read in order."""

from __future__ import annotations

import difflib
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from app.etiquette.records import OutcomeKind
from app.etiquette.stages import Stage
from app.etiquette.text import folded


class Meaning(NamedTuple):
    """What a status means. `is_sure` False: nothing in the words is known."""

    stage: Stage
    outcome: OutcomeKind | None = None
    is_sure: bool = True


APPLIED = Meaning(Stage.APPLIED)
INTERVIEWED = Meaning(Stage.INTERVIEWED)
THANKED = Meaning(Stage.THANKED)
WAITING = Meaning(Stage.WAITING)
FOLLOWED_UP = Meaning(Stage.FOLLOWED_UP)
OFFER = Meaning(Stage.OUTCOME, OutcomeKind.OFFER)
REJECTED = Meaning(Stage.OUTCOME, OutcomeKind.REJECTED)
WITHDRAWN = Meaning(Stage.OUTCOME, OutcomeKind.WITHDRAWN)
NO_RESPONSE = Meaning(Stage.OUTCOME, OutcomeKind.NO_RESPONSE)
UNKNOWN = Meaning(Stage.APPLIED, None, is_sure=False)
SAVED = Meaning(Stage.APPLIED)

_RULES: tuple[tuple[str, Meaning], ...] = (
    # Not sent yet, whatever else is named.
    (r"\b(not|haven t|have not|didn t|did not|yet to|need to|want to|plan(ning)? to|ready to|going to|will)( yet)? appl"
     r"(y|ied)\b|\bto apply\b|\bto be applied\b|\bto do\b|\btodo\b|\bnoch nicht beworben\b|\ba postuler\b"
     r"|\bpor aplicar\b|未投|待投|想投|准备投", SAVED),
    # Silence that is not over.
    (r"\b(no|kein|keine|sans|pas de|sin|without|haven t|not) (\w+ )?(response|reply|answer|news|word|update|heard|heard back"
     r"|antwort|ruckmeldung|reponse|nouvelles|respuesta|feedback)( back)? (yet|so far|for now|bisher|bislang)\b"
     r"|\bnoch (keine|nichts)\b|\bpas encore de\b|\baun sin\b|\b(a?waiting|wait|warte\w*|pending|en attente|en espera"
     r"|esperando)\b.{0,24}\b(response|reply|answer|feedback|antwort|ruckmeldung|reponse|respuesta|result\w*|review)\b"
     r"|暂无|等待回复|等回复|等通知|等结果", APPLIED),
    # What the user declined or left.
    (r"\b(i|me|ich) (have )?(declin\w+|reject\w+|refus\w+|turned|withdr\w+|said no|pass\w*|abgelehnt|abgesagt)\b"
     r"|\b(declin\w+|refus\w+|reject\w+|turned down|turn down|passed on|renege\w*) (the |an |their |this |my )?offer\b"
     r"|\boffer(s)? (was |has been )?(declin\w+|refused|turned down|rejected|not accepted)( by me)?\b|\bdeclined by me\b"
     r"|\b(angebot|zusage) (\w+ )?(abgelehnt|abgesagt)\b|\bselbst (abgelehnt|abgesagt)\b|\boffre (declinee|refusee)\b"
     r"|\boferta (rechazada|declinada)\b|拒绝了?offer|已拒offer|拒offer|拒了offer|我拒", WITHDRAWN),
    (r"\boffer(s)? (was |has been )?(rescind\w+|revoked|withdrawn|retracted|cancel\w+)\b|\brescinded\b", REJECTED),
    (r"\bwith?dr(e|a)w\w*|\bwithdra\w+|\bpull(ed)? out\b|\bdrop(ped)? (out|it)\b|\bback(ed)? out\b|\bopt(ed)? out\b"
     r"|\b(no longer|not) interested\b|\bnot (a fit|right|for) (for )?me\b|\bself reject\w*|\bcancel+ed\b|\babandon\w*"
     r"|\bskip+(ed)?\b|\bwon t (apply|pursue)\b|\bnot pursuing\b|\bzuruckgezogen\b|\bzuruckgezog\w+|\bruckzug\b"
     r"|\bretire?e?\b|\bdesist\w*|\bretirad[oa]\b|\babandonn\w+|放弃|撤回|撤销|取消|不去|辞退", WITHDRAWN),
    # A no.
    (r"\brej+e?c?t\w*|\brejct\w*|\brejeted\b|\bdecl?in\w*|\bden(y|ied)\b|\bunsuccess\w*|\bnot (been )?(select|short ?list|success"
     r"|mov|proce|progress|consider|chosen|hired|a (good )?(fit|match)|qualif|offered|accept|approv)\w*|\bno longer (\w+ )?"
     r"(under |being )?consider\w*|\bturned (me )?down\b|\bregret\w*|\bfail\w*|\bno offer\b|\bdid(n t| not) (get|make)\b"
     r"|\bposition (was |is |has been |already )*(filled|closed|cancel\w+|on hold)\b|\b(role|job|req\w*|vacancy) (was |is |has been )*"
     r"(filled|closed|cancel\w+)\b|\bfilled\b|\bpassed over\b|\bkilled\b|\bdead\b|\bnope\b|\bthanks but no\b|\bbad news\b"
     r"|\babsage\w*|\babgesagt\b|\babgelehnt\b|\bablehnung\b|\bnegativ\w*|\brefus\w*|\brechaz\w*|\bdescart\w*"
     r"|\bno (seleccionad|continu|avanz|acept)\w*|\bnon retenu\w*|\bdefavorable\b|\bno (paso|quede)\b|\brifiut\w*|\brejeit\w*"
     r"|\bafgewezen\b|拒|未通过|没通过|不通过|未录|淘汰|挂了|挂$|已挂|感谢信|不合适|不匹配|失败|凉|見送り|不採用|不合格|落选", REJECTED),
    # Silence that is over.
    (r"\bghost\w*|\b(no|kein|keine|sans|pas de|aucune|sin|without|zero) (\w+ )?(response|reply|answer|news|contact|callback|reaction"
     r"|antwort|ruckmeldung|reaktion|reponse|nouvelles|respuesta|contestacion|feedback)\b|\bnever (heard|replied|responded|answered)\w*"
     r"|\b(not|haven t|didn t|did not) (hear|heard|replied|responded)\w*|\bnon ?respons\w*|\bnot respond\w*|\bunanswered\b|\bsilen(t|ce)\b"
     r"|\bexpired\b|\bstale\b|\btimed? ?out\b|\binactive\b|\barchiv\w*|\babgelaufen\b|\bsin contestar\b"
     r"|已读不回|无回复|没回复|未回复|无响应|没消息|没有消息|石沉大海|无反馈|無回答", NO_RESPONSE),
    # An offer.
    (r"\boffer\w*|\bac+ept\w*|\bccepted\b|\bhired?\b|\bsigned\b|\b(got|landed|won|start(ed|ing)?) (the |this )?(job|role|position)\b"
     r"|\bemployed\b|\bsuccess(ful)?\b|\bonboard\w*|\bcontract\b|\bzusage\b|\bzugesagt\b|\bangebot\b|\bangenommen\b|\beingestellt\b"
     r"|\bvertrag\w*|\boffre\b|\bembauch\w*|\brecrutee?\b|\baccepte(e)?s?\b|\bretenue?\b|\boferta\b|\bcontratad\w*|\baceptad\w*"
     r"|\bseleccionad\w*|\bassunto\b|\baceito\b|\baangenomen\b|录用|录取|入职|签约|签了|已签|意向书|オファー|内定|採用", OFFER),
    # Thanks, follow-ups and waiting after an interview.
    (r"\bthank(s| you)? (note |letter |mail |email )?(sent|written|mailed)\b|\bthanked\b", THANKED),
    (r"\b(need|have|want|should|must|time)s? to follow( |-)?up\b|\bto follow ?up\b|\bfollow ?up (due|needed|required|pending)\b"
     r"|\bnachfassen\b|\ba relancer\b", APPLIED),
    (r"\bfollow(ed|ing)?( |-)?up\b|\bnachgefasst\b|\bnachgehakt\b|\bnachgefragt\b|\brelance+\w*|\bseguimiento (enviado|hecho)\b"
     r"|已跟进|催", FOLLOWED_UP),
    (r"\b(a?waiting|pending) (for )?(a |the |their )?(final )?(decision|offer|verdict|outcome)\b|\bfinal decision\b|\bdecision pending\b"
     r"|\bwait ?list\w*|^waiting$|待发|面完等|等终面结果", WAITING),
    # Something with people.
    (r"\binterv\w*|\bintervew\w*|\bintreview\w*|\b(phone|telephone|recruiter|recruitor|hr|hiring manager|video|initial|first|final|zoom|technical|tech"
     r"|call|culture|founder|intro\w*) (screen\w*|call|chat|interview|round|conversation|meeting|talk)\b|\bphone ?screen\w*|\bphone\b"
     r"|\bscreening call\b|\bscreened\b|\bscreen\b|\bon ?site\b|\bin person\b|\b(first|second|third|fourth|last|final|next|1st|2nd|3rd|4th|5th) "
     r"(round|stage|step|loop)\b|\b(round|stage|loop) (one|two|three|four|five|\d+)\b|\bfinal(s|ist)?\b|\bpanel\b|\bsuper ?day\b|\bspoke\b"
     r"|\btalked\b|\bmet with\b|\bmeeting\b|\btechnical\b|\bshort ?list\w*|\breference\w*|\bbackground check\b|\bnegotiat\w*"
     r"|\bassessment cent(re|er)\b|\btrial day\b|\bcall (scheduled|booked|back)\b|\bcallback\b|\binvite\w*|\bvorstellungsgesprach\w*"
     r"|\bgesprach\w*|\btelefonat\w*|\bkennenlern\w*|\beinladung\w*|\beingeladen\b|\bprobearbeit\w*|\bprobetag\b|\bbewerbungsgesprach\w*"
     r"|\bentretien\w*|\bentrevista\w*|\brendez ?vous\b|\bcolloqui\w*|\bgesprek\w*|\bconvoqu\w*|\bllamada\b"
     r"|面试|[一二三四五终]面|\d面|hr面|群面|面谈|面接|面談|复试|初试|約面|约面", INTERVIEWED),
    # Sent, read, tested, or saved for later.
    (r"\bappl(y|ied|ication|ying)?\w*|\bapp?l?ied\b|\bsen[td]\b|\bsubmit\w*|\bsumbit\w*|\breview\w*|\bpending\b|\bactive\b|\bin progress\b"
     r"|\bprogress\w*|\bprocess\w*|\bopen\b|\bconsider\w*|\breceiv\w*|\backnowledg\w*|\bconfirm\w*|\bview\w*|\bseen\b|\bread\b|\bwish ?list\w*"
     r"|\bsaved?\b|\bbookmark\w*|\binterest\w*|\bdraft\w*|\bplan\w*|\bnew\b|\bscreening\b|\bassess\w*|\btest\w*|\boa\b|\boa \d\b"
     r"|\b(online|coding|take home|hacker ?rank|code ?signal)\b|\bchallenge\b|\bquestionn\w*|\breferr\w*|\breferral\b|\bwait\w*|\bawait\w*"
     r"|\bon ?hold\b|\bprospect\w*|\bresearch\w*|\bcontacted\b|\bmessaged\b|\bconnect\w*|\bprepar\w*|\bunder\b|\bforward\w*|\bmaybe\b"
     r"|\bidentified\b|\bqueued?\b|\bresponded\b|\breplied\b|\bupdate\w*|\bongoing\b|\blead\b|\bupcoming\b|\bdone\b|\bcompleted?\b"
     r"|\bbeworben\b|\bbewerbung\w*|\bgesendet\b|\bgeschickt\b|\babgeschickt\b|\bversendet\b|\beingereicht\b|\beingegangen\b|\boffen\b"
     r"|\b(in )?bearbeitung\b|\bin prufung\b|\bwarte\w*|\bausstehend\b|\bgemerkt\b|\bgeplant\b|\beingangsbestatigung\b|\bvorgemerkt\b|\blaufend\b"
     r"|\bpostule\w*|\bcandidat\w*|\benvoye\w*|\ben cours\b|\ben attente\b|\bdepose\w*|\bbrouillon\b|\ben discussion\b|\btransmis\w*"
     r"|\benviad\w*|\baplicad\w*|\baplique\b|\bpostulad\w*|\bsolicitad\w*|\ben proceso\b|\bpendiente\b|\ben espera\b|\ben revision\b|\bguardad\w*"
     r"|\binviat\w*|\bin attesa\b|\benviad\w*|\bem andamento\b|\bverzonden\b|\bgesolliciteerd\b"
     r"|已投|投递|已申请|申请中|已提交|提交|网申|筛选|初筛|简历|笔试|测评|机试|进行中|流程中|等待|待定|收藏|感兴趣|内推|泡池|人才库|応募|選考中|書類", APPLIED),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern), meaning) for pattern, meaning in _RULES)
_WHOLE: dict[str, Meaning] = {
    "no": REJECTED,
    "nein": REJECTED,
    "non": REJECTED,
    "n": REJECTED,
    "yes": OFFER,
    "ja": OFFER,
    "oui": OFFER,
    "si": OFFER,
    "y": OFFER,
    "closed": REJECTED._replace(is_sure=False),
    "close": REJECTED._replace(is_sure=False),
    "geschlossen": REJECTED._replace(is_sure=False),
    "passed": INTERVIEWED._replace(is_sure=False),
    "r": REJECTED._replace(is_sure=False),
    "x": REJECTED._replace(is_sure=False),
    "❌": REJECTED,
    "✗": REJECTED,
    "✘": REJECTED,
    "👻": NO_RESPONSE,
    "🎉": OFFER,
    "accepted": OFFER,
    "waitlisted": WAITING._replace(is_sure=False),
}
"""Statuses that are one word, which means something else inside a sentence."""
_KNOWN_WORDS = (
    "applied application accepted rejected rejection interview interviewed interviewing offer offered declined withdrawn"
    " withdrew ghosted pending submitted screening wishlist archived response abgelehnt absage beworben zusage eingeladen"
    " vorstellungsgespräch refusé accepté entretien envoyée rechazado aceptado entrevista enviado"
)
_CORRECT = tuple(folded(word) for word in re.split(r"\s+", _KNOWN_WORDS))


def plain(text: str) -> str:
    """Return words in lower case without accents and punctuation, single spaces between."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[^\w❌✗✘👻🎉]+|_", " ", bare).split())


@lru_cache(maxsize=4096)
def meaning_of(words: str) -> Meaning:
    """Return what a status means; of several in one cell, the one that is furthest along."""
    text = plain(words)[:300]
    if not text:
        return UNKNOWN
    whole = _WHOLE.get(text)
    if whole is not None:
        return whole
    found = _by_rule(text)
    if found is not None:
        return found
    mended = _mended(text)
    found = _by_rule(mended) or _WHOLE.get(mended) if mended != text else None
    return UNKNOWN if found is None else found


def _by_rule(text: str) -> Meaning | None:
    return next((meaning for pattern, meaning in _COMPILED if pattern.search(text)), None)


def _mended(text: str) -> str:
    """Return the words with the misspelt ones as they were meant."""
    words = []
    for word in text.split():
        near = difflib.get_close_matches(word, _CORRECT, 1, 0.8) if len(word) >= 5 else []
        words.append(plain(near[0]) if near else word)
    return " ".join(words)
