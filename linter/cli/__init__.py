"""The command `templint`: one module a command, each imported only when it is called."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from linter import __version__

COMMANDS = {
    "check": "Check templates in files, folders or standard input.",
    "classify": "Say which notification category a text belongs to.",
    "evaluate": "Score the linter on labelled texts.",
    "explain": "Explain a rule or a category.",
    "rules": "List the rules.",
    "window": "Say whether a message may be sent now.",
}


class _Lazy(click.Group):
    """A group that knows the names and one-line helps of its commands, and imports a command only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"linter.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            import difflib

            near = difflib.get_close_matches(name, COMMANDS, n=1)
            hint = f" Did you mean {near[0]}?" if near else f" There are {', '.join(COMMANDS)}."
            raise click.UsageError(f"No such command {name!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="templint")
def cli() -> None:
    """Check WhatsApp message templates before they go into review.

    templint says which notification category a draft belongs to, shows every promotional phrase and unsupported
    use case at its place, checks the structure, and says what to change.

    \b
    templint check templates/          check a folder
    templint explain MKT001            what a rule means, with examples
    templint classify "Your order {{1}} has shipped."
    """


def run(arguments: list[str] | None = None) -> int:
    """Run the command and give its exit status: 0 clean, 1 findings, 2 usage, configuration, input and internal errors."""
    try:
        status = cli.main(arguments, standalone_mode=False, prog_name="templint")
    except click.exceptions.Abort:
        click.echo("Interrupted.", err=True)
        return 2
    except click.ClickException as problem:
        problem.show()
        return 2
    except BrokenPipeError:
        sys.stdout = None  # or the interpreter would try to flush it once more
        return 2
    except Exception as problem:
        return _broken(problem)
    return status if isinstance(status, int) else 0


def _broken(problem: Exception) -> int:
    """Say what cannot be used, or that templint itself is at fault; never status 1, which means findings."""
    from linter.rulebook.load import RuleError

    if isinstance(problem, RuleError):
        click.echo(f"Error: {problem}", err=True)
    else:
        import traceback

        traceback.print_exception(problem)
        click.echo("templint met an internal error; please report it with the lines above.", err=True)
    return 2


def main() -> None:
    """The entry point."""
    sys.exit(run())
