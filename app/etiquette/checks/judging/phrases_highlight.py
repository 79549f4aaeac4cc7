"""Phrases that bear on telling something specific, one a line: what it does, its shape, a text that has it.

A phrase is evidence and no verdict: how much each kind weighs was learned from judged letters. Shapes are regular
expressions over a sentence in small letters with plain apostrophes.
"""

from __future__ import annotations

HIGHLIGHT: tuple[tuple[str, str, str], ...] = (
    ("spec.you_told", r"\byou (?:said|told|mentioned|described|explained|showed)\b", "You said a fortnight."),
    (
        "spec.you_told",
        r"\byou (?:asked|pointed|raised|gave|shared|spoke|talked)\b",
        "You asked how I would spend my first weeks.",
    ),
    (
        "spec.you_told",
        r"\byou are (?:moving|building|planning|opening|trying)\b",
        "I'm eager to bring my experience to the dementia garden you are planning.",
    ),
    (
        "spec.you_told",
        r"\byou (?:have (?:built|found|moved|started|chosen)|run|use)\b",
        "The agency you use is a joke.",
    ),
    (
        "spec.you_told",
        r"\byou (?:keep|built|made|chose|wanted|were|let|call|lost)\b",
        "You were kind to tell me in person.",
    ),
    ("spec.you_told", r"\byou (?:turned|still|do|plan|hope)\b", "You turned me down."),
    ("spec.your", r"\byour (?!{anybodys}\b)[a-z'’-]+", "Your trick of proofing the sourdough made me laugh."),
    ("spec.talk", r"\b{talk} {about} (?!{the_a})", "Our talk about reducing no-shows gave me ideas."),
    ("spec.learn", r"\b{hear} (?:about |of )?{how}\b", "I loved learning how the newsroom decides what not to print."),
    ("spec.stay", r"\b(?:stayed|stuck|has not left|hasn't left)\b", "I'd love to get stuck in."),
    (
        "spec.stay",
        r"\b(?:keep(?:s)? (?:turning|thinking|coming)|turning over)\b",
        "I keep turning over the question of the missing samples.",
    ),
    (
        "spec.stay",
        r"\b(?:been thinking|have been thinking|thinking about)\b",
        "I can't stop thinking about the tide clock you showed me.",
    ),
    (
        "spec.stay",
        r"\b(?:thought (?:about|of)|think often|in my (?:head|mind))\b",
        "I've thought about it: I wouldn't.",
    ),
    ("spec.stay", r"\b(?:on my mind|not left my|slept on|lying awake)\b", "lying awake"),
    (
        "spec.stay",
        r"\b(?:went (?:home|back|away)|on the (?:way|train|bus) home)\b",
        "I told my wife on the way home that we may be moving to Tucson.",
    ),
    (
        "spec.stay",
        r"\bsince (?:then|friday|monday|tuesday|wednesday|thursday|our|i)\b",
        "I've wanted to do this since I was nine.",
    ),
    ("spec.stay", r"\b(?:last night|told my|telling|brought back|reminded me)\b", "Thank you for telling me."),
    (
        "spec.stay",
        r"\bmade me (?:smile|laugh|think|homesick|want)\b",
        "I must say the ASAP on your office door made me smile.",
    ),
    ("spec.struck", r"\b(?:struck|impressed|moved|fascinat\w+|intrigu\w+)\b", "I was struck by the card index."),
    ("spec.struck", r"\b(?:surpris\w+|amused|charm\w+|delight\w*|taken with)\b", "I am delighted to accept."),
    ("spec.struck", r"\b(?:enjoyed|loved|liked|highlight|memorable|favourite)\b", "Loved meeting the alpacas."),
    (
        "spec.struck",
        r"\b(?:favorite|worth|never (?:seen|heard|shown)|no idea that)\b",
        "My time is worth something too.",
    ),
    (
        "spec.struck",
        r"\b(?:had not known|hadn't known|did not know|didn't know)\b",
        "I hadn't known that your bakers start at two because of the ferry.",
    ),
    ("spec.struck", r"\b(?:who knew|extraordinary|wonderful|clever|genius|neat)\b", "It was wonderful to meet you!"),
    ("spec.struck", r"\b(?:splendid|elegant|marvel|unusual|remarkable|beautiful)\b", "She looked beautiful."),
    ("spec.struck", r"\bstunning\b", "Saw the new tram stop has your mosaic in it, it's stunning."),
    ("spec.work", r"\bi(?:'ve| have)? {since}?{tried}\b", "I have since read two papers on thrips."),
    ("spec.work", r"\b(?:having (?:now )?(?:tried|read|seen|looked)|at home i)\b", "Having seen it, I want it more."),
    (
        "spec.contrast",
        r"\b(?:instead of|rather than|and not|not the|without)\b",
        "They repair the pumps rather than replacing them.",
    ),
    (
        "spec.contrast",
        r"\b(?:out of earshot|even (?:with|the|if|when|though))\b",
        "Love that you all take turns doing reception on Fridays, even the MD.",
    ),
    (
        "spec.contrast",
        r"\b(?:half of|only (?:one|wrong|thing)|per cent|percent)\b",
        "I doubt the others could spell half of it.",
    ),
    ("spec.contrast", r"\ba (?:day|week|year|head|shift|run)\b", "It is a year since we met."),
    ("spec.contrast", r"%", "Still up for it, 100%."),
    ("spec.contrast", r"£", "£"),
    ("spec.contrast", r"\$", "Thank you for the interview at $COMPANY."),
    ("spec.contrast", r"€", "€"),
    ("spec.as", r"\bas (?:you|ken|he|she|your)\b", "Please ring me as soon as you get this."),
    ("spec.as", r"\bthe way (?:you|your|that|they|the|each)\b", "The way your surveyors mark trees was new to me."),
    ("spec.as", r"\bhow (?:you|your|the|each|they|it)\b", "I'd love to hear how it turns out."),
    ("spec.as", r"\bwhat (?:you|he|she|your)\b", "Can't wait to hear what you think!"),
    ("spec.as", r"\bthe {trouble} {with}\b", "I liked the sound of the quiet room."),
    (
        "gen.praise",
        r"\bthe (?:role|position|job|company|team|organi[sz]ation)\b",
        "I enjoyed learning about the role and the team.",
    ),
    ("gen.praise", r"\bthe (?:firm|culture|office|environment|opportunity)\b", "Say hello to the office cat."),
    (
        "gen.praise",
        r"\bthe (?:mission|vision|values)\b",
        "I left feeling inspired by the vision and the values you shared.",
    ),
    (
        "gen.praise",
        r"\bits (?:goals|values|mission|vision|culture|people)\b",
        "It was a pleasure to learn more about the company and its goals.",
    ),
    (
        "gen.praise",
        r"\band (?:its|the company's) (?:goals|values|direction)\b",
        "It was a pleasure to learn more about the company and its goals.",
    ),
    (
        "gen.praise",
        r"\b(?:day[- ]to[- ]day|responsibilities|what success looks)\b",
        "I learned a lot about the responsibilities, the tools and the people.",
    ),
    ("gen.praise", r"\b(?:onboarding|next steps)\b", "Any update on next steps?"),
    ("gen.praise", r"\bthe (?:panel|questions|duties|tasks|premises)\b", "I believe that the panel was misled."),
    (
        "gen.praise",
        r"\b(?:commitment to|passion|dedication|deeper understanding)\b",
        "My passion for your company has not changed.",
    ),
    (
        "gen.praise",
        r"\b(?:valuable insight|innovative|dynamic|friendly|welcoming)\b",
        "Thank you for your friendly letter.",
    ),
    (
        "gen.praise",
        r"\b(?:professional|esteemed|prestigious|reputable)\b",
        "I would be pleased to join your esteemed organisation.",
    ),
    ("gen.self", r"\bmy (?:\w+ )?(?:experience|skills?|background)\b", "I will be blogging about my experience."),
    (
        "gen.self",
        r"\bmy (?:\w+ )?(?:qualifications?|degree|years|career|thesis)\b",
        "My nine years in procurement have prepared me well.",
    ),
    ("gen.self", r"\bmy (?:\w+ )?(?:training|strengths|current|last|previous)\b", "You are my last resort."),
    ("gen.self", r"\bmy (?:\w+ )?present\b", "My present job is well paid but dull."),
    ("gen.self", r"\bi (?:have|had|led|managed|worked|set up|cut|built)\b", "I have your letter."),
    ("gen.self", r"\bi (?:organi[sz]ed|exceeded)\b", "i exceeded"),
    ("gen.self", r"\bi (?:am (?:fluent|certified|known|a)|bring|believe)\b", "I am fluent in Tally and Excel."),
    ("gen.self", r"\bi am confident\b", "I am confident that I could do the job well."),
    ("gen.self", r"\b\w+ years (?:of|in|at)\b", "My nine years in procurement have prepared me well."),
    (
        "gen.matter",
        r"\b(?:follow(?:ing)? up|decision|timeline|updates?)\b",
        "I am following up on my interview for the clerk position.",
    ),
    ("gen.matter", r"\b(?:hear(?:ing)? (?:back|from)|feedback|in mind|future)\b", "Keep me in mind anyway."),
    ("gen.matter", r"\b(?:attached|enclosed|references?|transcript|certificate)\b", "Signed copy attached."),
    ("gen.matter", r"\b(?:available|start(?:ing)? (?:date|on)|notice period)\b", "I'm still available."),
    ("gen.matter", r"\b(?:salary|free (?:on|for|next)|reached)\b", "I feel misled about the salary."),
    ("gen.matter", r"\b(?:further information|any questions|status|outcome)\b", "I must protest against this outcome."),
    ("gen.matter", r"\b(?:position of|post of|role of)\b", "The post of highways officer has my full interest."),
    (
        "gen.matter",
        r"\bfor the (?:\w+ ){0,3}(?:position|role|post|job)\b",
        "I am following up on my interview for the clerk position.",
    ),
    ("gen.thanks", r"^(?:many )?thank(?:s| you)?(?: \w+){0,4} for {your}\b", "Thank you for your time."),
    (
        "spec.your_doing",
        r"\byour (?:team|department|firm|company|office|school|shop|group|lab|crew|unit|people|staff|colleagues?)"
        r" (?:(?:is|are) \w+ing|moves?|moved|switch(?:es|ed)?|opens?|opened|builds?|built|runs?|uses?|used|grows?"
        r"|makes?|made|keeps?|kept|let|lets|mends?|treats?|trains?|measures?|tests?|teach(?:es)?) ",
        "Your team moves to Kafka in March.",
    ),
)
