"""How the tests look at findings."""

from __future__ import annotations

from collections.abc import Callable

from linter.report import Finding

Found = Callable[..., list[Finding]]


def codes(findings: list[Finding]) -> list[str]:
    """The codes alone, in the order of the report."""
    return [finding.code for finding in findings]


def loud(findings: list[Finding]) -> list[str]:
    """The codes of warnings and errors."""
    return [finding.code for finding in findings if finding.severity != "info"]
