"""English verbs as notes use them: which words can be one, and how one goes with "you"."""

from __future__ import annotations

import re

from app.etiquette.checks.word_lists import words_of

_PASTS = (
    "show showed|tell told|say said|give gave|take took|draw drew|bring brought|build built|make made|run ran|lead led"
    "|keep kept|go went|come came|get got|find found|hold held|hear heard|write wrote|think thought|teach taught"
    "|spend spent|buy bought|send sent|leave left|lose lost|begin began|grow grew|know knew|meet met|sell sold"
    "|speak spoke|read read|put put|cut cut|let let|set set|hit hit|hurt hurt|cost cost|split split|win won|fall fell"
    "|feel felt|choose chose|break broke|do did|see saw|stand stood|understand understood|mean meant|pay paid"
    "|become became|drive drove|fly flew|rise rose|wear wore|quit quit|sit sat|sleep slept|catch caught|bake baked"
    "|sing sang|swim swam|ring rang"
    "|throw threw|fight fought|forget forgot|steal stole|shake shook|hide hid|lend lent|sweep swept|wake woke|dig dug"
    "|feed fed|hang hung|stick stuck|swing swung"
)
_REGULAR = (
    "move plan use need want work start stop change test ship own handle serve visit open close train hire ask answer"
    " explain describe mention share offer walk point suggest introduce demonstrate sketch joke remember recall"
    " believe expect hope aim migrate rebuild reduce increase improve replace retire launch release deploy review"
    " measure track manage support cover rotate talk laugh agree decide prefer like love try cook care check count"
    " design develop finish fix follow help learn listen live look maintain name order pack pair pass play prepare"
    " prevent print process produce promise raise reach receive record repair report save schedule sign solve store"
    " study switch teach treat trust turn type update wait warn wash watch welcome worry invite insist admit fail"
    " happen depend rely sort discuss compare collect connect contain continue contribute create deliver document"
    " encourage estimate experiment grade host inspect invest involve map matter mentor merge model monitor operate"
    " organize paint patch pick plant practice present protect publish push question rank recommend refuse remove"
    " rent require rescue respond restore rewrite sample sand scale search separate settle simplify slow stage"
    " standardize tend tour trace trade translate travel triage tune unload upgrade value volunteer vote weigh weld"
    " end eat carry add apply arrive assign assume attend avoid belong blame block book borrow bore bounce call"
    " cancel cause celebrate charge chase chat claim climb combine commit commute complain concern confirm consider"
    " consult control convert coordinate copy crash cross cure cycle dance debug deal defend define delegate delete"
    " deny descend deserve destroy detect determine disagree disappear discover display divide download drag dream"
    " dress drill drop earn edit educate eliminate embed employ enable enforce engage enjoy ensure enter escalate"
    " establish evaluate examine exceed exchange exist exit expand explore export express extend face fade favor"
    " fetch file fill film filter fit flag float flow focus forecast freeze fund gain gather generate glue govern"
    " graduate grind guess guide harvest hate heal heat hide highlight identify ignore illustrate imagine impress"
    " include index influence inform inherit inspire install instruct interview iterate join judge jump knit knock"
    " lack land lean license lie lift limit link load lock log loop mail mend mill mind miss mix mock moderate"
    " motivate mount multiply mute negotiate nest notice observe occur oppose outgrow outsource overhaul overlap"
    " override oversee owe participate partner pause perform persuade phone pitch pour predict press price prioritize"
    " proceed prompt propose protest prove provide pull purchase queue quote rain react recognize recover recruit"
    " recycle redesign reflect reject relate relax relocate remain remind render repeat reproduce reserve reset"
    " resign resist rest result resume retain retrain reuse reveal reward ride risk roll rush satisfy scan scare"
    " score screen script seal secure seek seem select shape shadow shift shorten shout shrink shut shuffle ski slide"
    " slip smell smile snow soak socialize sound spark specialize specify spot spread sponsor spin stay steer stick"
    " stir stitch stream stretch strike structure struggle submit succeed suffer supervise supply suppose surprise"
    " surround survive suspect sweep swim swap sync tackle taste taunt throw tie tolerate touch tow transfer"
    " transform trigger trim trouble trip twist unify unite unlock unpack vary verify view violate visualize wake"
    " mark return bathe coach dig feed fold hang iron label mow peel plow polish prune roast sew shake stack wipe"
    " weave whisper widen wire wonder wrap yell double triple quadruple burn suck collapse vanish skip hack automate"
)
_IRREGULAR_FOR_YOU = {
    "is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't", "wasn't": "weren't",
    "hasn't": "haven't", "doesn't": "don't", "goes": "go",
}  # fmt: skip
HELPING = words_of(
    "is are was were has have had will would can could should must may might does do did isn't aren't wasn't weren't"
    " hasn't haven't hadn't won't wouldn't can't couldn't shouldn't doesn't don't didn't"
)
"""Verbs that are always finite: where one stands, there is a clause."""
ONLY_PAST = words_of(
    "showed gave took drew ran went came wrote spoke began grew knew became drove flew rose wore sang swam rang threw"
    " forgot stole shook hid woke fell did saw ate chose broke froze"
)
"""Forms that are never a participle: "your group grew by half", where "your rig built by interns" has no verb."""
BASE = frozenset(pair.split()[0] for pair in _PASTS.split("|")) | frozenset(_REGULAR.split())
PAST = frozenset(pair.split()[1] for pair in _PASTS.split("|"))
_GIVEN = (
    "showed showing|explained explaining|described describing|walked walking|took taking|drew drawing|shared sharing"
    "|introduced introducing|answered answering|gave giving|demonstrated demonstrating|sketched sketching"
    "|brought bringing|offered offering|told telling|talked talking|let letting|taught teaching|invited inviting"
    "|read reading|pointed pointing"
)
GIVING = dict(pair.split() for pair in _GIVEN.split("|"))
"""What a reader can be thanked for doing: the past, and the form that follows "thank you for"."""
SAYING = words_of("said says told mentioned explained described showed shared walked offered suggested pointed")
"""Verbs at the start of a note whose subject, left out, is the person met."""


def third_person(verb: str) -> str:
    """Return the form that goes with "it": "move" gives "moves", "try" gives "tries"."""
    if re.search(r"(?:[sxz]|ch|sh|o)$", verb):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if re.search(r"[^aeiou]y$", verb) else f"{verb}s"


_BY_THIRD = {third_person(verb): verb for verb in BASE}


def with_you(verb: str) -> str:
    """Return the form of a verb, met after a name or "she", that goes with "you": "was" gives "were", "runs" "run"."""
    return _IRREGULAR_FOR_YOU.get(verb.lower()) or _BY_THIRD.get(verb.lower()) or verb


def is_third_person(word: str) -> bool:
    """Return whether a word is a verb that goes with "it", though it may be a noun as well: moves, plans."""
    return word in _BY_THIRD


def is_past(word: str) -> bool:
    """Return whether a word is a verb in the past, though it may be a participle as well: built, migrated."""
    base = {word[:-1], word[:-2], f"{word[:-3]}y", word[:-3]} if word.endswith("ed") else set()
    return word in PAST or bool(base & BASE)
