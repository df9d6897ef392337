"""Components written as in a creation payload of the `message_templates` edge."""

from __future__ import annotations

from linter.readers.tree import WORDS
from linter.readers.view import View
from linter.readers.words import KINDS
from linter.template import Component, Sample, Text

_BUTTON_FIELDS: tuple[str, ...] = (
    "type",
    "button_type",
    "text",
    "title",
    "label",
    "display_text",
    "button_text",
    "url",
    "link",
)
_BUTTON_FIELDS += ("website_url", "phone_number", "phone", "phonenumber", "phone_no", "coupon_code", "code")
_BUTTON_FIELDS += ("offer_code", "example", "examples")
_SAME_TYPE = {"quickreply": "quick_reply", "reply": "quick_reply", "phone": "phone_number", "call": "phone_number"}
_SAME_TYPE |= {"link": "url", "website": "url", "visit_website": "url", "copycode": "copy_code"}
_SAME_TYPE |= {"call_phone": "phone_number"}
_MEDIA = ("header_handle", "header_url", "media_url", "link", "url", "header_media", "file", "image")


def components(view: View, card: int | None = None) -> list[Component]:
    """The components of a payload's list, buttons and carousel cards unfolded in their order."""
    if view.kind != "list":
        view.fault(f"components is {WORDS[view.node.kind]}, it must be a list of objects")
        return []
    found: list[Component] = []
    for item in view.items():
        if item.kind == "map":
            found.extend(_component(item, card))
        elif item.kind != "null":
            item.fault("a component must be an object with type and text")
    return found


def _component(view: View, card: int | None) -> list[Component]:
    kind_view = view.get("type")
    kind_text = kind_view.text("type") if kind_view is not None else None
    kind = kind_text.value.strip().lower() if kind_text is not None else "unknown"
    if kind not in KINDS:
        detail = f"the component type “{kind[:40]}” is unknown" if kind_text is not None else "a component without type"
        (kind_view or view).fault(detail, "unknown-component")
    if kind == "buttons":
        return _buttons(view, card)
    if kind == "carousel":
        return _carousel(view)
    if kind == "button":
        return [button(view, card)]
    form = view.get("format")
    offer = view.get("limited_time_offer")
    used = ["type", "text", "format", "example"]
    text_view = view.get("text")
    if offer is not None and offer.kind == "map" and text_view is None:
        text_view = offer.get("text")
    text = text_view.text("text") if text_view is not None else None
    form_text = form.text("format") if form is not None else None
    return [
        Component(
            kind,
            view.place(),
            text=text,
            format=form_text.value.strip().lower() if form_text is not None else None,
            samples=samples(view.get("example")),
            card=card,
            extra=view.rest(*used),
        )
    ]


def _carousel(view: View) -> list[Component]:
    found = [Component("carousel", view.place(), extra=view.rest("type", "cards"))]
    cards = view.get("cards")
    if cards is None:
        return found
    if cards.kind != "list":
        cards.fault("cards must be a list")
        return found
    for number, item in enumerate(cards.items()):
        inner = item.get("components") if item.kind == "map" else None
        if inner is None:
            item.fault("a card must be an object with components")
        else:
            found.extend(components(inner, number))
    return found


def _buttons(view: View, card: int | None) -> list[Component]:
    inner = view.get("buttons")
    if inner is None:
        view.fault("a BUTTONS component without a list of buttons")
        return []
    if inner.kind != "list":
        inner.fault("buttons must be a list")
        return []
    found: list[Component] = []
    for item in inner.items():
        if item.kind == "map":
            found.append(button(item, card))
        else:
            item.fault("a button must be an object with type and text")
    return found


def button(view: View, card: int | None = None, is_verbatim: bool = True) -> Component:
    """One button object; a dialect that nests its fields in `parameter` or `action` is read as well."""
    inner = next((v for v in (view.get("parameter"), view.get("action")) if v is not None and v.kind == "map"), view)
    kind = view.get("type", "button_type", "sub_type")
    kind_text = kind.text("type of a button") if kind is not None else None
    label = view.get("text", "title", "label", "display_text", "button_text") or inner.get("text", "title", "label")
    url, phone = (
        inner.get("url", "link", "website_url"),
        inner.get("phone_number", "phone", "phonenumber", "phone_no"),
    )
    code = inner.get("coupon_code", "code", "offer_code")
    example = inner.get("example", "examples", "url_example")
    type_ = kind_text.value.strip().lower() if kind_text is not None else None
    if not is_verbatim:
        type_ = _plain_type(type_, url is not None, phone is not None)
    if type_ == "copy_code" and code is None and example is not None:
        code, example = next(example.items(), example) if example.kind == "list" else example, None
    return Component(
        "button",
        view.place(),
        text=label.text("text of a button") if label is not None else None,
        type=type_,
        url=url.text("url") if url is not None else None,
        phone=phone.scalar() if phone is not None else None,
        code=code.text("code") if code is not None else None,
        samples=_positional(example) if example is not None else (),
        card=card,
        extra=view.rest(*_BUTTON_FIELDS),
    )


def _plain_type(word: str | None, has_url: bool, has_phone: bool) -> str | None:
    if word is None:
        return "url" if has_url else "phone_number" if has_phone else None
    word = word.replace(" ", "_").replace("-", "_")
    if word in ("call_to_action", "cta", "button"):
        return "url" if has_url else "phone_number" if has_phone else word
    return _SAME_TYPE.get(word, word)


def samples(example: View | None) -> tuple[Sample, ...]:
    """The sample values of an `example` object, in any of the shapes the platform knows."""
    if example is None:
        return ()
    if example.kind in ("list", "text"):
        return _positional(example)
    if example.kind != "map":
        example.fault("example must be an object")
        return ()
    found: list[Sample] = []
    for key, view in example.entries():
        if view.kind == "null":
            continue
        if key.endswith("_named_params"):
            found.extend(_named(view))
        elif key.lower() in _MEDIA:
            found.extend(Sample("media", sample.text) for sample in _positional(view))
        elif key.endswith("_text") or key in ("text", "values"):
            found.extend(_positional(view))
    return tuple(found)


def _positional(view: View) -> tuple[Sample, ...]:
    row = view
    if view.kind == "list":
        first = next(view.items(), None)
        if first is not None and first.kind == "list":
            row = first
    texts: list[Text | None] = [item.scalar() for item in row.items()] if row.kind == "list" else [row.scalar()]
    return tuple(Sample(str(number), text) for number, text in enumerate(texts, 1) if text is not None)


def _named(view: View) -> list[Sample]:
    found: list[Sample] = []
    for item in view.items():
        name, value = item.get("param_name", "name", "key"), item.get("example", "value", "sample")
        text = value.scalar() if value is not None else None
        if name is not None and name.word and text is not None:
            found.append(Sample(name.word, text))
    return found
