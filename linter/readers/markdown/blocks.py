"""The blocks of a Markdown document in their order, each with its lines in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from linter.source import MapBuilder, Source
from linter.template import Text

_TRIPLE = re.compile(r"[ \t>]*\"\"\"[ \t]*$")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, fence, table, quote or line of text; `text` is its content without markers.

    `rows` are the cells of a table; `level` is that of a heading; `info` the first word behind a fence.
    """

    kind: str
    start: int
    end: int
    text: Text
    level: int = 0
    info: str = ""
    is_contiguous: bool = False
    rows: tuple[tuple[Text, ...], ...] = field(default=())


class Lines:
    """The lines of the source by number, counted from 0."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.count = len(source.starts)

    def span(self, number: int) -> tuple[int, int, int]:
        """Start, end without and end with the line break, of a line."""
        text, starts = self.source.text, self.source.starts
        start = starts[number]
        after = starts[number + 1] if number + 1 < self.count else len(text)
        return start, start + len(text[start:after].rstrip("\r\n")), after

    def text(self, number: int) -> str:
        """A line without its break."""
        start, end, _ = self.span(number)
        return self.source.text[start:end]


def blocks(source: Source, first_line: int = 0) -> Iterator[Block]:
    """The blocks from a line on; what is neither heading, fence, table nor quote comes line by line."""
    from markdown_it import MarkdownIt

    lines = Lines(source)
    tokens = (
        MarkdownIt("commonmark", {"html": True})
        .enable("table")
        .disable("inline")
        .parse(source.text[source.starts[first_line] :] if first_line else source.text)
    )
    taken: dict[int, Block] = {}
    depth = 0
    for token in tokens:
        depth += token.nesting if token.type.startswith("blockquote") else 0
        if token.map is None:
            continue
        begin, end = token.map[0] + first_line, min(token.map[1] + first_line, lines.count)
        if token.type == "fence":
            taken[begin] = _fence(lines, begin, end, token.content, token.info)
        elif token.type == "code_block":
            taken[begin] = _code(lines, begin, end)
        elif token.type == "heading_open":
            taken[begin] = _heading(lines, begin, end, int(token.tag[1:]))
        elif token.type == "table_open":
            taken[begin] = _table(lines, begin, end)
        elif token.type == "blockquote_open" and depth == 1 and _is_plain_quote(tokens, token, end - first_line):
            taken[begin] = _quote(lines, begin, end)
    yield from _in_order(lines, taken, first_line)


def _in_order(lines: Lines, taken: dict[int, Block], number: int) -> Iterator[Block]:
    while number < lines.count:
        block = taken.get(number) or (_triple(lines, number) if _TRIPLE.match(lines.text(number)) else None)
        if block is None:
            start, end, _ = lines.span(number)
            yield Block("line", number, number + 1, copied(lines, [(number, start, end)]))
            number += 1
        else:
            yield block
            number = max(block.end, number + 1)


def copied(lines: Lines, spans: list[tuple[int, int, int]]) -> Text:
    """The text of several pieces, each given as line number, start and end, with single line ends between them."""
    builder = MapBuilder()
    for place, (number, start, end) in enumerate(spans):
        builder.copy(lines.source.text[start:end], start)
        if place < len(spans) - 1:
            _, stop, after = lines.span(number)
            builder.escape("\n", stop, after - stop)
    value, places = builder.build(spans[0][1] if spans else 0)
    return Text(value, None, places)


def _fence(lines: Lines, begin: int, end: int, content: str, info: str) -> Block:
    parts = content.split("\n")[:-1] if content.endswith("\n") else content.split("\n") if content else []
    spans: list[tuple[int, int, int]] = []
    is_contiguous = True
    for place, part in enumerate(parts):
        number = begin + 1 + place
        if number >= lines.count:
            break
        start, stop, _ = lines.span(number)
        at = max(start, stop - len(part))
        # A tab cut in two by the indentation of a list gives spaces that do not stand in the file.
        if lines.source.text[at:stop] != part and "\0" not in lines.source.text[at:stop]:
            at = stop - len(lines.source.text[start:stop].lstrip("> \t"))
        is_contiguous = is_contiguous and not lines.source.text[start:at].strip(" \t")
        spans.append((number, at, stop))
    text = copied(lines, spans)
    if not spans:
        text = copied(lines, [(begin, lines.span(begin)[1], lines.span(begin)[1])])
    word = info.strip().split(" ")[0].lower() if info.strip() else ""
    return Block("fence", begin, end, text, info=word.strip("{}."), is_contiguous=is_contiguous)


def _code(lines: Lines, begin: int, end: int) -> Block:
    while end > begin + 1 and not lines.text(end - 1).strip():
        end -= 1
    spans = []
    for number in range(begin, end):
        start, stop, _ = lines.span(number)
        spans.append((number, min(stop, start + len(re.match(r"(?: {0,4}|\t)", lines.text(number)).group())), stop))  # type: ignore[union-attr]
    return Block("code", begin, end, copied(lines, spans))


def _heading(lines: Lines, begin: int, end: int, level: int) -> Block:
    start, stop, _ = lines.span(begin)
    raw = lines.source.text[start:stop]
    lead = re.match(r"[ \t>]*(?:[-*+][ \t]+)?#*[ \t]*", raw)
    at = start + (lead.end() if lead is not None else 0)
    tail = re.search(r"(?<![ \t])[ \t]+#+[ \t]*$", lines.source.text[at:stop])
    return Block(
        "heading", begin, end, copied(lines, [(begin, at, stop - len(tail.group()) if tail else stop)]), level=level
    )


def _table(lines: Lines, begin: int, end: int) -> Block:
    rows = []
    for number in range(begin, end):
        if number != begin + 1:
            rows.append(tuple(_cells(lines, number)))
    start, stop, _ = lines.span(begin)
    return Block("table", begin, end, copied(lines, [(begin, start, stop)]), rows=tuple(rows))


def _cells(lines: Lines, number: int) -> Iterator[Text]:
    start, stop, _ = lines.span(number)
    text = lines.source.text
    at = start + len(text[start:stop]) - len(text[start:stop].lstrip(" \t>"))
    at += text.startswith("|", at)
    for match in re.finditer(r"(?:\\.?|[^|\\\n])*+(?:\||$)", text[at:stop]):
        raw = match.group().removesuffix("|")
        if not raw and match.end() >= stop - at:
            break
        begin = at + match.start() + len(raw) - len(raw.lstrip())
        yield copied(lines, [(number, begin, begin + len(raw.strip()))])


def _is_plain_quote(tokens: list, token: object, end: int) -> bool:  # type: ignore[type-arg]
    inner = False
    for other in tokens:
        if other is token:
            inner = True
        elif inner and other.map is not None and other.map[0] >= end:
            break
        elif inner and other.type in ("fence", "heading_open", "table_open"):
            return False
    return True


def _quote(lines: Lines, begin: int, end: int) -> Block:
    spans = []
    for number in range(begin, end):
        start, stop, _ = lines.span(number)
        lead = re.match(r"[ \t]*(?:[-*+][ \t]+)?>[ ]?", lines.text(number))
        spans.append((number, start + (lead.end() if lead is not None else 0), stop))
    while spans and spans[-1][1] >= spans[-1][2]:
        spans.pop()
    return Block("quote", begin, end, copied(lines, spans or [(begin, lines.span(begin)[1], lines.span(begin)[1])]))


def _triple(lines: Lines, begin: int) -> Block | None:
    """A block between two lines of three quotation marks, its common indentation removed."""
    end = begin + 1
    while end < lines.count and end - begin < 400 and not _TRIPLE.match(lines.text(end)):
        end += 1
    if end >= lines.count or end - begin >= 400:
        return None
    inner = list(range(begin + 1, end))
    filled = [lines.text(number) for number in inner if lines.text(number).strip()]
    margin = min((len(line) - len(line.lstrip(" \t")) for line in filled), default=0)
    spans = []
    for number in inner:
        start, stop, _ = lines.span(number)
        spans.append((number, min(stop, start + margin), stop))
    if not spans:
        return None
    return Block("fence", begin, end + 1, copied(lines, spans), info="text")
