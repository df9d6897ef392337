"""Flat templates: name, language, category, header, body, footer, buttons."""

from __future__ import annotations

from linter.readers import payload
from linter.readers.samples import beside, spread
from linter.readers.view import View, lines
from linter.readers.words import BODY, BUTTONS, FOOTER, HEADER, HEADER_FORMAT, HEADER_MEDIA, LOOSE_BODY
from linter.template import Component, Sample, Text

_NONE = frozenset(("none", "null", "n/a", "nil", ""))
_FORMATS = frozenset(("text", "image", "video", "gif", "document", "location", "product"))


def components(view: View) -> list[Component]:
    """The components of a flat entry, each where it stands, header first."""
    nested = (view.get("structure"), view.get("components"))
    inner = next((inner for inner in nested if inner is not None and inner.kind == "map"), view)
    found = [*_header(inner), *_body(inner), *_footer(inner), *_buttons(inner)]
    return spread(found, beside(view))


def body_view(view: View) -> View | None:
    """The field that holds the body, be it a text, an object with a text, or something else."""
    return view.get(*BODY) or view.get(*LOOSE_BODY)


def is_none(text: Text | None) -> bool:
    """Whether a text says that there is nothing."""
    return text is None or text.value.strip().lower() in _NONE


def _body(view: View) -> list[Component]:
    field = body_view(view)
    if field is None:
        return []
    place = field.place()
    found: tuple[Sample, ...] = ()
    if field.kind == "map":
        inner = field.get("text", "body", "content", "value")
        found = payload.samples(field.get("example", "examples"))
        text = inner.text("body") if inner is not None else None
        if inner is None:
            is_bare = place.value.startswith("{{")
            field.fault("body begins with {{ but is not quoted" if is_bare else "body is an object without text")
    else:
        text = field.text("body")
    return [Component("body", place, text=text, samples=found)]


def _header(view: View) -> list[Component]:
    field, form = view.get(*HEADER), view.get(*HEADER_FORMAT)
    media = view.get(*HEADER_MEDIA)
    kind = form.word.strip().lower() if form is not None else ""
    if not kind and media is not None and (general := view.get("type")) is not None:
        kind = general.word.strip().lower()
    found: tuple[Sample, ...] = ()
    if media is not None:
        address = media.scalar() if media.kind != "list" else next((v.scalar() for v in media.items()), None)
        found = (Sample("media", address),) if address is not None else ()
    if field is None:
        place = form or media
        if place is None or kind in _NONE or (kind == "text" and media is None):
            return []
        return [Component("header", place.place(), format=kind if kind in _FORMATS else None, samples=found)]
    if field.kind == "map":
        return _header_object(field, kind)
    text = field.text("header")
    if text is not None and is_none(text):
        return []
    return [Component("header", field.place(), text=text, format=kind if kind in _FORMATS else None, samples=found)]


def _header_object(view: View, kind: str) -> list[Component]:
    form, text = view.get("format", "type", "header_type"), view.get("text", "content", "value")
    form_text = form.text("format") if form is not None else None
    kind = form_text.value.strip().lower() if form_text is not None else kind
    if kind == "none" or not view.node.fields:
        return []
    found = payload.samples(view.get("example", "examples"))
    media = view.get("link", "url", "handle", *HEADER_MEDIA)
    if media is not None and (address := media.scalar()) is not None:
        found = (*found, Sample("media", address))
    body = text.text("header") if text is not None else None
    extra = view.rest("format", "type", "text")
    return [Component("header", view.place(), text=body, format=kind or None, samples=found, extra=extra)]


def _footer(view: View) -> list[Component]:
    field = view.get(*FOOTER)
    if field is None:
        return []
    inner = field.get("text", "content", "value") if field.kind == "map" else field
    text = inner.text("footer") if inner is not None else None
    if inner is None or (text is not None and is_none(text)):
        return []
    return [Component("footer", field.place(), text=text)]


def _buttons(view: View) -> list[Component]:
    field = view.get(*BUTTONS)
    return buttons(field) if field is not None else []


def buttons(field: View) -> list[Component]:
    """Buttons as a list of labels or objects, as one object, or as labels joined by line ends."""
    if field.kind == "text":
        text = field.text("buttons")
        if text is None or is_none(text):
            return []
        return [Component("button", line, text=line) for line in lines(text)]
    if field.kind == "map":
        inner = field.get("items", "buttons")
        if inner is not None:
            return buttons(inner)
        if field.has("text", "title", "label", "type"):
            return [payload.button(field, is_verbatim=False)]
        field.fault("buttons is an object, it must be a list")
        return []
    if field.kind != "list":
        field.fault("buttons must be a list of labels or objects")
        return []
    found: list[Component] = []
    for item in field.items():
        if item.kind == "map":
            found.append(payload.button(item, is_verbatim=False))
        elif item.kind != "null":
            label = item.text("a button")
            if label is not None:
                found.append(Component("button", label, text=label))
    return found
