"""Placeholders as they are written: the platform's own `{{1}}` and `{{name}}`, broken ones, and other notations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

Form = Literal["positional", "named", "malformed", "single", "unbalanced", "foreign", "bracket", "encoded"]

_POSITIONAL: Final = re.compile(r"[1-9][0-9]{0,3}|0")
_NAMED: Final = re.compile(r"[a-z_][a-z0-9_]*")
_FIELD: Final = re.compile(r"[^\W\d]\w*")
_HINTS: Final = frozenset("{}[<%")
_SCANNER: Final = re.compile(
    r"(?P<encoded>%7[Bb](?:%7[Bb])?[\w.-]{1,60}%7[Dd](?:%7[Dd])?)"
    r"|(?P<foreign>[$#%@]\{[^{}\n]{1,60}\}|\{%[^{}\n]{0,80}%\}|<%[^<>\n]{0,80}%>|(?<![\w%])%[A-Za-z_]{3,30}%(?!\w)"
    r"|(?<![\w%])%(?:\d{1,2}\$)?[sd](?!\w)|<[a-z][a-z0-9]*_[a-z0-9_]{1,30}>)"
    r"|(?P<bracket>\[{1,2}[^\W\d_][^\[\]\n]{0,40}\]{1,2}(?!\()|<[^\W\d_][^<>/=\n]{0,30}>)"
    r"|(?P<braces>\{+[^{}\n]{0,80}\}+)"
    r"|(?P<open>\{{2,}[ \t]?[\w.]{0,30}|\{\w{1,30})"
    r"|(?P<close>\w{0,30}\}{2,}|\b\w{1,30}\})"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One placeholder or what was meant as one: `name` is what stands inside."""

    form: Form
    start: int
    end: int
    name: str

    @property
    def is_proper(self) -> bool:
        """Whether the platform takes it for a placeholder, with a good name or not."""
        return self.form in ("positional", "named", "malformed")


def marks(text: str) -> tuple[Mark, ...]:
    """All placeholders of a text in any notation, in order; word brackets are judged by who asks."""
    if _HINTS.isdisjoint(text):
        return ()
    return tuple(_mark(match) for match in _SCANNER.finditer(text))


def _mark(match: re.Match[str]) -> Mark:
    kind, value = match.lastgroup, match.group()
    inner = value.strip("{}[]<>%$#@ ")
    form: Form
    if kind == "braces":
        opened = len(value) - len(value.lstrip("{"))
        closed = len(value) - len(value.rstrip("}"))
        raw = value[opened : len(value) - closed]
        form = "single" if opened == closed == 1 else _double(raw) if opened == closed == 2 else "unbalanced"
        inner = raw.strip()
    elif kind in ("open", "close"):
        form = "unbalanced"
    else:
        form = "foreign" if kind == "foreign" else "encoded" if kind == "encoded" else "bracket"
    return Mark(form, match.start(), match.end(), inner)


def _double(name: str) -> Form:
    """What stands between double braces: a number, a name, or something the platform refuses."""
    if _POSITIONAL.fullmatch(name):
        return "positional"
    return "named" if _NAMED.fullmatch(name) else "malformed"


def repaired(name: str) -> str | None:
    """A placeholder with this name as the platform wants it, or None where nothing sensible is left of the name."""
    word = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name.strip())
    word = re.sub(r"[^a-z0-9]+", "_", word.lower()).strip("_")
    if word.isdigit():
        word = str(int(word)) if len(word) < 5 else ""
    elif not _NAMED.fullmatch(word):
        word = ""
    return "{{" + word + "}}" if word and _FIELD.fullmatch("_" + word) else None
