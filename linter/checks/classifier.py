"""Use cases without tell-tale words: sentences that the sentence classifier takes for a violation.

`with`:
  violation: CODE          the class of the sentence classifier
  threshold: 0..1          the least confidence (default: the one found in training)
  unless: [PATTERN, ...]   wordings that make the sentence harmless (see `linter.text.phrase`)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from linter.checks import Hit
from linter.checks.phrases import Patterns
from linter.checks.subject import Part, Subject
from linter.rulebook.rule import Rule
from linter.text.phrase import translate


@dataclass(frozen=True, slots=True)
class Prepared:
    """The class to look for, the least confidence, and what makes a sentence harmless."""

    violation: str
    threshold: float
    unless: Patterns


def prepare(with_: Mapping[str, Any]) -> Prepared:
    """The rule's class, threshold and contexts; `ValueError` without a class."""
    unknown = set(with_) - {"violation", "threshold", "unless"}
    if unknown:
        raise ValueError(f"unknown key {sorted(unknown)[0]!r} in `with`")
    if "violation" not in with_:
        raise ValueError("`with` has no `violation`")
    unless = Patterns([list(translate(pattern)) for pattern in with_.get("unless") or []])
    return Prepared(str(with_["violation"]), float(with_.get("threshold", 0.0)), unless)


def check(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """One hit a suspicious sentence, or run of sentences."""
    if subject.reading is None:
        return
    wanted: Prepared = rule.prepared
    for suspicion in subject.reading.suspicions:
        if suspicion.violation == wanted.violation and suspicion.confidence >= wanted.threshold:
            part = subject.parts[suspicion.part]
            if part.component.kind in rule.components and not _is_harmless(
                part, suspicion.start, suspicion.end, wanted
            ):
                values = {"confidence": f"{suspicion.confidence:.0%}"}
                yield Hit(
                    part.text, suspicion.start, suspicion.end, part.component, values, confidence=suspicion.confidence
                )


def _is_harmless(part: Part, start: int, end: int, wanted: Prepared) -> bool:
    """Whether a wording in the sentence makes it harmless."""
    if not wanted.unless:
        return False
    analysis = part.analysis
    for match in wanted.unless.finditer(analysis.words, analysis.line):
        tokens = analysis.tokens_of(*match.span())
        if tokens is not None:
            first, last = analysis.span(*tokens)
            if first < end and start < last:
                return True
    return False
