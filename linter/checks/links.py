"""Links: addresses that hide, that are not the sender's own, or that are not safe to follow.

`with`: `fault` is one of any, hosts, numeric, http; `hosts` are the hosts to report, for hosts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from linter.checks import Change, Hit
from linter.checks.options import Options, read
from linter.checks.subject import Subject
from linter.rulebook.rule import Rule
from linter.template import Component, Text

_TAIL: Final = r"(?:[/?#:][^\s<>\"'«»]*[^\s<>\"'«».,;:!?)*_\]])?"
_NUMERIC: Final = re.compile(
    rf"(?i:https?://)(?:\d{{1,3}}(?:\.\d{{1,3}}){{3}}|\[[0-9a-fA-F:.]{{2,45}}\]|localhost)(?![\w.-]){_TAIL}"
)
_HTTP: Final = re.compile(rf"(?i:http://)[\w.-]{{1,253}}{_TAIL}")
_LINK: Final = re.compile(r"(?i:https?://|www\.)")


def _hosts(hosts: tuple[str, ...]) -> re.Pattern[str]:
    """Addresses on any of these hosts, with or without scheme."""
    names = "|".join(re.escape(host) for host in sorted(hosts, key=len, reverse=True))
    return re.compile(rf"(?<![\w.@-])(?:https?://)?(?:www\.)?(?:{names})(?![\w-]|\.\w){_TAIL}", re.IGNORECASE)


def _texts(subject: Subject, rule: Rule) -> Iterator[tuple[Component, Text]]:
    for component in subject.template.of_kind(*rule.components):
        for text in (component.text, component.url):
            if text is not None and text.value:
                yield component, text


def _listed(subject: Subject, rule: Rule) -> Iterator[Hit]:
    pattern = rule.prepared[1]
    for component, text in _texts(subject, rule):
        if "." in text.value:
            for match in pattern.finditer(text.value):
                yield Hit(text, match.start(), match.end(), component)


def _numeric(subject: Subject, rule: Rule) -> Iterator[Hit]:
    for component, text in _texts(subject, rule):
        if "://" in text.value:
            for match in _NUMERIC.finditer(text.value):
                yield Hit(text, *match.span(), component)


def _http(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """Unencrypted addresses, but for those that `numeric` reports."""
    for component, text in _texts(subject, rule):
        if "://" in text.value:
            for match in _HTTP.finditer(text.value):
                if not _NUMERIC.match(text.value, match.start()):
                    change = Change(text, match.start(), match.start() + 4, "https")
                    yield Hit(text, *match.span(), component, changes=(change,))


def _any(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """Addresses that a phone makes a link of; a bare host in capitals is a brand, such as Acme.com."""
    for part in subject.parts_of(rule.components):
        analysis = part.analysis
        for index, kind in enumerate(analysis.tokens.kinds):
            if kind == "url":
                start, end = analysis.span(index, index + 1)
                value = part.text.value[start:end]
                if _LINK.match(value) or "/" in value or value == value.lower():
                    yield Hit(part.text, start, end, part.component)


_FAULTS: Final[Mapping[str, Callable[[Subject, Rule], Iterator[Hit]]]] = {
    "any": _any,
    "hosts": _listed,
    "numeric": _numeric,
    "http": _http,
}


def prepare(with_: Mapping[str, Any]) -> tuple[Options, re.Pattern[str] | None]:
    """The fault to look for, and the pattern of the hosts."""
    options = read(with_, _FAULTS, (), ("hosts",))
    hosts = options.list("hosts")
    if (options.fault == "hosts") != bool(hosts):
        raise ValueError("`hosts` belongs to the fault hosts, and only there")
    return options, _hosts(hosts) if hosts else None


def check(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The hits of the rule's fault."""
    return _FAULTS[rule.prepared[0].fault](subject, rule)
