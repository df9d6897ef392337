"""Phrase patterns: the small language of rule files, and its translation to regular expressions over `Analysis.line`.

    20% off                     words, numbers and marks as they are read (case, accents, emoji and markup do not count)
    (shop|buy|order) now        alternatives, each of one or more words; `(so)?` may be missing
    offer~                      any usual English ending: offer, offers, offered, offering
    {pct} {money} {num} {var} {url} {code} {any}   what stands for a percentage, an amount, ... ({num} and {any} also take a placeholder)
    don't ... out               up to four words in between; `...2` up to two; never beyond the sentence
    ^welcome   please$          at the start, at the end of a sentence

A pattern is found by index: `required` names word sets of which the text must hold one, so that most patterns never run.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from linter.text.normal import fold
from linter.text.scan import CODE, CURRENCY, EMAIL, MONEY, NUMBER, PERCENT, URL, VAR, scan

_VALUE = f"(?:{VAR}|{NUMBER})"
_UNITS = (
    "rupees|rs|inr|dollars|usd|euros?|eur|pounds|quid|gbp|naira|ngn|cedis|ghs|shillings|bob|kes|ksh|ugx|tzs|rand|zar|dirhams?|aed|dhs?|"
    "sar|riyals|myr|rm|sgd|lacs?|lakhs?|crores?|cr"
)
CLASSES: Final = {
    "var": VAR,
    "url": f"(?:{URL}|{VAR})",
    "link": URL,
    "email": EMAIL,
    "num": f"(?:{NUMBER}|{VAR})",
    "number": NUMBER,
    "pct": f"(?:{PERCENT}|{_VALUE} (?:%|percent|pct|per cent|p c))",
    "money": (
        f"(?:(?:(?:s|us|a|c|hk|nt|r|mx|gh) )?(?:{MONEY}(?: (?:lacs?|lakhs?|crores?|cr|million))?|{CURRENCY} {_VALUE})"
        f"|{_VALUE} {CURRENCY}|{_VALUE} (?:{_UNITS})|(?:n|r|p|rm) {_VALUE}|[nrp]\\d{{1,3}}(?: , {NUMBER})?|{CODE})"
    ),
    "code": f"(?:{CODE}|{VAR})",
    "any": "[^ ¶]+",
}
_PIECES: Final = re.compile(
    r"\.\.\.(\d*)|\{(\w+)\}|(\()|(\))(\?)?|(\|)|(\^)|(\$)|([^\s(){}|^$]+?)(~)?(\?)?(?=[\s(){}|^$]|$)|(\s+)"
)


class PhraseError(ValueError):
    """A pattern that cannot be read: the message says where and why."""


@cache
def translate(pattern: str) -> tuple[str, tuple[str, ...]]:
    """A pattern as (regular expression source, required words: the text must hold one of them; empty when none is needed)."""
    parser = _Parser(pattern)
    source, required = parser.sequence(0)
    if parser.at < len(parser.pieces):
        raise PhraseError(f"`)` without `(` in {pattern!r}")
    if not source.strip():
        raise PhraseError(f"the pattern {pattern!r} is empty")
    if re.compile(source).match(""):
        raise PhraseError(
            f"the pattern {pattern!r} fits everywhere: all of it is optional (write `(a|as)`, not `as?`, for an optional letter)"
        )
    return "(?<= )" + source, tuple(sorted(required))


class _Parser:
    """Reads one pattern by descent: sequence, alternatives, element."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0
        self.pieces: list[re.Match[str]] = []
        place = 0
        while place < len(pattern):
            match = _PIECES.match(pattern, place)
            if not match or match.end() == place:
                raise PhraseError(f"cannot read {pattern[place : place + 10]!r} in {pattern!r}")
            self.pieces.append(match)
            place = match.end()

    def sequence(self, depth: int) -> tuple[str, set[str]]:
        """Elements one after the other; required is the most telling one's words."""
        out: list[str] = []
        best: set[str] = set()
        while self.at < len(self.pieces):
            piece = self.pieces[self.at]
            if piece.group(4) or piece.group(6):
                if depth == 0:
                    raise PhraseError(f"`{piece.group()}` outside of ( ) in {self.pattern!r}")
                break
            self.at += 1
            source, words = self.element(piece, depth)
            out.append(source)
            if words and (not best or _rank(words) < _rank(best)):
                best = words
        return "".join(out), best

    def element(self, piece: re.Match[str], depth: int) -> tuple[str, set[str]]:
        """One element with its blank behind it, and the words of which it needs one."""
        gap, name, opening = piece.group(1), piece.group(2), piece.group(3)
        if piece.group(12):
            return "", set()
        if opening:
            return self.alternatives(depth)
        if name:
            if name not in CLASSES:
                raise PhraseError(
                    f"unknown class {{{name}}} in {self.pattern!r}; there are {', '.join(sorted(CLASSES))}"
                )
            return f"{CLASSES[name]} ", {PERCENT, VAR, NUMBER, "percent", "pct"} if name == "pct" else set()
        if gap is not None:
            return f"(?:[^ ¶]+ ){{0,{gap or 4}}}?", set()
        if piece.group(7):
            return "(?<=¶ )(?:[-•] )?", set()
        if piece.group(8):
            return "(?=(?:[.!?…:] )*¶)", set()
        if piece.group(9) == "~" or (
            piece.group(9) == "s" and piece.group(11) and self.pattern[piece.start() - 1] in ")}"
        ):
            raise PhraseError(f"{piece.group()!r} stands behind a word, not behind brackets, in {self.pattern!r}")
        return _word(piece.group(9), bool(piece.group(10)), bool(piece.group(11)))

    def alternatives(self, depth: int) -> tuple[str, set[str]]:
        """What stands between brackets."""
        options: list[str] = []
        required: set[str] = set()
        open_ended = False
        while True:
            source, words = self.sequence(depth + 1)
            options.append(source)
            open_ended = open_ended or not words
            required |= words
            if self.at >= len(self.pieces):
                raise PhraseError(f"`(` without `)` in {self.pattern!r}")
            piece = self.pieces[self.at]
            self.at += 1
            if piece.group(4):
                break
        optional = bool(piece.group(5))
        return f"(?:{'|'.join(options)}){'?' if optional else ''}", set() if optional or open_ended else required


def _word(word: str, inflected: bool, optional: bool) -> tuple[str, set[str]]:
    """A literal word, tokenized as a text would be, with its inflections where asked for."""
    if inflected:
        forms = inflections(fold(word))
        source = f"(?:{'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))}) "
    else:
        keys = [key for key in scan(word).keys if key != "'"]
        if "-" in keys:
            spaced = "".join("(?:- )?" if key == "-" else re.escape(key) + " " for key in keys)
            source = f"(?:{spaced}|{re.escape(''.join(keys).replace('-', ''))} )"
            words = [key for key in keys if key.isalnum()]
            forms = {words[0], "".join(words)} if words else set()
        else:
            source = "".join(re.escape(key) + " " for key in keys)
            forms = {max(keys, key=len)} if keys else set()
    if optional:
        return f"(?:{source})?", set()
    return source, forms


def inflections(word: str) -> set[str]:
    """A word and its usual English endings: save, saves, saved, saving, saver; try, tries, tried, trying."""
    forms = {word, word + "s"}
    if word.endswith("e"):
        forms |= {word + "d", word[:-1] + "ing", word + "r", word + "rs"}
    elif word.endswith("y") and len(word) > 2 and word[-2] not in "aeiou":
        forms |= {word[:-1] + "ies", word[:-1] + "ied", word + "ing", word[:-1] + "ier"}
    else:
        forms |= {word + "es", word + "ed", word + "ing", word + "er", word + "ers"}
        if len(word) >= 3 and word[-1] in "bdgklmnprt" and word[-2] in "aeiou" and word[-3] not in "aeiou":
            forms |= {word + word[-1] + end for end in ("ed", "ing", "er", "ers")}
    return forms


COMMON: Final = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "can",
        "do",
        "for",
        "from",
        "get",
        "has",
        "have",
        "hi",
        "how",
        "i",
        "in",
        "is",
        "it",
        "its",
        "me",
        "more",
        "my",
        "new",
        "no",
        "not",
        "now",
        "of",
        "on",
        "only",
        "or",
        "our",
        "out",
        "please",
        "so",
        "that",
        "the",
        "their",
        "this",
        "to",
        "today",
        "up",
        "us",
        "was",
        "we",
        "will",
        "with",
        "you",
        "your",
        "yours",
        "order",
        ",",
        ".",
        "!",
        "?",
        ":",
        ";",
        "/",
        "&",
        "+",
        "#",
        "%",
        "<var>",
        "<num>",
        "<pct>",
        "<url>",
        "<cur>",
        "<money>",
        "<code>",
    ]
)


def _rank(words: set[str]) -> tuple[int, int]:
    """Lower is more telling: no common words, then few words at all."""
    return len(words & COMMON) * 100 // len(words), len(words)
