"""Source text: positions in a file, and the map from a decoded text back to them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a file: 1-based line and column, 0-based offset, all in code points (BOM not counted)."""

    line: int
    column: int
    offset: int


class Source:
    """The text of one file and its line starts; `\\n`, `\\r\\n` and a lone `\\r` end a line.

    A piece of a stream says which line and offset of the stream it begins at; its positions are those of the stream,
    while the offsets of source maps count in the piece.
    """

    __slots__ = ("_starts", "first_line", "first_offset", "path", "text")

    def __init__(self, text: str, path: str = "<text>", first_line: int = 1, first_offset: int = 0) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line
        self.first_offset = first_offset
        self._starts: list[int] | None = None

    @property
    def starts(self) -> list[int]:
        """Offsets at which lines begin, the first one 0."""
        if self._starts is None:
            starts, text, at = [0], self.text, 0
            if "\r" in text:
                while True:
                    newline, carriage = text.find("\n", at), text.find("\r", at)
                    if newline < 0 and carriage < 0:
                        break
                    at = min(x for x in (newline, carriage) if x >= 0)
                    at += 2 if text.startswith("\r\n", at) else 1
                    starts.append(at)
            else:
                while (at := text.find("\n", at) + 1) > 0:
                    starts.append(at)
            self._starts = starts
        return self._starts

    def position(self, offset: int) -> Position:
        """The line and column of an offset; an offset past the end is the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self.starts, offset)
        column = offset - self.starts[line - 1] + 1
        return Position(line + self.first_line - 1, column, offset + self.first_offset)

    def line(self, number: int) -> str:
        """The text of a line, by the number that `position` gives it, without its line end."""
        number -= self.first_line - 1
        start = self.starts[number - 1]
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


class SourceMap:
    """Where each code point of a decoded text stands in its file.

    `segments` are `(decoded, source, decoded_length, source_length)`, in order and without holes in the decoded text.
    A segment of equal lengths is copied code point by code point; any other is one escape, indivisible.
    """

    __slots__ = ("_decoded", "segments")

    def __init__(self, segments: tuple[tuple[int, int, int, int], ...]) -> None:
        self.segments = segments
        self._decoded = [segment[0] for segment in segments]

    @classmethod
    def plain(cls, source: int, length: int) -> SourceMap:
        """The map of a text that stands in the file as it is, from offset `source` on."""
        return cls(((0, source, length, length),))

    def start(self, index: int) -> int:
        """The file offset at which decoded code point `index` begins; the end of the text for an index past it."""
        if not self.segments:
            return 0
        decoded, source, length, source_length = self.segments[self._segment(index)]
        if index >= decoded + length:
            return source + source_length
        return source + (index - decoded if length == source_length else 0)

    def end(self, index: int) -> int:
        """The file offset just after decoded code point `index - 1`; the beginning of the text for 0."""
        if index <= 0:
            return self.start(0)
        decoded, source, length, source_length = self.segments[self._segment(index - 1)]
        if length == source_length:
            return source + min(index - decoded, length)
        return source + source_length

    def _segment(self, index: int) -> int:
        return max(0, bisect_right(self._decoded, index) - 1)


class MapBuilder:
    """Collects the pieces of a decoded text together with their places; `build` gives the text and its map."""

    __slots__ = ("_length", "_parts", "_segments")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._segments: list[tuple[int, int, int, int]] = []
        self._length = 0

    def copy(self, text: str, source: int) -> None:
        """Add text that stands in the file unchanged at `source`."""
        if not text:
            return
        if self._segments:
            decoded, start, length, width = self._segments[-1]
            if length == width and start + width == source:
                self._segments[-1] = (decoded, start, length + len(text), width + len(text))
                self._parts.append(text)
                self._length += len(text)
                return
        self._segments.append((self._length, source, len(text), len(text)))
        self._parts.append(text)
        self._length += len(text)

    def escape(self, text: str, source: int, width: int) -> None:
        """Add decoded text that stands in the file as an escape of `width` code points."""
        if len(text) == width:
            self.copy(text, source)
        elif text:
            self._segments.append((self._length, source, len(text), width))
            self._parts.append(text)
            self._length += len(text)

    def build(self, source: int) -> tuple[str, SourceMap]:
        """The decoded text and its map; `source` is where an empty text stands."""
        segments = tuple(self._segments) or ((0, source, 0, 0),)
        return "".join(self._parts), SourceMap(segments)
