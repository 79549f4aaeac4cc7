"""Dutch phrases for rejections, receipts and offers. See the package for how a line reads."""

from __future__ import annotations

from app.exchange.meanings.phrases import Language

_LISTS = {
    "yours": r"(je|jouw|uw) (sollicitatie|cv|kandidatuur|profiel|gegevens|interesse|brief)",
    "job": r"functie|vacature|positie|baan|contract|rol|dienstverband|stage|aanstelling",
    "cand": r"kandida\w+|sollicitant\w*|persoon|profiel\w*|iemand anders",
    "other": r"andere?|een ander|betere|geschiktere",
    "further": r"verder|door|vervolg\w*|voort\w*|doorgaan|verdergaan",
    "procedure": r"procedure|sollicitatie|kandidatuur",
    "geselecteerd": r"geselecteerd|gekozen|uitgekozen|uitgenodigd|aangenomen|uitnodigen|aanbieden",
    "blij": r"blij|verheugd|graag|genoegen|enthousiast",
    "accepteer": r"accepteer\w*|accepteren|tekenen|ondertekenen|bijlage|geldig",
    "beoordelen": r"beoordelen|bekijken|beoordeeld|bekeken|doornemen",
    "uitnodigen": r"uitnodigen|plannen|inplannen|beschikbaar|schikt|uit te nodigen",
    "zoektocht": r"zoektocht|carrière|loopbaan|verdere|toekomst|vervolg",
    "vacatures": r"nieuwe vacatures|vacature-?alert|uitschrijven|afmelden|nieuwsbrief|verificatiecode",
    "nodigen": r"uit te nodigen|aan te nemen|verder te gaan|voort te zetten|aan te bieden",
}
_LINES = r"""
rejection | niet ~4 {further} ~3 (met|te gaan|gaan|in|voor|proces) | We gaan helaas niet verder met je sollicitatie.
rejection | {procedure} ~3 niet ~3 (voort\w*|vervolg\w*|verder|door) | We zetten de procedure niet voort.
rejection | {other} ~1 {cand} | We hebben voor een andere kandidaat gekozen.
rejection | (gekozen|keuze|voorkeur) ~4 iemand anders | We hebben gekozen voor iemand anders.
rejection | niet ~3 {geselecteerd} | Je bent niet geselecteerd.
rejection | (keuze|keus) ~3 niet ~2 op (jou|u|je) | Onze keuze is niet op jou gevallen.
rejection | {job} ~4 (vervuld|ingevuld|gesloten|niet meer (beschikbaar|open)) | De vacature is inmiddels vervuld.
rejection | {yours} ~4 (afgewezen|niet in behandeling) | Je sollicitatie is afgewezen.
rejection | (moeten|moet|willen) ~4 (afwijzen|teleurstellen|afzeggen) | We moeten je helaas teleurstellen.
rejection | niet ~4 (aansluit|aansluiten|past bij|voldoe\w*|match\w*) | Je profiel is iets dat niet goed aansluit.
rejection | (sluit|past|voldoet) ~5 niet ~4 ({job}|eisen|profiel|aan) | Uw profiel sluit niet goed aan.
rejection | geen ~3 (passende|vervolg|match) | We zien helaas geen match.
rejection | niet ~1 (door|verder) (naar|in|met) | Je bent helaas niet door naar de volgende ronde.
rejection | niet {nodigen} | We hebben besloten je niet uit te nodigen.
rejection | (naar|aan|voor|met) (iemand anders|een ander\w*) | De stageplek is naar iemand anders gegaan.
rejection | iemand anders ~2 (gekozen|aangenomen|gevonden) | We hebben iemand anders aangenomen.
rejection | niet met (je|jou|u) ~1 (verder|door) | We gaan niet met je verder.
rejection | gekozen voor (een|iemand) | We hebben gekozen voor een kandidaat met meer ervaring.
rejection | niet ~1 (verder|door) met | Helaas gaan we niet verder met je kandidatuur.
offer | (bieden|bied) (je|jou|u) ~3 (\w*plek|\w*plaats|baan|contract) | We bieden je graag een stageplek aan.
offer | (bieden|bied) ~2 (je|jou|u) ~4 {job} | Graag bieden we je de functie aan.
offer | {blij} ~5 ({job}|contract|baan) ~4 (aan te bieden|aanbieden) | We willen je graag de baan aanbieden.
offer | (arbeidsovereenkomst|arbeidscontract|arbeidsvoorwaardenvoorstel) | In de bijlage vind je de arbeidsovereenkomst.
offer | (jij|je|u) (bent|hebt|heb) ~2 (aangenomen|de baan) | Gefeliciteerd, je bent aangenomen!
offer | (aanbod|voorstel) ~4 {accepteer} | Laat weten of je het aanbod accepteert.
offer | (aanbod|aanbieding) (doen|te doen) | We willen je graag een aanbod doen.
receipt | {yours} ~5 (ontvangen|binnengekomen|verzonden|verstuurd|geregistreerd) | We hebben je sollicitatie ontvangen.
receipt | (ontvangst|ontvangen|ontvingen) ~4 (sollicitatie|cv) | Hierbij bevestigen we de ontvangst van je sollicitatie.
receipt | (ontvangstbevestiging|bevestiging (van )?(je|uw) sollicitatie) | Ontvangstbevestiging
receipt | (bedankt|dank) ~3 (voor|je) ~1 (sollicitatie|{yours}|solliciteren) | Bedankt voor je sollicitatie.
receipt | (beoordelen|bekijken|beoordeeld|bekeken) ~4 {yours} | We bekijken nu je sollicitatie.
receipt | {yours} ~4 {beoordelen} | We zullen je sollicitatie zorgvuldig beoordelen.
invitation | (uitnodigen|nodigen|uitnodiging) ~6 (gesprek|kennismak\w*|interview) | We nodigen je uit voor een gesprek.
invitation | (willen|zouden) (we|wij) (je|u) ~2 (spreken|ontmoeten|zien) | Daarvoor willen we je graag spreken.
invitation | wanneer (kun|kan|kunt|schikt) | Wanneer kun je?
invitation | (gesprek|kennismaking|afspraak|interview) ~5 {uitnodigen} | Wanneer kunnen we een gesprek plannen?
hint1 | helaas|spijt|jammer | Helaas hebben we geen goed nieuws.
hint2 | (succes|sterkte) ~5 {zoektocht} | Veel succes met je verdere zoektocht.
digest | {vacatures} | 7 nieuwe vacatures voor jou
"""
DUTCH = Language(
    "nl",
    "de het een en van je we wij ons uw voor met niet dat is op aan hebben zijn heb naar bij jou jouw u graag",
    _LINES,
    _LISTS,
    conditional=r"als|indien|mocht\w*|wanneer(?= je)|of je|alleen|tenzij|zodra|voordat|eventueel|"
    r"geselecteerde|zouden kunnen|in het geval",
    negated=r"niet|geen|nooit|zonder|noch",
    open=r"verzetten|verplaats\w*|nog niet|uitstellen|ander moment|andere (dag|tijd)|voordat|afspraak|"
    r"telefoon\w*|(gekozen|besloten) (hebt|heeft)|(hebt|heeft) (gekozen|besloten)|terugtrek|thuiswerk|verhui",
    offers_else=r"gesprek|hulp|korting|cursus|niet |geen |afspraak|interview|kennismak\w*|ondersteuning",
)
