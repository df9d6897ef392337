"""The learning curve of the datasheet: accuracy on the test split by how much of the corpus was used for training."""

from __future__ import annotations

import numpy as np

from linter.classifier import corpus
from linter.classifier.train import fit, samples
from linter.policy import NONE, TEN

SHARES = (0.1, 0.2, 0.4, 0.6, 0.8, 1.0)
DRAWS = 3


def main() -> None:
    """Print one line a share."""
    training, test = ([sample for sample in samples(rows) if sample.category != NONE] for rows in corpus.split())
    print("rows  accuracy  counting also-labels")
    for share in SHARES:
        strict, lenient = [], []
        for draw in range(DRAWS if share < 1 else 1):
            chosen = np.random.default_rng(draw).permutation(len(training))[: round(share * len(training))]
            part = [training[i] for i in chosen]
            labels = np.array([TEN.index(sample.category) for sample in part])
            model = fit([sample.document for sample in part], labels, TEN, strength=20)
            for sample in test:
                said = TEN[int(model.scores(sample.document).argmax())]
                strict.append(said == sample.category)
                lenient.append(said in (sample.category, *sample.also))
        print(f"{round(share * len(training)):5}  {np.mean(strict):.3f}     {np.mean(lenient):.3f}")


if __name__ == "__main__":
    main()
