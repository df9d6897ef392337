"""AUTHENTICATION templates: preset texts, one OTP button, and what it needs to fill in the code.

`with`: `fault` is one of button, content, body, expiry, apps; `least` and `most` are limits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from linter.checks import Hit
from linter.checks.buttons import kind_of, whole
from linter.checks.emoji import EMOJI
from linter.checks.options import Options, read
from linter.checks.subject import Subject
from linter.rulebook.rule import Rule

_OTP_URL: Final = re.compile(r"otp|code", re.IGNORECASE)
_OTP_TYPES: Final = ("COPY_CODE", "ONE_TAP", "ZERO_TAP")
_PACKAGE: Final = re.compile(r"[A-Za-z]\w*(?:\.[A-Za-z]\w*)+")
_LONGEST_PACKAGE: Final = 224
_HASH_LENGTH: Final = 11


def _is_ours(subject: Subject) -> bool:
    return subject.declared.label == "AUTHENTICATION"


def _button(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """A creation payload without OTP button; once stored, the button is a URL that carries the code."""
    if _is_ours(subject) and subject.template.has_payload_shape:
        for button in subject.template.of_kind("button"):
            if kind_of(button) in ("otp", "copy_code") or (button.url and _OTP_URL.search(button.url.value)):
                return
        yield Hit(subject.template.at, 0, 0)


def _content(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """Links, emoji and media headers."""
    if not _is_ours(subject):
        return
    for component in subject.template.of_kind("header"):
        if component.format in ("image", "video", "document", "gif"):
            yield Hit(component.at, 0, 0, component, {"what": "a media header"})
    for part in subject.parts_of(("header", "body", "footer")):
        analysis = part.analysis
        for index, kind in enumerate(analysis.tokens.kinds):
            if kind == "url":
                yield Hit(part.text, *analysis.span(index, index + 1), part.component, {"what": "a link"})
        for match in EMOJI.finditer(part.text.value):
            yield Hit(part.text, *match.span(), part.component, {"what": "an emoji"})


def _body(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """A body of one's own in a creation payload; a stored preset holds the code and nothing else that varies."""
    body = subject.template.body
    if not _is_ours(subject) or not subject.template.has_payload_shape or body is None or not body.text:
        return
    names = {mark.name for mark in subject.marks(body.text)}
    if names != {"1"} or len(body.text.value) > rule.prepared.number("most"):
        yield Hit(body.text, 0, len(body.text.value), body)


def _expiry(subject: Subject, rule: Rule) -> Iterator[Hit]:
    least, most = rule.prepared.number("least"), rule.prepared.number("most")
    for component in subject.template.of_kind("footer", "body"):
        minutes = component.extra.get("code_expiration_minutes")
        if isinstance(minutes, int) and not isinstance(minutes, bool) and not least <= minutes <= most:
            values = {"minutes": str(minutes), "least": str(least), "most": str(most)}
            yield Hit(component.at, 0, 0, component, values)


def _apps(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """What an OTP button says about the apps that fill in the code, where it says it wrongly."""
    for button in subject.template.of_kind("button"):
        if button.type == "otp":
            wrong = _wrong(button.extra, rule.prepared.number("most"))
            if wrong:
                yield whole(button, wrong=wrong)


def _wrong(extra: Mapping[str, object], most: int) -> str | None:
    kind = str(extra.get("otp_type", "")).upper()
    if kind not in _OTP_TYPES:
        return f"otp_type is not one of {', '.join(_OTP_TYPES)}"
    if kind == "COPY_CODE":
        return None
    apps = extra.get("supported_apps")
    if apps is None and ("package_name" in extra or "signature_hash" in extra):
        apps = [extra]
    if not isinstance(apps, list) or not apps:
        return f"{kind} needs supported_apps"
    if len(apps) > most:
        return f"{len(apps)} supported_apps, {most} are the most"
    for app in apps:
        package = app.get("package_name") if isinstance(app, Mapping) else None
        signature = app.get("signature_hash") if isinstance(app, Mapping) else None
        if not isinstance(package, str) or len(package) > _LONGEST_PACKAGE or not _PACKAGE.fullmatch(package):
            return "a package_name is two or more words joined by dots, 224 characters at most"
        if not isinstance(signature, str) or len(signature) != _HASH_LENGTH:
            return "a signature_hash has exactly 11 characters"
    return None


_FAULTS: Final[Mapping[str, Callable[[Subject, Rule], Iterator[Hit]]]] = {
    "button": _button,
    "content": _content,
    "body": _body,
    "expiry": _expiry,
    "apps": _apps,
}


def prepare(with_: Mapping[str, Any]) -> Options:
    """The fault to look for."""
    return read(with_, _FAULTS, ("least", "most"))


def check(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The hits of the rule's fault."""
    return _FAULTS[rule.prepared.fault](subject, rule)
