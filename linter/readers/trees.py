"""All templates of a parse tree, in the order of the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from linter.readers import neutral, payload, twilio
from linter.readers.shapes import Context, Shape, is_component_list, is_good_key, language_keys, localized, shape_of
from linter.readers.tree import Node, normal
from linter.readers.view import View
from linter.readers.words import (
    BODY,
    BUTTONS,
    CATEGORY,
    CONTAINER,
    FOOTER,
    HEADER,
    HEADER_FORMAT,
    HEADER_MEDIA,
    LANGUAGE,
    LOOSE_BODY,
    NAME,
    is_language,
)
from linter.source import Source
from linter.template import Component, Template, Text

_OWN: tuple[str, ...] = (
    *NAME,
    *LANGUAGE,
    *CATEGORY,
    *BODY,
    *LOOSE_BODY,
    *HEADER,
    *HEADER_FORMAT,
    *HEADER_MEDIA,
    *FOOTER,
    *BUTTONS,
)
_OWN += ("id", "components", "types", "parameter_format")
_MAX_NODES = 2_000_000


def templates(root: Node, source: Source, is_lenient: bool = False, pointer: str = "") -> Iterator[Template]:
    """The templates of a document; their `format` is graph, twilio or neutral, by their shape."""
    yield from _Finder(source, is_lenient).visit(View(root, pointer, source), Context(is_lenient=is_lenient))


class _Finder:
    """Walks a tree once; a node that aliases show again is not walked again."""

    def __init__(self, source: Source, is_lenient: bool) -> None:
        self.source = source
        self.is_lenient = is_lenient
        self.seen: set[int] = set()

    def visit(self, view: View, context: Context) -> Iterator[Template]:
        if view.kind not in ("map", "list") or id(view.node) in self.seen or len(self.seen) > _MAX_NODES:
            return
        self.seen.add(id(view.node))
        if view.kind == "list":
            yield from self.visit_list(view, context)
            return
        shape: Shape = shape_of(view, context) if view.node.end >= 0 else "none"
        if shape == "call":
            return
        if shape == "none":
            yield from self.visit_map(view, context)
        elif shape == "localized":
            yield from self.localizations(view, context)
        elif shape == "languages":
            for key in language_keys(view):
                yield from self.one_language(view, key, view.child(key), context)
        else:
            yield build(View(view.node, view.pointer, self.source), shape, context)

    def visit_list(self, view: View, context: Context) -> Iterator[Template]:
        if view.node.end >= 0 and is_component_list(view):
            fresh = View(view.node, view.pointer, self.source)
            parts = tuple(payload.components(fresh))
            found = Template(parts, name=context.key, at=view.place(), format="graph", has_payload_shape=True)
            yield replace(found, faults=tuple(fresh.faults))
            return
        inner = replace(context, key=None)
        for item in view.items():
            if item.kind in ("map", "list"):
                yield from self.visit(item, inner)
            elif context.in_container:
                yield from self.bare_text(item, inner)

    def visit_map(self, view: View, context: Context) -> Iterator[Template]:
        has_siblings = context.beside_templates or self.has_template(view, context)
        for key, child in view.entries():
            name = normal(key)
            is_container = bool(CONTAINER.search(name))
            language = view.key_text(key) if is_language(key) and child.kind in ("map", "list") else context.language
            inner = Context(
                key=view.key_text(key) if is_good_key(name) and not is_container else None,
                in_container=is_container or (context.in_container and child.kind == "map"),
                language=language,
                is_lenient=self.is_lenient and child.kind == "map",
                beside_templates=has_siblings and child.kind == "map",
            )
            if child.kind in ("map", "list"):
                yield from self.visit(child, inner)
            elif context.in_container and not is_container and view.node.end >= 0:
                yield from self.bare_text(child, inner)

    def has_template(self, view: View, context: Context) -> bool:
        """Whether one of the map's own children is surely a template."""
        for key, child in view.entries():
            if child.kind == "map" and child.node.end >= 0:
                inner = Context(key=view.key_text(key) if is_good_key(normal(key)) else None)
                if shape_of(child, inner) in ("graph", "twilio", "neutral", "languages", "localized"):
                    return True
        return False

    def bare_text(self, view: View, context: Context) -> Iterator[Template]:
        if view.kind == "text" and len(view.word.split()) >= 3:
            fresh = View(view.node, view.pointer, self.source)
            text = fresh.text("body")
            parts = (Component("body", fresh.place(), text=text),)
            yield Template(parts, name=context.key, language=context.language, at=fresh.place())

    def localizations(self, view: View, context: Context) -> Iterator[Template]:
        field = localized(view)
        for number in range(len(field.node.items or ())) if field is not None else ():
            item = field.child(number) if field is not None else view
            if item.kind == "map":
                shape: Shape = "graph" if item.has("components") else "neutral"
                yield inherit(build(View(item.node, item.pointer, self.source), shape, context), view, self.source)
        if field is not None and field.kind == "map":
            for key in list(field.node.fields or ()):
                yield from self.one_language(field, key, field.child(key), context, view)

    def one_language(
        self, holder: View, key: str, value: View, context: Context, entry: View | None = None
    ) -> Iterator[Template]:
        fresh = View(value.node, value.pointer, self.source)
        if value.kind == "map":
            is_payload = (value.get("components") or value).kind == "list"
            found = build(fresh, "graph" if is_payload else "neutral", context)
        elif value.kind == "text":
            text = fresh.text("body")
            found = Template((Component("body", fresh.place(), text=text),), at=fresh.place(), name=context.key)
        else:
            return
        found = inherit(found, entry or holder, self.source)
        yield replace(found, language=holder.key_text(key)) if not value.has(*LANGUAGE) else found


def inherit(template: Template, entry: View, source: Source) -> Template:
    """The template with what its entry says for all languages."""
    fresh = View(entry.node, entry.pointer, source)
    name, category = _name(fresh), _category(fresh)
    return replace(
        template,
        name=name or template.name,
        category=template.category or category,
        id=template.id or _id(fresh),
        faults=(*template.faults, *fresh.faults),
    )


def build(view: View, shape: Shape, context: Context) -> Template:
    """The template that a map of this shape is."""
    if shape == "graph":
        field = view.get("components")
        parts = payload.components(field) if field is not None else []
    elif shape == "twilio":
        parts = twilio.components(view)
    else:
        parts = neutral.components(view) if shape == "neutral" else []
        if shape == "registry":
            parts = [part for part in neutral.components(view) if part.kind != "body"]
    form = view.get("parameter_format")
    return Template(
        components=tuple(parts),
        name=_name(view) or context.key,
        language=_language(view) or context.language,
        category=_category(view),
        id=_id(view),
        parameter_format=form.word or None if form is not None else None,
        at=view.place(),
        format="graph" if shape == "graph" else "twilio" if shape == "twilio" else "neutral",
        has_payload_shape=shape == "graph",
        faults=tuple(view.faults),
        extra=view.rest(*_OWN),
    )


def _name(view: View) -> Text | None:
    field = view.get(*NAME)
    return field.text("name") if field is not None else None


def _category(view: View) -> Text | None:
    field = view.get(*CATEGORY)
    return field.text("category") if field is not None else None


def _language(view: View) -> Text | None:
    field = view.get(*LANGUAGE)
    if field is not None and field.kind == "map":
        field = field.get("code", "locale", "language") or field
    return field.text("language") if field is not None else None


def _id(view: View) -> str | None:
    field = view.get("id", "sid", "template_id")
    value = field.node.value if field is not None and field.kind in ("text", "number") else None
    if field is not None and field.kind == "number":
        return field.node.text(field.source, None).value
    return value if isinstance(value, str) else None
