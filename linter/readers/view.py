"""A map of the parse tree as the readers of payloads look at it: by name in any spelling, with pointer and faults."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from operator import itemgetter

from linter.readers.tree import WORDS, Node, join, normal
from linter.source import Source, SourceMap
from linter.template import Fault, Text


class View:
    """A node with its pointer; children are views as well. `faults` is shared by all views of one template."""

    __slots__ = ("_index", "faults", "node", "pointer", "source")

    def __init__(self, node: Node, pointer: str, source: Source, faults: list[Fault] | None = None) -> None:
        self.node = node
        self.pointer = pointer
        self.source = source
        self.faults: list[Fault] = [] if faults is None else faults
        self._index: dict[str, str] | None = None

    @property
    def index(self) -> dict[str, str]:
        """The keys of the file by their normal spelling; an exact spelling wins over another."""
        if self._index is None:
            self._index = {}
            for key in self.node.fields or ():
                self._index.setdefault(normal(key), key)
        return self._index

    def has(self, *names: str) -> bool:
        """Whether one of these fields stands there, null or not."""
        return not self.index.keys().isdisjoint(names)

    def get(self, *names: str) -> View | None:
        """The first of these fields that stands there and is not null."""
        for name in names:
            key = self.index.get(name)
            if key is not None and self.node.fields is not None:
                child = self.node.fields[key]
                if child.kind != "null":
                    return View(child, join(self.pointer, key), self.source, self.faults)
        return None

    def child(self, key: str | int) -> View:
        """The child under an exact key or index; the caller knows that it is there."""
        node = (self.node.items or [])[key] if isinstance(key, int) else (self.node.fields or {})[key]
        return View(node, join(self.pointer, key), self.source, self.faults)

    def items(self) -> Iterator[View]:
        """The items of a list."""
        for number in range(len(self.node.items or ())):
            yield self.child(number)

    def entries(self) -> Iterator[tuple[str, View]]:
        """The fields of a map under the keys of the file."""
        for key in list(self.node.fields or ()):
            yield key, self.child(key)

    def key_text(self, key: str) -> Text | None:
        """The key itself as a text with its place."""
        node = (self.node.keys or {}).get(key)
        return node.text(self.source, None) if node is not None else None

    @property
    def kind(self) -> str:
        """The kind of the node: map, list, text, number, bool or null."""
        return self.node.kind

    @property
    def word(self) -> str:
        """The value when it is a text, else nothing."""
        return self.node.value if isinstance(self.node.value, str) and self.node.kind == "text" else ""

    def text(self, name: str) -> Text | None:
        """The text; a number or boolean is kept as written with a fault, a list or object is a fault only."""
        if self.node.kind == "text":
            return self.node.text(self.source, self.pointer)
        if self.node.kind == "null":
            return None
        self.fault(f"{name} is {WORDS[self.node.kind]}, it must be a text")
        return self.node.text(self.source, self.pointer) if self.node.kind in ("number", "bool") else None

    def scalar(self) -> Text | None:
        """The text, number or boolean as written, without a fault."""
        return self.node.text(self.source, self.pointer) if self.node.kind in ("text", "number", "bool") else None

    def place(self) -> Text:
        """The whole of it as it stands in the file."""
        return self.node.place(self.source, self.pointer)

    def fault(self, detail: str, kind: str = "wrong-type") -> None:
        """Note what is not as a template wants it."""
        self.faults.append(Fault(kind, detail, self.place()))

    def rest(self, *used: str) -> dict[str, object]:
        """The other fields in plain Python types, by the names of the file."""
        fields = self.node.fields or {}
        return {key: fields[key].plain() for name, key in self.index.items() if name not in used}


def part(text: Text, start: int, end: int) -> Text:
    """The code points `start` to `end` of a text, with their places."""
    value = text.value[start:end]
    if text.map is None:
        return Text(value, text.pointer)
    if not value:
        return Text(value, text.pointer, SourceMap.plain(text.map.start(start), 0))
    segments: list[tuple[int, int, int, int]] = []
    first = max(0, bisect_right(text.map.segments, start, key=itemgetter(0)) - 1)
    for decoded, source, length, width in islice(text.map.segments, first, None):
        low, high = max(decoded, start), min(decoded + length, end)
        if decoded >= end:
            break
        if low >= high:
            continue
        if length == width:
            segments.append((low - start, source + low - decoded, high - low, high - low))
        else:
            segments.append((low - start, source, high - low, width))
    return Text(value, text.pointer, SourceMap(tuple(segments)))


def stripped(text: Text) -> Text:
    """The text without the white space around it."""
    value = text.value
    start = len(value) - len(value.lstrip())
    return part(text, start, max(start, len(value.rstrip()))) if value.strip() != value else text


def lines(text: Text) -> list[Text]:
    """The lines of a text that hold something, without the white space around them."""
    found, at = [], 0
    for line in text.value.split("\n"):
        if line.strip():
            found.append(stripped(part(text, at, at + len(line))))
        at += len(line) + 1
    return found
