"""The parse tree that JSON and YAML share: values with their places in the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from linter.source import Source, SourceMap
from linter.template import Text

Kind = Literal["map", "list", "text", "number", "bool", "null"]
Decoder = Callable[[str, int, int, str], SourceMap]
MAX_DEPTH = 200
WORDS: dict[Kind, str] = {
    "map": "an object",
    "list": "a list",
    "text": "a text",
    "number": "a number",
    "bool": "a boolean",
    "null": "null",
}


class ParseError(Exception):
    """The text does not parse: `message` says what to do, `offset` where; `partial` is what was read before."""

    def __init__(self, message: str, offset: int, partial: Node | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.partial = partial


@dataclass(slots=True, eq=False)
class Node:
    """One value; `start` and `end` are file offsets of all of it, `end` is -1 for a container the fault cut off.

    `keys` holds the key nodes of a map, by key; `mapper` makes the source map of a text on demand; `raw` is how a plain
    YAML scalar was written that is no text.
    """

    kind: Kind
    start: int
    end: int
    value: object = None
    fields: dict[str, Node] | None = None
    keys: dict[str, Node] | None = None
    items: list[Node] | None = None
    mapper: Decoder | None = None
    raw: str = ""

    @property
    def children(self) -> list[Node]:
        """The items of a list, the values of a map, nothing for a scalar."""
        if self.items is not None:
            return self.items
        return list(self.fields.values()) if self.fields is not None else []

    def text(self, source: Source, pointer: str | None) -> Text:
        """The decoded text with its map; for numbers and the like the words of the file."""
        if self.mapper is None or not isinstance(self.value, str):
            return Text(source.text[self.start : self.end], pointer, SourceMap.plain(self.start, self.end - self.start))
        return Text(self.value, pointer, self.mapper(source.text, self.start, self.end, self.value))

    def place(self, source: Source, pointer: str | None) -> Text:
        """The whole node as it stands in the file."""
        end = self.end if self.end >= 0 else self.start + 1
        return Text(source.text[self.start : end], pointer, SourceMap.plain(self.start, end - self.start))

    def plain(self) -> object:
        """The value in plain Python types; shared YAML nodes are shared there too."""
        return _plain(self, {})


def _plain(node: Node, seen: dict[int, object]) -> object:
    if node.kind not in ("map", "list"):
        return node.value
    if id(node) in seen:
        return seen[id(node)]
    if node.items is not None:
        items: list[object] = []
        seen[id(node)] = items
        items.extend(_plain(item, seen) for item in node.items)
        return items
    fields: dict[str, object] = {}
    seen[id(node)] = fields
    for key, child in (node.fields or {}).items():
        fields[key] = _plain(child, seen)
    return fields


def join(pointer: str, key: str | int) -> str:
    """The JSON pointer (RFC 6901) of a child."""
    if isinstance(key, str) and ("~" in key or "/" in key):
        key = key.replace("~", "~0").replace("/", "~1")
    return f"{pointer}/{key}"


_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@lru_cache(maxsize=4096)
def _normal(key: str) -> str:
    return _CAMEL.sub("_", key.strip()).lower().replace("-", "_").replace(" ", "_")


def normal(key: str) -> str:
    """A field name in snake case: bodyText, Body-Text and body_text are one."""
    return _normal(key) if len(key) <= 80 else key
