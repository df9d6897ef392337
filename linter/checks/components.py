"""Components: which there are, in which order, and whether they are what a template wants.

`with`: `fault` is one of body-missing, text-elsewhere, doubled, empty, order, format, unknown, wrong-type; `known` are
the formats of a header, for format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from linter.checks import Hit
from linter.checks.options import Options, read
from linter.checks.subject import Subject
from linter.rulebook.rule import Rule
from linter.template import Component, Text

_RANKS: Final = {"header": 0, "limited_time_offer": 1, "body": 2, "footer": 3, "button": 4, "carousel": 4}
_PRESETS: Final = ("add_security_recommendation", "code_expiration_minutes")
_LONGEST_SPAN: Final = 60


def _place(text: Text) -> tuple[Text, int, int]:
    """A value as a span when it is short, else the place where it begins."""
    value = text.value
    if len(value) > _LONGEST_SPAN or "\n" in value:
        return text, 0, 0
    quoted = len(value) > 2 and value[0] == value[-1] and value[0] in "\"'"
    return (text, 1, len(value) - 1) if quoted else (text, 0, len(value))


def _is_preset(subject: Subject) -> bool:
    return subject.declared.label == "AUTHENTICATION" or any(
        c.type == "otp" or any(key in c.extra for key in _PRESETS) for c in subject.template.components
    )


def _body_missing(subject: Subject, rule: Rule) -> Iterator[Hit]:
    if subject.template.body is None and not (_is_preset(subject) or _is_listed(subject)):
        yield Hit(subject.template.at, 0, 0)


def _is_listed(subject: Subject) -> bool:
    """Whether the file only names a template, as registries of approved templates do."""
    return not subject.template.components and not subject.template.has_payload_shape


def _text_elsewhere(subject: Subject, rule: Rule) -> Iterator[Hit]:
    if _is_listed(subject) and not _is_preset(subject):
        yield Hit(subject.template.at, 0, 0)


def _empty(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """Headers, bodies and footers without text. Preset texts and what was read with a fault are left out."""
    if _is_preset(subject):
        return
    for component in subject.template.of_kind("header", "body", "footer"):
        text = component.text
        if text is not None and not text.value.strip():
            yield Hit(text, 0, len(text.value), component, {"kind": component.kind})
        elif text is None and _wants_text(subject, component):
            yield Hit(component.at, 0, 0, component, {"kind": component.kind})


def _wants_text(subject: Subject, component: Component) -> bool:
    """Whether a component without text should have one; a header only where it says that it is a text."""
    if component.kind == "header" and (component.format != "text" or component.samples):
        return False
    return component.format in (None, "text") and not _has_fault(subject, component.at)


def _has_fault(subject: Subject, at: Text) -> bool:
    faults = subject.template.faults
    return at.pointer is not None and any((fault.at.pointer or "").startswith(at.pointer) for fault in faults)


def _doubled(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """Every header, body, footer or carousel after the first one of the message or of a card."""
    seen: set[tuple[str, int | None]] = set()
    for component in subject.template.of_kind("header", "body", "footer", "carousel", "limited_time_offer"):
        key = (component.kind, component.card)
        if key in seen:
            if component.text is not None and component.text.value:
                text, start, end = component.text, 0, len(component.text.value)
            else:
                text, start, end = component.at, 0, 0
            yield Hit(text, start, end, component, {"kind": component.kind})
        seen.add(key)


def _order(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The first component of a creation payload that stands behind one that the message shows after it."""
    if not subject.template.has_payload_shape:
        return
    highest: dict[int | None, tuple[int, str]] = {}
    for component in subject.template.components:
        rank = _RANKS.get(component.kind)
        if rank is None:
            continue
        before = highest.get(component.card)
        if before is not None and rank < before[0]:
            yield Hit(component.at, 0, 0, component, {"kind": component.kind, "before": before[1]})
            return
        highest[component.card] = (rank, component.kind)


def _format(subject: Subject, rule: Rule) -> Iterator[Hit]:
    known = rule.prepared.list("known")
    for component in subject.template.of_kind("header"):
        said = component.format
        if said is not None and said not in known:
            values = {"format": said[:40], "known": ", ".join(word.upper() for word in known)}
            yield Hit(component.at, 0, 0, component, values)


def _noticed(kind: str) -> Callable[[Subject, Rule], Iterator[Hit]]:
    """What the reader noticed, each place once."""

    def check_faults(subject: Subject, rule: Rule) -> Iterator[Hit]:
        seen: set[str] = set()
        for fault in subject.template.faults:
            key = fault.at.pointer or fault.detail
            if fault.kind == kind and key not in seen:
                seen.add(key)
                yield Hit(*_place(fault.at), values={"detail": fault.detail})

    return check_faults


_FAULTS: Final[Mapping[str, Callable[[Subject, Rule], Iterator[Hit]]]] = {
    "body-missing": _body_missing,
    "text-elsewhere": _text_elsewhere,
    "empty": _empty,
    "doubled": _doubled,
    "order": _order,
    "format": _format,
    "unknown": _noticed("unknown-component"),
    "wrong-type": _noticed("wrong-type"),
}


def prepare(with_: Mapping[str, Any]) -> Options:
    """The fault to look for."""
    return read(with_, _FAULTS, (), ("known",))


def check(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The hits of the rule's fault."""
    return _FAULTS[rule.prepared.fault](subject, rule)
