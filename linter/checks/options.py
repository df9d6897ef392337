"""The `with` of a structure rule: which fault it looks for, and its limits and word lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

_PLAIN = (str, int)


@dataclass(frozen=True, slots=True)
class Options:
    """`fault` is what to look for; `numbers` and `words` are what it needs for that."""

    fault: str
    numbers: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def number(self, name: str, default: int = 0) -> int:
        """A limit of the rule file."""
        return self.numbers.get(name, default)

    def list(self, name: str) -> tuple[str, ...]:
        """A word list of the rule file."""
        return self.words.get(name, ())


def read(
    with_: Mapping[str, Any], faults: Iterable[str], numbers: Iterable[str] = (), words: Iterable[str] = ()
) -> Options:
    """The options of a rule file; `ValueError` for a fault that does not exist, an unknown key or a wrong type."""
    known = sorted(faults)
    fault = with_.get("fault")
    if fault not in known:
        raise ValueError(f"`fault` is one of {', '.join(known)}, not {fault!r}")
    found_numbers: dict[str, int] = {}
    found_words: dict[str, tuple[str, ...]] = {}
    for name, value in with_.items():
        if name == "fault":
            continue
        if name in numbers:
            if not isinstance(value, int) or isinstance(value, bool):
                raise ValueError(f"`{name}` is not a whole number")
            found_numbers[name] = value
        elif name in words:
            if not isinstance(value, list) or not all(isinstance(item, _PLAIN) for item in value):
                raise ValueError(f"`{name}` is not a list of texts")
            found_words[name] = tuple(map(str, value))
        else:
            raise ValueError(f"unknown key {name!r} in `with`")
    return Options(fault, found_numbers, found_words)
