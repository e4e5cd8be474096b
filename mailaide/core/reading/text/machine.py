"""Whether a machine wrote the message, and how we know.

Fields made for the purpose decide first (RFC 3834), then the wording of the subject and of the first lines.
X-Auto-Response-Suppress or Precedence: bulk alone prove nothing: people's mail carries them too, and a complaint
must never be silenced by them.
"""

from __future__ import annotations

import re

from mailaide.core.mail import Header

OPENING = 300
"""Characters in which an automatic message says what it is."""

_DELIVERY_SUBJECT = re.compile(
    r"^(?:undeliver(?:able|ed)|delivery status notification|delivery (?:has )?failed|mail delivery (?:failed"
    r"|subsystem)"
    r"|returned mail|failure notice|niet[- ]bezorgd|onbestelbaar|bezorging (?:is )?mislukt|message delivery failure)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\bout[- ]of[- ](?:the[- ])?office\b|\bautomati(?:c reply|sch antwoord|sche reactie|sch bericht)|\bauto-?reply\b"
    r"|\b(?:automatische antwort|abwesenheitsnotiz|abwesenheit|réponse automatique|absence du bureau"
    r"|respuesta automática|fuera de la oficina)\b"
    r"|^(?:afwezig(?:heid(?:s\w+)?)?|abwesend|abwesenheit)\b\s*:?|^auto\s*:|^(?:eingangsbestätigung"
    r"|accusé de réception|acuse de recibo|betriebsferien|bericht ontvangen)\b|^(?:read|gelezen"
    r"|leesbevestiging)\s*:|\bontvangstbevestiging\b"
    r"|^\W{0,2}(?:ticket|case|zaak|melding)\s*#?\s*\d{3,20}\W{0,3}\s*(?:we have|your|uw|is|re:)|no longer monitored",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\b(?:this is an automat(?:ed|ic)|dit is een automatisch|i(?: a|')m (?:currently )?out of (?:the )?office"
    r"|i(?: a|')m (?:(?:currently )?away from (?:the office|my desk)|currently away|on (?:annual |parental "
    r"|maternity |sick )?(?:leave|holiday"
    r"|vacation))\b[^\n]{0,60}\b(?:until|till|from|and will|with limited)"
    r"|mailbox is (?:no longer|not) (?:monitored|read|in use|active)|mailbox wordt niet (?:meer )?(?:gelezen"
    r"|gebruikt)"
    r"|your (?:request|message|ticket) has been (?:logged|received|registered)"
    r"|uw (?:bericht|melding|vraag|verzoek)\b[^\n]{0,60}\b(?:in goede orde ontvangen|geregistreerd onder"
    r"|in behandeling genomen)"
    r"|ik ben (?:van |tot |t/m |tot en met |momenteel |wegens |met )[^\n]{0,40}\b(?:afwezig"
    r"|niet (?:op kantoor|bereikbaar|aanwezig))"
    r"|(?:dies ist eine|ceci est un|este es un) (?:automatische|message automatique|mensaje automático)"
    r"|wird nicht weitergeleitet|ne pas y répondre"
    r"|ihre nachricht ist (?:bei uns )?eingegangen|nachricht wurde nicht weitergeleitet"
    r"|ich bin (?:bis|vom|derzeit|ab|am|im)\b[^\n]{0,50}\b(?:nicht im (?:haus|büro)|abwesend|außer haus"
    r"|im urlaub|nicht erreichbar)"
    r"|je (?:suis|serai) (?:actuellement |en )?(?:absente?|congés?)\b[^\n]{0,40}\b(?:jusqu|du|de retour)"
    r"|(?:estaré|estoy) (?:fuera|ausente|de vacaciones)\b[^\n]{0,40}\b(?:hasta|del|y)"
    r"|ik ben (?:momenteel )?afwezig (?:tot|van|t/m)|your message\s{1,8}to:|do not reply to this (?:e-?mail"
    r"|message))",
    re.IGNORECASE,
)

_NUMBERED = re.compile(r"^\W{0,2}\[[^\[\]]{0,20}?#?\d{3,20}\]", re.IGNORECASE)
"""A ticket number before all else. People at a service desk write under one too, so it needs a receipt as well."""

_RECEIPT = re.compile(
    r"\b(?:(?:please )?do not (?:reply|respond)\b|(?:thanks?|thank you) for (?:contacting|writing|getting in touch"
    r"|reaching out|your (?:message|e-?mail|request|enquiry))"
    r"|we(?:'ve| have)? (?:got|received) your|your (?:request|message|e-?mail|enquiry|ticket) (?:has been|was|is)\b"
    r"|(?:someone|an? \w+) will (?:get back|be in touch|respond|reply)|be assigned to"
    r"|(?:bedankt|dank) voor (?:uw|je) (?:bericht|e-?mail|vraag|melding|aanvraag)"
    r"|(?:we|wij) hebben (?:uw|je) (?:bericht|e-?mail|vraag|melding|aanvraag)|niet (?:te )?(?:reageren|antwoorden) op"
    r"|(?:uw|je) (?:bericht|e-?mail|vraag|melding|aanvraag|verzoek) (?:is|werd|wordt)\b)",
    re.IGNORECASE,
)

SHORT = 600
"""Characters of a note of absence; who has more to say wrote it for somebody."""

_AWAY = re.compile(
    r"\b(?:(?:i(?: wi|')ll be|i(?: a|')m|we(?: a|')re|we will be) [^\n]{0,30}(?:out of (?:the )?office|away"
    r"|on (?:\w+ )?leave|on holiday|on vacation)|(?:ben|zijn|is) [^\n]{0,50}(?:afwezig|niet (?:op kantoor|bereikbaar"
    r"|aanwezig)|met (?:vakantie|verlof)|op vakantie)|(?:bin|sind) [^\n]{0,50}(?:nicht im (?:haus|büro)|abwesend"
    r"|außer haus|im urlaub|nicht erreichbar)|(?:suis|serai|sommes) [^\n]{0,40}(?:absente?|en congés?|en vacances)"
    r"|(?:estoy|estaré|estaremos) [^\n]{0,40}(?:fuera|ausente|de vacaciones))\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|till|tot|t/m|bis|jusqu|hasta)\b", re.IGNORECASE)
_MEANWHILE = re.compile(
    r"\b(?:limited access|no access|not reading|beperkte? (?:toegang|bereikbaar)|lees (?:mijn |dan )?geen"
    r"|eingeschränkt\w*|keinen zugriff|nur sporadisch|accès limité|pas accès|acceso limitado|sin acceso)\b"
    r"|\b(?:urgen\w*|spoed\w*|dringend\w*|notfall\w*|in (?:my|the) (?:absence|meantime)|tijdens (?:mijn|onze)"
    r" afwezigheid|en mon absence|en mi ausencia)\b[^\n?]{0,60}\b(?:contact|call|e-?mail|mailen|bellen|bel|wend\w*"
    r"|terecht|kontaktieren|contactez|adressez|escrib\w+|contact\w+|llam\w+)\b"
    r"|\b(?:(?:on|upon|after) my return|when i(?: a|')?m back|(?:bij|na|zodra) (?:mijn|ik) terug\w*"
    r"|nach meiner rückkehr|wenn ich (?:wieder )?zurück|à mon retour|a mi (?:vuelta|regreso))\b",
    re.IGNORECASE,
)
"""What is said beside an absence by whom nobody asked: seldom reads, who else can help, will answer later."""


def written_by_machine(header: Header, text: str) -> str:
    """The reason to believe it, or the empty string when a person wrote the message."""
    return _from_fields(header) or _from_wording(header, text)


def _from_fields(header: Header) -> str:  # noqa: PLR0911  # one return a field, in order of certainty
    if (header.sender and header.sender.is_mail_server) or _DELIVERY_SUBJECT.match(header.subject.strip()):
        return "delivery report"
    if "multipart/report" in header.mark("content-type").lower():
        return "delivery report"
    submitted = header.mark("auto-submitted").split(";")[0].strip().lower()
    if submitted not in {"", "no"}:
        return f"Auto-Submitted: {submitted}"
    for field, shown in (("x-autoreply", "X-Autoreply"), ("x-autorespond", "X-Autorespond")):
        value = header.mark(field).strip()
        if value and value.lower() != "no":
            return f"{shown}: {value}"
    precedence = header.mark("precedence").strip().lower()
    if precedence == "auto_reply":
        return "Precedence: auto_reply"
    if header.mark("return-path").strip() == "<>":
        return "Return-Path: <>"
    list_id = header.mark("list-id").strip()
    if list_id and (precedence in {"bulk", "list"} or header.mark("list-unsubscribe")):
        return f"mailing list: {list_id}"
    return ""


def _from_wording(header: Header, text: str) -> str:
    # "Re: Out of office" is a person who answers one; a machine sets its own words before the "Re:".
    answers = re.match(r"(?:re|aw|antw)\s*:", header.subject.strip(), re.IGNORECASE) is not None
    if not answers and (found := _SUBJECT.search(header.subject[:OPENING].strip())):
        return f"the subject says {found.group().strip()!r}"
    if found := _OPENING.search(text[:OPENING]) or _note_of_absence(text):
        return f"it opens with {' '.join(found.group().split())!r}"
    numbered = _NUMBERED.search(header.subject[:OPENING].strip())
    if numbered and (found := _RECEIPT.search(text[:OPENING])):
        return f"a receipt: {numbered.group().strip()} and {' '.join(found.group().split())!r}"
    return ""


def _note_of_absence(text: str) -> re.Match[str] | None:
    """Where a short text that asks nothing says that its writer is away, and what holds meanwhile."""
    if len(text) > SHORT or "?" in text or not (_MEANWHILE.search(text) and _UNTIL.search(text)):
        return None
    return _AWAY.search(text[:OPENING])
