"""Train the pipeline from the corpus: `python -m linter.classifier.train`, which is `make train`. The same corpus gives the same model."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from linter.classifier import corpus
from linter.classifier.components import NAME, DocumentReader, Seen
from linter.classifier.document import make_doc
from linter.classifier.features import Buckets
from linter.classifier.fitting import fit_judge
from linter.classifier.judge import ANY, RawScores
from linter.classifier.linear import Floats, Linear
from linter.classifier.pipeline import MODEL, blank
from linter.policy import NONE, TEN
from linter.rulebook.schema import VIOLATIONS

CODES = (*VIOLATIONS, "hollow")
FOLDS = 5


@dataclass(frozen=True)
class Sample:
    """A corpus row as the models see it: buckets, labels and slice; one entry a sentence in `lines` and `marks`."""

    slice: str
    category: str
    also: tuple[str, ...]
    violations: NDArray[np.bool_]
    seen: Seen
    document: Buckets
    lines: list[Buckets]
    marks: NDArray[np.bool_]


def samples(rows: Sequence[corpus.Row]) -> list[Sample]:
    """The rows as samples."""
    nlp = blank()
    known: dict[int, Buckets] = {}
    out = []
    for row in rows:
        texts = corpus.parts(row)
        seen = Seen(make_doc(nlp.vocab, texts), known)
        sentences = seen.layout.sentences
        marks = np.zeros((len(sentences), len(CODES)), dtype=bool)
        for number, sentence in enumerate(sentences):
            start, end = texts[sentence.part][1].span(sentence.first, sentence.last)
            for part, first, last, code in corpus.marks(row, texts):
                shared = min(end, last) - max(start, first)
                if part == sentence.part and shared > 0.5 * min(end - start, last - first):
                    marks[number, CODES.index(code)] = True
        out.append(
            Sample(
                slice=row["slice"],
                category=row["category"],
                also=tuple(row["also"]),
                violations=np.array([code in row["violations"] for code in CODES]),
                seen=seen,
                document=seen.document(),
                lines=[seen.sentence(number) for number in range(len(sentences))],
                marks=marks,
            )
        )
    return out


def table(buckets: Sequence[Buckets], least: int) -> tuple[Buckets, Floats]:
    """The buckets that occur in at least `least` samples, and the inverse document frequencies of their rows."""
    found, frequency = np.unique(np.concatenate([np.unique(sample) for sample in buckets]), return_counts=True)
    known, frequency = found[frequency >= least], frequency[frequency >= least]
    idf = np.concatenate([[0.0], np.log((1 + len(buckets)) / (1 + frequency)) + 1])
    return known, idf.astype(np.float16).astype(np.float32)


def vectors(model: Linear, buckets: Sequence[Buckets]) -> csr_matrix:
    """The samples as sparse rows."""
    pairs = [model.vector(sample) for sample in buckets]
    pointers = np.concatenate([[0], np.cumsum([len(rows) for rows, _ in pairs])])
    data = (np.concatenate([v for _, v in pairs]), np.concatenate([r for r, _ in pairs]), pointers)
    return csr_matrix(data, shape=(len(buckets), len(model.idf)))


def fit(
    buckets: Sequence[Buckets], labels: NDArray[np.generic], classes: Sequence[str], strength: float, least: int = 2
) -> Linear:
    """A linear model: one multinomial regression for labels of one dimension, else one regression a column."""
    known, idf = table(buckets, least)
    empty = Linear(tuple(classes), known, idf, np.zeros((1, 1), np.float32), np.zeros(1, np.float32))
    matrix = vectors(empty, buckets)
    if labels.ndim == 1:
        regression = LogisticRegression(C=strength, max_iter=3000).fit(matrix, labels)
        weights, bias = regression.coef_.T, regression.intercept_
    else:
        weights, bias = np.zeros((len(idf), len(classes))), np.full(len(classes), -8.0)
        for column in range(len(classes)):
            if labels[:, column].any():
                one = LogisticRegression(C=strength, solver="liblinear", random_state=0).fit(matrix, labels[:, column])
                weights[:, column], bias[column] = one.coef_[0], one.intercept_[0]
    return Linear(empty.classes, known, idf, weights.astype(np.float16).astype(np.float32), bias.astype(np.float32))


def fit_models(training: Sequence[Sample]) -> DocumentReader:
    """The three models, with a judge that weighs nothing yet."""
    reader = DocumentReader()
    of_ten = [sample for sample in training if sample.category != NONE]
    labels = np.array([TEN.index(sample.category) for sample in of_ten])
    reader.ten = fit([sample.document for sample in of_ten], labels, TEN, strength=20)
    feedback = CODES.index("feedback")
    whole = np.array(
        [[s.category == NONE, np.delete(s.violations, feedback).any(), *s.violations] for s in training], dtype=bool
    )
    reader.document = fit([s.document for s in training], whole, (NONE, ANY, *CODES), strength=10)
    lines = [line for sample in training for line in sample.lines]
    reader.sentences = fit(lines, np.concatenate([s.marks for s in training]), CODES, strength=10)
    return reader


def train(rows: Sequence[corpus.Row]) -> DocumentReader:
    """The trained component; the judge is fitted on scores for slices that the models were not trained on."""
    everything = samples(rows)
    slices = sorted({sample.slice for sample in everything})
    unseen: dict[int, RawScores] = {}
    for fold in range(FOLDS):
        held = {name for number, name in enumerate(slices) if number % FOLDS == fold}
        reader = fit_models([sample for sample in everything if sample.slice not in held])
        unseen.update({id(s): reader.raw_scores(s.seen) for s in everything if s.slice in held})
    reader = fit_models(everything)
    reader.judge = fit_judge(everything, [unseen[id(sample)] for sample in everything], CODES)
    return reader


def save(reader: DocumentReader, rows: Sequence[corpus.Row], path: Path = MODEL) -> None:
    """Write the component and the hash of what it was trained on."""
    shutil.rmtree(path, ignore_errors=True)
    reader.to_disk(path / NAME)
    digest = hashlib.sha256("\n".join(json.dumps(row, sort_keys=True, ensure_ascii=False) for row in rows).encode())
    card = {"corpus_sha256": digest.hexdigest(), "rows": len(rows), "test_slices": sorted(corpus.TEST_SLICES)}
    (path / "card.json").write_text(json.dumps(card, indent=1) + "\n")


def main() -> None:
    """Train on the training split and write the model."""
    rows, test = corpus.split()
    print(f"training on {len(rows)} rows, {len(test)} kept for testing", file=sys.stderr)
    save(train(rows), rows)


if __name__ == "__main__":
    main()
