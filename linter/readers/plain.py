"""Text files: one template, or several parted by lines of three hyphens, with optional front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from linter.readers import trees
from linter.readers.shapes import PLACEHOLDER, Context
from linter.readers.tree import ParseError, normal
from linter.readers.view import View
from linter.readers.words import BODY, BUTTONS, CATEGORY, FOOTER, HEADER, HEADER_FORMAT, LANGUAGE, NAME
from linter.report import InputError
from linter.source import MapBuilder, Source
from linter.template import Component, Template, Text

_RULE = re.compile(r"^---[ \t]*(?:\r\n|\n|\r|\Z)", re.M)
_FIELD = re.compile(r"[ \t]*(?:-[ \t].*|[A-Za-z_][\w -]*:.*|#.*|)$")
_FRONT = frozenset((*NAME, *LANGUAGE, *CATEGORY, *HEADER, *HEADER_FORMAT, *FOOTER, *BUTTONS))
_FRONT |= frozenset(("id", "parameter_format", "example", "examples", "samples", "variables"))
_BREAK = re.compile(r"\r\n|\r")
_LISTS = re.compile(r"[=<>~^]=|^\s*#|;\s*$|^\s*[\w./*-]+\s*$")


def has_front_matter(text: str) -> bool:
    """Whether fields of a template stand between lines of hyphens, with a text after them."""
    kinds = [kind for kind, _, _ in _pieces(text)]
    return kinds[:1] == ["front"] and "body" in kinds


def looks_like(text: str) -> bool:
    """Whether a text reads like messages: front matter or placeholders, or a few lines of prose."""
    found = list(_pieces(text))
    if any(kind == "front" for kind, _, _ in found) or PLACEHOLDER.search(text):
        return True
    bodies = [text[start:end] for kind, start, end in found if kind == "body"]
    return bool(bodies) and all(_is_prose(body) for body in bodies)


def _is_prose(body: str) -> bool:
    lines = [line for line in body.splitlines() if line.strip()]
    listed = sum(1 for line in lines if _LISTS.search(line))
    return len(body) <= 2000 and len(body.split()) >= 3 and listed * 2 < len(lines)


def read(source: Source) -> Iterator[Template | InputError]:
    """The templates of the file; front matter that does not parse is an error."""
    front: Template | None = None
    front_start: int | None = None
    for kind, start, end in _pieces(source.text):
        if kind == "front":
            try:
                front, front_start = front_matter(source, start, end), start
            except ParseError as fault:
                at = source.position(fault.offset)
                yield InputError(source.path, fault.message, at.line, at.column)
            continue
        body = message(source.text, start, end)
        component = Component("body", body, text=body)
        base = front if front is not None else Template((), at=body)
        place = message(source.text, start if front_start is None else front_start, end)
        yield replace(base, components=ordered((*base.components, component)), at=place, format="text")
        front, front_start = None, None


def front_matter(source: Source, start: int, end: int) -> Template | None:
    """The template, still without body, that front matter between two offsets describes; raises ParseError."""
    from linter.readers import yaml_tree

    for root in yaml_tree.parse(source.text, start, end):
        if root.kind == "map":
            return trees.build(View(root, "", source), "neutral", Context())
    return None


def is_front_matter(text: str) -> bool:
    """Whether a piece of text holds nothing but fields of a template, two at least or its name."""
    lines = text.splitlines()
    if not all(_FIELD.match(line) for line in lines):
        return False
    keys = [normal(line.split(":")[0]) for line in lines if ":" in line and not line.startswith((" ", "-", "#", "\t"))]
    known = [key for key in keys if key in _FRONT]
    return bool(known) and len(known) * 2 >= len(keys) and not any(key in BODY for key in keys)


def _pieces(text: str) -> Iterator[tuple[str, int, int]]:
    """Front matters and bodies in their order, empty ones left out."""
    bounds = [(match.start(), match.end()) for match in _RULE.finditer(text)]
    starts = [0, *(end for _, end in bounds)]
    ends = [*(start for start, _ in bounds), len(text)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if text[start:end].strip():
            is_front = number < len(starts) - 1 and number > 0 and is_front_matter(text[start:end].strip("\r\n"))
            yield ("front" if is_front else "body"), start, end


def message(text: str, start: int, end: int) -> Text:
    """The text between two offsets without the empty lines around it, every line end a single one."""
    piece = text[start:end]
    lead = re.match(r"(?:[ \t]*(?:\r\n|\n|\r))*", piece)
    start += lead.end() if lead is not None else 0
    end = max(start, start + len(text[start:end].rstrip()))
    builder, at = MapBuilder(), start
    for match in _BREAK.finditer(text, start, end):
        builder.copy(text[at : match.start()], at)
        builder.escape("\n", match.start(), match.end() - match.start())
        at = match.end()
    builder.copy(text[at:end], at)
    value, places = builder.build(start)
    return Text(value, None, places)


def ordered(components: tuple[Component, ...]) -> tuple[Component, ...]:
    """Header, body, footer, then the rest in its order."""
    order = {"header": 0, "body": 1, "footer": 2}
    return tuple(sorted(components, key=lambda component: order.get(component.kind, 3)))
