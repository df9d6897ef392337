"""`templint evaluate`: score the linter on labelled rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click


@click.command("evaluate", short_help="Score the linter on labelled texts.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="How the figures are shown; html is one page with plots and the errors to read.",
)
@click.option("--output", "target", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.")
@click.option("--errors", type=click.IntRange(0), default=0, help="Show this many rows that went wrong (text).")
@click.option("--sure", is_flag=True, help="Only rows marked `sure`.")
def command(files: tuple[Path, ...], output: str, target: Path | None, errors: int, sure: bool) -> None:
    """Score the linter on FILES: JSON lines with the fields of the labelling guide, as in corpus/."""
    rows = [row for row in _rows(files) if not sure or row.get("sure", True)]
    if not rows:
        raise click.UsageError("the files hold no labelled rows")
    from linter.api import Linter
    from linter.classifier.evaluation import evaluate

    figures = evaluate(rows, Linter(policy="notifications").lint)
    if output == "json":
        from linter.reports.plain import dumps

        shown = dumps(figures, indent=2)
    elif output == "html":
        from linter.reports.evaluation import page

        shown = page(figures, [str(file) for file in files])
    else:
        shown = "\n".join(_lines(figures, errors))
    if target is None:
        click.echo(shown)
    else:
        try:
            target.write_text(shown + "\n", encoding="utf-8")
        except OSError as problem:
            raise click.UsageError(f"{target} cannot be written: {problem.strerror}") from problem


_NEEDED = ("body", "category", "violations", "spans", "meta")


def _rows(files: tuple[Path, ...]) -> Iterator[dict[str, Any]]:
    """The rows of the files; a usage error names the place of what cannot be used."""
    import json

    for file in files:
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as problem:
            raise click.UsageError(f"{file}: cannot be read: {problem}") from problem
        for number, line in enumerate(text.splitlines(), 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as problem:
                raise click.UsageError(f"{file}:{number}: not JSON: {problem}") from problem
            missing = [key for key in _NEEDED if not isinstance(row, dict) or key not in row]
            if missing:
                raise click.UsageError(f"{file}:{number}: the row has no {', '.join(missing)}")
            yield row


def _lines(figures: dict[str, Any], errors: int) -> Iterator[str]:
    category, flags = figures["category"], figures["flags"]
    yield f"rows                      {figures['rows']}"
    yield f"category accuracy         {_share(category['accuracy'])}   ({category['rows']} rows of the ten)"
    yield f"  counting also-labels    {_share(category['lenient_accuracy'])}"
    yield f"category macro F1         {_share(category['macro_f1'])}"
    yield f"flag precision            {_share(flags['precision'])}"
    yield f"flag recall               {_share(flags['recall'])}"
    yield f"flag F1                   {_share(flags['f1'])}"
    yield f"false alarms              {_share(flags['false_alarm_rate'])}"
    yield f"span hit                  {_share(figures['span_hit'])}"
    yield f"today's three categories  {_share(figures['meta']['accuracy'])}"
    yield f"calibration error         {_share(figures['calibration']['expected_error'])}"
    yield ""
    yield f"{'category':26}{'n':>5}  precision  recall"
    for name, each in category["each"].items():
        yield f"{name:26}{each['n']:5}  {_share(each['precision']):>9}  {_share(each['recall']):>6}"
    yield ""
    yield f"{'violation':26}{'n':>5}    flagged   named"
    for name, each in figures["violations"].items():
        yield f"{name:26}{each['n']:5}  {_share(each['flagged']):>9}  {_share(each['named']):>6}"
    for error in figures["errors"][:errors]:
        said = f"{error['said']} {','.join(error['said_violations'])}".strip()
        wanted = f"{error['category']} {','.join(error['violations'])}".strip()
        yield f"\n{error['id']}: {', '.join(error['faults'])}: {wanted} read as {said}"
        yield "  " + " ".join(error["body"].split())[:160]


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
