"""One spaCy document a template: the masked keys of all its texts, and where each token came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.vocab import Vocab

from linter.text import Analysis
from linter.text.scan import VAR

KINDS = ("header", "body", "footer", "button")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the document: tokens `start` to `end` (spoken ones only), in part number `part` of component kind `kind`.

    `first` and `last` are the token range in the part's analysis, the end exclusive.
    """

    part: int
    kind: int
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document is laid out: its sentences, and for each token its index in the analysis of its part.

    Emoji stand at the end of the document, behind all sentences, so that they part no phrase.
    """

    sentences: tuple[Sentence, ...]
    origin: NDArray[np.int64]
    emoji: tuple[int, int]


_HELLO = frozenset(["hi", "hello", "hey", "dear", "namaste", "hola", "greetings"])
_STOPS = frozenset(",!:.-")


def _salutation(keys: Sequence[str], first: int, last: int) -> int:
    """The end of "Hi {{1}}," at the start of a sentence: it says nothing about the purpose, and whole slices of texts share it."""
    at = first
    while at < last and keys[at] not in _HELLO and not keys[at][0].isalnum() and keys[at] != VAR:
        at += 1
    if at + 1 >= last or keys[at] not in _HELLO or keys[at + 1] != VAR:
        return first
    at += 2
    while at < last and (keys[at] in _STOPS or keys[at] == VAR):
        at += 1
    return at


def make_doc(vocab: Vocab, parts: Sequence[tuple[str, Analysis]]) -> Doc:
    """The document of a template's texts, given as (component kind, analysis); its layout is `doc.user_data["layout"]`."""
    words: list[str] = []
    origin: list[int] = []
    sentences: list[Sentence] = []
    emoji: list[tuple[str, int]] = []
    for number, (name, analysis) in enumerate(parts):
        kind = KINDS.index(name) if name in KINDS else 1
        keys, kinds = analysis.tokens.keys, analysis.tokens.kinds
        spoken = analysis.spoken
        for first, last in analysis.sentences:
            start = len(words)
            opening = _salutation(keys, first, last)
            for index in range(first, last):
                if index < opening:
                    continue
                if spoken[index]:
                    words.append(keys[index])
                    origin.append(index)
                elif kinds[index] == "emoji":
                    emoji.append((keys[index], index))
            if len(words) > start:
                sentences.append(Sentence(number, kind, start, len(words), first, last))
    end = len(words)
    words.extend(key for key, _ in emoji)
    origin.extend(index for _, index in emoji)
    doc = Doc(vocab, words=words or ["\n"])
    layout = Layout(tuple(sentences), np.array(origin or [0], dtype=np.int64), (end, len(words)))
    doc.user_data["layout"] = layout
    return doc
