"""Placeholders: how they are written, and how many there are.

`with`: `fault` is one of single, unbalanced, characters, encoded, foreign, count; `most` is the limit for count,
`words` are the words for fields that make a placeholder of `[Name]`, for foreign.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from linter.checks import Change, Hit
from linter.checks.braces import Mark, repaired
from linter.checks.options import Options, read
from linter.checks.subject import Subject
from linter.rulebook.rule import Rule
from linter.template import Component, Text

_WORDS: Final = re.compile(r"[^\W_]+")


def texts(subject: Subject, rule: Rule) -> Iterator[tuple[Component, Text, tuple[Mark, ...]]]:
    """The texts of the rule's components that hold anything like a placeholder; of a button, its URL and no label."""
    for component in subject.template.components:
        if component.kind not in rule.components:
            continue
        text = component.url if component.kind == "button" else component.text
        if text is not None and (found := subject.marks(text)):
            yield component, text, found


def _written(form: str) -> Callable[[Subject, Rule], Iterator[Hit]]:
    """Placeholders of one wrong form, each with its repair where there is one."""

    def check_form(subject: Subject, rule: Rule) -> Iterator[Hit]:
        for component, text, found in texts(subject, rule):
            for mark in found:
                if mark.form == form:
                    yield _wrong(component, text, mark)

    return check_form


def _wrong(component: Component, text: Text, mark: Mark) -> Hit:
    right = repaired(mark.name)
    changes = (Change(text, mark.start, mark.end, right),) if right else ()
    return Hit(text, mark.start, mark.end, component, {"right": right or "{{1}}"}, changes)


def _foreign(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """Notations of other systems; words in brackets count when all of them are words for fields."""
    fields = frozenset(rule.prepared.list("words"))
    for component, text, found in texts(subject, rule):
        for mark in found:
            if mark.form == "foreign" or (mark.form == "bracket" and _is_field(mark.name, fields)):
                yield _wrong(component, text, mark)


def _is_field(name: str, fields: frozenset[str]) -> bool:
    words = [word.lower() for word in _WORDS.findall(name)]
    is_constant = "_" in name and name.isupper()
    return 0 < len(words) <= 5 and (is_constant or all(word in fields or word.isdigit() for word in words))


def _count(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """Every placeholder of a text beyond the limit, of buttons in the label."""
    most = rule.prepared.number("most")
    for component in subject.template.of_kind(*rule.components):
        if component.text is None or not component.text.value:
            continue
        seen: set[str] = set()
        for mark in subject.marks(component.text):
            if mark.form not in ("foreign", "bracket", "encoded") and mark.name not in seen:
                seen.add(mark.name)
                if len(seen) > most:
                    values = {"count": str(len(seen)), "most": str(most)}
                    yield Hit(component.text, mark.start, mark.end, component, values)


_FAULTS: Final[Mapping[str, Callable[[Subject, Rule], Iterator[Hit]]]] = {
    "single": _written("single"),
    "unbalanced": _written("unbalanced"),
    "characters": _written("malformed"),
    "encoded": _written("encoded"),
    "foreign": _foreign,
    "count": _count,
}


def prepare(with_: Mapping[str, Any]) -> Options:
    """The fault to look for."""
    return read(with_, _FAULTS, ("most",), ("words",))


def check(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The hits of the rule's fault."""
    return _FAULTS[rule.prepared.fault](subject, rule)
