"""Letters in words: templates are the person's own or the shipped ones, clients' text is only ever a value.

A letter is whole or it is refused: a missing value, an unknown name, an empty greeting or a text without end
raises LetterError and nothing is drafted. What comes out is plain text, safe to put in a mail as it is.
"""

from __future__ import annotations

import importlib.resources
import re
import traceback
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    FileSystemLoader,
    PrefixLoader,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2.exceptions import SecurityError

from mailaide.adapters.letters.filters import LONGEST_QUOTE, clean, filters, one_line, shortened
from mailaide.adapters.letters.sandbox import Sandbox, TooMuch
from mailaide.core.letter import Letter, Part, Rendered
from mailaide.core.project import Form, Person
from mailaide.errors import LetterError

LONGEST_SUBJECT = 150

LANGUAGE = re.compile(r"[a-z]{2,3}")
SHARED = "base"
FRAMES = ("letter.j2", "notice.j2")
"""These hold the parts; a part that extends one would hold a letter in a letter."""

NOTHING_DRAFTED = "Nothing was drafted."


class JinjaLetters:
    """Looks for `<language>/<template>.j2` in the person's own folder first, then among the shipped templates.

    Each part of a letter is a template that extends one of `base/` and fills its blocks; the frame (`letter.j2` to a
    client, `notice.j2` to the person) puts the parts together. `shipped/status.j2` is the shipped letter of the
    language, for a template of the person's own that changes only some of its blocks.
    """

    def __init__(self, person: Person, own_templates: Path | None) -> None:
        self._person = person
        shipped = shipped_templates()
        self._folders = [shipped] if own_templates is None else [own_templates, shipped]
        self._environments: dict[str, Sandbox] = {}

    def render(self, letter: Letter) -> Rendered:
        environment = self._environment(letter.language)
        given = _given(letter, self._person)
        written = [_rendered_part(environment, part, values) for part, values in _with_places(letter, given)]
        frame = f"{letter.frame}.j2"
        whole = _run(environment, frame, {**given, "parts": [part.text for part in written]})
        return Rendered(subject=written[0].subject, text=clean(whole).strip("\n") + "\n")

    def _environment(self, language: str) -> Sandbox:
        if language not in self._environments:
            if not LANGUAGE.fullmatch(language) or not any((folder / language).is_dir() for folder in self._folders):
                known = self._languages()
                raise LetterError(
                    f"there are no letters in the language {one_line(language)[:20]!r}. {NOTHING_DRAFTED} "
                    f"Use {', '.join(known[:-1])} or {known[-1]}, or write templates for it in your own folder."
                )
            self._environments[language] = _environment(language, self._folders)
        return self._environments[language]

    def _languages(self) -> list[str]:
        found = {child.name for folder in self._folders if folder.is_dir() for child in folder.iterdir()}
        return sorted(name for name in found if LANGUAGE.fullmatch(name))


def _given(letter: Letter, person: Person) -> Mapping[str, object]:
    """What every template knows besides the values of its part."""
    formal = letter.form is Form.FORMAL

    def form(formally: str, informally: str) -> str:
        return formally if formal else informally

    given = {"greeting": one_line(letter.greeting), "formal": formal, "form": form, "person": person, "to": letter.to}
    if not given["greeting"]:
        raise LetterError(
            f"{letter.language}/{letter.parts[0].template}.j2: the greeting is empty. {NOTHING_DRAFTED} "
            "Give the client a name, contact or greeting."
        )
    return given


def _with_places(letter: Letter, given: Mapping[str, object]) -> Iterator[tuple[Part, Mapping[str, object]]]:
    for place, part in enumerate(letter.parts, 1):
        if taken := sorted((given.keys() | {"opens", "ends", "place"}) & part.values.keys()):
            where = f"{letter.language}/{part.template}.j2"
            raise LetterError(f"{where}: {taken[0]} is not free as the name of a value. {NOTHING_DRAFTED}")
        where_it_stands = {"opens": place == 1, "ends": place == len(letter.parts), "place": place}
        yield part, {**part.values, **given, **where_it_stands}


def _rendered_part(environment: Sandbox, part: Part, values: Mapping[str, object]) -> Rendered:
    # The base writes the subject as its first line, so one rendering gives both.
    subject, _, text = clean(_run(environment, f"{part.template}.j2", values)).partition("\n")
    if not subject.strip() or not text.strip():
        raise LetterError(
            f"{environment.language}/{part.template}.j2: the subject or the text came out empty. {NOTHING_DRAFTED} "
            "Fill the blocks of the template."
        )
    return Rendered(subject=shortened(subject.strip(), LONGEST_SUBJECT), text=text.strip("\n"))


def shipped_templates() -> Path:
    """The templates in the wheel; in a source tree, where they lie beside the package, those."""
    package = Path(str(importlib.resources.files("mailaide")))
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def _environment(language: str, folders: Sequence[Path]) -> Sandbox:
    environment = Sandbox(language=language, filters=filters(language), loader=_loader(language, folders))
    environment.globals["refuse"] = _refuse
    return environment


def _loader(language: str, folders: Sequence[Path]) -> BaseLoader:
    """The person's own folder comes first in `folders`, the shipped one last."""

    def within(name: str, among: Sequence[Path]) -> BaseLoader:
        return ChoiceLoader([FileSystemLoader(folder / name) for folder in among])

    named = PrefixLoader({SHARED: within(SHARED, folders), "shipped": within(language, folders[-1:])})
    return ChoiceLoader([named, within(language, folders)])


class _Refused(Exception):
    """A template says why it cannot be written of these values."""


def _refuse(reason: str) -> str:
    raise _Refused(reason)


def _load(environment: Sandbox, name: str) -> Template:
    template = environment.get_template(name)
    if template not in environment.built_on_a_base:
        source = Path(template.filename or "").read_text(encoding="utf-8")
        extends = environment.parse(source).find(nodes.Extends)
        if extends is None or (isinstance(extends.template, nodes.Const) and extends.template.value in FRAMES):
            raise LetterError(
                f"{template.filename}: the template is not a letter. {NOTHING_DRAFTED} Begin it with "
                f'{{% extends "shipped/{name}" %}} or {{% extends "base/part.j2" %}} and fill the blocks of that.'
            )
        environment.built_on_a_base.add(template)
    return template


def _run(environment: Sandbox, name: str, values: Mapping[str, object]) -> str:
    """The template in words. Raises LetterError for whatever is wrong with it or with its values."""
    where = f"{environment.language}/{name}"
    try:
        return environment.run(_load(environment, name), values)
    except LetterError:
        raise
    except _Refused as refused:
        raise LetterError(f"{where}: {refused}. {NOTHING_DRAFTED}") from None
    except Exception as error:  # a template is the person's program: its expressions can raise anything
        raise _explained(error, where) from error


def _explained(error: Exception, where: str) -> LetterError:
    """The error with its template, line and value, and the way out."""
    if isinstance(error, TemplateNotFound):
        return LetterError(
            f"{where}: the template {error.name} does not exist, and a letter in another language would be worse than "
            f"none. {NOTHING_DRAFTED} Put it in your own templates folder, under the same name."
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
    if isinstance(error, TooMuch):
        return "Shorten the template or the values it prints."
    if isinstance(error, SecurityError):
        return "Take this expression out of the template; a template may only print values."
    return "Correct this line of the template, or remove your own copy to use the shipped letter."
