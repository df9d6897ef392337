"""Sentences: where a reader would stop. A line ends one, and so does a full stop that is not part of an abbreviation."""

from __future__ import annotations

from typing import Final

from linter.text.scan import Tokens

_ENDERS: Final = frozenset(".!?…।؟。！？")
_ABBREVIATIONS: Final = frozenset(
    [
        "dr",
        "mr",
        "mrs",
        "ms",
        "prof",
        "st",
        "no",
        "nos",
        "rs",
        "approx",
        "vs",
        "ref",
        "reg",
        "tel",
        "ph",
        "ext",
        "dept",
        "jr",
        "sr",
        "sra",
        "dra",
        "av",
        "esq",
        "mob",
    ]
)


def sentences(tokens: Tokens, text: str) -> list[tuple[int, int]]:
    """Token ranges (start, end) of the sentences of a text, in order; line ends belong to none."""
    found: list[tuple[int, int]] = []
    kinds, keys = tokens.kinds, tokens.keys
    start, total = 0, len(tokens)
    for index in range(total):
        if kinds[index] == "newline":
            if index > start:
                found.append((start, index))
            start = index + 1
        elif keys[index] in _ENDERS and _ends(tokens, index, text):
            found.append((start, index + 1))
            start = index + 1
    if start < total:
        found.append((start, total))
    return found


def _ends(tokens: Tokens, index: int, text: str) -> bool:
    """Whether the stop at `index` closes a sentence: white space follows, and no abbreviation or further stop."""
    keys, following = tokens.keys, index + 1
    if following == len(tokens):
        return True
    if keys[following] in _ENDERS or keys[following] in "\"')*_":
        return False
    if tokens.ends[index] == tokens.starts[following] and tokens.kinds[following] not in ("emoji", "newline"):
        return False
    if keys[index] != "." or index == 0:
        return True
    if len(keys[index - 1]) == 1 and text[tokens.starts[following]].islower():
        return False
    return keys[index - 1] not in _ABBREVIATIONS
