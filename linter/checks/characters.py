"""Characters: emoji, markup, invisible characters, and letters that only look like what they seem.

`with`: `fault` is one of emoji, markup, invisible, lookalike, styled; `most` is how many emoji a text may have.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from linter.checks import Change, Hit
from linter.checks.emoji import EMOJI, RUN
from linter.checks.options import Options, read
from linter.checks.subject import Subject
from linter.rulebook.rule import Rule
from linter.template import Component, Text

_MARKUP: Final = re.compile(
    r"\*+[^*\n]{1,200}\*+|\*+|(?<!\w)_[^_\s][^_\n]{0,200}_(?!\w)|(?<!\w)~[^~\s][^~\n]{0,200}~(?!\w)|`{1,3}[^`\n]{0,200}`{1,3}"
)
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ufeff\uffa0\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e01ef]+"
)
_JOINERS: Final = "\u200c\u200d"
_RTL_MARKS: Final = "\u061c\u200e\u200f\u2066\u2067\u2068\u2069"
_RTL: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BREAKING: Final = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LIKE_LATIN: Final = dict(
    zip(
        "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04bb\u0501\u051b\u051d"
        "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408"
        "\u03bf\u03bd\u03b1\u03b9\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
        "aeopcyxsijhdqwABEKMHOPCTYXSIJovaiABEZHIKMNOPTYX",
        strict=True,
    )
)
_FOREIGN: Final = re.compile("[\u0370-\u052f]")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f]")
_LATIN_LIKE: Final = frozenset(_LIKE_LATIN.values())
_TAGS: Final = frozenset(map(chr, range(0xE0020, 0xE0080)))
_FLAG: Final = re.compile("\U0001f3f4[\U000e0020-\U000e007f]*$")
_STYLED: Final = re.compile("[\U0001d400-\U0001d7ff\uff21-\uff3a\uff41-\uff5a\u24b6-\u24e9]+")


def _emoji(text: Text, most: int) -> Iterator[tuple[int, int, str | None, dict[str, str]]]:
    value = text.value
    if value.isascii():
        return
    if most:
        found = [match.span() for match in EMOJI.finditer(value)]
        if len(found) > most:
            yield *found[most], None, {"count": str(len(found)), "most": str(most)}
        return
    for match in RUN.finditer(value):
        yield *match.span(), "", {}


def _markup(text: Text, most: int) -> Iterator[tuple[int, int, str | None, dict[str, str]]]:
    bare = re.sub(r"\{\{[^{}\n]{0,80}\}\}|https?://\S+", lambda match: "x" * len(match.group()), text.value)
    for match in _MARKUP.finditer(bare):
        yield *match.span(), text.value[match.start() : match.end()].strip("*_~`"), {}


def _invisible(text: Text, most: int) -> Iterator[tuple[int, int, str | None, dict[str, str]]]:
    value = text.value
    if value.isascii() and value.isprintable():
        return
    rtl = _RTL.search(value) is not None
    for match in _INVISIBLE.finditer(value):
        if all(_is_fitting(value, index, rtl) for index in range(*match.span())):
            continue
        first = value[match.start()]
        name = unicodedata.name(first, "") or "control character"
        yield *match.span(), "", {"name": f"U+{ord(first):04X} {name}"}


def _is_fitting(value: str, index: int, rtl: bool) -> bool:
    """Whether an invisible character does a job where it stands: joiners, right-to-left marks, tags of flags."""
    char, before = value[index], value[max(0, index - 1) : index]
    if char in _JOINERS:
        return bool(before) and not before.isascii() and not _LATIN.match(before)
    if char in _RTL_MARKS:
        return rtl
    if char == "\u200b":
        return bool(before and _BREAKING.match(before)) or bool(_BREAKING.match(value, index + 1))
    return char in _TAGS and _FLAG.search(value[max(0, index - 8) : index]) is not None


def _lookalike(text: Text, most: int) -> Iterator[tuple[int, int, str | None, dict[str, str]]]:
    """Words of two alphabets in which the letters of the rarer one could all be letters of the other."""
    if not _FOREIGN.search(text.value):
        return
    for match in _WORD.finditer(text.value):
        word = match.group()
        foreign = _FOREIGN.findall(word)
        latin = _LATIN.findall(word)
        if not foreign or not latin:
            continue
        if len(foreign) <= len(latin):
            if all(letter in _LIKE_LATIN for letter in foreign):
                yield *match.span(), "".join(_LIKE_LATIN.get(letter, letter) for letter in word), {"script": "Latin"}
        elif all(letter in _LATIN_LIKE for letter in latin):
            yield *match.span(), None, {"script": "Cyrillic" if foreign[0] >= "\u0400" else "Greek"}


def _styled(text: Text, most: int) -> Iterator[tuple[int, int, str | None, dict[str, str]]]:
    if text.value.isascii():
        return
    for match in re.finditer(f"{_STYLED.pattern}(?:[ ]{_STYLED.pattern})*", text.value):
        yield *match.span(), unicodedata.normalize("NFKC", match.group()), {}


_Found = Iterator[tuple[int, int, str | None, dict[str, str]]]
_FAULTS: Final[Mapping[str, Callable[[Text, int], _Found]]] = {
    "emoji": _emoji,
    "markup": _markup,
    "invisible": _invisible,
    "lookalike": _lookalike,
    "styled": _styled,
}


def prepare(with_: Mapping[str, Any]) -> Options:
    """The fault to look for."""
    return read(with_, _FAULTS, ("most",))


def check(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The hits of the rule's fault in the texts of its components, buttons by their labels."""
    options: Options = rule.prepared
    find = _FAULTS[options.fault]
    for component in subject.template.of_kind(*rule.components):
        if component.text is not None and component.text.value:
            yield from _hits(component, component.text, find(component.text, options.number("most")))


def _hits(component: Component, text: Text, found: _Found) -> Iterator[Hit]:
    for start, end, instead, values in found:
        changes = (Change(text, start, end, instead),) if instead is not None else ()
        yield Hit(text, start, end, component, values, changes)
