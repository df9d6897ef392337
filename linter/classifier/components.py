"""The components of the spaCy pipeline: the category of a document and the suspicious sentences in it.

`templint_category` sets `doc.cats` (the ten and NONE, summing to 1) and `doc.user_data["promotional"]`, `["evidence"]`;
`templint_sentences` sets `doc.user_data["suspicions"]`: (sentence number, violation, confidence).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc

from linter.classifier.features import Buckets, Features, mix, ngrams, pieces
from linter.classifier.linear import Floats, Linear, sigmoid, softmax
from linter.policy import NONE, TEN

_KIND_SALT = (101, 0, 103, 104)
_MASK = np.uint64((1 << 18) - 1)


class Seen:
    """The features of a document, computed once for all components."""

    __slots__ = ("features", "ids", "layout", "pieces")

    def __init__(self, doc: Doc, known: dict[int, Buckets]) -> None:
        self.layout = doc.user_data["layout"]
        self.ids = np.asarray(doc.to_array([ORTH]), dtype=np.uint64).reshape(-1)
        breaks = np.zeros(len(self.ids), dtype=np.bool_)
        breaks[self.layout.emoji[0] :] = True
        for sentence in self.layout.sentences:
            breaks[sentence.start] = True
        self.features: Features = ngrams(self.ids, breaks)
        self.pieces: list[Buckets] = []
        for token in doc:
            found = known.get(token.orth)
            if found is None:
                strings = pieces(token.orth_)
                hashes = np.array([_stable(text) for text in strings], dtype=np.uint64)
                found = (mix(hashes, 50) & _MASK).astype(np.int64) if strings else np.zeros(0, np.int64)
                if len(known) < 20_000:
                    known[token.orth] = found
            self.pieces.append(found)

    def buckets(self, start: int = 0, end: int | None = None, salt: int = 0) -> Buckets:
        """The buckets of a token range; `salt` keeps them apart from those of other uses."""
        features = self.features
        end = len(self.ids) if end is None else end
        inside = (features.tokens >= start) & (features.tokens + features.lengths <= end)
        return features.buckets[inside] if not salt else _salted(features.buckets[inside], salt)

    def of_kinds(self) -> list[Buckets]:
        """For each sentence outside of bodies, its words marked with the kind of component."""
        out = []
        for sentence in self.layout.sentences:
            salt = _KIND_SALT[sentence.kind]
            if salt:
                out.append(_salted(self.buckets(sentence.start, sentence.end), salt))
        return out


def _salted(buckets: Buckets, salt: int) -> Buckets:
    return (mix(buckets.astype(np.uint64), salt) & _MASK).astype(np.int64)


def _stable(text: str) -> int:
    """A 64-bit number for a short text, the same everywhere (FNV-1a)."""
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


def document_buckets(seen: Seen) -> Buckets:
    """What the category classifier sees: n-grams, pieces of words, and the words of headers, footers and buttons as such."""
    return np.concatenate([seen.buckets(), *seen.pieces, *seen.of_kinds()])


def sentence_buckets(seen: Seen, number: int) -> Buckets:
    """What the sentence classifier sees of a sentence: itself, its kind of component, and the words of its neighbours."""
    sentences = seen.layout.sentences
    sentence = sentences[number]
    own = seen.buckets(sentence.start, sentence.end)
    parts = [own, *seen.pieces[sentence.start : sentence.end]]
    if _KIND_SALT[sentence.kind]:
        parts.append(_salted(own, _KIND_SALT[sentence.kind]))
    for other in (number - 1, number + 1):
        if 0 <= other < len(sentences):
            near = sentences[other]
            parts.append(_salted((mix(seen.ids[near.start : near.end], 1) & _MASK).astype(np.int64), 201))
    parts.append(_salted((mix(np.unique(seen.ids), 1) & _MASK).astype(np.int64), 202))
    length = np.array([min(sentence.end - sentence.start, 12), 20 + min(len(sentences), 8)], dtype=np.uint64)
    parts.append((mix(length, 301) & _MASK).astype(np.int64))
    return np.concatenate(parts)


def seen_of(doc: Doc, known: dict[int, Buckets]) -> Seen:
    """The document's features, from its first asker on."""
    seen = doc.user_data.get("seen")
    if seen is None:
        seen = doc.user_data["seen"] = Seen(doc, known)
    return seen


class CategoryClassifier:
    """The ten categories and NONE."""

    def __init__(self, name: str = "templint_category") -> None:
        self.name = name
        self.known: dict[int, Buckets] = {}
        self.ten: Linear | None = None
        self.none: Linear | None = None
        self.temperature = 1.0

    def __call__(self, doc: Doc) -> Doc:
        """Set the document's categories."""
        assert self.ten is not None and self.none is not None, "the pipeline is not trained"
        seen = seen_of(doc, self.known)
        buckets = document_buckets(seen)
        none = float(sigmoid(self.none.scores(buckets))[0])
        shares = softmax(self.ten.scores(buckets) / np.float32(self.temperature)) * np.float32(1 - none)
        doc.cats = {name: float(share) for name, share in zip(self.ten.classes, shares, strict=True)}
        doc.cats[NONE] = none
        doc.user_data["evidence"] = self._evidence(seen, doc.cats)
        return doc

    def _evidence(self, seen: Seen, cats: dict[str, float]) -> list[tuple[int, float]]:
        """Tokens that spoke for the best category, strongest first, as (token, weight)."""
        assert self.ten is not None and self.none is not None
        best = max(cats, key=lambda name: cats[name])
        model, column = (self.none, 0) if best == NONE else (self.ten, self.ten.classes.index(best))
        features = seen.features
        rows = model.rows[features.buckets]
        weights = model.weights[rows]
        gain = (weights[:, column] - (0 if best == NONE else weights.mean(axis=1))) * model.idf[rows]
        totals = np.zeros(len(seen.ids) + 1, dtype=np.float32)
        for length in (1, 2, 3):
            chosen = features.lengths == length
            for shift in range(length):
                np.add.at(totals, features.tokens[chosen] + shift, gain[chosen] / length)
        order = np.argsort(-totals[:-1])[:6]
        return [(int(token), float(totals[token])) for token in order if totals[token] > 0]

    def to_disk(self, path: Path, exclude: Any = ()) -> None:
        """Write the models."""
        assert self.ten is not None and self.none is not None
        path = Path(path)
        path.mkdir(parents=True, exist_ok=True)
        self.ten.save(path / "ten.npz")
        self.none.save(path / "none.npz")
        (path / "settings.json").write_text(json.dumps({"temperature": self.temperature}))

    def from_disk(self, path: Path, exclude: Any = ()) -> CategoryClassifier:
        """Read the models."""
        path = Path(path)
        self.ten, self.none = Linear.load(path / "ten.npz"), Linear.load(path / "none.npz")
        assert set(self.ten.classes) == set(TEN)
        self.temperature = float(json.loads((path / "settings.json").read_text())["temperature"])
        return self


class SentenceClassifier:
    """Violations by sentence."""

    def __init__(self, name: str = "templint_sentences") -> None:
        self.name = name
        self.known: dict[int, Buckets] = {}
        self.model: Linear | None = None
        self.thresholds: dict[str, float] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the document's suspicious sentences."""
        assert self.model is not None, "the pipeline is not trained"
        seen = seen_of(doc, self.known)
        found: list[tuple[int, str, float]] = []
        for number in range(len(seen.layout.sentences)):
            chances: Floats = sigmoid(self.model.scores(sentence_buckets(seen, number)))
            for code, chance in zip(self.model.classes, chances, strict=True):
                if chance >= self.thresholds.get(code, 0.5):
                    found.append((number, code, float(chance)))
        doc.user_data["suspicions"] = found
        return doc

    def to_disk(self, path: Path, exclude: Any = ()) -> None:
        """Write the model."""
        assert self.model is not None
        path = Path(path)
        path.mkdir(parents=True, exist_ok=True)
        self.model.save(path / "sentences.npz")
        (path / "settings.json").write_text(json.dumps({"thresholds": self.thresholds}))

    def from_disk(self, path: Path, exclude: Any = ()) -> SentenceClassifier:
        """Read the model."""
        path = Path(path)
        self.model = Linear.load(path / "sentences.npz")
        self.thresholds = json.loads((path / "settings.json").read_text())["thresholds"]
        return self


@Language.factory("templint_category")
def _category(nlp: Language, name: str) -> CategoryClassifier:
    return CategoryClassifier(name)


@Language.factory("templint_sentences")
def _sentences(nlp: Language, name: str) -> SentenceClassifier:
    return SentenceClassifier(name)
