"""What dissatisfied, satisfied and apologising people write in English, kind by kind, in small letters."""

from __future__ import annotations

from collections.abc import Mapping

CUES: Mapping[str, str] = {
    "dissatisfied": (
        r"\b(?:disappoint\w*|dissatisf\w*|unhappy|unacceptable"
        r"|not (?:at all |really |very )?(?:happy|satisfied|pleased|impressed|amused)|fed up|frustrat\w+"
        r"|annoy(?:ed|ing)|appalling|ridiculous|disgrace\w*|terrible|horrible|awful|worst|pathetic|useless"
        r"|let ?down|rude|joke|unprofessional|not good enough|cannot go on|had enough|sick of)\b"
    ),
    "late": (
        r"\b(?:still (?:no|not|nothing|waiting|have(?:n't| not)|don't|hasn't)"
        r"|(?:had )?expected to (?:hear|receive|get)|was (?:promised|supposed)|were (?:promised|supposed)"
        r"|you (?:said|promised|told)|we (?:did )?agreed? on|overdue|missed (?:the )?deadline"
        r"|deadline (?:has )?passed|(?:weeks?|days?|months?|hours?) (?:later|ago and|now and)|too late|so long"
        r"|taking (?:so|too|this) long|delay(?:s|ed)?|postpon\w+|keep(?:s)? (?:waiting|postponing|delaying)"
        r"|waiting (?:for )?(?:\d+|two|three|four|more|over|since|weeks|months|hours|days)|slipped"
        r"|not finished yet|yet again|once (?:more|again))\b"
    ),
    "no answer": (
        r"\b(?:no (?:reply|answer|response|one (?:replies|answers|responds))"
        r"|(?:have|has)(?:n't| not) (?:yet )?(?:heard|received|replied|responded|answered)"
        r"|nobody (?:replies|answers|responds|calls)|not (?:yet )?(?:heard|replied|responded|answered)"
        r"|ignor(?:ed|ing|e)|chas(?:e|ing)"
        r"|(?:second|third|fourth|fifth|\d(?:nd|rd|th)) (?:message|e-?mail|mail|attempt|reminder|time)|voicemails?"
        r"|never (?:called|got|heard|replied|answered)|unanswered|hear nothing|silence|remind you|on hold)\b"
    ),
    "asked several times": (
        r"\b(?:(?:second|third|fourth|fifth|umpteenth|\d(?:nd|rd|th)) (?:time|message|e-?mail|attempt|reminder|call)"
        r"|(?:two|three|four|five|six|several|\d{1,2}) (?:times|voicemails|e-?mails|reminders|messages|calls)"
        r"|twice now|yet again|once again|every (?:single )?time|each time|over and over"
        r"|as i (?:said|wrote|asked) (?:before|already|last)"
        r"|i(?:'ve| have)? (?:already )?(?:asked|written|wrote|told you|emailed|called"
        r"|rung) (?:\w+ ){0,4}(?:again|twice|already|before))\b"
    ),
    "faulty work": (
        r"\b(?:nowhere near|not what (?:we|i)"
        r"|(?:doesn't|does not|don't|didn't|did not|nothing) (?:even )?(?:work|open|load|match|look)\w*|broken"
        r"|broke|mistakes?|errors?|wrong|sloppy|rushed|low quality|poor(?:ly)?|missing|incomplete|damaged|lost"
        r"|full of|worse|crash\w*|fail(?:s|ed|ing)?|a mess|unusable|below)\b"
    ),
    "money": (
        r"\b(?:overcharged?|charged (?:us|me|twice)|double charge|hidden (?:cost|fee)s?"
        r"|never (?:agreed|signed|approved|discussed|mentioned)|nobody told|not (?:mentioned|agreed|told|informed)"
        r"|higher than|too (?:expensive|much money)|refund|money back"
        r"|(?:won't|will not|not going to|refuse to) pay|credit note|extra (?:cost|charge|fee|hour)s?"
        r"|what .{0,15}paying for|rip.?off|waste of money|dispute)\b"
    ),
    "consequences": (
        r"\b(?:(?<!no )(?<!not a )complaint|(?<!can't )(?<!nothing to )complain"
        r"|look (?:for|at) (?:another|someone else)|someone else"
        r"|another (?:agency|supplier|company)|cancel (?:the|our|my)|terminate|end(?:ing)? our|lawyer|legal"
        r"|ombudsman|lost (?:confidence|trust|faith|patience)|patience|taken seriously|last (?:chance|warning)"
        r"|never (?:again|use|buy|fly)|avoid|stay away|shame on)\b"
    ),
    "surprise or regret": (
        r"\b(?:to be honest|frankly|i don't want to be (?:difficult|annoying)|i(?:'d| would) rather not"
        r"|surpris(?:ed|ing)|a pity|a shame|sorry to say|unfortunately|i(?:'m| am) afraid|would have been nice"
        r"|reassuring|great, so|really\?|seriously)\b"
    ),
    "(praise)": (
        r"\b(?:thank(?:s| you)|great|perfect|excellent|lovely|love|happy with|well done|good job|amazing|awesome"
        r"|appreciate|recommend|best|helpful|approved|go ahead|looks good|terrific)\b"
    ),
    "(own fault)": (
        r"\b(?:sorry (?:for|about|i|to|that|we|it)|sorry|apolog(?:y|ies|ise|ize)"
        r"|my (?:own )?(?:mistake|fault|bad)|our (?:own )?(?:mistake|fault)|i forgot|we forgot|on (?:me|us)"
        r"|silly (?:of )?me|mortified|i take it back|slipped my mind|entirely me)\b"
    ),
    "(third party)": (
        r"\b(?:(?:our|my|the|their|his|her) (?:last|previous|old|former|current|other) \w+|competitors?|landlord"
        r"|tenants?|supplier|courier|delivery (?:firm|driver|company)|council|tax office|the bank|bank|insurers?"
        r"|insurance|caretaker|inspector|mother-in-law|neighbou?rs?|the train"
        r"|complaints? (?:form|page|procedure|desk|policy|letter|log)"
        r"|(?:our|my|the|their|your) (?:customers|clients|users|visitors|guests|parents|readers|members)"
        r"|not (?:your|you|with you|about you)|nothing to do with you)\b"
    ),
    "(no reproach)": (
        r"\b(?:no (?:complaints?|rush|hurry|problem|worries|reproach|bother)|can't fault|nothing to complain"
        r"|not bad|just (?:flagging|so you know)|when you have (?:time|a moment|a minute)"
        r"|(?:is|are|been|that's) (?:all )?(?:solved|fixed|resolved|sorted)|take your time|never mind"
        r"|doesn't matter|not urgent)\b"
    ),
}
