"""Where the code points of a YAML scalar stand in the file, for each of the five styles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from linter.readers.tree import Decoder
from linter.source import MapBuilder, SourceMap

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_FOLD = re.compile("(?<![ \t])[ \t]*+(?:\r\n|[\n\r\x85\u2028\u2029])[ \t\r\n\x85\u2028\u2029]*")
_ESCAPE = re.compile(
    r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|(?:\r\n|[\n\r\x85\u2028\u2029])[ \t]*|[^xuU\r\n])", re.S
)
_HEADER = re.compile(r"[|>]([-+1-9]*)[ \t]*(?:#[^\r\n]*)?")
_NAMED = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
}
_NAMED |= {"N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"}
_STRAY = re.compile("[\ud800-\udfff]")


def _checked(build: Callable[[str, int, int, str], tuple[str, SourceMap]]) -> Decoder:
    """A decoder that falls back to one coarse segment where its own reading differs from the parser's."""

    def mapped(text: str, start: int, end: int, value: str) -> SourceMap:
        found, result = build(text, start, end, value)
        if found == value or _STRAY.sub("\ufffd", found) == value:
            return result
        return SourceMap(((0, start, len(value), end - start),))

    return mapped


def _plain(text: str, start: int, end: int, value: str) -> tuple[str, SourceMap]:
    while end > start and text[end - 1] in " \t\r\n":
        end -= 1
    if end - start == len(value):
        return text[start:end], SourceMap.plain(start, len(value))
    builder = MapBuilder()
    _folded_run(builder, text, start, end, lambda at, stop: builder.copy(text[at:stop], at))
    return builder.build(start)


def _single(text: str, start: int, end: int, value: str) -> tuple[str, SourceMap]:
    builder = MapBuilder()

    def quoted(at: int, stop: int) -> None:
        while (quote := text.find("''", at, stop)) >= 0:
            builder.copy(text[at:quote], at)
            builder.escape("'", quote, 2)
            at = quote + 2
        builder.copy(text[at:stop], at)

    _folded_run(builder, text, start + 1, end - 1, quoted)
    return builder.build(start + 1)


def _double(text: str, start: int, end: int, value: str) -> tuple[str, SourceMap]:
    builder, at, stop = MapBuilder(), start + 1, end - 1
    for match in _ESCAPE.finditer(text, at, stop):
        _folded_run(builder, text, at, match.start(), lambda a, b: builder.copy(text[a:b], a), is_last=False)
        builder.escape(_unescape(match.group()), match.start(), match.end() - match.start())
        at = match.end()
    _folded_run(builder, text, at, stop, lambda a, b: builder.copy(text[a:b], a))
    return builder.build(start + 1)


def _unescape(escape: str) -> str:
    sign = escape[1]
    if sign in "xuU":
        code = int(escape[2:], 16)
        return chr(code) if code < 0x110000 else "\ufffd"
    if sign in "\r\n\x85\u2028\u2029":
        return ""
    return _NAMED.get(sign, sign)


def _folded_run(
    builder: MapBuilder, text: str, at: int, end: int, copy: Callable[[int, int], None], is_last: bool = True
) -> None:
    """Copy flow text with its line folds: one break is a space, more are one break fewer."""
    for fold in _FOLD.finditer(text, at, end):
        copy(at, fold.start())
        breaks = list(_BREAK.finditer(text, fold.start(), fold.end()))
        if len(breaks) == 1:
            builder.escape(" ", fold.start(), fold.end() - fold.start())
        else:
            for place, found in enumerate(breaks[1:], 1):
                begin = breaks[place].start() if place > 1 else fold.start()
                stop = fold.end() if place == len(breaks) - 1 else found.end()
                builder.escape("\n", begin, stop - begin)
        at = fold.end()
    copy(at, end)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Start, end without the break, and end with it, of each line."""
    at = start
    while at < end:
        found = _BREAK.search(text, at, end)
        stop, after = (found.start(), found.end()) if found is not None else (end, end)
        yield at, stop, after
        at = after


def _block(text: str, start: int, end: int, value: str) -> tuple[str, SourceMap]:
    header = _HEADER.match(text, start)
    first = _BREAK.search(text, header.end() if header is not None else start)
    if header is None or first is None:
        return value, SourceMap.plain(start, 0) if not value else SourceMap(((0, start, len(value), end - start),))
    lines = list(_lines(text, first.end(), max(end, first.end())))
    indents = [_indent(text, at, stop) for at, stop, _ in lines]
    filled = [indent for indent, (at, stop, _) in zip(indents, lines, strict=True) if at + indent < stop]
    guesses = filled[:1] if not re.search("[1-9]", header.group(1)) else range(min(filled, default=0), -1, -1)
    result: tuple[str, SourceMap] = ("", SourceMap.plain(first.end(), 0))
    for indent in guesses or [0]:
        result = _block_at(text, lines, indent, header, first.end())
        if result[0] == value:
            break
    return result


def _indent(text: str, at: int, stop: int) -> int:
    run = at
    while run < stop and text[run] == " ":
        run += 1
    return run - at


def _block_at(
    text: str, lines: list[tuple[int, int, int]], indent: int, header: re.Match[str], begin: int
) -> tuple[str, SourceMap]:
    """The block's text when its content is indented by `indent` spaces."""
    body: list[tuple[int, int, int]] = []
    for at, stop, after in lines:
        margin = _indent(text, at, min(stop, at + indent))
        if margin < indent and at + margin < stop:
            break
        body.append((at + margin, stop, after))
    tail: list[tuple[int, int, int]] = []
    while body and body[-1][0] >= body[-1][1]:
        tail.insert(0, body.pop())
    builder = MapBuilder()
    is_folded, chomp = header.group().startswith(">"), header.group(1)
    for number, (at, stop, after) in enumerate(body):
        builder.copy(text[at:stop], at)
        if number == len(body) - 1:
            if "-" not in chomp and after > stop:
                builder.escape("\n", stop, after - stop)
        elif is_folded:
            _fold_break(builder, text, body, number)
        else:
            builder.escape("\n", stop, after - stop)
    if "+" in chomp:
        for _, stop, after in tail:
            if after > stop:
                builder.escape("\n", stop, after - stop)
    return builder.build(begin)


def _fold_break(builder: MapBuilder, text: str, body: list[tuple[int, int, int]], number: int) -> None:
    at, stop, after = body[number]
    if at >= stop:
        builder.escape("\n", stop, after - stop)
        return
    following = next(line for line in body[number + 1 :] if line[0] < line[1])
    is_kept = text[at] in " \t" or text[following[0]] in " \t"
    if is_kept:
        builder.escape("\n", stop, after - stop)
    elif body[number + 1] is following:
        builder.escape(" ", stop, following[0] - stop)


def _literal(text: str, start: int, end: int, value: str) -> tuple[str, SourceMap]:
    return _block(text, start, end, value)


MAPPERS: dict[str, Decoder] = {
    "": _checked(_plain),
    "'": _checked(_single),
    '"': _checked(_double),
    "|": _checked(_literal),
    ">": _checked(_literal),
}
