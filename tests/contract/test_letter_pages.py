"""The pages about letters are made from the code, and say what it says now."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from mailaide.adapters.letters.filters import filters
from mailaide.adapters.letters.jinja import shipped_templates
from mailaide.core.parts import FACTS, NOTICES, PARTS

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", ["letters.md", "letter-values.md"])
def test_the_page_is_up_to_date(generate: ModuleType, page: str) -> None:
    assert (DOCS / page).read_text(encoding="utf-8") == generate.PAGES[page](), "run: python docs/generate.py"


def test_every_filter_is_told(generate: ModuleType) -> None:
    assert generate.FILTERS.keys() == filters("en").keys()


def test_every_shipped_template_is_told() -> None:
    english = shipped_templates() / "en"

    assert {file.stem for file in english.glob("*.j2")} == {*PARTS, *NOTICES, "letter", "notice", "words"}
    assert {file.stem for file in (english / "told").glob("*.j2")} == FACTS.keys()
