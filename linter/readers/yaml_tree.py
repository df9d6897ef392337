"""A YAML reader that keeps the place of every value; built on the parser's events, never on its constructors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from linter.readers.tree import MAX_DEPTH, Node, ParseError
from linter.readers.yaml_scalars import MAPPERS

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NUMBER = re.compile(r"[-+]?(?:0x[0-9a-fA-F]+|0o[0-7]+|(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$")
_WORDS = {"null": None, "~": None, "": None, "true": True, "false": False}
_STRAY = re.compile("[\ud800-\udfff]")
_BARE = re.compile(r"(?::|^\s*-)\s+\{\{")
_ADVICE = (
    ("found character '\\t'", "a tab where YAML wants spaces: indent with spaces"),
    ("mapping values are not allowed", "a colon where YAML does not allow one: put the text in quotation marks"),
    ("could not find expected ':'", "a colon is missing after the key, or the line is indented wrongly"),
    (
        "did not find expected key",
        "the line is indented wrongly, or a text with special characters wants quotation marks",
    ),
    ("undefined alias", "the alias names no anchor of this document"),
    ("unexpected end of stream", "a quotation mark or bracket is not closed"),
    ("unknown escape character", "a wrong escape: write a backslash as \\\\ or use single quotation marks"),
    ("cannot start any token", "a text that begins so wants quotation marks"),
    ("control characters are not allowed", "a control character: remove it, or write it as an escape in double quotes"),
    ("special characters are not allowed", "a control character: remove it, or write it as an escape in double quotes"),
    ("alias or anchor", "a text that begins with * or & wants quotation marks"),
)


def parse(text: str, start: int = 0, end: int | None = None) -> Iterator[Node]:
    """The documents of a YAML text between two offsets; raises ParseError with the unfinished document."""
    safe = _STRAY.sub("\ufffd", text[start:end])
    loader = _LOADER(safe)
    builder = _Builder(start)
    try:
        while loader.check_event():
            document = builder.take(loader.get_event())
            if document is not None:
                yield document
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = mark.index if mark is not None else 0
        message = _advice(str(error.problem or error.context or error))
        if _BARE.search(safe[: at + 1].rsplit("\n", 1)[-1]):
            message = "a text that begins with {{ wants quotation marks around all of it"
        raise ParseError(message, start + at, builder.root) from None
    except yaml.reader.ReaderError as error:
        at = error.position if isinstance(error.position, int) else 0
        raise ParseError(_advice(error.reason), start + _forbidden(safe, at), builder.root) from None
    except yaml.YAMLError as error:
        raise ParseError(_advice(str(error)), start, builder.root) from None
    except ParseError as fault:
        fault.partial = builder.root
        raise
    finally:
        loader.dispose()


def _advice(problem: str) -> str:
    for words, advice in _ADVICE:
        if words in problem:
            return advice
    return f"this YAML does not parse ({problem}): check indentation and quotation marks"


def _forbidden(text: str, at: int) -> int:
    found = re.search("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    return found.start() if found is not None else min(at, len(text))


class _Builder:
    """Turns events into nodes; an alias gives the anchored node itself, so that nothing is copied."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.root: Node | None = None
        self.stack: list[Node] = []
        self.key: list[Node | None] = []
        self.anchors: dict[str, Node] = {}

    def take(self, event: Any) -> Node | None:
        """Feed one event; a document when it ends."""
        name = type(event).__name__
        if name == "DocumentStartEvent":
            self.root, self.anchors = None, {}
        elif name == "DocumentEndEvent":
            done, self.root = self.root, None
            return done
        elif name == "ScalarEvent":
            self.add(self.scalar(event), event.anchor)
        elif name == "AliasEvent":
            if event.anchor not in self.anchors:
                raise ParseError("the alias names no anchor of this document", self.start + event.start_mark.index)
            self.add(self.anchors[event.anchor], None)
        elif name in ("MappingStartEvent", "SequenceStartEvent"):
            self.open(event, name == "MappingStartEvent")
        elif name in ("MappingEndEvent", "SequenceEndEvent"):
            node = self.stack.pop()
            self.key.pop()
            node.end = max(self.last_end(node), self.start + event.end_mark.index if self.is_flow(event) else 0)
            _merge(node)
        return None

    def is_flow(self, event: Any) -> bool:
        return bool(event.end_mark.index > event.start_mark.index)

    def last_end(self, node: Node) -> int:
        children = node.items if node.items is not None else list((node.fields or {}).values())
        ends = [child.end for child in children[-1:] if child.start >= node.start]
        keys = [key.end for key in list((node.keys or {}).values())[-1:]]
        return max([node.start, *ends, *keys])

    def open(self, event: Any, is_map: bool) -> None:
        at = self.start + event.start_mark.index
        if len(self.stack) >= MAX_DEPTH:
            raise ParseError(f"the YAML is nested more than {MAX_DEPTH} levels deep", at)
        node = Node("map", at, -1, fields={}, keys={}) if is_map else Node("list", at, -1, items=[])
        self.add(node, event.anchor)
        self.stack.append(node)
        self.key.append(None)

    def add(self, node: Node, anchor: str | None) -> None:
        if anchor is not None:
            self.anchors[anchor] = node
        if self.root is None:
            self.root = node
        if not self.stack:
            return
        parent = self.stack[-1]
        if parent.items is not None:
            parent.items.append(node)
            return
        key, self.key[-1] = self.key[-1], node
        if key is not None and parent.fields is not None and parent.keys is not None:
            self.key[-1] = None
            name = str(key.value) if key.kind == "text" else self.raw_key(key)
            parent.fields[name], parent.keys[name] = node, key

    def raw_key(self, key: Node) -> str:
        return key.raw if key.kind not in ("map", "list") else ""

    def scalar(self, event: Any) -> Node:
        start, end = self.start + event.start_mark.index, self.start + event.end_mark.index
        value: str = event.value
        if not event.style and event.tag is None:
            plain = _plain_value(value)
            if plain is not None:
                return Node(plain[0], start, end, plain[1], raw=value)
        return Node("text", start, end, value, mapper=MAPPERS[event.style or ""])


def _plain_value(value: str) -> tuple[Any, Any] | None:
    lower = value.lower()
    if lower in _WORDS:
        word = _WORDS[lower]
        return ("null" if word is None else "bool", word)
    if len(value) < 400 and _NUMBER.match(value):
        try:
            return ("number", int(value, 0) if not re.search(r"[.eE]", value) or "x" in value else float(value))
        except ValueError:
            return ("number", value)
    return None


def _merge(node: Node) -> None:
    """Fill in what `<<` brings, without touching what the map says itself."""
    if node.fields is None or "<<" not in node.fields or node.keys is None:
        return
    merged = node.fields.pop("<<")
    node.keys.pop("<<")
    for source in merged.items if merged.items is not None else [merged]:
        for key, child in (source.fields or {}).items():
            if key not in node.fields and source.keys is not None:
                node.fields[key], node.keys[key] = child, source.keys[key]
