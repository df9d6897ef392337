"""Surroundings: what stands before, between and after the placeholders of a text.

`with`: `fault` is one of leading, trailing, edge, adjacent, floating, ratio.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from linter.checks import Hit
from linter.checks.braces import Mark
from linter.checks.emoji import EMOJI
from linter.checks.options import Options, read
from linter.checks.subject import Part, Subject
from linter.rulebook.rule import Rule

_BARE: Final = " \t\r\n*_~`\u00a0\ufeff"
_SPOKEN: Final = frozenset({"word", "number", "money", "percent", "currency", "email", "url"})
_UNSPACED: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_ANNOUNCING: Final = (":", "：", "👇", "⬇", "\ufe0f", "➡", "→", "↓", "🏼", "🏻", "🏽")
_LETTER: Final = re.compile(r"[^\W_]")


def _placed(subject: Subject, rule: Rule) -> Iterator[tuple[Part, list[Mark]]]:
    """The parts with placeholders of the platform's own form. Texts of AUTHENTICATION are preset and not judged."""
    if subject.declared.label == "AUTHENTICATION":
        return
    for part in subject.parts_of(rule.components):
        found = [mark for mark in subject.marks(part.text) if mark.is_proper]
        if found:
            yield part, found


def _is_leading(part: Part, mark: Mark) -> bool:
    return not part.text.value[: mark.start].strip(_BARE)


def _is_trailing(part: Part, mark: Mark) -> bool:
    return not part.text.value[mark.end :].strip(_BARE)


def _leading(subject: Subject, rule: Rule) -> Iterator[Hit]:
    for part, found in _placed(subject, rule):
        if _is_leading(part, found[0]):
            yield Hit(part.text, found[0].start, found[0].end, part.component)


def _trailing(subject: Subject, rule: Rule) -> Iterator[Hit]:
    for part, found in _placed(subject, rule):
        last = found[-1]
        if _is_trailing(part, last) and not (len(found) == 1 and _is_leading(part, last)):
            yield Hit(part.text, last.start, last.end, part.component)


def _edge(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """A placeholder with nothing but punctuation or emoji between it and the end (or the beginning) of the text."""
    for part, found in _placed(subject, rule):
        value, last, first = part.text.value, found[-1], found[0]
        if not _is_trailing(part, last) and not _LETTER.search(value, last.end):
            yield Hit(part.text, last.start, len(value.rstrip()), part.component, {"edge": "ends"})
        elif not _is_leading(part, first) and not _LETTER.search(value, 0, first.start):
            start = len(value) - len(value.lstrip())
            yield Hit(part.text, start, first.end, part.component, {"edge": "begins"})


def _adjacent(subject: Subject, rule: Rule) -> Iterator[Hit]:
    for part, found in _placed(subject, rule):
        value = part.text.value
        start = end = None
        for left, right in zip(found, [*found[1:], None], strict=False):
            if right is not None and not value[left.end : right.start].strip(" \t\u00a0*_~`"):
                start, end = left.start if start is None else start, right.end
            elif start is not None and end is not None:
                yield Hit(part.text, start, end, part.component)
                start = end = None


def _floating(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """Lines within the text with a placeholder that nothing explains, in the line or at the end of the one before."""
    for part, found in _placed(subject, rule):
        value = part.text.value
        done = -1
        for mark in found[1:] if _is_leading(part, found[0]) else found:
            start = value.rfind("\n", 0, mark.start) + 1
            end = value.find("\n", mark.end)
            end = len(value) if end < 0 else end
            if start == done or not value[end:].strip(_BARE) or not value[:start].strip(_BARE):
                continue
            done = start
            inside = [m for m in found if start <= m.start < end]
            rest = _without(value, start, end, inside)
            is_told = value[: max(0, start - 1)].rstrip(_BARE)[-1:] in _ANNOUNCING
            if len(inside) == 1 and not _LETTER.search(rest) and not EMOJI.search(rest) and not is_told:
                yield Hit(part.text, mark.start, mark.end, part.component)


def _without(value: str, start: int, end: int, inside: list[Mark]) -> str:
    out, at = [], start
    for mark in inside:
        out.append(value[at : mark.start])
        at = mark.end
    return "".join([*out, value[at:end]])


def _ratio(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The first placeholder that the words of the text do not carry: x of them want 2x + 1 words."""
    for part, found in _placed(subject, rule):
        words = _words(part)
        seen: set[str] = set()
        for mark in found:
            seen.add(mark.name)
            if words < 2 * len(seen) + 1:
                total = len({m.name for m in found})
                values = {"count": str(total), "words": str(words), "wanted": str(2 * total + 1)}
                yield Hit(part.text, mark.start, mark.end, part.component, values)
                break


def _words(part: Part) -> int:
    """Words of a text; where a script has no spaces, two letters count as one word."""
    tokens, total = part.analysis.tokens, 0
    for kind, start, end in zip(tokens.kinds, tokens.starts, tokens.ends, strict=True):
        if kind in _SPOKEN:
            total += 1
            if kind == "word" and _UNSPACED.match(part.analysis.text, start):
                total += (end - start) // 2
    return total


_FAULTS: Final[Mapping[str, Callable[[Subject, Rule], Iterator[Hit]]]] = {
    "leading": _leading,
    "trailing": _trailing,
    "edge": _edge,
    "adjacent": _adjacent,
    "floating": _floating,
    "ratio": _ratio,
}


def prepare(with_: Mapping[str, Any]) -> Options:
    """The fault to look for."""
    return read(with_, _FAULTS)


def check(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The hits of the rule's fault."""
    return _FAULTS[rule.prepared.fault](subject, rule)
