"""What the linter answers: frozen findings and reports; `docs/report.schema.json` is made from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from linter.source import Position

Severity = Literal["error", "warning", "info"]
Verdict = Literal["pass", "warn", "fail"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the file's code points `start` to `end` (offsets) by `replacement`, already escaped for the format."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A ready repair; `safe` ones never change what the recipient is told."""

    safety: Literal["safe", "unsafe"]
    description: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Suppressed:
    """Why a finding does not count: who said so, where, and until when."""

    kind: Literal["comment", "sidecar", "config", "baseline"]
    reason: str
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule broken at one place. `start` and `end` are None only where the place is not known."""

    code: str
    name: str
    violation: str | None
    severity: Severity
    message: str
    advice: str
    component: str | None
    pointer: str | None
    text: str
    start: Position | None
    end: Position | None
    fix: Fix | None = None
    suppressed: Suppressed | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that spoke for the category; offsets count in the component's decoded text."""

    component: str
    start: int
    end: int
    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Category:
    """The answer in the ten categories: `label` is one of them or NONE; `scores` sum to 1."""

    label: str
    confidence: float
    scores: dict[str, float]
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class MetaCategory:
    """The answer in today's three categories: UTILITY, MARKETING or AUTHENTICATION."""

    label: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Report:
    """All that was found out about one template."""

    id: str | None
    path: str | None
    name: str | None
    language: str | None
    declared_category: str | None
    policy: str
    verdict: Verdict
    category: Category
    meta_category: MetaCategory
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class InputError:
    """A file, or a part of one, that could not be read: `message` says what to do; line and column are 1-based."""

    path: str
    message: str
    line: int | None = None
    column: int | None = None
