"""Records and cells of delimited text, each cell with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from linter.readers.tree import ParseError
from linter.source import MapBuilder
from linter.template import Text

DELIMITERS = ",;\t|"
_BREAK = re.compile(r"\r\n|\r")
_PLAIN = {sign: re.compile(f"[^{re.escape(sign)}\r\n]*") for sign in DELIMITERS}
_QUOTED = re.compile(r"\"\"|\r\n|\r|\"")
_BLANK = re.compile(r"[ ]*")


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its cells, and where it begins and ends."""

    cells: tuple[Text, ...]
    start: int
    end: int


def delimiter(text: str) -> str:
    """The sign that most often parts the first filled line outside quotation marks; a comma where none does."""
    line = next((line for line in text.splitlines() if line.strip()), "")
    bare = re.sub(r"\"[^\"]*\"?", "", line)
    return max(DELIMITERS, key=lambda sign: (bare.count(sign), -DELIMITERS.index(sign)))


def records(text: str, sign: str) -> Iterator[Record]:
    """The records, blank lines left out; raises ParseError at a quotation mark that does not close."""
    cells: list[Text] = []
    at = start = 0
    while at < len(text) or cells:
        cell, at = _cell(text, at, sign)
        cells.append(cell)
        if text.startswith(sign, at):
            at += 1
            continue
        if len(cells) > 1 or cells[0].value.strip():
            yield Record(tuple(cells), start, at)
        cells = []
        at += 2 if text.startswith("\r\n", at) else 1
        start = at


def _cell(text: str, at: int, sign: str) -> tuple[Text, int]:
    begin = _BLANK.match(text, at).end()  # type: ignore[union-attr]
    if text.startswith('"', begin):
        return _quoted(text, begin, sign)
    end = _PLAIN[sign].match(text, at).end()  # type: ignore[union-attr]
    begin = min(begin, end)
    return plain(text, begin, begin + len(text[begin:end].rstrip())), end


def plain(text: str, start: int, end: int) -> Text:
    """The text between two offsets, every line end a single one."""
    builder, at = MapBuilder(), start
    for match in _BREAK.finditer(text, start, end):
        builder.copy(text[at : match.start()], at)
        builder.escape("\n", match.start(), match.end() - match.start())
        at = match.end()
    builder.copy(text[at:end], at)
    value, places = builder.build(start)
    return Text(value, None, places)


def _quoted(text: str, begin: int, sign: str) -> tuple[Text, int]:
    builder, at = MapBuilder(), begin + 1
    for match in _QUOTED.finditer(text, begin + 1):
        builder.copy(text[at : match.start()], at)
        at = match.end()
        if match.group() == '"':
            value, places = builder.build(begin + 1)
            after = _BLANK.match(text, at).end()  # type: ignore[union-attr]
            if after < len(text) and text[after] not in (sign, "\r", "\n"):
                raise ParseError("text after a closing quotation mark: double the marks inside the text", after)
            return Text(value, None, places), after
        builder.escape('"' if match.group() == '""' else "\n", match.start(), at - match.start())
    raise ParseError("the quotation mark that opens this cell is not closed: close it, or double those inside", begin)
