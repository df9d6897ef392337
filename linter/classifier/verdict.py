"""What the classifiers made of one template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from linter.policy import NONE
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
        return best_label(self.scores)

    @property
    def confidence(self) -> float:
        """The best category's score."""
        return self.scores[self.label]


def best_label(scores: Mapping[str, float]) -> str:
    """NONE from a half on, else the best of the ten."""
    if scores.get(NONE, 0.0) >= 0.5:
        return NONE
    return max((name for name in scores if name != NONE), key=lambda name: scores[name])
