"""What the sender wrote now: the message without quotes, device lines, disclaimers and the signature block.

The closing formula and the name under it stay. Answers between quoted lines stay, parted by an empty line.
Every step is one pass over the lines with bounded patterns, so time grows with the text and with nothing else.
"""

from __future__ import annotations

import re

LIMIT = 64 * 1024
"""Characters looked at; a letter is shorter, and what is longer is an attachment pasted in."""

LONGEST_MARK = 400
"""Marks (attributions, device lines, signatures) are short; longer lines are always the sender's own."""

FORMULA_LINE = 60
"""A line with a closing formula holds little else."""

NAME_LINE = 50

_WROTE = r"(?:schreef|heeft|wrote|writes|schrieb|a écrit|escribió)"
_ATTRIBUTION = re.compile(
    rf"(?:op|on|am|le|el)\b[^\n]{{3,250}}?\b{_WROTE}\b[^\n]{{0,150}}:\s*$"
    rf"|[^\n]{{3,150}}<[^\s<>]{{3,100}}@[^\s<>]{{3,100}}>[^\n]{{0,60}}\b{_WROTE}[^\n]{{0,60}}:\s*$",
    re.IGNORECASE,
)
_OURSELVES = re.compile(
    r"\b(?:schreef (?:ik|we|wij)|(?:ik|we|wij) schreef|heb(?:ben)? (?:ik|we|wij)|(?:i|we) (?:\w+ )?wrote"
    r"|schrieb(?:en)? (?:ich|wir))\b",
    re.IGNORECASE,
)
"""Who writes "On Monday I wrote to you:" goes on in their own words; a mail client names the other."""
_ATTRIBUTION_START = re.compile(r"(?:op|on|am|le|el)\b[^\n]{0,40}\d", re.IGNORECASE)
_DIVIDER = re.compile(
    r"[-_ ]{3,60}(?:oorspronkelijk bericht|original message|doorgestuurd bericht|forwarded message"
    r"|ursprüngliche nachricht|weitergeleitete nachricht|message d.origine|message transféré"
    r"|mensaje original|mensaje reenviado)[-_ ]{0,60}$"
    r"|(?:begin doorgestuurd bericht|begin forwarded message):$|_{10,100}$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\*?(?:van|from|von|de)\s?:\*?\s?\S", re.IGNORECASE)
_FIELD = re.compile(
    r"\*?(?:verzonden|datum|date|sent|aan|to|cc|onderwerp|subject|gesendet|an|betreff|envoyé|à|objet|enviado"
    r"|para|asunto)\s?:",
    re.IGNORECASE,
)
_DEVICE = re.compile(
    r"(?:verstuurd|verzonden|sent|gesendet|von meinem|envoyé|enviado|get outlook|download outlook)\b"
    r"[^\n]{0,20}\b(?:vanaf|vanuit|met|from|via|with|von|vom|mit|depuis|de|desde|for)\b[^\n]{0,80}$",
    re.IGNORECASE,
)
_DEVICE_NAME = re.compile(
    r"iphone|ipad|galaxy|samsung|android|outlook|proton|blackberry|huawei|mobile|mobiel|telefoon|phone|handy|móvil"
    r"|smartphone|thunderbird|gmail|yahoo|\bmail\b",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"(?:disclaimer|vertrouwelijkheid|confidentiality)\b"
    r"|(?:dit|deze|this|the|diese) (?:e-?mail|bericht|message|information)\b[^\n]{0,120}"
    r"\b(?:uitsluitend|alleen bestemd|vertrouwelijk|confidential|intended (?:only|solely)|privileged|geadresseerde)",
    re.IGNORECASE,
)
_FORMULA = re.compile(
    r"(?:(?:met|hartelijke?|vriendelijke?|vrolijke?|zonnige|warme?|beste|vr\.?|veel|lieve|with|kind|kindest|best|warm"
    r"|warmest|many|yours|smakelijke|collegiale)[ ,]+){0,3}"
    r"(?:groet(?:en|jes)?|groeten?|mvg|gr|grt?jes|liefs|hartelijks|hoogachtend|hoogachting|regards|rgds"
    r"|wishes|best|cheers"
    r"|sincerely|faithfully|truly|cordially|yours|thanks|thank you|thx|ta|dank(?:jewel|u|je wel)?|bedankt"
    r"|alvast bedankt|x{1,3}|love|proost|ciao)\b[!,.]*"
    r"|(?:(?:mit|viele|freundliche[nr]?|liebe|beste|herzliche[nr]?|schöne[nr]?|sonnige|kollegiale[nr]?)[ ,]+){0,3}"
    r"(?:grü(?:ß|ss)en?|gru(?:ß|ss)|lg|vg|mfg|herzlich(?:st)?|hochachtungsvoll|servus|danke(?: (?:und"
    r"|&) gruß)?)\b[!,.]*"
    r"|(?:(?:bien|très|meilleures?|sincères|avec mes|mes)[ ,]+){0,2}(?:cordialement|à (?:vous|toi|bientôt)"
    r"|amitiés|amicalement|bisous?|bises?"
    r"|merci+|salutations|sincèrement|respectueusement|sentiments(?: distingués)?|bonne (?:journée|soirée))\b[!,.]*"
    r"|(?:(?:un|muchos|mil|atentos|cordiales|reciba un|afectuosos)[ ,]+){0,2}(?:saludos?|abrazos?"
    r"|besos?)(?: (?:cordial(?:es)?|afectuosos?))?\b[!,.]*"
    r"|(?:atentamente|cordialmente|(?:muchas )?gracias|quedo (?:al pendiente|a la espera|atent[oa])"
    r"|hasta pronto)\b[!,.]*",
    re.IGNORECASE,
)
_BARRED = re.compile(r"\S[^\n]{0,60} [|·•] \S[^\n]{0,60}$")
"""A line of a signature: "Monique | De Fietsfabriek". People do not write like that."""
_BLANKS = re.compile(r"\n{3,}")


def new_text(text: str) -> str:
    """What the sender wrote now; the empty string when everything is quoted."""
    lines = [line.rstrip() for line in text[:LIMIT].replace("\r\n", "\n").replace("\xa0", " ").split("\n")]
    written = _without_signature_block(_own_lines(lines))
    return _BLANKS.sub("\n\n", "\n".join(written)).strip()


def _own_lines(lines: list[str]) -> list[str]:  # noqa: C901  # one branch a kind of line, read from top to bottom
    """The lines up to the quoted history; quoted lines with answers between them leave one empty line."""
    own: list[str] = []
    skip = 0
    for index, line in enumerate(lines):
        if skip:
            skip -= 1
            continue
        bare = line.strip()
        if bare.startswith(">"):
            own.append("")
            continue
        if not bare or len(bare) > LONGEST_MARK:
            own.append(bare and line)
            continue
        if bare == "--" or _DISCLAIMER.match(bare):
            if not any(later.lstrip().startswith(">") for later in lines[index + 1 : index + 2]):
                break
            continue
        if bare.upper() == bare.lower() and not _DIVIDER.match(bare):
            own.append(line)  # all that follows is told by words
            continue
        if _DEVICE.match(bare) and _DEVICE_NAME.search(bare):
            # What stands under a device line is quoted history, or lines of quotes that are dropped anyway.
            continue
        if _DIVIDER.match(bare) or _opens_outlook_block(lines, index):
            break
        taken = _attribution_lines(lines, index)
        if taken:
            if _quotes_follow(lines, index + taken):
                skip = taken - 1
                own.append("")
                continue
            break
        own.append(line)
    return own


def _attribution_lines(lines: list[str], index: int) -> int:
    """How many lines, one to three, the attribution at `index` takes; 0 when it is none."""
    bare = lines[index].strip()
    if _OURSELVES.search(bare):
        return 0
    if _ATTRIBUTION.match(bare):
        return 1
    if not _ATTRIBUTION_START.match(bare) or bare.endswith((".", "?", "!")):
        return 0
    joined = bare
    for taken, following in enumerate(lines[index + 1 : index + 3], start=2):
        if not following.strip():
            return 0
        joined += " " + following.strip()
        if len(joined) <= LONGEST_MARK and _ATTRIBUTION.match(joined):
            return taken
    return 0


def _quotes_follow(lines: list[str], index: int) -> bool:
    """Whether the attribution is followed by "> " lines: then own text may still come after them."""
    for line in lines[index : index + 3]:
        if line.strip():
            return line.lstrip().startswith(">")
    return False


def _opens_outlook_block(lines: list[str], index: int) -> bool:
    """A sender line with two more header fields under it: one alone could be a sentence ("Van: Piet")."""
    if not _FROM.match(lines[index].strip()[:LONGEST_MARK]):
        return False
    return sum(bool(_FIELD.match(line.strip()[:LONGEST_MARK])) for line in lines[index + 1 : index + 6]) >= 2  # noqa: PLR2004  # "two more", see above


def _without_barred_lines(lines: list[str]) -> list[str]:
    """Cut the last lines from the first of them on that is like "Monique | De Fietsfabriek"."""
    for index in range(max(0, len(lines) - 4), len(lines)):
        if _BARRED.match(lines[index].strip()[:LONGEST_MARK]) and all(map(_looks_like_signature, lines[index:])):
            return lines[:index]
    return lines


def _without_signature_block(lines: list[str]) -> list[str]:
    """Cut what follows the name: company, function, telephone, address."""
    while lines and not lines[-1].strip():
        lines.pop()
    lines = _without_barred_lines(lines)
    while lines and not lines[-1].strip():
        lines.pop()
    start = len(lines)
    while start > 0 and lines[start - 1].strip():
        start -= 1
    # A block that stands under the block with the closing formula is a signature without "-- ".
    above = start
    while above > 0 and not lines[above - 1].strip():
        above -= 1
    paragraph = above
    while paragraph > 0 and lines[paragraph - 1].strip():
        paragraph -= 1
    name = _name_line(lines, paragraph, above, formula_needed=True)
    if 0 < paragraph <= name < above and all(_looks_like_signature(line) for line in lines[start:]):
        return lines[: name + 1]
    name = _name_line(lines, start, len(lines))
    if start <= name < len(lines) - 1 and all(_looks_like_signature(line) for line in lines[name + 1 :]):
        return lines[: name + 1]
    return lines


def _name_line(lines: list[str], start: int, end: int, *, formula_needed: bool = False) -> int:
    """The index of the line with the sender's name in the block, or -1: the last line that the sender wrote."""
    for index in range(max(start, end - 8), end):
        line = lines[index].strip()
        formula = _FORMULA.match(line) if len(line) <= FORMULA_LINE else None
        if formula is None:
            continue
        rest = line[formula.end() :].strip(" ,.!")
        if not rest and index + 1 < end and _is_name(lines[index + 1]):
            return index + 1
        return index if rest and _is_name(rest) else -1
    if formula_needed or not 0 < start < end or not _is_name(lines[start]) or lines[start].endswith((".", "!", ",")):
        return -1
    # Without a formula a short line may be an answer ("Akkoord"); only titles and addresses under it make it a name.
    return start if all(_is_title(line) for line in lines[start + 1 : end]) else -1


def _is_title(line: str) -> bool:
    """Half its words begin like a name or a number: a company, a function, an address."""
    words = line.split()
    return 2 * sum(not word[0].islower() for word in words) >= len(words)


def _is_name(line: str) -> bool:
    words = line.split()
    return (
        len(line) <= NAME_LINE
        and 1 <= len(words) <= 6  # noqa: PLR2004  # "Lt Col (Retd) J. van Amblecote"
        and not line.rstrip().endswith(("?", ":", ";"))
        and not any(letter.isdigit() for letter in line)
        and words[0][0].isupper()
        and words[-1][0].isupper()
        and not set(line) & set("|,@")
    )


def _looks_like_signature(line: str) -> bool:
    bare = line.strip()
    return len(bare) <= 90 and not bare.endswith(("?", "!")) and not bare.startswith(("- ", "* "))  # noqa: PLR2004  # a line of print
