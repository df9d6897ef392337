"""`templint explain`: what a rule means, or what a category allows."""

from __future__ import annotations

import difflib
import textwrap
from collections.abc import Iterator

import click

from linter.cli.options import text_or_json
from linter.policy import spelled
from linter.rulebook.rule import CategoryFacts, Example, Rule, RuleBook


@click.command("explain", short_help="Explain a rule or a category.")
@click.argument("word", metavar="CODE|NAME|CATEGORY", required=False)
@click.option("--all", "everything", is_flag=True, help="Explain every rule and every category.")
@text_or_json
def command(word: str | None, everything: bool, output: str) -> None:
    """Explain a rule (by code or name) or one of the ten categories: what it means, why, and what to write instead."""
    from linter.rulebook.load import load

    if (word is None) != everything:
        raise click.UsageError(
            "name a rule or a category, or use --all" if word is None else "give a name or --all, not both"
        )
    book = load()
    entries: list[Rule | CategoryFacts] = (
        [*book.categories.values(), *book.rules] if everything else [find(word or "", book)]
    )
    if output == "json":
        from dataclasses import asdict

        from linter.reports.plain import dumps

        plain = [
            {key: value for key, value in asdict(entry).items() if key not in ("with_", "path")} for entry in entries
        ]
        click.echo(dumps(plain if everything else plain[0], indent=2))
        return
    click.echo(
        "\n\n".join(
            "\n".join(_category(entry) if isinstance(entry, CategoryFacts) else _rule(entry)) for entry in entries
        )
    )


def find(word: str, book: RuleBook) -> Rule | CategoryFacts:
    """The rule or category of a name; a usage error with the nearest name where there is none."""
    category = spelled(word)
    for policy in book.policies.values():
        category = policy.aliases.get(category, category)
    if category in book.categories:
        return book.categories[category]
    for rule in book.rules:
        if (
            word.upper() == rule.code
            or word.lower() == rule.name
            or word.upper() in rule.aliases
            or word in rule.aliases
        ):
            return rule
    names = [*(r.code for r in book.rules), *(r.name for r in book.rules), *book.categories]
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.4) or difflib.get_close_matches(
        word.upper(), names, n=1, cutoff=0.4
    )
    raise click.UsageError(
        f"there is no rule and no category {word!r}"
        + (f"; did you mean {near[0]}?" if near else "; see `templint rules list`")
    )


def _rule(rule: Rule) -> Iterator[str]:
    yield f"{rule.code} {rule.name} ({rule.severity}{', ' + rule.violation if rule.violation else ''})"
    yield from _wrapped(rule.summary + ".")
    yield ""
    yield from _wrapped("Why: " + rule.why)
    yield from _wrapped("Instead: " + rule.advice)
    yield from _wrapped(f"Source: {rule.source['title']}, {rule.source['date']}")
    where = [("components", rule.components), ("languages", rule.languages), ("policies", rule.policies)]
    yield from _wrapped("Applies to: " + "; ".join(f"{name}: {', '.join(values)}" for name, values in where if values))
    if rule.aliases:
        yield f"Earlier codes: {', '.join(rule.aliases)}"
    yield from _examples("Reported:", rule.bad)
    yield from _examples("Fine:", rule.good)


def _examples(title: str, examples: tuple[Example, ...]) -> Iterator[str]:
    from linter.reports.plain import dumps

    yield ""
    yield title
    for example in examples:
        text = example.text if example.text is not None else dumps(example.template)
        yield textwrap.indent(text.strip(), "    ").replace("    ", "  - ", 1)


def _category(facts: CategoryFacts) -> Iterator[str]:
    yield facts.name
    yield from _wrapped(facts.summary)
    yield ""
    yield from _listed("Allows:", facts.allows)
    yield from _listed("Does not allow:", facts.not_this)
    yield from _wrapped("What a text needs: " + facts.needs)
    yield from _listed("Examples:", facts.examples)
    yield from _wrapped(f"Source: {facts.source['title']}, {facts.source['date']}")


def _listed(title: str, items: tuple[str, ...]) -> Iterator[str]:
    yield title
    for item in items:
        yield from textwrap.wrap(item, 96, initial_indent="  - ", subsequent_indent="    ")
    yield ""


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), 100, subsequent_indent="  ")
