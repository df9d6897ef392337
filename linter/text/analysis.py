"""The one analysis of a text that all checks and the classifier share."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from linter.text.normal import to_nfc
from linter.text.scan import Tokens, scan
from linter.text.sentences import sentences

STOP = "¶"
_SILENT = frozenset("*_~`\"“”'‘’()[]«»|•·▪◦‣–—―-=>#")
_SPOKEN_KINDS = frozenset({"word", "var", "url", "email", "money", "percent", "currency", "number"})


class Analysis:
    """A text as the rules see it. Offsets given out count in `raw`, the text as it was read.

    `line` is the keys of the tokens that carry words, parted by blanks, with `¶` between sentences: what phrase patterns run on.
    Emoji, markup and brackets are left out of it, so that "*20%* off 🎉" and "20% off" read the same.
    """

    __slots__ = ("__dict__", "offsets", "raw", "text", "tokens")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.text: str
        self.offsets: Sequence[int]
        self.text, self.offsets = to_nfc(raw)
        self.tokens: Tokens = scan(self.text)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Token ranges of the sentences."""
        return sentences(self.tokens, self.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """The set of keys, for looking up which rules can apply at all."""
        return frozenset(self.tokens.keys)

    @cached_property
    def spoken(self) -> list[bool]:
        """For each token, whether it carries words: not emoji, markup, brackets or bullets."""
        return [
            kind in _SPOKEN_KINDS or (kind == "other" and key not in _SILENT)
            for kind, key in zip(self.tokens.kinds, self.tokens.keys, strict=True)
        ]

    @cached_property
    def _line(self) -> tuple[str, list[int], list[int]]:
        keys, spoken = self.tokens.keys, self.spoken
        parts, places, indexes, at = [STOP], [], [], len(STOP) + 1
        for start, end in self.sentences:
            for index in range(start, end):
                if spoken[index]:
                    key = keys[index]
                    parts.append(key)
                    places.append(at)
                    indexes.append(index)
                    at += len(key) + 1
            parts.append(STOP)
            at += len(STOP) + 1
        return " ".join(parts) + " ", places, indexes

    @property
    def line(self) -> str:
        """The keys in one line, for phrase patterns; see the class."""
        return self._line[0]

    def tokens_of(self, start: int, end: int) -> tuple[int, int] | None:
        """The token range that a span of `line` stands for, or None where it covers no token."""
        _, places, indexes = self._line
        first, last = bisect_left(places, start), bisect_left(places, end)
        return (indexes[first], indexes[last - 1] + 1) if last > first else None

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in `raw` of the tokens `first` to `last - 1`."""
        tokens = self.tokens
        return self.offsets[tokens.starts[first]], self.raw_end(tokens.ends[last - 1])

    def raw_end(self, end: int) -> int:
        """The offset in `raw` just after NFC offset `end - 1`, marks that compose with it included."""
        return self.offsets[end]

    def sentence_of(self, token: int) -> int:
        """The number of the sentence that holds a token."""
        return max(0, bisect_right([start for start, _ in self.sentences], token) - 1)

    def trimmed(self, first: int, last: int) -> tuple[int, int]:
        """A token range without bullets, emoji and markup at its ends, and without a final full stop left alone."""
        kinds, keys = self.tokens.kinds, self.tokens.keys
        while first < last and not _speaks(kinds[first], keys[first]):
            first += 1
        while last > first and not _speaks(kinds[last - 1], keys[last - 1]) and keys[last - 1] not in ".!?%)":
            last -= 1
        return first, last


def _speaks(kind: str, key: str) -> bool:
    return kind in _SPOKEN_KINDS or key == "%"


def analyse(raw: str) -> Analysis:
    """The analysis of a text; nothing in it is computed before it is asked for."""
    return Analysis(raw)
