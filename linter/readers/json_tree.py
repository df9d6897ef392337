"""A JSON parser that keeps the place of every value."""

from __future__ import annotations

import re
from collections.abc import Callable
from json import JSONDecodeError
from json import decoder as _decoder

from linter.readers.tree import MAX_DEPTH, Node, ParseError
from linter.source import MapBuilder, SourceMap

_scan: Callable[[str, int, bool], tuple[str, int]] = _decoder.scanstring  # type: ignore[attr-defined]
_SPACE = re.compile(r"[ \t\r\n]*")
_COLON = re.compile(r"[ \t\r\n]*:[ \t\r\n]*")
_NEXT = re.compile(r"[ \t\r\n]*([,\]}])[ \t\r\n]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?(?![\w.])")
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[^u])", re.S)
_SIMPLE = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_WORD = re.compile(r"[A-Za-z_$][\w$]*")


def parse(text: str, start: int = 0, end: int | None = None) -> Node:
    """The tree of the one JSON value between two offsets; raises ParseError with what was read so far."""
    return _Parser(text, len(text) if end is None else end).document(start)


def text_map(text: str, start: int, end: int, value: str) -> SourceMap:
    """The map of a JSON string whose quotes stand at `start` and `end - 1`."""
    if end - start - 2 == len(value):
        return SourceMap.plain(start + 1, len(value))
    builder, at = MapBuilder(), start + 1
    for match in _ESCAPE.finditer(text, start + 1, end - 1):
        builder.copy(text[at : match.start()], at)
        builder.escape(_unescape(match.group()), match.start(), match.end() - match.start())
        at = match.end()
    builder.copy(text[at : end - 1], at)
    return builder.build(start + 1)[1]


def _unescape(escape: str) -> str:
    if escape[1] != "u":
        return _SIMPLE.get(escape[1], escape[1])
    high = int(escape[2:6], 16)
    return chr(0x10000 + ((high - 0xD800) << 10) + int(escape[8:12], 16) - 0xDC00) if len(escape) > 6 else chr(high)


class _Parser:
    """Reads one document; containers are linked before they are filled, so that a fault leaves a partial tree."""

    __slots__ = ("end", "root", "text")

    def __init__(self, text: str, end: int) -> None:
        self.text = text
        self.end = end
        self.root: Node | None = None

    def document(self, start: int) -> Node:
        text = self.text
        at = _SPACE.match(text, start, self.end).end()  # type: ignore[union-attr]
        try:
            node, at = self.value(at, 0)
            at = _SPACE.match(text, at, self.end).end()  # type: ignore[union-attr]
            if at < self.end:
                self.fault(at, "more text after the end of the JSON value: remove it, or put the values in one list")
        except ParseError as fault:
            fault.partial = self.root
            raise
        return node

    def fault(self, at: int, message: str) -> None:
        raise ParseError(message, min(at, self.end))

    def value(self, at: int, depth: int) -> tuple[Node, int]:
        if at >= self.end:
            self.fault(at, "the JSON ends too early: a value is missing, or a bracket is not closed")
        char = self.text[at]
        if char == '"':
            value, end = self.string(at)
            return Node("text", at, end, value, mapper=text_map), end
        if char in "{[":
            node = Node("map" if char == "{" else "list", at, -1)
            if self.root is None:
                self.root = node
            return node, self.fill(node, at, depth + 1)
        return self.scalar(at)

    def fill(self, node: Node, at: int, depth: int) -> int:
        if depth > MAX_DEPTH:
            self.fault(at, f"the JSON is nested more than {MAX_DEPTH} levels deep")
        end = self.members(node, at + 1, depth) if node.kind == "map" else self.elements(node, at + 1, depth)
        node.end = end
        return end

    def members(self, node: Node, at: int, depth: int) -> int:
        text, limit = self.text, self.end
        fields: dict[str, Node] = {}
        keys: dict[str, Node] = {}
        node.fields, node.keys = fields, keys
        at = _SPACE.match(text, at, limit).end()  # type: ignore[union-attr]
        if text.startswith("}", at) and at < limit:
            return at + 1
        while True:
            if not text.startswith('"', at) or at >= limit:
                self.fault(at, self.key_advice(at))
            key, end = self.string(at)
            keys[key] = Node("text", at, end, key, mapper=text_map)
            colon = _COLON.match(text, end, limit)
            if colon is None:
                at = _SPACE.match(text, end, limit).end()  # type: ignore[union-attr]
                self.fault(at, "a colon is missing after the key")
            at = colon.end()  # type: ignore[union-attr]
            at = self.child(at, depth, fields, key)
            step = _NEXT.match(text, at, limit)
            mark = step.group(1) if step is not None else ""
            if step is None or mark == "]":
                self.after(at, "}")
            elif mark == "}":
                return step.end(1)
            else:
                at = step.end()

    def child(self, at: int, depth: int, fields: dict[str, Node], key: str) -> int:
        if self.text.startswith(("{", "["), at) and at < self.end:
            node = Node("map" if self.text[at] == "{" else "list", at, -1)
            fields[key] = node
            return self.fill(node, at, depth + 1)
        fields[key], at = self.value(at, depth)
        return at

    def elements(self, node: Node, at: int, depth: int) -> int:
        text, limit = self.text, self.end
        items: list[Node] = []
        node.items = items
        at = _SPACE.match(text, at, limit).end()  # type: ignore[union-attr]
        if text.startswith("]", at) and at < limit:
            return at + 1
        while True:
            if text.startswith(("{", "["), at) and at < limit:
                child = Node("map" if text[at] == "{" else "list", at, -1)
                items.append(child)
                at = self.fill(child, at, depth + 1)
            else:
                child, at = self.value(at, depth)
                items.append(child)
            step = _NEXT.match(text, at, limit)
            mark = step.group(1) if step is not None else ""
            if step is None or mark == "}":
                self.after(at, "]")
            elif mark == "]":
                return step.end(1)
            else:
                at = step.end()

    def string(self, at: int) -> tuple[str, int]:
        try:
            value, end = _scan(self.text, at + 1, True)
        except JSONDecodeError as error:
            raise ParseError(self.string_advice(error), min(error.pos, self.end)) from None
        if end > self.end:
            self.fault(at, "the text that begins here is not closed: add the closing quotation mark")
        return value, end

    def string_advice(self, error: JSONDecodeError) -> str:
        if "Unterminated" in error.msg:
            return "the text that begins here is not closed: add the closing quotation mark"
        if "control character" in error.msg:
            return "a line break or control character in a text: write it as \\n or \\t, or close the quotation mark"
        return "a wrong escape: write a backslash as \\\\ and other characters as themselves or as \\uXXXX"

    def scalar(self, at: int) -> tuple[Node, int]:
        number = _NUMBER.match(self.text, at, self.end)
        if number is not None:
            value: object = number.group()
            # A longer run of digits costs quadratic time to convert and means nothing in a template.
            if number.end() - at < 400:
                is_whole = not number.group(1) and not number.group(2)
                value = int(number.group()) if is_whole else float(number.group())
            return Node("number", at, number.end(), value), number.end()
        word = _WORD.match(self.text, at, self.end)
        if word is not None and word.group() in _WORDS:
            found = _WORDS[word.group()]
            return Node("null" if found is None else "bool", at, word.end(), found), word.end()
        raise ParseError(self.value_advice(at, word.group() if word is not None else ""), at)

    def value_advice(self, at: int, word: str) -> str:
        char = self.text[at]
        if char in "'`":
            return "a text in the wrong quotation marks: JSON wants double ones"
        if char == "/" or char == "#":
            return "JSON has no comments: remove it"
        if char in "]},":
            return "a value is missing here, or the comma before is one too many"
        if char in "“”„«":
            return "typographic quotation marks: JSON wants straight ones"
        if word:
            return f"“{word[:40]}” is no JSON value: put texts in double quotation marks, write true, false and null so"
        return "no JSON value: texts stand in double quotation marks"

    def key_advice(self, at: int) -> str:
        if at >= self.end:
            return "the JSON ends too early: a closing brace } is missing"
        if self.text[at] == "}":
            return "a comma before the closing brace: remove it"
        if self.text[at] in "/#":
            return "JSON has no comments: remove it"
        return "a key in double quotation marks is expected here"

    def after(self, at: int, closing: str) -> None:
        at = _SPACE.match(self.text, at, self.end).end()  # type: ignore[union-attr]
        if at >= self.end:
            self.fault(at, f"the JSON ends too early: a closing {closing} is missing")
        if self.text[at] in "]}":
            self.fault(at, f"{self.text[at]} closes what was opened as something else: {closing} is expected")
        if self.text[at] in "/#":
            self.fault(at, "JSON has no comments: remove it")
        self.fault(at, f"a comma or {closing} is missing before this")
