"""Which regime of rules a template is judged under, and what its declared category means there."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import Literal

from linter.rulebook.rule import Policy, RuleBook

TEN = (
    "ACCOUNT_UPDATE",
    "PAYMENT_UPDATE",
    "PERSONAL_FINANCE_UPDATE",
    "SHIPPING_UPDATE",
    "RESERVATION_UPDATE",
    "APPOINTMENT_UPDATE",
    "TRANSPORTATION_UPDATE",
    "TICKET_UPDATE",
    "ISSUE_RESOLUTION",
    "ALERT",
)
NONE = "NONE"
THREE = ("UTILITY", "MARKETING", "AUTHENTICATION")
AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Declared:
    """A declared category: `state` says whether it is known, retired, misspelt (then `label` is the near one), unknown or missing."""

    state: Literal["known", "retired", "misspelt", "unknown", "missing"]
    label: str | None
    raw: str | None


def spelled(raw: str) -> str:
    """A category as the policies spell it: upper case, words joined by underscores."""
    return "_".join(raw.replace("-", " ").replace("_", " ").upper().split())


def understand(raw: str | None, policies: tuple[Policy, ...]) -> tuple[Declared, Policy | None]:
    """What a declared category is, and the policy that knows it."""
    if raw is None or not raw.strip():
        return Declared("missing", None, raw), None
    word = spelled(raw)
    for policy in policies:
        label = word if word in policy.categories else policy.aliases.get(word)
        if label:
            return Declared("known", label, raw), policy
    for policy in policies:
        if word in policy.retired:
            return Declared("retired", policy.retired[word] or None, raw), policy
    spellings = {
        name: (label, policy)
        for policy in policies
        for name, label in [(c, c) for c in policy.categories] + list(policy.aliases.items())
    }
    near = difflib.get_close_matches(word, spellings, n=1, cutoff=0.8)
    if near:
        label, policy = spellings[near[0]]
        return Declared("misspelt", label, raw), policy
    return Declared("unknown", None, raw), None


def choose(raw: str | None, wanted: str, book: RuleBook) -> tuple[Declared, Policy]:
    """The declared category and the policy to judge by: `wanted`, or for "auto" the one that knows the category, else `notifications`."""
    everything = tuple(book.policies.values())
    if wanted != AUTO:
        policy = book.policies[wanted]
        declared, _ = understand(raw, (policy,))
        if declared.state in ("unknown", "misspelt"):
            elsewhere, other = understand(raw, everything)
            if other is not None and elsewhere.state in ("known", "retired"):
                declared = elsewhere
        return declared, policy
    declared, found = understand(raw, everything)
    if found is None or declared.state in ("retired", "unknown"):
        return declared, book.policies["notifications"]
    return declared, found
