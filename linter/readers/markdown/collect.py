"""The templates of a document: bodies in fences and quotes, with what the headings and labels around them say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from linter.readers import plain
from linter.readers.markdown import fences
from linter.readers.markdown.blocks import Block, blocks
from linter.readers.markdown.buttons import Collected
from linter.readers.markdown.definition import Fields, read_definition
from linter.readers.markdown.labels import Label, heading_name, heading_role, read_label, role_of, unquoted
from linter.readers.markdown.outline import Draft, Outline, Scope
from linter.readers.tree import ParseError
from linter.readers.view import part
from linter.report import InputError
from linter.source import Source
from linter.template import Component, Template, Text

_TOPIC = re.compile(r"whats ?app|twilio|waba\b|360 ?dialog|gupshup|message[ _]templates?|meta business", re.I)
_MESSAGE = re.compile(
    r"template|plantilla|modelo|mensaje|message|mensagem|messaggio|pesan|mesaj|nachricht|vorlage|versi|رسالة", re.I
)
_WRONG = re.compile(r"❌|✗|\b(?:wrong|incorrect[oa]?|errad[oa]|erro|bad|falsch|yanlis|sbagliat[oa])\b", re.I)
_INSTRUCTION = re.compile(r"\s*(?:[-*+]\s|\d+[.)]\s)|.*`\{")
_NOTHING = re.compile(r"none|n/a|no|nenhum|ninguno|-|—|text|optional|opcional", re.I)
_FRONT = re.compile(r"---[ \t]*(?:\r\n|\n|\r)(.*?)^---[ \t]*(?:\r\n|\n|\r|\Z)", re.S | re.M)
_PARTS = ("header", "body", "footer")


def read(source: Source, is_forced: bool = False) -> Iterator[Template | InputError]:
    """The templates of the document in their order; front matter that does not parse is an error."""
    collector = _Collector(source, is_forced)
    first = 0
    front = _FRONT.match(source.text)
    if front is not None:
        first = source.position(front.end()).line - source.first_line
        if plain.is_front_matter(front.group(1).strip("\r\n")):
            try:
                collector.front = plain.front_matter(source, front.start(1), front.end(1))
            except ParseError as error:
                at = source.position(error.offset)
                yield InputError(source.path, error.message, at.line, at.column)
    for block in blocks(source, first):
        collector.take(block)
    yield from collector.finish(front.end() if front is not None else 0)


class _Collector:
    """Takes the blocks one by one; `pending` is what the last label or heading announced."""

    def __init__(self, source: Source, is_forced: bool) -> None:
        self.source = source
        self.is_on_topic = is_forced or bool(_TOPIC.search(source.text) or _TOPIC.search(source.path))
        self.outline = Outline()
        self.pending: str | None = None
        self.is_wrong = False
        self.buttons: Collected | None = None
        self.front: Template | None = None

    def take(self, block: Block) -> None:
        """Feed one block."""
        if block.kind == "heading":
            self.heading(block)
        elif block.kind == "table":
            self.table(block)
        elif block.kind in ("fence", "code"):
            self.fence(block)
        elif block.kind == "quote":
            self.quote(block)
        elif block.text.value.strip():
            self.line(block)

    def heading(self, block: Block) -> None:
        self.end_buttons()
        role = heading_role(block.text)
        name = heading_name(block.text) if role in (None, "name") else None
        self.outline.open(Scope(block.level, block.text, role, name))
        self.pending = role if role not in ("name", "category", "language") else None
        self.is_wrong = bool(_WRONG.search(block.text.value))
        if role == "buttons":
            self.buttons = Collected()

    def line(self, block: Block) -> None:
        line = block.text
        if re.match(r"\s*(?:-{3,}|\*{3,}|_{3,})\s*$", line.value):
            self.end_buttons()
            self.pending = None
            return
        label = read_label(line)
        is_free = label is None or label.role in (None, "body", "name", "language")
        if self.buttons is not None and is_free and self.buttons.line(line):
            return
        if label is not None:
            self.label(label, block)
        elif _WRONG.match(line.value.lstrip("*- ")):
            self.is_wrong = True
        elif self.pending in ("category", "language"):
            self.outline.target(self.pending).take(self.pending, line)
        elif self.pending == "body" and self.is_paragraph(line):
            self.outline.add_body(line, line)
            self.pending = None

    def is_paragraph(self, line: Text) -> bool:
        """Whether a line below a label for the body is the body, and not an instruction."""
        is_text = fences.has_placeholder(line.value) and not _INSTRUCTION.match(line.value)
        return is_text and (self.outline.has_name() or self.is_on_topic)

    def label(self, label: Label, block: Block) -> None:
        role, value = label.role, label.value
        if role is None and value.value and self.pending in ("category", "language"):
            self.outline.target(self.pending).take(self.pending, value)
            return
        self.is_wrong = bool(_WRONG.search(block.text.value)) and not value.value
        if role is None:
            if not value.value:
                self.end_buttons()
                self.pending = "sample" if role_of(label.word) == "sample" else None
            return
        self.end_buttons()
        if role == "name" and value.value:
            self.outline.begin()
        is_instruction = value.value.endswith((":", "\uff1a")) or label.is_optional
        if role in ("name", "category", "language") and value.value:
            self.outline.target(role).take(role, value)
        elif role == "buttons":
            self.buttons = Collected()
            if value.value and not is_instruction:
                self.buttons.inline(value, label.is_optional)
        elif role in _PARTS and value.value and not is_instruction:
            self.one_line(role, value)
        self.pending = role if not value.value or is_instruction else None

    def one_line(self, role: str, value: Text) -> None:
        """A part behind its label: a body must have a placeholder that is no code in prose."""
        inner = unquoted(value)
        if role != "body":
            if len(inner.value) <= 200 and not _NOTHING.fullmatch(inner.value):
                self.outline.target(role).parts[role] = inner
            return
        has_code = bool(re.search(r"`\{", value.value)) and inner is value
        is_text = fences.has_placeholder(inner.value) and fences.is_message(inner.value)
        if is_text and not has_code and self.outline.has_name():
            self.outline.add_body(inner, inner)

    def end_buttons(self) -> None:
        if self.buttons is None:
            return
        self.buttons.flush()
        done, self.buttons = self.buttons.done, None
        if done:
            self.outline.target("buttons").buttons.extend(done)

    def table(self, block: Block) -> None:
        if self.buttons is not None:
            self.buttons.table(block.rows)
            self.end_buttons()
        elif any(row and re.match(r"`?\{\{", row[0].value) for row in block.rows):
            self.outline.scope.has_variables = True
        self.pending = None

    def fence(self, block: Block) -> None:
        pending, is_wrong = self.pending, self.is_wrong
        self.pending, self.is_wrong = None, False
        if self.buttons is not None and pending == "buttons" and not fences.is_code(block):
            at = 0
            for line in block.text.value.split("\n"):
                self.buttons.line(part(block.text, at, at + len(line)))
                at += len(line) + 1
            self.end_buttons()
            return
        self.end_buttons()
        payload = fences.payload(self.source, block)
        if payload is not None:
            if not is_wrong:
                self.outline.found.extend(payload)
                self.outline.scope.has_template = self.outline.scope.has_template or bool(payload)
        elif not is_wrong and not fences.is_code(block):
            self.words(block, pending)

    def words(self, block: Block, pending: str | None) -> None:
        """A fence that holds text: a part that a label named, a definition, or a body."""
        text, outline = block.text, self.outline
        definition = read_definition(text)
        if definition is not None:
            self.definition(definition, text, pending)
        elif pending in ("header", "footer"):
            outline.target(pending).parts[pending] = _trimmed(text)
        elif pending in ("name", "category", "language"):
            outline.target(pending).take(pending, _trimmed(text))
        elif pending == "body" and (self.is_on_topic or outline.has_name()):
            if fences.is_message(text.value) or not text.value.strip():
                outline.add_body(_trimmed(text), text)
        elif self.is_on_topic and fences.is_message(text.value) and self.looks_like_body(text, pending):
            outline.add_body(_trimmed(text), text)

    def looks_like_body(self, text: Text, pending: str | None) -> bool:
        """Whether an unlabelled text is a body: it has placeholders, or stands first under a heading on messages."""
        if pending in ("variables", "buttons"):
            return False
        if fences.has_placeholder(text.value):
            return True
        scope = self.outline.scope
        is_example = pending == "sample" or any(_is_sample(scope) for scope in self.outline.scopes)
        is_titled = scope.title is not None and bool(_MESSAGE.search(scope.title.value))
        return is_titled and not is_example and not scope.has_template and len(text.value.split()) >= 6

    def quote(self, block: Block) -> None:
        text = block.text
        is_note = re.match(r"\s*(?:\*\*|[^\w\s¡¿\"'{*_]|note\b|nota\b)", text.value, re.I)
        is_labelled = self.pending == "body" and self.buttons is None
        is_body = is_labelled or (fences.has_placeholder(text.value) and not is_note)
        if is_body and fences.is_message(text.value):
            if self.is_on_topic or self.outline.has_name():
                self.outline.add_body(_trimmed(text), text)
            self.pending = None

    def definition(self, fields: Fields, text: Text, pending: str | None) -> None:
        is_example = pending == "sample" or _is_sample(self.outline.scope)
        if is_example and fields.name is not None and fields.name.value in self.outline.names():
            return
        self.outline.add_definition(fields, text)

    def finish(self, front_end: int) -> Iterator[Template]:
        """The templates; the whole document is one when only its front matter says so."""
        self.end_buttons()
        self.outline.close()
        found = self.outline.found
        if any(isinstance(item, Template) or "body" in item.fields.parts for item in found):
            for item in found:
                yield item if isinstance(item, Template) else self.template(item)
        elif self.front is not None and self.source.text[front_end:].strip():
            text = plain.message(self.source.text, front_end, len(self.source.text))
            body = Component("body", text, text=text)
            yield replace(self.front, components=plain.ordered((*self.front.components, body)), at=text)

    def template(self, draft: Draft) -> Template:
        """The finished template; front matter says what the document does not."""
        fields, front = draft.fields, self.front or Template(())
        parts = [Component(kind, text, text=text) for kind in _PARTS if (text := fields.parts.get(kind)) is not None]
        return Template(
            components=(*parts, *fields.buttons),
            name=fields.name or front.name,
            language=fields.language or front.language,
            category=fields.category or front.category,
            at=draft.at,
            format="markdown",
        )


def _is_sample(scope: Scope) -> bool:
    if scope.title is None:
        return False
    return scope.role == "sample" or role_of(re.sub(r"[^\w\s]", " ", scope.title.value).strip()) == "sample"


def _trimmed(text: Text) -> Text:
    """The text without the empty lines around it."""
    value = text.value
    lead = re.match(r"(?:[ \t]*\n)*", value)
    start = lead.end() if lead is not None else 0
    return part(text, min(start, len(value.rstrip())), len(value.rstrip()))
