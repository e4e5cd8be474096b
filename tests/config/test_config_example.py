"""The example file: it loads, and it shows every key there is. The schema knows them too."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from mailaide.config import load
from mailaide.config.explain import section_in
from mailaide.config.files import json_schema
from mailaide.config.model import Root

EXAMPLE = Path(__file__).parents[2] / "config.example.yaml"


def every_key(section: type[BaseModel], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, field in section.model_fields.items():
        path = (*above, field.alias or name)
        yield path
        inner = section_in(field.annotation)
        if inner is not None:
            yield from every_key(inner, path)


def test_the_example_loads():
    config = load(EXAMPLE, environment={})

    assert [project.key for project in config.practice.projects] == ["harbour-site"]


@pytest.mark.parametrize("key", sorted({path[-1] for path in every_key(Root)}))
def test_the_example_shows_every_key(key):
    assert re.search(rf"^[\s#-]*{key}:", EXAMPLE.read_text("utf-8"), re.MULTILINE)


def test_the_example_loads_with_every_setting_in_use(tmp_path):
    settings = r"region|ca_file|password_file|oauth|authserv_id|folders|colleagues|reader|store|(?:  )+\w+"
    text = re.sub(rf"(?m)^(\s*)# (?=({settings}): ?)", r"\1", EXAMPLE.read_text("utf-8"))
    text = text.replace("country: NL", "country: DE")
    (tmp_path / "config.yaml").write_text(text, "utf-8")

    account = load(tmp_path / "config.yaml", environment={}).account("studio")

    assert account.ca_file == tmp_path / "server.pem"
    assert dict(account.folders).keys() == {"sent", "drafts", "trash", "archive"}


def test_the_schema_is_json_and_describes_every_section():
    schema = json.loads(json.dumps(json_schema()))

    assert schema["properties"].keys() == Root.model_fields.keys()
    assert schema["additionalProperties"] is False
    assert schema["$defs"]["Away"]["properties"].keys() == {"from", "to"}
    assert schema["$defs"]["ProjectSection"]["required"] == ["client", "title"]


def test_the_schema_says_what_every_key_means():
    schema = json_schema()

    silent = [
        f"{name}.{key}"
        for name, section in schema["$defs"].items()
        for key, field in section["properties"].items()
        if "description" not in field
    ]

    assert silent == ["Folders.sent", "Folders.drafts", "Folders.trash", "Folders.archive"]
