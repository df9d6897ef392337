"""The category that the text itself speaks for, against what was declared and what the policy allows.

`with`:
  fault: none         no allowed purpose
         unclear      no category stands out
         disagrees    the declared category (of the ten) is not the one the text speaks for
         code         a one-time code outside of AUTHENTICATION
         no-code      filed as AUTHENTICATION without a one-time code
         marketing    filed as UTILITY, and its purpose is none of a utility template's
  least: 0..1         how sure the classifier must be (default 0.5)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from linter.checks import Hit
from linter.checks.subject import Subject
from linter.classifier.verdict import Reading
from linter.policy import NONE, TEN
from linter.rulebook.rule import Rule

Judge = Callable[[Subject, Reading, float], Mapping[str, str] | None]


@dataclass(frozen=True, slots=True)
class Prepared:
    """The judge of one fault."""

    judge: Judge
    least: float


def _none(subject: Subject, reading: Reading, least: float) -> Mapping[str, str] | None:
    if reading.label != NONE or reading.confidence < least or reading.one_time_code >= 0.5:
        return None
    nearest = max(TEN, key=lambda name: reading.scores.get(name, 0.0))
    return {"nearest": nearest, "confidence": f"{reading.confidence:.0%}"}


def _unclear(subject: Subject, reading: Reading, least: float) -> Mapping[str, str] | None:
    if reading.confidence >= least:
        return None
    first, second = sorted(reading.scores, key=lambda name: -reading.scores[name])[:2]
    return {"first": first, "second": second, "confidence": f"{reading.confidence:.0%}"}


def _disagrees(subject: Subject, reading: Reading, least: float) -> Mapping[str, str] | None:
    declared = subject.declared.label
    if declared not in TEN or reading.label in (declared, NONE) or reading.confidence < least:
        return None
    if reading.scores.get(declared, 0.0) > 0.15:
        return None
    return {"declared": declared, "better": reading.label, "confidence": f"{reading.confidence:.0%}"}


def _code(subject: Subject, reading: Reading, least: float) -> Mapping[str, str] | None:
    wrong = subject.declared.label in ("UTILITY", "MARKETING")
    return {"declared": subject.declared.label or ""} if wrong and reading.one_time_code >= max(least, 0.9) else None


def _no_code(subject: Subject, reading: Reading, least: float) -> Mapping[str, str] | None:
    if (
        subject.declared.label != "AUTHENTICATION"
        or reading.one_time_code >= 0.5
        or not any(True for _ in subject.parts_of(("body",)))
    ):
        return None
    return {}


def _marketing(subject: Subject, reading: Reading, least: float) -> Mapping[str, str] | None:
    if subject.declared.label != "UTILITY":
        return None
    return _none(subject, reading, least)


_JUDGES: Mapping[str, Judge] = {
    "none": _none,
    "unclear": _unclear,
    "disagrees": _disagrees,
    "code": _code,
    "no-code": _no_code,
    "marketing": _marketing,
}


def prepare(with_: Mapping[str, Any]) -> Prepared:
    """The judge; `ValueError` for a fault that does not exist."""
    fault = str(with_.get("fault"))
    if fault not in _JUDGES:
        raise ValueError(f"`fault` is {fault!r}, not one of {', '.join(_JUDGES)}")
    return Prepared(_JUDGES[fault], float(with_.get("least", 0.5)))


def check(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """One hit at the declared category where the fault lies there, else on the body."""
    body = next(subject.parts_of(("body",)), None)
    if subject.reading is None or body is None or subject.language not in (None, "en"):
        return
    prepared: Prepared = rule.prepared
    values = prepared.judge(subject, subject.reading, prepared.least)
    if values is None:
        return
    category = subject.template.category
    if rule.with_["fault"] in ("disagrees", "code", "no-code", "marketing") and category is not None:
        yield Hit(category, 0, len(category.value), values=values)
    else:
        yield Hit(body.text, 0, len(body.text.value), body.component, values)
