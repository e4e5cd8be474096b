"""Read a message: what is new in it, who or what wrote it, and what it says.

The language is the client's setting; a text that clearly speaks another one is read in that, or not at all. A machine's
message carries no signals. What is promised, put off, delivered or asked a yes for is ours; the rest is the client's.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mailaide.core.mail import Message
from mailaide.core.reading.client.acceptance import acceptance
from mailaide.core.reading.client.approval import Consent, approval
from mailaide.core.reading.client.changes import changes
from mailaide.core.reading.client.dispute import price_dispute
from mailaide.core.reading.client.errands import errand
from mailaide.core.reading.client.praise import praise
from mailaide.core.reading.client.questions import questions
from mailaide.core.reading.client.resolved import resolved
from mailaide.core.reading.client.settling import dispute_withdrawn, fee_accepted, fee_declined
from mailaide.core.reading.client.thanks import thanks
from mailaide.core.reading.days.absence import back_on
from mailaide.core.reading.ear.acts import Act
from mailaide.core.reading.ear.complaint import complaint
from mailaide.core.reading.ear.ear import Ear
from mailaide.core.reading.ear.levels import DEFAULT, Levels
from mailaide.core.reading.ours.answers import asks_for
from mailaide.core.reading.ours.delivery import approval_request, delivery, outside_rounds
from mailaide.core.reading.ours.holding import holding_reply, puts_off_looking
from mailaide.core.reading.ours.promise_matter import looks_back, matter
from mailaide.core.reading.ours.promises import dated, promises
from mailaide.core.reading.ours.said import answered_lines, statements
from mailaide.core.reading.signals import Reading, Signal, SignalKind
from mailaide.core.reading.text.language import guess
from mailaide.core.reading.text.machine import written_by_machine
from mailaide.core.reading.text.newtext import new_text
from mailaide.core.reading.text.sums import figures
from mailaide.core.worktime import WorkingHours


def read(
    message: Message,
    *,
    from_us: bool,
    language: str,
    ear: Ear,
    levels: Levels = DEFAULT,
    hours: WorkingHours | None = None,
) -> Reading:
    """The message, understood; `language` is the client's setting, `hours` are ours, for the days that we name.

    `levels` say what a complaint is; who decides that later, of a whole conversation, wants the FAINTEST.
    """
    text = new_text(message.text)
    spoken = guess(text) or language
    machine = written_by_machine(message.header, text)
    received = message.header.received_at
    sent = (received.astimezone(hours.zone) if hours else received).date()
    if machine:
        back = back_on(text, sent=sent, language=spoken)
        return Reading(new_text=text, language=spoken, machine=machine, back_on=back)
    if from_us:
        found = _ours(text, spoken, sent, hours, ear)
    else:
        found = _the_clients(text, spoken, message.header.subject, ear, levels)
    return Reading(
        new_text=text,
        language=spoken,
        signals=tuple(found),
        sums=figures(text),
        said=statements(text, sent=sent, language=spoken) if from_us else (),
        quoted=answered_lines(message.text) if from_us else (),
    )


def _ours(text: str, language: str, sent: date, hours: WorkingHours | None, ear: Ear) -> Iterator[Signal]:
    handed = delivery(text, sent=sent, language=language)
    holding = None if handed else holding_reply(text)
    if holding is not None:
        yield holding
    works = hours.is_working_day if hours else None
    known = {one.text: one for one in promises(text, sent=sent, language=language, works=works)}
    # A holding reply promises an answer, and is not asked for more.
    said = [*known] if holding else ear.agreed(text, language=language, found={Act.PROMISE: [*known]})[Act.PROMISE]
    for one in (known.get(each) or dated(each, sent=sent, language=language, works=works) for each in said):
        because = f"due {one.due:%Y-%m-%d}" if one.due else "names no day"
        of = (matter(one.text, language=language).value,)
        yield Signal(kind=SignalKind.PROMISE, sentence=one.text, because=because, due=one.due, topics=of)
    if handed:
        yield Signal(kind=SignalKind.DELIVERY, sentence=handed, because="hands work over")
    if back := looks_back(text, language=language):
        yield Signal(kind=SignalKind.MET, sentence=back, because="looks back at a call or a visit")
    if asks := approval_request(text, language=language):
        yield Signal(kind=SignalKind.APPROVAL_REQUEST, sentence=asks, because="asks for a yes")
    if free := outside_rounds(text, language=language):
        yield Signal(kind=SignalKind.NOT_COUNTED, sentence=free, because="counts as no round")


def _the_clients(text: str, language: str, subject: str, ear: Ear, levels: Levels) -> Iterator[Signal]:
    heard = complaint(text, language=language, ear=ear, levels=levels)
    if heard is not None:
        yield heard
    if (thanked := thanks(text)) is not None:
        yield thanked
    if (puts_off := holding_reply(text) or puts_off_looking(text)) is not None:
        yield puts_off
    ruled = {
        Act.QUESTION: questions(text, language=language),
        Act.CHANGE: changes(text, language=language, subject=subject),
    }
    said = ear.agreed(text, language=language, found=ruled)
    for number, sentence in enumerate(said[Act.QUESTION], start=1):
        topics = asks_for(sentence)
        yield Signal(kind=SignalKind.QUESTION, sentence=sentence, because=f"question {number}", topics=topics)
    for number, sentence in enumerate(said[Act.CHANGE], start=1):
        yield Signal(kind=SignalKind.CHANGE, sentence=sentence, because=f"change {number}")
    if heard is None and not said[Act.CHANGE] and (done := resolved(text, language=language)):
        yield Signal(kind=SignalKind.RESOLVED, sentence=done, because="has been settled by itself")
    if wanted := errand(text, language=language):
        yield Signal(kind=SignalKind.ERRAND, sentence=wanted, because="wants something done")
    yield from _consent(text, language, subject)
    yield from _about_money(text, language)
    for sentence in praise(text, language=language):
        yield Signal(kind=SignalKind.PRAISE, sentence=sentence, because="a good word about the work")


def _consent(text: str, language: str, subject: str) -> Iterator[Signal]:
    consent = approval(text, language=language, subject=subject)
    if consent.consent is Consent.EXPLICIT:
        yield Signal(kind=SignalKind.APPROVAL, sentence=consent.sentence, because="a go-ahead without a condition")
    elif consent.consent is Consent.NONE and (accepted := acceptance(text, language=language)):
        yield Signal(kind=SignalKind.APPROVAL, sentence=accepted, because="a yes in other words")
    elif consent.consent is Consent.CONDITIONAL:
        because = f"hangs on {consent.condition!r}"
        yield Signal(kind=SignalKind.CONDITIONAL_APPROVAL, sentence=consent.sentence, because=because)


def _about_money(text: str, language: str) -> Iterator[Signal]:
    if contested := price_dispute(text, language=language):
        yield Signal(kind=SignalKind.PRICE_DISPUTE, sentence=contested, because="contests what is charged")
    if accepted := fee_accepted(text, language=language):
        yield Signal(kind=SignalKind.FEE_ACCEPTED, sentence=accepted, because="says yes to a sum")
    if declined := fee_declined(text, language=language):
        yield Signal(kind=SignalKind.FEE_DECLINED, sentence=declined, because="does without it")
    if taken_back := dispute_withdrawn(text, language=language):
        yield Signal(kind=SignalKind.DISPUTE_WITHDRAWN, sentence=taken_back, because="owns up, or pays after all")
