"""One template a line, as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from linter.readers import json_tree, trees
from linter.readers.tree import ParseError
from linter.report import InputError
from linter.source import Source
from linter.template import Template

_LINE = re.compile(r"[^\r\n]+")
EMPTY = 'this line holds no template: give it at least a body, such as {"id": "1", "body": "…"}'


def looks_like(text: str) -> bool:
    """Whether the first two filled lines are each an object of their own."""
    filled = (match.group().strip() for match in _LINE.finditer(text) if match.group().strip())
    found = list(islice(filled, 2))
    return len(found) == 2 and all(line.startswith("{") and line.endswith("}") for line in found)


def read(source: Source) -> Iterator[Template | InputError]:
    """The templates of all lines; a line that does not parse or holds none is an error, and reading goes on."""
    for match in _LINE.finditer(source.text):
        if match.group().strip():
            yield from _line(source, match.start(), match.end())


def confirms(source: Source) -> bool:
    """Whether any line is a template without the benefit of the doubt."""
    for match in _LINE.finditer(source.text):
        try:
            root = json_tree.parse(source.text, match.start(), match.end())
        except ParseError:
            continue
        if next(trees.templates(root, source), None) is not None:
            return True
    return False


def stream(lines: Iterable[str], path: str) -> Iterator[tuple[Source, Template | InputError]]:
    """Each line's templates or error with the line as its own source, placed in the stream."""
    offset = 0
    for number, line in enumerate(lines, 1):
        text = line[1:] if number == 1 and line.startswith("\ufeff") else line
        source = Source(text, path, first_line=number, first_offset=offset)
        offset += len(text)
        if text.strip():
            for found in _line(source, 0, len(text.rstrip("\r\n"))):
                yield source, found


def _line(source: Source, start: int, end: int) -> Iterator[Template | InputError]:
    try:
        root = json_tree.parse(source.text, start, end)
    except ParseError as fault:
        at = source.position(fault.offset)
        yield InputError(source.path, fault.message, at.line, at.column)
        return
    is_empty = True
    for template in trees.templates(root, source, is_lenient=True):
        is_empty = False
        yield replace(template, format="jsonl")
    if is_empty:
        at = source.position(root.start)
        yield InputError(source.path, EMPTY, at.line, at.column)
