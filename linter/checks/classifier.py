"""Use cases without tell-tale words: sentences that the sentence classifier takes for a violation.

`with`:
  violation: CODE       the class of the sentence classifier
  threshold: 0..1       the least confidence (default: the one found in training)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from linter.checks import Hit
from linter.checks.subject import Subject
from linter.rulebook.rule import Rule


@dataclass(frozen=True, slots=True)
class Prepared:
    """The class to look for and the least confidence."""

    violation: str
    threshold: float


def prepare(with_: Mapping[str, Any]) -> Prepared:
    """The rule's class and threshold; `ValueError` without a class."""
    if "violation" not in with_:
        raise ValueError("`with` has no `violation`")
    return Prepared(str(with_["violation"]), float(with_.get("threshold", 0.5)))


def check(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """One hit a sentence."""
    if subject.reading is None:
        return
    wanted: Prepared = rule.prepared
    for suspicion in subject.reading.suspicions:
        if suspicion.violation == wanted.violation and suspicion.confidence >= wanted.threshold:
            part = subject.parts[suspicion.part]
            if part.component.kind in rule.components:
                yield Hit(
                    part.text,
                    suspicion.start,
                    suspicion.end,
                    part.component,
                    {"confidence": f"{suspicion.confidence:.0%}"},
                    confidence=suspicion.confidence,
                )
