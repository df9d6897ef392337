"""Buttons: how many of which kind, in which order, and what they are called.

`with`: `fault` is one of total, kinds, alone, grouping, empty, duplicate, type; `most` is the limit for total,
`limits` are entries such as "url 2" for kinds, `types` the kinds of button meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import Any, Final

from linter.checks import Hit
from linter.checks.options import Options, read
from linter.checks.subject import Subject
from linter.rulebook.rule import Rule
from linter.template import Component


def kind_of(button: Component) -> str:
    """What a button does; a bare label is a quick reply."""
    return button.type or ("url" if button.url else "phone_number" if button.phone else "quick_reply")


def groups(subject: Subject) -> Iterator[list[Component]]:
    """The buttons of the message, then those of each carousel card."""
    by_card: dict[int | None, list[Component]] = {}
    for button in subject.template.of_kind("button"):
        by_card.setdefault(button.card, []).append(button)
    yield from by_card.values()


def whole(button: Component, **values: str) -> Hit:
    """A hit on the label, or on the place of a button without one."""
    values = {"kind": kind_of(button).upper(), "label": button.text.value[:40] if button.text else "", **values}
    if button.text is not None and button.text.value:
        return Hit(button.text, 0, len(button.text.value), button, values)
    return Hit(button.at, 0, 0, button, values)


def _total(subject: Subject, rule: Rule) -> Iterator[Hit]:
    most = rule.prepared.number("most")
    for buttons in groups(subject):
        if len(buttons) > most:
            yield whole(buttons[most], count=str(len(buttons)), most=str(most))


def _kinds(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The first button too many of each kind."""
    limits = {kind: int(number) for kind, number in (entry.split() for entry in rule.prepared.list("limits"))}
    for buttons in groups(subject):
        counts: dict[str, int] = {}
        for button in buttons:
            kind = kind_of(button)
            counts[kind] = counts.get(kind, 0) + 1
            if counts[kind] == limits.get(kind, 99) + 1:
                yield whole(button, most=str(limits[kind]))


def _alone(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The first button beside one that stands alone."""
    lonely = rule.prepared.list("types")
    for buttons in groups(subject):
        single = next((button for button in buttons if kind_of(button) in lonely), None)
        other = next((button for button in buttons if kind_of(button) != (single and kind_of(single))), None)
        if single is not None and other is not None:
            yield whole(other, beside=kind_of(single).upper())


def _grouping(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The button with which a finished group begins again."""
    for buttons in groups(subject):
        runs = [list(run) for _, run in groupby(buttons, lambda button: kind_of(button) == "quick_reply")]
        if len(runs) > 2:
            yield whole(runs[2][0])


def _empty(subject: Subject, rule: Rule) -> Iterator[Hit]:
    for button in subject.template.of_kind("button"):
        if kind_of(button) in rule.prepared.list("types") and (button.text is None or not button.text.value.strip()):
            yield Hit(button.at, 0, 0, button, {"kind": kind_of(button).upper()})


def _duplicate(subject: Subject, rule: Rule) -> Iterator[Hit]:
    for buttons in groups(subject):
        seen: set[str] = set()
        for button in buttons:
            label = " ".join(button.text.value.casefold().split()) if button.text else ""
            if label and label in seen:
                yield whole(button)
            seen.add(label)


def _type(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """Kinds of button that a creation payload cannot name."""
    if subject.template.has_payload_shape:
        for button in subject.template.of_kind("button"):
            if button.type is None or button.type not in rule.prepared.list("types"):
                yield whole(button, given=(button.type or "nothing")[:40])


_FAULTS: Final[Mapping[str, Callable[[Subject, Rule], Iterator[Hit]]]] = {
    "total": _total,
    "kinds": _kinds,
    "alone": _alone,
    "grouping": _grouping,
    "empty": _empty,
    "duplicate": _duplicate,
    "type": _type,
}


def prepare(with_: Mapping[str, Any]) -> Options:
    """The fault to look for."""
    options = read(with_, _FAULTS, ("most",), ("limits", "types"))
    for entry in options.list("limits"):
        if not re.fullmatch(r"\w+ \d+", entry):
            raise ValueError(f"{entry!r} in `limits` is not a kind of button and a number")
    return options


def check(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The hits of the rule's fault."""
    return _FAULTS[rule.prepared.fault](subject, rule)
