"""What is wrong with a folder of templates, each fault with its file and line, before any letter needs them.

Looked at without running: names that no letter has, blocks that nothing shows or that lack, words that one may
regret. Then every letter is written with made-up values, formally and informally.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes

from mailaide.adapters.letters.jinja import JinjaLetters, shipped_templates
from mailaide.core.parts import EVERYWHERE, IN_FRAMES, IN_PARTS, NOTICES, PARTS
from mailaide.core.project import Form
from mailaide.core.reading.ours.wording import Wording, wording
from mailaide.core.samples.parts import sample_letter, sample_person
from mailaide.core.samples.words import SAMPLE_WORDS
from mailaide.errors import LetterError

LANGUAGE_OF_SAMPLES = "en"
FRAMES = ("letter", "notice")
OF_JINJA = frozenset({"loop", "self", "super", "caller", "varargs", "kwargs", "true", "false", "none"})

EITHER = re.compile(r"""form\(\s*(["'])(?P<formal>.*?)\1\s*,\s*(["'])(?P<informal>.*?)\3\s*\)""")
PRINTED = re.compile(r"\{\{(.*?)\}\}")
WORDS = re.compile(r"""(["'])(.*?)\1""")
TAG = re.compile(r"\{%.*?%\}|\{#.*?#\}")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Finding:
    """`line` is 0 for what is wrong with the whole file."""

    file: Path
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}" if self.line else f"{self.file}: {self.what}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """One template as it is written, with those it is built on, nearest first."""

    file: Path
    name: str
    language: str
    text: str
    tree: nodes.Template
    bases: tuple[nodes.Template, ...]


def check_templates(folder: Path) -> list[Finding]:
    """Everything that is wrong with the templates in the folder (`<language>/<template>.j2`), by file and line."""
    found: set[Finding] = set()
    for file in sorted(folder.rglob("*.j2")):
        language = file.relative_to(folder).parts[0]
        if language == file.name:
            found.add(Finding(file=file, line=0, what="it lies in no language's folder, such as nl/, and is not used"))
            continue
        try:
            source = _source(folder, file, language)
        except (TemplateSyntaxError, UnicodeDecodeError) as error:
            line = error.lineno if isinstance(error, TemplateSyntaxError) else 0
            found.add(Finding(file=file, line=line, what=str(error)))
            continue
        found |= {*_names(source), *_blocks(source), *_wordings(source)}
        found |= set(_written(source, folder))
    return sorted(found)


def _source(folder: Path, file: Path, language: str) -> _Source:
    text = file.read_text(encoding="utf-8")
    parser = Environment()  # noqa: S701  # it only parses
    tree = parser.parse(text, filename=str(file))
    bases = tuple(_bases(tree, parser, (folder, shipped_templates()), language))
    name = file.relative_to(folder / language).with_suffix("").as_posix()
    return _Source(file=file, name=name, language=language, text=text, tree=tree, bases=bases)


def _bases(
    tree: nodes.Template, parser: Environment, folders: tuple[Path, Path], language: str
) -> Iterator[nodes.Template]:
    extends = tree.find(nodes.Extends)
    named = extends.template.value if extends and isinstance(extends.template, nodes.Const) else ""
    area, _, name = named.partition("/")
    own, shipped = folders
    places = {"base": [own / "base" / name, shipped / "base" / name], "shipped": [shipped / language / name]}
    for place in places.get(area, [own / language / named, shipped / language / named]):
        if named and place.is_file():
            base = parser.parse(place.read_text(encoding="utf-8"))
            yield base
            yield from _bases(base, parser, folders, language)
            return


def _names(source: _Source) -> Iterator[Finding]:
    """Names that stand for nothing in this template."""
    if source.language == "base":
        return
    if not (source.name in {*PARTS, *NOTICES, *FRAMES, "words"} or "/" in source.name):
        yield Finding(file=source.file, line=0, what=f"no letter is called {source.name}, so it is not used")
        return
    values = PARTS.get(source.name, NOTICES.get(source.name, ()))
    known = OF_JINJA | {one.name for one in (*EVERYWHERE, *values, *IN_PARTS, *IN_FRAMES)}
    made = {name for tree in (source.tree, *source.bases) for name in _made(tree)}
    for name in source.tree.find_all(nodes.Name):
        if name.ctx == "load" and name.name not in known | made:
            near = difflib.get_close_matches(name.name, known | made, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            yield Finding(file=source.file, line=name.lineno, what=f"nothing is called {name.name} here{hint}")


def _made(tree: nodes.Template) -> Iterator[str]:
    """Names that the template itself gives to something."""
    for node in tree.find_all((nodes.Name, nodes.Macro, nodes.Import, nodes.FromImport)):
        match node:
            case nodes.Name(ctx="store" | "param"):
                yield node.name
            case nodes.Macro():
                yield node.name
            case nodes.Import():
                yield node.target
            case nodes.FromImport():
                yield from (name if isinstance(name, str) else name[1] for name in node.names)


def _blocks(source: _Source) -> Iterator[Finding]:
    """Blocks that no base shows, and blocks of the base that are still empty."""
    if not source.bases:
        return
    own = {block.name: block.lineno for block in source.tree.find_all(nodes.Block)}
    nested = {inner.name for block in source.tree.find_all(nodes.Block) for inner in block.find_all(nodes.Block)}
    of_bases = [block for base in source.bases for block in base.find_all(nodes.Block)]
    names = {block.name for block in of_bases}
    for name, line in own.items():
        if name not in names | nested and not re.search(rf"self\.{name}\(", source.text):
            near = difflib.get_close_matches(name, names, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            yield Finding(file=source.file, line=line, what=f"the block {name} is shown nowhere{hint}")
    filled = own.keys() | {block.name for block in of_bases if not block.required}
    if {"text", "body"} & own.keys():  # all of the base's own blocks are replaced with it
        return
    for name in sorted({block.name for block in of_bases if block.required} - filled):
        yield Finding(file=source.file, line=1, what=f"the block {name} is missing")


def _wordings(source: _Source) -> Iterator[Finding]:
    """Words of the template itself that one may regret towards a client."""
    if source.name not in {*PARTS, "letter", "words"}:
        return
    for number, line in enumerate(source.text.splitlines(), 1):
        for text in dict.fromkeys((_read(line, "formal"), _read(line, "informal"))):
            yield from (_regretted(source.file, number, one) for one in wording(text, language=source.language))


def _read(line: str, form: str) -> str:
    """The line as a letter would have it, with its alternatives side by side and its values left open."""

    def words(printed: re.Match[str]) -> str:
        chosen = EITHER.sub(lambda either: f'"{either[form]}"', printed[1])
        return " ".join(one[1] for one in WORDS.findall(chosen)) or "…"

    return PRINTED.sub(words, TAG.sub("", line))


def _regretted(file: Path, line: int, one: Wording) -> Finding:
    return Finding(file=file, line=line, what=f"{one.flaw}: “{one.text}”. {one.better}")


def _written(source: _Source, folder: Path) -> Iterator[Finding]:
    """What is wrong with the letter when it is written."""
    if source.name not in PARTS or source.language == "base":
        return
    samples = source.language if source.language in SAMPLE_WORDS else LANGUAGE_OF_SAMPLES
    letters = JinjaLetters(sample_person(samples), folder)
    for form in Form:
        letter = replace(sample_letter(source.name, samples, form, date(2026, 3, 16)), language=source.language)
        try:
            letters.render(letter)
        except LetterError as error:
            place, line, what = _placed(str(error), source.file)
            yield Finding(file=place, line=line, what=what)


def _placed(message: str, file: Path) -> tuple[Path, int, str]:
    found = re.match(r"(?P<file>[^:]+\.j2):(?P<line>\d+): (?P<what>.*)", message, flags=re.DOTALL)
    return (Path(found["file"]), int(found["line"]), found["what"]) if found else (file, 0, message)
