"""The laws that no reader should have to watch over: who may import whom, what the core may not know, what ports lack.

Every module is parsed, so an import inside a function or under TYPE_CHECKING counts as well.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "mailaide"
LAYERS = {
    "cli", "demo", "daemon", "service", "cycle", "steps", "adapters", "config", "ports", "core", "errors",
}  # fmt: skip
"""Each a package, or a module, beside the others."""

MAY_IMPORT = {
    "cli": LAYERS,
    "demo": LAYERS - {"cli"},
    "daemon": {"service", "adapters", "config", "ports", "core", "errors"},
    "service": {"service", "cycle", "steps", "adapters", "config", "ports", "core", "errors"},
    "cycle": {"steps", "ports", "core", "errors"},
    "steps": {"steps", "ports", "core", "errors"},
    "adapters": {"adapters", "ports", "core", "errors"},
    "config": {"config", "core", "errors"},
    "ports": {"ports", "core"},
    "core": {"core", "errors"},
    "errors": set[str](),
}
"""`cli → daemon → service → {cycle, adapters, config}`, and what these may see themselves; imports point inward."""

READING = ("text", "days", "signals", "client", "ear", "ours", "read", "told")
"""The parts of `core/reading`, each built of those before it."""

OUTSIDE = {
    "asyncio", "logging", "multiprocessing", "os", "pathlib", "random", "secrets", "select", "shutil", "signal",
    "smtplib", "imaplib", "socket", "sqlite3", "ssl", "subprocess", "sys", "tempfile", "threading", "time", "urllib",
    "http", "io",
}  # fmt: skip
"""Parts of the standard library that reach into the world or ask it for the time."""

CLOCKS = {"now", "utcnow", "today", "fromtimestamp"}
INPUT_OUTPUT = {"open", "print", "input"}
FORBIDDEN_IN_PORTS = re.compile(r"^_*(send|expunge|move|delete)")
LONGEST_MODULE = 400
LONGEST_DOCSTRING = 5
CORE_DATACLASS = {"frozen", "slots", "kw_only"}


@cache
def modules() -> dict[str, Path]:
    """Dotted name → file, for every module of ours."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def tree(name: str) -> ast.Module:
    return ast.parse(modules()[name].read_text("utf-8"))


def layer(name: str) -> str:
    """The layer of a dotted name; the package itself has none, and an unknown module is a layer of its own."""
    parts = name.split(".")
    if len(parts) == 1:
        return ""
    return "cli" if parts[1] == "__main__" else parts[1]


def members(wanted: str) -> list[str]:
    return [name for name in modules() if layer(name) == wanted]


def imports(name: str) -> Iterator[tuple[str, int]]:
    """What a module imports, as (dotted name, line), relative imports resolved and those by name included."""
    is_package = modules()[name].name == "__init__.py"
    for node in ast.walk(tree(name)):
        match node:
            case ast.Import(names=names):
                yield from ((alias.name, node.lineno) for alias in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                parts = name.split(".")
                base = parts[: len(parts) - level + is_package] if level else []
                start = ".".join([*base, *([module] if module else [])])
                yield from ((f"{start}.{alias.name}", node.lineno) for alias in names)
            case ast.Call(func=ast.Name(id="import_module" | "__import__"), args=[ast.Constant(value=str(value)), *_]):
                yield value, node.lineno
            case ast.Call(func=ast.Attribute(attr="import_module"), args=[ast.Constant(value=str(value)), *_]):
                yield value, node.lineno


def where(name: str, line: int) -> str:
    return f"{modules()[name].relative_to(ROOT)}:{line}"


def functions(name: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree(name)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call with the last word of what is called."""
    for node in ast.walk(tree(name)):
        match node:
            case ast.Call(func=ast.Attribute(attr=called)) | ast.Call(func=ast.Name(id=called)):
                yield called, node


def listed(offenders: list[str]) -> str:
    return "\n" + "\n".join(offenders)


@pytest.mark.parametrize("wanted", sorted(LAYERS))
def test_every_layer_has_modules(wanted: str):
    code = [name for name in members(wanted) if tree(name).body]

    assert code, f"no module with code in the layer {wanted}: has it been renamed?"


def test_every_module_belongs_to_a_layer():
    strays = [str(path.relative_to(ROOT)) for name, path in modules().items() if layer(name) not in {"", *LAYERS}]

    assert strays == [], f"give these a layer in this test, or a place in one:{listed(strays)}"


@pytest.mark.parametrize("wanted", sorted(LAYERS))
def test_imports_point_inward(wanted: str):
    offenders = [
        f"{where(name, line)}: {wanted} imports {target}"
        for name in members(wanted)
        for target, line in imports(name)
        if target.split(".")[0] == "mailaide" and layer(target) not in {"__version__", *MAY_IMPORT[wanted]}
    ]

    assert offenders == [], listed(offenders)


def test_reading_is_built_from_the_text_up():
    start = "mailaide.core.reading."
    parts = {name: name.removeprefix(start).partition(".")[0] for name in modules() if name.startswith(start)}
    offenders = [
        f"{where(name, line)}: {part} imports {target}"
        for name, part in parts.items()
        for target, line in imports(name)
        if target.startswith(start)
        and READING.index(target.removeprefix(start).partition(".")[0]) > READING.index(part)
    ]

    assert sorted(set(parts.values())) == sorted(READING)
    assert offenders == [], listed(offenders)


def test_the_core_does_no_input_or_output():
    offenders = [
        f"{where(name, line)}: imports {target}"
        for name in members("core")
        for target, line in imports(name)
        if target.split(".")[0] in OUTSIDE
    ] + [
        f"{where(name, call.lineno)}: calls {called}()"
        for name in members("core")
        for called, call in calls(name)
        if called in INPUT_OUTPUT and isinstance(call.func, ast.Name)
    ]

    assert offenders == [], listed(offenders)


def test_the_core_asks_no_clock():
    offenders = [
        f"{where(name, call.lineno)}: calls {ast.unparse(call.func)}()"
        for name in members("core")
        for called, call in calls(name)
        if called in CLOCKS
    ]

    assert offenders == [], listed(offenders)


def test_dataclasses_of_the_core_are_frozen_slotted_and_keyword_only():
    offenders = [
        f"{where(name, node.lineno)}: {node.name} lacks {', '.join(sorted(CORE_DATACLASS - given))}"
        for name in members("core")
        for node in ast.walk(tree(name))
        if isinstance(node, ast.ClassDef)
        for given in _dataclass_settings(node)
        if not given >= CORE_DATACLASS
    ]

    assert offenders == [], listed(offenders)


def _dataclass_settings(node: ast.ClassDef) -> Iterator[set[str]]:
    """For a dataclass: the settings that are switched on."""
    for decorator in node.decorator_list:
        called = decorator.func if isinstance(decorator, ast.Call) else decorator
        if ast.unparse(called).rpartition(".")[2] == "dataclass":
            keywords = decorator.keywords if isinstance(decorator, ast.Call) else []
            yield {str(one.arg) for one in keywords if isinstance(one.value, ast.Constant) and one.value.value is True}


def test_every_library_is_weighed_in_the_design_notes():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [one for name, those in project["optional-dependencies"].items() if name != "dev" for one in those]
    named = [re.split(r"[^a-z0-9-]", one.lower(), maxsplit=1)[0] for one in (*project["dependencies"], *extras)]
    weighed = (ROOT / "docs" / "design-notes.md").read_text("utf-8").partition("## Dependencies")[2]

    assert [one for one in named if one not in re.findall(r"[a-z0-9-]+", weighed)] == []


def test_what_must_not_happen_has_no_method():
    offenders = [
        f"{where('mailaide.ports', node.lineno)}: {node.name}"
        for node in functions("mailaide.ports")
        if FORBIDDEN_IN_PORTS.match(node.name)
    ]

    assert offenders == [], listed(offenders)


def test_nobody_speaks_smtp():
    offenders = [
        f"{where(name, line)}: imports {target}"
        for name in modules()
        if layer(name) != "demo"
        for target, line in imports(name)
        if target.split(".")[0] in {"smtplib", "aiosmtplib", "smtpd", "aiosmtpd"}
    ]

    assert offenders == [], listed(offenders)


def test_no_module_is_too_long_to_read_at_one_sitting():
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in modules().values()}
    offenders = [f"{path.relative_to(ROOT)}: {n} lines" for path, n in lengths.items() if n > LONGEST_MODULE]

    assert offenders == [], listed(offenders)


def test_every_module_says_first_what_it_is_for_in_a_few_lines():
    offenders = []
    for name, path in modules().items():
        docstring = ast.get_docstring(tree(name))
        if not tree(name).body and path.name == "__init__.py":
            continue  # an empty __init__ only makes a folder a package
        if not docstring or len(docstring.splitlines()) > LONGEST_DOCSTRING:
            offenders.append(
                f"{path.relative_to(ROOT)}: {len(docstring.splitlines()) if docstring else 'no docstring'}"
            )

    assert offenders == [], listed(offenders)
