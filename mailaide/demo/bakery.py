"""What Anna and Bakkerij van den Berg write to each other, in Dutch: two projects, and a mail that fits both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mailaide.demo.days import WorkingDays
from mailaide.demo.people import ANNA, JOOST, NOELLE, answer, begin, spoken, weekday
from mailaide.demo.writing import Written

TERMS = """\
Hoi Joost,

Leuk dat we samen de webshop gaan maken! Ik zet nog even op een rij wat we vanochtend aan de telefoon bespraken:

- Ontwerp en bouw kosten € 3.400 exclusief btw, de helft daarvan bij de start.
- Wil je er onderweg iets bij, dan reken ik € 85 per uur. Ik vertel je altijd eerst hoeveel uur het wordt.
- Twee correctierondes zijn inbegrepen.

Op {trial} kun je de testversie uitproberen, en {opening} gaat de winkel open.

Kun je me laten weten of je het hiermee eens bent?

Groet,
Anna
"""
AGREED = """\
Hoi Anna,

Akkoord, ga maar beginnen! De foto's van de taarten mail ik je aan het eind van de week.

Groeten uit de bakkerij,
Joost
"""
PROMISE = """\
Hoi Joost,

De taarten en de broden staan erin en het bestelformulier werkt. {next_day} krijg je de link naar de testversie,
dan kun je zelf een bestelling plaatsen.

Groet,
Anna
"""
COMPLAINT = """\
Hoi Anna,

Je zou {promised} de link naar de testversie sturen, maar het is nu {today} en ik heb nog steeds niets gekregen.
Er hangt hier al een poster op de deur en de klanten vragen er elke dag naar. Ik baal er eerlijk gezegd van.

Wanneer kunnen we hem bekijken?

Groet,
Joost
"""
HOLDING = """\
Hoi Joost,

Ik heb je mail gelezen. Ik zoek het uit en kom er {next_day} bij je op terug.

Groet,
Anna
"""
REQUEST = """\
Hoi Anna,

Nog iets heel anders. Volgend jaar bestaan we vijftig jaar en daar hoort een nieuwe huisstijl bij, met een logo dat
ook goed staat op de broodzakken en de bestelbus. Heb jij daar tijd voor?

Groeten,
Joost
"""
ACCEPTED = """\
Hoi Joost,

Wat een mooie aanleiding, dat doe ik graag! Ik begin met schetsen zodra ik het oude uithangbord heb gezien. Heb je
daar nog een foto van?

Groet,
Anna
"""
SIGNBOARD = """\
Hoi Anna,

De foto van het oude uithangbord hangt in het café van Renée. Ik scan hem van de week voor je.

Groetjes,
Noëlle
"""
THANKED = """\
Hoi Noëlle,

Wat leuk dat hij daar hangt. Dank je wel, dan kijk ik ernaar uit.

Groet,
Anna
"""
PHOTOGRAPHS = """\
Hoi Anna,

Zullen we de foto's van vorig jaar gebruiken, of moeten we er nieuwe laten maken?

Groetjes,
Noëlle
"""


def webshop(days: WorkingDays) -> Sequence[Written]:
    """A complaint of two days ago that got a holding reply and no answer: a draft, and the alert."""
    text = TERMS.format(trial=spoken(days, 3, "nl"), opening=spoken(days, -8, "nl"))
    terms = begin(ANNA, JOOST, "Webshop: planning en kosten", text, days.at(14, "11:20"), language="nl")
    agreed = answer(terms, JOOST, AGREED, days.at(13, "08:55"))
    text = PROMISE.format(next_day=weekday(days, 3, "nl").capitalize())
    promise = answer(agreed, ANNA, text, days.at(4, "16:05"))
    text = COMPLAINT.format(promised=weekday(days, 3, "nl"), today=weekday(days, 2, "nl"))
    complaint = answer(promise, JOOST, text, days.at(2, "10:14"))
    text = HOLDING.format(next_day=weekday(days, 1, "nl"))
    holding = answer(complaint, ANNA, text, days.at(2, "15:36"))
    return terms, agreed, promise, complaint, holding


def identity(days: WorkingDays) -> Sequence[Written]:
    """A project that starts today while nobody has spoken of dates or money: one letter with both.

    One mail is wrong about its charset.
    """
    request = begin(JOOST, ANNA, "Nieuwe huisstijl", REQUEST, days.at(5, "09:40"), language="nl")
    accepted = answer(request, ANNA, ACCEPTED, days.at(4, "11:30"))
    signboard = answer(accepted, NOELLE, SIGNBOARD, days.at(2, "11:02"))
    thanked = answer(signboard, ANNA, THANKED, days.at(1, "09:15"))
    return request, accepted, replace(signboard, charset="latin-1", claimed="us-ascii"), thanked


def ambiguous(days: WorkingDays) -> Sequence[Written]:
    """Both projects have photographs, and the subject names neither: mailaide asks."""
    return (begin(NOELLE, ANNA, "Vraagje over de foto's", PHOTOGRAPHS, days.at(1, "16:22"), language="nl"),)
