"""Sample values that stand beside a template's texts, and which component each belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from linter.readers.payload import samples as payload_samples
from linter.readers.view import View
from linter.readers.words import SAMPLES
from linter.template import Component, Sample

_IDENTIFIER = re.compile(r"[{\[<$%]{0,2}[A-Za-z_][A-Za-z0-9_.]*[}\]>%]{0,2}$")


def beside(view: View) -> list[Sample]:
    """The samples of `variables`, `params`, `example` and the like, where they are clearly values and no names."""
    found: list[Sample] = []
    for name in SAMPLES:
        field = view.get(name)
        if field is None:
            continue
        keys = field.node.fields or ()
        if field.kind == "map" and any(key.endswith(("_text", "_params", "_handle")) for key in keys):
            found.extend(payload_samples(field))
        elif field.kind == "map":
            found.extend(_mapped(field))
        elif field.kind == "list":
            found.extend(_listed(field, is_example=not name.startswith(("var", "param", "place"))))
    return found


def _mapped(view: View) -> list[Sample]:
    found = []
    for key, value in view.entries():
        inner = value.get("example", "sample", "value", "default") if value.kind == "map" else value
        text = inner.scalar() if inner is not None else None
        if text is not None:
            found.append(Sample(key.strip("{} "), text))
    return found


def _listed(view: View, is_example: bool) -> list[Sample]:
    found = []
    rows = list(view.items())
    if rows and rows[0].kind == "list":
        rows = list(rows[0].items())
    are_names = not is_example and all(_IDENTIFIER.match(row.word) or row.word == "" for row in rows)
    for number, row in enumerate(rows, 1):
        if row.kind == "map":
            value = row.get("example", "sample", "sample_value", "param_value", "value", "default")
            name = row.get("name", "param_name", "key", "placeholder", "index", "position")
            text = value.scalar() if value is not None else None
            label = name.scalar() if name is not None else None
            if text is not None:
                found.append(Sample(label.value.strip("{} ") if label is not None else str(number), text))
        elif not are_names:
            text = row.scalar()
            if text is not None:
                found.append(Sample(str(number), text))
    return found


def spread(components: Sequence[Component], samples: Sequence[Sample]) -> list[Component]:
    """Each sample with the component that has its placeholder; with the body where none has it."""
    if not samples:
        return list(components)
    given: dict[int, list[Sample]] = {}
    body = next((number for number, component in enumerate(components) if component.kind == "body"), None)
    for sample in samples:
        sign = re.compile(r"\{\{?\s*" + re.escape(sample.placeholder) + r"\s*\}?\}")
        places = [
            number
            for number, component in enumerate(components)
            if any(text is not None and sign.search(text.value) for text in (component.text, component.url))
        ]
        place = (body if body in places else places[0]) if places else body
        if place is not None:
            given.setdefault(place, []).append(sample)
    return [
        replace(component, samples=(*component.samples, *given[number])) if number in given else component
        for number, component in enumerate(components)
    ]
