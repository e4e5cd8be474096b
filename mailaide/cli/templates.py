"""`mailaide templates check`: are your own letters sound, before one of them is needed?"""

from __future__ import annotations

from pathlib import Path

import click


@click.group("templates")
def command() -> None:
    """Find what is wrong with letters of your own.

    They lie in the folder that `templates_directory` names.
    """


@command.command("check")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False), required=False)
@click.pass_obj
def check(path: Path, *, folder: Path | None) -> None:
    """Find unknown names, missing blocks, and words to regret.

    FOLDER holds the templates; left out, it is the configuration's, or else the shipped letters are checked.
    """
    from mailaide.adapters.letters.check import check_templates
    from mailaide.adapters.letters.jinja import shipped_templates
    from mailaide.cli.show import counted
    from mailaide.config import load

    own = folder or load(path).templates_directory
    where = own or shipped_templates()
    found = check_templates(where)
    for one in found:
        click.echo(str(one), err=True)
    if found:
        raise SystemExit(1)
    count = counted(len(list(where.rglob("*.j2"))), "template")
    click.echo(f"ok  {count} in {where}{'' if own else ' (the shipped ones)'}")
