"""Where templates run: they print values and choose between words, and that is all they can do.

A template is the person's own text, but it is copied from the web and edited at night. So nothing in it can reach
the program, the files or the network, and nothing in it can take more than a second or more than a letter's memory.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import ContextVar
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar, cast
from weakref import WeakSet

from jinja2 import StrictUndefined, Template, Undefined, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

LONGEST_TEXT = 20_000
"""Characters of a letter, and of every text on the way to one."""

MOST = 1_000
"""Items of a list that a template makes."""

LARGEST = 10**30

CPU_SECONDS = 1.0
"""Processor time, so that a busy or sleeping machine stops no letter."""

FILTERS = frozenset({
    "abs", "capitalize", "count", "default", "first", "groupby", "int", "last", "length", "list", "lower", "map", "max",
    "min", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "sum", "title", "trim", "unique", "upper",
})  # fmt: skip
"""Of Jinja's own filters those whose result is no longer than what they are given."""

METHODS: Mapping[type, frozenset[str]] = {
    str: frozenset({
        "capitalize", "casefold", "count", "endswith", "find", "isdigit", "isupper", "lower", "lstrip", "partition",
        "removeprefix", "removesuffix", "rpartition", "rstrip", "split", "splitlines", "startswith", "strip", "title",
        "upper",
    }),
    dict: frozenset({"get", "items", "keys", "values"}),
    date: frozenset({"isoformat", "isoweekday", "weekday"}),
}  # fmt: skip

CONTAINERS = (list, tuple, dict, set, frozenset)

_Made = TypeVar("_Made", list[object], tuple[object, ...], dict[object, object])
_ends_at: ContextVar[float] = ContextVar("ends_at", default=float("inf"))


class TooMuch(Exception):
    """The template takes more time or memory than a letter can need."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Every loop, call, inclusion and sum is counted against the time; every text and list against its length."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, *, language: str, filters: Mapping[str, Callable[..., str]], **settings: Any) -> None:
        super().__init__(
            undefined=StrictUndefined,
            # Letters are plain text: escaping would put "&amp;" before a client.
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_printed,
            **settings,
        )
        self.language = language
        self.built_on_a_base: WeakSet[Template] = WeakSet()
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS} | {
            name: _of_values(apply) for name, apply in filters.items()
        }

    def run(self, template: Template, values: Mapping[str, object]) -> str:
        """The template in words. Raises TooMuch; besides that whatever an expression raises."""
        token = _ends_at.set(time.thread_time() + CPU_SECONDS)
        try:
            pieces: list[str] = []
            length = 0
            for piece in template.generate(dict(values)):
                length += len(piece)
                if length > LONGEST_TEXT:
                    raise TooMuch(f"the letter is longer than {LONGEST_TEXT} characters")
                pieces.append(piece)
            return "".join(pieces)
        finally:
            _ends_at.reset(token)

    # What a template does one thing at a time

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return cast("nodes.Template", _Watched().visit(super()._parse(source, name, filename)))

    def steps(self, items: Iterable[object]) -> Iterator[object]:
        """The items of a loop, one at a time."""
        for item in items:
            _tick()
            yield item

    def joined(self, *words: object) -> str:
        """What `~` puts together."""
        whole = "".join(str(_printed(word)) for word in words)
        return str(_printed(whole))

    def made(self, items: _Made) -> _Made:
        """A list or mapping that the template makes; one inside another only once, so that none grows as a tree."""
        for item in _inside(items):
            if any(isinstance(inner, CONTAINERS) for inner in _inside(item)):
                raise SecurityError("a template may not put lists in lists in lists")
        return items

    def call(self, context: Context, obj: Any, *given: Any, **named: Any) -> Any:  # Jinja's signature
        _tick()
        return super().call(context, obj, *given, **named)

    def _load_template(self, name: str, globals: Any) -> Template:  # noqa: A002  # it is Jinja's
        _tick()
        before = time.thread_time()
        try:
            return super()._load_template(name, globals)
        finally:  # reading a template for the first time is not its own doing
            _ends_at.set(_ends_at.get() + time.thread_time() - before)

    def wrap_str_format(self, value: Any) -> None:
        """Jinja lets a template format texts in its own way; ours may not at all."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if not super().is_safe_attribute(obj, attr, value):
            return False
        if callable(value) and not isinstance(value, Macro | Undefined):
            return isinstance(obj, LoopContext) or attr in METHODS.get(_kind(obj), frozenset())
        return True

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        _tick()
        numbers = _is_number(left) and _is_number(right) and operator != "**"
        if not numbers and not (operator == "+" and _fits(left, right)):
            raise SecurityError(f"a template may not use {operator!r} here")
        return super().call_binop(context, operator, left, right)


class _Watched(NodeTransformer):
    """Has the sandbox look at every loop, at every `~` and at every list."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802  # Jinja names it so
        self.generic_visit(node)
        node.iter = _asked("steps", cast("nodes.Expr", node.iter))
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802  # Jinja's name
        self.generic_visit(node)
        return _asked("joined", *node.nodes)

    def visit_List(self, node: nodes.List | nodes.Dict) -> nodes.Node:  # noqa: N802  # Jinja's name
        self.generic_visit(node)
        return _asked("made", node)

    visit_Dict = visit_List  # noqa: N815  # Jinja's name

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:  # noqa: N802  # Jinja's name
        self.generic_visit(node)
        return _asked("made", node) if node.ctx == "load" else node


def _asked(method: str, *values: nodes.Expr) -> nodes.Expr:
    call = nodes.Call(nodes.EnvironmentAttribute(method), list(values), [], None, None)
    call.set_lineno(values[0].lineno)
    return call


def _tick() -> None:
    if time.thread_time() > _ends_at.get():
        raise TooMuch(f"the template takes longer than {CPU_SECONDS:g} second")


def _kind(value: object) -> type:
    return next((kind for kind in METHODS if isinstance(value, kind)), object)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float | Decimal) and -LARGEST < value < LARGEST


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, CONTAINERS) else ()


def _fits(left: object, right: object) -> bool:
    if isinstance(left, str) and isinstance(right, str):
        return len(left) + len(right) <= LONGEST_TEXT
    return isinstance(left, list | tuple) and isinstance(right, list | tuple) and len(left) + len(right) <= MOST


def _printed(value: object) -> object:
    """Jinja would print the word None into a letter, and a text that doubles itself line by line."""
    _tick()
    if value is None:
        raise UndefinedError("the value is None")
    if isinstance(value, CONTAINERS):
        raise SecurityError("a list is not printed as it is; use |listing, or a loop")
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        raise TooMuch(f"a text is longer than {LONGEST_TEXT} characters")
    return value


def _of_values(apply: Callable[..., str]) -> Callable[..., str]:
    """The filter, which says which value is missing instead of failing on it."""

    def applied(value: object, *settings: object) -> str:
        if isinstance(value, Undefined):
            str(value)  # raises UndefinedError with the value's name
        if isinstance(value, Iterator | list | tuple):
            return apply([_printed(item) for item in value], *settings)
        return apply(_printed(value), *settings)

    return applied
