"""Fit the judge on scores of unseen slices: temperature, weights and thresholds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from linter.classifier.judge import Judge, RawScores
from linter.classifier.linear import Floats, softmax
from linter.policy import NONE, TEN

if TYPE_CHECKING:
    from linter.classifier.train import Sample

PRECISION = 0.98
SHARES = (0.0, 0.2, 0.4, 0.6, 0.8)


def fit_judge(samples: Sequence[Sample], scores: Sequence[RawScores], codes: tuple[str, ...]) -> Judge:
    """The judge that fits the labels of `samples` best, given their unseen `scores`."""
    judge = Judge(sentence=_sentence_weights(samples, scores, codes))
    chances = [judge.chances(raw, codes) for raw in scores]
    judge = replace(judge, share=_share(samples, scores))
    judge = replace(judge, temperature=_temperature(judge, samples, scores))
    features = np.array([judge.none_features(raw, c) for raw, c in zip(scores, chances, strict=True)])
    none = np.array([sample.category == NONE for sample in samples])
    regression = LogisticRegression(C=10, fit_intercept=False, max_iter=1000).fit(features, none)
    weights = tuple(round(float(w), 4) for w in regression.coef_[0])
    return replace(judge, none=weights, thresholds=_thresholds(samples, chances, codes))


def _labelled(samples: Sequence[Sample], scores: Sequence[RawScores]) -> list[tuple[RawScores, int]]:
    """The scores of rows that have one of the ten, with its number."""
    pairs = zip(samples, scores, strict=True)
    return [(raw, TEN.index(sample.category)) for sample, raw in pairs if sample.category != NONE]


def _share(samples: Sequence[Sample], scores: Sequence[RawScores]) -> float:
    """The say of the rest at which most categories are right."""
    pairs = _labelled(samples, scores)
    return max(SHARES, key=lambda s: sum(int(Judge(share=s).ten(raw).argmax()) == label for raw, label in pairs))


def _temperature(judge: Judge, samples: Sequence[Sample], scores: Sequence[RawScores]) -> float:
    """The softening of the ten's scores with the least log loss."""
    pairs = [(judge.ten(raw), label) for raw, label in _labelled(samples, scores)]

    def loss(temperature: float) -> float:
        return float(-np.mean([np.log(max(softmax(ten / temperature)[label], 1e-9)) for ten, label in pairs]))

    return min((round(0.3 + 0.05 * step, 2) for step in range(40)), key=loss)


def _sentence_weights(
    samples: Sequence[Sample], scores: Sequence[RawScores], codes: tuple[str, ...]
) -> dict[str, tuple[float, ...]]:
    """For each violation the weights of sentence score, document score and any-violation score."""
    lines = np.concatenate([s.sentences for s in scores])
    documents = np.concatenate([np.tile(s.document, (len(s.sentences), 1)) for s in scores])
    marks = np.concatenate([sample.marks for sample in samples])
    weights = {}
    for column, code in enumerate(codes):
        if marks[:, column].sum() < 5:
            continue
        features = np.stack([lines[:, column], documents[:, 2 + column], documents[:, 1]], axis=1)
        one = LogisticRegression(C=1.0, max_iter=1000).fit(features, marks[:, column])
        weights[code] = tuple(round(float(w), 4) for w in (*one.coef_[0], one.intercept_[0]))
    return weights


def _thresholds(samples: Sequence[Sample], chances: Sequence[Floats], codes: tuple[str, ...]) -> dict[str, float]:
    """For each violation the chance with the best F1 among those at which templates are flagged with the wanted precision.

    A template flagged for one violation that has another one counts as right: the flag is what a user acts on.
    """
    feedback = codes.index("feedback")
    bad: NDArray[np.bool_] = np.array([np.delete(sample.violations, feedback).any() for sample in samples])
    thresholds = {}
    for column, code in enumerate(codes):
        best = np.array([c[:, column].max() if len(c) else 0.0 for c in chances])
        has = np.array([bool(sample.violations[column]) for sample in samples])
        right = has if code == "feedback" else bad
        chosen, top = 0.9, -1.0
        for threshold in np.arange(0.1, 0.95, 0.02):
            flagged = best >= threshold
            precision = right[flagged].mean() if flagged.any() else 1.0
            named = (has & flagged).sum()
            f1 = 2 * named / max(1, has.sum() + flagged.sum())
            if precision >= PRECISION and f1 > top:
                chosen, top = float(threshold), f1
        thresholds[code] = round(chosen, 2)
    return thresholds
