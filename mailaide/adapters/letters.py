"""Letters in words: templates are the person's own or the shipped ones, clients' text is only ever a value.

A letter is whole or it is refused: a missing value, an unknown name, an empty greeting or a text without end
raises LetterError and nothing is drafted. What comes out is plain text, safe to put in a mail as it is.
"""

from __future__ import annotations

import importlib.resources
import re
import traceback
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency
from jinja2 import (
    ChoiceLoader,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
    UndefinedError,
    nodes,
)
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mailaide.core.letter import Letter, Rendered
from mailaide.core.project import Fee, Form, Person
from mailaide.errors import LetterError

LONGEST_TEXT = 20_000
LONGEST_SUBJECT = 150
LONGEST_QUOTE = 600
LONGEST_NAME = 200

LANGUAGE = re.compile(r"[a-z]{2,3}")
LOCALES = {"en": "en_GB"}
DAYS = {"en": "EEEE d MMMM y", "nl": "EEEE d MMMM y"}
MOMENTS = {"en": "{day} at {time}", "nl": "{day} om {time}"}

NO_BREAK_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " "})
LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
TURNING_MARKS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
SIGNATURE_LINE = "-- "

NOTHING_DRAFTED = "Nothing was drafted."


class _Sandbox(ImmutableSandboxedEnvironment):
    """Multiplication and powers of numbers only: `"x" * 10**9` would take all memory before its length is known."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: object, operator: str, left: object, right: object) -> object:
        if operator == "**" or not all(isinstance(side, int | float | Decimal) for side in (left, right)):
            raise SecurityError(f"a template may not use {operator!r} here")
        return left * right  # type: ignore[operator]


class JinjaLetters:
    """Looks for `<language>/<template>.j2` in the person's own folder first, then among the shipped templates.

    A template extends `letter.j2` (to a client) or `notice.j2` (to the person) and fills the blocks `subject` and
    `text`. Besides the values of the letter it knows `greeting`, `formal` and `person`.
    """

    def __init__(self, person: Person, own_templates: Path | None) -> None:
        self._person = person
        shipped = shipped_templates()
        self._folders = [shipped] if own_templates is None else [own_templates, shipped]
        self._environments: dict[str, _Sandbox] = {}

    def render(self, letter: Letter) -> Rendered:
        where = f"{letter.language}/{letter.template}.j2"
        given = {"greeting": one_line(letter.greeting), "formal": letter.form is Form.FORMAL, "person": self._person}
        if not given["greeting"]:
            raise LetterError(
                f"{where}: the greeting is empty. {NOTHING_DRAFTED} Give the client a name, contact or greeting."
            )
        if taken := sorted(given.keys() & letter.values.keys()):
            raise LetterError(f"{where}: {taken[0]} is not free as the name of a value. {NOTHING_DRAFTED}")
        environment = self._environment(letter.language)
        try:
            template = _load(environment, f"{letter.template}.j2")
            whole = _bounded(template, {**letter.values, **given})
        except LetterError:
            raise
        except Exception as error:  # a template is the person's program: its expressions can raise anything
            raise _explained(error, where, environment) from error
        # Both bases write the subject as their first line, so one rendering gives both.
        subject, _, text = clean(whole).partition("\n")
        if not subject.strip() or not text.strip():
            raise LetterError(
                f"{where}: the subject or the text came out empty. {NOTHING_DRAFTED} "
                "Fill the blocks subject and text of the template."
            )
        return Rendered(subject=shortened(subject.strip(), LONGEST_SUBJECT), text=text.strip("\n") + "\n")

    def _environment(self, language: str) -> _Sandbox:
        if language not in self._environments:
            folders = [folder / language for folder in self._folders]
            if not LANGUAGE.fullmatch(language) or not any(folder.is_dir() for folder in folders):
                raise LetterError(
                    f"there are no letters in the language {one_line(language)[:20]!r}. {NOTHING_DRAFTED} "
                    f"Use {' or '.join(self._languages())}, or write templates for it in your own templates folder."
                )
            self._environments[language] = _environment(language, folders)
        return self._environments[language]

    def _languages(self) -> list[str]:
        found = {child.name for folder in self._folders if folder.is_dir() for child in folder.iterdir()}
        return sorted(name for name in found if LANGUAGE.fullmatch(name))


def shipped_templates() -> Path:
    """The templates in the wheel; in a source tree, where they lie beside the package, those."""
    package = Path(str(importlib.resources.files("mailaide")))
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def _environment(language: str, folders: Iterable[Path]) -> _Sandbox:
    environment = _Sandbox(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        undefined=StrictUndefined,
        # Letters are plain text: escaping would put "&amp;" before a client.
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_present,
    )
    environment.globals.clear()
    environment.globals["refuse"] = _refuse
    environment.filters.update({name: _of_values(apply) for name, apply in filters(language).items()})
    return environment


def filters(language: str) -> dict[str, Callable[..., str]]:
    """What a template can do with a value besides printing it, in the given language."""
    locale = Locale.parse(LOCALES.get(language, language))

    def money(value: Fee | Decimal | int, currency: str = "") -> str:
        amount, currency = (value.amount, value.currency) if isinstance(value, Fee) else (value, currency)
        if not currency:
            raise ValueError("money needs a currency: amount|money('EUR')")
        # Without rounding: a rate of 0.125 a word must not be told as 0.12.
        shown = format_currency(amount, currency, locale=locale, decimal_quantization=False)
        return shown.translate(NO_BREAK_SPACES)

    def day(value: date) -> str:
        return format_date(value, DAYS.get(language, "full"), locale=locale).translate(NO_BREAK_SPACES)

    def moment(value: date) -> str:
        if not isinstance(value, datetime):
            return day(value)
        return MOMENTS.get(language, "{day}, {time}").format(day=day(value), time=f"{value:%H:%M}")

    def listing(values: Iterable[object]) -> str:
        return format_list([str(value) for value in values], locale=locale).translate(NO_BREAK_SPACES)

    return {
        "money": money,
        "day": day,
        "moment": moment,
        "listing": listing,
        "line": one_line,
        "name": short_name,
        "quote": quote,
        "sentence": sentence,
    }


def one_line(value: str) -> str:
    """The value without line breaks, control characters and runs of spaces."""
    return " ".join(clean(value).split())


def short_name(value: str, longest: int = LONGEST_NAME) -> str:
    """A name or subject that somebody else chose, cut after 200 characters or fewer with a mark that shows it."""
    return shortened(one_line(value), min(longest, LONGEST_NAME))


def quote(value: str, longest: int = LONGEST_QUOTE) -> str:
    """Somebody's words on one line, cut after 600 characters or fewer with a mark that shows it."""
    return shortened(one_line(value), min(longest, LONGEST_QUOTE))


def sentence(value: str) -> str:
    """The value on one line with a full stop, unless it ends in a mark already."""
    line = one_line(value)
    return line if not line or line[-1] in ".!?…:" or line.endswith("]]") else line + "."


def shortened(value: str, longest: int) -> str:
    """The value, or as many whole words as fit, then " …"; a word that takes more than half of it is cut."""
    if len(value) <= longest:
        return value
    room = longest - 2
    last_space = value.rfind(" ", 0, room + 1)
    return value[: last_space if last_space > room // 2 else room].rstrip() + " …"


def clean(text: str) -> str:
    """Plain text: `\\n` ends a line, no control or turning marks, no space at a line's end, one empty line at most.

    "-- " alone on a line keeps its space: mail clients know a signature by it.
    """
    text = LINE_ENDS.sub("\n", text).replace("\t", " ")
    text = "".join(
        character
        for character in text
        if character == "\n" or (character not in TURNING_MARKS and unicodedata.category(character) not in ("Cc", "Cs"))
    )
    lines = (line if line == SIGNATURE_LINE else line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def _present(value: object) -> object:
    """Jinja would print the word None into a letter."""
    if value is None:
        raise UndefinedError("the value is None")
    return value


def _of_values(apply: Callable[..., str]) -> Callable[..., str]:
    """The filter, which says which value is missing instead of failing on it."""

    def applied(value: object, *settings: object) -> str:
        if isinstance(value, Undefined):
            str(value)  # raises UndefinedError with the value's name
        return apply(_present(value), *settings)

    return applied


def _refuse(reason: str) -> str:
    raise LetterError(f"{reason}. {NOTHING_DRAFTED}")


def _load(environment: _Sandbox, name: str) -> Template:
    template = environment.get_template(name)
    source = Path(template.filename or "").read_text(encoding="utf-8")
    if environment.parse(source).find(nodes.Extends) is None or not {"subject", "text"} <= template.blocks.keys():
        raise LetterError(
            f"{template.filename}: the template is not a letter. {NOTHING_DRAFTED} Begin it with "
            '{% extends "letter.j2" %} and fill {% block subject %} and {% block text %}.'
        )
    return template


def _bounded(template: Template, values: Mapping[str, object]) -> str:
    pieces: list[str] = []
    length = 0
    for piece in template.generate(dict(values)):
        length += len(piece)
        if length > LONGEST_TEXT:
            raise LetterError(
                f"{template.filename}: the letter is longer than {LONGEST_TEXT} characters. {NOTHING_DRAFTED} "
                "Shorten the template or the values it prints."
            )
        pieces.append(piece)
    return "".join(pieces)


def _explained(error: Exception, where: str, environment: _Sandbox) -> LetterError:
    """The error with its template, line and value, and the way out."""
    if isinstance(error, TemplateNotFound):
        return LetterError(
            f"{where}: the template {error.name} does not exist. {NOTHING_DRAFTED} "
            "Put it in your own templates folder, or use the name of a shipped letter."
        )
    if isinstance(error, TemplateSyntaxError):
        place, line = error.filename or where, error.lineno
    else:
        # Jinja rewrites the traceback so that its frames name templates; the deepest is where the value was missed.
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".j2")]
        place, line = (frames[-1].filename, frames[-1].lineno or 0) if frames else (where, 0)
    reason = one_line(str(error)) or type(error).__name__
    return LetterError(
        f"{place}:{line}: {shortened(reason, LONGEST_QUOTE)}{_source_line(place, line)}. {NOTHING_DRAFTED} "
        + _way_out(error)
    )


def _source_line(place: str, line: int) -> str:
    try:
        lines = Path(place).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    return f" in `{shortened(lines[line - 1].strip(), 120)}`" if 0 < line <= len(lines) else ""


def _way_out(error: Exception) -> str:
    if isinstance(error, UndefinedError):
        return "Fill in this value for the project, or take it out of the template."
    if isinstance(error, SecurityError):
        return "Take this expression out of the template; a template may only print values."
    return "Correct this line of the template, or remove your own copy to use the shipped letter."
