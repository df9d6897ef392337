"""Unicode normalising with a map back: NFC texts for the rules, offsets of the text as it was read for the findings."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def combining_ranges(first: int, last: int) -> str:
    """The combining marks between two code points, as the inside of a regular-expression character class."""
    ranges: list[list[int]] = []
    for code in range(first, last + 1):
        if unicodedata.category(chr(code)).startswith("M"):
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"{chr(a)}-{chr(b)}" for a, b in ranges)


def to_nfc(raw: str) -> tuple[str, Sequence[int]]:
    """The NFC form and, for each of its code points and its end, the offset in `raw`.

    Composes cluster by cluster (a base and the marks that follow it), so that an offset never falls inside a cluster.
    """
    if unicodedata.is_normalized("NFC", raw):
        return raw, range(len(raw) + 1)
    out: list[str] = []
    offsets: list[int] = []
    start, length = 0, len(raw)
    while start < length:
        end = start + 1
        while end < length and _joins(raw[end]):
            end += 1
        composed = unicodedata.normalize("NFC", raw[start:end])
        out.append(composed)
        offsets.extend(min(start + i, end - 1) for i in range(len(composed)))
        start = end
    offsets.append(length)
    return "".join(out), offsets


def _joins(char: str) -> bool:
    """Whether a code point may compose with the one before it: a mark, or a conjoining Hangul vowel or final."""
    return unicodedata.combining(char) != 0 or "\u1161" <= char <= "\u11ff" or unicodedata.category(char) == "Mc"


def fold(word: str) -> str:
    """Lower case without accents and apostrophes: the form in which words are compared."""
    if word.isascii():
        return word.replace("'", "").lower()
    word = word.casefold().replace("\u2019", "").replace("'", "").replace("\u02bc", "")
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFD", word)
    latin = "".join(c for c in decomposed if not "\u0300" <= c <= "\u036f")
    return unicodedata.normalize("NFC", latin)
