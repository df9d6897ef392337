"""Twilio Content API resources."""

from __future__ import annotations

from linter.readers import payload
from linter.readers.samples import beside, spread
from linter.readers.view import View
from linter.template import Component, Sample


def is_content(view: View) -> bool:
    """Whether the map is a Content resource: a `types` object with twilio/… or whatsapp/… keys."""
    types = view.get("types")
    return (
        types is not None
        and types.kind == "map"
        and any(key.startswith(("twilio/", "whatsapp/")) for key in types.node.fields or ())
    )


def components(view: View) -> list[Component]:
    """The components of the richest of the resource's types."""
    types = view.get("types")
    best: list[Component] = []
    for _, inner in types.entries() if types is not None else ():
        if inner.kind != "map":
            inner.fault("a content type must be an object")
            continue
        found = _type(inner)
        best = found if len(found) > len(best) else best
    return spread(best, beside(view))


def _type(view: View, card: int | None = None) -> list[Component]:
    found: list[Component] = []
    body, title = view.get("body"), view.get("title")
    header = view.get("header_text", "header") or (title if body is not None else None)
    media = view.get("media")
    if header is not None:
        found.append(Component("header", header.place(), text=header.text("header"), format="text", card=card))
    elif media is not None:
        first = next(media.items(), None) if media.kind == "list" else media
        address = first.scalar() if first is not None else None
        samples = (Sample("media", address),) if address is not None else ()
        found.append(Component("header", media.place(), samples=samples, card=card))
    body = body or title
    if body is not None:
        found.append(Component("body", body.place(), text=body.text("body"), card=card))
    elif card is None and (view.has("add_security_recommendation", "code_expiration_minutes")):
        found.append(Component("body", view.place(), extra=view.rest("actions")))
    footer = view.get("footer", "subtitle")
    if footer is not None:
        found.append(Component("footer", footer.place(), text=footer.text("footer"), card=card))
    label = view.get("button")
    if label is not None and label.kind == "text":
        found.append(Component("button", label.place(), text=label.text("button"), card=card))
    found.extend(_actions(view, card))
    cards = view.get("cards")
    if cards is not None and cards.kind == "list":
        found.append(Component("carousel", cards.place()))
        for number, item in enumerate(cards.items()):
            found.extend(_type(item, number))
    return found


def _actions(view: View, card: int | None) -> list[Component]:
    actions = view.get("actions", "buttons")
    if actions is None:
        return []
    if actions.kind != "list":
        actions.fault("actions must be a list")
        return []
    found: list[Component] = []
    for item in actions.items():
        if item.kind != "map":
            item.fault("an action must be an object with title")
            continue
        found.append(payload.button(item, card, is_verbatim=False))
    return found
