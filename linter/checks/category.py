"""Declared categories: known, retired, misspelt, unknown or missing, as the policies have it.

`with`: `fault` is the state to report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from linter.checks import Change, Hit
from linter.checks.options import Options, read
from linter.checks.subject import Subject
from linter.rulebook.rule import Rule

_STATES: Final = ("unknown", "retired", "misspelt", "missing")
_LOOSE: Final = ("text", "markdown", "twilio")


def prepare(with_: Mapping[str, Any]) -> Options:
    """The state to report."""
    return read(with_, _STATES)


def check(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The declared category; what is missing is reported only where a template has its name beside it."""
    declared, template = subject.declared, subject.template
    if declared.state != rule.prepared.fault:
        return
    if declared.state == "missing":
        if template.category is not None:
            yield Hit(template.category, 0, len(template.category.value))
        elif template.has_payload_shape or (template.name is not None and template.format not in _LOOSE):
            yield Hit(template.at, 0, 0)
    elif template.category is not None:
        raw, near = template.category, declared.label
        start = len(raw.value) - len(raw.value.lstrip())
        end = len(raw.value.rstrip())
        changes = (Change(raw, start, end, near),) if near else ()
        values = {"near": near or "", "instead": f"file it as {near}" if near else "it has no successor"}
        yield Hit(raw, start, end, values=values, changes=changes)
