"""Numbering: the numbers and names of the placeholders, and whether they fit together.

`with`: `fault` is one of gap, order, mixed, format, format-missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from linter.checks import Hit
from linter.checks.braces import Mark
from linter.checks.options import Options, read
from linter.checks.placeholders import texts
from linter.checks.subject import Subject
from linter.rulebook.rule import Rule


def _numbers(found: tuple[Mark, ...]) -> list[tuple[int, Mark]]:
    return [(int(mark.name), mark) for mark in found if mark.form == "positional"]


def _gap(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The first number behind a hole. Outside of payloads the numbers may run on over the whole template."""
    places = [(c, t, numbers) for c, t, found in texts(subject, rule) if (numbers := _numbers(found))]
    every = {number for _, _, numbers in places for number, _ in numbers}
    if not subject.template.has_payload_shape and _hole(every) is None:
        return
    for component, text, numbers in places:
        hole = _hole({number for number, _ in numbers})
        if hole is None:
            continue
        mark = min((item for item in numbers if item[0] > hole or item[0] == 0), key=lambda item: item[0])[1]
        yield Hit(text, mark.start, mark.end, component, {"missing": "{{" + str(hole) + "}}"})


def _hole(numbers: set[int]) -> int | None:
    """The first number from 1 on that is missing, None where there is no gap."""
    wanted = next(number for number in range(1, len(numbers) + 2) if number not in numbers)
    return wanted if wanted <= len(numbers) else None


def _order(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The first number that comes after a greater one, once a text."""
    for component, text, found in texts(subject, rule):
        seen: set[int] = set()
        for number, mark in _numbers(found):
            if number not in seen and seen and number < max(seen):
                yield Hit(text, mark.start, mark.end, component, {"before": "{{" + str(max(seen)) + "}}"})
                break
            seen.add(number)


def _mixed(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The first placeholder of the rarer of the two formats."""
    proper = [
        (component, text, mark)
        for component, text, found in texts(subject, rule)
        for mark in found
        if mark.form in ("positional", "named") and component.kind != "button"
    ]
    named = [item for item in proper if item[2].form == "named"]
    positional = [item for item in proper if item[2].form == "positional"]
    if named and positional:
        component, text, mark = (named if len(named) < len(positional) else positional)[0]
        yield Hit(text, mark.start, mark.end, component)


def _declared(subject: Subject, wanted: str | None) -> Iterator[Hit]:
    """The first placeholder of a creation payload that is not of the format the payload says."""
    said = (subject.template.parameter_format or "").strip().lower()
    if not subject.template.has_payload_shape or (wanted is not None and said != wanted) or (wanted is None and said):
        return
    unfit = "positional" if said == "named" else "named"
    for component in subject.template.of_kind("header", "body"):
        for mark in subject.marks(component.text) if component.text else ():
            if mark.form == unfit and component.text:
                yield Hit(component.text, mark.start, mark.end, component, {"said": said.upper(), "is": unfit})
                return


def _format(subject: Subject, rule: Rule) -> Iterator[Hit]:
    yield from (hit for said in ("named", "positional") for hit in _declared(subject, said))


def _format_missing(subject: Subject, rule: Rule) -> Iterator[Hit]:
    yield from _declared(subject, None)


_FAULTS: Final[Mapping[str, Callable[[Subject, Rule], Iterator[Hit]]]] = {
    "gap": _gap,
    "order": _order,
    "mixed": _mixed,
    "format": _format,
    "format-missing": _format_missing,
}


def prepare(with_: Mapping[str, Any]) -> Options:
    """The fault to look for."""
    return read(with_, _FAULTS)


def check(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The hits of the rule's fault."""
    return _FAULTS[rule.prepared.fault](subject, rule)
