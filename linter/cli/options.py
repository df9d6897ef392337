"""Options that several commands share."""

from __future__ import annotations

import click

text_or_json = click.option(
    "--format",
    "output",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the answer is shown.",
)
