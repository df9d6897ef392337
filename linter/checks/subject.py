"""What a check looks at: one template together with the one analysis of each of its texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from linter.checks.braces import Mark, marks
from linter.template import Component, Template, Text
from linter.text import Analysis, analyse

if TYPE_CHECKING:
    from linter.classifier.verdict import Reading
    from linter.policy import Declared

TEXT_KINDS = ("header", "body", "footer", "button")


@dataclass(frozen=True, slots=True)
class Part:
    """A component with a text of its own, and the analysis of that text."""

    component: Component
    text: Text
    analysis: Analysis


class Subject:
    """One template under analysis, under one policy.

    `policy` is the policy's name, `declared` what the declared category means there, `language` the primary language subtag in
    lower case, declared or recognised ("en"; None where unknown). `reading` is what the classifiers made of it. The engine sets
    the latter two before any check runs.
    """

    def __init__(self, template: Template, policy: str, declared: Declared, language: str | None) -> None:
        self.template = template
        self.policy = policy
        self.declared = declared
        self.language = language
        self.reading: Reading | None = None
        self._marks: dict[int, tuple[Mark, ...]] = {}

    def marks(self, text: Text) -> tuple[Mark, ...]:
        """The placeholders of one of the template's texts in any notation, found once."""
        found = self._marks.get(id(text))
        if found is None:
            found = self._marks[id(text)] = marks(text.value)
        return found

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The components that hold text, in the order of the file, those of carousel cards included."""
        return tuple(
            Part(component, component.text, analyse(component.text.value))
            for component in self.template.components
            if component.kind in TEXT_KINDS and component.text is not None and component.text.value
        )

    def parts_of(self, kinds: tuple[str, ...]) -> Iterator[Part]:
        """The parts of these kinds of component."""
        return (part for part in self.parts if part.component.kind in kinds)

    @cached_property
    def words(self) -> frozenset[str]:
        """All keys of all parts."""
        return frozenset().union(*(part.analysis.words for part in self.parts))
