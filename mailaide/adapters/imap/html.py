"""HTML to text. Never raises, and takes time and memory in proportion to what was sent, whatever its layout asks for.

The library lays a page out as a browser does. A margin of a hundred thousand lines and a table of a thousand wide rows
are a few bytes in a mail and gigabytes on the page, so lengths do not count and what is too large loses its layout.
"""

from __future__ import annotations

import logging
import re
from functools import cache
from html import unescape
from typing import Any

from mailaide.adapters.imap.parse import clean

LARGEST_PAGE = 32_000_000
"""Characters: as many lines as there may be, each as wide as the whole text, as a table may make them."""

LONGEST_TEXT = 64 * 1024
COUNTING = frozenset({"display", "white-space"})
"""Of a style attribute, what tells words from what nobody sees."""

log = logging.getLogger(__name__)
_TAG = re.compile(r"<[^<>]*>?")
_NEW_LINE = re.compile(r"(?i)<(?:br|p|div|tr|li|h\d|blockquote|table|hr)\b")
_UNSEEN = re.compile(r"(?is)<(script|style|head|title)\b[^<>]*>[^<]*(?:</\1\s*>|$)")
_END_OF_LINE = re.compile(r"(?i)<(?:br|/p|/div|/tr|/li|/h\d)\b[^<>]*>")


def text(html: str) -> str:
    """The words, laid out where that is safe; by bare removal of tags where the library finds nothing."""
    html = clean(html)
    if not html.strip():
        return ""
    found = "" if _is_too_large(html) else _laid_out(html)
    return (found or _without_tags(html))[:LONGEST_TEXT]


def _is_too_large(html: str) -> bool:
    """A table pads each of its lines to its width, and both hang on its largest cells."""
    small = html.lower()
    if "<table" not in small:
        return False
    lines = len(_NEW_LINE.findall(html)) + (html.count("\n") if "pre" in small else 0)
    return lines * len(_TAG.sub("", html)) > LARGEST_PAGE


def _laid_out(html: str) -> str:
    from inscriptis import get_text  # type: ignore[import-untyped]  # noqa: PLC0415  # it loads lxml: slow, large

    try:
        found = str(get_text(html, _configuration()))
    except Exception as error:  # noqa: BLE001  # lxml raises many kinds for odd HTML; the fallback reads it as well
        log.debug("HTML read without the library: %s", type(error).__name__)
        found = ""
    return clean(found).strip()


@cache
def _configuration() -> Any:
    from inscriptis.model.config import ParserConfig  # type: ignore[import-untyped]  # noqa: PLC0415
    from inscriptis.model.css import CssParse  # type: ignore[import-untyped]  # noqa: PLC0415

    def style(told: str, element: object) -> None:
        counting = (one for one in told.split(";") if one.partition(":")[0].strip().lower() in COUNTING)
        CssParse.attr_style(";".join(counting), element)

    configuration = ParserConfig()
    handler = configuration.attribute_handler
    handler.attribute_mapping = {**handler.attribute_mapping, "style": style}
    return configuration


def _without_tags(html: str) -> str:
    bare = _END_OF_LINE.sub("\n", _UNSEEN.sub(" ", html))
    lines = (" ".join(line.split()) for line in unescape(_TAG.sub(" ", bare)).split("\n"))
    return clean("\n".join(line for line in lines if line))
