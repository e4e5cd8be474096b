"""Pydantic's findings in the user's words, each with its line: `config.yaml:31:3: projects.harbour: what is wrong`.

A push channel's URL is never repeated: it holds a secret.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from mailaide.config.yaml_lines import Mark, Path

A_NUMBER = "{given} is not a whole number; write it in digits, without quotes"
YES_OR_NO = "{given} is not possible here; write true or false"
KEYS = 'this must be lines of "key: value", indented below it'
PLAIN = {
    "value_error": "{error}",
    "literal_error": "{given} is not possible here; write {expected}",
    "int_type": A_NUMBER,
    "int_parsing": A_NUMBER,
    "int_from_float": A_NUMBER,
    "bool_type": YES_OR_NO,
    "bool_parsing": YES_OR_NO,
    "greater_than_equal": "{given} is too small; write at least {ge}",
    "less_than_equal": "{given} is too large; write at most {le}",
    "too_short": "this is empty; write at least one",
    "list_type": 'this must be a list; put "- " before each item, or write [one, two]',
    "dict_type": KEYS,
    "model_type": KEYS,
    "model_attributes_type": KEYS,
}
"""Pydantic's kinds of finding in plain words; a kind that is not here speaks for itself."""


def dotted(path: Path) -> str:
    """`projects.harbour.fees[0]`."""
    words = ""
    for part in path:
        words += f"[{part}]" if isinstance(part, int) else f".{part}" if words else part
    return words


def place(path: Path, marks: Mapping[Path, Mark]) -> Mark:
    """Where the path stands; for what is missing, where it should have stood."""
    while path not in marks:
        path = path[:-1]
    return marks[path]


def problem(path: Path, what: str, marks: Mapping[Path, Mark], *, about: Path | None = None) -> tuple[Mark, str]:
    """One line of the report. `about` is the path to print when it differs from the path to point at."""
    name = dotted(path if about is None else about)
    mark = place(path, marks)
    return mark, f"{mark}: {name}: {what}" if name else f"{mark}: {what}"


def explain(error: ValidationError, model: type[BaseModel], marks: Mapping[Path, Mark]) -> Iterator[tuple[Mark, str]]:
    """Every finding as a line of the report."""
    for detail in error.errors(include_url=False):
        path: Path = tuple(part for part in detail["loc"] if part != "[key]")
        match detail["type"]:
            case "missing":
                yield problem(path, f'"{path[-1]}" is missing', marks, about=path[:-1])
            case "extra_forbidden":
                yield problem(path, _unknown_key(path, model), marks, about=path[:-1])
            case _:
                yield problem(path, _words(detail), marks)


def _unknown_key(path: Path, model: type[BaseModel]) -> str:
    key = str(path[-1])
    if path[0] in {"accounts", "store"} and key in {"password", "passwd", "pass", "wachtwoord"}:
        whose = path[1] if path[0] == "accounts" else path[0]
        return (
            f'"{key}" is not allowed, so that this file holds no secret; remove it and run '
            f'"mailaide password {whose}", or supply a systemd credential, or write "password_file" with a path'
        )
    near = difflib.get_close_matches(key, keys_at(path[:-1], model), n=1)
    return f'unknown key "{key}"' + (f'; did you mean "{near[0]}"?' if near else "; remove it")


def keys_at(path: Path, model: type[BaseModel]) -> list[str]:
    """The keys that may stand at the path."""
    steps = iter(path)
    for part in steps:
        annotation = next(f.annotation for name, f in model.model_fields.items() if part in {name, f.alias})
        model = section_in(annotation) or model
        if get_origin(annotation) in {dict, list}:
            next(steps, None)  # the person's own name, or a position in the list
    return [field.alias or name for name, field in model.model_fields.items()]


def section_in(annotation: Any) -> type[BaseModel] | None:
    """The section a field's type holds: itself, in a list, as a mapping's value, or optional."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := section_in(part))), None)


def _words(detail: ErrorDetails) -> str:
    context = {name: str(value) for name, value in detail.get("ctx", {}).items()}
    words = PLAIN.get(detail["type"])
    if words is None:
        return detail["msg"]
    expected = context.pop("expected", "").replace("'", "")
    return words.format(given=_given(detail.get("input")), expected=expected, **context)


def _given(value: object) -> str:
    """What was written; further keys or a list would not read well in a sentence."""
    if isinstance(value, dict | list):
        return "a list" if isinstance(value, list) else "a group of keys"
    return f'"{str(value).lower() if isinstance(value, bool) else value}"'
