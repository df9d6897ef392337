"""Length: what is longer than the platform allows; the finding is the part beyond the limit.

`with`: `fault` says what is measured (name, text, url, phone, code, offer), `limit` how long it may be, `until` above
which length another rule speaks, `only` for which kinds of message the limit holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from linter.checks import Hit
from linter.checks.options import Options, read
from linter.checks.subject import Subject
from linter.rulebook.rule import Rule
from linter.template import Component, Template, Text

_MEASURED: Final = ("name", "text", "url", "phone", "code", "offer")
_KINDS: Final = ("message", "card", "limited-time-offer", "product")


def message_kind(template: Template, component: Component) -> str:
    """What a body stands in: a carousel card, a limited-time offer, a single-product message, or a plain message."""
    if component.card is not None:
        return "card"
    if any(template.of_kind("limited_time_offer")):
        return "limited-time-offer"
    is_product = any(button.type == "spm" for button in template.of_kind("button") if button.card is None)
    return "product" if is_product else "message"


def prepare(with_: Mapping[str, Any]) -> Options:
    """What to measure, and the limit."""
    options = read(with_, _MEASURED, ("limit", "until"), ("only",))
    if options.number("limit") < 1:
        raise ValueError("`limit` is not a whole number above 0")
    if set(options.list("only")) - set(_KINDS):
        raise ValueError(f"`only` holds words other than {', '.join(_KINDS)}")
    return options


def check(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """One hit a text that is too long, from the limit to its end."""
    options: Options = rule.prepared
    limit, until = options.number("limit"), options.number("until")
    for component, text in _texts(subject, rule, options):
        length = len(text.value.rstrip("\r\n"))
        if length > limit and (not until or length <= until):
            yield Hit(text, limit, length, component, {"length": str(length), "limit": str(limit)})


def _texts(subject: Subject, rule: Rule, options: Options) -> Iterator[tuple[Component | None, Text]]:
    template, only = subject.template, options.list("only")
    if options.fault == "name":
        if template.name is not None:
            yield None, template.name
        return
    kinds = ("limited_time_offer",) if options.fault == "offer" else rule.components
    for component in template.of_kind(*kinds):
        if only and message_kind(template, component) not in only:
            continue
        text = getattr(component, options.fault if options.fault in ("url", "phone", "code") else "text")
        if text is not None:
            yield component, text
