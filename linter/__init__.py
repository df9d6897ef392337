"""templint as a library: `lint`, `lint_text`, `classify` and `Linter`, imported only when used."""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["Linter", "classify", "lint", "lint_text"]

if TYPE_CHECKING:
    from linter.api import Linter, classify, lint, lint_text


def __getattr__(name: str) -> object:
    if name in __all__:
        from linter import api

        return getattr(api, name)
    raise AttributeError(f"module 'linter' has no attribute {name!r}")
