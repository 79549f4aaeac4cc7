"""What a message is about: work, or something else that is applied for, decided, sold or played. Data, and its count.

A bank declines, a jury chooses, a landlord prefers another applicant, all in the words of an employer; only what they
speak of tells them apart. A star stands for any ending.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import log

from app.exchange.meanings.sentences import Sentence

_WORK = """
    job jobs role roles position positions vacancy vacancies applicant* application candidate* candidac* hire*
    hiring hired employ* employer interview* recruit* resume cv salary shift shifts crew staff team colleague*
    manager apprentice* intern internship trainee* trial panel shortlist* headcount payroll requisition opening
    workplace rota contractor freelance* careers career talent hr onboarding notice probation contract joining
    join start starting duty post posting boss desk stelle stellen arbeit* bewerb* einstell* eingestellt gehalt*
    vertrag* arbeitsvertrag ausbildung* praktik* gespräch* vorstellung* mitarbeit* kolleg* betrieb personal*
    unterlagen lebenslauf probetag probearbeit* aushilf* schicht* dienst* beruf* kandidat* posten volontariat
    referendar* honorarvertrag poste emploi embauch* recrut* candidat* entretien salaire contrat stage apprenti*
    équipe cdi cdd puesto empleo contrat* entrevista sueldo vacante equipo trabajo plaza vaga cargo emprego
    salário contrato estágio equipe trabalho functie baan vacature sollicit* salaris gesprek werk dienst posto
    lavoro assunz* assunto contratto colloquio selezione stipendio ruolo
"""
_ELSE = """
    mortgage loan loans credit bank lender overdraft debit card balance interest insur* claim policy premium tariff
    broker invest* shares fund funds market markets apartment flat flats tenant* landlord lease leasing rent
    rental viewing house property vendor buyer estate unit bedroom* course courses degree msc bsc mba university
    college campus tuition enrol* admission* semester student students school pupil* pupils daughter son child
    children kids nursery kindergarten prize award contest competition ballot lottery raffle draw entries entry
    judges jury poem poet poetry manuscript novel journal paper abstract conference talk proposal club choir
    altos subs season squad tournament league match marathon race hackathon festival concert ticket tickets seat
    audition* series show contestant* order orders refund return returns parcel delivery ship shipping shop
    discount % coupon code voucher sale price checkout cart warranty subscription plan trial upgrade app apps
    feature features update updates login password account privacy terms newsletter unsubscribe digest webinar
    download pull pr merge merged issue repo repository github commit edit edits reviewer guideline submission
    guidelines charity donate donation supporter* regular volunteer* fundrais* grant grants funding foundation
    patient appointment clinic dentist doctor surgery visa passport permit planning council tax fine parking
    court licence adopt adoption dog cat puppy shelter pet seller bid auction listing kredit* darlehen* konto
    dispo* versicher* schaden* tarif* leasing* antrag* bescheid* miete* mieter* vermieter* wohnung* eigentümer*
    kurs kurse studien* studium hochschul* stipend* kita* kind kinder tochter sohn schule schüler* gewinn*
    gewonnen teilnehmer* verlosung preis preise wettbewerb orchester vorspiel chor verein* training beitrag
    mitglied* spende* rat parkhaus wahl gemeinde* bestell* paket* liefer* rabatt* gutschein* gb monatlich abo*
    abmelden abbestellen premium-mitgliedschaft profil profile prêt crédit assurance sinistre logement loyer
    locataire formation école élève bourse concours commande colis abonnement désinscrire réduction préstamo
    crédito hipoteca piso alquiler curso beca universidad pedido descuento suscripción sorteo empréstimo aluguel
    bolsa desconto sorteio vale-compras clique hypotheek lening huur* woning cursus studie beurs bestelling
    korting project inzending* actie mutuo prestito affitto appartamento corso borsa ordine sconto abbonamento
    concorso audizione
"""
_FEW = 1
"""Words of work that a message may well have by chance."""


def _built(table: str) -> tuple[frozenset[str], tuple[str, ...]]:
    words = table.split()
    begun = tuple(sorted({word.rstrip("*") for word in words if word.endswith("*")}))
    return frozenset(word for word in words if not word.endswith("*")), begun


_WORK_WORDS, _ELSE_WORDS = _built(_WORK), _built(_ELSE)


@lru_cache(maxsize=20_000)
def _is_of(word: str) -> tuple[bool, bool]:
    """Return whether a word in lower case is one of work, and one of something else; some are both."""
    return (
        word in _WORK_WORDS[0] or word.startswith(_WORK_WORDS[1]),
        word in _ELSE_WORDS[0] or word.startswith(_ELSE_WORDS[1]),
    )


def topics_of(sentences: Iterable[Sentence]) -> dict[str, float]:
    """Return how much a message speaks of work and of something else, as evidence by name."""
    kinds = [_is_of(word) for word in {word for sentence in sentences for word in sentence.plain.split()}]
    work, other = sum(kind[0] for kind in kinds), sum(kind[1] for kind in kinds)
    return {
        "of work": log(1 + work),
        "of something else": log(1 + other),
        "of something else alone": log(1 + other) if work <= _FEW else 0.0,
        "not of work": float(not work),
    }
