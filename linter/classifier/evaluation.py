"""Score the linter on labelled rows: categories, flags, spans, today's categories and calibration.

Rows have the fields of the labelling guide. "Flagged" means a finding with a violation other than `feedback`, at severity error or
warning; rows whose only violation is `feedback`, and contested rows, are left out of the flag figures.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from linter.policy import NONE, TEN
from linter.report import Report
from linter.template import Component, Template, Text

Row = Mapping[str, Any]
BINS = 10


@dataclass(frozen=True, slots=True)
class Answer:
    """What the linter said about a row."""

    category: str
    confidence: float
    meta: str
    codes: frozenset[str]
    spans: tuple[str, ...]

    @property
    def flagged(self) -> bool:
        """Whether a violation other than feedback was found."""
        return bool(self.codes - {"feedback"})


def as_template(row: Row) -> Template:
    """A labelled row as the template it describes, without a declared category."""
    texts = [("header", row.get("header")), ("body", row["body"]), ("footer", row.get("footer"))]
    texts += [("button", label) for label in row.get("buttons") or ()]
    components = tuple(Component(kind=kind, at=Text(""), text=Text(text)) for kind, text in texts if text)
    language = str(row.get("lang") or "en").replace("-", "_")
    return Template(components=components, id=str(row.get("id")), language=Text(language))


def answer(report: Report) -> Answer:
    """The part of a report that is scored."""
    hits = [f for f in report.findings if f.violation and f.severity in ("error", "warning")]
    return Answer(
        report.category.label,
        report.category.confidence,
        report.meta_category.label,
        frozenset(f.violation for f in hits if f.violation),
        tuple(f.text for f in hits if f.text),
    )


def evaluate(rows: Iterable[Row], ask: Callable[[Template], Report]) -> dict[str, Any]:
    """All figures as plain data, and the rows that went wrong under `errors`."""
    pairs = [(row, answer(ask(as_template(row)))) for row in rows]
    return {
        "rows": len(pairs),
        "category": _categories(pairs),
        "flags": _flags(pairs),
        "violations": _violations(pairs),
        "span_hit": _spans(pairs),
        "meta": _meta(pairs),
        "calibration": _calibration(pairs),
        "errors": _errors(pairs),
    }


Pairs = Sequence[tuple[Row, Answer]]


def ratio(part: float, whole: float) -> float | None:
    """A share, rounded; None where there is nothing to share."""
    return round(part / whole, 4) if whole else None


def _categories(pairs: Pairs) -> dict[str, Any]:
    of_ten = [(row, said) for row, said in pairs if row["category"] in TEN]
    matrix = Counter((row["category"], said.category) for row, said in of_ten)
    strict = sum(row["category"] == said.category for row, said in of_ten)
    lenient = sum(said.category in (row["category"], *row.get("also", ())) for row, said in of_ten)
    each = {}
    for name in TEN:
        hit = matrix[name, name]
        wanted = sum(n for (gold, _), n in matrix.items() if gold == name)
        given = sum(n for (_, said), n in matrix.items() if said == name)
        f1 = ratio(2 * hit, wanted + given) if wanted else None
        each[name] = {"n": wanted, "precision": ratio(hit, given), "recall": ratio(hit, wanted), "f1": f1}
    f1s = [figures["f1"] for figures in each.values() if figures["f1"] is not None]
    return {
        "rows": len(of_ten),
        "accuracy": ratio(strict, len(of_ten)),
        "lenient_accuracy": ratio(lenient, len(of_ten)),
        "macro_f1": ratio(sum(f1s), len(f1s)),
        "each": each,
        "confusion": {gold: {said: matrix[gold, said] for said in (*TEN, NONE)} for gold in TEN},
    }


def is_bad(row: Row) -> bool:
    """Whether a row should be flagged."""
    return bool(set(row["violations"]) - {"feedback"})


def _flag_pairs(pairs: Pairs) -> list[tuple[Row, Answer]]:
    return [(r, a) for r, a in pairs if set(r["violations"]) != {"feedback"} and not r.get("contested")]


def _flags(pairs: Pairs) -> dict[str, Any]:
    counts = Counter((is_bad(row), said.flagged) for row, said in _flag_pairs(pairs))
    right, false, missed, clean = counts[True, True], counts[False, True], counts[True, False], counts[False, False]
    return {
        "rows": right + false + missed + clean,
        "precision": ratio(right, right + false),
        "recall": ratio(right, right + missed),
        "f1": ratio(2 * right, 2 * right + false + missed),
        "false_alarm_rate": ratio(false, false + clean),
    }


def _violations(pairs: Pairs) -> dict[str, Any]:
    total = Counter(code for row, _ in pairs for code in row["violations"])
    flagged = Counter(code for row, said in pairs for code in row["violations"] if said.flagged)
    named = Counter(code for row, said in pairs for code in row["violations"] if code in said.codes)
    return {
        code: {"n": n, "flagged": ratio(flagged[code], n), "named": ratio(named[code], n)}
        for code, n in total.most_common()
    }


def _spans(pairs: Pairs) -> float | None:
    """The share of flaggable rows with labelled spans of which a finding overlaps one."""
    marked = [(row, said) for row, said in pairs if row.get("spans") and is_bad(row)]
    return ratio(sum(_overlaps(row, said.spans) for row, said in marked), len(marked))


def _overlaps(row: Row, spans: Sequence[str]) -> bool:
    texts = [row.get("header"), row["body"], row.get("footer"), *(row.get("buttons") or ())]
    text = "\n".join(part for part in texts if part)
    places = [
        [(text.find(s), text.find(s) + len(s)) for s in some if s and s in text] for some in (row["spans"], spans)
    ]
    return any(a < d and c < b for a, b in places[0] for c, d in places[1])


def _meta(pairs: Pairs) -> dict[str, Any]:
    counts = Counter((row["meta"], said.meta) for row, said in pairs if not row.get("contested_meta"))
    return {
        "accuracy": ratio(sum(n for (gold, said), n in counts.items() if gold == said), sum(counts.values())),
        "confusion": {f"{gold} -> {said}": n for (gold, said), n in counts.most_common()},
    }


def _calibration(pairs: Pairs) -> dict[str, Any]:
    """Confidence against accuracy in ten bins, and their mean distance weighed by size (expected calibration error)."""
    of_ten = [(row, said) for row, said in pairs if row["category"] in TEN]
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for row, said in of_ten:
        right = said.category in (row["category"], *row.get("also", ()))
        bins[min(BINS - 1, math.floor(said.confidence * BINS))].append((said.confidence, right))
    table = [
        {
            "from": number / BINS,
            "n": len(items),
            "confidence": ratio(sum(c for c, _ in items), len(items)),
            "accuracy": ratio(sum(ok for _, ok in items), len(items)),
        }
        for number, items in enumerate(bins)
    ]
    gap = sum(abs(sum(c for c, _ in items) - sum(ok for _, ok in items)) for items in bins)
    return {"expected_error": ratio(gap, len(of_ten)), "bins": table}


def _errors(pairs: Pairs) -> list[dict[str, Any]]:
    """The rows that went wrong, for reading."""
    scored = {id(row) for row, _ in _flag_pairs(pairs)}
    errors = []
    for row, said in pairs:
        faults = []
        if row["category"] in TEN and said.category not in (row["category"], *row.get("also", ())):
            faults.append("category")
        if id(row) in scored and is_bad(row) != said.flagged:
            faults.append("missed" if is_bad(row) else "false alarm")
        if faults:
            errors.append(
                {
                    "id": row.get("id"),
                    "faults": faults,
                    "category": row["category"],
                    "said": said.category,
                    "confidence": round(said.confidence, 3),
                    "violations": list(row["violations"]),
                    "said_violations": sorted(said.codes),
                    "said_spans": list(said.spans),
                    "body": row["body"],
                }
            )
    return errors
