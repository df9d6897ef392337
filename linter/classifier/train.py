"""Train the pipeline from the corpus: `python -m linter.classifier.train`, which is `make train`. The same corpus gives the same model."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from linter.classifier import corpus
from linter.classifier.components import (
    CategoryClassifier,
    SentenceClassifier,
    document_buckets,
    seen_of,
    sentence_buckets,
)
from linter.classifier.document import make_doc
from linter.classifier.features import BUCKETS, Buckets
from linter.classifier.linear import Linear
from linter.classifier.pipeline import MODEL, blank
from linter.policy import NONE, TEN
from linter.rulebook.schema import VIOLATIONS

CODES = (*VIOLATIONS, "hollow")


def table(samples: Sequence[Buckets], least: int) -> tuple[np.ndarray, np.ndarray]:
    """Rows for the buckets that occur in at least `least` samples, and their inverse document frequencies."""
    frequency = np.zeros(BUCKETS, dtype=np.int64)
    for sample in samples:
        frequency[np.unique(sample)] += 1
    known = np.nonzero(frequency >= least)[0]
    rows = np.zeros(BUCKETS, dtype=np.int32)
    rows[known] = np.arange(1, len(known) + 1)
    idf = np.concatenate([[0.0], np.log((1 + len(samples)) / (1 + frequency[known])) + 1]).astype(np.float32)
    return rows, idf.astype(np.float16).astype(np.float32)


def matrix(model: Linear, samples: Sequence[Buckets]) -> csr_matrix:
    """The samples as sparse vectors."""
    pointers, indices, data = [0], [], []
    for sample in samples:
        rows, values = model.vector(sample)
        indices.append(rows)
        data.append(values)
        pointers.append(pointers[-1] + len(rows))
    shape = (len(samples), len(model.idf))
    return csr_matrix((np.concatenate(data), np.concatenate(indices), pointers), shape=shape)


def fit(samples: Sequence[Buckets], labels: np.ndarray, classes: Sequence[str], strength: float, least: int = 2) -> Linear:
    """A linear model: one multinomial regression for `labels` of one dimension, else one regression a column."""
    rows, idf = table(samples, least)
    model = Linear(tuple(classes), rows, idf, np.zeros((len(idf), len(classes)), np.float32), np.zeros(len(classes), np.float32))
    vectors = matrix(model, samples)
    if labels.ndim == 1:
        regression = LogisticRegression(C=strength, max_iter=3000).fit(vectors, labels)
        weights, bias = regression.coef_.T, regression.intercept_
    else:
        weights, bias = np.zeros((len(idf), len(classes))), np.full(len(classes), -8.0)
        for column in range(len(classes)):
            if labels[:, column].any():
                one = LogisticRegression(C=strength, max_iter=3000, solver="liblinear").fit(vectors, labels[:, column])
                weights[:, column], bias[column] = one.coef_[0], one.intercept_[0]
    return Linear(model.classes, rows, idf, weights.astype(np.float16).astype(np.float32), bias.astype(np.float32))


def train(rows: Sequence[corpus.Row]) -> tuple[CategoryClassifier, SentenceClassifier]:
    """The trained components."""
    nlp = blank()
    category, sentences = CategoryClassifier(), SentenceClassifier()
    documents: list[Buckets] = []
    lines: list[Buckets] = []
    labels: list[np.ndarray] = []
    for row in rows:
        texts = corpus.parts(row)
        seen = seen_of(make_doc(nlp.vocab, texts), category.known)
        documents.append(document_buckets(seen))
        spans = corpus.marks(row, texts)
        for number, sentence in enumerate(seen.layout.sentences):
            analysis = texts[sentence.part][1]
            start, end = analysis.span(sentence.first, sentence.last)
            label = np.zeros(len(CODES), dtype=bool)
            for part, first, last, code in spans:
                shared = min(end, last) - max(start, first)
                if part == sentence.part and shared > 0.5 * min(end - start, last - first):
                    label[CODES.index(code)] = True
            lines.append(sentence_buckets(seen, number))
            labels.append(label)
    names = np.array([row["category"] for row in rows])
    of_ten = np.nonzero(names != NONE)[0]
    category.ten = fit([documents[i] for i in of_ten], np.array([TEN.index(n) for n in names[of_ten]]), TEN, strength=30)
    category.none = fit(documents, (names == NONE)[:, None], (NONE,), strength=10)
    sentences.model = fit(lines, np.array(labels), CODES, strength=10)
    sentences.thresholds = dict.fromkeys(CODES, 0.5)
    return category, sentences


def save(category: CategoryClassifier, sentences: SentenceClassifier, rows: Sequence[corpus.Row], path: Path = MODEL) -> None:
    """Write the components and the hash of what they were trained on."""
    category.to_disk(path / category.name)
    sentences.to_disk(path / sentences.name)
    digest = hashlib.sha256("\n".join(json.dumps(row, sort_keys=True, ensure_ascii=False) for row in rows).encode())
    card = {"corpus_sha256": digest.hexdigest(), "rows": len(rows), "test_slices": sorted(corpus.TEST_SLICES)}
    (path / "card.json").write_text(json.dumps(card, indent=1) + "\n")


def main() -> None:
    """Train on the training split and write the model."""
    rows, test = corpus.split()
    print(f"training on {len(rows)} rows, {len(test)} kept for testing", file=sys.stderr)
    category, sentences = train(rows)
    save(category, sentences, rows)


if __name__ == "__main__":
    main()
