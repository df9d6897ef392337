"""Markdown documents that hold templates."""

from linter.readers.markdown.collect import read

__all__ = ["read"]
