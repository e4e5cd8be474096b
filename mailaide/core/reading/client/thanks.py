"""A client's message that thanks or agrees and asks nothing. Whether it complains is for others to hear first."""

from __future__ import annotations

import re

from mailaide.core.reading.signals import Signal, SignalKind
from mailaide.core.reading.text.sentences import sentences

LONGEST = 600
"""Characters; who writes more has something to say besides thanks."""

_THANKS = re.compile(
    r"\b(?:thank(?:s| you)|thx|cheers|much appreciated|dank(?:jewel|u|je| je| u)?|bedankt|merci|akkoord"
    r"|agreed|approved|perfect"
    r"|prima|helder|top|super|great|lovely|geweldig|fijn|fantastisch|love it|go ahead|oké|that(?:'s| is) fine"
    r"|zie(?:t|n) er (?:\w+ ){0,2}(?:goed|mooi|netjes|keurig|fraai|strak|leuk) uit|mooi zo|genoteerd"
    r"|(?:looks?|looking) (?:\w+ )?(?:good|fine|nice|right)|noted"
    r"|danke|dankeschön|(?:vielen|besten|herzlichen) dank|alles klar|sieh?t (?:\w+ )?(?:gut|toll|schön) aus"
    r"|c'est (?:très )?(?:bien|parfait|bon|noté)|ça me va|bien reçu|très bien|parfait"
    r"|gracias|perfecto|genial|de acuerdo|muy bien|tiene (?:muy )?buena pinta|se ve (?:muy )?bien)\b",
    re.IGNORECASE,
)
_CHEERS = re.compile(
    r"(?:(?:that|it|all|dat|alles|das|ja+|yes|oh|wow)[,!]? )*"
    r"(?:brill(?:iant)?|champion|spot on|smashing|cracking|nice one|excellent|wonderful|awesome"
    r"|sounds (?:good|great|fair)|klinkt (?:goed|prima|top)|helemaal (?:goed|top|prima)|toppie|schitterend|doe maar"
    r"|dit is (?:'?m|hem)|spitze|klasse|perfekt|wunderbar|einverstanden|passt|estupendo)\b",
    re.IGNORECASE,
)
"""What people say for thanks; elsewhere than at the beginning of a sentence it may mean anything."""

_DENIES = re.compile(r"\b(?:not?|nicht|kein\w*|niet|geen|but|maar|aber|pero|nur|alleen)\b|n't\b", re.IGNORECASE)
_IN_ADVANCE = re.compile(r"\b(?:alvast|bij voorbaat|in advance)\b", re.IGNORECASE)
_EXPECTS = re.compile(
    r"\b(?:please|kun je|kunt u|kan je|wil je|wilt u|zou je|zou u|laat (?:me |het |even |maar )"
    r"|let me know|can you|could you"
    r"|would you|graag (?:een|nog|voor|uw|je|de|het)|hoor (?:het )?graag|i need|we need|ik wil|we willen|wij willen"
    r"|i(?:'d| would) like|we(?:'d| would) like|alleen nog|only one|one thing|nog één|nog een|except|however"
    r"|behalve|bitte(?! ?schön| sehr)|könn(?:en|ten|test) (?:sie|du|ihr)|kannst du|(?:geben|sagen) sie|ich (?:brauche"
    r"|möchte|hätte)|wir (?:brauchen|möchten|hätten)|nur noch|jedoch"
    r"|merci de (?:bien vouloir |me |nous |ne |le |la |les )?\w+(?:er|ir|re)|s'il (?:vous|te) plaît|svp|veuillez"
    r"|pou(?:vez|rriez)-vous|dites-moi|il faudrait|je (?:voudrais|souhaite)|nous (?:voudrions|souhaitons)|sauf"
    r"|por favor|pod(?:éis|rías|ría|ríais)|dime|quisiera|necesito|necesitamos|salvo|agradecería)\b",
    re.IGNORECASE,
)


def thanks(text: str) -> Signal | None:
    """The thanks in a newly written text, if it expects nothing of us."""
    if len(text) > LONGEST or "?" in text or _EXPECTS.search(text):
        return None
    for sentence in sentences(text):
        found = _THANKS.search(sentence) or (None if _DENIES.search(sentence) else _CHEERS.match(sentence))
        if found and not _IN_ADVANCE.search(sentence):
            return Signal(
                kind=SignalKind.THANKS, sentence=sentence, because=f"says {found.group().lower()!r}, asks nothing"
            )
    return None
