"""Kinds of checks, registered by name: a rule file's `check` names a module here.

A kind is one small module with `check(subject, rule) -> Iterator[Hit]`, pure and without state, and a `prepare(with_) -> object`
that turns the rule file's `with` into what `check` wants at hand as `rule.prepared`, or raises `ValueError` in words for the rule's author.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from types import ModuleType
from typing import TYPE_CHECKING, Any

from linter.template import Component, Text

if TYPE_CHECKING:
    from linter.checks.subject import Subject
    from linter.rulebook.rule import Rule

KINDS = (
    "actions",
    "addresses",
    "authentication",
    "buttons",
    "category",
    "characters",
    "classifier",
    "components",
    "hollow",
    "language",
    "length",
    "links",
    "locale",
    "names",
    "numbering",
    "phrases",
    "placeholders",
    "purpose",
    "samples",
    "special",
    "spacing",
    "surroundings",
)


@dataclass(frozen=True, slots=True)
class Change:
    """A replacement in a decoded text: code points `start` to `end` of `text` become `replacement`."""

    text: Text
    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule is broken: code points `start` to `end` of `text`, inside `component`.

    `values` fill the fields of the rule's `message`. `changes` repair it. `confidence` is the check's own, 1 where it does not doubt.
    """

    text: Text
    start: int
    end: int
    component: Component | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    confidence: float = 1.0

    @property
    def words(self) -> str:
        """The offending text itself."""
        return self.text.value[self.start : self.end]


Check = Callable[["Subject", "Rule"], Iterator[Hit]]
Prepare = Callable[[Mapping[str, Any]], object]


@cache
def kind(name: str) -> ModuleType | Any:
    """The module (or plug-in object) that implements a kind of check; `KeyError` where there is none of that name."""
    if name in KINDS:
        return import_module(f"linter.checks.{name}")
    for point in entry_points(group="templint.checks"):
        if point.name == name:
            return point.load()
    raise KeyError(name)


def kind_names() -> list[str]:
    """All kinds there are, those of plug-ins included."""
    return sorted({*KINDS, *(point.name for point in entry_points(group="templint.checks"))})
