"""`templint window`: whether a message may be sent now."""

from __future__ import annotations

import click

from linter.session import KINDS, TimeError, parse_time, window


@click.command("window", short_help="Say whether a message may be sent now.")
@click.option(
    "--last-user-message",
    "last",
    required=True,
    metavar="TIME",
    help="When the user last wrote, with time zone (2026-11-22T09:00:00+05:30), as Unix seconds, or `never`.",
)
@click.option("--now", metavar="TIME", help="The time to judge by; the clock's by default.")
@click.option("--kind", type=click.Choice(KINDS), required=True, help="What is to be sent.")
def command(last: str, now: str | None, kind: str) -> int:
    """Say whether a message may be sent to a user now, until when, and why not.

    Within 24 hours after the user's last message anything may be sent; outside of it only approved templates.
    Exit status: 0 it may be sent, 1 it may not, 2 a time cannot be used.
    """
    from datetime import UTC, datetime

    try:
        at = parse_time(now, "--now") if now else datetime.now(UTC)
        last_time = None if last.strip().lower() == "never" else parse_time(last, "--last-user-message")
        answer = window(last_time, at, kind)  # type: ignore[arg-type]
    except TimeError as problem:
        raise click.UsageError(str(problem)) from problem
    click.echo(f"{'yes' if answer.allowed else 'no'}: {answer.reason}")
    return 0 if answer.allowed else 1
