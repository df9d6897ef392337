"""Odoo data files: records of a template model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from linter.readers import words
from linter.readers.tree import MAX_DEPTH, ParseError
from linter.report import InputError
from linter.source import MapBuilder, Source, SourceMap
from linter.template import Component, Template, Text

_NAME = ("wa_name", "template_name", "name")
_BODY = ("body", "body_text", "content", "message", "template_body")
_LANGUAGE = ("lang_code", *words.LANGUAGE)


@dataclass
class _Record:
    start: int
    end: int = 0
    fields: dict[str, Text] = field(default_factory=dict)


def read(source: Source) -> Iterator[Template | InputError]:
    """A template for each record whose model is a template model; it has a body where a body field stands."""
    parser = _Parser(source.text)
    fault: ParseError | None = None
    try:
        parser.run()
    except ParseError as error:
        fault = error
    for record in parser.records:
        yield _template(source, record)
    if fault is not None:
        at = source.position(fault.offset)
        yield InputError(source.path, fault.message, at.line, at.column)


def _template(source: Source, record: _Record) -> Template:
    fields = record.fields

    def first(*names: str) -> Text | None:
        return next((fields[name] for name in names if name in fields and fields[name].value.strip()), None)

    parts: list[Component] = []
    for kind, names in (("header", ("header_text", "header")), ("body", _BODY), ("footer", ("footer_text", "footer"))):
        text = first(*names)
        if text is not None:
            parts.append(Component(kind, text, text=text))
    used = {*_NAME, *_BODY, *_LANGUAGE, *words.CATEGORY, "header_text", "header", "footer_text", "footer"}
    return Template(
        components=tuple(parts),
        name=first(*_NAME),
        language=first(*_LANGUAGE),
        category=first(*words.CATEGORY),
        at=Text(source.text[record.start : record.end], None, SourceMap.plain(record.start, record.end - record.start)),
        extra={name: text.value for name, text in fields.items() if name not in used},
    )


class _Parser:
    """Feeds the text to expat and turns its byte positions into offsets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.data = text.encode("utf-8", "replace")
        self.records: list[_Record] = []
        self.current: _Record | None = None
        self.field: str | None = None
        self.builder = MapBuilder()
        self.begin = self.depth = 0
        self.last = (0, 0)

    def run(self) -> None:
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = False
        self.parser = parser
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.words
        parser.EntityDeclHandler = self.entity
        try:
            parser.Parse(self.data, True)
        except expat.ExpatError as error:
            reason = expat.errors.messages.get(error.code, "syntax error")
            raise ParseError(
                f"this XML does not parse ({reason}): check the tags", self.offset(parser.ErrorByteIndex)
            ) from None

    def offset(self, index: int) -> int:
        """The offset in code points of a byte position; positions come in order."""
        byte, offset = self.last if index >= self.last[0] else (0, 0)
        offset += len(self.data[byte:index].decode("utf-8", "replace"))
        self.last = (index, offset)
        return offset

    def entity(self, *_: object) -> None:
        at = self.offset(self.parser.CurrentByteIndex)
        raise ParseError("entity declarations are not read: write the text itself", at)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        at = self.offset(self.parser.CurrentByteIndex)
        if self.depth > MAX_DEPTH:
            raise ParseError(f"the XML is nested more than {MAX_DEPTH} levels deep", at)
        if name == "record" and re.search(r"template", attributes.get("model", "")):
            self.current = _Record(at)
        elif name == "field" and self.current is not None:
            self.field, self.builder, self.begin = attributes.get("name"), MapBuilder(), -1

    def words(self, data: str) -> None:
        if self.field is None:
            return
        at = self.offset(self.parser.CurrentByteIndex)
        self.begin = at if self.begin < 0 else self.begin
        if self.text.startswith(data, at):
            self.builder.copy(data, at)
        elif self.text.startswith("&", at) and (end := self.text.find(";", at)) > 0:
            self.builder.escape(data, at, end + 1 - at)
        else:
            self.builder.escape(data, at, 2 if self.text.startswith("\r\n", at) else len(data))

    def end(self, name: str) -> None:
        self.depth -= 1
        at = self.offset(self.parser.CurrentByteIndex)
        if name == "field" and self.current is not None and self.field is not None:
            value, places = self.builder.build(self.begin if self.begin >= 0 else at)
            self.current.fields[self.field] = Text(value, None, places)
            self.field = None
        elif name == "record" and self.current is not None:
            self.current.end = at + len("</record>")
            self.records.append(self.current)
            self.current = None
