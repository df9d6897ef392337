"""The one spaCy pipeline: found in the wheel and in a checkout, loaded once, and read by the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Lock
from typing import Any

from spacy.lang.xx import MultiLanguage
from spacy.language import Language
from spacy.tokens import Doc

from linter.checks.subject import Subject
from linter.classifier.components import NAME
from linter.classifier.document import Layout, make_doc
from linter.classifier.verdict import Reading, Suspicion
from linter.report import Evidence
from linter.text import Analysis, analyse
from linter.text.onetime import delivers_code
from linter.text.phrase import COMMON

MODEL = Path(__file__).resolve().parent / "model"


class Tokenizer:
    """spaCy's tokenizer for this pipeline: a text to the document of its masked keys."""

    def __init__(self, nlp: Language) -> None:
        self.vocab = nlp.vocab

    def __call__(self, text: str) -> Doc:
        """The document of a text, as of a body."""
        return make_doc(self.vocab, [("body", analyse(text))])

    def to_disk(self, path: Path, exclude: object = ()) -> None:
        """Nothing to keep: the tokenizer is code."""

    def from_disk(self, path: Path, exclude: object = ()) -> Tokenizer:
        """Nothing was kept."""
        return self


def blank() -> Language:
    """The pipeline without its trained components."""
    nlp = MultiLanguage()
    vocabulary: Any = nlp.vocab
    vocabulary.lex_attr_getters = {}  # nothing reads shapes and the like; computing them costs more than all else
    nlp.tokenizer = Tokenizer(nlp)
    return nlp


def load_pipeline(path: Path = MODEL) -> Language:
    """The trained pipeline."""
    nlp = blank()
    nlp.add_pipe(NAME).from_disk(path / NAME)  # type: ignore[attr-defined]
    return nlp


def load_reader(path: Path = MODEL) -> Callable[[Subject], Reading]:
    """A function that reads a template with the trained pipeline, without letting spaCy's vocabulary grow.

    Threads may share it; they take turns, since spaCy's memory zones do not nest.
    """
    nlp = load_pipeline(path)
    lock = Lock()

    def read(subject: Subject) -> Reading:
        with lock, nlp.memory_zone():
            doc = nlp(make_doc(nlp.vocab, [(part.component.kind, part.analysis) for part in subject.parts]))
            return _reading(doc, subject)

    return read


def _reading(doc: Doc, subject: Subject) -> Reading:
    """What the components found, in the template's own offsets."""
    layout = doc.user_data["layout"]
    analyses: list[Analysis] = [part.analysis for part in subject.parts]
    owner = [0] * len(doc)
    for sentence in layout.sentences:
        for token in range(sentence.start, sentence.end):
            owner[token] = sentence.part
    evidence = []
    for token, weight in doc.user_data["evidence"]:
        if token >= layout.emoji[0] or not subject.parts:
            continue
        part = owner[token]
        start, end = analyses[part].span(int(layout.origin[token]), int(layout.origin[token]) + 1)
        text = analyses[part].raw[start:end]
        if doc[token].orth_ not in COMMON and any(c.isalpha() for c in text):
            evidence.append(Evidence(subject.parts[part].component.kind, start, end, text, round(weight, 3)))
    return Reading(
        scores=dict(doc.cats),
        evidence=tuple(evidence[:4]),
        suspicions=tuple(_suspicions(doc.user_data["suspicions"], layout, analyses)),
        sentences=tuple(
            (sentence.part, *analyses[sentence.part].span(sentence.first, sentence.last), float(chance))
            for sentence, chance in zip(layout.sentences, doc.user_data["chances"], strict=True)
        ),
        promotional=float(doc.cats["NONE"]),
        one_time_code=_one_time_code(subject, analyses),
    )


def _one_time_code(subject: Subject, analyses: list[Analysis]) -> float:
    """A code button says it; else the text does."""
    if any(component.type == "otp" for component in subject.template.of_kind("button")):
        return 1.0
    return delivers_code(analyses)


def _suspicions(found: list[tuple[int, str, float]], layout: Layout, analyses: list[Analysis]) -> Iterator[Suspicion]:
    """Suspicious sentences as spans; neighbours of one violation are one."""
    by_code: dict[str, list[tuple[int, float]]] = {}
    for number, code, confidence in found:
        by_code.setdefault(code, []).append((number, confidence))
    for code, items in by_code.items():
        runs: list[list[tuple[int, float]]] = []
        for number, confidence in items:
            previous = runs[-1][-1][0] if runs else -2
            if number == previous + 1 and layout.sentences[number].part == layout.sentences[previous].part:
                runs[-1].append((number, confidence))
            else:
                runs.append([(number, confidence)])
        for run in runs:
            head, tail = layout.sentences[run[0][0]], layout.sentences[run[-1][0]]
            analysis = analyses[head.part]
            first, last = analysis.trimmed(head.first, tail.last)
            if last > first:
                start, end = analysis.span(first, last)
                yield Suspicion(head.part, start, end, code, max(confidence for _, confidence in run))
