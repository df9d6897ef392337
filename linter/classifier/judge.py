"""From raw scores to chances: the few numbers that weigh a document's scores and its sentences' scores against each other.

They are fitted on scores that the models gave to slices they were not trained on, so that a chance means what it says.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field

import numpy as np

from linter.classifier.linear import Floats, sigmoid, softmax
from linter.policy import NONE, TEN

ANY = "any"


@dataclass(frozen=True)
class Judge:
    """`temperature` softens the ten; `none` weighs [NONE score, strongest sentence, share of suspicious sentences, best of ten, 1];
    `sentence` weighs [sentence score, document's score for the violation, document's score for any, 1] for each violation;
    `thresholds` are the chances from which a sentence is reported."""

    temperature: float = 1.0
    none: tuple[float, ...] = (1.0, 0.0, 0.0, 0.0, 0.0)
    sentence: dict[str, tuple[float, ...]] = field(default_factory=dict)
    thresholds: dict[str, float] = field(default_factory=dict)

    def none_features(self, none: float, chances: Floats, ten: Floats) -> Floats:
        """What speaks for NONE; `chances` are those of the sentences, one row a sentence."""
        strongest = chances.max(axis=1) if chances.size else np.zeros(1, np.float32)
        best = float(np.log(max(strongest.max(), 1e-4)))
        share = float((strongest > 0.3).mean())
        return np.array([none, best, share, float(softmax(ten).max()), 1.0], dtype=np.float32)

    def categories(self, ten: Floats, none: float, chances: Floats, suspected: bool) -> dict[str, float]:
        """Shares of the ten and NONE, summing to 1; without a suspected sentence NONE never reaches a half."""
        weights = np.array(self.none, dtype=np.float32)
        chance = float(sigmoid(np.atleast_1d(self.none_features(none, chances, ten) @ weights))[0])
        if not suspected:
            chance = min(chance, 0.49)
        shares = softmax(ten / np.float32(self.temperature)) * np.float32(1 - chance)
        return {**{name: float(share) for name, share in zip(TEN, shares, strict=True)}, NONE: chance}

    def chances(self, sentences: Floats, document: Floats, any_score: float, codes: tuple[str, ...]) -> Floats:
        """Chances of each violation (columns, as `codes`) in each sentence (rows), from raw scores."""
        weights = np.array([self.sentence.get(code, (1.0, 0.0, 0.0, 0.0)) for code in codes], dtype=np.float32)
        scores = sentences * weights[:, 0] + document * weights[:, 1] + any_score * weights[:, 2] + weights[:, 3]
        return sigmoid(scores)

    def as_dict(self) -> dict[str, object]:
        """Plain data for the model's settings."""
        return asdict(self)
