"""Rules, policies and categories at work: frozen, light, and made from the rule files by `linter.rulebook.load`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from linter.checks import kind
from linter.report import Severity


@dataclass(frozen=True, slots=True)
class Example:
    """A text or a whole template that a rule must (bad) or must not (good) report; «» mark the span."""

    text: str | None = None
    component: str = "body"
    template: Mapping[str, Any] | None = None
    language: str = "en"
    category: str | None = None
    policy: str | None = None


@dataclass(frozen=True)
class Rule:
    """One rule. Empty `languages` and `policies` mean all. `with_` is what its kind of check was given in the rule file.

    `own` says that it is one of the project's rules, not of a user's folder.
    """

    code: str
    name: str
    summary: str
    message: str
    severity: Severity
    check: str
    why: str
    advice: str
    source: Mapping[str, str]
    violation: str | None = None
    aliases: tuple[str, ...] = ()
    components: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    with_: Mapping[str, Any] = field(default_factory=dict)
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()
    path: str = ""
    own: bool = True

    @property
    def family(self) -> str:
        """The letters of the code: FMT, VAR, MKT, ..."""
        return self.code.rstrip("0123456789")

    @cached_property
    def prepared(self) -> Any:
        """What the kind of check made of `with_`, made once."""
        return kind(self.check).prepare(self.with_)


@dataclass(frozen=True, slots=True)
class Policy:
    """One regime of rules: the categories it knows, other spellings of them, and severities that differ from the rules' own.

    `severities` maps a code, a code prefix or `violation:NAME` to a severity or "off"; under `when` they hold only for
    templates filed in that category, and go before the general ones. `notes` are said with a promotional finding in such a template.
    """

    name: str
    summary: str
    categories: tuple[str, ...]
    aliases: Mapping[str, str]
    retired: Mapping[str, str]
    severities: Mapping[str, str]
    when: Mapping[str, Mapping[str, str]]
    notes: Mapping[str, str] = field(default_factory=dict)

    def note(self, violation: str | None, filed: str | None) -> str:
        """What filing a text with this violation in a category leads to, where it would be fine as MARKETING."""
        fine = self.when.get("MARKETING", {}).get(f"violation:{violation}") == "off"
        return self.notes.get(filed or "", "") if fine else ""


@dataclass(frozen=True, slots=True)
class CategoryFacts:
    """What a category allows, for `explain` and for advice."""

    name: str
    summary: str
    allows: tuple[str, ...]
    not_this: tuple[str, ...]
    examples: tuple[str, ...]
    needs: str
    cues: tuple[str, ...]
    source: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules by code, all policies and categories by name; `digest` names their content."""

    rules: tuple[Rule, ...]
    policies: Mapping[str, Policy]
    categories: Mapping[str, CategoryFacts]
    digest: str
