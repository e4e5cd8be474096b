"""YAML in which every value knows its line. Text in, plain values and marks out; no file is opened here.

What people write is what they get: `NO`, `9:30` and `2026-03-01` stay text, `95.50` keeps its cents as a Decimal.
What can surprise is refused: a key given twice, anchors and aliases, merge keys, tags.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import cast

import yaml

Path = tuple[str | int, ...]
"""The keys and list positions that lead to a value: `("projects", "harbour", "fees", 0)`."""

DEEPEST = 20
"""Levels of nesting; a configuration needs seven, and PyYAML recurses."""

IN_PLAIN_WORDS = {
    "mapping values are not allowed here": 'a ":" that is not expected here; check the indent, '
    'or put text that holds ": " in quotes',
    "could not find expected ':'": 'a ":" is missing after the key',
    "found character '\\t' that cannot start any token": "a tab is not allowed; indent with spaces",
    "expected <block end>, but found '<block mapping start>'": "the indent does not fit the lines above",
    "expected <block end>, but found '-'": "the indent does not fit the lines above",
    "expected <block end>, but found '<scalar>'": "text after the closing quote; put all of it inside the quotes",
    "expected the node content, but found '<stream end>'": "a closing bracket is missing",
    "found character '@' that cannot start any token": 'put text that begins with "@" in quotes',
    "found character '`' that cannot start any token": 'put text that begins with "`" in quotes',
    "found unexpected end of stream": "a closing quote or bracket is missing",
    "but found another document": 'there is a second "---"; one file holds one document',
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Where something stands; lines and columns count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file as plain values; a key without a value has None.

    `marks` has the key's place for what stands under a key, the item's own place for what stands in a list.
    """

    data: object
    marks: Mapping[Path, Mark]


class YamlProblems(ValueError):
    """The text cannot be taken as it is; `problems` are `file:line:column: what` lines."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


class _Loader(yaml.SafeLoader):
    """Composes nodes only. PyYAML's constructors, which make objects out of tags, are never called."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012  # PyYAML's own shape
    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event: yaml.Event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent):
            raise _refused(f'the alias "*{event.anchor}" is not allowed; write the value out', event)
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            raise _refused(
                f'the anchor "&{event.anchor}" is not allowed; put text that begins with "&" in quotes', event
            )
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
            raise _refused(f'the tag "{event.tag}" is not allowed; put text that begins with "!" in quotes', event)
        if self.depth > DEEPEST:
            raise _refused(f"more than {DEEPEST} levels deep", event)
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


# YAML 1.2's core schema; a number too long for a count or a price (a phone or IBAN number) stays text.
_Loader.add_implicit_resolver("null", re.compile(r"^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])
_Loader.add_implicit_resolver("bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
_Loader.add_implicit_resolver("int", re.compile(r"^[-+]?[0-9]{1,15}$"), list("-+0123456789"))
_Loader.add_implicit_resolver(
    "float", re.compile(r"^[-+]?(?:[0-9]{1,15}\.[0-9]{0,9}|\.[0-9]{1,9})$"), list("-+.0123456789")
)


def read(text: str, file: str) -> Document:
    """The one document in `text`; an empty one is an empty mapping. Raises YamlProblems with all there is to say."""
    tree = _Tree(file=file)
    try:
        node = _compose(text)
    except yaml.MarkedYAMLError as error:
        where = error.problem_mark or error.context_mark
        mark = Mark(file, 1, 1) if where is None else tree.mark(where)
        problem = error.problem or error.context or "this is not YAML"
        raise YamlProblems([f"{mark}: {IN_PLAIN_WORDS.get(problem, problem)}"]) from None
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        mark = Mark(file, before.count("\n") + 1, error.position - before.rfind("\n"))
        raise YamlProblems([f"{mark}: a character that is not allowed (U+{ord(text[error.position]):04X})"]) from None
    tree.marks[()] = Mark(file, 1, 1)
    data = {} if node is None else tree.value(node, ())
    if tree.problems:
        raise YamlProblems(tree.problems)
    return Document(data={} if data is None else data, marks=tree.marks)


def _compose(text: str) -> yaml.Node | None:
    loader = _Loader(text)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def _refused(problem: str, event: yaml.Event) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=cast("yaml.error.Mark", event.start_mark))


@dataclass(slots=True, kw_only=True)
class _Tree:
    """One walk over the nodes, gathering marks and problems on the way."""

    file: str
    marks: dict[Path, Mark] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def mark(self, mark: yaml.Mark) -> Mark:
        return Mark(self.file, mark.line + 1, mark.column + 1)

    def value(self, node: yaml.Node, path: Path) -> object:
        self.marks.setdefault(path, self.mark(node.start_mark))
        match node:
            case yaml.MappingNode():
                return self._mapping(node, path)
            case yaml.SequenceNode():
                return [self.value(item, (*path, position)) for position, item in enumerate(node.value)]
            case _:
                return _scalar(node.tag, node.value)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, object]:
        found: dict[str, object] = {}
        first_lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            mark = self.mark(key_node.start_mark)
            if not isinstance(key_node, yaml.ScalarNode):
                self.problems.append(f"{mark}: a key must be a word; is a quote missing around text with {{ or [?")
                continue
            key = str(key_node.value)  # keys are always words: `1:` and `no:` too
            if key == "<<":
                self.problems.append(f'{mark}: the merge key "<<" is not allowed; write the values out')
            elif key in first_lines:
                self.problems.append(f'{mark}: "{key}" is given twice (first on line {first_lines[key]})')
            else:
                first_lines[key] = mark.line
                self.marks[(*path, key)] = mark
                found[key] = self.value(value_node, (*path, key))
        return found


def _scalar(tag: str, text: str) -> object:
    match tag:
        case "null":
            return None
        case "bool":
            return text.lower() == "true"
        case "int":
            return int(text)
        case "float":
            return Decimal(text)
        case _:
            return text
