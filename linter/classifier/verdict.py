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
    """Calibrated scores of the ten categories and NONE (summing to 1), the words behind the best one, and suspicious sentences.

    `sentences` has every sentence as (part, start, end, chance that it breaks any rule); offsets as in `Suspicion`.
    """

    scores: Mapping[str, float]
    evidence: tuple[Evidence, ...] = ()
    suspicions: tuple[Suspicion, ...] = ()
    sentences: tuple[tuple[int, int, int, float], ...] = ()
    promotional: float = 0.0
    one_time_code: float = 0.0

    def chance_at(self, part: int, start: int, end: int) -> float:
        """The chance that a sentence which a span touches breaks a rule; 1 where nothing is known."""
        chances = [chance for p, s, e, chance in self.sentences if p == part and s < end and start < e]
        return max(chances, default=1.0)

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
