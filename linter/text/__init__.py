"""One analysis a text: normalising, masking, tokens, sentences, and offsets back to the text as it was read."""

from linter.text.analysis import Analysis, analyse

__all__ = ["Analysis", "analyse"]
