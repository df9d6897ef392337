"""Templates read from a piece of a file, with their places carried over into the file."""

from __future__ import annotations

from dataclasses import replace

from linter.readers.view import part
from linter.source import SourceMap
from linter.template import Component, Fault, Sample, Template, Text


def lift(template: Template, piece: Text) -> Template:
    """The template with every place in the decoded piece turned into that place in the file."""
    return replace(
        template,
        components=tuple(_component(component, piece) for component in template.components),
        name=_maybe(template.name, piece),
        language=_maybe(template.language, piece),
        category=_maybe(template.category, piece),
        at=lift_text(template.at, piece),
        faults=tuple(Fault(fault.kind, fault.detail, lift_text(fault.at, piece)) for fault in template.faults),
    )


def lift_text(text: Text, piece: Text) -> Text:
    """The text with its places in the file."""
    if text.map is None or piece.map is None:
        return text
    segments: list[tuple[int, int, int, int]] = []
    for decoded, source, length, width in text.map.segments:
        if length == width and length:
            inner = part(piece, source, source + length).map
            segments.extend((decoded + d, s, n, w) for d, s, n, w in (inner.segments if inner is not None else ()))
        else:
            start = piece.map.start(source)
            segments.append((decoded, start, length, max(0, piece.map.end(source + width) - start)))
    return Text(text.value, text.pointer, SourceMap(tuple(segments)))


def _maybe(text: Text | None, piece: Text) -> Text | None:
    return lift_text(text, piece) if text is not None else None


def _component(component: Component, piece: Text) -> Component:
    return replace(
        component,
        at=lift_text(component.at, piece),
        text=_maybe(component.text, piece),
        url=_maybe(component.url, piece),
        phone=_maybe(component.phone, piece),
        code=_maybe(component.code, piece),
        samples=tuple(Sample(sample.placeholder, lift_text(sample.text, piece)) for sample in component.samples),
    )
