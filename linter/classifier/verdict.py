"""What the classifiers made of one template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from linter.report import Evidence


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A sentence that the sentence classifier takes for a violation: offsets in the decoded text of part number `part`."""

    part: int
    start: int
    end: int
    violation: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """Calibrated scores of the ten categories and NONE (summing to 1), the words behind the best one, and suspicious sentences."""

    scores: Mapping[str, float]
    evidence: tuple[Evidence, ...] = ()
    suspicions: tuple[Suspicion, ...] = ()
    promotional: float = 0.0
    one_time_code: float = 0.0

    @property
    def label(self) -> str:
        """The best category."""
        return max(self.scores, key=lambda name: self.scores[name])

    @property
    def confidence(self) -> float:
        """The best category's score."""
        return max(self.scores.values())
