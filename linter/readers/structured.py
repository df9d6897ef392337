"""JSON and YAML files: the templates of their parse trees, and their faults as errors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.readers import json_tree, trees
from linter.readers.tree import Node, ParseError
from linter.report import InputError
from linter.source import Source
from linter.template import Template

_YAML_START = re.compile(r"(?:\s|[#%][^\n]*+\n|---\s)*+(?:- +)?[\"']?[A-Za-z_][\w .-]*[\"']?\s*:(?:\s|$)")


def looks_like_json(text: str) -> bool:
    """Whether the text begins as a JSON object or list does, and not as a placeholder or a bracketed word."""
    return re.match(r"\s*(?:\{\s*(?:[\"}/]|$)|\[\s*(?:[\"{\[\]\d/-]|$|true|false|null))", text) is not None


def looks_like_yaml(text: str) -> bool:
    """Whether the first line with something is a key of a YAML map."""
    return _YAML_START.match(text) is not None


def read_json(source: Source, is_lenient: bool = False) -> Iterator[Template | InputError]:
    """The templates of a JSON document; those before a fault are kept."""
    try:
        root = json_tree.parse(source.text)
    except ParseError as fault:
        yield from _broken(source, fault, is_lenient)
        return
    yield from trees.templates(root, source, is_lenient)


def read_yaml(source: Source, is_lenient: bool = False) -> Iterator[Template | InputError]:
    """The templates of all YAML documents; those before a fault are kept."""
    from linter.readers import yaml_tree

    try:
        for root in yaml_tree.parse(source.text):
            yield from trees.templates(root, source, is_lenient)
    except ParseError as fault:
        yield from _broken(source, fault, is_lenient)


def _broken(source: Source, fault: ParseError, is_lenient: bool) -> Iterator[Template | InputError]:
    if isinstance(fault.partial, Node):
        yield from trees.templates(fault.partial, source, is_lenient)
    at = source.position(fault.offset)
    yield InputError(source.path, fault.message, at.line, at.column)
