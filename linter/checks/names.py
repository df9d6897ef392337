"""Names of templates.

`with`: `fault` is characters or opaque; `words` are the words that say nothing, for opaque.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from linter.checks import Change, Hit
from linter.checks.options import Options, read
from linter.checks.subject import Subject
from linter.rulebook.rule import Rule

_BAD: Final = re.compile(r"[^a-z0-9_]+")
_PIECES: Final = re.compile(r"[a-z]+|[0-9]+", re.IGNORECASE)
_SERIAL: Final = re.compile(r"[0-9]+|v[0-9]*|[a-z]|(?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{6,}", re.IGNORECASE)
_TITLED: Final = ("twilio", "markdown", "text")


def _characters(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The first characters that a name cannot have. Titles of documents and friendly names are no such names."""
    name = subject.template.name
    if name is None or (subject.template.format in _TITLED and not subject.template.has_payload_shape):
        return
    if not name.value.strip():
        if subject.template.has_payload_shape:
            yield Hit(name, 0, len(name.value), values={"right": "order_shipped"})
    elif match := _BAD.search(name.value):
        right = repaired(name.value)
        changes = (Change(name, 0, len(name.value), right),) if right else ()
        yield Hit(name, *match.span(), values={"right": right or "order_shipped"}, changes=changes)


def repaired(name: str) -> str:
    """A name with the letters that a name may have; empty where none are left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", plain).lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")


def _opaque(subject: Subject, rule: Rule) -> Iterator[Hit]:
    name = subject.template.name
    if name is None or not name.value.strip() or subject.template.format in _TITLED:
        return
    empty = frozenset(rule.prepared.list("words"))
    parts = [part for part in re.split(r"[\W_]+", name.value.lower()) if part]
    pieces = [piece for part in parts for piece in ([part] if _SERIAL.fullmatch(part) else _PIECES.findall(part))]
    if pieces and all(piece in empty or _SERIAL.fullmatch(piece) for piece in pieces):
        yield Hit(name, 0, len(name.value))


_FAULTS: Final[Mapping[str, Callable[[Subject, Rule], Iterator[Hit]]]] = {"characters": _characters, "opaque": _opaque}


def prepare(with_: Mapping[str, Any]) -> Options:
    """The fault to look for."""
    return read(with_, _FAULTS, (), ("words",))


def check(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The hits of the rule's fault."""
    return _FAULTS[rule.prepared.fault](subject, rule)
