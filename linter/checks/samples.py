"""Samples: the example values that a reviewer reads in place of the placeholders.

`with`: `fault` is one of missing, surplus, empty, newline, media.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from linter.checks import Hit
from linter.checks.braces import Mark
from linter.checks.options import Options, read
from linter.checks.subject import Subject
from linter.rulebook.rule import Rule
from linter.template import Component, Sample, Text

MEDIA: Final = ("image", "video", "document", "gif")
_BREAK: Final = re.compile(r"[\n\r\t\u2028]+| {5,}")


def _kinds(subject: Subject, rule: Rule) -> Iterator[tuple[Component, Text, list[Mark], list[Sample]]]:
    """Header and body texts with their placeholders, each name once, and their samples; buttons with their URL."""
    for component in subject.template.of_kind(*rule.components):
        text = component.url if component.kind == "button" else component.text
        if text is None:
            continue
        distinct: dict[str, Mark] = {}
        for mark in subject.marks(text):
            if mark.form in ("positional", "named"):
                distinct.setdefault(mark.name, mark)
        yield component, text, list(distinct.values()), [s for s in component.samples if s.placeholder != "media"]


def _carries(subject: Subject) -> bool:
    """Whether samples can be expected: a creation payload, or a template that gives some."""
    template = subject.template
    return template.has_payload_shape or any(c.samples for c in template.components if c.kind != "button")


def _missing(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The first placeholder of a text without a sample value."""
    if not _carries(subject) or subject.declared.label == "AUTHENTICATION":
        return
    for component, text, wanted, given in _kinds(subject, rule):
        if component.kind == "button" and not subject.template.has_payload_shape:
            continue
        without = _unmatched(wanted, given)
        if without:
            names = ", ".join("{{" + mark.name + "}}" for mark in without)
            yield Hit(text, without[0].start, without[0].end, component, {"names": names})


def _unmatched(wanted: list[Mark], given: list[Sample]) -> list[Mark]:
    """Placeholders without a sample: by name, or by number where samples are a plain list."""
    if all(sample.placeholder.isdigit() for sample in given):
        return wanted[len(given) :]
    names = {sample.placeholder for sample in given}
    return [mark for mark in wanted if mark.name not in names]


def _surplus(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """Sample values of a creation payload for placeholders that are not there."""
    if not subject.template.has_payload_shape:
        return
    for component, _, wanted, given in _kinds(subject, rule):
        names = {mark.name for mark in wanted}
        is_list = all(sample.placeholder.isdigit() for sample in given)
        over = given[len(wanted) :] if is_list else [s for s in given if s.placeholder not in names]
        if over:
            text = over[0].text
            yield Hit(text, 0, len(text.value), component, {"given": str(len(given)), "wanted": str(len(wanted))})


def _empty(subject: Subject, rule: Rule) -> Iterator[Hit]:
    for component in subject.template.of_kind(*rule.components):
        for sample in component.samples:
            if not sample.text.value.strip():
                yield Hit(sample.text, 0, len(sample.text.value), component, {"name": sample.placeholder})


def _newline(subject: Subject, rule: Rule) -> Iterator[Hit]:
    for component in subject.template.of_kind(*rule.components):
        for sample in component.samples:
            match = _BREAK.search(sample.text.value) if sample.placeholder != "media" else None
            if match:
                yield Hit(sample.text, *match.span(), component, {"name": sample.placeholder})


def _media(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """Media headers of a creation payload without a sample file."""
    if not subject.template.has_payload_shape:
        return
    for component in subject.template.of_kind("header"):
        if component.format in MEDIA and not any(s.placeholder == "media" for s in component.samples):
            yield Hit(component.at, 0, 0, component, {"format": component.format or ""})


_FAULTS: Final[Mapping[str, Callable[[Subject, Rule], Iterator[Hit]]]] = {
    "missing": _missing,
    "missing-url": _missing,
    "surplus": _surplus,
    "empty": _empty,
    "newline": _newline,
    "media": _media,
}


def prepare(with_: Mapping[str, Any]) -> Options:
    """The fault to look for."""
    return read(with_, _FAULTS)


def check(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The hits of the rule's fault."""
    return _FAULTS[rule.prepared.fault](subject, rule)
