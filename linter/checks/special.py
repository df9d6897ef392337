"""Special kinds of message: limited-time offers, carousels, products, and how long a message may wait.

`with`: `fault` is one of offer-footer, offer-header, offer-text, cards, cards-alike, cards-header, cards-buttons,
category, expiry; `least` and `most` are limits, `types` the buttons or components meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from linter.checks import Hit
from linter.checks.buttons import kind_of, whole
from linter.checks.options import Options, read
from linter.checks.subject import Subject
from linter.rulebook.rule import Rule
from linter.template import Component

_TTL: Final = {"AUTHENTICATION": (30, 900), "UTILITY": (30, 43_200), "MARKETING": (43_200, 2_592_000)}


def _offer(subject: Subject) -> Component | None:
    return next(subject.template.of_kind("limited_time_offer"), None)


def _offer_footer(subject: Subject, rule: Rule) -> Iterator[Hit]:
    for footer in subject.template.of_kind("footer") if _offer(subject) else ():
        if footer.text is not None and footer.text.value:
            yield Hit(footer.text, 0, len(footer.text.value), footer)


def _offer_header(subject: Subject, rule: Rule) -> Iterator[Hit]:
    for header in subject.template.of_kind("header") if _offer(subject) else ():
        if header.card is None and header.format not in rule.prepared.list("types"):
            yield Hit(header.at, 0, 0, header)


def _offer_text(subject: Subject, rule: Rule) -> Iterator[Hit]:
    offer = _offer(subject)
    if offer is not None and (offer.text is None or not offer.text.value.strip()):
        yield Hit(offer.at, 0, 0, offer)


def cards(subject: Subject) -> dict[int, list[Component]]:
    """The components of each card of a carousel."""
    found: dict[int, list[Component]] = {}
    for component in subject.template.components:
        if component.card is not None:
            found.setdefault(component.card, []).append(component)
    return found


def _cards(subject: Subject, rule: Rule) -> Iterator[Hit]:
    carousel, count = next(subject.template.of_kind("carousel"), None), len(cards(subject))
    least, most = rule.prepared.number("least"), rule.prepared.number("most")
    if carousel is not None and not least <= count <= most:
        yield Hit(carousel.at, 0, 0, carousel, {"count": str(count), "least": str(least), "most": str(most)})


def _shape(card: list[Component]) -> tuple[object, ...]:
    buttons = tuple(kind_of(component) for component in card if component.kind == "button")
    header = next((component.format for component in card if component.kind == "header"), None)
    return header, any(component.kind == "body" for component in card), buttons


def _cards_alike(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The first card that has other components or buttons than card number one."""
    found = list(cards(subject).values())
    for number, card in enumerate(found[1:], 2):
        if _shape(card) != _shape(found[0]):
            yield Hit(card[0].at, 0, 0, card[0], {"number": str(number)})
            return


def _cards_header(subject: Subject, rule: Rule) -> Iterator[Hit]:
    for number, card in cards(subject).items():
        header = next((component for component in card if component.kind == "header"), None)
        if header is None or header.format not in rule.prepared.list("types"):
            place = header or card[0]
            yield Hit(place.at, 0, 0, place, {"number": str(number + 1)})


def _cards_buttons(subject: Subject, rule: Rule) -> Iterator[Hit]:
    most = rule.prepared.number("most")
    for number, card in cards(subject).items():
        buttons = [component for component in card if component.kind == "button"]
        if len(buttons) > most:
            yield whole(buttons[most], number=str(number + 1), most=str(most))


def _category(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """A kind of message that only MARKETING has, in a template filed as UTILITY or AUTHENTICATION."""
    if subject.declared.label not in ("UTILITY", "AUTHENTICATION") or subject.template.category is None:
        return
    types = rule.prepared.list("types")
    for component in subject.template.components:
        word = kind_of(component) if component.kind == "button" else component.kind
        if word in types:
            category = subject.template.category
            yield Hit(category, 0, len(category.value), values={"kind": word.upper()})
            return


def _expiry(subject: Subject, rule: Rule) -> Iterator[Hit]:
    seconds = subject.template.extra.get("message_send_ttl_seconds")
    least, most = _TTL.get(subject.declared.label or "", (0, 0))
    if most and isinstance(seconds, int) and seconds != -1 and not least <= seconds <= most:
        limits = {"least": str(least), "most": str(most)}
        values = {"seconds": str(seconds), **limits, "category": subject.declared.label or ""}
        yield Hit(subject.template.at, 0, 0, values=values)


_FAULTS: Final[Mapping[str, Callable[[Subject, Rule], Iterator[Hit]]]] = {
    "offer-footer": _offer_footer,
    "offer-header": _offer_header,
    "offer-text": _offer_text,
    "cards": _cards,
    "cards-alike": _cards_alike,
    "cards-header": _cards_header,
    "cards-buttons": _cards_buttons,
    "category": _category,
    "expiry": _expiry,
}


def prepare(with_: Mapping[str, Any]) -> Options:
    """The fault to look for."""
    return read(with_, _FAULTS, ("least", "most"), ("types",))


def check(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The hits of the rule's fault."""
    return _FAULTS[rule.prepared.fault](subject, rule)
