"""From a path to a Config, or to one ConfigError with everything that is wrong in all files.

The steps: read the YAML of config.yaml and of projects.d/*.yaml; put each project under `projects`; check shape
and values; check how they hang together; build. Only here are files opened.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from mailaide.config import checks
from mailaide.config.build import build, resolved
from mailaide.config.explain import explain, place, problem
from mailaide.config.model import (
    AccountSection,
    ClientSection,
    ColleagueSection,
    PersonSection,
    PolicySection,
    ProjectSection,
    Root,
    Section,
)
from mailaide.config.settings import Config
from mailaide.config.yaml_lines import Document, Mark, YamlProblems, read
from mailaide.config.yaml_lines import Path as KeyPath
from mailaide.errors import ConfigError

PROJECTS_FOLDER = "projects.d"

SectionType = TypeVar("SectionType", bound=Section)


def load(path: Path, *, environment: Mapping[str, str] | None) -> Config:
    """See `mailaide.config.load`."""
    source = path.expanduser().absolute()
    document = _documents(source)
    found: list[tuple[Mark, str]] = []
    signature = ""
    root = None
    try:
        root = Root.model_validate(document.data)
    except ValidationError as error:
        found += explain(error, Root, document.marks)
    sound = _sound(document)
    found += (problem(at, what, document.marks) for at, what in checks.findings(sound))
    if sound.person is not None:
        signature, trouble = _signature(sound.person, source.parent)
        found += (problem(("person", "signature_file"), what, document.marks) for what in trouble)
    if root is not None and (templates := resolved(root.templates_directory, source.parent)) and not templates.is_dir():
        found.append(problem(("templates_directory",), f"there is no folder {templates}", document.marks))
    if root is None or found:
        order = {source.name: ""}  # the main file first, then the others by name
        found.sort(key=lambda one: (order.get(one[0].file, one[0].file), one[0].line, one[0].column))
        raise ConfigError(source.name, list(dict.fromkeys(line for _, line in found)))
    return build(
        root, source=source, signature=signature, environment=os.environ if environment is None else environment
    )


def json_schema() -> dict[str, Any]:
    """The JSON Schema of config.yaml, for editors that check while one writes (the YAML language server)."""
    return Root.model_json_schema()


def _documents(source: Path) -> Document:
    """All files as one document whose marks know their file. Raises ConfigError with what is wrong in all of them."""
    problems: list[str] = []
    whole = Document(data={}, marks={(): Mark(source.name, 1, 1)})
    try:
        whole = read(_text(source, source.name), source.name)
    except YamlProblems as error:
        problems += error.problems
    data, marks = whole.data, dict(whole.marks)
    projects = None
    if isinstance(data, dict):
        projects = data["projects"] = {} if data.get("projects") is None else data["projects"]
    for file in sorted((source.parent / PROJECTS_FOLDER).glob("*.yaml")):
        name = f"{PROJECTS_FOLDER}/{file.name}"
        try:
            document = read(_text(file, name), name)
        except YamlProblems as error:
            problems += error.problems
            continue
        at: KeyPath = ("projects", file.stem)
        if at in marks:
            problems.append(
                f'{Mark(name, 1, 1)}: the project "{file.stem}" is in {marks[at]} already; keep one of the two'
            )
        elif isinstance(projects, dict):
            projects[file.stem] = document.data
            marks |= {(*at, *inner): mark for inner, mark in document.marks.items()}
    if problems:
        raise ConfigError(source.name, problems)
    return Document(data=data, marks=marks)


def _text(file: Path, name: str) -> str:
    """The text of a file. Raises YamlProblems when it is not UTF-8, ConfigError when it cannot be read."""
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        raise ConfigError(
            name, [f"{file}: there is no such file; copy config.example.yaml to it and fill in your own details"]
        ) from None
    except OSError as error:
        raise ConfigError(name, [f"{file}: it cannot be read ({error.strerror})"]) from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        raise YamlProblems([f"{Mark(name, line, column)}: this is not UTF-8; save the file as UTF-8"]) from None


def _signature(person: PersonSection, folder: Path) -> tuple[str, list[str]]:
    """The signature, and what is wrong with its file."""
    file = resolved(person.signature_file, folder)
    if file is None:
        return person.signature or "", []
    try:
        return file.read_text("utf-8-sig").strip(), []
    except OSError as error:
        return "", [f"{file} cannot be read ({error.strerror})"]
    except UnicodeDecodeError:
        return "", [f"{file} is not UTF-8; save it as UTF-8"]


def _sound(document: Document) -> checks.Sound:
    sections = document.data if isinstance(document.data, dict) else {}
    return checks.Sound(
        person=next((person for _, person in _valid({"": sections.get("person")}, PersonSection)), None),
        policy=next((policy for _, policy in _valid({"": sections.get("policy") or {}}, PolicySection)), None),
        accounts=dict(_valid(sections.get("accounts"), AccountSection)),
        clients=dict(_valid(sections.get("clients"), ClientSection)),
        projects=dict(_valid(sections.get("projects"), ProjectSection)),
        names={kind: _names(sections.get(kind)) for kind in ("accounts", "clients")},
        colleagues=dict(_valid(sections.get("colleagues"), ColleagueSection)),
        where=lambda path: str(place(path, document.marks)),
    )


def _names(entries: object) -> frozenset[str]:
    return frozenset(entries if isinstance(entries, dict) else ())


def _valid(entries: object, section: type[SectionType]) -> Iterator[tuple[str, SectionType]]:
    for key, entry in entries.items() if isinstance(entries, dict) else ():
        try:
            yield key, section.model_validate(entry)
        except ValidationError:
            continue  # it is in the report already
