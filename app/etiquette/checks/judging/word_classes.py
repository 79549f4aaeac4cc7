"""Classes of words that do one thing in a letter, so that what is learned of one word holds for its kin.

A word belongs to one class at most: the first that lists it. Words of no class are told apart by how common they are.
"""

from __future__ import annotations

_CLASSES: tuple[tuple[str, str], ...] = (
    ("you", "you your yours yourself yourselves u ur ye"),
    ("me", "i me my mine myself im ive id"),
    ("we", "we us our ours ourselves"),
    ("them", "he she they him her them his hers their theirs himself herself themselves"),
    ("not", "not no never nobody none nothing nor without hardly barely neither nowhere"),
    (
        "but",
        "but yet however although though still nonetheless nevertheless despite except while whereas instead",
    ),
    ("if", "if unless whether should otherwise whenever"),
    (
        "thank",
        "thank thanks thanking grateful thankful gratitude appreciate appreciated appreciation obliged "
        "indebted cheers ta",
    ),
    (
        "say",
        "said say says saying tell told telling mention mentioned mentioning describe described describing "
        "description explain explained explaining explanation share shared sharing spoke speak speaking "
        "talk talked talking discuss discussed discussing discussion remark remarked comment point pointed "
        "suggestion suggested suggest account story stories anecdote asked ask asking question questions "
        "answer answered",
    ),
    (
        "show",
        "show showed shown showing see saw seen seeing watch watched watching walk walked walking tour "
        "visit visited visiting demo demonstration demonstrated",
    ),
    ("hear", "hear heard hearing learn learned learnt learning discover discovered discovering read reading"),
    (
        "think",
        "think thought thinking thoughts mind remember remembered remembering forget forgotten head turning "
        "wonder wondered wondering ponder pondering realise realised realize realized noticed idea ideas",
    ),
    (
        "struck",
        "struck stayed stuck impressed impressive moved fascinated fascinating intrigued intriguing "
        "surprised amused resonated charmed charming memorable unforgettable clever genius neat splendid "
        "marvel marvellous wonder delight",
    ),
    ("enjoy", "enjoy enjoyed enjoying loved liked enjoyable pleasure pleasant lovely nice fun interesting"),
    (
        "glad",
        "glad happy delighted pleased thrilled honoured honored proud privilege privileged honour honor joy "
        "excited exciting stoked pumped buzzing chuffed overjoyed",
    ),
    (
        "want",
        "want wants wanted wish wishing hope hopes hoping hopeful keen keener eager interested interest "
        "enthusiastic enthusiasm love like welcome relish prefer",
    ),
    (
        "sad",
        "sad sorry disappointed disappointing disappointment gutted regret regrets upset hurt heartbroken devastated",
    ),
    (
        "cross",
        "frustrated frustrating annoyed annoying angry shocked baffled dismayed surprised unacceptable "
        "unprofessional rude disrespectful insulting insulted ridiculous absurd appalling shabby shameful "
        "careless incompetent confusing astonished puzzled unfair poor pity",
    ),
    (
        "job",
        "job jobs role roles position positions post posts vacancy opening opportunity opportunities career "
        "internship apprenticeship traineeship fellowship placement candidature candidacy application "
        "interview interviews",
    ),
    (
        "join",
        "join joining start starting begin beginning contribute contributing work working serve serving "
        "grow growing build building help helping bring bringing lead learn part member aboard board belong",
    ),
    (
        "firm",
        "company firm organisation organization institution business team teams school hospital office "
        "department university college shop store studio practice",
    ),
    ("unit", "minute minutes hour hours day days week weeks fortnight month months year years while"),
    (
        "date",
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july "
        "august september october november december mon tue tues wed thu thur thurs fri sat sun yesterday",
    ),
    (
        "now",
        "today tomorrow tonight immediately asap urgent urgently now noon midnight deadline soon sooner "
        "promptly delay shortly quickly hurry instantly",
    ),
    (
        "wait",
        "wait waiting waited await awaiting silence silent reply replied response respond responded "
        "acknowledgement unanswered ignored ghosted message messages email emails emailed voicemail called "
        "rang phoned wrote written",
    ),
    (
        "decide",
        "decision decide decided deciding outcome result results news update status verdict choice choose "
        "chosen chose selected selection hire hired hiring process timeline",
    ),
    (
        "must",
        "must need needs demand expect expected expecting insist require required ought deserve deserves "
        "entitled owe owes",
    ),
    ("busy", "busy important priorities priority trouble bother forgot forgotten overlooked lost oversight"),
    ("please", "please kindly respectfully"),
    (
        "leave",
        "withdraw withdrawing withdrawal decline declining accept accepted accepting elsewhere quit resign",
    ),
    ("offer", "offer offers offered offering contract salary pay paid money wage fee fees"),
    (
        "home",
        "wife husband partner boyfriend girlfriend kids children child son daughter mother father mum mom "
        "dad sister brother family parents landlord rent mortgage bills landlady uncle ex",
    ),
    (
        "body",
        "doctor hospital tablets therapist counsellor divorce funeral sick ill illness pregnant drunk "
        "hangover rehab cried crying cry tears slept sleep sleepless anxiety depressed depression court "
        "police bowel vomit weight",
    ),
    (
        "praise",
        "great wonderful amazing awesome fantastic excellent outstanding inspiring inspirational inspired "
        "incredible warm friendly welcoming professional professionalism passionate passion talented "
        "dynamic innovative collaborative supportive thoughtful knowledgeable insightful informative "
        "productive engaging valuable kind kindness generous",
    ),
    (
        "abstract",
        "goals values vision mission culture growth success excellence innovation commitment direction "
        "strategy challenges expectations future environment atmosphere energy dedication quality people "
        "plans",
    ),
    (
        "duties",
        "responsibilities duties requirements qualifications skills skill experience background abilities "
        "ability knowledge strengths training degree certificate attention detail years profile tasks "
        "overview details information insight insights perspective understanding",
    ),
    (
        "fawn",
        "genius brilliant brilliance legend worthy unworthy humble humbly god goddess worship admirer "
        "devoted revere reverence greatest glorious wise wisdom gorgeous beautiful stylish smartest "
        "funniest doormat servant feet",
    ),
    ("beg", "beg begging desperate desperately mercy pity plead pleading implore anything anyhow pray praying"),
    (
        "slang",
        "lol haha ha lmao omg mate bro babe hun yo yeah pls plz gonna wanna gotta btw tbh ngl xx xxx luv "
        "dude pal besties wink dunno ya",
    ),
    (
        "boast",
        "calibre caliber superior best finest smartest obvious obviously clearly doubt frankly unmatched top",
    ),
    ("wrong", "mistake mistaken wrong error reconsider disagree unjust overrule appeal review unfounded"),
    (
        "harm",
        "regret sue solicitor lawyer union report reporting complaint complain inspector review reviews "
        "warn warned consequences publish",
    ),
    (
        "idiot",
        "idiot idiots clown clowns muppet fool fools stupid useless dreadful terrible awful rubbish hopeless dull",
    ),
    ("gap", "role title hour interviewers"),
    (
        "polite",
        "convenience convenient possible possibly perhaps might could would may understand understandable "
        "quite entirely fine worries worry problem",
    ),
    ("kin", "colleague colleagues manager managers boss director panel staff everyone everybody deputy chief"),
    (
        "move",
        "reading took take taking taken go going gone went get got getting come came coming give gave giving given",
    ),
    ("be", "am is are was were be been being"),
    ("have", "have has had having"),
    ("do", "do does did doing done"),
    ("will", "will shall"),
    ("that", "that which who whom whose what where when why how"),
    ("the", "the a an this these those"),
    ("of", "of in on at by for from with about into over under between after before since until through to as"),
    ("and", "and or so because then than"),
    ("it", "it its there here"),
    ("very", "very so really truly much more most even too quite rather just only such all every"),
)


def _by_word() -> dict[str, str]:
    class_of: dict[str, str] = {}
    for name, words in _CLASSES:
        for word in words.split():
            class_of.setdefault(word, name)
    return class_of


CLASS_OF = _by_word()
"""Word in small letters -> the name of its class."""
