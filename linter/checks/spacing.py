"""Spacing: line breaks, tabs and runs of spaces where the platform does not want them.

`with`: `fault` is one of blank-lines, edge, newline, spaces, tab.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from linter.checks import Change, Hit
from linter.checks.options import Options, read
from linter.checks.subject import Subject
from linter.rulebook.rule import Rule
from linter.template import Component, Text

_RUNS: Final[Mapping[str, tuple[re.Pattern[str], str]]] = {
    "blank-lines": (re.compile(r"(?:\r?\n[ \t\u00a0]*){2,}\r?\n|\r{3,}"), "\n\n"),
    "newline": (re.compile(r"[\r\n\u2028\u2029]+"), " "),
    "spaces": (re.compile(r"[ \u00a0]{5,}"), " "),
    "tab": (re.compile(r"\t+"), " "),
}
_FAULTS: Final = (*_RUNS, "edge")
_BREAKS: Final = " \t\r\n"


def prepare(with_: Mapping[str, Any]) -> Options:
    """The fault to look for."""
    return read(with_, _FAULTS)


def check(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """One hit a run, inside the text without the white space around it; `edge` is about that white space."""
    fault = rule.prepared.fault
    for component in subject.template.of_kind(*rule.components):
        text = component.text
        if text is None or not text.value.strip(_BREAKS):
            continue
        if fault == "edge":
            yield from _edges(subject, component, text)
            continue
        pattern, instead = _RUNS[fault]
        start, end = _inside(text.value)
        for match in pattern.finditer(text.value, start, end):
            yield Hit(text, *match.span(), component, changes=(Change(text, *match.span(), instead),))


def _inside(value: str) -> tuple[int, int]:
    return len(value) - len(value.lstrip(_BREAKS)), len(value.rstrip(_BREAKS))


def _edges(subject: Subject, component: Component, text: Text) -> Iterator[Hit]:
    """Line breaks before and after the text; the one that ends a block of YAML or a file is none of the text's."""
    value = text.value
    start, end = _inside(value)
    if "\n" in value[:start] or "\r" in value[:start]:
        yield Hit(text, 0, start, component, {"edge": "begins"}, (Change(text, 0, start, ""),))
    tail = value[end:].replace("\r\n", "\n")
    if "\n" in tail and (subject.template.has_payload_shape or tail != "\n"):
        yield Hit(text, end, len(value), component, {"edge": "ends"}, (Change(text, end, len(value), ""),))
