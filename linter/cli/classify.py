"""`templint classify`: the category of a text."""

from __future__ import annotations

import sys

import click

from linter.cli.options import text_or_json


@click.command("classify", short_help="Say which notification category a text belongs to.")
@click.argument("text", required=False)
@click.option("--language", help="The language code of the text.")
@text_or_json
def command(text: str | None, language: str | None, output: str) -> int:
    """Say which of the ten notification categories TEXT belongs to, how sure that is, and which words decided it.

    Without TEXT, standard input is read.
    """
    if text is None:
        if sys.stdin.isatty():
            raise click.UsageError("give a text, or pipe one in")
        text = sys.stdin.read()
    if not text.strip():
        raise click.UsageError("the text is empty")
    from linter.api import Linter

    report = Linter().lint_text(text, language)
    if output == "json":
        from linter.reports.plain import dumps, report_dict

        answer = report_dict(report)
        click.echo(dumps({key: answer[key] for key in ("category", "meta_category")}, indent=2))
        return 0
    from linter.reports.text import category_line

    click.echo(category_line(report.category))
    others = sorted(report.category.scores.items(), key=lambda item: -item[1])[1:4]
    click.echo("then " + ", ".join(f"{name} ({share:.0%})" for name, share in others))
    click.echo(f"under today's categories: {report.meta_category.label}")
    return 0
