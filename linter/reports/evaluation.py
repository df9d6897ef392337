"""The evaluation as one self-contained HTML page: figures, confusion matrix, reliability, and the errors to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

_STYLE = """
body { font: 15px/1.45 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem;
  color: #1b1f24; background: #fff }
table { border-collapse: collapse; margin: .5rem 0 1.5rem }
th, td { padding: .25rem .6rem; text-align: right; border-bottom: 1px solid #8883 }
th:first-child, td:first-child { text-align: left }
.matrix td { min-width: 2.2rem; text-align: center } .matrix th { font-weight: 500; font-size: .75rem }
.error { border-left: 3px solid #c33; padding: .3rem .8rem; margin: .7rem 0; white-space: pre-wrap } .error b { color: #c33 }
@media (prefers-color-scheme: dark) { body { color: #e6e6e6; background: #16181c } }
"""


def page(figures: dict[str, Any], files: Sequence[str]) -> str:
    """The page."""
    return "\n".join(
        [
            "<!doctype html><html lang='en'><meta charset='utf-8'>",
            "<meta name='viewport' content='width=device-width, initial-scale=1'>",
            f"<title>templint evaluation</title><style>{_STYLE}</style>",
            f"<h1>templint evaluation</h1><p>{figures['rows']} rows of {escape(', '.join(files))}</p>",
            *_summary(figures),
            *_matrix(figures["category"]["confusion"]),
            *_reliability(figures["calibration"]),
            *_violations(figures["violations"]),
            *_errors(figures["errors"]),
            "</html>",
        ]
    )


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _summary(figures: dict[str, Any]) -> Iterator[str]:
    category, flags = figures["category"], figures["flags"]
    rows = [
        ("Category accuracy", category["accuracy"]),
        ("… counting also-labels", category["lenient_accuracy"]),
        ("Category macro F1", category["macro_f1"]),
        ("Flag precision", flags["precision"]),
        ("Flag recall", flags["recall"]),
        ("Flag F1", flags["f1"]),
        ("False alarms", flags["false_alarm_rate"]),
        ("Span hit", figures["span_hit"]),
        ("Today's three categories", figures["meta"]["accuracy"]),
        ("Calibration error", figures["calibration"]["expected_error"]),
    ]
    yield "<table>"
    for name, value in rows:
        yield f"<tr><th>{name}</th><td>{_share(value)}</td></tr>"
    yield "</table>"


def _matrix(confusion: dict[str, dict[str, int]]) -> Iterator[str]:
    yield "<h2>Confusion</h2><p>Rows: the label; columns: what the linter said.</p><table class='matrix'><tr><th></th>"
    columns = list(next(iter(confusion.values())))
    yield "".join(f"<th>{_short(name)}</th>" for name in columns) + "</tr>"
    for gold, counts in confusion.items():
        total = sum(counts.values()) or 1
        yield f"<tr><th>{gold}</th>"
        for said in columns:
            colour = "30,140,80" if said == gold else "200,60,50"
            shade = counts[said] / total
            yield f"<td style='background:rgba({colour},{shade:.2f})'>{counts[said] or ''}</td>"
        yield "</tr>"
    yield "</table>"


def _short(name: str) -> str:
    return name.replace("_UPDATE", "").replace("_RESOLUTION", "").replace("PERSONAL_", "").title()


def _reliability(calibration: dict[str, Any]) -> Iterator[str]:
    """Accuracy over confidence; the closer to the diagonal, the truer the confidence."""
    yield "<h2>Reliability</h2><svg viewBox='0 0 340 340' width='340' role='img' aria-label='accuracy over confidence'>"
    yield "<rect x='30' y='10' width='300' height='300' fill='none' stroke='#8888'/>"
    yield "<line x1='30' y1='310' x2='330' y2='10' stroke='#8888' stroke-dasharray='4'/>"
    for each in calibration["bins"]:
        if each["n"]:
            x, y = 30 + 300 * each["confidence"], 310 - 300 * each["accuracy"]
            radius = 3 + min(12, each["n"] ** 0.5 / 2)
            title = f"{each['n']} rows: confidence {each['confidence']:.2f}, accuracy {each['accuracy']:.2f}"
            yield f"<circle cx='{x:.1f}' cy='{y:.1f}' r='{radius:.1f}' fill='#2a7de1aa'><title>{title}</title></circle>"
    yield "<text x='180' y='335' text-anchor='middle' fill='currentColor' font-size='12'>confidence</text>"
    yield "<text x='14' y='160' transform='rotate(-90 14 160)' text-anchor='middle' fill='currentColor' font-size='12'>accuracy</text>"
    yield "</svg>"


def _violations(violations: dict[str, dict[str, Any]]) -> Iterator[str]:
    yield "<h2>Violations</h2><table><tr><th>violation</th><th>rows</th><th>flagged</th><th>named</th></tr>"
    for code, each in violations.items():
        figures = f"<td>{each['n']}</td><td>{_share(each['flagged'])}</td><td>{_share(each['named'])}</td>"
        yield f"<tr><td>{escape(code)}</td>{figures}</tr>"
    yield "</table>"


def _errors(errors: Sequence[dict[str, Any]]) -> Iterator[str]:
    yield f"<h2>Errors ({len(errors)})</h2>"
    for error in errors:
        wanted = f"{error['category']} {', '.join(error['violations'])}"
        said = f"{error['said']} ({error['confidence']:.0%}) {', '.join(error['said_violations'])}"
        head = f"<b>{escape(', '.join(error['faults']))}</b> {escape(str(error['id']))}: {escape(wanted)} read as {escape(said)}"
        yield f"<div class='error'>{head}\n{escape(error['body'])}</div>"
