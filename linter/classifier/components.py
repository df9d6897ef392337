"""The component of the spaCy pipeline that reads a document: its category, and the sentences that break a rule.

It sets `doc.cats` (the ten and NONE, summing to 1), `doc.user_data["suspicions"]` (sentence number, violation, chance),
`doc.user_data["chances"]` (of any violation, one a sentence) and `doc.user_data["evidence"]` (token, weight).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc

from linter.classifier.document import Layout
from linter.classifier.features import BUCKETS, Buckets, Features, mix, ngrams, pieces
from linter.classifier.judge import Judge, RawScores
from linter.classifier.linear import Floats, Linear
from linter.classifier.verdict import best_label
from linter.policy import NONE, TEN

NAME = "templint_reader"
_KIND_SALT = (101, 0, 103, 104)
_NEARBY_SALT = 201
_MASK = np.uint64(BUCKETS - 1)
_PIECES_KEPT = 20_000


class Seen:
    """The features of a document. `known` keeps the pieces of common words from document to document."""

    __slots__ = ("features", "ids", "layout", "nearby", "pieces")

    def __init__(self, doc: Doc, known: dict[int, Buckets]) -> None:
        self.layout: Layout = doc.user_data["layout"]
        self.ids = np.asarray(doc.to_array([ORTH]), dtype=np.uint64).reshape(-1)
        breaks = np.zeros(len(self.ids), dtype=np.bool_)
        breaks[self.layout.emoji[0] :] = True
        for sentence in self.layout.sentences:
            breaks[sentence.start] = True
        self.features: Features = ngrams(self.ids, breaks)
        self.pieces: list[Buckets] = []
        for index, orth in enumerate(self.ids.tolist()):
            found = known.get(orth)
            if found is None:
                strings = pieces(doc[index].orth_)
                hashes = np.array([_stable(text) for text in strings], dtype=np.uint64)
                found = _buckets(mix(hashes, 50)) if strings else np.zeros(0, np.int64)
                if len(known) < _PIECES_KEPT:
                    known[orth] = found
            self.pieces.append(found)
        self.nearby: Buckets = _salted(_buckets(mix(self.ids, 1)), _NEARBY_SALT)

    def within(self, start: int, end: int) -> Buckets:
        """The n-gram buckets of a token range: words, then pairs; both stand in the order of their first token."""
        pairs = len(self.ids) + np.searchsorted(self.features.tokens[len(self.ids) :], (start, end - 1))
        return np.concatenate([self.features.buckets[start:end], self.features.buckets[pairs[0] : pairs[1]]])

    def document(self) -> Buckets:
        """What is seen of the whole document: n-grams, pieces of words, and words of headers, footers and buttons as such."""
        parts = [self.features.buckets, *self.pieces]
        for sentence in self.layout.sentences:
            salt = _KIND_SALT[sentence.kind]
            if salt:
                parts.append(_salted(self.within(sentence.start, sentence.end), salt))
        return np.concatenate(parts)

    def rest(self, lines: Floats) -> Buckets:
        """What is seen of the document without the sentences that some raw score (one row a sentence) takes for a violation."""
        parts = [np.zeros(0, np.int64)]
        for sentence, scores in zip(self.layout.sentences, lines, strict=True):
            if scores.max() < 0:
                own = self.within(sentence.start, sentence.end)
                parts += [own, *self.pieces[sentence.start : sentence.end]]
                if _KIND_SALT[sentence.kind]:
                    parts.append(_salted(own, _KIND_SALT[sentence.kind]))
        return np.concatenate(parts)

    def sentence(self, number: int) -> Buckets:
        """What is seen of a sentence: itself, its kind of component, and the words of its neighbours."""
        sentences = self.layout.sentences
        sentence = sentences[number]
        own = self.within(sentence.start, sentence.end)
        parts = [own, *self.pieces[sentence.start : sentence.end]]
        if _KIND_SALT[sentence.kind]:
            parts.append(_salted(own, _KIND_SALT[sentence.kind]))
        for other in (number - 1, number + 1):
            if 0 <= other < len(sentences):
                near = sentences[other]
                parts.append(self.nearby[near.start : near.end])
        return np.concatenate(parts)


def _buckets(mixed: Any) -> Buckets:
    return np.asarray(mixed & _MASK, dtype=np.int64)


def _salted(buckets: Buckets, salt: int) -> Buckets:
    return _buckets(mix(buckets.astype(np.uint64), salt))


def _stable(text: str) -> int:
    """A 64-bit number for a short text, the same everywhere (FNV-1a)."""
    value = 0xCBF29CE484222325
    for byte in text.encode("utf-8", "surrogatepass"):
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


class DocumentReader:
    """The trained component: three linear models and the judge that weighs their scores.

    `ten` scores the categories; `document` scores NONE, "any" and each violation for the text as a whole; `sentences` scores
    each violation for one sentence.
    """

    def __init__(self, name: str = NAME) -> None:
        self.name = name
        self.known: dict[int, Buckets] = {}
        self.judge = Judge()
        self.ten: Linear
        self.document: Linear
        self.sentences: Linear

    def __call__(self, doc: Doc) -> Doc:
        """Read a document."""
        seen = Seen(doc, self.known)
        raw = self.raw_scores(seen)
        codes = self.sentences.classes
        chances = self.judge.chances(raw, codes)
        none = self.judge.none_chance(raw, chances)
        doc.user_data["suspicions"] = self.judge.suspicions(chances, none, codes)
        doc.cats = self.judge.categories(raw, none, bool(doc.user_data["suspicions"]))
        doc.user_data["chances"] = chances.max(axis=1, initial=0.0)
        doc.user_data["evidence"] = self._evidence(seen, doc.cats)
        return doc

    def raw_scores(self, seen: Seen) -> RawScores:
        """What the three models say of a document, before the judge weighs it."""
        lines = self.sentences.many([seen.sentence(number) for number in range(len(seen.layout.sentences))])
        whole, rest = seen.document(), seen.rest(lines)
        ten, document = self.ten.many([whole, rest]), self.document.many([whole, rest])
        return RawScores(ten[0], ten[1], document[0], document[1], lines, len(rest))

    def _evidence(self, seen: Seen, cats: dict[str, float]) -> list[tuple[int, float]]:
        """Tokens that spoke for the best category, strongest first."""
        best = best_label(cats)
        model, column = (self.document, 0) if best == NONE else (self.ten, self.ten.classes.index(best))
        features = seen.features
        rows = model.rows(features.buckets)
        weights = model.weights[rows]
        gain = (weights[:, column] - (0 if best == NONE else weights.mean(axis=1))) * model.idf[rows]
        totals = np.zeros(len(seen.ids) + 1, dtype=np.float32)
        for length in (1, 2):
            chosen = features.lengths == length
            for shift in range(length):
                np.add.at(totals, features.tokens[chosen] + shift, gain[chosen] / length)
        order = np.argsort(-totals[:-1], kind="stable")[:8]
        return [(int(token), float(totals[token])) for token in order if totals[token] > 0]

    def to_disk(self, path: Path, exclude: Any = ()) -> None:
        """Write the models and the judge."""
        path = Path(path)
        path.mkdir(parents=True, exist_ok=True)
        for name in ("ten", "document", "sentences"):
            getattr(self, name).save(path / f"{name}.npz")
        (path / "judge.json").write_text(json.dumps(self.judge.as_dict(), indent=1) + "\n")

    def from_disk(self, path: Path, exclude: Any = ()) -> DocumentReader:
        """Read the models and the judge."""
        path = Path(path)
        for name in ("ten", "document", "sentences"):
            setattr(self, name, Linear.load(path / f"{name}.npz"))
        if self.ten.classes != TEN:
            raise ValueError(f"{path}: the model was trained for other categories; train it anew")
        self.judge = Judge(**json.loads((path / "judge.json").read_text()))
        return self


@Language.factory(NAME)
def _reader(nlp: Language, name: str) -> DocumentReader:
    return DocumentReader(name)
