"""A linear model over hashed features: one row of weights for each bucket seen in training, and a bias."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from linter.classifier.features import Buckets

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Linear:
    """Classes and weights. Row 0, all zero, is that of a bucket never seen; row n is that of `known[n - 1]`; `idf` weighs the rows.

    `known` is sorted.
    """

    classes: tuple[str, ...]
    known: Buckets
    idf: Floats
    weights: Floats
    bias: Floats

    def rows(self, buckets: Buckets) -> NDArray[np.int64]:
        """The rows of buckets."""
        places = np.searchsorted(self.known, buckets)
        places[places == len(self.known)] = 0
        return np.where(self.known[places] == buckets, places + 1, 0)

    def vector(self, buckets: Buckets) -> tuple[NDArray[np.int64], Floats]:
        """The known rows of a text and their values: tf-idf, damped, of length 1."""
        rows = self.rows(buckets)
        rows, counts = np.unique(rows[rows > 0], return_counts=True)
        values = ((1 + np.log(counts)) * self.idf[rows]).astype(np.float32)
        norm = float(np.sqrt((values * values).sum())) or 1.0
        return rows, values / np.float32(norm)

    def scores(self, buckets: Buckets) -> Floats:
        """One raw score a class."""
        rows, values = self.vector(buckets)
        return np.asarray(values @ self.weights[rows] + self.bias, dtype=np.float32)

    def many(self, samples: list[Buckets]) -> Floats:
        """Raw scores, one row a sample; the same numbers as `scores`, computed together."""
        if not samples:
            return np.zeros((0, len(self.classes)), dtype=np.float32)
        width = len(self.idf)
        owners = np.repeat(np.arange(len(samples)), [len(sample) for sample in samples])
        rows = self.rows(np.concatenate(samples))
        keys, counts = np.unique((owners * width + rows)[rows > 0], return_counts=True)
        owners, rows = keys // width, keys % width
        values = ((1 + np.log(counts)) * self.idf[rows]).astype(np.float32)
        norms = np.sqrt(np.bincount(owners, values * values, minlength=len(samples)))
        values /= np.maximum(norms, 1e-9)[owners].astype(np.float32)
        out = np.tile(self.bias, (len(samples), 1))
        np.add.at(out, owners, values[:, None] * self.weights[rows])
        return out

    def save(self, path: Path) -> None:
        """Write the model to one compressed file, weights in half precision."""
        np.savez_compressed(
            path,
            classes=np.array(self.classes),
            known=self.known.astype(np.int32),
            idf=self.idf[1:].astype(np.float16),
            weights=self.weights[1:].astype(np.float16),
            bias=self.bias,
        )

    @classmethod
    def load(cls, path: Path) -> Linear:
        """Read what `save` wrote."""
        with np.load(path, allow_pickle=False) as data:
            classes = tuple(str(name) for name in data["classes"])
            idf = np.concatenate([np.zeros(1, np.float32), data["idf"].astype(np.float32)])
            weights = np.vstack([np.zeros((1, len(classes)), np.float32), data["weights"].astype(np.float32)])
            return cls(classes, data["known"].astype(np.int64), idf, weights, data["bias"].astype(np.float32))


def softmax(scores: Floats) -> Floats:
    """Scores as shares of 1."""
    exp = np.exp(scores - scores.max())
    return np.asarray(exp / exp.sum(), dtype=np.float32)


def sigmoid(scores: Floats) -> Floats:
    """Scores as chances between 0 and 1."""
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))), dtype=np.float32)
