"""A definition in one fence: labels, each with its value behind it or on the lines below."""

from __future__ import annotations

from dataclasses import dataclass, field

from linter.readers.markdown.buttons import Collected
from linter.readers.markdown.labels import as_category, as_language, as_name, read_label, unquoted
from linter.readers.view import part, stripped
from linter.template import Component, Text

_PARTS = ("header", "body", "footer")


@dataclass
class Fields:
    """What labels have said so far about a template."""

    name: Text | None = None
    category: Text | None = None
    language: Text | None = None
    parts: dict[str, Text] = field(default_factory=dict)
    buttons: list[Component] = field(default_factory=list)

    def take(self, role: str, value: Text) -> bool:
        """Keep a value of one line; False when it says nothing of the kind."""
        if role == "name":
            self.name = as_name(value) or self.name
            return as_name(value) is not None
        if role == "category":
            self.category = as_category(value) or self.category
            return as_category(value) is not None
        if role == "language":
            self.language = as_language(value) or self.language
            return as_language(value) is not None
        if role in _PARTS:
            self.parts[role] = unquoted(value)
            return True
        return False


def read_definition(content: Text) -> Fields | None:
    """The fields of a fence that labels a body and something else; None for any other text."""
    fields, buttons = Fields(), Collected()
    role: str | None = None
    start = at = labels = 0
    for line in content.value.split("\n"):
        end = at + len(line)
        text = part(content, at, end)
        label = read_label(text) if line.strip() else None
        # Inside a body only a bare label that opens another part ends it: "Message: {{1}}" may be the body's own line.
        is_break = label is not None and label.role is not None and (role != "body" or not label.value.value)
        if is_break and role == "buttons" and label is not None and label.role in ("body", "name"):
            is_break = not buttons.line(text)
        if label is not None and is_break and label.role is not None:
            _close(content, fields, role, start, at)
            labels += 1
            role, start = label.role, end + 1
            if label.value.value:
                if role == "buttons":
                    buttons.inline(label.value, False)
                fields.take(role, label.value)
                role = role if role == "buttons" else None
        elif role == "buttons" and line.strip():
            buttons.line(text)
        elif role is None and labels == 0 and line.strip():
            return None
        at = end + 1
    _close(content, fields, role, start, len(content.value))
    buttons.flush()
    fields.buttons = buttons.done
    return fields if labels >= 2 and "body" in fields.parts else None


def _close(content: Text, fields: Fields, role: str | None, start: int, end: int) -> None:
    if role in _PARTS and start < end:
        value = stripped(part(content, start, end))
        if value.value:
            fields.parts[role] = value
