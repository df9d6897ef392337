"""From raw scores to chances: the few numbers that weigh a document's scores and its sentences' scores against each other.

They are fitted on scores that the models gave to slices they were not trained on, so that a chance means what it says.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field

import numpy as np

from linter.classifier.linear import Floats, sigmoid, softmax
from linter.policy import NONE, TEN

ANY = "any"
PURPOSELESS = 0.7
BLAMED = 0.1
ALONE = frozenset({"conversation_opener"})  # by its meaning only where the text has no content of its own


@dataclass(frozen=True)
class RawScores:
    """What the models say of one document: the ten and [NONE, any, violations...] for the whole and for the rest of it without
    suspicious sentences; the violations for each sentence; and how many features the rest has."""

    ten: Floats
    ten_rest: Floats
    document: Floats
    document_rest: Floats
    sentences: Floats
    rest: int


@dataclass(frozen=True)
class Judge:
    """`temperature` softens the ten, `share` is the say that the rest has in them; `none` weighs the features of NONE;
    `sentence` weighs [sentence score, document's score for the violation, document's score for any, 1] for each violation;
    `thresholds` are the chances from which a sentence is reported."""

    temperature: float = 1.0
    share: float = 0.0
    none: tuple[float, ...] = (1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    sentence: dict[str, tuple[float, ...]] = field(default_factory=dict)
    thresholds: dict[str, float] = field(default_factory=dict)

    def ten(self, raw: RawScores) -> Floats:
        """Scores of the ten: those of the whole, and where something is left of it those of the rest."""
        share = self.share if raw.rest else 0.0
        return np.asarray(raw.ten * (1 - share) + raw.ten_rest * share, dtype=np.float32)

    def none_features(self, raw: RawScores, chances: Floats) -> Floats:
        """What speaks for NONE; `chances` are those of the sentences, one row a sentence."""
        strongest = chances.max(axis=1) if chances.size else np.zeros(1, np.float32)
        suspicious = float(np.log(max(strongest.max(), 1e-4)))
        features = [
            raw.document[0],
            raw.document_rest[0] if raw.rest else 3.0,
            np.log1p(raw.rest),
            suspicious,
            (strongest > 0.3).mean(),
            softmax(self.ten(raw)).max(),
            1.0,
        ]
        return np.array(features, dtype=np.float32)

    def none_chance(self, raw: RawScores, chances: Floats) -> float:
        """The chance that the document has no allowed purpose."""
        weights = np.array(self.none, dtype=np.float32)
        return float(sigmoid(np.atleast_1d(self.none_features(raw, chances) @ weights))[0])

    def suspicions(self, chances: Floats, none: float, codes: tuple[str, ...]) -> list[tuple[int, str, float]]:
        """Sentences to report, as (sentence, violation, chance): those above their threshold; where there are none and the document
        as a whole has no allowed purpose, the one that is most to blame."""
        least = np.array([self.thresholds.get(code, 0.5) for code in codes], dtype=np.float32)
        found = [
            (int(row), codes[column], float(chances[row, column])) for row, column in np.argwhere(chances >= least)
        ]
        if none < 0.5:
            found = [item for item in found if item[1] not in ALONE]
        if not found and none >= PURPOSELESS and chances.size and chances.max() >= BLAMED:
            row, column = np.unravel_index(int(chances.argmax()), chances.shape)
            found.append((int(row), codes[column], none))
        return found

    def categories(self, raw: RawScores, none: float, suspected: bool) -> dict[str, float]:
        """Shares of the ten and NONE, summing to 1; without a suspected sentence NONE never reaches a half."""
        chance = none if suspected else min(none, 0.49)
        shares = softmax(self.ten(raw) / np.float32(self.temperature)) * np.float32(1 - chance)
        return {**{name: float(share) for name, share in zip(TEN, shares, strict=True)}, NONE: chance}

    def chances(self, raw: RawScores, codes: tuple[str, ...]) -> Floats:
        """Chances of each violation (columns, as `codes`) in each sentence (rows)."""
        weights = np.array([self.sentence.get(code, (1.0, 0.0, 0.0, 0.0)) for code in codes], dtype=np.float32)
        any_score, document = raw.document[1], raw.document[2:]
        return sigmoid(
            raw.sentences * weights[:, 0] + document * weights[:, 1] + any_score * weights[:, 2] + weights[:, 3]
        )

    def as_dict(self) -> dict[str, object]:
        """Plain data for the model's settings."""
        return asdict(self)
