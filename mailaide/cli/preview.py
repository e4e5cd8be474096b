"""`mailaide preview [PROJECT] [DUTY]`: the letters as they would read, before there is anything to write about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from mailaide.config import Config
    from mailaide.core.letter import Letter, Rendered
    from mailaide.core.project import Person

SAMPLE = "sample"
ALSO = {"complaints": "complaint"}
"""What a duty calls itself where its letter is called otherwise."""


@click.command("preview")
@click.argument("project", required=False)
@click.argument("duty", required=False)
@click.option("--language", "-l", help="Another language than the client's.")
@click.option("--form", type=click.Choice(["formal", "informal"]), help="Another form of address than the client's.")
@click.pass_obj
def command(path: Path, *, project: str | None, duty: str | None, language: str | None, form: str | None) -> None:
    """Show how the letters of a project would read.

    The mail that they answer is made up. PROJECT is one of yours, or "sample" for a made-up one; DUTY is the kind of
    letter, such as status, and left out all of them. Nothing is read from a mailbox, and nothing is written anywhere.
    """
    from mailaide.adapters.letters.jinja import JinjaLetters
    from mailaide.core.parts import PARTS
    from mailaide.errors import LetterError

    if project in {*PARTS, *ALSO} and duty is None:
        project, duty = None, project
    part = ALSO.get(duty or "", duty)
    if part is not None and part not in PARTS:
        raise click.BadParameter(f"there is no such letter; use one of {', '.join(PARTS)}", param_hint="DUTY")
    config = _config(path, needed=project not in {None, SAMPLE})
    letters = None
    for one in [part] if part else PARTS:
        letter, person = _letter(one, config, project or SAMPLE, language, form)
        letters = letters or JinjaLetters(person, config.templates_directory if config else None)
        click.secho(f"── {one}, {letter.language}, {letter.form}", bold=True)
        try:
            _show(letters.render(letter), letter.language)
        except LetterError as error:
            click.echo(f"{error}\n")


def _show(rendered: Rendered, language: str) -> None:
    """The letter, and what could be worded better in it."""
    from mailaide.adapters.ear_model import built_in
    from mailaide.core.reading.ours.wording import overheard

    click.echo(f"Subject: {rendered.subject}\n\n{rendered.text}")
    for fault in overheard(f"{rendered.subject}\n\n{rendered.text}", language=language, ear=built_in()):
        click.echo(f"wording: {fault.flaw}: “{fault.text}”. {fault.better}\n")


def _config(path: Path, *, needed: bool) -> Config | None:
    """Without a project of one's own a preview needs no configuration."""
    from mailaide.config import load

    return load(path) if needed or path.is_file() else None


def _letter(
    part: str, config: Config | None, name: str, language: str | None, form: str | None
) -> tuple[Letter, Person]:
    """The letter of that project, and who signs it."""
    from mailaide.cli.records import project_named
    from mailaide.core.project import Form
    from mailaide.core.samples.parts import preview_letter, sample_letter, sample_person
    from mailaide.core.samples.words import SAMPLE_WORDS

    today = datetime.now(UTC).date()
    if config is None or name == SAMPLE:
        person = config.practice.person if config else sample_person(language or "en")
        spoken = language or person.language
        letter = sample_letter(part, spoken if spoken in SAMPLE_WORDS else "en", Form(form or Form.FORMAL), today)
        return replace(letter, language=spoken), person
    about = project_named(name, config.practice)
    client = replace(about.client, language=language or about.client.language, form=Form(form or about.client.form))
    person = config.practice.person
    return preview_letter(part, replace(about, client=client), person, today), person
