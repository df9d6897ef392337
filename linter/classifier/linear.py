"""A linear model over hashed features: a table of rows, one a bucket seen in training, and a bias."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from linter.classifier.features import BUCKETS, Buckets

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Linear:
    """Classes and weights. `rows[b]` is the row of bucket b, 0 (all zero) for a bucket never seen; `idf` weighs the rows."""

    classes: tuple[str, ...]
    rows: NDArray[np.int32]
    idf: Floats
    weights: Floats
    bias: Floats

    def vector(self, buckets: Buckets) -> tuple[NDArray[np.int32], Floats]:
        """The known rows of a text and their values: tf-idf, damped, of length 1."""
        rows = self.rows[buckets]
        rows, counts = np.unique(rows[rows > 0], return_counts=True)
        values = ((1 + np.log(counts)) * self.idf[rows]).astype(np.float32)
        norm = float(np.sqrt((values * values).sum())) or 1.0
        return rows, values / np.float32(norm)

    def scores(self, buckets: Buckets) -> Floats:
        """One raw score a class."""
        rows, values = self.vector(buckets)
        return np.asarray(values @ self.weights[rows] + self.bias, dtype=np.float32)

    def many(self, samples: list[Buckets]) -> Floats:
        """Raw scores, one row a sample."""
        out = np.zeros((len(samples), len(self.classes)), dtype=np.float32)
        for number, sample in enumerate(samples):
            out[number] = self.scores(sample)
        return out

    def save(self, path: Path) -> None:
        """Write the model to one compressed file, weights in half precision."""
        known = np.nonzero(self.rows)[0].astype(np.int32)
        order = np.argsort(self.rows[known])
        np.savez_compressed(
            path,
            classes=np.array(self.classes),
            buckets=known[order],
            idf=self.idf[1:].astype(np.float16),
            weights=self.weights[1:].astype(np.float16),
            bias=self.bias,
        )

    @classmethod
    def load(cls, path: Path) -> Linear:
        """Read what `save` wrote."""
        with np.load(path, allow_pickle=False) as data:
            buckets = data["buckets"]
            rows = np.zeros(BUCKETS, dtype=np.int32)
            rows[buckets] = np.arange(1, len(buckets) + 1, dtype=np.int32)
            classes = tuple(str(name) for name in data["classes"])
            idf = np.concatenate([np.zeros(1, np.float32), data["idf"].astype(np.float32)])
            weights = np.vstack([np.zeros((1, len(classes)), np.float32), data["weights"].astype(np.float32)])
            return cls(classes, rows, idf, weights, data["bias"].astype(np.float32))


def softmax(scores: Floats) -> Floats:
    """Scores as shares of 1."""
    exp = np.exp(scores - scores.max())
    return np.asarray(exp / exp.sum(), dtype=np.float32)


def sigmoid(scores: Floats) -> Floats:
    """Scores as chances between 0 and 1."""
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))), dtype=np.float32)
