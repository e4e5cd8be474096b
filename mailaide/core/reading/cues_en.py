"""What dissatisfied people write in English; facts that serve as a reproach before strong words."""

from __future__ import annotations

from mailaide.core.reading.cues import Cue

_NUMBER = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|several)"
_UNIT = r"(?:hours?|days?|weeks?|months?|fortnight)"

CUES: tuple[Cue, ...] = (
    Cue(
        name="strong dissatisfaction",
        weight=3.0,
        pattern=r"\b(?:unacceptable|ridiculous|disgrace\w*|disgust(?:ed|ing)|appalling|horrible|pathetic"
        r"|unprofessional|condescending|shoddy|rip.?off|overpriced|waste of (?:time|money)|money thrown away"
        r"|not (?:at all |really |very |so )?(?:happy|satisfied|pleased|impressed|amused)"
        r"|not (?:really )?good enough|(?:very|extremely|really|deeply|so|absolutely) (?:disappointed"
        r"|disappointing|frustrated|unhappy|upset)"
        r"|fed up|had enough|feel (?:cheated|conned|ripped off)|formal complaint|money back|(?:won't|will not"
        r"|refuse to) pay|never (?:come|coming) back|terrible (?:work|service)|poor service"
        r"|cheap rubbish|treated like a fool|(?:don't|do not) appreciate|quite upsetting|(?:very|so"
        r"|quite) rude|slow, rude|my case seriously|looking for another)\b",
    ),
    Cue(
        name="dissatisfied",
        weight=2.2,
        pattern=r"\b(?:disappoint\w*|unhappy|frustrat\w+|annoy(?:ed|ing)|let ?down|rude|upset|terrible|awful"
        r"|worst|sloppy|not ideal|a pity|can't say i'm|wasn't quite satisfied|overcharged|expensive|swore at)\b",
    ),
    Cue(
        name="no answer",
        weight=3.0,
        pattern=r"\b(?:(?:no|not one|without a(?: single)?|not answered one single) (?:reply|answer|response"
        r"|message)s?\b|(?:you|and) never (?:replied|answered|called)|no ?(?:body|one) (?:ever )?(?:answers"
        r"|calls|replies|responds|picked|came|comes|did)"
        r"|have(?:n't| not) (?:heard|replied|answered|responded)|(?:not|never) replied|ignored|chasing"
        r"|(?:without a|not a) word|got nothing|go quiet|please answer|somebody answer|pick up the phone"
        r"|never call back)\b",
    ),
    Cue(
        name="asked several times",
        weight=2.2,
        pattern=rf"\b(?:(?:second|third|fourth|fifth|\dth|\drd|2nd) (?:time|message|e-?mail|attempt|reminder"
        rf"|month|week|date|bracket)|{_NUMBER} (?:times|voicemails|e-?mails|reminders|letters)"
        rf"|last {_NUMBER} (?:e-?mails|messages)"
        r"|i (?:asked|wrote|write|told you) (?:you )?(?:\w+ ){0,4}(?:and|again|twice|, )|twice now|yet again"
        r"|once again|every (?:time|week)|each time|AGAIN\b|both times|have already sent)\b",
    ),
    Cue(
        name="a promised date has passed",
        weight=3.0,
        pattern=r"\b(?:you (?:said|promised|told)|(?:was|were) (?:due|promised|supposed)|should have been"
        r"|promised)\b[^.!?\n]{0,120}\b(?:it(?:'| i)?s now|now it'?s|today is|nobody came|i still|arrived on)\b"
        rf"|\b(?:it is|it's|its|today is) (?:now )?(?:\w+ ){{1,4}}(?:and|,)[^.!?\n]{{0,60}}\b(?:still|nothing"
        rf"|no|not)\b|\b{_NUMBER} {_UNIT} late\b|\btoday is \d|\b(?:came and went|date gone by"
        rf"|has been \w+ weeks away|deadline missed|was (?:\w+ ){{1,2}}days ago)\b",
    ),
    Cue(
        name="late",
        weight=2.0,
        pattern=rf"\b(?:still (?:no|not|nothing|waiting|don't|doesn't|haven't|hasn't|have not|have no|lying"
        rf"|missing|wrong)|too late|so long|took you|late\b|overdue|delay(?:s|ed)?|missed (?:the|our|your)"
        rf"|by now|since (?:then|that day|november|january)|{_NUMBER} {_UNIT} (?:later|and still|ago)"
        rf"|for weeks|when are you coming)\b",
    ),
    Cue(
        name="you had said otherwise",
        weight=1.6,
        pattern=r"\b(?:you(?:'d| had)? (?:said|promised|told|agreed|asked|posted|wrote|suggested)"
        r"|(?:and )?you say|we (?:had )?agreed|was promised|in (?:my|our|the|your) (?:contract|quote|brief"
        r"|statement of work)|specifically asked|we paid for|the quote was|our agreement says"
        r"|i (?:had )?asked for|i told you)\b",
    ),
    Cue(
        name="not as agreed",
        weight=3.0,
        pattern=r"\b(?:not what (?:we|i) (?:\w+ )?(?:agreed|paid|asked|ordered|approved)|not as agreed"
        r"|nothing like the|isn't the (?:design|version)|(?:we paid|i paid|we ordered|i ordered"
        r"|i asked) for\b[^.!?\n]{1,100}\b(?:and|but|, i got|received)\b"
        r"|before i'd approved|without (?:anyone )?asking|did you read the brief|can be an extra"
        r"|under the impression|i'd understood|had the impression)\b",
    ),
    Cue(
        name="the work is faulty",
        weight=1.8,
        pattern=r"\b(?:wrong|mistakes?|errors?|broken|snapped|cracks?|(?:does|do|did)(?:n't| not) (?:work|fit"
        r"|open|load|match)|aren't|isn't|missing|damaged|crash(?:es|ed)|stone cold|(?:\d|inches|mm) (?:off"
        r"|longer|shorter)|failed|leaking|out of sync|full of|worse|unusable|too short|smaller|crooked"
        r"|someone else's|stopped working|dead again)\b",
    ),
    Cue(
        name="a cost not told",
        weight=3.0,
        pattern=r"\b(?:never (?:once )?(?:mentioned|agreed|told|approved|discussed)|(?:nobody|no one) (?:told"
        r"|mentioned|asked)|(?:wasn't|not) (?:expecting|told|mentioned|informed)|charged to|(?:for"
        r"|paid \w+ for) nothing|without telling|hidden (?:cost|fee)s?)\b",
    ),
    Cue(
        name="the sum",
        weight=1.0,
        pattern=r"[€$£] ?\d|\b(?:invoice|bill|fee|charge[sd]?|extra|surcharge|higher than)\b",
    ),
    Cue(
        name="should have been told",
        weight=3.0,
        pattern=r"\b(?:would have been (?:nice|good)|(?:found out|learn(?:ed)?"
        r"|hear(?:d)?) (?:\w+ ){0,2}from (?:my|our|the|a) (?:own )?(?:customers?|clients?|status)"
        r"|not from you|shouldn't have to|i'd have thought|your tone|the tone of"
        r"|explanation and a date|which is it\b|because of you|by (?:a competitor|your own))\b",
    ),
    Cue(
        name="expected otherwise",
        weight=2.4,
        pattern=r"\b(?:(?:was|were|had been) hoping|had (?:hoped|expected|rather hoped)|expected|did(?:n't"
        r"| not) expect|i wonder(?:ed)? (?:whether|if)|rather hoped|what's going on|are you all right)\b",
    ),
    Cue(name="shouting", weight=1.5, pattern=r"(?-i:\b[A-Z]{3,} [A-Z]{2,} [A-Z]{3,}\b)|[!?]{2,}"),
    Cue(
        name="(praise)",
        weight=-1.8,
        pattern=r"\b(?:thank you (?:so|for)|thanks (?:so|for)|perfect|excellent|lovely|love (?:it|the|this)"
        r"|brilliant|happy with|well done|amazing|awesome|spot on|approved|fantastic|delighted|great (?:job"
        r"|work)|sorted|solved|case closed)\b",
    ),
    Cue(
        name="(own apology, third party, no haste)",
        weight=-3.0,
        pattern=r"\b(?:sorry (?:for|about|i|to|that)|apologies|my (?:mistake|fault|bad)|my own fault|i forgot"
        r"|on (?:me|us)\b|no (?:complaints?|rush|hurry|problem|worries|reproach)|not bad|(?:our|my"
        r"|the) (?:last|previous|old|former|current) \w+|competitors?|landlord"
        r"|(?:customers|clients|users|visitors|guests|parents) (?:are|keep|complain|often|say|get|who)"
        r"|complaints? (?:form|page|procedure|desk|policy)|not your fault|nothing to do with you|could you"
        r"|can you|would you)\b",
    ),
)
