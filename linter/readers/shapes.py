"""What kind of template, if any, a map of the parse tree is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from linter.readers.neutral import body_view
from linter.readers.twilio import is_content
from linter.readers.view import View
from linter.readers.words import (
    BODY,
    BUTTONS,
    CALLS,
    CATEGORY,
    FOOTER,
    GENERIC,
    HEADER,
    KINDS,
    KNOWN,
    LANGUAGE,
    NAME,
    is_category,
    is_language,
)
from linter.template import Text

Shape = Literal["call", "graph", "twilio", "neutral", "localized", "languages", "registry", "none"]
LOCALIZED = ("localizations", "translations", "languages", "locales", "versions", "variants")
PLACEHOLDER = re.compile(r"\{\{\s*[\w.]+\s*\}\}")
_LOOSE_PLACEHOLDER = re.compile(r"\{[A-Za-z_]\w*\}|\{\d+\}|\[[A-Z][A-Z_ -]*\]|\$\{\w+\}|%s|%\(\w+\)s")
_SNAKE = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)+$")
_MARKUP = re.compile(r"</?(?:div|p|html|span|table|br)\b", re.I)
_NO_TEMPLATE: tuple[str, ...] = (
    "from",
    "timestamp",
    "url",
    "endpoint",
    "headers",
    "number",
    "sender_id",
    "chat_id",
    "user_id",
    "success",
)
_NO_TEMPLATE += ("error", "errors", "code", "error_code", "status_code", "level", "logger", "stack")
_FOREIGN = ("openapi", "swagger", "asyncapi", "dependencies", "dev_dependencies", "jsonschema")


@dataclass(frozen=True, slots=True)
class Context:
    """Where a map stands: under which key, in a list of templates or not, and what it inherits."""

    key: Text | None = None
    in_container: bool = False
    language: Text | None = None
    is_lenient: bool = False
    beside_templates: bool = False


def shape_of(view: View, context: Context) -> Shape:
    """The shape of a map; `call` means that nothing in it is a template either."""
    index = view.index
    if any(name in index for name in CALLS) or (view.has("to") and view.has("template", "text", "components")):
        return "call"
    if any(name in index for name in _FOREIGN) or (view.has("nodes") and view.has("connections")):
        return "call"
    if "types" in index and is_content(view):
        return "twilio"
    if _component_kind(view) in KINDS and not view.has(*NAME, "components", "body"):
        return "none"
    if "components" in index or "structure" in index:
        found = _by_components(view, context)
        if found is not None:
            return found
    if localized(view) is not None:
        return "localized"
    if len(language_keys(view)) >= (1 if view.has(*NAME, *CATEGORY) or context.in_container else 2) and (
        context.in_container or view.has(*NAME, *CATEGORY, "id") or _any_placeholder(view)
    ):
        return "languages"
    body = body_view(view)
    if body is not None and _is_body(body) and (context.is_lenient or _evidence(view, body, context) >= 2):
        return "neutral"
    if _is_registry(view, context):
        return "registry"
    return "none"


def _by_components(view: View, context: Context) -> Shape | None:
    parts = view.get("components", "structure")
    if parts is None:
        return None
    if parts.kind == "map" and parts.has("body"):
        return "neutral"
    if parts.kind == "list":
        maps = [item for item in parts.items() if item.kind == "map"]
        if any(item.has("parameters") for item in maps):
            return "call"
        if any(_component_kind(item) in KINDS for item in maps):
            return "graph"
        is_named = view.has(*NAME) and view.has(*CATEGORY, *LANGUAGE)
        return "graph" if is_named and (not parts.node.items or not maps) else None
    category = view.get(*CATEGORY)
    known = category is not None and is_category(category.word)
    return "graph" if view.has(*NAME) and (known or view.has(*LANGUAGE)) else None


def _component_kind(view: View) -> str:
    kind = view.get("type")
    return kind.word.strip().lower() if kind is not None else ""


def is_component_list(view: View) -> bool:
    """Whether a list holds the components of one template, with a body among them."""
    items = list(view.items())
    kinds = [_component_kind(item) if item.kind == "map" and not item.has("parameters") else "" for item in items]
    return "body" in kinds and all(kind in KINDS for kind in kinds) and any(item.has("text") for item in items)


def localized(view: View) -> View | None:
    """The field that holds one template a language, if it does."""
    field = view.get(*LOCALIZED)
    if field is None:
        return None
    if field.kind == "list":
        first = next(field.items(), None)
        is_good = first is not None and first.kind == "map" and first.has("components", *BODY, "text")
        return field if is_good else None
    if field.kind == "map":
        keys = list(field.node.fields or ())
        if keys and all(is_language(key) for key in keys) and any(_speaks(field.child(key)) for key in keys):
            return field
    return None


def language_keys(view: View) -> list[str]:
    """The keys of the map that are language codes and hold a text or a template each."""
    found = [key for key in view.node.fields or () if is_language(key) and _speaks(view.child(key))]
    return [] if found == ["id"] else found


def _speaks(view: View) -> bool:
    if view.kind == "text":
        return len(view.word) >= 8 and bool(re.search(r"\s", view.word))
    return view.kind == "map" and (view.has("components") or (body_view(view) or view).kind == "text")


def _any_placeholder(view: View) -> bool:
    return any(PLACEHOLDER.search(view.child(key).word) for key in language_keys(view))


def _is_body(body: View) -> bool:
    if body.kind == "map":
        # YAML reads a bare {{1}} as an object: still a body, with a fault.
        return body.has("text", "body", "content") or body.source.text.startswith("{{", body.node.start)
    return body.kind in ("text", "number", "bool", "list") and not (body.kind == "list" and _holds_maps(body))


def _holds_maps(view: View) -> bool:
    return any(item.kind in ("map", "list") for item in view.items())


def _evidence(view: View, body: View, context: Context) -> int:
    """How much speaks for a template: two points are enough."""
    inner = body.get("text", "body", "content") if body.kind == "map" else body
    text = inner.word if inner is not None else ""
    if body.kind in ("number", "bool", "list") or inner is None:
        return 2 if view.has(*NAME) and view.has(*CATEGORY, *LANGUAGE) and view.has(*BODY) else 0
    points = 2 if context.in_container or context.beside_templates else 0
    points += 1 if view.get(*BODY) is not None else 0
    points += 2 if PLACEHOLDER.search(text) else 1 if _LOOSE_PLACEHOLDER.search(text) else 0
    category, language, name = view.get(*CATEGORY), view.get(*LANGUAGE), view.get(*NAME)
    if category is not None:
        points += 2 if is_category(category.word) else 1
    if language is not None:
        points += 1
    points += sum(1 for names in (HEADER, FOOTER, BUTTONS) if view.get(*names) is not None)
    if view.has("template_name", "elementname", "element_name", "parameter_format"):
        points += 2
    if name is not None and _SNAKE.match(name.word):
        points += 1
    if context.key is not None and _SNAKE.match(context.key.value):
        points += 1
    if all(word in KNOWN for word in view.index):
        points += 1
    if view.has(*_NO_TEMPLATE):
        points -= 3
    is_article = len(text) > 6000 and view.get(*BODY) is None
    if is_article or _MARKUP.search(text) or "{%" in text:
        points -= 3
    return points


def _is_registry(view: View, context: Context) -> bool:
    name, category, language = view.get(*NAME), view.get(*CATEGORY), view.get(*LANGUAGE)
    if body_view(view) is not None or (category is None and language is None):
        return False
    known = category is not None and is_category(category.word)
    if name is None:
        return context.in_container and known and context.key is not None
    if name.kind != "text" or not name.word:
        return False
    if context.in_container or context.beside_templates:
        return True
    return known and bool(re.match(r"[a-z0-9_]+$", name.word))


def is_good_key(key: str) -> bool:
    """Whether the key over a template can be its name."""
    return key.lower() not in GENERIC and not is_language(key)
