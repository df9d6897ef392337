"""`templint check`: the linter's main command."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import click

from linter.report import SEVERITIES, InputError, Severity
from linter.reports import FORMATS as OUTPUTS
from linter.reports import Summary, writer

INPUTS = ("graph", "neutral", "jsonl", "twilio", "markdown", "csv", "text")


def _severities(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    levels: dict[str, str] = {}
    for value in values:
        word, equals, level = value.partition("=")
        if not equals or not word or not level:
            raise click.BadParameter(f"{value!r} is not CODE=LEVEL, for example MKT004=warning")
        levels[word] = level.lower()
    return levels


def _words(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


@click.command("check", short_help="Check templates in files, folders or standard input.")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option(
    "--format", "output", type=click.Choice(OUTPUTS), default="text", show_default=True, help="How findings are shown."
)
@click.option(
    "--policy",
    type=click.Choice(["auto", "notifications", "cloud-api"]),
    default="auto",
    show_default=True,
    help="The regime to judge by; auto goes by each template's declared category.",
)
@click.option("--category", help="The declared category of templates that declare none.")
@click.option("--language", help="The language code of templates that declare none.")
@click.option(
    "--select",
    multiple=True,
    callback=_words,
    metavar="RULES",
    help="Run only these rules: codes, prefixes of codes or names, parted by commas.",
)
@click.option("--ignore", multiple=True, callback=_words, metavar="RULES", help="Do not run these rules.")
@click.option("--extend-select", multiple=True, callback=_words, metavar="RULES", help="Run these rules too.")
@click.option(
    "--severity",
    "severities",
    multiple=True,
    callback=_severities,
    metavar="CODE=LEVEL",
    help="Give a rule another severity: error, warning, info or off.",
)
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    default="error",
    show_default=True,
    help="The least severity that makes the exit status 1.",
)
@click.option("--exit-zero", is_flag=True, help="End with status 0 whatever is found; input errors still end with 2.")
@click.option(
    "--input-format", type=click.Choice(INPUTS), help="Read every input as this format instead of finding it out."
)
@click.option("--stdin-filename", metavar="NAME", help="The name shown for standard input.")
@click.option(
    "--rules",
    "rule_folders",
    multiple=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="A folder with further rule files.",
)
@click.option("--no-cache", is_flag=True, help="Do not use what earlier runs kept: compile the rule files anew.")
@click.option("--statistics", is_flag=True, help="Count findings by rule and templates by category at the end.")
@click.option("-q", "--quiet", is_flag=True, help="Show only templates with findings, and no progress.")
def command(
    paths: tuple[str, ...],
    output: str,
    policy: str,
    category: str | None,
    language: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    extend_select: tuple[str, ...],
    severities: dict[str, str],
    fail_on: Severity,
    exit_zero: bool,
    input_format: str | None,
    stdin_filename: str | None,
    rule_folders: tuple[Path, ...],
    no_cache: bool,
    statistics: bool,
    quiet: bool,
) -> int:
    """Check the templates in PATHs: files, folders, or - for standard input (folders are searched; default: the current one).

    \b
    Exit status:
      0  nothing found at or above --fail-on
      1  something found
      2  wrong usage or configuration, an input that could not be read, or an internal error
    """
    from linter.cli.progress import Progress
    from linter.cli.run import Defaults, Run
    from linter.decisions import Choice, SelectionError
    from linter.rulebook.load import RuleError, load

    choice = Choice(select or None, ignore, extend_select, severities)
    try:
        book = load(rule_folders, cached=not no_cache)
        choice.check(book)
    except (SelectionError, RuleError) as problem:
        raise click.UsageError(str(problem)) from problem
    stream = _standard_output()
    colour = output == "text" and stream.isatty() and "NO_COLOR" not in os.environ
    run = Run(book, choice, policy, Defaults(category, language))
    summary = Summary()
    out = writer(output, stream.write, colour=colour, quiet=quiet)
    reached = False
    with Progress(shown=not quiet and not (output == "text" and stream.isatty())) as progress:
        for item in run.over(list(paths) or ["."], input_format, stdin_filename or "<stdin>", summary):
            if isinstance(item, InputError):
                summary.errors += 1
                out.error(item)
            else:
                report, source = item
                summary.add(report)
                reached = reached or run.reaches(report, fail_on)
                out.report(report, source)
                if output == "jsonl":
                    stream.flush()
            progress.tick()
    out.finish(summary)
    if statistics:
        _show_statistics(summary)
    stream.flush()
    if summary.errors:
        return 2
    return 1 if reached and not exit_zero else 0


def _standard_output() -> TextIO:
    """Standard output in UTF-8, whatever the locale says."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    return sys.stdout


def _show_statistics(summary: Summary) -> None:
    lines: Iterator[str] = (f"{count:6} {name}" for name, count in summary.rules.most_common())
    click.echo("\n".join(["findings by rule", *lines]), err=True)
    lines = (f"{count:6} {name}" for name, count in summary.categories.most_common())
    click.echo("\n".join(["templates by category", *lines]), err=True)
