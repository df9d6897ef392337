"""`templint rules`: the rules there are."""

from __future__ import annotations

from pathlib import Path

import click

from linter.cli.options import text_or_json


@click.group("rules", short_help="List the rules.")
def command() -> None:
    """Work with rules."""


@command.command("list")
@click.option(
    "--rules",
    "folders",
    multiple=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="A folder with further rule files.",
)
@text_or_json
def list_rules(folders: tuple[Path, ...], output: str) -> None:
    """List every rule: code, severity, name and summary."""
    from linter.rulebook.load import RuleError, load

    try:
        book = load(folders)
    except RuleError as problem:
        raise click.UsageError(str(problem)) from problem
    if output == "json":
        from linter.reports.plain import dumps

        keys = ("code", "name", "summary", "violation", "severity", "components", "languages", "policies")
        click.echo(dumps([{key: getattr(rule, key) for key in keys} for rule in book.rules], indent=2))
        return
    width = max(len(rule.name) for rule in book.rules)
    for rule in book.rules:
        click.echo(f"{rule.code}  {rule.severity:7}  {rule.name:{width}}  {rule.summary}")
