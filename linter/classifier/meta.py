"""The answer in today's three categories, from what the classifiers and the rules found."""

from __future__ import annotations

from collections.abc import Iterable

from linter.classifier.verdict import Reading
from linter.policy import NONE
from linter.report import Finding, MetaCategory

_TRANSACTIONAL = frozenset({"feedback", "threat", "sensitive_data", "restricted_goods"})


def meta_category(reading: Reading, findings: Iterable[Finding]) -> MetaCategory:
    """AUTHENTICATION for a one-time code, MARKETING for anything promotional or without purpose (mixed content too), else UTILITY."""
    if reading.one_time_code >= 0.5:
        return MetaCategory("AUTHENTICATION", round(reading.one_time_code, 4))
    findings = list(findings)
    violations = {f.violation for f in findings if f.violation and f.severity != "info"}
    promotional = bool(violations - _TRANSACTIONAL) or (reading.label == NONE and violations != {"feedback"})
    if promotional:
        return MetaCategory("MARKETING", round(max(reading.promotional, 0.5), 4))
    return MetaCategory("UTILITY", round(1 - min(reading.promotional, 0.5), 4))
