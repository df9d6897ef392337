"""Actions: what flow, copy-code and phone buttons need to do their work.

`with`: `fault` is one of flow, code-missing, code-characters, phone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from linter.checks import Hit
from linter.checks.buttons import whole
from linter.checks.options import Options, read
from linter.checks.subject import Subject
from linter.rulebook.rule import Rule

_PHONE: Final = re.compile(r"\+?[1-9](?:[ ().-]{0,3}\d){6,14}")


def _flow(subject: Subject, rule: Rule) -> Iterator[Hit]:
    for button in subject.template.of_kind("button"):
        named = sum(1 for key in ("flow_id", "flow_name", "flow_json") if button.extra.get(key))
        if button.type == "flow" and subject.template.has_payload_shape and named != 1:
            yield whole(button)


def _code_missing(subject: Subject, rule: Rule) -> Iterator[Hit]:
    for button in subject.template.of_kind("button"):
        is_empty = (button.code is None or not button.code.value.strip()) and not button.samples
        if button.type == "copy_code" and is_empty and subject.template.has_payload_shape:
            yield whole(button)


def _code_characters(subject: Subject, rule: Rule) -> Iterator[Hit]:
    for button in subject.template.of_kind("button"):
        match = re.search(r"[^A-Za-z0-9]+", button.code.value) if button.code and button.type == "copy_code" else None
        if match and button.code:
            yield Hit(button.code, *match.span(), button)


def _phone(subject: Subject, rule: Rule) -> Iterator[Hit]:
    for button in subject.template.of_kind("button"):
        if button.phone is not None and not _PHONE.fullmatch(button.phone.value.strip()):
            yield Hit(button.phone, 0, len(button.phone.value), button)
        elif button.phone is None and button.type == "phone_number" and subject.template.has_payload_shape:
            yield whole(button)


_FAULTS: Final[Mapping[str, Callable[[Subject, Rule], Iterator[Hit]]]] = {
    "flow": _flow,
    "code-missing": _code_missing,
    "code-characters": _code_characters,
    "phone": _phone,
}


def prepare(with_: Mapping[str, Any]) -> Options:
    """The fault to look for."""
    return read(with_, _FAULTS)


def check(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The hits of the rule's fault."""
    return _FAULTS[rule.prepared.fault](subject, rule)
