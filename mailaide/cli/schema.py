"""`mailaide schema`: the JSON Schema of the configuration, for editors that complete and check while one writes."""

from __future__ import annotations

import json

import click


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of the configuration.

    For an editor with the YAML language server, which then completes and checks.
    """
    from mailaide.config.files import json_schema

    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
