"""Addresses of URL buttons: whether there is one, whether it is one, and its one placeholder.

`with`: `fault` is one of missing, malformed, count, place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from linter.checks import Hit
from linter.checks.braces import Mark
from linter.checks.buttons import kind_of, whole
from linter.checks.options import Options, read
from linter.checks.subject import Subject
from linter.rulebook.rule import Rule
from linter.template import Component, Text

_ADDRESS: Final = re.compile(
    r"(?i:https?)://(?:[^\s/?#@]+@)?[^\s/?#{}<>\[\]()\"'|\\^`]{2,253}(?:[/?#][^\s<>\"|\\^`]*)?"
)
_OTHERS: Final = ("bracket", "unbalanced", "encoded")
_NUMERIC: Final = re.compile(r"(?i:https?)://\[[0-9a-fA-F:.]+\]")


def _addresses(subject: Subject) -> Iterator[tuple[Component, Text, list[Mark]]]:
    for button in subject.template.of_kind("button"):
        if button.url is not None and button.url.value.strip():
            marks = [mark for mark in subject.marks(button.url) if mark.form not in _OTHERS]
            yield button, button.url, marks


def _missing(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """URL buttons of a creation payload without an address."""
    for button in subject.template.of_kind("button"):
        is_empty = button.url is None or not button.url.value.strip()
        if kind_of(button) == "url" and is_empty and subject.template.has_payload_shape:
            yield whole(button)


def _malformed(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """Addresses without scheme or host, and those whose host is a placeholder."""
    for button, text, marks in _addresses(subject):
        value = text.value
        is_address = _ADDRESS.match(value.strip()) or _NUMERIC.match(value.strip())
        if not is_address or (re.search(r"\s", value.strip()) and not marks):
            yield Hit(text, 0, len(value), button)


def _count(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The placeholders of an address after the first."""
    for button, text, marks in _addresses(subject):
        for mark in marks[1:]:
            yield Hit(text, mark.start, mark.end, button, {"count": str(len(marks))})


def _place(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """A single placeholder that is not the end of its address, with what follows it."""
    for button, text, marks in _addresses(subject):
        end = len(text.value.rstrip())
        host = re.match(r"(?i:https?)://[^/?#\s{}]+[/?#]", text.value.strip())
        if len(marks) == 1 and marks[0].end < end and host:
            yield Hit(text, marks[0].start, end, button)


_FAULTS: Final[Mapping[str, Callable[[Subject, Rule], Iterator[Hit]]]] = {
    "missing": _missing,
    "malformed": _malformed,
    "count": _count,
    "place": _place,
}


def prepare(with_: Mapping[str, Any]) -> Options:
    """The fault to look for."""
    return read(with_, _FAULTS)


def check(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The hits of the rule's fault."""
    return _FAULTS[rule.prepared.fault](subject, rule)
